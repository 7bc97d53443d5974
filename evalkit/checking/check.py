"""A folder → everything that is wrong with it, with as little work as the cache allows.

Where nothing has changed since the last run, no file is taken apart: neither the YAML parser nor
the models are imported.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from evalkit.checking.cache import Cache, digest, rule_set
from evalkit.diagnostics.record import Diagnostic
from evalkit.source.links import Links
from evalkit.workspace.checked import Checked, clashes
from evalkit.workspace.folder import SHIPPED, own_files, shipped_files
from evalkit.workspace.raw import raw
from evalkit.workspace.silencing import after_comments

if TYPE_CHECKING:
    from evalkit.checking.examine import Examination


Tell = Callable[[int, int], None]
"""Takes how much is done, and how much there is to do."""


@dataclass(frozen=True)
class Findings:
    """What is wrong with the files of a workspace."""

    folder: Path
    files: frozenset[str]
    """The paths of the workspace's own files."""
    diagnostics: tuple[Diagnostic, ...]
    """Of every file, sorted by file and place."""
    links: Mapping[str, Links]
    """The id and category of each file, by path; also of files that come with evalkit
    and about which something is found."""

    @property
    def paths(self) -> frozenset[str]:
        """The files about which something may be found."""
        return frozenset(self.links)


def check(
    folder: Path,
    as_of: datetime.date,
    *,
    cached: bool = True,
    jobs: int | None = None,
    tell: Tell | None = None,
) -> Findings:
    """Check every file of a workspace.

    `cached` takes what earlier runs found about files that have not changed, and keeps what this
    one finds. `jobs` is the number of processes; as many as there are processors when left out.
    `tell` is told how many of the vendor files that must be looked at are done, and how many there
    are.
    """
    return _Check(folder, as_of, jobs, cached=cached).findings(tell)


class _Check:
    """The steps of one run: what is known already, what must be looked at, and what that gave."""

    def __init__(
        self, folder: Path, as_of: datetime.date, jobs: int | None, *, cached: bool
    ) -> None:
        files = own_files(folder)
        self.folder = folder
        self.as_of = as_of
        self.cache = Cache(folder, len(files)) if cached else None
        self.jobs = jobs
        self.vendors = {file.path: file for file in files if file.kind == "vendor"}
        self.others = [raw(file) for file in files if file.kind != "vendor"]
        rules = rule_set() if cached else ""
        keys = [part for each in self.others for part in (each.path, each.key)]
        # A vendor is checked against criteria, platforms and plans, never against other vendors.
        self.around = digest(rules, as_of.isoformat(), *keys)
        self._examination: Examination | None = None

    def findings(self, tell: Tell | None) -> Findings:
        """Everything that is wrong, from the cache as far as possible."""
        keys, checked = self._known_vendors()
        unknown = [file for path, file in self.vendors.items() if path not in checked]
        if unknown:
            results = self.examination.vendors(unknown, self.jobs)
            for done, (path, key, result) in enumerate(results, start=1):
                keys[path], checked[path] = key, result
                if tell is not None:
                    tell(done, len(unknown))
        checked = {path: checked[path] for path in self.vendors}
        whole = digest(self.around, *(part for path in self.vendors for part in (path, keys[path])))
        rest = self._rest(whole, checked, keys)
        if self.cache and self._examination and self._examination.is_stable:
            kept = {path: (self._key(keys[path]), each) for path, each in checked.items()}
            self.cache.keep(kept | {path: (whole, each) for path, each in rest.items()})
        checked |= rest
        for path, clash in clashes(checked).items():
            more = self.examination.clash(path, clash)
            checked[path] = checked[path].with_more(more)
        return Findings(
            self.folder,
            frozenset([*(each.path for each in self.others), *self.vendors]),
            after_comments(checked),
            {path: each.links for path, each in checked.items()},
        )

    def _known_vendors(self) -> tuple[dict[str, str], dict[str, Checked]]:
        """The keys of files, and the results, of vendors that have not changed."""
        keys: dict[str, str] = {}
        checked: dict[str, Checked] = {}
        for path, file in self.vendors.items() if self.cache and self.cache.has_any else ():
            key = raw(file).key
            known = self.cache.get(path, self._key(key)) if self.cache else None
            if known is not None:
                keys[path], checked[path] = key, known
        return keys, checked

    def _key(self, content: str) -> str:
        return digest(self.around, content)

    def _rest(
        self, whole: str, checked: Mapping[str, Checked], keys: Mapping[str, str]
    ) -> dict[str, Checked]:
        """Results of criteria, platforms and plans: plans look at vendors, so at everything."""
        if not self.others:
            return {}
        own = [each.path for each in self.others]
        shipped = [each.path for name in SHIPPED for each in shipped_files(name).values()]
        known = self.cache.all(whole, own + shipped) if self.cache else {}
        if all(path in known for path in own):
            return known
        return self.examination.rest(checked, keys)

    @property
    def examination(self) -> "Examination":
        """The part that takes files apart, started when it is needed."""
        if self._examination is None:
            from evalkit.checking.examine import Examination

            self._examination = Examination(self.others, self.vendors, self.as_of)
        return self._examination
