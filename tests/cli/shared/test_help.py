"""What `--help` prints, at any width."""

import re

import pytest

from evalkit.cli.app import COMMANDS

WIDTHS = (20, 40, 60, 80, 120, 200)


def test_the_overview_is_that_of_the_design(evalkit, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    ran = evalkit("--help")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[:6] == [
        "Choose the vendors that a shop depends on, from facts you can defend.",
        "Usage: evalkit COMMAND [OPTIONS]",
        "",
        "Start    init, import  Make a workspace; turn a spreadsheet into one",
        "Decide   screen        Narrow a long list of vendors down",
        "         score         Rank vendors, and say how sure that is",
    ]
    assert "Share    report, spec  Write the report; write the integration specification" in lines
    assert lines[-2].startswith("Options  -h --help, ")
    assert lines[-1].startswith("Exit codes: 0 fine, 1 findings, 2 cannot run, 3 internal error")


def test_no_command_at_all_is_answered_with_the_overview(evalkit):
    assert evalkit().out == evalkit("--help").out != ""
    assert evalkit("--traceback").out == evalkit("--help").out


def test_the_overview_has_every_command_and_each_begins_with_a_verb(evalkit):
    text = evalkit("--help").out
    rows = re.findall(
        r"^(?:Start|Decide|Share|Ask|Check)?  +(\w+(?:, \w+)*)  +(\w+) ", text, re.MULTILINE
    )
    told = [name for names, _ in rows for name in names.split(", ")]
    assert sorted(told) == sorted(COMMANDS)
    verbs = {verb for _, verb in rows}
    assert verbs <= {"Make", "Narrow", "Rank", "Show", "Write", "Ask", "Check", "Explain"}


@pytest.mark.parametrize("words", [(), *((name,) for name in COMMANDS)])
def test_at_any_width_the_words_are_the_same_and_no_line_is_wider(evalkit, monkeypatch, words):
    pages = {}
    for width in WIDTHS:
        monkeypatch.setenv("COLUMNS", str(width))
        ran = evalkit(*words, "--help")
        assert ran.code == 0
        assert max(map(len, ran.out.splitlines())) <= max(width, 40)
        pages[width] = re.sub(r"Options:? ", "Options ", " ".join(ran.out.split()))
    assert len(set(pages.values())) == 1, pages


@pytest.mark.parametrize("columns", ["0", "x", "-5"])
def test_a_width_that_is_none_counts_as_80(evalkit, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", "80")
    wanted = evalkit("fit", "--help").out
    monkeypatch.setenv("COLUMNS", columns)
    assert evalkit("fit", "--help").out == wanted


def test_a_page_names_arguments_and_options_with_their_meaning(evalkit, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    lines = evalkit("fit", "--help").out.splitlines()
    assert lines[0] == "Usage: evalkit fit [OPTIONS] PLAN|EVALUATION.json"
    assert lines[2] == "Show which data flows each vendor can carry."
    assert "  PLAN|EVALUATION.json  A plan, or an evaluation in JSON. [required]" in lines
    assert any(re.match(r"  --vendor VENDOR  +Show this vendor's routes", line) for line in lines)
    assert not any("<str>" in line or "<path>" in line for line in lines)


def test_narrow_an_option_has_a_line_of_its_own(evalkit, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    lines = evalkit("fit", "--help").out.splitlines()
    at = lines.index("  --vendor VENDOR")
    assert lines[at + 1] == "      Show this vendor's routes, with"
    overview = evalkit("--help").out.splitlines()
    assert "Decide" in overview
    assert "  explain       Show where a vendor's" in overview


def test_read_aloud_a_colon_stands_between_a_name_and_its_meaning(evalkit, monkeypatch):
    monkeypatch.setenv("EVALKIT_PLAIN", "1")
    monkeypatch.setenv("COLUMNS", "80")
    lines = evalkit("--help").out.splitlines()
    assert any("fit: Show which data flows each vendor can carry" in line for line in lines)
    assert "  -h, --help: Show this message and exit." in evalkit("fit", "--help").out.splitlines()


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_command_explains_itself_beginning_with_a_verb(evalkit, option):
    for name in COMMANDS:
        ran = evalkit(name, option)
        said = ran.out.split("\n\n")[1]
        assert (ran.code, ran.err) == (0, "")
        assert re.match("(Create|Rank|Explain|Show|Write|Ask|Take|Check|Print) ", said), said
