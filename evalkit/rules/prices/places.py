"""Charges and benefits with their places, in vendor files and in plans."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Route
from evalkit.model.entries import Entry, amounts
from evalkit.model.money import AnyBenefit, Assumption, Benefit, Volume
from evalkit.model.plan import Plan
from evalkit.model.prices.amount import Amount
from evalkit.model.prices.charge import Charge, Repeating, Tiered
from evalkit.model.source import Sourced
from evalkit.model.vendor import Vendor

MAX_DEPTH = 20
"""The most steps from a share of a volume to a number, which costs have to follow."""


def has_charges(vendor: Vendor) -> bool:
    """Whether a vendor has a price list."""
    return bool(vendor.charges)


def charges_in(record: Vendor | Plan) -> Iterator[tuple[Route, Charge]]:
    """Every charge of a price list, or of a plan."""
    if isinstance(record, Vendor):
        for place, charge in enumerate(record.charges):
            yield ("charges", place), charge
    elif record.money:
        for who, charges in record.money.charges.items():
            for place, charge in enumerate(charges):
                yield ("money", "charges", who, place), charge


def entries_in(record: Vendor | Plan) -> Iterator[tuple[Route, Entry]]:
    """Every charge, and in a plan every benefit."""
    yield from charges_in(record)
    if isinstance(record, Plan) and record.money:
        for place, benefit in enumerate(record.money.benefits):
            yield ("money", "benefits", place), benefit


def claims_in(record: Vendor | Plan) -> Iterator[tuple[Route, str, Sourced]]:
    """Every charge that states an amount, and conflicting sources, with their names."""
    for route, charge in charges_in(record):
        known = any(not amount.is_unknown for _, amount in given_amounts(charge))
        if known or getattr(charge, "promotion", None):
            yield route, called(charge), charge
        for place, other in enumerate(charge.conflicts):
            yield (*route, "conflicts", place), f"a conflict of {called(charge)}", other


def benefits_in(record: Vendor | Plan) -> Iterator[tuple[Route, str, AnyBenefit]]:
    """Every benefit of a plan, with its name."""
    for route, entry in entries_in(record):
        if isinstance(entry, Benefit):
            yield route, called(entry), entry


def assumptions_in(record: Vendor | Plan) -> Iterator[tuple[Route, str, Assumption | Volume]]:
    """A plan's assumptions other than charges and benefits, with their names."""
    money = record.money if isinstance(record, Plan) else None
    if money is None:
        return
    yield ("money", "discount_rate"), "the discount rate", money.discount_rate
    if money.hourly_rate is not None:
        yield ("money", "hourly_rate"), "the hourly rate", money.hourly_rate
    for currency, rate in money.rates.items():
        yield ("money", "rates", currency), f"the rate for {currency}", rate
    for name, volume in money.volumes.items():
        yield ("money", "volumes", name), f"the volume `{name}`", volume


def yearly_rates_in(record: Vendor | Plan) -> Iterator[tuple[Route, str, Amount]]:
    """Every yearly rate of increase, growth or discount, with its name."""
    for route, entry in entries_in(record):
        increase = getattr(entry, "yearly_increase", None)
        if increase is not None:
            yield (*route, "yearly_increase"), "a yearly increase", increase
    for route, _, given in assumptions_in(record):
        if isinstance(given, Volume) and given.growth is not None:
            yield (*route, "growth"), "a growth", given.growth
        elif route == ("money", "discount_rate"):
            yield route, "a discount rate", given


def given_amounts(entry: Entry) -> Iterator[tuple[Route, Amount]]:
    """The amounts that are written in an entry, with the route to each."""
    for way, amount in amounts(entry):
        if isinstance(entry, Tiered) and entry.tiers is not None and len(way) > 1:
            if way[2] in entry.tiers[int(way[1])].model_fields_set:
                yield way, amount
        else:
            yield way, amount


def prices(entry: Entry) -> Iterator[tuple[Route, Amount]]:
    """Amounts of money, percentages and hours, including those of promotions and other sources."""
    for way, amount in given_amounts(entry):
        if way != ("yearly_increase",):
            yield way, amount
    promotion = entry.promotion if isinstance(entry, Repeating) else None
    if promotion is not None and promotion.amount is not None:
        yield ("promotion", "amount"), Amount(value=promotion.amount)
    for place, other in enumerate(getattr(entry, "conflicts", ())):
        for name in ("amount", "percent", "fixed", "hours"):
            amount = getattr(other, name)
            if amount is not None:
                yield ("conflicts", place, name), amount


def called(entry: Entry) -> str:
    """The name of an entry in messages."""
    noun = "benefit" if isinstance(entry, Benefit) else f"{entry.kind.replace('_', '-')} charge"
    name = entry.title or getattr(entry, "id", None)
    return f"the {noun} `{name}`" if name else f"this {noun}"


def likely(amount: Amount | None) -> float | None:
    """The most likely number of an amount; None where it is not known."""
    if amount is None or amount.is_unknown:
        return None
    if amount.likely is not None:
        return amount.likely
    numbers = amount.numbers
    return (numbers[0] + numbers[-1]) / 2


def shown(number: float) -> str:
    """A number as written in files."""
    return f"{number:.15g}"
