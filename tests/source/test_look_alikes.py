"""Characters that look like plain ones, told where something is wrong."""

import pytest

from evalkit.source.document import parse
from evalkit.source.look_alikes import look_alike
from tests.conftest import VENDOR
from tests.rules.made import EXAMPLEPAY

SPACE = "type a plain space in place of U+00A0 (no-break space)"
FAULTS = {
    "blank behind a number": ("value: 25,", "value: 25\u00a0,", "EK304", SPACE),
    "blank in an indent": ("  rate_limit", "\u00a0\u00a0rate_limit", "EK101", SPACE),
    "blank behind a colon": ("id: ", "id:\u00a0", "EK003", SPACE),
    "wide blank": ("[rest]", "[rest\u3000]", "EK303", "type a plain space in place of U+3000 (ideographic space)"),
    "hyphen": ("2026-06-20", "2026\u201106\u201120", "EK107", "type `-` in place of U+2011 (non-breaking hyphen)"),
    "minus": ("value: 25", "value: \u22125", "EK304", "type `-` in place of U+2212 (minus sign)"),
    "quotes": ("category: payment-gateways", "category: “payment-gateways”", "EK106", "type `\"` in place of U+201C (left double quotation mark)"),
    "wide digit": ("value: 25", "value: ２５", "EK304", "type `2` in place of U+FF12 (fullwidth digit two)"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code", "told"), FAULTS.values(), ids=FAULTS)
def test_what_looks_like_another_character_is_named_where_it_does_harm(
    loaded, old, new, code, told
):
    found = loaded({EXAMPLEPAY: VENDOR.replace(old, new)}).diagnostics
    (hint,) = {each.hint.rpartition("; ")[2] for each in found if each.code == code}
    assert hint == told


@pytest.mark.parametrize(
    "text", ["", "rest", "Zürich", "ﬁ", "日本語", "½", "x" * 99 + "\u00a0\u00a0", "a\u200bb"]
)
def test_other_letters_are_no_look_alikes(text):
    assert look_alike(text) == ""


def test_nothing_is_said_of_blanks_and_quotes_in_texts_that_are_right(loaded):
    text = VENDOR.replace("name: ExamplePay", "name: “Example”\u00a0Pay – ２\nsort: x")
    (found,) = loaded({EXAMPLEPAY: text}).diagnostics
    assert (found.code, "U+" in found.hint) == ("EK101", False)


def test_nothing_is_said_beside_a_warning(loaded):
    text = VENDOR.replace("name: ExamplePay", "name: “Example” Pay #1")
    (found,) = loaded({EXAMPLEPAY: text}).diagnostics
    assert (found.code, "in place of" in found.hint) == ("EK019", False)


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        ("{value: 25, note: “x” – y}", "EK301"),
        ("{value: 25, low: 2, source: “x”}", "EK109"),
        ("\n    value: unknown\n    note: “x”\n    conflicts:\n    - note: “x”", "EK109"),
    ],
)
def test_nothing_is_said_of_texts_beside_a_fault(loaded, fact, code):
    before = "{value: 25, source: https://examplepay.test/limits, checked: 2026-06-20}"
    found = loaded({EXAMPLEPAY: VENDOR.replace(before, fact)}).diagnostics
    assert code in {each.code for each in found}
    assert not any("in place of" in each.hint for each in found)


def test_nothing_is_said_of_texts_far_from_a_fault_in_yaml():
    document = parse("a: “x”\u00a0y\nb: 1\nc: [1\nd: “2”\n", "vendors/x.yaml")
    (finding,) = document.findings
    assert document.diagnose(finding).hint == finding.hint
