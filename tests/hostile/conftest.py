"""Say how much was tried, in CI and elsewhere."""

from collections import Counter
from pathlib import Path

from tests.hostile.test_fuzz import OURS

HERE = Path(__file__).parent.name


def pytest_terminal_summary(terminalreporter):
    """One line with the number of hostile cases that passed, by kind."""
    passed = [report.nodeid for report in terminalreporter.stats.get("passed", [])]
    files = [each.split("::")[0].rpartition("/") for each in passed if f"/{HERE}/" in each]
    tried = Counter(name.removeprefix("test_").removesuffix(".py") for _, _, name in files)
    if tried:
        # Each of these tests tries as many random files.
        tried["fuzz"] *= OURS.max_examples
        counts = ", ".join(f"{kind} {count}" for kind, count in sorted(tried.items()) if count)
        terminalreporter.write_line(f"hostile cases passed: {tried.total()} ({counts})")
