"""Numbers as readers see them."""

from collections.abc import Mapping, Sequence

from evalkit.evaluation.record_robustness import PlaceResult, StakeholdersResult

MOST_PLACES = 10
"""Places that a ranking in one line names."""


def one_decimal(value: float | None) -> str:
    """A score; a dash where there is none."""
    return "–" if value is None else f"{value:.1f}"


def whole_percent(share: float) -> str:
    """A share in whole percent, rounded down: 99.6 % of certainty is not all of it."""
    return f"{int(share * 100 + 1e-9)} %"


def percent(share: float) -> str:
    """A share in percent, with one decimal."""
    return f"{share * 100:.1f} %"


def order(ranking: Sequence[PlaceResult], names: Mapping[str, str]) -> str:
    """A ranking in one line, by the names of vendors; its first places where it is long."""
    places = [f"{p.rank} {names[p.vendor]} {p.score:.1f}" for p in ranking[:MOST_PLACES]]
    rest = len(ranking) - len(places)
    return " · ".join([*places, f"{rest} more"] if rest else places)


def apart(found: StakeholdersResult, pairs: int) -> list[str]:
    """How far apart stakeholders are, in sentences; of pairs the farthest."""
    return [
        *(spread.text for spread in found.spreads),
        *(distance.text for distance in found.distances[:pairs]),
        *(concordance.text for concordance in found.concordance),
    ]
