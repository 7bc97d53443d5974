"""`evalkit score` as a user meets it."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.cli.made import DAY, EXAMPLEPAY, OTHERPAY, SOAP
from tests.conftest import CRITERIA, PLAN, VENDOR, vendor

UNDATED = "  webhooks: {value: true, source: https://a.test/3}\n"


def test_score_prints_the_ranking_to_stdout_and_talk_to_stderr(evalkit, write):
    ran = evalkit("score", "storefront-payments", *DAY, cwd=write({OTHERPAY: SOAP + UNDATED}))
    assert ran.code == 0
    # examplepay: 1/4 × (3/4 × 100 + 1/4 × 0) + 3/4 × 60 = 63.75; webhooks 1/4 × 1/4 unknown
    assert "1 ExamplePay  63 to 70        64      93%" in ran.out
    assert ran.err == "evalkit: 1 entry used here is undated; see evalkit validate\n"


def test_only_what_is_stale_or_undated_is_remarked(evalkit, write):
    old = SOAP.replace("2026-06-20", "2020-06-20")
    ran = evalkit("score", "storefront-payments", cwd=write({OTHERPAY: old + UNDATED}))
    assert ran.err == "evalkit: 2 entries used here are stale and 1 undated; see evalkit validate\n"
    ran = evalkit("score", "storefront-payments", cwd=write({OTHERPAY: SOAP}))
    assert ran.err == ""


def test_the_remark_stands_below_the_answer(write):
    command = [Path(sys.executable).parent / "evalkit", "score", "storefront-payments"]
    ran = subprocess.run(
        command, cwd=write({OTHERPAY: SOAP + UNDATED}), check=True, text=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert ran.stdout.startswith("ExamplePay is the ")
    assert ran.stdout.endswith(
        "or robustness\nevalkit: 1 entry used here is undated; see evalkit validate\n"
    )


def test_the_json_of_an_evaluation_keeps_its_documented_keys(evalkit, write):
    ran = evalkit(
        "score", "storefront-payments", "--format", "json", *DAY, cwd=write({OTHERPAY: SOAP})
    )
    found = json.loads(ran.out)
    assert found["format"] == 2
    assert {"id", "title", "category", "as_of"} <= set(found["plan"])
    assert [set(given) for given in found["inputs"]] == [{"path", "sha256"}] * 4
    assert sum(criterion["weight"] for criterion in found["criteria"]) == pytest.approx(1)
    weights = [m["weight"] for criterion in found["criteria"] for m in criterion["measures"]]
    assert sum(weights) == pytest.approx(1)
    first, second = found["vendors"]
    assert (first["id"], first["rank"], first["gate"]) == ("examplepay", 1, "pass")
    assert (first["score"], first["low"], first["high"]) == pytest.approx((63.75, 63.75, 70.0))
    assert first["settled"] == first["researched"] == pytest.approx(1 - 0.25 * 0.25)
    assert (first["standing"], first["excluded"], first["short"]) == ("ranked", 0, [])
    assert first["contributions"] == pytest.approx({"api": 18.75, "scalability": 45.0})
    webhooks = first["measures"]["webhooks"]
    assert (webhooks["status"], webhooks["fact"]) == ("not_looked_for", None)
    assert [webhooks[key] for key in ("value", "low", "high", "weight")] == [0, 0, 100, 0.0625]
    assert first["measures"]["rate_limit"]["fact"]["path"] == EXAMPLEPAY
    assert first["measures"]["rate_limit"]["fact"]["key"] == "facts.rate_limit"
    # 12 requests a second: 60 × 11/24 = 27.5
    assert second["contributions"]["scalability"] == pytest.approx(0.75 * 27.5)
    assert found["verdict"]["outcome"] == "clear"
    assert found["verdict"]["leader"] == "examplepay"


def test_a_vendor_that_fails_a_gate_has_no_rank_and_comes_last_with_the_reason(evalkit, write):
    folder = write({OTHERPAY: SOAP, "plans/storefront-payments.yaml": PLAN.replace("10,", "20,")})
    found = json.loads(evalkit("score", "storefront-payments", "-f", "json", cwd=folder).out)
    assert [(v["id"], v["rank"], v["gate"]) for v in found["vendors"]] == [
        ("examplepay", 1, "pass"), ("otherpay", None, "fail"),
    ]  # fmt: skip
    assert found["vendors"][1]["standing"] == "ruled_out"
    assert "12 requests/s, where at least 20 requests/s is needed" in found["vendors"][1]["reason"]
    assert found["verdict"]["outcome"] == "single"
    assert "OtherPay" in evalkit("score", "storefront-payments").out.replace("Otherpay", "OtherPay")


def test_nobody_is_named_when_every_vendor_fails(evalkit, write):
    folder = write({"plans/storefront-payments.yaml": PLAN.replace("10,", "26,")})
    found = json.loads(evalkit("score", "storefront-payments", "-f", "json", cwd=folder).out)
    assert (found["verdict"]["outcome"], found["verdict"]["leader"]) == ("none", None)
    said = "ExamplePay is ruled out, and there is no other vendor."
    assert found["verdict"]["sentences"] == [said]


def test_too_close_to_call_names_both_and_what_matters_most(evalkit, write):
    other = vendor(
        api_style="{value: [rest], source: https://a.test/1, checked: 2026-06-20}",
        rate_limit="{low: 24, likely: 25, high: 26, source: https://a.test/2, checked: 2026-06-20}",
    )
    found = json.loads(
        evalkit("score", "storefront-payments", "-f", "json", cwd=write({OTHERPAY: other})).out
    )
    verdict = found["verdict"]
    assert (verdict["outcome"], verdict["leader"]) == ("close", None)
    assert [v["rank"] for v in found["vendors"]] == [1, 1]
    assert verdict["sentences"][0].startswith("ExamplePay and Otherpay are too close to call: ")
    assert "ExamplePay and Otherpay have the same points." in verdict["sentences"]
    # level at 25: whatever else the rate turns out to be parts them
    otherpay = next(each for each in verdict["research"] if each["vendor"] == "otherpay")
    assert otherpay["facts"][0]["measure"] == "webhooks"
    assert otherpay["fewest"] == 1


def test_a_leader_whose_gate_is_open_is_named_with_the_gate(evalkit, write):
    folder = write(
        {
            "plans/storefront-payments.yaml": PLAN.replace(
                "rate_limit, at_least: 10", "webhooks, equals: true"
            )
        }
    )
    found = json.loads(evalkit("score", "storefront-payments", "-f", "json", cwd=folder).out)
    assert found["vendors"][0]["gate"] == "unverified"
    assert "Whether ExamplePay meets a must-have is open: webhooks." in found["verdict"]["text"]
    assert "Must-haves first: ExamplePay: webhooks." in evalkit("score", "storefront-payments").out


def test_without_a_plan_every_category_is_scored_by_its_own_weights(evalkit, write):
    ran = evalkit("score", "--format", "json", *DAY, cwd=write())
    assert [found["plan"]["id"] for found in json.loads(ran.out)] == ["payment-gateways"]
    assert json.loads(ran.out)[0]["plan"]["has_weights"] is False
    assert "Payment gateways" in evalkit("score", *DAY).out


def test_a_list_of_vendors_limits_the_plan(evalkit, write):
    folder = write(
        {OTHERPAY: SOAP, "plans/storefront-payments.yaml": PLAN + "vendors: [otherpay]\n"}
    )
    found = json.loads(
        evalkit("score", "plans/storefront-payments.yaml", "-f", "json", cwd=folder).out
    )
    assert [v["id"] for v in found["vendors"]] == ["otherpay"]


def test_csv_has_a_row_for_each_vendor_and_no_formulas(evalkit, write):
    text = VENDOR.replace("name: ExamplePay", 'name: "=cmd|calc"')
    rows = list(
        csv.DictReader(
            io.StringIO(
                evalkit(
                    "score", "storefront-payments", "-f", "csv", cwd=write({EXAMPLEPAY: text})
                ).out
            )
        )
    )
    assert [(row["rank"], row["name"], row["api"]) for row in rows] == [
        ("1", "'=cmd|calc", "18.75")
    ]


def test_the_same_inputs_give_the_same_bytes(evalkit, write, tmp_path):
    folder = write({OTHERPAY: SOAP})
    pages = []
    for _ in range(2):
        evalkit(
            "score",
            "storefront-payments",
            "--report",
            "out",
            "-f",
            "json",
            "-o",
            "out/saved.json",
            cwd=folder,
        )
        pages.append({p.name: p.read_bytes() for p in (folder / "out").iterdir()})
    assert pages[0] == pages[1]
    assert set(pages[0]) == {
        "storefront-payments.html", "storefront-payments.md", "saved.json", "storefront-payments-points.svg", "storefront-payments-finalists.svg",
        "storefront-payments-evidence.md",
    }  # fmt: skip


def test_the_table_can_be_written_into_a_file(evalkit, write):
    folder = write()
    shown = evalkit("score", "storefront-payments", cwd=folder).out
    assert evalkit("score", "storefront-payments", "-o", "table.txt").out == ""
    assert (folder / "table.txt").read_text("utf-8") == shown


def test_a_category_of_candidates_alone_is_nothing_to_score(evalkit, write):
    """Only a plan that lists it compares what the client can do without a vendor."""
    kept = "id: kept\nname: Kept\ncategory: erp\ncandidate: status_quo\n"
    criteria = CRITERIA.replace("payment-gateways", "erp")
    ran = evalkit(
        "score", cwd=write({"vendors/erp/kept.yaml": kept, "criteria/erp.yaml": criteria})
    )
    assert ran.code == 0
    assert "Kept" not in ran.out


ROLES = """\
roles:
  acquirer: {title: Acquirers, without: [scalability]}
  wallet: {title: Wallets}
"""


def test_without_a_plan_each_role_is_a_list_and_a_report_of_its_own(evalkit, write):
    files = {
        "criteria/payment-gateways.yaml": CRITERIA + ROLES,
        EXAMPLEPAY: VENDOR.replace("  rate_limit", "  # rate_limit") + "role: acquirer\n",
        OTHERPAY: SOAP + "role: wallet\n",
        "plans/storefront-payments.yaml": None,
    }
    folder = write(files)
    ran = evalkit("score", *DAY, "--report", "out", cwd=folder)
    assert "Payment gateways: acquirers, 29 Nov 2026" in ran.out
    assert "Payment gateways: wallets, 29 Nov 2026" in ran.out
    # What a role cannot have is said as such, not as what takes a plan.
    assert "Left out: rate limit; acquirers have none." in ran.out
    reports = sorted(each.name for each in (folder / "out").glob("*.html"))
    assert reports == [
        "index.html",
        "payment-gateways-acquirer.html",
        "payment-gateways-wallet.html",
    ]
    assert "(payment-gateways-wallet.md)" in (folder / "out/index.md").read_text("utf-8")
    found = json.loads(evalkit("score", "-f", "json", *DAY, cwd=folder).out)
    assert [[role["id"] for role in each["plan"]["roles"]] for each in found] == [
        ["acquirer"],
        ["wallet"],
    ]
    assert [vendor["role"] for each in found for vendor in each["vendors"]] == [
        "acquirer",
        "wallet",
    ]


def test_a_saved_evaluation_of_before_there_were_roles_is_still_read(evalkit, write):
    folder = write({OTHERPAY: SOAP})
    ran = evalkit("score", "storefront-payments", "-f", "json", *DAY, cwd=folder)
    found = json.loads(ran.out)
    del found["plan"]["roles"]
    for vendor_ in found["vendors"]:
        del vendor_["role"]
    saved = folder / "saved.json"
    saved.write_text(json.dumps(found), "utf-8")
    assert "# Payments for a storefront" in evalkit("report", saved, "-f", "markdown").out


def test_a_scorecard_says_what_a_scenario_changes_and_is_no_answer_for_stdout(evalkit, write):
    files = {
        OTHERPAY: SOAP,
        "half.yaml": "plan: storefront-payments\nweights: {api: 1, scalability: 1}\n",
    }
    folder = write(files)
    words = ("score", "storefront-payments", *DAY, "--scenario", "half.yaml", "-o", "half.xlsx")
    assert evalkit(*words, cwd=folder).code == 0
    book = openpyxl.load_workbook(folder / "half.xlsx", data_only=True)
    assert "API preference 50%" in book["Ranking"]["A3"].value
    # examplepay: 1/2 × (3/4 × 100 + 1/4 × 0) + 1/2 × 60
    assert book["Ranking"]["E5"].value == pytest.approx(67.5)
    ran = evalkit("score", "storefront-payments", "-f", "xlsx", cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert "name a file with --output" in ran.err


def test_without_a_plan_a_workbook_has_a_sheet_for_each_list(evalkit, write):
    folder = write({OTHERPAY: SOAP})
    assert evalkit("score", *DAY, "-o", "all.xlsx", cwd=folder).code == 0
    book = openpyxl.load_workbook(folder / "all.xlsx")
    assert book.sheetnames == ["Payment gateways"]
    cells = [cell.value for row in book["Payment gateways"].iter_rows(5) for cell in row]
    assert "ExamplePay" in cells
    assert not [each for each in cells if str(each).startswith("=")]


def test_facts_are_written_for_programs(evalkit, write):
    ran = evalkit(
        "score", "storefront-payments", *DAY, "-f", "facts-csv", cwd=write({OTHERPAY: SOAP})
    )
    found = {row["id"]: row for row in csv.DictReader(io.StringIO(ran.out))}
    assert found["examplepay"]["rate_limit (requests/s)"] == "25"
