"""Completion in a shell, as the shell asks for it."""

import os
import subprocess
import sys

import pytest

from tests.cli.made import OTHERPAY, SOAP
from tests.conftest import PLAN

FILES = {
    OTHERPAY: SOAP,
    "plans/other.yml": PLAN,
    "plans/$(touch x).yaml": PLAN,
    "plans/notes.txt": "-",
}


def asked(folder, shell, line, script=""):
    """What a command line is completed to; it ends where the cursor is."""
    words = line.split(" ")
    ran = subprocess.run(
        [sys.executable, "-c", f"{script}import sys; sys.argv[0] = 'evalkit'; from evalkit.cli import main; main()"],
        cwd=folder, capture_output=True, text=True, check=False,
        env=os.environ | {
            "_EVALKIT_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_ARGS": line,
            "_TYPER_COMPLETE_FISH_ACTION": "get-args", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1),
        },
    )  # fmt: skip
    return ran.stdout, ran.stderr


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("evalkit sc", ["screen", "score", "schema"]),
        ("evalkit score ", ["other", "storefront-payments"]),
        ("evalkit cost st", ["storefront-payments"]),
        ("evalkit explain storefront-payments ex", ["examplepay"]),
        ("evalkit explain storefront-payments examplepay --versus ", ["examplepay", "otherpay"]),
        ("evalkit cost storefront-payments --vendor o", ["otherpay"]),
        ("evalkit spec storefront-payments e", ["examplepay"]),
        ("evalkit report ", ["other", "payment-gateways", "storefront-payments"]),
        ("evalkit report other --format p", ["pdf"]),
        ("evalkit score other --format f", ["facts-csv"]),
        ("evalkit score other --format x", ["xlsx"]),
        ("evalkit weigh x", []),
        ("evalkit ask st", ["storefront-payments"]),
        ("evalkit ask storefront-payments examplepay o", ["otherpay"]),
        ("evalkit ask storefront-payments --format ht", ["html"]),
        ("evalkit init --platform s", ["shopware-6"]),
    ],
)
def test_commands_plans_and_vendors_are_completed(write, line, words):
    assert asked(write(FILES), "bash", line) == ("".join(f"{word}\n" for word in words) or "\n", "")


def test_other_shells_are_answered_too(write):
    folder = write(FILES)
    assert asked(folder, "fish", "evalkit report o") == ("other\n", "")
    assert asked(folder, "zsh", "evalkit fit o") == ("_arguments '*: :((\"other\"))'\n", "")


def test_the_workspace_named_is_the_one_that_is_looked_into(write, tmp_path_factory):
    folder = write(FILES)
    away = tmp_path_factory.mktemp("away")
    assert asked(away, "bash", "evalkit score o") == ("\n", "")
    assert asked(away, "bash", f"evalkit score -w {folder} o") == ("other\n", "")


def test_nothing_is_read_and_nothing_heavy_imported(write):
    folder = write(FILES | {"plans/other.yml": b"\xff", OTHERPAY: "["})
    script = (
        "import atexit, sys; atexit.register(lambda: print([m for m in "
        "('pandas', 'numpy', 'yaml', 'rich.console', 'evalkit.model') if m in sys.modules], file=sys.stderr));"
    )
    for line in ("evalkit score o", "evalkit spec x other"):
        assert asked(folder, "bash", line, script)[1] == "[]\n"


@pytest.mark.parametrize(("shell", "word"), [("bash", "complete"), ("zsh", "compdef"), ("fish", "complete")])  # fmt: skip
def test_the_script_for_a_shell_can_be_shown(evalkit, monkeypatch, shell, word):
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
    ran = evalkit("--show-completion", shell)
    assert (ran.code, word in ran.out, "_EVALKIT_COMPLETE" in ran.out) == (0, True, True)
