/* What if: the controls of the page, what they show, and the state in the address. */

/** How long the part of an address may be that holds a state. */
const LONGEST = 4000;

/** @param {string} text @param {Record<string, string>} gaps */
function filled(text, gaps) {
  return text.replace(/\{(\w+)\}/g, (whole, name) =>
    Object.hasOwn(gaps, name) ? gaps[name] : whole,
  );
}

/** A number with some decimals, rounded as people round. @param {number} number @param {number} digits @param {"halfExpand" | "floor" | "ceil"} [way] */
function decimal(number, digits, way = "halfExpand") {
  const options = {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    roundingMode: way,
  };
  // Rounding error does not push an end outward; a number that rounds to zero has no sign.
  const exact = way === "halfExpand" ? number : Number(number.toFixed(digits + 6));
  const shown = new Intl.NumberFormat(document.documentElement.lang, options).format(exact);
  return /[1-9]/.test(shown) ? shown.replace("-", "−") : shown.replace("-", "");
}

/** A share out of 100. @param {Record<string, string>} said @param {number} share @param {number} digits */
function inPercent(said, share, digits) {
  return filled(said.percent, { share: decimal(share, digits) });
}

/** The fewest decimals at which numbers that are not level differ. @param {number[]} numbers @param {number} least */
function digitsApart(numbers, least) {
  const sorted = numbers.slice().sort((a, b) => a - b);
  const apart = (/** @type {number} */ digits) =>
    sorted.every((each, at) => {
      const next = sorted[at + 1];
      const isLast = next === undefined || Math.abs(next - each) <= SAME;
      return isLast || decimal(each, digits) !== decimal(next, digits);
    });
  let digits = least;
  while (digits < 9 && !apart(digits)) digits += 1;
  return digits;
}

/* The state in the address: `#try=e-0123456789ab;w.cost=40;unknown=worst;off=rate_limit;vs=a,b`. */

/** @param {State} state @param {Data} data */
function toHash(state, data) {
  const parts = [`try=${data.evaluation}`];
  for (const [id, weight] of Object.entries(state.weights)) parts.push(`w.${id}=${weight}`);
  if (state.unknown !== data.unknown) parts.push(`unknown=${state.unknown}`);
  if (state.gates_off.length) parts.push(`off=${state.gates_off.map(encodeURIComponent).join()}`);
  if (state.compare.length) parts.push(`vs=${state.compare.join()}`);
  return parts.length > 1 ? `#${parts.join(";")}` : "";
}

/**
 * The state that an address holds. What is not known here, or is no number, makes all of it unusable.
 * @param {string} hash @param {Data} data
 * @returns {{state: State, mark: string} | {refused: "too_long" | "unknown_part" | "bad_number" | "not_all", part: string}}
 */
function fromHash(hash, data) {
  if (hash.length > LONGEST) return { refused: "too_long", part: "" };
  const state = asEvaluated(data);
  let mark = "";
  for (const part of hash.slice(1).split(";")) {
    const at = part.indexOf("=");
    const [key, text] = [part.slice(0, at), part.slice(at + 1)];
    const listed = text.split(",").map(plain);
    if (key === "try" && /^e-[0-9a-f]{1,32}$/.test(text)) mark = text;
    else if (key === "unknown" && (text === "worst" || text === "middle")) state.unknown = text;
    else if (key === "off" && areAll(listed, data.gates)) state.gates_off = listed;
    else if (key === "vs" && areAll(listed, data.vendors) && [2, 3].includes(listed.length))
      state.compare = listed;
    else if (key.startsWith("w.") && data.tree.some(([id]) => id === key.slice(2))) {
      if (!isWeight(text)) return { refused: "bad_number", part: part.slice(0, 40) };
      state.weights = { ...state.weights, [key.slice(2)]: Number(text) };
    } else return { refused: "unknown_part", part: part.slice(0, 40) };
  }
  const isPart = levelsOf(grown(data)).some((siblings) => {
    const given = siblings.filter(({ id }) => Object.hasOwn(state.weights, id));
    return (
      given.length &&
      (given.length < siblings.length || !added(given.map((each) => weightOf(state, each))))
    );
  });
  return isPart ? { refused: "not_all", part: "" } : { state, mark };
}

/** @param {string} text */
function isWeight(text) {
  return /^\d{1,7}(\.\d{1,20})?(e-?\d{1,3})?$/.test(text) && Number(text) <= 1e6;
}

/** @param {string[]} ids @param {{id: string}[]} known */
function areAll(ids, known) {
  return (
    new Set(ids).size === ids.length && ids.every((id) => known.some((each) => each.id === id))
  );
}

/** @param {string} text */
function plain(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** The scenario as YAML for the command line; JSON strings are YAML, too. @param {State} state @param {Data} data */
function toScenario(state, data) {
  const lines = [`plan: ${data.plan}`, `evaluation: ${data.evaluation}`];
  const weights = Object.entries(state.weights);
  if (weights.length)
    lines.push("weights:", ...weights.map(([id, weight]) => `  ${id}: ${weight}`));
  if (state.unknown !== data.unknown) lines.push(`unknown: ${state.unknown}`);
  if (state.gates_off.length) lines.push(`gates_off: ${JSON.stringify(state.gates_off)}`);
  if (state.compare.length) lines.push(`compare: ${JSON.stringify(state.compare)}`);
  return `${lines.join("\n")}\n`;
}

/** What differs from the evaluation, part by part. @param {State} state @param {Data} data @param {Record<string, string>} said */
function differs(state, data, said) {
  const before = sharesOf(asEvaluated(data), data);
  const now = sharesOf(state, data);
  const found = levelsOf(grown(data)).flatMap((siblings) => {
    const shares = siblings.map(({ id }) => [before.get(id) ?? 0, now.get(id) ?? 0]);
    const other = siblings.filter((_, at) => Math.abs(shares[at][1] - shares[at][0]) > SAME);
    const alone = other.find((each) => isInProportion(siblings.indexOf(each), shares));
    return (alone ? [alone] : other).map((each) => {
      const [was, is] = shares[siblings.indexOf(each)].map((share) => share * 100);
      const digits = digitsApart([was, is], 0);
      const [had, has] = [was, is].map((share) => inPercent(said, share, digits));
      const change = filled(said.weight_now, { criterion: each.title, now: has, before: had });
      return alone && siblings.length > 2 ? filled(said.in_proportion, { change }) : change;
    });
  });
  if (state.unknown !== data.unknown)
    found.push(state.unknown === "worst" ? said.worst_now : said.middle_now);
  const off = data.gates.filter((each) => state.gates_off.includes(each.id));
  return [...found, ...off.map((each) => filled(said.must_off, { must: each.title }))];
}

/** Siblings, level by level. @param {Branch[]} siblings @returns {Branch[][]} */
function levelsOf(siblings) {
  return [siblings, ...siblings.flatMap((each) => (each.below.length ? levelsOf(each.below) : []))];
}

/** Whether all but one keep their proportions, up to four decimals of a percent. @param {number} one @param {number[][]} shares */
function isInProportion(one, shares) {
  return shares.every(
    ([was, is], at) =>
      at === one || Math.abs(is * (1 - shares[one][0]) - was * (1 - shares[one][1])) < 2e-6,
  );
}

/** Whether weights within a criterion differ. @param {State} state @param {Data} data */
function inner(state, data) {
  const [was, is] = [asEvaluated(data), state].map((each) => sharesOf(each, data));
  return data.tree.some(
    ([id, , , above]) =>
      above !== undefined && Math.abs(Number(is.get(id)) - Number(was.get(id))) > SAME,
  );
}

/** Each node's share among its siblings. @param {State} state @param {Data} data @returns {Map<string, number>} */
function sharesOf(state, data) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const siblings of levelsOf(grown(data))) {
    const shares = proportions(siblings.map((each) => weightOf(state, each)));
    siblings.forEach((each, at) => {
      found.set(each.id, shares[at]);
    });
  }
  return found;
}

/** Who leads, in a sentence. @param {Result[]} results @param {Map<string, string>} names @param {Record<string, string>} said */
function leading(results, names, said) {
  const ranked = results.filter((each) => each.standing === "ranked");
  if (!ranked.length) return said.nobody;
  const first = ranked.filter((each) => each.rank === 1).map(({ id }) => String(names.get(id)));
  if (first.length > 1) return filled(said.level, { vendors: first.join(", ") });
  if (ranked.length === 1) return "";
  const gap = (ranked[0].score ?? 0) - (ranked[1].score ?? 0);
  return filled(said.leads, { vendor: first[0], points: decimal(gap, digitsApart([gap, 0], 1)) });
}
