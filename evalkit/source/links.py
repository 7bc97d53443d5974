"""The id of a file and the category it names, whether or not the file is free of faults."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Links:
    """What other files must know of a file; None where it says nothing of the kind."""

    id: str | None = None
    category: str | None = None


def links_of(data: Any) -> Links:
    """The links in the plain data of a file of any kind; what has another form links nothing."""
    if not isinstance(data, dict):
        return Links()
    return Links(_text(data.get("id")), _text(data.get("category")))


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
