"""Every command: its help, its messages and its exit codes."""

import subprocess
import sys

import pytest

from tests.cli.made import EXAMPLEPAY, tree
from tests.conftest import PLAN, ROOT, VENDOR


@pytest.mark.parametrize(
    ("files", "words", "code", "message"),
    [
        ({EXAMPLEPAY: None, "vendors/note.txt": "-"}, ["score"], 2, "no vendor files in"),
        ({}, ["score", "nowhere"], 2, "there is no plan 'nowhere'"),
        ({}, ["score", "plans/nowhere.yaml"], 2, "there is no file plans/nowhere.yaml"),
        ({}, ["score", EXAMPLEPAY], 2, "is not in the folder `plans`"),
        ({}, ["score", "storefront-payments", "--as-of", "yesterday"], 2, "'yesterday' is not a date"),
        ({}, ["score", "--format", "xml"], 2, "xml"),
        ({}, ["report", "gone.json"], 2, "cannot read gone.json: no such file or directory"),
        ({"bad.json": "{"}, ["report", "bad.json"], 2, "bad.json: this is not JSON"),
        ({"bad.json": b"\xff"}, ["report", "bad.json"], 2, "cannot read bad.json: byte 1 is not UTF-8"),
        ({"bad.json": "[]"}, ["report", "bad.json"], 2, "holds several evaluations"),
        ({"bad.json": "{}"}, ["report", "bad.json"], 2, "is not an evaluation"),
        ({"bad.json": '{"format": 9, "verdict": {}}'}, ["report", "bad.json"], 2, "saved by another evalkit (format 9, not 2)"),
        ({"bad.json": '{"format": 2, "verdict": {}}'}, ["report", "bad.json"], 2, "was changed by hand"),
        ({}, ["validate", "gone"], 2, "there is no file or folder gone"),
        ({"notes/x.txt": "-"}, ["validate", "notes"], 2, "nothing to check in notes"),
        ({}, ["rule", "EK999"], 2, "there is no rule 'EK999'"),
        ({}, ["schema", "vendors"], 2, "vendors"),
        ({}, ["schema"], 2, "name a kind of file to print: vendor, criteria, plan, platform; or use --write"),
        ({}, ["schema", "plan", "--no-modeline"], 2, "--workspace and --no-modeline require --write"),
        ({}, ["schema", "--write", "-w", ".."], 2, "no folder `vendors`"),
        ({}, ["init"], 2, "nothing was written, because these already exist:"),
        ({}, ["score", "storefront-payments", "--report", "plans/storefront-payments.yaml"], 2, "cannot write"),
        ({}, ["score", "storefront-payments", "-o", "plans"], 2, "cannot write plans: it is a folder"),
        ({"plans/storefront-payments.yaml": PLAN + "vendors: [exampelpay]\n"}, ["score", "storefront-payments"], 1, "did you mean `examplepay`?"),
        ({EXAMPLEPAY: VENDOR.replace("category: payment", "category: paymant")}, ["score"], 1, "did you mean `payment-gateways`?"),
        ({EXAMPLEPAY: ""}, ["score", "storefront-payments"], 1, "this file is empty"),
        ({EXAMPLEPAY: b"\xff"}, ["score"], 1, "byte 1 is not UTF-8"),
        ({EXAMPLEPAY: "- a\n"}, ["validate"], 1, "this takes a mapping, not a list"),
        ({"plans/storefront-payments.yaml": "["}, ["score", "storefront-payments"], 1, "so the plan cannot be used"),
    ],
)  # fmt: skip
def test_bad_input_gets_one_clear_message_and_the_right_exit_code(
    evalkit, write, files, words, code, message
):
    folder = write(files)
    before = tree(folder)
    ran = evalkit(*words, cwd=folder)
    assert ran.code == code
    assert message in ran.out + ran.err
    assert "Traceback" not in ran.out + ran.err
    assert tree(folder) == before


def test_an_interrupt_ends_with_130_and_writes_nothing(evalkit, write, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("evalkit.checking.load", interrupted)
    monkeypatch.setattr("evalkit.cli.shared.loading.load", interrupted)
    folder = write()
    assert evalkit("score", "storefront-payments", "--report", "out", cwd=folder).code == 130
    assert not (folder / "out").exists()


def test_a_bug_of_ours_is_one_line_and_exit_3(evalkit, write, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("boom")

    monkeypatch.setattr("evalkit.checking.check.check", broken)
    ran = evalkit("validate", cwd=write())
    assert (ran.code, "RuntimeError: boom" in ran.err, "Traceback" in ran.err) == (3, True, False)
    shown = evalkit("validate", "--traceback")
    assert (shown.code, "Traceback" in shown.err) == (3, True)


def test_the_version_names_the_yaml_parser(evalkit):
    assert "(YAML parser: C)" in evalkit("--version").out


def test_help_names_every_command(evalkit):
    ran = evalkit("--help")
    assert all(
        f"\n  {name} " in ran.out
        for name in ("init", "score", "report", "validate", "rule", "schema")
    )


@pytest.mark.parametrize(
    "words",
    [["validate"], ["schema", "plan"], ["schema", "--write"], ["rule", "EK301"], ["--help"]],
)
def test_light_commands_never_import_the_heavy_libraries(words, write):
    script = (
        "import sys; from evalkit.cli import main; sys.argv[1:] = sys.argv[1:]\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([m for m in ('pandas', 'numpy', 'jinja2') if m in sys.modules], file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, *words],
        cwd=write(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stderr.endswith("[]\n")


def test_the_module_runs_as_the_command():
    ran = subprocess.run(
        [sys.executable, "-m", "evalkit", "rule", "EK301"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert ran.stdout.startswith("EK301")
