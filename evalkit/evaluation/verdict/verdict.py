"""The answer: the outcome, who leads and how sure that is, and what decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from evalkit.evaluation.record.evaluation import VendorResult
from evalkit.evaluation.record.verdict import (
    DecidingResult,
    OpenGate,
    ResearchResult,
    Status,
    Verdict,
)
from evalkit.evaluation.robustness.draws import Drawn
from evalkit.evaluation.robustness.field import Field
from evalkit.scoring.verdict import (
    COULD_WIN,
    Contest,
    Outcome,
    contest,
    outcome,
    weaker,
)

WITH_LEADER = ("clear", "likely", "single")


@dataclass(frozen=True)
class Answer:
    """What the sentences of the verdict are made from."""

    field: Field
    vendors: Sequence[VendorResult]
    """All vendors of the plan, in the order of the result."""
    drawn: Drawn | None
    research: Sequence[ResearchResult]

    @cached_property
    def by_id(self) -> dict[str, VendorResult]:
        """All vendors by id."""
        return {vendor.id: vendor for vendor in self.vendors}

    @cached_property
    def ranked(self) -> list[VendorResult]:
        """The ranked vendors that were drawn, best first."""
        return [self.by_id[name] for name in self.field.ids]

    @cached_property
    def left(self) -> list[VendorResult]:
        """All vendors that are not ruled out."""
        return [vendor for vendor in self.vendors if vendor.standing != "ruled_out"]

    @cached_property
    def could_win(self) -> list[VendorResult]:
        """Vendors that are not ranked and could still win, likeliest first."""
        able = [v for v in self.left if v.could_win is not None and v.could_win >= COULD_WIN]
        return sorted(able, key=lambda vendor: -(vendor.could_win or 0.0))

    @cached_property
    def contest(self) -> Contest | None:
        """The contest between the ranked vendors; None unless there are two."""
        if self.drawn is None or len(self.ranked) < 2:  # noqa: PLR2004
            return None
        found = self.drawn.found
        return self._contest(found.alone.first.tolist(), found.alike.first.tolist())

    @cached_property
    def cautious(self) -> Contest | None:
        """The same contest with weights drawn more widely; None if they are not."""
        if self.contest is None or self.drawn is None or self.drawn.cautious is None:
            return None
        return self._contest(self.drawn.cautious.alone.tolist(), self.drawn.cautious.alike.tolist())

    def _contest(self, alone: Sequence[float], alike: Sequence[float]) -> Contest:
        points = [vendor.score or 0.0 for vendor in self.ranked]
        draws = self.drawn.draws if self.drawn else 1
        return contest(points, alone, alike, draws, self.field.unseen)

    @property
    def plain(self) -> Outcome:
        """The outcome before weights are drawn more widely."""
        is_open = bool(self.ranked) and self.ranked[0].gate == "unverified"
        return outcome(
            len(self.left), len(self.ranked), len(self.could_win), self.contest, is_open=is_open
        )

    @property
    def outcome(self) -> Outcome:
        """The outcome."""
        if self.cautious is None or self.contest is None:
            return self.plain
        return weaker(self.plain, self.cautious.outcome)

    @property
    def is_weakened(self) -> bool:
        """Whether the outcome is weaker only because weights are drawn more widely too."""
        return self.outcome != self.plain

    @cached_property
    def finalists(self) -> list[VendorResult]:
        """The vendors between which the answer decides, best first."""
        if self.contest is None:
            return self.ranked[:1]
        if self.outcome == "close":
            widest = self.cautious if self.is_weakened and self.cautious else self.contest
            return [self.ranked[number] for number in widest.first]
        return [self.ranked[0], self.ranked[self.contest.rival]]


def verdict(answer: Answer, sentences: Sequence[str], decides: Sequence[DecidingResult]) -> Verdict:
    """The verdict, of which `sentences` tell the outcome, and `decides` what decides."""
    leads = answer.outcome in WITH_LEADER
    return Verdict(
        outcome=answer.outcome,
        leader=answer.ranked[0].id if leads else None,
        text=" ".join([*sentences, *(each.text for each in decides)]),
        sentences=tuple(sentences),
        decides=tuple(decides),
        could_win=tuple(vendor.id for vendor in answer.could_win),
        open_gates=tuple(_open_gates(answer)),
        research=tuple(answer.research),
    )


def _open_gates(answer: Answer) -> Sequence[OpenGate]:
    """The open gates of vendors that are ranked or could still win."""
    asked = [*answer.ranked, *answer.could_win]
    return [
        OpenGate(
            vendor=vendor.id,
            measure=gate.measure,
            requirement=gate.requirement,
            status=_status(vendor, gate.measure),
        )
        for vendor in asked
        for gate in vendor.gates
        if gate.outcome == "unverified"
    ]


def _status(vendor: VendorResult, measure: str) -> Status:
    found = vendor.measures.get(measure)
    return found.status if found is not None else "not_looked_for"
