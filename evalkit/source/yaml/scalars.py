"""The values of unquoted scalars, by the core schema of YAML 1.2, not by YAML 1.1.

Source: YAML 1.2.2, section 10.3.2 (tag resolution). So `no` and `22:30` are text, and a date
stays text until a field wants a date.
"""

import math
import re

Scalar = str | int | float | bool | None

MAX_DIGITS = 40
"""A number written with more characters than this is a mistake or an attack, not a fact."""

_FIXED: dict[str, Scalar] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_NUMBER_START = frozenset("+-.0123456789")
_INTEGER = re.compile(r"[-+]?[0-9]+")
_OCTAL_OR_HEX = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


class NotFiniteError(ValueError):
    """The scalar is a number that no fact can have: infinite, not a number, or absurdly long."""


def resolve(text: str) -> Scalar:
    """The value of an unquoted scalar.

    Raises NotFiniteError for `.inf`, `.nan`, a number beyond the range of a double, and one with
    more than MAX_DIGITS characters.
    """
    if text in _FIXED:
        return _FIXED[text]
    if text[0] not in _NUMBER_START:
        return text
    if _INTEGER.fullmatch(text):
        return int(_short(text))
    if _OCTAL_OR_HEX.fullmatch(text):
        return int(_short(text), 0)
    if _FLOAT.fullmatch(text):
        return _finite(float(_short(text)))
    if _NOT_FINITE.fullmatch(text):
        raise NotFiniteError
    return text


def _short(text: str) -> str:
    if len(text) > MAX_DIGITS:
        raise NotFiniteError
    return text


def _finite(number: float) -> float:
    if not math.isfinite(number):
        raise NotFiniteError
    return number
