"""The hooks for pre-commit, run by pre-commit in a repository of their users.

`language: python` makes pre-commit install the hook from an address, which takes a network; here
the same hooks run as `language: system`, with the evalkit that is installed.
"""

import re

import pytest
import yaml

from tests.conftest import CRITERIA, PLAN, ROOT, VENDOR, vendor
from tests.hosts.made import BIN, parsed, repository, run, write

HOOKS = {hook["id"]: hook for hook in parsed(".pre-commit-hooks.yaml")}
EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
PLANS = "plans/storefront-payments.yaml"


@pytest.fixture
def commit(tmp_path):
    """A repository with the hook installed, and a function that commits files (None: deletes)."""
    root, env = repository(
        tmp_path,
        **{PLANS: PLAN + "vendors: [examplepay, otherpay]\n", OTHERPAY: vendor(rate_limit="unknown")},
    )  # fmt: skip
    env["PRE_COMMIT_HOME"] = str(tmp_path / "pre-commit")

    def install(**more):
        hook = {**HOOKS["evalkit"], "language": "system", "args": ["shop"], **more}
        config = {"repos": [{"repo": "local", "hooks": [hook]}]}
        write(root, {".pre-commit-config.yaml": yaml.safe_dump(config)})
        ran = run(BIN / "pre-commit", "install", cwd=root, env=env)
        assert ran.returncode == 0, ran.stdout + ran.stderr

    def make(files):
        write(root, {path: text for path, text in files.items() if text is not None})
        for path, text in files.items():
            if text is None:
                (root / path).unlink()
        assert run("git", "add", "-A", cwd=root, env=env).returncode == 0
        ran = run("git", "commit", "-m", "Next", cwd=root, env=env)
        count = run("git", "rev-list", "--count", "HEAD", cwd=root, env=env).stdout
        assert (ran.returncode == 0) == (int(count) == 2), ran.stdout + ran.stderr
        return ran.returncode == 0, ran.stdout + ran.stderr

    make.install = install
    install()
    return make


def test_pre_commit_takes_the_manifest(tmp_path):
    ran = run(
        BIN / "pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml",
        cwd=tmp_path, env={"PRE_COMMIT_HOME": str(tmp_path), "PATH": str(BIN), "HOME": str(tmp_path)},
    )  # fmt: skip
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


def test_both_hooks_check_the_whole_workspace_in_an_environment_of_their_own():
    assert {name: hook["entry"] for name, hook in HOOKS.items()} == {
        "evalkit": "evalkit validate",
        "evalkit-fix": "evalkit validate --fix",
    }
    assert {hook["language"] for hook in HOOKS.values()} == {"python"}
    assert {hook["pass_filenames"] for hook in HOOKS.values()} == {False}


@pytest.mark.parametrize("hook", HOOKS)
@pytest.mark.parametrize(
    ("path", "concerned"),
    [
        (EXAMPLEPAY, True),
        ("shop/plans/x.yml", True),
        ("a/b/criteria/x.yaml", True),
        ("platforms/adobe-commerce.yaml", True),
        ("vendors/erp/STRIPE.YAML", True),
        ("plans/x.Yml", True),
        ("VENDORS/x.yaml", False),
        ("README.md", False),
        ("docker-compose.yaml", False),
        ("myvendors/x.yaml", False),
        ("vendors/logo.png", False),
    ],
)
def test_the_hooks_know_which_files_concern_them(hook, path, concerned):
    assert bool(re.search(HOOKS[hook]["files"], path)) == concerned


def test_a_changed_configuration_is_something_to_check_but_nothing_to_mend():
    for path in ("pyproject.toml", "shop/evalkit.toml"):
        assert re.search(HOOKS["evalkit"]["files"], path)
        assert not re.search(HOOKS["evalkit-fix"]["files"], path)


def test_a_good_commit_passes(commit):
    made, said = commit({f"shop/{EXAMPLEPAY}": VENDOR.replace("value: 25", "value: 30")})
    assert made, said
    assert re.search(r"^evalkit\.+Passed$", said, re.MULTILINE)


def test_a_faulty_commit_is_stopped_with_the_place(commit):
    made, said = commit({f"shop/{EXAMPLEPAY}": VENDOR.replace("[rest]", "[rset]")})
    assert not made
    assert re.search(r"^evalkit\.+Failed$", said, re.MULTILINE)
    # "  api_style: {value: [" is 22 characters long.
    assert f"{EXAMPLEPAY}:6:23: error[EK303]" in said
    assert "exit code: 1" in said


def test_criteria_that_make_an_unchanged_vendor_wrong_are_stopped(commit):
    made, said = commit(
        {"shop/criteria/payment-gateways.yaml": CRITERIA.replace("rest: 100", "http: 100")}
    )
    assert not made
    assert f"{EXAMPLEPAY}:6:23: error[EK303]" in said


def test_taking_away_a_vendor_that_a_plan_names_is_stopped(commit):
    made, said = commit({f"shop/{OTHERPAY}": None})
    assert not made
    assert f"{PLANS}:9:23: error[EK402]" in said


def test_without_always_run_only_files_of_a_workspace_start_the_hook(commit):
    commit.install(always_run=False)
    made, said = commit({"shop/notes.md": "Call them.\n"})
    assert made
    assert re.search(r"^evalkit\.+\(no files to check\)Skipped$", said, re.MULTILINE)


def test_a_workspace_at_the_root_needs_no_arguments(tmp_path):
    root, env = repository(tmp_path, within=".")
    env["PRE_COMMIT_HOME"] = str(tmp_path / "pre-commit")
    config = {"repos": [{"repo": "local", "hooks": [{**HOOKS["evalkit"], "language": "system"}]}]}
    write(root, {".pre-commit-config.yaml": yaml.safe_dump(config)})
    words = (BIN / "pre-commit", "run", "--all-files")
    assert run(*words, cwd=root, env=env).returncode == 0
    write(root, {EXAMPLEPAY: VENDOR.replace("[rest]", "[rset]")})
    assert "EK303" in run(*words, cwd=root, env=env).stdout
