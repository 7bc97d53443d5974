"""Workspaces, a command line and a browser for tests."""

import datetime
import importlib
import os
import pkgutil
import signal
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

import evalkit as package
from evalkit.checking.load import load
from evalkit.cli import main
from evalkit.cli.shared.output import ENDING
from evalkit.workspace.workspace import Workspace
from tests.unmeasured import SLOW, WHOLE

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "data"
DAY = datetime.date(2026, 11, 23)
"""Today, for made files."""
SHIPPED_DAY = datetime.date(2026, 11, 29)
"""Today, for the shipped files: the day on which facts were last looked for."""

BROWSER = Path("/usr/bin/chromium")
SHELL = Path("/usr/bin/chromium-headless-shell")
"""The same browser without windows, which opens a page for a quarter of the work."""

LONG = os.environ.get("EVALKIT_LONG") == "1"
"""Whether properties are tried on many examples, as `.ci/run --all` does."""


def examples(usual: int) -> int:
    """How many examples a property of this test is tried on."""
    return usual if LONG else max(5, usual // 16)


# No deadline: how long one example takes depends on what else the machine does.
settings.register_profile("evalkit", max_examples=examples(100), deadline=None)
settings.load_profile("evalkit")

CRITERIA = """\
id: payment-gateways
title: Payment gateways
fresh_for: 365
criteria:
  api:
    title: API preference
    weight: 40
    measures:
      api_style:
        question: Which styles of API does it offer?
        weight: 30
        scale: {kind: levels, levels: {graphql: 100, rest: 100, soap: 50, none: 0}, because: "-"}
      webhooks:
        weight: 10
        scale: {kind: levels, levels: {true: 100, false: 0}, because: "-"}
  scalability:
    title: Scalability
    weight: 60
    measures:
      rate_limit:
        unit: requests/s
        weight: 10
        scale: {kind: points, points: [[1, 0], [25, 60], [100, 100]], because: "-"}
background:
  api_description: {question: Where is the API described?}
"""
VENDOR = """\
id: examplepay
name: ExamplePay
category: payment-gateways
website: https://examplepay.test
facts:
  api_style: {value: [rest], source: https://examplepay.test/docs, checked: 2026-06-20}
  rate_limit: {value: 25, source: https://examplepay.test/limits, checked: 2026-06-20}
"""
PLAN = """\
id: storefront-payments
title: Payments for a storefront
category: payment-gateways
as_of: 2026-11-23
unknown: worst
weights: {api: 25, scalability: 75}
gates:
  - {measure: rate_limit, at_least: 10, because: Peak of five orders a second.}
"""
BASE = {
    "criteria/payment-gateways.yaml": CRITERIA,
    "vendors/payment-gateways/examplepay.yaml": VENDOR,
    "plans/storefront-payments.yaml": PLAN,
}


@pytest.fixture(scope="session", autouse=True)
def _folder_of_caches(tmp_path_factory):
    """Keep the key of caches in a temporary folder instead of the user's home."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("caches")))
        patch.delenv("EVALKIT_CACHE_KEY", raising=False)
        yield


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


@pytest.fixture
def write(tmp_path):
    """Write a workspace: the small one above, with files replaced, added or (None) omitted.

    A Path becomes a link that leads there.
    """

    def write_files(files=None) -> Path:
        for path, content in {**BASE, **(files or {})}.items():
            if content is None:
                continue
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, bytes):
                file.write_bytes(content)
            elif isinstance(content, Path):
                file.symlink_to(content)
            else:
                file.write_text(content, encoding="utf-8", newline="")
        return tmp_path

    return write_files


@pytest.fixture
def loaded(write):
    """Write a workspace and load it."""

    def load_files(files=None) -> Workspace:
        return load(write(files), DAY)

    return load_files


@pytest.fixture
def evalkit(monkeypatch, capsys):
    """Run a command as a user would, in this process."""

    # On a GitHub runner it would choose another format by itself.
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    before = {each: signal.getsignal(each) for each in ENDING}

    def run(*words, cwd=None) -> Ran:
        if cwd is not None:
            monkeypatch.chdir(cwd)
        monkeypatch.setattr(sys, "argv", ["evalkit", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        return Ran(ended.value.code or 0, captured.out, captured.err)

    yield run
    for each, handler in before.items():
        signal.signal(each, handler)


@pytest.fixture(scope="session")
def chromium():
    if not BROWSER.exists() and not os.environ.get("EVALKIT_REQUIRE_BROWSER"):
        pytest.skip("Debian's chromium is not installed")
    return str(BROWSER)


@pytest.fixture(scope="session")
def windowless(chromium):
    return str(SHELL) if SHELL.exists() else chromium


@pytest.fixture(scope="session")
def browser(windowless):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=windowless, args=["--no-sandbox", "--disable-gpu"]
        )
        yield opened
        opened.close()


def vendor(name="otherpay", **facts):
    """A vendor file with facts in flow style."""
    lines = "".join(f"  {measure}: {fact}\n" for measure, fact in facts.items())
    return f"id: {name}\nname: {name.title()}\ncategory: payment-gateways\nfacts:\n{lines}"


def pytest_collection_modifyitems(items):
    """Count the coverage of neither whole answers nor properties, and run the former last.

    Whatever comes last must be short, for no worker to wait for another.
    """

    def place(item):
        return next((n for n, part in enumerate(WHOLE) if name(item).startswith(part)), -1)

    def name(item):
        return item.nodeid.removeprefix("tests/")

    for item in items:
        # Random examples would cover more on some days than on others.
        is_random = getattr(item.function, "is_hypothesis_test", False)
        if is_random or name(item).startswith((*WHOLE, *SLOW)):
            item.add_marker("no_cover")
    items.sort(key=place)


@pytest.hookimpl(hookwrapper=True, trylast=True)
def pytest_runtest_call(item):
    """Trace nothing where coverage is not counted.

    In a worker pytest-cov has begun twice: what it pauses is the second, and the first goes on.
    """
    tracer = sys.gettrace()
    if item.get_closest_marker("no_cover"):
        sys.settrace(None)
    yield
    sys.settrace(tracer)


def pytest_collection_finish(session):
    """Import the whole package where coverage is counted, before tests that do not count do so."""
    if session.config.pluginmanager.hasplugin("_cov"):
        for module in pkgutil.walk_packages(package.__path__, "evalkit."):
            importlib.import_module(module.name)


def pytest_terminal_summary(terminalreporter):
    """Print how many hostile cases passed, by kind."""
    from tests.hostile.files.test_fuzz import OURS

    passed = [report.nodeid for report in terminalreporter.stats.get("passed", [])]
    files = [each.split("::")[0].rpartition("/") for each in passed if "/hostile/" in each]
    tried = Counter(name.removeprefix("test_").removesuffix(".py") for _, _, name in files)
    if tried:
        # Each of these tests tries as many random files.
        tried["fuzz"] *= OURS.max_examples
        counts = ", ".join(f"{kind} {count}" for kind, count in sorted(tried.items()) if count)
        terminalreporter.write_line(f"hostile cases passed: {tried.total()} ({counts})")
