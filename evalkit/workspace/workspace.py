"""The content of a folder of vendors, criteria, platforms and plans."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from evalkit.diagnostics.record import Diagnostic, Severity
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.model.platform import Platform
from evalkit.model.vendor import Vendor
from evalkit.source.document import Document


@dataclass(frozen=True)
class Workspace:
    """The content of a folder, with only the records that have no errors."""

    folder: Path
    criteria: Mapping[str, Criteria]
    vendors: Mapping[str, Vendor]
    plans: Mapping[str, Plan]
    platforms: Mapping[str, Platform]
    diagnostics: tuple[Diagnostic, ...]
    """The findings of all files, sorted by file and place."""
    documents: Mapping[str, Document] = field(repr=False)
    """All documents by path."""
    paths: Mapping[tuple[str, str], tuple[str, ...]] = field(repr=False)
    """The files behind a record, by kind and id: its own, then those that it extends."""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that make a file unusable."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)
