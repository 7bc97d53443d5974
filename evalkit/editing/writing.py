"""Plain data → YAML text: short values on one line, long ones over several."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from evalkit.source.yaml.scalars import NotFiniteError, resolve

WIDTH = 100
"""The longest line, unless the data allow no shorter form."""

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def block(value: Any, margin: int, step: int) -> Iterator[str]:
    """The lines of a value: a short one takes one line, unless it is a mapping of mappings."""
    pad = " " * margin
    if isinstance(value, Mapping):
        for key, inner in value.items():
            line = pad + entry(key, inner)
            if goes_below(inner, len(line)):
                yield f"{pad}{_scalar(key)}:"
                yield from block(inner, margin + step, step)
            else:
                yield line
    elif isinstance(value, (list, tuple)):
        yield from (f"{pad}- {flow(item)}" for item in value)
    else:
        yield pad + flow(value)


def goes_below(value: Any, length: int) -> bool:
    """Whether a value goes below its key, if one line would have this length."""
    if not isinstance(value, (Mapping, list, tuple)) or not value:
        return False
    nested = isinstance(value, Mapping) and all(isinstance(v, Mapping) for v in value.values())
    return nested or length > WIDTH


def entry(key: str | int, value: Any) -> str:
    """A key with its value on one line."""
    return f"{_scalar(key)}: {flow(value)}"


def flow(value: Any) -> str:
    """A value on one line, in braces and brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(entry(key, inner) for key, inner in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(flow, value)) + "]"
    return _scalar(value)


def wrapped(line: str, column: int, margin: int) -> Iterator[str]:
    """The lines of a flow value that begins at a column; later lines begin at the margin."""
    shown, *pieces = line.split(", ")
    for piece in pieces:
        if column + len(shown) + len(piece) + len(", ,") > WIDTH:
            yield shown + ","
            shown, column = " " * margin + piece, 0
        else:
            shown += ", " + piece
    yield shown


def _scalar(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, str) and _PLAIN.fullmatch(value) and means_itself(value):
        return value
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def means_itself(text: str) -> bool:
    """Whether unquoted text is parsed as that text."""
    try:
        return resolve(text) == text
    except NotFiniteError:
        return False
