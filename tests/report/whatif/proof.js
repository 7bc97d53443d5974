/* Compares what the engine finds with what is expected, number by number; a page of its own. */

/** What differs in two values of one shape, leaf by leaf. */
function unequal(found, expected, path, seen) {
  if (expected !== null && typeof expected === "object") {
    for (const key of Object.keys(expected))
      unequal(found?.[key], expected[key], `${path}.${key}`, seen);
    if (Array.isArray(expected)) unequal(found?.length, expected.length, `${path}.length`, seen);
    return seen;
  }
  seen.compared += 1;
  if (found !== expected) seen.differences.push(`${path}: ${found}, not ${expected}`);
  return seen;
}

/** How many values were compared, and which of them differ. */
function proof(bases) {
  const seen = { compared: 0, differences: [] };
  bases.forEach(({ data, cases }, base) => {
    cases.forEach(({ state, expected }, number) => {
      unequal(score(state, data), expected, `${base}.${number}`, seen);
    });
  });
  const { compared, differences } = seen;
  return { compared, count: differences.length, first: differences.slice(0, 3) };
}
