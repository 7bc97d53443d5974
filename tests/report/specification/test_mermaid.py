"""Diagrams in Mermaid, by hand and safe."""

import re

import pytest

from evalkit.report.specification.drawing import Arrow, Diagram
from evalkit.report.specification.mermaid import flowchart, label
from tests.report.specification.made import hostile, written


def fences(text):
    return re.findall(r"^```mermaid\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


NODE = r'  \w+\["[^"\[\]{}|<>`;]*(?:#\d+;[^"\[\]{}|<>`;]*)*"\]'
EDGE = r'  \w+ (?:-->|-\.-)\|"(?:[\w .,/+\-]|#\d+;)*"\| \w+'


def test_no_text_breaks_out_of_a_mermaid_diagram(evaluated):
    drawn = fences(written(evaluated(hostile())))
    (each,) = drawn
    kind, *lines = each.splitlines()
    assert kind == "flowchart LR"
    for line in lines:
        assert re.fullmatch(f"{NODE}|{EDGE}", line), line


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Stripe, v2 1/2", "Stripe, v2 1/2"),
        ('a"b', "a#34;b"),
        ("a-->b", "a#45;#45;#62;b"),
        ("x;y", "x#59;y"),
        ("a\nb", "a b"),
        ("a_b", "a#95;b"),
        ("日本", "日本"),
        ("", "-"),
        ("\u202e", "#92;u202e"),
    ],
)
def test_labels_in_mermaid_by_hand(words, written):
    assert label(words) == written


def test_a_flowchart_by_hand():
    systems = {"shop": "Shop", "vendor": "Pay (EU)"}
    found = Diagram("context", "t", systems, (Arrow("shop", "vendor", "F1 order"),), {"ERP": "F1"})
    assert flowchart(found) == (
        '```mermaid\nflowchart LR\n  shop["Shop"]\n  vendor["Pay #40;EU#41;"]\n'
        '  shop -->|"F1 order"| vendor\n  master1["ERP"]\n  master1 -.-|"F1"| shop\n```'
    )
