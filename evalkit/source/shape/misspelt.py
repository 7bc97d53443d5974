"""The word that a misspelt one means, where it can mean only one."""

from collections.abc import Collection, Iterable, Iterator

from evalkit.diagnostics.record import Fix
from evalkit.source.near import MAX_KNOWN, MAX_SEARCHED, Names, Near, known_here

_SHORTEST = 3
"""Of two letters, one that is wrong is half the word."""
_LONG = 8
"""From so many letters on, two of them may be wrong."""


def word_meant(word: str, known: Collection[str], elsewhere: Collection[str] = ()) -> str | None:
    """The known word that is one slip away, or two from a long word; None if several are.

    A slip is a letter that is wrong, missing or too many, or two that changed places; capitals,
    and `-` for `_`, are none. A word that is right `elsewhere` is in the wrong place, not misspelt.
    Among too many known words none is looked for.
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
    """Unknown keys of one mapping, each with a hint, and a fix where it can mean only one."""
    sought = Names(known)
    for number, word in enumerate(words):
        if number < MAX_SEARCHED:
            meant = word_meant(word, sought, elsewhere)
            yield word, near.hint(word, sought), Fix("rename", meant) if meant else None
        else:
            yield word, known_here(sought), None


def _slips(word: str, other: str, most: int) -> int:
    """How many slips lie between two words; anything above `most` if there are more.

    The optimal string alignment distance, worked out only where it may be `most` or less.
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
