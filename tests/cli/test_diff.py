"""`evalkit diff`: what moved since last time, and why."""

import json

import pytest
from rich.cells import cell_len

from tests.conftest import CRITERIA, PLAN, VENDOR, vendor

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
PLAN_FILE = "plans/storefront-payments.yaml"
SOAP = vendor(
    api_style="{value: [soap], source: https://a.test/1, checked: 2026-06-20}",
    rate_limit="{value: 12, source: https://a.test/2, checked: 2026-06-20}",
)
FASTER = VENDOR.replace(
    "{value: 25, source: https://examplepay.test/limits, checked: 2026-06-20}",
    "{value: 100, source: https://examplepay.test/new, checked: 2026-11-01}",
)
EVEN = PLAN.replace("{api: 25, scalability: 75}", "{api: 50, scalability: 50}")


@pytest.fixture
def save(evalkit, write):
    """Score a workspace with some files replaced, and save that as JSON beside it."""

    def run(name, files=None):
        folder = write({OTHERPAY: SOAP} | (files or {}))
        ran = evalkit("score", "storefront-payments", "-f", "json", "-o", name, cwd=folder)
        assert ran.code == 0
        return folder / name

    return run


def plain(text):
    return "\n".join(line.rstrip() for line in text.splitlines())


def test_the_page_names_moves_causes_and_sources(evalkit, save):
    save("old.json")
    save("new.json", {EXAMPLEPAY: FASTER, PLAN_FILE: EVEN})
    ran = evalkit("diff", "old.json", "new.json")
    assert (ran.code, ran.err) == (0, "")
    # ExamplePay 63.75 → 87.5: fact (3/4 + 1/2)/2 × 40 = 25; weight of the limit 80 × −1/4 = −20;
    # of the API style 100 × 3/16 = 18.75. One decimal would not do: 87.5 − 63.8 is not 23.8.
    # Otherpay 30 → 32.5: 50 × 3/16 = 9.375 for the style, 27.5 × −1/4 = −6.875 for the limit.
    page = plain(ran.out)
    assert (
        page[page.index("What changed") :]
        == """\
What changed in the decision:
Weight of API preference: 25% → 50%
Weight of Scalability: 75% → 50%

ExamplePay gains 23.75 points, from 63.75 to 87.50, and keeps rank 1. Its range
was 63.75 to 70.00 and is now 87.50 to 100.00.
+25.00 Rate limit (Scalability): what is known changed
       before: 25 requests/s (60 of 100)
       https://examplepay.test/limits
       20 Jun 2026, 156 days old; vendors/payment-gateways/examplepay.yaml,
       facts.rate_limit
       now: 100 requests/s (100 of 100)
       https://examplepay.test/new
       1 Nov 2026, 22 days old; vendors/payment-gateways/examplepay.yaml,
       facts.rate_limit
−20.00 Scalability: weights changed
       Rate limit: weight 75% → 50%
+18.75 API preference: weights changed
       Api style: weight 18.75% → 37.5%
+23.75 together

Otherpay gains 2.5 points, from 30.0 to 32.5, and keeps rank 2. Its range was
30.0 to 36.3 and is now 32.5 to 45.0.
+9.4 API preference: weights changed
     Api style: weight 18.75% → 37.5%
−6.9 Scalability: weights changed
     Rate limit: weight 75% → 50%
+2.5 together

Files that are not as they were:
plans/storefront-payments.yaml: changed
vendors/payment-gateways/examplepay.yaml: changed"""
    )


def test_nothing_changed(evalkit, save):
    save("old.json")
    ran = evalkit("diff", "old.json", "old.json")
    assert (ran.code, ran.out) == (0, "Payments for a storefront\n\nNothing changed.\n")
    found = json.loads(evalkit("diff", "old.json", "old.json", "-f", "json").out)["diff"]
    assert (found["changes"], found["files"], found["added"]) == ([], [], [])


def test_top_leaves_the_rest_in_one_line_that_adds_up(evalkit, save):
    save("old.json")
    save("new.json", {EXAMPLEPAY: FASTER, PLAN_FILE: EVEN})
    page = plain(evalkit("diff", "old.json", "new.json", "--top", "1").out)
    # −20 + 18.75 = −1.25
    assert "−1.25 2 further causes together\n+23.75 together" in page
    assert "−6.9 1 further cause\n+2.5 together" in page


def test_gates_ranks_and_vendors_that_changed_are_said(evalkit, save):
    save("old.json", {PLAN_FILE: PLAN + "vendors: [examplepay]\n"})
    save("new.json", {PLAN_FILE: PLAN.replace("at_least: 10", "at_least: 30")})
    page = " ".join(evalkit("diff", "old.json", "new.json").out.split())
    assert (
        "ExamplePay keeps its 63.8 points, and is no longer ranked: it is ruled out: rate limit: "
        "25 requests/s, where at least 30 requests/s is needed. Gate Rate limit: at least 30 "
        "requests/s: not set before, failed now; found: 25 requests/s."
    ) in page
    assert "Gate Rate limit: at least 10 requests/s: set → none" in page
    assert "New: Otherpay, no rank, 30.0 points." in page
    assert "vendors/payment-gateways/otherpay.yaml: new" in page
    back = " ".join(evalkit("diff", "new.json", "old.json").out.split())
    assert "Not there any more: Otherpay, no rank, 30.0 points." in back
    assert "vendors/payment-gateways/otherpay.yaml: not used any more" in back
    assert "takes rank 1 now; before, it was not ranked" in back


def test_a_scale_and_an_unknown_rule_are_named(evalkit, save):
    save("old.json")
    save("new.json", {
        PLAN_FILE: PLAN.replace("worst", "middle"),
        "criteria/payment-gateways.yaml": CRITERIA.replace("[25, 60]", "[25, 80]"),
    })  # fmt: skip
    page = " ".join(evalkit("diff", "old.json", "new.json").out.split())
    assert (
        "Rate limit (Scalability): its scale changed 60 of 100 before; now: 25 requests/s" in page
    )
    assert "Webhooks (API preference): unknowns are counted elsewhere 0 of 100 before; now:" in page
    assert "Unknowns are counted: at the worst of its scale → at the middle of its scale" in page


def test_a_measure_that_is_new_is_named_with_its_fact(evalkit, save):
    fewer = (
        CRITERIA[: CRITERIA.index("      webhooks:")] + CRITERIA[CRITERIA.index("  scalability:") :]
    )
    save("old.json", {"criteria/payment-gateways.yaml": fewer})
    yes = "  webhooks: {value: true, source: https://e.test, checked: 2026-06-20}\n"
    save("new.json", {"criteria/payment-gateways.yaml": CRITERIA, EXAMPLEPAY: VENDOR + yes})
    page = " ".join(evalkit("diff", "old.json", "new.json").out.split())
    assert "Measure Webhooks: none → weight 6.25%, in API preference" in page
    assert "+6.2 Webhooks (API preference): the measure is new yes (100 of 100)" in page


def test_json_has_documented_keys_and_causes_that_add_up(evalkit, save):
    save("old.json")
    save("new.json", {EXAMPLEPAY: FASTER, PLAN_FILE: EVEN})
    whole = json.loads(evalkit("diff", "old.json", "new.json", "-f", "json").out)
    assert (whole["format"], set(whole)) == (2, {"format", "diff"})
    first = whole["diff"]["vendors"][0]
    assert (first["vendor"], first["score_before"], first["score_after"]) == (
        "examplepay", 63.75, 87.5,
    )  # fmt: skip
    assert sum(cause["points"] for cause in first["causes"]) == pytest.approx(23.75, abs=1e-9)
    fact = next(cause for cause in first["causes"] if cause["cause"] == "fact")
    assert fact["before"]["source"] == "https://examplepay.test/limits"
    assert fact["after"]["source"] == "https://examplepay.test/new"


def test_hostile_text_does_no_harm(evalkit, save):
    name = '"[/nope] [link=https://evil.test]\\u2066 \\u202e|株式会社"'
    save("old.json", {EXAMPLEPAY: VENDOR.replace("name: ExamplePay", f"name: {name}")})
    save("new.json", {EXAMPLEPAY: FASTER.replace("name: ExamplePay", f"name: {name}")})
    ran = evalkit("diff", "old.json", "new.json")
    assert ran.code == 0
    assert "[/nope] [link=https://evil.test]\\u2066" in " ".join(ran.out.split())
    assert not set("\u2066\u202e") & set(ran.out)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_nothing_is_wider_than_the_terminal(evalkit, save, monkeypatch, width):
    save("old.json")
    save("new.json", {EXAMPLEPAY: FASTER, PLAN_FILE: EVEN})
    monkeypatch.setenv("COLUMNS", str(width))
    out = evalkit("diff", "old.json", "new.json").out
    assert max(map(cell_len, out.splitlines())) <= width
    assert "…" not in out


def test_other_categories_are_refused(evalkit, save):
    old = save("old.json")
    text = old.read_text("utf-8").replace('"category": "payment-gateways"', '"category": "pim"')
    (old.parent / "pim.json").write_text(text, "utf-8")
    ran = evalkit("diff", "old.json", "pim.json")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "evalkit: these evaluations are about different things, payment-gateways and pim; compare "
        "two of the same category\n"
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot read bad.json: no such file or directory"),
        (b"{", "bad.json: this is not JSON; save one with `evalkit score PLAN -f json`"),
        (b"\xff", "cannot read bad.json:1:1: byte 1 is not UTF-8"),
        (b"[]", "bad.json: this holds several evaluations"),
        (b"{}", "bad.json: this is not an evaluation"),
        (b'{"format": 9, "verdict": {}}', "bad.json: saved by another evalkit (format 9, not 2)"),
        (b'{"format": 2, "verdict": {}}', "bad.json: this evaluation was changed by hand"),
    ],
)
@pytest.mark.parametrize("place", [0, 1])
def test_bad_files_get_the_messages_that_a_report_gives(evalkit, save, content, message, place):
    folder = save("good.json").parent
    if content is not None:
        (folder / "bad.json").write_bytes(content)
    names = ["good.json", "good.json"]
    names[place] = "bad.json"
    ran = evalkit("diff", *names)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"evalkit: {message}")
    assert evalkit("report", "bad.json").err == ran.err
