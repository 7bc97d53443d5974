"""Make text from files safe to show, with invisible characters escaped."""

import re
import unicodedata

CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
"""Control characters other than tabs and line breaks, and non-characters; for a pattern."""
HIDDEN = (
    "\x85\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Characters that hide or reorder text, and rare line breaks; for a pattern.

All that Unicode calls ignorable, except the joiners U+200C and U+200D and the variation selectors
U+FE00 to U+FE0F, which scripts and symbols need; and letters that look like spaces.
Source: Default_Ignorable_Code_Point in DerivedCoreProperties.txt of Unicode.
"""

_INVISIBLE = re.compile(f"[\n\r{CONTROL}{HIDDEN}]")

_UNSEEN_IN_PAGE = re.compile(f"[{CONTROL}{HIDDEN}]|\r(?!\n)")
_FOUR_DIGITS = 0xFFFF


def visible(text: str) -> str:
    """Control characters, and those that hide or reorder text, as escapes such as `\\u202e`."""
    return _INVISIBLE.sub(_escape, text).replace("\t", " ")


def looks(name: str) -> str:
    """What a reader sees of a name: equal for names that differ in capitals or blanks only."""
    return " ".join(unicodedata.normalize("NFKC", visible(name)).casefold().split())


def visible_page(text: str) -> str:
    """The page with control and hidden characters as escapes; line breaks and tabs are kept."""
    return _UNSEEN_IN_PAGE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    number = ord(match[0])
    return f"\\u{number:04x}" if number <= _FOUR_DIGITS else f"\\U{number:08x}"
