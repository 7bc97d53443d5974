"""`evalkit import`: a table becomes criteria, vendors and a plan."""

from pathlib import Path
from typing import Annotated, Any, Literal

import typer


def import_(
    table: Annotated[
        Path, typer.Argument(help="A CSV, TSV or Markdown file, or an Excel workbook (.xlsx).")
    ],
    write: Annotated[
        bool, typer.Option("--write", help="Write the files; without it they are only shown.")
    ] = False,
    mapping: Annotated[
        Path | None,
        typer.Option(
            "--map",
            metavar="FILE",
            help="What the columns mean; written the first time, and read afterwards.",
        ),
    ] = None,
    scale: Annotated[
        str | None,
        typer.Option(metavar="WORST:BEST", help="The scale of the ratings, such as 1:5."),
    ] = None,
    levels: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A YAML file with what words are worth, 0 to 100."),
    ] = None,
    vendors: Annotated[
        Literal["down", "across", "long"] | None,
        typer.Option(help="Whether vendors are rows, columns, or a row for each value."),
    ] = None,
    head: Annotated[
        int | None, typer.Option(min=1, metavar="ROW", help="The row with the column headings.")
    ] = None,
    sheet: Annotated[
        str | None, typer.Option(metavar="NAME", help="The sheet, or the heading above a table.")
    ] = None,
    leave: Annotated[
        list[str] | None,
        typer.Option(metavar="HEAD", help="A column or row that is not read; can be repeated."),
    ] = None,
    missing: Annotated[
        list[str] | None,
        typer.Option(metavar="WORD", help="A word that means nobody has looked; can be repeated."),
    ] = None,
    category: Annotated[
        str | None, typer.Option(metavar="ID", help="The category; the file's name if omitted.")
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The title of the plan.")
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="The source of the facts; the file's name if omitted."),
    ] = None,
    checked: Annotated[
        str | None, typer.Option(metavar="DAY", help="The date of the table; today if omitted.")
    ] = None,
    locale: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="How numbers are written: en for 1.5, de for 1,5."),
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="The encoding, such as cp1252.")
    ] = None,
    delimiter: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="What divides cells: comma, semicolon, tab or pipe."),
    ] = None,
    workspace: Annotated[
        Path | None,
        typer.Option("--workspace", "-w", metavar="FOLDER", help="The folder; made if missing."),
    ] = None,
    draft: Annotated[
        bool, typer.Option("--draft", help="Write only the mapping, to say more in it.")
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Also change files that are there already.")
    ] = False,
) -> None:
    """Create criteria, vendors and a plan from a spreadsheet.

    Shows the files as a diff, and compares the totals; --write writes them. Nothing is guessed: the
    scale is asked for unless it is given, and a file says what words are worth.
    """
    from evalkit.cli.importing.steps import Wanted, run
    from evalkit.cli.shared.dates import day, today

    given: dict[str, Any] = {
        "scale": scale, "vendors": vendors, "head": head, "sheet": sheet,
        "leave": tuple(leave or ()), "missing": tuple(missing or ()), "category": category,
        "title": title, "source": source, "locale": locale, "encoding": encoding,
        "delimiter": delimiter, "checked": day(checked) if checked else None,
    }  # fmt: skip
    said = {key: value for key, value in given.items() if value}
    run(Wanted(table, mapping, levels, workspace, said, write, replace, draft), today())
