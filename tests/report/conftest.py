"""The evaluation of a workspace, and a browser that opens its pages."""

import os
from pathlib import Path

import pytest

from evalkit.evaluation.evaluate import evaluate
from tests.conftest import DAY
from tests.report.priced import files

BROWSER = Path("/usr/bin/chromium")


@pytest.fixture(scope="session")
def chromium():
    if not BROWSER.exists() and not os.environ.get("EVALKIT_REQUIRE_BROWSER"):
        pytest.skip("Debian's chromium is not installed")
    return str(BROWSER)


@pytest.fixture(scope="module")
def browser(chromium):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        yield opened
        opened.close()


@pytest.fixture
def evaluated(loaded):
    """Evaluate the plan of a workspace, by default the one with costs."""

    def evaluation(content=None):
        workspace = loaded(files() if content is None else content)
        assert workspace.errors == ()
        return evaluate(workspace, workspace.plans["storefront-payments"], DAY)

    return evaluation
