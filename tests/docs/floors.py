"""The picture of the floors, drawn from the contract on imports."""

import tomllib

from tests.conftest import ROOT


def floors() -> list[list[str]]:
    """The packages of each floor, from the top down."""
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    (contract,) = [each for each in linter["contracts"] if each["type"] == "layers"]
    rows = [layer.split(" | ") for layer in contract["layers"]]
    return [[name.strip().removeprefix("evalkit.") for name in row] for row in rows]


def picture() -> str:
    """One box for each floor, above those it may import."""
    rows = [" · ".join(row) for row in floors()]
    width = max(map(len, rows)) + 4
    line = "─" * width
    boxes = f"\n├{line}┤\n".join(f"│{row.center(width)}│" for row in rows)
    return f"┌{line}┐\n{boxes}\n└{line}┘\n"
