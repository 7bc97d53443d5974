"""How long a page takes to score again: 30 vendors with 40 measures, in Debian's Chromium.

    python tests/benchmarks/whatif.py

A weight is moved 200 times; after each move all vendors are ranked, and the crossovers of one level
of ten tracks, and of all 50, are worked out. The goal for a ranking is one frame of 16 ms.
"""

import json
import random
from typing import Any

from playwright.sync_api import sync_playwright

from evalkit.templates.render import ENGINE, script

VENDORS, CRITERIA, EACH = 30, 10, 4
RUN = """
(() => {
  const times = { "ranking": [], "crossovers of 10": [], "crossovers of 50": [] };
  const timed = (name, run) => {
    const start = performance.now(); run(); times[name].push(performance.now() - start);
  };
  const [tops, all] = [[0, 5, 10, 15, 20, 25, 30, 35, 40, 45], data.tree.map((_, at) => at)];
  for (let number = 0; number < 200; number++) {
    const state = moved(asEvaluated(data), data, "c0", number / 200, []);
    timed("ranking", () => score(state, data));
    const tracks = (places) => places.map((at) => crossovers(state, data, data.tree[at][0], []));
    timed("crossovers of 10", () => tracks(tops));
    timed("crossovers of 50", () => tracks(all));
  }
  return times;
})()
"""


def main() -> None:
    """Print the median and the slowest of 200 runs of each."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        code = f"{script(ENGINE)}; const data = {json.dumps(data())}; return {RUN.strip()};"
        times = browser.new_page().evaluate("code => new Function(code)()", code)
        browser.close()
    print(f"{VENDORS} vendors, {CRITERIA * EACH} measures{'median':>15}{'slowest':>12}")
    for name, found in times.items():
        median = sorted(found)[len(found) // 2]
        print(f"{name:<24}{median:>13.2f} ms{max(found):>9.2f} ms")


def data() -> dict[str, Any]:
    """The data of such a page, with a fifth of the facts unknown and some that do not apply."""
    rng = random.Random(7)
    tree: list[list[Any]] = []
    for number in range(CRITERIA):
        place = len(tree)
        tree.append([f"c{number}", "Criterion", rng.randint(5, 20)])
        tree += [[f"m{number}_{at}", "Measure", rng.randint(5, 20), place] for at in range(EACH)]
    return {
        "tree": tree,
        "unknown": "middle",
        "rankable": 0,
        "gates": [],
        "people": [],
        "vendors": [
            {"id": f"v{at}", "name": f"V{at}", "researched": 1, "gates": "", "values": _values(rng)}
            for at in range(VENDORS)
        ],
    }


def _values(rng: random.Random) -> list[Any]:
    cells = [[0, 100], None, *(rng.uniform(0, 100) for _ in range(8))]
    return [rng.choice([*cells, [0, 100]]) for _ in range(CRITERIA * EACH)]


if __name__ == "__main__":
    main()
