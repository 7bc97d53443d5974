"""Price lists of a limited length."""

from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from evalkit.model.base import Lenient
from evalkit.model.prices.charge import Charge, Tiered

MOST = 300
"""The most prices in a list. The longest known list has about sixty, and as each number is varied
while all others stay fixed, the work grows with the square."""


def _of_a_length(charges: tuple[Charge, ...]) -> tuple[Charge, ...]:
    tiers = (len(each.tiers or ()) if isinstance(each, Tiered) else 1 for each in charges)
    if sum(max(count, 1) for count in tiers) > MOST:
        raise PydanticCustomError("too_many_prices", "a price list is not as long")
    return charges


PriceList = Annotated[tuple[Charge, ...], Lenient, AfterValidator(_of_a_length)]
