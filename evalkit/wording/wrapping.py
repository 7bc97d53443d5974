"""Break text into lines without parting what belongs together."""

import re
from collections.abc import Collection, Iterator

from rich.cells import cell_len, chop_cells

WIDEST = 100
"""Prose is not wider than this, however wide the terminal."""
_KEPT = "\xa0"
_TOGETHER = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        # 23 Nov 2026
        (r"(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})", rf"\1{_KEPT}\2{_KEPT}\3"),
        # 62% to 81%
        (r"(\d%?\w?) to (?=[\d€−-])", rf"\1{_KEPT}to{_KEPT}"),
        # 10,000 simulations
        (r"(?<=\d) (?=[^\W\d_])", _KEPT),
        # an option with its word
        (r"(?<= )(--?\w[\w-]*) (?=[\w-])", rf"\1{_KEPT}"),
    )
)


def wrapped(
    text: str, width: int, names: Collection[str] = (), first: str = "", later: str = ""
) -> list[str]:
    """Lines of at most `width` cells, the first after `first`, all others after `later`.

    A number and its unit, a range, a date, an option and each of `names` stay on one line, and only
    what is wider than a whole line is parted.
    """
    lines: list[str] = []
    here, is_new = first, True
    for word in _words(text, names, width - max(cell_len(first), cell_len(later))):
        if not is_new and cell_len(here) + 1 + cell_len(word) > width:
            lines.append(here)
            here, is_new = later, True
        here += word if is_new else f" {word}"
        is_new = False
    return [*lines, here]


def narrowest(text: str, most: int) -> list[str]:
    """The lines of a head that is wrapped at blanks, as narrow as `most` lines allow."""
    longest = max(map(cell_len, text.split(" ")))
    widths = range(longest, cell_len(text) + 1)
    return next(lines for width in widths if len(lines := wrapped(text, width)) <= most)


def _words(text: str, names: Collection[str], width: int) -> Iterator[str]:
    for name in names:
        if " " in name:
            text = text.replace(name, name.replace(" ", _KEPT))
    for pattern, replacement in _TOGETHER:
        text = pattern.sub(replacement, text)
    for word in text.split(" "):
        whole = word.replace(_KEPT, " ")
        if cell_len(whole) <= width:
            yield whole
        else:
            for part in whole.split(" "):
                yield from chop_cells(part, max(width, 2)) or [""]
