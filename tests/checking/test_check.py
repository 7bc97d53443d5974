"""Checking with a cache and in several processes finds what reading everything anew finds."""

import datetime
import hmac
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

from evalkit.checking.cache import LEAST_LIMIT, PACKAGES
from evalkit.checking.check import check
from evalkit.checking.examine import Examination
from evalkit.checking.load import load
from evalkit.rules import run
from evalkit.rules.context import Setting
from evalkit.workspace.folder import own_files
from evalkit.workspace.raw import raw
from tests.conftest import BASE, DAY, PLAN, ROOT, VENDOR, vendor

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
STOREFRONT = "plans/storefront-payments.yaml"
GATEWAYS = "criteria/payment-gateways.yaml"
KEPT = ".evalkit_cache/checked.json"
STATES = {
    EXAMPLEPAY: [
        VENDOR,
        VENDOR.replace("value: 25", "value: many"),
        VENDOR.replace("checked: 2026-06-20", "checked: 2020-06-20"),
        VENDOR.replace("25,", "25, note: '-',") + "# evalkit: ignore[EK301] nothing\n",
        VENDOR.replace("id: examplepay", "id: otherpay"),
        "name: [",
    ],
    OTHERPAY: [
        None,
        vendor(rate_limit="unknown"),
        vendor(rate_limit="{value: 9}  # evalkit: ignore[EK301] by phone"),
        vendor("examplepay", rate_limit="unknown"),
        vendor(rate_limit="unknown").replace("payment-gateways", "erp"),
    ],
    STOREFRONT: [
        PLAN,
        PLAN + "vendors: [examplepay, otherpay]\n",
        PLAN.replace("as_of: 2026-11-23", "as_of: 2026-01-01"),
        PLAN + "money: {currency: EUR, years: 3, discount_rate: 0, editions: {otherpay: basic}}\n",
        None,
    ],
    GATEWAYS: [
        BASE[GATEWAYS],
        BASE[GATEWAYS].replace("fresh_for: 365", "fresh_for: 3"),
        BASE[GATEWAYS].replace("weight: 40", "weight: forty"),
        "id: payment-gateways\ntitle: Payments\nextends: integration\n",
        None,
    ],
}


def put(folder, path, text):
    file = folder / path
    if text is None:
        file.unlink(missing_ok=True)
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


@given(st.lists(st.sampled_from([(p, s) for p, states in STATES.items() for s in states])))
@settings(max_examples=60, deadline=None)
def test_whatever_changed_the_cache_gives_what_reading_anew_gives(changes):
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for path, text in BASE.items():
            put(folder, path, text)
        for path, text in changes:
            put(folder, path, text)
            found = check(folder, DAY)
            assert found.diagnostics == load(folder, DAY).diagnostics
        assert check(folder, DAY) == check(folder, DAY, cached=False)


def test_the_day_counts(write):
    folder = write()
    assert check(folder, DAY).diagnostics == ()
    late = check(folder, datetime.date(2029, 1, 1))
    assert {d.code for d in late.diagnostics} == {"EK308"}
    assert check(folder, DAY).diagnostics == ()


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_several_processes_find_what_one_finds(jobs):
    alone = load(ROOT, DAY).diagnostics
    assert len(alone) > 50
    assert check(ROOT, DAY, cached=False, jobs=jobs).diagnostics == alone


def test_rules_about_a_vendor_look_at_no_other_vendor(loaded):
    # Otherwise a result could not be kept when another vendor changes.
    class Closed(dict):
        def _refuse(self, *_):
            raise AssertionError("a rule about a vendor looked at other vendors")

        __getitem__ = get = __iter__ = __contains__ = __len__ = _refuse
        keys = items = values = _refuse

    workspace = loaded({OTHERPAY: vendor(rate_limit="9"), STOREFRONT: STATES[STOREFRONT][3]})
    closed = Setting(
        EXAMPLEPAY,
        DAY,
        criteria=workspace.criteria,
        plans=workspace.plans,
        vendors=Closed(),
        categories=Closed(),
    )
    for record in workspace.vendors.values():
        list(run.check(record, closed))


def warm(folder):
    check(folder, DAY)
    return folder / KEPT


def seal(body, key):
    return hmac.new(key, body, "sha256").hexdigest().encode() + b"\n" + body


OWN_KEY = "0123456789abcdef"
BROKEN = {
    "nothing": b"",
    "no seal": b'{"format":2,"files":{}}',
    "no JSON": seal(b"{", OWN_KEY.encode()),
    "no text": seal(b"\xff\xfe", OWN_KEY.encode()),
    "another format": seal(b'{"format": 3, "files": []}', OWN_KEY.encode()),
    "another key": seal(b'{"format": 2, "files": {}}', b"another"),
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
@settings(max_examples=60, deadline=None)
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
    assert json.loads((folder / KEPT).read_bytes()[65:])["format"] == 2
    assert [
        file.name
        for file in (folder / ".evalkit_cache").iterdir()
        if file.name[:2] not in {"ch", ".g"}
    ] == []


def test_a_second_run_imports_neither_models_nor_parser(write):
    folder = write()
    script = (
        "import sys\nfrom evalkit.cli import main\n"
        "sys.argv = ['evalkit', 'validate', '--as-of', '2026-11-23']\n"
        "try: main()\n"
        "except SystemExit: print(*sorted({'evalkit.model', 'evalkit.rules', 'yaml'} & set(sys.modules)))"
    )
    said = [
        subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=True).stdout.splitlines()[-1]
        for _ in range(2)
    ]  # fmt: skip
    assert said[0] == "evalkit.model evalkit.rules yaml"
    assert said[1] == ""


def test_the_name_of_the_rule_set_covers_all_that_a_check_imports(write):
    # Otherwise a change there would leave old results in the cache.
    script = (
        "import sys, datetime\nfrom pathlib import Path\nfrom evalkit.checking.check import check\n"
        f"check(Path.cwd(), datetime.date({DAY.year}, {DAY.month}, {DAY.day}), cached=False)\n"
        "print(*sorted({name.split('.')[1] for name in sys.modules if name.startswith('evalkit.')}))"
    )
    folder = write({OTHERPAY: STATES[OTHERPAY][1], STOREFRONT: STATES[STOREFRONT][3]})
    ran = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=True)  # fmt: skip
    assert set(ran.stdout.split()) - {"errors", "resources"} <= set(PACKAGES)


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


def test_a_file_that_changes_between_two_readings_is_noticed(write):
    folder = write({STOREFRONT: STATES[STOREFRONT][3]})
    files = {f.path: f for f in own_files(folder) if f.kind == "vendor"}
    others = [raw(f) for f in own_files(folder) if f.kind != "vendor"]
    examination = Examination(others, files, DAY)
    # Records stay in the processes that made them, so that plans read the file again.
    results = list(examination.vendors(list(files.values()), jobs=2))
    assert examination.is_stable
    put(folder, EXAMPLEPAY, STATES[EXAMPLEPAY][1])
    examination.rest({p: c for p, _, c in results}, {p: key for p, key, _ in results})
    assert not examination.is_stable


def test_a_deep_tree_of_folders_is_searched_to_its_end(tmp_path):
    deep = tmp_path / "vendors"
    deep.mkdir()
    here = os.open(".", os.O_RDONLY)
    os.chdir(deep)
    try:
        for _ in range(1500):
            Path("d").mkdir()
            os.chdir("d")
        Path("x.yaml").write_text("id: x\nname: X\ncategory: erp\nfacts: {}\n")
    finally:
        os.fchdir(here)
        os.close(here)
    found = check(tmp_path, DAY, cached=False)
    # Python's own way of removing folders does not reach that deep.
    subprocess.run(["rm", "-r", deep / "d"], check=True)
    # Its path is longer than any that is read, and nobody can hide a file by that.
    assert [d.code for d in found.diagnostics] == ["EK001"]
