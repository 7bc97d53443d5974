"""The command line: read options, call the library, write the text."""

import atexit
import errno
import gc
import os
import signal
import sys
from contextlib import suppress
from typing import NoReturn

from evalkit import __version__
from evalkit.cli.shared.exit_codes import BUG, CANNOT_RUN, ENDED, INTERRUPTED
from evalkit.diagnostics.visible import visible
from evalkit.errors import EvalkitError


def main() -> None:
    """Run the command; any failure ends with one clear line and the right exit code."""
    # Thousands of vendors are read and kept until the end; collecting garbage among them again
    # and again would take a quarter of the time.
    gc.set_threshold(1_000_000, 50, 50)
    # At its end Python would look among all of them once more.
    atexit.register(gc.freeze)
    # Looking for plug-ins of pydantic among all that is installed takes longer than reading a file,
    # and none may change what is said.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    arguments = [word for word in sys.argv[1:] if word != "--traceback"]
    _open_standard_streams()
    try:
        _take_signals()
        from evalkit.cli.app import run

        code = run(arguments)
        # Some places swallow exceptions, such as a fork; the recorded signal is never lost.
        sys.exit(ENDED + _received[0] if _received else code)
    except EvalkitError as error:
        # It may contain a file's name, and that may contain control characters.
        said = _NOWHERE if _is_nowhere(error.__cause__) else visible(str(error))
        _end(CANNOT_RUN, f"evalkit: {said}")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except MemoryError:
        _end(CANNOT_RUN, "evalkit: not enough memory; compare fewer vendors")
    except Exception as error:  # noqa: BLE001  # the last line of defence; one line for the user
        if "--traceback" in sys.argv:
            import traceback

            _end(BUG, traceback.format_exc().rstrip("\n"))
        if isinstance(error, OSError) and error.filename:
            # A file that the system refuses to open is not an internal error.
            reason = (error.strerror or "no reason given").lower()
            _end(CANNOT_RUN, f"evalkit: cannot use {visible(str(error.filename))}: {reason}")
        if _is_nowhere(error):
            _end(CANNOT_RUN, f"evalkit: {_NOWHERE}")
        if loop := _loop_behind(error):
            _end(CANNOT_RUN, f"evalkit: the link {visible(loop)} points to itself; remove it")
        _end(BUG, _apology(error))


_NOWHERE = "the current folder is gone; change to one that exists"


def _is_nowhere(error: BaseException | None) -> bool:
    """Whether the system failed because the current folder was removed: no path leads from it."""
    if isinstance(error, OSError):
        try:
            os.getcwd()  # noqa: PTH109  # the question is whether the system knows one
        except OSError:
            return True
    return False


def _loop_behind(error: Exception) -> str:
    """The link that points to itself, which raises an error of its own in Python before 3.13."""
    cause = error.__context__ if isinstance(error, RuntimeError) else None
    is_loop = isinstance(cause, OSError) and cause.errno == errno.ELOOP
    return repr(getattr(cause, "filename", "")) if is_loop else ""


_received: list[int] = []
"""The signal that ends the command; interrupted code may turn its exception into another one."""


def _end(code: int, text: str) -> NoReturn:
    # Ctrl-C also ends the processes that check files, and that may be noticed first.
    if _received:
        sys.exit(ENDED + _received[0])
    from evalkit.cli.shared.output import talk

    talk(text)
    sys.exit(code)


def _apology(error: BaseException) -> str:
    said = visible(str(error))
    return (
        f"evalkit {__version__}: internal error: {type(error).__name__}: {said}\n"
        "please report it, with the output of the same command with `--traceback`"
    )


def _open_standard_streams() -> None:
    """Keep files that are opened later from taking the descriptors of the standard streams."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _take_signals() -> None:
    """Turn signals that end the command into exceptions, so that everything is cleaned up."""
    from evalkit.cli.shared.output import ENDING

    here = os.getpid()

    def end(number: int, _: object) -> NoReturn:
        if os.getpid() != here:
            # A process that has just parted from this one, which alone has something to say.
            os._exit(ENDED + number)
        _received.append(number)
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        sys.exit(ENDED + number)

    # No handler can be set in a thread, and signals that `nohup` ignores stay ignored.
    with suppress(ValueError):
        for each in ENDING:
            if signal.getsignal(each) is not signal.SIG_IGN:
                signal.signal(each, end)
