"""The format of an output comes from its suffix, and never against what was asked for."""

from pathlib import Path

import pytest

from evalkit.cli.shared.formats import format_for, syntax_of
from evalkit.errors import EvalkitError

SCORE = ("table", "json", "csv", "markdown", "xlsx", "facts-csv")
VALIDATE = ("text", "json", "github", "gitlab", "sarif", "junit")


@pytest.mark.parametrize(
    ("style", "output", "known", "chosen"),
    [
        (None, None, SCORE, "table"),
        ("csv", None, SCORE, "csv"),
        (None, "r.JSON", SCORE, "json"),
        (None, "a.b.csv", SCORE, "csv"),
        (None, "r.xlsx", SCORE, "xlsx"),
        ("facts-csv", "r.csv", SCORE, "facts-csv"),
        (None, "r.md", SCORE, "markdown"),
        (None, "r.markdown", ("html", "markdown"), "markdown"),
        (None, "r.htm", ("html", "markdown"), "html"),
        (None, "r.txt", SCORE, "table"),
        (None, "r.txt", ("html", "markdown"), "markdown"),
        (None, "r", SCORE, "table"),
        (None, "/dev/stdout", ("html", "markdown"), "html"),
        (None, ".json", SCORE, "table"),
        ("json", "r.txt", SCORE, "json"),
        ("json", "r.evaluation", SCORE, "json"),
        ("csv", "r.CSV", SCORE, "csv"),
        (None, "f.json", VALIDATE, "json"),
        (None, "f.sarif", VALIDATE, "sarif"),
        (None, "f.xml", VALIDATE, "junit"),
        ("sarif", "f.json", VALIDATE, "sarif"),
        ("gitlab", "f.json", VALIDATE, "gitlab"),
        (None, "x.schema", ("json",), "json"),
        (None, "x.json", ("json",), "json"),
        (None, "r.pdf", ("html", "markdown", "pdf"), "pdf"),
        ("pdf", "r", ("html", "markdown", "pdf"), "pdf"),
    ],
)
def test_which_format(style, output, known, chosen):
    assert format_for(style, output and Path(output), known) == chosen


@pytest.mark.parametrize(
    ("style", "output", "known", "message"),
    [
        ("json", "r.md", SCORE, "--format json contradicts r.md: .md is for markdown; change one"),
        ("json", "f.sarif", VALIDATE, "--format json contradicts f.sarif: .sarif is for sarif; change one"),
        ("table", "r.csv", SCORE, "--format table contradicts r.csv: .csv is for csv; change one"),
        (None, "r.html", SCORE, "cannot write r.html: this command writes no html; end it in .txt or .json or .csv or .markdown or .xlsx, or add --format"),
        (None, "r.docx", SCORE, "cannot write r.docx: .docx stands for no format; end it in"),
        (None, "x.md", ("json",), "cannot write x.md: this command writes no markdown; end it in .json, or add --format"),
    ],
)  # fmt: skip
def test_what_contradicts_or_stands_for_nothing_is_refused(style, output, known, message):
    with pytest.raises(EvalkitError) as error:
        format_for(style, Path(output), known)
    assert str(error.value).startswith(message)


def test_formats_for_programs_have_their_own_syntax():
    assert [syntax_of(each) for each in ("sarif", "gitlab", "junit", "table", "csv")] == [
        "json", "json", "html", "text", "csv",
    ]  # fmt: skip
