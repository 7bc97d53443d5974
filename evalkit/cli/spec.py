"""`evalkit spec`: the specification for the team that builds the integration."""

from pathlib import Path
from typing import Annotated, Literal, get_args

import typer

from evalkit.cli.shared.options import (
    FORMAT_HELP,
    AsOf,
    PlanOrEvaluation,
    VendorName,
    WorkspaceFolder,
)

Style = Literal["markdown", "html"]
KNOWN: tuple[Style, ...] = get_args(Style)
OUT_OF_DATE = 1


def spec(
    subject: PlanOrEvaluation,
    vendor: VendorName,
    style: Annotated[
        Style | None,
        typer.Option("--format", "-f", help=FORMAT_HELP),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The output file; changes to it are listed on stderr.",
        ),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option(
            "--template", metavar="FILE", help="A Jinja template that replaces the built-in one."
        ),
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check", help="Write nothing; exit with 1 if the file is out of date."),
    ] = False,
    workspace: WorkspaceFolder = None,
    as_of: AsOf = None,
) -> None:
    """Write the integration specification of a vendor: flows, requirements, tests, open points."""
    from evalkit.cli.shared.ages import Bearing
    from evalkit.cli.shared.formats import format_for
    from evalkit.cli.shared.output import answer
    from evalkit.cli.shared.saved import evaluation_with_templates
    from evalkit.errors import EvalkitError
    from evalkit.explanation.lookup import find_vendor
    from evalkit.report.specification.keeping.forms import FORMS
    from evalkit.report.specification.keeping.reading import stamped
    from evalkit.report.specification.page import FORMATS

    if check and output is None:
        raise EvalkitError("--check needs --output FILE, the file to check")
    chosen = format_for(style, output, KNOWN)
    evaluation, templates = evaluation_with_templates(
        subject, workspace, as_of, Bearing(vendors=(vendor,))
    )
    made = FORMATS[chosen](evaluation, find_vendor(evaluation, vendor), templates, template)
    text = stamped(made, FORMS[chosen])
    if output is None:
        answer(text, chosen)
    else:
        _write(output, text, chosen, check=check)


def _write(output: Path, text: str, style: Style, *, check: bool) -> None:
    """Write or check the file, and list on stderr what differs from its old content."""
    from evalkit.cli.shared.output import talk, write_files
    from evalkit.cli.shared.targets import refuse_linked_target
    from evalkit.diagnostics.visible import visible
    from evalkit.report.specification.changes import changes

    # The target of a link would be shown in the list of changes.
    refuse_linked_target(output)
    old, shown = _old(output, check=check), visible(str(output))
    if old is not None:
        text = _with_what_people_wrote(old, text, style, output)
    if old == text:
        talk(f"evalkit: {shown} is up to date")
        return
    if old is not None:
        lines = changes(old, text) or ["only numbers, spaces or the order of sections"]
        talk(
            "\n".join([f"evalkit: changes in {shown}:", *(f"  {visible(each)}" for each in lines)])
        )
    if check:
        talk(f"evalkit: {shown} is {'missing' if old is None else 'out of date'}")
        raise typer.Exit(OUT_OF_DATE)
    write_files({output: text})


def _with_what_people_wrote(old: str, new: str, style: Style, output: Path) -> str:
    """The new text with what people wrote in the old one; what has no place in it is listed."""
    from evalkit.cli.shared.output import talk
    from evalkit.diagnostics.visible import visible
    from evalkit.errors import EvalkitError
    from evalkit.report.specification.keeping.forms import FORMS, TITLE
    from evalkit.report.specification.keeping.keep import kept

    found = kept(old, new, FORMS[style])
    if found is None:
        raise EvalkitError(
            f"{output} is no specification that this version of evalkit wrote, so what people "
            "wrote in it cannot be told apart; choose another file"
        )
    if found.homeless:
        lines = [f"  {visible(line)}" for line in found.homeless]
        talk("\n".join([f'evalkit: moved to "{TITLE}" in {visible(str(output))}:', *lines]))
    return found.text


def _old(output: Path, *, check: bool) -> str | None:
    """The text of an existing file; None if there is none, or if it is a device to write to."""
    from evalkit.checking.reading import content_of
    from evalkit.cli.shared.saved import MAX_BYTES
    from evalkit.errors import EvalkitError

    if not output.is_file() and not (check and output.exists()):
        return None
    try:
        text = content_of(output, MAX_BYTES).decode("utf-8")
    except UnicodeDecodeError:
        raise EvalkitError(f"{output} exists and is not UTF-8 text; choose another file") from None
    # Other line endings are not a change.
    return text.replace("\r\n", "\n").replace("\r", "\n")
