"""Rounded parts add up to the rounded total."""

import dataclasses
import io
import math
import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from evalkit.checking.load import load
from evalkit.evaluation.evaluate import evaluate
from evalkit.evaluation.integrity.check import check_intact
from evalkit.evaluation.record.evaluation import Verdict
from evalkit.explanation.difference import difference
from evalkit.explanation.explain import explain
from evalkit.explanation.versus import versus
from evalkit.report.terminal.diff import difference_text
from evalkit.report.terminal.explain import explanation_text
from evalkit.report.terminal.versus import versus_text
from evalkit.wording.apportion import apportioned
from tests.conftest import BASE, DAY, vendor

DIGITS = st.integers(0, 4)
PARTS = st.lists(st.floats(-1000, 1000, allow_nan=False), min_size=1, max_size=40)


def units(figures, digits):
    """Figures in units of the last digit, in whole numbers: no rounding hides in a sum of these."""
    return [round(figure * 10**digits) for figure in figures]


def test_the_largest_remainders_get_what_is_missing():
    # 33.33… three times: 33.3 + 33.3 + 33.3 lacks 0.1 of 100.0; equal remainders, so the first
    assert apportioned([100 / 3] * 3, 1) == (33.4, 33.3, 33.3)
    # 1.27 + 2.26 + 0.18 = 3.71 → 3.7; down: 1.2 + 2.2 + 0.1 = 3.5; the remainders 7 and 8 are largest
    assert apportioned([1.27, 2.26, 0.18], 1) == (1.3, 2.2, 0.2)


def test_negative_parts_are_rounded_in_the_same_way():
    # 4.55 − 3.15 − 0.25 = 1.15; down: 4.5 − 3.2 − 0.3 = 1.0; 1.15 is 1.1 in binary: one unit, to the first
    assert apportioned([4.55, -3.15, -0.25], 1, 1.1) == (4.6, -3.2, -0.3)
    assert apportioned([-0.04, -0.04, -0.04], 1) == (0.0, 0.0, -0.1)


def test_nothing_stays_nothing_and_never_gets_a_sign():
    shown = apportioned([0.0, 1 / 3, 1 / 3, 1 / 3, -1e-15], 1)
    assert shown == (0.0, 0.4, 0.3, 0.3, 0.0)
    assert [math.copysign(1, figure) for figure in shown] == [1.0] * 5


def test_a_total_that_was_shown_already_is_met():
    assert apportioned([1.04, 1.04], 1, 2.0) == (1.0, 1.0)
    assert apportioned([1.04, 1.04], 1, 2.1) == (1.1, 1.0)
    assert apportioned([1.04, 1.04], 1, 1.7) == (0.9, 0.8)


def test_no_parts_make_nothing():
    assert apportioned([], 1) == ()
    with pytest.raises(ValueError, match="no parts"):
        apportioned([], 1, 0.5)


@pytest.mark.parametrize("figure", [math.nan, math.inf, -math.inf])
def test_only_finite_numbers_are_rounded(figure):
    with pytest.raises(ValueError, match="finite"):
        apportioned([1.0, figure], 1)


@settings(deadline=None)
@given(PARTS, DIGITS)
def test_parts_add_up_exactly_and_none_is_a_whole_unit_off(parts, digits):
    shown = apportioned(parts, digits)
    total = round(math.fsum(parts), digits)
    assert sum(units(shown, digits)) == round(total * 10**digits)
    for part, figure in zip(parts, shown, strict=True):
        assert abs(figure - part) < 1.00001 * 10**-digits
        if part == round(part, digits):
            assert figure == part


@settings(deadline=None)
@given(st.lists(PARTS, min_size=1, max_size=6), DIGITS)
def test_groups_of_parts_add_up_on_both_levels(groups, digits):
    tops = apportioned([math.fsum(group) for group in groups], digits)
    for group, top in zip(groups, tops, strict=True):
        shown = apportioned(group, digits, top)
        assert sum(units(shown, digits)) == round(top * 10**digits)
        for part, figure in zip(group, shown, strict=True):
            assert abs(figure - part) < 1.00001 * 10**-digits


# The pages, with whatever values and weights: every column of figures adds up as shown.


def rebuilt(base, draws):
    """An evaluation with other shares, values and facts that do not apply, and what follows."""
    names = [m.id for c in base.criteria for m in c.measures]
    shares = dict(zip(names, draws["shares"], strict=True))
    whole = math.fsum(shares.values())
    criteria = tuple(
        dataclasses.replace(
            c,
            weight=sum(shares[m.id] for m in c.measures) / whole,
            measures=tuple(dataclasses.replace(m, weight=shares[m.id] / whole) for m in c.measures),
        )
        for c in base.criteria
    )
    vendors = [
        judged(vendor, criteria, shares, dict(zip(names, values, strict=True)))
        for vendor, values in zip(base.vendors, draws["values"], strict=True)
    ]
    return dataclasses.replace(base, criteria=criteria, vendors=placed(vendors), verdict=OPEN)


OPEN = Verdict(outcome="close", leader=None, text="", sentences=(), open_points=())


def placed(vendors):
    """By rank; equal ones share the better."""
    scores = [round(vendor.score, 9) for vendor in vendors]
    ranks = [1 + sum(other > score for other in scores) for score in scores]
    found = zip(vendors, ranks, strict=True)
    ranked = [dataclasses.replace(vendor, rank=rank) for vendor, rank in found]
    return tuple(sorted(ranked, key=lambda vendor: vendor.rank))


def judged(vendor, criteria, shares, values):
    applied = math.fsum(shares[name] for name, value in values.items() if value is not None)
    measures = {
        name: dataclasses.replace(
            vendor.measures[name],
            status="known" if value is not None else "not_applicable",
            value=value, low=value, high=value,
            weight=shares[name] / applied if value is not None else 0.0,
            fact=fact_of(vendor, name, value),
        )
        for name, value in values.items()
    }  # fmt: skip
    points = {
        c.id: math.fsum(measures[m.id].weight * (measures[m.id].value or 0.0) for m in c.measures)
        for c in criteria
    }
    score = math.fsum(points.values())
    parts = {"measures": measures, "contributions": points, "coverage": 1.0}
    return dataclasses.replace(vendor, **parts, score=score, low=score, high=score)


def fact_of(vendor, name, value):
    fact = vendor.measures[name].fact or vendor.measures["api_style"].fact
    reason = "-" if value is None else ""
    return dataclasses.replace(fact, not_applicable=reason, scores=not reason)


SHARE = st.sampled_from([1.0, 5.0, 10.0]) | st.floats(0.01, 100)
VALUE = st.sampled_from([0.0, 100.0]) | st.floats(0, 100)


@st.composite
def drawn(draw):
    first = st.tuples(VALUE, VALUE | st.none(), VALUE | st.none())
    return {
        "shares": draw(st.tuples(SHARE, SHARE, SHARE)),
        "values": draw(st.tuples(first, first)),
    }


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    folder = tmp_path_factory.mktemp("base")
    other = vendor(api_style="{value: [soap], source: https://a.test, checked: 2026-06-20}")
    for path, text in {**BASE, "vendors/payment-gateways/otherpay.yaml": other}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    workspace = load(folder, DAY)
    return evaluate(workspace, workspace.plans["storefront-payments"], DAY, full=False)


def page(renderable):
    text = io.StringIO()
    Console(file=text, width=300, markup=False, highlight=False).print(renderable)
    return text.getvalue()


def number(word):
    return Decimal(word.replace("−", "-").replace("+", ""))


FIGURE = r"[+−]?\d+\.\d+"


@settings(deadline=None)
@given(drawn())
def test_an_explanation_adds_up_as_shown(base, draws):
    evaluation = rebuilt(base, draws)
    check_intact(evaluation)
    found = explain(evaluation, evaluation.vendors[0], 5)
    rows = page(explanation_text(found)).split("Points by criterion:")[1]
    shown = re.findall(rf"^ *({FIGURE}) of ({FIGURE}) ", rows, re.MULTILINE)
    *criteria, total = [(number(one), number(other)) for one, other in shown]
    assert sum(brought for brought, _ in criteria) == total[0]
    assert sum(possible for _, possible in criteria) == total[1] == 100
    assert float(total[0]) == round(found.score, found.digits)
    assert all(0 <= brought <= possible for brought, possible in criteria)
    assert "not known" not in rows
    for one, other in re.findall(rf"({FIGURE}) of ({FIGURE}) .*\n.*\(100 of 100\)", rows):
        assert one == other


@settings(deadline=None)
@given(drawn())
def test_a_comparison_adds_up_as_shown_on_both_levels(base, draws):
    evaluation = rebuilt(base, draws)
    check_intact(evaluation)
    found = versus(evaluation, *evaluation.vendors)
    text = page(versus_text(found))
    found_figures = re.finditer(rf"^ *({FIGURE}) ", text, re.MULTILINE)
    rows = [(figure.end(1) - figure.start(), number(figure[1])) for figure in found_figures]
    edge = min(end for end, _ in rows)
    *criteria, total = [figure for end, figure in rows if end == edge]
    assert sum(criteria) == total
    groups = []
    for end, figure in rows[:-1]:
        groups.append([]) if end == edge else groups[-1].append(figure)
    assert [sum(group) for group in groups] == criteria
    head = re.search(rf"by ({FIGURE}) points?: ({FIGURE}) against ({FIGURE})\.", text)
    if head:
        gap, first, second = map(number, head.groups())
        assert first - second == total
        assert abs(total) == gap


@settings(deadline=None)
@given(drawn(), drawn(), st.integers(1, 6))
def test_causes_add_up_exactly_and_as_shown(base, before, after, top):
    found = difference(rebuilt(base, before), rebuilt(base, after))
    for change in found.vendors:
        causes = math.fsum(cause.points for cause in change.causes)
        assert causes == pytest.approx(change.score_after - change.score_before, abs=1e-8)
    blocks = page(difference_text(found, top)).split("\n\n")
    for change in found.vendors:
        block = next((each for each in blocks if each.startswith(change.text)), "")
        *rows, total = re.findall(rf"^ *({FIGURE}) ", block, re.MULTILINE) or ["0.0"]
        if rows:
            assert sum(map(number, rows)) == number(total)
        head = re.search(rf"(gains|loses) ({FIGURE}) points?, from ({FIGURE}) to ({FIGURE})", block)
        if head and (rows or change.causes):
            moved, was, now = map(number, head.groups()[1:])
            assert now - was == number(total) == (moved if head[1] == "gains" else -moved)
