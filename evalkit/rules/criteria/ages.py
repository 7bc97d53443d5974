"""Rules about ages, windows and measures that replace others, EK214 and EK215."""

from collections.abc import Iterator, Sequence
from typing import Any

from evalkit.diagnostics.record import Finding, Route
from evalkit.diagnostics.rule import fault, rule
from evalkit.model.criteria import Criteria, walk
from evalkit.model.scale import NAMED
from evalkit.model.scales.rating import Rating
from evalkit.rules.context import RuleContext
from evalkit.rules.criteria.tree import measure_route


@rule("EK214")
def age_or_window_unfit(criteria: Criteria, _: RuleContext) -> Iterator[Finding]:
    """A measure with an `age` or a `window` must have a numeric scale, an age in its own unit.

    Facts on a measure with an `age` are dates, and its scale takes the days or months since then.
    Facts on one with a `window` are counts.

    Bad:
        criteria:
          api:
            measures:
              released: {age: days, unit: weeks}

    Good:
        criteria:
          api:
            measures:
              released: {age: days, unit: days}
    """
    for leaf in walk(criteria.criteria):
        measure, name = leaf.measure, leaf.measure_id
        if not (measure.age or measure.window):
            continue
        if isinstance(measure.scale, (*NAMED, Rating)):
            what = "age" if measure.age else "count"
            unfit = "a rating" if isinstance(measure.scale, Rating) else "a scale of words"
            message = f"the {what} of {name} is a number, which does not fit {unfit}"
            hint = "use `kind: linear`, `points` or `target`"
            yield Finding(measure_route(leaf, "scale", "kind"), message, hint)
        elif measure.age and measure.unit != measure.age:
            message = f"the age of {name} is counted in {measure.age}, not in {measure.unit}"
            hint = "leave `unit` out, and write the scale in that unit"
            yield Finding(measure_route(leaf, "unit"), message, hint)


@fault("EK215")
def replaced_measure_still_there(route: Route, former: str, name: str) -> Finding:
    """A measure that another one replaces must be gone, also from files that extend the criteria.

    What such a file says of the former measure, or that it takes it out, would have no effect on
    the new one.

    Bad:
        criteria:
          scalability:
            measures:
              peak_load: {replaces: [rate_limit]}

    Good:
        criteria:
          scalability:
            measures:
              peak_load: {replaces: [load]}
    """
    hint = f"say it of `{name}`, if it still fits: its scale is its own"
    return Finding(route, f"`{former}` is now `{name}`", hint, at="key")


def replaced_in(layers: Sequence[Any]) -> Iterator[tuple[int, Finding]]:
    """A finding for each replaced measure that criteria files still name, with the file's place."""
    replaced = {
        former: name
        for layer in layers
        for route, measure in _measures(layer)
        for former in _listed(measure)
        if isinstance(name := route[-1], str)
    }
    for number, layer in enumerate(layers if replaced else ()):
        for route, _ in _measures(layer):
            if route[-1] in replaced:
                former = str(route[-1])
                yield number, replaced_measure_still_there(route, former, replaced[former])


def _listed(measure: Any) -> Iterator[str]:
    given = measure.get("replaces") if isinstance(measure, dict) else None
    return (
        (each for each in given if isinstance(each, str)) if isinstance(given, list) else iter(())
    )


def _measures(content: Any, above: Route = ()) -> Iterator[tuple[Route, Any]]:
    """Every measure of a criteria file as it is written, and every background entry."""
    if not isinstance(content, dict):
        return
    for key in ("measures", "background"):
        entries = content.get(key)
        for name, entry in entries.items() if isinstance(entries, dict) else ():
            yield (*above, key, name), entry
    inner = content.get("criteria")
    for name, criterion in inner.items() if isinstance(inner, dict) else ():
        yield from _measures(criterion, (*above, "criteria", name))
