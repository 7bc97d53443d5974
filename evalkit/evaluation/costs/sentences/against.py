"""What vendors are worth beyond what the client can do without one, in a sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evalkit.evaluation.record.costs import Figure
from evalkit.model.vendor import Candidate
from evalkit.wording.numbers import about
from evalkit.wording.words import listed, years

DOING: Mapping[Candidate, str] = {
    "status_quo": "keeping the present solution",
    "platform": "using the platform's own feature",
    "build": "building it",
}
"""What the client does instead of choosing a vendor."""


@dataclass(frozen=True)
class Instead:
    """What the client can do without a vendor, over how many years, in how many draws."""

    candidate: Candidate
    years: int
    draws: int

    @property
    def doing(self) -> str:
        """What the client does."""
        return DOING[self.candidate]


def worth(who: Sequence[str], net: Figure, pays: float | None, instead: Instead) -> str:
    """What some vendors are worth, all of them the same, beyond doing without one."""
    subject = f"{listed([*who])} {'is' if len(who) == 1 else 'are each'} worth"
    amount = f"about {net.shown}" if net.ends else net.without_range
    often = "" if pays is None else f", above zero in {about(pays, instead.draws)} of simulations"
    return f"Against {instead.doing}, {subject} {amount} over {years(instead.years)}{often}."


def not_worked_out(who: str, why: str, instead: Instead) -> str:
    """That the worth of a vendor is not known."""
    return f"We cannot say what {who} is worth against {instead.doing}: {why}."
