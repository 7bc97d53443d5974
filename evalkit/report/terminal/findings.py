"""What is wrong in the files of a workspace, for a terminal."""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from evalkit.diagnostics.formats.text import MAX_OF_FILE, shortened
from evalkit.diagnostics.record import Diagnostic, Severity
from evalkit.report.terminal.parts import section
from evalkit.report.terminal.screen import BOLD, DIM, Screen
from evalkit.wording.words import counted, listed

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
MOST_LINES = 20
"""Lines of a file that are listed for one rule."""
CUT = "..."
"""Stands where a long line of a file goes on; unlike a sign, every screen can show it."""


@dataclass(frozen=True)
class Findings:
    """The findings to show, and what is said of them as a whole."""

    found: Sequence[Diagnostic]
    files: int
    """How many files were checked."""
    names: Mapping[str, str]
    """The rules in a few words, by code."""
    left_out: str = ""
    """How many findings are hidden, and why."""
    each: bool = False
    """Whether warnings are told one by one, not by rule."""

    def of(self, severity: Severity) -> list[Diagnostic]:
        """The findings of a severity."""
        return [each for each in self.found if each.severity is severity]


def to_findings(told: Findings, screen: Screen) -> list[Text]:
    """How many there are, each error with its place and remedy, then the warnings by rule."""
    errors, warnings = told.of(Severity.ERROR), told.of(Severity.WARNING)
    count = screen.answer([_count(told, len(errors), len(warnings))])
    if not told.found:
        return list(count)
    blocks = list(_one_by_one([*errors, *warnings] if told.each else errors, screen))
    groups = [] if told.each else list(_by_rule(warnings, told.names, screen))
    return [
        *count,
        *(line for block in (*blocks, *groups) for line in section(block)),
        *([] if groups else [Text()]),
        *_more(told, screen),
    ]


def _count(told: Findings, errors: int, warnings: int) -> str:
    files = counted(told.files, "file")
    both = [(errors, "error"), (warnings, "warning")]
    counts = [counted(number, noun) for number, noun in both if number]
    said = f"{listed(counts) if counts else 'No errors or warnings'} in {files}"
    return f"{said}; {told.left_out}" if told.left_out else said


def _one_by_one(found: Sequence[Diagnostic], screen: Screen) -> Iterator[list[Text]]:
    """The first findings of each file, and how many more there are."""
    by_severity = itertools.groupby(found, key=lambda each: (each.severity, each.path))
    for (_, path), group in by_severity:
        own = list(group)
        yield from (list(_block(each, screen)) for each in own[:MAX_OF_FILE])
        left = len(own) - MAX_OF_FILE
        if left > 0:
            yield [
                screen.line(f"and {left} more in {path}"),
                *screen.prose("evalkit validate --format json shows all", DIM),
            ]


def _block(found: Diagnostic, screen: Screen) -> Iterator[Text]:
    """Where a finding is, what is wrong, the line with a caret, and the remedy."""
    place = screen.fit(f"{found.path}:{found.span.line}:{found.span.column}:")
    label = f"{found.severity}[{found.code}]"
    message = shortened(found.sentence if screen.is_aloud else found.message)
    head = Text.assemble((place, BOLD), " ", (label, COLOURS[found.severity]))
    head.no_wrap, head.overflow = True, "ignore"
    behind = screen.fit(f" {message}")
    if head.cell_len + cell_len(behind) <= screen.width:
        yield head.append(behind)
    else:
        # A message begins a line of its own; a path is never broken.
        yield head
        yield from screen.prose(message, "", "  ", "  ")
    if not screen.is_aloud:
        yield from _excerpt(found, screen)


def _excerpt(found: Diagnostic, screen: Screen) -> Iterator[Text]:
    """The line of the file, a caret under the place, and the remedy behind or below it."""
    number = str(found.span.line)
    gutter = f"{'':{len(number)}} "
    hint = screen.fit(shortened(found.hint))
    before, marked, line = _cut(found, screen, screen.width - len(gutter) - 2)
    carets = f"{gutter}| {'':{before}}{'^' * marked}"
    if line.strip():
        yield screen.line(f"{number} | {line}", DIM)
        is_inside = hint and cell_len(carets) + 1 + cell_len(hint) <= screen.width
        caret = screen.line(f"{carets} {hint}" if is_inside else carets)
        caret.stylize(DIM, 0, len(gutter) + 1)
        caret.stylize(COLOURS[found.severity], len(carets) - marked, len(carets))
        yield caret
        hint = "" if is_inside else hint
    if hint:
        yield from screen.prose(hint, "", f"{gutter}= ", f"{gutter}  ")


def _cut(found: Diagnostic, screen: Screen, room: int) -> tuple[int, int, str]:
    """Cells before the caret, cells under it, and the line, in no more cells than `room`."""
    span, text = found.span, found.line_text
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(text)
    # A line may be as long as a file.
    left = max(0, start - room)
    before = screen.fit(text[left:start])
    rest = screen.fit(text[start : start + room + 1])
    marked = cell_len(screen.fit(text[start : min(max(end, start + 1), start + room)]))
    if left or cell_len(before) + cell_len(rest) > room:
        before, is_cut = _last(before, room // 2), left or cell_len(before) > room // 2
        before = f"{CUT}{before}" if is_cut else before
        if cell_len(before) + cell_len(rest) > room:
            rest = f"{_first(rest, room - cell_len(before) - len(CUT))}{CUT}"
    at = cell_len(before)
    return at, max(1, min(marked, room - at)), f"{before}{rest}"


def _first(text: str, room: int) -> str:
    while cell_len(text) > room:
        text = text[:-1]
    return text


def _last(text: str, room: int) -> str:
    while cell_len(text) > room:
        text = text[1:]
    return text


def _by_rule(
    warnings: Sequence[Diagnostic], names: Mapping[str, str], screen: Screen
) -> Iterator[list[Text]]:
    """The warnings of each file: a line for each rule, with the lines of the file."""
    for path, group in itertools.groupby(warnings, key=lambda each: each.path):
        lines: dict[str, list[int]] = {}
        for each in group:
            lines.setdefault(each.code, []).append(each.span.line)
        told = [_rule(code, names, lines[code], screen) for code in sorted(lines)]
        yield [
            screen.line(f"{path}, warnings", BOLD),
            *(line for each in told for line in each),
        ]


def _rule(
    code: str, names: Mapping[str, str], lines: Iterable[int], screen: Screen
) -> Iterator[Text]:
    counts = sorted(Counter(lines).items())
    places = [str(at) if times == 1 else f"{at} ({times} times)" for at, times in counts]
    more = len(places) - MOST_LINES
    places = [*places[:MOST_LINES], *([f"{more} more"] if more > 0 else [])]
    noun = "line" if len(places) == 1 else "lines"
    joined = listed(places) if more > 0 else ", ".join(places)
    said = f"{code} {names[code]}: {noun} {joined}"
    for line in screen.prose(said, "", "   ", "     "):
        line.highlight_regex(rf"^   (?P<yellow>{code})")
        yield line


def _more(told: Findings, screen: Screen) -> Iterator[Text]:
    worst = min(told.found, key=lambda each: each.severity is not Severity.ERROR)
    ways = [f"evalkit rule {worst.code} explains"]
    if any(each.fix for each in told.found):
        ways.insert(0, "--fix repairs some")
    if not told.each and told.of(Severity.WARNING):
        ways.append("--each lists all warnings")
    yield from screen.prose(f"More: {', '.join(ways)}", DIM)
