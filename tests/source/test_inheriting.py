"""What takes its source from `from`, whatever form the rest of a file has."""

from evalkit.source.inheriting import Inheriting

GIVEN = {"source": "a call", "checked": "2026-11-01"}


def test_parts_of_another_form_are_left_as_they_are():
    for facts in (3, {"a": None}):
        assert Inheriting(GIVEN).vendor({"facts": facts})["facts"] == facts
    for odd in ({"plugins": [7], "interfaces": None}, {"plugins": 7}):
        assert Inheriting(GIVEN).vendor({"integration": odd})["integration"] == odd


def test_a_bare_value_takes_source_and_day():
    assert Inheriting(GIVEN).vendor({"facts": {"a": 3}})["facts"]["a"] == {"value": 3, **GIVEN}
