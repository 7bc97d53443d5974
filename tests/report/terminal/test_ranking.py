"""The ranking at a terminal."""

import pytest

from evalkit.report.terminal.ranking import bar
from tests.conftest import VENDOR


@pytest.mark.parametrize("width", [30, 40, 50, 60, 76, 80, 120])
def test_the_table_is_never_wider_than_its_terminal(evalkit, write, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    text = VENDOR.replace(
        "name: ExamplePay", "name: ExamplePay 株式会社 of a very long name that does not fit"
    )
    ran = evalkit(
        "score",
        "storefront-payments",
        cwd=write({"vendors/payment-gateways/examplepay.yaml": text}),
    )
    from rich.cells import cell_len

    assert max(cell_len(line) for line in ran.out.splitlines()) <= width


def test_bars_are_as_long_as_the_score():
    assert (bar(0), bar(100), bar(50)) == ("", "█" * 12, "█" * 6)
    assert bar(51) == "█" * 6 + "▏"
