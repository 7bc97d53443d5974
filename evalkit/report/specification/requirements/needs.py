"""Requirements common to all flows, each stated once."""

from collections.abc import Iterator

from evalkit.report.specification.anchors import anchor
from evalkit.report.specification.draft import Draft
from evalkit.report.specification.requirements.limits import together
from evalkit.templates.view import View
from evalkit.wording.numbers import grouped
from evalkit.wording.words import listed

RULES = {
    "Refused": "A record of a flow that is a must and is refused is kept with the reason until it "
    "is carried or somebody decides about it. It does not hold up others.",
    "Sent twice": "The same record sent twice has the effect of one.",
    "Beyond a limit": "Requests beyond a limit must be expected to be refused (HTTP 429 where "
    "nothing else is said): the caller stays below it, waits as the answer asks or longer each "
    "time, and loses no record.",
    "Both sides": "The records of both sides are compared. Where they differ, the master is right.",
    "Watched": "Records that have not arrived in time, and those refused, are reported.",
    "Personal data": "No field of a flow with personal data passes that is not mapped.",
    "Card numbers": "Card numbers are neither stored in the shop nor pass through it.",
}
"""What every flow must do."""


def rule(topic: str) -> str:
    """The number of a rule, to refer to."""
    return f"N{list(RULES).index(topic) + 1}"


def needs(draft: Draft) -> list[View]:
    """Numbered requirements with their open points."""
    rules = [_need(topic, text) for topic, text in RULES.items()]
    found = [*rules, *_load(draft), *_limits(draft)]
    return [
        {"number": f"N{place}", "id": anchor("need", str(place)), **each}
        for place, each in enumerate(found, start=1)
    ]


def _need(topic: str, text: str, open_: str = "") -> View:
    return {"topic": topic, "text": text, "open": [open_] if open_ else []}


def _load(draft: Draft) -> Iterator[View]:
    """The total load of all flows in the busiest hour."""
    peaks = {h.number: h.flow.peak_per_hour for h in draft.held if h.flow.peak_per_hour}
    if len(peaks) > 1:
        terms = " + ".join(f"{grouped(peak)} ({name})" for name, peak in peaks.items())
        text = f"{terms} = {grouped(sum(peaks.values()))} records in an hour at most, both ways."
        yield _need("Load", f"If the busiest times coincide: {text}")


def _limits(draft: Draft) -> Iterator[View]:
    """The total load of flows that share a limit."""
    for shared in together(draft):
        flows, open_ = listed(shared.flows), ""
        if shared.is_too_little:
            said = f"What to do about a limit that is too low together: {shared.text}"
            for flow in shared.flows:
                name = f"together {shared.title}"
                open_ = draft.points.add("signing", name, said, "decide", flow, shared.title)
        yield _need("Shared limit", f"{flows} through {shared.title}: {shared.text}.", open_)
