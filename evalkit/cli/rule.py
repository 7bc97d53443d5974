"""`evalkit rule`: the manual of a rule, or a list of all rules."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from collections.abc import Callable

    from evalkit.diagnostics.rule import Rule


def rule(
    code: Annotated[
        str | None, typer.Argument(help="A code such as EK301; lists all rules if omitted.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Explain every rule.")] = False,
    style: Annotated[
        Literal["text", "markdown", "json"],
        typer.Option("--format", "-f", help="Output format."),
    ] = "text",
) -> None:
    """Explain a rule or all of them, or list them.

    An example shows only the keys that its rule is about: it omits other required keys, and
    `null` marks a missing value.
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
        raise EvalkitError(f"--all explains every rule; omit {code} or --all")
    for entry in all_rules():
        if entry.code == code.upper():
            return entry
    raise EvalkitError(f"there is no rule {code!r}; `evalkit rule` lists them all")
