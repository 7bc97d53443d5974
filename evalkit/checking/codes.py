"""Which rules count: codes and their beginnings, chosen or left out."""

import itertools
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from evalkit.errors import EvalkitError
from evalkit.source.near import nearest

ALL = "ALL"


@dataclass(frozen=True, slots=True)
class Named:
    """The codes that one option or key names."""

    origin: str
    """Who says so, as the summary tells it: `--select`, or the name of the configuration file."""
    prefixes: tuple[str, ...]
    typed: bool = True
    """Whether it stands on the command line, which wins over a file."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is chosen, and what is left out of it; None where nobody says anything."""

    select: Named | None = None
    ignore: Named | None = None

    def left_out_by(self, code: str) -> str:
        """Who leaves a code out; empty if it counts.

        The longest beginning decides. Of two that are equally long, the command line wins over
        the file, and then leaving out over choosing.
        """
        matching = [
            (len(prefix), named.typed, named is self.ignore, named.origin)
            for named in (self.select, self.ignore)
            if named is not None
            for prefix in named.prefixes
            if code.startswith(prefix)
        ]
        if matching:
            _, _, ignored, origin = max(matching)
            return origin if ignored else ""
        return self.select.origin if self.select else ""


def prefixes(words: Iterable[str], known: Collection[str], place: str) -> tuple[str, ...]:
    """Codes as users write them, one or several to a word, as beginnings of codes.

    `known` are the codes of all rules; `place` says where the words stand, for the message of the
    EvalkitError that is raised where a word is the beginning of no code.
    """
    parts = (part.strip() for word in words for part in word.split(","))
    # Each once: a list may name one code as often as a file has room.
    named = {part.upper(): part for part in parts}
    return tuple(_prefix(upper, part, known, place) for upper, part in named.items())


def _prefix(upper: str, word: str, known: Collection[str], place: str) -> str:
    if upper == ALL:
        return ""
    if not word:
        raise EvalkitError(f"{place} names no rule; write a code or its beginning, such as EK3")
    if not any(code.startswith(upper) for code in known):
        near = nearest(upper, known, count=9, cutoff=0.7)
        # Of those that are equally near, the one that begins alike.
        best = max(near, key=lambda code: _begin_alike(code, upper), default="")
        hint = f"did you mean `{best}`? " if best else ""
        raise EvalkitError(
            f"{place}: there is no rule {word[:40]!r}; {hint}`evalkit rule` lists them all"
        )
    return upper


def _begin_alike(one: str, other: str) -> int:
    same = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in same)
