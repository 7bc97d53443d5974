"""What other files need to know of a file: its id, its category, and whether it is a vendor."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Links:
    """The id and category of a file; None if it states none."""

    id: str | None = None
    category: str | None = None
    is_candidate: bool = False
    """Whether it is something that the client can do without a vendor."""


def links_of(data: Any) -> Links:
    """The links in a file's plain data; none in data of another form."""
    if not isinstance(data, dict):
        return Links()
    is_candidate = _text(data.get("candidate")) is not None
    return Links(_text(data.get("id")), _text(data.get("category")), is_candidate)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
