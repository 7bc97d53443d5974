"""A workspace's own template, filled in a process of its own that may use so much and no more.

A template can loop for ever or ask for more memory than there is, and nothing inside a process
can stop it then. The process that fills it is told by pickle what to do, on its standard input;
it answers in JSON, since what a template made is not to be unpickled.
"""

import faulthandler
import json
import os
import pickle
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from evalkit.errors import EvalkitError
from evalkit.report.fill import fill

SECONDS = 30.0
"""How long a workspace's own template may take; a real report takes less than one."""
MEGABYTES = 1024.0
"""How much memory it may take, in MiB; a real report takes less than a tenth."""
_MOST = 100_000
_GRACE = 5
"""Seconds after which the process ends by itself, should nobody be there to end it."""


def fill_apart(
    name: str, contents: Sequence[dict[str, Any]], own: Path | None, template: Path | None = None
) -> list[str]:
    """The same pages as `fill` makes, within limits of time and memory.

    The limits are SECONDS and MEGABYTES, or what EVALKIT_TEMPLATE_SECONDS and
    EVALKIT_TEMPLATE_MEGABYTES say. Raises EvalkitError for whatever a template does wrong.
    """
    seconds = _limit("EVALKIT_TEMPLATE_SECONDS", SECONDS)
    megabytes = _limit("EVALKIT_TEMPLATE_MEGABYTES", MEGABYTES)
    task = pickle.dumps((seconds, megabytes, (name, contents, own, template)))
    try:
        # -P: the folder one stands in may belong to whoever wrote the template.
        ran = subprocess.run(  # noqa: S603  # this module, by the Python that runs already
            [sys.executable, "-P", "-m", __name__],
            input=task,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_long(name, seconds) from None
    if ran.returncode == 0:
        return _pages(json.loads(ran.stdout))
    if ran.returncode == -getattr(signal, "SIGXCPU", 0):
        raise _too_long(name, seconds)
    if ran.returncode == _OUT_OF_MEMORY or b"MemoryError" in ran.stderr:
        raise EvalkitError(
            f"the template {name} needs more than {megabytes:g} MiB of memory; look for a text "
            "or a list that keeps growing, or raise EVALKIT_TEMPLATE_MEGABYTES"
        )
    if ran.returncode < 0:
        raise EvalkitError(f"the template {name} ends its process by signal {-ran.returncode}")
    raise RuntimeError(ran.stderr.decode(errors="replace").strip())


def _limit(variable: str, default: float) -> float:
    text = os.environ.get(variable)
    if text is None:
        return default
    if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,6})?", text) or not 0 < float(text) <= _MOST:
        raise EvalkitError(f"{variable} is {text!r}; set it to a number above 0, up to {_MOST:,}")
    return float(text)


def _too_long(name: str, seconds: float) -> EvalkitError:
    unit = "second" if seconds == 1 else "seconds"
    return EvalkitError(
        f"the template {name} ran longer than {seconds:g} {unit}; look for a loop that does not "
        "end, or raise EVALKIT_TEMPLATE_SECONDS"
    )


def _pages(answer: dict[str, Any]) -> list[str]:
    if "error" in answer:
        raise EvalkitError(answer["error"])
    pages: list[str] = answer["pages"]
    return pages


_OUT_OF_MEMORY = 4


def _work() -> int:
    """What the process does: read a task, set the limits, fill, answer; its exit code."""
    # Ctrl-C reaches both processes; this one has nothing to say about it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        seconds, megabytes, task = pickle.load(sys.stdin.buffer)  # noqa: S301  # our own parent's
        # A single long step, such as a huge power, lets no signal be looked at before it ends.
        faulthandler.dump_traceback_later(seconds + _GRACE, exit=True)
        _end_with_parent()
        _bound(int(megabytes * 1024 * 1024))
        sys.stdout.buffer.write(_answer(task))
        sys.stdout.buffer.flush()
    except MemoryError:
        return _OUT_OF_MEMORY
    finally:
        if sys.platform != "win32":
            # Nobody looks at signals any more while Python ends.
            signal.setitimer(signal.ITIMER_REAL, 0)
    return 0


def _end_with_parent() -> None:
    """Look now and then whether whoever waits for the answer is gone, and end then."""
    if sys.platform == "win32":
        return
    parent = os.getppid()

    def look(*_: object) -> None:
        if os.getppid() != parent:
            os._exit(1)

    # Not a thread: it would reserve more memory than most templates take.
    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, 0.2, 0.2)


def _answer(task: tuple[Any, ...]) -> bytes:
    try:
        return json.dumps({"pages": fill(*task)}).encode()
    except EvalkitError as error:
        return json.dumps({"error": str(error)}).encode()


def _bound(size: int) -> None:
    """Bound this process's memory; Windows knows no such limit, and time alone bounds it there."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    least = size if hard == resource.RLIM_INFINITY else min(size, hard)
    # macOS takes no limit below what is mapped already.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (least, hard))


if __name__ == "__main__":
    sys.exit(_work())
