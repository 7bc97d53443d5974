"""The rule about charges that cost the same, EK509."""

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, partial
from operator import itemgetter

from evalkit.diagnostics.record import Finding, Route, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.entries import bought
from evalkit.model.money import ALL
from evalkit.model.plan import Plan
from evalkit.model.prices import charge as kinds
from evalkit.model.prices.charge import Charge, Internal, OneOff
from evalkit.model.vendor import Vendor
from evalkit.regions import holds
from evalkit.rules.context import RuleContext
from evalkit.rules.prices.places import called, charges_in, has_charges, prices


@rule("EK509", Severity.WARNING)
def same_cost_twice(record: Vendor | Plan, context: RuleContext) -> Iterator[Finding]:
    """A cost should be counted only once.

    Two charges of the same kind with the same amounts in the same months are most often one charge
    that was listed twice: in one list, or in a plan as well as in the vendor's price list.

    Bad:
        charges:
          - {kind: one_off, title: Setup, amount: 500}
          - {kind: one_off, title: Onboarding, amount: 500}

    Good:
        charges:
          - {kind: one_off, title: Setup, amount: 500}
    """
    own = [(route, charge, _price(charge)) for route, charge in charges_in(record)]
    wanted: dict[str, set[str]] = defaultdict(set)
    for route, _, price in own:
        wanted[price].add(str(route[-2]))
    alike = _Alike()
    for price, listed in _price_lists(record, wanted, context):
        alike.add(price, listed)
    for route, charge, price in own:
        who = str(route[-2])
        twin = next((each for each in alike.of(price, who) if each.is_counted_with(charge)), None)
        if twin is not None:
            message = f"{called(charge)} costs the same as {twin.name}, in the same months"
            yield Finding(route, message, twin.hint)
        if _costs_something(charge):
            alike.add(price, _Listed(who, charge, _name(route, charge), _TWICE))


MAX_ALIKE = 100
"""The most charges of the same price in a list to compare a charge with."""
_TWICE = "remove one of the two, or silence this and say why both are charged"
_REPLACES = "remove it, or name the charge that it replaces in `replaces:`"


@dataclass(frozen=True, slots=True)
class _Listed:
    """A charge that a later one may repeat."""

    who: str
    """The list that contains it: a vendor's id, or `all`."""
    charge: Charge
    name: str
    hint: str

    def is_counted_with(self, other: Charge) -> bool:
        """Whether another charge of the same price is counted in addition to this one."""
        return (
            (None in {self.charge.edition, other.edition} or self.charge.edition == other.edition)
            and _overlap(self.charge.region, other.region)
            and self.charge.start <= _last_month(other)
            and other.start <= _last_month(self.charge)
        )


def _overlap(one: str | None, other: str | None) -> bool:
    return holds(one, other) or holds(other, one)


class _Alike:
    """Charges by price, in the order in which they were found."""

    def __init__(self) -> None:
        self._met: dict[tuple[str, str], list[tuple[int, _Listed]]] = defaultdict(list)
        self._count = itertools.count()

    def add(self, price: str, listed: _Listed) -> None:
        """Add a charge, unless there are enough of its price."""
        number = next(self._count)
        for who in {listed.who, _ANYBODY}:
            if len(self._met[price, who]) < MAX_ALIKE:
                self._met[price, who].append((number, listed))

    def of(self, price: str, who: str) -> Iterator[_Listed]:
        """The charges of a price that are listed for a vendor or for all."""
        lists = (_ANYBODY,) if who == ALL else (who, ALL)
        found = itertools.chain.from_iterable(self._met[price, each] for each in lists)
        return (listed for _, listed in sorted(found, key=itemgetter(0)))


_ANYBODY = ""


Sellers = Mapping[str, Mapping[str, Sequence[tuple[int, Charge]]]]
"""The charges that cost something, with their places, by price and vendor."""


def _price_lists(
    record: Vendor | Plan, wanted: Mapping[str, Set[str]], context: RuleContext
) -> Iterator[tuple[str, _Listed]]:
    """The charges that a plan already pays by the vendors' own price lists.

    `wanted` holds the prices to look for, with the plan's lists that contain each.
    """
    if not (isinstance(record, Plan) and record.money and wanted):
        return
    sellers = _sellers(record, context)
    bill_of = cache(partial(_bill, record, context))
    for price, lists in wanted.items():
        there = sellers.get(price, {})
        some = itertools.islice(there, MAX_ALIKE) if ALL in lists else ()
        for name in dict.fromkeys([*some, *(who for who in sorted(lists) if who in there)]):
            for place, charge in there[name]:
                if place in bill_of(name):
                    title = f"{_name(('charges', place), charge)} in the price list of `{name}`"
                    yield price, _Listed(name, charge, title, _REPLACES)


def _bill(plan: Plan, context: RuleContext, name: str) -> set[int]:
    assert plan.money  # noqa: S101  # only plans with money have bills
    return {place for place, _ in bought(context.vendors[name], plan.money, plan.region)}


def _sellers(plan: Plan, context: RuleContext) -> Sellers:
    vendors = context.compared(plan, has_charges)
    if plan.vendors is None:
        return context.once(
            ("sellers", plan.category, plan.roles), lambda: _by_price(vendors, context)
        )
    return _by_price(vendors, context)


def _by_price(vendors: Iterable[Vendor], context: RuleContext) -> Sellers:
    found: dict[str, dict[str, list[tuple[int, Charge]]]] = defaultdict(lambda: defaultdict(list))
    for vendor in vendors:
        for price, place, charge in context.once(("priced", vendor.id), partial(_priced, vendor)):
            found[price][vendor.id].append((place, charge))
    return found


def _priced(vendor: Vendor) -> list[tuple[str, int, Charge]]:
    listed = enumerate(vendor.charges)
    return [(_price(each), place, each) for place, each in listed if _costs_something(each)]


def _name(route: Route, charge: Charge) -> str:
    return called(charge) if charge.title or charge.id else f"charge {int(route[-1]) + 1}"


def _costs_something(charge: Charge) -> bool:
    return not charge.is_generated and any(any(amount.numbers) for _, amount in prices(charge))


def _price(charge: Charge) -> str:
    """A key for the price of a charge, equal for charges of one kind that cost the same."""
    price = charge.model_dump(exclude={*kinds.Entry.model_fields, "start"})
    return f"{type(charge).__name__} {price}"


def _last_month(charge: Charge) -> float:
    if isinstance(charge, OneOff) or (isinstance(charge, Internal) and charge.every is None):
        return charge.start
    return math.inf if charge.end is None else charge.end
