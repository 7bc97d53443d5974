"""From all findings to those that count: options, configuration and baseline say which."""

import os
import shlex
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from evalkit.cli.asked import Asked, Shown
from evalkit.cli.configured import known_codes
from evalkit.cli.output import talk, write_files
from evalkit.diagnostics.visible import visible
from evalkit.errors import EvalkitError
from evalkit.selection import baseline as baselines
from evalkit.selection.codes import Named, Selection, prefixes
from evalkit.selection.globs import matches
from evalkit.selection.reading import refuse_links
from evalkit.workspace.check import Findings

if TYPE_CHECKING:
    from evalkit.selection.settings import Settings


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What counts, as far as it is known before anything is checked."""

    folder: Path
    settings: "Settings | None"
    selection: Selection
    baseline: Path | None
    known: baselines.Known
    """What the baseline holds."""
    writes: bool
    """Whether the baseline is written in place of showing anything."""

    def left_out_by(self, path: str, code: str) -> str:
        """Who leaves out what a rule finds in a file; empty if it counts."""
        by = self.selection.left_out_by(code)
        if by or self.settings is None:
            return by
        rows = self.settings.per_path_ignores
        patterns = [pattern for pattern, codes in rows if code.startswith(codes)]
        if not patterns:
            return ""
        # Joined as text: a path from a baseline may be anything.
        below = self.folder.relative_to(self.settings.file.parent).as_posix()
        place = path if below == "." else f"{below}/{path}"
        ignored = any(matches(place, pattern) for pattern in patterns)
        return self.settings.file.name if ignored else ""


def narrowing(asked: Asked, settings: "Settings | None", folder: Path) -> Narrowing:
    """What an option says, else the configuration; EvalkitError if that cannot be followed."""
    if asked.write_baseline and asked.baseline is None:
        # Also where a configuration names one: it may be a stranger's, and says what is read.
        raise EvalkitError("--write-baseline needs a file; name it with --baseline FILE")
    file = asked.baseline
    if file is None and settings is not None and settings.baseline is not None:
        file = settings.baseline
        refuse_links(file, settings.file.parent)
    return Narrowing(
        folder,
        settings,
        _selection(asked, settings),
        file,
        _known(file, folder, asked) if file else {},
        asked.write_baseline,
    )


def _selection(asked: Asked, settings: "Settings | None") -> Selection:
    configured = settings.file.name if settings else ""
    return Selection(
        _named(asked.select, "--select", settings.select if settings else None, configured),
        _named(asked.ignore, "--ignore", settings.ignore if settings else None, configured),
    )


def _named(
    words: tuple[str, ...], option: str, written: tuple[str, ...] | None, file: str
) -> Named | None:
    if words:
        return Named(option, prefixes(words, known_codes(), option))
    return None if written is None else Named(file, written, typed=False)


def _known(file: Path, folder: Path, asked: Asked) -> baselines.Known:
    # Not `Path.exists`, which fails on names that are too long.
    if not os.path.exists(file):  # noqa: PTH110
        if asked.write_baseline:
            return {}
        command = _command(file, folder, asked)
        raise EvalkitError(f"there is no baseline {file}; {command} writes it")
    return baselines.read(file)


def _command(file: Path, folder: Path, asked: Asked) -> str:
    """What writes a baseline, as it can be typed where one stands."""
    where = [str(folder)] if asked.paths else []
    words = ["evalkit", "validate", *where, "--baseline", str(file), "--write-baseline"]
    return f"`{shlex.join(words)}`"


def narrowed(given: Narrowing, asked: Asked, findings: Findings, chosen: Collection[str]) -> Shown:
    """What is shown of the findings in the files that were asked for.

    Writes the baseline, where that is asked for, and then shows nothing.
    """
    paths = frozenset(chosen)
    by = [(d, given.left_out_by(d.path, d.code)) for d in findings.diagnostics if d.path in paths]
    counting = [diagnostic for diagnostic, who in by if not who]
    is_whole = paths == findings.paths

    def is_seen(path: str, code: str) -> bool:
        return (is_whole or path in paths) and not given.left_out_by(path, code)

    if given.writes:
        now = baselines.brought_up_to_date(counting, given.known, is_seen)
        _write_baseline(given, now)
        return Shown((), len(paths & findings.files))
    held = baselines.compared(counting, given.known, is_seen)
    if held.gone and given.baseline:
        command = _command(given.baseline, given.folder, asked)
        talk(_gone(held.gone, given.baseline, command))
    left_out = _left_out(Counter(who for _, who in by if who), held.known, given.baseline)
    return Shown(held.new, len(paths & findings.files), left_out)


def _write_baseline(given: Narrowing, known: baselines.Known) -> None:
    if given.baseline is None:
        raise ValueError("there is no file to write the baseline to")
    write_files({given.baseline: baselines.to_text(known)})
    talk(f"evalkit: wrote {_findings(sum(known.values()))} into {visible(str(given.baseline))}")


def _gone(count: int, file: Path, command: str) -> str:
    verb = "is" if count == 1 else "are"
    said = f"{_findings(count)} of {file.name} {verb} gone; run {command} to shrink it"
    return f"evalkit: {visible(said)}"


def _left_out(counts: Counter[str], known: int, file: Path | None) -> str:
    """What is not shown and because of what, to go behind the line that sums up."""
    parts = [f"{count:,} left out by {who}" for who, count in sorted(counts.items())]
    if parts:
        parts[0] = parts[0].replace(" left out", " more left out", 1)
    if known and file:
        parts.append(f"{known:,} known in {visible(file.name)}")
    return f"; {', '.join(parts)}" if parts else ""


def _findings(count: int) -> str:
    return f"{count:,} finding" if count == 1 else f"{count:,} findings"
