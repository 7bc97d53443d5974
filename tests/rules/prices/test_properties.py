"""Rules place every finding and never crash, whatever the charges and assumptions."""

from hypothesis import given, settings
from hypothesis import strategies as st

from evalkit.model.plan import Plan
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext
from evalkit.rules.run import check
from evalkit.source.shape.shape import shape
from tests.conftest import DAY, examples

NUMBER = st.one_of(st.integers(-3, 150), st.floats(-2, 2).map(lambda number: round(number, 9)))
RANGE = st.fixed_dictionaries({"low": NUMBER, "high": NUMBER}, optional={"likely": NUMBER})
AMOUNT = st.one_of(NUMBER, RANGE, st.just("unknown"))
NAME = st.sampled_from(["order", "orders", "seat", "average_order_value"])
CURRENCY = st.sampled_from(["EUR", "USD"])
EVERY = st.sampled_from(["month", "year"])
MONTH = st.integers(1, 20)
TIER = st.fixed_dictionaries(
    {"from": st.integers(0, 5)},
    optional={"to": st.integers(1, 6), "price": AMOUNT, "fixed": AMOUNT},
)
ANY_CHARGE = {
    "id": st.sampled_from(["x", "y"]),
    "edition": st.sampled_from(["p", "q"]),
    "replaces": st.sampled_from(["x", "z"]),
    "source": st.just("s"),
    "checked": st.sampled_from(["2020-01-01", "2026-06-20", "2100-01-01"]),
    "source_kind": st.sampled_from(["generated", "vendor-page"]),
    "start": MONTH,
    "end": MONTH,
}


def kind(name, needed, **further):
    return st.fixed_dictionaries(
        {"kind": st.just(name), **needed}, optional={**ANY_CHARGE, **further}
    )


CHARGES = st.lists(
    st.one_of(
        kind("one_off", {"amount": AMOUNT, "currency": CURRENCY}),
        kind("recurring", {"amount": AMOUNT, "currency": CURRENCY, "every": EVERY}, per=NAME),
        kind("usage", {"percent": AMOUNT, "currency": CURRENCY, "per": NAME}, minimum=AMOUNT,
             maximum=RANGE, of=NAME),
        kind("tiered", {"tiers": st.lists(TIER, min_size=1, max_size=3), "currency": CURRENCY,
                        "per": NAME, "every": EVERY}, mode=st.sampled_from(["volume"])),
        kind("internal", {"hours": AMOUNT}, every=EVERY, yearly_increase=AMOUNT),
    ),
    max_size=3,
)  # fmt: skip
BENEFIT = st.fixed_dictionaries(
    {"kind": st.just("cost_ended"), "title": st.just("T"), "amount": AMOUNT, "every": EVERY},
    optional={"vendors": st.just(["v", "w"]), "per": NAME, "start": MONTH, "end": MONTH},
)
VOLUME = st.one_of(AMOUNT, st.fixed_dictionaries({"share": RANGE, "of": NAME}))
MONEY = st.fixed_dictionaries(
    {"currency": CURRENCY, "years": st.just(3), "discount_rate": NUMBER},
    optional={
        "rates": st.dictionaries(CURRENCY, RANGE),
        "volumes": st.dictionaries(NAME, VOLUME),
        "charges": st.dictionaries(st.sampled_from(["all", "v", "w"]), CHARGES),
        "editions": st.dictionaries(st.sampled_from(["v", "w"]), st.sampled_from(["p", "r"])),
        "benefits": st.lists(BENEFIT, max_size=2),
    },
)
# What a finding may say is missing, and so has no place of its own.
MISSING = {("money", "volumes"), ("money", "editions"), ("cost",)}


def leads(data, route):
    for step in route:
        data = data[step]
    return True


@settings(max_examples=examples(200))
@given(CHARGES, MONEY, st.sampled_from(["criterion", "frontier"]))
def test_every_finding_leads_to_a_place_in_its_file(charges, money, cost):
    priced = {"id": "v", "name": "V", "category": "erp", "charges": charges}
    planned = {"id": "p", "title": "P", "category": "erp", "money": money, "cost": cost}
    vendor, faults = shape(Vendor, priced)
    plan, further = shape(Plan, planned)
    assert (faults, further) == ([], [])
    common = {"as_of": DAY, "vendors": {"v": vendor}, "plans": {"p": plan}}
    for record, data in ((vendor, priced), (plan, planned)):
        for finding in check(record, RuleContext(f"{record.id}.yaml", **common)):
            route = finding.route
            assert route in MISSING or leads(data, route), finding
