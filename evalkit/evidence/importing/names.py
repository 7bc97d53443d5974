"""Names in a table → ids of files and measures."""

import re
import unicodedata
from collections.abc import Iterable

_MOST = 64
_OTHER = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "&": " and "})


def ids(
    names: Iterable[str], sign: str, otherwise: str, used: Iterable[str] = ()
) -> dict[str, str]:
    """An id for each name, in small letters joined by a sign; no two are the same.

    A name without Latin letters or digits gets the word in `otherwise`, with a number.
    """
    found: dict[str, str] = {}
    taken = set(used)
    for name in names:
        base = plain(name, sign) or otherwise
        made, count = base, 1
        while made in taken or (base == otherwise and count == 1):
            count += 1
            tail = f"{sign}{count if base != otherwise else count - 1}"
            made = base[: _MOST - len(tail)] + tail
        taken.add(made)
        found[name] = made
    return found


def plain(name: str, sign: str) -> str:
    """A name in small Latin letters and digits; empty if it has none."""
    letters = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    bare = "".join(each for each in letters if not unicodedata.combining(each))
    return _OTHER.sub(sign, bare).strip(sign)[:_MOST].strip(sign)


def without_remark(text: str) -> str:
    """A text without what stands in brackets behind it."""
    word = text.partition("(")[0].rstrip() if text.endswith(")") else ""
    return word or text
