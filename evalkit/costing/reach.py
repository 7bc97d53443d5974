"""Which unknown amounts of an item matter under a plan: those that can come to be paid."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evalkit.costing.calendar import MONTHS, payments
from evalkit.costing.figures import Amounts, exact
from evalkit.costing.items import Item, volume_known
from evalkit.costing.kinds import Key, Terms
from evalkit.costing.tiers import last_priced, period_volume
from evalkit.model.entries import Entry, amounts, volume_named
from evalkit.model.money import Money
from evalkit.model.prices.amount import Amount
from evalkit.model.prices.charge import Tiered
from evalkit.wording.messages.catalogue import Message, say
from evalkit.wording.messages.record import terms as words
from evalkit.wording.numbers import grouped


@dataclass(frozen=True, slots=True)
class Reach:
    """The volumes that an item can meet, from its lowest to its highest assumptions."""

    item: Item
    money: Money
    lowest: Mapping[Key, Amounts]
    highest: Mapping[Key, Amounts]

    def unknowns(self) -> Iterator[str]:
        """What is not known about the amounts of the item, as phrases."""
        entry = self.item.entry
        if entry.is_generated or self.item.elsewhere or not self._years():
            return
        for key, amount in amounts(entry):
            said = _unknown(entry, key, amount)
            if said and self._matters(key):
                yield say(said, number=_called(key))
        if isinstance(entry, Tiered) and entry.tiers is not None:
            ends = entry.steps[last_priced(entry)].to
            if ends is not None and self._reaches(exact(ends), None):
                yield say(words.LIST_ENDS, bound=grouped(ends, 15))

    def _years(self) -> list[int]:
        """The years of the plan in which something falls due."""
        entry = self.item.entry
        every = getattr(entry, "every", None) or "month"
        if entry.start > MONTHS * self.money.years:
            return []
        start = max(entry.start, 1)
        return [y for y in range(1, self.money.years + 1) if payments(y, every, start, entry.end)]

    def _matters(self, key: Key) -> bool:
        entry = self.item.entry
        if key == ("yearly_increase",):
            return max(self._years()) > 1
        if isinstance(entry, Tiered):
            return self._meets_tier(entry, key)
        per = volume_named(self.money, getattr(entry, "per", None) or "")
        if per is None or key == ("minimum_monthly",) or not volume_known(self.money, per):
            return True
        # Of nothing, any price is nothing.
        terms = Terms(self.money, self.item.key, self.highest)
        return any(terms.volume(per, year) for year in self._years())

    def _meets_tier(self, charge: Tiered, key: Key) -> bool:
        if key == ("fixed",):
            return True
        place = int(key[1]) if key[0] == "tiers" else len(charge.steps) - 1
        if charge.tiers is not None and place > last_priced(charge):
            # The list ends before it, which has a phrase of its own.
            return False
        step = charge.steps[place]
        upper = None if step.to is None or charge.mode == "graduated" else exact(step.to)
        # The fixed amount of the first tier is due without any volume.
        is_due = place == 0 and key[-1] == "fixed"
        return is_due or self._reaches(exact(step.from_), upper)

    def _reaches(self, above: Amounts, upper: Amounts | None) -> bool:
        """Whether the volume of any bill may be above one bound, and up to another."""
        low, high = (
            [self._volume(values, year) for year in self._years()]
            for values in (self.lowest, self.highest)
        )
        return any(
            most > above and (upper is None or least <= upper)
            for least, most in zip(low, high, strict=True)
        )

    def _volume(self, values: Mapping[Key, Amounts], year: int) -> Amounts:
        assert isinstance(self.item.entry, Tiered)  # noqa: S101  # only tiers have bounds
        return period_volume(self.item.entry, Terms(self.money, self.item.key, values), year)


def _unknown(entry: Entry, key: Key, amount: Amount) -> Message | None:
    if amount.is_unknown:
        return words.UNKNOWN
    others = [getattr(each, str(key[0]), None) for each in getattr(entry, "conflicts", ())]
    stated = [amount, *(each for each in others if len(key) == 1 and each is not None)]
    return words.AT_LEAST_ONLY if any(each.is_open_ended for each in stated) else None


def _called(key: Key) -> str:
    """The name of a key's number in a sentence."""
    name = str(key[-1])
    if key[0] == "tiers":
        return say(words.OF_TIER, number=say(words.NUMBERS[name]), tier=str(int(key[1]) + 1))
    return say(words.CALLED.get(name) or words.NUMBERS[name])
