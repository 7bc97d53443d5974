"""The rule about a plan's bands, EK425."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding
from evalkit.diagnostics.rule import rule
from evalkit.model.plan import Plan
from evalkit.rules.context import RuleContext


@rule("EK425")
def two_bands_from_the_same_points(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """Each band must begin at points of its own.

    Of two words for the same points, one would never be used.

    Bad:
        bands: {"70": recommended, "70.0": strong, "50": acceptable}

    Good:
        bands: {"85": strong, "70": recommended, "50": acceptable}
    """
    first: dict[float, str] = {}
    for edge, word in plan.bands.items():
        if float(edge) in first:
            message = f"`{first[float(edge)]}` begins at {edge} too"
            yield Finding(("bands", edge), message, "correct one of the two", at="key")
        first.setdefault(float(edge), word)
