"""Rules about scales and units, EK203 to EK210."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.criteria import Criteria, walk
from evalkit.model.fact import UNKNOWN
from evalkit.model.scale import NAMED, Levels, Linear, Points, Target, names_of
from evalkit.model.scales.rating import Rating
from evalkit.rules.context import RuleContext
from evalkit.rules.criteria.tree import measure_route


@rule("EK203")
def scale_with_equal_ends(criteria: Criteria, _: RuleContext) -> Iterator[Finding]:
    """The two ends of a scale must differ.

    Between equal ends there is no swing to weigh.

    Bad:
        criteria:
          scalability:
            measures:
              rate_limit: {scale: {worst: 10, best: 10}}

    Good:
        criteria:
          scalability:
            measures:
              rate_limit: {scale: {worst: 10, best: 100}}
    """
    for leaf in walk(criteria.criteria):
        scale = leaf.measure.scale
        if isinstance(scale, Linear) and scale.worst == scale.best:
            message = f"worst and best of {leaf.measure_id} are both {scale.best:.15g}"
            yield Finding(measure_route(leaf, "scale", "best"), message, "move one of the ends")


@rule("EK204")
def unsorted_points(criteria: Criteria, _: RuleContext) -> Iterator[Finding]:
    """The points of a scale must rise in level, and a target must be between its ends.

    Bad:
        criteria:
          scalability:
            measures:
              peak_load: {scale: {kind: points, points: [[0, 0], [500, 100], [200, 60]]}}

    Good:
        criteria:
          scalability:
            measures:
              peak_load: {scale: {kind: points, points: [[0, 0], [200, 60], [500, 100]]}}
    """
    for leaf in walk(criteria.criteria):
        scale = leaf.measure.scale
        if isinstance(scale, Points):
            for number, (before, after) in enumerate(
                zip(scale.points, scale.points[1:], strict=False)
            ):
                if before[0] >= after[0]:
                    route = measure_route(leaf, "scale", "points", number + 1)
                    message = f"{after[0]:.15g} is not above {before[0]:.15g}"
                    yield Finding(route, message, "sort the points by their first number")
        if isinstance(scale, Target) and not scale.worst_below < scale.best < scale.worst_above:
            route = measure_route(leaf, "scale", "best")
            yield Finding(route, "best is not between its ends", "correct the ends")


@rule("EK207")
def scale_without_full_swing(criteria: Criteria, _: RuleContext) -> Iterator[Finding]:
    """A scale must span 0 to 100.

    A weight is the worth of going from worst to best. A scale that uses only part of 0 to 100
    gives the measure less weight than stated, and what is unknown too narrow a range.

    Bad:
        criteria:
          api:
            measures:
              api_style: {scale: {kind: levels, levels: {rest: 80, none: 20}}}

    Good:
        criteria:
          api:
            measures:
              api_style: {scale: {kind: levels, levels: {rest: 100, none: 0}}}
    """
    for leaf in walk(criteria.criteria):
        scale = leaf.measure.scale
        if isinstance(scale, Levels):
            values = list(scale.levels.values())
        elif isinstance(scale, Points):
            values = [value for _, value in scale.points]
        else:
            continue
        if (min(values), max(values)) != (0, 100):
            message = f"the values of {leaf.measure_id} run from {min(values):g} to {max(values):g}"
            yield Finding(
                measure_route(leaf, "scale"),
                message,
                "let the worst be worth 0 and the best 100",
                at="key",
            )


@rule("EK208", Severity.WARNING)
def scale_without_reason(criteria: Criteria, _: RuleContext) -> Iterator[Finding]:
    """A scale should give the reason for its ends.

    The ends decide what a point is worth; without a reason, they may look chosen to favour a
    vendor.

    Bad:
        criteria:
          api:
            measures:
              api_style:
                scale: {kind: levels, levels: {rest: 100, none: 0}, because: null}

    Good:
        criteria:
          api:
            measures:
              api_style:
                scale: {kind: levels, levels: {rest: 100, none: 0}, because: The shop speaks REST.}
    """
    for leaf in walk(criteria.criteria):
        # What the levels of a rating mean is stated, and so are its ends.
        if not leaf.measure.scale.because and not isinstance(leaf.measure.scale, Rating):
            message = f"the scale of {leaf.measure_id} gives no reason"
            yield Finding(measure_route(leaf, "scale"), message, "add `because:`", at="key")


@rule("EK209", Severity.WARNING)
def number_without_unit(criteria: Criteria, _: RuleContext) -> Iterator[Finding]:
    """A numeric measure should state its unit.

    Ten requests a second and ten a minute are both 10.

    Bad:
        criteria:
          scalability:
            measures:
              rate_limit: {unit: null, scale: {kind: linear, worst: 10, best: 100}}

    Good:
        criteria:
          scalability:
            measures:
              rate_limit: {unit: requests/s, scale: {kind: linear, worst: 10, best: 100}}
    """
    for leaf in walk(criteria.criteria):
        if not isinstance(leaf.measure.scale, (*NAMED, Rating)) and not leaf.measure.unit:
            yield Finding(
                measure_route(leaf), f"{leaf.measure_id} has no unit", "add `unit:`", at="key"
            )


@rule("EK210")
def level_called_unknown(criteria: Criteria, _: RuleContext) -> Iterator[Finding]:
    """No level or item may be named `unknown`.

    In a fact, this word means that the value is not known, which never scores.

    Bad:
        criteria:
          api:
            measures:
              api_style: {scale: {kind: levels, levels: {rest: 100, unknown: 0}}}

    Good:
        criteria:
          api:
            measures:
              api_style: {scale: {kind: levels, levels: {rest: 100, none: 0}}}
    """
    for leaf in walk(criteria.criteria):
        scale = leaf.measure.scale
        if isinstance(scale, NAMED) and UNKNOWN in names_of(scale):
            key = "levels" if isinstance(scale, Levels) else "items"
            route = measure_route(leaf, "scale", key, UNKNOWN)
            yield Finding(route, "`unknown` cannot be a level", "choose another name", at="key")
