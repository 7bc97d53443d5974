"""JSON as every command writes it."""

import io
import json
import re
from typing import Any

from evalkit.diagnostics.visible import HIDDEN


def for_programs(content: Any) -> str:
    """Data as JSON: indented, in Unicode, with a final line break."""
    # Put together on the way: a list of all pieces would take as much memory again.
    text = io.StringIO()
    encoder = json.JSONEncoder(indent=2, ensure_ascii=False, allow_nan=False)
    text.writelines(encoder.iterencode(content))
    text.write("\n")
    return _UNSEEN.sub(lambda match: json.dumps(match[0])[1:-1], text.getvalue())


def for_pages(content: Any) -> str:
    """Data as JSON that can stand in a page's `script`: short, in ASCII, and without `<`.

    So no text ends the element, and numbers keep every bit.
    """
    text = json.dumps(content, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c")


def in_ascii(text: str) -> str:
    """JSON with escapes in place of all that is not ASCII, as its strings may have anywhere."""
    return _NOT_ASCII.sub(lambda match: json.dumps(match[0])[1:-1], text)


_NOT_ASCII = re.compile("[^\x00-\x7f]")
_UNSEEN = re.compile(f"[\x7f-\x9f{HIDDEN}]")
"""Characters that can control a terminal, or hide or reorder text, and that JSON allows."""
