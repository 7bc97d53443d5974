"""The ids of a saved evaluation, and what can be wrong where something else speaks of them."""

from collections.abc import Collection, Iterable, Iterator

from evalkit.evaluation.record import Evaluation


class Ids:
    """What other parts of an evaluation speak of, by id."""

    def __init__(self, evaluation: Evaluation) -> None:
        # Mappings, which keep their order: each is asked for many times.
        self.vendors = {each.id: each.rank for each in evaluation.vendors}
        self.criteria = dict.fromkeys(each.id for each in evaluation.criteria)
        self.measures = dict.fromkeys(m.id for each in evaluation.criteria for m in each.measures)
        self.background = dict.fromkeys(each.id for each in evaluation.background)

    def no_vendor(self, place: str, given: Iterable[str | None]) -> Iterator[str]:
        """Vendors that are not there; None is nobody."""
        return unknown(place, filter(None, given), self.vendors, "vendor")


def unknown(place: str, given: Iterable[str], known: Collection[str], what: str) -> Iterator[str]:
    """Ids of what is not there; `what` they would be."""
    return (f"`{place}`: there is no {what} `{name}`" for name in given if name not in known)


def twice(place: str, given: Iterable[str]) -> Iterator[str]:
    """Ids that are there more than once."""
    seen: set[str] = set()
    for name in given:
        if name in seen:
            yield f"`{place}`: `{name}` is there twice"
        seen.add(name)


def odd(place: str, given: Collection[str], wanted: Collection[str], what: str) -> Iterator[str]:
    """Ids that are missing or too many."""
    yield from unknown(place, given, wanted, what)
    missing = (name for name in wanted if name not in given)
    yield from (f"`{place}`: the {what} `{name}` is missing" for name in missing)


def uneven(place: str, given: Collection[object], wanted: int) -> Iterator[str]:
    """Lists that are not as long as they must be."""
    if len(given) != wanted:
        yield f"`{place}`: there are {len(given)} of them, not {wanted}"
