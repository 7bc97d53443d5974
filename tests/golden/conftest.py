"""The option that rewrites the golden files, and the commands whose answers they hold."""

import shutil

import pytest

from tests.conftest import BASE, ROOT
from tests.diagnostics.formats.seeded import FILES
from tests.golden.cases import BEFORE, EVALUATED, WORKSPACE, Case


def pytest_addoption(parser):
    parser.addoption(
        "--rewrite", action="store_true", help="Write the golden files instead of comparing them."
    )


@pytest.fixture
def rewrite(request):
    """Whether golden files are written; the option is known only where this folder is named."""
    return request.config.getoption("--rewrite", False)


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """The folder where commands run and save evaluations at first use."""
    return tmp_path_factory.mktemp("evaluations")


@pytest.fixture
def answers(evalkit, folder, monkeypatch):
    """Run the command of a case; return its output and files by the names of their golden files."""

    def of_case(case: Case) -> dict[str, str]:
        for name in (word for word in case.words if word in EVALUATED):
            if not (folder / name).exists():
                save(name)
        monkeypatch.setenv("COLUMNS", str(case.width))
        shutil.rmtree(folder / "out", ignore_errors=True)
        if case.has_faults:
            on_a_terminal(folder / "faults", monkeypatch)
        # What is written stays out of the workspace.
        more = ("-w", case.folder) if case.writes and case.folder else ()
        ran = evalkit(*case.words, *more, cwd=folder if case.writes else case.folder or folder)
        assert ran.code == (1 if case.has_faults else 0), ran.err
        found = {case.name: ran.out}
        if case.writes:
            files = sorted((folder / "out").iterdir())
            found = {f"{case.name}/{file.name}": file.read_text("utf-8") for file in files}
        for text in found.values():
            assert str(folder) not in text
            assert str(ROOT) not in text
        return found

    def save(name: str) -> None:
        workspace = before() if name == "before.json" else WORKSPACE
        words = ("score", EVALUATED[name], "-w", workspace, "-f", "json", "-o", name)
        assert evalkit(*words, cwd=folder).code == 0

    def before():
        copy = shutil.copytree(WORKSPACE, folder / "before")
        for path, now, then in BEFORE:
            text = (copy / path).read_text("utf-8")
            assert now in text, (path, now)
            (copy / path).write_text(text.replace(now, then), "utf-8")
        return copy

    return of_case


def on_a_terminal(folder, monkeypatch):
    """Lay out a workspace with faults, and make stdout a terminal without colour."""
    for path, text in {**BASE, **FILES}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    monkeypatch.setattr("sys.stdout.__class__.isatty", lambda _: True, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
