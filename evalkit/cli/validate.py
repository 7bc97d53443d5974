"""`evalkit validate`: everything that is wrong with the files, at its place."""

import dataclasses
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from evalkit.diagnostics.record import Diagnostic
    from evalkit.workspace.check import Findings


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
    """Check vendors, criteria and plans; exit with 1 if there is an error."""
    from evalkit.cli.day import FINDINGS, day
    from evalkit.diagnostics.record import Severity
    from evalkit.workspace.check import check
    from evalkit.workspace.folder import find

    outputs = _outputs(styles or [_usual()])
    wanted = paths or [Path.cwd()]
    found = check(find(_existing(wanted)), day(as_of), cached=cached, jobs=jobs)
    checked = _paths_in(found, wanted)
    shown = [d for d in found.diagnostics if d.path in checked]
    _write(outputs, shown, len(checked.intersection(found.files)), found.folder)
    if any(d.severity is Severity.ERROR for d in shown):
        raise typer.Exit(FINDINGS)


def _usual() -> str:
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def _outputs(styles: Iterable[str]) -> dict[Path | None, str]:
    """Which format goes into which file; None is stdout."""
    from evalkit.diagnostics.formats import FORMATS
    from evalkit.errors import EvalkitError

    outputs: dict[Path | None, str] = {}
    taken: dict[Path | None, str] = {}
    for style in styles:
        name, sign, file = style.partition("=")
        if name not in FORMATS:
            raise EvalkitError(f"there is no format {name!r}; known: {', '.join(FORMATS)}")
        if sign and not file:
            raise EvalkitError(f"--format {style} names no file; write {name}=FILE")
        place = Path(file) if sign else None
        where = place and place.resolve()
        if where in taken:
            both = f"{taken[where]} and {name} cannot both go to {file or 'stdout'}"
            raise EvalkitError(f"{both}; write {name}=FILE, with a file of its own")
        outputs[place] = taken[where] = name
    return outputs


def _write(
    outputs: Mapping[Path | None, str], shown: Sequence["Diagnostic"], files: int, folder: Path
) -> None:
    """Write every format to its place: files first, as a reader of stdout may end the run."""
    from evalkit.cli.output import answer, is_colourful, write_files
    from evalkit.diagnostics.formats import BY_REPOSITORY, writer

    hosted = _in_repository(shown, folder)
    texts = {
        place: writer(name)(
            hosted if name in BY_REPOSITORY else shown,
            files,
            colour=place is None and is_colourful(),
        )
        for place, name in outputs.items()
    }
    write_files({place: _utf8(text) for place, text in texts.items() if place is not None})
    if outputs.get(None) == "github":
        _add_to_step_summary(hosted, files)
    if None in texts:
        answer(texts[None])


def _in_repository(shown: Iterable["Diagnostic"], folder: Path) -> list["Diagnostic"]:
    """The same, with paths from the root of the git repository, where there is one."""
    roots = (parent for parent in (folder, *folder.parents) if (parent / ".git").exists())
    inside = folder.relative_to(next(roots, folder))
    return [dataclasses.replace(d, path=(inside / d.path).as_posix()) for d in shown]


def _utf8(text: str) -> str:
    """Without the bytes of file names that are not UTF-8: no format can carry them."""
    return text.encode("utf-8", errors="replace").decode("utf-8")


def _add_to_step_summary(shown: Sequence["Diagnostic"], files: int) -> None:
    """Tell what GitHub leaves out on the page of the run, where it says that there is one."""
    from evalkit.cli.output import talk
    from evalkit.diagnostics.github import to_step_summary

    page = os.environ.get("GITHUB_STEP_SUMMARY")
    text = to_step_summary(shown, files)
    if not (page and text):
        return
    try:
        with Path(page).open("a", encoding="utf-8", errors="replace", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        talk(f"evalkit: cannot write the step summary {page}: {error.strerror or error}")


def _existing(wanted: Sequence[Path]) -> Path:
    from evalkit.errors import EvalkitError

    for path in wanted:
        if not path.exists():
            raise EvalkitError(f"there is no file or folder {path}")
    first = wanted[0].resolve()
    return first if first.is_dir() else first.parent


def _paths_in(found: "Findings", wanted: Sequence[Path]) -> set[str]:
    """The files of the workspace that lie in what was asked for."""
    from evalkit.errors import EvalkitError

    root = found.folder.resolve()
    chosen: set[str] = set()
    for path in wanted:
        # A link is asked for by its own name, not by where it leads.
        here = path.resolve() if path.is_dir() else path.parent.resolve() / path.name
        if here == root or here in root.parents:
            return set(found.links)
        name = here.relative_to(root).as_posix() if here.is_relative_to(root) else ""
        inside = {name} if name in found.links else set(_below(name, found.links))
        if not inside:
            raise EvalkitError(f"nothing to check in {path}: no YAML file of the workspace {root}")
        chosen |= inside
    return chosen


def _below(folder: str, paths: Iterable[str]) -> Iterator[str]:
    return (path for path in paths if folder and path.startswith(f"{folder}/"))
