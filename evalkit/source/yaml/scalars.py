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
# One pattern, because what begins with a digit is mostly a date, which is none of these.
_NUMBER = re.compile(
    r"(?P<integer>[-+]?[0-9]+)"
    r"|(?P<octal_or_hex>0o[0-7]+|0x[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
    r"|(?P<not_finite>[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
)


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
    found = _NUMBER.fullmatch(text)
    return text if found is None else _number(text, found.lastgroup)


def _number(text: str, kind: str | None) -> Scalar:
    if kind == "not_finite" or len(text) > MAX_DIGITS:
        raise NotFiniteError
    if kind != "float":
        return int(text, 0 if kind == "octal_or_hex" else 10)
    number = float(text)
    if not math.isfinite(number):
        raise NotFiniteError
    return number
