"""The word that a misspelt one means, where it can mean only one."""

from collections.abc import Collection, Iterable, Iterator

from evalkit.diagnostics.record import Fix
from evalkit.source.shape_faults import did_you_mean, known_here

MAX_SEARCHED = 20
"""For so many unknown words of one mapping a near one is searched for: that takes its time."""

_SHORTEST = 3
"""Of two letters, one that is wrong is half the word."""
_LONG = 8
"""From so many letters on, two of them may be wrong."""


def word_meant(word: str, known: Iterable[str], elsewhere: Collection[str] = ()) -> str | None:
    """The known word that is one slip away, or two from a long word; None if several are.

    A slip is a letter that is wrong, missing or too many, or two that changed places; capitals,
    and `-` for `_`, are none. A word that is right `elsewhere` is in the wrong place, not misspelt.
    """
    if len(word) < _SHORTEST or word in elsewhere:
        return None
    plain = word.lower().replace("-", "_")
    allowed = 2 if len(word) >= _LONG else 1
    near = [each for each in known if _slips(plain, each, allowed) <= allowed]
    return near[0] if len(near) == 1 else None


def answers(
    words: Iterable[str], known: Iterable[str], elsewhere: Collection[str] = ()
) -> Iterator[tuple[str, str, Fix | None]]:
    """Unknown keys of one mapping, each with a hint, and a fix where it can mean only one."""
    sought = sorted(known)
    for number, word in enumerate(words):
        if number < MAX_SEARCHED:
            meant = word_meant(word, sought, elsewhere)
            yield word, did_you_mean(word, sought), Fix("rename", meant) if meant else None
        else:
            yield word, known_here(sought), None


def _slips(word: str, other: str, most: int) -> int:
    """How many slips lie between two words; anything above `most` if there are more.

    The optimal string alignment distance.
    """
    if abs(len(word) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, start=1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, start=1):
            fewest = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 < j and (letter, word[i - 2]) == (other[j - 2], wanted):
                fewest = min(fewest, earlier[j - 2] + 1)
            row.append(fewest)
    return row[-1]
