"""`evalkit init` as a user meets it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.made import DAY


def test_init_makes_a_valid_workspace_that_can_be_scored(evalkit, tmp_path):
    assert evalkit("init", "new", cwd=tmp_path).code == 0
    assert evalkit("validate", "new", *DAY).out.startswith("0 errors, 0 warnings")
    assert "1 ExamplePay" in evalkit("score", "storefront-payments", "-w", "new").out


def test_a_newcomer_sees_vendors_that_are_ranked_and_one_that_is_not(evalkit, tmp_path):
    evalkit("init", "new", cwd=tmp_path)
    found = json.loads(evalkit("score", "storefront-payments", "-w", "new", "-f", "json").out)
    settled = {each["id"]: each["settled"] for each in found["vendors"]}
    ranked = {each["id"] for each in found["vendors"] if each["standing"] == "ranked"}
    assert ranked == {"examplepay", "otherpay"}
    assert min(settled[name] for name in ranked) > 0.75
    assert settled.keys() - ranked == {"newpay"}
    assert settled["newpay"] < 0.6


@pytest.mark.parametrize("name", ["new", "a b", "it's", "-x", 'say "x"', "$HOME;", "deep/er one"])
def test_what_it_proposes_can_be_pasted(evalkit, tmp_path, name):
    out = evalkit("init", "--", name, cwd=tmp_path).out
    (line,) = (line for line in out.splitlines() if line.startswith("Next: "))
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    ran = subprocess.run(
        ["bash", "-c", line.removeprefix("Next: ")],
        cwd=tmp_path, capture_output=True, text=True, check=False, env={**os.environ, "PATH": path},
    )  # fmt: skip
    assert (ran.returncode, "1 ExamplePay" in ran.stdout) == (0, True), ran.stderr


def test_in_the_current_folder_there_is_nowhere_to_go(evalkit, tmp_path):
    assert evalkit("init", cwd=tmp_path).out.endswith("\nNext: evalkit score storefront-payments\n")
