"""A baseline: the known findings of a repository, so that only new ones count."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evalkit.checking.reading import content_of, text_in
from evalkit.diagnostics.record import Diagnostic
from evalkit.errors import EvalkitError
from evalkit.source.yaml.lines import place_of_end

FORMAT = 2
_BY_PLACE = 1
"""The format whose findings had the number of an entry in its list, which moves."""
MAX_BYTES = 8 * 1024 * 1024
MAX_KINDS = 50_000
"""The most entries that a baseline may have."""
MAX_COUNT = 10**9

Name = tuple[str, str, tuple[str, ...]]
"""Path, code and name of a finding, which do not depend on the lines and entries above it."""
Key = tuple[Name, str]
"""The name of a finding, and the content that tells it apart from others of that name."""
Known = Mapping[Key, int]
"""The number of known findings for each key."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Findings compared with a baseline."""

    new: tuple[Diagnostic, ...]
    known: int
    """How many findings are in the baseline."""
    gone: int
    """How many findings of the baseline no longer occur."""


def key_of(diagnostic: Diagnostic) -> Key:
    """The key by which a finding is recognised."""
    return (diagnostic.path, diagnostic.code, diagnostic.name), diagnostic.content


def compared(
    found: Iterable[Diagnostic], known: Known, seen: Callable[[str, str], bool]
) -> Compared:
    """The findings that are not in a baseline; among several alike, the last ones are new.

    Of several findings of one name, those whose content is unchanged are known first.
    `seen` tells whether this run would find a code in a path.
    """
    left = Counter(known)
    changed = [each for each in found if not _taken(left, key_of(each))]
    names: Counter[Name] = Counter()
    for (name, _), count in left.items():
        names[name] += count
    new = [each for each in changed if not _taken(names, key_of(each)[0])]
    gone = sum(count for (path, code, _), count in names.items() if seen(path, code))
    return Compared(tuple(new), sum(known.values()) - names.total(), gone)


def _taken(left: Counter[Any], key: Key | Name) -> bool:
    """Take one from a count, if there is one left."""
    if left[key] <= 0:
        return False
    left[key] -= 1
    return True


def brought_up_to_date(
    found: Iterable[Diagnostic], known: Known, seen: Callable[[str, str], bool]
) -> Known:
    """The baseline of the current findings; entries that this run did not check are kept."""
    kept = {key: n for key, n in known.items() if not seen(key[0][0], key[0][1])}
    return Counter(kept) + Counter(key_of(diagnostic) for diagnostic in found)


def to_text(known: Known) -> str:
    """The text of a baseline file: sorted, with one line for each key.

    Raises EvalkitError if it would be too large to read back.
    """
    lines = sorted((*name, content, count) for (name, content), count in known.items())
    rows = ",\n".join(
        f'    {{"path": {_quoted(path)}, "code": {_quoted(code)}, "name": {_quoted(name)}, '
        f'"content": {_quoted(content)}, "count": {count}}}'
        for path, code, name, content, count in lines
    )
    body = f"[\n{rows}\n  ]" if rows else "[]"
    text = f'{{\n  "format": {FORMAT},\n  "findings": {body}\n}}\n'
    if len(lines) > MAX_KINDS or len(text.encode("utf-8", errors="backslashreplace")) > MAX_BYTES:
        raise EvalkitError(
            f"this is more than a baseline can hold, {MAX_KINDS:,} findings or "
            f"{MAX_BYTES // 1024:,} KiB; fix some first, or skip a rule with --ignore"
        )
    return text


def _quoted(value: str | tuple[str, ...]) -> str:
    return json.dumps(value, ensure_ascii=False)


def read(file: Path) -> Known:
    """The findings in a baseline file; EvalkitError if it cannot be read or has another format."""
    try:
        return _known(_content(file), file)
    except MemoryError:
        raise EvalkitError(f"cannot read {file}: there is not enough memory") from None


def _content(file: Path) -> Any:
    text = text_in(content_of(file, MAX_BYTES), file)
    # Each entry has two; millions of empty lists would take twenty times the memory of their text.
    if text.count("[") + text.count("{") > 4 * MAX_KINDS:
        raise _too_many(file)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        line, column = place_of_end(text[: error.pos])
        raise EvalkitError(
            f"{file}:{line}:{column}: the baseline is damaged: {error.msg.lower()}; {_AGAIN}"
        ) from None
    except (ValueError, RecursionError):
        raise EvalkitError(f"{file} is not a baseline of evalkit; {_AGAIN}") from None


def _known(content: Any, file: Path) -> Known:
    form = content.get("format") if isinstance(content, dict) else None
    if type(form) is int and form > FORMAT:
        raise EvalkitError(
            f"{file} was written by a newer evalkit (format {str(form)[:9]}); update evalkit"
        )
    if type(form) is int and form == _BY_PLACE:
        raise EvalkitError(
            f"{file} is of an older format, which took entries of lists by their number; {_AGAIN}"
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


_AGAIN = "name another file, or delete it and create it again: --baseline FILE --write-baseline"


def _entry(entry: Any, at: int, file: Path) -> tuple[Key, int]:
    if isinstance(entry, dict):
        path, code, content = (entry.get(key) for key in ("path", "code", "content"))
        name, count = entry.get("name"), entry.get("count")
        if (
            isinstance(path, str)
            and isinstance(code, str)
            and isinstance(content, str)
            and isinstance(name, list)
            and all(isinstance(step, str) for step in name)
            and type(count) is int
            and 0 < count <= MAX_COUNT
        ):
            return ((path, code, tuple(name)), content), count
    raise EvalkitError(f"{file}: finding {at} of the baseline is damaged; {_AGAIN}")
