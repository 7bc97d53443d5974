"""Linear programs, solved by HiGHS."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_EXACTNESS = 1e-10
"""The solver's default of 1e-7 is coarser than our tolerance for equal scores."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of coefficients, shape (rows, variables), whose sums lie between two ends."""

    coefficients: npt.ArrayLike
    low: float | Sequence[float] | Floats
    high: float | Sequence[float] | Floats


def minimised(costs: Sequence[float] | Floats, rows: Sequence[Rows], low: Any, high: Any) -> Floats:
    """The variables between `low` and `high`, shape (variables,), that cost least.

    Raises ValueError if there are none, or if costs have no least.
    """
    # Imported late: rules import this package, and most plans need no solver.
    import highspy  # noqa: PLC0415

    tables = [np.asarray(each.coefficients, dtype=float) for each in rows]
    table = np.vstack(tables)
    program = highspy.HighsLp()
    program.num_row_, program.num_col_ = table.shape
    program.col_cost_ = np.asarray(costs, dtype=float)
    program.col_lower_ = np.full(len(costs), low, dtype=float)
    program.col_upper_ = np.full(len(costs), high, dtype=float)
    program.row_lower_, program.row_upper_ = (
        np.concatenate(
            [np.full(len(part), end, dtype=float) for part, end in zip(tables, ends, strict=True)]
        )
        for ends in ([each.low for each in rows], [each.high for each in rows])
    )
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_ = np.append(0, np.cumsum((table != 0).sum(axis=1)))
    program.a_matrix_.index_ = np.nonzero(table)[1]
    program.a_matrix_.value_ = table[table != 0]
    # Not `Highs`, which greets on stdout before it can be silenced.
    solver = highspy._Highs()  # type: ignore[attr-defined]  # not in its stubs
    for option, value in _OPTIONS.items():
        solver.setOptionValue(option, value)
    solver.passModel(program)
    solver.run()
    status = solver.getModelStatus()
    if status != highspy.HighsModelStatus.kOptimal:
        raise ValueError(f"no solution: {solver.modelStatusToString(status)}")
    return np.array(solver.getSolution().col_value)


_OPTIONS = {
    "output_flag": False,
    # The same digits on every machine.
    "parallel": "off",
    "primal_feasibility_tolerance": _EXACTNESS,
    "dual_feasibility_tolerance": _EXACTNESS,
}
