"""One flow of a specification, with its open points."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from evalkit.evaluation.record.fit import CarriedResult, InterfaceResult
from evalkit.report.specification.draft import Draft, Held, Stage
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.fit import OUTCOMES


@dataclass
class Said:
    """The requirements and open points of a topic."""

    texts: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)


class FlowTopics:
    """The context in which the topics of one flow are written."""

    def __init__(self, draft: Draft, held: Held) -> None:
        self.draft, self.held = draft, held
        self.flow, self.route = held.flow, held.cell.route

    def no_route(self) -> str:
        """The single open point for everything left unknown by a missing route."""
        outcome, text = say(OUTCOMES[self.held.cell.outcome]), self.held.cell.text
        stage: Stage = "signing" if self.flow.need == "must" else "building"
        name, said = f"route {self.flow.id}", f"{self.flow.title}: {outcome}: {text}"
        return self.draft.points.add(stage, name, said, self.draft.ask, self.held.number)

    def of_record(self, said: Said, key: str, what: str) -> None:
        """Ask for what is not known about the route's interface, or the one behind its plug-in."""
        if not any(getattr(each, key) for each in (self.held.record, self.held.api) if each):
            self.unknown(said, key, what)

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

    def unknown(self, said: Said, topic: str, what: str, stage: Stage = "building") -> None:
        """Add an open point about something missing from the vendor's file."""
        if self.held.record is None:
            said.open.append(self.no_route())
            return
        title = self.held.record.title
        said.open.append(self.point(stage, f"ask {topic}", what, self.draft.ask, title))

    def decide(self, said: Said, topic: str, what: str, stage: Stage = "building") -> None:
        """Add an open point about something missing from the plan."""
        said.open.append(self.point(stage, f"decide {topic}", what, "decide"))

    def point(self, stage: Stage, name: str, text: str, action: str, about: str = "") -> str:
        """Add an open point of this flow; return its number."""
        return self.draft.points.add(stage, name, text, action, self.held.number, about)


def sentence(text: str) -> str:
    """A text as a sentence, with a capital letter and a full stop."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '!', '?')) else '.'}"
