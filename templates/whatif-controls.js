/* What if: the section of the page, from its first move to its print. */
(() => {
  const section = document.getElementById("whatif");
  const source = document.getElementById("whatif-data");
  if (!section || !source) return;
  /** @type {Data} */
  const data = JSON.parse(source.textContent ?? "");
  /** @type {Record<string, string>} */
  const said = JSON.parse(section.dataset.said ?? "{}");
  const costs = JSON.parse(section.dataset.costs ?? "{}");
  const names = new Map(data.vendors.map((each) => [each.id, each.name]));

  const on = (
    /** @type {EventTarget} */ each,
    /** @type {string} */ kind,
    /** @type {(event: Event) => void} */ run,
  ) => each.addEventListener(kind, run);
  const one = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (document.getElementById(`whatif-${name}`));
  const all = (/** @type {string} */ selector, /** @type {ParentNode} */ inside = section) =>
    /** @type {HTMLElement[]} */ ([...inside.querySelectorAll(selector)]);
  const inputs = (/** @type {string} */ selector) =>
    /** @type {HTMLInputElement[]} */ (all(`input${selector}`));

  let state = asEvaluated(data);
  /** What a slider started from, so that siblings keep their proportions until it is let go. */
  let start = state;
  let leader = "";
  /** What is said of the address, until something is moved. */
  let notice = "";

  /* Drawing. */

  /** @param {string} tag @param {Record<string, string | number>} attributes @param {Element[]} inside */
  function shape(tag, attributes, ...inside) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
    made.append(...inside);
    return made;
  }

  const write = (/** @type {string} */ name, /** @type {string} */ words) => {
    one(name).textContent = words;
  };
  const tenths = (/** @type {number} */ points) => decimal(points, 1);
  const percent = (/** @type {number} */ share) => `${share}%`;

  /** A vendor's bar: solid to its points at least, hatched to its points at most. @param {Result} result */
  function bar(result) {
    const [low, high, score] = [result.low ?? 0, result.high ?? 0, result.score ?? 0];
    const place = { x: percent(low), width: percent(high - low), y: 6, height: 12 };
    const look = result.standing === "ranked" ? "first" : "";
    const hatch = shape("line", {
      class: `hatch ${look}`,
      x1: -90,
      y1: 6,
      x2: "140%",
      y2: 6,
      "stroke-width": 12,
      transform: "skewX(-40)",
    });
    const shapes = [
      shape("svg", { class: "clip", ...place }, hatch),
      shape("rect", { class: `outline ${look}`, ...place }),
    ];
    if (look) {
      shapes.unshift(shape("rect", { class: look, x: 0, y: 6, width: percent(low), height: 12 }));
      shapes.push(
        shape("line", { class: "tick", x1: percent(score), x2: percent(score), y1: 2, y2: 22 }),
      );
    }
    return shape(
      "svg",
      { class: "picture", width: "100%", height: 24, "aria-hidden": "true" },
      ...shapes,
    );
  }

  /** A row of a table. @param {(string | Element)[]} cells */
  function row(...cells) {
    const made = document.createElement("tr");
    cells.forEach((content, at) => {
      const cell = document.createElement(at ? "td" : "th");
      if (!at) cell.setAttribute("scope", "row");
      cell.append(content);
      made.append(cell);
    });
    return made;
  }

  /** What stands above each part that is not worked out again; the last if weights within change. */
  const notes = ["answer", "finalists", "people", "certainty", "matrix"].flatMap((id) => {
    const part = document.getElementById(id);
    if (!part) return [];
    const note = document.createElement("p");
    note.className = "was";
    note.textContent = said.as_was;
    part.prepend(note);
    return [note];
  });

  /* Showing. */

  /** The name of a vendor, which keeps its own direction. @param {string} id */
  function name(id) {
    const made = document.createElement("bdi");
    made.textContent = names.get(id) ?? id;
    return made;
  }

  /** @param {Result} result @param {number} digits */
  function resultRow(result, digits) {
    const place =
      result.standing === "ranked"
        ? String(result.rank)
        : result.standing === "ruled_out"
          ? filled(said.ruled_out, { must: data.gates[result.fails].title })
          : said.not_ranked;
    const points = result.standing === "ranked" ? decimal(result.score ?? 0, digits) : "";
    const [low, high] = [Number(result.low), Number(result.high)];
    const range =
      result.low === null ? "–" : `${decimal(low, 1, "floor")}–${decimal(high, 1, "ceil")}`;
    const made = row(name(result.id), place, bar(result), points, range);
    for (const [at, cell] of all("td", made).entries()) {
      if (at !== 1) cell.dataset.label = heads[at + 1].textContent ?? "";
    }
    return made;
  }

  const heads = all("thead th", one("results"));

  /** @param {Result[]} results */
  function showResults(results) {
    const ranked = results.filter((each) => each.standing === "ranked");
    const digits = digitsApart(
      ranked.map((each) => each.score ?? 0),
      1,
    );
    all("tbody", one("results"))[0].replaceChildren(
      ...results.map((each) => resultRow(each, digits)),
    );
  }

  /** Those that are compared: the chosen, or the first two. @param {Result[]} results */
  function sidesOf(results) {
    const byId = new Map(results.map((each) => [each.id, each]));
    const chosen = state.compare.map((id) => byId.get(id)).filter((each) => each !== undefined);
    return chosen.length > 1 ? chosen : results.filter((each) => each.score !== null).slice(0, 2);
  }

  /** @param {Result[]} results */
  function showDifferences(results) {
    const sides = sidesOf(results);
    one("differences").hidden = sides.length < 2;
    if (sides.length < 2) return;
    const gaps = differences(state, data, sides);
    const lead = (/** @type {number[]} */ points) => points[0] - points[1];
    const rows = gaps
      .slice()
      .sort((a, b) => Math.abs(lead(b.points)) - Math.abs(lead(a.points)))
      .map((gap) => row(gap.title, ...gap.points.map(tenths), signed(lead(gap.points), sides)));
    const totals = sides.map((each) => each.score ?? 0);
    const total = row(said.total, ...totals.map(tenths), signed(lead(totals), sides));
    const [table] = all("table", one("differences"));
    for (const each of all("thead th:not(:first-child):not(:last-child)", table)) each.remove();
    const last = /** @type {HTMLElement} */ (table.querySelector("thead th:last-child"));
    last.before(...sides.map((each) => headOf(each.id)));
    all("tbody", table)[0].replaceChildren(...rows, total);
    const open = added(gaps.map((gap) => gap.open));
    const [whole, part] = [lead(totals), open].map(Math.abs);
    const figures = { open: decimal(Math.min(part, whole), 1), lead: decimal(whole, 1) };
    write("open-part", lead(totals) * open > 0 ? filled(said.known_part, figures) : "");
  }

  /** @param {string} id */
  function headOf(id) {
    const made = document.createElement("th");
    made.scope = "col";
    made.append(name(id));
    return made;
  }

  /** Who is ahead of the first two, and by how much. @param {number} lead @param {Result[]} sides */
  function signed(lead, sides) {
    if (Math.abs(lead) <= SAME) return "–";
    const ahead = names.get(sides[lead > 0 ? 0 : 1].id);
    return `${ahead} +${decimal(Math.abs(lead), digitsApart([Math.abs(lead), 0], 1))}`;
  }

  /** @param {Result[]} results */
  function showValue(results) {
    const found = valueAgainstCost(state, data, results);
    one("value").hidden = !found;
    const rows = (found ?? []).map((each) => {
      const word =
        each.efficient === null ? said.undecided : each.efficient ? said.efficient : said.beaten;
      return row(name(each.id), decimal(each.value, 1), costs[each.id] ?? "", word);
    });
    all("tbody", one("value"))[0].replaceChildren(...rows);
  }

  function showControls() {
    const shares = sharesOf(state, data);
    for (const line of all("tr[data-id]", one("weights"))) {
      const id = line.dataset.id ?? "";
      const [slider, number, lock] = /** @type {HTMLInputElement[]} */ (all("input", line));
      const share = (shares.get(id) ?? 0) * 100;
      const stuck = lock.checked || !canMove(groupOf(state, data, id, locks()));
      slider.value = String(share);
      slider.setAttribute("aria-valuetext", inPercent(said, share, 1));
      if (number !== document.activeElement) number.value = String(Number(share.toFixed(4)));
      slider.disabled = number.disabled = stuck;
      showMarks(line, share / 100, stuck ? [] : crossovers(state, data, id, locks()));
    }
    const far = all(".changes:not(:empty)", one("weights")).map((each) =>
      filled(said.far, { criterion: String(each.dataset.of), change: String(each.textContent) }),
    );
    write("where", far.length ? filled(said.where, { changes: far.join("; ") }) : said.nowhere);
    for (const each of inputs("[name=whatif-unknown]")) each.checked = each.value === state.unknown;
    for (const each of inputs("[data-must]"))
      each.checked = !state.gates_off.includes(each.dataset.must ?? "");
    for (const each of inputs("[data-side]")) {
      each.checked = state.compare.includes(each.dataset.side ?? "");
      each.disabled = !each.checked && state.compare.length > 2;
    }
  }

  /** The places on a track where another vendor comes first. @param {HTMLElement} line @param {number} share @param {Change[]} changes */
  function showMarks(line, share, changes) {
    const [track] = all("svg", line);
    const places = changes.map((each) => percent(each.at * 100));
    track.replaceChildren(...places.map((x) => shape("line", { x1: x, x2: x, y1: 0, y2: 9 })));
    all(".changes", line)[0].textContent = changes
      .map(({ at, before, after }) =>
        filled(at < share ? said.change_below : said.change_above, {
          share: inPercent(said, at * 100, 1),
          vendor: (at < share ? before : after).map((id) => names.get(id)).join(", "),
        }),
      )
      .join("; ");
  }

  /** The banner, what is greyed, and the address. @param {Result[]} results @param {boolean} isMove */
  function showStanding(results, isMove) {
    const parts = differs(state, data, said);
    const isTrying = parts.length > 0;
    const now = leading(results, names, said);
    const banner = one("banner");
    banner.hidden = !isTrying && !notice;
    write("what", isTrying ? filled(said.banner, { plan: data.title }) : "");
    write("differs", isTrying ? [...parts, now].filter(Boolean).join("; ") : "");
    write("notice", notice);
    write("copy", said.copy);
    one("actions").hidden = !isTrying;
    document.body.classList.toggle("trying", isTrying);
    const isWithin = inner(state, data);
    for (const each of notes) {
      const part = /** @type {HTMLElement} */ (each.parentElement);
      each.hidden = part.id === "matrix" ? !isWithin : !isTrying;
      part.classList.toggle("as-was", !each.hidden);
    }
    // Said only when the leader changes, and never at the beginning.
    const first = results
      .filter((each) => each.rank === 1)
      .map((each) => each.id)
      .join();
    if (isMove && first !== leader) write("status", now);
    leader = first;
    write("scenario", toScenario(state, data));
    const hash = toHash(state, data);
    if (isMove && hash !== location.hash)
      history.replaceState(null, "", hash || location.pathname + location.search);
  }

  /** @param {boolean} isMove */
  function show(isMove) {
    const results = score(state, data);
    showControls();
    showResults(results);
    showDifferences(results);
    showValue(results);
    showStanding(results, isMove);
    orderMatrix(results);
  }

  /* The table of all vendors, in the order and with the rows that one wants. */

  /** @param {Result[]} results */
  function orderMatrix(results) {
    const shares = sharesOf(state, data);
    for (const each of all("#matrix [data-weight]", document)) {
      const share = (shares.get(each.dataset.weight ?? "") ?? 0) * 100;
      each.textContent = inPercent(said, share, 0);
    }
    const order = /** @type {HTMLSelectElement | null} */ (document.getElementById("matrix-order"));
    const filter = /** @type {HTMLSelectElement | null} */ (
      document.getElementById("matrix-filter")
    );
    if (!order || !filter) return;
    const worth = (/** @type {HTMLElement} */ line) =>
      Number(line.querySelectorAll("td")[Number(order.value)]?.dataset.worth ?? -1);
    for (const body of document.querySelectorAll("#matrix .heat tbody")) {
      const rows = all("tr[data-id]", body);
      const at = (/** @type {HTMLElement} */ line) =>
        results.findIndex((each) => each.id === line.dataset.id);
      const nameOf = (/** @type {HTMLElement} */ line) => names.get(line.dataset.id ?? "") ?? "";
      rows.sort((a, b) => {
        if (order.value === "name") return nameOf(a).localeCompare(nameOf(b));
        return order.value === "place" ? at(a) - at(b) : worth(b) - worth(a);
      });
      body.append(...rows);
      for (const line of rows) {
        const { standing } = results[at(line)];
        line.hidden =
          filter.value === "ranked"
            ? standing !== "ranked"
            : filter.value !== "" && standing === "ruled_out";
      }
      const [head] = all("tr.group", body);
      if (head) head.hidden = rows.every((each) => each.hidden);
    }
  }

  /* Moving. */

  const locks = () =>
    inputs("[data-lock]")
      .filter((each) => each.checked)
      .map((each) => each.dataset.lock ?? "");

  /** @param {Partial<State>} change */
  function move(change) {
    state = { ...state, ...change };
    notice = "";
    show(true);
  }

  /** @param {string} id @param {number} share */
  const shift = (id, share) => move({ weights: moved(start, data, id, share, locks()).weights });

  for (const line of all("tr[data-id]", one("weights"))) {
    const id = line.dataset.id ?? "";
    const [slider, number, lock] = /** @type {HTMLInputElement[]} */ (all("input", line));
    on(slider, "input", () => shift(id, slider.valueAsNumber / 100));
    on(slider, "change", () => {
      start = state;
    });
    on(number, "change", () => {
      const typed = number.valueAsNumber;
      if (typed >= 0 && typed <= 100) shift(id, typed / 100);
      start = state;
      show(false);
    });
    on(lock, "change", () => show(false));
  }
  on(one("preset"), "change", (event) => {
    const chosen = /** @type {HTMLSelectElement} */ (event.target).value;
    const person = data.people.find((each) => each.id === chosen);
    move({ weights: person ? person.weights : {} });
    start = state;
  });
  for (const each of inputs("[name=whatif-unknown]")) {
    on(each, "change", () => move({ unknown: /** @type {Rule} */ (each.value) }));
  }
  for (const each of inputs("[data-must]")) {
    on(each, "change", () => {
      move({
        gates_off: inputs("[data-must]")
          .filter((must) => !must.checked)
          .map((must) => must.dataset.must ?? ""),
      });
    });
  }
  for (const each of inputs("[data-side]")) {
    on(each, "change", () => {
      move({
        compare: inputs("[data-side]")
          .filter((side) => side.checked)
          .map((side) => side.dataset.side ?? ""),
      });
    });
  }
  for (const id of ["matrix-order", "matrix-filter"]) {
    document.getElementById(id)?.addEventListener("change", () => orderMatrix(score(state, data)));
  }
  on(one("reset"), "click", () => {
    for (const each of inputs("[data-lock]")) each.checked = false;
    /** @type {HTMLSelectElement} */ (one("preset")).value = "";
    state = start = asEvaluated(data);
    move({});
    // The button is gone with the banner, so the focus goes to where it began.
    all("summary")[0].focus({ preventScroll: true });
  });
  on(one("copy"), "click", () => {
    const blocked = () => write("copy", said.blocked);
    if (!navigator.clipboard) return blocked();
    navigator.clipboard
      .writeText(toScenario(state, data))
      .then(() => write("copy", said.copied), blocked);
  });

  /* The address. */

  function read() {
    const { hash } = location;
    if (!hash.startsWith("#try=")) return false;
    const found = fromHash(hash, data);
    if ("refused" in found) {
      state = asEvaluated(data);
      const reason = filled(said[found.refused], { part: found.part, most: String(LONGEST) });
      notice = filled(said.unreadable, { reason });
    } else {
      state = found.state;
      notice =
        found.mark === data.evaluation
          ? ""
          : filled(said.stale, { mark: found.mark, own: data.evaluation });
    }
    start = state;
    return true;
  }
  on(window, "hashchange", () => {
    const hash = toHash(state, data);
    if (read()) show(false);
    // A link to a section of the page does not forget what is tried.
    else if (hash) history.replaceState(null, "", hash);
  });

  for (const each of all(".only-with-script", document)) each.hidden = false;
  section.hidden = false;
  /** @type {HTMLDetailsElement} */ (one("body")).open = read();
  show(false);
})();
