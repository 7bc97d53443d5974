"""A mapping of records by id, each made on first use."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

Item = TypeVar("Item")


class LazyMapping(Mapping[str, Item]):
    """A mapping that makes each value on first use, and lacks names for which it cannot make one.

    Every workspace can use all files that come with evalkit, and most need few of them.
    """

    def __init__(self, names: Iterable[str], make: Callable[[str], Item | None]) -> None:
        self.names = dict.fromkeys(names)
        """Every name that may have a value."""
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
