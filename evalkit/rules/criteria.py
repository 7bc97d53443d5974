"""What must hold within a tree of criteria, EK201 to EK206 and EK211."""

from collections import Counter
from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Route
from evalkit.diagnostics.rule import fault, rule
from evalkit.model.criteria import Criteria, Criterion, Leaf, walk
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


@rule("EK211")
def criterion_id_used_twice(criteria: Criteria, _: Setting) -> Iterator[Finding]:
    """A criterion's id stands once in the tree, and no measure has it as well.

    Plans and stakeholders give weights to criteria and measures by id alone.

    Bad:
        criteria:
          cost:
            title: Cost
            weight: 20
            measures:
              cost:
                weight: 1
                unit: EUR
                scale: {kind: linear, worst: 900, best: 0, because: An example.}

    Good:
        criteria:
          cost:
            title: Cost
            weight: 20
            measures:
              monthly_fee:
                weight: 1
                unit: EUR
                scale: {kind: linear, worst: 900, best: 0, because: An example.}
    """
    measures = {leaf.measure_id for leaf in walk(criteria.criteria)}
    seen: set[str] = set()
    for route, _criterion in criteria_routes(criteria.criteria):
        name = str(route[-1])
        if name in seen:
            yield Finding(route, f"the id `{name}` is used twice", "rename one", at="key")
        elif name in measures:
            message = f"`{name}` is the id of a measure as well"
            yield Finding(route, message, "rename one of the two", at="key")
        seen.add(name)
