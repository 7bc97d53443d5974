"""Whatever vendors, plans and platforms say, nothing crashes and every place exists."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.model.platform import Platform
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext
from evalkit.rules.run import check
from evalkit.source.shape.shape import shape
from tests.conftest import examples

NAME = st.sampled_from(["order", "payment", "odrer"])
VERSION = st.sampled_from(["1.0", "2.4.8-p5", "x", "8.4", "=>1", "^8.1", ""])
CARD = st.sampled_from(["none", "stored", "passes_shop"])
DIRECTION = st.sampled_from(["to_vendor", "from_vendor"])
DATA = st.dictionaries(NAME, st.fixed_dictionaries({"directions": st.lists(DIRECTION, min_size=1)}))
DATED = {"source": st.just("s"), "checked": st.sampled_from(["2020-01-01", "2100-01-01"])}
INTEGRATION = st.fixed_dictionaries(
    {
        "interfaces": st.lists(
            st.fixed_dictionaries(
                {"id": NAME, "kind": st.just("rest")},
                optional={"data": DATA, "card_data": CARD, **DATED},
            ),
            max_size=3,
        ),
        "plugins": st.lists(
            st.fixed_dictionaries(
                {"id": NAME},
                optional={
                    "data": DATA,
                    "php": VERSION,
                    "platform": NAME,
                    "requires": st.dictionaries(st.just("a/b"), VERSION),
                    "platform_versions": VERSION,
                    **DATED,
                },
            ),
            max_size=2,
        ),
        "lacks": st.dictionaries(NAME, st.just("s")),
    }
)
FLOW = st.fixed_dictionaries(
    {"data": NAME, "direction": DIRECTION, "timing": st.sampled_from(["real_time", "daily"])},
    optional={"id": NAME, "payment_data": st.booleans(), "peak_per_hour": st.just(9)},
)
CLIENT = st.fixed_dictionaries(
    {"name": NAME, "version": VERSION},
    optional={"php": VERSION, "interfaces": st.just(["rest"]), "storefront": NAME},
)
LISTED = st.fixed_dictionaries(
    {
        "releases": st.dictionaries(
            VERSION,
            st.fixed_dictionaries(
                {"line": VERSION},
                optional={
                    "php": st.lists(VERSION),
                    "packages": st.dictionaries(st.just("a/b"), VERSION),
                },
            ),
            min_size=1,
        )
    },
    optional={
        "lines": st.dictionaries(
            VERSION, st.fixed_dictionaries({"supported_until": st.just("2020-01-01")})
        ),
        "interfaces": st.just(["soap"]),
    },
)


def leads(data, route):
    for step in route:
        data = data[step]
    return True


@settings(max_examples=examples(200))
@given(INTEGRATION, st.lists(FLOW, max_size=3), CLIENT, LISTED)
def test_nothing_crashes_and_every_place_exists(integration, listed, client, releases):
    head = {"id": "order", "category": "c"}
    vendor_data = {**head, "name": "X", "integration": integration}
    plan_data = {
        **head,
        "title": "T",
        "flows": listed,
        "platform": client,
        "data_objects": {"order": {"title": "O"}},
    }
    platform_data = {"id": "order", "name": "X", **releases}
    data = {Vendor: vendor_data, Plan: plan_data, Platform: platform_data}
    records = {model: shape(model, each)[0] for model, each in data.items()}
    setting = RuleContext(
        "x/order.yaml", datetime.date(2026, 11, 23),
        **{name: {"order": records[model]} if records[model] else {} for name, model in (("vendors", Vendor), ("plans", Plan), ("platforms", Platform))},
    )  # fmt: skip
    for model, record in records.items():
        for finding in check(record, setting) if record else ():
            assert leads(data[model], finding.route), finding


WORD = st.sampled_from(["a", "b", "x", "unknown", "unlimited"])
NUMBER = st.sampled_from([-2.0, 0.0, 1.0, 3.0, 9.0])
SOURCE = {**DATED, "kind": st.sampled_from(["vendor-page", "generated"])}
LOOK = st.fixed_dictionaries(SOURCE)
STATED = (
    {"value": WORD | NUMBER | st.booleans() | st.lists(WORD, min_size=1)},
    {"low": NUMBER, "high": NUMBER},
    {"low": NUMBER, "high": st.just("unlimited")},
    {"at_least": NUMBER | st.lists(WORD, min_size=1)},
)
READING = st.one_of(*(st.fixed_dictionaries(form, optional=SOURCE) for form in STATED))
VARIANT = st.builds(
    lambda one, region: {**one, "region": region}, READING, st.sampled_from(["US", "DE", "EEA"])
)
BY = st.fixed_dictionaries(
    {"by": st.lists(VARIANT, min_size=1, max_size=3)},
    optional={"conflicts": st.lists(READING | VARIANT, max_size=2)},
)
OF_A_FACT = (
    *STATED,
    {"unknown": st.just(True), "looked": st.lists(LOOK, min_size=1)},
    {"unknown": st.just(True)},
    {"not_applicable": st.just("x")},
)
FACT = st.one_of(
    BY,
    *(
        st.fixed_dictionaries(form, optional={**SOURCE, "conflicts": st.lists(READING, max_size=2)})
        for form in OF_A_FACT
    ),
)
STRICT = {"strict": st.booleans()}
SCALE = st.one_of(
    st.fixed_dictionaries(
        {"kind": st.just("linear"), "worst": NUMBER, "best": NUMBER}, optional=STRICT
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("points"),
            "points": st.lists(st.tuples(NUMBER, st.sampled_from([0, 50, 100])), min_size=2),
        },
        optional=STRICT,
    ),
    st.fixed_dictionaries(
        {"kind": st.just("target"), "worst_below": NUMBER, "best": NUMBER, "worst_above": NUMBER},
        optional=STRICT,
    ),
    st.just({"kind": "levels", "levels": {"a": 100, "b": 0}}),
    st.just({"kind": "checklist", "items": {"a": 1, "b": 2}}),
)
MEASURE = st.fixed_dictionaries(
    {"weight": NUMBER, "scale": SCALE}, optional={"may_not_apply": st.booleans()}
)
MEASURES = st.dictionaries(st.sampled_from("klmno"), MEASURE, min_size=1)


@settings(max_examples=examples(200))
@given(st.dictionaries(st.sampled_from("klmnoz"), FACT), MEASURES, NUMBER)
def test_facts_are_checked_against_any_scale_and_every_place_exists(facts, measures, weight):
    top = {"c": {"title": "C", "weight": weight, "measures": measures}}
    criteria, _ = shape(Criteria, {"id": "c", "title": "C", "criteria": top})
    data = {"id": "order", "name": "X", "category": "c", "facts": facts}
    vendor, _ = shape(Vendor, data)
    assert criteria
    setting = RuleContext("x/order.yaml", datetime.date(2026, 11, 23), criteria={"c": criteria})
    for finding in check(vendor, setting):
        assert leads(data, finding.route), finding
