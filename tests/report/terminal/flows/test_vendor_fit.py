"""One vendor's routes on a terminal."""

import pytest

from evalkit.explanation.lookup import find_vendor
from evalkit.report.terminal.flows.vendor_fit import to_vendor_fit
from evalkit.report.terminal.screen import Screen
from tests.evaluation.fit.made import API, FILES, OLD, PLAN, SOURCED, vendor

EXAMPLE = "vendors/payment-gateways/examplepay.yaml"


def shown(evaluation, name, width=80, **more):
    found = find_vendor(evaluation, name)
    screen = Screen(width, **more)
    lines = to_vendor_fit(
        evaluation, evaluation.fit, found, screen, lambda entry: f"{entry.path}:{entry.key}"
    )
    return [each.plain for each in lines]


@pytest.fixture
def evaluation(evaluated):
    return lambda **changes: evaluated({**FILES, **changes})


def test_a_plug_in_has_versions_what_speaks_against_it_and_its_source(evaluation):
    lines = shown(evaluation(), "oldpay")
    assert lines == [
        "Oldpay carries none of two data flows. One is not possible and one is open.",
        "",
        "Payments for a storefront, 23 Nov 2026, the criteria's own weights",
        "Data flow         Carried",
        "Order to vendor   no       plug-in: module",
        "Refund to vendor  open     no route is on record",
        "The first is mandatory.",
        "",
        "Plug-in: module",
        "  Carries: not possible, in real time (assumed; not on record)",
        "  Against: PHP ~8.1.0 excludes 8.4",
        "  Open: how fast it carries this is not on record; no limit is on record that",
        "    the peak could be held against",
        "  vendors/payment-gateways/oldpay.yaml:integration.plugins.0, checked 1 Sep 2026",
        "  https://x.test/docs",
        "",
        "The shop runs on Test Shop 2.4.8 with PHP 8.4; regular support of its line ends",
        "on 2028-05-31.",
        "Routes are preferred in this order: plug-in, events and API, direct API, file,",
        "own middleware.",
    ]


def test_a_limit_is_told_once_and_only_the_tightest(evaluation):
    """1 a second: 1,800 of 3,600 an hour is half, 18,000 of 86,400 a day a fifth."""
    plan = PLAN.replace("peak_per_hour: 1800", "peak_per_hour: 1800, per_day: 18000")
    text = "\n".join(shown(evaluation(**{"plans/storefront-payments.yaml": plan}), "examplepay"))
    assert text.count("Limit:") == 1
    assert "1,800 requests in the busiest hour, 3,600 allowed" in " ".join(text.split())
    assert "18,000 requests in a day" not in " ".join(text.split())


def test_what_holds_for_some_flows_only_names_them(evaluation):
    noted = API.replace("kind: rest", "kind: rest, card_data: stored")
    plan = PLAN.replace("real_time,", "real_time, payment_data: true,")
    files = {EXAMPLE: vendor("examplepay", noted), "plans/storefront-payments.yaml": plan}
    flat = " ".join(" ".join(shown(evaluation(**files), "examplepay")).split())
    assert "Against: Order to vendor: card data would be stored in the shop" in flat


def test_other_routes_say_what_becomes_of_the_flows_on_them(evaluation):
    soon = API.replace("id: api, kind: rest", "id: soon, kind: rest, title: Second API")
    found = evaluation(**{EXAMPLE: vendor("examplepay", f"{API}, {soon}")})
    lines = shown(found, "examplepay")
    start = lines.index("Other routes")
    assert "  Direct API: Second API" in lines[start:]
    assert "    Order to vendor and Refund to vendor: possible with work" in lines[start:]


def test_a_limit_that_flows_share_is_told_with_their_sum(evaluation):
    """1,000 orders and 300 refunds a day over one interface: 1,300 of 2,000."""
    plan = PLAN.replace("peak_per_hour: 1800", "per_day: 1000").replace(
        "need: wish", "need: wish, per_day: 300"
    )
    limited = API.replace("per_second: 1", "per_day: 2000")
    files = {EXAMPLE: vendor("examplepay", limited), "plans/storefront-payments.yaml": plan}
    flat = " ".join(" ".join(shown(evaluation(**files), "examplepay")).split())
    assert (
        "Limit of rest interface, shared by Order to vendor and Refund to vendor: 1,000 + 300 = 1,300 "
        "requests in a day, 2,000 allowed" in flat
    )


@pytest.mark.parametrize("width", [40, 80, 200])
def test_links_and_places_are_never_broken(evaluation, width):
    link = "https://x.test/" + "docs/" * 30
    long = OLD.replace("https://x.test/docs", link)
    found = evaluation(**{"vendors/payment-gateways/oldpay.yaml": vendor("oldpay", "", long)})
    lines = shown(found, "oldpay", width)
    assert f"  {link}" in lines
    assert any("oldpay.yaml:integration.plugins.0" in line for line in lines)
    rest = [line for line in lines if link not in line and "oldpay.yaml" not in line]
    assert max(map(len, rest)) <= width


def test_a_source_in_words_is_wrapped(evaluation):
    told = "a letter of the head of integration to the founders about interfaces"
    named = OLD.replace("https://x.test/docs", told)
    found = evaluation(**{"vendors/payment-gateways/oldpay.yaml": vendor("oldpay", "", named)})
    lines = shown(found, "oldpay", 40)
    assert "  a letter of the head of integration to" in lines
    assert "    the founders about interfaces" in lines


def test_one_flow_only(evaluation):
    plan = "\n".join(PLAN.splitlines()[:-1])
    lines = shown(evaluation(**{"plans/storefront-payments.yaml": plan}), "examplepay")
    assert lines[0] == "Examplepay: the one data flow is possible with work."
    assert "It is mandatory. Work: possible, but something has to be built." in lines


def test_undated_sources_say_so(evaluation):
    undated = API.replace(SOURCED, "source: https://x.test/docs")
    lines = shown(evaluation(**{EXAMPLE: vendor("examplepay", undated)}), "examplepay")
    assert "  vendors/payment-gateways/examplepay.yaml:integration.interfaces.0, undated" in lines


def test_a_limit_that_is_not_enough_speaks_against_the_route_and_is_told_once(evaluation):
    """36,000 requests in the busiest hour, where 1 a second allows 3,600."""
    plan = PLAN.replace("peak_per_hour: 1800", "peak_per_hour: 36000")
    text = " ".join(shown(evaluation(**{"plans/storefront-payments.yaml": plan}), "examplepay"))
    flat = " ".join(text.split())
    assert flat.count("3,600 allowed") == 2  # by the interface, and by a middleware over it
    assert "Against: Order to vendor: 36,000 requests" in flat
