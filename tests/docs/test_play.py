"""The tests of pages notice errors in pages."""

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.docs.play import played


def page(*lines, language="console"):
    return "\n".join([f"```{language}", *lines, "```", ""])


def test_what_a_command_prints_takes_the_place_of_what_is_shown(tmp_path):
    assert played(page("$ echo one", "two"), tmp_path) == page("$ echo one", "one")


def test_an_error_is_shown_like_anything_else(tmp_path):
    real = played(page("$ evalkit rule EK999"), tmp_path)
    assert real == page("$ evalkit rule EK999", "evalkit: there is no rule 'EK999'; `evalkit rule` lists them all")  # fmt: skip


def test_lines_may_be_left_out_in_one_place(tmp_path):
    shown = page("$ seq 5", "1", "…", "5")
    assert played(shown, tmp_path) == shown
    assert played(page("$ seq 5", "1", "…", "x", "y"), tmp_path) == page("$ seq 5", "1", "…", "4", "5")  # fmt: skip
    assert played(page("$ seq 2", "1", "…", "2"), tmp_path) == page("$ seq 2", "1", "2")


def test_something_is_shown_of_what_a_command_prints(tmp_path):
    with pytest.raises(AssertionError):
        played(page("$ seq 5", "…"), tmp_path)


def test_a_file_is_written_where_its_comment_says_and_read_by_the_next_command(tmp_path):
    text = (
        page("# a/b.yaml", "one: 1", language="yaml")
        + page("# a/b.yaml (continued)", "two: 2", language="yaml")
        + page("$ cd a", "$ cat b.yaml", "# a/b.yaml", "one: 1", "# a/b.yaml (continued)", "two: 2")
    )
    assert played(text, tmp_path) == text


def test_only_a_file_that_is_there_is_continued(tmp_path):
    with pytest.raises(AssertionError):
        played(page("# a.yaml (continued)", "two: 2", language="yaml"), tmp_path)


def test_every_command_is_run(tmp_path):
    played(page("$ echo one >> a", "$ echo two >> a", "", "$ echo three >> a"), tmp_path)
    assert (tmp_path / "a").read_text() == "one\ntwo\nthree\n"


def test_a_page_is_read_at_a_terminal_of_80_columns_and_not_on_a_host(tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    text = page("$ echo $COLUMNS$GITHUB_ACTIONS", "80")
    assert played(text, tmp_path) == text


def test_nothing_of_a_page_stays_behind(tmp_path, monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)

    def around():
        return Path.cwd(), dict(os.environ), sys.argv, signal.getsignal(signal.SIGTERM)

    before = around()
    played(page("$ mkdir a", "$ cd a", "$ evalkit --version"), tmp_path)
    assert around() == before


def test_what_depends_on_the_day_is_left_out(tmp_path):
    remark = "evalkit: 21 entries used here are stale and 11 undated; see evalkit validate"
    assert played(page(f"$ echo one; echo '{remark}'"), tmp_path) == page(f"$ echo one; echo '{remark}'", "one")  # fmt: skip
