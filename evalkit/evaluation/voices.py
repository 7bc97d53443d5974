"""What stakeholders said, what it implies, and whose weights elect whom."""

import itertools
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pandas as pd

from evalkit.analysis.agreement import average_ranks, distance, kendall_w, mean_spearman
from evalkit.evaluation.record_robustness import (
    ConcordanceResult,
    ConsistencyResult,
    DistanceResult,
    PlaceResult,
    SpreadResult,
    StakeholdersResult,
    StatementResult,
    VoiceResult,
)
from evalkit.evaluation.weights import Group, Voice, Weighting
from evalkit.evaluation.words import consistency_in_words, listed, points, share
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.scoring.scores import ranks, score
from evalkit.scoring.values import Flags
from evalkit.weighting.implied import Consistency, Implied


def stakeholders(
    plan: Plan,
    criteria: Criteria,
    weighting: Weighting,
    levels: pd.DataFrame,
    passed: Flags,
    names: Mapping[str, str],
) -> StakeholdersResult | None:
    """Each one's own ranking, then the group's; None where a plan has no stakeholders.

    `levels` holds a row for each vendor, `passed` whether it fails no gate; `names` are those of
    vendors, by id.
    """
    if not weighting.voices:
        return None
    total = sum(voice.influence for voice in weighting.voices)
    voices = tuple(
        VoiceResult(
            id=voice.id,
            name=voice.name,
            influence=voice.influence / total,
            stated=voice.record.stated,
            because=voice.record.because or "",
            weights=_top(criteria, weighting.of(voice)),
            statements=tuple(_statements(voice, criteria)),
            ranking=_ranking(criteria, plan, weighting.of(voice), levels, passed),
        )
        for voice in weighting.voices
    )
    elects = _elects(voices)
    return StakeholdersResult(
        voices=voices,
        group=_top(criteria, dict(weighting.weights)),
        group_ranking=_ranking(criteria, plan, dict(weighting.weights), levels, passed),
        elects=elects,
        elects_text=_elects_text(elects, voices, names),
        spreads=tuple(_spreads(voices, criteria)),
        distances=tuple(_distances(voices)),
        concordance=tuple(_concordance(voices)),
    )


def _top(criteria: Criteria, weights: dict[str, float]) -> dict[str, float]:
    """Weights of the top-level criteria, as shares of the whole."""
    given = {name: weights.get(name, node.weight) for name, node in criteria.criteria.items()}
    total = sum(given.values())
    return {name: weight / total for name, weight in given.items()}


def _ranking(
    criteria: Criteria,
    plan: Plan,
    weights: dict[str, float],
    levels: pd.DataFrame,
    passed: Flags,
) -> tuple[PlaceResult, ...]:
    scores = score(levels, criteria, weights, plan.unknown).table["score"]
    places = ranks(scores, passed).dropna().sort_values(kind="stable")
    points = scores.to_dict()
    return tuple(
        PlaceResult(vendor=str(name), rank=int(place), score=float(points[name]))
        for name, place in places.items()
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
    """Weights in the words of a swing, from the heaviest down."""
    order = sorted(said.weights.items(), key=lambda item: -item[1])
    (first, most), *rest = order
    where = f"Within {criteria.title_of(group)}, the" if group else "The"
    text = (
        f"{where} swing from worst to best on {criteria.title_of(first)} is worth most, "
        f"{share(most)}"
    )
    alike: dict[str, list[str]] = {}
    for name, weight in rest:
        alike.setdefault(_times(most, weight), []).append(criteria.title_of(name))
    parts = [f"{times} on {listed(titles)}" for times, titles in alike.items()]
    return f"{text}: {'; '.join(parts)}." if parts else f"{text}."


def _times(most: float, weight: float) -> str:
    if weight == 0:
        return "while nothing is the worth of that"
    times = most / weight
    return "as much as that" if times < 1.005 else f"{times:.3g} times that"  # noqa: PLR2004


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


def _elects(voices: Sequence[VoiceResult]) -> dict[str, tuple[str, ...]]:
    elects: dict[str, tuple[str, ...]] = {}
    for voice in voices:
        for place in voice.ranking:
            if place.rank == 1:
                elects[place.vendor] = (*elects.get(place.vendor, ()), voice.id)
    return elects


def _elects_text(
    elects: dict[str, tuple[str, ...]],
    voices: Sequence[VoiceResult],
    vendors: Mapping[str, str],
) -> str:
    names = {voice.id: voice.name for voice in voices}
    if not elects:
        return "No vendor is left to be elected."
    if len(elects) == 1 and len(voices) > 1:
        (vendor,) = elects
        return f"Everybody's weights put {vendors[vendor]} first."
    leads = {voice.id: f"{names[voice.id]}{_lead(voice)}" for voice in voices}
    parts = [
        f"{listed([leads[name] for name in by])} {'puts' if len(by) == 1 else 'put'} "
        f"{vendors[vendor]} first"
        for vendor, by in elects.items()
    ]
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."


def _lead(voice: VoiceResult) -> str:
    """By how much a voice's first vendor is ahead."""
    if len(voice.ranking) < 2:  # noqa: PLR2004
        return ""
    return f" (by {points(voice.ranking[0].score - voice.ranking[1].score)})"


def _spreads(voices: Sequence[VoiceResult], criteria: Criteria) -> Iterator[SpreadResult]:
    """How far apart people are, criterion by criterion, the widest first."""
    found = [_spread(name, voices, criteria) for name in criteria.criteria]
    yield from sorted(found, key=lambda spread: spread.low - spread.high)


def _spread(name: str, voices: Sequence[VoiceResult], criteria: Criteria) -> SpreadResult:
    weights = {voice.id: voice.weights[name] for voice in voices}
    low, high = min(weights.values()), max(weights.values())
    low_by = tuple(who for who, weight in weights.items() if weight - low < 1e-9)  # noqa: PLR2004
    high_by = tuple(who for who, weight in weights.items() if high - weight < 1e-9)  # noqa: PLR2004
    names = {voice.id: voice.name for voice in voices}
    title = criteria.title_of(name)
    if high - low < 1e-9:  # noqa: PLR2004
        text = f"All give {title} the same, {share(low)}."
    else:
        text = (
            f"{title}: from {share(low)} ({listed([names[who] for who in low_by])}) to "
            f"{share(high)} ({listed([names[who] for who in high_by])})."
        )
    return SpreadResult(
        criterion=name, low=low, low_by=low_by, high=high, high_by=high_by, text=text
    )


def _distances(voices: Sequence[VoiceResult]) -> list[DistanceResult]:
    found = [
        DistanceResult(one=one.id, other=other.id, moved=distance(_array(one), _array(other)))
        for one, other in itertools.combinations(voices, 2)
    ]
    return sorted(found, key=lambda each: -each.moved)


def _array(voice: VoiceResult) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    return np.array(list(voice.weights.values()))


def _concordance(voices: Sequence[VoiceResult]) -> Iterator[ConcordanceResult]:
    """Over the order of criteria, and over the order of vendors that follows from it."""
    if len(voices) < 2:  # noqa: PLR2004
        return
    yield _w("criteria", [list(voice.weights.values()) for voice in voices])
    by_vendor = [{p.vendor: p.score for p in voice.ranking} for voice in voices]
    if len(by_vendor[0]) > 1:
        yield _w("vendors", [[scores[name] for name in by_vendor[0]] for scores in by_vendor])


def _w(of: str, scores: Sequence[Sequence[float]]) -> ConcordanceResult:
    table = np.array([average_ranks(np.array(row)) for row in scores])
    w = kendall_w(table)
    pair = mean_spearman(w, len(scores))
    return ConcordanceResult(
        of=of,
        w=w,
        text=(
            f"Kendall's W over the order of {of} is {w:.2f}, from 0, no agreement, to 1, the same "
            f"order for all: on average two people's orders correlate by {pair:.2f} (Spearman)."
        ),
    )
