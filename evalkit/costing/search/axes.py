"""The directions in which a search moves through the scenarios of a ledger."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from evalkit.costing.assumptions import Assumption, assumptions_behind, assumptions_of
from evalkit.costing.items import Item
from evalkit.costing.kinds import Key
from evalkit.costing.ledger import Ledger
from evalkit.model.prices.charge import Tiered

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Axis:
    """A range to search, or several that rise together from their low ends, 0, to their high, 1."""

    ranged: Sequence[Assumption]
    is_group: bool
    users: tuple[Item, ...] = ()
    """The items that depend on a single range."""

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and highest place on the axis."""
        return (0.0, 1.0) if self.is_group else (float(self.first.low), float(self.first.high))

    @property
    def first(self) -> Assumption:
        """The first range, which is the only one unless it is a group."""
        return self.ranged[0]

    def numbers(self, places: Floats) -> Iterator[tuple[Key, Floats]]:
        """The numbers of each assumption at some places of the axis."""
        for each in self.ranged:
            low, high = float(each.low), float(each.high)
            yield each.key, np.where(places > 0, high, low) if self.is_group else places


def axes_of(ledger: Ledger) -> list[Axis]:
    """The axes of a ledger: what can only raise its costs, or its benefits, is a single one.

    The extremes of a figure are then at the ends of these two, whatever the others are. Beside a
    rival, its costs and benefits are two more: a return on what is paid beyond it depends on each.
    """
    users = _users(ledger)
    general = {each.key for each in assumptions_behind((), ledger.money)}
    groups: dict[_Side, list[Assumption]] = {
        (side, is_rivals): [] for is_rivals in (False, True) for side in ("cost", "benefit")
    }
    alone: list[Axis] = []
    for each in ledger.assumptions.values():
        items = users.get(each.key, [])
        if not each.is_range:
            continue
        if each.key not in general and _rises(each.key, items, ledger):
            groups[_side(items[0])].append(each)
        else:
            alone.append(Axis((each,), is_group=False, users=tuple(items)))
    grouped = (Axis(found, is_group=True) for found in groups.values() if found)
    return [*grouped, *alone]


_Side = tuple[str, bool]


def _side(item: Item) -> _Side:
    return item.side, item.is_rivals


def _users(ledger: Ledger) -> dict[Key, list[Item]]:
    """The items that depend on each assumption."""
    found: dict[Key, dict[Key, Item]] = {}
    for item in ledger.items:
        for each in assumptions_of(item, ledger.money):
            found.setdefault(each.key, {})[item.key] = item
    return {key: list(items.values()) for key, items in found.items()}


def _rises(key: Key, items: Sequence[Item], ledger: Ledger) -> bool:
    """Whether a number can only raise all items that depend on it, which are on one side."""
    return len(set(map(_side, items))) == 1 and all(
        _is_price(key, item) or _rises_with_all(item, ledger) for item in items
    )


def _is_price(key: Key, item: Item) -> bool:
    return key[: len(item.key)] == item.key and key[-1] not in {"yearly_increase", "probability"}


def _rises_with_all(item: Item, ledger: Ledger) -> bool:
    """Whether an item rises with each number behind it, as it does without negative prices.

    By volume, it falls where the next tier is cheaper for all units.
    """
    if isinstance(item.entry, Tiered) and item.entry.mode == "volume":
        return False
    behind = (ledger.assumptions[each.key] for each in assumptions_of(item, ledger.money))
    return all(each.low >= 0 for each in behind if _is_price(each.key, item))


def scenario(axes: Iterable[Axis], places: Floats) -> dict[Key, Any]:
    """The numbers at some points, whose last dimension is the place on each axis."""
    columns = np.moveaxis(places, -1, 0)
    return {
        key: number
        for axis, column in zip(axes, columns, strict=True)
        for key, number in axis.numbers(column)
    }


def figures(ledger: Ledger, outcome: Any, numbers: Mapping[Key, Any], count: int) -> Floats:
    """A figure in each of `count` scenarios; infinite where it is missing, as a payback may be."""
    found = outcome(ledger, ledger.drawn(numbers))
    given = np.asarray(np.nan if found is None else found, dtype=np.float64)
    return np.broadcast_to(np.where(np.isnan(given), np.inf, given), (count,))
