"""Messages with named gaps, and the language in which they are said.

A room's messages are constants of its module beside this one. Each is a whole sentence or a whole
label, so that a translation may turn its words round; what stands in a gap is a name, a figure or
another whole message, never a piece of grammar:

    WINS = Message("In {draws} simulations {vendor} wins {share}.")
    OPEN = Message("{count} must-have is open", "{count} must-haves are open")

    say(WINS, draws="10,000", vendor="Stripe", share="57%")
    say(OPEN, 3)
"""

import gettext
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence or label with named gaps, and its plural if it counts something."""

    text: str
    plural: str = ""


@dataclass(frozen=True)
class Language:
    """Translations of messages, and the locale of dates, lists and numbers."""

    translations: gettext.NullTranslations = field(default_factory=gettext.NullTranslations)
    locale: "Locale | None" = None
    """None for British English, which needs nothing of Babel: it takes long to load."""


_ENGLISH = Language()
_spoken: ContextVar[Language] = ContextVar("spoken", default=_ENGLISH)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Say everything in a language, until the block ends."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def is_english() -> bool:
    """Whether the house's own English is spoken."""
    return _spoken.get().locale is None


def locale() -> "Locale":
    """The locale of dates, lists and numbers."""
    from babel import Locale  # noqa: PLC0415

    return _spoken.get().locale or Locale("en", "GB")


def say(message: Message, count: int | None = None, /, **gaps: str) -> str:
    """A message in the language that is spoken, with its gaps filled.

    `count` chooses between singular and plural, and fills the gap `{count}`.
    """
    language = _spoken.get()
    translations = language.translations
    if count is None:
        return translations.gettext(message.text).format_map(gaps)
    found = translations.ngettext(message.text, message.plural, count)
    return found.format_map(gaps if "count" in gaps else {"count": _grouped(count)} | gaps)


def _grouped(count: int) -> str:
    if is_english():
        return f"{count:,}"
    from babel.numbers import format_decimal  # noqa: PLC0415

    return format_decimal(count, "#,##0", locale=locale())


def say_all(messages: Mapping[str, Message]) -> dict[str, str]:
    """The labels of a template, by the names that it has for them."""
    return {name: say(message) for name, message in messages.items()}


def patterns(messages: Mapping[str, Message]) -> dict[str, str]:
    """Messages with their gaps left open, for a script that fills them."""
    translations = _spoken.get().translations
    return {name: translations.gettext(message.text) for name, message in messages.items()}
