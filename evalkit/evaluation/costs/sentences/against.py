"""What vendors are worth beyond what the client can do without one, in a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from evalkit.evaluation.record.costs import Figure
from evalkit.model.vendor import Candidate
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.costs import (
    ABOUT,
    DOING,
    WORTH,
    WORTH_OFTEN,
    WORTH_UNKNOWN,
)
from evalkit.wording.numbers import about
from evalkit.wording.words import listed, years


@dataclass(frozen=True)
class Instead:
    """What the client can do without a vendor, over how many years, in how many draws."""

    candidate: Candidate
    years: int
    draws: int

    @property
    def doing(self) -> str:
        """What the client does."""
        return say(DOING[self.candidate])


def worth(who: Sequence[str], net: Figure, pays: float | None, instead: Instead) -> str:
    """What some vendors are worth, all of them the same, beyond doing without one."""
    return say(
        WORTH if pays is None else WORTH_OFTEN,
        len(who),
        doing=instead.doing,
        vendors=listed(who),
        amount=say(ABOUT, amount=net.shown) if net.ends else net.without_range,
        years=years(instead.years),
        share=about(pays or 0.0, instead.draws),
    )


def not_worked_out(who: str, why: str, instead: Instead) -> str:
    """That the worth of a vendor is not known."""
    return say(WORTH_UNKNOWN, vendor=who, doing=instead.doing, reason=why)
