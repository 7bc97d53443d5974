"""What each stakeholder cares about, and whom that puts first, for a terminal."""

from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.robustness import (
    PlaceResult,
    StakeholderResult,
    StakeholdersResult,
)
from evalkit.explanation.lookup import labels
from evalkit.report.terminal.parts import caption, section
from evalkit.report.terminal.screen import BOLD, DIM, Screen
from evalkit.report.terminal.table import Column, Row, figure, table, text, width_of
from evalkit.wording.apportion import apportioned
from evalkit.wording.decimals import digits_apart
from evalkit.wording.numbers import about_between, between, fixed, outward, percent_whole, whole
from evalkit.wording.words import listed, lower_first
from evalkit.wording.wrapping import narrowest

HEAVIEST = 3
"""Criteria that are named of a person who is a row."""
HEAD = 3
"""Lines of a person's name in a head."""
LONG = 12
"""Letters from which a name is broken in a head."""
WORTH = "Worst to best is worth"


def to_weights(evaluation: Evaluation, screen: Screen) -> list[Text]:
    """Whom everybody's weights put first, and how they are divided among the criteria."""
    found = evaluation.stakeholders
    sentences = list(_sentences(evaluation, found)) if found else [_alone(evaluation)]
    shown = _people(evaluation, found, screen) if found else _own(evaluation, screen)
    return [
        *screen.answer(sentences),
        *section(screen.prose(caption(evaluation), DIM)),
        *shown,
        *screen.prose(_more(evaluation, found, screen.subject), DIM),
    ]


def _alone(evaluation: Evaluation) -> str:
    whose = "The plan's own" if evaluation.plan.has_weights else "The criteria's own"
    return f"{whose} weights; the plan names no stakeholders."


def _sentences(evaluation: Evaluation, found: StakeholdersResult) -> Iterator[str]:
    """Who puts whom first, and what they differ on most."""
    names = labels(evaluation)
    by_first: dict[tuple[str, ...], list[StakeholderResult]] = {}
    for person in found.people:
        by_first.setdefault(_firsts(person.ranking), []).append(person)
    group = _firsts(found.group_ranking)
    if not group:
        yield "No vendor is ranked, so nobody's weights put one first."
    elif len(by_first) == 1:
        yield _agreed(found, names)
    else:
        # Whoever agrees with the group comes first.
        sides = sorted(by_first.items(), key=lambda side: side[0] != group)
        yield f"{'; '.join(_side(who, firsts, group, names) for firsts, who in sides)}."
    spread = next((each for each in found.spreads if not each.above), None)
    if spread is not None and spread.low < spread.high:
        people = {person.id: person.name for person in found.people}
        titles = {criterion.id: lower_first(criterion.title) for criterion in evaluation.criteria}
        high, low = (
            listed([people[name] for name in by]) for by in (spread.high_by, spread.low_by)
        )
        yield (
            f"They differ most on {titles[spread.criterion]}: it is worth "
            f"{percent_whole(spread.high)} to {high} and {percent_whole(spread.low)} to {low}."
        )


def _firsts(ranking: Sequence[PlaceResult], rank: int = 1) -> tuple[str, ...]:
    return tuple(place.vendor for place in ranking if place.rank == rank)


def _agreed(found: StakeholdersResult, names: Mapping[str, str]) -> str:
    who = [person.name for person in found.people]
    all_, verb = ("all ", "put") if len(who) > 2 else ("", "puts" if len(who) == 1 else "put")  # noqa: PLR2004
    said = f"{listed(who)} {all_}{verb} {_called(_firsts(found.people[0].ranking), names)} first"
    seconds = {_firsts(person.ranking, 2) for person in found.people}
    (second,) = seconds if len(seconds) == 1 else ((),)
    return f"{said} and {_called(second, names)} second." if second else f"{said}."


def _side(
    who: Sequence[StakeholderResult],
    firsts: tuple[str, ...],
    group: tuple[str, ...],
    names: Mapping[str, str],
) -> str:
    people = [
        person.name
        if firsts == group
        else f"{person.name} ({percent_whole(person.influence)} of the influence)"
        for person in who
    ]
    return f"{listed(people)} {'puts' if len(who) == 1 else 'put'} {_called(firsts, names)} first"


def _called(vendors: Sequence[str], names: Mapping[str, str]) -> str:
    return listed([names[vendor] for vendor in vendors])


def _people(evaluation: Evaluation, found: StakeholdersResult, screen: Screen) -> Iterator[Text]:
    """A column for each person, or a row where they do not fit."""
    columns = [text(WORTH), *(_head(screen.fit(p.name)) for p in found.people), figure("Together")]
    rows = [*_weights(evaluation, found), *_points(evaluation, found)]
    if width_of(columns, rows) <= screen.width:
        yield from table(screen, columns, rows)
        return
    columns = [text("Stakeholder"), figure("Influence"), text("First")]
    yield from table(screen, columns, list(_as_rows(evaluation, found)))


def _head(name: str) -> Column:
    return Column(tuple(narrowest(name, HEAD)) if len(name) > LONG else (name,))


def _weights(evaluation: Evaluation, found: StakeholdersResult) -> Iterator[Row]:
    """Each criterion's worth in whole percent, which adds up to 100 for everybody."""
    criteria = sorted(evaluation.criteria, key=lambda each: -found.group[each.id])
    names = [criterion.id for criterion in criteria]
    columns = [_percent(person.weights, names) for person in found.people]
    columns.append(_percent(found.group, names))
    for at, criterion in enumerate(criteria):
        yield Row((criterion.title, *(column[at] for column in columns)))
    yield Row(("Total", *("100%" if column[0] else "" for column in columns)), style=BOLD)
    influence = apportioned([100 * person.influence for person in found.people], 0, 100.0)
    yield Row(("Influence", *(f"{whole(each)}%" for each in influence), "100%"))


def _percent(weights: Mapping[str, float] | None, names: Sequence[str]) -> list[str]:
    if weights is None:
        return [""] * len(names)
    shown = apportioned([100 * weights[name] for name in names], 0, 100.0)
    return [f"{whole(each)}%" for each in shown]


def _points(evaluation: Evaluation, found: StakeholdersResult) -> Iterator[Row]:
    """Each ranked vendor's range of points, and who is first."""
    names = labels(evaluation)
    rankings = [*(person.ranking for person in found.people), found.group_ranking]
    digits = max(digits_apart([each.score for each in ranking], 0) for ranking in rankings)
    for place in found.group_ranking:
        cells = (
            between(*outward(each.low, each.high, digits))
            for ranking in rankings
            for each in ranking
            if each.vendor == place.vendor
        )
        yield Row((f"{names[place.vendor]}, points", *cells))
    if found.group_ranking:
        yield Row(("First", *(_called(_firsts(ranking), names) for ranking in rankings)))
        yield from _simulated(evaluation, found, found.group_ranking[0].vendor, names)


def _simulated(
    evaluation: Evaluation, found: StakeholdersResult, vendor: str, names: Mapping[str, str]
) -> Iterator[Row]:
    """How often the group's first vendor is first by each person's weights."""
    robustness = evaluation.robustness
    if robustness is None or len(robustness.vendors) < 2 or not found.people[0].first:  # noqa: PLR2004
        return
    drawn = next(each for each in robustness.vendors if each.id == vendor)
    pairs = [(person.first[vendor], person.first_alike[vendor]) for person in found.people]
    pairs.append((drawn.ranks[0], drawn.first_alike))
    spans = (about_between(min(pair), max(pair), robustness.draws) for pair in pairs)
    yield Row((f"{names[vendor]} is first in", *spans))


def _as_rows(evaluation: Evaluation, found: StakeholdersResult) -> Iterator[Row]:
    names = labels(evaluation)
    titles = {criterion.id: lower_first(criterion.title) for criterion in evaluation.criteria}
    sides = [(each.name, each.influence, each.ranking, each.weights) for each in found.people]
    for name, influence, ranking, weights in (
        *sides,
        ("Together", 1.0, found.group_ranking, found.group),
    ):
        heaviest = sorted((weights or {}).items(), key=lambda each: -each[1])[:HEAVIEST]
        worth = [f"{titles[criterion]} {percent_whole(weight)}" for criterion, weight in heaviest]
        remark = f"worth most: {', '.join(worth)}" if worth else ""
        cells = (
            name,
            percent_whole(influence),
            _called(_firsts(ranking), names) if ranking else "",
        )
        yield Row(cells, remark)


def _own(evaluation: Evaluation, screen: Screen) -> Iterator[Text]:
    """The weights of a plan without stakeholders."""
    criteria = sorted(evaluation.criteria, key=lambda each: -each.weight)
    shown = apportioned([100 * criterion.weight for criterion in criteria], 1, 100.0)
    rows = [
        Row((criterion.title, f"{fixed(weight, 1)}%"))
        for criterion, weight in zip(criteria, shown, strict=True)
    ]
    columns = [text(WORTH), figure("Weight")]
    yield from table(screen, columns, [*rows, Row(("Total", "100.0%"), style=BOLD)])


def _more(evaluation: Evaluation, found: StakeholdersResult | None, subject: str) -> str:
    plan = evaluation.plan
    ask = f"evalkit weigh {subject or plan.id} --ask {found.people[-1].id if found else 'NAME'}"
    why = "to ask again" if found else "to hear people instead"
    if found is None and plan.has_weights:
        why += ", once the plan has no `weights:`"
    return f"More: {ask}, {why}; `scales: {plan.scales}` beside weights tells when a scale changes"
