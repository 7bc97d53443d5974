"""Turn rows of arrays into one record for each vendor."""

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

import pandas as pd

from evalkit.evaluation.facts import fact_result
from evalkit.evaluation.ranking import Ranking
from evalkit.evaluation.record.evaluation import (
    GateOutcome,
    GateResult,
    MeasureValue,
    Status,
    VendorResult,
)
from evalkit.model.criteria import OF_MONEY, Criteria
from evalkit.model.plan import Plan
from evalkit.model.vendor import Vendor
from evalkit.wording.words import requirement
from evalkit.workspace.workspace import Workspace

if TYPE_CHECKING:
    from evalkit.evaluation.fit.matched import Matched

_NOT_LOOKED = "nobody has looked yet"


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
    ) -> None:
        self.workspace = workspace
        self.plan = plan
        self.criteria = criteria
        self.gated = gated
        self.ranking = ranking
        self.scores = ranking.scores
        self.day = day
        self.matched = matched
        # Plain records, because reading a frame row by row takes longer than scoring it.
        self.table = self.scores.table.to_dict("records")
        points = self.scores.contributions.to_dict("records")
        self.contributions = cast("list[dict[str, float]]", points)
        self.statuses = {name: value.statuses() for name, value in self.scores.values.items()}

    def vendors(self) -> list[VendorResult]:
        """The records of all vendors, by rank."""
        places = zip(self.ranking.vendors, self.ranking.ranks, strict=True)
        found = [self._vendor(row, vendor, place) for row, (vendor, place) in enumerate(places)]
        return sorted(found, key=_order)

    def _vendor(self, row: int, vendor: Vendor, place: "int | None") -> VendorResult:
        table = self.table[row]
        judged = not pd.isna(table["score"])
        path = self.workspace.paths["vendor", vendor.id][0]
        return VendorResult(
            id=vendor.id,
            name=vendor.name,
            website=vendor.website or "",
            note=vendor.note or "",
            path=path,
            rank=None if pd.isna(place) else int(place),
            score=table["score"] if judged else None,
            low=table["low"] if judged else None,
            high=table["high"] if judged else None,
            coverage=table["coverage"],
            gate=cast("GateOutcome", str(self.ranking.gate[row])),
            gates=(
                *self._gates(row, vendor),
                *(self.matched.gates(vendor.id) if self.matched else ()),
            ),
            contributions=self.contributions[row],
            measures={name: self._measure(row, vendor, name, path) for name in self.statuses},
            background={
                name: fact_result(fact, name, self.gated, self.day, *self._place(name, path))
                for name, fact in vendor.facts.items()
                if name in self.criteria.background
            },
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
            fact=fact_result(fact, name, self.criteria, self.day, *self._place(name, path))
            if fact
            else None,
        )

    def _place(self, name: str, path: str) -> tuple[str, str]:
        """The file and key of a fact; derived facts point to the plan."""
        if name not in self.gated.derived:
            return path, f"facts.{name}"
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
                reason=f"found: {shown}" if fact and not fact.is_unknown else shown or _NOT_LOOKED,
            )


def _order(vendor: VendorResult) -> tuple[bool, int, str]:
    return (vendor.rank is None, vendor.rank or 0, vendor.id)
