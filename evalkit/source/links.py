"""The id and category of a file, which other files refer to."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Links:
    """The id and category of a file; None if it states none."""

    id: str | None = None
    category: str | None = None


def links_of(data: Any) -> Links:
    """The links in a file's plain data; none in data of another form."""
    if not isinstance(data, dict):
        return Links()
    return Links(_text(data.get("id")), _text(data.get("category")))


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
