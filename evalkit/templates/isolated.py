"""Fill a workspace's own template in a separate process with limited time and memory.

A template can loop forever or exhaust memory, and nothing inside its process can stop it then. The
process receives its task by pickle on standard input. It answers in JSON, because what a template
made must not be unpickled, and on a separate channel, because a template may print.
"""

import faulthandler
import json
import os
import pickle
import re
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from evalkit.errors import EvalkitError
from evalkit.templates.fill import MAX_PAGE, fill
from evalkit.wording.numbers import significant, thousands

SECONDS = 30.0
"""Time limit for a workspace's own template; a real report takes less than one second."""
MEGABYTES = 1024.0
"""Memory limit in MiB; a real report takes less than a tenth."""
MAX_ANSWER = 4 * MAX_PAGE
"""Maximum bytes of all pages; a report has a few million."""
_PREFIX = 8
"""Number of bytes before the answer that state its length."""
_MOST = 100_000
_GRACE = 5
"""Seconds after the limit at which the process ends itself if nothing else has ended it."""


def fill_apart(
    name: str, contents: Sequence[dict[str, Any]], own: Path | None, template: Path | None = None
) -> list[str]:
    """Fill a template as `fill` does, within limits of time and memory.

    The limits are SECONDS and MEGABYTES, unless EVALKIT_TEMPLATE_SECONDS and
    EVALKIT_TEMPLATE_MEGABYTES are set. Raises EvalkitError for any fault of the template.
    """
    seconds = _limit("EVALKIT_TEMPLATE_SECONDS", SECONDS)
    megabytes = _limit("EVALKIT_TEMPLATE_MEGABYTES", MEGABYTES)
    called = str(template or name)
    task = pickle.dumps((seconds, megabytes, (name, contents, own, template)))
    code, answer, said = _ran(task, seconds)
    if code == 0:
        return _pages(called, answer)
    if code in {_TOO_LONG, -getattr(signal, "SIGXCPU", 0)}:
        raise _too_long(called, seconds)
    if code == _OUT_OF_MEMORY or b"MemoryError" in said:
        raise EvalkitError(
            f"the template {called} needs more than {significant(megabytes, 6)} MiB of memory; "
            "look for a text or a list that keeps growing, or raise EVALKIT_TEMPLATE_MEGABYTES"
        )
    if code < 0:
        raise EvalkitError(f"the template {called} ends its process by signal {-code}")
    raise RuntimeError(said.decode(errors="replace").strip())


def _ran(task: bytes, seconds: float) -> tuple[int, bytes, bytes]:
    """Run the process, and return its exit code, its answer, and the start of its error output.

    The answer is empty if incomplete; the code is _TOO_LONG if time ran out.
    """
    # -P: the current folder may belong to the template's author.
    command = [sys.executable, "-P", "-m", __name__]
    late = []
    with (
        tempfile.TemporaryFile() as complaints,
        subprocess.Popen(  # noqa: S603  # this module, with the running Python
            command, stdin=_PIPE, stdout=_PIPE, stderr=complaints, env=_environment()
        ) as process,
    ):

        def end_it() -> None:
            late.append(_TOO_LONG)
            process.kill()

        end = threading.Timer(seconds, end_it)
        try:
            end.start()
            answer = _exchange(process, task)
            code = process.wait()
        finally:
            end.cancel()
            process.kill()
        complaints.seek(0)
        return late[0] if late else code, answer, complaints.read(_MOST_SAID)


_PIPE = subprocess.PIPE
_TOO_LONG = 124
_MOST_SAID = 64 * 1024
_NEEDED = ("PATH", "LANG", "LANGUAGE", "TZ", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")


def _environment() -> dict[str, str]:
    """The variables that Python needs to start, without the secrets of a CI job."""
    starts = ("PYTHON", "LC_")
    return {k: v for k, v in os.environ.items() if k in _NEEDED or k.startswith(starts)}


def _exchange(process: "subprocess.Popen[bytes]", task: bytes) -> bytes:
    """Send a process its task and read its answer; empty if incomplete or too long."""
    assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018  # pipes
    # A process that has already ended takes no task; its exit code says why.
    with suppress(OSError), process.stdin:
        process.stdin.write(task)
    length = int.from_bytes(process.stdout.read(_PREFIX), "big")
    answer = process.stdout.read(min(length, MAX_ANSWER) + 1)
    if len(answer) > min(length, MAX_ANSWER):
        process.kill()
    return answer if len(answer) == length else b""


def _limit(variable: str, default: float) -> float:
    text = os.environ.get(variable)
    if text is None:
        return default
    if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,6})?", text) or not 0 < float(text) <= _MOST:
        raise EvalkitError(
            f"{variable} is {text!r}; set it to a number above 0, up to {thousands(_MOST)}"
        )
    return float(text)


def _too_long(name: str, seconds: float) -> EvalkitError:
    unit = "second" if seconds == 1 else "seconds"
    return EvalkitError(
        f"the template {name} ran longer than {significant(seconds, 6)} {unit}; look for a loop "
        "that does not end, or raise EVALKIT_TEMPLATE_SECONDS"
    )


def _pages(name: str, answer: bytes) -> list[str]:
    if not answer:
        raise EvalkitError(f"the template {name} ended its process before it was filled")
    found = json.loads(answer)
    if "error" in found:
        raise EvalkitError(found["error"])
    pages: list[str] = found["pages"]
    return pages


_OUT_OF_MEMORY = 4


def _work() -> int:
    """Run the child process: read a task, set the limits, fill, answer; returns the exit code."""
    # Ctrl-C reaches both processes; this one ends silently.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    channel = _own_channel()
    try:
        seconds, megabytes, task = pickle.load(sys.stdin.buffer)  # noqa: S301  # from our own parent
        # A single long operation, such as a huge power, delays all signal handlers.
        faulthandler.dump_traceback_later(seconds + _GRACE, exit=True)
        _end_with_parent()
        _bound(int(megabytes * 1024 * 1024))
        answer = _answer(task)
        channel.write(len(answer).to_bytes(_PREFIX, "big"))
        channel.write(answer)
        channel.close()
    except MemoryError:
        return _OUT_OF_MEMORY
    finally:
        if sys.platform != "win32":
            # Signals are no longer handled while Python shuts down.
            signal.setitimer(signal.ITIMER_REAL, 0)
    return 0


def _own_channel() -> BinaryIO:
    """The channel for the answer; from here on, standard output is discarded."""
    channel = os.dup(sys.stdout.fileno())
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    return os.fdopen(channel, "wb")


def _end_with_parent() -> None:
    """Check regularly whether the parent process is gone, and end if it is."""
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
        answer = json.dumps({"pages": fill(*task)}).encode()
        if len(answer) <= MAX_ANSWER:
            return answer
        said = f"the template {task[0]} writes more than {thousands(MAX_ANSWER)} bytes in all"
    except EvalkitError as error:
        said = str(error)
    return json.dumps({"error": said}).encode()


def _bound(size: int) -> None:
    """Limit this process's memory; Windows has no such limit, so only time is limited there."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # The process writes no file except its error output.
    resource.setrlimit(resource.RLIMIT_FSIZE, (_MOST_SAID, _MOST_SAID))
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    least = size if hard == resource.RLIM_INFINITY else min(size, hard)
    # macOS rejects limits below what is already mapped.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (least, hard))


if __name__ == "__main__":
    sys.exit(_work())
