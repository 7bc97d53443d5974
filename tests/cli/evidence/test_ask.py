"""`evalkit ask` as a user meets it: who is asked what, what came back, and what is wrong with it."""

import pytest

from tests.cli.made import DAY, tree
from tests.evidence.made import EXAMPLEPAY, FILES, OTHERPAY


@pytest.fixture
def folder(write):
    return write(FILES)


def test_the_questions_are_shown_and_nobody_counts_as_asked(evalkit, folder):
    before = tree(folder)
    ran = evalkit("ask", "storefront-payments", cwd=folder)
    assert ran.code == 0
    assert "Otherpay: 2 questions\n   1. Rate limit (could change who is first)\n" in ran.out
    assert ran.out.endswith("Write them: evalkit ask storefront-payments -o questions\n")
    assert tree(folder) == before


def test_a_vendor_may_be_named(evalkit, folder):
    out = evalkit("ask", "storefront-payments", "ExamplePay", "--all", cwd=folder).out
    assert "ExamplePay: 1 question\n" in out
    assert "Otherpay" not in out


def test_where_nothing_matters_there_is_nothing_to_ask(evalkit, write):
    folder = write({OTHERPAY: None})
    assert evalkit("ask", "storefront-payments", cwd=folder).out == (
        "There is nothing to ask: no open fact could change the answer.\n"
    )


def test_each_vendor_gets_a_workbook_and_is_noted(evalkit, folder):
    due = ("--due", "2026-12-10")
    ran = evalkit("ask", "storefront-payments", "--all", "-o", "out", *due, *DAY, cwd=folder)
    assert sorted(file.name for file in (folder / "out").iterdir()) == [
        "storefront-payments-examplepay.xlsx", "storefront-payments-otherpay.xlsx",
    ]  # fmt: skip
    assert "out/storefront-payments-otherpay.xlsx: 2 questions" in ran.out
    told = evalkit("ask", "--status", *DAY, cwd=folder).out
    assert "otherpay: asked on 29 November 2026, due on 10 December 2026; " in told
    assert "0 of 2 questions answered, 2 waited for" in told
    late = evalkit(
        "ask", "storefront-payments", "--status", "--as-of", "2026-12-11", cwd=folder
    ).out
    assert "2 overdue\n    not answered: rate_limit, webhooks\n" in late


@pytest.mark.parametrize(
    ("name", "begin"),
    [("q.html", b"<!doctype html>"), ("q.yaml", b"# Questions"), ("q.xlsx", b"PK")],
)
def test_a_files_ending_chooses_the_form(evalkit, folder, name, begin):
    ran = evalkit("ask", "storefront-payments", "otherpay", "-o", name, cwd=folder)
    assert (ran.code, ran.out) == (0, "")
    assert (folder / name).read_bytes().startswith(begin)


def test_every_form_has_the_same_questions(evalkit, folder):
    for name in ("q.html", "q.yaml", "q.xlsx"):
        evalkit("ask", "storefront-payments", "otherpay", "-o", name, cwd=folder)
    # Three files, but the same questions: they were asked once.
    assert (folder / "asked/storefront-payments.yaml").read_text("utf-8").count("vendor:") == 1


def test_answers_are_not_overwritten_with_questions(evalkit, folder):
    ask = ("ask", "storefront-payments", "otherpay", "-o", "q.yaml")
    assert evalkit(*ask, cwd=folder).code == 0
    assert evalkit(*ask, cwd=folder).code == 0
    filled = (folder / "q.yaml").read_text("utf-8").replace("answer:", "answer: 5", 1)
    (folder / "q.yaml").write_text(filled, "utf-8")
    (folder / "asked/storefront-payments.yaml").unlink()
    ran = evalkit(*ask, cwd=folder)
    assert ran.code == 2
    assert ran.err == (
        "evalkit: nothing was written, because these may hold answers: q.yaml; name another "
        "--output\n"
    )
    assert (folder / "q.yaml").read_text("utf-8") == filled
    assert not (folder / "asked/storefront-payments.yaml").exists()


def test_without_a_file_one_vendors_questions_go_to_stdout(evalkit, folder):
    out = evalkit("ask", "storefront-payments", "otherpay", "-f", "yaml", cwd=folder).out
    assert out.startswith("# Questions to ")
    assert not (folder / "asked").exists()


def test_an_unclear_answer_is_asked_again_alone_with_the_reason(evalkit, folder):
    evalkit("ask", "storefront-payments", "otherpay", "-o", "q.yaml", cwd=folder)
    text = (folder / "q.yaml").read_text("utf-8")
    at = text.index("/rate_limit/")
    (folder / "q.yaml").write_text(text[:at] + text[at:].replace("answer:", 'answer: "1,000"', 1))
    assert evalkit("take", "q.yaml", "--write", cwd=folder).code == 1
    told = evalkit("ask", "--status", cwd=folder).out
    assert "rate_limit: “1,000” is not a number of requests/s" in told
    assert "1 unclear, 1 waited for" in told
    again = evalkit("ask", "storefront-payments", "--again", "-f", "yaml", cwd=folder).out
    assert again.count("- id:") == 1
    assert "still_open: " in again
    assert "“1,000” is not a number" in again
    other = evalkit("ask", "storefront-payments", "examplepay", "--again", cwd=folder).out
    assert "There is nothing to ask again" in other


def test_vendors_and_measures_that_are_gone_are_not_asked_again(evalkit, folder):
    back = "[{file: a, sha256: b, taken: 2026-11-02, unclear: {%s: why}}]"
    sent = "  - {vendor: %s, mark: m, asked: 2026-11-01, questions: [%s], back: %s}\n"
    rounds = [("gone", "webhooks"), ("otherpay", "withdrawn"), ("examplepay", "webhooks")]
    (folder / "asked").mkdir()
    (folder / "asked/storefront-payments.yaml").write_text(
        "plan: storefront-payments\nrounds:\n"
        + "".join(sent % (vendor, name, back % name) for vendor, name in rounds)
    )
    out = evalkit("ask", "storefront-payments", "--again", cwd=folder).out
    assert out.startswith("ExamplePay: 1 question\n   1. Webhooks (why)\n\n")
    assert out.endswith("Write them: evalkit ask storefront-payments --again -o questions\n")


def test_the_command_that_writes_them_asks_the_same(evalkit, folder):
    words = ("storefront-payments", "otherpay", "--all", "--with-criteria", "--due", "2026-12-10")
    out = evalkit("ask", *words, cwd=folder).out
    assert out.endswith(f"Write them: evalkit ask {' '.join(words)} -o questions\n")


def test_nothing_unclear_is_asked_again(evalkit, folder):
    out = evalkit("ask", "storefront-payments", "--again", cwd=folder).out
    assert out == "There is nothing to ask again: no answer was unclear.\n"


def test_before_anybody_was_asked_the_status_says_so(evalkit, folder):
    assert evalkit("ask", "--status", cwd=folder).out == "Nobody was asked yet.\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "name a plan, or use --status"),
        (["storefront-payments", "--status", "--again"], "choose one"),
        (["storefront-payments", "nobody"], "there is no vendor 'nobody'"),
        (["storefront-payments", "--all", "-o", "q.yaml"], "2 vendors take a file each"),
        (["storefront-payments", "-f", "csv"], "questions are not written as csv; use xlsx, html, yaml"),
        (["storefront-payments", "otherpay", "-f", "xlsx"], "name a file with --output"),
        (["storefront-payments", "otherpay", "-o", "q.pdf"], "this command writes no pdf"),
        (["storefront-payments", "--due", "soon"], "'soon' is not a date"),
        (["storefront-payments", "--answers", "-f", "html"], "answers are not written as html"),
        (["storefront-payments", "--answers", "-f", "xlsx"], "name a file with --output"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_said_and_nothing_is_written(evalkit, folder, words, message):
    before = tree(folder)
    ran = evalkit("ask", *words, cwd=folder)
    assert ran.code == 2
    assert message in ran.err
    assert tree(folder) == before


@pytest.mark.parametrize(
    ("name", "begin"), [("a.csv", b"Question,Unit"), ("a.md", b"# Answers"), ("a.xlsx", b"PK")]
)
def test_answers_stand_side_by_side_in_three_formats(evalkit, folder, name, begin):
    ran = evalkit("ask", "storefront-payments", "--answers", "-o", name, cwd=folder)
    assert ran.code == 0
    assert (folder / name).read_bytes().startswith(begin)


def test_answers_are_shown_as_markdown(evalkit, folder):
    evalkit("ask", "storefront-payments", "otherpay", "-o", "q.yaml", cwd=folder)
    out = evalkit("ask", "storefront-payments", "--answers", cwd=folder).out
    assert "| Question | Unit | Otherpay |" in out
    assert "| Rate limit | requests/s | no answer yet |" in out
    assert EXAMPLEPAY not in out
