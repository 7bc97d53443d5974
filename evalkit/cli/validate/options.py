"""The options of `evalkit validate`, and what it shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evalkit.diagnostics.record import Diagnostic


@dataclass(frozen=True, slots=True)
class Options:
    """The options of one run, as typed; None or empty if omitted."""

    paths: tuple[Path, ...] = ()
    styles: tuple[str, ...] = ()
    output: Path | None = None
    as_of: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    exit_zero: bool | None = None
    baseline: Path | None = None
    write_baseline: bool = False
    cached: bool = True
    jobs: int | None = None
    fix: bool = False
    diff: bool = False
    each: bool = False

    @property
    def narrows(self) -> bool:
        """Whether an option filters the findings."""
        return any((self.select, self.ignore, self.baseline, self.write_baseline))


@dataclass(frozen=True, slots=True)
class Shown:
    """The findings to show, and how many files were checked."""

    found: "Sequence[Diagnostic]"
    files: int
    """How many of the chosen files were checked."""
    left_out: str = ""
    """How many findings are hidden, and why; it ends the summary line."""
