"""The format of an output, from `--format` and from the suffix of a file."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from evalkit.diagnostics.log_commands import Syntax
from evalkit.errors import EvalkitError

Style = TypeVar("Style", bound=str)

_BY_SUFFIX = {
    ".txt": ("table", "text", "markdown"),
    ".json": ("json", "gitlab", "sarif"),
    ".csv": ("csv", "facts-csv"),
    ".html": ("html",),
    ".htm": ("html",),
    ".md": ("markdown",),
    ".markdown": ("markdown",),
    ".sarif": ("sarif",),
    ".xml": ("junit",),
    ".pdf": ("pdf",),
    ".xlsx": ("xlsx",),
    ".yaml": ("yaml",),
}
"""The formats that a file with a suffix may have; without `--format`, the command's first of them.
The first suffix of a format is the usual one."""
_ANY_TEXT = ".txt"
"""The suffix that contradicts no format."""

_SYNTAX: dict[str, Syntax] = {
    "csv": "csv",
    "facts-csv": "csv",
    "github": "github",
    "gitlab": "json",
    "html": "html",
    "json": "json",
    "junit": "html",
    "markdown": "markdown",
    "sarif": "json",
}


def syntax_of(style: str) -> Syntax:
    """The syntax of a format; plain text for all that no program reads."""
    return _SYNTAX.get(style, "text")


def format_for(style: Style | None, output: Path | None, known: Sequence[Style]) -> Style:
    """The format that is asked for, or that a file's suffix means, or else the first known one.

    Raises EvalkitError if a suffix contradicts `style`, or means none of the known formats.
    """
    suffix = output.suffix.lower() if output else ""
    meant = _BY_SUFFIX.get(suffix, ())
    if style is not None:
        if meant and style not in meant and suffix != _ANY_TEXT:
            raise EvalkitError(
                f"--format {style} contradicts {output}: {suffix} is for {meant[0]}; change one"
            )
        return style
    if not suffix or (len(known) == 1 and not meant):
        return known[0]
    for each in known:
        if each in meant:
            return each
    why = f"this command writes no {meant[0]}" if meant else f"{suffix} stands for no format"
    ends = " or ".join(dict.fromkeys(_suffixes(known)))
    raise EvalkitError(f"cannot write {output}: {why}; end it in {ends}, or add --format")


def names_a_file(output: Path) -> bool:
    """Whether a path ends like a file of some format, rather than like a folder."""
    return output.suffix.lower() in _BY_SUFFIX


def _suffixes(known: Sequence[str]) -> Iterator[str]:
    """The usual suffix of each format."""
    for style in known:
        yield from [suffix for suffix, styles in _BY_SUFFIX.items() if style in styles][-1:]
