"""The criteria, platforms and plans of a workspace: all that a vendor is checked against."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from evalkit.diagnostics.record import Diagnostic, Finding
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.model.platform import Platform
from evalkit.model.source import Origin
from evalkit.model.vendor import Vendor
from evalkit.rules import run
from evalkit.rules.any_file.ids import Claim
from evalkit.rules.context import RuleContext
from evalkit.source.document import Document
from evalkit.source.links import links_of
from evalkit.source.near import Names
from evalkit.source.paths import folder_of, stem_of
from evalkit.source.shape.shape import shape
from evalkit.workspace.checked import Checked, Clash
from evalkit.workspace.criteria import criteria_in
from evalkit.workspace.lazy_mapping import Deferred, LazyMapping
from evalkit.workspace.library import Library
from evalkit.workspace.origins import folder_path, vendor_in


class Context:
    """Criteria, platforms and plans by id, and the checks of all files against them."""

    def __init__(
        self, documents: Iterable[Document], vendor_paths: Iterable[str], as_of: datetime.date
    ) -> None:
        self.library = Library(documents)
        self.paths: dict[tuple[str, str], tuple[str, ...]] = {}
        """The files behind a record, by kind and id: its own, then those that it extends."""
        self.as_of = as_of
        self._vendor_paths = tuple(vendor_paths)
        self.criteria = self._criteria()
        self.plans = Deferred[Plan](lambda: self._shaped("plan", Plan))
        self.platforms = self._platforms()
        self.origins = self._origins()
        """The data of each folder's own `from`, by the path of the folder."""
        self._setting = RuleContext(
            path="",
            as_of=as_of,
            criteria=self.criteria,
            known_categories=Names(self.library.stems("criteria")),
            plans=self.plans,
            platforms=self.platforms,
            known_platforms=Names([*self.library.stems("platform"), *self._own_platforms]),
        )

    def origin_of(self, path: str) -> tuple[str, ...]:
        """The file with the `from` of a vendor's folder, if there is one."""
        found = (each for each in self._shaped_origins if folder_path(each) == folder_path(path))
        return tuple(found) if folder_path(path) in self.origins else ()

    def check_vendor(self, document: Document) -> tuple[Vendor | None, Checked]:
        """The vendor in a file, if it has the form of one, and the findings about it alone."""
        record, findings = None, list(document.findings)
        if document.sound:
            read = vendor_in(document, self.origins)
            record = read.vendor
            findings += read.faults
            setting = replace(self._setting, path=document.path, inherited=read.inherited)
            findings += run.check(record, setting) if record is not None else ()
        return record, _checked(document, findings, is_record=record is not None)

    def check_clash(self, document: Document, clash: Clash) -> tuple[Diagnostic, ...]:
        """The findings about an id that several files of a kind have."""
        claim = Claim(clash.id, clash.others)
        context = RuleContext(path=document.path, as_of=self.as_of)
        return tuple(document.diagnose(finding) for finding in run.check(claim, context))

    def check_rest(
        self,
        vendors: Mapping[str, Vendor],
        categories: Mapping[str, str],
        candidates: frozenset[str] = frozenset(),
    ) -> dict[str, Checked]:
        """All findings about criteria, platforms and plans, by path.

        `categories` holds the category of every vendor whose file has the form of one;
        `candidates` are those that are something the client can do without a vendor.
        """
        context = replace(
            self._setting,
            vendors=vendors,
            shared={},
            categories=categories,
            candidates=candidates,
            vendor_files=Names([*map(stem_of, self._vendor_paths), *categories]),
            vendor_folders=frozenset(map(folder_of, self._vendor_paths)),
        )
        own: list[tuple[str, Mapping[str, Any]]] = [("plan", self.plans)]
        own.append(("platform", {name: self.platforms[name] for name in self._own_platforms}))
        for kind, records in own:
            for name, record in records.items():
                (path,) = self.paths[kind, name]
                found = run.check(record, replace(context, path=path))
                self.library.findings[path] += found
        for path, origin in self._shaped_origins.items():
            self.library.findings[path] += run.check(origin, replace(context, path=path))
        records_at = {*self._shaped_origins, *(paths[0] for paths in self.paths.values())}
        return {
            document.path: _checked(
                document,
                self.library.findings[document.path],
                is_record=document.path in records_at,
            )
            for document in self.library.told()
        }

    def _criteria(self) -> LazyMapping[Criteria]:
        def make(name: str) -> Criteria | None:
            document = self.library.get("criteria", name)
            return None if document is None else self._criteria_in(document, name)

        shelf = LazyMapping(self.library.stems("criteria"), make)
        for document in self.library.of_kind("criteria"):
            name = stem_of(document.path)
            # If two files have the same name, the second is checked but never used.
            if self.library.get("criteria", name) is document:
                shelf.get(name)
            else:
                self._criteria_in(document, "")
        return shelf

    def _criteria_in(self, document: Document, name: str) -> Criteria | None:
        context = RuleContext(path=document.path, as_of=self.as_of)
        found = criteria_in(document, self.library, context)
        if found is None:
            return None
        record, paths = found
        if name:
            self.paths["criteria", name] = paths
        return record

    def _platforms(self) -> LazyMapping[Platform]:
        own: dict[str, Platform] = self._shaped("platform", Platform)
        self._own_platforms = frozenset(own)

        def make(name: str) -> Platform | None:
            if name in own:
                return own[name]
            document = self.library.get("platform", name)
            if document is None or self.library.is_own(document):
                return None
            self.paths["platform", name] = (document.path,)
            return shape(Platform, document.data)[0]

        return LazyMapping([*own, *self.library.stems("platform")], make)

    def _origins(self) -> dict[str, Any]:
        self._shaped_origins: dict[str, Origin] = {}
        for document in self.library.of_kind("from"):
            record, findings = shape(Origin, document.data) if document.sound else (None, [])
            self.library.findings[document.path] += findings
            if record is not None:
                self._shaped_origins[document.path] = record
        documents = self.library.documents
        return {folder_path(path): documents[path].data for path in self._shaped_origins}

    def _shaped(self, kind: str, model: type[Any]) -> dict[str, Any]:
        """The workspace's own records of a kind that have the form of one, by id."""
        records: dict[str, Any] = {}
        for document in self.library.of_kind(kind):
            if document.sound:
                record, findings = shape(model, document.data)
                self.library.findings[document.path] += findings
                if record is not None and record.id not in records:
                    records[record.id] = record
                    self.paths[kind, record.id] = (document.path,)
        return records


def _checked(document: Document, findings: Iterable[Finding], *, is_record: bool) -> Checked:
    found = tuple(document.diagnose(finding) for finding in findings)
    ignores = tuple(document.ignores.values())
    document.forget_places()
    return Checked(found, ignores, links_of(document.data), is_record)
