"""The interview in which somebody says what swings are worth: questions out, answers in.

Nothing here reads or writes; a round is frozen, and each answer makes the next one, so that going
back is taking the last one away.
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
    """An answer that does not answer the question; says what would."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question, as it is put."""

    text: str
    answers: str
    """What may be typed."""
    help: str
    """What is said to somebody who asks back."""
    swings: tuple[Swing, ...]
    """What the question is about."""
    numbered: bool
    """Whether one of them is chosen by its number."""


@dataclass(frozen=True, slots=True)
class SwingRound:
    """Which swing comes first, at 100; then what each other one is worth beside it."""

    swings: tuple[Swing, ...]
    first: int | None = None
    worths: tuple[float, ...] = ()

    @property
    def _others(self) -> tuple[Swing, ...]:
        return tuple(swing for at, swing in enumerate(self.swings) if at != self.first)

    @property
    def question(self) -> Question | None:
        """What is asked next; None when everything is said."""
        if self.first is None:
            return Question(
                "Imagine a vendor at its worst on everything below. If you could lift it from "
                "worst to best on ONE of them, which one first?",
                f"1-{len(self.swings)}",
                "Not the word that sounds most important counts, but the step: what is gained "
                "when a vendor moves from the worst to the best that is written there. The one "
                f"that gains most gets {FULL}, the others are held against it.",
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
        """The round with one more answer; AnswerError if it is none."""
        if self.question is None:
            raise ValueError("everything has been said")
        if self.first is None:
            return replace(self, first=_choice(answer, len(self.swings)))
        worth = _number(answer)
        if worth is None or worth > FULL:
            raise AnswerError(f"a number from 0 to {FULL} is needed")
        return replace(self, worths=(*self.worths, worth))

    @property
    def statement(self) -> dict[str, Any]:
        """What was said, as a plan holds it."""
        if self.first is None:
            raise ValueError("nothing has been said yet")
        first = {self.swings[self.first].id: FULL}
        named = zip((swing.id for swing in self._others), self.worths, strict=True)
        return {"kind": "swing", "swing": first | dict(named)}


@dataclass(frozen=True, slots=True)
class PairwiseRound:
    """Neighbours two by two, then those next but one: which matters more, and how many times."""

    swings: tuple[Swing, ...]
    judged: tuple[tuple[int, int, float], ...] = ()
    """More, less, times; in the order of the pairs."""
    pair: int | None = 0
    """Which pair is asked about; None when everything is said."""
    more: int | None = None
    """Which of the pair matters more, once that is said."""

    @property
    def _pairs(self) -> list[tuple[int, int]]:
        count = len(self.swings)
        return [(at, at + step) for step in (1, 2) for at in range(count - step)]

    @property
    def _may_stop(self) -> bool:
        # Every swing is connected with every other one as soon as all neighbours are.
        return len(self.judged) >= len(self.swings) - 1

    @property
    def question(self) -> Question | None:
        """What is asked next; None when everything is said."""
        if self.pair is None:
            return None
        both = self._pairs[self.pair]
        if self.more is None:
            return self._which(both)
        more, less = self.swings[self.more], self.swings[sum(both) - self.more]
        return Question(
            f"How many times as much is the swing on {more.title} worth as that on {less.title}?",
            f"1-{MOST_TIMES}",
            "1 means that they are worth the same, 3 somewhat more, 5 clearly more, "
            f"{MOST_TIMES} as much more as can be said here.",
            (),
            numbered=False,
        )

    def _which(self, both: tuple[int, int]) -> Question:
        where = f"{(self.pair or 0) + 1} of {len(self._pairs)}"
        enough = ", done" if self._may_stop else ""
        return Question(
            f"{where}: which swing from worst to best is worth more?",
            f"1-2{enough}",
            "If both are worth the same, choose either, and say 1 to the next question. After "
            "each swing has been held against its neighbour, `done` ends the comparisons; further "
            "ones show how well the answers agree.",
            tuple(self.swings[at] for at in both),
            numbered=True,
        )

    def after(self, answer: str) -> "PairwiseRound":
        """The round with one more answer; AnswerError if it is none."""
        if self.pair is None:
            raise ValueError("everything has been said")
        if answer in _DONE:
            if not self._may_stop:
                raise AnswerError("`done` comes too early: not everything is connected yet")
            return replace(self, pair=None, more=None)
        both = self._pairs[self.pair]
        if self.more is None:
            return replace(self, more=both[_choice(answer, 2)])
        times = _number(answer)
        if times is None or not 1 <= times <= MOST_TIMES:
            raise AnswerError(f"a number from 1 to {MOST_TIMES} is needed, 1 for equally")
        return self._with((self.more, sum(both) - self.more, times), self.pair)

    def _with(self, judgement: tuple[int, int, float], pair: int) -> "PairwiseRound":
        judged = (*self.judged[:pair], judgement, *self.judged[pair + 1 :])
        # A question that was put again is followed by no other.
        is_last = pair < len(self.judged) or pair + 1 == len(self._pairs)
        return replace(self, judged=judged, pair=None if is_last else pair + 1, more=None)

    def again(self, more: str, less: str) -> "PairwiseRound":
        """The round with the question about one pair put once more."""
        named = [{self.swings[a].id, self.swings[b].id} for a, b, _ in self.judged]
        return replace(self, pair=named.index({more, less}), more=None)

    @property
    def statement(self) -> dict[str, Any]:
        """What was said, as a plan holds it."""
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
    """A round and the way that led to it."""

    def __init__(self, method: str, swings: tuple[Swing, ...]) -> None:
        self._way: list[Round] = [ROUNDS[method](swings)]

    @property
    def question(self) -> Question | None:
        """What is asked next; None when everything is said."""
        return self._way[-1].question

    @property
    def statement(self) -> dict[str, Any]:
        """What was said, as a plan holds it."""
        return self._way[-1].statement

    def answer(self, answer: str) -> None:
        """Take an answer to the question; AnswerError if it is none, and the question stays."""
        self._way.append(self._way[-1].after(answer))

    def back(self) -> bool:
        """Take the last answer back; False if there is none."""
        if len(self._way) == 1:
            return False
        self._way.pop()
        return True

    def again(self, more: str, less: str) -> None:
        """Put the question about one pair once more."""
        here = self._way[-1]
        if isinstance(here, PairwiseRound):
            self._way.append(here.again(more, less))


def _choice(answer: str, count: int) -> int:
    number = _number(answer)
    if number is None or number not in range(1, count + 1):
        raise AnswerError(f"one of the numbers 1 to {count} is needed")
    return int(number) - 1


def _number(answer: str) -> float | None:
    found = _NUMBER.fullmatch(answer)
    if found is None:
        return None
    value = float(found[1])
    return int(value) if value.is_integer() else value
