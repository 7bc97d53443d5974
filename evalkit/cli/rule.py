"""`evalkit rule`: what a rule checks, why, a bad and a good example."""

from typing import Annotated

import typer


def rule(
    code: Annotated[
        str | None, typer.Argument(help="Such as EK301; a list of all rules when left out.")
    ] = None,
) -> None:
    """Explain a rule, or list all of them."""
    from evalkit.cli.output import answer
    from evalkit.diagnostics.manual import index, page
    from evalkit.errors import EvalkitError
    from evalkit.rules.run import all_rules

    rules = {entry.code: entry for entry in all_rules()}
    if code is None:
        answer(index(rules.values()))
    elif code.upper() in rules:
        answer(page(rules[code.upper()]))
    else:
        raise EvalkitError(f"there is no rule {code!r}; `evalkit rule` lists them all")
