"""Match a plan's flows to every vendor."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from evalkit.evaluation.record.fact import GateOutcome, GateResult
from evalkit.integration.fit import Fit, fit, flow_title
from evalkit.integration.losses import CARRIED
from evalkit.model.criteria import Criteria
from evalkit.model.flow import DataObject, flow_id, gate_of
from evalkit.model.plan import Plan
from evalkit.model.platform import Platform
from evalkit.model.vendor import Vendor
from evalkit.scoring.gates import FAIL, PASS, UNVERIFIED, Outcomes
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.verdict import CARRIED as CAN_BE_CARRIED
from evalkit.wording.messages.record.verdict import NOT_CARRIED, PLAN_SAYS_SO
from evalkit.wording.words import lower_first


@dataclass(frozen=True)
class Matched:
    """Whether and how each vendor supports each flow."""

    plan: Plan
    platform: Platform | None
    objects: Mapping[str, DataObject]
    fits: Mapping[str, Fit]
    """By vendor."""
    off: Collection[str] = ()
    """The gates, by key, that rule nobody out in a scenario."""

    @property
    def titles(self) -> dict[str, str]:
        """The flows in words, by id."""
        return {flow_id(flow): flow_title(flow, self.objects) for flow in self.plan.flows}

    def outcomes(self, vendors: Sequence[Vendor]) -> list[Outcomes]:
        """Each vendor's outcome for each mandatory flow, which acts as a gate."""
        return [
            np.array([_GATE[self.fits[v.id].cells[place].outcome] for v in vendors])
            for place in self._musts()
        ]

    def gates(self, vendor: str) -> list[GateResult]:
        """The gates that mandatory flows set for one vendor, with outcome and reason."""
        return [self._gate(vendor, place) for place in self._musts()]

    def _musts(self) -> list[int]:
        return [
            place
            for place, flow in enumerate(self.plan.flows)
            if flow.need == "must" and gate_of(flow_id(flow)) not in self.off
        ]

    def _gate(self, vendor: str, place: int) -> GateResult:
        flow, cell = self.plan.flows[place], self.fits[vendor].cells[place]
        title = flow_title(flow, self.objects)
        outcome: GateOutcome = _GATE[cell.outcome]  # type: ignore[assignment]
        return GateResult(
            measure=gate_of(flow_id(flow)),
            title=title,
            requirement=say(CAN_BE_CARRIED, flow=title),
            because=flow.because or say(PLAN_SAYS_SO),
            outcome=outcome,
            reason=cell.text,
            failure=say(NOT_CARRIED, flow=lower_first(title), reason=cell.text)
            if outcome == FAIL
            else "",
        )


_GATE = {**dict.fromkeys(CARRIED, PASS), "not_possible": FAIL, "unknown": UNVERIFIED}


def matched(
    plan: Plan,
    criteria: Criteria,
    platform: Platform | None,
    vendors: Sequence[Vendor],
    off: Collection[str] = (),
) -> Matched:
    """Match all flows of a plan to all vendors; `off` are the gates that rule nobody out."""
    objects = {**criteria.data_objects, **plan.data_objects}
    fits = {vendor.id: fit(vendor, plan, platform, objects) for vendor in vendors}
    return Matched(plan, platform, objects, fits, off)
