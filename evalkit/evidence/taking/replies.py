"""Answers that came back in a file, as they stand there."""

import datetime
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from evalkit.diagnostics.visible import visible
from evalkit.errors import EvalkitError
from evalkit.evidence.asking.questions import COLUMNS, NO, YES
from evalkit.source.document import document
from evalkit.source.shape.record import refuse_errors

ID_STEPS = 4
_TEXTS = ("question", "unit", "form")
_KEYS = {"id", "title", "criterion", "still_open", *_TEXTS, *COLUMNS}
"""The keys of a question, in any form."""


@dataclass(frozen=True)
class Reply:
    """What a file holds about one question: its hidden id, its texts, and what was filled in."""

    id: str
    shown: Mapping[str, str]
    """The texts of the question, by key; a form need not show all of them."""
    given: Mapping[str, str]
    """What was filled in, by key of its column."""
    cell: str
    sheet: str = ""
    formulas: tuple[str, ...] = ()
    """The heads of columns in which a formula stands."""
    is_hidden: bool = False

    @property
    def vendor(self) -> str:
        """The id of the vendor that was asked; empty if the hidden id is gone."""
        steps = self.id.split("/")
        return steps[1] if len(steps) == ID_STEPS else ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was filled in."""
        return not any(self.given.values())


@dataclass(frozen=True)
class Returned:
    """A file that came back."""

    file: str
    sha256: str
    mark: str
    """The digest of all questions that it was written with; empty if it is gone."""
    replies: tuple[Reply, ...]
    remarks: tuple[str, ...] = field(default=())
    """What is odd about the file as a whole."""

    def place(self, reply: Reply) -> str:
        """Where a reply stands, for messages."""
        # A table of text has no sheets, and its only one is named like the file.
        return ", ".join(dict.fromkeys(filter(None, (self.file, reply.sheet, reply.cell))))


def read_answers(raw: bytes, name: str) -> Returned:
    """Read a questionnaire that came back as YAML, or that a form saved as JSON.

    Raises EvalkitError if it is neither, or no questionnaire.
    """
    data = _json(raw, name) if name.lower().endswith(".json") else _yaml(raw, name)
    if not isinstance(data, dict) or not isinstance(data.get("questions"), list):
        raise EvalkitError(f"{name} is no questionnaire of evalkit: it has no list `questions`")
    mark = data.get("mark")
    return Returned(
        file=visible(PurePath(name).name),
        sha256=hashlib.sha256(raw).hexdigest(),
        mark=mark if isinstance(mark, str) else "",
        replies=tuple(_replies(data["questions"], name)),
        remarks=tuple(_remarks(data)),
    )


def _remarks(data: Mapping[Any, Any]) -> Iterator[str]:
    """What stands under keys that no form has."""
    known = [("", {"mark", "questions"}, data)]
    known += [(f"entry {at}: ", _KEYS, each) for at, each in enumerate(data["questions"], start=1)]
    for place, keys, entry in known:
        yield from (
            f"{place}nobody asked for `{key}`; not read" for key in entry if key not in keys
        )


def _yaml(raw: bytes, name: str) -> Any:
    found = document(raw, name, kind="answers")
    refuse_errors(found)
    entries = found.data.get("questions") if isinstance(found.data, dict) else None
    for at, entry in enumerate(entries if isinstance(entries, list) else ()):
        for key, value in entry.items() if isinstance(entry, dict) else ():
            if isinstance(value, float):
                # As it was typed: section 4.10 is not 4.1, and 1.000 may be a thousand.
                span = found.span(("questions", at, key))
                entry[key] = found.line(span.line)[span.column - 1 : span.end_column - 1]
    return found.data


def _json(raw: bytes, name: str) -> Any:
    # JSON is nearly YAML: only there, two escapes in a row may stand for one character.
    try:
        return json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise EvalkitError(f"{name}: this is not JSON that a form has saved") from error


def _replies(entries: list[Any], name: str) -> Iterator[Reply]:
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict) or any(map(_is_nested, entry.values())):
            raise EvalkitError(f"{name}: entry {number} of `questions` is no question")
        shown = {key: _text(entry[key]) for key in _TEXTS if key in entry}
        key = _text(entry.get("id"))
        measure = key.split("/")[2] if len(key.split("/")) == ID_STEPS else f"entry {number}"
        yield Reply(key, shown, {each: _text(entry.get(each)) for each in COLUMNS}, measure)


def _is_nested(value: Any) -> bool:
    inner = value if isinstance(value, list) else [value] if isinstance(value, dict) else []
    return any(isinstance(each, (list, dict)) for each in inner)


def _text(value: Any) -> str:
    """What was filled in, as text: `true` is a yes, and a list has commas."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, list):
        return ", ".join(map(_text, value))
    if isinstance(value, datetime.date):
        return value.isoformat()
    return " ".join(str(value).split()) if value is not None else ""
