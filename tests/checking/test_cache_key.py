"""The key of caches: its owner, its place, and when no cache is used."""

import os
import stat
from pathlib import Path

import pytest

from evalkit.checking.cache_key import cache_key
from evalkit.checking.check import check
from tests.conftest import DAY

SECRET = b"s" * 32


@pytest.fixture
def caches(tmp_path_factory, monkeypatch):
    """The user's own folder of caches, empty."""
    folder = tmp_path_factory.mktemp("caches")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


def is_used(folder):
    check(folder, DAY)
    return (folder / ".evalkit_cache").exists()


def test_a_key_is_made_once_for_the_user_alone(write, caches):
    folder = write()
    key = cache_key(folder)
    file = caches / "evalkit/cache-key"
    assert len(key) == 32
    assert file.read_bytes() == key == cache_key(folder)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert list(file.parent.iterdir()) == [file]
    assert is_used(folder)


def linked(file):
    other = file.with_name("other")
    other.write_bytes(SECRET)
    other.chmod(0o600)
    file.symlink_to(other)


def kept(size=32, mode=0o600):
    def make(file):
        file.write_bytes(b"s" * size)
        file.chmod(mode)

    return make


REFUSED = {
    "a link": linked,
    "a link to nothing": lambda file: file.symlink_to("nowhere"),
    "a folder": os.mkdir,
    "a pipe": os.mkfifo,
    "empty": kept(0),
    "too short": kept(31),
    "too long": kept(33),
    "open to the group": kept(mode=0o640),
    "open to others": kept(mode=0o604),
}


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED)
def test_a_key_that_others_may_know_is_not_used(write, caches, make):
    (caches / "evalkit").mkdir(mode=0o700)
    make(caches / "evalkit/cache-key")
    assert not is_used(write())


def test_a_key_in_order_is_used(write, caches):
    (caches / "evalkit").mkdir(mode=0o700)
    kept()(caches / "evalkit/cache-key")
    assert cache_key(write()) == SECRET


@pytest.mark.parametrize("mode", [0o770, 0o707])
def test_a_folder_that_others_may_write_to_holds_no_key(write, caches, mode):
    (caches / "evalkit").mkdir()
    (caches / "evalkit").chmod(mode)
    assert not is_used(write())


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
@pytest.mark.parametrize("given", ["evalkit", "evalkit/cache-key"])
def test_what_is_somebody_elses_is_not_used(write, caches, given):
    assert cache_key(write())
    os.chown(caches / given, 12345, -1)
    assert cache_key(write()) is None


@pytest.mark.parametrize("place", ["a/b/shop/.cache", "a/b/.cache", "a/.cache", "linked"])
def test_a_key_in_the_workspace_or_a_repository_around_it_is_not_used(tmp_path, monkeypatch, place):
    folder = tmp_path / "a/b/shop"
    (folder / "vendors/linked").mkdir(parents=True)
    (tmp_path / "linked").symlink_to(folder / "vendors/linked")
    if place in {"a/b/.cache", "a/.cache"}:
        # A repository, and a part of it that is a repository of its own.
        (tmp_path / "a/.git").mkdir()
        (tmp_path / "a/b/.git").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / place))
    assert not is_used(folder)
    assert not list(tmp_path.rglob("cache-key"))


@pytest.mark.parametrize("value", ["", ".cache", "../caches"])
def test_only_a_whole_path_names_the_folder(write, tmp_path_factory, monkeypatch, value):
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CACHE_HOME", value)
    key = cache_key(write())
    assert (home / ".cache/evalkit/cache-key").read_bytes() == key


def test_where_there_is_no_place_for_a_key_there_is_no_cache(write, caches):
    (caches / "evalkit").write_text("")
    assert not is_used(write())


def test_a_key_may_be_given(write, caches, monkeypatch, evalkit):
    folder = write()
    monkeypatch.setenv("EVALKIT_CACHE_KEY", "x" * 16)
    assert is_used(folder)
    assert list(caches.iterdir()) == []
    monkeypatch.setenv("EVALKIT_CACHE_KEY", "x" * 15)
    ran = evalkit("validate", cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "evalkit: EVALKIT_CACHE_KEY is shorter than 16 characters; set a longer one\n"
    )
    assert evalkit("validate", "--no-cache", cwd=folder).code == 0
    monkeypatch.setenv("EVALKIT_CACHE_KEY", "")
    assert cache_key(folder) == Path(caches / "evalkit/cache-key").read_bytes()
