"""What a plan makes of a vendor of which nothing is known but some facts, as in a long list."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from evalkit.evaluation.derived.ages import AsOf, changing
from evalkit.evaluation.derived.interfaces import with_interfaces
from evalkit.evaluation.derived.plugins import Shops
from evalkit.evaluation.derived.vendors import left_out, with_derived
from evalkit.evaluation.evaluate import books_for, criteria_for, matched_for
from evalkit.evaluation.weights import weighting
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.model.vendor import Vendor
from evalkit.scoring.levels import Known, by_measure, levels
from evalkit.workspace.workspace import Workspace


@dataclass(frozen=True)
class Prospect:
    """A vendor without facts as a plan sees it, and what to make of facts that are added."""

    plan: Plan
    criteria: Criteria
    """The criteria that have weights."""
    gated: Criteria
    """The criteria that gates may refer to."""
    weights: Mapping[str, float]
    day: datetime.date
    changing: Mapping[str, AsOf]
    """How facts stand on the day, where that may differ from what a source states."""
    known: Known
    """What is known without any fact: what the plan derives or leaves out, in one row."""
    decided: Known
    """The same with the client's own assumptions at their likely values."""
    flows: tuple[str, ...]
    """The outcome of each mandatory flow."""

    @property
    def role(self) -> str | None:
        """The only role that the plan compares; None if it names none, or several."""
        roles = self.plan.roles or ()
        return roles[0] if len(roles) == 1 else None


def prospect(workspace: Workspace, plan: Plan, as_of: datetime.date) -> Prospect:
    """What a plan makes of vendors without facts; `as_of` applies if the plan sets no date.

    Raises EvalkitError if there are no criteria for the plan.
    """
    gated = criteria_for(workspace, plan)
    criteria, day = plan.judged_by(gated), plan.as_of or as_of
    blank = Vendor.model_validate({"id": "x", "name": "x", "category": plan.category})
    shops = Shops(workspace.platforms, plan.platform.name if plan.platform else None, day)
    nobody = with_interfaces(shops.supported([blank], gated), gated)
    ledgers, found = books_for(plan, nobody), matched_for(workspace, plan, gated, nobody)
    missing = left_out(gated, ledgers, found, plan.roles_among(()))
    vendors = with_derived(nobody, gated, ledgers, found, missing)
    at_likely = books_for(plan, nobody, client_at_likely=True) if gated.derived else None
    decided = with_derived(nobody, gated, at_likely, found, missing) if at_likely else vendors
    known = by_measure(levels(vendors, gated, missing))
    return Prospect(
        plan=plan,
        criteria=criteria,
        gated=gated,
        weights=weighting(plan, criteria).weights,
        day=day,
        changing=changing(gated, day, plan.stale),
        known=known,
        decided=known if decided is vendors else by_measure(levels(decided, gated, missing)),
        flows=tuple(str(each[0]) for each in found.outcomes(vendors)) if found else (),
    )
