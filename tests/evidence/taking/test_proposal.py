"""What answers change in a workspace, and what is wrong with them."""

import pytest

from evalkit.evidence.asking.questions import ANSWER
from evalkit.evidence.asking.workbook import SHOWN
from evalkit.evidence.taking.proposal import propose
from evalkit.source.document import parse
from tests.conftest import DAY, PLAN, VENDOR
from tests.evidence.made import FILES, OTHER, OTHERPAY, book_of, of_plan, returned, rows_of

TWO = {
    "webhooks": {"answer": "yes", "date": "2026-11-20"},
    "rate_limit": {"answer": "100", "date": "2026-11-20"},
}


@pytest.fixture
def taken(loaded, tmp_path):
    """What a workbook changes, after something was done to its rows or to the workspace."""

    def run(answers=TWO, change=None, then=None, made=None, **how):
        workspace = loaded(FILES)
        rows = rows_of(made or of_plan(workspace), answers)
        if change:
            change(rows)
        if then:
            workspace = loaded({**FILES, **then})
        back = returned(tmp_path, book_of(rows, **how))
        ((_, found),) = propose(workspace, (back,), DAY)
        return found

    return run


def test_two_answers_are_two_facts_with_their_cells_and_all_else_stays(taken):
    found = taken()
    facts = parse(found.texts[OTHERPAY], "").data["facts"]
    assert {name: facts[name]["found_in"]["cell"] for name in TWO} == {
        "webhooks": "G2",
        "rate_limit": "G3",
    }
    assert facts["webhooks"]["value"] is True
    kept = OTHER.splitlines(keepends=True)[:5]
    assert found.texts[OTHERPAY].startswith("".join(kept))
    assert found.taken == [
        "answers.xlsx, Questions, G2: Otherpay, Webhooks",
        "answers.xlsx, Questions, G3: Otherpay, Rate limit",
    ]
    assert found.findings == []
    assert found.answered == {("storefront-payments", "otherpay"): ["webhooks", "rate_limit"]}


def test_taking_it_twice_changes_nothing(taken):
    first = taken()
    again = taken(then={OTHERPAY: first.texts[OTHERPAY]})
    assert (again.texts, again.taken, again.findings) == ({}, [], [])


def set_text(head, text):
    def change(rows):
        rows[1][rows[0].index(SHOWN[head])] = text

    return change


@pytest.mark.parametrize("head", ["question", "unit", "form"])
def test_a_question_that_was_rewritten_in_the_file_is_not_taken(taken, head):
    found = taken(change=set_text(head, "Do you like it?"))
    assert found.findings == [
        "answers.xlsx, Questions, G2: Otherpay, Webhooks: the text of the question was changed in "
        "the file; not taken"
    ]
    assert list(found.unclear["storefront-payments", "otherpay"]) == ["webhooks"]
    assert len(found.taken) == 1


def test_what_else_is_written_beside_a_question_changes_nothing(taken):
    assert len(taken(change=set_text("title", "Hooks")).taken) == 2


def test_a_formula_and_a_hidden_row_are_not_taken(taken):
    found = taken(hidden=[1], formulas=[(2, 7 - 1)])
    assert found.texts == {}
    assert "the row is hidden" in found.findings[0]
    assert f"a formula stands under “{ANSWER}”" in found.findings[1]


def test_an_answer_that_is_there_twice_is_not_taken(taken):
    found = taken(change=lambda rows: rows.append(list(rows[1])))
    assert [
        line.endswith("it is answered twice in this file; not taken") for line in found.findings
    ] == [True, True]
    assert len(found.taken) == 1


def other_id(*steps):
    def change(rows):
        for row in rows[1:]:
            mine = row[0].split("/")
            row[0] = "/".join(new or old for old, new in zip(mine, steps, strict=True))

    return change


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        (("other-plan", "", "", ""), "the plan `other-plan`, which is not in this workspace"),
        (("", "nobody", "", ""), "no usable file of a vendor `nobody`"),
        (("", "", "gone", ""), "no measure `gone` any more"),
        (("", "", "", "0123456789ab"), "in other words now; ask again"),
    ],
)
def test_another_plans_workbook_and_old_questions_are_not_taken(taken, steps, words):
    found = taken(change=other_id(*steps))
    assert found.texts == {}
    assert all(words in line for line in found.findings)
    assert len(found.findings) == 2


def test_a_row_without_its_id_is_not_taken(taken):
    def change(rows):
        rows[1][0] = "17"

    found = taken(change=change)
    assert found.findings == [
        "answers.xlsx, Questions, G2: the hidden id of this question is gone; not taken"
    ]


def test_empty_rows_are_nobodys_fault(taken):
    found = taken(answers={}, change=other_id("other-plan", "", "", ""))
    assert (found.texts, found.findings, found.answered) == ({}, [], {})


def test_an_unclear_answer_is_asked_again_with_the_reason(taken):
    found = taken(answers={"rate_limit": {"answer": "1,000"}})
    assert found.texts == {}
    reason = "“1,000” is not a number of requests/s, such as 12.5, or a range as 5 to 10"
    assert found.unclear == {("storefront-payments", "otherpay"): {"rate_limit": reason}}


def test_two_files_change_one_vendor_one_after_the_other(loaded, tmp_path):
    workspace = loaded(FILES)
    made = of_plan(workspace)
    files = tuple(
        returned(tmp_path, book_of(rows_of(made, {name: TWO[name]})), f"{name}.xlsx")
        for name in TWO
    )
    *_, (_, last) = propose(workspace, files, DAY)
    facts = parse(last.texts[OTHERPAY], "").data["facts"]
    assert {name: facts[name]["found_in"]["file"] for name in TWO} == {
        "webhooks": "webhooks.xlsx", "rate_limit": "rate_limit.xlsx",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("day", "value", "findings"),
    [
        # A later answer replaces the earlier one, whichever file is named first.
        ("2026-11-21", 200, []),
        ("2026-11-20", 100, ["one.xlsx says otherwise; take only the later of the two"]),
        ("2026-11-19", 100, ["the file holds a later answer, of 2026-11-20"]),
        ("", 100, ["it has no date, and the file holds an answer of 2026-11-20"]),
    ],
)
def test_of_two_files_that_contradict_each_other_the_later_answer_is_taken(
    loaded, tmp_path, day, value, findings
):
    workspace = loaded(FILES)
    answers = {"one": ("100", "2026-11-20"), "two": ("200", day)}
    files = tuple(
        returned(
            tmp_path,
            book_of(rows_of(of_plan(workspace), {"rate_limit": {"answer": text, "date": on}})),
            f"{name}.xlsx",
        )
        for name, (text, on) in answers.items()
    )
    *_, (_, last) = propose(workspace, files, DAY)
    assert parse(last.texts[OTHERPAY], "").data["facts"]["rate_limit"]["value"] == value
    place = "two.xlsx, Questions, G3: Otherpay, Rate limit"
    assert last.findings == [f"{place}: {each}; not taken" for each in findings]


def test_a_vendor_answers_for_no_other(taken, loaded):
    competitor = of_plan(loaded(FILES), "webhooks", vendor="examplepay")
    found = taken(
        change=lambda rows: rows.extend(rows_of(competitor, {"webhooks": {"answer": "no"}})[1:])
    )
    assert (found.texts, found.findings) == (
        {},
        [
            "answers.xlsx: it answers for several vendors: examplepay, otherpay; nothing of it was taken"
        ],
    )


def test_the_same_question_for_another_plan_is_another_question(taken):
    plan = PLAN.replace("id: storefront-payments", "id: second")
    found = taken(change=other_id("second", "", "", ""), then={"plans/second.yaml": plan})
    assert list(found.answered) == [("second", "otherpay")]
    assert VENDOR not in found.texts.values()


def test_hidden_characters_in_a_question_are_no_change(loaded, tmp_path):
    criteria = loaded().folder / "criteria/payment-gateways.yaml"
    text = criteria.read_text("utf-8").replace(
        "      webhooks:\n", '      webhooks:\n        question: "Push\u00ad or pull?"\n'
    )
    workspace = loaded({**FILES, "criteria/payment-gateways.yaml": text})
    back = returned(tmp_path, book_of(rows_of(of_plan(workspace), TWO)))
    ((_, found),) = propose(workspace, (back,), DAY)
    assert found.findings == []
