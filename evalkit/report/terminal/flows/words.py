"""Flows and what becomes of them, in the words of the terminal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.text import Text

from evalkit.evaluation.record.fit import FlowResult
from evalkit.integration.losses import Feasibility
from evalkit.report.terminal.screen import DIM, Screen
from evalkit.wording.words import spelled

WORDS: Mapping[Feasibility, str] = {
    "possible": "yes",
    "with_work": "work",
    "not_possible": "no",
    "unknown": "open",
}
_WAYS = {"to_vendor": "to vendor", "from_vendor": "from vendor"}
_COLOURS = r"(?:  |: )(?:(?P<red>no|not met)|(?P<yellow>open))(?=  |$)"
"""Words that are coloured where they are the whole of a cell, by colour."""


def short_title(flow: FlowResult) -> str:
    """A flow in as few words as a table has room for: `Refund to vendor`."""
    return f"{flow.object} {_WAYS[flow.direction]}"


def title_in_table(flow: FlowResult, screen: Screen) -> str:
    """A flow at the head of a row; read aloud, its place does not say whether it is mandatory."""
    need = "mandatory" if flow.need == "must" else "wish"
    return f"{short_title(flow)}, {need}" if screen.is_aloud else short_title(flow)


def mandatory_first(flows: Sequence[FlowResult]) -> list[int]:
    """The places of the flows, those of mandatory ones before those of wishes."""
    return sorted(range(len(flows)), key=lambda place: flows[place].need != "must")


def coloured(lines: Iterable[Text]) -> Iterator[Text]:
    """Lines of a table in which what is impossible, not met or open stands out."""
    for line in lines:
        line.highlight_regex(_COLOURS)
        yield line


def legend(flows: Sequence[FlowResult], screen: Screen, work: str) -> Iterator[Text]:
    """Which rows are mandatory, and what is meant by work; `work` is empty if there is none."""
    told = _mandatory(flows)
    meant = f" {work}: possible, but something has to be built." if work else ""
    yield from screen.prose(f"{told}{meant}", DIM)


def _mandatory(flows: Sequence[FlowResult]) -> str:
    count = sum(flow.need == "must" for flow in flows)
    if count == len(flows):
        return "It is mandatory." if count == 1 else "All of them are mandatory."
    if count == 0:
        return "It is a wish." if len(flows) == 1 else "All of them are wishes."
    return "The first is mandatory." if count == 1 else f"The first {spelled(count)} are mandatory."
