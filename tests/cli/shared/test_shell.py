"""What a command proposes can be pasted."""

import os
import subprocess

import pytest

from evalkit.cli.shared.shell import proposed, quoted

NAMES = ["a b", "it's", 'say "x"', "-x", "--", "~", "$HOME", "a;b", "`id`", "*", "=x", "a\nb", "\u202ea'\\", "tab\there", "ü", "plain", "#a", "!a", "(a)"]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_shell_takes_a_quoted_name_as_it_is(tmp_path, name):
    (tmp_path / name).mkdir()
    said = quoted(name)
    assert said.isprintable()
    ran = subprocess.run(
        ["bash", "-c", f"cd {said} && printf %s \"$PWD\""],
        cwd=tmp_path, capture_output=True, check=True,
    )  # fmt: skip
    assert os.fsdecode(ran.stdout) == str(tmp_path / name)


def test_a_name_of_other_bytes_can_be_pasted_too(tmp_path):
    name = os.fsdecode(b"a\x80")
    ran = subprocess.run(
        ["bash", "-c", f"printf %s {quoted(name)}"], capture_output=True, check=True
    )
    assert ran.stdout == b"a\x80"


def test_a_plan_is_proposed_as_it_was_named():
    assert proposed("storefront", None) == "storefront"
    assert proposed("my plans/a.yaml", "-w 1") == "'my plans/a.yaml' -w './-w 1'"
