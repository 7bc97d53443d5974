"""Turn rows of arrays into one record for each vendor."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from evalkit.checking.check import Tell
from evalkit.evaluation.bands import band_of, bands_of
from evalkit.evaluation.ranking import NOT_RANKED, RANKED, RULED_OUT, Ranking
from evalkit.evaluation.record.evaluation import Standing, VendorResult
from evalkit.evaluation.record.fact import Beyond, GateOutcome, GateResult, MeasureValue
from evalkit.evaluation.record.verdict import Status
from evalkit.evaluation.standing import Chances, facts_short, is_out_of_reach, why_without_rank
from evalkit.evaluation.tested import Tested
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.model.vendor import Vendor
from evalkit.scoring.scores import COLUMNS
from evalkit.scoring.values import Floats, beyond
from evalkit.wording.words import lower_first
from evalkit.workspace.lazy_mapping import LazyMapping
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
        *,
        full: bool,
    ) -> None:
        self.workspace = workspace
        self.plan = plan
        self.criteria = criteria
        self.ranking = ranking
        self.scores = ranking.scores
        self.matched = matched
        self.chances = chances
        self.full = full
        self.bands = bands_of(plan)
        roles = plan.roles_among(each.role for each in ranking.vendors)
        self.tested = Tested(plan, gated, workspace, day, frozenset(gated.taken_out(roles)))
        # Plain numbers, because reading arrays one by one takes longer than scoring them.
        self.table = _rows({name: getattr(self.scores, name) for name in COLUMNS})
        self.contributions = _rows(self.scores.points)
        self.statuses = {name: value.statuses() for name, value in self.scores.values.items()}
        self.beyond = {
            name: beyond(ranking.levels.known[name], leaf.measure.scale)
            for name, leaf in criteria.leaves.items()
        }

    def vendors(self, tell: Tell | None = None) -> list[VendorResult]:
        """The records of all vendors, by rank."""
        places, found = self.ranking.ranks.tolist(), list[VendorResult]()
        for row, (vendor, place) in enumerate(zip(self.ranking.vendors, places, strict=True)):
            found.append(self._vendor(row, vendor, place))
            if tell is not None:
                tell(len(found), len(places))
        return sorted(found, key=_order)

    def _gates_of(self, row: int, vendor: Vendor) -> tuple[GateResult, ...]:
        of_flows = self.matched.gates(vendor.id) if self.matched else ()
        return (*self._gates(row, vendor), *of_flows)

    def _vendor(self, row: int, vendor: Vendor, place: int) -> VendorResult:
        table = self.table[row]
        judged = bool(self.ranking.has_score[row])
        path = self.workspace.paths["vendor", vendor.id][0]
        gates = self._gates_of(row, vendor)
        short = tuple(facts_short(self.ranking, row))
        return VendorResult(
            id=vendor.id,
            name=vendor.name,
            website=vendor.website or "",
            note=vendor.note or "",
            path=path,
            rank=place or None,
            standing=cast("Standing", str(self.ranking.standing[row])),
            reason=why_without_rank(self.ranking, row, gates, self._titles(short)),
            score=table["score"] if judged else None,
            low=table["low"] if judged else None,
            high=table["high"] if judged else None,
            settled=table["settled"],
            excluded=table["excluded"],
            researched=float(self.ranking.researched[row]),
            short=short,
            band=band_of(table["low"], table["high"], self.bands) if place else "",
            could_win=self.chances.rivals.get(vendor.id),
            out_of_reach=is_out_of_reach(self.ranking, row, self.chances),
            gate=cast("GateOutcome", str(self.ranking.gate[row])),
            gates=gates,
            contributions=self.contributions[row],
            measures=self._measures(row, vendor),
            background={
                name: found
                for name in vendor.facts
                if name in self.criteria.background and (found := self.tested.fact(vendor, name))
            },
            role=vendor.role or "",
            candidate=vendor.candidate or "",
            example=vendor.example,
        )

    def _measures(self, row: int, vendor: Vendor) -> Mapping[str, MeasureValue]:
        found = LazyMapping(self.statuses, lambda name: self._measure(row, vendor, name))
        # A table shows few measures of a few vendors, and there may be thousands of them.
        return dict(found) if self.full else found

    def _measure(self, row: int, vendor: Vendor, name: str) -> MeasureValue:
        value, status = self.scores.values[name], str(self.statuses[name][row])
        share = self.scores.weights[name]
        applies = status != "not_applicable"
        return MeasureValue(
            status=cast("Status", status),
            value=float(value.likely[row]) if applies else None,
            low=float(value.low[row]) if applies else None,
            high=float(value.high[row]) if applies else None,
            weight=float(share if isinstance(share, float) else share[row]),
            fact=self.tested.fact(vendor, name),
            beyond=cast("Beyond", str(self.beyond[name][row])) if applies else "",
            by_rule=applies and value.by_rule is not None and bool(value.by_rule[row]),
        )

    def _titles(self, measures: Sequence[str]) -> list[str]:
        return [lower_first(self.criteria.title_of(name)) for name in measures]

    def _gates(self, row: int, vendor: Vendor) -> Iterator[GateResult]:
        for gate, outcomes in zip(self.plan.gates, self.ranking.gates, strict=True):
            yield self.tested.result(gate, str(outcomes[row]), vendor)


def _rows(columns: Mapping[str, Floats]) -> list[dict[str, float]]:
    """The numbers of each vendor by column."""
    numbers = (column.tolist() for column in columns.values())
    return [dict(zip(columns, row, strict=True)) for row in zip(*numbers, strict=True)]


_ORDER = (RANKED, NOT_RANKED, RULED_OUT)


def _order(vendor: VendorResult) -> tuple[int, int, str, str]:
    name = "" if vendor.rank else vendor.name.casefold()
    return (_ORDER.index(vendor.standing), vendor.rank or 0, name, vendor.id)
