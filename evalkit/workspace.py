"""A folder → everything in it that can be used, and everything that is wrong with it."""

import datetime
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evalkit.diagnostics.record import Diagnostic, Problem, Severity
from evalkit.errors import EvalkitError
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.model.platform import Platform
from evalkit.model.vendor import Vendor
from evalkit.resources import shipped
from evalkit.rules import run
from evalkit.rules.criteria import extends_in_a_circle, extends_nothing
from evalkit.rules.setting import Setting
from evalkit.source import faults
from evalkit.source.document import Document, read
from evalkit.source.shape import shape

SUFFIXES = (".yaml", ".yml")
FOLDERS = ("criteria", "platforms", "vendors", "plans")
SHIPPED = ("criteria", "platforms")
"""Folders that are filled up with what comes with evalkit."""
_LOOKS_AT: dict[str, set[str]] = {
    "criteria": {"criteria"},
    "platform": set(),
    "vendor": {"criteria", "plan", "platform"},
    "plan": {"criteria", "vendor", "platform"},
}
"""The kinds of other files that the rules for a kind of file look at."""


@dataclass(frozen=True)
class Workspace:
    """What a folder holds; only records without errors are in here."""

    folder: Path
    criteria: Mapping[str, Criteria]
    vendors: Mapping[str, Vendor]
    plans: Mapping[str, Plan]
    platforms: Mapping[str, Platform]
    diagnostics: tuple[Diagnostic, ...]
    """Of every file, sorted by file and place."""
    documents: Mapping[str, Document] = field(repr=False)
    """By path."""
    paths: Mapping[tuple[str, str], tuple[str, ...]] = field(repr=False)
    """The files behind a record, by kind and id: its own, then those that it extends."""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that make a file unusable."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)


def find(start: Path) -> Path:
    """The workspace around a path: the nearest folder upwards that has `vendors/` in it.

    Raises EvalkitError if there is none.
    """
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / "vendors").is_dir():
            return folder
    raise EvalkitError(
        f"no folder `vendors` in {start} or above it; run `evalkit init` to make a workspace"
    )


def load(folder: Path, as_of: datetime.date) -> Workspace:
    """Read and check every file of a workspace; nothing is left out in silence."""
    documents = {path: read(file, path) for file, path in _files(folder)}
    return _Loader(folder, documents, as_of).workspace()


def _files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file with its path as shown; shipped ones fill in what the folder lacks."""
    own = set()
    for name in FOLDERS:
        for file in _yaml_files(folder / name):
            own.add((name, file.stem))
            yield file, file.relative_to(folder).as_posix()
    for name in SHIPPED:
        for file in _yaml_files(shipped(name)):
            if (name, file.stem) not in own:
                yield file, f"{name}/{file.name}"


def _yaml_files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders.sort()
        # A folder called x.yaml is somebody's mistake and must not pass unseen.
        for name in sorted([*names, *(n for n in folders if n.endswith(SUFFIXES))]):
            if name.endswith(SUFFIXES) and not name.startswith("."):
                yield Path(parent, name)


class _Loader:
    """The steps from documents to a workspace, and what each step found."""

    def __init__(self, folder: Path, documents: dict[str, Document], as_of: datetime.date) -> None:
        self.folder = folder
        self.documents = documents
        self.as_of = as_of
        self.problems: dict[str, list[Problem]] = defaultdict(list)
        self.paths: dict[tuple[str, str], tuple[str, ...]] = {}
        for path, document in documents.items():
            self.problems[path] += document.problems

    def workspace(self) -> Workspace:
        """Shape and check criteria, then vendors, then plans: each needs the ones before."""
        criteria = self._criteria()
        categories = frozenset(self._stems("criteria"))
        vendors, by_path = self._shaped("vendor", Vendor)
        plans, plan_paths = self._shaped("plan", Plan)
        platforms, platform_paths = self._shaped("platform", Platform)
        files_by_id: dict[str, list[str]] = defaultdict(list)
        for path, vendor in by_path.items():
            files_by_id[vendor.id].append(path)
        common: dict[str, Any] = {
            "as_of": self.as_of,
            "criteria": criteria,
            "known_categories": categories,
            "vendors": vendors,
            "vendor_files": frozenset(self._stems("vendor")) | frozenset(vendors),
            "vendor_folders": frozenset(
                Path(d.path).parent.name for d in self.documents.values() if d.kind == "vendor"
            ),
            "files_by_id": {name: tuple(paths) for name, paths in files_by_id.items()},
            "plans": plans,
            "platforms": platforms,
            "platform_files": frozenset(self._stems("platform")) | frozenset(platforms),
        }
        records = (*platform_paths.items(), *by_path.items(), *plan_paths.items())
        for path, record in records:
            self.problems[path] += run.check(record, Setting(path=path, **common))
        return Workspace(
            self.folder,
            criteria,
            self._usable("vendor", vendors),
            self._usable("plan", plans),
            self._usable("platform", platforms),
            tuple(sorted(self._diagnostics(), key=lambda d: d.sort_key)),
            self.documents,
            self.paths,
        )

    def _stems(self, kind: str) -> Iterator[str]:
        return (Path(d.path).stem for d in self.documents.values() if d.kind == kind)

    def _usable(self, kind: str, records: dict[str, Any]) -> dict[str, Any]:
        return {name: record for name, record in records.items() if not self._faulty(kind, name)}

    def _faulty(self, kind: str, name: str) -> bool:
        return _has_error(self.problems[self.paths[kind, name][0]])

    def _shaped(self, kind: str, model: type[Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        records: dict[str, Any] = {}
        by_path: dict[str, Any] = {}
        for path, document in self.documents.items():
            if document.kind != kind or not document.sound:
                continue
            record, problems = shape(model, document.data)
            self.problems[path] += problems
            if record is not None:
                by_path[path] = record
                if record.id not in records:
                    records[record.id] = record
                    self.paths[kind, record.id] = (path,)
        return records, by_path

    def _criteria(self) -> dict[str, Criteria]:
        sound = {
            Path(document.path).stem: document
            for document in self.documents.values()
            if document.kind == "criteria" and document.sound
        }
        usable = {}
        for name, document in sound.items():
            chain = self._chain(name, sound)
            if chain is None:
                continue
            data = _merged([link.data for link in chain])
            record, problems = shape(Criteria, data)
            if record is not None:
                setting = Setting(path=document.path, as_of=self.as_of)
                problems = list(run.check(record, setting))
            for problem in problems:
                self._blame(problem, chain)
            if record is not None and not _has_error(problems + self.problems[document.path]):
                usable[name] = record
                self.paths["criteria", name] = tuple(link.path for link in chain)
        return usable

    def _chain(self, name: str, sound: dict[str, Document]) -> list[Document] | None:
        """A criteria file and those that it extends, nearest first; None if that leads nowhere."""
        chain, names = [sound[name]], [name]
        while isinstance(chain[-1].data, dict) and isinstance(chain[-1].data.get("extends"), str):
            base = chain[-1].data["extends"]
            if base in names:
                self.problems[chain[-1].path].append(extends_in_a_circle((*names, base)))
                return None
            if base not in sound:
                if base not in self._stems("criteria"):
                    known = tuple(sound)
                    self.problems[chain[-1].path].append(extends_nothing(base, known))
                return None
            names.append(base)
            chain.append(sound[base])
        # What a base without keys is told by itself need not be said again here.
        return chain if all(isinstance(link.data, dict) for link in chain[1:]) else None

    def _blame(self, problem: Problem, chain: list[Document]) -> None:
        """Put a problem of merged criteria into the file that holds the place."""
        route = problem.finding.route
        owner = next((link for link in chain if link.has(route)), chain[0])
        if problem not in self.problems[owner.path]:
            self.problems[owner.path].append(problem)

    def _diagnostics(self) -> Iterator[Diagnostic]:
        # Rules look at nothing that cannot be read, and at no fact without its criteria: what they
        # would have found is open, and no comment that silences it is left over.
        faulty = {d.kind for path, d in self.documents.items() if _has_error(self.problems[path])}
        for path, problems in self.problems.items():
            document = self.documents[path]
            if problems or document.ignores:
                checked = not faulty & _LOOKS_AT[document.kind] and not _has_error(problems)
                yield from _after_ignores(document, problems, checked=checked)


def _has_error(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _merged(layers: list[Any]) -> Any:
    """Criteria files laid over each other by id, the first on top; null takes something out."""
    *above, merged = layers
    for layer in reversed(above):
        kept = {key: value for key, value in merged.items() if key not in {"id", "extends"}}
        merged = _laid_over(layer, kept)
    return merged


def _laid_over(top: Any, base: Any) -> Any:
    if not (isinstance(top, dict) and isinstance(base, dict)):
        return top
    merged = dict(base)
    for key, value in top.items():
        if value is None:
            merged.pop(key, None)
        elif key in base and key != "scale":
            merged[key] = _laid_over(value, base[key])
        else:
            merged[key] = value
    return merged


def _after_ignores(
    document: Document, problems: list[Problem], *, checked: bool
) -> Iterator[Diagnostic]:
    """Diagnostics of one file, less what its comments silence, plus what is wrong with these.

    Only where everything was `checked` can a comment be said to silence nothing.
    """
    used: set[tuple[int, str]] = set()
    for problem in problems:
        diagnostic = document.diagnose(problem)
        line = diagnostic.span.line
        ignore = document.ignores.get(line)
        if ignore and problem.code in ignore.codes:
            used.add((line, problem.code))
            if problem.severity is Severity.ERROR:
                yield document.diagnose(faults.silenced_error(problem.code).placed(ignore.span))
                yield diagnostic
        else:
            yield diagnostic
    for line, ignore in document.ignores.items():
        for code in ignore.codes:
            if (line, code) not in used:
                if checked:
                    yield document.diagnose(faults.silenced_nothing(code).placed(ignore.span))
            elif not ignore.reason:
                yield document.diagnose(faults.silenced_without_reason(code).placed(ignore.span))
