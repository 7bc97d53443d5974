"""Where the shipped criteria, platforms and templates are."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The folder of shipped files called `name`: `criteria`, `platforms` or `templates`.

    An installed package carries them inside; a checkout keeps them beside the package.
    """
    inside = _PACKAGE / "data" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def is_shipped(file: Path) -> bool:
    """Whether a file lies in the package itself, which is not the user's to change."""
    return file.is_relative_to(_PACKAGE)


def starter_files(kind: str = "starter") -> dict[str, str]:
    """The files of a new workspace, by path: the full example, or a `blank` one."""
    folder = _PACKAGE / kind
    files = sorted(file for file in folder.rglob("*") if file.suffix in {".yaml", ".md"})
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in files}
