"""Which pictures a specification has."""

from evalkit.report.specification.page import specification_html
from tests.report.specification.made import written


def test_only_flows_in_real_time_have_a_sequence(evaluated):
    text = written(evaluated())
    assert text.count("```mermaid\nflowchart") == 1
    assert text.count("```mermaid\nsequenceDiagram") == 2
    assert "  vendor->>shop: payment #40;payment.paid#41;" in text
    page = written(evaluated(), "examplepay", specification_html)
    assert page.count("<svg") == 3
    assert "mermaid" not in page
