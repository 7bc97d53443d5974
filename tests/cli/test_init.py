"""`evalkit init` as a user meets it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from evalkit.workspace.folder import shipped_files
from tests.cli.made import DAY, tree

CATEGORIES = sorted(shipped_files("criteria").keys() - {"integration"})


def test_init_makes_a_valid_workspace_that_can_be_scored(evalkit, tmp_path):
    assert evalkit("init", "new", cwd=tmp_path).code == 0
    assert evalkit("validate", "new", *DAY).out.startswith("0 errors, 0 warnings")
    assert "1 ExamplePay" in evalkit("score", "storefront-payments", "-w", "new").out


def test_a_newcomer_sees_vendors_that_are_ranked_and_one_that_is_not(evalkit, tmp_path):
    evalkit("init", "new", cwd=tmp_path)
    found = json.loads(evalkit("score", "storefront-payments", "-w", "new", "-f", "json").out)
    settled = {each["id"]: each["settled"] for each in found["vendors"]}
    ranked = {each["id"] for each in found["vendors"] if each["standing"] == "ranked"}
    assert ranked == {"examplepay", "otherpay"}
    assert min(settled[name] for name in ranked) > 0.75
    assert settled.keys() - ranked == {"newpay"}
    assert settled["newpay"] < 0.6


@pytest.mark.parametrize("name", ["it's", "-x", "$HOME;", *(pytest.param(each, marks=pytest.mark.long) for each in ("new", "a b", 'say "x"', "deep/er one"))])  # fmt: skip
def test_what_it_proposes_can_be_pasted(evalkit, tmp_path, name):
    out = evalkit("init", "--", name, cwd=tmp_path).out
    (line,) = (line for line in out.splitlines() if line.startswith("Next: "))
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    ran = subprocess.run(
        ["bash", "-c", line.removeprefix("Next: ")],
        cwd=tmp_path, capture_output=True, text=True, check=False, env={**os.environ, "PATH": path},
    )  # fmt: skip
    assert (ran.returncode, "1 ExamplePay" in ran.stdout) == (0, True), ran.stderr


def test_in_the_current_folder_there_is_nowhere_to_go(evalkit, tmp_path):
    assert evalkit("init", cwd=tmp_path).out.endswith("\nNext: evalkit score storefront-payments\n")


def test_there_are_ten_categories():
    assert len(CATEGORIES) == 10


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_shipped_category_has_a_start_that_scores_at_once(evalkit, tmp_path, category):
    made = evalkit("init", "new", "--category", category, *DAY, cwd=tmp_path)
    assert f"Next: cd new && evalkit score choose-{category}" in made.out
    assert evalkit("validate", "new", *DAY).out == "0 errors, 0 warnings in 3 files checked\n"
    plan = (f"choose-{category}", "-w", "new", *DAY)
    found = json.loads(evalkit("score", *plan, "-f", "json").out)
    assert [each["standing"] for each in found["vendors"]] == ["ranked", "not_ranked"]
    assert "invented client and vendors" in evalkit("score", *plan).out.replace("\n", " ")


def test_what_is_open_says_what_to_look_for_and_can_be_filled_in(evalkit, tmp_path):
    evalkit("init", "new", "--category", "pim", *DAY, cwd=tmp_path)
    file = tmp_path / "new/vendors/pim/example-two.yaml"
    text = file.read_text("utf-8")
    question = "  # How many requests per second may one account make, steadily? In requests/s.\n"
    assert question + "  # rate_limit:\n" in text
    assert max(map(len, text.splitlines())) <= 100
    file.write_text(text.replace("# rate_limit:", "rate_limit: 20"), encoding="utf-8")
    assert evalkit("validate", "new", *DAY).out.startswith("0 errors, 0 warnings")


@pytest.mark.parametrize(("words", "says"), [
    ((), "The client and the three vendors are invented"),
    (("--category", "erp"), "The client and both vendors are invented"),
    (("--blank",), "the vendors are placeholders of which nothing is known"),
])  # fmt: skip
def test_it_says_truthfully_what_is_invented(evalkit, tmp_path, words, says):
    ran = evalkit("init", "new", *words, cwd=tmp_path)
    assert says in ran.out
    plan = ran.out.splitlines()[-1].split()[-1]
    report = evalkit("report", plan, "-w", "new", "-f", "markdown").out
    assert "are real" not in report
    assert "**Example: " in report
    assert re.search(r"\*\*Example: invented (client and )?vendors\*\*", report)


def test_a_blank_start_is_a_small_category_of_ones_own(evalkit, tmp_path):
    assert evalkit("init", "new", "--blank", cwd=tmp_path).code == 0
    assert tree(tmp_path / "new") == [
        "README.md", "criteria/my-category.yaml", "plans/my-choice.yaml",
        "vendors/my-category/vendor-a.yaml", "vendors/my-category/vendor-b.yaml",
        "vendors/my-category/vendor-c.yaml",
    ]  # fmt: skip
    assert evalkit("validate", "new", *DAY).out == "0 errors, 0 warnings in 5 files checked\n"
    scored = evalkit("score", "my-choice", "-w", "new")
    assert scored.code == 0
    assert "No vendor is known well enough to rank" in scored.out


def test_its_comments_are_facts_once_the_sign_before_them_is_gone(evalkit, tmp_path):
    evalkit("init", "new", "--blank", cwd=tmp_path)
    for file in (tmp_path / "new/vendors/my-category").iterdir():
        text = file.read_text("utf-8")
        for key in ("from", "main_task", "functions", "set_up_time", "monthly_price"):
            text = text.replace(f"# {key}:", f"{key}:")
        file.write_text(text, encoding="utf-8")
    assert evalkit("validate", "new", *DAY).out.startswith("0 errors, 0 warnings")
    found = json.loads(evalkit("score", "my-choice", "-w", "new", *DAY, "-f", "json").out)
    assert {each["settled"] > 0.9 for each in found["vendors"]} == {True}


def test_an_unknown_category_is_answered_with_the_nearest_one(evalkit, tmp_path):
    ran = evalkit("init", "new", "--category", "payment-gateway", cwd=tmp_path)
    assert ran.code == 2
    assert "did you mean `payment-gateways`?" in ran.err
    assert not (tmp_path / "new").exists()
    assert "known here: accounting" in evalkit("init", "--category", "parcels", cwd=tmp_path).err


def test_a_category_of_ones_own_is_none_of_the_shipped(evalkit, tmp_path):
    ran = evalkit("init", "new", "--category", "pim", "--blank", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "use it without --category" in ran.err


def test_of_vendors_that_are_equally_unknown_none_is_preferred(evalkit, tmp_path):
    evalkit("init", "new", "--blank", cwd=tmp_path)
    shown = evalkit("score", "my-choice", "-w", "new").out.replace("\n", " ")
    assert "Research on any of them is worth the same." in shown
    assert "Find out: Vendor A, Vendor B and Vendor C, beginning with main task." in shown


@pytest.mark.parametrize("words", [(), ("--category", "pim")], ids=["full", "category"])
def test_for_another_platform_shop_and_plugins_are_of_that_platform(evalkit, tmp_path, words):
    ran = evalkit("init", "new", "--platform", "shopware-6", *words, *DAY, cwd=tmp_path)
    assert ran.code == 0
    files = {file.name: file.read_text("utf-8") for file in (tmp_path / "new").rglob("*.yaml")}
    (plan,) = (
        text for text in files.values() if "\nplatform: {name: shopware-6, version: " in text
    )
    assert "storefront: storefront}" in plan
    assert any("platform: shopware-6\n" in text for text in files.values() if text != plan)
    together = "".join(files.values()).casefold()
    assert [word for word in ("adobe", "magento", "luma") if word in together] == []
    assert evalkit("validate", "new", *DAY).out.startswith("0 errors, 0 warnings")
    name = "choose-pim" if words else "storefront-payments"
    assert evalkit("fit", name, "-w", "new", *DAY).code == 0


def test_a_blank_start_may_name_a_platform(evalkit, tmp_path):
    evalkit("init", "new", "--blank", "--platform", "shopware-6", cwd=tmp_path)
    plan = (tmp_path / "new/plans/my-choice.yaml").read_text("utf-8")
    assert '\nplatform: {name: shopware-6, version: "6.7.13.0", ' in plan
    assert evalkit("validate", "new", *DAY).out.startswith("0 errors, 0 warnings")


def test_the_platform_of_the_full_example_changes_nothing(evalkit, tmp_path):
    for name, words in (("bare", ()), ("named", ("--platform", "adobe-commerce"))):
        assert evalkit("init", name, *words, cwd=tmp_path).code == 0
    plans = [tmp_path / name / "plans/storefront-payments.yaml" for name in ("bare", "named")]
    assert plans[0].read_bytes() == plans[1].read_bytes()


def test_an_unknown_platform_is_answered_with_the_nearest_one(evalkit, tmp_path):
    ran = evalkit("init", "new", "--platform", "shopware", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean `shopware-6`?" in ran.err
    assert not (tmp_path / "new").exists()
