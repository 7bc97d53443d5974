"""What is to be done until the integration runs."""

from typing import Annotated

from pydantic import ConfigDict, Field

from evalkit.model.base import Day, Id, Lenient, Record, Text


class Step(Record):
    """Something that is to be done until the integration runs."""

    # In a file it is `from`, which is not a name in Python.
    model_config = ConfigDict(populate_by_name=False)

    id: Id
    """The name by which other steps refer to it.
    Examples: "contract"
    """
    title: Text
    """What is done.
    Examples: "Contract signed"
    """
    who: Text | None = None
    """Who does it: a stakeholder's id, or a name.
    Examples: "finance"
    """
    from_: Day = Field(alias="from")
    """The day on which it begins.
    Examples: "2026-12-01"
    """
    to: Day
    """The day by which it is done.
    Examples: "2026-12-15"
    """
    after: Annotated[tuple[Id, ...], Lenient, Field(max_length=100)] = ()
    """The steps that must be done before it begins.
    Examples: ["contract"]
    """
    done: Day | None = None
    """The day on which it was done; omitted until then.
    Examples: "2026-12-14"
    """
