"""Match a plan's flows to every vendor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from evalkit.evaluation.derived.fact import worked_out
from evalkit.evaluation.record.evaluation import GateOutcome, GateResult
from evalkit.integration.fit import CARRIED, Fit, fit, flow_id, flow_title, gate_of
from evalkit.model.criteria import Criteria, Derived
from evalkit.model.fact import UNKNOWN, Fact
from evalkit.model.flow import DataObject
from evalkit.model.plan import Plan
from evalkit.model.platform import Platform
from evalkit.model.scale import Linear, Points, Target
from evalkit.model.vendor import Vendor
from evalkit.scoring.gates import FAIL, PASS, UNVERIFIED, Outcomes
from evalkit.scoring.values import Unknown, knots, value_at
from evalkit.wording.numbers import up_to_two_decimals, whole_range

SOURCE = "worked out from the plan's flows and the routes on record; see Fit"
NumberScale = Linear | Points | Target


@dataclass(frozen=True)
class Matched:
    """Whether and how each vendor supports each flow."""

    plan: Plan
    platform: Platform | None
    objects: Mapping[str, DataObject]
    fits: Mapping[str, Fit]
    """By vendor."""

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
        return [place for place, flow in enumerate(self.plan.flows) if flow.need == "must"]

    def _gate(self, vendor: str, place: int) -> GateResult:
        flow, cell = self.plan.flows[place], self.fits[vendor].cells[place]
        title = flow_title(flow, self.objects)
        outcome: GateOutcome = _GATE[cell.outcome]  # type: ignore[assignment]
        return GateResult(
            measure=gate_of(flow_id(flow)),
            title=title,
            requirement=f"{title}: can be carried",
            because=flow.because or "The plan says that it must.",
            outcome=outcome,
            reason=cell.text,
        )

    def fact(
        self, vendor: str, what: Derived, scale: NumberScale, unknown: Unknown, unit: str
    ) -> Fact:
        """A derived measure of one vendor, as a fact."""
        found = self.fits[vendor]
        if what == "peak_headroom":
            known, is_open = found.headroom()
            if known is None:
                return worked_out(value=UNKNOWN, note=NO_LIMIT, words="cannot be worked out")
            low = min(float(knots(scale)[0][0]), known) if is_open else known
            words = f"at most {up_to_two_decimals(known)}" if is_open else up_to_two_decimals(known)
            return _span(low, known, known, scale, unknown, f"{words} {unit}".rstrip())
        low, high = found.coverage() if what == "flow_coverage" else found.by_plugin()
        words = f"{whole_range(low, high)} {unit}".rstrip()
        return _span(low, high, low, scale, unknown, words)


NO_LIMIT = "no limit is on record that a peak could be held against"
_GATE = {**dict.fromkeys(CARRIED, PASS), "not_possible": FAIL, "unknown": UNVERIFIED}


def _span(
    low: float, high: float, known: float, scale: NumberScale, unknown: Unknown, words: str
) -> Fact:
    """A fact that ranges from the lowest to the highest possible value."""
    if low == high:
        return worked_out(value=known, source=SOURCE, words=words)
    one, other = value_at(scale, [low, high])
    worse = low if one <= other else high
    point = worse if unknown == "worst" else (low + high) / 2
    return worked_out(low=low, likely=point, high=high, source=SOURCE, words=words)


def matched(
    plan: Plan, criteria: Criteria, platform: Platform | None, vendors: Sequence[Vendor]
) -> Matched:
    """Match all flows of a plan to all vendors."""
    objects = {**criteria.data_objects, **plan.data_objects}
    fits = {vendor.id: fit(vendor, plan, platform, objects) for vendor in vendors}
    return Matched(plan, platform, objects, fits)
