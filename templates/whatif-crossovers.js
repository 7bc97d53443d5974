/*
 * What if: where the leader changes as one weight goes from 0 to all, worked out exactly.
 * The points of a vendor are base + scale × (p0 + p1 t) / (c0 + c1 t), t being the weight's share:
 * what the siblings bring by what of them applies, beside what the rest of the tree brings.
 */

const TINY = 1e-12;

/**
 * @typedef {{id: string, base: number, scale: number, p0: number, p1: number, c0: number,
 *   c1: number}} Course  A vendor's points along the track.
 * @typedef {{at: number, before: string[], after: string[]}} Change
 *   A share at which the leader changes, and who leads on each side; several if they are level.
 */

/**
 * Where the leader changes on the track of a criterion or measure, whose siblings keep their
 * proportions while locked ones hold; empty where it cannot move.
 * @param {State} state @param {Data} data @param {string} id @param {string[]} locks
 * @returns {Change[]}
 */
function crossovers(state, data, id, locks) {
  const group = groupOf(state, data, id, locks);
  if (!canMove(group)) return [];
  const courses = leaders(coursesOf(state, data, group), group.most);
  const stops = stopsOf(courses, group.most);
  /** @type {Change[]} */
  const found = [];
  let before = firstAt(courses, stops[0] / 2);
  stops.slice(0, -1).forEach((at, place) => {
    const after = firstAt(courses, (at + stops[place + 1]) / 2);
    if (before.join() !== after.join()) found.push({ at, before, after });
    before = after;
  });
  return found;
}

/** The shares of a group if its node has one. @param {Group} group @param {number} share */
function sharesAt(group, share) {
  const rest = group.most - share;
  return group.shares.map((each, at) =>
    at === group.place ? share : group.free[at] ? rest * group.parts[at] : each,
  );
}

/**
 * The course of every ranked vendor between the ends of the track, where the same things apply
 * throughout.
 * @param {State} state @param {Data} data @param {Group} group @returns {Course[]}
 */
function coursesOf(state, data, group) {
  const [start, middle, end] = [0, group.most / 2, 1].map((share) => sharesAt(group, share));
  const weights = { ...state.weights };
  group.siblings.forEach((node, at) => {
    weights[node.id] = middle[at];
  });
  const cells = new Map(data.vendors.map((vendor) => [vendor.id, vendor.values]));
  return score({ ...state, weights }, data)
    .filter((each) => each.standing === "ranked")
    .map((each) => {
      const points = group.siblings.map((node) => {
        return brought(node, cells.get(each.id) ?? [], each.shares, state.unknown).value;
      });
      return courseOf(each, group, points, start, end);
    });
}

/**
 * @param {Result} result @param {Group} group
 * @param {number[]} points  What each sibling brings halfway.
 * @param {number[]} start @param {number[]} end  The shares at 0 and at 1. @returns {Course}
 */
function courseOf(result, group, points, start, end) {
  const own = group.siblings.map((node) => added(node.places.map((at) => result.shares[at])));
  const scale = added(own);
  let [p0, p1, c0, c1] = [0, 0, 0, 0];
  own.forEach((share, at) => {
    if (!(share > 0)) return;
    const value = points[at] / share;
    p0 += start[at] * value;
    p1 += (end[at] - start[at]) * value;
    c0 += start[at];
    c1 += end[at] - start[at];
  });
  const course = { id: result.id, base: 0, scale, p0, p1, c0, c1 };
  return { ...course, base: (result.score ?? 0) - pointsAt(course, group.most / 2) };
}

/**
 * Points at a share; at an end where nothing applies, those beside it.
 * @param {Course} course @param {number} t
 */
function pointsAt({ base, scale, p0, p1, c0, c1 }, t) {
  const carried = c0 + c1 * t;
  if (carried > TINY) return base + (scale * (p0 + p1 * t)) / carried;
  return base + (Math.abs(c1) > TINY ? (scale * p1) / c1 : 0);
}

/**
 * Who can lead at all: courses only rise or only fall, so their ends tell.
 * @param {Course[]} courses @param {number} most
 */
function leaders(courses, most) {
  const ends = courses.map((each) => [pointsAt(each, 0), pointsAt(each, most)]);
  const least = Math.max(...ends.map((each) => Math.min(...each)));
  return courses.filter((_, at) => Math.max(...ends[at]) >= least - SAME);
}

/**
 * The shares at which any two are level, ascending, and the end.
 * @param {Course[]} courses @param {number} most
 */
function stopsOf(courses, most) {
  const found = courses.flatMap((one, at) =>
    courses.slice(at + 1).flatMap((other) => roots(equation(one, other))),
  );
  const inside = found.filter((t) => t > SAME && t < most - SAME).sort((a, b) => a - b);
  return [...inside.filter((t, at) => at === 0 || t - inside[at - 1] > SAME), most];
}

/**
 * The lead of one over the other as c + b t + a t², up to a factor.
 * @param {Course} one @param {Course} other @returns {[number, number, number]}
 */
function equation(one, other) {
  const gap = one.base - other.base;
  const at = (/** @type {0 | 1} */ m, /** @type {0 | 1} */ n) => {
    const [p, c] = [m ? one.p1 : one.p0, m ? one.c1 : one.c0];
    const [q, d] = [n ? other.p1 : other.p0, n ? other.c1 : other.c0];
    return gap * c * d + one.scale * p * d - other.scale * q * c;
  };
  return [at(0, 0), at(0, 1) + at(1, 0), at(1, 1)];
}

/** The real roots of c + b t + a t². @param {[number, number, number]} equation */
function roots([c, b, a]) {
  const size = Math.max(Math.abs(a), Math.abs(b), Math.abs(c));
  if (Math.abs(a) <= TINY * size) return Math.abs(b) <= TINY * size ? [] : [-c / b];
  const inner = b * b - 4 * a * c;
  if (inner < 0) return [];
  // This form keeps its precision if b and the root of `inner` nearly cancel.
  const q = -(b + (b < 0 ? -1 : 1) * Math.sqrt(inner)) / 2;
  return q === 0 ? [0] : [q / a, c / q];
}

/** Who has the most points at a share. @param {Course[]} courses @param {number} t */
function firstAt(courses, t) {
  const points = courses.map((each) => pointsAt(each, t));
  const most = Math.max(...points);
  return courses.filter((_, at) => most - points[at] <= SAME).map((each) => each.id);
}
