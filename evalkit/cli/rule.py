"""`evalkit rule`: the manual of a rule, or a list of all rules."""

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from evalkit.cli.shared.options import FORMAT_HELP, OutputFile

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from evalkit.diagnostics.rule import Rule


def rule(
    code: Annotated[
        str | None, typer.Argument(help="A code such as EK301; lists all rules if omitted.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Explain every rule.")] = False,
    style: Annotated[
        Literal["text", "markdown", "json"] | None,
        typer.Option("--format", "-f", help=FORMAT_HELP),
    ] = None,
    output: OutputFile = None,
) -> None:
    """Explain a rule or all of them, or list them.

    An example shows only the keys that its rule is about: it omits other required keys, and
    `null` marks a missing value.
    """
    from evalkit.cli.shared.formats import format_for, syntax_of
    from evalkit.cli.shared.output import deliver, is_terminal, width
    from evalkit.diagnostics.manual.json import manuals_in_json
    from evalkit.diagnostics.manual.markdown import document, section
    from evalkit.diagnostics.manual.text import index, page, pages
    from evalkit.rules.run import all_rules

    cells = width() if output is None and is_terminal(sys.stdout) else None
    chosen = format_for(style, output, ("text", "markdown", "json"))
    if code is not None:
        found = _called(code, every=every)
        one: dict[str, Callable[[Rule], str]] = {
            "text": lambda only: page(only, cells),
            "markdown": section,
            "json": lambda only: manuals_in_json([only]),
        }
        text = one[chosen](found)
    elif every or chosen != "text":
        of_all: dict[str, Callable[[Sequence[Rule]], str]] = {
            "text": lambda rules: pages(rules, cells),
            "markdown": document,
            "json": manuals_in_json,
        }
        text = of_all[chosen](all_rules())
    else:
        text = index(all_rules(), cells)
    deliver(text, syntax_of(chosen), output)


def _called(code: str, *, every: bool) -> "Rule":
    from evalkit.errors import EvalkitError
    from evalkit.rules.run import all_rules

    if every:
        raise EvalkitError(f"--all explains every rule; omit {code} or --all")
    for entry in all_rules():
        if entry.code == code.upper():
            return entry
    raise EvalkitError(f"there is no rule {code!r}; `evalkit rule` lists them all")
