"""Building blocks of terminal pages; none interprets text as markup."""

from collections.abc import Iterable, Iterator

from rich.table import Table
from rich.text import Text

from evalkit.diagnostics.visible import visible
from evalkit.evaluation.record.evaluation import Evaluation, PlanResult, VendorResult
from evalkit.explanation.evidence import Evidence
from evalkit.wording.invented import invented_briefly
from evalkit.wording.numbers import percent_up, whole
from evalkit.wording.words import counted, on_day

DIM, BOLD = "dim", "bold"
AT = {"middle": "at the middle", "worst": "at worst"}
"""Where the plan's rule for what is open puts points, in a sentence."""


def line(text: str, style: str = "") -> Text:
    """A line of text from files, in which long links wrap instead of being cut."""
    return Text(visible(text), style=style, overflow="fold")


def section(lines: Iterable[Text]) -> list[Text]:
    """Lines after a blank one; nothing if there are none."""
    found = list(lines)
    return [Text(), *found] if found else []


def caption(evaluation: Evaluation) -> str:
    """The plan, its day, and what else must be known of it."""
    plan = evaluation.plan
    day = on_day(plan.as_of)
    own = "" if plan.has_weights else ", the criteria's own weights"
    fictional = [vendor.name for vendor in evaluation.vendors if vendor.example]
    brief = invented_briefly(plan.example, fictional, len(evaluation.vendors))
    return f"{plan.title}, {day}{own}{f' ({brief})' if brief else ''}"


def standing_of(vendor: VendorResult, plan: PlanResult) -> str:
    """Why a vendor has no rank, in a few words; empty if it has one."""
    if vendor.standing == "ruled_out":
        return f"ruled out: {vendor.reason}"
    if vendor.standing == "ranked":
        return ""
    if vendor.score is None:
        why = vendor.reason
    elif vendor.short:
        why = f"{counted(len(vendor.short), 'fact')} short of {percent_up(plan.rankable)}"
    else:
        why = "too much of its weight is declared not applicable"
    beyond = "; out of reach at these weights" if vendor.out_of_reach else ""
    return f"not ranked: {why}{beyond}"


def figures(columns: int) -> Table:
    """A table of `columns` right-aligned figures, with text in the remaining width."""
    table = Table.grid(padding=(0, 1, 0, 0), pad_edge=False)
    for _ in range(columns):
        table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    return table


def paragraph(lines: Iterable[Text]) -> Text:
    """Lines joined into one cell."""
    return Text("\n").join(lines)


def because(evidence: Evidence, before: str = "") -> Iterator[Text]:
    """A fact with its sources and place; `before` is a prefix that says whose it is."""
    worth = "" if evidence.value is None else f" ({whole(evidence.value)} of 100)"
    yield line(f"{before}{evidence.text}{worth}")
    for link in links(evidence):
        yield line(link, DIM)
    yield line("; ".join(filter(None, (evidence.age, f"{evidence.path}, {evidence.key}"))), DIM)


def links(evidence: Evidence) -> Iterator[str]:
    """Where a fact comes from, and who says otherwise."""
    if evidence.source:
        yield evidence.source
    if evidence.via:
        yield f"read through {evidence.via}"
    for look in evidence.looked:
        yield f"looked for at {look}"
    for other in evidence.others:
        yield f"another source says {other}"
