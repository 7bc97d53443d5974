"""A cell means the same whether it is read with many others or by itself."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.catalogue.columns import columns
from evalkit.catalogue.parsing import parsed
from evalkit.catalogue.prospect import prospect
from evalkit.errors import EvalkitError
from evalkit.model.fact import Fact
from evalkit.tables.mapping import mapping_in
from tests.catalogue.made import CRITERIA, DAY, MAPPING, PLAN


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    from evalkit.checking.load import load
    from evalkit.model.plan import Plan
    from tests.catalogue.made import workspace

    found = load(workspace(tmp_path_factory.mktemp("w"), PLAN, CRITERIA), DAY)
    return prospect(found, Plan.model_validate(found.documents["plans/sellers.yaml"].data), DAY)


def made(seen, name, locale="en", text=MAPPING):
    found = columns(seen, mapping_in(text, "map.yaml"), "list", locale, DAY)
    return next(each for each in found if each.name == name)


texts = st.one_of(
    st.from_regex(r"-?[0-9]{1,16}([.,][0-9]{1,12})?", fullmatch=True),
    st.from_regex(r" ?[0-9]{1,3}([.,' ][0-9]{3}){0,3}([.,][0-9]+)? ?%?", fullmatch=True),
    st.floats().map(repr), st.integers().map(str), st.text(max_size=6),
    st.sampled_from(["0", "00", "007", "-0", "-0.0", "1.", ".5", "1e5", "+3", "−3", "from 3", "n.a.", "12 hours", ""]),
)  # fmt: skip


@pytest.mark.parametrize("locale", ["en", "de", "fr", "de_CH"])
@given(st.lists(texts, min_size=1, max_size=8))
def test_numbers_that_are_read_at_once_are_those_that_are_read_one_by_one(seen, locale, texts):
    column = made(seen, "answers", locale)
    parts, refused = parsed(column, pa.array(texts, pa.string()))
    odd = set() if refused is None else set(refused.rows.tolist())
    for at, text in enumerate(texts):
        fact = made(seen, "answers", locale).fact(text)
        assert (at in odd) == isinstance(fact, str)
        known = parts["likely"][at]
        if isinstance(fact, Fact) and isinstance(fact.value, float):
            assert repr(known) == repr(fact.value) or known == fact.value
        elif isinstance(fact, Fact) and fact.at_least is not None:
            assert (known, parts["high"][at], parts["open"][at]) == (
                fact.at_least,
                float("inf"),
                True,
            )
        else:
            assert known != known  # noqa: PLR0124  # missing


@given(
    st.lists(
        st.one_of(st.none(), st.floats(), st.sampled_from([0.0, 1.0, 5.0, 0.5, 7.0])),
        min_size=1,
        max_size=8,
    )
)
def test_numbers_of_a_column_of_numbers_too(seen, numbers):
    for name in ("staff", "stars", "orders"):
        column = made(seen, name)
        parts, refused = parsed(column, pa.array(numbers, pa.float64(), from_pandas=False))
        odd = set() if refused is None else set(refused.rows.tolist())
        for at, number in enumerate(numbers):
            fact = None if number is None else column.fact(number)
            assert (at in odd) == isinstance(fact, str)
            if isinstance(fact, Fact):
                assert parts["likely"][at] == fact.value


def test_a_word_of_the_mapping_that_is_a_number_means_what_the_mapping_says(seen):
    for cells in (
        pa.array([0.0, 3.0]),
        pa.array([0, 3]),
        pa.array(["0", "3"]),
        pa.array(["0", "3"]).dictionary_encode(),
    ):
        parts, _ = parsed(made(seen, "staff"), cells)
        assert repr(parts["likely"].tolist()) == "[nan, 3.0]"


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("Other: {measure: suport}", "no measure 'suport' for the column 'Other'; did you mean `support`"),
        ("Other: {measure: orders}", "both 'Orders' and 'Other' are mapped to orders"),
        ("Other: {measure: api, unit: EUR}", "both 'API' and 'Other'"),
        ("Hours: {measure: answers, unit: days}", "answers is measured in hours, not in days; convert 'Hours' with `factor`"),
        ("Help: {measure: support, words: {good: 5}}", "'Help' holds no numbers; write what its words stand for in `means`"),
        ("Help: {measure: support, means: {good: ful}}", "'Help': 'good' cannot mean 'ful'; did you mean `full`"),
        ("Hours: {measure: answers, means: {good: full}}", "'Hours': 'good' cannot mean 'full'; it is measured in numbers"),
    ],
)  # fmt: skip
def test_a_mapping_that_contradicts_the_criteria_is_refused(seen, key, why):
    lone = "vendors: down\nname: Name\nmeasures:\n  " + key + "\n"
    text = MAPPING + f"  {key}\n" if key.startswith("Other") else lone
    with pytest.raises(EvalkitError) as caught:
        made(seen, "orders", text=text)
    assert why in str(caught.value)


def test_a_row_for_each_vendor_is_needed(seen):
    with pytest.raises(EvalkitError, match="write `vendors: down`"):
        made(seen, "orders", text=MAPPING.replace("down", "across"))
    with pytest.raises(EvalkitError, match="names no `measures`"):
        made(seen, "orders", text="vendors: down\nname: Name\n")
