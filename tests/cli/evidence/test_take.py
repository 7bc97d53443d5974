"""`evalkit take` as a user meets it."""

import os

import pytest

from tests.cli.made import DAY, tree
from tests.evidence.made import FILES, OTHER, OTHERPAY, book_of, of_plan, rows_of

TWO = {"webhooks": {"answer": "yes", "date": "2026-11-20"}, "rate_limit": {"answer": "100"}}


def content(folder):
    return {name: (folder / name).read_bytes() for name in tree(folder)}


@pytest.fixture
def folder(write):
    return write(FILES)


@pytest.fixture
def back(loaded):
    """A workspace with a workbook that came back."""

    def make(answers=TWO, files=None, **how):
        workspace = loaded({**FILES, **(files or {})})
        (workspace.folder / "a.xlsx").write_bytes(
            book_of(rows_of(of_plan(workspace), answers), **how)
        )
        return workspace.folder

    return make


def test_changes_are_shown_and_nothing_is_written(evalkit, back):
    folder = back()
    before = tree(folder)
    ran = evalkit("take", "a.xlsx", cwd=folder)
    assert ran.code == 0
    assert f"--- a/{OTHERPAY}" in ran.out
    assert "+    kind: vendor-answer" in ran.out
    assert "taken: a.xlsx, Questions, G2: Otherpay, Webhooks" in ran.err
    assert "add --write" in ran.err
    assert tree(folder) == before


def test_written_once_they_are_there_and_a_second_time_changes_nothing(evalkit, back):
    folder = back()
    assert evalkit("take", "a.xlsx", "--write", cwd=folder).code == 0
    after = content(folder)
    text = (folder / OTHERPAY).read_text("utf-8")
    assert text.startswith(OTHER.splitlines(keepends=True)[0])
    assert "# the old one" in text
    again = evalkit("take", "a.xlsx", "--write", cwd=folder)
    assert "nothing to take" in again.err
    assert content(folder) == after
    assert evalkit("validate", *DAY, cwd=folder).code == 0


def test_a_byte_order_mark_and_line_ends_stay(evalkit, back):
    other = "\ufeff" + OTHER.replace("\n", "\r\n")
    folder = back(files={OTHERPAY: other})
    evalkit("take", "a.xlsx", "--write", cwd=folder)
    raw = (folder / OTHERPAY).read_bytes().decode()
    assert raw.startswith("\ufeffid: otherpay\r\n")
    assert raw.count("\n") == raw.count("\r\n")


def test_what_could_not_be_taken_is_said_and_the_rest_is_written(evalkit, back):
    folder = back({**TWO, "rate_limit": {"answer": "1,000"}})
    ran = evalkit("take", "a.xlsx", "--write", cwd=folder)
    assert ran.code == 1
    assert "a.xlsx, Questions, G3: Otherpay, Rate limit: “1,000” is not a number" in ran.err
    assert "vendor-answer" in (folder / OTHERPAY).read_text("utf-8")


def test_what_came_back_is_noted(evalkit, folder):
    evalkit("ask", "storefront-payments", "otherpay", "-o", "q.yaml", *DAY, cwd=folder)
    text = (folder / "q.yaml").read_text("utf-8")
    at = text.index("/webhooks/")
    (folder / "q.yaml").write_text(text[:at] + text[at:].replace("answer:", "answer: true", 1))
    evalkit("take", "q.yaml", "--write", *DAY, cwd=folder)
    assert "1 of 2 questions answered, 1 waited for" in evalkit("ask", "--status", cwd=folder).out


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("gone.xlsx", None, "cannot read gone.xlsx"),
        ("x.xlsx", book_of([["Vendor"], ["Vee"]]), "x.xlsx is no questionnaire of evalkit"),
        ("x.yaml", b"vendors: []", "x.yaml is no questionnaire of evalkit"),
        ("x.json", b"{", "x.json: this is not JSON"),
    ],
)
def test_what_is_no_questionnaire_is_refused(evalkit, folder, name, raw, message):
    if raw is not None:
        (folder / name).write_bytes(raw)
    ran = evalkit("take", name, cwd=folder)
    assert ran.code == 2
    assert message in ran.err


def test_a_file_that_changes_in_the_meantime_is_not_written_over(evalkit, back, monkeypatch):
    folder = back()
    written = os.fsync

    def meanwhile(descriptor):
        (folder / OTHERPAY).write_text(f"# mine\n{OTHER}")
        written(descriptor)

    monkeypatch.setattr(os, "fsync", meanwhile)
    ran = evalkit("take", "a.xlsx", "--write", cwd=folder)
    assert ran.code == 2
    assert "changed in the meantime; nothing was written" in ran.err
    assert (folder / OTHERPAY).read_text("utf-8") == f"# mine\n{OTHER}"


def test_a_vendor_whose_file_has_errors_is_not_touched(evalkit, back):
    folder = back()
    broken = OTHER.replace("api_style", "api_stile")
    (folder / OTHERPAY).write_text(broken)
    ran = evalkit("take", "a.xlsx", "--write", cwd=folder)
    assert "no usable file of a vendor `otherpay`" in ran.err
    assert (folder / OTHERPAY).read_text("utf-8") == broken


def test_an_answer_changes_the_answer(evalkit, write):
    # Otherpay is not ranked as long as its rate is open; with it, it is ahead by far.
    folder = write(FILES)
    assert "Otherpay" in evalkit("score", "storefront-payments", cwd=folder).out
    before = evalkit("score", "storefront-payments", "-f", "csv", cwd=folder).out
    evalkit("ask", "storefront-payments", "otherpay", "-o", "q.yaml", cwd=folder)
    text = (folder / "q.yaml").read_text("utf-8")
    at = text.index("/rate_limit/")
    (folder / "q.yaml").write_text(text[:at] + text[at:].replace("answer:", "answer: 100", 1))
    evalkit("take", "q.yaml", "--write", cwd=folder)
    after = evalkit("score", "storefront-payments", "-f", "csv", cwd=folder).out
    first = [
        next(row for row in text.splitlines() if ",1," in row or row.startswith("1,"))
        for text in (before, after)
    ]
    assert "examplepay" in first[0].casefold()
    assert "otherpay" in first[1].casefold()
    told = evalkit("explain", "storefront-payments", "otherpay", cwd=folder).out
    assert "It meets every must-have, on the vendor's word for rate limit." in " ".join(
        told.split()
    )


def test_an_endless_answer_is_told_in_short_and_noted(evalkit, folder):
    evalkit("ask", "storefront-payments", "otherpay", "-o", "q.yaml", cwd=folder)
    text = (folder / "q.yaml").read_text("utf-8")
    at = text.index("/rate_limit/")
    long = "x" * 30_000
    (folder / "q.yaml").write_text(text[:at] + text[at:].replace("answer:", f"answer: {long}", 1))
    ran = evalkit("take", "q.yaml", "--write", cwd=folder)
    assert ran.code == 1
    assert len(ran.err) < 400
    assert "1 unclear" in evalkit("ask", "--status", cwd=folder).out
