"""`evalkit diff`: what changed between two saved evaluations, and why."""

from typing import Annotated, Literal

import typer

from evalkit.cli.shared.options import FORMAT_HELP, OutputFile


def diff(
    old: Annotated[
        str, typer.Argument(metavar="OLD.json", help="The earlier evaluation, in JSON.")
    ],
    new: Annotated[str, typer.Argument(metavar="NEW.json", help="The later evaluation, in JSON.")],
    style: Annotated[
        Literal["table", "json"] | None,
        typer.Option("--format", "-f", help=FORMAT_HELP),
    ] = None,
    output: OutputFile = None,
    top: Annotated[
        int, typer.Option(metavar="NUMBER", min=1, help="Causes to show for each vendor.")
    ] = 5,
) -> None:
    """Show which scores and ranks changed, and which facts, weights or scales changed them."""
    from evalkit.cli.shared.console import console, show
    from evalkit.cli.shared.formats import format_for
    from evalkit.cli.shared.output import deliver
    from evalkit.cli.shared.saved import saved_evaluation
    from evalkit.explanation.difference import difference
    from evalkit.report.answer_json import answer_json
    from evalkit.report.terminal.diff import difference_text

    chosen = format_for(style, output, ("table", "json"))
    found = difference(saved_evaluation(old), saved_evaluation(new))
    if chosen == "json":
        deliver(answer_json("diff", found), "json", output)
    else:
        show(console(output), difference_text(found, top), output=output)
