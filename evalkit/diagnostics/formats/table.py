"""The table of output formats for diagnostics."""

import importlib
from collections.abc import Callable

Writer = Callable[..., str]
"""A function of diagnostics, the number of files checked, and the keyword `colour`."""

FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit")
"""The names of the formats; each has a module of that name with a function `to_…`."""
BY_REPOSITORY = frozenset({"github", "gitlab", "sarif", "junit"})
"""Formats with paths relative to the repository, not to the workspace."""


def writer(name: str) -> Writer:
    """The function that writes a format, imported on first use."""
    module = importlib.import_module(f"{__package__}.{name}")
    function: Writer = getattr(module, f"to_{name}")
    return function
