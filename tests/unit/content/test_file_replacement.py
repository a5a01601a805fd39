# SPDX-License-Identifier: MIT
"""A file is written whole or not at all."""

import os
from pathlib import Path

import pytest

from timeline_app.content.file_replacement import write_whole


def test_a_new_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "new.bib", b"one")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"new.bib": b"one"}


def test_an_old_file_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "old.bib"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.bib", tmp_path / "link.bib"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_where_nothing_can_be_written_the_old_file_stays(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="gone"):
        write_whole(tmp_path / "gone" / "new.bib", b"one")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        write_whole(tmp_path / "folder", b"one")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize("ends_by", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_write_that_ends_halfway_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ends_by: BaseException
) -> None:
    path = tmp_path / "tours.yaml"
    path.write_bytes(b"old")

    def end(descriptor: int) -> None:
        raise ends_by

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", end)
        with pytest.raises(type(ends_by)):
            write_whole(path, b"new")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("tours.yaml", b"old")]


def test_what_a_killed_process_has_left_is_in_nobodys_way(tmp_path: Path) -> None:
    path = tmp_path / "tours.yaml"
    path.write_bytes(b"old")
    (tmp_path / f".tours.yaml.{os.getpid()}.new").write_bytes(b"ha")
    write_whole(path, b"new")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("tours.yaml", b"new")]


def test_a_write_protected_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "tours.yaml"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(PermissionError):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
