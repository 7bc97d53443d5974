"""Checking with a cache or in several processes finds what a full check finds."""

import datetime
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from evalkit.checking.check import check
from evalkit.checking.load import load
from tests.checking.states import EXAMPLEPAY, OTHERPAY, STATES, STOREFRONT, put
from tests.conftest import BASE, DAY, ROOT, examples

CHANGES = st.lists(st.sampled_from([(p, s) for p, states in STATES.items() for s in states]))


@given(CHANGES)
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


@given(CHANGES, st.booleans())
@example(changes=[(OTHERPAY, STATES[OTHERPAY][3])], is_kept=False)  # another file of the same id
@example(changes=[(OTHERPAY, STATES[OTHERPAY][4])], is_kept=False)  # the same id with an escape
@example(
    changes=[(EXAMPLEPAY, STATES[EXAMPLEPAY][3]), (STOREFRONT, STATES[STOREFRONT][1])], is_kept=True
)
@settings(max_examples=examples(60))
def test_of_one_file_everything_is_found_that_is_found_among_all(changes, is_kept):
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for path, text in [*BASE.items(), *changes]:
            put(folder, path, text)
        whole = check(folder, DAY, cached=is_kept)
        for path in whole.files:
            alone = check(folder, DAY, cached=is_kept, only=[path])
            found, expected = (
                [each for each in run.diagnostics if each.path == path] for run in (alone, whole)
            )
            assert found == expected
            assert alone.files == whole.files


def test_of_a_file_of_this_repository_everything_is_found():
    whole = check(ROOT, DAY, cached=False).diagnostics
    for path in sorted({each.path for each in whole})[::5]:
        alone = check(ROOT, DAY, cached=False, only=[path]).diagnostics
        assert [each for each in alone if each.path == path] == [
            each for each in whole if each.path == path
        ]


def test_for_one_file_no_other_vendors_file_is_checked(write):
    """It answers at once in a workspace of thousands."""
    folder = write({OTHERPAY: "name: ["})
    assert {each.path for each in check(folder, DAY).diagnostics} == {OTHERPAY}
    assert check(folder, DAY, only=[EXAMPLEPAY]).diagnostics == ()


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
