"""What readers see of text from files."""

import pytest

from evalkit.diagnostics.visible import looks


@pytest.mark.parametrize("other", ["PAY one", "Pay  One", " Pay One", "Pay\xa0One", "Ｐay One"])
def test_names_that_look_the_same(other):
    assert looks(other) == looks("Pay One")


@pytest.mark.parametrize("other", ["Pay 1", "PayOne", "Pay\u200bOne", "Pây One"])
def test_names_that_differ(other):
    assert looks(other) != looks("Pay One")
