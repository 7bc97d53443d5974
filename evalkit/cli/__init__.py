"""The command line: read options, call the library, write the text."""

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
    """Run the command; whatever happens, the user gets one clear line and the right exit code."""
    # Thousands of vendors are read and kept until the end: looking for garbage among them again
    # and again would cost a quarter of the time.
    gc.set_threshold(1_000_000, 50, 50)
    arguments = [word for word in sys.argv[1:] if word != "--traceback"]
    _open_standard_streams()
    try:
        _take_signals()
        from evalkit.cli.app import run

        code = run(arguments)
        # Where no exception can pass, such as while a process parts, only this tells of it.
        sys.exit(ENDED + _received[0] if _received else code)
    except EvalkitError as error:
        # It may name a file, and a file's name may hold what moves a terminal.
        _end(CANNOT_RUN, f"evalkit: {visible(str(error))}")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except MemoryError:
        _end(CANNOT_RUN, "evalkit: there is not enough memory for this; compare fewer vendors")
    except Exception as error:  # noqa: BLE001  # the last line of defence; one line for the user
        if _received:
            sys.exit(ENDED + _received[0])
        if "--traceback" in sys.argv:
            import traceback

            _end(BUG, traceback.format_exc().rstrip("\n"))
        if isinstance(error, OSError) and error.filename:
            # What the system refuses to do with a file that somebody named is no bug of ours.
            reason = (error.strerror or "no reason given").lower()
            _end(CANNOT_RUN, f"evalkit: cannot use {visible(str(error.filename))}: {reason}")
        if loop := _loop_behind(error):
            _end(CANNOT_RUN, f"evalkit: the link {visible(loop)} leads to itself; remove it")
        _end(BUG, _apology(error))


def _loop_behind(error: Exception) -> str:
    """The link that leads to itself, of which Python before 3.13 tells by an error of its own."""
    cause = error.__context__ if isinstance(error, RuntimeError) else None
    is_loop = isinstance(cause, OSError) and cause.errno == errno.ELOOP
    return repr(getattr(cause, "filename", "")) if is_loop else ""


_received: list[int] = []
"""The signal that ends the command: what it comes upon may make another error of its exception."""


def _end(code: int, text: str) -> NoReturn:
    from evalkit.cli.shared.output import talk

    talk(text)
    sys.exit(code)


def _apology(error: BaseException) -> str:
    said = visible(str(error))
    return (
        f"evalkit {__version__}: this is a bug of ours: {type(error).__name__}: {said}\n"
        "please report it, with what `--traceback` added to the command shows"
    )


def _open_standard_streams() -> None:
    """Keep a file that is opened later from taking the number of a standard stream."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _take_signals() -> None:
    """Let a signal that ends the command be an exception, so that everything is tidied up."""
    from evalkit.cli.shared.output import ENDING

    def end(number: int, _: object) -> NoReturn:
        _received.append(number)
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        sys.exit(ENDED + number)

    # Not in a thread, where none can be set; nor what somebody chose to ignore, as `nohup` does.
    with suppress(ValueError):
        for each in ENDING:
            if signal.getsignal(each) is not signal.SIG_IGN:
                signal.signal(each, end)
