"""The table of commands."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from evalkit.cli import (
    INTERRUPTED,
    cost,
    diff,
    explain,
    fit,
    init,
    report,
    robustness,
    rule,
    schema,
    score,
    spec,
    validate,
    weigh,
)
from evalkit.diagnostics.visible import visible

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Choose the vendors a shop depends on from facts, and be able to defend the choice.",
    epilog="Exit codes: 0 fine, 1 findings, 2 cannot run, 3 a bug of ours, 130 interrupted.",
)

COMMANDS: dict[str, Callable[..., None]] = {
    "init": init.init,
    "score": score.score,
    "explain": explain.explain,
    "diff": diff.diff,
    "report": report.report,
    "robustness": robustness.robustness,
    "weigh": weigh.weigh,
    "cost": cost.cost,
    "fit": fit.fit,
    "spec": spec.spec,
    "validate": validate.validate,
    "rule": rule.rule,
    "schema": schema.schema,
}

for name, command in COMMANDS.items():
    app.command(name)(command)


_UsageError: type[Any] = typer.BadParameter.__bases__[0]
"""What typer raises for a command line that it does not understand; it gives it no name."""


def run(arguments: list[str]) -> int:
    """Run the command that the arguments ask for; its exit code."""
    try:
        # An exit code comes back from `typer.Exit`, and nothing from a command that just ends.
        return app(arguments, standalone_mode=False) or 0
    except _UsageError as error:
        error.message = visible(error.message)
        error.show()
        return int(error.exit_code)
    except typer.Abort:
        return INTERRUPTED


def _print_version(wanted: bool) -> None:
    if wanted:
        from evalkit import __version__
        from evalkit.source.walk import USES_C_PARSER

        parser = "C" if USES_C_PARSER else "pure Python, ten times slower"
        typer.echo(f"evalkit {__version__} (YAML parser: {parser})")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
    traceback: Annotated[
        bool, typer.Option("--traceback", help="Show where in the code a bug of ours happened.")
    ] = False,
) -> None:
    """Taken before any command."""
