"""Published and constructed cases, through the public engine.

They are read from the shared data beside the project; each names its source there.
"""

import pandas as pd
import pytest

from evalkit.model.criteria import Criteria
from evalkit.model.scale import Points
from evalkit.scoring.scores import score
from evalkit.scoring.values import value_at
from tests.published import case, needs_cases

pytestmark = needs_cases


def judged(matrix, weights, ends):
    """Scores of a matrix on linear scales with the given (worst, best) ends, 0 to 100."""
    measures = {
        f"m{n}": {
            "weight": weight,
            "unit": "-",
            "scale": {"kind": "linear", "worst": worst, "best": best},
        }
        for n, (weight, (worst, best)) in enumerate(zip(weights, ends, strict=True))
    }
    criteria = Criteria.model_validate(
        {
            "id": "c",
            "title": "C",
            "criteria": {"all": {"title": "All", "weight": 1, "measures": measures}},
        }
    )
    columns = pd.MultiIndex.from_tuples([(name, "likely") for name in measures])
    return score(pd.DataFrame(matrix, columns=columns, dtype=float), criteria).table


def test_additive_goodwin_and_wright_offices():
    # Goodwin & Wright, Decision Analysis for Management Judgment, ch. 3
    given = case("mavt-goodwin-wright-offices")
    table = judged(given["matrix"], given["weights"], [(0, 100)] * 6)
    assert table["score"].tolist() == pytest.approx(
        given["expected"]["scores"], abs=given["tolerance"]
    )
    assert table["score"].rank(ascending=False).tolist() == given["computed"]["ranks"]


def test_piecewise_value_function_of_rsmaa():
    # gertvv/rsmaa, smaa/tests/pvf.R; its values run from 0 to 1
    given = case("pvf-piecewise-rsmaa")
    points = [
        (x, 100 * y)
        for x, y in zip(given["params"]["cutoffs"], given["params"]["values"], strict=True)
    ]
    found = value_at(Points(kind="points", points=tuple(points)), given["params"]["x"]) / 100
    assert found == pytest.approx(given["expected"]["scores"], abs=given["tolerance"])


def test_rank_reversal_cannot_happen_on_fixed_scales():
    # constructed: under min-max, adding the dominated D turns A > B into B > A
    given = case("rank-reversal-minmax-demo")
    ends = given["params"]["anchors"]
    with_d = judged(given["matrix"], given["weights"], ends)["score"]
    without_d = judged(given["matrix"][:3], given["weights"], ends)["score"]
    expected = [100 * value for value in given["expected"]["fixed_anchor"]]
    assert with_d.tolist() == pytest.approx(expected, abs=100 * given["tolerance"])
    assert without_d.tolist() == with_d.tolist()[:3]


def test_missing_data_span_their_whole_range():
    # after Jimenez, Mateos & Rios-Insua (2009), Omega 37, 395-410
    given = case("missing-data-interval-demo")
    table = judged(given["matrix"], given["weights"], [(0, 1)] * 2)
    expected = [100 * end for interval in given["expected"]["interval"] for end in interval]
    found = [end for row in table[["low", "high"]].to_numpy().tolist() for end in row]
    assert found == pytest.approx(expected, abs=100 * given["tolerance"])
