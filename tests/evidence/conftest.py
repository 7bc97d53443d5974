"""A browser that opens forms."""

from tests.report.conftest import browser, chromium

__all__ = ["browser", "chromium"]
