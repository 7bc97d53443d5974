"""Rules about trees of criteria, EK201 to EK206, EK211 and EK216."""

from collections import Counter
from collections.abc import Iterator, Mapping

from evalkit.diagnostics.record import Finding, Route
from evalkit.diagnostics.rule import fault, rule
from evalkit.model.criteria import Criteria, Criterion, Leaf, walk
from evalkit.model.scale import Measure
from evalkit.rules.context import RuleContext
from evalkit.source.near import MAX_NAMED, Names, Near


def measure_route(leaf: Leaf, *further: str | int) -> Route:
    """The route to a measure in a criteria file."""
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
def extends_nothing(base: str, known: Names) -> Finding:
    """`extends` must name existing criteria.

    Bad:
        # criteria/erp.yaml
        id: erp
        extends: integrations

    Good:
        # criteria/erp.yaml
        id: erp
        extends: payment-gateways
    """
    return Finding(("extends",), f"there are no criteria `{base}`", Near().hint(base, known))


@fault("EK202")
def extends_in_a_circle(names: tuple[str, ...]) -> Finding:
    """`extends` must not lead back to its own file.

    Bad:
        # criteria/erp.yaml
        id: erp
        extends: pim
        # criteria/pim.yaml
        id: pim
        extends: erp

    Good:
        # criteria/erp.yaml
        id: erp
        extends: pim
        # criteria/pim.yaml
        id: pim
        extends: payment-gateways
    """
    shown = [f"`{name}`" for name in names]
    if len(shown) > MAX_NAMED:
        shown[MAX_NAMED:-1] = ["…"]
    circle = " → ".join(shown)
    return Finding(("extends",), f"this extends itself: {circle}", "remove one `extends`")


MAX_ENTRIES = 1_000
MAX_INHERITED = 4 * 1_048_576
"""The most characters that all criteria files of a workspace may inherit."""


@rule("EK212")
def too_many_entries(criteria: Criteria, _: RuleContext) -> Iterator[Finding]:
    """Criteria must not have more than 1,000 entries, including inherited ones.

    Criteria, measures, background and data objects count together. Nobody weighs a thousand
    things against each other, and every vendor file is checked against all of them.

    Bad:
        # criteria of which one has 1,001 measures

    Good:
        # a few dozen measures, and anything without weight below `background`
    """
    tree = sum(1 for _ in criteria_routes(criteria.criteria)) + sum(
        1 for _ in walk(criteria.criteria)
    )
    count = tree + len(criteria.background) + len(criteria.data_objects)
    if count > MAX_ENTRIES:
        message = f"there are {count:,} criteria, measures, background entries and data objects"
        hint = f"keep at most {MAX_ENTRIES:,} of them"
        yield Finding(("criteria",), message, hint, at="key")


@fault("EK213")
def inherits_too_much() -> Finding:
    """All criteria files of a workspace together must not inherit more than 4 MiB.

    A file that extends a large one becomes as large itself, and so do a thousand such files.

    Bad:
        # a hundred files that extend one of 100 KiB

    Good:
        # a few files that extend one of 10 KiB
    """
    message = "with this file, criteria inherit more than 4 MiB of text from others"
    return Finding(("extends",), message, "extend smaller files, or fewer")


@rule("EK205")
def weight_not_positive(criteria: Criteria, _: RuleContext) -> Iterator[Finding]:
    """Weights of criteria and measures must be above zero.

    Something that is worth nothing is not a criterion; keep it under `background`.

    Bad:
        criteria:
          api: {weight: 0}

    Good:
        criteria:
          api: {weight: 20}
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


@rule("EK216")
def sibling_without_weight(criteria: Criteria, _: RuleContext) -> Iterator[Finding]:
    """A criterion or measure that has siblings must have a weight.

    A weight is the worth of going from worst to best, relative to the siblings. Only what stands
    alone needs none.

    Bad:
        criteria:
          help:
            title: Help
            measures:
              languages: {scale: {kind: checklist, items: {en: 1, de: 1}, because: An example.}}

    Good:
        criteria:
          help:
            title: Help
            weight: 40
            measures:
              languages: {scale: {kind: checklist, items: {en: 1, de: 1}, because: An example.}}
    """
    for route, group in _siblings(criteria):
        bare = [name for name in group if "weight" not in group[name].model_fields_set]
        for name in bare if len(group) > 1 else ():
            other = next(each for each in group if each != name)
            message = f"{name} has no weight, which it needs beside {other}"
            # Of merged files, the place is in the one that adds a sibling.
            yield Finding((*route, name, "weight"), message, "add `weight:`, its worth among them")


def _siblings(criteria: Criteria) -> Iterator[tuple[Route, Mapping[str, Criterion | Measure]]]:
    """Every group of siblings, with the route to it."""
    yield ("criteria",), criteria.criteria
    for route, criterion in criteria_routes(criteria.criteria):
        key = "measures" if criterion.measures else "criteria"
        yield (*route, key), criterion.measures or criterion.criteria or {}


@rule("EK206")
def measure_counted_twice(criteria: Criteria, _: RuleContext) -> Iterator[Finding]:
    """A measure must appear only once in the tree, and not be background as well.

    Under two criteria, its fact would be counted twice.

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
            message = f"{name} is both a measure and background"
            yield Finding(("background", name), message, "keep one of the two", at="key")


@rule("EK211")
def criterion_id_used_twice(criteria: Criteria, _: RuleContext) -> Iterator[Finding]:
    """A criterion's id must be unique among criteria and measures.

    Plans and stakeholders refer to criteria and measures by id alone.

    Bad:
        criteria:
          cost:
            measures:
              cost: {unit: EUR}

    Good:
        criteria:
          cost:
            measures:
              support_fee: {unit: EUR}
    """
    measures = {leaf.measure_id for leaf in walk(criteria.criteria)}
    seen: set[str] = set()
    for route, _criterion in criteria_routes(criteria.criteria):
        name = str(route[-1])
        if name in seen:
            yield Finding(route, f"the id `{name}` is used twice", "rename one", at="key")
        elif name in measures:
            message = f"`{name}` is also the id of a measure"
            yield Finding(route, message, "rename one of the two", at="key")
        seen.add(name)
