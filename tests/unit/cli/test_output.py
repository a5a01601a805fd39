# SPDX-License-Identifier: MIT
"""A reader that stops reading, and a disk that is full: a word at the most, and no traceback."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from timeline_app.base.messages import Translator
from timeline_app.base.places import resource_root
from timeline_app.cli.output import printed

ENGLISH = Translator.from_file(resource_root() / "languages" / "en.json")
LIMIT_S = 90
FULL = Path("/dev/full")


def run(root: Path, *arguments: str, out: int) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, str(root / "main.py"), *arguments],
        stdout=out,
        stderr=subprocess.PIPE,
        check=False,
        timeout=LIMIT_S,
    )


@pytest.mark.parametrize("arguments", [("--help",), ("--check",), ("dates", "1959"), ("dates", "-h")])
def test_a_reader_that_has_gone_is_no_fault(arguments: tuple[str, ...], project_root: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = run(project_root, *arguments, out=writing)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("--check", "--json"), ("dates", "1959")])
def test_a_full_disk_is_told_in_a_sentence(arguments: tuple[str, ...], project_root: Path) -> None:
    with FULL.open("wb") as stream:
        done = run(project_root, *arguments, out=stream.fileno())
    assert done.returncode == 1
    assert done.stderr.decode() == "What was to be printed could not be written: No space left on device\n"


def failing(error: OSError) -> int:
    raise error


def test_the_rest_goes_nowhere_once_nobody_reads(tmp_path: Path) -> None:
    with (tmp_path / "out").open("w", encoding="utf-8") as out:
        assert printed(lambda: failing(BrokenPipeError()), ENGLISH, out) == 0
        out.write("nothing")
    assert (tmp_path / "out").read_bytes() == b""


def test_a_fault_of_a_file_is_not_one_of_the_output(tmp_path: Path) -> None:
    missing = FileNotFoundError(errno.ENOENT, "No such file or directory", "exhibit.yaml")
    with (tmp_path / "out").open("w", encoding="utf-8") as out, pytest.raises(FileNotFoundError):
        printed(lambda: failing(missing), ENGLISH, out)
