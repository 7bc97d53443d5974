"""Rules about the addresses of sources, EK340 and EK341."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Route, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.plan import Plan
from evalkit.model.platform import Platform
from evalkit.model.source import Kind, Origin, Sourced
from evalkit.model.vendor import Vendor
from evalkit.rules.any_file.moving import A_REPOSITORY, Moving, is_repository, moving
from evalkit.rules.context import RuleContext
from evalkit.rules.prices.places import assumptions_in, benefits_in, claims_in
from evalkit.rules.vendor.places import looked_at_in

Checked = Vendor | Plan | Platform | Origin
ON_THE_WEB = (
    Kind.VENDOR_PAGE, Kind.VENDOR_REPOSITORY, Kind.THIRD_PARTY_PAGE, Kind.ISSUE_THREAD,
)  # fmt: skip
"""Kinds of source that have an address."""


@rule("EK340", Severity.WARNING)
def source_that_changes(record: Checked, context: RuleContext) -> Iterator[Finding]:
    """A source should not be at an address whose content changes.

    A branch, a list of releases or a gist shows something else tomorrow, so that nobody can look up
    what was read. A commit, a tag or a release of three numbers stays. Of a repository that is the
    source itself, a file or folder is named.

    Bad:
        facts:
          rate_limit: {value: 25, source: https://github.com/examplepay/docs/blob/main/limits.md}

    Good:
        facts:
          rate_limit: {value: 25, source: https://github.com/examplepay/docs/blob/4f9a1c2/limits.md}
    """
    for route, name, given in _sourced(record, context):
        for key in ("source", "via"):
            found = _changing(given, key)
            if found is not None:
                message = f"the {key} of {name} is {found.what}"
                yield Finding((*route, key), message, found.instead)


def _changing(given: Sourced, key: str) -> Moving | None:
    address = getattr(given, key)
    if not address:
        return None
    if given.source_kind is Kind.VENDOR_REPOSITORY and is_repository(address):
        return A_REPOSITORY
    return moving(address)


@rule("EK341", Severity.WARNING)
def source_without_address(record: Checked, context: RuleContext) -> Iterator[Finding]:
    """A page, a repository or a thread should be named by its web link.

    Nobody can look up "release notes of July".

    Bad:
        facts:
          rate_limit: {value: 25, source: the page on limits, kind: vendor-page}

    Good:
        facts:
          rate_limit: {value: 25, source: https://examplepay.test/limits, kind: vendor-page}
    """
    for route, name, given in _sourced(record, context):
        if given.source_kind in ON_THE_WEB and given.source and "://" not in given.source:
            message = f"the source of {name} has the kind {given.source_kind}, but no address"
            yield Finding((*route, "source"), message, "write its web link, or correct the kind")


def _sourced(record: Checked, context: RuleContext) -> Iterator[tuple[Route, str, Sourced]]:
    """Whatever names a source of its own, with its place and a name."""
    if isinstance(record, (Platform, Origin)):
        yield (), "this file", record
        return
    if isinstance(record, Vendor):
        if record.origin is not None:
            yield ("from",), "this file", record.origin
        entries = (*record.sourced, *claims_in(record), *looked_at_in(record))
    else:
        entries = (*claims_in(record), *benefits_in(record), *assumptions_in(record))
    # What is inherited is told once, where it is written.
    yield from (each for each in entries if each[0] not in context.inherited)
