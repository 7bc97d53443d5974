"""A log is read by the CI host that runs the command, which obeys what looks like a command.

GitHub: actions/runner, ActionCommand.cs: a line that begins with `::`, blanks aside, and `##[`
anywhere in one. Azure Pipelines: `##vso[`. TeamCity: `##teamcity[`.
"""

import csv
import html
import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from evalkit.diagnostics.log_commands import disarmed
from tests.hostile.made import OTHER_FILE, VENDOR_FILE, ask, files, lay_out, run
from tests.hostile.output.test_injection import PLAN, RUNS, injected

COMMAND = "::stop-commands::tok ##[error]a ##vso[task.x]b ##teamcity[c"
PAYLOAD = f"{COMMAND}\n  ::add-mask::x\n::error::y"
ANNOTATION = re.compile(r"::(error|warning) file=")


def is_obeyed(line):
    # What a comparison by the rules of a language passes over may stand anywhere.
    line = re.sub("[\u200c\u200d\ufe00-\ufe0f\ufeff]", "", line)
    return re.match(r"\s*::", line) or re.search(r"##[A-Za-z]*\[", line)


def obeyed(text):
    return [line for line in re.split(r"[\r\n]", text) if is_obeyed(line)]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    return injected(tmp_path_factory.mktemp("logged"), PAYLOAD)


@pytest.mark.parametrize("name", [name for name in RUNS if not name.startswith("validate")])
def test_no_host_obeys_an_answer(workspace, name):
    ran = ask(workspace, *RUNS[name], GITHUB_ACTIONS="true")
    assert ran.code == 0, ran.said
    assert "stop-commands" in ran.out or name == "cost csv"
    assert not obeyed(ran.said)


@pytest.mark.parametrize("style", ["text", "json", "github", "gitlab", "sarif", "junit"])
def test_no_host_obeys_a_finding(tmp_path, style):
    wrong = {VENDOR_FILE: {**files()[VENDOR_FILE], COMMAND: COMMAND}}
    wrong["vendors/::add-mask::x/##[error]y.yaml"] = f"{COMMAND}: {COMMAND}\n"
    folder = lay_out(tmp_path, files() | wrong)
    ran = ask(folder, "validate", "-f", style, GITHUB_ACTIONS="true")
    assert ran.code == 1
    left = [line for line in obeyed(ran.said) if not (style == "github" and ANNOTATION.match(line))]
    assert not left
    assert not re.search(r"##[A-Za-z]*\[", ran.said)
    read = {"json": json_text, "gitlab": json_text, "junit": html.unescape}
    if style in read:
        assert "##[error]a" in read[style](ran.out)


def json_text(text):
    return str(json.loads(text))


def test_no_host_obeys_an_error_or_a_traceback(tmp_path):
    folder = lay_out(tmp_path, files() | {OTHER_FILE: f"{COMMAND}: 1\n"})
    for words in (("score", PLAN), ("score", COMMAND), ("report", f"{COMMAND}.json")):
        ran = ask(folder, *words)
        assert ran.code in {1, 2}
        assert not obeyed(ran.said)
    broken = f"import evalkit.cli.app\ndef run(_): raise KeyError({PAYLOAD!r})\n"
    for words in ((), ("--traceback",)):
        ran = run(folder, *words, code=f"{broken}evalkit.cli.app.run = run")
        assert (ran.code, obeyed(ran.said)) == (3, [])


@pytest.mark.parametrize("name", ["report.md.j2", "report.html.j2"])
def test_no_host_obeys_what_a_template_writes(workspace, name):
    style = "markdown" if ".md." in name else "html"
    (workspace / "templates").mkdir(exist_ok=True)
    (workspace / "templates" / name).write_text(f"{PAYLOAD}\n")
    ran = ask(workspace, "report", PLAN, "-f", style)
    assert ask(workspace, "report", PLAN, "-f", style, "-o", "r").code == 0
    (workspace / "templates" / name).unlink()
    assert not obeyed(ran.out)
    # A file is read by nobody who obeys it, and keeps the text.
    assert COMMAND in (workspace / "r").read_text()


def test_what_a_program_reads_is_the_same(workspace):
    for name, words in (("json", RUNS["score csv"][:2]), ("csv", RUNS["score csv"][:2])):
        shown = ask(workspace, *words, "-f", name).out
        assert ask(workspace, *words, "-f", name, "-o", "kept").code == 0
        kept = (workspace / "kept").read_text()
        assert COMMAND in kept
        read = json.loads if name == "json" else lambda text: list(csv.reader(text.splitlines()))
        assert read(shown) == read(kept)


PARTS = st.sampled_from(
    [
        "::",
        ":",
        "\u200d",
        "\ufe0f",
        "##[",
        "##vso[",
        "#",
        "[",
        "\n",
        "\r",
        " ",
        "\u00a0",
        "\ufeff",
        "a",
        "\\",
        ",",
    ]
)
TEXTS = st.lists(PARTS, max_size=9).map("".join)


@given(TEXTS, st.sampled_from(["text", "markdown", "html", "csv"]))
@example("\ufeff::", "text")
@example("a\r::", "text")
@example(":\u200d:", "text")
@example("#\ufe0f#\u200dvso[", "markdown")
def test_nothing_that_is_written_is_obeyed(text, syntax):
    shown = disarmed(text, syntax)
    lines = [line for line in re.split(r"[\r\n]", shown) if is_obeyed(line)]
    assert not [line for line in lines if syntax != "csv" or not re.search(r"##[A-Za-z]*\[", line)]
    if syntax == "html":
        assert html.unescape(shown) == text
    if syntax == "csv" and "\r" not in text:
        assert list(csv.reader(shown.split("\n"))) == list(csv.reader(text.split("\n")))


@pytest.mark.parametrize("text", ["::a::b", "x ##[y]", "> ::a::b", "\\##[y]", "###vso[y]"])
def test_markdown_reads_the_same(text):
    shown = disarmed(text, "markdown")
    assert MarkdownIt().render(shown) == MarkdownIt().render(text)
    assert not obeyed(shown)


@pytest.mark.parametrize("variable", ["GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"])
def test_csv_changes_only_for_a_runner(monkeypatch, variable):
    for each in ("GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"):
        monkeypatch.delenv(each, raising=False)
    assert disarmed("a,##[b]\n", "csv") == "a,##[b]\n"
    monkeypatch.setenv(variable, "true")
    assert disarmed("a,##[b]\n", "csv") == "a,# #[b]\n"


@pytest.mark.parametrize("name", ["report.md.j2", "report.html.j2"])
@pytest.mark.parametrize("to", [(), ("-o", "/dev/stdout")])
def test_what_a_template_writes_moves_no_terminal(tmp_path, name, to):
    text = (
        "a\x1b[2J\x1b]0;t\x07\u202eb\x01::c\n\xad::d\n{{ '\\ud800seen\\rhidden' | safe }}\n\tend\n"
    )
    folder = lay_out(tmp_path, files() | {f"templates/{name}": text})
    ran = run(folder, "report", PLAN, "-f", "markdown" if ".md." in name else "html", *to)
    assert ran.code == 0, ran.err
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u202a-\u202e]", ran.out)
    assert r"\ud800seen\u000dhidden" in ran.out
    assert not obeyed(ran.out)
    assert ran.out.endswith("\n\tend\n")


def test_what_hides_in_a_name_is_escaped_in_json_as_everywhere(evalkit, tmp_path):
    vendor = {**files()[VENDOR_FILE], "name": "a\u200bb\xadc\u3164d\U000e0041e"}
    folder = lay_out(tmp_path, files() | {VENDOR_FILE: vendor})
    assert evalkit("validate", cwd=folder).out.count("EK014") == 1
    text = evalkit("score", PLAN, "-f", "json").out
    assert r"a\u200bb\u00adc\u3164d\udb40\udc41e" in text
    assert vendor["name"] in [each["name"] for each in json.loads(text)["vendors"]]
