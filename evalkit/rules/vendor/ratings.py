"""Facts that are ratings, EK323, and what EK304 says of them."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Route
from evalkit.diagnostics.rule import rule
from evalkit.model.fact import Reading
from evalkit.model.scales.rating import Rating
from evalkit.model.scales.stated import level_name
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext
from evalkit.rules.vendor.places import scored
from evalkit.source.near import MAX_NAMED, shortened


def not_a_level(route: Route, scale: Rating, reading: Reading) -> Finding:
    """A finding that a rating is not a number, with the one that it means if it is a text."""
    given = "" if reading.value is None else reading.value
    name = "" if isinstance(given, tuple) else level_name(given)
    levels = {f"{level:.15g}": text for level, text in scale.texts.items()}
    meant = [at for at, text in levels.items() if name.casefold() in {at, text.casefold()}]
    listed = ", ".join(f"{at} {text}" for at, text in levels.items())
    shown = f"`{name}`" if name else "a list"
    return Finding(
        (*route, "value"),
        f"the rating `{scale.of}` takes the number of a level, not {shown}",
        f"write {meant[0]}, without quotes" if meant else f"write the number: {listed}",
    )


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
