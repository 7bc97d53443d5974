"""What an encoding can write, and what stands for the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.diagnostics.writable import is_readable, is_unicode, writable


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("├──●──┤", "ascii", "|--o--|"),
        ("€310k to −£5 → “no”", "ascii", "EUR 310k to -GBP 5 -> \"no\""),
        ("€310k −1", "cp1252", "€310k -1"),
        ("├─●─┤ €5", "cp850", "├─o─┤ EUR 5"),
        ("Łódź Pây, Straße & Søn", "ascii", "Lodz Pay, Strasse & Son"),
        ("Łódź é", "cp1252", "Lódz é"),
        ("e\u0301 \xa0½ …", "ascii", "e  1/2 ..."),
        ("株式", "cp1252", "\\u682a\\u5f0f"),
        ("\U0001f4b3", "ascii", "\\U0001f4b3"),
        ("Łódź €", "utf-16", "Łódź €"),
        ("\udc80", "utf-8", "\\udc80"),
    ],
)  # fmt: skip
def test_signs_and_letters_by_hand(text, encoding, shown):
    assert writable(text, encoding) == shown


# Signs that contain a question mark have one when they are taken apart.
SIGNS = st.characters(exclude_categories=(), exclude_characters="⁇⁈⁉﹖？︖")


@given(st.text(SIGNS), st.sampled_from(["ascii", "cp850", "utf-8"]))
def test_everything_can_be_written_and_nothing_becomes_a_question_mark(text, encoding):
    shown = writable(text, encoding)
    assert shown.encode(encoding).decode(encoding) == shown
    assert shown.count("?") == text.count("?")


def test_a_name_is_readable_unless_it_needs_escapes():
    assert is_readable("Łódź Pay", "ascii")
    assert is_readable("a\\b", "ascii")
    assert not is_readable("株式", "cp1252")
    assert is_readable("株式", "cp932")


def test_encodings_that_write_everything():
    assert [name for name in ("utf-8", "UTF8", "utf-16", "cp1252", "ascii", "cp65001") if is_unicode(name)] == ["utf-8", "UTF8", "utf-16", "cp65001"]  # fmt: skip
