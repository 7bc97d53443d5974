"""Conditions on which keys of a record go together, for its validator and its schema.

A key with an empty value counts as omitted.
"""

from collections.abc import Set
from typing import Any, ClassVar, Protocol, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from evalkit.model.base import NUMBER_SCHEMA, Record

Keys = Set[str]
"""The keys of a record that have a value."""


class Condition(Protocol):
    """A condition on the keys of a record."""

    words: str
    """The message if the condition is not met."""

    def fault(self, record: Record, given: Keys) -> str | None:
        """The fault of a record, in words; None if the condition is met."""


class Formed(Record):
    """A record whose keys depend on each other."""

    go_together: ClassVar[tuple[Condition, ...]] = ()
    """The conditions in order; only the first that is not met is reported."""

    @model_validator(mode="after")
    def _keys_go_together(self) -> Self:
        # Looked at once for all conditions: this is done for every fact of every file.
        given = {key for key, value in self.__dict__.items() if value is not None and value != {}}
        for condition in self.go_together:
            words = condition.fault(self, given)
            if words is not None:
                raise PydanticCustomError("form", "{words}", {"words": words})
        return self


class Form:
    """Keys that are written together, such as "low high likely?"; `?` marks an optional key."""

    def __init__(self, text: str) -> None:
        self.keys = tuple(key.rstrip("?") for key in text.split())
        self.needed = tuple(key for key in text.split() if not key.endswith("?"))
        self._all, self._least = frozenset(self.keys), frozenset(self.needed)

    def is_begun(self, given: Keys) -> bool:
        """Whether any of the keys is given."""
        return not self._all.isdisjoint(given)

    def is_complete(self, given: Keys) -> bool:
        """Whether all keys that the form needs are given."""
        return self._least <= given


class OneOf:
    """A record has exactly one of several forms, and all of it."""

    def __init__(
        self, *forms: str, words: str, part: str | None = None, or_none: bool = False
    ) -> None:
        self.forms = tuple(map(Form, forms))
        self.words = words
        # The message for an incomplete form.
        self.part = part or words
        # An amount has no form if its file says `unknown`.
        self.or_none = or_none
        self._form_of = {key: form for form in self.forms for key in form.keys}

    def fault(self, _: Record, given: Keys) -> str | None:
        """The fault if there are none or several of the forms, or a part of one."""
        begun = {self._form_of[key] for key in self._form_of.keys() & given}
        if not begun and self.or_none:
            return None
        if len(begun) != 1:
            return self.words
        return None if begun.pop().is_complete(given) else self.part


class SomeOf:
    """A record has at least one of several keys."""

    def __init__(self, *keys: str, words: str) -> None:
        self.keys = keys
        self.words = words

    def fault(self, _: Record, given: Keys) -> str | None:
        """The fault if there are none of the keys."""
        return self.words if given.isdisjoint(self.keys) else None


class Together:
    """A record has all of a form or none of it."""

    def __init__(self, form: str, words: str) -> None:
        self.form = Form(form)
        self.words = words

    def fault(self, _: Record, given: Keys) -> str | None:
        """The fault if there is a part of the form."""
        is_part = self.form.is_begun(given) and not self.form.is_complete(given)
        return self.words if is_part else None


class NotBoth:
    """A record with a certain key has none of the others."""

    def __init__(self, key: str, *others: str, words: str) -> None:
        self.key = key
        self.others = others
        self.words = words

    def fault(self, _: Record, given: Keys) -> str | None:
        """The fault if there are the key and one of the others."""
        is_both = self.key in given and not given.isdisjoint(self.others)
        return self.words if is_both else None


class Alone:
    """A record with a certain key has hardly any others."""

    def __init__(self, key: str, *beside: str, words: str) -> None:
        self.key = key
        self.beside = frozenset({key, *beside})
        self.words = words

    def fault(self, _: Record, given: Keys) -> str | None:
        """The fault if there are the key and one that may not stand beside it."""
        return self.words if self.key in given and given - self.beside else None


class Never:
    """A record has no value at a route, such as `promotion amount`."""

    def __init__(self, route: str, words: str) -> None:
        self.route = tuple(route.split())
        self.words = words

    def fault(self, record: Record, _: Keys) -> str | None:
        """The fault if there is a value at the route."""
        found: Any = record
        for key in self.route:
            found = getattr(found, key, None)
        return None if found is None else self.words


UNLIMITED = "unlimited"
"""The word for a number without an upper end."""
HIGH_SCHEMA: dict[str, Any] = {"anyOf": [NUMBER_SCHEMA, {"const": UNLIMITED}]}
NOT_OPEN_SCHEMA: dict[str, Any] = {
    "properties": {"high": {"const": UNLIMITED}},
    "required": ["high", "likely"],
}
"""What is refused of a range without an upper end: it has no most likely number."""


def unfolded(given: dict[str, Any]) -> dict[str, Any]:
    """Keys in which a range up to `unlimited` is written as `at_least`."""
    if given.get("high") != UNLIMITED:
        return given
    if {"likely", "at_least"} & given.keys() or given.get("low") is None:
        raise PydanticCustomError("form", "`high: unlimited` goes with `low` alone")
    rest = {key: value for key, value in given.items() if key != "high"}
    # If it is no number, its fault is found where it is written.
    if type(given["low"]) in {int, float}:
        rest["at_least"] = rest.pop("low")
    return rest
