"""Records by id, each made when somebody first asks for it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

Item = TypeVar("Item")


class Shelf(Mapping[str, Item]):
    """A mapping whose values are made one by one; a name for which none can be made is not in it.

    What comes with evalkit is in reach of every workspace, and most workspaces need little of it.
    """

    def __init__(self, names: Iterable[str], make: Callable[[str], Item | None]) -> None:
        self.names = dict.fromkeys(names)
        """Every name for which something may be there."""
        self._make = make
        self._made: dict[str, Item | None] = {}

    def __getitem__(self, name: str) -> Item:
        if name not in self._made:
            self._made[name] = self._make(name) if name in self.names else None
        item = self._made[name]
        if item is None:
            raise KeyError(name)
        return item

    def __iter__(self) -> Iterator[str]:
        return (name for name in self.names if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
