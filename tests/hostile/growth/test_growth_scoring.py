"""Ten times as much in a file takes about ten times the work: counted, not timed."""

import numpy as np
import pytest

from evalkit.analysis.tally import Acceptability
from evalkit.costing.frontier import efficient
from evalkit.costing.ledger import ledger
from evalkit.costing.outcomes import total_cost
from evalkit.costing.ranges import AT_ONCE, tornado
from evalkit.evaluation.costs.books import books
from evalkit.evaluation.costs.differences import break_evens
from evalkit.evaluation.costs.frontier import Offer, frontier
from evalkit.evaluation.robustness.acceptability import _of_the_likeliest
from evalkit.evaluation.robustness.field import LIMIT, _room
from evalkit.model.criteria import Criteria
from evalkit.model.money import Money
from evalkit.model.plan import Plan
from evalkit.model.prices.price_list import MOST as MOST_PRICES
from evalkit.model.vendor import Vendor
from evalkit.source.shape.shape import shape
from evalkit.wording.money import printer_for
from tests.costing.given import book, one_off, recurring, usage, vendor
from tests.costing.given import tiered as included_volume
from tests.hostile.growth.counted import growth
from tests.hostile.made import (
    CRITERIA,
    CRITERIA_FILE,
    MONEY,
    PLAN,
    PLAN_FILE,
    VENDOR,
    VENDOR_FILE,
    _measure,
    files,
    lay_out,
)

RECORDS = {PLAN_FILE: Plan, VENDOR_FILE: Vendor, CRITERIA_FILE: Criteria}
MOST = 12
"""Maximum growth in calls for ten times the size; quadratic growth would be a hundred."""


def tiered(count, **more):
    tiers = [{"from": n, "to": n + 1, "price": n + 1} for n in range(count)]
    return {
        "kind": "tiered", "per": "api_call", "every": "month", "currency": "EUR",
        "tiers": tiers, "source": "x", "checked": "2026-06-20", **more,
    }  # fmt: skip


def test_tiers():
    money = Money.model_validate({**MONEY, "years": 1, "charges": {}, "benefits": []})

    def with_tiers(count):
        vendor = Vendor.model_validate({**VENDOR, "charges": [tiered(count)]})
        return lambda: ledger(vendor, money)

    assert growth(with_tiers, MOST_PRICES // 10) <= MOST


def test_value_for_money():
    def on_the_frontier(count):
        places = list(range(count))
        return lambda: efficient(places, places)

    assert growth(on_the_frontier, 100) <= MOST


class OnlyLookedUp(dict):
    """Draws that may be looked up but not iterated over."""

    def __iter__(self):
        pytest.fail("goes through the draws of all vendors")

    items = keys = values = __iter__


def test_a_vendor_looks_up_its_own_draws_alone():
    found = book(recurring({"low": 5, "high": 15}))
    key = ("examplepay", "charges", 0, "amount")
    assert found.drawn(OnlyLookedUp({key: 7.0}))[key] == 7.0


def test_a_known_amount_asks_for_no_other_number():
    found = book(one_off(500))
    assert found.flows(found.items[0], OnlyLookedUp(found.likely)) == [500, 0, 0, 0]


def test_the_tiers_of_an_included_volume_are_made_once():
    (charge,) = vendor(included_volume(included=1000, overage=0.1)).charges
    assert len(charge.steps) == 2
    assert charge.steps is charge.steps


def test_more_numbers_than_are_moved_at_once_swing_as_each_does_alone():
    count = AT_ONCE + 5
    found = book(*(one_off(place + 1) for place in range(count)))
    moved = [swing.size for swing in tornado(found, total_cost)][1:]
    # A tenth either way of each.
    assert moved == pytest.approx([(place + 1) / 5 for place in range(count)])


def test_long_criteria_leave_fewer_vendors_to_draw_over():
    measures = {f"m{n}": _measure({"kind": "linear", "worst": 0, "best": 1}) for n in range(50)}
    tree = {
        f"c{n}": {
            "title": "C",
            "weight": 1,
            "measures": {f"{key}_{n}": m for key, m in measures.items()},
        }
        for n in range(50)
    }
    assert _room(Criteria.model_validate({**CRITERIA, "criteria": tree})) == 4
    assert _room(Criteria.model_validate(CRITERIA)) == LIMIT


def test_how_sure_first_place_is_is_asked_of_the_likeliest():
    # No more than a hundred can be first in one draw of a hundred each, which is what is told of.
    first = np.arange(110.0)
    ranks = np.column_stack([first, first])
    drawn = Acceptability(110, ranks, ranks, np.zeros((1, 110, 3)))
    asked = ~np.isnan(_of_the_likeliest(drawn, is_fixed=False)[0]).any(axis=1)
    assert np.flatnonzero(asked).tolist() == list(range(10, 110))


def test_of_those_that_beat_a_vendor_some_are_named():
    field = [Offer(f"v{n}", f"V{n}", 50.0 + n, 100.0 + n, "exact", "€9") for n in range(45)]
    poor = Offer("poor", "Poor", 1.0, 1000.0, "exact", "€1k")
    found = frontier([*field, poor], 0.0, printer_for("EUR", "en"))
    (told,) = [each for each in found.vendors if each.id == "poor"]
    assert len(told.beaten_by) == 20
    assert told.text.endswith("V19 and 25 more offer more for less")


def test_of_many_volumes_the_first_have_a_break_even():
    volumes = {f"v{n}s": {"value": 5} for n in range(30)}
    money = Money.model_validate({**MONEY, "volumes": volumes, "charges": {}, "benefits": []})
    charges = [usage(f"v{n}", fixed=1) for n in range(30)]
    sold = [vendor(*charges, name=name) for name in ("a", "b")]
    names = {"a": "A", "b": "B"}
    found = list(break_evens(books(money, 0, sold), ["a", "b"], names, printer_for("EUR", "en")))
    assert [each.volume for each in found] == [f"v{n}s" for n in range(20)]


def people(count):
    weights = {"kind": "points", "points": {"api": 1, "cost": 1, "fit": 1}}
    return {f"p{n}": {"weights": weights} for n in range(count)}


def alike(thing, count):
    return [{**thing, "id": f"i{n}"} for n in range(count)]


def measures(count):
    linear = {"kind": "linear", "worst": 0, "best": 1}
    return {f"m{n}": _measure(linear) for n in range(count)}


INTERFACE, PLUGIN = VENDOR["integration"]["interfaces"][0], VENDOR["integration"]["plugins"][0]
LENGTHS = {
    "people": (PLAN_FILE, ("stakeholders",), people, 100),
    "gates": (PLAN_FILE, ("gates",), lambda n: PLAN["gates"] * n, 100),
    "flows": (PLAN_FILE, ("flows",), lambda n: PLAN["flows"][:1] * n, 100),
    "benefits": (PLAN_FILE, ("money", "benefits"), lambda n: MONEY["benefits"][:1] * n, 300),
    "own charges": (
        PLAN_FILE, ("money", "charges", "all"), lambda n: VENDOR["charges"][:1] * n, 300,
    ),
    "charges": (VENDOR_FILE, ("charges",), lambda n: VENDOR["charges"][:1] * n, 300),
    "tiers": (VENDOR_FILE, ("charges",), lambda n: [tiered(n)], 300),
    "interfaces": (VENDOR_FILE, ("integration", "interfaces"), lambda n: alike(INTERFACE, n), 20),
    "plug-ins": (VENDOR_FILE, ("integration", "plugins"), lambda n: alike(PLUGIN, n), 20),
    "conflicts": (
        VENDOR_FILE, ("facts", "rate_limit", "conflicts"), lambda n: [{"value": 1}] * n, 50,
    ),
    "measures": (CRITERIA_FILE, ("criteria", "api", "measures"), measures, 50),
    "levels": (
        CRITERIA_FILE,
        ("criteria", "api", "measures", "api_style", "scale", "levels"),
        lambda n: {f"l{place}": place / n for place in range(n)},
        100,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("path", "route", "make", "most"), LENGTHS.values(), ids=LENGTHS)
def test_lists_are_as_long_as_somebody_reads(path, route, make, most):
    for count, is_fine in ((most, True), (most + 1, False)):
        data = files()[path]
        *above, last = route
        here = data
        for step in above:
            here = here[step]
        here[last] = make(count)
        _, findings = shape(RECORDS[path], data)
        too_long = [each for each in findings if each.code == "EK110"]
        assert (not too_long) == is_fine
        assert is_fine or f"at most {most} " in too_long[0].message


def test_a_price_list_is_as_long_as_somebody_reads(evalkit, tmp_path):
    contents = files()
    contents[VENDOR_FILE]["charges"] = [tiered(6000)]
    contents[PLAN_FILE]["money"]["volumes"]["api_calls"] = {"value": 1e5, "source": "x"}
    ran = evalkit("validate", "-f", "text", cwd=lay_out(tmp_path, contents))
    assert ran.code == 1
    assert "EK110" in ran.out
    assert "at most 300 prices, each tier counted" in ran.out
