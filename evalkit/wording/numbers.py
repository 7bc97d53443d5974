"""Numbers as readers see them."""


def one_decimal(value: float | None) -> str:
    """A score; a dash where there is none."""
    return "–" if value is None else f"{value:.1f}"


def whole_percent(share: float) -> str:
    """A share in whole percent, rounded down: 99.6 % of certainty is not all of it."""
    return f"{int(share * 100 + 1e-9)} %"


def percent(share: float) -> str:
    """A share in percent, with one decimal."""
    return f"{share * 100:.1f} %"
