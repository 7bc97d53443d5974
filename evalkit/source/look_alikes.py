"""Find characters that look like plain ones, where a reader cannot see what is wrong."""

import unicodedata

_LONGEST = 100
_PLAIN = {
    "\u2212": "-", "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"',
    "\u00bb": '"', "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'",
}  # fmt: skip
"""Signs that word processors put in place of those on a keyboard."""


def look_alike(text: str) -> str:
    """The first character of a short text that looks like another one, in words, or nothing."""
    if text.isascii() or len(text) > _LONGEST:
        return ""
    for char in text:
        plain = _plain(char)
        if plain:
            name = unicodedata.name(char).lower()
            return f"type {plain} in place of U+{ord(char):04X} ({name})"
    return ""


def blank_alike(text: str) -> str:
    """The first blank that YAML does not take for one, in words, or nothing."""
    return next((look_alike(char) for char in text[:_LONGEST] if _is_blank(char)), "")


def _plain(char: str) -> str:
    """What a character looks like, as told to a reader; nothing if it looks like itself."""
    if char.isascii():
        return ""
    if _is_blank(char):
        return "a plain space"
    if unicodedata.category(char) == "Pd":
        return "`-`"
    narrow = _PLAIN.get(char) or unicodedata.normalize("NFKC", char)
    return f"`{narrow}`" if narrow.isascii() and narrow.isprintable() and len(narrow) == 1 else ""


def _is_blank(char: str) -> bool:
    return char != " " and unicodedata.category(char) == "Zs"
