"""`evalkit validate`: its options, and which findings end it with 1."""

import subprocess
import sys

import pytest

from tests.cli.validate.made import DAY, EXAMPLEPAY, FAULTY
from tests.conftest import VENDOR

WARNED = {EXAMPLEPAY: VENDOR + "  webhooks: true\n"}


def test_scoring_still_refuses_an_error_that_validate_leaves_out(evalkit, write):
    folder = write({**FAULTY, "evalkit.toml": 'ignore = ["EK303"]\n'})
    assert evalkit("validate", *DAY, cwd=folder).code == 0
    assert evalkit("score", "storefront-payments", *DAY).code == 1


@pytest.mark.parametrize(
    ("files", "words", "code"),
    [
        (FAULTY, (), 1),
        (FAULTY, ("--fail-on", "error"), 1),
        (FAULTY, ("--exit-zero",), 0),
        (WARNED, (), 0),
        (WARNED, ("--fail-on", "error"), 0),
        (WARNED, ("--fail-on", "warning"), 1),
        (WARNED, ("--fail-on", "warning", "--exit-zero"), 0),
        (WARNED, ("--fail-on", "warning", "--ignore", "EK301"), 0),
        ({}, ("--fail-on", "warning"), 0),
    ],
)
def test_what_leads_to_exit_1(evalkit, write, files, words, code):
    assert evalkit("validate", *DAY, *words, cwd=write(files)).code == code


def test_exit_zero_does_not_hide_that_nothing_could_be_checked(evalkit, write):
    assert evalkit("validate", "nowhere", "--exit-zero", cwd=write()).code == 2


@pytest.mark.parametrize(
    "option",
    ["--select", "--ignore", "--fail-on", "--exit-zero", "--baseline", "--write-baseline", "evalkit.toml"],
)  # fmt: skip
def test_help_names_every_option_in_lines_that_fit(evalkit, option, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    shown = evalkit("validate", "--help").out
    assert option in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_without_options_nothing_of_this_is_imported(write):
    script = (
        "import sys; from evalkit.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "names = ('evalkit.checking.baseline', 'evalkit.checking.codes', 'evalkit.checking.settings')\n"
        "names += ('evalkit.cli.validate.filters', 'tomllib')\n"
        "print([m for m in names if m in sys.modules], file=sys.stderr)"
    )
    folder = write(FAULTY)
    (folder / ".git").mkdir()
    ran = subprocess.run(
        [sys.executable, "-c", script, "validate"], cwd=folder, capture_output=True, text=True, check=True
    )  # fmt: skip
    assert ran.stderr.endswith("[]\n")
