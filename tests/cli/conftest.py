"""A workspace with two people and two vendors."""

import io
import sys

import pytest

from tests.cli.made import FAST, OTHERPAY, PEOPLE, STOREFRONT


@pytest.fixture
def folder(write):
    return write({OTHERPAY: FAST, STOREFRONT: PEOPLE})


class _Stdout(io.TextIOWrapper):
    """A pipe, or a terminal, of any encoding, that refuses what it cannot write."""

    is_terminal = False

    def isatty(self):
        return self.is_terminal


@pytest.fixture
def bytes_of(evalkit, monkeypatch):
    """The bytes that a command writes to a pipe or a terminal of an encoding."""

    def run(*words, encoding="utf-8", is_terminal=False, cwd=None):
        stream = _Stdout(io.BytesIO(), encoding, "strict", write_through=True)
        stream.is_terminal = is_terminal
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", stream)
            ran = evalkit(*words, cwd=cwd)
        assert ran.code == 0, ran.err
        return stream.buffer.getvalue()

    return run
