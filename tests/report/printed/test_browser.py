"""Which browser prints, on every system."""

import os
import re

import pytest

from evalkit.errors import EvalkitError
from evalkit.report.printed.browser import browser, usual_places


@pytest.fixture
def path(tmp_path, monkeypatch):
    """A PATH with one folder, in which programs can be made."""
    monkeypatch.delenv("EVALKIT_BROWSER", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    return tmp_path / "bin"


def program(file):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("#!/bin/sh\n")
    file.chmod(0o755)
    return str(file)


@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"])  # fmt: skip
def test_what_is_installed_is_found_by_its_usual_name(path, name):
    made = program(path / name)
    assert browser() == made


def test_the_variable_wins_over_what_is_installed(path, monkeypatch, tmp_path):
    program(path / "chromium")
    monkeypatch.setenv("EVALKIT_BROWSER", program(tmp_path / "my browser"))
    assert browser() == str(tmp_path / "my browser")


def test_a_variable_that_names_no_program_is_told(path, monkeypatch):
    program(path / "chromium")
    monkeypatch.setenv("EVALKIT_BROWSER", "netscape")
    with pytest.raises(EvalkitError, match="EVALKIT_BROWSER is 'netscape', which is no program"):
        browser()


def test_without_a_browser_the_message_says_what_to_do(path):
    with pytest.raises(EvalkitError, match=re.escape("install one, name it in EVALKIT_BROWSER")):
        browser()


def test_a_program_in_the_current_folder_is_nobody_s_browser(path, monkeypatch, tmp_path):
    program(tmp_path / "chromium")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join([".", str(path)]))
    with pytest.raises(EvalkitError, match="there is none"):
        browser()


def test_on_a_mac_applications_are_looked_into(path, monkeypatch, tmp_path):
    monkeypatch.setattr("sys.platform", "darwin")
    made = program(tmp_path / "Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
    assert browser() == made


def test_on_windows_program_files_are_looked_into(monkeypatch):
    for name in ("PROGRAMFILES(X86)", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PROGRAMFILES", "C:/Program Files")
    found = [place.as_posix() for place in usual_places("win32")]
    assert "C:/Program Files/Google/Chrome/Application/chrome.exe" in found
    assert "C:/Program Files/Microsoft/Edge/Application/msedge.exe" in found
    assert all(place.startswith("C:/Program Files/") for place in found)
