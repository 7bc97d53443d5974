"""Versions in Composer's order."""

import re
from dataclasses import dataclass, replace
from enum import IntEnum

LONGEST = 500
"""The most characters of a version or a constraint."""

PARTS = 4
"""The count of numbers in a version, with omitted ones filled in."""
_ANY_PART = 9_999_999
"""Composer's number for the x of a branch such as 1.2.x-dev: above all releases of its line."""


class ConstraintError(ValueError):
    """A text is not a version or constraint that Composer accepts; the message gives the reason."""


class Stability(IntEnum):
    """The stability of a version; a patch comes after the release that it fixes."""

    DEV = 0
    ALPHA = 1
    BETA = 2
    RC = 3
    STABLE = 4
    PATCH = 5


_STABILITIES = {
    "": Stability.STABLE,
    "dev": Stability.DEV,
    "a": Stability.ALPHA,
    "alpha": Stability.ALPHA,
    "b": Stability.BETA,
    "beta": Stability.BETA,
    "rc": Stability.RC,
    "stable": Stability.STABLE,
    "p": Stability.PATCH,
    "pl": Stability.PATCH,
    "patch": Stability.PATCH,
}
_SUFFIXES = {
    Stability.DEV: "-dev",
    Stability.ALPHA: "-alpha",
    Stability.BETA: "-beta",
    Stability.RC: "-RC",
    Stability.STABLE: "",
    Stability.PATCH: "-p",
}


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A numbered version; comparing two compares the fields in their order."""

    numbers: tuple[int, ...]
    """Four numbers, filled up with zeros."""
    stability: Stability = Stability.STABLE
    counts: tuple[int, ...] = ()
    """The numbers after the stability: 5 in 2.4.8-p5."""
    before: Stability = Stability.STABLE
    """DEV for its dev version, such as 2.0.0-RC1-dev; STABLE for the version itself."""

    def __str__(self) -> str:
        numbers = self.numbers if self.numbers[-1] else self.numbers[:-1]
        counts = ".".join(map(str, self.counts))
        suffix = _SUFFIXES[self.stability] + counts + _SUFFIXES[self.before]
        return ".".join(map(str, numbers)) + suffix

    def just_before(self, stability: Stability) -> "Version":
        """The version of a lower stability that comes before this one."""
        if self.stability is Stability.STABLE:
            return replace(self, stability=stability)
        return replace(self, before=stability)


def stability_named(name: str) -> Stability | None:
    """The stability of a flag such as the `beta` in `@beta`; None if it is unknown."""
    flags = ("dev", "alpha", "beta", "rc", "stable")
    return _STABILITIES[name.lower()] if name.lower() in flags else None


@dataclass(frozen=True, slots=True)
class Written:
    """A version as written: constraints depend on how many numbers were written."""

    numbers: tuple[int, ...]
    """The numbers that were written."""
    version: Version
    is_marked: bool
    """Whether a stability was written."""
    is_branch: bool
    """Whether the next number was written as x: 1.2.x-dev."""


# Possessive: a long row of digits must not be split in every possible way.
_VERSION = re.compile(
    r"""v?(?P<numbers>[0-9]{1,5}(?:\.[0-9]++){0,3})
    (?:[._-]?
       (?:(?P<word>stable|beta|b|rc|alpha|a|patch|pl|p)(?P<counts>(?:[.-]?[0-9]++)*+))?
       (?P<dev>[.-]?dev)?
      |(?P<branch>(?:\.[x*])+[.-]?dev))
    (?:\+\S+)?""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


def parse_version(text: str) -> Version:
    """The version in a text such as 8.4, v2.4.8-p5 or 1.0.0-beta2.

    Raises ConstraintError for anything else, including branches, which have no place among
    numbered versions, and dates that start with more than five digits.
    """
    return read(text.strip()).version


def read(text: str) -> Written:
    """A version and how it was written. Raises ConstraintError if a text is not a version."""
    match = _VERSION.fullmatch(text) if len(text) <= LONGEST else None
    if match is None:
        raise ConstraintError(f"{text[:40]!r} is not a version like 8.4 or 2.4.8-p5")
    numbers = tuple(map(int, match["numbers"].split(".")))
    if match["branch"]:
        return _branch(numbers, text)
    word, dev = (match["word"] or "").lower(), bool(match["dev"])
    is_marked = dev or word != ""
    return Written(numbers, _version(numbers, word, match["counts"], dev), is_marked, False)


def _version(numbers: tuple[int, ...], word: str, counts: str | None, dev: bool) -> Version:
    full = numbers + (0,) * (PARTS - len(numbers))
    stability = _STABILITIES[word]
    if word == "stable":
        return Version(full)
    found = tuple(int(count) for count in re.findall(r"[0-9]+", counts or ""))
    version = Version(full, stability, found)
    return version.just_before(Stability.DEV) if dev else version


def _branch(numbers: tuple[int, ...], text: str) -> Written:
    if len(numbers) == PARTS:
        raise ConstraintError(f"{text[:40]!r} has more than four parts")
    full = numbers + (_ANY_PART,) * (PARTS - len(numbers))
    return Written(numbers, Version(full, Stability.DEV), True, True)
