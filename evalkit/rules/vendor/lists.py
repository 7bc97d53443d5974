"""The rule about lists that say more than was read, EK342."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.fact import Reading
from evalkit.model.scale import Checklist, Levels, Scale
from evalkit.model.source import Kind
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext
from evalkit.rules.vendor.places import scored

IN_PART = (
    Kind.DERIVED_FROM_HARVEST, Kind.THIRD_PARTY_HARVEST, Kind.THIRD_PARTY_PAGE, Kind.TRADE_PRESS,
    Kind.ISSUE_THREAD, Kind.USER_REPORT,
)  # fmt: skip
"""Kinds of source that tell of some things, and cannot know of all."""


@rule("EK342", Severity.WARNING)
def list_from_a_part(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A list from a source that cannot know everything should be `at_least`.

    A list in `value` is complete: what it does not name is not there. That can be read where the
    vendor lists it all; a harvest, somebody else's page or a thread names what was come across. Of
    levels, more than the best one would count for nothing, so that a list with it may stand.

    Bad:
        facts:
          languages: {value: [en], kind: third-party-page}
        # criteria/payment-gateways.yaml
        criteria:
          api:
            measures:
              languages: {scale: {kind: checklist, items: {en: 1, de: 1}, because: An example.}}

    Good:
        facts:
          languages: {at_least: [en], kind: third-party-page}
        # criteria/payment-gateways.yaml
        criteria:
          api:
            measures:
              languages: {scale: {kind: checklist, items: {en: 1, de: 1}, because: An example.}}
    """
    for route, scale, reading in scored(vendor, context):
        if reading.source_kind in IN_PART and _leaves_out(scale, reading):
            message = f"{route[1]} is a whole list from a source of the kind {reading.source_kind}"
            hint = "write `at_least:` in place of `value:`, unless that source names all there is"
            yield Finding((*route, "value"), message, hint)


def _leaves_out(scale: Scale, reading: Reading) -> bool:
    """Whether a list says "no" to something that would count."""
    if reading.at_least is not None:
        return False
    names = set(reading.names)
    if isinstance(scale, Checklist):
        return not set(scale.items) <= names
    if not isinstance(scale, Levels) or not isinstance(reading.value, tuple):
        return False
    best = max(scale.levels.values())
    return all(scale.levels.get(name) != best for name in names)
