"""Why a vendor is not ranked, and whether it could still win."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from evalkit.evaluation.ranking import NOT_RANKED, RULED_OUT, Ranking
from evalkit.evaluation.record.fact import GateResult
from evalkit.level import SAME
from evalkit.scoring.verdict import COULD_WIN
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.verdict import FACTS_SHORT, NO_MEASURE, NOT_APPLICABLE
from evalkit.wording.numbers import percent_down, percent_up
from evalkit.wording.words import listed


@dataclass(frozen=True)
class Chances:
    """The shares of draws in which vendors come first, by id."""

    ranked: Mapping[str, float] = field(default_factory=dict)
    """Of ranked vendors, the larger of their shares in both kinds of draws."""
    rivals: Mapping[str, float] = field(default_factory=dict)
    """Of vendors that are not ranked, against the ranked ones."""

    def could_win(self, vendor: str) -> bool:
        """Whether a vendor comes first often enough to matter."""
        return max(self.ranked.get(vendor, 0.0), self.rivals.get(vendor, 0.0)) >= COULD_WIN


def facts_short(ranking: Ranking, row: int) -> Iterator[str]:
    """The fewest open measures of a vendor that would have to be settled for it to be ranked.

    The largest first; all of them if they are not enough.
    """
    if ranking.standing[row] != NOT_RANKED:
        return
    decided = ranking.decided
    widths = {
        name: float(_at(decided.weights[name], row) * (value.high[row] - value.low[row])) / 100.0
        for name, value in decided.values.items()
    }
    kept = 1.0 - float(decided.excluded[row])
    missing = ranking.rankable - float(ranking.researched[row])
    for name in sorted(widths, key=lambda each: -widths[each]):
        if missing <= SAME or widths[name] <= 0:
            return
        missing -= widths[name] * kept
        yield name


def _at(share: object, row: int) -> float:
    return share if isinstance(share, float) else float(share[row])  # type: ignore[index]


def why_without_rank(
    ranking: Ranking, row: int, gates: Sequence[GateResult], short: Sequence[str]
) -> str:
    """The reason for which a vendor has no rank; empty if it has one.

    `short` are the titles of the facts that it is short of.
    """
    standing = ranking.standing[row]
    if standing == RULED_OUT:
        return next(gate.failure for gate in gates if gate.failure)
    if standing != NOT_RANKED:
        return ""
    if not ranking.has_score[row]:
        return say(NO_MEASURE)
    share, needed = percent_down(float(ranking.researched[row])), percent_up(ranking.rankable)
    if not short:
        return say(NOT_APPLICABLE, needed=needed, share=share)
    return say(FACTS_SHORT, len(short), needed=needed, share=share, facts=listed(short))


def is_out_of_reach(ranking: Ranking, row: int, chances: Chances) -> bool:
    """Whether a vendor's best case is worse than a ranked vendor's worst, and no draw disagrees."""
    is_below = ranking.scores.high[row] < ranking.floors[row]
    return bool(is_below) and not chances.could_win(ranking.vendors[row].id)
