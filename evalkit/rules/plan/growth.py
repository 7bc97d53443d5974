"""The rule about the size of volumes over the years, EK543."""

import math
from collections.abc import Iterator

from evalkit.diagnostics.record import Finding
from evalkit.diagnostics.rule import rule
from evalkit.model.money import Money
from evalkit.model.plan import Plan
from evalkit.rules.context import RuleContext
from evalkit.rules.plan.volumes import depths_of
from evalkit.rules.prices.places import MAX_DEPTH


@rule("EK543")
def volume_out_of_reach(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """A volume must stay between 1e-30 and 1e30 over the years.

    Growth compounds over the years, and along shares of other volumes, so small mistakes can lead
    to meaningless numbers.

    Bad:
        # plans/storefront-payments.yaml
        money:
          years: 30
          volumes:
            visits: {value: 1.0e+15, growth: 0.9}
            carts: {share: 0.5, of: visits, growth: 0.9}
            orders: {share: 0.5, of: carts, growth: 0.9}

    Good:
        # plans/storefront-payments.yaml
        money:
          years: 30
          volumes:
            visits: {value: 1.0e+6, growth: 0.09}
            carts: {share: 0.5, of: visits}
            orders: {share: 0.5, of: carts}
    """
    if plan.money is None:
        return
    for name, (least, most) in _powers(plan.money).items():
        if most > FARTHEST or least < -FARTHEST:
            power = most if most > FARTHEST else least
            message = f"over {plan.money.years} years this volume reaches about 1e{power:+.0f}"
            route = ("money", "volumes", name)
            yield Finding(route, message, "correct the number or its growth", at="key")


FARTHEST = 30
"""The power of ten of the largest volume; negative, of the smallest."""


def _powers(money: Money) -> dict[str, tuple[float, float]]:
    """Each volume's smallest and largest power of ten over the years; none for a volume of 0."""
    depths, found = depths_of(money.volumes), dict[str, tuple[float, float]]()
    for name in sorted(money.volumes, key=lambda each: depths.get(each, 0)):
        volume = money.volumes[name]
        whole = found.get(volume.of) if volume.of else (0.0, 0.0)
        powers = [math.log10(each) for each in (volume.share or volume).numbers if each > 0]
        if whole is None or not powers or depths.get(name, 0) > MAX_DEPTH:
            continue
        # EK534 reports rates beyond these.
        growth = volume.growth.numbers if volume.growth else ()
        rates = [min(max(each, -0.9), 1) for each in growth]
        years = [0.0, *(math.log10(1 + rate) * (money.years - 1) for rate in rates)]
        found[name] = whole[0] + min(powers) + min(years), whole[1] + max(powers) + max(years)
    return found
