"""What people wrote in a specification: filled places, added lines and changed lines."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from evalkit.report.specification.keeping.forms import Form
from evalkit.report.specification.keeping.lines import Line

_STAMP = re.compile(r"<!-- evalkit wrote:((?: [0-9a-f]{8})*) -->")
_ENTRY = re.compile(r"<!-- ([a-z0-9-]+/[a-z0-9-]+) -->(.*)")


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody wrote in a place: its key, the text, and where that was in words."""

    key: str
    value: str
    line: str


@dataclass(slots=True)
class Run:
    """Lines that somebody added, and the line of ours that they follow."""

    after: Line | None
    close: bool
    """Whether no empty line is between."""
    lines: list[str]

    @property
    def is_row(self) -> bool:
        """Whether it begins with a row of a table in Markdown."""
        return self.lines[0].startswith("|")


@dataclass(slots=True)
class Written:
    """Everything that people wrote."""

    entries: list[Entry] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    """Lines of ours that somebody changed."""
    kept: list[str] = field(default_factory=list)
    """The section for what has no place any more."""


def stamped(text: str, form: Form) -> str:
    """The document, followed by hashes of its lines; unchanged if there is nothing to fill in."""
    lines = list(form.lines(text.split("\n")))
    if not any(line.spans for line in lines):
        return text
    digests = " ".join(line.digest for line in lines if line.text.strip())
    return f"{text}<!-- evalkit wrote: {digests} -->\n"


def parted(text: str) -> tuple[list[str], str]:
    """The lines of a document, and the line of hashes at its end; empty if it has none."""
    stamp = _STAMP.search(text)
    end = stamp.start() if stamp else len(text)
    return text[:end].removesuffix("\n").split("\n"), text[end:]


def told(line: str) -> str:
    """A line without the key that stands in it as a comment."""
    return re.sub("<!--.*?-->", "", line)


def written(text: str, form: Form) -> Written | None:
    """What people wrote in a document; None if evalkit's hashes are not in it."""
    stamp = _STAMP.search(text)
    if stamp is None:
        return None
    body, kept = _apart(_STAMP.sub("", text).split("\n"), form)
    lines = list(form.lines(body))
    full = [place for place, line in enumerate(lines) if line.text.strip()]
    digests = [lines[place].digest for place in full]
    matcher = difflib.SequenceMatcher(None, stamp[1].split(), digests, autojunk=False)
    ours = {
        full[place]
        for match in matcher.get_matching_blocks()
        for place in range(match.b, match.b + match.size)
    }
    found = Written(kept=kept)
    _read(lines, ours, form, found)
    return found


def _apart(lines: Sequence[str], form: Form) -> tuple[list[str], list[str]]:
    """The document and its section for what has no place any more."""
    title, *others = (line for line in form.opening if line)
    if title not in lines:
        return list(lines), []
    start = lines.index(title)
    end = lines.index(form.closing[0], start) if form.closing else len(lines)
    kept = [line for line in lines[start + 1 : end] if line not in others]
    return [*lines[:start], *lines[end + 1 :]], trimmed(kept)


def trimmed(lines: list[str]) -> list[str]:
    """Lines without the empty ones at both ends."""
    while lines and not lines[0].strip():
        lines = lines[1:]
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines


def _read(lines: Sequence[Line], ours: set[int], form: Form, found: Written) -> None:
    known = {lines[place].id for place in ours}
    after, gap, is_open, heading = None, 0, False, ""
    taken: set[str] = set()
    for place, line in enumerate(lines):
        if not line.text.strip():
            gap += 1
            continue
        if place in ours or (line.id and line.id not in known):
            if place not in ours:
                found.changed.append(line.bare)
            heading = line.words if line.is_heading else heading
            found.entries += _entries(line, heading, form)
            taken |= line.spans.keys()
            after, is_open = line, False
        elif is_open:
            found.runs[-1].lines += [*[""] * gap, line.bare]
        else:
            found.runs.append(Run(after, not gap, [line.bare]))
            is_open = True
        gap = 0


def _entries(line: Line, heading: str, form: Form) -> Iterator[Entry]:
    before, behind = form.entry
    for key, value in line.written.items():
        name = " ".join(key.partition("/")[2].replace("-", " ").split())
        where = ", ".join(filter(None, (heading, line.words, name)))
        yield Entry(key, value, f"{before}{where}: <!-- {key} -->{value}{behind}")


def entry_of(line: str, form: Form) -> Entry | None:
    """The entry that a line of the section for what has no place any more holds."""
    before, behind = form.entry
    found = _ENTRY.search(line.removesuffix(behind)) if line.startswith(before) else None
    return Entry(found[1], found[2], line) if found else None
