/* What if: one weight moves, and its siblings keep their proportions. */

/** What moves is kept as percent with four decimals, in sum 100, so that it is short to write. */
const UNITS = 1e6;

/**
 * @typedef {{siblings: Branch[], place: number, free: boolean[], shares: number[],
 *   parts: number[], most: number}} Group
 *   A node among its siblings, with their shares of 1: which are free to give and take, in which
 *   `parts`, and the most that the node can get beside what is locked.
 */

/**
 * The siblings of a node, itself among them.
 * @param {Branch[]} nodes @param {string} id @returns {Branch[]}
 */
function siblingsOf(nodes, id) {
  if (nodes.some((node) => node.id === id)) return nodes;
  return nodes.map((node) => siblingsOf(node.below, id)).find((found) => found.length) ?? [];
}

/** Shares of 1 in proportion, or even if all are 0. @param {number[]} weights */
function proportions(weights) {
  const total = added(weights);
  return weights.map((weight) => (total > 0 ? weight / total : 1 / weights.length));
}

/**
 * A node among its siblings. Those that are free divide the rest as they do now; if none of them
 * has a weight, as they were evaluated.
 * @param {State} state @param {Data} data @param {string} id @param {string[]} locks
 * @returns {Group}
 */
function groupOf(state, data, id, locks) {
  const siblings = siblingsOf(grown(data), id);
  const place = siblings.findIndex((node) => node.id === id);
  const free = siblings.map((node) => node.id !== id && !locks.includes(node.id));
  const weights = siblings.map((node) => weightOf(state, node));
  const shares = proportions(weights);
  const now = weights.filter((_, at) => free[at]);
  const given = siblings.filter((_, at) => free[at]).map((node) => node.weight);
  const divided = proportions(added(now) > 0 ? now : given);
  const parts = free.map((is) => (is ? (divided.shift() ?? 0) : 0));
  const held = added(shares.filter((_, at) => !free[at] && at !== place));
  return { siblings, place, free, shares, parts, most: Math.max(1 - held, 0) };
}

/** Whether anything can give what a node gains. @param {Group} group */
function canMove(group) {
  return group.free.includes(true);
}

/**
 * The state after a node was given a share of its siblings' sum, 0 to 1.
 *
 * To move on, start from the state before the first move: at 100% the others lose proportion.
 * @param {State} state @param {Data} data @param {string} id @param {number} share
 * @param {string[]} locks  Siblings that keep their weight. @returns {State}
 */
function moved(state, data, id, share, locks) {
  const group = groupOf(state, data, id, locks);
  // What somebody is still typing may be no number.
  if (!canMove(group) || Number.isNaN(share)) return state;
  const units = group.shares.map((each) => Math.round(each * UNITS));
  const held = added(units.filter((_, at) => !group.free[at] && at !== group.place));
  units[group.place] = Math.min(Math.max(Math.round(share * UNITS), 0), UNITS - held);
  const rest = UNITS - held - units[group.place];
  let part = 0;
  let given = 0;
  group.siblings.forEach((_, at) => {
    if (!group.free[at]) return;
    // Rounded as they are added up, so that nothing is left over.
    part += group.parts[at];
    units[at] = Math.round(rest * Math.min(part, 1)) - given;
    given += units[at];
  });
  const weights = { ...state.weights };
  group.siblings.forEach((node, at) => {
    weights[node.id] = units[at] / 1e4;
  });
  return { ...state, weights };
}
