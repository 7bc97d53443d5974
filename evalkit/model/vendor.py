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
    """The name of the file, without its ending.
    Examples: "examplepay"
    """
    name: Text
    """What people call it.
    Examples: "ExamplePay"
    """
    category: Id
    """The criteria by which it is judged, by the name of their file.
    Examples: "payment-gateways"
    """
    website: WebLink | None = None
    """Where its own pages begin.
    Examples: "https://www.examplepay.test"
    """
    note: Text | None = None
    """What else a reader should know."""
    facts: dict[MeasureId, Fact] = Field(default={})
    """What is known, by the measures of the category's criteria."""
    charges: Annotated[tuple[Charge, ...], Lenient] = ()
    """What it costs, by its price list."""
    integration: Integration | None = None
    """How it can be reached; None where nobody has looked."""
