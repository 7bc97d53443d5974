"""The picture of a specification."""

from evalkit.report.specification.page import specification_html
from tests.report.specification.made import written


def test_both_forms_show_the_systems_and_every_flow_between_them(evaluated):
    text = written(evaluated())
    assert text.count("```mermaid\nflowchart") == 1
    assert '  vendor -->|"F2 payment"| shop' in text
    page = written(evaluated(), "examplepay", specification_html)
    assert page.count("<svg") == 1
    assert "F2 payment" in page
    assert "mermaid" not in page
