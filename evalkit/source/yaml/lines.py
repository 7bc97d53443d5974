"""The lines of a text: they end with LF, CR LF or CR, as editors and hosts count them."""

import re

BYTE_ORDER_MARK = "\ufeff"
"""The byte order mark that some editors put before a text; it is kept but ignored."""

LINE_BREAK = re.compile("\r\n|[\n\r]")
"""The line breaks of YAML 1.2, section 5.4; in YAML 1.1, U+0085, U+2028 and U+2029 are others."""


def line_starts(text: str) -> list[int]:
    """The offset at which each line begins."""
    return [0, *(match.end() for match in LINE_BREAK.finditer(text))]


def place_of_end(text: str) -> tuple[int, int]:
    """The line and column behind the last character of a text, counted from 1."""
    starts = line_starts(text)
    return len(starts), len(text) - starts[-1] + 1
