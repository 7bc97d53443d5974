"""A progress bar on stderr for long work, on a terminal only."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from evalkit.cli.shared.output import is_plain, is_terminal, width

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 0.5
"""Seconds before a bar appears: most work is done by then, and drawing one takes time."""


Tell = Callable[[int, int], None]
"""A callback that takes the amount of work done, and the total."""


@contextmanager
def bar(words: str) -> Iterator[Tell]:
    """A callback for progress, which is shown if the work takes long."""
    start, is_seen = time.monotonic(), is_terminal(sys.stderr) and not is_plain()
    shown: Progress | None = None

    def tell(done: int, total: int) -> None:
        nonlocal shown
        if shown is None and is_seen and time.monotonic() - start > PATIENCE:
            shown = _started(words, total)
        if shown is not None:
            shown.update(shown.task_ids[0], completed=done)

    try:
        yield tell
    finally:
        if shown is not None:
            shown.stop()


def _started(words: str, total: int) -> "Progress":
    from rich.console import Console
    from rich.progress import Progress

    started = Progress(console=Console(stderr=True, width=width()), transient=True)
    started.add_task(words, total=total)
    started.start()
    return started
