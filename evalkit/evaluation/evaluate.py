"""Workspace + plan → Evaluation."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

import pandas as pd

from evalkit import __version__
from evalkit.errors import EvalkitError
from evalkit.evaluation.answer import verdict
from evalkit.evaluation.facts import fact_result
from evalkit.evaluation.record import (
    BackgroundResult,
    CriterionResult,
    Evaluation,
    GateOutcome,
    GateResult,
    Input,
    MeasureResult,
    MeasureValue,
    PlanResult,
    Status,
    VendorResult,
)
from evalkit.evaluation.words import requirement, scale_in_words
from evalkit.model.criteria import Criteria, Leaf, in_words
from evalkit.model.plan import Plan
from evalkit.model.vendor import Vendor
from evalkit.scoring import gates as gating
from evalkit.scoring.levels import levels
from evalkit.scoring.scores import Scores, ranks, score
from evalkit.scoring.verdict import standing
from evalkit.workspace import Workspace


def evaluate(workspace: Workspace, plan: Plan, as_of: datetime.date) -> Evaluation:
    """Judge the vendors of a plan; `as_of` counts where the plan names no day.

    Raises EvalkitError if there is nobody to judge, or nothing to judge by.
    """
    criteria = _criteria(workspace, plan)
    vendors = chosen(workspace, plan)
    day = plan.as_of or as_of
    frame = levels(vendors, criteria)
    weights = {name: weight.weight for name, weight in plan.weights.items()}
    scores = score(frame, criteria, weights, plan.unknown)
    outcomes = [gating.outcomes(frame, gate) for gate in plan.gates]
    gate = pd.Series(gating.overall(outcomes, len(vendors)), index=frame.index)
    places = ranks(scores.table["score"], (gate != gating.FAIL).to_numpy())
    described = tuple(_described(criteria, plan))
    results = _Results(workspace, plan, criteria, scores, day)
    judged = [
        results.vendor(
            row, vendor, places.iloc[row], str(gate.iloc[row]), [o[row] for o in outcomes]
        )
        for row, vendor in enumerate(vendors)
    ]
    judged.sort(key=_order)
    return Evaluation(
        evalkit=__version__,
        plan=_plan(plan, day),
        inputs=tuple(_inputs(workspace, plan, vendors)),
        criteria=described,
        background=tuple(_background(criteria)),
        vendors=tuple(judged),
        verdict=verdict(standing(scores.table, places), judged, described),
    )


def plan_for(criteria: Criteria) -> Plan:
    """The decision when there is no plan: everyone of a category, by the criteria's own weights."""
    return Plan(id=criteria.id, title=criteria.title, category=criteria.id)


def chosen(workspace: Workspace, plan: Plan) -> list[Vendor]:
    """The vendors that a plan compares, by id.

    Raises EvalkitError if there are none.
    """
    if plan.vendors is not None:
        return [workspace.vendors[name] for name in plan.vendors]
    members = [vendor for vendor in workspace.vendors.values() if vendor.category == plan.category]
    if not members:
        raise EvalkitError(
            f"no vendor is in the category {plan.category!r}; add files to vendors/{plan.category}"
        )
    return sorted(members, key=lambda vendor: vendor.id)


def _criteria(workspace: Workspace, plan: Plan) -> Criteria:
    if plan.category not in workspace.criteria:
        known = ", ".join(sorted(workspace.criteria))
        raise EvalkitError(f"there are no criteria for {plan.category!r}; there are: {known}")
    return workspace.criteria[plan.category]


def _order(vendor: VendorResult) -> tuple[bool, int, str]:
    return (vendor.rank is None, vendor.rank or 0, vendor.id)


def _plan(plan: Plan, day: datetime.date) -> PlanResult:
    return PlanResult(
        id=plan.id,
        title=plan.title,
        category=plan.category,
        as_of=day,
        example=plan.example,
        about=plan.about or "",
        unknown=plan.unknown,
        has_weights=bool(plan.weights),
    )


def _inputs(workspace: Workspace, plan: Plan, vendors: Sequence[Vendor]) -> Iterator[Input]:
    wanted = [("criteria", plan.category), ("plan", plan.id), *(("vendor", v.id) for v in vendors)]
    paths = {path for key in wanted for path in workspace.paths.get(key, ())}
    for path in sorted(paths):
        yield Input(path=path, sha256=workspace.documents[path].sha256)


def _background(criteria: Criteria) -> Iterator[BackgroundResult]:
    for name, entry in criteria.background.items():
        yield BackgroundResult(id=name, title=entry.title or in_words(name), unit=entry.unit or "")


def _described(criteria: Criteria, plan: Plan) -> Iterator[CriterionResult]:
    """The criteria with weights as shares of the whole, before anything is left out."""
    shares = dict(_plain_shares(criteria, plan))
    for name, criterion in criteria.criteria.items():
        below = [leaf for leaf in criteria.leaves.values() if leaf.top == name]
        reason = plan.weights[name].because if name in plan.weights else None
        yield CriterionResult(
            id=name,
            title=criterion.title,
            weight=sum(shares[leaf.measure_id] for leaf in below),
            because=reason or criterion.because or "",
            measures=tuple(_measure(criteria, leaf, shares[leaf.measure_id]) for leaf in below),
        )


def _plain_shares(criteria: Criteria, plan: Plan) -> Mapping[str, float]:
    weights = {name: weight.weight for name, weight in plan.weights.items()}
    empty = levels([], criteria)
    return score(empty, criteria, weights).weights


def _measure(criteria: Criteria, leaf: Leaf, weight: float) -> MeasureResult:
    measure = leaf.measure
    return MeasureResult(
        id=leaf.measure_id,
        title=leaf.title,
        question=measure.question or "",
        unit=measure.unit or "",
        weight=weight,
        under=tuple(_titles(criteria, leaf)),
        scale_kind=measure.scale.kind,
        scale=scale_in_words(measure.scale, measure.unit or ""),
        because=measure.scale.because or "",
        fresh_for=criteria.fresh_days(leaf.measure_id),
    )


def _titles(criteria: Criteria, leaf: Leaf) -> Iterator[str]:
    here = criteria.criteria
    for depth, name in enumerate(leaf.above):
        if depth:
            yield here[name].title
        here = here[name].criteria or {}


_NOT_LOOKED = "nobody has looked yet"


class _Results:
    """Turns rows of arrays into one vendor's record."""

    def __init__(
        self,
        workspace: Workspace,
        plan: Plan,
        criteria: Criteria,
        scores: Scores,
        day: datetime.date,
    ) -> None:
        self.workspace = workspace
        self.plan = plan
        self.criteria = criteria
        self.scores = scores
        self.day = day
        # Plain records: taking rows out of a frame one by one costs more than scoring them.
        self.table = scores.table.to_dict("records")
        self.contributions = cast("list[dict[str, float]]", scores.contributions.to_dict("records"))
        self.statuses = {name: value.statuses() for name, value in scores.values.items()}

    def vendor(
        self, row: int, vendor: Vendor, place: "int | None", gate: str, outcomes: list[str]
    ) -> VendorResult:
        """Everything about one vendor."""
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
            gate=cast("GateOutcome", gate),
            gates=tuple(self._gates(vendor, outcomes)),
            contributions=self.contributions[row],
            measures={name: self._measure(row, vendor, name, path) for name in self.statuses},
            background={
                name: fact_result(fact, name, self.criteria, self.day, path)
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
            fact=fact_result(fact, name, self.criteria, self.day, path) if fact else None,
        )

    def _gates(self, vendor: Vendor, outcomes: list[str]) -> Iterator[GateResult]:
        for gate, outcome in zip(self.plan.gates, outcomes, strict=True):
            leaf = self.criteria.leaves[gate.measure]
            fact = vendor.facts.get(gate.measure)
            shown = (
                fact_result(fact, gate.measure, self.criteria, self.day, "").text if fact else ""
            )
            yield GateResult(
                measure=gate.measure,
                title=leaf.title,
                requirement=requirement(gate, leaf.title, leaf.measure.unit or ""),
                because=gate.because,
                outcome=cast("GateOutcome", str(outcome)),
                reason=f"found: {shown}" if fact and not fact.is_unknown else shown or _NOT_LOOKED,
            )
