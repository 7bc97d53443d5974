"""Version constraints, as in a composer.json."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from evalkit.composer.spans import (
    NOTHING,
    Cut,
    VersionRanges,
    all_of,
    common,
    holds,
    holds_release,
    rest,
    span,
    union,
    worded,
)
from evalkit.composer.terms import hyphen, next_line, simple
from evalkit.composer.version import (
    LONGEST,
    PARTS,
    ConstraintError,
    Version,
    parse_version,
    read,
)

Portion = Literal["all", "some", "none"]
"""How many releases a constraint admits."""

_OWN_VERSION = "self.version"
_BLANKS = " \t\r\n"
_BARS = re.compile(r"\s*\|\|?\s*", re.ASCII)
_SEPARATOR = re.compile(r" *, *| +")
_TERM = re.compile(
    r"""(?P<low>[^ ,]+)\ +-\ +(?P<high>[^ ,]+)
    |(?P<operator>[<>=!]+\ *|[~^][<>=!~^]*|)(?P<body>[^ ,]+)(?:\ +as\ +[^ ,]+)?""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Constraint:
    """A constraint as written, and the versions that it admits."""

    text: str
    spans: VersionRanges

    def __str__(self) -> str:
        return self.text

    def admits(self, version: str | Version) -> bool:
        """Whether a version is admitted. Raises ConstraintError if a text is not a version."""
        known = version if isinstance(version, Version) else parse_version(version)
        return holds(self.spans, known)

    def admits_line(self, line: str) -> Portion:
        """How many releases of a line such as 8.4 are admitted.

        A line has all stable versions and their patches from 8.4.0 to before 8.5.0, including
        future ones, so `<=8.4.20` admits some. Raises ConstraintError if the text is not a line.
        """
        return self._portion(_line(line))

    def admits_from(self, version: str, fixed: int = PARTS) -> Portion:
        """How many releases from a version on are admitted, its first `fixed` numbers unchanged.

        With all four numbers these are the version and its patches: 103.0.8, 103.0.8-p1 and so on.
        Raises ConstraintError if the text is not a version.
        """
        first = parse_version(version)
        return self._portion(span(Cut(first), Cut(next_line(first.numbers[:fixed]))))

    def _portion(self, releases: VersionRanges) -> Portion:
        if not holds_release(common(releases, self.spans)):
            return "none"
        return "some" if holds_release(common(releases, rest(self.spans))) else "all"

    def explain(self, version: str | Version) -> str:
        """Why a version is admitted or not: `8.4 is not within ~8.2.0||~8.3.0: >=8.2.0 <8.4.0`.

        Raises ConstraintError if a text is not a version.
        """
        within = "within" if self.admits(version) else "not within"
        return f"{version} is {within} {self.text}: {worded(self.spans)}"


def parse(text: str) -> Constraint:
    """The constraint in a text.

    A branch (`dev-main`, also with an alias: `dev-main as 1.0`) admits no numbered version, and
    neither does `self.version`, which only the package itself could resolve. A stability flag
    (`@beta`) moves the ends of a comparison, as in Composer; it does not hide versions of a lower
    stability, which Composer leaves to `minimum-stability`.

    Raises ConstraintError if Composer would refuse the text.
    """
    if len(text) > LONGEST:
        raise ConstraintError(f"a constraint has at most {LONGEST} characters, not {len(text)}")
    stated = text.strip(_BLANKS)
    if stated == _OWN_VERSION:
        return Constraint(stated, NOTHING)
    return Constraint(stated, union(_all_of(group) for group in _BARS.split(stated)))


def _all_of(group: str) -> VersionRanges:
    """The versions that all terms of a group admit."""
    return all_of(map(_admitted, _terms(group)))


def _terms(group: str) -> Iterator[re.Match[str]]:
    at = 0
    while term := _TERM.match(group, at):
        yield term
        between = _SEPARATOR.match(group, term.end())
        if between is None:
            return
        at = between.end()
    if not group:
        raise ConstraintError("the constraint, or a side of its ||, is empty")
    raise ConstraintError(f"a comma in {group!r} has nothing next to it")


def _admitted(term: re.Match[str]) -> VersionRanges:
    if term["low"]:
        return hyphen(term["low"], term["high"])
    return simple(term["operator"], term["body"])


def _line(text: str) -> VersionRanges:
    """All versions of a line, up to the start of the next line."""
    written = read(text.strip(_BLANKS))
    if written.is_marked or len(written.numbers) == PARTS:
        raise ConstraintError(f"{text!r} is not a release line such as 8.4")
    return span(Cut(written.version), Cut(next_line(written.numbers)))
