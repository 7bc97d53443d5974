"""The page's own scoring has the bits of evalkit's."""

import json
import os
import random
import subprocess
from pathlib import Path

import pytest

from evalkit.checking.load import load
from evalkit.evaluation.evaluate import evaluate
from evalkit.report.whatif.data import block
from evalkit.templates.render import engine
from tests.conftest import DAY, ROOT
from tests.report.whatif.made import SEED, Base, files, state

BASES, EACH = 20, 100
HERE = Path(__file__).parent
CHECKS = (HERE / "proof.js").read_text("utf-8")
FIREFOX, DRIVER = Path("/usr/bin/firefox-esr"), ROOT / "node_modules/puppeteer-core"


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    """2,000 random cases: the data of a page, what is tried, and what evalkit says of it."""
    return [one_base(tmp_path_factory.mktemp("base"), SEED + number) for number in range(BASES)]


def one_base(folder, seed):
    for path, content in files(seed).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    workspace = load(folder, DAY)
    assert workspace.errors == ()
    base = Base(workspace)
    data = block(evaluate(workspace, base.plan, DAY, full=False))
    gates = [each["id"] for each in json.loads(data)["gates"]]
    rng = random.Random(seed)
    tried = [state(rng, base.criteria, base.plan, gates) for _ in range(EACH)]
    made = [{"state": each, "expected": base.expected(each, gates)} for each in tried]
    return {"data": json.loads(data), "cases": made}


@pytest.fixture(scope="module")
def page(cases, tmp_path_factory):
    """A page with the engine and the cases, whose numbers are exact decimals; it proves itself."""
    file = tmp_path_factory.mktemp("page") / "proof.html"
    told = json.dumps(cases, allow_nan=False).replace("<", "\\u003c")
    file.write_text(
        f'<!doctype html><meta charset="utf-8"><script type="application/json" id="cases">{told}</script>'
        f"<script>{engine()}{CHECKS}</script>"
        "<script>const cases = JSON.parse(document.getElementById('cases').textContent); const found = proof(cases);</script>",
        encoding="utf-8",
    )
    return file


@pytest.fixture(scope="module")
def opened(browser, page):
    found = browser.new_page()
    found.goto(page.as_uri())
    yield found
    found.close()


def check_proof(found):
    assert (found["count"], found["first"]) == (0, [])
    assert found["compared"] > 100_000


def test_2000_random_cases_are_equal_to_the_last_bit_in_chromium(opened, cases):
    assert sum(len(each["cases"]) for each in cases) == 2000
    check_proof(opened.evaluate("found"))


MUTANTS = {
    "another order of operations": ("whole * (total > 0 ? parts[place] / total : 0)", "(total > 0 ? (whole * parts[place]) / total : 0)"),
    "points added from the last one on": ("for (const part of parts) total += part", "for (const part of parts.toReversed()) total += part"),
    "a middle that is worked out otherwise": ("low + (high - low) / 2", "(low + high) / 2"),
    "ties that are told apart": ("const SAME = 1e-9", "const SAME = 0"),
    "weights of 0 that carry a criterion": ("weightOf(state, each) > 0 &&", "weightOf(state, each) >= 0 &&"),
    "names that everything in JavaScript has": ("Object.hasOwn(state.weights, node.id)", "node.id in state.weights"),
    "gates that cannot be taken out": ("!state.gates_off.includes(gate.id)", "true"),
    "who is known well enough by other weights": ("vendor.researched + SAME >= data.rankable", "1 - (high - low) / 100 + SAME >= data.rankable"),
}  # fmt: skip


@pytest.mark.parametrize("name", MUTANTS)
def test_a_formula_that_is_only_nearly_the_same_is_found_out(opened, name):
    right, wrong = MUTANTS[name]
    assert engine().count(right) == 1
    code = f"{engine().replace(right, wrong)}{CHECKS}; return proof(cases);"
    assert opened.evaluate("code => new Function('cases', code)(cases)", code)["count"] > 0


def test_2000_random_cases_are_equal_to_the_last_bit_in_firefox(page):
    if not (FIREFOX.exists() and DRIVER.exists()) and not os.environ.get("EVALKIT_REQUIRE_BROWSER"):
        pytest.skip("Debian's firefox-esr or npm's puppeteer-core is not installed")
    command = ["node", HERE / "firefox.mjs", FIREFOX, page.as_uri()]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    check_proof(json.loads(ran.stdout))
