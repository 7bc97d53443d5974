"""Each person's order of vendors, with open facts in the middle or at their worst."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.robustness import PlaceResult
from evalkit.level import is_level
from evalkit.wording.messages import people as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import listed

Reading = Literal["middle", "worst"]
READINGS: tuple[Reading, Reading] = ("middle", "worst")


@dataclass(frozen=True)
class Voice:
    """A person, or the group, with the vendors by the weights of it."""

    name: str
    places: tuple[PlaceResult, ...]
    unknown: Literal["middle", "worst"]
    """The plan's rule for what is open, by which the scores of `places` were made."""

    def points(self, place: PlaceResult, reading: Reading) -> float:
        """A vendor's points in a reading."""
        if reading == "worst":
            return place.low
        return place.score if self.unknown == "middle" else (place.low + place.high) / 2

    def order(self, reading: Reading) -> list[tuple[str, float]]:
        """Vendors and their points, most points first."""
        found = [(each.vendor, self.points(each, reading)) for each in self.places]
        return sorted(found, key=lambda each: -each[1])

    def first(self, reading: Reading) -> tuple[str, ...]:
        """The vendors in first place."""
        order = self.order(reading)
        return tuple(name for name, points in order if is_level(points, order[0][1]))


def voices(evaluation: Evaluation) -> list[Voice]:
    """Everybody who has an order of vendors."""
    found, rule = evaluation.stakeholders, evaluation.plan.unknown
    people = found.people if found else ()
    return [Voice(each.name, each.ranking, rule) for each in people if each.ranking]


def group(evaluation: Evaluation) -> Voice | None:
    """The group, if it has an order of vendors."""
    found = evaluation.stakeholders
    if found is None or not found.group_ranking:
        return None
    return Voice(say(told.GROUP), found.group_ranking, evaluation.plan.unknown)


def choices(people: Sequence[Voice], names: dict[str, str]) -> list[str]:
    """Who would choose whom, and whether that holds with open facts at their worst."""
    middle, worst = (_by_choice(people, reading) for reading in READINGS)
    sentences = [_choice(who, first, names) for first, who in middle.items()]
    if middle == worst:
        return [*sentences, say(told.HOLDS)]
    turned = {
        first: [name for name in who if name not in middle.get(first, ())]
        for first, who in worst.items()
    }
    return [
        *sentences,
        *(
            say(told.TURNS, people=shortened(who), vendor=listed([names[each] for each in first]))
            for first, who in turned.items()
            if who
        ),
    ]


def _by_choice(people: Sequence[Voice], reading: Reading) -> dict[tuple[str, ...], list[str]]:
    found: dict[tuple[str, ...], list[str]] = {}
    for each in people:
        found.setdefault(each.first(reading), []).append(each.name)
    return found


def _choice(who: Sequence[str], first: Sequence[str], names: dict[str, str]) -> str:
    vendors = listed([names[each] for each in first])
    if len(first) > 1:
        return say(told.UNDECIDED, len(who), people=shortened(who), vendors=vendors)
    return say(told.CHOOSES, len(who), people=shortened(who), vendor=vendors)


MOST_NAMED = 4
"""How many people a sentence names."""


def shortened(names: Sequence[str]) -> str:
    """Names in a sentence; if they are many, the first ones and the number of the others."""
    if len(names) <= MOST_NAMED:
        return listed(names)
    rest = say(told.OTHERS, len(names) - MOST_NAMED + 1)
    return listed([*names[: MOST_NAMED - 1], rest])
