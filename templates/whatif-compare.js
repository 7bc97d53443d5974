/* What if: vendors side by side, and their value against what they cost. */

/**
 * @typedef {{id: string, title: string, points: number[], known: number, open: number}} Gap
 *   What each vendor gets from a criterion, and the first's lead over the second: the part from
 *   facts that are exact for both, and the part from others.
 * @typedef {{id: string, value: number, cost: number, exact: boolean, efficient: boolean | null,
 *   beaten_by: string[]}} Offer
 *   Points without costs, and the cost; `efficient` is null if that depends on unknown costs.
 */

/**
 * What two or three vendors get from each criterion at the top.
 * @param {State} state @param {Data} data @param {Result[]} sides @returns {Gap[]}
 */
function differences(state, data, sides) {
  const rows = sides.map((side) => data.vendors.find((each) => each.id === side.id)?.values ?? []);
  return grown(data).map((top, place) => {
    let known = 0;
    let open = 0;
    for (const at of top.places) {
      const [one, other] = sides.map((side, row) => pointsAtMeasure(state, side, rows[row], at));
      if (isExact(rows[0][at]) && isExact(rows[1][at])) known += one - other;
      else open += one - other;
    }
    const points = sides.map((side) => side.contributions[place].value);
    return { id: top.id, title: top.title, points, known, open };
  });
}

/** @param {State} state @param {Result} side @param {Cell[]} values @param {number} at */
function pointsAtMeasure(state, side, values, at) {
  return side.shares[at] * pointsOf(values[at], state.unknown).value;
}

/** Whether a value is one number, or does not apply. @param {Cell} cell */
function isExact(cell) {
  return !Array.isArray(cell);
}

/**
 * Value against cost, the cheapest first; null where fewer than two costs are known, or price lists
 * are for different regions.
 * @param {State} state @param {Data} data @param {Result[]} results @returns {Offer[] | null}
 */
function valueAgainstCost(state, data, results) {
  const { money } = data;
  if (!money || regionsOf(money, results).size > 1) return null;
  const values = scoresWithout(state, data, money.without);
  const field = results
    .filter((each) => each.standing === "ranked" && Object.hasOwn(money.costs, each.id))
    .map((each) => ({ id: each.id, value: values.get(each.id) ?? 0, ...money.costs[each.id] }));
  return field.filter((each) => each.exact).length < 2 ? null : offers(field, money.tolerance);
}

/**
 * The regions of the price lists of all who are not ruled out.
 * @param {Money} money @param {Result[]} results
 */
function regionsOf(money, results) {
  const left = results.filter((each) => each.standing !== "ruled_out");
  return new Set(
    left.flatMap(({ id }) => (Object.hasOwn(money.regions, id) ? money.regions[id] : [])),
  );
}

/**
 * The points of every vendor without a criterion at the top.
 * @param {State} state @param {Data} data @param {string} id @returns {Map<string, number | null>}
 */
function scoresWithout(state, data, id) {
  const rest = grown(data).filter((each) => each.id !== id);
  return new Map(data.vendors.map((each) => [each.id, scoreOf(state, data, rest, each, []).score]));
}

/**
 * Who is beaten by whom, as evalkit's own frontier has it.
 * @param {{id: string, value: number, cost: number, exact: boolean}[]} field
 * @param {number} tolerance  Up to which costs count as similar. @returns {Offer[]}
 */
function offers(field, tolerance) {
  const level = leveled(field.map((each) => each.value));
  const rivals = field.map((each, at) => ({ ...each, value: level[at], shown: each.value }));
  const kept = efficient(
    rivals.filter((each) => each.exact),
    tolerance,
  );
  const partly = rivals.filter((each) => !each.exact);
  return rivals
    .slice()
    .sort((a, b) => a.cost - b.cost || b.value - a.value)
    .map((each) => {
      const place = kept.indexOf(each);
      const over = place >= 0 ? [] : beating(each, kept, tolerance);
      const isOpen =
        place >= 0 ? beating(each, partly, tolerance).length > 0 : !each.exact && !over.length;
      return {
        id: each.id,
        value: each.shown,
        cost: each.cost,
        exact: each.exact,
        efficient: isOpen ? null : place >= 0,
        beaten_by: over.map((other) => other.id),
      };
    });
}

/** @typedef {{id: string, value: number, cost: number}} Rival */

/**
 * The offers not beaten in value at similar cost, the cheapest first.
 * @template {Rival} R @param {R[]} field @param {number} tolerance @returns {R[]}
 */
function efficient(field, tolerance) {
  /** @type {R[]} */
  const kept = [];
  let least = Infinity;
  for (const each of field.slice().sort((a, b) => b.value - a.value || a.cost - b.cost)) {
    const isTwin = kept.some((other) => other.value === each.value && other.cost === each.cost);
    if (!isTwin && !(least > each.cost + tolerance)) continue;
    kept.push(each);
    least = Math.min(least, each.cost);
  }
  return kept.sort((a, b) => a.cost - b.cost || a.value - b.value);
}

/**
 * Who offers as much or more at similar cost.
 * @template {Rival} R @param {Rival} one @param {R[]} among @param {number} tolerance
 * @returns {R[]}
 */
function beating(one, among, tolerance) {
  return among.filter(
    (each) => each.id !== one.id && each.value >= one.value && each.cost <= one.cost + tolerance,
  );
}
