"""A scenario's file, checked against the workspace of its plan."""

import datetime

from evalkit.diagnostics.record import Diagnostic
from evalkit.model.comparison.scenario import Scenario
from evalkit.rules import run
from evalkit.rules.context import RuleContext
from evalkit.source.document import Document
from evalkit.source.near import Names
from evalkit.source.shape.shape import shape
from evalkit.workspace.workspace import Workspace


def scenario_in(
    document: Document, workspace: Workspace, as_of: datetime.date
) -> tuple[Scenario | None, tuple[Diagnostic, ...]]:
    """The scenario in a file, if it has the form of one, and everything that is wrong with it."""
    record, faults = shape(Scenario, document.data) if document.sound else (None, [])
    findings = [*document.findings, *faults]
    if record is not None:
        findings += run.check(record, _context(document.path, workspace, as_of))
    found = map(document.diagnose, findings)
    return record, tuple(sorted(found, key=lambda each: each.sort_key))


def _context(path: str, workspace: Workspace, as_of: datetime.date) -> RuleContext:
    vendors = workspace.vendors
    return RuleContext(
        path=path,
        as_of=as_of,
        criteria=workspace.criteria,
        vendors=vendors,
        categories={each.id: each.category for each in vendors.values()},
        candidates=frozenset(each.id for each in vendors.values() if each.candidate),
        vendor_files=Names(vendors),
        plans=workspace.plans,
    )
