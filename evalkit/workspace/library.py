"""The documents of a workspace that are not vendors, with the findings about each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from evalkit.diagnostics.record import Finding
from evalkit.source.document import Document, document, unreadable
from evalkit.source.near import Names
from evalkit.source.paths import stem_of
from evalkit.workspace.folder import SHIPPED, shipped_files
from evalkit.workspace.raw import Raw, raw

Given = Raw | Document
"""A file as it was read, or a document to use in its place."""


def document_of(given: Given) -> Document:
    """The document in a file, or one with the reason that it cannot be read."""
    if isinstance(given, Document):
        return given
    if given.finding is not None:
        return unreadable(given.path, given.finding)
    return document(given.content, given.path)


class Library:
    """Documents by kind and stem; files that come with evalkit are read on first use."""

    def __init__(self, own: Iterable[Document]) -> None:
        self.documents = {each.path: each for each in own}
        self.own = tuple(self.documents.values())
        self._own_paths = frozenset(self.documents)
        self.findings: dict[str, list[Finding]] = defaultdict(list)
        """The findings by path, to which later checks add."""
        for each in self.own:
            self.findings[each.path] += each.findings
        self.inherited = 0
        """How many characters criteria files have inherited so far."""
        self._led_nowhere: set[str] = set()
        self._shipped = {kind: shipped_files(folder) for folder, kind in SHIPPED.items()}
        self._by_stem: dict[tuple[str, str], Document] = {}
        for each in self.own:
            self._by_stem.setdefault((each.kind, stem_of(each.path)), each)

    def of_kind(self, kind: str) -> Iterator[Document]:
        """The workspace's own documents of a kind."""
        return (each for each in self.own if each.kind == kind)

    def stems(self, kind: str) -> Iterator[str]:
        """The stems of all documents of a kind, including shipped ones."""
        yield from (stem for known, stem in self._by_stem if known == kind)
        yield from (s for s in self._shipped.get(kind, ()) if (kind, s) not in self._by_stem)

    @cached_property
    def criteria_stems(self) -> Names:
        """The stems of all criteria files."""
        return Names(self.stems("criteria"))

    def leads_nowhere(self, path: str, finding: Finding) -> None:
        """Add the finding that a file extends a missing one, once for each file."""
        if path not in self._led_nowhere:
            self._led_nowhere.add(path)
            self.findings[path].append(finding)

    def get(self, kind: str, stem: str) -> Document | None:
        """The workspace's own document, or else the one that comes with evalkit."""
        own = self._by_stem.get((kind, stem))
        file = self._shipped.get(kind, {}).get(stem)
        if own is not None or file is None:
            return own
        if file.path not in self.documents:
            found = document_of(raw(file))
            self.documents[file.path] = found
            self.findings[file.path] += found.findings
        return self.documents[file.path]

    def told(self) -> Iterator[Document]:
        """The documents to report on: the workspace's own, and shipped ones that have findings."""
        for each in self.documents.values():
            if self.is_own(each) or self.findings[each.path]:
                yield each

    def is_own(self, found: Document) -> bool:
        """Whether a document is the workspace's own, and not one that comes with evalkit."""
        return found.path in self._own_paths
