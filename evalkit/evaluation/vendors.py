"""Turn rows of arrays into one record for each vendor."""

import datetime
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

import pandas as pd

from evalkit.evaluation.bands import band_of, bands_of
from evalkit.evaluation.derived.interfaces import HELD_IN
from evalkit.evaluation.facts import NOT_LOOKED_FOR, fact_result
from evalkit.evaluation.ranking import NOT_RANKED, RANKED, RULED_OUT, Ranking
from evalkit.evaluation.record.evaluation import (
    Beyond,
    GateOutcome,
    GateResult,
    MeasureValue,
    Standing,
    VendorResult,
)
from evalkit.evaluation.record.verdict import Status
from evalkit.evaluation.standing import Chances, facts_short, is_out_of_reach, why_without_rank
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.model.scale import OF_MONEY
from evalkit.model.vendor import Vendor
from evalkit.scoring.gates import FAIL
from evalkit.scoring.values import beyond
from evalkit.wording.words import lower_first, requirement
from evalkit.workspace.workspace import Workspace

if TYPE_CHECKING:
    from evalkit.evaluation.fit.matched import Matched


class Results:
    """Builds vendors' records from rows of arrays."""

    def __init__(
        self,
        workspace: Workspace,
        plan: Plan,
        criteria: Criteria,
        gated: Criteria,
        ranking: Ranking,
        day: datetime.date,
        matched: "Matched | None",
        chances: Chances,
    ) -> None:
        self.workspace = workspace
        self.plan = plan
        self.criteria = criteria
        self.gated = gated
        self.ranking = ranking
        self.scores = ranking.scores
        self.day = day
        self.matched = matched
        self.chances = chances
        self.bands = bands_of(plan)
        self.by_role = gated.taken_out(plan.roles_among(each.role for each in ranking.vendors))
        # Plain records, because reading a frame row by row takes longer than scoring it.
        self.table = self.scores.table.to_dict("records")
        points = self.scores.contributions.to_dict("records")
        self.contributions = cast("list[dict[str, float]]", points)
        self.statuses = {name: value.statuses() for name, value in self.scores.values.items()}
        self.beyond = {
            name: beyond(ranking.levels, name, leaf.measure.scale)
            for name, leaf in criteria.leaves.items()
        }

    def vendors(self) -> list[VendorResult]:
        """The records of all vendors, by rank."""
        places = zip(self.ranking.vendors, self.ranking.ranks, strict=True)
        found = [self._vendor(row, vendor, place) for row, (vendor, place) in enumerate(places)]
        return sorted(found, key=_order)

    def _gates_of(self, row: int, vendor: Vendor) -> tuple[GateResult, ...]:
        of_flows = self.matched.gates(vendor.id) if self.matched else ()
        return (*self._gates(row, vendor), *of_flows)

    def _vendor(self, row: int, vendor: Vendor, place: "int | None") -> VendorResult:
        table = self.table[row]
        judged = not pd.isna(table["score"])
        path = self.workspace.paths["vendor", vendor.id][0]
        gates = self._gates_of(row, vendor)
        is_ranked = not pd.isna(place)
        short = tuple(facts_short(self.ranking, row))
        return VendorResult(
            id=vendor.id,
            name=vendor.name,
            website=vendor.website or "",
            note=vendor.note or "",
            path=path,
            rank=int(place) if is_ranked and place is not None else None,
            standing=cast("Standing", str(self.ranking.standing[row])),
            reason=why_without_rank(self.ranking, row, gates, self._titles(short)),
            score=table["score"] if judged else None,
            low=table["low"] if judged else None,
            high=table["high"] if judged else None,
            settled=table["settled"],
            excluded=table["excluded"],
            researched=float(self.ranking.researched[row]),
            short=short,
            band=band_of(table["low"], table["high"], self.bands) if is_ranked else "",
            could_win=self.chances.rivals.get(vendor.id),
            out_of_reach=is_out_of_reach(self.ranking, row, self.chances),
            gate=cast("GateOutcome", str(self.ranking.gate[row])),
            gates=gates,
            contributions=self.contributions[row],
            measures={name: self._measure(row, vendor, name, path) for name in self.statuses},
            background={
                name: fact_result(
                    fact, name, self.gated, self.day, *self._place(vendor, name, path)
                )
                for name, fact in vendor.facts.items()
                if name in self.criteria.background
            },
            role=vendor.role or "",
            candidate=vendor.candidate or "",
            example=vendor.example,
        )

    def _measure(self, row: int, vendor: Vendor, name: str, path: str) -> MeasureValue:
        value, status = self.scores.values[name], str(self.statuses[name][row])
        share = self.scores.weights[name]
        applies = status != "not_applicable"
        fact = vendor.facts.get(name)
        return MeasureValue(
            status=cast("Status", status),
            value=float(value.likely[row]) if applies else None,
            low=float(value.low[row]) if applies else None,
            high=float(value.high[row]) if applies else None,
            weight=float(share if isinstance(share, float) else share[row]),
            fact=fact_result(fact, name, self.criteria, self.day, *self._place(vendor, name, path))
            if fact
            else None,
            beyond=cast("Beyond", str(self.beyond[name][row])) if applies else "",
        )

    def _titles(self, measures: Sequence[str]) -> list[str]:
        return [lower_first(self.criteria.title_of(name)) for name in measures]

    def _place(self, vendor: Vendor, name: str, path: str) -> tuple[str, str]:
        """The file and key of a fact; derived facts point to the plan, and what a role cannot have
        to the criteria."""
        if name in self.by_role:
            return self.workspace.paths["criteria", self.plan.category][0], "roles"
        if name not in self.gated.derived:
            is_own = name in self.workspace.vendors[vendor.id].facts
            return path, f"facts.{name}" if is_own else HELD_IN
        (plan, *_) = self.workspace.paths.get(("plan", self.plan.id), ("no plan",))
        return plan, "money" if self.gated.derived[name] in OF_MONEY else "flows"

    def _gates(self, row: int, vendor: Vendor) -> Iterator[GateResult]:
        for gate, outcomes in zip(self.plan.gates, self.ranking.gates, strict=True):
            leaf = self.gated.leaves[gate.measure]
            asked = requirement(gate, leaf.measure.unit or "")
            fact = vendor.facts.get(gate.measure)
            shown = fact_result(fact, gate.measure, self.gated, self.day, "").text if fact else ""
            yield GateResult(
                measure=gate.measure,
                title=leaf.title,
                requirement=f"{leaf.title}: {asked}",
                because=gate.because,
                outcome=cast("GateOutcome", str(outcomes[row])),
                reason=f"found: {shown}"
                if fact and not fact.is_unknown
                else shown or NOT_LOOKED_FOR,
                failure=f"{lower_first(leaf.title)}: {shown}, where {asked} is needed"
                if outcomes[row] == FAIL
                else "",
            )


_ORDER = (RANKED, NOT_RANKED, RULED_OUT)


def _order(vendor: VendorResult) -> tuple[int, int, str, str]:
    name = "" if vendor.rank else vendor.name.casefold()
    return (_ORDER.index(vendor.standing), vendor.rank or 0, name, vendor.id)
