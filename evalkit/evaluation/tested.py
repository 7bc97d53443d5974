"""The facts of a plan's vendors with their places, and what they answer gates and questions."""

import datetime
from dataclasses import dataclass
from typing import cast

from evalkit.evaluation.derived.interfaces import HELD_IN
from evalkit.evaluation.facts import fact_result
from evalkit.evaluation.record.fact import FactResult, GateOutcome, GateResult
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.model.project.questions import Question
from evalkit.model.scale import OF_MONEY, OF_PLUGINS
from evalkit.model.vendor import Vendor
from evalkit.scoring.gates import FAIL
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.facts import NOT_LOOKED_FOR
from evalkit.wording.messages.record.verdict import FAILURE, FOUND, REQUIREMENT
from evalkit.wording.words import lower_first, requirement
from evalkit.workspace.workspace import Workspace


@dataclass(frozen=True)
class Tested:
    """The facts that a plan's gates and questions may test."""

    plan: Plan
    criteria: Criteria
    workspace: Workspace
    day: datetime.date
    by_role: frozenset[str]
    """The measures that the criteria take out for a role that is compared."""

    def fact(self, vendor: Vendor, measure: str) -> FactResult | None:
        """A vendor's fact on a measure; None if nobody has looked."""
        fact = vendor.facts.get(measure)
        if fact is None:
            return None
        return fact_result(fact, measure, self.criteria, self.day, *self._place(vendor, measure))

    def _place(self, vendor: Vendor, name: str) -> tuple[str, str]:
        """The file and key of a fact; derived facts point to the plan, and what a role cannot have
        to the criteria."""
        paths = self.workspace.paths
        if name in self.by_role:
            return paths["criteria", self.plan.category][0], "roles"
        what = self.criteria.derived.get(name)
        if what in OF_PLUGINS and vendor.plugin_platforms:
            return paths["vendor", vendor.id][0], "integration.plugins"
        if what is None or what in OF_PLUGINS:
            is_own = name in self.workspace.vendors[vendor.id].facts
            return paths["vendor", vendor.id][0], f"facts.{name}" if is_own else HELD_IN
        (plan, *_) = paths.get(("plan", self.plan.id), ("no plan",))
        return plan, "money" if what in OF_MONEY else "flows"

    def result(self, test: Question, outcome: str, vendor: Vendor) -> GateResult:
        """What a vendor's fact answers to a gate or a question."""
        leaf = self.criteria.leaves[test.measure]
        asked = requirement(test, leaf.measure.unit or "")
        fact, found = vendor.facts.get(test.measure), self.fact(vendor, test.measure)
        shown = found.text if found else ""
        return GateResult(
            measure=test.measure,
            title=leaf.title,
            requirement=say(REQUIREMENT, title=leaf.title, requirement=asked),
            because=test.because or "",
            outcome=cast("GateOutcome", outcome),
            reason=say(FOUND, fact=shown)
            if fact and not fact.is_unknown
            else shown or say(NOT_LOOKED_FOR),
            failure=say(FAILURE, title=lower_first(leaf.title), fact=shown, requirement=asked)
            if outcome == FAIL
            else "",
        )
