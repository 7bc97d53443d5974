"""What must hold within criteria and their scales, EK2xx."""

from collections import Counter
from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Route, Severity
from evalkit.diagnostics.rule import fault, rule
from evalkit.model.criteria import Criteria, Criterion, Leaf, walk
from evalkit.model.fact import UNKNOWN
from evalkit.model.scale import NAMED, Levels, Linear, Points, Target, names_of
from evalkit.rules.setting import Setting
from evalkit.source.shape_faults import did_you_mean


def measure_route(leaf: Leaf, *further: str | int) -> Route:
    """The way to a measure in a criteria file."""
    steps: list[str | int] = []
    for name in leaf.above:
        steps += ["criteria", name]
    return (*steps, "measures", leaf.measure_id, *further)


def criteria_routes(
    criteria: dict[str, Criterion], above: Route = ()
) -> Iterator[tuple[Route, Criterion]]:
    """Every criterion of a tree with its route."""
    for name, criterion in criteria.items():
        route = (*above, "criteria", name)
        yield route, criterion
        yield from criteria_routes(criterion.criteria or {}, route)


@fault("EK201")
def extends_nothing(base: str, known: tuple[str, ...]) -> Finding:
    """`extends` names criteria that exist.

    Bad:
        # criteria/erp.yaml
        id: erp
        title: ERP systems
        extends: integrations

    Good:
        # criteria/erp.yaml
        id: erp
        title: ERP systems
        extends: payment-gateways
    """
    return Finding(("extends",), f"there are no criteria `{base}`", did_you_mean(base, known))


@fault("EK202")
def extends_in_a_circle(names: tuple[str, ...]) -> Finding:
    """`extends` does not lead back to its own file.

    Bad:
        # criteria/erp.yaml
        id: erp
        title: ERP systems
        extends: pim
        # criteria/pim.yaml
        id: pim
        title: PIM systems
        extends: erp

    Good:
        # criteria/erp.yaml
        id: erp
        title: ERP systems
        extends: payment-gateways
    """
    circle = " → ".join(f"`{name}`" for name in names)
    return Finding(("extends",), f"this extends itself: {circle}", "remove one `extends`")


@rule("EK203")
def scale_with_equal_ends(criteria: Criteria, _: Setting) -> Iterator[Finding]:
    """The two ends of a scale differ.

    Between equal ends there is no swing, so no weight means anything.

    Bad:
        criteria:
          scalability:
            title: Scalability
            weight: 1
            measures:
              rate_limit:
                unit: requests/s
                weight: 1
                scale: {kind: linear, worst: 10, best: 10, because: An example.}

    Good:
        criteria:
          scalability:
            title: Scalability
            weight: 1
            measures:
              rate_limit:
                unit: requests/s
                weight: 1
                scale: {kind: linear, worst: 10, best: 100, because: An example.}
    """
    for leaf in walk(criteria.criteria):
        scale = leaf.measure.scale
        if isinstance(scale, Linear) and scale.worst == scale.best:
            message = f"worst and best of {leaf.measure_id} are both {scale.best:.15g}"
            yield Finding(measure_route(leaf, "scale", "best"), message, "move one of the ends")


@rule("EK204")
def unsorted_points(criteria: Criteria, _: Setting) -> Iterator[Finding]:
    """The points of a scale rise strictly in their level, and a target lies between its ends.

    Bad:
        criteria:
          scalability:
            title: Scalability
            weight: 1
            measures:
              rate_limit:
                unit: requests/s
                weight: 1
                scale: {kind: points, points: [[1, 0], [100, 100], [25, 60]], because: An example.}

    Good:
        criteria:
          scalability:
            title: Scalability
            weight: 1
            measures:
              rate_limit:
                unit: requests/s
                weight: 1
                scale: {kind: points, points: [[1, 0], [25, 60], [100, 100]], because: An example.}
    """
    for leaf in walk(criteria.criteria):
        scale = leaf.measure.scale
        if isinstance(scale, Points):
            for number, (before, after) in enumerate(
                zip(scale.points, scale.points[1:], strict=False)
            ):
                if before[0] >= after[0]:
                    route = measure_route(leaf, "scale", "points", number + 1)
                    message = f"{after[0]:.15g} does not lie above {before[0]:.15g}"
                    yield Finding(route, message, "sort the points by their first number")
        if isinstance(scale, Target) and not scale.worst_below < scale.best < scale.worst_above:
            route = measure_route(leaf, "scale", "best")
            yield Finding(route, "best does not lie between its ends", "correct the ends")


@rule("EK205")
def weight_not_positive(criteria: Criteria, _: Setting) -> Iterator[Finding]:
    """Weights of criteria and measures are above zero.

    What is worth nothing is not a criterion; keep it under `background`.

    Bad:
        criteria:
          api:
            title: API
            weight: 0
            measures:
              api_style:
                weight: 1
                scale: {kind: levels, levels: {rest: 100, none: 0}, because: An example.}

    Good:
        criteria:
          api:
            title: API
            weight: 20
            measures:
              api_style:
                weight: 1
                scale: {kind: levels, levels: {rest: 100, none: 0}, because: An example.}
    """
    hint = "give it a weight above zero, or move it to `background`"
    for route, criterion in criteria_routes(criteria.criteria):
        if criterion.weight <= 0:
            yield Finding(
                (*route, "weight"), f"the weight {criterion.weight:.15g} is not positive", hint
            )
    for leaf in walk(criteria.criteria):
        weight = leaf.measure.weight
        if weight <= 0:
            route = measure_route(leaf, "weight")
            yield Finding(route, f"the weight {weight:.15g} is not positive", hint)


@rule("EK206")
def measure_counted_twice(criteria: Criteria, _: Setting) -> Iterator[Finding]:
    """A measure stands once in the tree, and is not background as well.

    Under two criteria its fact would be counted twice.

    Bad:
        background:
          api_style: {question: Which styles of API does it offer?}

    Good:
        background:
          api_description: {question: Where is the API described?}
    """
    counts = Counter(leaf.measure_id for leaf in walk(criteria.criteria))
    seen: set[str] = set()
    for leaf in walk(criteria.criteria):
        name = leaf.measure_id
        if name in seen:
            yield Finding(measure_route(leaf), f"{name} is measured twice", "keep one", at="key")
        seen.add(name)
    for name in criteria.background:
        if name in counts:
            message = f"{name} is a measure as well as background"
            yield Finding(("background", name), message, "keep one of the two", at="key")


@rule("EK207", Severity.WARNING)
def scale_without_full_swing(criteria: Criteria, _: Setting) -> Iterator[Finding]:
    """A scale reaches from 0 to 100.

    A weight is the worth of the swing from worst to best. A scale that uses only part of 0 to
    100 makes the measure lighter than its weight says.

    Bad:
        criteria:
          api:
            title: API
            weight: 1
            measures:
              api_style:
                weight: 1
                scale: {kind: levels, levels: {rest: 80, none: 20}, because: An example.}

    Good:
        criteria:
          api:
            title: API
            weight: 1
            measures:
              api_style:
                weight: 1
                scale: {kind: levels, levels: {rest: 100, none: 0}, because: An example.}
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
                measure_route(leaf, "scale"), message, "let them run from 0 to 100", at="key"
            )


@rule("EK208", Severity.WARNING)
def scale_without_reason(criteria: Criteria, _: Setting) -> Iterator[Finding]:
    """A scale says why its ends are where they are.

    Ends decide what a point is worth; without a reason they look chosen to make somebody win.

    Bad:
        criteria:
          api:
            title: API
            weight: 1
            measures:
              api_style:
                weight: 1
                scale: {kind: levels, levels: {rest: 100, none: 0}}

    Good:
        criteria:
          api:
            title: API
            weight: 1
            measures:
              api_style:
                weight: 1
                scale: {kind: levels, levels: {rest: 100, none: 0}, because: The shop speaks REST.}
    """
    for leaf in walk(criteria.criteria):
        if not leaf.measure.scale.because:
            message = f"the scale of {leaf.measure_id} does not say why"
            yield Finding(measure_route(leaf, "scale"), message, "add `because:`", at="key")


@rule("EK209", Severity.WARNING)
def number_without_unit(criteria: Criteria, _: Setting) -> Iterator[Finding]:
    """A measure in numbers names its unit.

    Ten requests a second and ten a minute are both 10.

    Bad:
        criteria:
          scalability:
            title: Scalability
            weight: 1
            measures:
              rate_limit:
                weight: 1
                scale: {kind: linear, worst: 0, best: 100, because: An example.}

    Good:
        criteria:
          scalability:
            title: Scalability
            weight: 1
            measures:
              rate_limit:
                unit: requests/s
                weight: 1
                scale: {kind: linear, worst: 0, best: 100, because: An example.}
    """
    for leaf in walk(criteria.criteria):
        if not isinstance(leaf.measure.scale, NAMED) and not leaf.measure.unit:
            yield Finding(
                measure_route(leaf), f"{leaf.measure_id} has no unit", "add `unit:`", at="key"
            )


@rule("EK210")
def level_called_unknown(criteria: Criteria, _: Setting) -> Iterator[Finding]:
    """No level or item is called `unknown`.

    In a fact this word means that nothing was found, and that never scores.

    Bad:
        criteria:
          api:
            title: API
            weight: 1
            measures:
              api_style:
                weight: 1
                scale: {kind: levels, levels: {rest: 100, unknown: 0}, because: An example.}

    Good:
        criteria:
          api:
            title: API
            weight: 1
            measures:
              api_style:
                weight: 1
                scale: {kind: levels, levels: {rest: 100, none: 0}, because: An example.}
    """
    for leaf in walk(criteria.criteria):
        scale = leaf.measure.scale
        if isinstance(scale, NAMED) and UNKNOWN in names_of(scale):
            key = "levels" if isinstance(scale, Levels) else "items"
            route = measure_route(leaf, "scale", key, UNKNOWN)
            yield Finding(route, "`unknown` cannot be a level", "name what it means", at="key")
