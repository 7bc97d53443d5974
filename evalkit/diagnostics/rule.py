"""The register of rules: a code, a function, and a docstring that is the manual."""

import functools
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

from evalkit.diagnostics.record import Finding, Severity

Check = TypeVar("Check", bound=Callable[..., Any])
Given = ParamSpec("Given")

FIRST = "0.1.0"
"""The version of all rules that name no later one."""
SUBJECTS = {
    "0": "text",
    "1": "shape",
    "2": "criteria and scales",
    "3": "vendors and facts",
    "4": "plans and weights",
    "5": "money",
    "6": "integration and flows",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that must hold, and how `evalkit rule` explains it."""

    code: str
    severity: Severity
    check: Callable[..., Any]
    since: str = FIRST

    @property
    def name(self) -> str:
        """The function's name, with words joined by `-`."""
        return str(self.check.__name__).replace("_", "-")

    @property
    def words(self) -> str:
        """The rule in a few words, for a list of findings: `undated fact`."""
        return str(self.check.__name__).replace("_", " ")

    @property
    def is_check(self) -> bool:
        """Whether it checks a record; otherwise it describes a fault that the parser found."""
        return inspect.isgeneratorfunction(self.check)

    @property
    def subject(self) -> str:
        """The subject of the rules whose codes have the same hundreds."""
        return SUBJECTS[self.code[2]]

    @property
    def manual(self) -> "Manual":
        """The parsed docstring."""
        return Manual.parse(inspect.getdoc(self.check) or "")


@dataclass(frozen=True, slots=True)
class Manual:
    """A rule's docstring: summary, reason, and a bad and a good example."""

    summary: str
    why: str
    bad: str
    good: str

    @classmethod
    def parse(cls, text: str) -> "Manual":
        """Parse a docstring with the sections `Bad:` and `Good:`."""
        head, bad, good = re.fullmatch(
            r"(.*?)\n+Bad:\n(.*?)\n+Good:\n(.*)", text, flags=re.DOTALL
        ).groups()  # type: ignore[union-attr]  # a test parses every rule
        summary, _, why = head.partition("\n")
        return cls(summary.strip(), why.strip(), _block(bad), _block(good))


def _block(text: str) -> str:
    return textwrap.dedent(text).strip("\n")


_RULES: dict[str, Rule] = {}


def rule(
    code: str, severity: Severity = Severity.ERROR, *, since: str = FIRST
) -> Callable[[Check], Check]:
    """Register a generator of findings under a code; the function is returned unchanged.

    `since` is the first version of evalkit that has the rule.
    Raises ValueError if the code is taken: a code never changes its meaning.
    """

    def register(check: Check) -> Check:
        if code in _RULES:
            raise ValueError(f"{code} is taken by {_RULES[code].name}")
        _RULES[code] = Rule(code, severity, check, since)
        return check

    return register


def fault(
    code: str, severity: Severity = Severity.ERROR, *, since: str = FIRST
) -> Callable[[Callable[Given, Finding]], Callable[Given, Finding]]:
    """Register a function that describes a fault found by the parser, under a code."""

    def register(word: Callable[Given, Finding]) -> Callable[Given, Finding]:
        rule(code, severity, since=since)(word)

        @functools.wraps(word)
        def finding(*args: Given.args, **kwargs: Given.kwargs) -> Finding:
            return word(*args, **kwargs).by(code, severity)

        return finding

    return register


def registered() -> Iterator[Rule]:
    """All rules whose modules have been imported, sorted by code."""
    return (_RULES[code] for code in sorted(_RULES))
