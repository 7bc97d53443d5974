"""Who puts which vendor in which place, in two readings of what is open."""

from collections.abc import Sequence

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.explanation.lookup import labels
from evalkit.report.charts.places import Places, bump
from evalkit.report.charts.shapes import Picture
from evalkit.report.page.stakeholders.readings import READINGS, Reading, Voice, group, voices
from evalkit.templates.view import View
from evalkit.wording.decimals import digits_apart
from evalkit.wording.messages import people as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import decimal

MOST_PEOPLE, MOST_VENDORS = 4, 6
"""How many people and vendors are drawn."""
TITLES = {"middle": told.MIDDLE, "worst": told.WORST}


def figures(evaluation: Evaluation) -> list[View]:
    """A picture for each reading; none unless there are two vendors to put in order."""
    everybody, together = voices(evaluation), group(evaluation)
    if together is None or len(together.places) < 2 or not everybody:  # noqa: PLR2004
        return []
    drawn = _with_most_influence(evaluation, everybody)
    shown = [*drawn, together]
    return [
        {
            "title": say(TITLES[reading]),
            "note": _note(together, reading),
            "picture": _picture(shown, reading, labels(evaluation)),
        }
        for reading in READINGS
    ]


def _with_most_influence(evaluation: Evaluation, everybody: Sequence[Voice]) -> list[Voice]:
    """The people that are drawn, in the order of the plan."""
    people = evaluation.stakeholders.people if evaluation.stakeholders else ()
    influence = {each.name: each.influence for each in people}
    most = sorted(everybody, key=lambda each: -influence[each.name])[:MOST_PEOPLE]
    return [each for each in everybody if each in most]


def _note(together: Voice, reading: Reading) -> str:
    if reading == "middle":
        return say(told.EXPLAINED)
    points = [value for _, value in together.order(reading)]
    return say(told.CLOSEST, points=decimal(points[0] - points[1], 1))


def _picture(shown: Sequence[Voice], reading: Reading, names: dict[str, str]) -> Picture:
    vendors = [each.vendor for each in shown[-1].places][:MOST_VENDORS]
    people = [_places(voice, reading, vendors, names) for voice in shown]
    label = "; ".join(
        say(
            told.PLACES,
            person=each.person,
            places=", ".join(
                say(told.PLACE, place=decimal(place, 0), vendor=vendor, points=points)
                for place, (vendor, points) in enumerate(each.order, 1)
            ),
        )
        for each in people
    )
    return bump(label, people, [names[vendor] for vendor in vendors])


def _places(
    voice: Voice, reading: Reading, vendors: Sequence[str], names: dict[str, str]
) -> Places:
    order = [(name, points) for name, points in voice.order(reading) if name in vendors]
    digits = min(digits_apart([points for _, points in order], 0), 1)
    return Places(
        voice.name, tuple((names[name], decimal(points, digits)) for name, points in order)
    )
