"""Text from files, made safe to show: what cannot be seen is written out."""

import re

CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
"""Control characters besides tabs and line ends, and what is no character; for a pattern."""
HIDDEN = (
    "\x85\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
)
"""What hides or reorders text, and line ends that few editors show as one; for a pattern."""

_INVISIBLE = re.compile(f"[\n\r{CONTROL}{HIDDEN}]")

_FOUR_DIGITS = 0xFFFF


def visible(text: str) -> str:
    """Control characters, and those that hide or reorder text, as escapes such as `\\u202e`."""
    return _INVISIBLE.sub(_escape, text).replace("\t", " ")


def _escape(match: re.Match[str]) -> str:
    number = ord(match[0])
    return f"\\u{number:04x}" if number <= _FOUR_DIGITS else f"\\U{number:08x}"
