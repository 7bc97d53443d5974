"""Interfaces, flows and platforms: every mistake is told at its place, with what to do."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalkit.diagnostics.record import Severity
from evalkit.model.plan import Plan
from evalkit.model.platform import Platform
from evalkit.model.vendor import Vendor
from evalkit.rules.context import Setting
from evalkit.rules.run import check
from evalkit.source.shape.shape import shape
from tests.conftest import CRITERIA, DAY, PLAN, VENDOR, vendor
from tests.rules.test_money import EXAMPLEPAY, OTHERPAY, SOURCED, STOREFRONT, marked, placed

GATEWAYS = "criteria/payment-gateways.yaml"
SHOP = "platforms/shop.yaml"
OBJECTS = """\
data_objects:
  order: {title: Order}
  refund: {title: Refund}
  payment: {title: Payment, payment_data: true}
"""
PLATFORM = """\
id: shop
name: Shop
source: https://shop.test/releases
interfaces: [rest, webhooks]
storefronts: [classic, headless]
lines:
  "2.4.7": {supported_until: 2026-05-31, extended_until: 2027-05-31}
  "2.4.8": {supported_until: 2028-05-31}
releases:
  2.4.7-p5: {line: "2.4.7", php: ["8.2", "8.3"]}
  2.4.8: {line: "2.4.8", php: ["8.3", "8.4"]}
"""
NO_VERSION = "is not a version like 8.4 or 2.4.8-p5"
RUNS_ON = 'platform: {name: shop, version: 2.4.8, php: "8.4"}\n'

MISTAKES = """\
integration:
  interfaces:
    - id: api
      kind: rest
      data: {odrer: {directions: [to_vendor]}, refund: {directions: [to_vendor]}}
      source: https://examplepay.test/api
      checked: 2026-06-20
    - {id: events, kind: webhooks, source: https://examplepay.test/events, checked: 2026-06-20}
    - {id: vault, kind: rest, data: {payment: {directions: [to_vendor]}}, card_data: stored}
  plugins:
    - id: module
      php: "=>8.3"
      requires: {magento/framework: "103.0.x.y"}
      platform_versions: "2.4.4 -"
      data: {order: {directions: [to_vendor]}}
      limitations: [{severity: minor, text: No partial refunds.}]
      source: https://examplepay.test/module
    - {id: api, platform: shopp, source: https://examplepay.test/plugin, checked: 2027-01-01}
  lacks: {refund: https://examplepay.test/faq}
"""
PLAN_MISTAKES = """\
platform: {name: shop, version: 2.4.7-p5, php: "8.4", interfaces: [rset], storefront: clasic}
routes: [plugin, api, plugin]
data_objects: {order: {title: Sale}}
flows:
  - {data: odrer, direction: to_vendor, timing: daily}
  - {data: refund, direction: from_vendor, timing: real_time}
  - {data: payment, direction: to_vendor, timing: daily}
  - {data: payment, direction: to_vendor, timing: hourly}
"""


def way(name="api", kind="rest", data="order: {directions: [to_vendor]}", more=SOURCED):
    return f"{{id: {name}, kind: {kind}, data: {{{data}}}, {more}}}"


def plugin(more, data="order: {directions: [to_vendor]}"):
    return f"{{id: module, data: {{{data}}}, {more}, {SOURCED}}}"


def offers(*interfaces, plugins=(), lacks=""):
    text = "integration:\n  interfaces:\n" + "".join(f"    - {each}\n" for each in interfaces)
    text += "  plugins:\n" * bool(plugins) + "".join(f"    - {each}\n" for each in plugins)
    return text + f"  lacks: {{{lacks}}}\n" * bool(lacks)


def flows(*entries, platform=RUNS_ON):
    lines = "".join(f"  - {{{each}}}\n" for each in entries)
    return f"{platform}flows:\n{lines}"


@pytest.fixture
def diagnosed(loaded):
    """The diagnostics of a vendor with an integration and a plan with flows."""

    def diagnose(integration="", plan="", files=None):
        base = {
            GATEWAYS: CRITERIA + OBJECTS,
            SHOP: PLATFORM,
            EXAMPLEPAY: VENDOR + integration,
            STOREFRONT: PLAN + plan,
        }
        return loaded({**base, **(files or {})}).diagnostics

    return diagnose


@pytest.fixture
def told(diagnosed):
    """The same as code, marked text and message."""

    def tell(*texts, **files):
        return [(d.code, marked(d), d.message) for d in diagnosed(*texts, **files)]

    return tell


@pytest.fixture
def codes(diagnosed):
    """The same as codes."""

    def tell(*texts, **files):
        return [d.code for d in diagnosed(*texts, **files)]

    return tell


def test_a_vendor_file_with_each_mistake_is_told_each_at_its_place(diagnosed):
    assert placed(diagnosed(MISTAKES)) == [
        ("EK601", "12:14", "the criteria of `payment-gateways` define no data object `odrer`"),
        ("EK602", "15:7", "the interface `events` does not state any data"),
        ("EK606", "16:7", "the interface `vault` has no source"),
        ("EK609", "16:86", "the interface `vault` stores card numbers in the shop"),
        ("EK604", "18:7", "the plug-in `module` does not name its platform"),
        ("EK607", "18:7", "the plug-in `module` does not say when it was checked"),
        (
            "EK603",
            "19:12",
            "`=>8.3` is not a constraint: '=>' is not one of the operators ^ ~ = == != <> > >= < <=",
        ),
        ("EK603", "20:37", "`103.0.x.y` is not a constraint: '103.0.x.y' " + NO_VERSION),
        ("EK603", "21:26", "`2.4.4 -` is not a constraint: '-' " + NO_VERSION),
        ("EK606", "23:21", "a limitation of the plug-in `module` has no source"),
        ("EK602", "25:7", "the plug-in `api` does not state any data"),
        ("EK608", "25:12", "the id `api` is already used by interface 1"),
        ("EK605", "25:27", "there is no platform `shopp`"),
        ("EK611", "25:83", "the plug-in `api` was checked on 2027-01-01, after 2026-11-23"),
        ("EK610", "26:11", "`refund` is listed under `lacks`, but the interface `api` carries it"),
    ]


def test_a_plan_with_each_mistake_is_told_each_at_its_place(diagnosed):
    stores = offers(
        way(data="payment: {directions: [to_vendor]}", more=f"card_data: passes_shop, {SOURCED}")
    )
    assert placed(diagnosed(stores, PLAN_MISTAKES)) == [
        (
            "EK629",
            "8:33",
            "regular support of `shop` 2.4.7-p5 ended on 2026-05-31; extended support runs until 2027-05-31",
        ),
        ("EK626", "8:48", "`shop` 2.4.7-p5 does not support PHP 8.4"),
        ("EK627", "8:68", "`shop` has no interface `rset`"),
        ("EK628", "8:87", "`shop` has no storefront `clasic`"),
        ("EK634", "9:23", "`plugin` is listed twice"),
        ("EK633", "10:16", "the criteria of `payment-gateways` already define `order`"),
        ("EK621", "12:12", "neither the criteria nor this plan define a data object `odrer`"),
        (
            "EK622",
            "13:12",
            "`refund` from the vendor is mandatory, but no vendor compared here has a route for it",
        ),
        ("EK632", "13:52", "the peak volume of `refund` from the vendor is not stated"),
        (
            "EK623",
            "14:5",
            "every route of `examplepay` for `payment` to the vendor lets card numbers pass through the shop",
        ),
        (
            "EK623",
            "15:5",
            "every route of `examplepay` for `payment` to the vendor lets card numbers pass through the shop",
        ),
        ("EK630", "15:5", "`payment` to the vendor is listed twice"),
    ]


def test_an_error_is_what_would_make_the_answer_wrong(diagnosed):
    found = diagnosed(MISTAKES) + diagnosed(plan=PLAN_MISTAKES)
    errors = {d.code for d in found if d.severity is Severity.ERROR}
    assert errors == {
        "EK601", "EK603", "EK605", "EK608", "EK610", "EK611",
        "EK621", "EK627", "EK628", "EK630", "EK634",
    }  # fmt: skip


def test_hints_name_the_nearest_word(diagnosed):
    plan = flows("data: odrer, direction: to_vendor, timing: daily")
    hints = {d.code: d.hint for d in diagnosed(MISTAKES, plan)}
    assert hints["EK601"] == hints["EK621"] == "did you mean `order`?"
    assert hints["EK605"] == "did you mean `shop`?"


# Vendors


def test_what_fits_is_let_pass(codes):
    module = plugin('platform: shop, php: "~8.3.0||~8.4.0", requires: {magento/framework: ^103.0}')
    both = way(data="refund: {directions: [from_vendor]}")
    plan = flows("data: order, direction: to_vendor, timing: real_time, peak_per_second: 3")
    assert codes(offers(both, plugins=[module], lacks="payment: s"), plan) == []


def test_a_plan_that_compares_the_vendor_may_add_a_data_object(codes):
    gift = offers(way(data="gift_card: {directions: [to_vendor]}"))
    assert codes(gift) == ["EK601"]
    assert codes(gift, "data_objects: {gift_card: {title: Gift card}}\n") == []
    other = {OTHERPAY: vendor(api_style=f"{{value: [rest], {SOURCED}}}")}
    plan = "data_objects: {gift_card: {title: Gift card}}\nvendors: [otherpay]\n"
    assert codes(gift, plan, files=other) == ["EK601"]


def test_where_nobody_has_named_data_objects_none_is_unknown(codes):
    assert codes(offers(way()), files={GATEWAYS: CRITERIA}) == []


def test_what_is_lacking_is_a_known_data_object_too(told):
    message = "the criteria of `payment-gateways` define no data object `refnd`"
    assert told(offers(way(), lacks="refnd: s")) == [("EK601", "refnd", message)]


def test_without_any_other_platform_the_hint_says_which_file_to_add(diagnosed):
    setting = Setting(EXAMPLEPAY, DAY)
    record = record_of(Vendor, {"plugins": [{"id": "m", "platform": "shop"}]})
    hints = {p.code: p.hint for p in check(record, setting)}
    assert hints["EK605"] == "add `platforms/shop.yaml`"


def test_a_platform_whose_file_cannot_be_used_is_not_unknown():
    setting = Setting(EXAMPLEPAY, DAY, known_platforms=frozenset({"shop"}))
    record = record_of(Vendor, {"plugins": [{"id": "m", "platform": "shop"}]})
    assert "EK605" not in {p.code for p in check(record, setting)}


def test_what_was_looked_at_long_ago_is_stale(told):
    old = way(more="source: s, checked: 2025-11-22")
    message = "the interface `api` was checked 366 days ago and stays fresh for 365"
    assert told(offers(old)) == [("EK612", "2025-11-22", message)]


# Flows and vendors


def test_a_must_flow_that_one_vendor_carries_has_a_route(codes):
    plan = flows("data: refund, direction: to_vendor, timing: daily")
    assert codes(offers(way()), plan) == ["EK622"]
    other = vendor(api_style=f"{{value: [rest], {SOURCED}}}")
    carries = other + offers(way(data="refund: {directions: [to_vendor]}"))
    assert codes(offers(way()), plan, files={OTHERPAY: carries}) == []


def test_what_cannot_be_read_may_have_the_route(loaded):
    plan = PLAN + flows("data: refund, direction: to_vendor, timing: daily")
    only = "id: ID\nname: X\ncategory: payment-gateways\n" + offers(way())
    given = {
        GATEWAYS: CRITERIA + OBJECTS, SHOP: PLATFORM, STOREFRONT: plan,
        EXAMPLEPAY: only.replace("ID", "examplepay"), OTHERPAY: "x: [\n",
    }  # fmt: skip

    def found(files):
        return "EK622" in {each.code for each in loaded(files).diagnostics}

    assert not found(given)
    assert not found({**given, STOREFRONT: given[STOREFRONT] + "vendors: [examplepay, otherpay]\n"})
    assert found({**given, STOREFRONT: given[STOREFRONT] + "vendors: [examplepay]\n"})
    assert found({**given, OTHERPAY: only.replace("ID", "otherpay")})


def test_a_vendor_at_which_nobody_has_looked_may_carry_it(codes):
    plan = flows("data: refund, direction: to_vendor, timing: daily")
    other = vendor(api_style=f"{{value: [rest], {SOURCED}}}")
    assert codes(offers(way()), plan, files={OTHERPAY: other}) == []
    assert codes("", plan) == []


def test_a_wish_may_stay_without_a_route(codes):
    plan = flows("data: refund, direction: to_vendor, timing: daily, need: wish")
    assert codes(offers(way()), plan) == []


def test_a_route_in_the_other_direction_is_none(codes):
    assert codes(offers(way()), flows("data: order, direction: from_vendor, timing: daily")) == [
        "EK622"
    ]


def test_a_plug_in_for_another_platform_is_no_route(codes):
    plan = flows("data: refund, direction: to_vendor, timing: daily")
    other = {"platforms/kiosk.yaml": PLATFORM.replace("id: shop", "id: kiosk")}
    data = "refund: {directions: [to_vendor]}"
    shop, kiosk = (
        offers(way(), plugins=[plugin(f"platform: {p}", data)]) for p in ("shop", "kiosk")
    )
    assert codes(shop, plan, files=other) == []
    assert codes(kiosk, plan, files=other) == ["EK622"]


PAID = "data: payment, direction: to_vendor, timing: daily"


@pytest.mark.parametrize(
    ("kinds", "verb"),
    [
        (("stored",), "stores card numbers in the shop"),
        (("passes_shop",), "lets card numbers pass through the shop"),
        (("stored", "passes_shop"), "stores card numbers in the shop or lets them pass through it"),
    ],
)
def test_payment_data_that_can_only_reach_the_shop_are_told_with_the_vendor(told, kinds, verb):
    ways = [
        way(
            f"api-{kind.replace('_', '-')}",
            data="payment: {directions: [to_vendor]}",
            more=f"card_data: {kind}, {SOURCED}",
        )
        for kind in kinds
    ]
    found = [each for each in told(offers(*ways), flows(PAID)) if each[0] != "EK609"]
    message = f"every route of `examplepay` for `payment` to the vendor {verb}"
    assert found == [("EK623", f"{{{PAID}}}", message)]


@pytest.mark.parametrize("card_data", ["hosted", "tokenised", "none", None])
def test_one_route_that_keeps_cards_out_or_may_do_so_is_enough(codes, card_data):
    data = "payment: {directions: [to_vendor]}"
    more = f"card_data: {card_data}, {SOURCED}" if card_data else SOURCED
    ways = (
        way(data=data, more=more),
        way("old", data=data, more=f"card_data: passes_shop, {SOURCED}"),
    )
    assert codes(offers(*ways), flows(PAID)) == []


def test_a_flow_says_itself_whether_it_holds_payment_data(codes):
    def passes(name):
        return offers(
            way(
                data=f"{name}: {{directions: [to_vendor]}}",
                more=f"card_data: passes_shop, {SOURCED}",
            )
        )

    assert codes(passes("payment"), flows(f"{PAID}, payment_data: false")) == []
    order = PAID.replace("payment", "order")
    assert codes(passes("order"), flows(order)) == []
    assert codes(passes("order"), flows(f"{order}, payment_data: true")) == ["EK623"]


# Flows of a plan


@pytest.mark.parametrize(
    ("first", "second", "marked_text"),
    [
        ("id: a, data: order", "id: a, data: refund", "a"),
        ("id: refund-to-vendor, data: order", "data: refund", "refund"),
    ],
)
def test_an_id_is_used_once_also_where_it_is_left_out(told, first, second, marked_text):
    rest = "direction: to_vendor, timing: daily"
    name = "a" if marked_text == "a" else "refund-to-vendor"
    found = told(plan=flows(f"{first}, {rest}", f"{second}, {rest}"))
    assert found == [("EK630", marked_text, f"the id `{name}` is used twice")]


def test_flows_without_a_platform_are_told(told):
    message = "there are flows, but the shop's platform is not stated"
    plan = flows("data: order, direction: to_vendor, timing: daily", platform="")
    assert told(plan=plan) == [("EK631", "flows", message)]


@pytest.mark.parametrize("peak", ["peak_per_hour: 900", "peak_per_second: 2"])
def test_a_peak_is_one_of_an_hour_or_of_a_second(codes, peak):
    plan = flows(f"data: order, direction: to_vendor, timing: real_time, {peak}")
    assert codes(plan=plan) == []
    assert codes(plan=plan.replace(peak, "per_day: 9")) == ["EK632"]


# The client's platform


@pytest.mark.parametrize(
    ("platform", "found"),
    [
        ("name: shopp, version: 2.4.8", [("EK624", "shopp", "there is no platform `shopp`")]),
        ("name: shop, version: 2.4.9", [("EK625", "2.4.9", "`shop` has no release `2.4.9`")]),
        ("name: shop, version: 2.4.x", [("EK625", "2.4.x", "`shop` has no release `2.4.x`")]),
        ("name: shop, version: 2.4.8, interfaces: [rest], storefront: headless", []),
    ],
)
def test_a_plan_names_a_platform_and_a_release_that_exist(told, platform, found):
    assert told(plan=f"platform: {{{platform}}}\n") == found


def test_php_that_is_no_version_is_told(codes, told):
    plan = RUNS_ON.replace("8.4", "eight")
    assert codes(plan=plan) == ["EK626", "EK636"]
    assert told(plan=plan)[1][1:] == (
        '"eight"',
        "'eight' is not a version like 8.4 or 2.4.8-p5",
    )


@pytest.mark.parametrize(
    ("until", "extended", "end"),
    [
        ("2026-11-22", ", extended_until: 2026-11-23", "extended support runs until 2026-11-23"),
        ("2026-11-21", ", extended_until: 2026-11-22", "extended support ended on 2026-11-22"),
        ("2026-11-22", "", "no extended support is known"),
    ],
)
def test_the_end_of_support_says_what_still_runs(told, until, extended, end):
    platform = PLATFORM.replace(
        "{supported_until: 2028-05-31}", f"{{supported_until: {until}{extended}}}"
    )
    message = f"regular support of `shop` 2.4.8 ended on {until}; {end}"
    assert told(plan=RUNS_ON, files={SHOP: platform}) == [("EK629", "2.4.8", message)]


def test_support_that_ends_on_the_day_still_runs(codes):
    platform = PLATFORM.replace("2028-05-31", "2026-11-23")
    assert codes(plan=RUNS_ON, files={SHOP: platform}) == []


def test_support_is_judged_on_the_plans_day(codes):
    plan = RUNS_ON.replace("2.4.8", "2.4.7-p5").replace("8.4", "8.3")
    early = PLAN.replace("2026-11-23", "2026-05-31")
    assert "EK629" in codes(plan=plan)
    assert "EK629" not in codes(files={STOREFRONT: early + plan})


def test_what_a_platform_does_not_list_is_not_held_against_a_plan(codes):
    bare = 'id: shop\nname: Shop\nsource: s\nreleases: {2.4.8: {line: "2.4.8"}}\n'
    plan = 'platform: {name: shop, version: 2.4.8, php: "7.4", interfaces: [soap], storefront: kiosk}\n'
    assert codes(plan=plan, files={SHOP: bare}) == []


# Platform files


def test_a_platform_with_each_mistake_is_told_each_at_its_place(diagnosed):
    text = """\
id: shop
name: Shop
lines: {"2.4.8": {supported_until: 2028-05-31}}
releases:
  2.4.8: {line: 2.4.6, php: ["8.3", "8.x"], packages: {magento/framework: latest}}
  newest: {line: 2.4.8}
"""
    assert placed(diagnosed(files={SHOP: text})) == [
        ("EK643", "1:5", "the platform `shop` has no source"),
        ("EK641", "5:17", "there is no line `2.4.6`"),
        ("EK642", "5:37", "'8.x' " + NO_VERSION),
        ("EK642", "5:75", "'latest' " + NO_VERSION),
        ("EK642", "6:3", "'newest' " + NO_VERSION),
    ]


# What is worked out from flows

DERIVED = """\
  coverage:
    title: Coverage
    weight: 20
    measures:
      flow_coverage:
        unit: percent
        weight: 1
        derived: flow_coverage
        scale: {kind: linear, worst: 0, best: 100, because: "-"}
      plugin_fit:
        unit: "%"
        weight: 1
        derived: plugin_fit
        scale: {kind: linear, worst: 0, best: 100, because: "-"}
      peak_headroom:
        unit: times
        weight: 1
        derived: peak_headroom
        scale: {kind: linear, worst: 1, best: 10, because: "-"}
"""
FITTING = CRITERIA.replace("background:", DERIVED + "background:") + OBJECTS
WEIGHED = PLAN.replace("scalability: 75", "scalability: 55, coverage: 20")
ONE_FLOW = flows("data: order, direction: to_vendor, timing: daily")


def test_measures_of_flows_need_flows_and_no_money(told):
    found = told(files={GATEWAYS: FITTING, STOREFRONT: WEIGHED})
    names = "`flow_coverage`, `plugin_fit`, `peak_headroom`"
    message = f"there are no `flows` from which to compute {names}: unknown for every vendor"
    assert found == [("EK635", "payment-gateways", message)]
    assert told(files={GATEWAYS: FITTING, STOREFRONT: WEIGHED + ONE_FLOW}) == []


def test_beside_a_frontier_measures_of_flows_weigh_like_any_other(told):
    plan = (
        WEIGHED
        + ONE_FLOW
        + "money: {currency: EUR, years: 3, discount_rate: 0.08}\ncost: frontier\n"
    )
    assert told(files={GATEWAYS: FITTING, STOREFRONT: plan}) == []


def test_each_is_worked_out_in_its_unit(told):
    wrong = (
        FITTING.replace("percent", "flows").replace('"%"', "flows").replace("times", "requests/s")
    )
    found = told(files={GATEWAYS: wrong, STOREFRONT: WEIGHED})
    assert [each for each in found if each[0] == "EK541"] == [
        ("EK541", "flows", "flow_coverage is computed in percent, not in flows"),
        ("EK541", "flows", "plugin_fit is computed in percent, not in flows"),
        ("EK541", "requests/s", "peak_headroom is computed in times, not in requests/s"),
    ]


def test_a_fact_on_a_measure_of_flows_is_told_where_it_belongs(diagnosed):
    fact = VENDOR + f"  flow_coverage: {{value: 90, {SOURCED}}}\n"
    found = diagnosed(files={GATEWAYS: FITTING, STOREFRONT: WEIGHED + ONE_FLOW, EXAMPLEPAY: fact})
    assert [(d.code, d.hint) for d in found] == [
        ("EK513", "remove it, and list the interfaces under `integration`")
    ]


# Shapes


def test_a_version_without_quotes_is_told_how_to_write_it(diagnosed):
    (found,) = diagnosed(plan="platform: {name: shop, version: 2.4, php: 8.10}\n")[:1]
    assert (found.code, marked(found), found.message, found.hint) == (
        "EK103", "2.4", "this takes a version in quotes, not the number 2.4",
        'write it as text, such as "8.4"',
    )  # fmt: skip


def test_the_name_of_a_package_is_told_how_to_write_it(diagnosed):
    (found,) = diagnosed(
        offers(way(), plugins=[plugin("platform: shop, requires: {framework: ^103}")])
    )
    assert (found.code, marked(found), found.message, found.hint) == (
        "EK106", "framework", "`framework` is not the name of a package",
        "write it as Composer does, such as magento/framework",
    )  # fmt: skip


# Whatever files say

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


def record_of(model, content):
    key = {"integration": content} if model is Vendor else content
    found, findings = shape(model, {"id": "order", "name": "X", "category": "c", **key})
    assert found, findings
    return found


def leads(data, route):
    for step in route:
        data = data[step]
    return True


@settings(max_examples=200, deadline=None)
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
    setting = Setting(
        "x/order.yaml", datetime.date(2026, 11, 23),
        **{name: {"order": records[model]} if records[model] else {} for name, model in (("vendors", Vendor), ("plans", Plan), ("platforms", Platform))},
    )  # fmt: skip
    for model, record in records.items():
        for finding in check(record, setting) if record else ():
            assert leads(data[model], finding.route), finding
