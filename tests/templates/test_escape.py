"""Text of strangers on Markdown pages."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.templates.escape import html_linked, markdown

FORMULA = re.compile(r"(?<!\\)\$(?=\S)[^$]*(?<=\S)(?<!\\)\$(?!\d)")
"""A formula as pandoc and GitHub read it: no blank within its dollars, no digit behind them."""


@pytest.mark.parametrize(
    "text", ["$5 to $10", "from US$5k, then US$10k", "5 $ à 10 $", "a fee of $3", "$", "costs in $"]
)
def test_prices_stay_readable_in_the_source(text):
    shown = markdown(text)
    assert FORMULA.search(shown) is None
    assert shown == text


@pytest.mark.parametrize("text", ["$5/user (7 users = 35 US$)", "$x_1$", "a $b$ c", "$$x$$"])
def test_no_text_becomes_a_formula(text):
    assert FORMULA.search(text)
    shown = markdown(text)
    assert FORMULA.search(shown) is None
    assert re.sub(r"\\(.)", r"\1", shown) == text


@given(st.text("$ 15ab\\", max_size=12))
def test_no_text_of_dollars_becomes_a_formula(text):
    assert FORMULA.search(re.sub(r"\\\\", "", markdown(text))) is None


def test_addresses_within_a_text_are_links_and_the_rest_is_text():
    assert html_linked("see <b> https://a.test/x?y=1&z, or (https://b.test/).") == (
        "see &lt;b&gt; "
        '<a href="https://a.test/x?y=1&amp;z" rel="noopener noreferrer">'
        "https://a.test/x?y=1&amp;z</a>, or ("
        '<a href="https://b.test/" rel="noopener noreferrer">https://b.test/</a>).'
    )
    assert "<a" not in html_linked("javascript:alert(1) and http is no address")
    assert "<script" not in html_linked("https://x.test/'><script>alert(4)</script>")
