"""Roles: what vendors of one category do for a client, and so which of them are compared."""

from typing import Annotated

from pydantic import Field, StringConstraints

from evalkit.model.base import Lenient, Record, Text

RoleId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
Counted = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
"""The id of a criterion or of a measure."""


class Role(Record):
    """What some vendors of a category do, which others of it do not."""

    title: Text
    """What its vendors are called together, for reports.
    Examples: "Acquirers"
    """
    about: Text | None = None
    """What such a vendor does for the client."""
    without: Annotated[tuple[Counted, ...], Lenient, Field(max_length=1000)] = ()
    """Measures that such a vendor cannot have, by their ids or by that of a criterion above them.
    They are left out for every vendor that is compared with one in this role.
    Examples: ["settlement_api"]
    """
