"""Lines are broken where nothing is torn apart."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from evalkit.wording.wrapping import narrowest, wrapped


def test_what_belongs_together_stays_on_a_line():
    for kept in (
        "62% to 81%",
        "10,000 simulations",
        "23 Nov 2026",
        "-f json",
        "Amazon Pay",
        "46 to 87",
    ):
        text = f"first {kept} last"
        # One cell too narrow for the first word and the whole of it, or for it and the last word.
        width = len(kept) + 5
        lines = wrapped(text, width, ["Amazon Pay"])
        assert len(lines) > 1
        assert any(kept in line for line in lines)


def test_a_name_is_parted_only_where_it_is_wider_than_a_line():
    assert wrapped("by Amazon Pay", 9, ["Amazon Pay"]) == ["by Amazon", "Pay"]
    assert wrapped("by Amazon Pay", 6) == ["by", "Amazon", "Pay"]
    assert wrapped("株式会社", 4) == ["株式", "会社"]


def test_later_lines_are_indented():
    assert wrapped("one two three", 9, first="5%  ", later="    ") == [
        "5%  one",
        "    two",
        "    three",
    ]


@given(st.text("ab 1%株 ", max_size=60), st.integers(2, 30))
def test_no_line_is_too_wide_and_no_letter_is_lost(text, width):
    lines = wrapped(text, width)
    assert max(map(cell_len, lines)) <= width
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_head_is_as_narrow_as_its_lines_allow():
    assert narrowest("What payments can do", 3) == ["What", "payments", "can do"]
    assert narrowest("Cost", 3) == ["Cost"]
    assert narrowest("a bb c dd", 3) == ["a bb", "c dd"]
