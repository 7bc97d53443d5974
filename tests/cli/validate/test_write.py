"""`evalkit validate --format`: which format goes where."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from evalkit.diagnostics.formats.table import FORMATS
from tests.cli.made import imported
from tests.conftest import VENDOR
from tests.diagnostics.formats.readers import (
    github_commands,
    github_places,
    gitlab_places,
    sarif_places,
)
from tests.diagnostics.formats.seeded import FAULTS, FILES

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
DAY = ("--as-of", "2026-11-29")


@pytest.fixture(autouse=True)
def _outside_of_github(monkeypatch):
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


def test_several_formats_in_one_run(evalkit, write):
    folder = write(FILES)
    plain = evalkit("validate", *DAY, cwd=folder)
    ran = evalkit(
        "validate", *DAY, "--format", "text", "--format", "sarif=out/a.sarif",
        "-f", "gitlab=out/b.json", "-f", "github=out/c.txt", "-f", "junit=out/d.xml", "-f", "json=out/e.json",
    )  # fmt: skip
    assert (ran.code, ran.out, ran.err) == (1, plain.out, "")
    assert sorted(sarif_places((folder / "out/a.sarif").read_text("utf-8"))) == FAULTS
    assert sorted(gitlab_places((folder / "out/b.json").read_text("utf-8"))) == FAULTS
    assert sorted(github_places((folder / "out/c.txt").read_text("utf-8"))) == FAULTS
    assert (folder / "out/d.xml").read_text("utf-8").count("<failure ") == 16
    assert len(json.loads((folder / "out/e.json").read_text("utf-8"))["diagnostics"]) == 20
    assert len(list((folder / "out").iterdir())) == 5


def test_a_file_alone_leaves_stdout_empty(evalkit, write):
    folder = write({EXAMPLEPAY: ""})
    ran = evalkit("validate", "--format", "json=a=b.json", cwd=folder)
    assert (ran.code, ran.out, ran.err) == (1, "", "")
    assert json.loads((folder / "a=b.json").read_text())["errors"] == 1


def test_text_in_a_file_has_no_colour(evalkit, write, monkeypatch):
    monkeypatch.setattr(sys.stdout.__class__, "isatty", lambda _: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    folder = write({EXAMPLEPAY: ""})
    coloured = evalkit("validate", "-f", "text", cwd=folder).out
    evalkit("validate", "-f", "text=a.txt")
    plain = (folder / "a.txt").read_text()
    assert "\x1b[31m" in coloured
    assert "\x1b" not in plain
    assert "EK010" in plain


@pytest.mark.parametrize(
    ("formats", "message"),
    [
        (["xml"], "there is no format 'xml'; known: text, json, github, gitlab, sarif, junit"),
        (["xml=a.xml"], "there is no format 'xml'; known: "),
        ([""], "there is no format ''; known: "),
        (["text", "json"], "text and json cannot both go to stdout; write json=FILE"),
        (["text", "text"], "text and text cannot both go to stdout"),
        (["json="], "--format json= names no file; write json=FILE"),
        (["json=a", "sarif=./a"], "json and sarif cannot both go to ./a"),
        (["json=loop", "sarif=./loop"], "json and sarif cannot both go to ./loop"),
        (["text", "json=plans"], "cannot write plans: it is a folder"),
    ],
)
def test_what_cannot_be_written_is_one_line_and_exit_2(evalkit, write, formats, message):
    folder = write({"loop": Path("loop")})
    before = sorted(folder.rglob("*"))
    words = [word for each in formats for word in ("-f", each)]
    ran = evalkit("validate", "--no-cache", *words, cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"evalkit: {message}")
    assert ran.err.count("\n") == 1
    assert sorted(folder.rglob("*")) == before


def test_help_names_every_format(evalkit):
    shown = evalkit("validate", "--help").out
    assert all(name in shown for name in ("text", "json", "github", "gitlab", "sarif", "junit"))


def test_github_is_chosen_under_github_actions_when_nothing_else_is(evalkit, write, monkeypatch):
    folder = write(FILES)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert sorted(github_places(evalkit("validate", *DAY, cwd=folder).out)) == FAULTS
    assert github_commands(evalkit("validate", *DAY, "-f", "text").out) == []
    assert evalkit("validate", *DAY, "-f", "sarif=a.sarif").out == ""
    monkeypatch.setenv("GITHUB_ACTIONS", "false")
    assert github_commands(evalkit("validate", *DAY).out) == []


def test_what_github_does_not_show_is_added_to_its_summary(evalkit, write, monkeypatch):
    folder = write(FILES)
    page = folder / "summary.md"
    page.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    evalkit("validate", *DAY, "-f", "text", cwd=folder)
    evalkit("validate", *DAY, "-f", "github=a.txt")
    assert page.read_text() == "before\n"
    evalkit("validate", *DAY, "-f", "github")
    # 16 errors, of which 10 are shown, and 4 warnings
    assert page.read_text("utf-8").startswith("before\n### evalkit: 16 errors, 4 warnings in ")
    assert page.read_text("utf-8").count("| error ") == 6


def test_a_summary_that_cannot_be_written_loses_no_finding(evalkit, write, monkeypatch):
    folder = write(FILES)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder))
    ran = evalkit("validate", *DAY, "-f", "github", cwd=folder)
    assert (ran.code, len(github_commands(ran.out))) == (1, 20)
    assert ran.err.startswith(f"evalkit: cannot write the step summary {folder}: ")


def test_hosts_get_paths_from_the_root_of_the_repository(evalkit, write):
    folder = write({f"shop/{EXAMPLEPAY}": VENDOR + "  webhooks: true\n"})
    (folder / ".git").mkdir()
    path = f"shop/{EXAMPLEPAY}"
    words = ("validate", "shop/vendors", *DAY, "-f")
    places = {
        "github": github_places, "gitlab": gitlab_places, "sarif": sarif_places,
    }  # fmt: skip
    for name, read in places.items():
        assert path in {place[0] for place in read(evalkit(*words, name, cwd=folder).out)}
    assert f'classname="{path}"' in evalkit(*words, "junit").out
    assert json.loads(evalkit(*words, "json").out)["diagnostics"][0]["path"] == EXAMPLEPAY


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are not UTF-8")
@pytest.mark.parametrize("name", ["text", "json", "github", "gitlab", "sarif", "junit"])
def test_a_file_name_that_is_not_utf8_breaks_no_format(evalkit, write, name):
    folder = write()
    (folder / "vendors" / os.fsdecode(b"caf\xe9.yaml")).write_text("")
    assert evalkit("validate", "-f", f"{name}=a", cwd=folder).code == 1
    assert evalkit("validate", "-f", name).code == 1
    assert "EK010" in (folder / "a").read_text("utf-8")


@pytest.mark.parametrize("name", ["github", "gitlab", "sarif", "junit"])
def test_no_format_imports_the_heavy_libraries(write, name):
    heavy = ("pandas", "numpy", "highspy", "jinja2", "babel", "http.client", "ssl")
    assert imported(heavy, ("validate", "-f", name), write({EXAMPLEPAY: ""}))[0] == []


@pytest.mark.parametrize("name", FORMATS)
def test_a_second_run_from_the_cache_says_the_same(write, name):
    folder = write({"vendors/payment-gateways/examplepay.yaml": VENDOR.replace("[rest]", "[rset]")})
    command = [sys.executable, "-m", "evalkit", "validate", "-f", name, "--as-of", "2026-11-29"]
    first, second = (
        subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        for _ in range(2)
    )
    assert first.returncode == 1
    assert (second.returncode, second.stdout, second.stderr) == (1, first.stdout, first.stderr)
