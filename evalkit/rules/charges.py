"""What must hold between price lists and the plans that count with them, EK502, EK503, EK509
and EK516."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evalkit.diagnostics.record import Finding, Route, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model import charge as kinds
from evalkit.model.charge import Charge, Internal, OneOff
from evalkit.model.entries import Entry, bought, is_generated, volume_named, volumes_of
from evalkit.model.money import ALL
from evalkit.model.plan import Plan
from evalkit.model.vendor import Vendor
from evalkit.rules.entries import Payer, called, charges_in, counted, given_amounts, prices
from evalkit.rules.setting import Setting
from evalkit.source.shape_faults import did_you_mean


@rule("EK502", Severity.WARNING)
def charge_without_rate(record: Vendor | Plan, setting: Setting) -> Iterator[Finding]:
    """What is charged in another currency than the plan's has a rate there.

    Without one the charge cannot be counted: what the vendor costs is then "at least" the rest.

    Bad:
        charges:
          - kind: one_off
            title: Setup
            amount: 500
            currency: USD
            source: https://examplepay.test/prices
            checked: 2026-06-20
        # plans/storefront-payments.yaml
        money: {currency: EUR, years: 3, discount_rate: 0.08}

    Good:
        charges:
          - kind: one_off
            title: Setup
            amount: 500
            currency: USD
            source: https://examplepay.test/prices
            checked: 2026-06-20
        # plans/storefront-payments.yaml
        money:
          currency: EUR
          years: 3
          discount_rate: 0.08
          rates: {USD: {value: 0.9, source: budget rate of finance, checked: 2026-11-18}}
    """
    for route, entry, payers in counted(record, setting):
        currency = getattr(entry, "currency", None)
        without = [plan for plan, money in payers if currency not in {money.currency, *money.rates}]
        # Of what has no price yet, often nobody knows the currency either.
        priced = any(not amount.is_unknown for _, amount in given_amounts(entry))
        if without and priced and currency is not None:
            plans = ", ".join(f"`{plan}`" for plan in without)
            who = f"the plan {plans} gives" if len(without) == 1 else f"the plans {plans} give"
            message = f"{called(entry)} is in {currency}, for which {who} no rate"
            hint = f"add `{currency}` under `money: rates:` there"
            yield Finding((*route, "currency"), message, hint)


@rule("EK503", Severity.WARNING)
def volume_that_no_plan_gives(record: Vendor | Plan, setting: Setting) -> Iterator[Finding]:
    """What a charge is multiplied by is a volume of the plan.

    `per: order` means the volume `order` or `orders`; a percentage also needs to know what one is
    worth: `average_order_value`, or the volume that `of` names. Of a vendor's charges, one of the
    plans that compare it must give the volume.

    Bad:
        charges:
          - kind: usage
            title: Card payment
            per: odrer
            fixed: 0.3
            currency: EUR
            source: https://examplepay.test/prices
            checked: 2026-06-20
        # plans/storefront-payments.yaml
        money: {currency: EUR, years: 3, discount_rate: 0.08, volumes: {orders: 20000}}

    Good:
        charges:
          - kind: usage
            title: Card payment
            per: order
            fixed: 0.3
            currency: EUR
            source: https://examplepay.test/prices
            checked: 2026-06-20
        # plans/storefront-payments.yaml
        money: {currency: EUR, years: 3, discount_rate: 0.08, volumes: {orders: 20000}}
    """
    for route, entry, payers in counted(record, setting):
        for key, name in volumes_of(entry):
            if payers and all(volume_named(money, name) is None for _, money in payers):
                yield _no_volume((*route, key), entry, name, payers)


def _no_volume(route: Route, entry: Entry, name: str, payers: Sequence[Payer]) -> Finding:
    per = getattr(entry, "per", None)
    if route[-1] == "per" and name != per:
        what = f"volume `{name}`, what one `{per}` is worth"
        hint = "add it under `money: volumes:` there, or name another volume by `of:`"
    else:
        what = f"volume `{name}`"
        given = {volume for _, money in payers for volume in money.volumes}
        hint = did_you_mean(name, given) or "add it under `money: volumes:` there"
    if len(payers) == 1:
        return Finding(route, f"the plan `{payers[0][0]}` gives no {what}", hint)
    return Finding(route, f"no plan that compares this vendor gives a {what}", hint)


@rule("EK509", Severity.WARNING)
def same_cost_twice(record: Vendor | Plan, setting: Setting) -> Iterator[Finding]:
    """A cost is counted once.

    Two charges of the same kind with the same amounts, in the same months, are most often one
    that was written down twice: in one list, or in a plan beside the vendor's own price list.

    Bad:
        charges:
          - kind: one_off
            title: Setup
            amount: 500
            currency: EUR
            source: https://examplepay.test/prices
            checked: 2026-06-20
          - kind: one_off
            title: Onboarding
            amount: 500
            currency: EUR
            source: https://examplepay.test/onboarding
            checked: 2026-06-20

    Good:
        charges:
          - kind: one_off
            title: Setup
            amount: 500
            currency: EUR
            source: https://examplepay.test/prices
            checked: 2026-06-20
    """
    seen: dict[str, list[_Listed]] = defaultdict(list)
    for listed in _price_lists(record, setting):
        seen[_price(listed.charge)].append(listed)
    for route, charge in charges_in(record):
        who, alike = str(route[-2]), seen[_price(charge)]
        twin = next((each for each in alike if each.is_counted_with(who, charge)), None)
        if twin is not None:
            message = f"{called(charge)} costs the same as {twin.name}, in the same months"
            yield Finding(route, message, twin.hint)
        if _costs_something(charge):
            alike.append(_Listed(who, charge, _name(route, charge), _TWICE))


_TWICE = "remove one of the two, or silence this and say why both are charged"
_REPLACES = "remove it, or name the charge that it takes the place of by `replaces:`"


@dataclass(frozen=True, slots=True)
class _Listed:
    """A charge that may be met again."""

    who: str
    """The list in which it stands: a vendor's id, or `all`."""
    charge: Charge
    name: str
    hint: str

    def is_counted_with(self, who: str, other: Charge) -> bool:
        """Whether the other one, of the same price, makes the same vendor pay a second time."""
        return (
            (self.who == who or ALL in {self.who, who})
            and (
                None in {self.charge.edition, other.edition} or self.charge.edition == other.edition
            )
            and self.charge.start <= _last_month(other)
            and other.start <= _last_month(self.charge)
        )


def _price_lists(record: Vendor | Plan, setting: Setting) -> Iterator[_Listed]:
    """What a plan pays already by the vendors' own price lists."""
    if isinstance(record, Plan) and record.money:
        for vendor in setting.compared(record):
            for place, charge in bought(vendor, record.money):
                if _costs_something(charge):
                    name = f"{_name(('charges', place), charge)} in the price list of `{vendor.id}`"
                    yield _Listed(vendor.id, charge, name, _REPLACES)


def _name(route: Route, charge: Charge) -> str:
    return called(charge) if charge.title or charge.id else f"charge {int(route[-1]) + 1}"


def _costs_something(charge: Charge) -> bool:
    return not is_generated(charge) and any(any(amount.numbers) for _, amount in prices(charge))


def _price(charge: Charge) -> str:
    """A name for what is charged, the same for charges of one kind that cost the same."""
    price = charge.model_dump(exclude={*kinds.Entry.model_fields, "start"})
    return f"{type(charge).__name__} {price}"


def _last_month(charge: Charge) -> float:
    if isinstance(charge, OneOff) or (isinstance(charge, Internal) and charge.every is None):
        return charge.start
    return math.inf if charge.end is None else charge.end


@rule("EK516")
def charge_id_twice(record: Vendor | Plan, _: Setting) -> Iterator[Finding]:
    """The id of a charge stands once in its list.

    By its id a plan says which charge was negotiated.

    Bad:
        charges:
          - {kind: recurring, id: fee, title: Licence, amount: unknown, every: month, currency: EUR}
          - {kind: recurring, id: fee, title: Support, amount: unknown, every: month, currency: EUR}

    Good:
        charges:
          - {kind: recurring, id: fee, title: Licence, amount: unknown, every: month, currency: EUR}
          - {kind: one_off, id: setup, title: Setup, amount: unknown, currency: EUR}
    """
    seen: set[tuple[Route, str]] = set()
    for route, charge in charges_in(record):
        if charge.id is not None:
            if (route[:-1], charge.id) in seen:
                yield Finding((*route, "id"), f"the id `{charge.id}` is used twice", "rename one")
            seen.add((route[:-1], charge.id))
