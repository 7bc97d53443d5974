"""Nothing in the way from a cell to a score depends on how many rows there are."""

import ast

import numpy as np
import pandas as pd
import pytest

from evalkit.model.criteria import Criteria
from evalkit.scoring.scores import Engine
from tests.conftest import ROOT

ROOMS = ("scoring", "catalogue")
PRODUCTS = {"dot", "vdot", "inner", "outer", "matmul", "einsum", "tensordot", "matvec", "vecmat", "vecdot", "linalg", "average", "cov", "corrcoef", "convolve"}  # fmt: skip


def products(tree):
    """Whatever may add numbers in an order that the machine chooses by their count."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.BinOp, ast.AugAssign)) and isinstance(node.op, ast.MatMult):
            yield "@"
        if isinstance(node, ast.Attribute) and node.attr in PRODUCTS:
            yield node.attr
        if isinstance(node, ast.ImportFrom):
            yield from {each.name for each in node.names} & PRODUCTS


@pytest.mark.parametrize("room", ROOMS)
def test_no_matrix_product_is_in_the_scoring_path(room):
    files = sorted((ROOT / "evalkit" / room).rglob("*.py"))
    found = {file.name: list(products(ast.parse(file.read_text("utf-8")))) for file in files}
    assert {name for name, used in found.items() if used} == set()
    assert list(products(ast.parse("a @ b; np.dot(a, b); a.dot(b)"))) == ["@", "dot", "dot"]


def test_a_row_has_the_same_bits_alone_where_a_matrix_product_has_others():
    rows, columns = 20_000, 28
    matrix = np.random.default_rng(7).random((rows, columns))
    scale = {"kind": "linear", "worst": 0, "best": 1}
    measures = {f"m{at}": {"weight": at + 1, "unit": "-", "scale": scale} for at in range(columns)}
    tree = {"all": {"title": "All", "measures": measures}}
    engine = Engine(Criteria.model_validate({"id": "c", "title": "C", "criteria": tree}), {})

    def score(some):
        known = {name: {"likely": some[:, at].copy()} for at, name in enumerate(measures)}
        return engine.score(known, pd.RangeIndex(len(some))).table["score"].to_numpy()

    whole = score(matrix)
    for size in (1, 7, 1_013):
        cut = [score(matrix[start : start + size]) for start in range(0, 7 * size, size)]
        assert np.concatenate(cut).tobytes() == whole[: 7 * size].tobytes()
    weights = np.arange(1.0, columns + 1) / sum(range(columns + 1))
    product = matrix * 100 @ weights
    assert np.allclose(product, whole)
    assert (product != whole).sum() > rows / 10
