"""Correct misspelt words, if they can mean only one known word."""

from collections.abc import Collection, Iterable, Iterator

from evalkit.diagnostics.record import Fix
from evalkit.source.near import MAX_KNOWN, MAX_SEARCHED, Names, Near, known_here

_SHORTEST = 3
"""The shortest word to correct: one wrong letter in two is half the word."""
_LONG = 8
"""The length from which two letters may be wrong."""


def word_meant(word: str, known: Collection[str], elsewhere: Collection[str] = ()) -> str | None:
    """The only known word within one slip, or two for a long word; otherwise None.

    A slip is a wrong, missing or extra letter, or two swapped ones; capitals, and `-` for `_`, do
    not count. A word that is known `elsewhere` is in the wrong place, not misspelt. If there are
    too many known words, none is found.
    """
    if len(word) < _SHORTEST or word in elsewhere or len(known) > MAX_KNOWN:
        return None
    plain = word.lower().replace("-", "_")
    allowed = 2 if len(word) >= _LONG else 1
    near = [each for each in known if _slips(plain, each, allowed) <= allowed]
    return near[0] if len(near) == 1 else None


def answers(
    words: Iterable[str], known: Iterable[str], near: Near, elsewhere: Collection[str] = ()
) -> Iterator[tuple[str, str, Fix | None]]:
    """The unknown keys of one mapping, each with a hint, and a fix if it can mean only one key."""
    sought = Names(known)
    for number, word in enumerate(words):
        if number < MAX_SEARCHED:
            meant = word_meant(word, sought, elsewhere)
            yield word, near.hint(word, sought), Fix("rename", meant) if meant else None
        else:
            yield word, known_here(sought), None


def _slips(word: str, other: str, most: int) -> int:
    """The number of slips between two words, or any number above `most`.

    This is the optimal string alignment distance, computed only if it may be `most` or less.
    """
    size, beyond = len(other), most + 1
    if abs(len(word) - size) > most:
        return beyond
    before: list[int] = []
    row = list(range(size + 1))
    for i, letter in enumerate(word, start=1):
        earlier, before, row = before, row, [i, *[beyond] * size]
        for j in range(max(1, i - most), min(size, i + most) + 1):
            wrong = letter != other[j - 1]
            fewest = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + wrong)
            if i > 1 < j and (letter, word[i - 2]) == (other[j - 2], other[j - 1]):
                fewest = min(fewest, earlier[j - 2] + 1)
            row[j] = fewest
        if min(row) > most:
            return beyond
    return row[-1]
