"""`evalkit explain`: why a vendor has its score and rank."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from evalkit.cli.shared.completion import vendors
from evalkit.cli.shared.options import (
    FORMAT_HELP,
    AsOf,
    OutputFile,
    PlanOrEvaluation,
    ScenarioFile,
    VendorName,
    WorkspaceFolder,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from evalkit.explanation.evidence import Evidence


def explain(
    subject: PlanOrEvaluation,
    vendor: VendorName,
    versus: Annotated[
        str | None,
        typer.Option(
            "--versus",
            metavar="VENDOR",
            help="Another vendor, to show why one is ahead of the other.",
            autocompletion=vendors,
        ),
    ] = None,
    style: Annotated[
        Literal["table", "json"] | None,
        typer.Option("--format", "-f", help=FORMAT_HELP),
    ] = None,
    output: OutputFile = None,
    facts: Annotated[
        bool, typer.Option("--facts", help="Also list each fact, with its file and line.")
    ] = False,
    sources: Annotated[
        bool, typer.Option("--sources", help="Also list each fact, with its sources.")
    ] = False,
    scenario: ScenarioFile = None,
    workspace: WorkspaceFolder = None,
    as_of: AsOf = None,
) -> None:
    """Explain why a vendor has its points, or why it is ahead of another, fact by fact."""
    from evalkit.cli.shared.ages import Bearing
    from evalkit.cli.shared.console import screen_for, show_lines
    from evalkit.cli.shared.formats import format_for
    from evalkit.cli.shared.output import deliver
    from evalkit.cli.shared.saved import evaluation_and_folder
    from evalkit.explanation.explain import explain as explained
    from evalkit.explanation.lookup import find_vendor
    from evalkit.explanation.versus import versus as compared
    from evalkit.report.answer_json import answer_json
    from evalkit.report.terminal.explain import to_explanation
    from evalkit.report.terminal.facts import Facts
    from evalkit.report.terminal.versus import to_versus

    chosen = format_for(style, output, ("table", "json"))
    bearing = Bearing(vendors=(vendor, *([versus] if versus else [])))
    evaluation, folder = evaluation_and_folder(subject, workspace, as_of, bearing, scenario)
    first = find_vendor(evaluation, vendor)
    shown = Facts(place_in(folder), facts, sources) if facts or sources else None
    screen = screen_for(evaluation, output)
    if versus is None:
        explanation = explained(evaluation, first)
        text = answer_json("explain", explanation, evaluation.scenario)
        page = to_explanation(evaluation, explanation, screen, shown)
    else:
        comparison = compared(evaluation, first, find_vendor(evaluation, versus))
        text = answer_json("explain", comparison, evaluation.scenario)
        page = to_versus(comparison, screen, shown)
    if chosen == "json":
        deliver(text, "json", output)
    else:
        show_lines(page, output=output)


def place_in(folder: Path | None) -> "Callable[[Evidence], str]":
    """A function that tells where a fact stands: its line too, if its file can be read."""
    from functools import cache

    from evalkit.cli.shared.places import steps
    from evalkit.source.document import read

    document = cache(read)

    def place(evidence: "Evidence") -> str:
        # A saved evaluation has no lines: its files may have changed since.
        if folder is None:
            return f"{evidence.path}, {evidence.key}"
        found = document(folder / evidence.path, evidence.path)
        route = steps(evidence.key)
        # Of a fact by region, the line is that of the whole.
        route = route[:2] if route[0] == "facts" else route
        return f"{evidence.path}:{found.span(route, 'key').line}"

    return place
