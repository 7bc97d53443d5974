"""The job for GitLab: what its script does, in the shells that GitLab's runner uses.

The package that `before_script` would install is the one that is installed already.
"""

import json

import pytest

from tests.conftest import BASE, ROOT
from tests.diagnostics.formats.readers import gitlab_places, junit_places
from tests.diagnostics.formats.seeded import FILES
from tests.hosts.made import (
    BIN,
    DAY,
    FAULTS_IN_SHOP,
    HOSTILE,
    environment,
    parsed,
    repository,
    run,
    write,
)

NAME = "evalkit.gitlab-ci.yml"
TEMPLATE = parsed(NAME)
JOB = TEMPLATE["evalkit"]
REPORTS = JOB["artifacts"]["reports"]
SHELLS = [("bash", "--noprofile", "--norc", "-eo", "pipefail"), ("sh", "-e")]


ONE_SHELL = pytest.mark.parametrize("job", SHELLS[1:], indirect=True, ids=["sh"])


@pytest.fixture(params=SHELLS, ids=lambda shell: shell[0])
def job(request):
    """Run a part of the job in a repository, with the template's variables or others."""

    def start(root, env, part="script", **variables):
        known = {**TEMPLATE["variables"], "CI": "true", "GITLAB_CI": "true", **variables}
        return run(*request.param, "-c", "\n".join(JOB[part]), cwd=root, env=env | known)

    return start


def test_gitlab_takes_the_template():
    words = ("--builtin-schema", "vendor.gitlab-ci", ROOT / NAME)
    ran = run(BIN / "check-jsonschema", *words, cwd=ROOT, env=environment(ROOT))
    assert ran.returncode == 0, ran.stdout


def test_the_script_uses_no_variable_that_the_template_does_not_set():
    assert set(TEMPLATE["variables"]) == {
        "EVALKIT_PACKAGE", "EVALKIT_WORKSPACE", "EVALKIT_ARGUMENTS",
    }  # fmt: skip


def test_findings_end_the_job_and_are_in_both_reports(job, tmp_path):
    root, env = repository(tmp_path, **FILES)
    ran = job(root, env, EVALKIT_WORKSPACE="shop", EVALKIT_ARGUMENTS=DAY)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert "\n16 errors, 4 warnings in 6 files checked" in ran.stdout
    quality = (root / REPORTS["codequality"]).read_text("utf-8")
    assert sorted(gitlab_places(quality)) == FAULTS_IN_SHOP
    tests = (root / REPORTS["junit"]).read_text("utf-8")
    assert sorted(place[:4] for place in junit_places(tests)) == sorted(
        fault[:4] for fault in FAULTS_IN_SHOP
    )
    assert JOB["artifacts"]["when"] == "always"


def test_a_workspace_without_findings_passes_with_empty_reports(job, tmp_path):
    root, env = repository(tmp_path, within=".")
    ran = job(root, env, EVALKIT_ARGUMENTS=DAY)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads((root / REPORTS["codequality"]).read_text("utf-8")) == []
    assert 'failures="0"' in (root / REPORTS["junit"]).read_text("utf-8")


def test_every_file_that_the_job_keeps_is_written(job, tmp_path):
    root, env = repository(tmp_path, within=".")
    before = {path.name for path in root.iterdir()}
    job(root, env)
    made = {path.name for path in root.iterdir()} - before
    assert set(JOB["artifacts"]["paths"]) == set(REPORTS.values())
    assert made == {*REPORTS.values(), ".evalkit_cache"}
    # Each container has a key of its own: what one keeps, the next would ignore.
    assert "cache" not in JOB


def test_a_job_that_cannot_run_says_so(job, tmp_path):
    root, env = repository(tmp_path)
    ran = job(root, env, EVALKIT_WORKSPACE="shpo")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "evalkit: there is no file or folder shpo; did you mean shop?\n"


@ONE_SHELL
@pytest.mark.parametrize("name", HOSTILE)
def test_the_name_of_a_folder_is_never_obeyed(job, tmp_path, name):
    root, env = repository(tmp_path)
    write(root / name, BASE | FILES)
    ran = job(root, env, EVALKIT_WORKSPACE=name, EVALKIT_ARGUMENTS=DAY)
    assert ran.returncode == 1
    places = gitlab_places((root / REPORTS["codequality"]).read_text("utf-8"))
    assert {place[0].startswith(f"{name}/") for place in places} == {True}
    assert not list(tmp_path.rglob("hacked"))


@ONE_SHELL
@pytest.mark.parametrize(
    "words", ["; touch hacked", "$(touch hacked) `touch hacked`", "> hacked", "*"]
)
def test_arguments_are_words_and_no_commands(job, tmp_path, words):
    root, env = repository(tmp_path)
    assert job(root, env, EVALKIT_WORKSPACE="shop", EVALKIT_ARGUMENTS=words).returncode == 2
    assert not list(tmp_path.rglob("hacked"))


def test_nothing_is_installed_as_long_as_nobody_says_what(job, tmp_path):
    root, env = repository(tmp_path)
    ran = job(root, env, part="before_script")
    assert ran.returncode != 0
    assert "EVALKIT_PACKAGE: names what to install" in ran.stderr
