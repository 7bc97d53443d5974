"""What somebody asked `evalkit validate` for, and what came out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evalkit.diagnostics.record import Diagnostic


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of one run, as they were typed; None or empty where they were not."""

    paths: tuple[Path, ...] = ()
    styles: tuple[str, ...] = ()
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

    @property
    def narrows(self) -> bool:
        """Whether an option asks for fewer findings than there are."""
        return any((self.select, self.ignore, self.baseline, self.write_baseline))


@dataclass(frozen=True, slots=True)
class Shown:
    """What is left of that for the reader."""

    found: "Sequence[Diagnostic]"
    files: int
    """How many were checked, as far as asked for."""
    left_out: str = ""
    """What is not shown, and because of what; it ends the line that sums up."""
