"""What some vendors list a price for and others do not."""

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evalkit.costing.ledger import Ledger
from evalkit.evaluation.costs.books import Books
from evalkit.evaluation.costs.figures import own_items
from evalkit.level import is_level
from evalkit.model.criteria import in_lower_case
from evalkit.model.entries import asked_by, volume_named
from evalkit.model.money import Money

Units = Mapping[str, Collection[str]]

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
            if unit not in listed and not _alike(unit, listed, owners, books.money)
        )
        if silent:
            found.setdefault((priced, silent), []).append(unit)
    return [Gap(tuple(units), *who) for who, units in found.items()]


def _all(units: Mapping[str, Collection[str]]) -> Iterator[str]:
    return itertools.chain.from_iterable(units.values())


def _units(ledger: Ledger) -> dict[str, set[str]]:
    """The units that a vendor charges for, each with a share of its value, an amount, or both."""
    found: dict[str, set[str]] = {}
    for item in own_items(ledger):
        unit = getattr(item.entry, "per", None)
        if unit:
            found.setdefault(unit, set()).update(asked_by(item.entry))
    return found


def _alike(unit: str, listed: Units, owners: Sequence[Units], money: Money) -> bool:
    """Whether a price list covers the same charge as a whole, or split differently.

    Orders by card type split all orders if they add up to them, or if the vendor does not charge
    for orders as a whole in the same way, by share or by amount; otherwise they are surcharges.
    """
    kind = unit.rsplit("_", maxsplit=1)[-1]
    if unit == kind:
        return any(other.endswith(f"_{kind}") for other in listed)
    is_piece = all(
        {*owner[unit]}.isdisjoint(owner.get(kind, ())) or _add_up(kind, owner, money)
        for owner in owners
    )
    return is_piece and any(other == kind or other.endswith(f"_{kind}") for other in listed)


def _add_up(kind: str, owner: Units, money: Money) -> bool:
    """Whether the kinds of a unit that a vendor charges for are together one volume of the plan."""
    shares = [_share(each, money) for each in owner if each.endswith(f"_{kind}")]
    wholes = {of for of, _ in shares}
    return len(wholes) == 1 and is_level(sum(share for _, share in shares), 1)


def _share(unit: str, money: Money) -> tuple[str | None, float]:
    """The volume of which a unit is a stated share, and the share; None if it is none."""
    volume = money.volumes.get(volume_named(money, unit) or "")
    if volume is None or volume.share is None or volume.share.value is None:
        return None, 0.0
    return volume.of, volume.share.value
