"""The part of an evaluation that speaks of money."""

from dataclasses import dataclass
from typing import Literal

from evalkit.evaluation.record.source import Reference
from evalkit.model.base import Id, MeasureId
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

Bound = Literal["exact", "at_least", "at_most", "open"]
"""`at_least` and `at_most`: something is not known, and what is known sets one end only."""

BOUNDS: dict[Bound, str] = {"exact": "", "at_least": "at least", "at_most": "at most", "open": ""}
"""Bounds in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure with the lowest and the highest that it can be, as far as its parts are known."""

    low: Quantity | None
    likely: Quantity | None
    """Of what is known where it is not exact; None where there is no such figure."""
    high: Quantity | None
    bound: Bound
    text: str
    """The figure as a reader sees it."""
    shown: str = ""
    """The likely number in it; empty where there is none, as in what was saved without."""
    ends: tuple[str, str] | None = None
    """The two ends of the range in it, if it has one."""

    @property
    def without_range(self) -> str:
        """The likely number after its bound; the whole text where there is none."""
        return f"{BOUNDS[self.bound]} {self.shown}".lstrip() if self.shown else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemResult:
    """One charge or benefit of a vendor, year by year."""

    title: str
    kind: ItemKind
    side: Literal["cost", "benefit"]
    terms: str
    """The price list's own terms, in words."""
    scope: str
    """To what the price applies."""
    flows: Many[Quantity]
    """In the plan's currency: at signing, then by year; what is not known counts as nothing."""
    open: Many[str]
    """What is not known about it."""
    conflicts: Many[str]
    """What other sources say."""
    reference: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class TornadoResult:
    """What one assumption does to a figure, all others being likely."""

    title: str
    low_end: str
    """The low end of the assumption, in words."""
    high_end: str
    at_low: Quantity
    """The figure there."""
    at_high: Quantity
    is_range: bool
    """False for a single number, which is varied by a tenth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorCosts:
    """What one vendor costs and brings."""

    id: Id
    items: Many[ItemResult]
    costs: Many[Quantity]
    """At signing, then by year; the sum over items."""
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
    """What is charged for use, in percent of the worth of all orders."""
    cost_per_order: Figure
    payback_months: Figure
    discounted_payback_months: Figure
    internal_rate_of_return: Quantity | None
    internal_rate_text: str
    modified_rate_of_return: Quantity | None
    unknown_costs: Many[str]
    """What is not known about costs; the total is "at least" then."""
    unknown_benefits: Many[str]
    pays: Share | None
    """Share of draws in which its net present value is above zero; None where that is open."""
    cheapest: Share | None
    """Share of draws in which nobody whose costs are known costs less; None where its own are
    not, or where it cannot be chosen."""
    swings: Many[TornadoResult]
    """What each assumption does to its net present value, the largest first."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakEvenResult:
    """At which volume two vendors cost the same, all else staying."""

    one: Id
    other: Id
    volume: MeasureId
    title: str
    today: Quantity
    crossings: Many[Quantity]
    cheaper: Many[Id | None]
    """Who costs less before the first crossing, between each two, and after the last."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontierVendor:
    """A vendor's value against what it costs."""

    id: Id
    value: OutOf100
    """Points without costs, 0 to 100."""
    cost: Quantity
    """Over the years; of what is known where `bound` is at_least."""
    bound: Bound
    efficient: bool | None
    """None where what is not known decides."""
    beaten_by: Many[Id]
    extra_cost_per_point: Quantity | None
    """From the next cheaper efficient vendor to this one."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontierResult:
    """Value against cost."""

    tolerance: Size
    """Costs that differ by no more are similar."""
    vendors: Many[FrontierVendor]
    """From the cheapest to the dearest."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceResult:
    """What drives the difference in net present value between two vendors."""

    one: Id
    other: Id
    difference: Quantity
    swings: Many[TornadoResult]
    """The largest first."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumptionResult:
    """A number of the plan on which the figures rest."""

    title: str
    text: str
    low: Quantity | None
    likely: Quantity | None
    """None where it is not known."""
    high: Quantity | None
    reference: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class CostsResult:
    """What the vendors cost and bring over the plan's years."""

    currency: Currency
    locale: LocaleName
    years: Years
    mode: Literal["criterion", "frontier"]
    has_benefits: bool
    convention: str
    assumptions: Many[AssumptionResult]
    vendors: Many[VendorCosts]
    """In the order of the ranking."""
    break_even: Many[BreakEvenResult]
    frontier: FrontierResult | None
    """None where fewer than two vendors can be compared."""
    difference: DifferenceResult | None
    draws: Draws
    seed: WholeNumber
    remarks: Many[str]
    """What a reader must know before comparing the figures."""
    text: str
    """The answer about money in a few sentences."""
