"""One term of a constraint, such as ^8.1, >=103.0.8 or 2.4.*, as the versions that it admits.

Without a stability, a term that begins at a version begins with its dev versions, and one that
ends before a version ends before its dev versions.

Source: https://getcomposer.org/doc/articles/versions.md; for what it leaves open, the
VersionParser of composer/semver 3.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from evalkit.composer.spans import (
    EVERYTHING,
    NOTHING,
    VersionRanges,
    above,
    below,
    common,
    only,
    other_than,
    since,
    up_to,
)
from evalkit.composer.version import (
    PARTS,
    ConstraintError,
    Stability,
    Version,
    Written,
    read,
    stability_named,
)

_ANYTHING = re.compile(r"v?[xX*](?:\.[xX*])*")
_WILDCARD = re.compile(r"v?(?P<numbers>[0-9]{1,5}(?:\.[0-9]++){0,2})(?:\.[xX*])+")
_BRANCH = re.compile(r"(?i:dev-).+|master|trunk|default")
_LIKE_A_BRANCH = re.compile(r"[0-9A-Za-z./-]+-dev")
_REFERENCE = re.compile(r"(?<=\.x-dev)#.+", re.IGNORECASE)
_FULL = 3
"""The least numbers in the end of a hyphen range for which it means that version alone."""


def simple(operator: str, text: str) -> VersionRanges:
    """The versions that an operator, empty or possibly ending with a space, and a version admit.

    Raises ConstraintError if Composer would refuse them.
    """
    body, flag = _split_flag(text)
    if operator.endswith(" "):
        # Composer, too, ignores the flag of `>= 1.0@beta`, but not of `>=1.0@beta`.
        operator, flag = operator.strip(), None
    if operator not in _RANGES and operator not in _COMPARISONS:
        known = " ".join([*_RANGES, *filter(None, _COMPARISONS)])
        raise ConstraintError(f"{operator!r} is not one of the operators {known}")
    body = _REFERENCE.sub("", body)
    if operator in _RANGES:
        return _RANGES[operator](read(body))
    wildcard = None if operator else _wildcard(body)
    return _compared(operator, body, flag) if wildcard is None else wildcard


def hyphen(low: str, high: str) -> VersionRanges:
    """The versions that `low - high` admits: a shortened `high` means all of its line."""
    last = read(high)
    if last.is_marked or len(last.numbers) >= _FULL:
        return common(_from(read(low)), up_to(last.version))
    return common(_from(read(low)), below(next_line(last.numbers)))


def _split_flag(text: str) -> tuple[str, Stability | None]:
    """A term without its stability flag, and the flag; `@dev` alone means `*@dev`."""
    body, at, name = text.rpartition("@")
    flag = stability_named(name) if at else None
    return (text, None) if flag is None else (body or "*", flag)


def _wildcard(body: str) -> VersionRanges | None:
    """The versions that a pattern such as 2.4.* admits; None if the text is not a pattern."""
    if _ANYTHING.fullmatch(body):
        return EVERYTHING
    match = _WILDCARD.fullmatch(body)
    if match is None:
        return None
    numbers = tuple(map(int, match["numbers"].split(".")))
    return common(since(first_of(numbers)), below(next_line(numbers)))


def _caret(least: Written) -> VersionRanges:
    """The versions up to the next change of the first number that is not 0."""
    written = least.numbers[: PARTS - 1]
    fixed = next((at for at, number in enumerate(written) if number), len(written) - 1)
    return common(_from(least), below(next_line(written[: fixed + 1])))


def _tilde(least: Written) -> VersionRanges:
    """The versions up to the next change of the number before the last, in one major version."""
    count = len(least.numbers) + least.is_branch
    return common(_from(least), below(next_line(least.numbers[: max(1, count - 1)])))


def _compared(operator: str, body: str, flag: Stability | None) -> VersionRanges:
    if _BRANCH.fullmatch(body):
        return _beside_branches(operator)
    try:
        written = read(body)
    except ConstraintError:
        if _LIKE_A_BRANCH.fullmatch(body):
            return _beside_branches(operator)
        raise
    return _COMPARISONS[operator](_lowered(operator, written, flag))


def _beside_branches(operator: str) -> VersionRanges:
    """The numbered versions that a comparison with a branch admits, as branches have no order."""
    return EVERYTHING if _COMPARISONS[operator] is other_than else NOTHING


def _lowered(operator: str, written: Written, flag: Stability | None) -> Version:
    """The version to compare with, lowered to the implied stability if none was written.

    A flag sets it, unless the flag is stable; otherwise >= and < include the dev versions.
    """
    version, compare = written.version, _COMPARISONS[operator]
    is_finished = min(version.stability, version.before) >= Stability.STABLE
    if flag is not None and flag < Stability.STABLE and compare is not only and is_finished:
        return version.just_before(flag)
    if compare in (since, below) and not written.is_marked:
        return version.just_before(Stability.DEV)
    return version


def _from(least: Written) -> VersionRanges:
    return since(_lowered(">=", least, None))


def first_of(numbers: Sequence[int]) -> Version:
    """The dev version with which a line begins."""
    return Version((*numbers, *[0] * (PARTS - len(numbers))), Stability.DEV)


def next_line(numbers: Sequence[int]) -> Version:
    """The dev version with which the next line begins: 8.5.0-dev for 8.4."""
    return first_of((*numbers[:-1], numbers[-1] + 1))


_RANGES: Mapping[str, Callable[[Written], VersionRanges]] = {"^": _caret, "~": _tilde}
_COMPARISONS: Mapping[str, Callable[[Version], VersionRanges]] = {
    "": only,
    "=": only,
    "==": only,
    "!=": other_than,
    "<>": other_than,
    ">": above,
    ">=": since,
    "<": below,
    "<=": up_to,
}
