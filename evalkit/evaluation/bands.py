"""The word of a plan's bands for a range of points."""

from collections.abc import Sequence

from evalkit.evaluation.record.evaluation import BandResult
from evalkit.level import SAME
from evalkit.model.plan import Plan
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.facts import AT_BEST, BELOW
from evalkit.wording.numbers import between


def bands_of(plan: Plan) -> tuple[BandResult, ...]:
    """A plan's bands, the highest first."""
    found = (BandResult(at_least=float(edge), word=word) for edge, word in plan.bands.items())
    return tuple(sorted(found, key=lambda each: -each.at_least))


def band_of(low: float, high: float, bands: Sequence[BandResult]) -> str:
    """The word for points from `low` to `high`; a range over an edge names both of its ends.

    Empty if there are no bands.
    """
    if not bands:
        return ""
    least, most = _word(low, bands), _word(high, bands)
    if not most:
        return say(BELOW, band=bands[-1].word)
    if not least:
        return say(AT_BEST, band=most)
    return between(least, most)


def _word(points: float, bands: Sequence[BandResult]) -> str:
    return next((each.word for each in bands if points + SAME >= each.at_least), "")
