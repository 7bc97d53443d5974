"""A file that is no YAML: the mistake in the writer's words, at the place where she made it."""

import pytest

from evalkit.source.document import parse

MISTAKES = {
    "tab": ("a:\n\tb: 1\n", 2, 1, "a tab is used to indent", "indent with spaces"),
    "tab below a value": ("a: 1\n\tb: 1\n", 2, 1, "a tab is used to indent", "indent with spaces"),
    "no blank": ("name:x\ncategory: y\n", 2, 9, "the line above this one is not `key: value`", "write a space after its colon, as in `name: value`"),
    "no blank at the end": ("a: 1\nname:x\n", 2, 1, "this line is not `key: value`", "write a space after the colon, as in `name: value`"),
    "a word alone": ("a: 1\nb\n", 2, 1, "this line is not `key: value`", "write `: ` and a value, or join it to the line above"),
    "second colon": ("note: he said: this\n", 1, 14, "a second `: ` in one value", "put the text after the first one in quotes"),
    "open bracket": ("a: [1, 2\nb: 3\n", 1, 4, "this [ is not closed", "close it, on this line"),
    "open brace": ("a: {x: 1,\nb: 3\n", 1, 4, "this { is not closed", "close it, on this line"),
    "hash in braces": ("a: {x: ticket # 12, y: 3}\nb: 3\n", 1, 4, "a comment starts before the `}` that closes this", "put the text that holds ` #` in quotes"),
    "hash in brackets": ("a: [PR # 12]\n", 1, 4, "a comment starts before the `]` that closes this", "put the text that holds ` #` in quotes"),
    "open brace and comment": ("a: {x: 1, # one\nb: 3\n", 1, 4, "this { is not closed", "close it, on this line"),
    "open quote": ("a: \"x\nb: 3\n", 1, 4, "this \" is not closed", "close it, on this line"),
    "no comma": ("a: {x: 1 y: 2}\n", 1, 11, "a comma or `}` is missing before this", "separate by commas, or put the text in quotes"),
    "at": ("a: @x\n", 1, 4, "text cannot start with `@`", "put the text in quotes"),
    "percent": ("a: %x\n", 1, 4, "text cannot start with `%`", "put the text in quotes"),
    "percent first": ("%x: 1\n", 1, 1, "text cannot start with `%`", "put the text in quotes"),
    "and": ("a: & b\n", 1, 4, "text cannot start with `&`", "put the text in quotes"),
    "too far": ("a: 1\n b: 2\n", 2, 3, "this line is indented deeper than the one above it", "align it with the keys of its level"),
    "between": ("a:\n   b: 1\n  c: 2\n", 3, 3, "this line is indented differently from those around it", "align it with the keys of its level"),
    "less than the first": ("  a: 1\nb: 2\n", 2, 1, "this line is indented less than the first one", "align it with the keys of its level"),
    "no dash": ("a:\n  - x\n  y: 1\n", 3, 3, "a line of this list does not start with `- `", "start it with `- `, or correct its indentation"),
    "behind quotes": ("a: \"x\" y\n", 1, 8, "nothing can follow the value here", "remove it, or put the whole value in quotes"),
    "one bracket more": ("a: [1]]\n", 1, 7, "nothing can follow the value here", "remove it, or put the whole value in quotes"),
    "no key": (": x\n", 1, 1, "there is no key before this colon", "write one"),
    "escape": ("a: \"\\d\"\n", 1, 5, "`\\d` means nothing in double quotes", "write `\\\\` for a backslash, or use single quotes"),
    "text block": ("a: |x\n b\n", 1, 4, "`|` starts a text that begins on the next line", "move the text to the next line, indented; or put it in quotes"),
    "anything else": ("a: !<x y\n", 1, 7, "while scanning a tag did not find the expected '>'", "look at this line and the one above it"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "column", "words", "hint"), MISTAKES.values(), ids=MISTAKES
)
def test_a_mistake_is_told_in_the_writers_words(text, line, column, words, hint):
    (finding,) = parse(text, "vendors/x.yaml").findings
    assert (finding.code, finding.message) == ("EK003", f"this is not valid YAML: {words}")
    assert finding.hint == hint
    assert (finding.span.line, finding.span.column) == (line, column)
