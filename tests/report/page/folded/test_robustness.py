"""How sure a ranking is, as a report shows it."""

import dataclasses

from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from evalkit.report.page.page import view
from tests.conftest import BASE
from tests.report.page.folded.test_standing import HALF, OTHERPAY, PLAN_FILE, SEEN, UNKNOWN, vendor

# Two styles of API, and half of the rates: one is ahead by one, the other by the other.
CLOSE = vendor(
    api_style=f"{{value: [graphql], {SEEN}}}", rate_limit=f"{{low: 13, high: 40, {SEEN}}}"
)

THIRDPAY = "vendors/payment-gateways/thirdpay.yaml"


def test_first_places_with_facts_alike_stand_beside_those_with_facts_alone(evaluated):
    evaluation = evaluated({**BASE, PLAN_FILE: HALF, OTHERPAY: CLOSE})
    found = view(evaluation)["robustness"]
    for row, vendor_ in zip(found["vendors"], evaluation.robustness.vendors, strict=True):
        for shown, share in (
            (row["cells"][0], vendor_.ranks[0]),
            (row["alike"], vendor_.first_alike),
        ):
            assert abs(float(shown.removesuffix("%")) - 100 * share) <= 0.5
    assert found["not_ranked"] == ""


def test_how_often_who_is_not_ranked_would_be_ahead_is_said(evaluated):
    evaluation = evaluated({**BASE, PLAN_FILE: HALF, OTHERPAY: UNKNOWN})
    said = view(evaluation)["robustness"]["not_ranked"]
    start = "Not ranked: with facts alike Otherpay is ahead in "
    assert said.startswith(start)
    # Webhooks are there or not. Once u is above a half, Otherpay has 25 + 75 × u, against 63.75 or
    # 70: ahead above 0.517 or 0.6, in 44.2% of all cases at the plan's weights. These vary.
    assert abs(float(said.removeprefix(start).removesuffix("%.")) - 44.2) <= 2


def test_first_places_with_wider_weights_are_said_only_of_weights_that_keep_closer(evaluated):
    files = {**BASE, PLAN_FILE: HALF, OTHERPAY: CLOSE}
    said = view(evaluated(files))["robustness"]["cautious"]
    assert said.startswith(
        "With weights drawn more widely around those stated (concentration 10), first place goes to "
    )
    uniform = HALF + "robustness: {weights: uniform}\n"
    assert view(evaluated(files | {PLAN_FILE: uniform}))["robustness"]["cautious"] == ""


def test_the_likeliest_of_those_that_are_not_ranked_comes_first(evaluated):
    worse = vendor("aaa", api_style=f"{{value: [soap], {SEEN}}}")
    files = {"vendors/payment-gateways/aaa.yaml": worse, OTHERPAY: UNKNOWN}
    said = view(evaluated({**BASE, PLAN_FILE: HALF} | files))["robustness"]["not_ranked"]
    assert said.startswith("Not ranked: with facts alike Otherpay is ahead in ")
    assert " and Aaa in " in said


def test_who_is_never_first_has_no_share_of_first_places_with_wider_weights(evaluated):
    weak = vendor(
        api_style=f"{{value: [none], {SEEN}}}",
        webhooks=f"{{value: false, {SEEN}}}",
        rate_limit=f"{{value: 10, {SEEN}}}",
    )
    said = view(evaluated({**BASE, PLAN_FILE: HALF, OTHERPAY: weak}))["robustness"]["cautious"]
    assert said.endswith("first place goes to ExamplePay in 100% (100% alike).")


def test_a_report_on_fixed_weights_speaks_of_no_other_weights(evaluated):
    fixed = HALF + "robustness: {weights: fixed}\n"
    evaluation = evaluated({**BASE, PLAN_FILE: fixed, OTHERPAY: CLOSE})
    assert view(evaluation)["robustness"]["favoured"] == []
    for text in (to_markdown(evaluation)[0], to_html(evaluation)):
        assert "each time with other values for the open facts. Weights are fixed by rule" in text
        assert "The weights are fixed by rule, so they are not varied." in text
        for phrase in (
            "other weights",
            "vary the weights",
            "smallest change",
            "swaps",
            "overtakes",
        ):
            assert phrase not in text


def test_the_shares_of_a_table_add_up_by_row_and_by_column(evaluated):
    third = CLOSE.replace("otherpay", "thirdpay")
    files = {**BASE, PLAN_FILE: HALF, OTHERPAY: CLOSE, THIRDPAY: third}
    evaluation = evaluated(files)
    # Each is as often in each place: 33% and 33% and 33% would be 99%.
    even = dataclasses.replace(
        evaluation.robustness,
        vendors=tuple(
            dataclasses.replace(each, ranks=(1 / 3, 1 / 3, 1 / 3))
            for each in evaluation.robustness.vendors
        ),
    )
    found = view(dataclasses.replace(evaluation, robustness=even))
    rows = [each["cells"] for each in found["robustness"]["vendors"]]
    whole = [[int(cell.removesuffix("%")) for cell in row] for row in rows]
    assert [sum(row) for row in whole] == [100] * 3
    assert [sum(column) for column in zip(*whole, strict=True)] == [100] * 3
