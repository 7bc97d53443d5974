"""The outcome of gates, before any points are counted: pass, fail or unverified."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from evalkit.model.project.questions import Question
from evalkit.scoring.levels import AND_MORE, certain, possible

Outcomes = npt.NDArray[np.str_]
PASS, FAIL, UNVERIFIED = "pass", "fail", "unverified"


def outcomes(levels: pd.DataFrame, gate: Question) -> Outcomes:
    """The outcome of a gate for each vendor, shape (vendors,).

    Where sources disagree, or a range crosses the bound, the outcome must be the same throughout,
    else it is unverified, as it is for unknown facts and those that do not apply.
    """
    passes, fails = _numbers(levels, gate) if gate.bound is not None else _words(levels, gate)
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


def _numbers(levels: pd.DataFrame, gate: Question) -> tuple[Any, Any]:
    low, high = (
        levels[gate.measure, end if (gate.measure, end) in levels.columns else "likely"].to_numpy(
            dtype=float
        )
        for end in ("low", "high")
    )
    # Comparisons with a missing number are false, so it neither passes nor fails.
    if gate.at_least is not None:
        return low >= gate.at_least, high < gate.at_least
    return high <= gate.at_most, low > gate.at_most


def _words(levels: pd.DataFrame, gate: Question) -> tuple[Any, Any]:
    wanted = frozenset(gate.names)
    readings = [[said] if said is not None else [] for said in levels[gate.measure, "likely"]]
    if (gate.measure, "others") in levels.columns:
        for said, others in zip(readings, levels[gate.measure, "others"], strict=True):
            said.extend(others)
    met = [[_outcome(gate.test, names, wanted) for names in said] for said in readings]
    passes = np.array([set(results) == {True} for results in met], dtype=bool)
    fails = np.array([set(results) == {False} for results in met], dtype=bool)
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
