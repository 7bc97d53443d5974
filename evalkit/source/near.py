"""Find the known name that is nearest to an unknown one, within limits.

Comparing two names takes time that grows with the square of their length, and a file may have ten
thousand unknown names among ten thousand known ones.
"""

import difflib
import heapq
import itertools
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

MAX_SEARCHED = 20
"""The most unknown names of a file for which to find a near one."""
MAX_KNOWN = 200
"""The most known names to compare; if there are more, those with the same start and length."""
MAX_LENGTH = 64
"""The longest possible name."""
_LETTERS = 20_000
"""The rough number of letters to compare for one name."""
MAX_NAMED = 20
"""The most files or names that a message lists."""
_SHOWN = 12
_ALIKE = 0.6


class Names(frozenset[str]):
    """Known names, sorted only once for any number of unknown ones."""

    @cached_property
    def in_order(self) -> tuple[str, ...]:
        """The names in alphabetical order."""
        return tuple(sorted(self))

    @cached_property
    def by_beginning(self) -> Mapping[tuple[str, int], Sequence[str]]:
        """The names by first letter and length."""
        found: dict[tuple[str, int], list[str]] = {}
        for each in self.in_order:
            found.setdefault((each[:1], len(each)), []).append(each)
        return found


class Near:
    """Near names for the unknown ones of one file."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, Names], str | None] = {}

    def hint(self, word: str, known: Names, but: str = "") -> str:
        """A question with the nearest known word, or a list of known words if none is near.

        The word in `but` is not suggested.
        """
        if but in known and len(self._found) < MAX_SEARCHED:
            known = Names(known - {but})
        near = self.name(word, known)
        return known_here(known) if near is None else f"did you mean `{near}`?"

    def name(self, word: str, known: Names, cutoff: float = _ALIKE) -> str | None:
        """The nearest known word; None if there is none, or after MAX_SEARCHED words."""
        key = word, known
        if key not in self._found and len(self._found) < MAX_SEARCHED:
            self._found[key] = next(iter(nearest(word, known, cutoff=cutoff)), None)
        return self._found.get(key)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint for a single unknown word."""
    return Near().hint(word, Names(known))


def known_here(known: Names) -> str:
    """A list of the known words, or of the first ones."""
    return f"known here: {shortened(known.in_order)}" if known else ""


def shortened(words: Sequence[str], most: int = _SHOWN) -> str:
    """The first of some words, separated by commas."""
    return ", ".join(words[:most]) + (", …" if len(words) > most else "")


def clipped(name: str) -> str:
    """A name for a message, cut to the length of the longest possible name."""
    return name if len(name) <= MAX_LENGTH else f"{name[:MAX_LENGTH]}…"


def nearest(word: str, known: Iterable[str], count: int = 1, cutoff: float = _ALIKE) -> list[str]:
    """The known words most like a word, the nearest first."""
    if len(word) > MAX_LENGTH:
        return []
    matcher = difflib.SequenceMatcher()
    matcher.set_seq2(word)
    likely = []
    for each in _among(word, known if isinstance(known, Names) else Names(known)):
        matcher.set_seq1(each)
        # Both are cheap upper bounds of a full comparison.
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff:
            likely.append((matcher.quick_ratio(), each))
    most = _LETTERS // (len(word) + 1) ** 2
    words = [each for _, each in heapq.nlargest(most, likely)]
    return difflib.get_close_matches(word, words, n=count, cutoff=cutoff)


def _among(word: str, known: Names) -> Iterable[str]:
    """The known words that are worth comparing."""
    if len(known) <= MAX_KNOWN:
        return (each for each in known.in_order if len(each) <= MAX_LENGTH)
    lengths = (len(word) + more for more in (0, 1, -1, 2, -2))
    alike = (known.by_beginning.get((word[:1], size), ()) for size in lengths)
    return itertools.islice(itertools.chain.from_iterable(alike), MAX_KNOWN)
