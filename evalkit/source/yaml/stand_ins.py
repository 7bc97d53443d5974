"""Characters in place of those that the parser takes for line breaks, and YAML 1.2 does not.

The parser follows YAML 1.1: after U+0085, U+2028 or U+2029 it would begin a new line, end a comment
and count all later lines differently from every editor.
"""

import itertools
from collections.abc import Iterator, Mapping

_BREAKS = "\x85\u2028\u2029"
# Private use first; all further ones together are more than the largest file can hold.
_MEANINGLESS = (range(0xE000, 0xF900), range(0x10000, 0x110000))


class StandIns:
    """A text with the characters replaced, as `text`, and a way back; offsets stay the same."""

    def __init__(self, text: str) -> None:
        found = [char for char in _BREAKS if char in text]
        free = _not_in(text) if found else iter(())
        there = {ord(char): next(free) for char in found}
        self._back: Mapping[int, str] = {ord(new): chr(old) for old, new in there.items()}
        self.text = text.translate(there) if there else text
        self.are_needed = bool(there)

    def undone(self, text: str) -> str:
        """A piece of the text with the characters that stand in the file."""
        return text.translate(self._back) if self._back else text


def _not_in(text: str) -> Iterator[str]:
    used = set(text)
    candidates = map(chr, itertools.chain.from_iterable(_MEANINGLESS))
    return (char for char in candidates if char not in used)
