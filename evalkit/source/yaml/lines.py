"""The lines of a text as the parser counts them."""

import re

BYTE_ORDER_MARK = "\ufeff"
"""The byte order mark that some editors put before a text; it is kept but ignored."""

# The line breaks of YAML 1.1.
LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def line_starts(text: str) -> list[int]:
    """The offset at which each line begins."""
    return [0, *(match.end() for match in LINE_BREAK.finditer(text))]
