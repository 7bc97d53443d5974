"""A cache is read only if it is whole and our own, and does no harm otherwise."""

import hmac
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalkit.checking.cache import LEAST_LIMIT, MODULES, PACKAGES
from evalkit.checking.check import check
from evalkit.checking.load import load
from tests.checking.states import EXAMPLEPAY, OTHERPAY, STATES, STOREFRONT, put
from tests.conftest import BASE, DAY, PLAN, ROOT, VENDOR, examples

KEPT = ".evalkit_cache/checked.json"


def warm(folder):
    check(folder, DAY)
    return folder / KEPT


def seal(body, key):
    return hmac.new(key, body, "sha256").hexdigest().encode() + b"\n" + body


OWN_KEY = "0123456789abcdef"
BROKEN = {
    "nothing": b"",
    "no seal": b'{"format":3,"files":{}}',
    "no JSON": seal(b"{", OWN_KEY.encode()),
    "no text": seal(b"\xff\xfe", OWN_KEY.encode()),
    "another format": seal(b'{"format": 2, "files": []}', OWN_KEY.encode()),
    "another key": seal(b'{"format": 3, "files": {}}', b"another"),
    "only a seal": seal(b"", b""),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_damaged_cache_is_ignored_and_mended(write, monkeypatch, content):
    monkeypatch.setenv("EVALKIT_CACHE_KEY", OWN_KEY)
    folder = write({EXAMPLEPAY: STATES[EXAMPLEPAY][1]})
    kept = warm(folder)
    whole = kept.read_bytes()
    assert whole == seal(whole[65:], OWN_KEY.encode())
    kept.write_bytes(content)
    assert check(folder, DAY).diagnostics == load(folder, DAY).diagnostics
    assert kept.read_bytes() == whole


@given(st.data())
@settings(max_examples=examples(60))
def test_a_cache_of_which_a_byte_changed_is_ignored(data):
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for path, text in {**BASE, EXAMPLEPAY: STATES[EXAMPLEPAY][1]}.items():
            put(folder, path, text)
        kept = warm(folder)
        content = bytearray(kept.read_bytes())
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] ^= data.draw(st.integers(1, 255))
        kept.write_bytes(content)
        assert check(folder, DAY).diagnostics == load(folder, DAY).diagnostics


def test_a_cache_that_hides_a_finding_or_makes_one_up_is_not_read(write):
    folder = write({EXAMPLEPAY: STATES[EXAMPLEPAY][1]})
    kept = warm(folder)
    seal_of_all, _, body = kept.read_bytes().partition(b"\n")
    found = json.loads(body)
    found["files"][EXAMPLEPAY][1][0] = []
    found["files"]["vendors/ghost.yaml"] = found["files"][STOREFRONT]
    kept.write_bytes(seal_of_all + b"\n" + json.dumps(found).encode())
    assert check(folder, DAY).diagnostics == load(folder, DAY).diagnostics != ()


def test_only_files_that_are_there_are_asked_for(write, monkeypatch):
    monkeypatch.setenv("EVALKIT_CACHE_KEY", OWN_KEY)
    folder = write()
    kept = warm(folder)
    found = json.loads(kept.read_bytes()[65:])
    found["files"]["../../etc/passwd"] = found["files"][STOREFRONT]
    kept.write_bytes(seal(json.dumps(found).encode(), OWN_KEY.encode()))
    assert check(folder, DAY).links.keys() == BASE.keys()


@pytest.mark.parametrize(("over", "is_read"), [(0, True), (1, False)])
def test_a_cache_is_read_up_to_its_limit(write, monkeypatch, over, is_read):
    monkeypatch.setenv("EVALKIT_CACHE_KEY", OWN_KEY)
    folder = write()
    kept = warm(folder)
    padded = kept.read_bytes()[65:].ljust(LEAST_LIMIT - 65 + over)
    kept.write_bytes(seal(padded, OWN_KEY.encode()))
    check(folder, DAY)
    # What is not read is written anew.
    assert (kept.stat().st_size == LEAST_LIMIT + over) == is_read


@pytest.mark.parametrize(
    "make",
    [
        os.mkfifo,
        os.mkdir,
        lambda file: Path(file).symlink_to("nowhere"),
        lambda file: Path(file).symlink_to(f"../{EXAMPLEPAY}"),
    ],
    ids=["pipe", "folder", "link", "link to a vendor"],
)
def test_what_stands_in_place_of_the_cache_file_does_no_harm(write, make):
    folder = write()
    kept = warm(folder)
    for file in (kept, kept.with_name(".gitignore")):
        file.unlink()
        make(file)
    assert check(folder, DAY).diagnostics == ()
    assert (folder / EXAMPLEPAY).read_text() == VENDOR
    assert not (folder / "nowhere").exists()


@pytest.mark.parametrize(
    "make", [os.mkfifo, lambda path: Path(path).write_text("mine")], ids=["pipe", "file"]
)
def test_what_stands_in_place_of_the_cache_folder_stays(write, make):
    folder = write()
    make(folder / ".evalkit_cache")
    assert check(folder, DAY).diagnostics == ()
    assert not (folder / ".evalkit_cache").is_dir()


def test_a_cache_folder_that_leads_elsewhere_is_not_used(write, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    folder = write()
    (folder / ".evalkit_cache").symlink_to(elsewhere)
    assert check(folder, DAY).diagnostics == ()
    assert list(elsewhere.iterdir()) == []


def test_without_a_cache_nothing_is_written(write):
    folder = write()
    check(folder, DAY, cached=False)
    assert not (folder / ".evalkit_cache").exists()


def test_the_cache_stays_out_of_git(write):
    folder = write()
    warm(folder)
    subprocess.run(["git", "init", "-q", folder], check=True)
    shown = subprocess.run(
        ["git", "status", "--porcelain", "-uall"], cwd=folder, check=True, capture_output=True, text=True
    )  # fmt: skip
    assert ".evalkit_cache" not in shown.stdout


def test_several_runs_at_once_agree_and_leave_a_whole_cache(write):
    folder = write({OTHERPAY: STATES[OTHERPAY][2], EXAMPLEPAY: STATES[EXAMPLEPAY][1]})
    command = [sys.executable, "-m", "evalkit", "validate", "-f", "json", "--as-of", "2026-11-23"]
    runs = [
        subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(6)
    ]
    said = [process.communicate() for process in runs]
    assert len(set(said)) == 1
    assert said[0][1] == b""
    assert json.loads((folder / KEPT).read_bytes()[65:])["format"] == 3
    assert [
        file.name
        for file in (folder / ".evalkit_cache").iterdir()
        if file.name[:2] not in {"ch", ".g"}
    ] == []


def test_the_name_of_the_rule_set_covers_all_that_a_check_imports(write):
    # Otherwise a change there would leave old results in the cache.
    script = (
        "import sys, datetime\nfrom pathlib import Path\nfrom evalkit.checking.check import check\n"
        f"check(Path.cwd(), datetime.date({DAY.year}, {DAY.month}, {DAY.day}), cached=False)\n"
        "print(*sorted({name.split('.')[1] for name in sys.modules if name.startswith('evalkit.')}))"
    )
    folder = write({OTHERPAY: STATES[OTHERPAY][1], STOREFRONT: STATES[STOREFRONT][3]})
    ran = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=True)  # fmt: skip
    named = {*PACKAGES, *(name.removesuffix(".py") for name in MODULES)}
    assert set(ran.stdout.split()) - {"errors", "resources"} <= named


def test_a_rule_in_a_folder_of_its_own_belongs_to_the_rule_set(tmp_path):
    for name in ("evalkit", "criteria", "platforms"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))

    def name_of_the_rule_set():
        words = [sys.executable, "-c", "from evalkit.checking.cache import rule_set; print(rule_set())"]  # fmt: skip
        ran = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=True)
        return ran.stdout

    before = name_of_the_rule_set()
    put(tmp_path, "evalkit/rules/deep/er/new.py", "")
    assert name_of_the_rule_set() != before


CHECK = """\
import sys
{before}
from evalkit.cli import main
sys.argv = ["evalkit", "validate", "--as-of", "2026-11-23"]
try:
    main()
except SystemExit:
    print("anew" if "evalkit.rules" in sys.modules else "kept")
"""


@pytest.fixture
def home(tmp_path_factory):
    """A checkout of evalkit, and of the library that reads YAML, to be changed."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("evalkit", "criteria", "platforms"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    yaml = Path(importlib.util.find_spec("yaml").origin).parent
    shutil.copytree(yaml, folder / "yaml", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def checked(workspace, home, before=""):
    """Whether the files of a workspace are checked again instead of read from the cache."""
    ran = subprocess.run(
        [sys.executable, "-c", CHECK.format(before=before)],
        cwd=workspace, check=True, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(home)},
    )  # fmt: skip
    return ran.stdout.split()[-1]


CHANGED = (
    "evalkit/__init__.py", "evalkit/rules/**/*.py", "criteria/*.yaml", "platforms/*.yaml",
    "yaml/__init__.py",
)  # fmt: skip


def test_another_python_checks_anew(write, home):
    workspace = write()
    other = "import platform; platform.python_version = lambda: '3.99.0'"
    runs = [checked(workspace, home, before) for before in ("", "", other, other)]
    assert runs == ["anew", "kept", "anew", "kept"]


def test_whatever_findings_follow_from_checks_anew_when_it_changes(write, home):
    workspace = write()
    assert [checked(workspace, home) for _ in range(2)] == ["anew", "kept"]
    found = {}
    for what in CHANGED:
        file = max(home.glob(what))
        text = file.read_text(encoding="utf-8").replace('__version__ = "', '__version__ = "9')
        file.write_text(text + "# changed\n", encoding="utf-8")
        found[what] = checked(workspace, home)
    assert found == dict.fromkeys(CHANGED, "anew")
    assert checked(workspace, home) == "kept"


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("criteria/payment-gateways.yaml", "fresh_for: 365", "fresh_for: 3", "EK308"),
        ("vendors/payment-gateways/examplepay.yaml", "value: 25, source:", "value: 25, note:", "EK301"),
    ],
)  # fmt: skip
def test_a_file_that_changes_is_found_out_though_the_others_are_kept(write, path, old, new, code):
    workspace = write()
    assert check(workspace, DAY).diagnostics == ()
    (workspace / path).write_text(BASE[path].replace(old, new), encoding="utf-8")
    assert {each.code for each in check(workspace, DAY).diagnostics} == {code}
    (workspace / path).write_text(BASE[path], encoding="utf-8")
    assert check(workspace, DAY).diagnostics == ()


def test_from_the_cache_too_a_candidate_is_compared_only_by_plans_that_list_it(write):
    candidate = VENDOR.replace("examplepay", "otherpay") + "candidate: status_quo\n"
    money = "money: {currency: EUR, years: 3, discount_rate: 0.08, editions: {otherpay: basic}}\n"
    folder = write({OTHERPAY: candidate, STOREFRONT: PLAN + money})
    warm(folder)
    put(folder, EXAMPLEPAY, VENDOR + "note: changed\n")
    codes = [found.code for found in check(folder, DAY).diagnostics]
    assert codes == [found.code for found in load(folder, DAY).diagnostics]
    assert "EK527" in codes
