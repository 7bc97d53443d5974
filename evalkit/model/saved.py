"""What a field of a saved evaluation may hold, in one word each.

An annotation costs nothing when an evaluation is built. What comes back from JSON may have been
written by anybody, and is checked by these.
"""

from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

NOISE = 1e-9
"""Of the arithmetic: how far a figure may lie beyond its ends."""

OutOf100 = Annotated[float, Field(ge=-100 * NOISE, le=100 + 100 * NOISE)]
"""Of a hundred; also percent."""
Share = Annotated[float, Field(ge=-NOISE, le=1 + NOISE)]
ShareChange = Annotated[float, Field(ge=-1 - NOISE, le=1 + NOISE)]
"""From one share to another."""
Quantity = Annotated[float, Field(ge=-1e150, le=1e150)]
"""Of money or of anything else: more than files can lead to, and no more than can be printed."""
Size = Annotated[float, Field(ge=0, le=1e150)]
WholeNumber = Annotated[int, Field(ge=0, le=2**63 - 1)]
Draws = Annotated[int, Field(ge=1, le=10**9)]
Rank = Annotated[int, Field(ge=1, le=10**9)]
Age = Annotated[int, Field(ge=-4_000_000, le=4_000_000)]

# Only letters of ASCII: an id becomes an anchor and a part of a file's name.
NodeId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
"""Of a criterion or a measure."""
FlowId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,127}$")]
Name = Annotated[str, StringConstraints(min_length=1)]
Website = Annotated[str, StringConstraints(pattern=r"^(https?://|$)")]
"""Empty where none is known."""


def _known(locale: str) -> str:
    # Only what holds money needs it.
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        Locale.parse(locale.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        raise PydanticCustomError("locale", "should be a locale, such as en or de_CH") from None
    return locale


LocaleName = Annotated[str, StringConstraints(max_length=20), AfterValidator(_known)]
ItemKind = Literal[
    "one_off", "recurring", "usage", "tiered", "internal",
    "hours_saved", "extra_margin", "cost_ended",
]  # fmt: skip

Each = TypeVar("Each")
Many = Annotated[tuple[Each, ...], Field(fail_fast=True)]
"""The first fault ends the check: a million of them would take all memory."""
Some = Annotated[Many[Each], Field(min_length=1)]


def _few(given: Any) -> Any:
    if isinstance(given, dict) and len(given) > 20:  # noqa: PLR2004
        raise PydanticCustomError("few", "should have no more than 20 keys")
    return given


LimitValues = Annotated[dict[str, Size], BeforeValidator(_few)]
"""Within what is itself in a mapping, faults would multiply."""
