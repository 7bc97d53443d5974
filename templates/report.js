/* What makes the report easier to read; it says and shows everything without this, too. */
(function () {
  "use strict";
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const tools = document.getElementById("tools");
  const links = all("nav ol a");
  const sections = links.map((link) => document.getElementById(link.hash.slice(1)));

  /* The place in the contents. */
  function mark() {
    const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 4;
    const passed = sections.filter((each) => each.getBoundingClientRect().top < innerHeight * 0.3);
    const here = atEnd ? sections.length - 1 : Math.max(passed.length - 1, 0);
    links.forEach((link, place) => {
      if (place === here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  }

  /* All that is folded, opened or closed. */
  const fold = (open) => all("main details").forEach((each) => { each.open = open; });

  /* A table for a spreadsheet, in which no cell is taken for a formula. */
  function cell(place) {
    const text = place.innerText.trim();
    return '"' + (/^[=+\-@\t\r]/.test(text) ? "'" + text : text).replace(/"/g, '""') + '"';
  }
  const csv = (table) =>
    all("tr", table).map((row) => all("th, td", row).map(cell).join(",")).join("\r\n");

  function copyButton(table) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = tools.dataset.copy;
    button.addEventListener("click", () => {
      const said = (word) => { button.textContent = word; };
      if (!navigator.clipboard) { said(tools.dataset.blocked); return; }
      navigator.clipboard.writeText(csv(table)).then(
        () => said(tools.dataset.copied), () => said(tools.dataset.blocked));
    });
    table.before(button);
  }

  /* The facts that hold some words and are in some state; their tables open, the others close. */
  function filter(search, state, filters, shown) {
    const words = search.value.trim().toLowerCase();
    const isOn = Boolean(words || state.value);
    const rows = all("#evidence tr[data-state]");
    rows.forEach((row) => {
      const isIn = !state.value || row.dataset.state.split(" ").includes(state.value);
      row.hidden = !(isIn && row.textContent.toLowerCase().includes(words));
    });
    all("#evidence tr.group").forEach((head) => {
      const under = all("tr[data-state]", head.parentElement);
      head.hidden = under.length > 0 && under.every((row) => row.hidden);
    });
    all("#evidence details").forEach((each) => {
      each.open = isOn && all("tr[data-state]", each).some((row) => !row.hidden);
    });
    const count = rows.filter((row) => !row.hidden).length;
    shown.textContent = isOn ? `${filters.dataset.shown}: ${count}` : "";
  }

  function startFilter(filters) {
    const [search, state, shown] = ["search", "state", "shown"].map((id) => document.getElementById(id));
    const run = () => filter(search, state, filters, shown);
    search.addEventListener("input", run);
    state.addEventListener("change", run);
    filters.hidden = false;
  }

  document.getElementById("expand").addEventListener("click", () => fold(true));
  document.getElementById("collapse").addEventListener("click", () => fold(false));
  all("main details table:not(.tracks)").forEach(copyButton);
  const filters = document.getElementById("filters");
  if (filters) startFilter(filters);
  tools.hidden = false;
  addEventListener("scroll", mark, { passive: true });
  mark();
})();
