"""Criteria files merged with those that they extend."""

from collections.abc import Iterable
from typing import Any

from evalkit.diagnostics.record import Finding, Severity
from evalkit.model.criteria import Criteria
from evalkit.rules import run
from evalkit.rules.context import RuleContext
from evalkit.rules.criteria.ages import replaced_in
from evalkit.rules.criteria.tree import (
    MAX_INHERITED,
    extends_in_a_circle,
    extends_nothing,
    inherits_too_much,
)
from evalkit.source.document import Document
from evalkit.source.paths import stem_of
from evalkit.source.shape.shape import shape
from evalkit.workspace.library import Library


def criteria_in(
    document: Document, library: Library, context: RuleContext
) -> tuple[Criteria, tuple[str, ...]] | None:
    """Criteria with everything that they inherit, and the paths of their files, nearest first.

    None if they are unusable; findings are added to the file in which their place is.
    """
    chain = _chain(document, library) if document.sound else None
    if chain is None:
        return None
    layers = [link.data for link in chain]
    still_there = [(chain[number].path, found) for number, found in replaced_in(layers)]
    if still_there:
        for path, finding in still_there:
            if finding not in library.findings[path]:
                library.findings[path].append(finding)
        return None
    record, findings = shape(Criteria, merged(layers))
    if record is not None:
        findings = list(run.check(record, context))
    _blame(findings, chain, library)
    if record is None or has_error(findings + library.findings[document.path]):
        return None
    return record, tuple(link.path for link in chain)


def has_error(findings: Iterable[Finding]) -> bool:
    """Whether a file with these findings is unusable."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def merged(layers: list[Any]) -> Any:
    """Criteria files merged by id; earlier ones win, and null removes an entry."""
    *above, content = layers
    for layer in reversed(above):
        kept = {key: value for key, value in content.items() if key not in {"id", "extends"}}
        content = _laid_over(layer, kept)
    return content


def _laid_over(top: Any, base: Any) -> Any:
    if not (isinstance(top, dict) and isinstance(base, dict)):
        return top
    content = dict(base)
    for key, value in top.items():
        if value is None:
            content.pop(key, None)
        elif key in base and key != "scale":
            content[key] = _laid_over(value, base[key])
        else:
            content[key] = value
    return content


def _chain(document: Document, library: Library) -> list[Document] | None:
    """A criteria file and those that it extends, nearest first; None if one is missing."""
    chain, names = [document], {stem_of(document.path): 0}
    while isinstance(chain[-1].data, dict) and isinstance(chain[-1].data.get("extends"), str):
        path, base = chain[-1].path, chain[-1].data["extends"]
        if base in names:
            circle = (*list(names)[names[base] :], base)
            library.leads_nowhere(path, extends_in_a_circle(circle))
            return None
        found = library.get("criteria", base)
        if found is None:
            library.leads_nowhere(path, extends_nothing(base, library.criteria_stems))
            return None
        library.inherited += len(found.text)
        if library.inherited > MAX_INHERITED:
            library.findings[document.path].append(inherits_too_much())
            return None
        if not found.sound:
            return None
        names[base] = len(chain)
        chain.append(found)
    # A base without keys has findings of its own, which need not be repeated here.
    return chain if all(isinstance(link.data, dict) for link in chain[1:]) else None


def _blame(findings: Iterable[Finding], chain: list[Document], library: Library) -> None:
    """Add findings of merged criteria to the file in which their place is, each once."""
    noted = {link.path: set(library.findings[link.path]) for link in chain}
    for finding in findings:
        route = finding.route
        path = next((link for link in chain if link.has(route)), chain[0]).path
        if finding not in noted[path]:
            noted[path].add(finding)
            library.findings[path].append(finding)
