"""Turn the draws into robustness results."""

import numpy as np

from evalkit.analysis.dominance import potentially_optimal
from evalkit.analysis.smaa import confidence_factors, standard_error
from evalkit.analysis.tally import Acceptability
from evalkit.evaluation.record.robustness import (
    ENOUGH,
    CautiousResult,
    RobustnessResult,
    VendorRobustness,
)
from evalkit.evaluation.robustness.draws import Drawn
from evalkit.evaluation.robustness.field import Field
from evalkit.evaluation.robustness.weight_space import Space
from evalkit.model.weights import IntervalStatement, OrderStatement
from evalkit.scoring.values import Flags, Floats
from evalkit.wording.messages.catalogue import Message, say
from evalkit.wording.messages.record import certainty as words
from evalkit.wording.numbers import about, in_points, number, percent_tenths
from evalkit.wording.words import listed

DIGITS = 6
"""Decimals of means over draws: further ones differ between processors."""
TOLD = 3
"""How many central weights are named, farthest from today's first."""


def robustness(field: Field, space: Space, found: Drawn) -> RobustnessResult:
    """How often each vendor takes each place, and which could be first at all."""
    settings, drawn = field.plan.robustness, found.found.alone
    central = _of_the_likeliest(drawn, is_fixed=settings.has_fixed_weights)
    confidence = confidence_factors(field.case, central, drawn.draws, field.plan.seed)
    optimal = _optimal(field, space, drawn)
    errors = standard_error(drawn.ranks, drawn.draws)
    return RobustnessResult(
        draws=drawn.draws,
        seed=field.plan.seed,
        precision=settings.precision,
        space=settings.weights,
        concentration=settings.concentration,
        text=" ".join([weights_in_words(field, space), say(words.FACTS), *_gates(field)]),
        left_out=field.left_out,
        cautious=_cautious(field, found),
        vendors=tuple(
            VendorRobustness(
                id=name,
                ranks=tuple(drawn.ranks[row].tolist()),
                errors=tuple(errors[row].tolist()),
                first_alike=float(found.found.alike.first[row]),
                wins=_wins(field, drawn, row),
                central_weights=_central(field, drawn, row),
                confidence=None if np.isnan(confidence[row]) else float(confidence[row]),
                favoured_text=_favoured(field, drawn, row, float(confidence[row])),
                potentially_optimal=optimal[row],
                dominated_by=tuple(field.ids[other] for other in field.dominated[row]),
            )
            for row, name in enumerate(field.ids)
        ),
    )


def _cautious(field: Field, found: Drawn) -> CautiousResult | None:
    if found.cautious is None:
        return None
    return CautiousResult(
        concentration=found.cautious.concentration,
        first=dict(zip(field.ids, found.cautious.alone.tolist(), strict=True)),
        first_alike=dict(zip(field.ids, found.cautious.alike.tolist(), strict=True)),
    )


MOST_SURE = round(1 / ENOUGH)
"""Maximum number of vendors that can each be first in a share of draws of ENOUGH."""


def _of_the_likeliest(drawn: Acceptability, *, is_fixed: bool) -> Floats:
    """Central weights of the likeliest MOST_SURE winners; NaN for all others, or if weights are
    fixed."""
    central = drawn.central.copy()
    if is_fixed:
        central[:] = np.nan
    central[:, np.argsort(-drawn.first, kind="stable")[MOST_SURE:]] = np.nan
    return central


def _favoured(field: Field, drawn: Acceptability, row: int, confidence: float) -> str:
    """The weights that make a vendor first, where they differ most from today's."""
    name = field.vendors[row].name
    if field.plan.robustness.has_fixed_weights:
        return ""
    central = _central(field, drawn, row)
    if central is None:
        return say(words.NEVER_FIRST, vendor=name)
    if drawn.first[row] < ENOUGH or np.isnan(confidence):
        return say(words.RARELY_FIRST, vendor=name)
    today = field.shares_of_top
    moved = sorted(central, key=lambda criterion: -abs(central[criterion] - today[criterion]))
    parts = [
        say(
            words.WEIGHT_TODAY,
            criterion=field.criteria.title_of(each),
            share=percent_tenths(central[each]),
            today=percent_tenths(today[each]),
        )
        for each in moved[:TOLD]
    ]
    share = about(confidence, drawn.draws)
    return say(words.FIRST_FOR, vendor=name, weights=listed(parts), share=share)


def _wins(field: Field, drawn: Acceptability, row: int) -> dict[str, float]:
    return {
        other: float(drawn.wins[row, place])
        for place, other in enumerate(field.ids)
        if place != row
    }


def _central(field: Field, drawn: Acceptability, row: int) -> dict[str, float] | None:
    """Central weights by top-level criterion, as drawn: with every measure applying."""
    weights = drawn.central[-1, row]
    if field.plan.robustness.has_fixed_weights or np.isnan(weights).any():
        return None
    found = dict.fromkeys(field.top, 0.0)
    for leaf, weight in zip(field.criteria.leaves.values(), weights.tolist(), strict=True):
        found[leaf.top] += weight
    return {name: round(weight, DIGITS) for name, weight in found.items()}


def _optimal(field: Field, space: Space, drawn: Acceptability) -> list[bool | None]:
    """Which vendors could be first under any permitted weights and facts; None if undecided.

    A vendor that was first in a draw needs no further proof. The result is exact if only top-level
    weights are drawn. If weights below are drawn too, they are left entirely free: a vendor that
    cannot be first even then never can.
    """
    seen = drawn.first > 0
    applying = np.column_stack([field.nodes[name].applies for name in field.top])
    if (applying == 0).any():
        # Weights that move to siblings make scores non-linear, out of reach of linear programming.
        return [True if yes else None for yes in seen]
    possible = np.ones_like(seen)
    if not space.below:
        possible = seen
        for region in space.top:
            possible = potentially_optimal(*field.ends(field.top), region, possible)
        return [bool(yes) for yes in possible]
    if (field.case.patterns == field.case.patterns[0]).all():
        possible = _with_free_parts(field, space, seen)
    return [
        True if yes else None if maybe else False for yes, maybe in zip(seen, possible, strict=True)
    ]


def _with_free_parts(field: Field, space: Space, known: Flags) -> Flags:
    """Which could be first if the weights below drawn criteria were entirely free."""
    names, parts = [], []
    for place, top in enumerate(field.top):
        for name in _columns(field, space, top):
            names.append(name)
            parts.append(np.eye(len(field.top))[place])
    for region in space.top:
        known = potentially_optimal(*field.ends(names), region, known, np.array(parts).T)
    return known


def _columns(field: Field, space: Space, name: str) -> list[str]:
    """A criterion itself, or its parts if any weights below it are drawn."""
    below = field.criteria.groups.get(name, ())
    parts = [part for child in below for part in _columns(field, space, child)]
    return parts if name in space.below or parts != list(below) else [name]


def _gates(field: Field) -> list[str]:
    return [say(words.GATES_AS_MET)] if field.has_open_gates else []


def weights_in_words(field: Field, space: Space) -> str:
    """How weights were drawn."""
    if field.plan.robustness.has_fixed_weights:
        return say(words.FIXED_BY_RULE)
    text = _top_in_words(field)
    if not space.below:
        return text
    titles = listed([field.criteria.title_of(name) for name in sorted(space.below)])
    return f"{text} {say(words.BELOW, criteria=titles)}"


def _top_in_words(field: Field) -> str:
    settings, speakers = field.plan.robustness, field.weighting.speakers(None)
    said = bool(speakers) or field.top[0] in field.weighting.plan
    if not said:
        return say(words.NOBODY_SAID)
    if settings.weights == "uniform":
        return say(words.ALL_ALIKE)
    if settings.weights == "order":
        return say(words.ORDER_OF[_whose(field)])
    if settings.weights == "intervals" and speakers:
        return say(words.INTERVALS)
    if settings.weights == "mixture" and speakers:
        return _voices_in_words(field, settings.concentration)
    return say(words.AROUND[_whose(field)], closeness=_closeness(settings.concentration))


def _whose(field: Field) -> words.Whose:
    """Whose weights of the criteria the draws follow, if they follow no single person's."""
    if field.weighting.speakers(None):
        return "people"
    now, stated = field.weighting.weights, field.weighting.stated.weights
    is_tried = any(now.get(name) != stated.get(name) for name in field.top)
    return "scenario" if is_tried else "plan"


def _voices_in_words(field: Field, concentration: float) -> str:
    told: dict[Message, list[str]] = {}
    for voice in field.weighting.speakers(None):
        statement = voice.statement(None)
        if isinstance(statement, OrderStatement):
            how = words.IN_ORDER
        elif isinstance(statement, IntervalStatement):
            how = words.IN_INTERVALS
        else:
            how = words.AROUND_STATED
        told.setdefault(how, []).append(voice.name)
    closeness = _closeness(concentration)
    parts = [say(how, people=listed(names), closeness=closeness) for how, names in told.items()]
    return say(words.BY_PERSON, people="; ".join(parts))


def _closeness(concentration: float) -> str:
    spread = 100 * np.sqrt(0.2 * 0.8 / (concentration + 1))
    return say(
        words.CLOSENESS, concentration=number(concentration), points=in_points(float(spread))
    )
