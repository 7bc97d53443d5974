"""What some vendors list a price for and others do not."""

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evalkit.costing.ledger import Ledger
from evalkit.evaluation.costs.books import Books
from evalkit.evaluation.costs.figures import own_items
from evalkit.model.criteria import in_lower_case

MOST_COMPARED = 50
"""How many vendors, and how many of the units they charge for, are checked for missing prices."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Units that some vendors charge for, and of which others do not give a price."""

    units: tuple[str, ...]
    priced: tuple[str, ...]
    """The vendors that list a price."""
    silent: tuple[str, ...]
    """The vendors with other prices, but with none for these."""

    @property
    def called(self) -> list[str]:
        """The units in words."""
        return [in_lower_case(unit) for unit in self.units]


def gaps(books: Books, vendors: Iterable[str]) -> list[Gap]:
    """Prices missing among vendors of which some price is known, in the order of the units.

    What the client can do without a vendor has no price list from which one could be missing.
    """
    listing = (each for each in vendors if books.ledgers[each].candidate is None)
    compared = itertools.islice(listing, MOST_COMPARED)
    units = {vendor: _units(books.ledgers[vendor]) for vendor in compared}
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for unit in itertools.islice(dict.fromkeys(_all(units)), MOST_COMPARED):
        priced = tuple(vendor for vendor, listed in units.items() if unit in listed)
        owners = [units[vendor] for vendor in priced]
        silent = tuple(
            vendor
            for vendor, listed in units.items()
            if unit not in listed and not _alike(unit, listed, owners)
        )
        if silent:
            found.setdefault((priced, silent), []).append(unit)
    return [Gap(tuple(units), *who) for who, units in found.items()]


def _all(units: Mapping[str, Collection[str]]) -> Iterator[str]:
    return itertools.chain.from_iterable(units.values())


def _units(ledger: Ledger) -> list[str]:
    """The units that a vendor charges for, whatever the kind of charge."""
    found = (getattr(item.entry, "per", None) for item in own_items(ledger))
    return list(dict.fromkeys(unit for unit in found if unit))


def _alike(unit: str, listed: Sequence[str], owners: Sequence[Sequence[str]]) -> bool:
    """Whether a price list covers the same charge as a whole, or split differently.

    Orders by card type split all orders if the vendor does not charge for orders as a whole;
    otherwise they are surcharges.
    """
    kind = unit.rsplit("_", maxsplit=1)[-1]
    if unit == kind:
        return any(other.endswith(f"_{kind}") for other in listed)
    is_piece = all(kind not in owner for owner in owners)
    return is_piece and any(other == kind or other.endswith(f"_{kind}") for other in listed)
