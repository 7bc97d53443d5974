"""`evalkit validate --changed-since`: what git sees as changed, and what looks at it."""

import json
import os
import subprocess
import sys

import pytest

from tests.conftest import CRITERIA, PLAN, VENDOR, vendor

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
PLAN_FILE = "plans/storefront-payments.yaml"
DAY = ("--as-of", "2026-11-23")
# A warning in each vendor, EK301, so that it can be seen whether a file was looked at.
SHOP = {
    EXAMPLEPAY: VENDOR + "  webhooks: true\n",
    OTHERPAY: vendor(webhooks="true"),
    "criteria/erp.yaml": CRITERIA.replace("payment-gateways", "erp"),
    "vendors/erp/sap.yaml": vendor("sap", webhooks="true").replace("payment-gateways", "erp"),
    PLAN_FILE: PLAN + "vendors: [examplepay]\n",
}
WHO = ("-c", "user.name=A Person", "-c", "user.email=a@person.test", "-c", "commit.gpgsign=false")


def git(folder, *words):
    ran = subprocess.run(["git", *WHO, *words], cwd=folder, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return os.fsdecode(ran.stdout).strip()


def commit(folder, message="x"):
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)


@pytest.fixture(autouse=True)
def _nobodys_git(monkeypatch, tmp_path_factory):
    """Git as it comes, without what this machine configures."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path_factory.getbasetemp().parent))


@pytest.fixture
def shop(write):
    folder = write(SHOP)
    git(folder, "init", "-q", "-b", "main")
    commit(folder)
    return folder


@pytest.fixture
def checked(evalkit):
    """How many files were checked since a revision, and those with a finding."""

    def run(folder, revision="HEAD", *words):
        ran = evalkit(
            "validate", *DAY, "-f", "json", "--changed-since", revision, *words, cwd=folder
        )
        assert ran.code in {0, 1}, ran.err
        found = json.loads(ran.out)
        return found["files"], {each["path"] for each in found["diagnostics"]}

    return run


def append(file, text="\n"):
    file.write_text(file.read_text() + text)


def test_nothing_changed_is_said_and_fine(evalkit, shop):
    ran = evalkit("validate", *DAY, "--changed-since", "HEAD", "--fail-on", "warning", cwd=shop)
    assert (ran.code, ran.err) == (0, "evalkit: no file of the workspace changed since HEAD\n")
    assert ran.out == "0 errors, 0 warnings in 0 files checked\n"


def test_a_vendor_brings_the_plan_that_compares_it(shop, checked):
    append(shop / EXAMPLEPAY)
    assert checked(shop) == (2, {EXAMPLEPAY})


def test_a_vendor_that_no_plan_compares_comes_alone(shop, checked):
    append(shop / OTHERPAY)
    assert checked(shop) == (1, {OTHERPAY})


def test_criteria_bring_the_vendors_and_plans_of_their_category(shop, checked):
    append(shop / "criteria/payment-gateways.yaml")
    assert checked(shop) == (4, {EXAMPLEPAY, OTHERPAY})


def test_a_plan_brings_the_vendors_that_it_compares_now_and_those_it_did(shop, checked):
    (shop / PLAN_FILE).write_text(PLAN + "vendors: [otherpay]\n")
    assert checked(shop) == (3, {EXAMPLEPAY, OTHERPAY})


def test_staged_committed_untracked_and_deleted_files_count(shop, checked):
    append(shop / OTHERPAY)
    git(shop, "add", "-A")
    assert checked(shop) == (1, {OTHERPAY})
    commit(shop)
    assert checked(shop)[0] == 0
    assert checked(shop, "HEAD~1") == (1, {OTHERPAY})
    third = "vendors/payment-gateways/third.yaml"
    (shop / third).write_text(vendor("third", webhooks="true"))
    assert checked(shop) == (1, {third})
    (shop / ".gitignore").write_text("third.yaml\n")
    assert checked(shop)[0] == 0
    (shop / EXAMPLEPAY).unlink()
    # The plan that names it is faulty now, and says so.
    assert checked(shop) == (1, {PLAN_FILE})


def test_what_was_staged_and_taken_back_has_not_changed(shop, checked):
    before = (shop / OTHERPAY).read_text()
    append(shop / OTHERPAY)
    git(shop, "add", "-A")
    (shop / OTHERPAY).write_text(before)
    assert checked(shop)[0] == 0


def test_a_vendor_that_left_a_category_matters_to_the_plan_it_left(shop, checked):
    (shop / PLAN_FILE).write_text(PLAN)
    commit(shop)
    text = (shop / OTHERPAY).read_text().replace("payment-gateways", "erp")
    git(shop, "mv", OTHERPAY, "vendors/erp/otherpay.yaml")
    (shop / "vendors/erp/otherpay.yaml").write_text(text)
    assert checked(shop)[0] == 2


def test_a_renamed_file_is_one_that_is_gone_and_one_that_is_new(shop, checked):
    git(shop, "mv", EXAMPLEPAY, "vendors/payment-gateways/newname.yaml")
    files, found = checked(shop)
    # The plan finds it by its id still, but was looked at.
    assert (files, found) == (2, {"vendors/payment-gateways/newname.yaml"})


def test_a_workspace_in_a_folder_of_a_repository(evalkit, write, checked):
    folder = write(
        {f"clients/shop/{path}": text for path, text in SHOP.items()} | {EXAMPLEPAY: VENDOR}
    )
    git(folder, "init", "-q")
    commit(folder)
    append(folder / EXAMPLEPAY)
    shop = folder / "clients/shop"
    assert checked(shop)[0] == 0
    append(shop / OTHERPAY)
    assert checked(shop) == (1, {OTHERPAY})


def test_only_part_of_what_changed_may_be_asked_for(evalkit, shop, checked):
    append(shop / EXAMPLEPAY)
    append(shop / OTHERPAY)
    assert checked(shop, "HEAD", OTHERPAY) == (1, {OTHERPAY})
    ran = evalkit("validate", "vendors/erp", *DAY, "--changed-since", "HEAD")
    assert (ran.code, ran.err) == (0, "evalkit: no file that was asked for changed since HEAD\n")


def test_a_baseline_keeps_what_was_not_looked_at(evalkit, shop):
    since = ("validate", *DAY, "--baseline", "b.json", "--changed-since", "HEAD")
    evalkit("validate", *DAY, "--baseline", "b.json", "--write-baseline", cwd=shop)
    append(shop / OTHERPAY)
    ran = evalkit(*since)
    assert ran.out == "0 errors, 0 warnings in 1 file checked; 1 known in b.json\n"
    before = (shop / "b.json").read_text()
    evalkit(*since, "--write-baseline")
    assert (shop / "b.json").read_text() == before


@pytest.mark.parametrize(
    "revision",
    ["nowhere", "", "-x", "--output=stolen", "--help", "main..HEAD", "HEAD:vendors", "a\nb", "\udce9", "x" * 5000],
)  # fmt: skip
def test_what_is_no_revision_is_exit_2_and_no_option_of_git(evalkit, shop, revision):
    before = sorted(shop.rglob("*"))
    ran = evalkit("validate", f"--changed-since={revision}", cwd=shop)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith("evalkit: there is no revision ")
    assert "name a branch, a tag or a commit, such as main or HEAD~1" in ran.err
    assert sorted(shop.rglob("*")) == before


def test_a_shallow_clone_says_how_to_get_the_rest(evalkit, shop, tmp_path_factory):
    commit(shop, "second")
    folder = tmp_path_factory.mktemp("clone")
    git(folder, "clone", "-q", "--depth", "1", f"file://{shop}", "shop")
    ran = evalkit("validate", "--changed-since", "HEAD~1", cwd=folder / "shop")
    assert ran.code == 2
    assert "in this shallow clone; run `git fetch --unshallow`, or set `fetch-depth: 0`" in ran.err


def test_outside_of_a_repository(evalkit, write):
    folder = write(SHOP)
    ran = evalkit("validate", "--changed-since", "HEAD", cwd=folder)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith(
        f"evalkit: --changed-since needs a git repository around {folder} (not "
    )
    assert ran.err.endswith("; leave it out to check every file\n")


def test_a_repository_without_a_commit(evalkit, write):
    folder = write(SHOP)
    git(folder, "init", "-q")
    assert (
        "there is no revision 'HEAD'"
        in evalkit("validate", "--changed-since", "HEAD", cwd=folder).err
    )


def test_without_git(evalkit, shop, monkeypatch, tmp_path_factory):
    monkeypatch.setenv("PATH", str(tmp_path_factory.mktemp("empty")))
    ran = evalkit("validate", "--changed-since", "HEAD", cwd=shop)
    assert ran.code == 2
    assert ran.err == (
        "evalkit: --changed-since asks git, which is not installed here; "
        "leave it out to check every file\n"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are not UTF-8")
@pytest.mark.parametrize("name", [b"caf\xe9.yaml", b"two\nlines.yaml", b'"quoted" \t.yaml', "日本.yaml".encode(), b"-x.yaml", b" .yaml"])  # fmt: skip
def test_names_that_are_odd_are_found(shop, checked, name):
    file = shop / "vendors" / os.fsdecode(name)
    file.write_text(VENDOR + "  webhooks: true\n")
    assert checked(shop)[0] >= 1
    commit(shop)
    assert checked(shop)[0] == 0
    append(file)
    # Two files claim the same id now: the other one is looked at as well.
    assert checked(shop)[0] == 3
    file.unlink()
    assert checked(shop)[0] == 2


def test_in_a_hook_of_git(shop):
    append(shop / OTHERPAY)
    git(shop, "add", "-A")
    hook = shop / ".git/hooks/pre-commit"
    hook.write_text(
        f"#!/bin/sh\nexport GIT_DIR=.git\ncd vendors\n{sys.executable} -m evalkit validate --as-of 2026-11-23 "
        "--changed-since HEAD --fail-on warning\n"
    )
    hook.chmod(0o755)
    ran = subprocess.run(
        ["git", *WHO, "commit", "-qam", "x"], cwd=shop, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1, ran.stderr
    assert "0 errors, 1 warning in 1 file checked" in ran.stdout + ran.stderr


def test_in_a_second_working_tree(shop, checked, tmp_path_factory):
    other = tmp_path_factory.mktemp("other") / "tree"
    git(shop, "worktree", "add", "-q", other, "-b", "side")
    append(other / OTHERPAY)
    assert checked(other, "main") == (1, {OTHERPAY})
    assert checked(shop)[0] == 0


def test_what_git_is_configured_to_do_with_colours_and_renames_changes_nothing(shop, checked):
    for name, value in (("color.ui", "always"), ("diff.renames", "copies"), ("diff.noprefix", "true"),
                        ("diff.external", "false"), ("core.quotePath", "true"), ("diff.relative", "false")):  # fmt: skip
        git(shop, "config", name, value)
    append(shop / OTHERPAY)
    assert checked(shop) == (1, {OTHERPAY})


def test_a_file_that_was_enormous_before_is_no_burden(shop, checked):
    (shop / EXAMPLEPAY).write_text("#" * 3_000_000)
    commit(shop)
    (shop / EXAMPLEPAY).write_text(SHOP[EXAMPLEPAY])
    assert checked(shop) == (2, {EXAMPLEPAY})
