"""Turn a workspace and a plan into an evaluation."""

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from evalkit import __version__
from evalkit.checking.check import Tell
from evalkit.errors import EvalkitError
from evalkit.evaluation.bands import bands_of
from evalkit.evaluation.compared import chosen, told_apart
from evalkit.evaluation.derived.ages import as_of_day
from evalkit.evaluation.derived.interfaces import with_interfaces
from evalkit.evaluation.derived.plugins import Shops, told_by_plugins
from evalkit.evaluation.derived.regional import in_region
from evalkit.evaluation.derived.vendors import left_out, with_derived
from evalkit.evaluation.people.stakeholders import stakeholders
from evalkit.evaluation.ranking import Ranking, ranking
from evalkit.evaluation.record.evaluation import (
    BackgroundResult,
    CriterionResult,
    Evaluation,
    Input,
    LeftOutResult,
    MeasureResult,
    PlanResult,
    RoleResult,
    VendorResult,
)
from evalkit.evaluation.record.mark import mark_of
from evalkit.evaluation.robustness.draws import Advance, Drawn, draw, firsts_by_person
from evalkit.evaluation.robustness.field import Field, field
from evalkit.evaluation.robustness.opinions import opinions
from evalkit.evaluation.robustness.research import research
from evalkit.evaluation.robustness.weight_space import Space
from evalkit.evaluation.scenario import Tried, scenario_result, tried
from evalkit.evaluation.standing import Chances
from evalkit.evaluation.vendors import Results
from evalkit.evaluation.verdict.deciding import deciding
from evalkit.evaluation.verdict.outcome_words import outcome_sentences
from evalkit.evaluation.verdict.verdict import Answer, verdict
from evalkit.evaluation.weights import Weighting, as_given, weighting
from evalkit.model.comparison.scenario import Scenario
from evalkit.model.criteria import Criteria, Leaf, in_words
from evalkit.model.plan import Plan
from evalkit.model.vendor import Vendor
from evalkit.wording.words import scale_in_words
from evalkit.workspace.workspace import Workspace

if TYPE_CHECKING:
    from evalkit.evaluation.costs.books import Books
    from evalkit.evaluation.fit.matched import Matched
    from evalkit.evaluation.record.costs import CostsResult
    from evalkit.evaluation.record.fit import FitResult


def evaluate(
    workspace: Workspace,
    plan: Plan,
    as_of: datetime.date,
    *,
    full: bool = True,
    advance: Advance | None = None,
    scenario: Scenario | None = None,
    tell: Tell | None = None,
) -> Evaluation:
    """Evaluate the vendors of a plan; `as_of` applies if the plan sets no date.

    A `scenario` is tried in place of the plan. Who is known well enough to rank is decided by the
    plan's own weights all the same.

    Without `full`, only the ranking and its verdict are calculated, as the table shows them;
    `advance` is called with the number of draws in each completed block, `tell` with the number of
    vendors whose results are made, and of all. Raises EvalkitError if there are no vendors or no
    criteria.
    """
    given, plan = plan, tried(plan, scenario)
    gated = criteria_for(workspace, plan)
    criteria = plan.judged_by(gated)
    day = plan.as_of or as_of
    runs_on = plan.platform.name if plan.platform else None
    compared = told_by_plugins(told_apart(chosen(workspace, plan)), gated)
    here = in_region(compared, plan.region, plan.bought, runs_on)
    shops = Shops(workspace.platforms, runs_on, day)
    stated = with_interfaces(shops.supported(here, gated), gated)
    listed = as_of_day(stated, gated, day, plan.stale)
    ledgers = books_for(plan, listed)
    found = matched_for(workspace, plan, gated, listed, scenario.gates_off if scenario else ())
    roles = plan.roles_among(vendor.role for vendor in here)
    missing = left_out(gated, ledgers, found, roles)
    vendors = with_derived(listed, gated, ledgers, found, missing)
    at_likely = books_for(plan, listed, client_at_likely=True) if gated.derived else None
    decided = with_derived(listed, gated, at_likely, found, missing) if at_likely else vendors
    whose = weighting(plan, criteria).trying(scenario.weights if scenario else {}, criteria)
    everybody = ranking(plan, criteria, gated, whose, vendors, decided, missing, found)
    ranked = field(plan, criteria, whose, gated, ledgers, at_likely, everybody)
    space = Space(criteria, whose, plan.robustness)
    drawn = draw(ranked, space, advance)
    chances = drawn.chances if drawn else Chances()
    results = Results(workspace, plan, criteria, gated, everybody, day, found, chances, full=full)
    judged = results.vendors(tell)
    fit = _fit(workspace, found, judged) if full and found else None
    answer = Answer(ranked, judged, drawn, research(ranked))
    firsts = firsts_by_person(ranked, space) if full else {}
    people = stakeholders(criteria, whose.stated, everybody, firsts)
    other = opinions(ranked)
    told = _plan(plan, criteria, day, roles, has_weights=whose.has_own)
    inputs = tuple(_inputs(workspace, plan, vendors))
    titles = found.titles if found else {}
    against = Tried(given, criteria, gated, whose, titles, mark_of(__version__, told, inputs))
    return Evaluation(
        evalkit=__version__,
        plan=told,
        inputs=inputs,
        criteria=tuple(_described(criteria, plan, whose)),
        background=tuple(_background(criteria)),
        left_out=tuple(_left_out(criteria, missing, roles)),
        weights=tuple(as_given(criteria, whose, criteria.criteria)),
        vendors=tuple(judged),
        verdict=verdict(
            answer, outcome_sentences(answer), deciding(answer, people, other, ledgers)
        ),
        stakeholders=people,
        second_opinions=other,
        **(_sections(ranked, space, drawn) if full else {}),
        costs=_costs(workspace, ranked, everybody, judged) if full else None,
        fit=fit,
        **(_project(results, judged, fit) if full and (plan.needs or plan.steps) else {}),
        scenario=scenario_result(scenario, against) if scenario else None,
    )


def _sections(ranked: Field, space: Space, drawn: Drawn | None) -> dict[str, Any]:
    # The table shows none of these, so it skips the imports.
    from evalkit.evaluation.sections import sections  # noqa: PLC0415

    return sections(ranked, space, drawn)


def books_for(
    plan: Plan, vendors: Sequence[Vendor], *, client_at_likely: bool = False
) -> "Books | None":
    """The costs of vendors; None if the plan has no money."""
    if plan.money is None:
        return None
    # Plans without money skip the imports.
    from evalkit.evaluation.costs.books import books  # noqa: PLC0415

    return books(plan.money, plan.seed, vendors, plan.region, client_at_likely=client_at_likely)


def matched_for(
    workspace: Workspace,
    plan: Plan,
    criteria: Criteria,
    vendors: Sequence[Vendor],
    off: Collection[str] = (),
) -> "Matched | None":
    """The plan's flows matched to vendors; None if it has none."""
    if not plan.flows:
        return None
    from evalkit.evaluation.fit.matched import matched  # noqa: PLC0415

    name = plan.platform.name if plan.platform else ""
    return matched(plan, criteria, workspace.platforms.get(name), vendors, off)


def _fit(workspace: Workspace, found: "Matched", judged: Sequence[VendorResult]) -> "FitResult":
    from evalkit.evaluation.fit.results import fit_result  # noqa: PLC0415

    return fit_result(found, judged, workspace.vendors, workspace.paths)


def _project(
    results: Results, judged: Sequence[VendorResult], fit: "FitResult | None"
) -> dict[str, Any]:
    # Plans without needs and steps skip the imports.
    from evalkit.evaluation.project.needs import Answers, needs  # noqa: PLC0415
    from evalkit.evaluation.project.steps import steps  # noqa: PLC0415

    plan, tested = results.plan, results.tested
    answers = Answers(plan, results.criteria, results.ranking, tested, judged, fit)
    return {"needs": needs(answers), "steps": steps(plan, tested.day)}


def _costs(
    workspace: Workspace, ranked: Field, everybody: Ranking, judged: Sequence[VendorResult]
) -> "CostsResult | None":
    if ranked.books is None:
        return None
    from evalkit.evaluation.sections import money  # noqa: PLC0415

    return money(workspace, ranked, ranked.books, everybody, judged)


def criteria_for(workspace: Workspace, plan: Plan) -> Criteria:
    """The criteria that a plan's gates may refer to. Raises EvalkitError if there are none."""
    if plan.category not in workspace.criteria:
        known = ", ".join(sorted(workspace.criteria))
        raise EvalkitError(f"there are no criteria for {plan.category!r}; there are: {known}")
    return workspace.criteria[plan.category]


def _plan(
    plan: Plan,
    criteria: Criteria,
    day: datetime.date,
    roles: Collection[str],
    *,
    has_weights: bool,
) -> PlanResult:
    return PlanResult(
        id=plan.id,
        title=plan.title,
        category=plan.category,
        as_of=day,
        roles=tuple(RoleResult(id=name, title=criteria.roles[name].title) for name in roles),
        example=plan.example,
        about=plan.about or "",
        region=plan.region or "",
        unknown=plan.unknown,
        rankable=plan.rankable,
        bands=bands_of(plan),
        scales=criteria.scales_mark,
        has_weights=has_weights,
        stale=plan.stale,
    )


def _inputs(workspace: Workspace, plan: Plan, vendors: Sequence[Vendor]) -> Iterator[Input]:
    wanted = [("criteria", plan.category), ("plan", plan.id), *(("vendor", v.id) for v in vendors)]
    if plan.platform is not None:
        wanted.append(("platform", plan.platform.name))
    paths = {path for key in wanted for path in workspace.paths.get(key, ())}
    for path in sorted(paths):
        yield Input(path=path, sha256=workspace.documents[path].sha256)


def _background(criteria: Criteria) -> Iterator[BackgroundResult]:
    for name, entry in criteria.background.items():
        yield BackgroundResult(id=name, title=entry.title or in_words(name), unit=entry.unit or "")


def _left_out(
    criteria: Criteria, missing: Mapping[str, str], roles: Collection[str]
) -> Iterator[LeftOutResult]:
    by_role = criteria.taken_out(roles)
    for name, reason in missing.items():
        if name in criteria.leaves:
            title, of_role = criteria.title_of(name), name in by_role
            yield LeftOutResult(measure=name, title=title, reason=reason, of_role=of_role)


def _described(criteria: Criteria, plan: Plan, whose: Weighting) -> Iterator[CriterionResult]:
    """The criteria with their shares of the total weight, before any measure is left out."""
    shares = whose.shares(criteria)
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
