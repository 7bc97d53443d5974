"""Every rule's manual is true: its bad example is found, its good one is not."""

import re
from pathlib import Path

import pytest

from evalkit.rules.run import all_rules
from tests.conftest import BASE, VENDOR

DEFAULT = {
    "2": "criteria/payment-gateways.yaml",
    "4": "plans/storefront-payments.yaml",
}
EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
OTHER = "vendors/payment-gateways/otherpay.yaml"
MEASURE = "{weight: 1, unit: x, scale: {kind: linear, worst: 0, best: 1, because: x}}"
ONE = "weight: 1, unit: x, scale: {kind: linear, worst: 0, best: 1}"
TREE = "criteria:\n" + "".join(
    f"  c{c}:\n    title: C\n    weight: 1\n    measures:\n"
    + "".join(f"      m{c}_{n}: {{{ONE}}}\n" for n in range(49))
    for c in range(21)
)
# Faults of bytes and of the file system, and of size, which a docstring can only describe.
UNPRINTABLE = {
    "EK001": {OTHER + "/inside.txt": "a folder called otherpay.yaml"},
    "EK002": {OTHER: "name: Café Pay".encode("latin-1")},
    "EK004": {OTHER: "# " + "x" * 1_100_000},
    "EK013": {OTHER: "name: Example\bPay\n"},
    "EK212": {"criteria/large.yaml": f"id: large\ntitle: Large\n{TREE}"},
    "EK213": {
        "criteria/base.yaml": "id: base\ntitle: Base\n# " + "x" * 1_000_000,
        **{f"criteria/c{n}.yaml": f"id: c{n}\ntitle: C\nextends: base\n" for n in range(5)},
    },
    "EK018": {OTHER: Path(__file__)},
    "EK014": {EXAMPLEPAY: VENDOR.replace("ExamplePay", "A\u202eB")},
}


def files(example, subject):
    """A snippet laid over the base workspace: its top-level keys replace those of the file."""
    default = DEFAULT.get(subject, EXAMPLEPAY)
    parts = re.split(
        r"^# ((?:criteria|platforms|vendors|plans)/\S+\.yaml)$", example, flags=re.MULTILINE
    )
    found = {}
    for path, text in zip([default, *parts[1::2]], parts[0::2], strict=True):
        if text.strip() or path != default:
            found[path] = laid_over(BASE.get(path, ""), text.strip("\n") + "\n")
    if DEFAULT["2"] in found:
        # Other criteria know other measures: nobody else in the workspace may speak of them.
        found |= {DEFAULT["4"]: None, EXAMPLEPAY: VENDOR.split("facts:")[0]}
    return found


def laid_over(base, snippet):
    return "".join((by_key(base) | by_key(snippet)).values())


def by_key(text):
    """The blocks of a text, in order; a key may stand in it twice."""
    found = {}
    for block in re.split(r"^(?=\w+:)", text, flags=re.MULTILINE):
        key = block.split(":")[0]
        found[key] = found.get(key, "") + block
    return found


def codes(workspace):
    return {diagnostic.code for diagnostic in workspace.diagnostics}


def test_the_base_workspace_has_no_findings(loaded):
    assert loaded().diagnostics == ()


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_the_bad_example_is_found(rule, loaded):
    example = UNPRINTABLE.get(rule.code) or files(rule.manual.bad, rule.code[2])
    assert rule.code in codes(loaded(example))


@pytest.mark.parametrize(
    "rule",
    [rule for rule in all_rules() if rule.code not in UNPRINTABLE],
    ids=lambda rule: rule.code,
)
def test_the_good_example_has_no_findings(rule, loaded):
    assert codes(loaded(files(rule.manual.good, rule.code[2]))) == set()


def test_there_are_at_least_25_rules_with_a_summary_each():
    assert len(all_rules()) >= 25
    assert all(rule.manual.summary.endswith(".") for rule in all_rules())
