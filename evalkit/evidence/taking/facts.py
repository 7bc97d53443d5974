"""A vendor's answer → the fact to write, or why there is none."""

import datetime
from dataclasses import dataclass
from typing import Any

from evalkit.diagnostics.visible import visible
from evalkit.evidence.asking.questions import (
    ANSWERED_ON,
    HOW,
    NO,
    NOT_OFFERED,
    OFFERED,
    ROADMAP,
    STANDARD,
    YES,
    is_yes_or_no,
)
from evalkit.evidence.taking.replies import Reply, Returned
from evalkit.evidence.taking.values import UnclearError, day_in, quoted, stated
from evalkit.model.scale import Levels, Measure
from evalkit.model.scales.stated import level_name
from evalkit.model.source import Kind

LONGEST = 2000
"""The longest text that a file may hold."""


@dataclass(frozen=True)
class Answer:
    """A reply with the measure that it is about."""

    measure: Measure
    reply: Reply
    offered: str
    """How it is offered, in one of our words; empty if not said."""


def fact_of(
    measure: Measure, reply: Reply, returned: Returned, name: str, day: datetime.date
) -> dict[str, Any]:
    """The fact that a vendor's reply states, with its source and place.

    Raises UnclearError if it states none, so that the vendor has to be asked again.
    """
    answer = Answer(measure, reply, _offered(reply))
    said = _stated(answer)
    on = _day(reply.given["date"], day)
    by = reply.given["answered_by"]
    fact = {
        **said,
        "source": visible(f"answer of {name}, given by {by}" if by else f"answer of {name}"),
        **({"checked": on.isoformat()} if on else {}),
        "kind": Kind.VENDOR_ANSWER.value,
    }
    note = _note(answer)
    if max(len(note), len(fact["source"]), len(reply.sheet)) > LONGEST:
        raise UnclearError(f"its texts are longer than {LONGEST:,} characters")
    sheet = {"sheet": reply.sheet} if reply.sheet else {}
    place = {"file": returned.file, "sha256": returned.sha256, **sheet, "cell": reply.cell}
    return fact | ({"note": note} if note else {}) | {"found_in": place}


def _offered(reply: Reply) -> str:
    said = reply.given["offered"]
    if said and said.casefold() not in HOW:
        raise UnclearError(f"{quoted(said)} under “{OFFERED}” is none of: {', '.join(HOW)}")
    return said.casefold()


def _stated(answer: Answer) -> dict[str, Any]:
    """What is so today: what is on the roadmap is never a yes."""
    text = answer.reply.given["answer"]
    if answer.offered == ROADMAP or answer.reply.given["roadmap"]:
        return _planned(answer, text)
    if is_yes_or_no(answer.measure) and answer.offered:
        text = text or (NO if answer.offered == NOT_OFFERED else YES)
    if not text:
        raise UnclearError("the answer itself is empty")
    said = stated(answer.measure, text)
    if answer.offered and _contradicts(answer, said.get("value")):
        raise UnclearError(f"it says {quoted(text)}, and “{answer.offered}” under “{OFFERED}”")
    return said


def _contradicts(answer: Answer, value: Any) -> bool:
    """Whether something that is not offered has a value, or a plain no is offered."""
    if is_yes_or_no(answer.measure):
        return bool(value) == (answer.offered == NOT_OFFERED)
    scale = answer.measure.scale
    is_nothing = isinstance(scale, Levels) and scale.levels.get(level_name(value)) == 0
    return answer.offered == NOT_OFFERED and not is_nothing


def _planned(answer: Answer, text: str) -> dict[str, Any]:
    if answer.offered not in {ROADMAP, ""}:
        raise UnclearError(f"it says “{answer.offered}”, and names a date of the roadmap")
    when = answer.reply.given["roadmap"]
    if when:
        day_in(when)
    if _gains_nothing(answer.measure):
        return {"value": False}
    what = quoted(text) if text else "this"
    raise UnclearError(f"{what} is on the roadmap; what is offered today is not said")


def _gains_nothing(measure: Measure) -> bool:
    """Whether what is not there yet is a plain no, and not worth more than a yes."""
    scale = measure.scale
    if not isinstance(scale, Levels) or not is_yes_or_no(measure):
        return False
    return scale.levels["false"] <= scale.levels["true"]


def _day(text: str, today: datetime.date) -> datetime.date | None:
    if not text:
        return None
    day = day_in(text)
    if day > today:
        raise UnclearError(f"“{ANSWERED_ON}” is {text}, which is yet to come")
    return day


def _note(answer: Answer) -> str:
    given = answer.reply.given
    is_planned = answer.offered == ROADMAP or given["roadmap"]
    when = f" for {given['roadmap']}" if given["roadmap"] else ""
    offered = answer.offered if answer.offered not in {STANDARD, NOT_OFFERED, ROADMAP} else ""
    parts = (
        f"On the roadmap{when}; not offered today." if is_planned else "",
        f"Offered {offered}."
        if offered
        else "Offered as standard."
        if answer.offered == STANDARD
        else "",
        f"Evidence: {given['evidence']}." if given["evidence"] else "",
        f"In the contract: {given['contract']}." if given["contract"] else "",
    )
    return visible(" ".join(filter(None, parts)))
