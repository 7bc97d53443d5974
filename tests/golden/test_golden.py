"""Whole answers, byte for byte: what changes in words, numbers or order is seen in review.

`pytest tests/golden --rewrite` writes them anew.
"""

import pytest

from tests.golden.cases import CASES
from tests.golden.stored import compare, left_over, names, stored


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.words[0]} {case.name}")
def test_the_answer_is_the_golden_one(case, answers, rewrite):
    found = answers(case)
    compare(found, rewrite=rewrite)
    if case.writes:
        assert left_over(set(found), case.name, rewrite=rewrite) == []


def test_no_golden_file_is_left_over(rewrite):
    files = {case.name for case in CASES if not case.writes}
    # What lies in a folder that a command writes has been held against what it writes.
    for case in CASES:
        if case.writes:
            files |= names(case.name)
    assert left_over(files, rewrite=rewrite) == []


def test_a_word_changed_in_a_page_is_one_line_of_the_difference():
    page = "<ul><li>one</li><li>two <b>three</b> four</li></ul>\n"
    old, new = (stored("x.html", each).splitlines() for each in (page, page.replace("two", "2")))
    assert [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]] == [
        ("<li>two <b>three</b> four</li>", "<li>2 <b>three</b> four</li>")
    ]


def test_json_has_a_value_a_line_and_no_more_digits_than_all_machines_agree_on():
    text = stored("x.json", '{"a": [0.1234567891234, -1e-17], "b": {"c": 100}}')
    assert text.splitlines() == [
        "{", ' "a": [', "  0.123456789,", "  0.0", " ],", ' "b": {', '  "c": 100', " }", "}",
    ]  # fmt: skip


def test_a_missing_and_a_changed_golden_file_fail():
    with pytest.raises(pytest.fail.Exception, match="There is no golden file"):
        compare({"clear/none.txt": "-"}, rewrite=False)
    with pytest.raises(pytest.fail.Exception, match=r"(?s)\n\+-.*pytest tests/golden --rewrite"):
        compare({"clear/score.txt": "-\n"}, rewrite=False)
