"""The tests of pages notice what they are there for."""

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
