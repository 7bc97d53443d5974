"""The steps of `evalkit screen`: open the list, score it, show the summary, write the files."""

import datetime
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import typer

from evalkit.catalogue.prospect import prospect
from evalkit.checking.reading import content_of, text_in
from evalkit.cli.shared.exit_codes import FINDINGS
from evalkit.cli.shared.loading import open_plan
from evalkit.cli.shared.output import answer, drafts, is_colourful, talk, write_files
from evalkit.diagnostics.formats.diff import to_diff
from evalkit.diagnostics.formats.text import count_of
from evalkit.diagnostics.visible import visible
from evalkit.errors import EvalkitError
from evalkit.model.plan import Plan
from evalkit.source.near import shortened
from evalkit.source.yaml.faults import MAX_BYTES
from evalkit.tables.mapping import mapping_in
from evalkit.workspace.workspace import Workspace

if TYPE_CHECKING:
    from evalkit.catalogue.screen import Summary
    from evalkit.catalogue.screening import Screening
    from evalkit.catalogue.sources.table import Source

NO_EXTRA = "long lists need evalkit's extra `long-lists`: pip install 'vendor-evalkit[long-lists]'"
_LIBRARIES = ("pyarrow", "dask", "distributed")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line says."""

    plan: str
    table: Path
    mapping: Path
    output: Path | None
    order: Literal["rank", "id"]
    top: int
    report: Path | None
    to_workspace: Path | None
    write: bool
    engine: Literal["stream", "dask"]
    scheduler: str | None
    workspace: Path | None


def run(wanted: Wanted, today: datetime.date) -> None:
    """Score a list, and show or write what is wanted of it."""
    _hold(wanted)
    workspace, plan = open_plan(wanted.plan, wanted.workspace, today, may_be_empty=True)
    source, screening = _opened(workspace, plan, wanted, today)
    with _written(wanted) as (output, refused):
        summary = _screened(source, screening, wanted, output, refused)
        pages = _pages(summary, wanted, workspace)
        files = _short_list(summary, source, workspace, wanted) if wanted.to_workspace else {}
        _show(summary, wanted)
    write_files(pages)
    _propose(files, wanted)


def _hold(wanted: Wanted) -> None:
    try:
        for name in _LIBRARIES[: 3 if wanted.engine == "dask" else 1]:
            __import__(name)
    except ImportError as error:
        raise EvalkitError(NO_EXTRA) from error
    if wanted.scheduler and wanted.engine != "dask":
        raise EvalkitError("--scheduler needs --engine dask")
    if wanted.write and not wanted.to_workspace:
        raise EvalkitError("--write writes the files of --to-workspace; name a folder there")
    if wanted.output and wanted.output.suffix.lower() not in {".parquet", ".csv"}:
        raise EvalkitError(f"cannot write {wanted.output}: end it in .parquet or .csv")


def _opened(
    workspace: Workspace, plan: Plan, wanted: Wanted, today: datetime.date
) -> "tuple[Source, Screening]":
    from evalkit.catalogue.screening import Screening
    from evalkit.catalogue.sources.opening import opened

    mapping = mapping_in(
        text_in(content_of(wanted.mapping, MAX_BYTES), wanted.mapping), str(wanted.mapping)
    )
    seen = prospect(workspace, plan, today)
    source = opened(wanted.table, mapping, seen, today)
    return source, Screening(seen, source.wanted.columns, source.wanted.has_names)


def _refused(output: Path) -> Path:
    """The file for what could not be read, beside the results."""
    return output.with_name(f"{output.stem}-refused.csv")


@contextmanager
def _written(wanted: Wanted) -> Iterator[tuple[Path | None, Path | None]]:
    """The files of the results and of what could not be read, written whole or not at all."""
    if wanted.output is None:
        yield None, None
        return
    refused = _refused(wanted.output)
    with drafts([wanted.output, refused]) as ready:
        yield ready[wanted.output], ready[refused]


def _screened(
    source: "Source",
    screening: "Screening",
    wanted: Wanted,
    output: Path | None,
    refused: Path | None,
) -> "Summary":
    from evalkit.catalogue.engines.stream import PartError
    from evalkit.catalogue.screen import Job, screen
    from evalkit.cli.shared.progress import bar

    beside = None if wanted.output is None else wanted.output.parent
    with (
        tempfile.TemporaryDirectory(prefix=".evalkit-", dir=beside) as name,
        bar("Scoring") as tell,
    ):
        job = Job(
            output=output,
            refused=refused or Path(name) / "refused.csv",
            folder=Path(name),
            is_csv=wanted.output is not None and wanted.output.suffix.lower() == ".csv",
            order=wanted.order,
            top=wanted.top,
            engine=wanted.engine,
            scheduler=wanted.scheduler,
        )
        try:
            return screen(source, screening, job, lambda done: tell(done, source.rows or done))
        except PartError as error:
            talk(visible(f"evalkit: {error}; nothing was written"))
            raise typer.Exit(FINDINGS) from error


def _show(summary: "Summary", wanted: Wanted) -> None:
    from evalkit.catalogue.pages.terminal import to_terminal
    from evalkit.cli.shared.console import screen, show_lines

    show_lines(to_terminal(summary, wanted.table.name, screen()))
    if wanted.output is not None:
        talk(visible(f"evalkit: wrote {wanted.output}"))
        if summary.refusals.count:
            talk(visible(f"evalkit: wrote {_refused(wanted.output)}, what was not understood"))


def _pages(summary: "Summary", wanted: Wanted, workspace: Workspace) -> dict[Path, str | bytes]:
    from evalkit.catalogue.pages.page import to_pages
    from evalkit.cli.reports import refuse_others

    if wanted.report is None:
        return {}
    texts = to_pages(summary, wanted.table.name, workspace.folder / "templates")
    files: dict[Path, str | bytes] = {
        wanted.report / f"{wanted.table.stem}{suffix}": text for suffix, text in texts.items()
    }
    refuse_others(files, "name another folder with --report")
    return files


def _short_list(
    summary: "Summary", source: "Source", workspace: Workspace, wanted: Wanted
) -> dict[Path, str]:
    """The files of the first rows; in another workspace, also those that their plan needs."""
    from evalkit.catalogue.short_list import short_list

    folder = wanted.to_workspace or Path()
    if not summary.first:
        raise EvalkitError("nobody is ranked, so there is no short list; nothing was written")
    is_same = folder.resolve() == workspace.folder.resolve()
    taken = workspace.vendors.keys() if is_same else ()
    texts = short_list(source, summary.screening, summary.first, taken)
    if not is_same:
        texts |= _of_plan(workspace, summary.screening.prospect.plan)
    return {folder / path: text for path, text in texts.items()}


def _of_plan(workspace: Workspace, plan: Plan) -> dict[str, str]:
    """The workspace's own files behind a plan."""
    kinds = [("plan", plan.id), ("criteria", plan.category)]
    kinds += [("platform", plan.platform.name)] if plan.platform else []
    paths = {path for kind in kinds for path in workspace.paths.get(kind, ())}
    files = {path: workspace.folder / path for path in sorted(paths)}
    return {
        path: text_in(content_of(file, MAX_BYTES), file)
        for path, file in files.items()
        if file.is_file()
    }


def _propose(files: dict[Path, str], wanted: Wanted) -> None:
    """Show files as a diff, or write them; nothing that is there already is changed."""
    if not files:
        return
    taken = sorted(str(file) for file in files if file.exists())
    if taken:
        raise EvalkitError(
            f"no vendor was written, because these already exist: {shortened(taken)}; name another "
            "folder with --to-workspace"
        )
    count = count_of(len(files), "file")
    if wanted.write:
        write_files(files)
        talk(f"evalkit: wrote {count}")
        return
    answer("".join(_diff(file, wanted, text) for file, text in files.items()))
    talk(f"evalkit: {count} to write; add --write to write them")


def _diff(file: Path, wanted: Wanted, text: str) -> str:
    shown = file.relative_to(wanted.to_workspace or Path())
    return to_diff(shown.as_posix(), None, text, colour=is_colourful())
