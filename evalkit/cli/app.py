"""The table of commands."""

import importlib
import keyword
from collections.abc import Iterable
from typing import Annotated, Any

import typer

from evalkit.cli.shared.exit_codes import INTERRUPTED
from evalkit.cli.shared.help import Command, Group
from evalkit.cli.shared.output import say_last
from evalkit.diagnostics.log_commands import disarmed
from evalkit.diagnostics.visible import visible

COMMANDS = {
    "init": "init",
    "import": "importing.command",
    "screen": "screening.command",
    "score": "score",
    "explain": "explain",
    "diff": "diff",
    "report": "report",
    "robustness": "robustness",
    "weigh": "weigh.command",
    "cost": "cost",
    "fit": "fit",
    "spec": "spec",
    "ask": "evidence.ask",
    "take": "evidence.take",
    "validate": "validate.command",
    "rule": "rule",
    "schema": "schema.command",
}
"""Commands in the order of the help, with the module that has a function of that name, and with a
line below it where the name is a word of Python."""


_UsageError: type[Any] = typer.BadParameter.__bases__[0]
"""Typer's exception for a command line that it does not understand; it is not exported."""


def run(arguments: list[str]) -> int:
    """Run the command that the arguments name, and return its exit code; of none, tell of all."""
    arguments = arguments or ["--help"]
    asked = arguments[:1]
    # Building the options of one command takes a while; those of all would slow every start.
    names = asked if set(asked) & set(COMMANDS) else COMMANDS
    try:
        # `typer.Exit` returns an exit code; a command that simply ends returns None.
        return _app(names)(arguments, standalone_mode=False) or 0
    except _UsageError as error:
        error.message = disarmed(visible(error.message))
        error.show()
        return int(error.exit_code)
    except typer.Abort:
        return INTERRUPTED
    finally:
        say_last()


def _app(names: Iterable[str]) -> typer.Typer:
    app = typer.Typer(
        context_settings={"help_option_names": ["-h", "--help"]},
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        cls=Group,
    )
    app.callback()(_options)
    for name in names:
        module = importlib.import_module(f"{__package__}.{COMMANDS[name]}")
        function = getattr(module, name + "_" * keyword.iskeyword(name))
        app.command(name, cls=Command)(function)
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        from evalkit import __version__
        from evalkit.source.yaml.walk import USES_C_PARSER

        parser = "C" if USES_C_PARSER else "pure Python, ten times slower"
        typer.echo(f"evalkit {__version__} (YAML parser: {parser})")
        raise typer.Exit


def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", callback=_print_version, is_eager=True, help="Show the version."
        ),
    ] = False,
    traceback: Annotated[
        bool, typer.Option("--traceback", help="Show a traceback for internal errors.")
    ] = False,
) -> None:
    """Options that come before the command."""
