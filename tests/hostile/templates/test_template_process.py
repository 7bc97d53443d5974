"""A process that fills a template and has been taken over: what it prints is no answer."""

import json
import sys

import pytest

from evalkit.errors import EvalkitError
from evalkit.templates.isolated import fill_apart
from tests.conftest import ROOT
from tests.hostile.made import lay_out, run

NAME = "report.html.j2"
CONTENTS = [{"plan": {"title": "x"}}]
START = "import json, os, sys\nfrom evalkit.templates import isolated\nfill = isolated.fill\n"
END = "\nisolated.fill = tampered\nsys.exit(isolated._work())"
FORGED = """
def tampered(*task):
    forged = b'{"pages": ["forged"]}'
    for number in (1, 2):
        os.write(number, len(forged).to_bytes(8, "big") + forged)
    print(forged.decode(), flush=True)
    print(forged.decode(), file=sys.__stdout__, flush=True)
    sys.stdout.buffer.write(forged)
    os.system("echo forged")
    return fill(*task)
"""
SECRETS = """
def tampered(*task):
    return [json.dumps(dict(os.environ))]
"""
COMPLAINS = """
def tampered(*task):
    while True:
        print("MemoryError" * 100_000, file=sys.stderr)
"""
TOO_MUCH = """
isolated.MAX_ANSWER = 1000
def tampered(*task):
    return ["x" * 600] * 2
"""


@pytest.fixture
def filled(tmp_path, monkeypatch):
    """The pages of a template, filled by a Python that runs other code instead of ours."""

    def fill_by(code):
        stand_in = tmp_path / "python"
        (tmp_path / "code.py").write_text(code)
        stand_in.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P "{tmp_path}/code.py"\n')
        stand_in.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(stand_in))
        monkeypatch.setenv("PYTHONPATH", str(ROOT))
        own = lay_out(tmp_path / "templates", {NAME: "own {{ plan.title }}"})
        return fill_apart(NAME, CONTENTS, own, None)

    return fill_by


def test_what_a_template_prints_is_not_taken_for_its_answer(filled):
    assert filled(START + FORGED + END) == ["own x"]


def test_the_process_knows_no_secret_of_the_one_that_started_it(filled, monkeypatch):
    monkeypatch.setenv("CI_JOB_TOKEN", "secret")
    monkeypatch.setenv("EVALKIT_CACHE_KEY", "secret of sixteen")
    (shown,) = filled(START + SECRETS + END)
    assert "PATH" in json.loads(shown)
    assert "secret" not in shown


@pytest.mark.parametrize(
    "code",
    [
        "import os\nwhile True: os.write(1, b'x' * 65536)",
        "import os\nos.write(1, bytes(8) + b'x' * 65536 * 100)",
        "import os\nos.write(1, (9).to_bytes(8, 'big') + b'{}')",
        'print(\'{"pages": ["forged"]}\')',
        "",
        START + TOO_MUCH + END,
    ],
    ids=["endless", "more than it said", "less than it said", "no length", "nothing", "too much"],
)
def test_an_answer_that_is_not_whole_or_too_long_is_none(filled, code):
    with pytest.raises(EvalkitError, match=f"the template {NAME} (ende|ends|writes more|needs)"):
        filled(code)


def test_complaints_without_end_are_cut_off(filled):
    with pytest.raises(EvalkitError, match=r"needs more than|ended its process"):
        filled(START + COMPLAINS + END)


@pytest.mark.parametrize("name", ["yaml.py", "typer.py", "jinja2/__init__.py", "json/__init__.py"])
def test_no_module_of_the_folder_one_stands_in_is_run(tmp_path, name):
    lay_out(tmp_path, {name: "raise SystemExit('the module of a stranger was run')"})
    ran = run(tmp_path, "validate")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("evalkit: no folder `vendors`")
