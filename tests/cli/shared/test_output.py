"""Files are written completely or not at all."""

import os

from tests.cli.made import tree


def test_a_full_disk_leaves_no_half_written_file(evalkit, write, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    folder = write({"out/storefront-payments.html": "Made with evalkit 0.0"})
    before = tree(folder)
    ran = evalkit("score", "storefront-payments", "--report", "out", cwd=folder)
    assert (ran.code, "no space left on device" in ran.err) == (2, True)
    assert tree(folder) == before
    assert (folder / "out/storefront-payments.html").read_text() == "Made with evalkit 0.0"
