"""Filter findings by options, configuration and baseline."""

import functools
import os
import shlex
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from evalkit.checking import baseline as baselines
from evalkit.checking.check import Findings
from evalkit.checking.codes import Named, Selection, prefixes
from evalkit.checking.globs import Patterns
from evalkit.checking.reading import refuse_links
from evalkit.cli.shared.output import talk, write_files
from evalkit.cli.validate.configuration import known_codes
from evalkit.cli.validate.options import Options, Shown
from evalkit.diagnostics.visible import visible
from evalkit.errors import EvalkitError
from evalkit.wording.numbers import thousands

if TYPE_CHECKING:
    from evalkit.checking.settings import Settings


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters of a run, as known before anything is checked."""

    folder: Path
    left_out_by: Callable[[str, str], str]
    """What filters out a rule's findings in a file, by path and code; empty if they count."""
    baseline: Path | None
    known: baselines.Known
    """The findings in the baseline."""
    writes: bool
    """Whether to write the baseline instead of showing findings."""


def filters(options: Options, settings: "Settings | None", folder: Path) -> Filters:
    """The filters from options, else from the configuration; EvalkitError if one is unusable."""
    if options.write_baseline and options.baseline is None:
        # Even if the configuration names one: that may be someone else's, and is only read.
        raise EvalkitError("--write-baseline needs a file; name it with --baseline FILE")
    file = options.baseline
    if file is None and settings is not None and settings.baseline is not None:
        file = settings.baseline
        refuse_links(file, settings.file.parent)
    return Filters(
        folder,
        _left_out_by(_selection(options, settings), settings, folder),
        file,
        _known(file, folder, options) if file else {},
        options.write_baseline,
    )


def _left_out_by(
    selection: Selection, settings: "Settings | None", folder: Path
) -> Callable[[str, str], str]:
    """What filters out a finding, looked up once per rule and file: findings may be thousands."""
    by_code = functools.cache(selection.left_out_by)
    rows = settings.per_path_ignores if settings else ()
    if settings is None or not rows:
        return lambda _, code: by_code(code)
    name, patterns = settings.file.name, Patterns([pattern for pattern, _ in rows])
    below = folder.relative_to(settings.file.parent)

    @functools.cache
    def ignored(path: str) -> tuple[str, ...]:
        numbers = patterns.matching((below / path).as_posix())
        return tuple({code for number in numbers for code in rows[number][1]})

    return lambda path, code: by_code(code) or (name if code.startswith(ignored(path)) else "")


def _selection(options: Options, settings: "Settings | None") -> Selection:
    configured = settings.file.name if settings else ""
    return Selection(
        _named(options.select, "--select", settings.select if settings else None, configured),
        _named(options.ignore, "--ignore", settings.ignore if settings else None, configured),
    )


def _named(
    words: tuple[str, ...], option: str, written: tuple[str, ...] | None, file: str
) -> Named | None:
    if words:
        return Named(option, prefixes(words, known_codes(), option))
    return None if written is None else Named(file, written, typed=False)


def _known(file: Path, folder: Path, options: Options) -> baselines.Known:
    # Not `Path.exists`, which fails on names that are too long.
    if not os.path.exists(file):  # noqa: PTH110
        if options.write_baseline:
            return {}
        command = _command(file, folder, options)
        raise EvalkitError(f"there is no baseline {file}; create it with {command}")
    return baselines.read(file)


def _command(file: Path, folder: Path, options: Options) -> str:
    """The command that writes a baseline, as typed in the current folder."""
    where = [str(folder)] if options.paths else []
    words = ["evalkit", "validate", *where, "--baseline", str(file), "--write-baseline"]
    return f"`{shlex.join(words)}`"


def filtered(
    given: Filters, options: Options, findings: Findings, chosen: Collection[str]
) -> Shown:
    """The findings to show, of those in the chosen files.

    With --write-baseline, writes the baseline and shows nothing.
    """
    paths = frozenset(chosen)
    by = [(d, given.left_out_by(d.path, d.code)) for d in findings.diagnostics if d.path in paths]
    counting = [diagnostic for diagnostic, who in by if not who]
    there = findings.paths
    is_whole = paths == there

    def is_seen(path: str, code: str) -> bool:
        # Only a run over the whole workspace can tell that a deleted file has no findings.
        if path not in there:
            return is_whole
        return path in paths and not given.left_out_by(path, code)

    if given.writes:
        now = baselines.brought_up_to_date(counting, given.known, is_seen)
        _write_baseline(given, now)
        return Shown((), len(paths & findings.files))
    held = baselines.compared(counting, given.known, is_seen)
    if held.gone and given.baseline:
        command = _command(given.baseline, given.folder, options)
        talk(_gone(held.gone, given.baseline, command))
    left_out = _left_out(Counter(who for _, who in by if who), held.known, given.baseline)
    return Shown(held.new, len(paths & findings.files), left_out)


def _write_baseline(given: Filters, known: baselines.Known) -> None:
    if given.baseline is None:
        raise ValueError("there is no file to write the baseline to")
    write_files({given.baseline: baselines.to_text(known)})
    talk(f"evalkit: wrote {_findings(sum(known.values()))} to {visible(str(given.baseline))}")


def _gone(count: int, file: Path, command: str) -> str:
    verb = "occurs" if count == 1 else "occur"
    said = f"{_findings(count)} in {file.name} no longer {verb}; run {command} to shrink it"
    return f"evalkit: {visible(said)}"


def _left_out(counts: Counter[str], known: int, file: Path | None) -> str:
    """How many findings are hidden, and why; it ends the summary line."""
    parts = [
        f"{thousands(count)}{'' if place else ' more'} left out by {who}"
        for place, (who, count) in enumerate(sorted(counts.items()))
    ]
    if known and file:
        parts.append(f"{thousands(known)} known in {visible(file.name)}")
    return ", ".join(parts)


def _findings(count: int) -> str:
    return f"{thousands(count)} finding" if count == 1 else f"{thousands(count)} findings"
