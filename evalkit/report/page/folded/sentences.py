"""Sentences about robustness and stakeholders, shared by terminals and pages."""

from collections.abc import Iterator, Mapping, Sequence

from evalkit.evaluation.record.robustness import PlaceResult, RobustnessResult, StakeholdersResult
from evalkit.wording.decimals import digits_apart
from evalkit.wording.numbers import fixed

MOST_PLACES = 10
"""Number of ranks shown in a one-line ranking."""
CAN_LEAD = {True: "yes", False: "no", None: "open"}


def dominated(robustness: RobustnessResult, names: dict[str, str]) -> Iterator[str]:
    """A sentence for each dominated vendor."""
    for vendor in robustness.vendors:
        if vendor.dominated_by:
            others = ", ".join(names[other] for other in vendor.dominated_by)
            yield (
                f"{names[vendor.id]} is dominated by {others}: it is no better on any measure, "
                "whatever the weights and the unknowns."
            )


def steady_text(count: int) -> str:
    """A sentence on how many pairs of vendors never swap as one criterion's weight varies."""
    noun = "pair keeps its" if count == 1 else "pairs keep their"
    return f"{count} other {noun} order whatever one criterion weighs."


def order(ranking: Sequence[PlaceResult], names: Mapping[str, str]) -> str:
    """A one-line ranking by vendor name, cut after the first ranks if it is long."""
    shown = ranking[:MOST_PLACES]
    digits = digits_apart([each.score for each in shown], 1)
    places = [f"{each.rank} {names[each.vendor]} {fixed(each.score, digits)}" for each in shown]
    rest = len(ranking) - len(places)
    return " · ".join([*places, f"{rest} more"] if rest else places)


def apart(found: StakeholdersResult, pairs: int) -> list[str]:
    """Sentences on how far apart stakeholders are, limited to the `pairs` farthest pairs."""
    return [
        *(spread.text for spread in found.spreads),
        *(distance.text for distance in found.distances[:pairs]),
        *(concordance.text for concordance in found.concordance),
    ]
