"""Measures derived from costs and returns, as facts for scales."""

import datetime
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from evalkit.analysis.sampling import Floats
from evalkit.costing.calendar import MONTHS
from evalkit.costing.items import Side
from evalkit.costing.ledger import Ledger, Values
from evalkit.costing.outcomes import DERIVED, number
from evalkit.costing.ranges import extremes
from evalkit.evaluation.costs.books import Books
from evalkit.evaluation.costs.figures import unknown
from evalkit.evaluation.derived.dated import oldest
from evalkit.evaluation.derived.fact import worked_out
from evalkit.model.criteria import Criteria
from evalkit.model.fact import UNKNOWN, Fact
from evalkit.model.scale import OF_MONEY, Derived, NumberScale
from evalkit.model.vendor import Vendor
from evalkit.scoring.values import knots, value_at
from evalkit.wording import numbers
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import facts as words
from evalkit.wording.messages.record.costs import NOT_WITHIN
from evalkit.wording.messages.words import AT_LEAST, AT_MOST, MOST_LIKELY, RANGE
from evalkit.wording.rounding import DOWN, NEAREST, UP, rounded
from evalkit.wording.words import years

LESS, MORE = -1, 1
"""Direction in which an unknown cost would move a figure."""
WITH_COSTS: Mapping[Derived, int] = {
    "total_cost": MORE,
    "effective_rate": MORE,
    "payback_months": MORE,
    "return_on_investment": LESS,
}
NEEDS_BENEFITS = ("return_on_investment", "payback_months")
RUNNING = ("effective_rate",)
"""Measures based on the vendor's usage charges alone."""


STREAM = "what is not known"
"""Names the random numbers that determine the size of unknown amounts."""


@dataclass(frozen=True, slots=True)
class DerivedFigure:
    """One figure of one vendor, before a scale is applied.

    A figure based on ranges is a range. Unknown amounts push it one way only: a cost is then "at
    least" so much, and extends from there to the end of its scale.
    """

    what: Derived
    ledger: Ledger
    missing: str
    """Why it cannot be calculated; empty if it can."""
    open: int
    """Direction in which unknown amounts could move it; 0 if there are none."""

    def fact(self, scale: NumberScale, checked: datetime.date | None, unit: str) -> Fact:
        """The figure as a fact: a number, a range, or unknown."""
        if self.missing:
            return worked_out(
                value=UNKNOWN,
                note=self.missing,
                words=say(words.CANNOT),
                missing=self._reasons(),
                was_looked_for=self.ledger.has_charges,
            )
        outcome = DERIVED[self.what]
        low, high = (_number(end) for end in extremes(self.ledger, outcome))
        likely = _number(number(outcome(self.ledger, self.ledger.likely)))
        ends = [self._within(end) for end in (low, likely, high)]
        goes_on = self.open or None in {low, high}
        reached = [self._reached(end, scale) for end in ends] if goes_on else ends
        lowest, highest = min(*ends, *reached), max(*ends, *reached)
        known = ends[0] if self.open > 0 else ends[2]
        about = {
            "source": say(words.FROM_MONEY),
            "checked": checked,
            "note": self._note(),
            "words": self._words(known, likely, (lowest, highest), unit),
        }
        if lowest == highest:
            return worked_out(value=lowest, **about)
        # What is open goes on beyond the end of the scale, where a must-have may lie.
        return worked_out(
            low=-math.inf if goes_on and self._end(scale)[1] < 0 else lowest,
            likely=ends[1],
            high=math.inf if goes_on and self._end(scale)[1] > 0 else highest,
            open_ended=bool(self.open) or likely is None,
            missing=self._reasons(),
            **about,
        )

    def _words(
        self, known: float, likely: float | None, span: tuple[float, float], unit: str
    ) -> str:
        if likely is None:
            return say(NOT_WITHIN, years=years(self.ledger.money.years))
        if self.open:
            side, way = (AT_LEAST, DOWN) if self.open > 0 else (AT_MOST, UP)
            return say(side, value=f"{_shown(known, way)} {unit}".rstrip())
        low, high = (_shown(end) for end in span)
        highest = f"{high} {unit}".rstrip()
        if low == high:
            return highest
        spread = say(RANGE, low=low, high=highest)
        return say(MOST_LIKELY, range=spread, likely=_shown(likely))

    def _note(self) -> str | None:
        return (
            say(words.NOT_ALL_KNOWN, gaps="; ".join(self._reasons()))[:MOST] if self.open else None
        )

    def _reasons(self) -> tuple[str, ...]:
        """The charges or benefits that leave it open."""
        of_benefits = self.open and self.open != WITH_COSTS[self.what]
        return unknown(self.ledger, "benefit" if of_benefits else "cost")

    def is_better_with_more(self, scale: NumberScale) -> bool:
        """Whether the end towards which unknowns move it is the better one."""
        end, way = self._end(scale)
        other = float(knots(scale)[0][0 if way > 0 else -1])
        return bool(value_at(scale, end) > value_at(scale, other))

    def drawn(self, values: Values, scale: NumberScale, rest: Floats) -> Floats:
        """Its value from 0 to 100 in each draw; `rest` is how far, 0 to 1, unknowns move it."""
        found = DERIVED[self.what](self.ledger, values)
        figures = np.broadcast_to(np.asarray(found, dtype=np.float64), rest.shape)
        never = np.isnan(figures)
        figures = np.where(never, self._years_in_months(), figures)
        end, way = self._end(scale)
        gap = np.maximum((end - figures) * way, 0.0) * way
        goes_on = never | bool(self.open)
        return value_at(scale, np.where(goes_on, figures + rest * gap, figures))

    def _within(self, end: float | None) -> float:
        # An investment not recovered within the plan's years is recovered later, if ever.
        return self._years_in_months() if end is None else end

    def _years_in_months(self) -> float:
        return float(self.ledger.money.years * MONTHS)

    def _reached(self, figure: float, scale: NumberScale) -> float:
        end, way = self._end(scale)
        return max(figure, end) if way > 0 else min(figure, end)

    def _end(self, scale: NumberScale) -> tuple[float, int]:
        """The end of the scale towards which it could move, and the direction."""
        levels, _ = knots(scale)
        way = self.open or MORE
        return float(levels[-1] if way > 0 else levels[0]), way


MOST = 500
"""Maximum length of a note, in characters."""
PLACES = 2
"""Decimals shown."""


def _shown(figure: float, way: str = NEAREST) -> str:
    return numbers.number(float(rounded(figure, PLACES, way)))


def _number(figure: object) -> float | None:
    return None if figure is None else float(figure)  # type: ignore[arg-type]


def figure(ledger: Ledger, what: Derived) -> DerivedFigure:
    """One figure of a vendor, with what is missing or unknown about it."""
    up = bool(_open(ledger, "cost", what))
    down = what in NEEDS_BENEFITS and bool(ledger.open("benefit"))
    way = WITH_COSTS[what]
    missing = _missing(ledger, what)
    if up and down:
        missing = say(words.NEITHER_KNOWN)
    return DerivedFigure(what, ledger, missing, way * up - way * down)


def _missing(ledger: Ledger, what: Derived) -> str:
    if what in NEEDS_BENEFITS and not any(item.side == "benefit" for item in ledger.items):
        return say(words.NO_BENEFITS)
    if DERIVED[what](ledger, ledger.likely) is None:
        return say(words.NOTHING_SOLD if what == "effective_rate" else words.NOTHING_SPENT)
    if not ledger.has_known("cost", running=what in RUNNING) and ledger.open("cost"):
        return say(words.NO_PRICE, gaps="; ".join(ledger.open("cost")))[:MOST]
    return ""


def _open(ledger: Ledger, side: Side, what: Derived) -> tuple[str, ...]:
    return ledger.open(side, running=what in RUNNING)


def derived_facts(vendor: Vendor, criteria: Criteria, books: Books) -> Iterator[tuple[str, Fact]]:
    """The facts derived from one vendor's costs, by measure."""
    ledger = books.ledgers[vendor.id]
    for name, what in criteria.derived.items():
        if what not in OF_MONEY:
            continue
        scale = criteria.leaves[name].measure.scale
        assert isinstance(scale, NumberScale)  # noqa: S101  # EK541 rejects any other
        unit = criteria.unit_of(name) or ""
        yield name, figure(ledger, what).fact(scale, oldest(ledger, what), unit)


Place = tuple[int, str, str]
"""A fact drawn jointly with others: its index, vendor and measure."""


def together(
    places: Sequence[Place], rows: Mapping[str, int], criteria: Criteria, books: Books
) -> Callable[[int, Sequence[Floats]], tuple[dict[int, Floats], dict[int, Floats]]]:
    """Start joint draws of derived facts from their shared assumptions.

    `rows` are the vendors' places among the uniforms with which a draw is called: what is not known
    of a vendor follows its uniform in the second result, from bad to good.
    """
    stream = books.start(books.ranged(vendor for _, vendor, _ in places))
    rests = {place: books.stream((STREAM, vendor, name)) for place, vendor, name in places}
    figures = {
        place: figure(books.ledgers[vendor], criteria.derived[name])
        for place, vendor, name in places
    }

    def draw(count: int, uniforms: Sequence[Floats]) -> tuple[dict[int, Floats], dict[int, Floats]]:
        arrays = stream(count)
        scenarios = {vendor: books.ledgers[vendor].drawn(arrays) for _, vendor, _ in places}
        alone, alike = {}, {}
        for place, vendor, name in places:
            scale = criteria.leaves[name].measure.scale
            assert isinstance(scale, NumberScale)  # noqa: S101  # EK541 rejects any other
            found, values = figures[place], scenarios[vendor]
            alone[place] = found.drawn(values, scale, rests[place].random(count))
            good = uniforms[rows[vendor]]
            rest = good if found.is_better_with_more(scale) else 1.0 - good
            alike[place] = found.drawn(values, scale, rest)
        return alone, alike

    return draw
