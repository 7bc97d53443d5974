/* The engine by itself, on cases worked by hand. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const FILES = ["score", "weights", "crossovers", "compare"];
const NAMES = "score, asEvaluated, moved, groupOf, crossovers, differences, valueAgainstCost";
const folder = new URL("../../../templates/", import.meta.url);
const code = FILES.map((name) => readFileSync(new URL(`whatif-${name}.js`, folder), "utf-8"));
const engine = new Function(`${code.join("\n")}; return { ${NAMES} };`)();

/** Two criteria of which the first has two measures: price with three quarters, and quality. */
function made(changes = {}) {
  return {
    unknown: "worst",
    rankable: 0.6,
    tree: [
      ["price", "Price", 3],
      ["fee", "Fee", 1, 0],
      ["setup", "Setup", 3, 0],
      ["quality", "Quality", 1],
      ["speed", "Speed", 1, 3],
    ],
    gates: [{ id: "limit", title: "Limit" }],
    vendors: [
      { id: "anna", name: "Anna", researched: 1, gates: "p", values: [100, 100, 0] },
      { id: "bert", name: "Bert", researched: 1, gates: "p", values: [0, 0, 100] },
    ],
    people: [],
    ...changes,
  };
}

const weightsOf = (state, ...ids) => ids.map((id) => state.weights[id]);
const scoresOf = (found) => Object.fromEntries(found.map((each) => [each.id, each.score]));

test("points are weight times value, and the most points come first", () => {
  const data = made();
  const found = engine.score(engine.asEvaluated(data), data);
  assert.deepEqual(scoresOf(found), { anna: 75, bert: 25 });
  assert.deepEqual(
    found.map((each) => each.rank),
    [1, 2],
  );
});

test("what does not apply leaves its weight to its siblings", () => {
  const data = made();
  data.vendors[0].values = [null, 50, 0];
  const [anna, bert] = engine.score(engine.asEvaluated(data), data);
  assert.deepEqual([anna.shares, anna.score], [[0, 0.75, 0.25], 37.5]);
  assert.deepEqual(bert.shares, [0.1875, 0.5625, 0.25]);
});

test("the rule sets what is unknown at worst or in the middle, and the range stays", () => {
  const data = made();
  data.vendors[0].values = [[0, 100], 100, 0];
  for (const [unknown, points] of [
    ["worst", 56.25],
    ["middle", 65.625],
  ]) {
    const [first] = engine.score({ ...engine.asEvaluated(data), unknown }, data);
    assert.deepEqual([first.low, first.score, first.high], [56.25, points, 75]);
    assert.equal(first.settled, 0.8125);
  }
});

test("who fails a must that is on is ruled out, and is back when it is off if enough is known", () => {
  for (const [researched, standing] of [
    [0.6, "ranked"],
    [0.59, "not_ranked"],
  ]) {
    const data = made();
    Object.assign(data.vendors[0], { gates: "f", researched });
    const state = engine.asEvaluated(data);
    const [first, last] = engine.score(state, data);
    assert.deepEqual(
      [first.id, first.rank, last.standing, last.fails],
      ["bert", 1, "ruled_out", 0],
    );
    const found = engine.score({ ...state, gates_off: ["limit"] }, data);
    assert.equal(found.find((each) => each.id === "anna").standing, standing);
  }
});

test("level points share the better rank, by noise or exactly", () => {
  const data = made();
  data.vendors[1].values = [100 - 1e-10, 100, 0];
  const found = engine.score(engine.asEvaluated(data), data);
  assert.deepEqual(
    found.map((each) => [each.id, each.rank]),
    [
      ["anna", 1],
      ["bert", 1],
    ],
  );
});

/** Four siblings at the top. */
function four(weights = [50, 30, 15, 5]) {
  const tree = ["a", "b", "c", "d"].map((id, at) => [id, id, weights[at]]);
  const vendors = [{ id: "anna", name: "Anna", researched: 1, gates: "", values: [1, 2, 3, 4] }];
  return made({ tree, vendors, gates: [] });
}

test("siblings keep their proportions when one is moved, and add up to 100", () => {
  const data = four();
  const state = engine.moved(engine.asEvaluated(data), data, "a", 0.75, []);
  assert.deepEqual(weightsOf(state, "a", "b", "c", "d"), [75, 15, 7.5, 2.5]);
});

test("a lock holds its share, and the others make up for it", () => {
  const data = four();
  let state = engine.asEvaluated(data);
  state = engine.moved(state, data, "a", 0.6, ["b"]);
  assert.deepEqual(weightsOf(state, "a", "b", "c", "d"), [60, 30, 7.5, 2.5]);
  // No further than to what the lock leaves.
  state = engine.moved(state, data, "a", 0.9, ["b"]);
  assert.deepEqual(weightsOf(state, "a", "b", "c", "d"), [70, 30, 0, 0]);
  for (const share of [0.123456, 0.3333333, 0.7, 0.011]) {
    state = engine.moved(state, data, "a", share, ["b"]);
    assert.equal(state.weights.b, 30);
    const units = Object.values(state.weights).map((each) => Math.round(each * 1e4));
    assert.equal(
      units.reduce((sum, each) => sum + each),
      1e6,
    );
  }
});

test("back from 100% the others have the proportions in which they were evaluated", () => {
  const data = four();
  const all = engine.moved(engine.asEvaluated(data), data, "a", 1, []);
  assert.deepEqual(weightsOf(all, "a", "b", "c", "d"), [100, 0, 0, 0]);
  const back = engine.moved(all, data, "a", 0.5, []);
  assert.deepEqual(weightsOf(back, "a", "b", "c", "d"), [50, 30, 15, 5]);
});

test("others that never had a weight share evenly", () => {
  const data = four([100, 0, 0, 0]);
  const state = engine.moved(engine.asEvaluated(data), data, "a", 0.4, []);
  assert.deepEqual(weightsOf(state, "a", "b", "c", "d"), [40, 20, 20, 20]);
});

test("what stands alone, or among locked siblings only, does not move", () => {
  const data = four();
  const state = engine.asEvaluated(data);
  assert.equal(engine.moved(state, data, "a", 0.9, ["b", "c", "d"]), state);
  assert.equal(engine.moved(state, made(), "speed", 0.5, []), state);
  assert.deepEqual(engine.crossovers(state, made(), "speed", []), []);
});

test("beyond the ends a weight stays at the end, and what is no number moves nothing", () => {
  const data = four();
  const state = engine.asEvaluated(data);
  assert.equal(engine.moved(state, data, "a", 7, []).weights.a, 100);
  assert.equal(engine.moved(state, data, "a", -1, []).weights.a, 0);
  assert.equal(engine.moved(state, data, "a", Number.NaN, []), state);
});

test("only siblings move, and what was moved elsewhere stays", () => {
  const data = made();
  const first = engine.moved(engine.asEvaluated(data), data, "fee", 0.5, []);
  assert.deepEqual(first.weights, { fee: 50, setup: 50 });
  const second = engine.moved(first, data, "price", 0.25, []);
  assert.deepEqual(second.weights, { fee: 50, setup: 50, price: 25, quality: 75 });
});

test("the leader changes where both have as many points", () => {
  const data = made();
  const state = engine.asEvaluated(data);
  const [change, ...more] = engine.crossovers(state, data, "price", []);
  assert.deepEqual(change, { at: 0.5, before: ["bert"], after: ["anna"] });
  assert.deepEqual(more, []);
  // Within price, both measures are Anna's.
  assert.deepEqual(engine.crossovers(state, data, "fee", []), []);
});

test("three can lead in turn, and who is never first is on no track", () => {
  const data = made();
  data.vendors.push(
    { id: "carl", name: "Carl", researched: 1, gates: "p", values: [70, 70, 70] },
    { id: "dora", name: "Dora", researched: 1, gates: "p", values: [60, 60, 60] },
    { id: "emil", name: "Emil", researched: 0.1, gates: "p", values: [100, 100, 100] },
    { id: "finn", name: "Finn", researched: 1, gates: "f", values: [100, 100, 100] },
  );
  const found = engine.crossovers(engine.asEvaluated(data), data, "price", []);
  assert.deepEqual(
    found.map((each) => [Math.round(each.at * 1e12) / 1e12, each.before[0], each.after[0]]),
    [
      [0.3, "bert", "carl"],
      [0.7, "carl", "anna"],
    ],
  );
});

test("what a lock leaves is the end of the track", () => {
  const data = four([40, 40, 20, 0]);
  data.vendors = [
    { id: "anna", name: "Anna", researched: 1, gates: "", values: [100, 0, 0, 0] },
    { id: "bert", name: "Bert", researched: 1, gates: "", values: [0, 100, 0, 0] },
  ];
  const state = engine.asEvaluated(data);
  // Locked at 40%, b is level with a at 40%.
  assert.deepEqual(
    engine.crossovers(state, data, "a", ["b"]).map((each) => each.at),
    [0.4],
  );
  // With c locked, b has what a leaves of 80%.
  assert.deepEqual(
    engine.crossovers(state, data, "a", ["c"]).map((each) => each.at),
    [0.4],
  );
  // With b at 70%, a never comes that far.
  const high = { ...state, weights: { a: 20, b: 70, c: 10, d: 0 } };
  assert.deepEqual(engine.crossovers(high, data, "a", ["b"]), []);
});

test("differences add up to the lead, apart by what is known of both", () => {
  const data = made({ unknown: "middle" });
  data.vendors[1].values = [[0, 100], 0, 100];
  const state = engine.asEvaluated(data);
  const sides = engine.score(state, data);
  const gaps = engine.differences(state, data, sides);
  assert.deepEqual(
    gaps.map(({ id, points, known, open }) => [id, points, known, open]),
    [
      ["price", [75, 9.375], 56.25, 9.375],
      ["quality", [0, 25], -25, 0],
    ],
  );
});

test("value is held against cost without the criterion for costs", () => {
  const costs = { anna: { cost: 100, exact: true }, bert: { cost: 300, exact: true } };
  const data = made({ money: { tolerance: 0, without: "price", costs, regions: {} } });
  const state = engine.asEvaluated(data);
  const found = engine.valueAgainstCost(state, data, engine.score(state, data));
  assert.deepEqual(
    found.map((each) => [each.id, each.value, each.efficient]),
    [
      ["anna", 0, true],
      ["bert", 100, true],
    ],
  );
});

test("value is not held against the price lists of different regions", () => {
  const costs = { anna: { cost: 100, exact: true }, bert: { cost: 300, exact: true } };
  const regions = { anna: ["EU"], bert: ["US"] };
  const data = made({ money: { tolerance: 0, without: "price", costs, regions } });
  const state = engine.asEvaluated(data);
  assert.equal(engine.valueAgainstCost(state, data, engine.score(state, data)), null);
});
