"""Sets of versions, stored as spans between cuts.

A cut lies just below or just above a version, so no span needs to record whether its ends belong
to it.
"""

import itertools
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from evalkit.composer.version import Stability, Version


class Cut(NamedTuple):
    """A place between versions: just below this one, or just above it."""

    version: Version
    is_above: bool = False


class VersionRange(NamedTuple):
    """All versions between two cuts."""

    low: Cut
    high: Cut


VersionRanges = tuple[VersionRange, ...]
"""Spans in rising order, none empty, none touching the next."""

START = Cut(Version((0, 0, 0, 0), Stability.DEV))
END = Cut(Version((100_000, 0, 0, 0), Stability.DEV))
"""No version begins with a number of more than five digits."""
NOTHING: VersionRanges = ()
EVERYTHING: VersionRanges = (VersionRange(START, END),)


def span(low: Cut, high: Cut) -> VersionRanges:
    """The versions between two cuts; none if the cuts are in the wrong order."""
    return (VersionRange(low, high),) if low < high else NOTHING


def since(version: Version) -> VersionRanges:
    """A version and all after it."""
    return span(Cut(version), END)


def above(version: Version) -> VersionRanges:
    """All versions after one."""
    return span(Cut(version, True), END)


def up_to(version: Version) -> VersionRanges:
    """A version and all before it."""
    return span(START, Cut(version, True))


def below(version: Version) -> VersionRanges:
    """All versions before one."""
    return span(START, Cut(version))


def only(version: Version) -> VersionRanges:
    """One version."""
    return span(Cut(version), Cut(version, True))


def other_than(version: Version) -> VersionRanges:
    """All versions but one."""
    return rest(only(version))


def union(sets: Iterable[VersionRanges]) -> VersionRanges:
    """The versions in at least one of the sets."""
    merged: list[VersionRange] = []
    for each in sorted(itertools.chain.from_iterable(sets)):
        if merged and each.low <= merged[-1].high:
            merged[-1] = VersionRange(merged[-1].low, max(merged[-1].high, each.high))
        else:
            merged.append(each)
    return tuple(merged)


def common(first: VersionRanges, second: VersionRanges) -> VersionRanges:
    """The versions in both sets."""
    found: list[VersionRanges] = []
    here, there = 0, 0
    while here < len(first) and there < len(second):
        one, other = first[here], second[there]
        found.append(span(max(one.low, other.low), min(one.high, other.high)))
        # The span that ends first cannot overlap any later one.
        if one.high < other.high:
            here += 1
        else:
            there += 1
    return union(found)


def all_of(sets: Iterable[VersionRanges]) -> VersionRanges:
    """The versions in all of the sets; all versions if there are no sets."""
    left = [EVERYTHING, *sets]
    # By pairs: one after the other, each step would go through the whole result so far.
    while len(left) > 1:
        pairs = itertools.zip_longest(left[::2], left[1::2], fillvalue=EVERYTHING)
        left = list(itertools.starmap(common, pairs))
    return left[0]


def rest(spans: VersionRanges) -> VersionRanges:
    """The versions that are not in a set."""
    lows = [START, *(each.high for each in spans)]
    highs = [*(each.low for each in spans), END]
    return union(itertools.starmap(span, zip(lows, highs, strict=True)))


def holds(spans: VersionRanges, version: Version) -> bool:
    """Whether a version is in the set."""
    return any(each.low <= Cut(version) < each.high for each in spans)


def holds_release(spans: VersionRanges) -> bool:
    """Whether a stable version, or a patch of one, is in the set."""
    return any(Cut(_first_release(each.low)) < each.high for each in spans)


def _first_release(cut: Cut) -> Version:
    """The lowest version above a cut that is stable or a patch."""
    version = cut.version
    if version.stability < Stability.STABLE:
        return Version(version.numbers)
    if version.before is not Stability.STABLE:
        return replace(version, before=Stability.STABLE)
    if not cut.is_above:
        return version
    if version.stability is Stability.STABLE:
        return replace(version, stability=Stability.PATCH)
    return replace(version, counts=(*version.counts, 0))


def worded(spans: VersionRanges) -> str:
    """The set as a constraint that consists of comparisons."""
    return " || ".join(map(_worded, spans)) or "no numbered version"


def _worded(each: VersionRange) -> str:
    if each.high == Cut(each.low.version, is_above=True):
        return str(each.low.version)
    ends = []
    if each.low != START:
        ends.append((">" if each.low.is_above else ">=") + _end(each.low))
    if each.high != END:
        ends.append(("<=" if each.high.is_above else "<") + _end(each.high))
    return " ".join(ends) or "*"


def _end(cut: Cut) -> str:
    """A version as in a comparison, where >= and < include the dev versions by default."""
    if cut.is_above or cut.version.stability not in (Stability.DEV, Stability.STABLE):
        return str(cut.version)
    if cut.version.stability is Stability.STABLE:
        return f"{cut.version}-stable"
    return str(replace(cut.version, stability=Stability.STABLE))
