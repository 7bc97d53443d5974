"""Hostile things in a workspace's folders: links, pipes, sockets, loops, names, what extends what."""

import ctypes
import json
import os
import re
import socket
from xml.etree import ElementTree

import pytest

from tests.hostile.made import CRITERIA_FILE, VENDOR_FILE, ask, files, lay_out, run

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


def validated(folder, *words, by=run):
    ran = by(folder, "validate", *words, "--as-of", "2026-11-23")
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
    assert "this link points to a folder" in ran.out


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
    assert "q.yaml is a pipe or a device" in ran.err


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
        ("\0", "EK013"),
        ("", "EK201"),
        ("a" * 3000, "EK201"),
    ],
    ids=["up", "absolute", "around", "itself", "NUL", "nothing", "long"],
)
def test_criteria_extend_criteria_and_nothing_else(tmp_path, base, code):
    (tmp_path / "secret").write_text("title: the secret\n")
    content = {"id": "payment-gateways", "title": "x", "extends": base}
    folder = lay_out(tmp_path / "a/b", files() | {CRITERIA_FILE: content})
    ran, codes = validated(folder, CRITERIA_FILE, by=ask)
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
    return folder, ask(folder, "validate", "-f", "json")


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_strange_file_name_is_a_finding(named, name):
    assert named[1].code == 1
    path = f"{FOLDER}/{os.fsdecode(name)}"
    shown = {(each["path"], each["code"]) for each in json.loads(named[1].out)["diagnostics"]}
    assert any(each == path and code == "EK111" for each, code in shown)


def test_strange_file_names_are_shown_harmlessly(named):
    ran, codes = validated(named[0], by=ask)
    assert (ran.code, codes) == (1, {"EK111", "EK311"})
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", ran.said)
    assert not re.search("^::", ran.said, re.MULTILINE)


def codes_of(folder):
    """The exit code of validate, and the codes of what it found."""
    ran = ask(folder, "validate", "-f", "json")
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


def meanwhile(action):
    """Python that does something to a vendor's file at the moment in which it is opened."""
    return (
        "import os, sys\n"
        "def hook(event, given):\n"
        f"    if event == 'open' and str(given[0]).endswith('{VENDOR_FILE}') and not done:\n"
        f"        done.append(1); path = given[0]; {action}\n"
        "done = []\n"
        "sys.addaudithook(hook)"
    )


CHANGES = {
    "vanishes": ("os.unlink(path)", "EK001"),
    "becomes a folder": ("os.unlink(path); os.mkdir(path)", "EK001"),
    "becomes a circle": ("os.unlink(path); os.symlink(path, path)", "EK001"),
    "is emptied": ("os.truncate(path, 0)", "EK010"),
    "grows": ("os.truncate(path, 3_000_000_000)", "EK004"),
    "becomes zeros": ("os.truncate(path, 0); os.truncate(path, 100)", "EK013"),
}


@pytest.mark.parametrize(("action", "code"), CHANGES.values(), ids=CHANGES)
def test_a_file_that_changes_while_being_read_is_a_finding(tmp_path, action, code):
    folder = lay_out(tmp_path, files())
    ran = run(folder, "validate", FOLDER, "--as-of", "2026-11-23", code=meanwhile(action))
    assert "Traceback" not in ran.said
    assert (ran.code, set(re.findall(r"error\[(EK\d+)\]", ran.out))) == (1, {code})


@pytest.mark.parametrize(("many", "seconds"), [(5_000, 2), pytest.param(50_000, 6, marks=pytest.mark.long)])  # fmt: skip
def test_each_of_many_files_in_a_folder_is_looked_at(tmp_path, many, seconds):
    """Opening, judging and telling of one takes 0.07 milliseconds."""
    lay_out(tmp_path, files() | {f"{FOLDER}/a.yaml": ""})
    for number in range(many):
        os.link(tmp_path / FOLDER / "a.yaml", tmp_path / FOLDER / f"a{number}.yaml")
    ran = run(tmp_path, "validate", FOLDER, "--as-of", "2026-11-23", seconds=seconds)
    assert ran.code == 1
    assert ran.out.count("error[EK010]") == many + 1


FORMATS = ("json", "github", "gitlab", "sarif", "junit")


@pytest.mark.parametrize("style", FORMATS)
def test_strange_file_names_break_no_format(named, style):
    ran = ask(named[0], "validate", "-f", style)
    assert ran.code == 1
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", ran.said)
    if style == "github":
        *lines, summed = ran.out.splitlines()
        assert re.match(r"\d+ errors", summed)
        place = r"file=[^,:\n]+,line=\d+,col=\d+(,endColumn=\d+)?,title=evalkit EK\d+"
        assert all(re.match(f"::(error|warning) {place}::", line) for line in lines)
        assert any("a%0A%3A%3Aerror%3A%3Ab.yaml" in line for line in lines)
        assert any("a%2Cb.yaml" in line for line in lines)
    elif style == "junit":
        ElementTree.fromstring(ran.out)
    else:
        json.loads(ran.out)


ODD = "\x1b[31mX\x1b]0;t\x07\n::error::y\u202e"
LONG = "x" * 5000
PLAN = "storefront-payments"
WORDS = {
    "command": (ODD,), "option": ("score", f"--{ODD}"), "more": ("rule", "EK301", ODD),
    "choice": ("schema", ODD), "validate": ("validate", ODD), "plan": ("score", ODD),
    "plan's file": ("score", f"{ODD}.yaml"),
    "day": ("score", PLAN, "--as-of", ODD), "vendor": ("explain", PLAN, ODD),
    "cost": ("cost", PLAN, "--vendor", ODD), "spec": ("spec", PLAN, ODD),
    "saved": ("report", f"{ODD}.json"), "diff": ("diff", ODD, ODD), "rule": ("rule", ODD),
    "weigh": ("weigh", PLAN, "--ask", ODD), "format": ("validate", "-f", ODD),
    "template": ("report", PLAN, "--template", ODD), "fit": ("fit", f"{ODD}.json"),
    "precision": ("robustness", PLAN, "--precision", ODD), "check": ("spec", PLAN, "otherpay", "--check"),
    "output": ("score", PLAN, "-o", "/dev/null/" + ODD), "init": ("init", "/dev/null/" + ODD),
    "long plan": ("score", LONG), "long path": ("validate", LONG), "long init": ("init", LONG),
    "long workspace": ("score", "--workspace", LONG), "long saved": ("report", f"{LONG}.json"),
    "long output": ("spec", PLAN, "examplepay", "-o", LONG),
}  # fmt: skip


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    return lay_out(tmp_path_factory.mktemp("plain"), files())


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_odd_words_on_the_command_line_are_said_back_harmlessly(plain, evalkit, words):
    ran = evalkit(*words, cwd=plain)
    assert ran.code == 2
    assert ran.out == ""
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]|^::", ran.err, re.MULTILINE)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (in_a_circle, "is a broken link"),
        (lambda file: file.symlink_to("q.yaml"), "is a broken link"),
        (os.mkfifo, "is a pipe or a device"),
        (lambda file: file.mkdir(), "is a folder"),
    ],
    ids=["circle", "itself", "pipe", "folder"],
)
@pytest.mark.parametrize("plan", ["q", "plans/q.yaml"])
def test_a_plan_that_is_no_file_is_called_what_it_is(tmp_path, evalkit, make, message, plan):
    folder = lay_out(tmp_path, files())
    make(folder / "plans/q.yaml")
    ran = evalkit("score", plan, cwd=folder)
    assert ran.code == 2
    assert f"q.yaml {message}" in ran.err
