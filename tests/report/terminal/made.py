"""Evaluations with any values and weights, and their terminal output."""

import dataclasses
import io
import math
from decimal import Decimal

from hypothesis import strategies as st
from rich.console import Console

from evalkit.report.terminal.screen import Screen


def rebuilt(base, draws):
    """An evaluation with other shares, values and inapplicable facts, and updated results."""
    names = [m.id for c in base.criteria for m in c.measures]
    shares = dict(zip(names, draws["shares"], strict=True))
    whole = math.fsum(shares.values())
    criteria = tuple(
        dataclasses.replace(
            c,
            weight=sum(shares[m.id] for m in c.measures) / whole,
            measures=tuple(dataclasses.replace(m, weight=shares[m.id] / whole) for m in c.measures),
        )
        for c in base.criteria
    )
    vendors = [
        judged(vendor, criteria, shares, dict(zip(names, values, strict=True)))
        for vendor, values in zip(base.vendors, draws["values"], strict=True)
    ]
    return dataclasses.replace(base, criteria=criteria, vendors=placed(vendors))


def placed(vendors):
    """Vendors sorted by rank, where equal scores share the better one."""
    scores = [round(vendor.score, 9) for vendor in vendors]
    ranks = [1 + sum(other > score for other in scores) for score in scores]
    found = zip(vendors, ranks, strict=True)
    ranked = [dataclasses.replace(vendor, rank=rank) for vendor, rank in found]
    return tuple(sorted(ranked, key=lambda vendor: vendor.rank))


def judged(vendor, criteria, shares, values):
    applied = math.fsum(shares[name] for name, value in values.items() if value is not None)
    measures = {
        name: dataclasses.replace(
            vendor.measures[name],
            status=status_of(value),
            value=None if value is None else sum(value) / 2,
            low=None if value is None else value[0],
            high=None if value is None else value[1],
            weight=shares[name] / applied if value is not None else 0.0,
            fact=fact_of(vendor, name, value),
        )
        for name, value in values.items()
    }  # fmt: skip
    ends = {
        end: math.fsum(each.weight * (getattr(each, end) or 0.0) for each in measures.values())
        for end in ("low", "value", "high")
    }
    points = {
        c.id: math.fsum(measures[m.id].weight * (measures[m.id].value or 0.0) for m in c.measures)
        for c in criteria
    }
    settled = 1 - (ends["high"] - ends["low"]) / 100
    parts = {"measures": measures, "contributions": points, "settled": settled, "excluded": 0.0}
    return dataclasses.replace(
        vendor, **parts, score=ends["value"], low=ends["low"], high=ends["high"]
    )


def status_of(value):
    if value is None:
        return "not_applicable"
    return "known" if value[0] == value[1] else "range"


def fact_of(vendor, name, value):
    fact = vendor.measures[name].fact or vendor.measures["api_style"].fact
    reason = "-" if value is None else ""
    return dataclasses.replace(fact, not_applicable=reason, scores=not reason)


SHARE = st.sampled_from([1.0, 5.0, 10.0]) | st.floats(0.01, 100)
END = st.sampled_from([0.0, 100.0]) | st.floats(0, 100)
VALUE = END.map(lambda end: (end, end)) | st.tuples(END, END).map(sorted).map(tuple)


@st.composite
def drawn(draw):
    first = st.tuples(VALUE, VALUE | st.none(), VALUE | st.none())
    return {
        "shares": draw(st.tuples(SHARE, SHARE, SHARE)),
        "values": draw(st.tuples(first, first)),
    }


WIDE = Screen(300)


def lines(page):
    """A page of lines as text."""
    return "\n".join(line.plain for line in page)


def page(renderable):
    text = io.StringIO()
    Console(file=text, width=300, markup=False, highlight=False).print(renderable)
    return text.getvalue()


def number(word):
    return Decimal(word.replace("−", "-").replace("+", ""))


FIGURE = r"[+−]?\d+\.\d+"
