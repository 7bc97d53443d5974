"""Rules about the sources and dates of interfaces."""

from tests.rules.flows import offers, way


def test_what_was_looked_at_long_ago_is_stale(told):
    old = way(more="source: s, checked: 2025-11-22")
    message = "the interface `api` was checked 366 days ago and stays fresh for 365"
    assert told(offers(old)) == [("EK612", "2025-11-22", message)]
