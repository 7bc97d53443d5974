"""Generated content is up to date with the code."""

import re

from tests.conftest import ROOT
from tests.docs.floors import floors
from tests.docs.pages import ARCHITECTURE, REWRITE, RULES
from tests.docs.rewrite import manual, with_picture


def test_the_manual_is_what_the_rules_say():
    assert RULES.read_text("utf-8") == manual(), f"write it anew: {REWRITE}"


def test_the_picture_shows_the_floors_of_the_contract():
    text = ARCHITECTURE.read_text("utf-8")
    assert text == with_picture(text), f"draw it anew: {REWRITE}"


def test_the_floors_are_read_from_the_top_down():
    # Commands stand on everything, and everything may raise our errors.
    assert floors()[0] == ["cli"]
    assert "errors" in floors()[-1]


def test_every_floor_of_the_picture_is_a_part_of_the_package():
    shown = re.findall(r"│ *(.*?) *│", ARCHITECTURE.read_text("utf-8"))
    parts = [name for row in shown for name in row.split(" · ")]
    assert len(parts) == len(set(parts)) >= 10
    for name in parts:
        path = ROOT / "evalkit" / name.replace(".", "/")
        assert path.is_dir() or path.with_suffix(".py").is_file(), name
