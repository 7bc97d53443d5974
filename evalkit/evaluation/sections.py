"""The parts of an evaluation that say whose weights count and how sure the ranking is."""

from typing import Any

import pandas as pd

from evalkit.analysis.tally import Acceptability
from evalkit.evaluation.robustness.acceptability import robustness
from evalkit.evaluation.robustness.field import Field
from evalkit.evaluation.robustness.opinions import opinions
from evalkit.evaluation.robustness.sensitivity import sensitivity
from evalkit.evaluation.robustness.weight_space import Space
from evalkit.evaluation.voices import stakeholders
from evalkit.scoring.scores import Scores


def sections(
    field: Field,
    space: Space,
    drawn: Acceptability | None,
    scores: Scores,
    passed: "pd.Series[bool]",
) -> dict[str, Any]:
    """By their names in the evaluation.

    `scores` are those of all vendors, `passed` says which of them take part.
    """
    return {
        "stakeholders": stakeholders(field.criteria, space.weighting, scores, passed, field.all),
        "robustness": robustness(field, space, drawn) if drawn is not None else None,
        "sensitivity": sensitivity(field),
        "second_opinions": opinions(field),
    }
