"""Write findings in one or several formats, to stdout and files."""

import dataclasses
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evalkit.cli.validate.options import Shown
    from evalkit.diagnostics.record import Diagnostic


def usual() -> str:
    """The default format: `github` in GitHub Actions, `text` elsewhere."""
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def with_output(styles: Sequence[str], output: Path) -> tuple[str, ...]:
    """The given formats, with the one that would go to stdout going to a file instead.

    Raises EvalkitError if there are several, or if it contradicts the file's suffix.
    """
    from evalkit.cli.shared.formats import format_for
    from evalkit.diagnostics.formats.table import FORMATS
    from evalkit.errors import EvalkitError

    shown = [style for style in styles if "=" not in style]
    if len(shown) > 1:
        raise EvalkitError("--output takes one format; write --format FORMAT=FILE for each")
    style = format_for(shown[0] if shown else None, output, FORMATS)
    return (f"{style}={output}", *(style for style in styles if "=" in style))


def outputs_of(styles: Iterable[str]) -> dict[Path | None, str]:
    """The format for each file; None is stdout."""
    from evalkit.cli.shared.formats import format_for
    from evalkit.diagnostics.formats.table import FORMATS
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
        format_for(name, place, FORMATS)
        # Not `Path.resolve`, which fails on a link that points to itself.
        where = place and Path(os.path.realpath(place))
        if where in taken:
            both = f"{taken[where]} and {name} cannot both go to {file or 'stdout'}"
            raise EvalkitError(f"{both}; write {name}=FILE, with a file of its own")
        outputs[place] = taken[where] = name
    return outputs


def write(
    outputs: Mapping[Path | None, str], shown: "Shown", folder: Path, *, each: bool = False
) -> None:
    """Write all findings in every format to its file, or to stdout.

    On a terminal, text has warnings by rule, unless `each` is to be told by itself.
    """
    from evalkit.cli.shared.output import is_terminal

    if outputs.get(None) == "text" and is_terminal(sys.stdout):
        outputs = {place: name for place, name in outputs.items() if place is not None}
        _write(outputs, shown.found, shown.files, folder, shown.left_out)
        _show(shown, each=each)
    else:
        _write(outputs, shown.found, shown.files, folder, shown.left_out)


def _show(shown: "Shown", *, each: bool) -> None:
    from evalkit.cli.shared.console import screen, show_lines
    from evalkit.report.terminal.findings import Findings, to_findings
    from evalkit.rules.run import all_rules

    # Findings that were kept from an earlier run come without their rules.
    names = {} if each or not shown.found else {rule.code: rule.words for rule in all_rules()}
    told = Findings(shown.found, shown.files, names, shown.left_out, each)
    show_lines(to_findings(told, screen()))


def _write(
    outputs: Mapping[Path | None, str],
    shown: Sequence["Diagnostic"],
    files: int,
    folder: Path,
    left_out: str,
) -> None:
    from evalkit.cli.shared.output import is_colourful
    from evalkit.diagnostics.formats.table import BY_REPOSITORY, writer

    if "sarif" in outputs.values():
        # SARIF includes the rules' manuals, and cached findings come without their rules.
        from evalkit.rules.run import all_rules

        all_rules()
    hosted = _in_repository(shown, folder)
    texts = {
        place: writer(name)(
            hosted if name in BY_REPOSITORY else shown,
            files,
            colour=place is None and is_colourful(),
            **({"left_out": left_out} if name in _SUMMED_UP else {}),
        )
        for place, name in outputs.items()
    }
    _write_files(texts)
    _remark_left_out(outputs, left_out)
    if outputs.get(None) == "github":
        _add_to_step_summary(hosted, files)
    _answer(outputs, texts)


def _remark_left_out(outputs: Mapping[Path | None, str], left_out: str) -> None:
    """Report hidden findings on stderr if no format does."""
    from evalkit.cli.shared.output import talk

    if left_out and not _SUMMED_UP.intersection(outputs.values()):
        talk(f"evalkit: {left_out}")


_SUMMED_UP = frozenset({"text", "github"})
"""Formats that end with a summary line."""


def _whole(
    outputs: Mapping[Path | None, str], texts: Mapping[Path | None, str], left_out: str
) -> dict[Path | None, str]:
    """The texts; a summary line ends with what is left out."""
    end = f"; {left_out}\n" if left_out else "\n"
    return {
        place: text.removesuffix("\n") + end if outputs[place] in _SUMMED_UP else text
        for place, text in texts.items()
    }


def _write_files(texts: Mapping[Path | None, str]) -> None:
    """Write the files, which come first as a reader of stdout may end the run."""
    from evalkit.cli.shared.output import write_files

    write_files({place: _utf8(text) for place, text in texts.items() if place is not None})


def _answer(outputs: Mapping[Path | None, str], texts: Mapping[Path | None, str]) -> None:
    from evalkit.cli.shared.formats import syntax_of
    from evalkit.cli.shared.output import answer

    if None in texts:
        answer(texts[None], syntax_of(outputs[None]))


def _in_repository(shown: Iterable["Diagnostic"], folder: Path) -> list["Diagnostic"]:
    """Findings with paths relative to the root of the git repository, if there is one."""
    roots = (parent for parent in (folder, *folder.parents) if (parent / ".git").exists())
    inside = folder.relative_to(next(roots, folder))
    return [dataclasses.replace(d, path=(inside / d.path).as_posix()) for d in shown]


def _utf8(text: str) -> str:
    """Text without the bytes of file names that are not UTF-8, which no format allows."""
    return text.encode("utf-8", errors="replace").decode("utf-8")


def _add_to_step_summary(shown: Sequence["Diagnostic"], files: int) -> None:
    """Add the findings that GitHub hides to its step summary, if it names one."""
    from evalkit.cli.shared.output import talk
    from evalkit.diagnostics.formats.github import to_step_summary
    from evalkit.diagnostics.visible import visible

    page = os.environ.get("GITHUB_STEP_SUMMARY")
    text = to_step_summary(shown, files)
    if not (page and text):
        return
    try:
        # Non-blocking: opening a pipe would wait for a reader.
        how = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NONBLOCK", 0)
        descriptor = os.open(page, how, 0o666)
        with os.fdopen(descriptor, "a", encoding="utf-8", errors="replace", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        talk(f"evalkit: cannot write the step summary {visible(page)}: {error.strerror or error}")
