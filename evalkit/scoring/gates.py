"""The outcome of gates, before any points are counted: pass, fail or unverified."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from evalkit.model.project.questions import Question
from evalkit.scoring.levels import AND_MORE, Coded, Known, Parts, certain, possible

Outcomes = npt.NDArray[np.str_]
PASS, FAIL, UNVERIFIED = "pass", "fail", "unverified"


def outcomes(known: Known, gate: Question) -> Outcomes:
    """The outcome of a gate for each vendor, shape (vendors,).

    Where sources disagree, or a range crosses the bound, the outcome must be the same throughout,
    else it is unverified, as it is for unknown facts and those that do not apply.
    """
    test = _words if gate.bound is None else _numbers
    passes, fails = test(known[gate.measure], gate)
    return np.where(passes, PASS, np.where(fails, FAIL, UNVERIFIED))


def overall(each: list[Outcomes], count: int) -> Outcomes:
    """The overall outcome of all gates: a single fail decides, then a single unverified."""
    result = np.full(count, PASS, dtype="<U10")
    for one in each:
        result = np.where(
            (one == FAIL) | (result == FAIL),
            FAIL,
            np.where((one == UNVERIFIED) | (result == UNVERIFIED), UNVERIFIED, PASS),
        )
    return result


def _numbers(parts: Parts, gate: Question) -> tuple[Any, Any]:
    low, high = (np.asarray(parts.get(end, parts["likely"]), float) for end in ("low", "high"))
    # Comparisons with a missing number are false, so it neither passes nor fails.
    if gate.at_least is not None:
        return low >= gate.at_least, high < gate.at_least
    return high <= gate.at_most, low > gate.at_most


def _words(parts: Parts, gate: Question) -> tuple[Any, Any]:
    wanted = frozenset(gate.names)
    column: Coded = parts["likely"]
    met = [_outcome(gate.test, names, wanted) for names in column.said]
    # Code −1, for a missing entry, selects the last element.
    passes, fails = (
        np.array([*(each is wish for each in met), False])[column.codes] for wish in (True, False)
    )
    for row, others in enumerate(parts.get("others", ())):
        for names in others:
            also = _outcome(gate.test, names, wanted)
            passes[row] &= also is True
            fails[row] &= also is False
    return passes, fails


def _outcome(test: str, names: tuple[str, ...], wanted: frozenset[str]) -> bool | None:
    """Whether a list passes; None if that depends on names that it may still have."""
    has, most, more = certain(names), certain(possible(names)), AND_MORE in names
    passes = _TESTS[test](has, wanted)
    if test == "equals":
        could_be = has <= wanted and (more or wanted <= most)
        return None if could_be and (more or most != has) else passes
    if passes is _MORE_NEVER_CHANGES[test]:
        return passes
    return passes if not more and _TESTS[test](most, wanted) is passes else None


Test = Callable[[frozenset[str], frozenset[str]], bool]
_TESTS: dict[str, Test] = {
    "any_of": lambda has, wanted: bool(has & wanted),
    "all_of": lambda has, wanted: has >= wanted,
    "none_of": lambda has, wanted: not has & wanted,
    "equals": lambda has, wanted: has == wanted,
}
_MORE_NEVER_CHANGES = {"any_of": True, "all_of": True, "none_of": False}
"""The result that further names cannot change."""
