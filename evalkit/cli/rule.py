"""`evalkit rule`: what a rule checks, why, a bad and a good example, since which version."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from collections.abc import Callable

    from evalkit.diagnostics.rule import Rule


def rule(
    code: Annotated[
        str | None, typer.Argument(help="Such as EK301; a list of all rules when left out.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Explain every rule.")] = False,
    style: Annotated[
        Literal["text", "markdown", "json"],
        typer.Option("--format", "-f", help="How rules are explained."),
    ] = "text",
) -> None:
    """Explain a rule, or all of them, or list them.

    An example shows only the keys that its rule is about: it leaves out whatever else the file
    must hold, and `null` marks what is missing.
    """
    from evalkit.cli.shared.output import answer
    from evalkit.diagnostics.manual.json import manuals_in_json
    from evalkit.diagnostics.manual.markdown import document, section
    from evalkit.diagnostics.manual.text import index, page, pages
    from evalkit.rules.run import all_rules

    if code is not None:
        found = _called(code, every=every)
        one: dict[str, Callable[[Rule], str]] = {
            "text": page,
            "markdown": section,
            "json": lambda only: manuals_in_json([only]),
        }
        answer(one[style](found))
    elif every or style != "text":
        answer({"text": pages, "markdown": document, "json": manuals_in_json}[style](all_rules()))
    else:
        answer(index(all_rules()))


def _called(code: str, *, every: bool) -> "Rule":
    from evalkit.errors import EvalkitError
    from evalkit.rules.run import all_rules

    if every:
        raise EvalkitError(f"--all explains every rule; leave out {code} or --all")
    for entry in all_rules():
        if entry.code == code.upper():
            return entry
    raise EvalkitError(f"there is no rule {code!r}; `evalkit rule` lists them all")
