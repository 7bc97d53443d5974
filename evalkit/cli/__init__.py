"""The command line: read options, call the library, write the text."""

import gc
import sys

from evalkit import __version__
from evalkit.errors import EvalkitError

BUG = 3
INTERRUPTED = 130


def main() -> None:
    """Run the command; whatever happens, the user gets one clear line and the right exit code."""
    # Thousands of vendors are read and kept until the end: looking for garbage among them again
    # and again would cost a quarter of the time.
    gc.set_threshold(200_000, 50, 50)
    arguments = [word for word in sys.argv[1:] if word != "--traceback"]
    try:
        from evalkit.cli.app import app

        app(arguments)
    except EvalkitError as error:
        print(f"evalkit: {error}", file=sys.stderr)  # noqa: T201
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception as error:  # the last line of defence; the user gets one line
        if "--traceback" in sys.argv:
            raise
        _apologise(error)
        sys.exit(BUG)


def _apologise(error: BaseException) -> None:
    print(  # noqa: T201
        f"evalkit {__version__}: this is a bug of ours: {type(error).__name__}: {error}\n"
        "please report it, with what `--traceback` added to the command shows",
        file=sys.stderr,
    )
