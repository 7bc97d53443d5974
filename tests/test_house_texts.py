"""Texts are made once, at the end: none is taken apart again, and numbers are printed in one room."""

import ast
import re

from tests.conftest import ROOT

ROOMS = ("evaluation", "explanation", "report", "templates", "cli")
TAKES_APART = {
    "partition", "rpartition", "split", "rsplit", "splitlines", "removeprefix", "removesuffix",
    "replace",
}  # fmt: skip
MAY = {
    "cli/schema/write.py": "looks whether a category in a file is an id",
    "cli/shared/output.py": "puts a finished file into its place",
    "cli/shared/completion.py": "looks whether a file's name is an id",
    "cli/shared/help.py": "wraps the descriptions of commands and options",
    "cli/shared/shell.py": "quotes a file's name for a shell",
    "cli/shared/places.py": "reads the steps that lead to an entry of a file",
    "cli/spec.py": "reads a file with any line breaks",
    "cli/validate/write.py": "reads FORMAT=FILE, an option of the command line",
    "cli/weigh/interview.py": "reads a number that somebody typed",
    "cli/weigh/terminal.py": "looks whether an answer is an id",
    "evaluation/costs/sentences/gaps.py": "compares names of volumes, which people make of words",
    "report/printed/pdf.py": "finds dates in what a browser wrote",
    "report/specification/anchors.py": "makes ids of names",
    "report/specification/changes.py": "reads a document that was written before",
    "report/specification/drawing.py": "wraps the words of a label",
    "report/specification/keeping/lines.py": "reads a document that was written before",
    "report/specification/keeping/reading.py": "reads a document that was written before",
    "templates/escape.py": "escapes what stands in a page",
    "templates/fill.py": "finds a template by its name",
    "templates/isolated.py": "reads a number in an environment variable",
    "templates/render.py": "looks for what would do harm in a page",
}
"""Modules that parse text from outside or make it safe, and why."""


def modules():
    for room in ROOMS:
        for file in sorted((ROOT / "evalkit" / room).rglob("*.py")):
            name = file.relative_to(ROOT / "evalkit").as_posix()
            yield name, list(ast.walk(ast.parse(file.read_text("utf-8"))))


def takes_apart(node):
    if isinstance(node, ast.Import):
        return any(each.name == "re" for each in node.names)
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return False
    of = node.func.value
    is_record = isinstance(of, ast.Name) and of.id in {"dataclasses", "np"}
    return node.func.attr in TAKES_APART and not is_record


def test_no_text_is_taken_apart_again():
    found = {name for name, nodes in modules() if any(map(takes_apart, nodes))}
    assert found == set(MAY)


def spec_of(node):
    """The part of a format spec that is written out, `.1f` of `{score:.1f}`."""
    if not (isinstance(node, ast.FormattedValue) and node.format_spec):
        return ""
    return "".join(each.value for each in node.format_spec.values if isinstance(each, ast.Constant))


def rounds(node):
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id == "format"
    return bool(re.search(r"[,_.]|[eEfFgGn%]$", spec_of(node)))


def test_numbers_are_rounded_in_the_room_of_printed_numbers():
    found = {name for name, nodes in modules() if any(map(rounds, nodes))}
    assert found == set()
