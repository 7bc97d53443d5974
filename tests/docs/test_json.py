"""The page about JSON names the keys that exist."""

import json
import re

from tests.conftest import ROOT

WORKSPACE = ROOT / "tests/golden/workspace"
ROW = re.compile(r"^\| ((?:`\w+`(?:, )?)+) \| (.*) \|$", re.MULTILINE)


def words(text):
    return re.findall(r"`(\w+)`", text)


def keys_in(content):
    if isinstance(content, dict):
        yield from content
        content = list(content.values())
    for each in content if isinstance(content, list) else ():
        yield from keys_in(each)


def test_each_key_of_an_evaluation_has_a_row_that_names_what_is_in_it(evalkit):
    content = json.loads(evalkit("score", "everything", "-f", "json", "-w", WORKSPACE).out)
    rows = ROW.findall((ROOT / "docs/json.md").read_text("utf-8"))
    assert sorted(key for keys, _ in rows for key in words(keys)) == sorted(content)
    for keys, holds in rows:
        there = {name for key in words(keys) for name in keys_in(content[key])}
        assert set(words(holds)) - there == set(), keys
