"""What this repository tells its own host: the workflow and the forms for issues."""

import re
import shutil

import pytest

from tests.conftest import ROOT
from tests.hosts.made import BIN, environment, parsed, run

WORKFLOW = ".github/workflows/ci.yml"
FORMS = sorted(each for each in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml") if each.stem != "config")  # fmt: skip


def schema_takes(schema, *files):
    words = (BIN / "check-jsonschema", "--builtin-schema", schema)
    ran = run(*words, *files, cwd=ROOT, env=environment(ROOT))
    assert ran.returncode == 0, ran.stdout


def test_github_takes_the_workflow_and_the_forms():
    schema_takes("vendor.github-workflows", WORKFLOW)
    schema_takes("custom.github-workflows-require-timeout", WORKFLOW)
    schema_takes("vendor.github-issue-forms", *FORMS)
    schema_takes("vendor.github-issue-config", ".github/ISSUE_TEMPLATE/config.yml")


def test_an_auditor_of_workflows_finds_nothing(tmp_path):
    # Elsewhere than here, as it looks into every workflow of the repository that it stands in.
    shutil.copytree(ROOT / ".github", tmp_path / ".github")
    words = ("--offline", "--persona", "pedantic", "--strict-collection", tmp_path / WORKFLOW)
    ran = run(BIN / "zizmor", *words, cwd=tmp_path, env=environment(tmp_path))
    assert (ran.returncode, "No findings to report" in ran.stdout) == (0, True), ran.stdout


def test_the_workflow_runs_what_every_change_must_pass():
    (job,) = parsed(WORKFLOW)["jobs"].values()
    commands = [step["run"] for step in job["steps"] if "run" in step]
    assert commands[-2:] == [".ci/run", ".ci/run --all"]
    ends = [step["if"].replace("'", "").split()[1:] for step in job["steps"] if "if" in step]
    assert ends == [["!=", "schedule"], ["==", "schedule"]]


def test_the_workflow_takes_no_code_that_can_change_without_a_commit():
    (job,) = parsed(WORKFLOW)["jobs"].values()
    used = [step["uses"] for step in job["steps"] if "uses" in step]
    assert used
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", each) for each in used)


@pytest.mark.parametrize("form", FORMS, ids=[form.stem for form in FORMS])
def test_a_form_asks_for_something(form):
    asked = [each for each in parsed(form)["body"] if each["type"] != "markdown"]
    assert any(each.get("validations", {}).get("required") for each in asked)
    names = [each["id"] for each in asked]
    assert len(names) == len(set(names))
