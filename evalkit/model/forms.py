"""Which keys of a record go together: stated on the record, read by its validator and its schema.

A key that is given as nothing counts as left out.
"""

from typing import Any, ClassVar, Protocol, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from evalkit.model.base import Record


class Condition(Protocol):
    """What must hold between the keys of a record."""

    words: str
    """What a reader is told where it does not hold."""

    def fault(self, record: Record) -> str | None:
        """What is wrong with a record, in words; None where the condition holds."""


class Formed(Record):
    """A record whose keys depend on each other."""

    go_together: ClassVar[tuple[Condition, ...]] = ()
    """In the order in which they are checked: the first that does not hold is reported."""

    @model_validator(mode="after")
    def _keys_go_together(self) -> Self:
        for condition in self.go_together:
            words = condition.fault(self)
            if words is not None:
                raise PydanticCustomError("form", "{words}", {"words": words})
        return self


class Form:
    """Keys that are written together, such as "low high likely?": `?` marks what may be missing."""

    def __init__(self, text: str) -> None:
        self.keys = tuple(key.rstrip("?") for key in text.split())
        self.needed = tuple(key for key in text.split() if not key.endswith("?"))

    def is_begun(self, record: Record) -> bool:
        """Whether a record has any of the keys."""
        return any_given(record, self.keys)

    def is_complete(self, record: Record) -> bool:
        """Whether a record has all keys that the form needs."""
        return all(any_given(record, (key,)) for key in self.needed)


def any_given(record: Record, keys: tuple[str, ...]) -> bool:
    """Whether a file says something under any of the keys; an empty mapping says nothing."""
    for key in keys:
        value: Any = getattr(record, key)
        if value is not None and value != {}:
            return True
    return False


class OneOf:
    """A record has exactly one of several forms, and all of it."""

    def __init__(
        self, *forms: str, words: str, part: str | None = None, or_none: bool = False
    ) -> None:
        self.forms = tuple(map(Form, forms))
        self.words = words
        # Of a form that is not complete.
        self.part = part or words
        # A record of an amount has none where its file says `unknown`.
        self.or_none = or_none

    def fault(self, record: Record) -> str | None:
        """None or several of the forms, or a part of one."""
        begun = [form for form in self.forms if form.is_begun(record)]
        if not begun and self.or_none:
            return None
        if len(begun) != 1:
            return self.words
        return None if begun[0].is_complete(record) else self.part


class SomeOf:
    """A record has at least one of several keys."""

    def __init__(self, *keys: str, words: str) -> None:
        self.keys = keys
        self.words = words

    def fault(self, record: Record) -> str | None:
        """None of the keys."""
        return None if any_given(record, self.keys) else self.words


class Together:
    """A record has the whole of a form or nothing of it."""

    def __init__(self, form: str, words: str) -> None:
        self.form = Form(form)
        self.words = words

    def fault(self, record: Record) -> str | None:
        """A part of the form."""
        is_part = self.form.is_begun(record) and not self.form.is_complete(record)
        return self.words if is_part else None


class NotBoth:
    """A record that has one key has none of some others."""

    def __init__(self, key: str, *others: str, words: str) -> None:
        self.key = key
        self.others = others
        self.words = words

    def fault(self, record: Record) -> str | None:
        """The key, and one of the others."""
        is_both = any_given(record, (self.key,)) and any_given(record, self.others)
        return self.words if is_both else None


class Never:
    """A record says nothing at a route, such as `promotion amount`."""

    def __init__(self, route: str, words: str) -> None:
        self.route = tuple(route.split())
        self.words = words

    def fault(self, record: Record) -> str | None:
        """Something at the end of the route."""
        found: Any = record
        for key in self.route:
            found = getattr(found, key, None)
        return None if found is None else self.words
