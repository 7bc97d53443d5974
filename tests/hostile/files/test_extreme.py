"""Extreme numbers in files lead to a finding or to readable figures."""

import copy
import itertools
import json
import re
import typing

import annotated_types
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from evalkit.model.base import LARGEST, InReach, Record
from evalkit.report.charts.axes import axis
from evalkit.wording.money import printer_for
from tests.hostile.made import CRITERIA_FILE, PLAN_FILE, SEEN, VENDOR_FILE, files, lay_out

PLAN = "storefront-payments"
FINITE = st.floats(allow_nan=False, allow_infinity=False)


def records(base=Record):
    """Those that files hold: others are worked out, and tests make some of their own."""
    for each in base.__subclasses__():
        if each.__module__.startswith("evalkit.model."):
            yield each
            yield from records(each)


def floats(kind, around=()):
    """What is said about each float within a type."""
    if kind is float:
        yield around
    elif typing.get_origin(kind) is typing.Annotated:
        inner, *said = typing.get_args(kind)
        parts = [part.metadata if isinstance(part, FieldInfo) else [part] for part in said]
        yield from floats(inner, (*around, *itertools.chain(*parts)))
    else:
        for part in typing.get_args(kind):
            yield from floats(part, around)


READINGS = {"Reading", "Variant", "Fact"}


def numbers():
    for record in records():
        for name, field in record.model_fields.items():
            # A fact's value may be a word as well; it is checked by hand.
            if name not in {"value", "at_least"} or record.__name__ not in READINGS:
                for said in floats(field.annotation, tuple(field.metadata)):
                    yield f"{record.__name__}.{name}", said


def test_every_number_of_every_record_has_bounds():
    found = list(numbers())
    assert len(found) > 50
    for name, said in found:
        most = [each.le for each in said if isinstance(each, annotated_types.Le)]
        least = [
            each for each in said if isinstance(each, (annotated_types.Ge, annotated_types.Gt))
        ]
        assert most, name
        assert least, name
        assert max(most) <= LARGEST, name
        assert InReach in said, name


def put(contents, path, *route_and_value):
    *route, last, value = route_and_value
    here = contents[path]
    for step in route:
        here = here[step]
    here[last] = value


MONEY = (PLAN_FILE, "money")
VOLUMES = (*MONEY, "volumes")
RATE_LIMIT = (CRITERIA_FILE, "criteria", "api", "measures", "rate_limit")


@pytest.mark.parametrize(
    "change",
    [
        (*VOLUMES, "orders", {"value": 5e-324, **SEEN}),
        (*VOLUMES, "orders", "low", 5e-324),
        (*MONEY, "rates", "USD", "value", 1e-300),
        (*MONEY, "discount_rate", "value", -1e-12),
        (*MONEY, "hourly_rate", "value", 1.1e15),
        (VENDOR_FILE, "facts", "rate_limit", "value", 5e-324),
        (VENDOR_FILE, "facts", "rate_limit", "value", 1e300),
        (*RATE_LIMIT, "weight", 1e300),
        (*RATE_LIMIT, "scale", "best", 5e-324),
        (CRITERIA_FILE, "fresh_for", 10**39),
        (PLAN_FILE, "gates", 0, "at_least", 1e-300),
        (PLAN_FILE, "flows", 0, "peak_per_second", 5e-324),
        (VENDOR_FILE, "integration", "interfaces", 0, "limits", "per_second", 5e-324),
    ],
)
def test_a_number_out_of_reach_is_found_at_its_place(evalkit, tmp_path, change):
    contents = files()
    put(contents, *change)
    folder = lay_out(tmp_path, contents)
    ran = evalkit("validate", "-f", "text", cwd=folder)
    assert ran.code == 1
    assert "EK105" in ran.out
    assert change[0] in ran.out


def test_growth_upon_growth_is_found(evalkit, tmp_path):
    contents = files()
    put(contents, *MONEY, "years", 30)
    put(contents, *VOLUMES, "orders", {"value": 1e15, "growth": 1, **SEEN})
    put(contents, *VOLUMES, "refunds", {"share": 1, "of": "orders", "growth": 1, **SEEN})
    ran = evalkit("validate", "-f", "text", cwd=lay_out(tmp_path, contents))
    # 1e15 × 2^29 × 2^29 = 2.9e32
    assert "over 30 years this volume reaches about 1e+32" in ran.out
    assert ran.out.count("EK543") == 1


def test_shares_of_shares_of_nothing_are_found(evalkit, tmp_path):
    contents = files()
    for number, whole in enumerate(["orders", "a0", "a1", "a2"]):
        put(contents, *VOLUMES, f"a{number}", {"share": 1e-10, "of": whole, **SEEN})
    ran = evalkit("validate", "-f", "text", cwd=lay_out(tmp_path, contents))
    assert "this volume reaches about 1e-37" in ran.out


EDGES = {
    "little is sold at high prices": [
        (*VOLUMES, "orders", {"value": 1e-10, **SEEN}),
        (*MONEY, "rates", "USD", "value", 1e15),
        (VENDOR_FILE, "charges", 0, "amount", 1e15),
        (*MONEY, "discount_rate", "value", 1),
    ],
    "everything grows": [
        (*MONEY, "years", 30),
        (*MONEY, "discount_rate", "value", -0.9),
        (*MONEY, "hourly_rate", "value", 1e15),
        (*VOLUMES, "orders", {"value": 1e15, "growth": 1, **SEEN}),
        (*VOLUMES, "average_order_value", "value", 1e15),
        (VENDOR_FILE, "charges", 1, "yearly_increase", 1),
    ],
    "scales and limits are extreme": [
        (*RATE_LIMIT, "scale", {"kind": "linear", "worst": 0, "best": 1e-10, "because": "-"}),
        (*RATE_LIMIT, "weight", 1e-10),
        (VENDOR_FILE, "facts", "rate_limit", {"low": -1e15, "high": 1e15, **SEEN}),
        (PLAN_FILE, "flows", 0, "peak_per_second", 1e-10),
        (PLAN_FILE, "flows", 0, "per_day", 1e-10),
        (PLAN_FILE, "flows", 0, "peak_per_hour", 1e12),
        (PLAN_FILE, "robustness", {"precision": 10, "concentration": 1_000_000}),
    ],
}
NO_NUMBER = re.compile(r"\b(nan|inf|NaN|Infinity)\b")


@pytest.mark.parametrize("changes", EDGES.values(), ids=EDGES)
def test_at_the_ends_every_command_prints_numbers(evalkit, tmp_path, changes):
    contents = files()
    for change in copy.deepcopy(changes):
        put(contents, *change)
    folder = lay_out(tmp_path, contents)
    saved = "saved.json"
    for words in (
        ("score", PLAN, "-f", "json", "-o", saved),
        ("cost", saved),
        ("fit", saved),
        ("robustness", PLAN),
        ("explain", saved, "examplepay", "--versus", "otherpay"),
        ("spec", saved, "examplepay"),
        ("report", saved, "-o", "report.html"),
        ("report", saved, "-f", "markdown"),
    ):
        ran = evalkit(*words, cwd=folder)
        assert ran.code == 0, (words, ran.err)
        assert not NO_NUMBER.search(ran.out), words
    json.loads((folder / saved).read_text(), parse_constant=pytest.fail)
    page = re.sub(
        r"<script>.*?</script>", "", (folder / "report.html").read_text(), flags=re.DOTALL
    )
    assert not NO_NUMBER.search(page)


@given(FINITE, st.sampled_from(["en", "de_CH", "fr", "ja", "ar", "en_IN"]))
def test_whatever_a_double_holds_can_be_printed(number, locale):
    written = printer_for("CHF", locale)
    for write in (written.about, written.plain, written.number, written.percent, written.share):
        assert 0 < len(write(number)) < 80
    assert written.months(number)
    assert written.price(number, "EUR")


@given(st.lists(FINITE, min_size=1, max_size=3))
def test_an_axis_has_a_few_ticks_whatever_its_ends(ends):
    along = axis(ends, 0, 100)
    assert 1 <= len(along.ticks) <= 8
    assert all(abs(along.at(tick)) < 1e6 for tick in along.ticks)
