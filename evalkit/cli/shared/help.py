"""What `--help` prints, at any width."""

import inspect
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import typer.core

from evalkit.cli.shared.output import is_plain, width
from evalkit.wording.wrapping import WIDEST, wrapped

FULL = 80
"""Width from which the words of the groups stand beside the commands."""
GROUPS: dict[str, tuple[tuple[str, str], ...]] = {
    "Start": (("init, import", "Make a workspace; turn a spreadsheet into one"),),
    "Decide": (
        ("screen", "Narrow a long list of vendors down"),
        ("score", "Rank vendors, and say how sure that is"),
        ("explain", "Show where a vendor's points come from"),
        ("robustness", "Show what would change the answer"),
        ("weigh", "Show or ask what each stakeholder cares about"),
        ("cost", "Show cost, net value and payback"),
        ("fit", "Show which data flows each vendor can carry"),
    ),
    "Share": (
        ("report, spec", "Write the report; write the integration specification"),
        ("diff", "Show what moved between two evaluations, and why"),
    ),
    "Ask": (("ask, take", "Ask vendors for the facts that matter; take their answers over"),),
    "Check": (
        ("validate", "Check the files; exit code 1 if there are errors"),
        ("rule, schema", "Explain a rule; print the JSON Schema of a file"),
    ),
}
"""The commands by what somebody wants, in the order of a decision."""
EXIT_CODES = "Exit codes: 0 fine, 1 findings, 2 cannot run, 3 internal error, 130 interrupted"
NOT_TOLD = "--show-completion"
"""An option that says nothing to who reads the overview."""
LEFT = 28
"""Cells that the left column of a list may take; what is wider has a line of its own."""
BESIDE = 60
"""Width from which an explanation stands beside what it explains."""


class Group(typer.core.TyperGroup):
    """All commands, with an overview of them."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the overview."""
        options = [opts for param in self.get_params(ctx) if (opts := _names(param))]
        # The option that leads on is the last of all, and the first to be told.
        told = [" ".join(each) for each in options[-1:] + options[:-1] if NOT_TOLD not in each]
        formatter.write(_text(_overview(ctx.command_path, told, width())))


class Command(typer.core.TyperCommand):
    """A command, with a page about it."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page."""
        formatter.write(_text(_page(self, ctx, width())))


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def _prose(text: str, cells: int, first: str = "", later: str = "") -> list[str]:
    return wrapped(text, min(cells, WIDEST), (), first, later)


def _names(param: Any) -> list[str]:
    """The names of an option, the short one first; none for an argument."""
    is_option = param.param_type_name == "option"
    return sorted((*param.opts, *param.secondary_opts), key=len) if is_option else []


def _overview(path: str, options: Sequence[str], cells: int) -> Iterator[str]:
    yield from _prose(
        "Choose the vendors that a shop depends on, from facts you can defend.", cells
    )
    yield from _prose(f"Usage: {path} COMMAND [OPTIONS]", cells)
    yield ""
    is_wide = cells >= FULL
    indent = max(map(len, (*GROUPS, "Options"))) + 2 if is_wide else 2
    names = max(len(name) for rows in GROUPS.values() for name, _ in rows) + 2
    for group, rows in GROUPS.items():
        heads = [group if is_wide else "", *[""] * len(rows)]
        if not is_wide:
            yield group
        for head, (name, text) in zip(heads, rows, strict=False):
            first = f"{name}: " if is_plain() else name.ljust(names)
            yield from _prose(text, cells, f"{head:{indent}}{first}", " " * (indent + names))
    head = "Options".ljust(indent) if is_wide else "Options: "
    yield from _prose(", ".join(options), cells, head, " " * indent)
    yield from _prose(EXIT_CODES, cells)


def _page(command: Any, ctx: Any, cells: int) -> Iterator[str]:
    arguments = [each for each in command.get_params(ctx) if each.param_type_name == "argument"]
    options = [each for each in command.get_params(ctx) if each.param_type_name == "option"]
    given = [name if each.required else f"[{name}]" for each in arguments for name in [_name(each)]]
    usage = " ".join((ctx.command_path, "[OPTIONS]", *given))
    yield from _prose(f"Usage: {usage}", cells, "", "  ")
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        yield ""
        yield from _prose(" ".join(paragraph.split()), cells)
    told = {
        "Arguments": [(_name(each), each.get_help_record(ctx)[1]) for each in arguments],
        "Options": [found for each in options if (found := each.get_help_record(ctx))],
    }
    for head, rows in told.items():
        if rows:
            yield from ("", f"{head}:", *_list(rows, cells))


def _name(argument: Any) -> str:
    """An argument as usage lines name it."""
    name = str(argument.metavar or argument.name.upper())
    return f"{name}..." if argument.nargs == -1 else name


def _list(rows: Sequence[tuple[str, str]], cells: int) -> Iterator[str]:
    """Names with what they mean, beside each other or below."""
    beside = cells >= BESIDE
    longest = max((len(name) for name, _ in rows if len(name) <= LEFT), default=0)
    column = " " * (longest + 4 if beside else 6)
    for name, text in rows:
        told = " ".join(text.split())
        if is_plain():
            yield from _prose(f"{name}: {told}", cells, "  ", "    ")
        elif beside and len(name) <= LEFT:
            yield from _prose(told, cells, f"  {name}".ljust(len(column)), column)
        else:
            yield from _prose(name, cells, "  ", "    ")
            yield from _prose(told, cells, column, column)
