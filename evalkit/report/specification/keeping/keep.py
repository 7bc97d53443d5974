"""A specification made again, with everything that people wrote in the one before."""

from collections.abc import Sequence
from dataclasses import dataclass

from evalkit.report.specification.keeping.forms import Form
from evalkit.report.specification.keeping.lines import Line
from evalkit.report.specification.keeping.reading import (
    Run,
    Written,
    entry_of,
    parted,
    told,
    trimmed,
    written,
)


@dataclass(frozen=True, slots=True)
class Kept:
    """The new document, and what has no place in it any more."""

    text: str
    homeless: tuple[str, ...]


def kept(old: str, new: str, form: Form) -> Kept | None:
    """The new document with what people wrote in the old one; None if that is not one of ours.

    Both are stamped; a document without any place to fill in has no stamp.
    """
    texts, stamp = parted(new)
    said = written(old, form)
    if said is None:
        return None if stamp else Kept(new, ())
    lines = list(form.lines(texts))
    values, homeless, before = _sorted(said, lines, form)
    chunks, more = _placed(said, lines, form)
    homeless += more
    body = [*chunks.get(-1, ())]
    for at, line in enumerate(lines):
        body += [line.filled(values), *chunks.get(at, ())]
    whole = _with_section(body, trimmed([*before, *homeless]), form)
    return Kept("\n".join(whole) + f"\n{stamp}", tuple(map(told, filter(None, homeless))))


def _sorted(
    said: Written, lines: Sequence[Line], form: Form
) -> tuple[dict[str, str], list[str], list[str]]:
    """What was written by key, what has no place any more, and what had none before."""
    asked = {key for line in lines for key in line.spans}
    values: dict[str, str] = {}
    homeless = [
        entry.line
        for entry in said.entries
        if entry.key not in asked or values.setdefault(entry.key, entry.value) != entry.value
    ]
    before = []
    for line in said.kept:
        past = entry_of(line, form)
        # What is asked again goes back to its place.
        if past is None or past.key not in asked or past.key in values:
            before.append(line)
        else:
            values[past.key] = past.value
    return values, homeless, before


def _placed(
    said: Written, lines: Sequence[Line], form: Form
) -> tuple[dict[int, list[str]], list[str]]:
    """Added lines by the line that they follow, and those that have no place any more."""
    gap = [""] if form.has_blocks else []
    chunks: dict[int, list[str]] = {}
    homeless: list[str] = []
    for run in said.runs:
        place = _place(run, lines, form)
        if place is None:
            homeless += [*gap, *run.lines]
            continue
        at, is_direct = place
        added = run.lines if is_direct else [*gap, *run.lines]
        chunks.setdefault(at, []).extend([*run.lines, *gap] if at < 0 else added)
    for changed in said.changed:
        homeless += [*gap, changed]
    return chunks, homeless


def _place(run: Run, lines: Sequence[Line], form: Form) -> tuple[int, bool] | None:
    """The line that added lines follow, and whether they follow it directly; None if it is gone."""
    after = run.after
    if after is None:
        return -1, False
    wanted = (after.at, after.normal)
    found = next((n for n, each in enumerate(lines) if (each.at, each.normal) == wanted), None)
    is_direct = run.close
    if found is None:
        found = next((n for n, each in enumerate(lines) if after.at and each.id == after.at), None)
        # Text directly below a row would become a row.
        is_direct = found is not None and run.close and run.is_row and lines[found].is_row
    if found is None:
        return None
    while form.has_blocks and not is_direct and _goes_on(lines, found):
        found += 1
    return found, is_direct


def _goes_on(lines: Sequence[Line], place: int) -> bool:
    return place + 1 < len(lines) and bool(lines[place + 1].text.strip())


def _with_section(body: list[str], section: list[str], form: Form) -> list[str]:
    """The document with the section for what has no place any more."""
    if not section:
        return body
    added = [*form.opening, *section, *form.closing]
    if form.last and form.last in body:
        place = body.index(form.last)
        return [*body[:place], *added, *body[place:]]
    return [*body, "", *added]
