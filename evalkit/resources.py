"""Where the shipped criteria and templates are."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The folder of shipped files called `name`: `criteria` or `templates`.

    An installed package carries them inside; a checkout keeps them beside the package.
    """
    inside = _PACKAGE / "data" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
