"""Make text harmless that a spreadsheet would take for a formula."""

import re

_BEGIN = re.compile("(^|;)(?=[=+\\-@＝＋－＠\t\r])")
"""Where a formula might begin: in a cell, or behind a semicolon, which divides cells for many.
Signs in full width count in East Asian spreadsheets."""


def without_formula(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would take for a formula."""
    return _BEGIN.sub(r"\1'", text)
