"""`evalkit rule` as a user meets it."""

import pytest

from tests.cli.made import imported
from tests.conftest import ROOT


def test_rules_are_listed_and_explained(evalkit):
    assert "EK301  warning  A fact should name its source." in evalkit("rule").out
    assert evalkit("rule", "ek301").out.startswith(
        "EK301 fact-without-source (warning, vendors and facts, since 0.1.0)"
    )


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (["EK301", "--all"], "--all explains every rule; omit EK301 or --all"),
        (["EK999"], "there is no rule 'EK999'; `evalkit rule` lists them all"),
        (["EK999", "-f", "json"], "there is no rule 'EK999'; `evalkit rule` lists them all"),
    ],
)
def test_what_cannot_be_explained_is_one_line_and_exit_2(evalkit, given, message):
    ran = evalkit("rule", *given)
    assert (ran.code, ran.out, ran.err) == (2, "", f"evalkit: {message}\n")


@pytest.mark.parametrize("style", ["text", "markdown", "json"])
def test_no_format_of_the_rules_imports_the_heavy_libraries(style):
    heavy = ("pandas", "numpy", "highspy", "jinja2", "babel", "markdown_it")
    assert imported(heavy, ("rule", "--all", "-f", style), ROOT)[0] == []


def test_on_a_terminal_the_manual_is_wrapped_and_its_examples_are_not(evalkit, monkeypatch):
    piped = evalkit("rule", "EK302").out
    monkeypatch.setattr("sys.stdout.__class__.isatty", lambda _: True, raising=False)
    monkeypatch.setenv("COLUMNS", "40")
    shown = evalkit("rule", "EK302").out
    assert " ".join(shown.split()) == " ".join(piped.split())
    before, examples = shown.split("Bad:")
    assert max(map(len, before.splitlines())) <= 40
    assert examples == piped.split("Bad:")[1]
    listed = evalkit("rule").out.splitlines()
    assert max(map(len, listed)) <= 40
