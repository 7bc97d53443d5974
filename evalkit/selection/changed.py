"""Which files git sees as changed, and what they held before."""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from evalkit.errors import EvalkitError

MAX_BYTES = 1024 * 1024
_LINK = "120000"
# A hook runs with variables that tie git to an index or a folder, as seen from where git started
# it. What is wanted here is the repository around the workspace, as it is.
_TIES = frozenset(
    f"GIT_{name}"
    for name in (
        "ALTERNATE_OBJECT_DIRECTORIES", "COMMON_DIR", "CONFIG", "CONFIG_PARAMETERS", "CONFIG_COUNT",
        "DIR", "GRAFT_FILE", "IMPLICIT_WORK_TREE", "INDEX_FILE", "INTERNAL_SUPER_PREFIX",
        "NAMESPACE", "OBJECT_DIRECTORY", "PREFIX", "SHALLOW_FILE", "WORK_TREE",
        "LITERAL_PATHSPECS", "GLOB_PATHSPECS", "NOGLOB_PATHSPECS", "ICASE_PATHSPECS",
    )
)  # fmt: skip


def changed_since(folder: Path, revision: str, below: Iterable[str]) -> dict[str, bytes]:
    """The files that differ between a revision and the working tree, with what they held then.

    Paths are relative to `folder`; only those in its folders `below` are looked at. Untracked files
    count unless git ignores them. Empty bytes stand for a file that was not there, or is larger
    than any that evalkit reads. Raises EvalkitError if git cannot tell.
    """
    _stop_outside_of_repository(folder)
    commit = _commit(folder, revision)
    places = [f"./{name}" for name in below]
    raw = ("diff", "--raw", "-z", "--no-renames", "--no-abbrev", "--no-color", "--relative")
    before = dict(_blobs(_git(folder, *raw, "--ignore-submodules=none", commit, "--", *places)))
    untracked = _git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", *places)
    contents = _contents(folder, {blob for blob in before.values() if blob})
    found = {path: contents.get(blob, b"") for path, blob in before.items()}
    return found | {os.fsdecode(path): b"" for path in untracked.split(b"\0") if path}


def _stop_outside_of_repository(folder: Path) -> None:
    ran = _run(folder, "rev-parse", "--is-inside-work-tree")
    if ran.stdout.strip() != b"true":
        said = os.fsdecode(ran.stderr).strip().splitlines()
        reason = f" ({said[0].removeprefix('fatal: ')})" if said else ""
        raise EvalkitError(
            f"--changed-since needs a git repository around {folder}{reason}; "
            "leave it out to check every file"
        )


def _commit(folder: Path, revision: str) -> str:
    # Git has no names that begin with a hyphen: what looks like an option can only be one.
    wrong = not revision or revision.startswith("-") or "\0" in revision
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    ran = None if wrong else _run(folder, *words)
    if ran is not None and ran.returncode == 0:
        return ran.stdout.decode("ascii", "replace").strip().splitlines()[-1]
    shallow = _run(folder, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
    if shallow:
        raise EvalkitError(
            f"there is no revision {revision!r} in this shallow clone; run "
            "`git fetch --unshallow`, or set `fetch-depth: 0` where CI checks it out"
        )
    raise EvalkitError(
        f"there is no revision {revision!r} in the git repository around {folder}; name a branch, "
        "a tag or a commit, such as main or HEAD~1"
    )


def _blobs(raw: bytes) -> Iterator[tuple[str, str]]:
    """Each path with the name under which git keeps what it held; empty if it was not there."""
    parts = raw.split(b"\0")
    for description, path in zip(parts[::2], parts[1::2], strict=False):
        mode, _, blob, *_ = description.decode("ascii").removeprefix(":").split(" ")
        is_file = mode.startswith("100") or mode == _LINK
        yield os.fsdecode(path), blob if is_file and blob.strip("0") else ""


def _contents(folder: Path, blobs: Iterable[str]) -> Mapping[str, bytes]:
    """What git keeps under each name, as far as it is small enough for a file of a workspace."""
    names = "".join(f"{blob}\n" for blob in sorted(blobs)).encode("ascii")
    if not names:
        return {}
    sizes = _git(folder, "cat-file", "--batch-check=%(objectname) %(objectsize)", given=names)
    rows = [line.split(" ") for line in sizes.decode("ascii").splitlines()]
    small = [name for name, size in rows if size.isdecimal() and int(size) <= MAX_BYTES]
    wanted = "".join(f"{name}\n" for name in small).encode("ascii")
    answer = _git(folder, "cat-file", "--batch=%(objectname) %(objectsize)", given=wanted)
    found, at = {}, 0
    for _ in small:
        end = answer.index(b"\n", at)
        name, size = answer[at:end].decode("ascii").split(" ")
        found[name] = answer[end + 1 : end + 1 + int(size)]
        at = end + 2 + int(size)
    return found


def _git(folder: Path, *words: str, given: bytes = b"") -> bytes:
    ran = _run(folder, *words, given=given)
    if ran.returncode:
        said = os.fsdecode(ran.stderr).strip().splitlines() or ["it does not say why"]
        raise EvalkitError(
            f"git {words[0]} failed in {folder}: {said[0].removeprefix('fatal: ')}; "
            "leave out --changed-since to check every file"
        )
    return ran.stdout


def _run(folder: Path, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {name: text for name, text in os.environ.items() if name not in _TIES}
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(  # noqa: S603  # no shell, and no word can become an option
            ["git", *words],  # noqa: S607  # the user's own git
            cwd=folder,
            env=environment,
            input=given,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise EvalkitError(
            "--changed-since asks git, which is not installed here; "
            "leave it out to check every file"
        ) from None
    except OSError as error:
        raise EvalkitError(f"cannot run git: {(error.strerror or str(error)).lower()}") from error
