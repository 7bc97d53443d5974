"""The consistency of a weight statement, in words."""

from collections.abc import Callable

from evalkit.weighting.implied import Consistency
from evalkit.weighting.pairwise import RANDOM_INDEX_TABLE
from evalkit.wording.numbers import fixed, number, significant, two_decimals


def consistency_in_words(found: Consistency, title_of: Callable[[str], str]) -> str:
    """How well the judgements of a statement agree, and which deviates most."""
    strained = (
        f" Most strained: {title_of(found.more)} was said to be worth {number(found.said)} times "
        f"{title_of(found.less)}; the weights make it {significant(found.implied, 2)} times."
        if found.more
        else ""
    )
    if found.value is None and found.more:
        return f"No consistency ratio: {RANDOM_INDEX_TABLE} ends at 15 criteria.{strained}"
    if found.value is None:
        return "Consistency cannot be checked: no answer can be held against another."
    if found.limit is None:
        xi = fixed(found.value, 3)
        return f"ξ of the linear best-worst method {xi}, 0 being consistent.{strained}"
    side = "within" if found.value <= found.limit else "above"
    least = "about " if found.approximate else ""
    table = f" (random index: {found.table})" if found.table else ""
    ratio, limit = two_decimals(found.value), two_decimals(found.limit)
    return f"Consistency ratio {least}{ratio}, {side} {limit}{table}.{strained}"
