"""Why vendors have no rank."""

from collections.abc import Iterator, Sequence

from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.templates.view import View
from evalkit.wording.messages import matrix as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import in_simulations, listed, percent_down
from evalkit.wording.words import lower_first

MOST_SHOWN, MOST_FACTS = 6, 3
"""How many vendors are shown before the rest is folded, and how many facts of each are named."""


def reasons(evaluation: Evaluation) -> View:
    """The reason for each vendor without a rank: a few that are shown, the rest folded."""
    found = [
        {"vendor": vendor.name, "sentences": list(_sentences(vendor, evaluation))}
        for vendor in evaluation.vendors
        if vendor.standing != "ranked"
    ]
    more = len(found) - MOST_SHOWN
    return {
        "shown": found[:MOST_SHOWN],
        "folded": found[MOST_SHOWN:],
        "more": say(told.MORE, more) if more > 0 else "",
    }


def _sentences(vendor: VendorResult, evaluation: Evaluation) -> Iterator[str]:
    if vendor.standing == "ruled_out":
        yield say(told.RULED, reason=vendor.reason)
    elif vendor.short:
        yield _short(vendor, evaluation)
    else:
        yield say(told.UNRANKED, reason=vendor.reason)
    draws = evaluation.robustness
    if draws is not None and vendor.could_win:
        yield say(told.CHANCE, share=in_simulations(vendor.could_win, draws.draws))


def _short(vendor: VendorResult, evaluation: Evaluation) -> str:
    """How much of a vendor is settled, and the facts that it lacks for a rank."""
    titles = {m.id: lower_first(m.title) for each in evaluation.criteria for m in each.measures}
    share = percent_down(vendor.researched)
    named = [titles[each] for each in vendor.short]
    return say(told.MISSING, share=share, facts=_some(named))


def _some(named: Sequence[str]) -> str:
    if len(named) <= MOST_FACTS + 1:
        return listed(named)
    return listed([*named[:MOST_FACTS], say(told.OTHER_FACTS, len(named) - MOST_FACTS)])
