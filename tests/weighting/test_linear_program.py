"""Linear programs: a textbook's, what has no solution, and random ones against scipy."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from evalkit.weighting.linear_program import Rows, minimised

NUMBERS = st.integers(-9, 9)


def test_the_textbook_s_glass_works():
    # Hillier & Lieberman, Introduction to Operations Research, chapter 3: Wyndor Glass earns most,
    # 36, with 2 doors and 6 windows.
    rows = [Rows([[1, 0], [0, 2], [3, 2]], -np.inf, [4, 12, 18])]
    assert minimised([-3, -5], rows, 0, np.inf) == pytest.approx([2, 6])


def test_rows_have_ends_of_their_own_and_variables_too():
    # x + y = 1 with x from 0.2 to 0.4: y is at least 0.6.
    rows = [Rows([[1, 1]], 1, 1), Rows([[1, 0]], [0.2], [0.4])]
    assert minimised([0, 1], rows, 0, 1) == pytest.approx([0.4, 0.6])
    assert minimised([0, 1], rows[:1], [0, 0.7], [1, 1]) == pytest.approx([0.3, 0.7])


def test_nothing_is_said():
    # The solver is C++, which writes past Python's streams, and at its end.
    code = (
        "from evalkit.weighting.linear_program import Rows, minimised\n"
        "minimised([1], [Rows([[1]], 0.5, 1)], 0, 1)\n"
        "try: minimised([1], [Rows([[1]], 2, 3)], 0, 1)\n"
        "except ValueError: pass"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert (ran.stdout, ran.stderr) == (b"", b"")


def test_what_has_no_solution_is_refused():
    with pytest.raises(ValueError, match="no solution: Infeasible"):
        minimised([1], [Rows([[1]], 2, 3)], 0, 1)
    with pytest.raises(ValueError, match="no solution: Unbounded"):
        minimised([-1], [Rows([[1]], 0, np.inf)], 0, np.inf)


@st.composite
def programs(draw):
    variables, rows = draw(st.integers(1, 5)), draw(st.integers(1, 6))
    table = draw(st.lists(st.lists(NUMBERS, min_size=variables, max_size=variables), min_size=rows, max_size=rows))  # fmt: skip
    costs = draw(st.lists(NUMBERS, min_size=variables, max_size=variables))
    return costs, table, draw(st.lists(st.integers(0, 9), min_size=rows, max_size=rows))


@given(programs())
def test_no_program_costs_less_by_scipy(program):
    # With all variables at 0 each of them has a solution.
    costs, table, most = program
    found = minimised(costs, [Rows(table, -np.inf, most)], 0, 1)
    assert (np.array(table) @ found <= np.array(most) + 1e-9).all()
    assert ((found >= -1e-9) & (found <= 1 + 1e-9)).all()
    theirs = linprog(costs, A_ub=table, b_ub=most, bounds=(0, 1))
    assert float(np.array(costs) @ found) == pytest.approx(theirs.fun, abs=1e-6)
    assert minimised(costs, [Rows(table, -np.inf, most)], 0, 1).tobytes() == found.tobytes()
