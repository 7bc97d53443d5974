"""Read the tables of a Markdown text."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from evalkit.tables.cells import Sheet, sheet_of_texts

_RULE = re.compile(r" {0,3}\|?( *:?-+:? *\|)+( *:?-+:?)?")
_HEADING = re.compile(r" {0,3}#{1,6} +")
_CELLS = re.compile(r"(?<!\\)\|")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_STRONG = re.compile(r"\*\*(?=\S)([^*]+)(?<=\S)\*\*|__(?=\S)([^_]+)(?<=\S)__|`([^`]+)`")


def markdown(text: str) -> tuple[Sheet, ...]:
    """Every table, named by the heading above it; rows count from the table's head."""
    found, count = [], Counter[str]()
    for sheet in _tables(text.splitlines()):
        count[sheet.name] += 1
        again = count[sheet.name]
        found.append(replace(sheet, name=f"{sheet.name} ({again})") if again > 1 else sheet)
    return tuple(found)


def _tables(lines: list[str]) -> Iterator[Sheet]:
    heading, at, count, fenced = "", 0, 0, False
    while at < len(lines):
        line = lines[at]
        if _FENCE.match(line):
            fenced = not fenced
        elif found := _HEADING.match(line):
            heading = line[found.end() :].rstrip(" #")
        elif (
            not fenced and "|" in line and _RULE.fullmatch("".join(lines[at + 1 : at + 2]).rstrip())
        ):
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
    return [_STRONG.sub(r"\1\2\3", cell.replace("\\|", "|")).strip() for cell in _CELLS.split(bare)]
