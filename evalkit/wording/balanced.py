"""Tables of money whose printed figures add up by row, by column and overall."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from evalkit.wording.apportion import apportioned
from evalkit.wording.money import Printer
from evalkit.wording.rounding import rounded


@dataclass(frozen=True)
class Balanced:
    """Items by year, in whole units of the last printed digit, with their sums."""

    items: tuple[tuple[int, ...], ...]
    years: tuple[int, ...]
    """The sum of all items in each year."""

    @property
    def total(self) -> int:
        """The sum over all years and items."""
        return sum(self.years)


def balanced(flows: Sequence[Sequence[float]], years: int, digits: int, total: float) -> Balanced:
    """Round the flows of items so that they add up by year, by item and overall.

    The total is rounded as it is printed elsewhere, the yearly sums so that they add up to it, and
    the items of each year so that they add up to its sum. An item's own total is the sum of its
    printed amounts.
    """
    if not flows:
        return Balanced((), (0,) * years)
    exact = [sum(year) for year in zip(*flows, strict=True)]
    sums = apportioned(exact, digits, float(rounded(total, digits)))
    cells = [
        apportioned(year, digits, whole)
        for year, whole in zip(zip(*flows, strict=True), sums, strict=True)
    ]
    rows = tuple(tuple(units(cell, digits) for cell in row) for row in zip(*cells, strict=True))
    return Balanced(rows, tuple(units(each, digits) for each in sums))


def units(amount: float, digits: int) -> int:
    """A rounded amount in whole units of its last digit, so that sums are exact."""
    whole: int = round(amount * 10**digits)
    return whole


@dataclass(frozen=True)
class Write:
    """Formats amounts given in whole units of the last printed digit."""

    printer: Printer

    def __call__(self, amount: int) -> str:
        """The amount, without its currency."""
        return self.printer.plain(Decimal(amount).scaleb(-self.printer.digits))

    def exact(self, amount: float) -> str:
        """An amount that has not been rounded yet, without its currency."""
        return self.printer.plain(amount)
