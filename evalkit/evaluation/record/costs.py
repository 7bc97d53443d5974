"""Records of costs and returns."""

from dataclasses import dataclass
from typing import Literal

from evalkit.evaluation.record.source import Reference
from evalkit.model.base import Id, MeasureId, Region
from evalkit.model.money import Years
from evalkit.model.prices.currency import Currency
from evalkit.model.saved import (
    Draws,
    ItemKind,
    LocaleName,
    Many,
    OutOf100,
    Quantity,
    Share,
    Size,
    WholeNumber,
)
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.words import AT_LEAST, AT_MOST

Bound = Literal["exact", "at_least", "at_most", "open"]
"""`at_least` and `at_most`: something is unknown, so only one end is certain."""


def bounded(shown: str, bound: Bound) -> str:
    """A number with its bound in words."""
    said = {"at_least": AT_LEAST, "at_most": AT_MOST}.get(bound)
    return say(said, value=shown) if said else shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure with its lowest and highest possible value, if they are known."""

    low: Quantity | None
    likely: Quantity | None
    """Based on the known parts unless exact; None if there is no such figure."""
    high: Quantity | None
    bound: Bound
    text: str
    """The figure as printed."""
    shown: str = ""
    """The number in the text: the likely one, or the end that a bound names; empty without one."""
    ends: tuple[str, str] | None = None
    """The two ends of the range in the text, if there is one."""

    @property
    def without_range(self) -> str:
        """The number with its bound, or the full text if there is no number."""
        return bounded(self.shown, self.bound) if self.shown else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemResult:
    """One charge or benefit of a vendor, year by year."""

    title: str
    kind: ItemKind
    side: Literal["cost", "benefit"]
    terms: str
    """The price list's own terms, in words."""
    scope: str
    """What the price applies to."""
    region: Region | Literal[""] = ""
    """Where the price holds; empty if its source does not say."""
    flows: Many[Quantity]
    """In the plan's currency, at signing and then by year; unknown amounts count as zero."""
    open: Many[str]
    """What is unknown about it."""
    conflicts: Many[str]
    """What other sources say."""
    reference: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class TornadoResult:
    """The effect of one assumption on a figure, with all others at their likely values."""

    title: str
    low_end: str
    """The low end of the assumption, in words."""
    high_end: str
    at_low: Quantity
    """The figure at the low end."""
    at_high: Quantity
    is_range: bool
    """False for a single number, which is varied by 10%."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgainstResult:
    """What one vendor brings beyond what the client can do without a vendor."""

    candidate: Id
    """What it is held against, such as the present solution."""
    net_present_value: Figure
    """Its net present value less that of the candidate, under the same assumptions."""
    pays: Share | None
    """Share of draws in which the difference is positive; None if unknown."""
    payback_months: Figure
    """Until what it costs beyond the candidate is back for good."""
    return_on_investment: Figure
    """In percent of the present value of what it costs beyond the candidate."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorCosts:
    """The costs and benefits of one vendor."""

    id: Id
    items: Many[ItemResult]
    costs: Many[Quantity]
    """The sum over items, at signing and then by year."""
    benefits: Many[Quantity]
    net: Many[Quantity]
    cumulative: Many[Quantity]
    cumulative_discounted: Many[Quantity]
    total_cost: Figure
    present_costs: Figure
    present_benefits: Figure
    net_present_value: Figure
    return_on_investment: Figure
    """In percent of the present value of costs."""
    effective_rate: Figure
    """Usage charges in percent of total order value."""
    cost_per_order: Figure
    payback_months: Figure
    discounted_payback_months: Figure
    internal_rate_of_return: Quantity | None
    internal_rate_text: str
    modified_rate_of_return: Quantity | None
    unknown_costs: Many[str]
    """What is unknown about costs; if there is anything, the total is "at least"."""
    unknown_benefits: Many[str]
    pays: Share | None
    """Share of draws in which its net present value is positive; None if unknown."""
    cheapest: Share | None
    """Share of draws in which no vendor with known costs is cheaper, by what is paid in all; None
    if its own costs are not known in full, if it gives no price for what others charge for, or if
    it is ruled out."""
    reason: str = ""
    """Why its costs are not known in full, in a few words; empty if they are."""
    swings: Many[TornadoResult]
    """The effect of each assumption on its net present value, largest first."""
    text: str
    against: AgainstResult | None = None
    """None for the candidate itself, and if the plan lists none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakEvenResult:
    """The volumes at which two vendors cost the same, all else being equal."""

    one: Id
    other: Id
    volume: MeasureId
    title: str
    today: Quantity
    crossings: Many[Quantity]
    cheaper: Many[Id | None]
    """The cheaper vendor at present value before the first crossing, between crossings, and after
    the last; None where both cost the same."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontierVendor:
    """A vendor's value and cost."""

    id: Id
    value: OutOf100
    """Points without costs, 0 to 100."""
    cost: Quantity
    """Present value over the years; only the known part if `bound` is at_least."""
    bound: Bound
    efficient: bool | None
    """None if that depends on unknown costs."""
    beaten_by: Many[Id]
    extra_cost_per_point: Quantity | None
    """From the next cheaper efficient vendor to this one."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontierResult:
    """Value compared with cost."""

    tolerance: Size
    """Difference up to which costs count as similar."""
    vendors: Many[FrontierVendor]
    """Cheapest first."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceResult:
    """What drives the difference in net present value between two vendors."""

    one: Id
    other: Id
    difference: Quantity
    swings: Many[TornadoResult]
    """Largest first."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumptionResult:
    """One of the plan's financial assumptions."""

    title: str
    text: str
    low: Quantity | None
    likely: Quantity | None
    """None if unknown."""
    high: Quantity | None
    reference: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class CostsResult:
    """The costs and returns of all vendors over the plan's years."""

    currency: Currency
    locale: LocaleName
    unit: WholeNumber = 1
    """In what amounts are written in sentences and tables."""
    region: Region | Literal[""] = ""
    """Whose prices count; empty if the plan names none."""
    years: Years
    mode: Literal["criterion", "frontier"]
    has_benefits: bool
    convention: str
    assumptions: Many[AssumptionResult]
    vendors: Many[VendorCosts]
    """In the order of the ranking."""
    break_even: Many[BreakEvenResult]
    frontier: FrontierResult | None
    """None if fewer than two vendors can be compared."""
    difference: DifferenceResult | None
    draws: Draws
    seed: WholeNumber
    remarks: Many[str]
    """Caveats for comparing the figures, each behind a word and a colon."""
    find_out: str = ""
    """What to find out next, in a sentence; empty if all costs are known."""
    sentences: Many[str] = ()
    text: str
    """A summary of costs and returns in a few sentences."""
    against: Id | None = None
    """What the client can do without a vendor, against which money is shown; None if the plan
    lists no such candidate."""
