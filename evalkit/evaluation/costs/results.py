"""Turn ledgers into the costs and returns of an evaluation."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from evalkit.costing.items import Item
from evalkit.costing.kinds import PLAN
from evalkit.costing.ledger import Ledger
from evalkit.costing.outcomes import (
    discount_rate,
    net_flows,
    net_present_value,
)
from evalkit.costing.returns import cumulative, discounted
from evalkit.evaluation.costs.against import (
    Beyond,
    beyond_rival,
    held_against,
    instead_of,
    with_rival,
)
from evalkit.evaluation.costs.assumptions import assumptions
from evalkit.evaluation.costs.books import Books
from evalkit.evaluation.costs.differences import (
    Entries,
    break_evens,
    difference,
    entries_of,
    vendor_swings,
)
from evalkit.evaluation.costs.drawn import Shares, shares
from evalkit.evaluation.costs.figures import APART, Figures, has_price, yearly
from evalkit.evaluation.costs.frontier import Offer, frontier
from evalkit.evaluation.costs.sentences.answer import Field, answer
from evalkit.evaluation.costs.sentences.find_out import to_find_out
from evalkit.evaluation.costs.sentences.gaps import gaps
from evalkit.evaluation.costs.sentences.reasons import reason
from evalkit.evaluation.costs.sentences.remarks import remarks
from evalkit.evaluation.costs.terms import conflict_of, terms_of, title_of
from evalkit.evaluation.record.costs import (
    CostsResult,
    DifferenceResult,
    Figure,
    ItemResult,
    VendorCosts,
)
from evalkit.evaluation.record.reference import reference
from evalkit.model.plan import Plan
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import costs as words
from evalkit.wording.money import Printer, printer
from evalkit.wording.numbers import between
from evalkit.wording.rounding import neighbours, unit_of
from evalkit.wording.words import years


@dataclass(frozen=True)
class Costed:
    """A vendor as input to the cost results, which follow the order of the ranking."""

    id: str
    name: str
    path: str
    in_field: bool
    """Whether it is not ruled out."""
    value: float | None
    """Points without costs; None if it is not ranked."""


def costs(
    plan: Plan, books: Books, vendors: Sequence[Costed], plan_path: str, draws: int
) -> CostsResult:
    """The costs and returns of all vendors."""
    names = {vendor.id: vendor.name for vendor in vendors}
    figures = {each.id: Figures(books.ledgers[each.id], printer(books.money)) for each in vendors}
    beyond = beyond_rival(books)
    written = _in_one_form(figures.values(), beyond.values())
    here = [vendor.id for vendor in vendors if vendor.in_field]
    of_one_region = books.are_of_one_region(here)
    known = [each for each in here if figures[each].costs_bound == "exact"]
    compared = known if of_one_region or len(known) == 1 else []
    priced = [v.id for v in vendors if v.in_field and has_price(books.ledgers[v.id])]
    missing = gaps(books, priced)
    silent = {vendor for gap in missing for vendor in gap.silent}
    drawn = shares(books, compared, draws, {who: each.ledger for who, each in beyond.items()})
    entries = entries_of(books, names)
    paths = {PLAN: plan_path, **{vendor.id: vendor.path for vendor in vendors}}
    alone = [
        _vendor(each, figures[each.id], drawn, silent, entries, paths, written) for each in vendors
    ]
    found = with_rival(alone, beyond, names, drawn.ahead, draws)
    in_field = [result for result, vendor in zip(found, vendors, strict=True) if vendor.in_field]
    regions = () if of_one_region else books.regions(here)
    rival = held_against(books)
    instead = instead_of(books.ledgers[rival], draws) if rival else None
    over = books.money.years
    field = Field(in_field, names, missing, over, draws, books.region, regions, instead)
    sentences = tuple(answer(field))
    offers = list(_offers(vendors, figures)) if of_one_region else []
    return CostsResult(
        currency=books.money.currency,
        locale=books.money.locale,
        unit=written.unit,
        region=books.region or "",
        years=books.money.years,
        mode=plan.cost,
        has_benefits=any(each.has_benefits for each in figures.values()),
        convention=_convention(books, written),
        assumptions=tuple(assumptions(books.money, plan_path, written)),
        vendors=tuple(found),
        break_even=tuple(break_evens(books, compared, names, written)),
        frontier=frontier(offers, books.money.cost_tolerance, written),
        difference=_difference(compared, books, names, entries, written),
        draws=draws,
        seed=books.seed,
        remarks=tuple(remarks(books, here, missing, names, field.full)),
        find_out=to_find_out(field, books, written),
        sentences=sentences,
        text=" ".join(sentences),
        against=rival,
    )


def _in_one_form(figures: Collection[Figures], beyond: Collection[Beyond]) -> Printer:
    """The printer for all amounts, in the unit in which none of them loses a digit."""
    for name in APART:
        _tell_apart(name, [each for each in figures if each.costs_bound != "open"])
    _tell_apart("net_present_value", [each for each in beyond if each.net_bound != "open"])
    every = (*figures, *beyond)
    unit = unit_of(amount for each in every for amount in each.printed())
    for each in every:
        each.printer = replace(each.printer, unit=unit)
    return every[0].printer


def _tell_apart(name: str, figures: Collection[Figures]) -> None:
    """Let each figure of a name know those that must not look the same if they are not."""
    nearest = neighbours({each.ledger.vendor: float(each.ends(name)[1] or 0) for each in figures})
    for each in figures:
        each.rivals[name] = nearest[each.ledger.vendor]


def _convention(books: Books, written: Printer) -> str:
    rate = written.share(books.money.discount_rate.value or 0.0)
    if books.money.discount_rate.is_unknown or books.money.discount_rate.value is None:
        ends = books.money.discount_rate.numbers
        rate = between(written.share(ends[0]), written.share(ends[-1]))
    return say(words.CONVENTION, currency=books.money.currency, rate=rate)


def _vendor(
    vendor: Costed,
    figures: Figures,
    drawn: Shares,
    silent: Collection[str],
    entries: Entries,
    paths: Mapping[str, str],
    written: Printer,
) -> VendorCosts:
    ledger = figures.ledger
    flows = net_flows(ledger, ledger.likely)
    worth = discounted(flows, discount_rate(ledger.likely))
    rate = figures.internal_rate()
    total, net = figures.costs("total_cost"), figures.net()
    pays = drawn.pays[vendor.id] if figures.has_benefits and net.bound == "exact" else None
    return VendorCosts(
        id=vendor.id,
        items=tuple(_item(ledger, item, paths, written) for item in ledger.items),
        costs=yearly(ledger.total("cost", ledger.likely)),
        benefits=yearly(ledger.total("benefit", ledger.likely)),
        net=yearly(flows),
        cumulative=yearly(cumulative(flows)),
        cumulative_discounted=yearly(cumulative(worth)),
        total_cost=total,
        present_costs=figures.costs("present_costs"),
        present_benefits=figures.benefits(),
        net_present_value=net,
        return_on_investment=figures.returns(),
        effective_rate=figures.rate(),
        cost_per_order=figures.per_order(),
        payback_months=figures.payback(at_present_value=False),
        discounted_payback_months=figures.payback(at_present_value=True),
        internal_rate_of_return=rate.rate,
        internal_rate_text=rate.text,
        modified_rate_of_return=rate.modified,
        unknown_costs=figures.unknown_costs,
        unknown_benefits=figures.unknown_benefits,
        pays=pays,
        cheapest=None if vendor.id in silent else drawn.cheapest.get(vendor.id),
        reason=reason(ledger),
        swings=vendor_swings(ledger, entries, written),
        text=_summary(vendor.name, total, reason(ledger), years(ledger.money.years)),
    )


def _summary(name: str, total: Figure, why: str, over: str) -> str:
    if total.bound == "open":
        return say(words.CANNOT_WORK_OUT_BECAUSE, vendor=name, years=over, reason=why)
    said = words.COSTS_OVER_BUT if why else words.COSTS_OVER
    return say(said, vendor=name, amount=total.text, years=over, reason=why)


def _item(ledger: Ledger, item: Item, paths: Mapping[str, str], written: Printer) -> ItemResult:
    entry = item.entry
    return ItemResult(
        title=title_of(entry),
        kind=entry.kind,
        side=item.side,
        terms=terms_of(entry, written),
        scope=getattr(entry, "scope", None) or "",
        region=getattr(entry, "region", None) or "",
        flows=yearly(ledger.flows(item, ledger.likely)),
        open=item.open,
        conflicts=tuple(
            conflict_of(each, entry, written) for each in getattr(entry, "conflicts", ())
        ),
        reference=reference(entry, paths[str(item.key[0])], item.key[1:]),
    )


def _offers(vendors: Sequence[Costed], figures: Mapping[str, Figures]) -> Iterator[Offer]:
    for vendor in vendors:
        found = figures[vendor.id]
        if vendor.in_field and vendor.value is not None and found.costs_bound != "open":
            cost, ends = found.costs("present_costs"), found.ends("present_costs")
            likely = float(ends[1] or 0)
            yield Offer(
                vendor.id, vendor.name, vendor.value, likely, cost.bound, cost.without_range
            )


def _difference(
    compared: Sequence[str],
    books: Books,
    names: Mapping[str, str],
    entries: Entries,
    written: Printer,
) -> DifferenceResult | None:
    """Compare the two eligible vendors with the best net present value and known costs."""
    worth = {
        name: float(net_present_value(books.ledgers[name], books.ledgers[name].likely))
        for name in compared
    }
    best = sorted(compared, key=lambda name: -worth[name])[:2]
    if len(best) < 2:  # noqa: PLR2004
        return None
    one, other = (books.ledgers[name] for name in best)
    return difference(one, other, names, entries, written)
