"""Read the tables of a Markdown text."""

import re
from collections.abc import Iterator

from evalkit.tables.cells import Sheet, sheet_of_texts

_RULE = re.compile(r" {0,3}\|?( *:?-+:? *\|)+( *:?-+:? *)?\s*")
_HEADING = re.compile(r" {0,3}#{1,6} +(.*?)[ #]*")
_CELLS = re.compile(r"(?<!\\)\|")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_STRONG = re.compile(r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1")


def markdown(text: str) -> tuple[Sheet, ...]:
    """Every table, named by the heading above it; rows count from the table's head."""
    return tuple(_tables(text.splitlines()))


def _tables(lines: list[str]) -> Iterator[Sheet]:
    heading, at, count, fenced = "", 0, 0, False
    while at < len(lines):
        line = lines[at]
        if _FENCE.match(line):
            fenced = not fenced
        elif found := _HEADING.fullmatch(line):
            heading = found[1]
        elif not fenced and "|" in line and _RULE.fullmatch("".join(lines[at + 1 : at + 2])):
            count += 1
            rows = [_split(line)]
            at += 2
            while at < len(lines) and "|" in lines[at]:
                rows.append(_split(lines[at]))
                at += 1
            yield sheet_of_texts(heading or f"table {count}", list(enumerate(rows, start=1)))
            continue
        at += 1


def _split(line: str) -> list[str]:
    bare = line.strip()
    bare = bare.removeprefix("|")
    if bare.endswith("|") and not bare.endswith("\\|"):
        bare = bare[:-1]
    return [_STRONG.sub(r"\2", cell.replace("\\|", "|")).strip() for cell in _CELLS.split(bare)]
