"""One flow of a specification, with its sources and open points."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from evalkit.evaluation.fit.results import OUTCOME_WORDS
from evalkit.evaluation.record.fit import CarriedResult, InterfaceResult
from evalkit.report.specification.draft import Draft, Held

NOTHING = (
    "; with it are open: endpoints, authentication, limits, fields, errors, retries, idempotency"
)


@dataclass
class Said:
    """The requirements, open points and sources of a topic."""

    texts: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    rests: list[str] = field(default_factory=list)


class FlowTopics:
    """The context in which the topics of one flow are written."""

    def __init__(self, draft: Draft, held: Held) -> None:
        self.draft, self.held = draft, held
        self.flow, self.route = held.flow, held.cell.route
        self.plan = f"{self.flow.path}, {self.flow.key}"

    def no_route(self) -> str:
        """The single open point for everything left unknown by a missing route."""
        outcome, text = OUTCOME_WORDS[self.held.cell.outcome], self.held.cell.text
        missing = "" if self.held.record else NOTHING
        return self.point(f"{self.held.name}: {outcome}: {text}{missing}", self.draft.ask)

    def of_record(self, said: Said, key: str, what: str) -> None:
        """Add what is known about the route's interface, or else the one behind its plug-in."""
        for each in (self.held.record, self.held.api):
            found = getattr(each, key) if each else ""
            words = ", ".join(found) if isinstance(found, tuple) else found
            if each and words:
                said.texts.append(sentence(f"{each.title}: {words}"))
                said.rests.append(self.cite(each))
                return
        self.unknown(said, what)

    def carriers(self) -> Iterator[tuple[InterfaceResult, CarriedResult]]:
        """What is known about the data on the route, then on the interface behind it."""
        for each in (self.held.record, self.held.api):
            if each and self.flow.data in each.data:
                yield each, each.data[self.flow.data]

    def first(self, key: str) -> tuple[str, ...]:
        """The first known values, from the route or else from the interface behind it."""
        for _, carried in self.carriers():
            found: tuple[str, ...] = getattr(carried, key)
            if found:
                return found
        return ()

    def cited(self) -> str:
        """Cite the route's source; empty without a route."""
        return self.cite(self.held.record) if self.held.record else ""

    def cite(self, record: InterfaceResult) -> str:
        """Cite the source of a plug-in or interface."""
        return self.draft.sources.cite(record.reference, record.title)

    def unknown(self, said: Said, what: str) -> None:
        """Add an open point about something missing from the vendor's file."""
        if self.held.record is None:
            said.open.append(self.no_route())
            return
        said.open.append(self.point(missing(self.held.record.title, what), self.draft.ask))

    def decide(self, said: Said, what: str) -> None:
        """Add an open point about something missing from the plan."""
        said.open.append(self.point(f"Not in the plan: {what[:1].lower()}{what[1:]}", "decide"))

    def point(self, text: str, action: str) -> str:
        """Add an open point of this flow; return its number."""
        return self.draft.points.add("Flows", text, action, self.held.number)


def sentence(text: str) -> str:
    """A text as a sentence, with a capital letter and a full stop."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '!', '?')) else '.'}"


def missing(title: str, what: str) -> str:
    """The text of an open point about an interface."""
    return f"Not on record of {title}: {what}"
