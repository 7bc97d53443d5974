"""What speaks against a route, and what follows from it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from evalkit.integration.capacity import LimitCheck
from evalkit.integration.compatibility import Answer, Compatibility
from evalkit.model.flow import Flow
from evalkit.model.integration import TIMINGS, Plugin, Timing
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.fit import TIMES
from evalkit.wording.messages.record import routes as words

Feasibility = Literal["possible", "with_work", "not_possible", "unknown"]
Weight = Literal["hard", "doubt", "soft", "open"]
"""Effect of a drawback: it rules the route out, it may do so, it leaves work or a risk, or it is
unknown."""

CARRIED: tuple[Feasibility, ...] = ("possible", "with_work")


@dataclass(frozen=True, slots=True)
class Loss:
    """A drawback of a route."""

    what: str
    weight: Weight
    text: str


def timing_losses(given: Timing, wanted: Timing, *, is_assumed: bool) -> Iterator[Loss]:
    """The drawback of a route that is too slow."""
    if TIMINGS.index(given) > TIMINGS.index(wanted):
        said = words.ARRIVES_USUALLY if is_assumed else words.ARRIVES
        text = say(said, given=say(TIMES[given]), wanted=say(TIMES[wanted]))
        yield Loss("timing", "hard", text)


def limit_losses(flow: Flow, limits: Sequence[LimitCheck]) -> Iterator[Loss]:
    """Limits that are not enough, or are not known to be, or are not on record."""
    for check in limits:
        if not check.is_enough:
            yield Loss("limit", "doubt" if check.is_open else "hard", check.text)
    has_peak = flow.peak_per_hour or flow.peak_per_second or flow.per_day
    if has_peak and not limits:
        yield Loss("limit", "open", say(words.NO_LIMIT))


def requirements(found: Sequence[Compatibility]) -> Iterator[Loss]:
    """The requirements that are not met, then those met in part, then those that are open."""
    weights: dict[Answer, Weight] = {"no": "hard", "some": "soft", "unknown": "open"}
    for answer, weight in weights.items():
        for each in found:
            if each.answer == answer:
                # Of which packages a release is made decides whether the plug-in installs at all.
                is_doubt = answer == "unknown" and each.what == "packages"
                yield Loss(each.what, "doubt" if is_doubt else weight, each.text)


def limitations(plugin: Plugin) -> Iterator[Loss]:
    """What a plug-in is known not to do."""
    for each in plugin.limitations:
        weight: Weight = "hard" if each.severity == "blocking" else "soft"
        # A minor limitation is reported, but needs no work.
        what = "minor limitation" if each.severity == "minor" else "limitation"
        yield Loss(what, weight, each.text)


def card_data_at(card_data: str | None) -> Iterator[Loss]:
    """The drawback of a place where card numbers go on a route."""
    if card_data == "stored":
        yield Loss("card_data", "hard", say(words.CARD_STORED))
    elif card_data == "passes_shop":
        yield Loss("card_data", "hard", say(words.CARD_PASSES))
    elif card_data is None:
        yield Loss("card_data", "open", say(words.CARD_UNKNOWN))


def outcome_of(losses: Sequence[Loss], *, ready: bool) -> Feasibility:
    """Whether a route carries a flow; one that is `ready` needs nothing to be built."""
    weights = {loss.weight for loss in losses}
    if "hard" in weights:
        return "not_possible"
    if "doubt" in weights:
        return "unknown"
    if ready and not any(loss.what == "limitation" for loss in losses):
        return "possible"
    return "with_work"
