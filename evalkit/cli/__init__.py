"""The command line: read options, call the library, write the text."""

import gc
import sys

from evalkit import __version__
from evalkit.diagnostics.visible import visible
from evalkit.errors import EvalkitError

CANNOT_RUN = 2
BUG = 3
INTERRUPTED = 130


def main() -> None:
    """Run the command; whatever happens, the user gets one clear line and the right exit code."""
    # Thousands of vendors are read and kept until the end: looking for garbage among them again
    # and again would cost a quarter of the time.
    gc.set_threshold(1_000_000, 50, 50)
    arguments = [word for word in sys.argv[1:] if word != "--traceback"]
    try:
        from evalkit.cli.app import run

        sys.exit(run(arguments))
    except EvalkitError as error:
        _say(str(error))
        sys.exit(CANNOT_RUN)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception as error:  # the last line of defence; the user gets one line
        if "--traceback" in sys.argv:
            raise
        if isinstance(error, OSError) and error.filename:
            # What the system refuses to do with a file that somebody named is no bug of ours.
            _say(f"cannot use {error.filename}: {(error.strerror or 'no reason given').lower()}")
            sys.exit(CANNOT_RUN)
        _apologise(error)
        sys.exit(BUG)


def _say(text: str) -> None:
    # It may name a file, and a file's name may hold what moves a terminal.
    print(f"evalkit: {visible(text)}", file=sys.stderr)  # noqa: T201


def _apologise(error: BaseException) -> None:
    print(  # noqa: T201
        f"evalkit {__version__}: this is a bug of ours: {type(error).__name__}: "
        f"{visible(str(error))}\n"
        "please report it, with what `--traceback` added to the command shows",
        file=sys.stderr,
    )
