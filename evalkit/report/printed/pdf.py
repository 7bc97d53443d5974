"""A page as a PDF, printed by an installed browser."""

import datetime
import os
import re
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from evalkit import __version__
from evalkit.errors import EvalkitError
from evalkit.report.printed.browser import browser

SECONDS = 120
"""Time limit for printing; the longest report takes a tenth."""
_SHUT = (
    '<!doctype html><meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:\">\n"
)
"""What stands before a page that is printed: a workspace's own template could bring scripts, or
pictures from the network and from other files."""
_SWITCHES = (
    "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check",
    "--disable-extensions", "--disable-sync", "--disable-component-update",
    "--disable-background-networking", "--disable-default-apps", "--disable-breakpad",
    # Nothing listens on this port, so that the browser itself asks nobody for anything, either.
    "--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
    "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline",
)  # fmt: skip


def to_pdf(page: str, day: datetime.date) -> bytes:
    """A page in HTML as a PDF of a day, with nothing loaded and no script run.

    Raises EvalkitError if there is no browser, if it fails, or if it takes too long.
    """
    program = browser()
    # A browser that ends late may still write into its profile.
    with tempfile.TemporaryDirectory(prefix="evalkit-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "page.html").write_text(_SHUT + page, encoding="utf-8", errors="replace")
        _print(program, folder)
        made = folder / "page.pdf"
        found = made.read_bytes() if made.is_file() else b""
    if not found.startswith(b"%PDF-") or b"%%EOF" not in found[-32:]:
        raise EvalkitError(f"{program} printed no PDF; name another browser in EVALKIT_BROWSER")
    return _dated(found, day)


def _print(program: str, folder: Path) -> None:
    command = [
        program,
        *_SWITCHES,
        *_as_root(),
        f"--user-data-dir={folder / 'profile'}",
        f"--print-to-pdf={folder / 'page.pdf'}",
        (folder / "page.html").as_uri(),
    ]
    # A file, because processes that the browser leaves behind would keep a pipe open.
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(  # noqa: S603  # a browser, by the name that the user gave
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, start_new_session=True
        )
        try:
            code = process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            raise EvalkitError(
                f"{program} did not print within {SECONDS} seconds; close other programs, or "
                "name another browser in EVALKIT_BROWSER"
            ) from None
        finally:
            _end(process)
    if code:
        raise EvalkitError(f"{program} could not print, and ended with exit code {code}")


def _as_root() -> list[str]:
    """What lets the browser start as root, as in a container, where its sandbox does not work.

    It opens our own page only, which runs no script and loads nothing.
    """
    return ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a browser with all processes that it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


_DATES = re.compile(rb"(/(?:Creation|Mod)Date \(D:)\d{14}[+-]\d\d'\d\d'\)")
_NODE = re.compile(rb"\(node(\d{8})\)")
_CREATOR = re.compile(rb"(/Creator \()((?:[^()\\]|\\.)*)\)")


def _dated(found: bytes, day: datetime.date) -> bytes:
    """A PDF that says it was made by us, on a day: the same inputs give the same bytes.

    Nothing in it may move, because its last pages say where everything stands.
    """
    stamp = f"{day:%Y%m%d}000000+00'00')".encode()
    found = _DATES.sub(lambda match: match[1] + stamp, found)
    # The browser numbers the parts of a page by what else it did until then. They stay sorted.
    numbers = sorted(set(_NODE.findall(found)))
    places = {number: b"(node%08d)" % place for place, number in enumerate(numbers)}
    found = _NODE.sub(lambda match: places[match[1]], found)
    ours = f"Made with evalkit {__version__}".encode()
    return _CREATOR.sub(
        lambda match: match[1] + ours.ljust(len(match[2]))[: len(match[2])] + b")", found
    )
