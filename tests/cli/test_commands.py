"""What users type, and what they get, good input and bad."""

import csv
import io
import json
import os
import subprocess
import sys

import pytest

from tests.conftest import PLAN, ROOT, VENDOR, vendor

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
DAY = ("--as-of", "2026-11-23")
SOAP = vendor(
    api_style="{value: [soap], source: https://a.test/1, checked: 2026-06-20}",
    rate_limit="{value: 12, source: https://a.test/2, checked: 2026-06-20}",
)


def tree(folder):
    files = (p.relative_to(folder) for p in folder.rglob("*") if p.is_file())
    return sorted(str(file) for file in files if file.parts[0] != ".evalkit_cache")


def test_score_prints_the_ranking_to_stdout_and_talk_to_stderr(evalkit, write):
    ran = evalkit(
        "score", "storefront-payments", *DAY, cwd=write({OTHERPAY: SOAP + "  webhooks: true\n"})
    )
    assert ran.code == 0
    # examplepay: 1/4 × (3/4 × 100 + 1/4 × 0) + 3/4 × 60 = 63.75; webhooks 1/4 × 1/4 unknown
    assert "1 ExamplePay  63.8" in ran.out
    assert ran.err == "evalkit: 1 warning about the files used; see `evalkit validate`\n"


def test_the_json_of_an_evaluation_keeps_its_documented_keys(evalkit, write):
    ran = evalkit(
        "score", "storefront-payments", "--format", "json", *DAY, cwd=write({OTHERPAY: SOAP})
    )
    found = json.loads(ran.out)
    assert found["format"] == 1
    assert {"id", "title", "category", "as_of"} <= set(found["plan"])
    assert [set(given) for given in found["inputs"]] == [{"path", "sha256"}] * 4
    assert sum(criterion["weight"] for criterion in found["criteria"]) == pytest.approx(1)
    weights = [m["weight"] for criterion in found["criteria"] for m in criterion["measures"]]
    assert sum(weights) == pytest.approx(1)
    first, second = found["vendors"]
    assert (first["id"], first["rank"], first["gate"]) == ("examplepay", 1, "pass")
    assert (first["score"], first["low"], first["high"]) == pytest.approx((63.75, 63.75, 70.0))
    assert first["coverage"] == pytest.approx(1 - 0.25 * 0.25)
    assert first["contributions"] == pytest.approx({"api": 18.75, "scalability": 45.0})
    assert first["measures"]["webhooks"] == {
        "status": "unknown", "value": 0.0, "low": 0.0, "high": 100.0, "weight": 0.0625, "fact": None,
    }  # fmt: skip
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
    assert found["vendors"][1]["gates"][0]["reason"] == "found: 12 requests/s"
    assert found["verdict"]["outcome"] == "single"
    assert "OtherPay" in evalkit("score", "storefront-payments").out.replace("Otherpay", "OtherPay")


def test_nobody_is_named_when_every_vendor_fails(evalkit, write):
    folder = write({"plans/storefront-payments.yaml": PLAN.replace("10,", "26,")})
    found = json.loads(evalkit("score", "storefront-payments", "-f", "json", cwd=folder).out)
    assert (found["verdict"]["outcome"], found["verdict"]["leader"]) == ("none", None)
    assert found["verdict"]["text"].startswith("No vendor is left: 1 of 1 fail a gate.")


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
    assert verdict["sentences"][0].startswith(
        "Nothing surely separates ExamplePay and Otherpay: ExamplePay and Otherpay have the same points."
    )
    # level at 25: whatever else the rate turns out to be parts them, in every draw
    assert "find out first: Otherpay's rate limit." in verdict["sentences"][1]
    texts = [point["text"] for point in verdict["open_points"]]
    assert any(
        "ExamplePay leads by points if its fact on webhooks is yes" in text for text in texts
    )


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
    assert (
        "Still to be verified before deciding: ExamplePay (webhooks)." in found["verdict"]["text"]
    )
    assert "Gates not verified yet: ExamplePay." in evalkit("score", "storefront-payments").out


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
        "storefront-payments.html", "storefront-payments.md", "saved.json", "storefront-payments-ranking.svg",
        "storefront-payments-contributions.svg", "storefront-payments-unknowns.svg",
        "storefront-payments-acceptability.svg", "storefront-payments-sensitivity.svg",
    }  # fmt: skip


def test_a_report_can_be_made_from_the_saved_json_alone(evalkit, write, tmp_path_factory):
    folder = write({OTHERPAY: SOAP})
    evalkit("score", "storefront-payments", "-f", "json", "-o", "saved.json", cwd=folder)
    direct = evalkit("report", "storefront-payments").out
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "saved.json").write_text((folder / "saved.json").read_text())
    assert evalkit("report", "saved.json", cwd=elsewhere).out == direct
    assert evalkit("report", "saved.json", "-w", folder).out == direct


def test_a_markdown_report_has_its_charts_beside_it(evalkit, write):
    folder = write()
    evalkit("report", "storefront-payments", "-f", "markdown", "-o", "out/page.md", cwd=folder)
    assert {"out/page.md", "out/page-ranking.svg"} <= set(tree(folder))
    assert "![Scores and their ranges](page-ranking.svg)" in (folder / "out/page.md").read_text()
    assert "page-ranking.svg" not in evalkit("report", "storefront-payments", "-f", "markdown").out
    assert (
        "# Payments for a storefront"
        in evalkit("score", "storefront-payments", "-f", "markdown").out
    )


def test_the_table_can_be_written_into_a_file(evalkit, write):
    folder = write()
    assert evalkit("score", "storefront-payments", "-o", "table.txt", cwd=folder).out == ""
    assert "1 ExamplePay" in (folder / "table.txt").read_text()


@pytest.mark.parametrize(
    ("files", "words", "code", "message"),
    [
        ({EXAMPLEPAY: None, "vendors/note.txt": "-"}, ["score"], 2, "no vendor files in"),
        ({}, ["score", "nowhere"], 2, "there is no plan 'nowhere'"),
        ({}, ["score", "plans/nowhere.yaml"], 2, "there is no file plans/nowhere.yaml"),
        ({}, ["score", EXAMPLEPAY], 2, "is not in the folder `plans`"),
        ({}, ["score", "storefront-payments", "--as-of", "yesterday"], 2, "'yesterday' is not a date"),
        ({}, ["score", "--format", "xml"], 2, "xml"),
        ({}, ["report", "gone.json"], 2, "cannot read gone.json: no such file or directory"),
        ({"bad.json": "{"}, ["report", "bad.json"], 2, "bad.json: this is not JSON"),
        ({"bad.json": b"\xff"}, ["report", "bad.json"], 2, "cannot read bad.json: byte 1 is not UTF-8"),
        ({"bad.json": "[]"}, ["report", "bad.json"], 2, "holds several evaluations"),
        ({"bad.json": "{}"}, ["report", "bad.json"], 2, "is not an evaluation"),
        ({"bad.json": '{"format": 2, "verdict": {}}'}, ["report", "bad.json"], 2, "has format 2, not 1"),
        ({"bad.json": '{"format": 1, "verdict": {}}'}, ["report", "bad.json"], 2, "was changed by hand"),
        ({}, ["validate", "gone"], 2, "there is no file or folder gone"),
        ({"notes/x.txt": "-"}, ["validate", "notes"], 2, "nothing to check in notes"),
        ({}, ["rule", "EK999"], 2, "there is no rule 'EK999'"),
        ({}, ["schema", "vendors"], 2, "vendors"),
        ({}, ["schema"], 2, "name a kind of file to print: vendor, criteria, plan, platform; or use --write"),
        ({}, ["schema", "plan", "--no-modeline"], 2, "--workspace and --no-modeline require --write"),
        ({}, ["schema", "--write", "-w", ".."], 2, "no folder `vendors`"),
        ({}, ["init"], 2, "nothing was written, because these already exist:"),
        ({}, ["score", "storefront-payments", "--report", "plans/storefront-payments.yaml"], 2, "cannot write"),
        ({}, ["score", "storefront-payments", "-o", "plans"], 2, "cannot write plans: it is a folder"),
        ({"plans/storefront-payments.yaml": PLAN + "vendors: [exampelpay]\n"}, ["score", "storefront-payments"], 1, "did you mean `examplepay`?"),
        ({EXAMPLEPAY: VENDOR.replace("category: payment", "category: paymant")}, ["score"], 1, "did you mean `payment-gateways`?"),
        ({EXAMPLEPAY: ""}, ["score", "storefront-payments"], 1, "this file is empty"),
        ({EXAMPLEPAY: b"\xff"}, ["score"], 1, "byte 1 is not UTF-8"),
        ({EXAMPLEPAY: "- a\n"}, ["validate"], 1, "this takes a mapping, not a list"),
        ({"plans/storefront-payments.yaml": "["}, ["score", "storefront-payments"], 1, "so the plan cannot be used"),
    ],
)  # fmt: skip
def test_bad_input_gets_one_clear_message_and_the_right_exit_code(
    evalkit, write, files, words, code, message
):
    folder = write(files)
    before = tree(folder)
    ran = evalkit(*words, cwd=folder)
    assert ran.code == code
    assert message in ran.out + ran.err
    assert "Traceback" not in ran.out + ran.err
    assert tree(folder) == before


def test_a_folder_that_is_no_workspace(evalkit, tmp_path):
    assert "no folder `vendors`" in evalkit("score", cwd=tmp_path).err
    assert evalkit("validate", ".").code == 2


def test_a_plan_outside_its_workspace(evalkit, write, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "p.yaml"
    elsewhere.write_text(PLAN)
    ran = evalkit("score", elsewhere, "--workspace", write())
    assert (ran.code, "is not inside the workspace" in ran.err) == (2, True)


def test_errors_in_files_that_a_plan_does_not_use_are_mentioned(evalkit, write):
    folder = write({"vendors/erp/x.yaml": "id: x\n", "vendors/erp/y.yaml": "-"})
    ran = evalkit("score", "storefront-payments", *DAY, cwd=folder)
    assert (ran.code, "errors in files that this plan does not use" in ran.err) == (0, True)


def test_unreadable_criteria_stop_the_plans_that_need_them(evalkit, write):
    ran = evalkit(
        "score", "storefront-payments", cwd=write({"criteria/payment-gateways.yaml": "id: ["})
    )
    assert (ran.code, "EK003" in ran.err) == (1, True)


def test_an_interrupt_ends_with_130_and_writes_nothing(evalkit, write, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("evalkit.checking.load", interrupted)
    monkeypatch.setattr("evalkit.cli.shared.loading.load", interrupted)
    folder = write()
    assert evalkit("score", "storefront-payments", "--report", "out", cwd=folder).code == 130
    assert not (folder / "out").exists()


def test_a_bug_of_ours_is_one_line_and_exit_3(evalkit, write, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("boom")

    monkeypatch.setattr("evalkit.checking.check.check", broken)
    ran = evalkit("validate", cwd=write())
    assert (ran.code, "RuntimeError: boom" in ran.err, "Traceback" in ran.err) == (3, True, False)
    shown = evalkit("validate", "--traceback")
    assert (shown.code, "Traceback" in shown.err) == (3, True)


def test_a_full_disk_leaves_no_half_written_file(evalkit, write, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    folder = write({"out/storefront-payments.html": "old"})
    before = tree(folder)
    ran = evalkit("score", "storefront-payments", "--report", "out", cwd=folder)
    assert (ran.code, "no space left on device" in ran.err) == (2, True)
    assert tree(folder) == before
    assert (folder / "out/storefront-payments.html").read_text() == "old"


def test_validate_reports_every_problem_of_every_file_in_order(evalkit, write):
    folder = write({
        OTHERPAY: "id: otherpay\nname: 1\ncategory: payment-gateways\nfacts:\n  rate_limt: 5\n",
        "plans/storefront-payments.yaml": PLAN.replace("api: 25", "apis: 25"),
        EXAMPLEPAY: VENDOR.replace("value: [rest]", "value: [rset]"),
    })  # fmt: skip
    ran = evalkit("validate", "--format", "json", *DAY, cwd=folder)
    found = json.loads(ran.out)
    assert ran.code == 1
    assert [(d["path"], d["line"], d["code"]) for d in found["diagnostics"]] == [
        ("plans/storefront-payments.yaml", 5, "EK404"),
        ("plans/storefront-payments.yaml", 5, "EK403"),
        (EXAMPLEPAY, 6, "EK303"),
        (OTHERPAY, 2, "EK103"),
    ]  # fmt: skip
    assert (found["format"], found["errors"], found["warnings"]) == (1, 4, 0)


def test_validate_shows_the_line_a_caret_and_what_to_do(evalkit, write):
    text = VENDOR.replace("name: ExamplePay", "name: Exämple\tPay 株式会社").replace(
        "[rest]", "[rset]"
    )
    ran = evalkit("validate", EXAMPLEPAY, *DAY, cwd=write({EXAMPLEPAY: text}))
    assert ran.out == (
        "vendors/payment-gateways/examplepay.yaml:6:23: error[EK303] `rset` is not a level\n"
        "6 |   api_style: {value: [rset], source: https://examplepay.test/docs, checked: 2026-06-20}\n"
        "  |                       ^^^^\n"
        "  = did you mean `rest`?\n\n"
        "1 error, 0 warnings in 1 file checked\n"
    )


def test_a_silenced_warning_is_silent(evalkit, write):
    text = VENDOR + "  webhooks: true  # evalkit: ignore[EK301] told by phone\n"
    assert evalkit("validate", *DAY, cwd=write({EXAMPLEPAY: text})).out.startswith(
        "0 errors, 0 warnings"
    )


def test_a_very_long_line_is_cut_around_its_caret(evalkit, write):
    text = VENDOR + "  webhooks: {value: true, note: " + "x" * 400 + ", sorce: y}\n"
    ran = evalkit("validate", *DAY, cwd=write({EXAMPLEPAY: text}))
    line, caret = ran.out.splitlines()[1:3]
    assert len(line) < 180
    assert line[caret.index("^") : caret.rindex("^") + 1] == "sorce"


def test_colour_on_a_terminal_only_and_never_under_no_color(evalkit, write, monkeypatch):
    monkeypatch.setattr(sys.stdout.__class__, "isatty", lambda _: True, raising=False)
    folder = write({EXAMPLEPAY: ""})
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[31m" in evalkit("validate", cwd=folder).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in evalkit("validate").out


def test_validate_knows_which_files_were_asked_for(evalkit, write):
    folder = write({EXAMPLEPAY: "", OTHERPAY: ""})
    assert evalkit("validate", OTHERPAY, cwd=folder).out.endswith("in 1 file checked\n")
    assert evalkit("validate", "vendors", "plans").out.endswith("in 3 files checked\n")


def test_rules_are_listed_and_explained(evalkit):
    assert "EK301  warning  A fact names its source." in evalkit("rule").out
    assert evalkit("rule", "ek301").out.startswith(
        "EK301 fact-without-source (warning, vendors and facts, since 0.1.0)"
    )


@pytest.mark.parametrize("kind", ["vendor", "criteria", "plan"])
def test_schemas_are_json_schema_2020_12(evalkit, kind):
    found = json.loads(evalkit("schema", kind).out)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert found["additionalProperties"] is False


def test_init_makes_a_valid_workspace_that_can_be_scored(evalkit, tmp_path):
    assert evalkit("init", "new", cwd=tmp_path).code == 0
    assert evalkit("validate", "new", *DAY).out.startswith("0 errors, 0 warnings")
    assert "1 ExamplePay" in evalkit("score", "storefront-payments", "-w", "new").out


def test_the_version_names_the_yaml_parser(evalkit):
    assert "(YAML parser: C)" in evalkit("--version").out


def test_help_names_every_command(evalkit):
    ran = evalkit("--help")
    assert all(
        f"\n  {name} " in ran.out
        for name in ("init", "score", "report", "validate", "rule", "schema")
    )


@pytest.mark.parametrize(
    "words",
    [["validate"], ["schema", "plan"], ["schema", "--write"], ["rule", "EK301"], ["--help"]],
)
def test_light_commands_never_import_the_heavy_libraries(words, write):
    script = (
        "import sys; from evalkit.cli import main; sys.argv[1:] = sys.argv[1:]\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([m for m in ('pandas', 'numpy', 'jinja2') if m in sys.modules], file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, *words],
        cwd=write(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stderr.endswith("[]\n")


def test_the_module_runs_as_the_command():
    ran = subprocess.run(
        [sys.executable, "-m", "evalkit", "rule", "EK301"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert ran.stdout.startswith("EK301")


def test_schemas_say_what_each_key_is_for(evalkit):
    found = json.loads(evalkit("schema", "vendor").out)["$defs"]
    usage, tier = found["Usage"]["properties"], found["Tier"]["properties"]
    assert usage["scope"]["description"].startswith("To what the price applies")
    assert usage["per"]["description"] == "A volume of the plan, such as `order`."
    assert tier["to"]["description"] == "Left out in a last tier that has no end."


def test_a_path_that_does_not_exist_may_be_near_one_that_does(evalkit, write):
    ran = evalkit("validate", "vendors/payment-gateways/exampelpay.yaml", cwd=write())
    assert ran.code == 2
    assert ran.err.endswith(
        "exampelpay.yaml; did you mean vendors/payment-gateways/examplepay.yaml?\n"
    )
    assert (
        evalkit("validate", "nowhere/at/all").err
        == "evalkit: there is no file or folder nowhere/at/all\n"
    )


@pytest.mark.parametrize("to", ["/etc/passwd", "nowhere.yaml"])
def test_a_link_is_checked_by_its_own_name(evalkit, write, to):
    folder = write()
    (folder / "vendors/payment-gateways/x.yaml").symlink_to(to)
    ran = evalkit("validate", "vendors/payment-gateways/x.yaml", cwd=folder)
    assert ran.code == 1
    assert ran.out.startswith("vendors/payment-gateways/x.yaml:1:1: error[EK0")
