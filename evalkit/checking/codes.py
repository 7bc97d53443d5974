"""Select or ignore rules by their codes, or by the beginnings of codes."""

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
    """Where they are named, for the summary: `--select`, or the name of the configuration file."""
    prefixes: tuple[str, ...]
    typed: bool = True
    """Whether they come from the command line, which wins over a file."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Selected and ignored codes; None if not configured."""

    select: Named | None = None
    ignore: Named | None = None

    def left_out_by(self, code: str) -> str:
        """What filters out a code; empty if it counts.

        The longest beginning decides. If two are equally long, the command line wins over the
        file, and then ignoring over selecting.
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
    """The beginnings of codes in a user's words, each of which may hold several.

    `known` are the codes of all rules; `place` names the option or key in error messages. Raises
    EvalkitError if a word is not the beginning of a code.
    """
    parts = (part.strip() for word in words for part in word.split(","))
    # Each once: a list may repeat a code many times.
    named = {part.upper(): part for part in parts}
    return tuple(_prefix(upper, part, known, place) for upper, part in named.items())


def _prefix(upper: str, word: str, known: Collection[str], place: str) -> str:
    if upper == ALL:
        return ""
    if not word:
        raise EvalkitError(f"{place} names no rule; write a code or its beginning, such as EK3")
    if not any(code.startswith(upper) for code in known):
        near = nearest(upper, known, count=9, cutoff=0.7)
        # Among equally near codes, the one with the longest common beginning.
        best = max(near, key=lambda code: _begin_alike(code, upper), default="")
        hint = f"did you mean `{best}`? " if best else ""
        raise EvalkitError(
            f"{place}: there is no rule {word[:40]!r}; {hint}`evalkit rule` lists them all"
        )
    return upper


def _begin_alike(one: str, other: str) -> int:
    same = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in same)
