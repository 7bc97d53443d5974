"""The rule about facts that are ratings, EK323."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding
from evalkit.diagnostics.rule import rule
from evalkit.model.scales.rating import Rating
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext
from evalkit.rules.vendor.facts import scored
from evalkit.source.near import MAX_NAMED, shortened


@rule("EK323")
def rating_between_levels(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A rating must be one of its levels, unless the scale says `between: true`.

    Each level has its text; what lies between two of them has none. An average of what several
    people say may lie there, and the criteria then say so.

    Bad:
        facts:
          help_desk: {value: 2.5}
        # criteria/payment-gateways.yaml
        ratings:
          fit: {1: does not fit, 2: fits with changes, 3: fits as it is}
        criteria:
          help:
            title: Help
            weight: 40
            measures:
              help_desk: {scale: {kind: rating, of: fit}}

    Good:
        facts:
          help_desk: {low: 2, high: 3}
        # criteria/payment-gateways.yaml
        ratings:
          fit: {1: does not fit, 2: fits with changes, 3: fits as it is}
        criteria:
          help:
            title: Help
            weight: 40
            measures:
              help_desk: {scale: {kind: rating, of: fit}}
    """
    for route, scale, reading in scored(vendor, context):
        if not isinstance(scale, Rating) or scale.between:
            continue
        for key in ("value", "low", "likely", "high", "at_least"):
            number = getattr(reading, key)
            # What lies beyond the ends has a finding of its own.
            if type(number) is float and scale.is_within(number) and number not in scale.texts:
                levels = shortened([f"{level:.15g}" for level in scale.texts], MAX_NAMED)
                message = f"{number:.15g} is between two levels of the rating `{scale.of}`"
                place = route if key == "at_least" else (*route, key)
                yield Finding(place, message, f"write one of {levels}, or a range of them")
