"""`evalkit validate`: everything that is wrong with the files, at its place."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from evalkit.cli.asked import Asked, Checked, Shown
    from evalkit.selection.settings import Settings


def validate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Files or folders of a workspace; the whole workspace when left out."),
    ] = None,
    styles: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT[=FILE]",
            help="How findings are written: text, json, github, gitlab, sarif or junit; with =FILE "
            "into a file. May be given several times. Left out: text, or github in GitHub Actions.",
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="CODES", help="Only these rules, such as EK3,EK401 or ALL."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODES",
            help="Not these; `score` still stops for errors.",
        ),
    ] = None,
    fail_on: Annotated[
        Literal["error", "warning"] | None,
        typer.Option(help="What makes it exit with 1; error if left out."),
    ] = None,
    exit_zero: Annotated[
        bool | None,
        typer.Option("--exit-zero/--no-exit-zero", help="Exit with 0 whatever is found, or not."),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Only findings that are not in FILE."),
    ] = None,
    write_baseline: Annotated[
        bool,
        typer.Option("--write-baseline", help="Write what is found now into the baseline."),
    ] = False,
    changed_since: Annotated[
        str | None,
        typer.Option(metavar="REV", help="Only files changed since, and what uses them."),
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="How often each rule found something.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Once more after each change, until Ctrl-C.")
    ] = False,
    as_of: Annotated[
        str | None, typer.Option(help="The day against which dates are judged; today if left out.")
    ] = None,
    cached: Annotated[
        bool,
        typer.Option(
            "--cache/--no-cache",
            help="Whether findings about unchanged files are taken from .evalkit_cache.",
        ),
    ] = True,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            min=1,
            metavar="N",
            help="Processes that check files; by itself, one for each processor if that pays.",
        ),
    ] = None,
) -> None:
    """Check vendors, criteria and plans; exit with 1 if there is an error.

    evalkit.toml, or [tool.evalkit] of a pyproject.toml, may hold select, ignore, format,
    fail-on, exit-zero, baseline and per-path-ignores.
    """
    from evalkit.cli.asked import Asked

    asked = Asked(
        paths=tuple(paths or ()),
        styles=tuple(styles or ()),
        as_of=as_of,
        select=tuple(select or ()),
        ignore=tuple(ignore or ()),
        fail_on=fail_on,
        exit_zero=exit_zero,
        baseline=baseline,
        write_baseline=write_baseline,
        changed_since=changed_since,
        statistics=statistics,
        watch=watch,
        cached=cached,
        jobs=jobs,
    )
    if watch:
        _watch(asked)
    code = _run(asked)
    if code:
        raise typer.Exit(code)


def _run(asked: "Asked") -> int:
    """Check once and write what was found; the exit code."""
    from evalkit.cli.configured import configuration
    from evalkit.cli.day import day
    from evalkit.cli.findings import outputs_of, write, write_statistics

    folder = _folder(asked)
    settings = configuration(folder)
    outputs = outputs_of(_styles(asked, settings))
    as_of = day(asked.as_of)
    shown = _shown(asked, settings, folder, as_of)
    if asked.write_baseline:
        return 0
    if asked.statistics:
        write_statistics(outputs, shown.found, shown.files, shown.left_out)
    else:
        write(outputs, shown.found, shown.files, folder, shown.left_out)
    return _exit_code(asked, settings, shown)


def _shown(
    asked: "Asked", settings: "Settings | None", folder: Path, as_of: datetime.date
) -> "Shown":
    """The findings that count; whatever narrows them is imported only where something does."""
    if not asked.narrows and settings is None:
        from evalkit.cli.asked import Shown

        checked = _checked(asked, folder, as_of)
        chosen = _paths_in(checked, _wanted(asked))
        found = [d for d in checked.found if d.path in chosen]
        return Shown(found, len(checked.own.intersection(chosen)))
    from evalkit.cli.narrowing import narrowed, narrowing

    given = narrowing(asked, settings, folder)
    checked = _checked(asked, folder, as_of)
    return narrowed(given, asked, checked, _paths_in(checked, _wanted(asked)))


def _checked(asked: "Asked", folder: Path, as_of: datetime.date) -> "Checked":
    """The one place where the workspace is checked."""
    from evalkit.cli.asked import Checked
    from evalkit.workspace.check import check

    found = check(folder, as_of, cached=asked.cached, jobs=asked.jobs)
    return Checked(folder, found.diagnostics, frozenset(found.files), found.links)


def _styles(asked: "Asked", settings: "Settings | None") -> tuple[str, ...]:
    """The formats that were asked for, as far as they go with the other options."""
    from evalkit.cli.findings import usual
    from evalkit.errors import EvalkitError

    needs = (
        ("--watch", asked.watch, {"text"}),
        ("--statistics", asked.statistics, {"text", "json"}),
    )
    for option, wanted, allowed in needs:
        wrong = {style.partition("=")[0] for style in asked.styles} - allowed
        if wanted and wrong:
            known = " and ".join(sorted(allowed, reverse=True))
            raise EvalkitError(f"{option} goes with {known} only, not with {min(wrong)}")
    if asked.styles:
        return asked.styles
    # What is configured is meant for the findings themselves, and for runs that end.
    if asked.watch or asked.statistics:
        return ("text",)
    return (settings and settings.formats) or (usual(),)


def _exit_code(asked: "Asked", settings: "Settings | None", shown: "Shown") -> int:
    from evalkit.cli.day import FINDINGS

    fail_on = asked.fail_on or (settings and settings.fail_on) or "error"
    exit_zero = asked.exit_zero
    if exit_zero is None and settings is not None:
        exit_zero = settings.exit_zero
    fails = any(fail_on in {"warning", d.severity.value} for d in shown.found)
    return FINDINGS if fails and not exit_zero else 0


def _watch(asked: "Asked") -> None:
    from evalkit.cli.configured import configuration
    from evalkit.cli.watch import keep_running
    from evalkit.errors import EvalkitError

    if asked.write_baseline:
        raise EvalkitError("--watch and --write-baseline do not go together; write it first")
    folder = _folder(asked)

    def more() -> list[Path]:
        if asked.baseline:
            return [asked.baseline]
        try:
            settings = configuration(folder)
        except EvalkitError:
            return []  # the run says what is wrong with it
        return [settings.baseline] if settings and settings.baseline else []

    keep_running(lambda: _run(asked), folder, more)


def _folder(asked: "Asked") -> Path:
    from evalkit.workspace.folder import find

    return find(_existing(_wanted(asked)))


def _wanted(asked: "Asked") -> Sequence[Path]:
    return asked.paths or (Path.cwd(),)


def _existing(wanted: Sequence[Path]) -> Path:
    from evalkit.errors import EvalkitError

    for path in wanted:
        if not path.exists():
            raise EvalkitError(f"there is no file or folder {path}")
    first = wanted[0].resolve()
    return first if first.is_dir() else first.parent


def _paths_in(checked: "Checked", wanted: Sequence[Path]) -> Collection[str]:
    """The files of the workspace that lie in what was asked for."""
    from evalkit.errors import EvalkitError

    root = checked.folder.resolve()
    chosen: set[str] = set()
    for path in wanted:
        # A link is asked for by its own name, not by where it leads.
        here = path.resolve() if path.is_dir() else path.parent.resolve() / path.name
        if here == root or here in root.parents:
            return checked.paths
        name = here.relative_to(root).as_posix() if here.is_relative_to(root) else ""
        inside = {name} if name in checked.links else set(_below(name, checked.links))
        if not inside:
            raise EvalkitError(f"nothing to check in {path}: no YAML file of the workspace {root}")
        chosen |= inside
    return chosen


def _below(folder: str, paths: Iterable[str]) -> Iterator[str]:
    return (path for path in paths if folder and path.startswith(f"{folder}/"))
