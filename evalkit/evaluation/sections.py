"""The parts of an evaluation that say whose weights count, how sure the ranking is, and what the
vendors cost."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from evalkit.analysis.smaa import draws_for
from evalkit.analysis.tally import Acceptability
from evalkit.evaluation.people.stakeholders import stakeholders
from evalkit.evaluation.record.evaluation import VendorResult
from evalkit.evaluation.robustness.acceptability import robustness
from evalkit.evaluation.robustness.field import Field
from evalkit.evaluation.robustness.opinions import opinions
from evalkit.evaluation.robustness.sensitivity import sensitivity
from evalkit.evaluation.robustness.weight_space import Space
from evalkit.model.criteria import COST
from evalkit.scoring.scores import Scores, score
from evalkit.workspace.load import Workspace

if TYPE_CHECKING:
    from evalkit.evaluation.costs.books import Books
    from evalkit.evaluation.record.costs import CostsResult


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


def money(
    workspace: Workspace,
    field: Field,
    books: "Books",
    frame: pd.DataFrame,
    vendors: Sequence[VendorResult],
) -> "CostsResult":
    """What the vendors cost and bring.

    `frame` holds the levels of all vendors, `vendors` their results in the order of the ranking.
    """
    from evalkit.evaluation.costs.results import Costed, costs  # noqa: PLC0415

    plan = field.plan
    rest = field.gated.without(COST)
    scored = score(frame, rest, field.weighting.weights, plan.unknown).table["score"]
    # Where nothing but costs is judged, there is no value to hold against them.
    has_value = rest is not field.gated
    return costs(
        plan,
        books,
        [
            Costed(
                id=vendor.id,
                name=vendor.name,
                path=vendor.path,
                in_field=vendor.rank is not None,
                value=float(scored[vendor.id])
                if has_value and not pd.isna(scored[vendor.id])
                else None,
            )
            for vendor in vendors
        ],
        workspace.paths["plan", plan.id][0],
        draws_for(plan.robustness.precision / 100),
    )
