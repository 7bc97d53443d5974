"""A folder → its findings, with as little work as the cache allows.

If nothing has changed since the last run, no file is parsed: neither the YAML parser nor the
models are imported.
"""

import datetime
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from evalkit.checking.cache import Cache, digest, rule_set
from evalkit.diagnostics.record import Diagnostic
from evalkit.source.links import Links
from evalkit.workspace.checked import Checked, clashes
from evalkit.workspace.folder import SHIPPED, File, own_files, shipped_files
from evalkit.workspace.raw import raw
from evalkit.workspace.silencing import after_comments

if TYPE_CHECKING:
    from evalkit.checking.examine import Examination
    from evalkit.source.document import Document


FEW = 20
"""The most files that are checked alone; more may as well be checked with all others."""
Tell = Callable[[int, int], None]
"""A callback that takes the amount of work done, and the total."""


@dataclass(frozen=True)
class Findings:
    """The findings about the files of a workspace."""

    folder: Path
    files: frozenset[str]
    """The paths of the workspace's own files."""
    diagnostics: tuple[Diagnostic, ...]
    """The findings of all files, sorted by file and place."""
    links: Mapping[str, Links]
    """The id and category of each file, by path; also of files that come with evalkit and
    have findings."""

    @property
    def paths(self) -> frozenset[str]:
        """The files that can have findings."""
        return frozenset(self.links)


def check(
    folder: Path,
    as_of: datetime.date,
    *,
    cached: bool = True,
    jobs: int | None = None,
    tell: Tell | None = None,
    only: Collection[str] = (),
) -> Findings:
    """Check every file of a workspace.

    `only` are the paths of files whose findings are wanted; if they are a few vendors' files, no
    other is checked unless the findings of these depend on it.

    `cached` reuses earlier findings about unchanged files, and caches new ones. `jobs` is the
    number of processes; by default, one for each processor. `tell` is called with the number of
    vendor files checked, and of those to check.
    """
    run = Run(folder, as_of, cached=cached, jobs=jobs)
    own = [*(each.path for each in run.others), *run.vendors]
    checked = run.few(only) or run.checked(tell)
    links = {path: each.links for path, each in checked.items()}
    return Findings(
        folder, frozenset(own), after_comments(checked), dict.fromkeys(own, Links()) | links
    )


class Run:
    """One run over a workspace: find its files, read them, shape them, apply the rules.

    `instead` holds documents to use in place of files, by path. Unless it is None, every document
    and record is kept.
    """

    def __init__(
        self,
        folder: Path,
        as_of: datetime.date,
        *,
        cached: bool = False,
        jobs: int | None = 1,
        instead: "Mapping[str, Document] | None" = None,
    ) -> None:
        files = own_files(folder)
        given = instead or {}
        self._as_of = as_of
        self._cache = Cache(folder, len(files)) if cached else None
        self._jobs = jobs
        self._instead = instead
        self.vendors = {file.path: file for file in files if file.kind == "vendor"}
        self.others = [given.get(f.path) or raw(f) for f in files if f.kind != "vendor"]
        self.keys: dict[str, str] = {}
        """The key of the content of each vendor's file, by path."""
        rules = rule_set() if cached else ""
        keys = [part for each in self.others for part in (each.path, each.key)]
        # A vendor is checked against criteria, platforms and plans, never against other vendors.
        self._around = digest(rules, as_of.isoformat(), *keys)
        self._examination: Examination | None = None

    def checked(self, tell: Tell | None = None) -> dict[str, Checked]:
        """The results of every file, from the cache where possible."""
        checked = self._vendors(tell)
        checked |= self._rest(checked)
        for path, clash in clashes(checked).items():
            more = self.examination.clash(path, clash)
            checked[path] = checked[path].with_more(more)
        return checked

    def few(self, wanted: Collection[str]) -> dict[str, Checked]:
        """The results of a few vendors' files; none if they depend on all other files."""
        if not 0 < len(wanted) <= FEW or not self.vendors.keys() >= set(wanted):
            return {}
        found = {path: self._one(self.vendors[path]) for path in wanted}
        if any(each.has_unused_comment for each in found.values()):
            # It is superfluous only if nothing that the rules look at has an error.
            return {}
        ids = [each.links.id.encode() for each in found.values() if each.links.id]
        for path, file in self.vendors.items():
            text = b"" if path in found else raw(file).content
            # In double quotes an id may be written with escapes.
            if b"\\" in text or any(each in text for each in ids):
                found[path] = self._one(file)
        in_order = {path: found[path] for path in self.vendors if path in found}
        for path, clash in clashes(in_order).items():
            found[path] = found[path].with_more(self.examination.clash(path, clash))
        return {path: found[path] for path in self.vendors if path in wanted}

    def _one(self, file: File) -> Checked:
        """The result of a vendor's file by itself."""
        known = self._cache and self._cache.get(file.path, self._key(raw(file).key))
        return known or next(result for _, _, result in self.examination.vendors([file], 1))

    def _vendors(self, tell: Tell | None) -> dict[str, Checked]:
        """The results of each vendor's file by itself."""
        found = dict(self._known_vendors())
        unknown = [file for path, file in self.vendors.items() if path not in found]
        results = self.examination.vendors(unknown, self._jobs) if unknown else ()
        for done, (path, key, result) in enumerate(results, start=1):
            self.keys[path], found[path] = key, result
            if tell is not None:
                tell(done, len(unknown))
        return {path: found[path] for path in self.vendors}

    def _known_vendors(self) -> Iterator[tuple[str, Checked]]:
        """The results of vendors' files that have not changed since they were cached."""
        if self._cache is None or not self._cache.has_any:
            return
        for path, file in self.vendors.items():
            key = raw(file).key
            known = self._cache.get(path, self._key(key))
            if known is not None:
                self.keys[path] = key
                yield path, known

    def _key(self, content: str) -> str:
        return digest(self._around, content)

    def _rest(self, checked: Mapping[str, Checked]) -> dict[str, Checked]:
        """The results of criteria, platforms and plans, which depend on all files."""
        keys = [part for path in checked for part in (path, self.keys[path])]
        whole = digest(self._around, *keys)
        own = [each.path for each in self.others]
        shipped = [each.path for name in SHIPPED for each in shipped_files(name).values()]
        rest = self._cache.all(whole, own + shipped) if self._cache else {}
        if self._cache is None or any(path not in rest for path in own):
            rest = self.examination.rest(checked, self.keys)
        if self._cache and self._examination and self._examination.is_stable:
            kept = {path: (self._key(self.keys[path]), each) for path, each in checked.items()}
            self._cache.keep(kept | {path: (whole, each) for path, each in rest.items()})
        return rest

    @property
    def examination(self) -> "Examination":
        """The part that parses files, created on first use."""
        if self._examination is None:
            from evalkit.checking.examine import Examination

            self._examination = Examination(self.others, self.vendors, self._as_of, self._instead)
        return self._examination
