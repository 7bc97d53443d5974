"""`evalkit diff`: what changed between two saved evaluations, and why."""

from typing import Annotated, Literal

import typer


def diff(
    old: Annotated[
        str, typer.Argument(metavar="OLD.json", help="The earlier evaluation, in JSON.")
    ],
    new: Annotated[str, typer.Argument(metavar="NEW.json", help="The later evaluation, in JSON.")],
    style: Annotated[
        Literal["table", "json"], typer.Option("--format", "-f", help="Output format.")
    ] = "table",
    top: Annotated[int, typer.Option(min=1, help="Causes to show for each vendor.")] = 5,
) -> None:
    """Show which scores and ranks changed, and which facts, weights or scales changed them."""
    from evalkit.cli.shared.console import console, show
    from evalkit.cli.shared.output import answer
    from evalkit.cli.shared.saved import saved_evaluation
    from evalkit.explanation.difference import difference
    from evalkit.report.answer_json import answer_json
    from evalkit.report.terminal.diff import difference_text

    found = difference(saved_evaluation(old), saved_evaluation(new))
    if style == "json":
        answer(answer_json("diff", found))
    else:
        show(console(), difference_text(found, top))
