"""Files that cannot be read."""

import os

from evalkit.source.document import read


def test_what_cannot_be_opened_is_a_problem_not_an_exception(tmp_path):
    folder, pipe = tmp_path / "folder.yaml", tmp_path / "pipe.yaml"
    folder.mkdir()
    os.mkfifo(pipe)
    (tmp_path / "latin.yaml").write_bytes(b"name: Caf\xe9\n")
    (tmp_path / "large.yaml").write_bytes(b"# " + b"x" * 1_048_576)
    found = {name: read(tmp_path / name, f"vendors/{name}").findings[0].code
             for name in ("folder.yaml", "pipe.yaml", "gone.yaml", "latin.yaml", "large.yaml")}  # fmt: skip
    assert found == {
        "folder.yaml": "EK001", "pipe.yaml": "EK001", "gone.yaml": "EK001",
        "latin.yaml": "EK002", "large.yaml": "EK004",
    }  # fmt: skip


def test_a_file_that_fails_while_being_read_is_a_problem(tmp_path):
    # A file of the system whose first bytes cannot be read, as on a failing disk.
    (tmp_path / "x.yaml").symlink_to("/proc/self/mem")
    document = read(tmp_path / "x.yaml", "vendors/x.yaml")
    assert not document.sound
    assert [finding.code for finding in document.findings] == ["EK001"]
