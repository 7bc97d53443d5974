"""Unknown keys of records, with the keys that were probably meant."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, get_args

import pydantic
from pydantic_core import ErrorDetails

from evalkit.diagnostics.record import Finding, Route
from evalkit.source.near import Near
from evalkit.source.shape import faults
from evalkit.source.shape.misspelt import answers
from evalkit.source.yaml.routes import leads_somewhere

MAX_LISTED = 100
"""The most unknown keys of a mapping that are listed; further ones are counted."""
_COMMA = "inside { } a comma ends the value: put text with commas in quotes"
_COMMA_IN_NUMBER = "inside { } a comma ends the value: write numbers as 1299.00"

Model = type[pydantic.BaseModel]
Steps = tuple[int | str, ...]


def unknown_keys(
    model: Model, data: Any, details: Iterable[ErrorDetails], near: Near
) -> Iterator[Finding]:
    """A finding for each unknown key, mapping by mapping."""
    around: dict[Steps, list[str]] = defaultdict(list)
    for detail in details:
        around[detail["loc"][:-1]].append(str(detail["loc"][-1]))
    for loc, keys in around.items():
        yield from _in_one_mapping(model, data, loc, keys, near)


def _in_one_mapping(
    model: Model, data: Any, loc: Steps, keys: list[str], near: Near
) -> Iterator[Finding]:
    route, record, there = _followed(model, data, loc)
    known = {key for each in _records(record) for key in _keys(each)} - set(there)
    more = max(0, len(keys) - MAX_LISTED)
    listed = answers(keys[:MAX_LISTED], known, near, _every_key(model))
    for number, (key, hint, fix) in enumerate(listed, start=1):
        advice = _COMMA_IN_NUMBER if key[:1].isdigit() else _COMMA if " " in key else hint
        behind = more if number == MAX_LISTED else 0
        yield faults.unknown_key((*route, key), advice, fix if key in there else None, behind)


def _followed(model: Model, data: Any, loc: Steps) -> tuple[Route, Any, dict[str, Any]]:
    """The route to a record, its model, and its data."""
    route: list[str | int] = []
    for step in loc:
        # A kind in pydantic's location is not a step in the data, even if a key has that name.
        is_step = not _is_tag(model, step)
        model = _step_into(model, step)
        if is_step and leads_somewhere(data, step):
            route.append(step)
            data = data[step]
    return tuple(route), model, data if isinstance(data, dict) else {}


@cache
def _every_key(model: Model) -> frozenset[str]:
    """The keys of a record and of all records in it."""
    found: set[str] = set()
    to_do, done = [model], set[Model]()
    while to_do:
        record = to_do.pop()
        if record not in done:
            done.add(record)
            found |= set(_keys(record))
            for field in record.model_fields.values():
                to_do += _records(field.annotation)
    return frozenset(found)


def _keys(record: Model) -> Iterator[str]:
    """The keys of a record, as written in files."""
    for name, field in record.model_fields.items():
        yield field.alias or name


def _step_into(annotation: Any, step: int | str) -> Any:
    records = _records(annotation)
    if _is_tag(annotation, step):
        return next(record for record in records if _tag(record) == step)
    for record in records:
        if isinstance(step, str) and step in record.model_fields:
            return record.model_fields[step].annotation
    return annotation  # an item of a list or mapping: the records within stay the same


def _is_tag(annotation: Any, step: int | str) -> bool:
    """Whether a step only selects one of several records."""
    records = _records(annotation)
    return len(records) > 1 and step in map(_tag, records)


def _tag(record: Model) -> Any:
    field = record.model_fields.get("kind")
    literal = get_args(field.annotation) if field else ()
    return literal[0] if literal else None


def _records(annotation: Any) -> list[Model]:
    if isinstance(annotation, type) and issubclass(annotation, pydantic.BaseModel):
        return [annotation]
    return [record for part in get_args(annotation) for record in _records(part)]
