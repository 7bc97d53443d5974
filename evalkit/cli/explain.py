"""`evalkit explain`: why a vendor has its score and rank."""

from typing import Annotated, Literal

import typer

from evalkit.cli.shared.options import PlanOrEvaluation, WorkspaceFolder


def explain(
    subject: PlanOrEvaluation,
    vendor: Annotated[str, typer.Argument(metavar="VENDOR", help="A vendor's id or name.")],
    versus: Annotated[
        str | None,
        typer.Option("--versus", help="Another vendor, to show why one is ahead of the other."),
    ] = None,
    style: Annotated[
        Literal["table", "json"], typer.Option("--format", "-f", help="Output format.")
    ] = "table",
    top: Annotated[int, typer.Option(min=1, help="Strengths and weaknesses to show.")] = 5,
    workspace: WorkspaceFolder = None,
) -> None:
    """Explain why a vendor has its score, or why it is ahead of another, fact by fact."""
    from evalkit.cli.shared.console import console, show
    from evalkit.cli.shared.output import answer
    from evalkit.cli.shared.saved import evaluation_of
    from evalkit.explanation.explain import explain as explained
    from evalkit.explanation.lookup import find_vendor
    from evalkit.explanation.versus import versus as compared
    from evalkit.report.answer_json import answer_json
    from evalkit.report.terminal.explain import explanation_text
    from evalkit.report.terminal.versus import versus_text

    evaluation = evaluation_of(subject, workspace)
    first = find_vendor(evaluation, vendor)
    if versus is None:
        explanation = explained(evaluation, first, top)
        text, page = answer_json("explain", explanation), explanation_text(explanation)
    else:
        comparison = compared(evaluation, first, find_vendor(evaluation, versus))
        text, page = answer_json("explain", comparison), versus_text(comparison)
    if style == "json":
        answer(text)
    else:
        show(console(), page)
