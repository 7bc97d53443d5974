"""What the vendors cost and bring, in one to four sentences."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evalkit.evaluation.costs.sentences.against import Instead, worth
from evalkit.evaluation.costs.sentences.gaps import Gap
from evalkit.evaluation.record.costs import Figure, VendorCosts
from evalkit.regions import in_sentence
from evalkit.wording.messages.catalogue import Message, say
from evalkit.wording.messages.record import costs as words
from evalkit.wording.messages.record.verdict import SIMULATIONS
from evalkit.wording.messages.words import CLAUSES, MORE
from evalkit.wording.numbers import about
from evalkit.wording.rounding import is_same_amount
from evalkit.wording.words import listed, spelled, years

MOST_UNITS = 3
"""Units without a price that a sentence names."""


@dataclass(frozen=True)
class Field:
    """The costs of the vendors that are not ruled out, and what is missing among them."""

    vendors: Sequence[VendorCosts]
    names: Mapping[str, str]
    gaps: Sequence[Gap]
    years: int
    draws: int
    region: str | None
    """Whose prices count; None if the plan names none."""
    regions: tuple[str, ...]
    """Those of the price lists, if they differ and the plan names none."""
    instead: Instead | None = None
    """What the client can do without a vendor, if the plan compares that."""

    def here(self, message: Message, local: Message, count: int | None = None, **gaps: str) -> str:
        """A message about prices, or its form for the region that the plan names."""
        if not self.region:
            return say(message, count, **gaps)
        return say(local, count, region=in_sentence(self.region), **gaps)

    @property
    def full(self) -> list[VendorCosts]:
        """Those whose costs are all known, the cheapest first by what is paid in all."""
        known = [each for each in self.vendors if each.total_cost.bound == "exact"]
        return sorted(known, key=lambda each: (_cost(each), self.names[each.id]))

    @property
    def first(self) -> list[VendorCosts]:
        """The cheapest of them, and all that cost the same."""
        full = self.full
        return [each for each in full if is_same_amount(_cost(each), _cost(full[0]))]

    @property
    def others(self) -> list[VendorCosts]:
        """Those whose costs are not all known."""
        return [each for each in self.vendors if each.total_cost.bound != "exact"]

    def called(self, vendors: Collection[VendorCosts]) -> str:
        """Some vendors by name."""
        return listed([self.names[each.id] for each in vendors])


def _cost(vendor: VendorCosts) -> float:
    return vendor.total_cost.likely or 0.0


def answer(field: Field) -> Iterator[str]:
    """Who costs least and whether that can be said, who brings most, and what may change it."""
    if not field.vendors:
        yield say(words.ALL_OUT)
    elif not field.full:
        yield from _nobody_known(field)
    else:
        yield _first(field)
        yield from _compared(field)
    if not field.regions:
        against = list(_against(field))
        # The order by net present value is the same, with and without what all are held against.
        yield from against or _brings_most(field)


def _nobody_known(field: Field) -> Iterator[str]:
    if all(each.total_cost.bound == "open" for each in field.vendors):
        yield say(words.CANNOT_WORK_OUT, len(field.vendors), vendors=field.called(field.vendors))
    elif len(field.vendors) > 1:
        yield field.here(words.NO_FULL_PRICE, words.NO_FULL_PRICE_FOR)
    else:
        yield say(words.NOT_ALL_PRICES, vendors=field.called(field.vendors))
    if len(field.vendors) > 1:
        yield say(words.CANNOT_SAY)


def _first(field: Field) -> str:
    first = field.first
    amount, who, over = _about(first[0].total_cost), field.called(first), years(field.years)
    if len(first) > 1:
        return say(words.SAME_COST, vendors=who, years=over, amount=amount)
    # What all bring alike is no merit of the cheapest, so it is held against doing without one.
    pays = None if field.instead else first[0].pays
    if pays is None:
        return say(words.COSTS_OVER, vendor=who, amount=amount, years=over)
    share = about(pays, field.draws)
    return say(words.COSTS_AND_PAYS, vendor=who, amount=amount, years=over, share=share)


def _about(figure: Figure) -> str:
    """The likely number, said to be likely if there is a range."""
    return say(words.ABOUT, amount=figure.shown) if figure.ends else figure.shown


def _compared(field: Field) -> Iterator[str]:
    """How often the cheapest is the cheapest, or why that cannot be said."""
    first, full = field.first, field.full
    if len(field.vendors) == 1:
        return
    if field.regions:
        yield say(words.REGIONS_DIFFER, regions=listed(field.regions))
        return
    if len(full) == 1:
        yield field.here(words.NO_OTHER_PRICE, words.NO_OTHER_PRICE_FOR)
        return
    missing = list(_missing(field))
    if missing:
        yield say(words.UNITS_MISSING, units=_some(missing))
        return
    yield from _how_often(field, first, full)


def _some(units: Sequence[str]) -> str:
    more = len(units) - MOST_UNITS
    rest = [say(MORE, more, count=spelled(more))] if more > 0 else []
    return listed([*units[:MOST_UNITS], *rest], "or")


def _missing(field: Field) -> Iterator[str]:
    """The units of which a cheapest vendor gives no price, though others charge for them."""
    first = {each.id for each in field.first}
    for gap in field.gaps:
        if first & set(gap.silent):
            yield from gap.called


def _how_often(
    field: Field, first: Sequence[VendorCosts], full: Sequence[VendorCosts]
) -> Iterator[str]:
    may = [each for each in field.others if (each.total_cost.low or 0.0) < _cost(first[0])]
    doubts = [say(words.MAY_COST_LESS, vendors=field.called(may))] if may else []
    share = about(sum(each.cheapest or 0.0 for each in first), field.draws)
    simulations, count = say(SIMULATIONS, field.draws), spelled(len(full))
    if len(first) == 1:
        said = words.CHEAPEST_AMONG if field.others else words.CHEAPEST
    else:
        said = words.NONE_LESS_AMONG if field.others else words.NONE_LESS
    if len(first) == 1 or len(first) < len(full):
        doubts.insert(0, say(said, share=share, simulations=simulations, count=count))
    if doubts:
        yield say(CLAUSES, clauses="; ".join(doubts))


def _brings_most(field: Field) -> Iterator[str]:
    """Who has the best net present value, if that is more than one or not the cheapest."""
    known = [each for each in field.full if each.net_present_value.bound == "exact"]
    if len(known) < 2 or all(each.pays is None for each in known):  # noqa: PLR2004
        return
    best = max(known, key=lambda each: each.net_present_value.likely or 0.0)
    level = [each for each in known if _is_worth_as_much(each, best)]
    worth = _about(best.net_present_value)
    if len(level) > 1:
        yield say(words.SAME_NET, vendors=field.called(level), amount=worth)
    elif best.pays is not None and [best.id] != [each.id for each in field.first]:
        share = about(best.pays, field.draws)
        yield say(words.BEST_NET, vendor=field.names[best.id], amount=worth, share=share)


def _against(field: Field) -> Iterator[str]:
    """Who brings most beyond what the client can do without a vendor."""
    known = [
        (each, each.against)
        for each in field.vendors
        if each.against is not None and each.against.net_present_value.bound == "exact"
    ]
    if not known or field.instead is None:
        return
    best, against = max(known, key=lambda pair: pair[1].net_present_value.likely or 0.0)
    level = [field.names[each.id] for each, _ in known if _is_worth_as_much(each, best)]
    yield worth(level, against.net_present_value, against.pays, field.instead)


def _is_worth_as_much(one: VendorCosts, other: VendorCosts) -> bool:
    worth, best = (each.net_present_value.likely or 0.0 for each in (one, other))
    size = max(abs(other.present_costs.likely or 0.0), abs(other.present_benefits.likely or 0.0))
    return is_same_amount(worth, best, size)
