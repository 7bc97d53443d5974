"""The consistency of a weight statement, in words."""

from collections.abc import Callable, Iterator

from evalkit.weighting.implied import Consistency
from evalkit.weighting.pairwise import RANDOM_INDEX_TABLE
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import people as words
from evalkit.wording.numbers import fixed, number, significant, two_decimals


def consistency_in_words(found: Consistency, title_of: Callable[[str], str]) -> str:
    """How well the judgements of a statement agree, and which deviates most."""
    return " ".join([_ratio(found), *_strained(found, title_of)])


def _strained(found: Consistency, title_of: Callable[[str], str]) -> Iterator[str]:
    if found.more and found.less:
        yield say(
            words.STRAINED,
            more=title_of(found.more),
            said=number(found.said),
            less=title_of(found.less),
            implied=significant(found.implied, 2),
        )


def _ratio(found: Consistency) -> str:
    if found.value is None:
        is_long = bool(found.more)
        return say(words.TOO_MANY if is_long else words.NOT_CHECKED, table=RANDOM_INDEX_TABLE)
    if found.limit is None:
        return say(words.XI, xi=fixed(found.value, 3))
    ratio, limit = two_decimals(found.value), two_decimals(found.limit)
    return say(
        words.WITHIN if found.value <= found.limit else words.ABOVE,
        ratio=say(words.ABOUT, ratio=ratio) if found.approximate else ratio,
        limit=say(words.LIMIT_OF, limit=limit, table=found.table) if found.table else limit,
    )
