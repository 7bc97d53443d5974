"""What is compared."""

from typing import Annotated

from pydantic import Field

from evalkit.model.base import Id, Lenient, MeasureId, Record, Text, WebLink
from evalkit.model.charge import Charge
from evalkit.model.fact import Fact
from evalkit.model.integration import Integration


class Vendor(Record):
    """A vendor and what is known about it."""

    id: Id
    name: Text
    category: Id
    website: WebLink | None = None
    note: Text | None = None
    facts: dict[MeasureId, Fact] = Field(default={})
    charges: Annotated[tuple[Charge, ...], Lenient] = ()
    """What it costs, by its price list."""
    integration: Integration | None = None
    """How it can be reached; None where nobody has looked."""
