"""Rewrite the command output in pages, the manual of the rules and the picture of the floors."""

import os
import tempfile
from pathlib import Path

from tests.docs.floors import picture
from tests.docs.pages import ARCHITECTURE, RULES, WRITTEN, blocks_of
from tests.docs.play import clone, played, printed


def manual() -> str:
    """The manual of all rules."""
    return printed("evalkit rule --all --format markdown")


def with_picture(text: str) -> str:
    """The page about the architecture, with the picture as it should be."""
    (block,) = blocks_of(text, "text")
    return text[: block.start] + picture() + text[block.end :]


def rewrite() -> None:
    """Write each page as it should be."""
    RULES.write_text(manual(), encoding="utf-8")
    ARCHITECTURE.write_text(with_picture(ARCHITECTURE.read_text("utf-8")), encoding="utf-8")
    for page in WRITTEN:
        text = page.read_text("utf-8")
        with tempfile.TemporaryDirectory() as folder:
            page.write_text(played(text, clone(Path(folder).resolve())), encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as caches:
        os.environ["XDG_CACHE_HOME"] = caches
        rewrite()
