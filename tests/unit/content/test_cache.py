# SPDX-License-Identifier: MIT
"""Kept exhibits: what comes from an entry is what reading gives, and only while nothing has changed."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from tests.kept_exhibits import SMALL, change_included, is_kept, kept, plain, remove_picture
from timeline_app.base.text_value import TextValue
from timeline_app.content import cache, cache_codec
from timeline_app.content.cache import entry_file, keep_reading, program_mark, read_cached
from timeline_app.content.reader import read_exhibit, read_text
from timeline_app.content.reading import Reading
from timeline_app.model import records
from timeline_app.model.document import Document

# -- the same as a fresh reading --------------------------------------------------------------------


def assert_same(path: Path, folder: Path) -> Reading:
    kept(path, folder)
    fresh, cached = read_exhibit(path), read_cached(path, folder)
    assert fresh.basis is not None
    assert cached.basis is None
    assert cached.files == fresh.files
    assert cached.problems == fresh.problems
    assert plain(cached) == plain(fresh)
    return cached


def test_the_built_in_exhibit_comes_back_as_it_is_read(project_root: Path, folder: Path) -> None:
    reading = assert_same(project_root / "events.yaml", folder)
    assert reading.document is not None
    assert len(reading.document.events) > 50


def test_faults_and_warnings_come_back_too(project_root: Path, folder: Path) -> None:
    reading = assert_same(project_root / "tests" / "unit" / "content" / "forty_faults.yaml", folder)
    assert len(reading.problems) >= 40


def test_included_files_and_pictures_come_back_too(placed: Path, folder: Path) -> None:
    reading = assert_same(placed, folder)
    codes = {problem.code for problem in reading.problems}
    assert {"file-not-found", "outside-folder", "out-of-range", "missing-translation"} <= codes
    assert [path.name for path in reading.files] == ["exhibit.yaml", "lanes.yaml", "none.yaml"]
    document = reading.document
    assert document is not None
    assert [lane.id for lane in document.lanes] == ["town", "crew", ""]
    assert list(document.events.ids) == ["the-storm", "calm", "the-calm"]
    assert document.claims["wind"].events == ("the-storm",)


def test_columns_compare_by_content(small: Path) -> None:
    one, other = read_exhibit(small).document, read_text(SMALL.replace("07-20", "07-21"), small).document
    assert isinstance(one, Document)
    assert isinstance(other, Document)
    assert plain(one.events.dates) != plain(other.events.dates)


def test_a_path_comes_back_as_it_was_given(
    small: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(small, folder)
    monkeypatch.chdir(small.parent)
    reading = read_cached(Path("moon.yaml"), folder)
    assert reading.basis is None
    assert reading.files == (Path("moon.yaml"),)
    assert reading.document is not None
    assert reading.document.path == Path("moon.yaml")


def test_a_link_is_an_exhibit_of_its_own(small: Path, folder: Path) -> None:
    kept(small, folder)
    link = small.with_name("linked.yaml")
    link.symlink_to(small)
    assert not is_kept(link, folder)


# -- what makes an entry void -----------------------------------------------------------------------


def change_own(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace("blew", "flew"), "utf-8")


def lengthen_own(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")


def remove_included(path: Path) -> None:
    (path.parent / "parts" / "lanes.yaml").unlink()


def bring_missing(path: Path) -> None:
    (path.parent / "none.yaml").write_text("ada: {title: Ada}\n")


def touch_picture(path: Path) -> None:
    os.utime(path.parent / "media" / "ship.png", ns=(1, 1))


def change_picture(path: Path) -> None:
    picture = path.parent / "media" / "ship.png"
    times = picture.stat()
    picture.write_bytes(b"another picture")
    os.utime(picture, ns=(times.st_atime_ns, times.st_mtime_ns))


def bring_picture(path: Path) -> None:
    (path.parent / "media" / "gone.png").write_bytes(b"back")


@pytest.mark.parametrize(
    "change",
    [
        change_own,
        lengthen_own,
        change_included,
        remove_included,
        bring_missing,
        touch_picture,
        change_picture,
        remove_picture,
        bring_picture,
    ],
)
def test_any_change_has_the_exhibit_read_anew(
    change: Callable[[Path], None], placed: Path, folder: Path
) -> None:
    kept(placed, folder)
    change(placed)
    assert not is_kept(placed, folder)
    assert_same(placed, folder)


def test_a_file_saved_again_with_the_same_words_is_the_same(small: Path, folder: Path) -> None:
    kept(small, folder)
    small.write_text(SMALL, encoding="utf-8")
    assert is_kept(small, folder)


def test_another_version_of_the_program_reads_anew(
    small: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(small, folder)
    monkeypatch.setattr(cache, "__version__", "0.1.1")
    assert not is_kept(small, folder)


def test_other_record_shapes_read_anew(small: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(small, folder)
    monkeypatch.setattr(cache_codec, "shapes_mark", lambda: b"others")
    assert not is_kept(small, folder)


def test_a_changed_module_reads_anew(small: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = small.parent / "package"
    for module_folder in cache._FOLDERS:
        (package / module_folder).mkdir(parents=True, exist_ok=True)
    (package / "content" / "checks.py").write_text("STRICT = False\n")
    (package / "content" / "notes.txt").write_text("")
    monkeypatch.setattr(cache, "_PACKAGE", package)
    before = program_mark()
    (package / "content" / "notes.txt").write_text("other")
    assert program_mark() == before
    (package / "content" / "checks.py").write_text("STRICT = True\n")
    assert program_mark() != before


def test_every_folder_of_modules_that_read_is_looked_at() -> None:
    layers = {folder.partition("/")[0] for folder in cache._FOLDERS}
    modules = (path for layer in layers for path in (cache._PACKAGE / layer).rglob("*.py"))
    assert {path.parent.relative_to(cache._PACKAGE).as_posix() for path in modules} == set(cache._FOLDERS)


def test_the_shapes_mark_follows_the_records(monkeypatch: pytest.MonkeyPatch) -> None:
    class Lane(msgspec.Struct):
        title: str

    before = cache_codec.shapes_mark()
    monkeypatch.setattr(records, "Lane", Lane)
    assert cache_codec.shapes_mark.__wrapped__() != before


# -- entries that are none --------------------------------------------------------------------------


def test_damaged_entries_are_read_past(placed: Path, folder: Path) -> None:
    entry = kept(placed, folder)
    whole, fresh = entry.read_bytes(), plain(read_exhibit(placed))
    dice = random.Random(1959)
    damaged = [whole[:end] for end in (0, 5, 22, 24, 60, len(whole) // 2, len(whole) - 1)]
    damaged += [whole + b"\x00", b"\x00" * 500, b"title: T\n"]
    for _ in range(60):
        at = dice.randrange(len(whole))
        damaged.append(whole[:at] + bytes([whole[at] ^ dice.randrange(1, 256)]) + whole[at + 1 :])
    for data in damaged:
        entry.write_bytes(data)
        assert cache._kept(placed, folder) is None
    assert plain(read_cached(placed, folder)) == fresh


def sealed(body: bytes) -> bytes:
    """Return a body with a mark and a digest that fit."""
    return cache_codec._MARK + sha256(body).digest() + body


def test_what_only_looks_like_an_entry_is_read_past(placed: Path, folder: Path) -> None:
    """Here the digest fits, as in an entry that somebody has made by hand: it is no exception either way."""
    entry = kept(placed, folder)
    body = entry.read_bytes()[len(cache_codec._MARK) + 32 :]
    entry.write_bytes(sealed(body))
    assert is_kept(placed, folder)
    dice = random.Random(1984)
    bodies = [b"", b"\xc0", msgspec.msgpack.encode([]), msgspec.msgpack.encode([[b"", [], {}], [1, 2]])]
    bodies += [msgspec.msgpack.encode([[program_mark(), [], {}], [1, 2]])]
    for _ in range(150):
        at = dice.randrange(len(body))
        bodies.append(body[:at] + dice.randbytes(dice.randrange(4)) + body[at + 1 :])
    for other in bodies:
        entry.write_bytes(sealed(other))
        assert read_cached(placed, folder).document is not None


def test_a_text_must_be_told_by_language() -> None:
    with pytest.raises(ValueError, match="TextValue"):
        cache_codec._decode(TextValue, 3)
    with pytest.raises(TypeError, match="complex"):
        cache_codec._encode(3j)


def test_an_entry_of_a_later_format_is_read_past(
    small: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = kept(small, folder)
    later = cache_codec._MARK[:-2] + (cache_codec.FORMAT + 1).to_bytes(2, "big")
    entry.write_bytes(entry.read_bytes().replace(cache_codec._MARK, later, 1))
    assert not is_kept(small, folder)


def test_an_entry_too_large_is_neither_read_nor_written(
    small: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(small, folder)
    monkeypatch.setattr(cache, "ENTRY_LIMIT_BYTES", 100)
    assert not is_kept(small, folder)
    assert not keep_reading(small, read_exhibit(small), folder)


def test_folders_that_cannot_be_used_do_no_harm(small: Path, folder: Path, tmp_path: Path) -> None:
    reading = read_exhibit(small)
    entry_file(small, folder).mkdir(parents=True)
    (entry_file(small, folder) / "something").touch()
    assert not is_kept(small, folder)
    assert not keep_reading(small, reading, folder)
    assert [path.name for path in folder.iterdir()] == [entry_file(small, folder).name]
    assert not keep_reading(small, reading, small)
    assert not is_kept(small, small)
    assert not is_kept(small, tmp_path / "a\x00b")
    assert not keep_reading(small, reading, tmp_path / "a\x00b")


def test_a_path_that_can_be_none_is_read_as_always(folder: Path, tmp_path: Path) -> None:
    for path in (tmp_path / "a\x00b", tmp_path, tmp_path / "none.yaml"):
        if "\x00" not in str(path):
            assert read_cached(path, folder).problems == read_exhibit(path).problems
        assert cache._kept(path, folder) is None
