"""The action for GitHub: what its steps do, in the shell and with the files of GitHub's runner.

All tests but the slow one leave out the first step, which installs evalkit: the one that is
installed already stands in for it.
"""

import re
import sys

import pytest

from tests.conftest import BASE, ROOT
from tests.diagnostics.formats.readers import github_commands, github_places, sarif_places
from tests.diagnostics.formats.seeded import FAULTS, FILES
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

ACTION = parsed("action.yml")
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"]}
BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail")


@pytest.fixture
def step(tmp_path):
    """Run one step as the runner would: its variables filled in, its script in a file of its own."""

    def start(name, root, env, *, program=BIN / "evalkit", **given):
        assert set(given) <= set(ACTION["inputs"])
        values = {f"inputs.{key}": each["default"] for key, each in ACTION["inputs"].items()}
        values |= {f"inputs.{key}": value for key, value in given.items()}
        values["steps.install.outputs.program"] = str(program)
        filled = {
            key: values[re.fullmatch(r"\$\{\{ (.*) \}\}", text)[1]]
            for key, text in STEPS[name]["env"].items()
        }
        script = tmp_path / f"{name}.sh"
        script.write_text(STEPS[name]["run"], encoding="utf-8")
        return run(*BASH, script, cwd=root, env=env | filled)

    return start


@pytest.fixture
def runner(tmp_path):
    """A repository on GitHub's runner, and a function that reads the outputs of a step."""

    def start(within="shop", **files):
        root, env = repository(tmp_path, within, **files)
        (tmp_path / "temp").mkdir()
        output = tmp_path / "output"
        output.touch()
        env |= {
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
            "GITHUB_WORKSPACE": str(root),
            "RUNNER_TEMP": str(tmp_path / "temp"),
        }
        return root, env, lambda: outputs(output.read_text("utf-8"))

    return start


def outputs(text):
    """The outputs that the runner reads from the file: `name=value`, or lines up to a mark."""
    found, lines = {}, iter(text.split("\n"))
    for line in lines:
        if named := re.fullmatch(r"([^=<]+)<<(.+)", line):
            value = iter(lines.__next__, named[2])
            found[named[1]] = "\n".join(value)
        elif line:
            name, sign, value = line.partition("=")
            assert sign, line
            found[name] = value
    return found


def test_github_takes_the_action(tmp_path):
    words = ("--builtin-schema", "vendor.github-actions")
    ran = run(BIN / "check-jsonschema", *words, ROOT / "action.yml", cwd=ROOT, env=environment(tmp_path))  # fmt: skip
    assert ran.returncode == 0, ran.stdout


def test_an_auditor_of_actions_finds_nothing(tmp_path):
    words = ("--offline", "--persona", "pedantic", "--strict-collection", ROOT / "action.yml")
    ran = run(BIN / "zizmor", *words, cwd=tmp_path, env=environment(tmp_path))
    assert (ran.returncode, "No findings to report" in ran.stdout) == (0, True), ran.stdout


def test_no_script_holds_anything_that_a_caller_could_set():
    assert all("${{" not in step["run"] for step in STEPS.values())
    assert all(step["shell"] == "bash" for step in STEPS.values())


def test_it_takes_no_code_from_anybody_else():
    assert not any("uses" in step for step in ACTION["runs"]["steps"])


def test_findings_are_annotations_and_sarif_and_end_the_job(step, runner):
    root, env, said = runner(**FILES)
    ran = step("check", root, env, workspace="shop", arguments=DAY)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert sorted(github_places(ran.stdout)) == FAULTS_IN_SHOP
    assert said() == {"exit-code": "1", "sarif-file": "evalkit.sarif"}
    assert sorted(sarif_places((root / "evalkit.sarif").read_text("utf-8"))) == FAULTS_IN_SHOP


def test_what_github_does_not_show_is_on_the_page_of_the_run(step, runner, tmp_path):
    root, env, _ = runner(**FILES)
    step("check", root, env, workspace="shop", arguments=DAY)
    # 16 errors, of which 10 are shown, and 4 warnings
    assert (tmp_path / "summary.md").read_text("utf-8").count("| error ") == 6


def test_a_workspace_without_findings_passes(step, runner):
    root, env, said = runner()
    ran = step("check", root, env, workspace="shop", arguments=DAY)
    assert (ran.returncode, ran.stderr, github_commands(ran.stdout)) == (0, "", [])
    assert said() == {"exit-code": "0", "sarif-file": "evalkit.sarif"}
    assert list(sarif_places((root / "evalkit.sarif").read_text("utf-8"))) == []


def test_the_workspace_is_the_whole_repository_where_none_is_named(step, runner):
    root, env, _ = runner(within=".", **FILES)
    ran = step("check", root, env, arguments=DAY)
    assert ran.returncode == 1
    assert sorted(github_places(ran.stdout)) == FAULTS


def test_without_a_sarif_file_none_is_written_or_named(step, runner):
    root, env, said = runner(**FILES)
    step("check", root, env, workspace="shop", arguments=DAY, **{"sarif-file": ""})
    assert said() == {"exit-code": "1", "sarif-file": ""}
    assert {path.name for path in root.iterdir()} == {".git", "shop"}


def test_what_cannot_run_names_no_file_and_keeps_its_exit_code(step, runner):
    root, env, said = runner()
    ran = step("check", root, env, workspace="shpo")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "evalkit: there is no file or folder shpo; did you mean shop?\n"
    assert said() == {"exit-code": "2"}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_name_of_a_folder_is_never_obeyed(step, runner, tmp_path, name):
    root, env, said = runner()
    write(root / name, BASE | FILES)
    ran = step("check", root, env, workspace=name, arguments=DAY)
    assert ran.returncode == 1
    assert {place[0].startswith(f"{name}/") for place in github_places(ran.stdout)} == {True}
    assert said() == {"exit-code": "1", "sarif-file": "evalkit.sarif"}
    assert not list(tmp_path.rglob("hacked"))


@pytest.mark.parametrize("name", HOSTILE)
def test_the_name_of_the_sarif_file_is_never_obeyed(step, runner, tmp_path, name):
    root, env, said = runner(**FILES)
    step("check", root, env, workspace="shop", arguments=DAY, **{"sarif-file": name})
    assert said() == {"exit-code": "1", "sarif-file": name}
    assert sorted(sarif_places((root / name).read_text("utf-8"))) == FAULTS_IN_SHOP
    assert not list(tmp_path.rglob("hacked"))


@pytest.mark.parametrize(
    "words", ["; touch hacked", "$(touch hacked) `touch hacked`", "> hacked", "*"]
)
def test_arguments_are_words_and_no_commands(step, runner, tmp_path, words):
    root, env, said = runner()
    assert step("check", root, env, workspace="shop", arguments=words).returncode == 2
    assert said() == {"exit-code": "2"}
    assert not list(tmp_path.rglob("hacked"))


def test_arguments_may_stand_on_lines_of_their_own(step, runner):
    root, env, _ = runner(**FILES)
    ran = step("check", root, env, workspace="shop", arguments="--as-of\n2026-11-23\n")
    assert sorted(github_places(ran.stdout)) == FAULTS_IN_SHOP


@pytest.mark.slow
def test_the_action_installs_the_evalkit_it_comes_with(step, runner, tmp_path):
    root, env, said = runner(**FILES)
    # Without a network: what it depends on is borrowed from where the tests run.
    site = next(path for path in sys.path if path.endswith("site-packages"))
    env |= {"PYTHONPATH": site, "PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1"}
    env |= {"PIP_NO_BUILD_ISOLATION": "false"}
    installed = step("install", root, env, python=sys.executable)
    assert installed.returncode == 0, installed.stderr
    program = said()["program"]
    assert program == str(tmp_path / "temp/evalkit/bin/evalkit")
    ran = step("check", root, env, program=program, workspace="shop", arguments=DAY)
    assert sorted(github_places(ran.stdout)) == FAULTS_IN_SHOP
