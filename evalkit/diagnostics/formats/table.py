"""The table of formats in which diagnostics can be written."""

import importlib
from collections.abc import Callable

Writer = Callable[..., str]
"""Takes diagnostics, the number of files that were checked, and `colour` by name."""

FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit")
"""Each is a module beside this one, with a function `to_` and the name."""
BY_REPOSITORY = frozenset({"github", "gitlab", "sarif", "junit"})
"""Formats whose readers know a file by its path in the repository, not in the workspace."""


def writer(name: str) -> Writer:
    """The function that writes a format, imported when it is asked for."""
    module = importlib.import_module(f"{__package__}.{name}")
    function: Writer = getattr(module, f"to_{name}")
    return function
