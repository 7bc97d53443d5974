"""Findings that an old repository starts with, kept in a file: only new ones count."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evalkit.checking.reading import content_of, text_in
from evalkit.diagnostics.record import Diagnostic, Route
from evalkit.errors import EvalkitError

FORMAT = 1
MAX_BYTES = 8 * 1024 * 1024
MAX_KINDS = 50_000
"""Entries of a baseline."""
MAX_COUNT = 10**9

Key = tuple[str, str, Route]
"""Path, code and route: what stays when lines above a finding come or go."""
Known = Mapping[Key, int]
"""How many findings of each kind are known."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Findings held against a baseline."""

    new: tuple[Diagnostic, ...]
    known: int
    """How many are in the baseline."""
    gone: int
    """How many the baseline has of which nothing was found any more."""


def key_of(diagnostic: Diagnostic) -> Key:
    """By what a finding is recognised."""
    return (diagnostic.path, diagnostic.code, diagnostic.route)


def compared(
    found: Iterable[Diagnostic], known: Known, seen: Callable[[str, str], bool]
) -> Compared:
    """The findings that a baseline does not have; of several alike, the last ones are new.

    `seen` says of a path and a code whether this run would have found it.
    """
    left = Counter(known)
    new = []
    for diagnostic in found:
        key = key_of(diagnostic)
        if left[key] > 0:
            left[key] -= 1
        else:
            new.append(diagnostic)
    gone = sum(count for (path, code, _), count in left.items() if seen(path, code))
    return Compared(tuple(new), sum(known.values()) - left.total(), gone)


def brought_up_to_date(
    found: Iterable[Diagnostic], known: Known, seen: Callable[[str, str], bool]
) -> Known:
    """The baseline of what is found now; what this run did not look at stays as it was."""
    kept = {key: count for key, count in known.items() if not seen(key[0], key[1])}
    return Counter(kept) + Counter(key_of(diagnostic) for diagnostic in found)


def to_text(known: Known) -> str:
    """A baseline as a file holds it: sorted, a line for each kind of finding.

    EvalkitError if there are so many that no run would read it.
    """
    lines = sorted((path, code, json.dumps(route), n) for (path, code, route), n in known.items())
    rows = ",\n".join(
        f'    {{"path": {_quoted(path)}, "code": {_quoted(code)}, "route": {_unescaped(route)}, '
        f'"count": {count}}}'
        for path, code, route, count in lines
    )
    body = f"[\n{rows}\n  ]" if rows else "[]"
    text = f'{{\n  "format": {FORMAT},\n  "findings": {body}\n}}\n'
    if len(lines) > MAX_KINDS or len(text.encode("utf-8", errors="backslashreplace")) > MAX_BYTES:
        raise EvalkitError(
            f"a baseline holds at most {MAX_KINDS:,} findings and {MAX_BYTES // 1024:,} KiB, and "
            "this is more; mend some first, or leave a rule out with --ignore"
        )
    return text


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _unescaped(route: str) -> str:
    return json.dumps(json.loads(route), ensure_ascii=False)


def read(file: Path) -> Known:
    """What a baseline holds; EvalkitError if it cannot be read, or is none of this format."""
    try:
        return _known(_content(file), file)
    except MemoryError:
        raise EvalkitError(f"cannot read {file}: there is not enough memory") from None


def _content(file: Path) -> Any:
    text = text_in(content_of(file, MAX_BYTES), file)
    # Each entry has two; millions of empty lists would take twenty times the room of their text.
    if text.count("[") + text.count("{") > 4 * MAX_KINDS:
        raise _too_many(file)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"{file}:{error.lineno}:{error.colno}"
        raise EvalkitError(
            f"{place}: the baseline is damaged: {error.msg.lower()}; {_AGAIN}"
        ) from None
    except (ValueError, RecursionError):
        raise EvalkitError(f"{file} is not a baseline of evalkit; {_AGAIN}") from None


def _known(content: Any, file: Path) -> Known:
    form = content.get("format") if isinstance(content, dict) else None
    if type(form) is int and form > FORMAT:
        raise EvalkitError(
            f"{file} was written by a newer evalkit (format {str(form)[:9]}); update evalkit"
        )
    if type(form) is not int or form != FORMAT or not isinstance(content.get("findings"), list):
        raise EvalkitError(f"{file} is not a baseline of evalkit; {_AGAIN}")
    if len(content["findings"]) > MAX_KINDS:
        raise _too_many(file)
    known: Counter[Key] = Counter()
    for at, entry in enumerate(content["findings"], start=1):
        key, count = _entry(entry, at, file)
        known[key] += count
    return known


def _too_many(file: Path) -> EvalkitError:
    return EvalkitError(f"{file} has more than {MAX_KINDS:,} entries; {_AGAIN}")


_AGAIN = "name another file, or delete it and write it anew: --baseline FILE --write-baseline"


def _entry(entry: Any, at: int, file: Path) -> tuple[Key, int]:
    if isinstance(entry, dict):
        path, code, route = (entry.get(key) for key in ("path", "code", "route"))
        count = entry.get("count")
        if (
            isinstance(path, str)
            and isinstance(code, str)
            and isinstance(route, list)
            and all(type(step) in {str, int} for step in route)
            and type(count) is int
            and 0 < count <= MAX_COUNT
        ):
            return (path, code, tuple(route)), count
    raise EvalkitError(f"{file}: finding {at} of the baseline is damaged; {_AGAIN}")
