"""Rules about ratings, EK217 to EK219."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding
from evalkit.diagnostics.rule import rule
from evalkit.model.criteria import Criteria, Leaf, walk
from evalkit.model.scales.rating import Rating
from evalkit.rules.context import RuleContext
from evalkit.rules.criteria.tree import measure_route
from evalkit.source.near import Names


@rule("EK217")
def rating_not_defined(criteria: Criteria, context: RuleContext) -> Iterator[Finding]:
    """A scale of kind `rating` must name a rating that is defined under `ratings`.

    It is defined once, with the text of each level, in the file itself or in one that it extends.

    Bad:
        ratings:
          fit: {1: does not fit, 2: fits with changes, 3: fits as it is}
        criteria:
          help:
            title: Help
            weight: 40
            measures:
              help_desk: {scale: {kind: rating, of: fits}}

    Good:
        ratings:
          fit: {1: does not fit, 2: fits with changes, 3: fits as it is}
        criteria:
          help:
            title: Help
            weight: 40
            measures:
              help_desk: {scale: {kind: rating, of: fit}}
    """
    known = Names(criteria.ratings)
    for leaf, scale in _rated(criteria):
        if scale.of not in criteria.ratings:
            message = f"there is no rating `{scale.of}`"
            hint = (
                context.near.hint(scale.of, known)
                if criteria.ratings
                else "define it once at the top: `ratings:`, its name, and a text for each level"
            )
            yield Finding(measure_route(leaf, "scale", "of"), message, hint)


@rule("EK218")
def rating_ends_elsewhere(criteria: Criteria, _: RuleContext) -> Iterator[Finding]:
    """`worst` and `best` of a rating must be its first and its last level, either way round.

    A weight is the worth of going from one end to the other. To leave levels out, define another
    rating.

    Bad:
        ratings:
          effort: {1: hardly any, 2: some, 3: much}
        criteria:
          help:
            title: Help
            weight: 40
            measures:
              help_desk: {scale: {kind: rating, of: effort, best: 2}}

    Good:
        ratings:
          effort: {1: hardly any, 2: some, 3: much}
        criteria:
          help:
            title: Help
            weight: 40
            measures:
              help_desk: {scale: {kind: rating, of: effort, best: 1}}
    """
    for leaf, scale in _rated(criteria):
        if not scale.texts:
            continue
        for key, given, end in (
            ("worst", scale.given_worst, scale.worst),
            ("best", scale.given_best, scale.best),
        ):
            if given is not None and given != end:
                ends = f"{min(scale.texts):.15g} or {max(scale.texts):.15g}"
                message = f"{given:.15g} is not the {key} end of the rating `{scale.of}`"
                yield Finding(measure_route(leaf, "scale", key), message, f"write {ends}")


@rule("EK219")
def rating_level_twice(criteria: Criteria, _: RuleContext) -> Iterator[Finding]:
    """A rating must not write one level in two ways.

    `1` and `1.0` are the same number, and only one text could be shown for it.

    Bad:
        ratings:
          fit: {1: does not fit, "1.0": fits with changes, 2: fits as it is}

    Good:
        ratings:
          fit: {1: does not fit, 2: fits with changes, 3: fits as it is}
    """
    for name, grades in criteria.ratings.items():
        seen: dict[float, str] = {}
        for grade in grades:
            first = seen.setdefault(float(grade), grade)
            if first != grade:
                message = f"{grade} of the rating `{name}` is the same number as {first}"
                yield Finding(("ratings", name, grade), message, "keep one of the two", at="key")


def _rated(criteria: Criteria) -> Iterator[tuple[Leaf, Rating]]:
    for leaf in walk(criteria.criteria):
        if isinstance(leaf.measure.scale, Rating):
            yield leaf, leaf.measure.scale
