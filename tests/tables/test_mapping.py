"""Mappings: what the columns of a table mean."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.errors import EvalkitError
from evalkit.tables.mapping import (
    Mapped,
    TableMapping,
    ends_of,
    levels_in,
    mapping_in,
    mapping_text,
)
from tests.conftest import ROOT

FULL = """\
sheet: Scores
vendors: long
head: 3
name: Vendor
criterion: Criterion
value: "Score (1-5)"
weight: Weight
names: {Answer: Acme}
leave: [x, y]
scale: "1:5"
levels:
  there: {Yes: 100, No: 0}
missing: ["?"]
category: tools
title: "Our tools"
source: "the buyers' sheet"
checked: 2026-11-29
measures:
  Price: {unit: EUR, scale: "9:1", words: {free: 0, varies: unknown, from 3: {at_least: 3}}}
  Speed: {}
"""


def test_a_mapping_that_was_written_reads_the_same():
    first = mapping_in(FULL, "m.yaml")
    text = mapping_text(first)
    assert mapping_in(text, "m.yaml") == first
    assert mapping_text(mapping_in(text, "m.yaml")) == text
    assert "  Speed: {}\n" in text
    assert "not_applicable" not in text


@given(st.lists(st.text(min_size=1, max_size=20), unique=True, max_size=4))
def test_any_head_survives_being_written(heads):
    heads = [head for head in heads if head.isprintable()]
    first = mapping_in(FULL, "m.yaml").model_copy(update={"leave": tuple(heads)})
    assert mapping_in(mapping_text(first), "m.yaml").leave == first.leave


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("vendors: long", "vendors: sideways", "m.yaml:2: "),
        ("criterion: Criterion\n", "", "a long table needs both `criterion` and `value`"),
        ("head: 3", "hedd: 3", "did you mean `head`"),
        ('scale: "1:5"', 'scale: "5:5"', "m.yaml:10: "),
        ("Yes: 100", "Yes: 90", "the worst word is worth 0, and the best 100"),
        ("free: 0", "free: dear", "m.yaml:19: "),
        ("name: Vendor", "name: [", "m.yaml:4: "),
    ],
)
def test_a_mapping_that_is_wrong_is_refused_with_its_line(old, new, why):
    with pytest.raises(EvalkitError) as error:
        mapping_in(FULL.replace(old, new, 1), "m.yaml")
    assert why in str(error.value)


@pytest.mark.parametrize(
    ("text", "ends"), [("1:5", (1, 5)), ("5:1", (5, 1)), ("-2:0.5", (-2, 0.5)), ("0:450", (0, 450))]
)
def test_a_scale_goes_from_its_worst_to_its_best(text, ends):
    assert ends_of(text) == ends


@pytest.mark.parametrize("text", ["", "5", "1-5", "5:5", "1:5:9", "a:b", "1:٣"])
def test_what_is_no_scale_is_refused(text):
    with pytest.raises(EvalkitError, match="is no scale; write its worst and best number"):
        ends_of(text)


def test_levels_are_one_table_or_several():
    assert levels_in("{Yes: 100, No: 0}", "l.yaml") == {"levels": {"Yes": 100, "No": 0}}
    assert levels_in("a: {Yes: 100, No: 0}\nb: {x: 0, y: 100}\n", "l.yaml").keys() == {"a", "b"}


@pytest.mark.parametrize(
    "text",
    ["", "[a]", "{Yes: 100}", "{Yes: high, No: 0}", "a: {", "{A: 50, B: 0}",
     "Yes: 100\nNo: 0\nYes: 50\n"],
)  # fmt: skip
def test_what_is_no_table_of_words_is_refused(text):
    with pytest.raises(EvalkitError, match=r"l\.yaml"):
        levels_in(text, "l.yaml")


def test_the_page_has_a_mapping_that_reads_and_every_key():
    page = (ROOT / "docs/import.md").read_text("utf-8")
    example = page[page.index("# tender-map.yaml") :].partition("```")[0]
    assert mapping_in(example, "tender-map.yaml").measures["price"].factor == 12
    for record in (TableMapping, Mapped):
        for key in record.model_fields:
            assert re.search(rf"`{key}`|^ +{key}: ", page, re.MULTILINE), key
