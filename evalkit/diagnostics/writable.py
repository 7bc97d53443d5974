"""Text with only what an encoding can write."""

import codecs
import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

_CODES = ("EUR", "GBP", "JPY", "INR", "KRW", "ILS", "TRY", "RUB", "VND", "THB", "UAH", "NGN")
_PLAIN = dict(zip("─├┤│●•−–—’‘“”·×⁄→≤≥€£¥₹₩₪₺₽₫฿₴₦", [
    "-", "|", "|", "|", "o", "*", "-", "-", "-", "'", "'", '"', '"', "-", "x", "/", "->", "<=",
    ">=", *(f"{code} " for code in _CODES),
], strict=True)) | {
    "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ħ": "h", "Ħ": "H",
}  # fmt: skip
"""Signs and letters, and what stands for each where it cannot be written."""
_NONE: Mapping[str, str] = MappingProxyType({})
_NOT_ASCII = re.compile("[^\x00-\x7f]")


def is_unicode(encoding: str) -> bool:
    """Whether an encoding can write every character."""
    return codecs.lookup(encoding).name.startswith("utf")


def writable(text: str, encoding: str, names: Mapping[str, str] = _NONE) -> str:
    """The text, with plain signs, letters without accents, or else escapes such as `\\u682a`.

    Before, each of `names` is replaced by what stands for it.
    """
    if _can_write(text, encoding):
        return text
    for name, plain in names.items():
        text = text.replace(name, plain)
    return _NOT_ASCII.sub(lambda match: _written(match[0], encoding), text)


def is_readable(text: str, encoding: str) -> bool:
    """Whether a text can be written without escapes."""
    return writable(text, encoding).count("\\") == text.count("\\")


def _written(sign: str, encoding: str) -> str:
    if _can_write(sign, encoding):
        return sign
    if sign in _PLAIN:
        return _PLAIN[sign]
    parts = unicodedata.normalize("NFKD", sign)
    letters = [part for part in parts if not unicodedata.category(part).startswith("M")]
    plain = "".join(_PLAIN.get(part, part) for part in letters)
    return plain if _can_write(plain, encoding) else escaped(sign)


def escaped(sign: str) -> str:
    """A character as an escape such as `\\u682a`."""
    return sign.encode("ascii", "backslashreplace").decode("ascii")


def _can_write(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
