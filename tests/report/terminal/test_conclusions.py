"""What decides, what to find out, and what to run next, behind a word and a colon."""

from tests.golden.cases import WORKSPACE
from tests.report.terminal.fields import FIELD, MIDDLE, OPEN_GATE

SCORE = ("score", "storefront-payments")


def said(out):
    return " ".join(out.split())


def test_must_haves_come_first_then_vendors_with_their_chance(evalkit, write):
    out = said(evalkit(*SCORE, cwd=write(FIELD | OPEN_GATE)).out)
    assert (
        "Find out next, and how often the answers would change the winner Must-haves first: " in out
    )
    assert (
        "Must-haves first: ExamplePay: webhooks; Otherpay: webhooks; Newpay: rate limit and webhooks."
        in out
    )
    # Newpay is expected at half of 100 points, 16.9 behind; alone its rate limit can make up for it.
    assert "Newpay, 3 open facts. Its rate limit alone: " in out
    assert "Newpay is ahead if its rate limit is over" in out
    # Nobody needs to look into Otherpay.
    assert "Otherpay, " not in out


def test_where_no_single_fact_can_change_the_winner_it_is_said(evalkit, write):
    # 30 of 100 points are known of the other vendor, and no fact alone makes up for the rest.
    plan = {"plans/storefront-payments.yaml": MIDDLE.replace("{api: 25, scalability: 75}", "{api: 60, scalability: 40}").replace("gates:\n  - {measure: rate_limit, at_least: 10, because: Peak of five orders a second.}\n", "")}  # fmt: skip
    out = said(evalkit(*SCORE, cwd=write(FIELD | plan)).out)
    assert "No single fact can change the winner." in out
    assert "it takes 2 or more of them" in out


def test_nothing_is_to_be_found_out_where_nothing_can_change_the_winner(evalkit, write):
    plan = {"plans/storefront-payments.yaml": f"{MIDDLE}vendors: [examplepay, otherpay]\n"}
    out = evalkit(*SCORE, cwd=write(FIELD | plan)).out
    assert "Find out" not in out
    assert out.endswith("\n\nMore: evalkit explain storefront-payments examplepay; or robustness\n")
    assert "Lead: ExamplePay's lead over Otherpay rests on facts known for both.\n" in out


def test_of_a_single_vendor_its_largest_open_facts_are_named_with_their_points(evalkit, write):
    out = evalkit(*SCORE, cwd=write()).out
    # webhooks: a quarter of 25 points
    assert "\nFind out: webhooks (6.2 points).\n" in out
    assert "add the status quo to compare" in said(out)


def test_whom_a_must_have_rules_out_is_said_once(evalkit, write):
    out = evalkit(*SCORE, cwd=write(FIELD)).out
    assert out.count("ruled out") == 1


def test_a_derived_figure_worse_than_its_scale_foresees_is_said_to_be(evalkit):
    out = evalkit("score", "everything", "-w", WORKSPACE).out
    # scale from €200,000 to €20,000; Birch & Sons costs up to €227,889, and Dogwood at least €7,200
    said_ = said(out)
    assert (
        "Scale: Alder Pay's cost over the years and Birch & Sons's cost over the years reach "
        in said_
    )
    assert "Dogwood's cost" not in said_
