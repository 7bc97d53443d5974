"""`evalkit explain`: questions of a director, and the answers."""

import json

import pytest
from rich.cells import cell_len

from tests.conftest import PLAN, ROOT, VENDOR, vendor
from tests.golden.cases import WORKSPACE

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
SOAP = vendor(
    api_style="{value: [soap], source: https://a.test/1, checked: 2026-06-20}",
    rate_limit="{value: 12, source: https://a.test/2, checked: 2024-06-20}",
)
WORDS = ("explain", "storefront-payments")


NEWPAY = "vendors/payment-gateways/newpay.yaml"
NOTHING = "id: newpay\nname: Newpay\ncategory: payment-gateways\nfacts: {}\n"


def test_the_page_of_one_vendor(evalkit, write):
    ran = evalkit(*WORDS, "examplepay", cwd=write({OTHERPAY: SOAP}))
    assert ran.code == 0
    # rate_limit 0.75 × 60 of 75 points; api_style 18.75 of 25, and nobody looked for webhooks
    assert (
        ran.out
        == """\
ExamplePay is ranked first of two: 63.7 of 100 points are secured, 6.3 open and
30.0 lost. It meets every must-have.

Payments for a storefront, 23 Nov 2026
Criterion       Worth  Secured  Open  Lost
Scalability      75.0     45.0   0.0  30.0
API preference   25.0     18.7   6.3   0.0
Total           100.0     63.7   6.3  30.0

Lost: 30.0 by rate limit.
Find out: webhooks (6.2).
More: add --facts (with file and line), --sources or --versus otherpay
"""
    )


@pytest.mark.parametrize(
    ("fact", "said"),
    [("at_least: 25", "at least 25 requests/s"), ("value: unlimited", "unlimited requests/s")],
)
def test_a_fact_without_an_upper_end_is_told_as_such(evalkit, write, fact, said):
    cwd = write({EXAMPLEPAY: VENDOR.replace("value: 25", fact)})
    assert said in evalkit(*WORDS, "examplepay", "--facts", cwd=cwd).out


def by_region(**values):
    entries = "".join(
        f"      - {{value: {value}, region: {region}, source: https://a.test/{region}, "
        "checked: 2026-06-20}\n"
        for region, value in values.items()
    )
    return VENDOR[: VENDOR.index("  rate_limit")] + f"  rate_limit:\n    by:\n{entries}"


@pytest.mark.parametrize(
    ("region", "said", "place"),
    [
        ("region: DE\n", "25 requests/s (EEA)", "facts.rate_limit.by.1"),
        ("region: JP\n", "known for EEA and US only", "facts.rate_limit"),
        ("", "100 requests/s (US); 25 requests/s (EEA)", "facts.rate_limit.by.0"),
    ],
)
def test_a_fact_is_told_as_it_holds_in_the_region_of_the_plan(evalkit, write, region, said, place):
    files = {EXAMPLEPAY: by_region(US=100, EEA=25), "plans/storefront-payments.yaml": PLAN + region}
    cwd = write(files)
    assert said in evalkit(*WORDS, "examplepay", "--facts", cwd=cwd).out
    found = json.loads(evalkit("score", WORDS[1], "-f", "json", cwd=cwd).out)
    (vendor,) = [each for each in found["vendors"] if each["id"] == "examplepay"]
    fact = vendor["measures"]["rate_limit"]["fact"]
    assert (fact["text"], fact["key"]) == (said, place)
    regions = [each["region"] for each in (fact["reading"], *fact["conflicts"]) if each]
    assert all(f"({each})" in said for each in regions)


@pytest.mark.parametrize(
    ("plan", "said", "edition"),
    [
        ("editions: {examplepay: plus}\n", "100 requests/s (plus edition)", "plus"),
        ("editions: {examplepay: basic}\n", "25 requests/s (basic edition)", "basic"),
        ("", "25 requests/s (basic edition); 100 requests/s (plus edition)", "basic"),
    ],
)
def test_a_fact_is_told_as_it_holds_for_the_edition_of_the_plan(
    evalkit, write, plan, said, edition
):
    entries = ", ".join(
        f"{{value: {value}, edition: {name}, source: s, checked: 2026-06-20}}"
        for value, name in ((25, "basic"), (100, "plus"))
    )
    text = VENDOR[: VENDOR.index("  rate_limit")] + f"  rate_limit: {{by: [{entries}]}}\n"
    cwd = write({EXAMPLEPAY: text, "plans/storefront-payments.yaml": PLAN + plan})
    assert said in evalkit(*WORDS, "examplepay", "--facts", cwd=cwd).out
    found = json.loads(evalkit("score", WORDS[1], "-f", "json", cwd=cwd).out)
    (vendor,) = [each for each in found["vendors"] if each["id"] == "examplepay"]
    fact = vendor["measures"]["rate_limit"]["fact"]
    assert (fact["text"], fact["reading"]["edition"]) == (said, edition)


def test_the_page_of_two_vendors(evalkit, write):
    ran = evalkit(*WORDS, "otherpay", "--versus", "ExamplePay", cwd=write({OTHERPAY: SOAP}))
    # 20.625 − 45 and 9.375 − 18.75; half of the webhooks is open for both
    assert (
        ran.out
        == """\
Otherpay is 33.8 points behind ExamplePay, all of it on facts known for both.
The ranges do not overlap (30 to 37, 63 to 70), so this cannot reverse at these
weights.

Otherpay less ExamplePay, points at worst
Criterion       Known  Open  Together
Scalability     −24.4   0.0     −24.4
API preference   −9.4   0.0      −9.4
Total           −33.8   0.0     −33.8

Known: −24.4 by rate limit, −9.4 by api style.
More: add --facts (each pair, with file and line) or --sources
"""
    )


FACTS = """\
Scalability
  Rate limit: 25 requests/s; 45.0 of 75.0 points
    vendors/payment-gateways/examplepay.yaml:7, 20 Jun 2026, 156 days old
API preference
  Api style: rest; 18.8 of 18.8 points
    vendors/payment-gateways/examplepay.yaml:6, 20 Jun 2026, 156 days old
  Webhooks: not looked for; 0.0 to 6.2 of 6.2 points
    vendors/payment-gateways/examplepay.yaml:5
"""


def test_facts_come_with_file_and_line(evalkit, write):
    folder = write({OTHERPAY: SOAP})
    assert f"\n\n{FACTS}\n" in evalkit(*WORDS, "examplepay", "--facts", cwd=folder).out
    both = evalkit(*WORDS, "examplepay", "--versus", "otherpay", "--facts").out
    assert (
        "  Api style: +9.4 points\n    ExamplePay: rest\n"
        "    vendors/payment-gateways/examplepay.yaml:6, 20 Jun 2026, 156 days old\n"
        "    Otherpay: soap\n"
    ) in both


def test_sources_are_whole_and_take_no_places(evalkit, write, monkeypatch):
    link = f"https://a.test/{'a' * 90}"
    looked = f"  webhooks: {{unknown: true, looked: [{{source: {link}, checked: 2026-06-20}}]}}\n"
    monkeypatch.setenv("COLUMNS", "60")
    ran = evalkit(*WORDS, "examplepay", "--sources", cwd=write({EXAMPLEPAY: VENDOR + looked}))
    assert (
        f"  Webhooks: not found; 0.0 to 6.2 of 6.2 points\n    looked for at {link}, 20 Jun 2026\n"
        in ran.out
    )
    assert "    https://examplepay.test/limits\n" in ran.out
    assert "examplepay.yaml" not in ran.out
    assert "More: add --facts (with file and line)\n" in ran.out


def test_weak_evidence_behind_what_is_secured_is_a_caveat(evalkit, write):
    old = VENDOR.replace("limits, checked: 2026-06-20", "limits, checked: 2023-09-12")
    out = evalkit(*WORDS, "examplepay", cwd=write({EXAMPLEPAY: old})).out
    assert (
        "\nCaveat: 45.0 of the 63.7 secured points rest on facts that are out of date, last\n"
        in out
    )


def test_a_criterion_of_which_nothing_applies_has_no_row(evalkit, write):
    no = "{not_applicable: none}"
    out = evalkit(*WORDS, "otherpay", cwd=write({OTHERPAY: vendor(api_style=no, webhooks=no)})).out
    assert "API preference" not in out
    assert "Scalability  100.0" in out


def test_what_is_worked_out_has_no_age_of_its_own(evalkit):
    out = evalkit("explain", "everything", "alder", "--facts", "-w", WORKSPACE).out
    plan = (WORKSPACE / "plans" / "everything.yaml").read_text("utf-8").splitlines()
    at = f"plans/everything.yaml:{plan.index('money:') + 1}"
    assert f" points\n    {at}\n" in out
    assert f"{at}," not in out


def test_what_lies_beyond_an_end_of_its_scale_is_said_to(evalkit, write):
    fast = vendor(rate_limit="{value: 150, source: s, checked: 2026-06-20}")
    faster = VENDOR.replace("{value: 25,", "{value: 200,")
    folder = write({OTHERPAY: fast, EXAMPLEPAY: faster})
    out = evalkit(*WORDS, "otherpay", "--facts", cwd=folder).out
    assert "Rate limit: 150 requests/s, beyond the best end; 75.0 of 75.0 points\n" in out
    both = evalkit(*WORDS, "otherpay", "--versus", "examplepay", "--facts").out
    assert "Rate limit: 0.0 points; both beyond the best end\n" in both
    slow = vendor(rate_limit="{value: 0.5, source: s, checked: 2026-06-20}")
    out = evalkit(
        *WORDS, "otherpay", "--facts", cwd=write({OTHERPAY: slow, EXAMPLEPAY: VENDOR})
    ).out
    assert "Rate limit: 0.5 requests/s, beyond the worst end; 0.0 of 75.0 points\n" in out


def test_a_list_that_is_open_says_at_least_what(evalkit, write):
    style = "{at_least: [soap], source: s, checked: 2026-06-20}"
    folder = write({OTHERPAY: vendor(api_style=style)})
    assert (
        "Api style: at least soap; 9.4 to 18.8 of"
        in evalkit(*WORDS, "otherpay", "--facts", cwd=folder).out
    )


def test_what_does_not_apply_is_said_on_both_pages(evalkit, write):
    folder = write({OTHERPAY: SOAP + "  webhooks: {not_applicable: polling is enough}\n"})
    alone = evalkit(*WORDS, "otherpay", cwd=folder).out
    assert "\nNot applicable: webhooks, 6.2% of the weight: polling is enough.\n" in alone
    both = " ".join(evalkit(*WORDS, "examplepay", "--versus", "otherpay", "--facts").out.split())
    assert "does not apply to Otherpay, for whom its weight went to the measures beside it" in both
    assert "Otherpay: not applicable: polling is enough" in both


def test_a_vendor_that_is_not_ranked_is_explained_with_what_it_is_short_of(evalkit, write):
    out = evalkit(*WORDS, "newpay", cwd=write({NEWPAY: NOTHING})).out
    assert out.startswith("Newpay is not ranked: it needs 60%, has 0%: 1 fact short: rate limit. ")
    assert "Total           100.0      0.0  100.0   0.0\n" in out
    assert "Find out: rate limit (75.0), api style (18.8), webhooks (6.2).\n" in out


def test_vendors_without_rank_or_score_have_a_page(evalkit, write):
    no = "{not_applicable: none}"
    nothing = vendor("nothing", api_style=no, webhooks=no, rate_limit=no)
    folder = write({
        "plans/storefront-payments.yaml": PLAN.replace("10,", "20,"),
        OTHERPAY: SOAP,
        "vendors/payment-gateways/nothing.yaml": nothing,
    })  # fmt: skip
    failed = evalkit(*WORDS, "otherpay", cwd=folder).out
    assert failed.startswith("Otherpay is ruled out: rate limit: 12 requests/s, where at least")
    assert "Total           100.0" in failed
    without = evalkit(*WORDS, "nothing").out
    assert without.startswith("Nothing is not ranked: no measure applies to it.")
    assert "Total" not in without
    both = " ".join(evalkit(*WORDS, "nothing", "--versus", "otherpay").out.split())
    assert "So there is nothing to compare." in both


def test_json_has_documented_keys_and_exact_numbers(evalkit, write):
    folder = write({OTHERPAY: SOAP})
    alone = json.loads(evalkit(*WORDS, "examplepay", "-f", "json", cwd=folder).out)
    assert (alone["format"], set(alone)) == (2, {"format", "explain"})
    found = alone["explain"]
    assert (found["kind"], found["vendor"], found["score"]) == ("vendor", "examplepay", 63.75)
    assert [found[part] for part in ("secured", "open", "lost")] == [63.75, 6.25, 30]
    measures = [measure for criterion in found["criteria"] for measure in criterion["measures"]]
    assert sum(measure["secured"] for measure in measures) == pytest.approx(63.75, abs=1e-9)
    assert measures[0]["evidence"]["checked"] == "2026-06-20"
    both = json.loads(evalkit(*WORDS, "examplepay", "--versus", "otherpay", "-f", "json").out)[
        "explain"
    ]
    assert both["kind"] == "versus"
    assert both["points"] == pytest.approx(33.75, abs=1e-9)
    assert sum(c["known"] + c["open"] for c in both["criteria"]) == pytest.approx(33.75, abs=1e-9)


def test_a_saved_evaluation_is_explained_without_its_workspace(evalkit, write, tmp_path_factory):
    folder = write({OTHERPAY: SOAP})
    evalkit("score", "storefront-payments", "-f", "json", "-o", "saved.json", cwd=folder)
    direct = evalkit(*WORDS, "examplepay", "--versus", "otherpay").out
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "saved.json").write_text((folder / "saved.json").read_text("utf-8"), "utf-8")
    ran = evalkit("explain", "saved.json", "examplepay", "--versus", "otherpay", cwd=elsewhere)
    assert (ran.code, ran.out, ran.err) == (0, direct, "")
    # Lines may have moved since.
    facts = evalkit("explain", "saved.json", "examplepay", "--facts").out
    assert "    vendors/payment-gateways/examplepay.yaml, facts.rate_limit, 20 Jun 2026" in facts


@pytest.mark.parametrize("command", [["explain", "old.json", "x"], ["report", "old.json"], ["diff", "old.json", "old.json"]])  # fmt: skip
def test_an_evaluation_of_an_earlier_format_is_refused_in_a_sentence(evalkit, tmp_path, command):
    (tmp_path / "old.json").write_text('{"format": 1, "verdict": {}}')
    ran = evalkit(*command, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "evalkit: old.json: saved by another evalkit (format 1, not 2); run `evalkit score PLAN "
        "-f json` again\n"
    )


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
