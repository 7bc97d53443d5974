"""`evalkit validate`: check the files of a workspace."""

import dataclasses
import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from evalkit.checking.check import Findings
    from evalkit.checking.settings import Settings
    from evalkit.cli.validate.options import Options, Shown


def validate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Files or folders of a workspace; the whole workspace if omitted."),
    ] = None,
    styles: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT[=FILE]",
            help="Output format: text, json, github, gitlab, sarif or junit; FORMAT=FILE writes to "
            "a file. Can be repeated. Default: text, or github in GitHub Actions.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to this file instead of stdout; its suffix chooses the format.",
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="CODES", help="Check only these rules, such as EK3,EK401 or ALL."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODES",
            help="Skip these rules; `score` still stops at errors.",
        ),
    ] = None,
    fail_on: Annotated[
        Literal["error", "warning"] | None,
        typer.Option(help="The lowest severity that exits with 1; default: error."),
    ] = None,
    exit_zero: Annotated[
        bool | None,
        typer.Option("--exit-zero/--no-exit-zero", help="Exit with 0 even if something is found."),
    ] = None,
    each: Annotated[
        bool,
        typer.Option("--each", help="List warnings one by one on a terminal, not by rule."),
    ] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Show only findings that are not in FILE."),
    ] = None,
    write_baseline: Annotated[
        bool,
        typer.Option("--write-baseline", help="Write the current findings to that FILE."),
    ] = False,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="The date that counts as today."),
    ] = None,
    cached: Annotated[
        bool,
        typer.Option(
            "--cache/--no-cache",
            help="Reuse earlier findings about unchanged files from .evalkit_cache.",
        ),
    ] = True,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            min=1,
            metavar="N",
            help="Worker processes; chosen automatically if omitted.",
        ),
    ] = None,
    fix: Annotated[
        bool,
        typer.Option("--fix", help="Fix findings that have one right answer, then show the rest."),
    ] = False,
    diff: Annotated[
        bool,
        typer.Option(
            "--diff",
            help="Show what --fix would change, and change nothing; exit with 1 if there is a "
            "change, or if an error would remain.",
        ),
    ] = False,
) -> None:
    """Check vendors, criteria and plans; exit with 1 if there is an error.

    evalkit.toml, or [tool.evalkit] in pyproject.toml, may set select, ignore, format,
    fail-on, exit-zero, baseline and per-path-ignores.
    """
    from evalkit.cli.validate.options import Options

    options = Options(
        paths=tuple(paths or ()),
        styles=tuple(styles or ()),
        output=output,
        as_of=as_of,
        select=tuple(select or ()),
        ignore=tuple(ignore or ()),
        fail_on=fail_on,
        exit_zero=exit_zero,
        baseline=baseline,
        write_baseline=write_baseline,
        cached=cached,
        jobs=jobs,
        fix=fix,
        diff=diff,
        each=each,
    )
    code = _run(options)
    if code:
        raise typer.Exit(code)


def _run(options: "Options") -> int:
    """Check the workspace, write the findings, and return the exit code."""
    from evalkit.cli.shared.dates import day
    from evalkit.cli.shared.exit_codes import FINDINGS
    from evalkit.cli.validate.configuration import configuration
    from evalkit.cli.validate.paths import folder_of
    from evalkit.cli.validate.write import outputs_of, write

    folder = folder_of(options)
    settings = configuration(folder)
    outputs = outputs_of(_styles(options, settings))
    as_of = day(options.as_of)
    if options.fix or options.diff:
        from evalkit.cli.validate.fix import repair

        something_to_do = repair(options, settings, folder, as_of)
        if options.diff:
            return FINDINGS if something_to_do and not _always_zero(options, settings) else 0
    shown = _shown(options, settings, folder, as_of)
    if options.write_baseline:
        return 0
    fails = _fails(options, settings, shown)
    code = FINDINGS if fails and not _always_zero(options, settings) else 0
    if settings and fails and not code and options.exit_zero is None:
        why = f"exit code 0, as {settings.file.name} says"
        more = "; ".join(filter(None, [shown.left_out, why]))
        shown = dataclasses.replace(shown, left_out=more)
    write(outputs, shown, folder, each=options.each)
    return code


def _shown(
    options: "Options", settings: "Settings | None", folder: Path, as_of: datetime.date
) -> "Shown":
    """The findings to show; filters are imported only if there are any."""
    from evalkit.cli.validate.paths import paths_in

    if not options.narrows and settings is None:
        from evalkit.cli.validate.options import Shown

        findings = _checked(options, folder, as_of)
        chosen = paths_in(findings, options)
        found = [d for d in findings.diagnostics if d.path in chosen]
        return Shown(found, len(findings.files.intersection(chosen)))
    from evalkit.cli.validate.filters import filtered, filters

    given = filters(options, settings, folder)
    findings = _checked(options, folder, as_of)
    return filtered(given, options, findings, paths_in(findings, options))


def _checked(options: "Options", folder: Path, as_of: datetime.date) -> "Findings":
    """Check the workspace."""
    from evalkit.checking.check import check
    from evalkit.cli.shared.progress import bar
    from evalkit.cli.validate.paths import files_in

    with bar("checking") as tell:
        return check(
            folder,
            as_of,
            cached=options.cached,
            jobs=options.jobs,
            tell=tell,
            only=files_in(folder, options),
        )


def _styles(options: "Options", settings: "Settings | None") -> tuple[str, ...]:
    from evalkit.cli.validate.write import usual, with_output

    if options.output is not None:
        return with_output(options.styles, options.output)
    return options.styles or (settings and settings.formats) or (usual(),)


def _fails(options: "Options", settings: "Settings | None", shown: "Shown") -> bool:
    fail_on = options.fail_on or (settings and settings.fail_on) or "error"
    return any(fail_on in {"warning", d.severity.value} for d in shown.found)


def _always_zero(options: "Options", settings: "Settings | None") -> bool:
    if options.exit_zero is None:
        return bool(settings and settings.exit_zero)
    return options.exit_zero
