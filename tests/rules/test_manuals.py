"""Every rule's manual is true: its bad example is found and nothing else, its good one is not."""

from pathlib import Path

import pytest

from evalkit.checking.scenario import scenario_in
from evalkit.rules.run import all_rules
from evalkit.source.document import read
from tests.conftest import DAY
from tests.rules.examples import BASE, EXAMPLEPAY, laid_over

SCENARIO = "scenario.yaml"
OTHER = "vendors/payment-gateways/otherpay.yaml"
ONE = "weight: 1, unit: x, scale: {kind: linear, worst: 0, best: 1, because: x}"
TREE = "criteria:\n" + "".join(
    f"  c{c}:\n    title: C\n    weight: 1\n    measures:\n"
    + "".join(f"      m{c}_{n}: {{{ONE}}}\n" for n in range(49))
    for c in range(21)
)
CRITERIA = BASE["criteria/payment-gateways.yaml"]
# Faults of bytes and of the file system, and of size, which a docstring can only describe.
UNPRINTABLE = {
    "EK001": {OTHER + "/inside.txt": "a folder called otherpay.yaml"},
    "EK002": {OTHER: "name: Café Pay".encode("latin-1")},
    "EK004": {OTHER: "# " + "x" * 1_100_000},
    "EK013": {OTHER: "name: Example\bPay\n"},
    "EK212": {"criteria/large.yaml": f"id: large\ntitle: Large\n{TREE}"},
    "EK213": {
        "criteria/base.yaml": CRITERIA.replace("payment-gateways", "base") + "# " + "x" * 1_000_000,
        **{f"criteria/c{n}.yaml": f"id: c{n}\ntitle: C\nextends: base\n" for n in range(5)},
    },
    "EK018": {OTHER: Path(__file__)},
    "EK014": {EXAMPLEPAY: BASE[EXAMPLEPAY].replace("ExamplePay", "A\u202eB")},
}
# A finding that cannot be silenced stays, beside the one that says so.
FOUND_AS_WELL = {"EK017": ("EK101",)}


def codes(workspace, example):
    found = {diagnostic.code for diagnostic in workspace.diagnostics}
    if SCENARIO not in example:
        return found
    document = read(workspace.folder / SCENARIO, SCENARIO)
    return found | {each.code for each in scenario_in(document, workspace, DAY)[1]}


def test_the_base_workspace_has_no_findings(loaded):
    assert loaded(BASE).diagnostics == ()


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_the_bad_example_is_found_and_nothing_else(rule, loaded):
    example = UNPRINTABLE.get(rule.code) or laid_over(rule.manual.bad, rule.code)
    wanted = {rule.code, *FOUND_AS_WELL.get(rule.code, ())}
    assert codes(loaded(BASE | example), example) == wanted


@pytest.mark.parametrize(
    "rule",
    [rule for rule in all_rules() if rule.code not in UNPRINTABLE],
    ids=lambda rule: rule.code,
)
def test_the_good_example_has_no_findings(rule, loaded):
    example = laid_over(rule.manual.good, rule.code)
    assert codes(loaded(BASE | example), example) == set()


def test_an_example_says_only_what_it_is_about_and_the_base_says_the_rest():
    (path, content), *others = laid_over("facts:\n  rate_limit: {value: 100}\n", "EK301").items()
    assert (path, others) == (EXAMPLEPAY, [])
    assert content == BASE[EXAMPLEPAY] + (
        "  rate_limit:\n    source: https://examplepay.test/limits\n"
        "    checked: '2026-06-20'\n    value: 100\n"
    )


def test_there_are_at_least_25_rules_with_a_summary_each():
    assert len(all_rules()) >= 25
    assert all(rule.manual.summary.endswith(".") for rule in all_rules())
