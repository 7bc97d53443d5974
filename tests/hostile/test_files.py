"""Hostile things in a workspace's folders: links, pipes, sockets, loops, names, what extends what."""

import ctypes
import json
import os
import re
import socket

import pytest

from tests.hostile.made import CRITERIA_FILE, VENDOR_FILE, files, lay_out, run

HEAD = "id: examplepay\nname: ExamplePay\ncategory: payment-gateways\n"
FOLDER = "vendors/payment-gateways"


def listening(file):
    here = os.open(".", os.O_RDONLY)
    os.chdir(file.parent)  # the whole path may be too long for a socket
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(file.name)
    os.chdir(here)
    os.close(here)


def in_a_circle(file):
    file.symlink_to("y.yaml")
    (file.parent / "y.yaml").symlink_to(file.name)


KINDS = {
    "pipe": (os.mkfifo, "EK001"),
    "socket": (listening, "EK001"),
    "folder": (lambda file: file.mkdir(), "EK001"),
    "link to itself": (lambda file: file.symlink_to(file.name), "EK001"),
    "links in a circle": (in_a_circle, "EK001"),
    "link to nothing": (lambda file: file.symlink_to("nothing"), "EK001"),
    "link to a folder": (lambda file: file.symlink_to(".."), "EK018"),
    "link to endless zeros": (lambda file: file.symlink_to("/dev/zero"), "EK018"),
    "link to the terminal": (lambda file: file.symlink_to("/dev/tty"), "EK018"),
    "link to a process": (lambda file: file.symlink_to("/proc/self/mem"), "EK018"),
}


def validated(folder, *words):
    ran = run(folder, "validate", *words, "--as-of", "2026-11-23")
    assert "Traceback" not in ran.said
    return ran, set(re.findall(r"error\[(EK\d+)\]", ran.out))


@pytest.mark.parametrize(("make", "code"), KINDS.values(), ids=KINDS)
def test_what_is_no_file_is_a_finding(tmp_path, make, code):
    folder = lay_out(tmp_path, files())
    make(folder / FOLDER / "x.yaml")
    ran, codes = validated(folder, FOLDER)
    assert (ran.code, codes) == (1, {code})
    assert f"{FOLDER}/x.yaml:1:1" in ran.out


def test_a_folder_that_leads_back_up_is_not_followed(tmp_path):
    folder = lay_out(tmp_path, files())
    (folder / FOLDER / "loop").symlink_to("../..")
    ran, codes = validated(folder)
    assert (ran.code, codes) == (1, {"EK018"})
    assert "this link leads to a folder" in ran.out


def test_a_pipe_in_place_of_a_folder_is_not_opened(tmp_path):
    folder = lay_out(tmp_path, files() | {"plans/storefront-payments.yaml": None})
    os.mkfifo(folder / "plans")
    ran, codes = validated(folder)
    assert (ran.code, codes) == (1, {"EK001"})
    assert ran.out.startswith("plans:1:1")


def test_no_plan_is_read_from_a_pipe(tmp_path):
    folder = lay_out(tmp_path, files())
    os.mkfifo(folder / "plans/q.yaml")
    ran = run(folder, "cost", "q")
    assert ran.code == 2
    assert "there is no plan 'q'" in ran.err


def as_anybody():
    """Give up root's right to read whatever it likes."""
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


def test_a_file_that_may_not_be_read_is_a_finding(tmp_path):
    folder = lay_out(tmp_path, files())
    (folder / VENDOR_FILE).chmod(0)
    ran = run(folder, "validate", FOLDER, first=as_anybody)
    assert ran.code == 1
    assert "error[EK001] this file cannot be read: permission denied" in ran.out


@pytest.mark.parametrize(
    ("base", "code"),
    [
        ("../../secret", "EK201"),
        ("/etc/passwd", "EK201"),
        ("erp/../integration", "EK201"),
        ("payment-gateways", "EK202"),
        ("\0", "EK201"),
        ("", "EK201"),
        ("a" * 3000, "EK201"),
    ],
    ids=["up", "absolute", "around", "itself", "NUL", "nothing", "long"],
)
def test_criteria_extend_criteria_and_nothing_else(tmp_path, base, code):
    (tmp_path / "secret").write_text("title: the secret\n")
    content = {"id": "payment-gateways", "title": "x", "extends": base}
    folder = lay_out(tmp_path / "a/b", files() | {CRITERIA_FILE: content})
    ran, codes = validated(folder, CRITERIA_FILE)
    assert (ran.code, codes) == (1, {code})
    assert "the secret" not in ran.said


NAMES = {
    "newline": b"a\n::error::b.yaml",
    "comma": b"a,b.yaml",
    "escape": b"\x1b]0;x\x07.yaml",
    "right to left": "\u202ex.yaml".encode(),
    "space": b" .yaml",
    "option": b"-x.yaml",
    "annotation": b"::error::x.yaml",
    "twice": b"x.yaml.yaml",
    "device": b"CON.yaml",
    "long": b"a" * 250 + b".yaml",
}


@pytest.fixture(scope="module")
def named(tmp_path_factory):
    folder = lay_out(tmp_path_factory.mktemp("names"), files())
    for name in NAMES.values():
        (folder / FOLDER / os.fsdecode(name)).write_text(HEAD)
    return folder, run(folder, "validate", "-f", "json")


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_strange_file_name_is_a_finding(named, name):
    assert named[1].code == 1
    path = f"{FOLDER}/{os.fsdecode(name)}"
    shown = {(each["path"], each["code"]) for each in json.loads(named[1].out)["diagnostics"]}
    assert any(each == path and code == "EK111" for each, code in shown)


def test_strange_file_names_are_shown_harmlessly(named):
    ran, codes = validated(named[0])
    assert (ran.code, codes) == (1, {"EK111", "EK311"})
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", ran.said)
    assert not re.search("^::", ran.said, re.MULTILINE)


def codes_of(folder):
    """The exit code of validate, and the codes of what it found."""
    ran = run(folder, "validate", "-f", "json")
    return ran.code, {each["code"] for each in json.loads(ran.out)["diagnostics"]}


@pytest.mark.parametrize("character", ["\ufffe", "\uffff"])
def test_a_character_that_is_none_is_a_finding(tmp_path, character):
    (tmp_path / "vendors").mkdir()
    (tmp_path / "vendors/x.yaml").write_text(f"id: x\nname: A{character}B\n", "utf-8")
    assert codes_of(tmp_path) == (1, {"EK013"})


def test_a_long_chain_of_criteria_is_followed_to_its_end(tmp_path):
    (tmp_path / "vendors").mkdir()
    (tmp_path / "criteria").mkdir()
    for number in range(60):
        base = f"extends: c{number + 1}\n" if number < 59 else "extends: integration\n"
        text = f"id: c{number}\ntitle: C\n{base}"
        (tmp_path / f"criteria/c{number}.yaml").write_text(text, "utf-8")
    assert codes_of(tmp_path) == (0, set())
