"""Plans with stakeholders who state weights, and the findings about them."""

from tests.conftest import CRITERIA, PLAN

COST = """\
  cost:
    title: Cost
    weight: 20
    measures:
      monthly_fee:
        unit: EUR
        weight: 1
        scale: {kind: linear, worst: 900, best: 0, because: "-"}
"""
THREE = CRITERIA.replace("background:", COST + "background:")
UNWEIGHED = PLAN.replace("weights: {api: 25, scalability: 75}\n", "")


def marked(diagnostic):
    """The line within the statement, and the text that a caret would mark."""
    span = diagnostic.span
    assert span.line == span.end_line
    return diagnostic.line_text[span.column - 1 : span.end_column - 1]


def found(diagnostics):
    return [(d.code, marked(d), d.message) for d in diagnostics]
