"""Mappings of records by id, each record or all of them made on first use."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
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


class Deferred(Mapping[str, Item]):
    """A mapping that is made as a whole on first use, as most checks of a few files need none."""

    def __init__(self, make: Callable[[], Mapping[str, Item]]) -> None:
        self._make = make

    @cached_property
    def _whole(self) -> Mapping[str, Item]:
        return self._make()

    def __getitem__(self, name: str) -> Item:
        return self._whole[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole)

    def __len__(self) -> int:
        return len(self._whole)
