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
from evalkit.templates.render import ENGINE, code, script
from tests.conftest import DAY, ROOT
from tests.report.whatif.made import SEED, Base, files, state

BASES, EACH = 20, 100
HERE = Path(__file__).parent
CHECKS = (HERE / "proof.js").read_text("utf-8")
FIREFOX, DRIVER = Path("/usr/bin/firefox-esr"), ROOT / "node_modules/puppeteer-core"


@pytest.fixture(scope="module")
def bases(tmp_path_factory):
    """Random workspaces as evalkit ranks them, with the data of their pages."""
    return [one_base(tmp_path_factory.mktemp("base"), SEED + number) for number in range(BASES)]


def one_base(folder, seed):
    for path, content in files(seed).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    workspace = load(folder, DAY)
    assert workspace.errors == ()
    base = Base(workspace)
    return base, json.loads(block(evaluate(workspace, base.plan, DAY, full=False)))


@pytest.fixture(scope="module")
def cases(bases):
    """2,000 random cases: the data of a page, what is tried, and what evalkit says of it."""
    return [{"data": data, "cases": list(some(base, data))} for base, data in bases]


def some(base, data):
    rng = random.Random(data["evaluation"])
    gates = [each["id"] for each in data["gates"]]
    for _ in range(EACH):
        tried = state(rng, base.criteria, gates)
        yield {"state": tried, "expected": base.expected(tried, gates)}


@pytest.fixture(scope="module")
def page(cases, tmp_path_factory):
    """A page with the engine and the cases, whose numbers are exact decimals; it proves itself."""
    file = tmp_path_factory.mktemp("page") / "proof.html"
    told = json.dumps(cases, allow_nan=False).replace("<", "\\u003c")
    file.write_text(
        f'<!doctype html><meta charset="utf-8"><script type="application/json" id="cases">{told}</script>'
        f"<script>{script(ENGINE)}{CHECKS}</script>"
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


def test_the_leader_changes_where_evalkits_own_crossovers_say(opened, bases):
    told = []
    for base, data in bases:
        # Where vendors are level but for noise, noise decides who leads.
        if not any(each["id"] == "near" for each in data["vendors"]):
            told += list(tracks(base, data))
    code = f"{script(ENGINE)}; return told.map(([data, state, id]) => crossovers(state, data, id, []));"
    call = "([code, told]) => new Function('told', code)(told)"
    found = opened.evaluate(call, [code, [each[:3] for each in told]])
    for (_, _, name, expected), changes in zip(told, found, strict=True):
        sides = [(set(each["before"]), set(each["after"])) for each in changes]
        assert sides == [(before, after) for _, before, after in expected], name
        places = [each["at"] for each in changes]
        assert places == pytest.approx([at for at, _, _ in expected], abs=1e-7)
    assert sum(len(changes) for changes in found) > 100


def tracks(base, data):
    rng = random.Random(data["evaluation"])
    gates = [each["id"] for each in data["gates"]]
    for _ in range(4):
        tried = {**state(rng, base.criteria, gates), "weights": {}}
        for names in base.criteria.groups.values():
            tried["weights"] |= {name: rng.uniform(1, 100) for name in names}
        for name, expected in base.leaders(tried, gates):
            yield data, tried, name, expected


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
    assert code(ENGINE).count(right) == 1
    mutant = f"{code(ENGINE).replace(right, wrong)}{CHECKS}; return proof(cases);"
    assert opened.evaluate("code => new Function('cases', code)(cases)", mutant)["count"] > 0


def test_2000_random_cases_are_equal_to_the_last_bit_in_firefox(page):
    if not (FIREFOX.exists() and DRIVER.exists()) and not os.environ.get("EVALKIT_REQUIRE_BROWSER"):
        pytest.skip("Debian's firefox-esr or npm's puppeteer-core is not installed")
    command = ["node", HERE / "firefox.mjs", FIREFOX, page.as_uri()]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    check_proof(json.loads(ran.stdout))
