"""Data flows and vendors on a terminal of any width."""

import re

import pytest

from evalkit.explanation.lookup import labels
from evalkit.report.terminal.flows.fit import to_fit
from evalkit.report.terminal.screen import Screen
from tests.evaluation.fit.made import API, FILES, OLD, PLAN, vendor

EXAMPLE = "vendors/payment-gateways/examplepay.yaml"
UNSEEN = "vendors/payment-gateways/unseen.yaml"
THREE = PLAN + "  - {data: order, direction: from_vendor, timing: daily, need: wish}\n"


@pytest.fixture
def evaluation(evaluated):
    return lambda **changes: evaluated({**FILES, **changes})


def shown(evaluation, width=80, **more):
    return [each.plain for each in to_fit(evaluation, evaluation.fit, Screen(width, **more))]


def test_the_page_has_the_parts_of_the_design(evaluation):
    """1 request a second is 3,600 an hour, of which the plan needs 1,800: the tightest limit."""
    assert shown(evaluation()) == [
        "Examplepay carries both data flows. Oldpay is ruled out: its plug-in does not",
        "support PHP 8.4.",
        "",
        "Payments for a storefront, 23 Nov 2026, the criteria's own weights",
        "Data flow         Examplepay  Unseen  Oldpay",
        "Order to vendor   work        open    no",
        "Refund to vendor  work        open    open",
        "The first is mandatory. Work: possible, but something has to be built.",
        "",
        "Peak: Examplepay allows 3,600 requests an hour, 1,800 are needed; no other limit",
        "is known.",
        "Find out: can Unseen carry order to vendor, and by which route?",
        "More: evalkit fit storefront-payments --vendor examplepay, with routes and",
        "limits",
    ]


def test_vendors_that_do_not_fit_become_rows(evaluation):
    further = vendor("further", "", OLD)
    lines = shown(evaluation(**{"vendors/payment-gateways/further.yaml": further}), 50)
    start = lines.index("Vendor      Mandatory          Wishes")
    assert lines[start + 1 : start + 5] == [
        "Examplepay  1 of 1, with work  1 of 1, with work",
        "Unseen      0 of 1, 1 open     0 of 1, 1 open",
        "Further     0 of 1             0 of 1, 1 open",
        "Oldpay      0 of 1             0 of 1, 1 open",
    ]


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_every_vendor_is_named_in_full_at_any_width(evaluation, width):
    many = {
        f"vendors/payment-gateways/vendor-{n}.yaml": vendor(f"vendor-{n}", API) for n in range(17)
    }
    found = evaluation(**many)
    text = "\n".join(shown(found, width))
    assert max(map(len, text.splitlines())) <= width
    assert "…" not in text
    flat = " ".join(text.split())
    assert [name for name in labels(found).values() if name not in flat] == []


def test_words_are_coloured_in_cells_only(evaluation):
    titled = FILES["criteria/payment-gateways.yaml"].replace("title: Refund", "title: No open")
    found = evaluation(**{"criteria/payment-gateways.yaml": titled})
    lines = to_fit(found, found.fit, Screen(80))
    row = next(line for line in lines if line.plain.startswith("No open to vendor"))
    marked = {(row.plain[span.start : span.end], span.style) for span in row.spans}
    assert marked == {("open", "yellow")}
    row = next(line for line in lines if line.plain.startswith("Order to vendor"))
    assert ("no", "red") in {(row.plain[span.start : span.end], span.style) for span in row.spans}


def test_read_aloud_each_row_is_a_sentence_that_says_whether_it_must_be(evaluation):
    lines = shown(evaluation(), is_aloud=True)
    assert "Order to vendor, mandatory: Examplepay work, Unseen open, Oldpay no." in lines
    assert "Refund to vendor, wish: Examplepay work, Unseen open, Oldpay open." in lines


def test_a_name_with_braces_is_read_aloud(evaluation):
    text = vendor("examplepay", API).replace("name: Examplepay", 'name: "Pay {0} {}"')
    lines = shown(evaluation(**{EXAMPLE: text}), is_aloud=True)
    assert any("Pay {0} {} work" in line for line in lines)


def test_mandatory_flows_come_first_and_are_counted(evaluation):
    plan = PLAN.replace("timing: real_time", "timing: daily, need: wish").replace(
        "timing: hourly, need: wish", "timing: daily"
    )
    lines = shown(evaluation(**{"plans/storefront-payments.yaml": plan}))
    start = next(at for at, line in enumerate(lines) if line.startswith("Data flow"))
    assert [line.split(" to ")[0] for line in lines[start + 1 : start + 3]] == ["Refund", "Order"]
    assert lines[start + 3].startswith("The first is mandatory.")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("need: wish", "because: Returns.", "All of them are mandatory."),
        ("because: Shipping.", "need: wish", "All of them are wishes."),
    ],
)
def test_what_all_flows_have_in_common_is_said_once(evaluation, old, new, said):
    plan = PLAN.replace(old, new)
    text = " ".join(shown(evaluation(**{"plans/storefront-payments.yaml": plan})))
    assert said in text


def test_who_carries_what_is_mandatory_is_named_where_nobody_carries_all(evaluation):
    text = " ".join(shown(evaluation(**{"plans/storefront-payments.yaml": THREE})))
    # The order goes to the vendor by an interface that gives none back.
    assert text.startswith(
        "No vendor is known to carry all three data flows; Examplepay carries the one that is "
        "mandatory. Oldpay is ruled out"
    )


def test_vendors_ruled_out_for_one_reason_share_a_sentence(evaluation):
    other = {UNSEEN: vendor("unseen", "", OLD)}
    text = " ".join(shown(evaluation(**other)))
    assert re.search(
        "(Unseen and Oldpay|Oldpay and Unseen) are ruled out: their plug-ins do not support "
        "PHP 8.4[.]",
        text,
    )


def test_open_wishes_are_asked_about_only_when_no_mandatory_flow_is_open(evaluation):
    lacks = vendor("unseen", API.replace(", refund: {directions: [to_vendor]}", ""))
    text = " ".join(shown(evaluation(**{UNSEEN: lacks})))
    assert "Find out: can Unseen carry refund to vendor, and by which route?" in text
    # Who is ruled out is not asked.
    assert "Oldpay carry" not in text


def test_where_all_is_known_there_is_nothing_to_find_out(evaluation):
    known = {UNSEEN: vendor("unseen", API)}
    assert "Find out" not in " ".join(shown(evaluation(**known)))
