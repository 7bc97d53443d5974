/*
 * What if: points, order and places by other weights, as evalkit's own scoring adds them up.
 * Each number has the same bits as Python's, so sums keep its order of additions.
 */

/**
 * @typedef {number | [number, number] | [number, number, number] | null} Cell
 *   A value from 0 to 100; both ends if the rule for what is open sets what lies between; at least,
 *   likely and at most; or null if the measure does not apply.
 * @typedef {[id: string, title: string, weight: number, above?: number]} Weight
 *   `above` is a place among them.
 * @typedef {{id: string, name: string, researched: number,
 *   gates: string, values: Cell[]}} Vendor  `gates` has p, f or u for each gate.
 * @typedef {{id: string, name: string, weights: Record<string, number>}} Person
 * @typedef {{tolerance: number, without: string, costs: Record<string, Cost>,
 *   regions: Record<string, string[]>}} Money
 * @typedef {{cost: number, exact: boolean}} Cost
 * @typedef {{plan: string, title: string, evaluation: string, unknown: Rule, rankable: number,
 *   tree: Weight[], gates: {id: string, title: string}[],
 *   vendors: Vendor[], people: Person[], money?: Money}} Data  What stands in the page.
 * @typedef {"worst" | "middle"} Rule
 * @typedef {{weights: Record<string, number>, unknown: Rule, gates_off: string[],
 *   compare: string[]}} State
 *   What is tried, with the keys of a scenario; the weights replace those of the tree.
 * @typedef {{id: string, title: string, weight: number, at: number, below: Branch[],
 *   places: number[]}} Branch
 *   `at` is a measure's place among the values, or -1; `places` are those of all measures in it.
 * @typedef {{low: number, value: number, high: number}} Points
 * @typedef {{id: string, standing: "ranked" | "not_ranked" | "ruled_out", rank: number | null,
 *   score: number | null, low: number | null, high: number | null, settled: number,
 *   contributions: Points[], shares: number[], fails: number}} Result
 *   `contributions` go by the criteria at the top, `shares` by measure; `fails` is the first gate
 *   that rules it out, or -1.
 */

/** Points that differ by no more are level. */
const SAME = 1e-9;
const STANDINGS = ["ranked", "not_ranked", "ruled_out"];

/** The state in which everything is as it was evaluated. @param {Data} data @returns {State} */
function asEvaluated(data) {
  return { weights: {}, unknown: data.unknown, gates_off: [], compare: [] };
}

/** The criteria at the top, with all below them. @param {Data} data @returns {Branch[]} */
function grown(data) {
  /** @type {Branch[]} */
  const tops = [];
  /** @type {Branch[]} */
  const nodes = [];
  for (const [id, title, weight, above] of data.tree) {
    const node = { id, title, weight, at: -1, below: [], places: [] };
    (above === undefined ? tops : nodes[above].below).push(node);
    nodes.push(node);
  }
  let count = 0;
  nodes.forEach((node, place) => {
    if (node.below.length) return;
    node.at = count++;
    for (
      let at = /** @type {number | undefined} */ (place);
      at !== undefined;
      at = data.tree[at][3]
    )
      nodes[at].places.push(node.at);
  });
  return tops;
}

/** A node's weight among its siblings. @param {State} state @param {Branch} node */
function weightOf(state, node) {
  return Object.hasOwn(state.weights, node.id) ? state.weights[node.id] : node.weight;
}

/**
 * Whether a measure applies, or anything with a weight below a criterion does.
 * @param {State} state @param {Branch} node @param {Cell[]} values @returns {boolean}
 */
function applies(state, node, values) {
  if (node.at >= 0) return values[node.at] !== null;
  return node.below.some((each) => weightOf(state, each) > 0 && applies(state, each, values));
}

/**
 * Divides a share among siblings, level by level; what does not apply leaves its part to others.
 * @param {State} state @param {Branch[]} siblings @param {number} whole @param {Cell[]} values
 * @param {number[]} shares  Filled, by measure.
 */
function divide(state, siblings, whole, values, shares) {
  const parts = siblings.map((node) => (applies(state, node, values) ? weightOf(state, node) : 0));
  const total = added(parts);
  siblings.forEach((node, place) => {
    const share = whole * (total > 0 ? parts[place] / total : 0);
    if (node.at >= 0) shares[node.at] = share;
    else divide(state, node.below, share, values, shares);
  });
}

/** The sum, added one by one. @param {number[]} parts */
function added(parts) {
  let total = 0;
  for (const part of parts) total += part;
  return total;
}

/**
 * The ends of a value, and what lies between.
 * @param {Cell} cell @param {Rule} rule @returns {Points}
 */
function pointsOf(cell, rule) {
  if (cell === null) return { low: 0, value: 0, high: 0 };
  if (typeof cell === "number") return { low: cell, value: cell, high: cell };
  if (cell.length === 3) return { low: cell[0], value: cell[1], high: cell[2] };
  const [low, high] = cell;
  return { low, value: rule === "worst" ? low : low + (high - low) / 2, high };
}

/**
 * The points that a node and all below it bring, measure by measure.
 * @param {Branch} node @param {Cell[]} values @param {number[]} shares @param {Rule} rule
 * @returns {Points}
 */
function brought(node, values, shares, rule) {
  const total = { low: 0, value: 0, high: 0 };
  for (const at of node.places) {
    const { low, value, high } = pointsOf(values[at], rule);
    total.low += low * shares[at];
    total.value += value * shares[at];
    total.high += high * shares[at];
  }
  return total;
}

/**
 * Every vendor's points, standing and rank, in the order of the ranking.
 * @param {State} state @param {Data} data @returns {Result[]}
 */
function score(state, data) {
  const tops = grown(data);
  const counts = data.gates.map((gate) => !state.gates_off.includes(gate.id));
  const found = data.vendors.map((vendor) => scoreOf(state, data, tops, vendor, counts));
  rank(found);
  // The vendors stand in the order of their names, which is kept without a rank.
  return found.sort(
    (one, other) =>
      STANDINGS.indexOf(one.standing) - STANDINGS.indexOf(other.standing) ||
      (one.rank ?? 0) - (other.rank ?? 0) ||
      (one.rank === null ? 0 : one.id < other.id ? -1 : 1),
  );
}

/**
 * @param {State} state @param {Data} data @param {Branch[]} tops @param {Vendor} vendor
 * @param {boolean[]} counts  Which gates can rule out. @returns {Result}
 */
function scoreOf(state, data, tops, vendor, counts) {
  const shares = vendor.values.map(() => 0);
  divide(state, tops, 1, vendor.values, shares);
  const contributions = tops.map((top) => brought(top, vendor.values, shares, state.unknown));
  const [low, value, high] = /** @type {const} */ (["low", "value", "high"]).map((end) =>
    added(contributions.map((points) => points[end])),
  );
  const judged = added(shares) > 0;
  const fails = counts.findIndex((on, place) => on && vendor.gates[place] === "f");
  // Whether enough is known stays as it was decided.
  const known = judged && vendor.researched + SAME >= data.rankable;
  return {
    id: vendor.id,
    standing: fails >= 0 ? "ruled_out" : known ? "ranked" : "not_ranked",
    rank: null,
    score: judged ? value : null,
    low: judged ? low : null,
    high: judged ? high : null,
    settled: judged ? Math.min(Math.max(1 - (high - low) / 100, 0), 1) : 0,
    contributions,
    shares,
    fails,
  };
}

/** Level numbers made equal to the highest of them, in their order. @param {number[]} numbers */
function leveled(numbers) {
  const order = numbers.map((_, place) => place).sort((a, b) => numbers[b] - numbers[a]);
  const found = numbers.slice();
  let highest = Infinity;
  for (const place of order) {
    if (!(Math.abs(highest - numbers[place]) <= SAME)) highest = numbers[place];
    found[place] = highest;
  }
  return found;
}

/**
 * Gives ranks from 1 to who is ranked; level scores share the better one.
 * @param {Result[]} found
 */
function rank(found) {
  const ranked = found.filter((each) => each.standing === "ranked");
  const points = leveled(ranked.map((each) => each.score ?? 0));
  ranked.forEach((each, place) => {
    each.rank = 1 + points.filter((other) => other > points[place]).length;
  });
}
