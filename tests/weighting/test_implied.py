"""What each kind of statement implies for its siblings."""

import itertools
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from evalkit.model.weights import Statement
from evalkit.weighting.implied import Consistency, implied

ABC = ("a", "b", "c")
READ = TypeAdapter(Statement)


def imply(kind, siblings=ABC, **rest):
    return implied(READ.validate_python({"kind": kind, **rest}), siblings)


def comparison(more, less, times):
    return {"more": more, "less": less, "times": times}


def test_points_in_the_order_of_the_siblings():
    found = imply("points", points={"c": 1, "a": 3, "b": 0})
    assert found.weights == {"a": 0.75, "b": 0.0, "c": 0.25}
    assert list(found.weights) == ["a", "b", "c"]
    assert (found.method, found.consistency) == ("points", None)


def test_swings_are_relative_to_the_largest():
    # 100 + 60 + 40 = 200
    found = imply("swing", swing={"a": 60, "b": 100, "c": 40})
    assert found.weights == pytest.approx({"a": 0.3, "b": 0.5, "c": 0.2})
    assert (found.method, found.consistency) == ("swing", None)


def test_an_order_with_a_tie():
    # corners (a) 1, 0, 0 and (a, b, c) 1/3 each: 4/6, 1/6, 1/6
    found = imply("order", order=["b", ["a", "c"]])
    assert found.weights == pytest.approx({"a": 1 / 6, "b": 4 / 6, "c": 1 / 6})
    assert (found.method, found.consistency) == ("rank-order-centroid", None)


def test_a_complete_set_of_comparisons():
    # 6 : 3 : 1
    found = imply(
        "pairwise",
        pairwise=[comparison("a", "b", 2), comparison("b", "c", 3), comparison("a", "c", 6)],
    )
    assert found.weights == pytest.approx({"a": 0.6, "b": 0.3, "c": 0.1})
    assert found.method == "pairwise-eigenvector"
    assert found.consistency == Consistency(
        "consistency ratio",
        pytest.approx(0, abs=1e-9),
        0.10,
        "Saaty (1980)",
        False,
        "",
        "",
        0.0,
        0.0,
    )


def test_comparisons_in_a_circle_name_the_one_that_fits_least():
    # see the circle of three in test_pairwise: CR = 0.25 / 0.58
    circle = [comparison("b", "a", 2), comparison("c", "b", 2), comparison("a", "c", 2)]
    found = imply("pairwise", pairwise=circle).consistency
    assert found == Consistency(
        "consistency ratio",
        pytest.approx(0.25 / 0.58),
        0.10,
        "Saaty (1980)",
        False,
        "b",
        "a",
        2.0,
        pytest.approx(1),
    )


def test_comparisons_with_pairs_left_out_have_an_approximate_ratio():
    square = [
        comparison("a", "b", 2),
        comparison("b", "c", 2),
        comparison("c", "d", 2),
        comparison("a", "d", 1),
    ]
    found = imply("pairwise", siblings=("a", "b", "c", "d"), pairwise=square)
    assert found.method == "pairwise-log-least-squares"
    assert found.consistency.approximate
    assert found.consistency.value > 0


def test_just_enough_comparisons_cannot_be_checked():
    found = imply("pairwise", pairwise=[comparison("a", "b", 2), comparison("b", "c", 3)])
    assert found.weights == pytest.approx({"a": 0.6, "b": 0.3, "c": 0.1})
    assert (found.consistency.value, found.consistency.approximate) == (None, False)


def test_two_siblings_need_no_table():
    found = imply("pairwise", siblings=("a", "b"), pairwise=[comparison("b", "a", 4)])
    assert found.weights == pytest.approx({"a": 0.2, "b": 0.8})
    assert (found.consistency.value, found.consistency.table) == (0.0, "")


def test_best_and_worst_may_leave_themselves_out():
    # see the three that disagree in test_best_worst
    found = imply(
        "best_worst",
        best="b",
        worst="a",
        best_to_others={"a": 8, "c": 2},
        others_to_worst={"b": 8, "c": 5},
    )
    assert found.weights == pytest.approx({"a": 2 / 28, "b": 17 / 28, "c": 9 / 28})
    assert found.method == "bwm-linear"
    assert found.consistency == Consistency(
        "xi", pytest.approx(1 / 28), None, "", False, "c", "a", 5.0, pytest.approx(4.5)
    )


def test_intervals_leave_the_unnamed_free():
    # tightened: a 0.5 to 0.7, b 0.3 to 0.5, c 0 to 0.2; lows sum to 0.8, highs to 1.4: a third
    intervals = {"b": {"low": 30, "high": 80}, "a": {"low": 50, "high": 90}}
    found = imply("intervals", intervals=intervals)
    assert found.weights == pytest.approx({"a": 0.5 + 0.2 / 3, "b": 0.3 + 0.2 / 3, "c": 0.2 / 3})
    assert (found.method, found.consistency) == ("intervals-middle", None)


REFUSED = [
    ("points", {"points": {"a": 1, "b": 1}}),
    ("points", {"points": {"a": 1, "b": 1, "c": 1, "d": 1}}),
    ("points", {"points": {"a": 0, "b": 0, "c": 0}}),
    ("swing", {"swing": {"a": 90, "b": 1, "c": 1}}),
    ("swing", {"swing": {"a": 100, "b": 1}}),
    ("order", {"order": ["a", "b"]}),
    ("order", {"order": ["a", "b", "c", "a"]}),
    ("order", {"order": ["a", "b", ["c", "c"]]}),
    ("pairwise", {"pairwise": [comparison("a", "b", 2)]}),
    ("pairwise", {"pairwise": [comparison("a", "b", 2), comparison("b", "d", 2)]}),
    (
        "best_worst",
        {"best": "a", "worst": "d", "best_to_others": {"b": 2}, "others_to_worst": {"b": 2}},
    ),
    (
        "best_worst",
        {
            "best": "a",
            "worst": "b",
            "best_to_others": {"b": 2},
            "others_to_worst": {"a": 2, "c": 1},
        },
    ),
    ("intervals", {"intervals": {"d": {"low": 0, "high": 100}}}),
    ("intervals", {"intervals": {"a": {"low": 60, "high": 70}, "b": {"low": 60, "high": 70}}}),
]


@pytest.mark.parametrize(("kind", "rest"), REFUSED)
def test_statements_that_the_rules_refuse_imply_nothing(kind, rest):
    with pytest.raises(ValueError, match=r"\w"):
        imply(kind, **rest)


@given(st.lists(st.integers(1, 4), min_size=1, max_size=6), st.randoms())
def test_orders_keep_their_order_and_their_ties(sizes, random):
    names = [f"m{n}" for n in range(sum(sizes))]
    siblings = random.sample(names, len(names))
    order = [names[sum(sizes[:n]) : sum(sizes[: n + 1])] for n in range(len(sizes))]
    weights = imply("order", siblings=siblings, order=order).weights
    assert list(weights) == siblings
    assert sum(weights.values()) == pytest.approx(1)
    for tie, after in itertools.pairwise(order):
        assert min(weights[name] for name in tie) > max(weights[name] for name in after)
    for tie in order:
        assert len({weights[name] for name in tie}) == 1


@given(st.lists(st.just(0.0) | st.floats(1e-10, 100), min_size=3, max_size=3))
def test_points_and_swings_of_the_same_numbers_imply_the_same(numbers):
    given_numbers = dict(zip(ABC, [100.0, *numbers[1:]], strict=True))
    swing = imply("swing", swing=given_numbers).weights
    assert swing == imply("points", points=given_numbers).weights
    assert min(swing.values()) >= 0
    assert sum(swing.values()) == pytest.approx(1)


def test_what_rules_need_of_it_is_light():
    code = (
        "import sys, evalkit.weighting.implied, evalkit.rules.run\n"
        "sys.exit(any(name in sys.modules for name in ('numpy', 'highspy', 'pandas', 'jinja2')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
