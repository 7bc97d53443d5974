"""Gates, ranks and scores that changed."""

from evalkit.explanation.difference import difference
from tests.conftest import PLAN, VENDOR, vendor
from tests.explanation.made import EXAMPLEPAY, OTHERPAY, PLAN_FILE, SOAP


def test_gates_and_ranks_that_changed(evaluated):
    strict = {PLAN_FILE: PLAN.replace("at_least: 10", "at_least: 20")}
    slower = {OTHERPAY: vendor(**SOAP | {"rate_limit": SOAP["rate_limit"].replace("12", "9")})}
    found = difference(evaluated(), evaluated(slower))
    other = next(each for each in found.vendors if each.vendor == "otherpay")
    assert (other.rank_before, other.rank_after) == (2, None)
    assert (other.gate_before, other.gate_after) == ("pass", "fail")
    assert [(g.before, g.after, g.reason) for g in other.gates] == [
        ("pass", "fail", "found: 9 requests/s")
    ]
    # 12 → 9 requests a second: 27.5 → 20, × 3/4
    assert other.text.startswith(
        "Otherpay loses 5.6 points, from 30.0 to 24.4, and is no longer ranked: it is ruled "
        "out: rate limit: 9 requests/s, where at least 10 requests/s is needed."
    )
    back = difference(evaluated(slower), evaluated()).vendors
    assert "takes rank 2 now; before, it was not ranked" in " ".join(each.text for each in back)
    new_gate = difference(evaluated(), evaluated(strict)).vendors
    assert [(g.before, g.after) for each in new_gate for g in each.gates] == [(None, "fail")]


def test_each_gate_that_changed_has_its_own_reason(evaluated):
    soap = "  - {measure: api_style, none_of: [soap], because: Nobody knows SOAP here.}\n"
    both = {PLAN_FILE: PLAN.replace("at_least: 10", "at_least: 20") + soap}
    (found,) = (v for v in difference(evaluated(), evaluated(both)).vendors if v.gates[1:])
    assert [(gate.requirement, gate.reason) for gate in found.gates] == [
        ("Rate limit: at least 20 requests/s", "found: 12 requests/s"),
        ("Api style: none of soap", "found: soap"),
    ]


def test_a_range_that_changed_is_told_from_low_to_high(moved):
    known = VENDOR + "  webhooks: {value: true, source: s, checked: 2026-06-20}\n"
    # 63.75 to 70 while the webhooks, 6.25, were not known; now 70 at most and at least.
    assert "Its range was 63.7 to 70.0 and is now 70.0 to 70.0." in moved({EXAMPLEPAY: known}).text


def test_others_move_by_one_that_moves(evaluated):
    passed = {EXAMPLEPAY: VENDOR.replace("{value: 25,", "{value: 10,").replace("[rest]", "[none]")}
    found = difference(evaluated(), evaluated(passed))
    assert [each.vendor for each in found.vendors] == ["examplepay", "otherpay"]
    assert (
        found.vendors[1].text
        == "Otherpay keeps its 30.0 points, and moves from rank 2 to rank 1, because others "
        "moved, came or went."
    )
    assert found.vendors[1].has_moved
    assert found.verdict_before != found.verdict_after


def test_a_score_that_appears_or_goes_has_no_causes(evaluated):
    no = "{not_applicable: none}"
    nothing = {OTHERPAY: vendor(api_style=no, webhooks=no, rate_limit=no)}

    def other(old, new):
        return next(
            v for v in difference(evaluated(old), evaluated(new)).vendors if v.vendor == "otherpay"
        )

    gone = other({OTHERPAY: vendor(**SOAP)}, nothing)
    assert (gone.points, gone.causes) == (None, ())
    assert gone.text == (
        "Otherpay had 30.0 points; now it has no score and no rank, because no measure applies to "
        "it."
    )
    came = other(nothing, {OTHERPAY: vendor(**SOAP)})
    assert came.text == (
        "Otherpay had no score, because no measure applied to it; now it has 30.0 points and rank 2."
    )
    never = other(nothing, nothing)
    assert not never.has_moved
    assert never.text.startswith("Otherpay still has no score, because no measure applies to it")
