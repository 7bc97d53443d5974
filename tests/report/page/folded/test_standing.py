"""Ranked vendors, those that are not ranked and those ruled out, as a report shows them."""

from evalkit.report.page.markdown import to_markdown
from evalkit.report.page.page import view
from tests.conftest import BASE, CRITERIA, PLAN, VENDOR, vendor

SEEN = "source: https://a.test/1, checked: 2026-06-20"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
PLAN_FILE = "plans/storefront-payments.yaml"
HALF = PLAN.replace("unknown: worst", "unknown: middle")
# Only its API is known: 18.75 of 100 points, and 81.25 are open.
UNKNOWN = vendor(api_style=f"{{value: [rest], {SEEN}}}")


def lines(evaluation):
    return to_markdown(evaluation)[0].replace("\\", "").splitlines()


def test_who_is_not_ranked_is_listed_apart_with_a_range_and_a_reason(evaluated):
    evaluation = evaluated({**BASE, PLAN_FILE: HALF, OTHERPAY: UNKNOWN})
    shown = lines(evaluation)
    heads = [line for line in shown if line.startswith(("## Ranking", "### Not ranked"))]
    assert heads == ["## Ranking", "### Not ranked: too little known"]
    # ExamplePay: 18.75 + 45, and its webhooks are worth 6.25; half of that is 3.125.
    assert "| 1 | ExamplePay | 63.7 | 70.0 | 66.9 | 93% | met |" in shown
    (row,) = [line for line in shown if line.startswith("| Otherpay | 18.7 | 100.0 | 18% | open |")]
    assert "needs 60%, has 18%: 1 fact short: rate limit; could still win: first in " in row
    assert "| Rank | Vendor | At least | At most | At half | Settled | Must-haves |" in shown


def test_points_are_named_after_the_rule_that_made_them(evaluated):
    for plan, head in ((PLAN, "Counts as 0 until shown"), (HALF, "At half")):
        content = view(evaluated({**BASE, PLAN_FILE: plan}))
        assert content["point"]["head"] == head
        assert content["point"]["note"].startswith(f"{head}: points with each open fact ")


def test_a_report_says_if_what_is_out_of_date_does_not_count(evaluated):
    said = "What is out of date counts as not looked for."
    assert said in view(evaluated({**BASE, PLAN_FILE: PLAN + "stale: unknown\n"}))["notes"]
    assert said not in view(evaluated({**BASE, PLAN_FILE: PLAN}))["notes"]


def test_only_a_ranked_vendor_has_a_bar_points_by_criterion_and_a_place(evaluated):
    content = view(evaluated({**BASE, PLAN_FILE: HALF, OTHERPAY: UNKNOWN}))
    bar, heading, line = content["charts"]["ranking"]["rows"]
    assert "solid_width" in bar
    assert heading["heading"] == "Not ranked: too little known"
    assert not {"solid_width", "mark_x"} & line.keys()
    # 18.75 and 100 of 100 on a canvas of 400.
    assert (line["from_x"], line["to_x"]) == (75.0, 400.0)
    for shown in (content["contributions"], content["charts"]["contributions"]["rows"]):
        assert [row["name"] for row in shown] == ["ExamplePay"]
    assert [each["name"] for each in content["robustness"]["vendors"]] == ["ExamplePay"]
    other = content["vendors"][1]
    assert (other["rank"], other["summary"]) == ("", "not ranked")
    assert {criterion["points"] for criterion in other["criteria"]} == {""}


def test_who_is_ruled_out_is_listed_last_with_the_reason(evaluated):
    slow = VENDOR.replace("{value: 25,", "{value: 9,").replace("examplepay", "otherpay")
    shown = lines(evaluated({**BASE, OTHERPAY: slow.replace("ExamplePay", "Otherpay")}))
    place = shown.index("### Ruled out")
    assert (
        "| Otherpay | rate limit: 9 requests/s, where at least 10 requests/s is needed |"
        in (shown[place:])
    )
    assert not any(line.startswith("| Otherpay |") for line in shown[:place])


def test_what_does_not_apply_to_a_vendor_is_said_with_its_share_and_reason(evaluated):
    exempt = f"  webhooks: {{not_applicable: polling is enough, {SEEN}}}\n"
    evaluation = evaluated({**BASE, "vendors/payment-gateways/examplepay.yaml": VENDOR + exempt})
    content = view(evaluation)
    # 10 of 40 parts of 25%.
    assert content["notes"] == [
        "7% of the weight does not apply to ExamplePay: Webhooks (polling is enough)."
    ]
    assert "| 100%, 7% does not apply | met |" in to_markdown(evaluation)[0]
    assert content["ranked_from"] == (
        "A vendor is ranked from 60% settled on, with what does not apply to it counted as open."
    )


def test_what_is_left_out_for_every_vendor_is_said_once(evaluated):
    criteria = BASE["criteria/payment-gateways.yaml"].replace(
        "background:",
        "  fit:\n    title: Fit\n    weight: 10\n    measures:\n      flow_coverage:\n"
        "        weight: 1\n        derived: flow_coverage\n"
        '        scale: {kind: linear, worst: 0, best: 100, because: "-"}\nbackground:',
    )
    plan = PLAN.replace("scalability: 75}", "scalability: 75, fit: 10}")
    files = {**BASE, "criteria/payment-gateways.yaml": criteria, PLAN_FILE: plan}
    exempt = UNKNOWN + f"  webhooks: {{not_applicable: polling is enough, {SEEN}}}\n"
    notes = view(evaluated(files | {OTHERPAY: exempt}))["notes"]
    assert notes == [
        "Left out for every vendor: flow coverage; the plan gives no data flows.",
        "7% of the weight does not apply to Otherpay: Webhooks (polling is enough).",
    ]


def test_who_cannot_catch_up_is_out_of_reach(evaluated):
    # REST and a rate of 100, against no API, no webhooks and a rate of 1: 0 points at most.
    strong = VENDOR.replace("{value: 25,", "{value: 100,")
    weak = vendor(
        api_style=f"{{value: [none], {SEEN}}}",
        webhooks=f"{{value: false, {SEEN}}}",
        rate_limit=f"{{value: 1, {SEEN}}}",
    )
    files = {**BASE, PLAN_FILE: PLAN[: PLAN.index("gates:")], OTHERPAY: weak}
    content = view(evaluated(files | {"vendors/payment-gateways/examplepay.yaml": strong}))
    assert content["notes"] == ["Out of reach at the plan's weights: Otherpay."]


def test_who_is_not_ranked_is_out_of_reach_could_win_or_neither(evaluated):
    # 25 points by its API, and 0 to 75 by its rate. ExamplePay has 25 and 74.8: another must have
    # all but the highest rate. Without an API and webhooks it never gets there.
    hooks = f"  webhooks: {{value: true, {SEEN}}}\n"
    strong = VENDOR.replace("{value: 25,", "{value: 99.5,") + hooks
    none = vendor(api_style=f"{{value: [none], {SEEN}}}", webhooks=f"{{value: false, {SEEN}}}")
    files = {**BASE, PLAN_FILE: HALF, "vendors/payment-gateways/examplepay.yaml": strong}
    for other, chance in ((none, "out of reach"), (UNKNOWN + hooks, "")):
        (row,) = view(evaluated(files | {OTHERPAY: other}))["not_ranked"]
        assert row["chance"] == chance


def test_the_clients_own_assumptions_are_at_their_likely_values(evaluated):
    assert view(evaluated())["ranked_from"].endswith(
        ", with the client's own assumptions at their likely values."
    )


def test_the_share_from_which_a_vendor_is_ranked_is_said_unless_it_is_switched_off(evaluated):
    for rankable, said in ((0.6, True), (0, False)):
        text = to_markdown(evaluated({**BASE, PLAN_FILE: f"{PLAN}rankable: {rankable}\n"}))[0]
        assert ("A vendor is ranked from 60% settled on" in text) == said
        assert ("A vendor is ranked from" in text) == said


def test_each_vendor_says_its_place_and_its_range_if_it_has_one(evaluated):
    none = vendor(
        "nonepay",
        **dict.fromkeys(("api_style", "webhooks", "rate_limit"), "{not_applicable: sold by hand}"),
    )
    slow = VENDOR.replace("{value: 25,", "{value: 9,").replace("examplepay", "slowpay")
    files = {
        OTHERPAY: UNKNOWN,
        "vendors/payment-gateways/nonepay.yaml": none,
        "vendors/payment-gateways/slowpay.yaml": slow.replace("ExamplePay", "Slowpay"),
    }
    vendors = view(evaluated({**BASE, PLAN_FILE: HALF} | files))["vendors"]
    # 9 requests a second are worth 20: 18.75 + 15, and 6.25 are open.
    assert {each["name"]: each["place"] for each in vendors} == {
        "ExamplePay": "Rank 1. At least 63.7 and at most 70.0 of 100 points; 93% is settled.",
        "Nonepay": "Not ranked: no measure applies to it.",
        "Otherpay": "Not ranked: needs 60%, has 18%: 1 fact short: rate limit. At least 18.7 and at "
        "most 100.0 of 100 points; 18% is settled.",
        "Slowpay": "Ruled out: rate limit: 9 requests/s, where at least 10 requests/s is needed. At "
        "least 33.7 and at most 40.0 of 100 points; 93% is settled.",
    }


def test_there_is_no_chart_of_points_if_all_are_ruled_out(evaluated):
    strict = {PLAN_FILE: PLAN.replace("at_least: 10", "at_least: 99")}
    assert not {"ranking", "contributions"} & view(evaluated(BASE | strict))["charts"].keys()


ROLES = """\
roles:
  acquirer: {title: Acquirers}
  wallet: {title: Wallets, without: [webhooks]}
"""


def test_the_roles_that_are_compared_are_said_and_what_one_of_them_cannot_have(evaluated):
    base = {
        **BASE,
        "criteria/payment-gateways.yaml": CRITERIA + ROLES,
        "vendors/payment-gateways/examplepay.yaml": VENDOR + "role: acquirer\n",
        OTHERPAY: UNKNOWN + "role: wallet\n",
    }
    notes = view(evaluated({**base, PLAN_FILE: PLAN + "roles: [acquirer]\n"}))["notes"]
    assert notes == ["Only acquirers are compared."]
    notes = view(evaluated({**base, PLAN_FILE: PLAN + "roles: [acquirer, wallet]\n"}))["notes"]
    assert notes == [
        "Compared are acquirers (ExamplePay) and wallets (Otherpay).",
        "Left out for every vendor: webhooks; wallets have none.",
    ]
