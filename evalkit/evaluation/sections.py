"""The optional sections of a full evaluation."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from evalkit.analysis.smaa import draws_for
from evalkit.evaluation.ranking import Ranking
from evalkit.evaluation.record.evaluation import VendorResult
from evalkit.evaluation.robustness.acceptability import robustness
from evalkit.evaluation.robustness.draws import Drawn
from evalkit.evaluation.robustness.field import Field
from evalkit.evaluation.robustness.sensitivity import sensitivity
from evalkit.evaluation.robustness.weight_space import Space
from evalkit.model.criteria import COST
from evalkit.scoring.scores import weigh
from evalkit.workspace.workspace import Workspace

if TYPE_CHECKING:
    from evalkit.evaluation.costs.books import Books
    from evalkit.evaluation.record.costs import CostsResult


def sections(field: Field, space: Space, drawn: Drawn | None) -> dict[str, Any]:
    """The sections that only a full evaluation has, by field."""
    return {
        "robustness": robustness(field, space, drawn) if drawn is not None else None,
        "sensitivity": sensitivity(field),
    }


def money(
    workspace: Workspace,
    field: Field,
    books: "Books",
    ranking: Ranking,
    vendors: Sequence[VendorResult],
) -> "CostsResult":
    """The costs and returns of the vendors.

    `ranking` covers all vendors; `vendors` are their results, by rank.
    """
    from evalkit.evaluation.costs.results import Costed, costs  # noqa: PLC0415

    plan = field.plan
    rest = field.gated.without(COST)
    known = {name: ranking.scores.values[name] for name in rest.leaves}
    scored = weigh(ranking.scores.index, rest, known, field.weighting.weights)
    points = dict(zip(scored.index, scored.score.tolist(), strict=True))
    # If only costs are scored, there is no value to compare them with.
    has_value = rest is not field.gated
    return costs(
        plan,
        books,
        [
            Costed(
                id=vendor.id,
                name=vendor.name,
                path=vendor.path,
                in_field=vendor.standing != "ruled_out",
                value=points[vendor.id] if has_value and vendor.standing == "ranked" else None,
            )
            for vendor in vendors
        ],
        workspace.paths["plan", plan.id][0],
        draws_for(plan.robustness.precision / 100),
    )
