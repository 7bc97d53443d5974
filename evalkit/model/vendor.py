"""What is compared."""

from pydantic import Field

from evalkit.model.base import Id, MeasureId, Record, Text, WebLink
from evalkit.model.fact import Fact


class Vendor(Record):
    """A vendor and what is known about it."""

    id: Id
    name: Text
    category: Id
    website: WebLink | None = None
    note: Text | None = None
    facts: dict[MeasureId, Fact] = Field(default={})
