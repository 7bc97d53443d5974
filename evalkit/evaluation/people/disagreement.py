"""Disagreement between stakeholders: by criterion, by pair and overall."""

import itertools
from collections.abc import Iterator, Sequence

import numpy as np

from evalkit.analysis.agreement import average_ranks, distance, kendall_w, mean_spearman
from evalkit.evaluation.record.robustness import (
    ConcordanceResult,
    DistanceResult,
    SpreadResult,
    StakeholderResult,
)
from evalkit.evaluation.weights import Group, Voice, Weighting
from evalkit.level import is_level
from evalkit.model.criteria import Criteria
from evalkit.scoring.scores import measure_shares
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import people as words
from evalkit.wording.numbers import in_points, percent_tenths, two_decimals
from evalkit.wording.words import listed


def spreads(weighting: Weighting, criteria: Criteria) -> list[SpreadResult]:
    """The spread of people's weights on each criterion, widest first.

    Only those who weighted a group of siblings count: silence is not agreement.
    """
    found = [
        _spread(name, group, weighting.speakers(group), criteria)
        for group, siblings in criteria.groups.items()
        if len(weighting.speakers(group)) > 1
        for name in siblings
    ]
    return sorted(found, key=lambda spread: (spread.above != "", spread.low - spread.high))


def _spread(name: str, group: Group, voices: Sequence[Voice], criteria: Criteria) -> SpreadResult:
    weights = {voice.id: voice.implied[group].weights[name] for voice in voices}
    low, high = min(weights.values()), max(weights.values())
    low_by = tuple(who for who, weight in weights.items() if is_level(weight, low))
    high_by = tuple(who for who, weight in weights.items() if is_level(weight, high))
    names = {voice.id: voice.name for voice in voices}
    title = criteria.title_of(name)
    title = f"{criteria.title_of(group)} › {title}" if group else title
    if is_level(high, low):
        text = say(words.ALL_GIVE, criterion=title, share=percent_tenths(low))
    else:
        text = say(
            words.SPREAD,
            criterion=title,
            low=percent_tenths(low),
            low_by=listed([names[who] for who in low_by]),
            high=percent_tenths(high),
            high_by=listed([names[who] for who in high_by]),
        )
    return SpreadResult(
        criterion=name,
        above=group or "",
        low=low,
        low_by=low_by,
        high=high,
        high_by=high_by,
        text=text,
    )


def distances(weighting: Weighting, criteria: Criteria) -> list[DistanceResult]:
    """The weight that each pair of people would have to move to agree, largest first.

    In shares of the whole, over what both weighted; pairs with nothing in common are left out.
    """
    found = [
        _distance(one, other, weighting, criteria)
        for one, other in itertools.combinations(weighting.voices, 2)
        if set(one.implied) & set(other.implied)
    ]
    return sorted(found, key=lambda each: -each.moved)


def _distance(one: Voice, other: Voice, weighting: Weighting, criteria: Criteria) -> DistanceResult:
    both = set(one.implied) & set(other.implied)
    everything = dict.fromkeys(criteria.leaves, 1.0)
    leaves = []
    for voice in (one, other):
        said = {n: w for group in both for n, w in voice.implied[group].weights.items()}
        shares = measure_shares(criteria, {**weighting.weights, **said}, everything)
        leaves.append(np.array([share for _, share in shares], dtype=np.float64))
    moved = distance(*leaves)
    return DistanceResult(
        one=one.id,
        other=other.id,
        moved=moved,
        text=say(words.TO_AGREE, one=one.name, other=other.name, points=in_points(moved * 100)),
    )


def concordance(
    weighting: Weighting, criteria: Criteria, people: Sequence[StakeholderResult]
) -> Iterator[ConcordanceResult]:
    """Kendall's W for the order of each group of siblings, and for the order of vendors."""
    for group, siblings in criteria.groups.items():
        speakers = weighting.speakers(group)
        if len(speakers) > 1 and len(siblings) > 1:
            weights = [list(voice.implied[group].weights.values()) for voice in speakers]
            above = criteria.title_of(group) if group else ""
            what = say(words.CRITERIA_WITHIN if group else words.CRITERIA, group=above)
            yield _w("criteria", group or "", what, weights)
    scores = [{place.vendor: place.score for place in person.ranking} for person in people]
    # Only vendors that everybody's weights can score can be compared.
    common = [name for name in scores[0] if all(name in each for each in scores)]
    if len(people) > 1 and len(common) > 1:
        compared = [[each[name] for name in common] for each in scores]
        yield _w("vendors", "", say(words.VENDORS), compared)


def _w(of: str, above: str, what: str, scores: Sequence[Sequence[float]]) -> ConcordanceResult:
    table = np.array([average_ranks(np.array(row)) for row in scores])
    w = kendall_w(table)
    shown = two_decimals(mean_spearman(table))
    return ConcordanceResult(
        of=of,
        above=above,
        w=w,
        text=say(words.CONCORDANCE, what=what, w=two_decimals(w), correlation=shown),
    )
