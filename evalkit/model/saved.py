"""Types for the fields of a saved evaluation.

As annotations they cost nothing when an evaluation is built, but they validate JSON, which anybody
may have written.
"""

from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, Strict, StringConstraints
from pydantic_core import PydanticCustomError

from evalkit.level import SAME

OutOf100 = Annotated[float, Field(ge=-100 * SAME, le=100 + 100 * SAME)]
"""A number from 0 to 100, such as a value or a percentage."""
Share = Annotated[float, Field(ge=-SAME, le=1 + SAME)]
ShareChange = Annotated[float, Field(ge=-1 - SAME, le=1 + SAME)]
"""The difference between two shares."""
Quantity = Annotated[float, Field(ge=-1e150, le=1e150)]
"""An amount of anything: larger than files can produce, and small enough to print."""
Size = Annotated[float, Field(ge=0, le=1e150)]
WholeNumber = Annotated[int, Field(ge=0, le=2**63 - 1)]
Draws = Annotated[int, Field(ge=1, le=10**9)]
Rank = Annotated[int, Field(ge=1, le=10**9)]
Age = Annotated[int, Field(ge=-4_000_000, le=4_000_000)]

# ASCII letters only: an id becomes an anchor and part of a file name.
NodeId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
"""The id of a criterion or a measure."""
FlowId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,127}$")]
Name = Annotated[str, StringConstraints(min_length=1)]
Website = Annotated[str, StringConstraints(pattern=r"^(https?://|$)")]
"""A text that is empty if unknown."""


def _known(locale: str) -> str:
    # Only evaluations with money need it.
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
"""Types that stop at the first fault: a million faults would take all memory."""
Some = Annotated[Many[Each], Field(min_length=1)]


def _few(given: Any) -> Any:
    if isinstance(given, dict) and len(given) > 20:  # noqa: PLR2004
        raise PydanticCustomError("few", "should have no more than 20 keys")
    return given


# JSON below a validator of our own is checked as Python, where a list is no tuple.
LimitRange = Annotated[tuple[Size, Size | None], Strict(strict=False)]
LimitValue = Size | Literal["unlimited"] | LimitRange
"""A number, or the lowest and the highest possible one, of which the highest may be unknown."""
LimitValues = Annotated[dict[str, LimitValue], BeforeValidator(_few)]
"""A small mapping inside another one, in which faults would multiply."""
