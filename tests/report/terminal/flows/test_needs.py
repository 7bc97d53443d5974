"""Needs and vendors on a terminal of any width."""

import pytest

from evalkit.cli.shared.places import place_in
from evalkit.report.terminal.flows.needs import to_needs, to_vendor_needs
from evalkit.report.terminal.screen import Screen
from tests.evaluation.project.conftest import evaluated
from tests.evaluation.project.made import PLAN, STOREFRONT, WEIGHED

__all__ = ["evaluated"]


def shown(evaluation, width=80, **more):
    return [each.plain for each in to_needs(evaluation, Screen(width, **more))]


def test_the_answer_the_table_and_the_reasons(evaluated):
    assert shown(evaluated()) == [
        "Examplepay meets the one need that is a must.",
        "",
        "Payments for a storefront, 23 Nov 2026",
        "Need           Examplepay  Unseen   Oldpay",
        "Ship same day  met         open     not met",
        "Soap too       not met     not met  not met",
        "Refunds        met         open     open",
        "Easy api       open        open     open",
        "The first is a must.",
        "",
        "Not met",
        "  Ship same day, Oldpay: Order to the vendor (plug-in: module; PHP",
        "    ~8.1.0 excludes 8.4)",
        "  Soap too, Examplepay, Unseen and Oldpay: Api style: rest and soap (rest)",
        "",
        "Open",
        "  Ship same day, Unseen: Order to the vendor (nobody has looked how it can be",
        "    reached)",
        "  Refunds, Unseen: Refund to the vendor (nobody has looked how it can be",
        "    reached)",
        "  Refunds, Oldpay: Refund to the vendor (no route is on record)",
        "  Easy api, Examplepay, Unseen and Oldpay: nothing serves it",
        "",
        "More: evalkit fit storefront-payments --needs --vendor examplepay, with sources",
    ]


def test_what_is_weighed_shows_its_points(evaluated):
    lines = shown(evaluated({STOREFRONT: WEIGHED}), 100)
    assert any(line.startswith("Easy api       40.0 of 40 points") for line in lines)


def test_vendors_become_rows_where_they_do_not_fit(evaluated):
    lines = shown(evaluated(), 40)
    at = lines.index("Oldpay")
    assert lines[at + 1 : at + 3] == [
        "  Musts: 0 of 1, 1 not met",
        "  Shoulds: 0 of 3, 1 not met, 2 open",
    ]
    assert all(len(line) <= 40 for line in lines)


def test_read_aloud_a_row_says_what_is_a_must(evaluated):
    lines = shown(evaluated(), is_aloud=True)
    assert "Ship same day, must: Examplepay met, Unseen open, Oldpay not met." in lines


def test_words_are_coloured_where_they_are_an_outcome(evaluated):
    lines = to_needs(evaluated(), Screen(80))
    (row,) = (each for each in lines if each.plain.startswith("Ship same day  met"))
    coloured = {row.plain[span.start : span.end]: span.style for span in row.spans}
    assert coloured == {"open": "yellow", "not met": "red"}


@pytest.fixture
def examplepay(evaluated):
    def lines(**files):
        evaluation = evaluated(files)
        vendor = next(each for each in evaluation.vendors if each.id == "examplepay")
        page = to_vendor_needs(evaluation, vendor, Screen(80), place_in(None))
        return [each.plain for each in page]

    return lines


def test_all_rows_are_read_out_where_all_or_none_is_a_must(evaluated):
    plan = PLAN.replace(", priority: should", "")
    assert "All of them are musts." in shown(evaluated({STOREFRONT: plan}))
    plan = PLAN.replace("who: stock}", "who: stock, priority: should}")
    assert "None of them is a must." in shown(evaluated({STOREFRONT: plan}))


def test_one_vendors_page_names_what_each_need_rests_on(examplepay):
    lines = examplepay()
    assert lines[:3] == [
        "Examplepay meets two of four needs; one is not met; one is open.",
        "",
        "Payments for a storefront, 23 Nov 2026",
    ]
    at = lines.index("Ship same day (must, Head of the warehouse): met")
    assert lines[at + 1 : at + 8] == [
        "  Goods leave the same day.",
        "  Order to the vendor: met, direct API: rest interface (with work)",
        "    vendors/payment-gateways/examplepay.yaml, integration.interfaces.0, checked 1 Sep 2026",
        "    https://x.test/docs",
        "  Api style: none of none: met, rest",
        "    vendors/payment-gateways/examplepay.yaml, facts.api_style, checked 20 Jun 2026",
        "    https://x.test",
    ]


def test_points_have_no_source(examplepay):
    lines = examplepay(**{STOREFRONT: WEIGHED})
    at = lines.index("Easy api (should): weighed")
    assert lines[at + 1 :] == [
        "  Our developers can work with it.",
        "  API preference: 40.0 of 40 points",
    ]
