"""Mappings made on first use."""

from evalkit.workspace.lazy_mapping import Deferred, LazyMapping


def test_each_value_is_made_once_when_it_is_first_wanted():
    made = []

    def make(name):
        made.append(name)
        return None if name == "c" else name.upper()

    found = LazyMapping("abc", make)
    assert made == []
    assert (found["b"], found["b"], made) == ("B", "B", ["b"])
    assert ("c" in found, "x" in found, dict(found)) == (False, False, {"a": "A", "b": "B"})
    assert made == ["b", "c", "a"]


def test_all_values_are_made_together_when_one_is_first_wanted():
    made = []

    def make():
        made.append("all")
        return {"a": 1, "b": 2}

    found = Deferred(make)
    assert made == []
    assert (found["b"], list(found), len(found), made) == (2, ["a", "b"], 2, ["all"])
