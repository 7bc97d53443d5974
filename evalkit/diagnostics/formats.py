"""The table of formats in which diagnostics can be written."""

from evalkit.diagnostics.json import to_json
from evalkit.diagnostics.text import to_text

FORMATS = {"text": to_text, "json": to_json}
