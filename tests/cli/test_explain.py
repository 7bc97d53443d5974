"""`evalkit explain`: questions of a director, and the answers."""

import json

import pytest
from rich.cells import cell_len

from tests.conftest import PLAN, ROOT, VENDOR, vendor

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
SOAP = vendor(
    api_style="{value: [soap], source: https://a.test/1, checked: 2026-06-20}",
    rate_limit="{value: 12, source: https://a.test/2, checked: 2024-06-20}",
)
WORDS = ("explain", "storefront-payments")


def shown(text):
    return "\n".join(line.rstrip() for line in text.splitlines())


def test_the_page_of_one_vendor(evalkit, write):
    ran = evalkit(*WORDS, "examplepay", cwd=write({OTHERPAY: SOAP}))
    assert ran.code == 0
    # weights with two decimals: 18.75 of 18.75; rate_limit 0.75 × 60 of 75
    assert (
        shown(ran.out)
        == """\
Payments for a storefront

ExamplePay has rank 1 of 2, with 63.8 points of 100. What is not known, or known
only as a range, leaves the score between 63.8 and 70.0. It passes every gate.
36.2 points are missing: 6.2 only because something is not known, and 30.0
because of what is known.

Brings most points:
45.00 of 75.00 Rate limit (Scalability)
               25 requests/s (60 of 100)
               https://examplepay.test/limits
               2026-06-20, 156 days old;
               vendors/payment-gateways/examplepay.yaml, facts.rate_limit
18.75 of 18.75 Api style (API preference)
               rest (100 of 100)
               https://examplepay.test/docs
               2026-06-20, 156 days old;
               vendors/payment-gateways/examplepay.yaml, facts.api_style

Loses most points:
30.00 of 75.00 Rate limit (Scalability)
               25 requests/s (60 of 100)
               https://examplepay.test/limits
               2026-06-20, 156 days old;
               vendors/payment-gateways/examplepay.yaml, facts.rate_limit
  6.25 of 6.25 Webhooks (API preference)
               not known (nobody has looked yet), counted at the worst of its
               scale (0 of 100)
               vendors/payment-gateways/examplepay.yaml, facts.webhooks is
               missing

Points by criterion:
 18.75 of 25.00 API preference (6.25 not known)
 45.00 of 75.00 Scalability
63.75 of 100.00 together (6.25 not known)"""
    )


def test_the_page_of_two_vendors(evalkit, write):
    ran = evalkit(*WORDS, "examplepay", "--versus", "OtherPay", cwd=write({OTHERPAY: SOAP}))
    # 63.75 − 30.0 = 33.75, shown as 33.8; 24.375 and 9.375 as 24.4 and 9.4
    assert (
        shown(ran.out)
        == """\
Payments for a storefront

ExamplePay is ahead of Otherpay by 33.8 points: 63.8 against 30.0. Their ranges
do not overlap: at these weights, nothing that is not known can turn this order
around.

Where the difference comes from (+ speaks for ExamplePay):
+24.4       Scalability
      +24.4 Rate limit
            ExamplePay: 25 requests/s (60 of 100)
            https://examplepay.test/limits
            2026-06-20, 156 days old; vendors/payment-gateways/examplepay.yaml,
            facts.rate_limit
            Otherpay: 12 requests/s (28 of 100)
            https://a.test/2
            2024-06-20, 886 days old, stale;
            vendors/payment-gateways/otherpay.yaml, facts.rate_limit
 +9.4       API preference
       +9.4 Api style
            ExamplePay: rest (100 of 100)
            https://examplepay.test/docs
            2026-06-20, 156 days old; vendors/payment-gateways/examplepay.yaml,
            facts.api_style
            Otherpay: soap (50 of 100)
            https://a.test/1
            2026-06-20, 156 days old; vendors/payment-gateways/otherpay.yaml,
            facts.api_style
            no difference in: Webhooks
+33.8       together"""
    )


def test_top_limits_what_is_listed(evalkit, write):
    out = evalkit(*WORDS, "examplepay", "--top", "1", cwd=write({OTHERPAY: SOAP})).out
    assert "Api style" not in out
    assert out.count("Rate limit") == 2
    assert evalkit(*WORDS, "examplepay", "--top", "0").code == 2


def test_what_does_not_apply_is_said_on_both_pages(evalkit, write):
    folder = write({OTHERPAY: SOAP + "  webhooks: {not_applicable: polling is enough}\n"})
    alone = " ".join(evalkit(*WORDS, "otherpay", cwd=folder).out.split())
    assert (
        "Webhooks does not apply (polling is enough); its weight went to what stands beside it."
        in alone
    )
    both = " ".join(evalkit(*WORDS, "examplepay", "--versus", "otherpay").out.split())
    assert "does not apply to Otherpay, for whom its weight went to the measures beside it" in both
    assert "Otherpay: not applicable: polling is enough" in both


def test_vendors_without_rank_or_score_have_a_page(evalkit, write):
    no = "{not_applicable: none}"
    nothing = vendor("nothing", api_style=no, webhooks=no, rate_limit=no)
    folder = write({
        "plans/storefront-payments.yaml": PLAN.replace("10,", "20,"),
        OTHERPAY: SOAP,
        "vendors/payment-gateways/nothing.yaml": nothing,
    })  # fmt: skip
    failed = " ".join(evalkit(*WORDS, "otherpay", cwd=folder).out.split())
    assert "has no rank, because it fails a gate: Rate limit: at least 20 requests/s" in failed
    assert "Points by criterion:" in failed
    without = " ".join(evalkit(*WORDS, "nothing").out.split())
    assert "Nothing has no score and no rank, because no measure applies to it." in without
    assert "Points by criterion:" not in without
    both = " ".join(evalkit(*WORDS, "nothing", "--versus", "otherpay").out.split())
    assert "So there is nothing to compare." in both


def test_json_has_documented_keys_and_exact_numbers(evalkit, write):
    folder = write({OTHERPAY: SOAP})
    alone = json.loads(evalkit(*WORDS, "examplepay", "-f", "json", cwd=folder).out)
    assert (alone["format"], set(alone)) == (1, {"format", "explain"})
    found = alone["explain"]
    assert (found["kind"], found["vendor"], found["score"]) == ("vendor", "examplepay", 63.75)
    measures = [measure for criterion in found["criteria"] for measure in criterion["measures"]]
    assert sum(measure["points"] for measure in measures) == pytest.approx(63.75, abs=1e-9)
    assert measures[0]["evidence"]["checked"] == "2026-06-20"
    both = json.loads(evalkit(*WORDS, "examplepay", "--versus", "otherpay", "-f", "json").out)[
        "explain"
    ]
    assert both["kind"] == "versus"
    assert both["points"] == pytest.approx(33.75, abs=1e-9)
    assert sum(c["points"] for c in both["criteria"]) == pytest.approx(33.75, abs=1e-9)


def test_a_saved_evaluation_is_explained_without_its_workspace(evalkit, write, tmp_path_factory):
    folder = write({OTHERPAY: SOAP})
    evalkit("score", "storefront-payments", "-f", "json", "-o", "saved.json", cwd=folder)
    direct = evalkit(*WORDS, "examplepay", "--versus", "otherpay").out
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "saved.json").write_text((folder / "saved.json").read_text("utf-8"), "utf-8")
    ran = evalkit("explain", "saved.json", "examplepay", "--versus", "otherpay", cwd=elsewhere)
    assert (ran.code, ran.out, ran.err) == (0, direct, "")


@pytest.mark.parametrize(
    "command", [["explain", "saved.json", "examplepay"], ["report", "saved.json"]]
)
@pytest.mark.parametrize("change", ['"score": 63.75', '"value": 60.0'])
def test_figures_changed_by_hand_are_noticed(evalkit, write, change, command):
    folder = write({OTHERPAY: SOAP})
    evalkit("score", "storefront-payments", "-f", "json", "-o", "saved.json", cwd=folder)
    text = (folder / "saved.json").read_text("utf-8")
    assert change in text
    (folder / "saved.json").write_text(text.replace(change, f"{change}1"), "utf-8")
    ran = evalkit(*command)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(
        "evalkit: saved.json: this evaluation was changed by hand: `vendors.0."
    )
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["storefront-payments", "exampelpay"], "there is no vendor 'exampelpay' in storefront-payments; did you mean `examplepay`?"),
        (["storefront-payments", "x"], "there is no vendor 'x' in storefront-payments; known here: examplepay"),
        (["storefront-payments", "examplepay", "--versus", "y"], "there is no vendor 'y'"),
        (["storefront-payments", "examplepay", "--versus", "ExamplePay"], "examplepay cannot be compared with itself"),
        (["nowhere", "examplepay"], "there is no plan 'nowhere'"),
        (["gone.json", "examplepay"], "cannot read gone.json: no such file or directory"),
        (["plans", "examplepay"], "there is no plan 'plans'"),
        (["storefront-payments"], "VENDOR"),
    ],
)  # fmt: skip
def test_bad_input_gets_one_clear_message(evalkit, write, words, message):
    ran = evalkit("explain", *words, cwd=write())
    assert ran.code == 2
    assert message in ran.err
    assert (ran.out, "Traceback" in ran.err) == ("", False)


HOSTILE = '"[/nope] [link=https://evil.test]\\u2066 \\u202e|株式会社"'


def test_hostile_text_does_no_harm(evalkit, write):
    text = VENDOR.replace("name: ExamplePay", f"name: {HOSTILE}").replace(
        "source: https://examplepay.test/docs", f"source: {HOSTILE}"
    )
    folder = write({EXAMPLEPAY: text, OTHERPAY: SOAP})
    for words in (["examplepay"], ["examplepay", "--versus", "otherpay"]):
        ran = evalkit(*WORDS, *words, cwd=folder)
        assert ran.code == 0
        assert "[/nope] [link=https://evil.test]\\u2066" in " ".join(ran.out.split())
        assert not set("\u2066\u202e") & set(ran.out)


def test_nothing_is_wider_than_the_terminal(evalkit, monkeypatch, tmp_path):
    saved = tmp_path / "saved.json"
    evalkit("score", "storefront-payments", "-f", "json", "-o", saved, cwd=ROOT)
    for width in (40, 60, 80, 120):
        monkeypatch.setenv("COLUMNS", str(width))
        for words in (["stripe"], ["stripe", "--versus", "mollie"]):
            ran = evalkit("explain", saved, *words)
            assert ran.code == 0
            assert max(map(cell_len, ran.out.splitlines())) <= width
            assert "…" not in ran.out
