"""Rules about facts from whose dates an age is counted."""

import pytest

from tests.evaluation.derived.aged import SOURCE, aged
from tests.rules.made import OTHERPAY, marked

LOOKED = f"{SOURCE}, checked: 2026-11-02"
NEWEST = "write the date of the newest one, such as 2024-09-27"


@pytest.fixture
def found(loaded):
    """The findings about a fact, and what they mark."""

    def find(**facts):
        return [(d.code, marked(d), d.message, d.hint) for d in loaded(aged(**facts)).diagnostics]

    return find


def test_a_date_from_which_an_age_is_counted_has_no_findings(found):
    fact = f"{{value: 2024-09-27, {LOOKED}, conflicts: [{{value: 2024-09-26, {LOOKED}}}]}}"
    assert found(released=fact) == []
    assert found(released=f"{{unknown: true, looked: [{{{LOOKED}}}]}}") == []
    assert found(released=f"{{not_applicable: it has none, {LOOKED}}}") == []


@pytest.mark.parametrize(
    ("value", "shown", "hint"),
    [
        ("57", "`57`", NEWEST),
        ("soon", "`soon`", NEWEST),
        ("true", "`true`", NEWEST),
        ("[2024-09-27]", "a list", NEWEST),
        # There is no such day, and two readings.
        ("2024-02-30", "`2024-02-30`", NEWEST),
        ("02/03/2024", "`02/03/2024`", NEWEST),
        ("27.9.2024", "`27.9.2024`", "write year-month-day: 2024-09-27"),
        ("20240927", "`20240927`", "write year-month-day: 2024-09-27"),
    ],
)
def test_a_fact_on_an_age_is_a_date(found, value, shown, hint):
    message = f"this measure takes a date, not {shown}"
    assert found(released=f"{{value: {value}, {LOOKED}}}") == [("EK304", value, message, hint)]


def test_a_conflict_on_an_age_is_a_date_too(found):
    fact = f"{{value: 2024-09-27, {LOOKED}, conflicts: [{{value: 57, {LOOKED}}}]}}"
    assert found(released=fact) == [("EK304", "57", "this measure takes a date, not `57`", NEWEST)]


@pytest.mark.parametrize(
    ("form", "mark", "message"),
    [
        ("low: 40, high: 60", "40", "this measure takes a date, not a range of numbers"),
        ("at_least: [2024-09-27]", "at_least", "this measure takes a date, not `at_least`"),
    ],
)
def test_an_age_is_never_a_range_of_numbers_nor_a_list(found, form, mark, message):
    ((code, marks, says, _),) = found(released=f"{{{form}, {LOOKED}}}")
    assert (code, marks, says) == ("EK304", mark, message)


def test_a_date_is_refused_where_no_age_is_counted(found):
    ((code, _, message, _),) = found(releases=f"{{value: 2024-09-27, {LOOKED}}}")
    assert (code, message) == ("EK304", "this measure takes a number, not `2024-09-27`")


def test_the_newest_one_is_not_later_than_the_day_on_which_it_was_seen(found):
    assert found(released=f"{{value: 2026-11-03, {LOOKED}}}") == [
        (
            "EK321", "2026-11-03", "released is 2026-11-03, after 2026-11-02, when it was checked",
            "correct one of the two dates",
        )
    ]  # fmt: skip
    assert found(released=f"{{value: 2026-11-02, {LOOKED}}}") == []


def test_the_newest_one_is_not_in_the_future(found):
    found_ = found(released=f"{{value: 2026-11-25, {SOURCE}}}")
    assert found_[-1][:3] == ("EK321", "2026-11-25", "released is 2026-11-25, after 2026-11-23")
    assert [code for code, *_ in found(released=f"{{value: 2026-11-24, {SOURCE}}}")] == ["EK307"]


def test_a_date_in_words_elsewhere_is_no_age(found):
    assert found(api_description=f"{{value: 2030-01-01, {LOOKED}}}") == []


def test_a_date_in_another_form_is_written_anew(evalkit, write):
    folder = write(aged(released=f"{{value: 27.9.2024, {LOOKED}}}"))
    ran = evalkit("validate", folder, "--fix", "--as-of", "2026-11-23")
    assert f"released: {{value: 2024-09-27, {LOOKED}}}" in (folder / OTHERPAY).read_text()
    assert "0 errors" in ran.out


def test_a_number_of_days_is_not_taken_for_a_date(evalkit, write):
    folder = write(aged(released=f"{{value: 57, {LOOKED}}}"))
    before = (folder / OTHERPAY).read_text()
    evalkit("validate", folder, "--fix", "--as-of", "2026-11-23")
    assert (folder / OTHERPAY).read_text() == before
