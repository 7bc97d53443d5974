"""`evalkit validate` as a user meets it."""

import json
import sys

import pytest

from tests.cli.made import DAY, EXAMPLEPAY, OTHERPAY
from tests.conftest import PLAN, VENDOR


def test_validate_reports_every_problem_of_every_file_in_order(evalkit, write):
    folder = write({
        OTHERPAY: "id: otherpay\nname: 1\ncategory: payment-gateways\nfacts:\n  rate_limt: 5\n",
        "plans/storefront-payments.yaml": PLAN.replace("api: 25", "apis: 25"),
        EXAMPLEPAY: VENDOR.replace("value: [rest]", "value: [rset]"),
    })  # fmt: skip
    ran = evalkit("validate", "--format", "json", *DAY, cwd=folder)
    found = json.loads(ran.out)
    assert ran.code == 1
    assert [(d["path"], d["line"], d["code"]) for d in found["diagnostics"]] == [
        ("plans/storefront-payments.yaml", 6, "EK404"),
        ("plans/storefront-payments.yaml", 6, "EK403"),
        (EXAMPLEPAY, 6, "EK303"),
        (OTHERPAY, 2, "EK103"),
    ]  # fmt: skip
    assert (found["format"], found["errors"], found["warnings"]) == (1, 4, 0)


def test_validate_shows_the_line_a_caret_and_what_to_do(evalkit, write):
    text = VENDOR.replace("name: ExamplePay", "name: Exämple\tPay 株式会社").replace(
        "[rest]", "[rset]"
    )
    ran = evalkit("validate", EXAMPLEPAY, *DAY, cwd=write({EXAMPLEPAY: text}))
    assert ran.out == (
        "vendors/payment-gateways/examplepay.yaml:6:23: error[EK303] `rset` is not a level\n"
        "6 |   api_style: {value: [rset], source: https://examplepay.test/docs, checked: 2026-06-20}\n"
        "  |                       ^^^^\n"
        "  = did you mean `rest`?\n\n"
        "1 error, 0 warnings in 1 file checked\n"
    )


def test_a_silenced_warning_is_silent(evalkit, write):
    text = VENDOR + "  webhooks: true  # evalkit: ignore[EK301] told by phone\n"
    assert evalkit("validate", *DAY, cwd=write({EXAMPLEPAY: text})).out.startswith(
        "0 errors, 0 warnings"
    )


def test_a_very_long_line_is_cut_around_its_caret(evalkit, write):
    text = VENDOR + "  webhooks: {value: true, note: " + "x" * 400 + ", sorce: y}\n"
    ran = evalkit("validate", *DAY, cwd=write({EXAMPLEPAY: text}))
    line, caret = ran.out.splitlines()[1:3]
    assert len(line) < 180
    assert line[caret.index("^") : caret.rindex("^") + 1] == "sorce"


def test_colour_on_a_terminal_only_and_never_under_no_color(evalkit, write, monkeypatch):
    monkeypatch.setattr(sys.stdout.__class__, "isatty", lambda _: True, raising=False)
    folder = write({EXAMPLEPAY: ""})
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[31m" in evalkit("validate", cwd=folder).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in evalkit("validate").out


PLACES = {
    "text": "{path}:{line}:{column}: error[{code}]",
    "github": "file={path},line={line},col={column},endColumn={end},title=evalkit {code}::",
    "gitlab": '"line": {line},\n          "column": {column}\n',
    "sarif": '"startLine": {line},\n                  "startColumn": {column},',
    "junit": "{path}:{line}:{column}: error[{code}]",
    "json": '"line": {line},\n      "column": {column},',
}


@pytest.mark.parametrize("style", PLACES)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_fault_below_a_separator_of_unicode_is_at_its_line_in_every_format(
    evalkit, write, style, end
):
    text = VENDOR.replace("name: ExamplePay", 'name: "Example\u2028\u2029\x85Pay"')
    folder = write({EXAMPLEPAY: text.replace("[rest]", "[rset]").replace("\n", end).encode()})
    ran = evalkit("validate", "-f", style, *DAY, cwd=folder)
    # "  api_style: {value: [" is 22 characters long, on the sixth line.
    place = PLACES[style].format(path=EXAMPLEPAY, code="EK303", line=6, column=23, end=27)
    assert place in ran.out


@pytest.mark.parametrize("style", PLACES)
def test_bytes_that_are_no_utf8_have_a_place_in_every_format(evalkit, write, style):
    raw = VENDOR.encode().replace(b"ExamplePay", b"Caf\xe9 Pay")
    ran = evalkit("validate", "-f", style, *DAY, cwd=write({EXAMPLEPAY: raw}))
    place = PLACES[style].format(path=EXAMPLEPAY, code="EK002", line=2, column=10, end=11)
    assert place in ran.out


def test_bytes_that_are_no_utf8_are_shown_where_they_stand(evalkit, write):
    raw = VENDOR.encode().replace(b"ExamplePay", "株 Caf".encode() + b"\xe9 Pay")
    ran = evalkit("validate", *DAY, cwd=write({EXAMPLEPAY: raw}))
    # The first sign is two cells wide.
    assert ran.out.startswith(
        f"{EXAMPLEPAY}:2:12: error[EK002] byte 29 is not UTF-8 text\n"
        "2 | name: 株 Caf\N{REPLACEMENT CHARACTER} Pay\n"
        f"  | {' ' * 12}^\n"
        "  = save the file as UTF-8\n"
    )


LOOKS = "# evalkit: ignore[EK308] one day"


@pytest.mark.parametrize(
    ("lines", "silenced"),
    [
        ('webhooks: {{value: true, note: "may say {looks}", {old}}}', False),
        ("webhooks: {{value: true, {old}, note: 'may say {looks}'}}", False),
        ("webhooks:\n    note: |\n      may say {looks}\n    value: true\n    {below}", False),
        ("webhooks: {{value: true, {old}}}  {looks}", True),
        ("webhooks: {{value: true, {old}, note: 'a # b'}}  {looks}", True),
        ("webhooks:\n    value: true\n    {below}  {looks}", True),
    ],
)
def test_only_a_comment_silences_a_finding(evalkit, write, lines, silenced):
    old = ("source: https://examplepay.test/hooks", "checked: 2020-01-02")
    text = lines.format(looks=LOOKS, old=", ".join(old), below="\n    ".join(old))
    folder = write({EXAMPLEPAY: f"{VENDOR}  {text}\n"})
    ran = evalkit("validate", *DAY, "--select", "EK308,EK016", cwd=folder)
    assert ("EK308" not in ran.out) == silenced
    # Text is no comment either that would silence nothing.
    assert "EK016" not in ran.out


def on_a_terminal(monkeypatch):
    monkeypatch.setattr(sys.stdout.__class__, "isatty", lambda _: True, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")


def test_a_terminal_has_the_count_first_and_warnings_by_rule(evalkit, write, monkeypatch):
    folder = write({EXAMPLEPAY: VENDOR + "  webhooks: true\n", OTHERPAY: "id: otherpay\n"})
    piped = evalkit("validate", *DAY, cwd=folder)
    on_a_terminal(monkeypatch)
    shown = evalkit("validate", *DAY)
    assert (piped.code, shown.code) == (1, 1)
    assert "warning[EK301]" in piped.out
    assert shown.out.splitlines()[0] == "2 errors and 1 warning in 4 files"
    assert "   EK301 fact without source: line 8\n" in shown.out
    assert "warning[" not in shown.out
    assert "warning[EK301]" in evalkit("validate", "--each", *DAY).out


def test_a_second_run_knows_the_rules_of_what_it_kept(evalkit, write, monkeypatch):
    write({EXAMPLEPAY: VENDOR + "  webhooks: true\n"})
    on_a_terminal(monkeypatch)
    folder = write({EXAMPLEPAY: VENDOR + "  webhooks: true\n"})
    first = evalkit("validate", *DAY, cwd=folder).out
    assert "EK301 fact without source" in first
    assert evalkit("validate", *DAY).out == first
