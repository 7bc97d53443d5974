"""Sheets and mappings for tests."""

import datetime

from evalkit.tables.cells import sheet_of_texts
from evalkit.tables.mapping import TableMapping

DAY = datetime.date(2026, 11, 29)


def sheet(text):
    """A sheet of lines with cells between bars."""
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return sheet_of_texts("Scores", list(enumerate(rows, start=1)))


def mapping(**keys):
    """A mapping of vendors down, with a scale from 1 to 5, unless something else is said."""
    usual = {
        "vendors": "down", "name": "vendor", "scale": "1:5", "category": "tools",
        "title": "Tools", "source": "tools.csv", "checked": DAY,
    }  # fmt: skip
    return TableMapping.model_validate({**usual, **keys}, strict=False)
