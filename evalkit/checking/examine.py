"""Parse and check files, in several processes if that is faster."""

import datetime
import os
import signal
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence

from evalkit.diagnostics.record import Diagnostic
from evalkit.errors import EvalkitError
from evalkit.model.vendor import Vendor
from evalkit.source.document import Document
from evalkit.source.paths import folder_of
from evalkit.workspace.checked import Checked, Clash
from evalkit.workspace.context import Context
from evalkit.workspace.folder import File
from evalkit.workspace.lazy_mapping import LazyMapping
from evalkit.workspace.library import Given, document_of
from evalkit.workspace.origins import vendor_in
from evalkit.workspace.raw import raw

PAYS_FROM = 400
"""The number of vendor files from which several processes are faster than one."""
_CHUNK = 25
"""Files that a process checks at a time: the fewer, the sooner all end when they have to."""

Result = tuple[str, str, Checked]
"""The path of a file, the key of its content, and its result."""


class Examination:
    """Checks of a workspace's files against its criteria, platforms and plans.

    `instead` holds documents to use in place of files, by path. Unless it is None, every document
    and record is kept.
    """

    def __init__(
        self,
        others: Iterable[Given],
        files: Mapping[str, File],
        as_of: datetime.date,
        instead: Mapping[str, Document] | None = None,
    ) -> None:
        self._files = files
        self._instead = instead or {}
        self._keeps_all = instead is not None
        # Plans need few of many vendors: those are read again, instead of keeping all.
        self._keeps_records = self._keeps_all or len(files) < PAYS_FROM
        self.around = Context(map(document_of, others), files, as_of)
        self.documents: dict[str, Document] = {}
        """The vendors' documents that are kept, by path."""
        self._records: dict[str, Vendor | None] = {}
        self.is_stable = True
        """Whether every file had the same content each time it was read."""

    def vendors(self, files: Sequence[File], jobs: int | None) -> Iterator[Result]:
        """The result of checking each vendor file by itself."""
        if jobs is None:
            jobs = _processors() if len(files) >= PAYS_FROM else 1
        if jobs > 1 and sys.platform == "linux":
            yield from self._side_by_side(files, jobs)
            return
        for file in files:
            yield self._vendor(file)

    def _vendor(self, file: File) -> Result:
        given, document = self._read(file)
        record, checked = self.around.check_vendor(document)
        if self._keeps_all:
            self.documents[file.path] = document
        if self._keeps_records:
            self._records[file.path] = record
        return file.path, given.key, checked

    def clash(self, path: str, clash: Clash) -> tuple[Diagnostic, ...]:
        """The findings about an id that several files have."""
        known = self.around.library.documents.get(path) or self.documents.get(path)
        return self.around.check_clash(known or self._read(self._files[path])[1], clash)

    def rest(self, checked: Mapping[str, Checked], keys: Mapping[str, str]) -> dict[str, Checked]:
        """The results of criteria, platforms and plans, by path, given those of vendors."""
        vendors = self.by_id(checked, keys)
        paths = {name: self.around.paths["vendor", name][0] for name in vendors.names}
        links = {name: checked[path].links for name, path in paths.items()}
        categories = {name: each.category or "" for name, each in links.items()}
        candidates = frozenset(name for name, each in links.items() if each.is_candidate)
        return self.around.check_rest(vendors, categories, candidates)

    def by_id(self, checked: Mapping[str, Checked], keys: Mapping[str, str]) -> LazyMapping[Vendor]:
        """Every vendor whose file has the form of one; if several have the same id, the first."""
        paths: dict[str, str] = {}
        for path in self._files:
            name = checked[path].links.id
            if checked[path].is_record and name is not None:
                paths.setdefault(name, path)
        for name, path in paths.items():
            self.around.paths["vendor", name] = (path, *self.around.origin_of(path))
        # Not kept: what refers back to this would hold everything in memory to the end.
        return LazyMapping(paths, lambda name: self._record(paths[name], keys[paths[name]]))

    def _record(self, path: str, key: str) -> Vendor | None:
        """The vendor in a file, if it has the form of one."""
        if path not in self._records:
            given, document = self._read(self._files[path])
            self.is_stable = self.is_stable and given.key == key
            self._records[path] = vendor_in(document, self.around.origins).vendor
        return self._records[path]

    def _read(self, file: File) -> tuple[Given, Document]:
        given = self._instead.get(file.path) or raw(file)
        return given, document_of(given)

    def _side_by_side(self, files: Sequence[File], jobs: int) -> Iterator[Result]:
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool
        from multiprocessing import get_context

        # Criteria and plans that are read before the processes fork are read once.
        len(self.around.plans)
        for folder in {folder_of(file.path) for file in files}:
            self.around.criteria.get(folder)
        chunks = [files[start : start + _CHUNK] for start in range(0, len(files), _CHUNK)]
        pool = ProcessPoolExecutor(
            jobs, mp_context=get_context("fork"), initializer=_prepare, initargs=(self,)
        )
        try:
            for results in pool.map(_check_chunk, chunks):
                yield from results
        except BrokenProcessPool as error:
            raise EvalkitError("a worker process was killed; try `--jobs 1`") from error
        finally:
            pool.shutdown(cancel_futures=True)


_examination: Examination
"""In a worker process: the examination that it was given at its start."""


def _prepare(examination: Examination) -> None:
    global _examination  # noqa: PLW0603  # a process of a pool has no other place to keep it
    _examination = examination
    # This process has nothing to clean up, and the parent would wait for it to end.
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_DFL)


def _check_chunk(files: Sequence[File]) -> list[Result]:
    return list(_examination.vendors(files, 1))


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
