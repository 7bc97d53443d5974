"""Keys put in order: each moves with what belongs to it, and no line changes."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.model.platform import Platform
from evalkit.model.vendor import Vendor
from evalkit.source.document import parse
from evalkit.source.entries import with_keys_in_order
from evalkit.source.order import ORDERS

PATH = "vendors/x.yaml"
RECORDS = {"vendor": Vendor, "criteria": Criteria, "plan": Plan, "platform": Platform}


def in_order(text):
    return with_keys_in_order(text, PATH)


@pytest.mark.parametrize("kind", RECORDS)
def test_every_key_of_every_kind_of_file_has_its_place(kind):
    ordered, sections = ORDERS[kind]
    assert set(ordered) | sections == set(RECORDS[kind].model_fields)
    assert not set(ordered) & sections


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # A comment on a line goes with it, and so does one directly above.
        (
            "name: X # who\n# how it is called\nid: x # id\n",
            "# how it is called\nid: x # id\nname: X # who\n",
        ),
        # What is about the whole file stays at the top.
        ("# A file.\nname: X\nid: x\n", "# A file.\nid: x\nname: X\n"),
        ("---\nname: X\nid: x\n...\n", "---\nid: x\nname: X\n...\n"),
        ("--- # a\n# b\nname: X\nid: x\n", "--- # a\n# b\nid: x\nname: X\n"),
        (
            "# yaml-language-server: $schema=x\nname: X\nid: x\n",
            "# yaml-language-server: $schema=x\nid: x\nname: X\n",
        ),
        (
            "# A file.\n\n# yaml-language-server: $schema=x\nname: X\nid: x\n",
            "# A file.\n\n# yaml-language-server: $schema=x\nid: x\nname: X\n",
        ),
        # With a blank line below it, the comment above the first key is about that key.
        ("# A file.\n\n# who\nname: X\nid: x\n", "# A file.\n\nid: x\n# who\nname: X\n"),
        ("\n# who\nname: X\nid: x\n", "\n# who\nid: x\nname: X\n"),
        # Values over several lines.
        (
            "facts:\n  # first\n  a: 1\n  # last\nname: X\nid: x\n",
            "id: x\nname: X\nfacts:\n  # first\n  a: 1\n  # last\n",
        ),
        (
            "note: |\n  # no comment\n\n  text\nname: >-\n  X\n  Y\nid: x\n",
            "id: x\nname: >-\n  X\n  Y\nnote: |\n  # no comment\n\n  text\n",
        ),
        ('note: "a\n\n  b"\nid: x\n', 'id: x\nnote: "a\n\n  b"\n'),
        ("facts: {\n  a: 1,\n}\nid: x\n", "id: x\nfacts: {\n  a: 1,\n}\n"),
        ("charges:\n- a: 1\n- b: 2\nid: x\n", "id: x\ncharges:\n- a: 1\n- b: 2\n"),
        ("note:\nid: x\n", "id: x\nnote:\n"),
        # Blank lines stay between entries.
        ("name: X\n\nid: x\n", "id: x\n\nname: X\n"),
        (
            "name: X\n\n# facts\nfacts:\n  a: 1\n\nid: x\n\n# end\n",
            "id: x\n\nname: X\n\n# facts\nfacts:\n  a: 1\n\n# end\n",
        ),
        # A comment that clings to what is above it belongs there; one that stands alone does not.
        (
            "facts:\n  a: 1\n# b: 2\n\nname: X\nid: x\n",
            "id: x\n\nname: X\nfacts:\n  a: 1\n# b: 2\n",
        ),
        (
            "id: x\nfacts: {}\n\n# --- names ---\n\n# its own\nname: X\n",
            "id: x\n\n# --- names ---\n\n# its own\nname: X\nfacts: {}\n",
        ),
        # No final newline, before and after.
        ("name: X\nid: x", "id: x\nname: X"),
        ("name: X\r\nid: x", "id: x\r\nname: X"),
        ("name: X\nid: x\n# end", "id: x\nname: X\n# end"),
        ("name: X\r\nid: x\r\n", "id: x\r\nname: X\r\n"),
        ("note: |\n  a\nid: x", "id: x\nnote: |\n  a\n"),
        ("name: X\nid: x\r\n", "id: x\r\nname: X\n"),
        # Quoted and indented keys.
        ("'name': X\n\"id\": x\n", "\"id\": x\n'name': X\n"),
        ("  name: X\n  # id\n  id: x\n", "  # id\n  id: x\n  name: X\n"),
    ],
)
def test_entries_move_with_what_belongs_to_them(before, after):
    assert in_order(before) == after
    assert in_order(after) is None


@pytest.mark.parametrize(
    "text",
    [
        "id: x\nname: X\n",  # in order
        "{name: X, id: x}\n",
        "{\nname: X,\nid: x\n}\n",
        "{\n'name': X,\n'id': x\n}\n",
        "? name\n: X\n? id\n: x\n",
        "name: X\nid: x\nid: y\n",  # twice
        "name: X\nid: x\nwhat: 1\n",  # nobody knows where this belongs
        "name: X\nid: [\n",
        "id: x\nfacts: {}\nnote: |\n  text",  # and so is that there is no newline
        "note: |+\n  text\n\nid: x\n",  # the blank line is part of the text
        "- name\n- id\n",
        "",
    ],
)
def test_what_is_unclear_is_left_alone(text):
    assert in_order(text) is None


def test_the_finding_names_the_first_key_that_is_too_far_down(loaded):
    text = "id: x\nfacts: {}\nname: X\ncategory: payment-gateways\n"
    (found,) = [d for d in loaded({PATH: text}).diagnostics if d.code == "EK113"]
    assert (found.span.line, found.message) == (3, "`name` stands behind `facts`")


COMMENT = st.sampled_from(["", "# c\n", "\n", "\n# d\n", "# e\n\n", "\n\n", "  # f\n"])
VALUES = {
    "id": ["id: x"], "name": ["name: X # n", "name: >\n  X\n  Y"], "category": ["category: c"],
    "note": ["note: |\n  a\n\n  b", "note: 'a\n  b'", "note:"],
    "facts": ["facts:\n  a: 1\n  # g\n  b: {c: 2}", "facts: {a: 1,\n  b: 2}"],
    "charges": ["charges:\n- a: 1\n# h\n- b: 2", "charges: []"],
}  # fmt: skip


@st.composite
def files(draw):
    keys = draw(st.permutations(sorted(VALUES)))[: draw(st.integers(1, 6))]
    body = "".join(draw(COMMENT) + draw(st.sampled_from(VALUES[key])) + "\n" for key in keys)
    text = draw(st.sampled_from(["", "# head\n", "---\n", "# head\n\n"])) + body + draw(COMMENT)
    # Without the final newline, a block of text at the end says something else; what looks like a
    # comment behind it, indented alike, is a part of it.
    if draw(st.booleans()) and not text.rstrip().endswith(("  b", "  Y", "  # f")):
        text = text.rstrip("\n")
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


@given(files())
def test_the_lines_and_the_data_stay_the_same(text):
    data = parse(text, PATH).data
    ordered = in_order(text)
    wanted = [key for key in ORDERS["vendor"][0] if key in data]
    if ordered is None:
        assert list(data) == wanted
    else:
        after = parse(ordered, PATH).data
        assert (after, list(after)) == (data, wanted)
        assert Counter(ordered.splitlines()) == Counter(text.splitlines())
        assert in_order(ordered) is None
