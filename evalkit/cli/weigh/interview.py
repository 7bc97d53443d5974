"""An interview about the worth of swings: questions out, answers in.

Nothing here reads or writes; a round is frozen, and each answer makes a new one, so that going
back only drops the last.
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from evalkit.cli.weigh.swings import Swing

FULL = 100
MOST_TIMES = 9
_NUMBER = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,6})?) ?%?")
_DONE = ("done", "d")


class AnswerError(Exception):
    """An answer that does not fit the question; the message says what would."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of an interview."""

    text: str
    answers: str
    """A short list of possible answers."""
    help: str
    """An explanation, shown on request."""
    swings: tuple[Swing, ...]
    """The swings that the question is about."""
    numbered: bool
    """Whether one of them is chosen by its number."""


@dataclass(frozen=True, slots=True)
class SwingRound:
    """One swing is chosen as the most important, at 100; the others are rated against it."""

    swings: tuple[Swing, ...]
    first: int | None = None
    worths: tuple[float, ...] = ()

    @property
    def _others(self) -> tuple[Swing, ...]:
        return tuple(swing for at, swing in enumerate(self.swings) if at != self.first)

    @property
    def question(self) -> Question | None:
        """The next question; None after the last."""
        if self.first is None:
            return Question(
                "Imagine a vendor at its worst on everything below. If you could lift it from "
                "worst to best on ONE of them, which one would you choose?",
                f"1-{len(self.swings)}",
                "Do not choose the word that sounds most important, but the step that gains most "
                "when a vendor moves from the worst to the best shown there. That one gets "
                f"{FULL}, and the others are rated against it.",
                self.swings,
                numbered=True,
            )
        if len(self.worths) == len(self._others):
            return None
        here = self._others[len(self.worths)]
        best = self.swings[self.first]
        return Question(
            f"{len(self.worths) + 1} of {len(self._others)}: if the swing on {best.title} is worth "
            f"{FULL}, what is the swing on {here.title} worth?",
            f"0-{FULL}",
            f"{FULL} means that it gains as much as {best.title}, 50 half as much, 0 nothing.",
            (here,),
            numbered=False,
        )

    def after(self, answer: str) -> "SwingRound":
        """The round with one more answer; AnswerError if it does not fit."""
        if self.question is None:
            raise ValueError("every question has been answered")
        if self.first is None:
            return replace(self, first=_choice(answer, len(self.swings)))
        worth = _number(answer)
        if worth is None or worth > FULL:
            raise AnswerError(f"Please answer with a number from 0 to {FULL}.")
        return replace(self, worths=(*self.worths, worth))

    @property
    def statement(self) -> dict[str, Any]:
        """The answers as a statement for a plan."""
        if self.first is None:
            raise ValueError("no question has been answered")
        first = {self.swings[self.first].id: FULL}
        named = zip((swing.id for swing in self._others), self.worths, strict=True)
        return {"kind": "swing", "swing": first | dict(named)}


@dataclass(frozen=True, slots=True)
class PairwiseRound:
    """Pairs of neighbours, then of those next but one: which matters more, and how many times."""

    swings: tuple[Swing, ...]
    judged: tuple[tuple[int, int, float], ...] = ()
    """The answers as (more, less, times), in the order of the pairs."""
    pair: int | None = 0
    """The pair that is asked about; None after the last."""
    more: int | None = None
    """Which of the pair matters more, once that is answered."""

    @property
    def _pairs(self) -> list[tuple[int, int]]:
        count = len(self.swings)
        return [(at, at + step) for step in (1, 2) for at in range(count - step)]

    @property
    def _may_stop(self) -> bool:
        # Once all neighbours are compared, every swing is connected with every other.
        return len(self.judged) >= len(self.swings) - 1

    @property
    def question(self) -> Question | None:
        """The next question; None after the last."""
        if self.pair is None:
            return None
        both = self._pairs[self.pair]
        if self.more is None:
            return self._which(both)
        more, less = self.swings[self.more], self.swings[sum(both) - self.more]
        return Question(
            f"How many times as much is the swing on {more.title} worth as that on {less.title}?",
            f"1-{MOST_TIMES}",
            "1 means that they are worth the same, 3 somewhat more, 5 clearly more, and "
            f"{MOST_TIMES} is the most that can be chosen.",
            (),
            numbered=False,
        )

    def _which(self, both: tuple[int, int]) -> Question:
        where = f"{(self.pair or 0) + 1} of {len(self._pairs)}"
        enough = ", done" if self._may_stop else ""
        return Question(
            f"{where}: which swing from worst to best is worth more?",
            f"1-2{enough}",
            "If both are worth the same, choose either, and answer the next question with 1. Once "
            "each swing has been compared with its neighbour, `done` ends the comparisons; more of "
            "them show how consistent the answers are.",
            tuple(self.swings[at] for at in both),
            numbered=True,
        )

    def after(self, answer: str) -> "PairwiseRound":
        """The round with one more answer; AnswerError if it does not fit."""
        if self.pair is None:
            raise ValueError("every question has been answered")
        if answer in _DONE:
            if not self._may_stop:
                raise AnswerError("It is too early for `done`: compare all neighbours first.")
            return replace(self, pair=None, more=None)
        both = self._pairs[self.pair]
        if self.more is None:
            return replace(self, more=both[_choice(answer, 2)])
        times = _number(answer)
        if times is None or not 1 <= times <= MOST_TIMES:
            raise AnswerError(f"Please answer with a number from 1 to {MOST_TIMES}.")
        return self._with((self.more, sum(both) - self.more, times), self.pair)

    def _with(self, judgement: tuple[int, int, float], pair: int) -> "PairwiseRound":
        judged = (*self.judged[:pair], judgement, *self.judged[pair + 1 :])
        # A repeated question is the last one.
        is_last = pair < len(self.judged) or pair + 1 == len(self._pairs)
        return replace(self, judged=judged, pair=None if is_last else pair + 1, more=None)

    def again(self, more: str, less: str) -> "PairwiseRound":
        """The round that asks about one pair again."""
        named = [{self.swings[a].id, self.swings[b].id} for a, b, _ in self.judged]
        return replace(self, pair=named.index({more, less}), more=None)

    @property
    def statement(self) -> dict[str, Any]:
        """The answers as a statement for a plan."""
        said = [
            {"more": self.swings[more].id, "less": self.swings[less].id, "times": times}
            for more, less, times in self.judged
        ]
        return {"kind": "pairwise", "pairwise": said}


Round = SwingRound | PairwiseRound
ROUNDS: dict[str, type[SwingRound] | type[PairwiseRound]] = {
    "swing": SwingRound,
    "pairwise": PairwiseRound,
}


class Interview:
    """The current round, with the earlier ones to go back to."""

    def __init__(self, method: str, swings: tuple[Swing, ...]) -> None:
        self._way: list[Round] = [ROUNDS[method](swings)]

    @property
    def question(self) -> Question | None:
        """The next question; None after the last."""
        return self._way[-1].question

    @property
    def statement(self) -> dict[str, Any]:
        """The answers as a statement for a plan."""
        return self._way[-1].statement

    def answer(self, answer: str) -> None:
        """Answer the question; on an AnswerError the question stays."""
        self._way.append(self._way[-1].after(answer))

    def back(self) -> bool:
        """Take the last answer back; False if there is none."""
        if len(self._way) == 1:
            return False
        self._way.pop()
        return True

    def again(self, more: str, less: str) -> None:
        """Ask about one pair again."""
        here = self._way[-1]
        if isinstance(here, PairwiseRound):
            self._way.append(here.again(more, less))


def _choice(answer: str, count: int) -> int:
    number = _number(answer)
    if number is None or number not in range(1, count + 1):
        raise AnswerError(f"Please answer with a number from 1 to {count}.")
    return int(number) - 1


def _number(answer: str) -> float | None:
    found = _NUMBER.fullmatch(answer)
    if found is None:
        return None
    value = float(found[1])
    return int(value) if value.is_integer() else value
