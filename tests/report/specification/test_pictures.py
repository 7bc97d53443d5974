"""The picture of a specification."""

from evalkit.report.specification.page import specification_html
from tests.report.specification.made import written


def test_the_page_shows_the_systems_and_every_flow_between_them(evaluated):
    page = written(evaluated(), "examplepay", specification_html)
    assert page.count("<svg") == 1
    assert "F2 payment" in page
