"""The result of checking one file by itself."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from evalkit.diagnostics.record import Diagnostic, Severity
from evalkit.source.links import Links
from evalkit.source.paths import kind_of
from evalkit.source.yaml.comments import Ignore


@dataclass(frozen=True, slots=True)
class Checked:
    """All findings about one file, including silenced ones, and what other files need from it."""

    diagnostics: tuple[Diagnostic, ...]
    ignores: tuple[Ignore, ...]
    """The comments that silence findings."""
    links: Links
    is_record: bool
    """Whether the file has the form of its kind; only then does it claim its id."""

    @property
    def has_error(self) -> bool:
        """Whether the file cannot be used."""
        return any(each.severity is Severity.ERROR for each in self.diagnostics)

    @property
    def has_unused_comment(self) -> bool:
        """Whether a comment silences something that was not found in this file."""
        found = {(each.span.line, each.code) for each in self.diagnostics}
        return any(
            (ignore.span.line, code) not in found
            for ignore in self.ignores
            for code in ignore.codes
        )

    def with_more(self, diagnostics: Iterable[Diagnostic]) -> "Checked":
        """This result with further findings."""
        return replace(self, diagnostics=(*self.diagnostics, *diagnostics))


@dataclass(frozen=True, slots=True)
class Clash:
    """An id that several files of a kind have."""

    id: str
    others: tuple[str, ...]
    """The paths of the other files, at least as many as a message names."""


_MANY = 50


def clashes(checked: Mapping[str, Checked]) -> dict[str, Clash]:
    """The files that share their id with another of their kind, by path."""
    by_id: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path, each in checked.items():
        kind = kind_of(path)
        # A vendor's id counts only if the file has the form of a vendor; other ids always count.
        if each.links.id is not None and (each.is_record or kind != "vendor"):
            by_id[kind, each.links.id].append(path)
    return {
        path: Clash(name, tuple(other for other in paths[:_MANY] if other != path))
        for (_, name), paths in by_id.items()
        if len(paths) > 1
        for path in paths
    }
