"""Facts, scales, gates and verdicts in words."""

from collections.abc import Callable

from evalkit.model.fact import Reading, level_name
from evalkit.model.plan import Gate
from evalkit.model.scale import Checklist, Levels, Linear, Points, Scale
from evalkit.weighting.implied import Consistency
from evalkit.weighting.pairwise import RANDOM_INDEX_TABLE


def number(value: float) -> str:
    """A number as a person writes it: no trailing zeros, no exponent below a trillion."""
    return f"{value:.12g}"


def quantity(value: float, unit: str) -> str:
    """A number with its unit."""
    return f"{number(value)} {unit}".strip()


def said(reading: Reading, unit: str) -> str:
    """What a source says."""
    if reading.low is not None and reading.high is not None:
        spread = f"{number(reading.low)} to {quantity(reading.high, unit)}"
        likely = f", most likely {number(reading.likely)}" if reading.likely is not None else ""
        return spread + likely
    if isinstance(reading.value, tuple):
        return ", ".join(reading.value)
    if isinstance(reading.value, bool):
        return "yes" if reading.value else "no"
    if isinstance(reading.value, float):
        return quantity(reading.value, unit)
    return level_name(reading.value)


def scale_in_words(scale: Scale, unit: str) -> str:
    """A scale as a sentence part, from worst to best."""
    if isinstance(scale, Linear):
        return (
            f"straight line from 0 at {quantity(scale.worst, unit)} "
            f"to 100 at {quantity(scale.best, unit)}"
        )
    if isinstance(scale, Points):
        points = "; ".join(f"{number(at)} → {number(value)}" for at, value in scale.points)
        return f"straight lines through {points}" + (f" ({unit})" if unit else "")
    if isinstance(scale, Levels):
        steps = sorted(scale.levels.items(), key=lambda item: -item[1])
        return "; ".join(f"{name} {number(value)}" for name, value in steps)
    if isinstance(scale, Checklist):
        total = sum(scale.items.values())
        parts = (f"{name} {100 * worth / total:.0f} %" for name, worth in scale.items.items())
        return "share of a checklist: " + "; ".join(parts)
    return (
        f"100 at {quantity(scale.best, unit)}, falling to 0 at {number(scale.worst_below)} "
        f"and at {quantity(scale.worst_above, unit)}"
    )


def requirement(gate: Gate, unit: str) -> str:
    """What a gate asks of its measure."""
    if gate.bound is not None:
        side = "at least" if gate.at_least is not None else "at most"
        return f"{side} {quantity(gate.bound, unit)}"
    joint = {"any_of": "any of", "all_of": "all of", "none_of": "none of", "equals": "exactly"}
    return f"{joint[gate.test]} {', '.join(gate.names)}"


def listed(names: tuple[str, ...] | list[str], joint: str = "and") -> str:
    """Names in a sentence: `A`, `A and B`, `A, B and C`."""
    *front, last = names
    return f"{', '.join(front)} {joint} {last}" if front else last


def points(value: float) -> str:
    """Points in a sentence."""
    shown = f"{value:.1f}"
    return f"{shown} point" if shown == "1.0" else f"{shown} points"


def percent(share: float) -> str:
    """A share in a sentence, rounded down: 99.96 % of certainty is not all of it."""
    return f"{int(share * 100 + 1e-9)} %"


def share(value: float) -> str:
    """A weight in percent, with one decimal."""
    return f"{value * 100:.1f} %"


def about(share: float, draws: int) -> str:
    """A share of draws in percent, in steps no finer than its standard error supports."""
    error = 100 * (0.25 / draws) ** 0.5
    step = next((step for step in (0.1, 1, 5) if error <= step), 10)
    percent = share * 100
    if 0 < percent < step / 2:
        return f"under {step:g} %"
    if 100 - step / 2 <= percent < 100:  # noqa: PLR2004
        return f"over {100 - step:g} %"
    shown = round(percent / step) * step
    return f"{shown:.1f} %" if step < 1 else f"{shown:.0f} %"


def consistency_in_words(found: Consistency, title_of: Callable[[str], str]) -> str:
    """How well the judgements of a statement agree, and which is strained most."""
    strained = (
        f" Most strained: {title_of(found.more)} was said to be worth {number(found.said)} times "
        f"{title_of(found.less)}; the weights make it {found.implied:.2g} times."
        if found.more
        else ""
    )
    if found.value is None and found.more:
        return f"No consistency ratio: {RANDOM_INDEX_TABLE} ends at 15 criteria.{strained}"
    if found.value is None:
        return "Consistency cannot be checked: no answer can be held against another."
    if found.limit is None:
        return f"ξ of the linear best-worst method {found.value:.3f}, 0 being consistent.{strained}"
    side = "within" if found.value <= found.limit else "above"
    least = "about " if found.approximate else ""
    table = f" (random index: {found.table})" if found.table else ""
    return f"Consistency ratio {least}{found.value:.2f}, {side} {found.limit:.2f}{table}.{strained}"


def lower_first(title: str) -> str:
    """A title inside a sentence; abbreviations stay as they are."""
    return (
        title if title[1:2].isupper() or not title[:1].isalpha() else title[:1].lower() + title[1:]
    )


def years(count: int) -> str:
    """A number of years in a sentence."""
    return "1 year" if count == 1 else f"{count} years"
