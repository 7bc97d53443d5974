"""Checking with a cache or in several processes finds what a full check finds."""

import datetime
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalkit.checking.check import check
from evalkit.checking.load import load
from tests.checking.states import STATES, put
from tests.conftest import BASE, DAY, ROOT, examples


@given(st.lists(st.sampled_from([(p, s) for p, states in STATES.items() for s in states])))
@settings(max_examples=examples(60))
def test_whatever_changed_the_cache_gives_what_reading_anew_gives(changes):
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for path, text in BASE.items():
            put(folder, path, text)
        for path, text in changes:
            put(folder, path, text)
            found = check(folder, DAY)
            assert found.diagnostics == load(folder, DAY).diagnostics
        assert check(folder, DAY) == check(folder, DAY, cached=False)


def test_the_day_counts(write):
    folder = write()
    assert check(folder, DAY).diagnostics == ()
    late = check(folder, datetime.date(2029, 1, 1))
    assert {d.code for d in late.diagnostics} == {"EK308"}
    assert check(folder, DAY).diagnostics == ()


@pytest.fixture(scope="module")
def alone():
    found = load(ROOT, DAY).diagnostics
    assert len(found) > 50
    return found


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_several_processes_find_what_one_finds(alone, jobs):
    assert check(ROOT, DAY, cached=False, jobs=jobs).diagnostics == alone


def test_a_second_run_imports_neither_models_nor_parser(write):
    folder = write()
    script = (
        "import sys\nfrom evalkit.cli import main\n"
        "sys.argv = ['evalkit', 'validate', '--as-of', '2026-11-23']\n"
        "try: main()\n"
        "except SystemExit: print(*sorted({'evalkit.model', 'evalkit.rules', 'yaml'} & set(sys.modules)))"
    )
    said = [
        subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=True).stdout.splitlines()[-1]
        for _ in range(2)
    ]  # fmt: skip
    assert said[0] == "evalkit.model evalkit.rules yaml"
    assert said[1] == ""
