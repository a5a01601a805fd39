# SPDX-License-Identifier: MIT
"""What is proved of a facsimile's file before anything decodes it."""

import os
from pathlib import Path

import pytest

from timeline_app.ui.facsimile.faults import Abandoned, Abandonment, Unshowable
from timeline_app.ui.facsimile.kinds import Kind, kind_named, kind_of
from timeline_app.ui.facsimile.limits import MOST_FILE_BYTES
from timeline_app.ui.facsimile.proved_file import prove

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40
JPEG = b"\xff\xd8\xff\xe0" + b"\x00" * 40 + b"\xff\xd9"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (JPEG, Kind.JPEG),
        (PNG, Kind.PNG),
        (b"II*\x00....", Kind.TIFF),
        (b"MM\x00*....", Kind.TIFF),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", Kind.WEBP),
        (b"RIFF\x10\x00\x00\x00WAVEfmt ", None),
        (b"%PDF-1.7", Kind.PDF),
        (b"\n\n" + b"x" * 900 + b"%PDF-1.4", Kind.PDF),
        (b"x" * 2000 + b"%PDF-1.4", None),
        (b"PK\x03\x04", None),
        (b"<svg xmlns=", None),
        (b"", None),
    ],
)
def test_the_kind_of_a_file_is_told_from_its_first_bytes(head: bytes, kind: Kind | None):
    assert kind_of(head) is kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a/letter.JPG", Kind.JPEG), ("x.tiff", Kind.TIFF), ("x.pdf", Kind.PDF), ("x.gif", None), ("jpg", None)],
)
def test_a_name_promises_a_kind_by_its_ending(name: str, kind: Kind | None):
    assert kind_named(name) is kind


def fault(folder: Path | None, name: str) -> str:
    with pytest.raises(Unshowable) as caught:
        prove(folder, name)
    assert caught.value.message.key == f"facsimile.fault.{caught.value.fault}"
    assert dict(caught.value.message.params)["file"] == name
    return caught.value.fault


def test_a_good_file_is_handed_on_with_its_kind_and_size(tmp_path: Path):
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "a.png").write_bytes(PNG)
    found = prove(tmp_path, "media/a.png")
    assert (found.path, found.kind, found.size_bytes) == (tmp_path / "media" / "a.png", Kind.PNG, len(PNG))


def test_what_is_not_a_file_in_the_folder_is_missing(tmp_path: Path):
    (tmp_path / "folder.png").mkdir()
    assert fault(tmp_path, "a.png") == "missing"
    assert fault(tmp_path, "folder.png") == "missing"
    assert fault(None, "a.png") == "missing"


def test_a_pipe_does_not_keep_anybody_waiting(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.png")
    assert fault(tmp_path, "pipe.png") == "missing"


def test_no_way_leads_out_of_the_folder(tmp_path: Path):
    home = tmp_path / "exhibit"
    home.mkdir()
    (tmp_path / "secret.png").write_bytes(PNG)
    (home / "link.png").symlink_to(tmp_path / "secret.png")
    (home / "out").symlink_to(tmp_path)
    for name in (
        "../secret.png",
        str(tmp_path / "secret.png"),
        "link.png",
        "out/secret.png",
        "file:///a.png",
    ):
        assert fault(home, name) == "outside"


def test_a_link_that_stays_in_the_folder_is_followed(tmp_path: Path):
    (tmp_path / "real.png").write_bytes(PNG)
    (tmp_path / "link.png").symlink_to("real.png")
    assert prove(tmp_path, "link.png").path == tmp_path / "real.png"


def test_an_empty_file_a_foreign_one_and_one_under_a_wrong_name_are_told_apart(tmp_path: Path):
    (tmp_path / "empty.png").touch()
    (tmp_path / "text.png").write_text("no picture")
    (tmp_path / "letter.png").write_bytes(JPEG)
    assert fault(tmp_path, "empty.png") == "empty"
    assert fault(tmp_path, "text.png") == "not-a-picture"
    assert fault(tmp_path, "letter.png") == "wrong-suffix"


def test_the_hint_for_a_wrong_name_says_the_right_one(tmp_path: Path):
    (tmp_path / "letter.png").write_bytes(JPEG)
    with pytest.raises(Unshowable) as caught:
        prove(tmp_path, "letter.png")
    assert dict(caught.value.hint.params)["suffix"] == ".jpg"


def test_a_file_of_a_gigabyte_is_not_even_looked_into(tmp_path: Path):
    with (tmp_path / "huge.png").open("wb") as huge:
        huge.write(PNG)
        huge.truncate(1_000_000_000)
    with pytest.raises(Unshowable) as caught:
        prove(tmp_path, "huge.png")
    assert caught.value.message.params == (
        ("file", "huge.png"),
        ("size", 1000),
        ("limit", MOST_FILE_BYTES // 10**6),
    )


def test_a_jpeg_that_does_not_come_to_its_end_is_damaged(tmp_path: Path):
    (tmp_path / "cut.jpg").write_bytes(JPEG[:-2])
    assert fault(tmp_path, "cut.jpg") == "damaged"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path):
    (tmp_path / "closed.png").write_bytes(PNG)
    (tmp_path / "closed.png").chmod(0)
    assert fault(tmp_path, "closed.png") == "unreadable"


def test_a_file_that_cannot_be_opened_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "a.png").write_bytes(PNG)

    def refuse(error: type[OSError]):
        def opened(*_args: object) -> int:
            raise error

        return opened

    for error, expected in ((PermissionError, "unreadable"), (FileNotFoundError, "missing")):
        monkeypatch.setattr("timeline_app.ui.facsimile.proved_file.os.open", refuse(error))
        assert fault(tmp_path, "a.png") == expected


def test_a_file_whose_drive_goes_while_it_is_read_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "a.png").write_bytes(PNG)

    def gone(*_args: object) -> bytes:
        raise OSError

    monkeypatch.setattr("timeline_app.ui.facsimile.proved_file.os.read", gone)
    assert fault(tmp_path, "a.png") == "unreadable"


def test_whoever_is_abandoned_is_told_once_and_what_comes_later_at_once():
    told: list[str] = []
    abandonment = Abandonment()
    abandonment.ends(lambda: told.append("first"))
    abandonment.check()
    assert told == []
    abandonment.tell()
    abandonment.tell()
    abandonment.ends(lambda: told.append("late"))
    assert told == ["first", "late"]
    with pytest.raises(Abandoned):
        abandonment.check()
