"""Stakeholders' statements, the weights they imply, and the vendors they put first."""

from collections.abc import Iterator, Mapping, Sequence

from evalkit.evaluation.people.consistency import consistency_in_words
from evalkit.evaluation.people.disagreement import concordance, distances, spreads
from evalkit.evaluation.ranking import Ranking
from evalkit.evaluation.record.robustness import (
    ConsistencyResult,
    PlaceResult,
    StakeholderResult,
    StakeholdersResult,
    StatementResult,
)
from evalkit.evaluation.weights import Group, Voice, Weighting
from evalkit.level import is_level
from evalkit.model.criteria import Criteria
from evalkit.scoring.scores import ranks, weigh
from evalkit.weighting.implied import Consistency, Implied
from evalkit.wording.decimals import digits_apart
from evalkit.wording.messages.catalogue import Message, say
from evalkit.wording.messages.record import people as words
from evalkit.wording.messages.words import CLAUSES
from evalkit.wording.numbers import in_points, percent_tenths, significant
from evalkit.wording.words import capital, listed

Firsts = tuple[dict[str, float], dict[str, float]]
"""Shares of first places by vendor, with facts moving independently and together."""


def stakeholders(
    criteria: Criteria,
    weighting: Weighting,
    ranking: Ranking,
    firsts: Mapping[str, Firsts],
) -> StakeholdersResult | None:
    """Each stakeholder's ranking, then the group's; None if a plan has no stakeholders.

    `ranking` covers all vendors. `firsts` are the shares of first places
    by a person's weights, by person.
    """
    if not weighting.voices:
        return None
    total = sum(voice.influence for voice in weighting.voices)
    people = tuple(
        StakeholderResult(
            id=voice.id,
            name=voice.name,
            influence=voice.influence / total,
            stated=voice.record.stated,
            because=voice.record.because or "",
            weights=dict(voice.implied[None].weights) if None in voice.implied else None,
            statements=tuple(_statements(voice, criteria)),
            ranking=_by(criteria, weighting.of(voice), ranking),
            first=firsts[voice.id][0] if voice.id in firsts else {},
            first_alike=firsts[voice.id][1] if voice.id in firsts else {},
        )
        for voice in weighting.voices
    )
    elects = _elects(people)
    return StakeholdersResult(
        people=people,
        group=_top(criteria, weighting),
        group_ranking=_by(criteria, weighting.weights, ranking),
        elects=elects,
        elects_text=_elects_text(people, {each.id: each.name for each in ranking.vendors}),
        spreads=tuple(spreads(weighting, criteria)),
        distances=tuple(distances(weighting, criteria)),
        concordance=tuple(concordance(weighting, criteria, people)),
    )


def _top(criteria: Criteria, weighting: Weighting) -> dict[str, float]:
    """The decision's weights of the top-level criteria, as shares of the whole."""
    given = {name: weighting.weight_of(name, criteria) for name in criteria.criteria}
    total = sum(given.values())
    return {name: weight / total for name, weight in given.items()}


def _by(
    criteria: Criteria, weights: Mapping[str, float], ranking: Ranking
) -> tuple[PlaceResult, ...]:
    """Rank the same values by other weights."""
    found = weigh(ranking.scores.index, criteria, ranking.scores.values, weights)
    places = ranks(found.score, ranking.ranks > 0).tolist()
    rows = sorted(filter(places.__getitem__, range(len(places))), key=places.__getitem__)
    return tuple(
        PlaceResult(
            vendor=found.index[row],
            rank=places[row],
            score=float(found.score[row]),
            low=float(found.low[row]),
            high=float(found.high[row]),
        )
        for row in rows
    )


def _statements(voice: Voice, criteria: Criteria) -> Iterator[StatementResult]:
    for group, said in voice.implied.items():
        yield StatementResult(
            above=group or "",
            kind=voice.statement(group).kind,
            method=said.method,
            weights=dict(said.weights),
            text=_in_swings(group, said, criteria),
            consistency=_consistency(said.consistency, criteria),
        )


def _in_swings(group: Group, said: Implied, criteria: Criteria) -> str:
    """Weights as swings from worst to best, largest first."""
    order = sorted(said.weights.items(), key=lambda item: -item[1])
    (first, most), *rest = order
    share, above = percent_tenths(most), criteria.title_of(group) if group else ""
    if len(order) > 1 and is_level(most, order[-1][1]):
        return say(words.ALL_SAME_WITHIN if group else words.ALL_SAME, group=above, share=share)
    worth = words.WORTH_MOST_WITHIN if group else words.WORTH_MOST
    text = say(worth, group=above, criterion=criteria.title_of(first), share=share)
    alike: dict[tuple[Message, str], list[str]] = {}
    for name, weight in rest:
        alike.setdefault(_times(most, weight), []).append(criteria.title_of(name))
    parts = [
        say(much, times=times, criteria=listed(titles)) for (much, times), titles in alike.items()
    ]
    if not parts:
        return say(CLAUSES, clauses=text)
    return say(words.THEN, first=text, others="; ".join(parts))


def _times(most: float, weight: float) -> tuple[Message, str]:
    if weight == 0:
        return words.NOTHING_ON, ""
    times = most / weight
    if times < 1.005:  # noqa: PLR2004
        return words.AS_MUCH_ON, ""
    return words.TIMES_ON, significant(times, 3)


def _consistency(found: Consistency | None, criteria: Criteria) -> ConsistencyResult | None:
    if found is None:
        return None
    return ConsistencyResult(
        measure=found.measure,
        value=found.value,
        limit=found.limit,
        table=found.table,
        text=consistency_in_words(found, criteria.title_of),
    )


def _elects(people: Sequence[StakeholderResult]) -> dict[str, tuple[str, ...]]:
    elects: dict[str, tuple[str, ...]] = {}
    for person in people:
        for vendor in _winners(person):
            elects[vendor] = (*elects.get(vendor, ()), person.id)
    return elects


def _winners(person: StakeholderResult) -> tuple[str, ...]:
    return tuple(place.vendor for place in person.ranking if place.rank == 1)


def _elects_text(people: Sequence[StakeholderResult], vendors: Mapping[str, str]) -> str:
    """Which vendor each stakeholder puts first, and by how much; ties put nobody first."""
    by_winners: dict[tuple[str, ...], list[StakeholderResult]] = {}
    for person in people:
        by_winners.setdefault(_winners(person), []).append(person)
    parts = [_elect_text(who, winners, vendors) for winners, who in by_winners.items() if winners]
    text = "; ".join(parts) or say(words.NOBODY)
    return say(CLAUSES, clauses=capital(text))


def _elect_text(
    who: Sequence[StakeholderResult], winners: tuple[str, ...], vendors: Mapping[str, str]
) -> str:
    names = listed([vendors[winner] for winner in winners])
    if len(winners) > 1:
        people = listed([person.name for person in who])
        return say(words.HAS_LEVEL, len(who), people=people, vendors=names)
    people = listed([_with_lead(person) for person in who])
    return say(words.PUTS_FIRST, len(who), people=people, vendors=names)


def _with_lead(person: StakeholderResult) -> str:
    """A person, with the lead of their first choice."""
    if len(person.ranking) < 2:  # noqa: PLR2004
        return person.name
    lead = person.ranking[0].score - person.ranking[1].score
    points = in_points(lead, digits_apart([lead, 0.0], 1))
    return say(words.BY_POINTS, person=person.name, points=points)
