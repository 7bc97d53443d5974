"""What to find out: the value of knowing an open fact, or all open facts of a vendor."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import cast

import numpy as np
import numpy.typing as npt

from evalkit.analysis.case import Case, Unsettled
from evalkit.analysis.distribution import Sample
from evalkit.analysis.information import Worth, Worths, fewest, turning_value, worths
from evalkit.analysis.sampling import Floats
from evalkit.analysis.smaa import draws_for
from evalkit.evaluation.derived.fact import WorkedOut
from evalkit.evaluation.ranking import Ranking
from evalkit.evaluation.record.verdict import OpenPoint, ResearchResult, Status
from evalkit.evaluation.robustness.field import LIMIT, Field
from evalkit.evaluation.robustness.thresholds import Interval, facts_that_reach
from evalkit.level import SAME
from evalkit.model.scale import NAMED
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.deciding import (
    AHEAD_IF,
    AHEAD_IF_ITS,
    FACT_ON,
    WORTH,
    WORTH_WITH_OTHERS,
)
from evalkit.wording.numbers import in_points
from evalkit.wording.words import lower_first


def research(field: Field) -> tuple[ResearchResult, ...]:
    """The value of what is open about each vendor, by points gained.

    Vendors that nobody needs to look into are left out: their facts change nothing, and they take
    no part in the draws.
    """
    if not field.left.vendors:
        return ()
    found = Expected(field)
    values = found.worths.of_vendors
    drawn = {vendor.id for vendor in (*field.vendors, *field.rivals.vendors)}
    ids = [vendor.id for vendor in found.ranking.vendors]
    facts = {
        row: list(each)
        for row, each in groupby(range(len(found.facts)), lambda n: found.facts[n].vendor)
    }
    rows = [row for row in facts if values[row].points > 0 or ids[row] in drawn]
    rows.sort(key=lambda row: (-values[row].points, -values[row].probability, ids[row]))
    return tuple(_of_vendor(found, row, facts[row], values[row]) for row in rows[:LIMIT])


@dataclass(frozen=True)
class Expected:
    """The expected scores of all vendors that are not ruled out, ranked or not."""

    field: Field

    @property
    def ranking(self) -> Ranking:
        """These vendors."""
        return self.field.left

    @cached_property
    def case(self) -> Case:
        """Their values, and their uncertain facts."""
        return self.field.case_of(self.ranking)

    @cached_property
    def facts(self) -> tuple[Unsettled, ...]:
        """What could be found out about them, vendor by vendor.

        The client's own assumptions are no facts about a vendor; where they alone make a figure
        uncertain, there is nothing to find out.
        """
        sampled = self._of_money
        facts = [
            replace(fact, spread=sampled[number]) if number in sampled else fact
            for number, fact in enumerate(self.case.unsettled)
        ]
        moving = [fact for fact in facts if fact.spread.low < fact.spread.high]
        return tuple(sorted(moving, key=lambda fact: (fact.vendor, fact.measure)))

    @cached_property
    def _of_money(self) -> dict[int, Sample]:
        """The facts derived from money, as far as the vendor's own prices make them uncertain.

        They are drawn with the client's assumptions at their likely values, around the mean of all
        draws.
        """
        if self.case.together is None:
            return {}
        draws = draws_for(self.field.plan.robustness.precision / 100)
        uniforms = [np.zeros(draws)] * len(self.ranking.vendors)
        everything, _ = self.case.together()(draws, uniforms)
        own = self.field.priced_at_likely.case_of(self.ranking).together
        learnt = own()(draws, uniforms)[0] if own is not None else {}
        return {number: _around(learnt[number], drawn) for number, drawn in everything.items()}

    @cached_property
    def scores(self) -> Floats:
        """Expected scores, shape (vendors,)."""
        values = self.case.values.copy()
        sampled = self._of_money
        for number, fact in enumerate(self.case.unsettled):
            spread = sampled.get(number, fact.spread)
            values[fact.vendor, fact.measure] = spread.mean
        shares = [self.ranking.scores.weights[name] for name in self.field.criteria.leaves]
        total = np.zeros(len(values))
        for column, share in zip(values.T, shares, strict=True):
            total += share * column
        return total

    @cached_property
    def statuses(self) -> dict[str, npt.NDArray[np.str_]]:
        """What is known of each vendor, by measure."""
        return {name: each.statuses() for name, each in self.ranking.scores.values.items()}

    def weight(self, fact: Unsettled) -> float:
        """A fact's share of the whole for its vendor."""
        share = self.ranking.scores.weights[self.name(fact)]
        return float(share if isinstance(share, float) else share[fact.vendor])

    def name(self, fact: Unsettled) -> str:
        """The measure of a fact."""
        return self.case.measures[fact.measure]

    @cached_property
    def worths(self) -> Worths:
        """What every fact and every vendor is worth to know."""
        weights = np.array([self.weight(fact) for fact in self.facts])
        return worths(self.scores, self.facts, weights)


def _around(learnt: Floats, everything: Floats) -> Sample:
    return Sample(np.clip(learnt - learnt.mean() + everything.mean(), 0.0, 100.0))


def _of_vendor(found: Expected, row: int, facts: Sequence[int], worth: Worth) -> ResearchResult:
    weighed = [(found.weight(found.facts[n]), found.facts[n].spread) for n in facts]
    points = [_point(found, found.facts[n], found.worths.of_facts[n]) for n in facts]
    points.sort(key=lambda point: (-point.gain, -point.points))
    return ResearchResult(
        vendor=found.ranking.vendors[row].id,
        probability=worth.probability,
        gain=worth.points,
        error=worth.probability_error,
        fewest=fewest(found.scores, row, weighed),
        facts=tuple(points),
    )


def _point(found: Expected, fact: Unsettled, worth: Worth) -> OpenPoint:
    name, vendor = found.name(fact), found.ranking.vendors[fact.vendor]
    value = found.ranking.scores.values[name]
    stake = round(found.weight(fact) * float(value.high[fact.vendor] - value.low[fact.vendor]), 9)
    threshold = _threshold(found, fact, name) if worth.points > 0 else ""
    known = vendor.facts.get(name)
    said = WORTH if threshold else WORTH_WITH_OTHERS
    return OpenPoint(
        vendor=vendor.id,
        measure=name,
        status=cast("Status", str(found.statuses[name][fact.vendor])),
        points=stake,
        probability=worth.probability,
        gain=worth.points,
        error=worth.probability_error,
        threshold=threshold,
        missing=known.missing if isinstance(known, WorkedOut) else (),
        text=say(said, points=in_points(stake), threshold=threshold),
    )


def _threshold(found: Expected, fact: Unsettled, name: str) -> str:
    """The values of a fact at which somebody else is ahead, all others as expected."""
    turn = turning_value(found.scores, fact.vendor, found.weight(fact), fact.spread)
    if turn is None:
        return ""
    leader = int(found.scores.argmax())
    leads = fact.vendor == leader
    measure = found.field.criteria.leaves[name].measure
    said = facts_that_reach(
        measure.scale,
        measure.unit or "",
        turn - SAME if leads else turn + SAME,
        _within(found, fact, name),
        above=not leads,
    )
    if not said:
        return ""
    vendors, subject = found.ranking.vendors, lower_first(found.field.criteria.title_of(name))
    if isinstance(measure.scale, NAMED):
        # Titles in words are often plural; "known limitations is none" would read badly.
        subject = say(FACT_ON, measure=subject)
    if not leads:
        return say(AHEAD_IF_ITS, vendor=vendors[fact.vendor].name, fact=subject, reached=said)
    rival = int(np.delete(found.scores, leader).argmax())
    rival += rival >= leader
    return say(
        AHEAD_IF,
        vendor=vendors[rival].name,
        leader=vendors[leader].name,
        fact=subject,
        reached=said,
    )


def _within(found: Expected, fact: Unsettled, name: str) -> Interval | None:
    """The range of levels, or of values on a verbal scale; None for an unknown."""
    value = found.ranking.scores.values[name]
    if value.unknown[fact.vendor]:
        return None
    if isinstance(found.field.criteria.leaves[name].measure.scale, NAMED):
        return float(value.low[fact.vendor]), float(value.high[fact.vendor])
    parts = found.ranking.levels.known[name]
    low, high = (parts[end][fact.vendor] for end in ("low", "high"))
    return float(low), float(high)
