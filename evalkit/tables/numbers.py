"""Numbers as people write them: with a decimal point or comma, in groups, and as percentages."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.numbers import NumberFormatError, get_decimal_symbol, parse_decimal

from evalkit.errors import EvalkitError
from evalkit.tables.cells import Cell

POINT, COMMA = "en", "de"
"""A locale with a decimal point, and one with a decimal comma."""
_PLAIN = re.compile(r"-?[0-9]{1,15}")
_NUMERIC = re.compile(r"[-+−]?[0-9][0-9.,'’\u00a0\u202f ]{0,40}", re.ASCII)
_SHORT = 40
_PERCENT = re.compile(r"\s*%")
_APOSTROPHE = re.compile(r"(?<=[0-9])['’](?=[0-9]{3})")
"""Thousands in Switzerland; Babel takes the sign for a quotation mark."""


def percent(share: float) -> float:
    """The number before the percent sign: 0.07 is 7, not 7.000000000000001."""
    return float(Decimal(repr(share)) * 100)


def number(cell: Cell, locale: str) -> float | None:
    """The number in a cell, of a percentage the number before the sign; None if it holds none."""
    if isinstance(cell.content, float):
        return cell.content
    return number_in(cell.text, locale) if isinstance(cell.content, str) else None


@lru_cache(maxsize=4096)
def number_in(text: str, locale: str) -> float | None:
    """The number that a text is, as a locale writes it; None if it is none."""
    bare = _bare(text)
    if _PLAIN.fullmatch(bare):
        return float(bare)
    if not _NUMERIC.fullmatch(bare):
        return None
    # Babel knows the minus sign of each locale, but not that a person may use another.
    sign = -1 if bare[0] in "-−" else 1
    try:
        return sign * float(parse_decimal(bare.lstrip("-+−"), locale, strict=True))
    except NumberFormatError:
        return None


def locale_named(name: str) -> str:
    """The name of a locale, if there is one. Raises EvalkitError if there is none."""
    try:
        return str(Locale.parse(name.replace("-", "_")))
    except (UnknownLocaleError, ValueError) as error:
        raise EvalkitError(
            f"no locale {name!r}; name one such as {POINT} for 1,234.5 or {COMMA} for 1.234,5"
        ) from error


def decimal_sign(locale: str) -> str:
    """The sign before the decimals in a locale."""
    return str(get_decimal_symbol(locale))


def locale_of(cells: Iterable[Cell]) -> str:
    """Whether texts have a decimal point or comma, if they leave no doubt.

    Raises EvalkitError with the cells that leave one.
    """
    possible: dict[str, Cell | None] = {POINT: None, COMMA: None}
    doubt: Cell | None = None
    for cell, text in _pieces(cells):
        found = {locale: number_in(text, locale) for locale in possible}
        if None not in found.values() and found[POINT] != found[COMMA]:
            doubt = doubt or cell
        for locale in (POINT, COMMA):
            # What is a number in neither of them, such as a version, says nothing.
            if found[locale] is None and set(found.values()) != {None}:
                possible[locale] = possible[locale] or cell
    return _decided(possible, doubt)


def _pieces(cells: Iterable[Cell]) -> Iterator[tuple[Cell, str]]:
    """Everything like a number in short texts; of sentences, nothing follows."""
    for cell in cells:
        if isinstance(cell.content, str) and len(cell.text) <= _SHORT:
            for found in _NUMERIC.finditer(_APOSTROPHE.sub("", cell.text)):
                yield cell, found[0].rstrip(" .,'’\u00a0\u202f")


def _decided(against: dict[str, Cell | None], doubt: Cell | None) -> str:
    ask = f"say which with --locale {POINT} or --locale {COMMA}"
    point, comma = against[POINT], against[COMMA]
    if point and comma:
        raise EvalkitError(
            f"{point.address} ({point.text}) has a decimal comma and {comma.address} "
            f"({comma.text}) a decimal point; {ask}"
        )
    if doubt and not point and not comma:
        raise EvalkitError(
            f"{doubt.address} ({doubt.text}) may have a decimal point, a decimal comma or "
            f"thousands; {ask}"
        )
    return COMMA if point else POINT


def _bare(text: str) -> str:
    return _APOSTROPHE.sub("", _PERCENT.sub("", text.strip()))
