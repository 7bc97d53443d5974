"""How often each vendor wins in the simulations."""

from collections.abc import Sequence

from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.evaluation.record.robustness import RobustnessResult
from evalkit.report.charts.bars import Wins, axis, bars
from evalkit.templates.view import View
from evalkit.wording.messages import certainty as told
from evalkit.wording.messages.catalogue import Message, say
from evalkit.wording.messages.figures import (
    between_in_simulations,
    in_simulations,
    percent,
    whole_number,
)

MOST_RANKED, MOST_OTHERS = 6, 4
"""How many vendors have a bar that are ranked, and that are not."""


def shares(evaluation: Evaluation) -> View | None:
    """A row for each vendor that may win; None if nothing was simulated that differs."""
    found = evaluation.robustness
    if found is None:
        return None
    others = _others(evaluation)
    ranked = found.vendors if len(found.vendors) > 1 else ()
    names = {vendor.id: vendor.name for vendor in evaluation.vendors}
    rows = [
        _row(names[each.id], each.ranks[0], each.first_alike, found.draws)
        for each in ranked[:MOST_RANKED]
    ]
    if not rows and not others:
        return None
    return {
        "title": _title(found, names),
        "note": say(told.VARIED_FACTS if found.space == "fixed" else told.VARIED) if rows else "",
        "axis": axis((percent(0), percent(1))),
        "rows": rows,
        "others_title": say(told.NOT_RANKED) if rows and others else "",
        "others": [_other(vendor, found.draws) for vendor in others],
        "key": bool(rows),
        "notes": _notes(found, len(ranked)),
    }


def _title(found: RobustnessResult, names: dict[str, str]) -> str:
    draws = whole_number(found.draws)
    if len(found.vendors) > 1:
        return say(told.SHARES, draws=draws)
    return say(told.SHARES_OF_OTHERS, leader=names[found.vendors[0].id], draws=draws)


def _others(evaluation: Evaluation) -> list[VendorResult]:
    """Vendors that are not ranked and win at times, likeliest first."""
    able = [vendor for vendor in evaluation.vendors if vendor.could_win]
    return sorted(able, key=lambda vendor: -(vendor.could_win or 0.0))[:MOST_OTHERS]


def _row(name: str, alone: float, alike: float, draws: int) -> View:
    label = say(
        told.WINS,
        vendor=name,
        alone=in_simulations(alone, draws),
        alike=in_simulations(alike, draws),
    )
    return {
        "name": name,
        "picture": bars(Wins(label, alone, alike)),
        "share": between_in_simulations(alone, alike, draws),
    }


def _other(vendor: VendorResult, draws: int) -> View:
    share = in_simulations(vendor.could_win or 0.0, draws)
    label = say(told.WOULD_WIN, vendor=vendor.name, share=share)
    return {
        "name": vendor.name,
        "picture": bars(Wins(label, None, vendor.could_win or 0.0)),
        "share": share,
    }


def _notes(found: RobustnessResult, ranked: int) -> Sequence[str]:
    """Which ranked vendors have no bar."""
    counts: list[tuple[Message, int]] = [
        (told.LESS, ranked - MOST_RANKED),
        (told.LEFT_OUT, found.left_out),
    ]
    return [say(message, count) for message, count in counts if count > 0]
