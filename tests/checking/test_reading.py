"""Files that are read as a configuration, and files that are not."""

import os

import pytest

from evalkit.cli.validate.configuration import configuration
from evalkit.errors import EvalkitError


def a_folder(file):
    file.mkdir()


def a_pipe(file):
    os.mkfifo(file)


def no_text(file):
    file.write_bytes(b'# evalkit\r\nignore = ["\xe9"]')


def ten_megabytes(file):
    file.write_bytes(b"#" * 10_000_000)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (a_folder, ": it is not a regular file"),
        (a_pipe, ": it is not a regular file"),
        (no_text, ":2:12: byte 23 is not UTF-8; save it as UTF-8 text"),
        (ten_megabytes, ": it is larger than 256 KiB"),
    ],
)
def test_what_is_no_text_file_is_refused(tmp_path, make, message):
    make(tmp_path / "evalkit.toml")
    with pytest.raises(EvalkitError) as refused:
        configuration(tmp_path)
    assert str(refused.value) == f"cannot read {tmp_path / 'evalkit.toml'}{message}"
