# SPDX-License-Identifier: MIT
"""Kept exhibits: what comes from an entry is what reading gives, and only while nothing has changed."""

from __future__ import annotations

import gc
import os
import random
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import msgspec
import numpy as np
import pytest

from timeline_app.base.errors import ReadingCancelled
from timeline_app.base.messages import Message
from timeline_app.base.text_value import TextValue
from timeline_app.content import cache, cache_codec
from timeline_app.content.cache import ENTRY_LIMIT, entry_file, keep_reading, program_mark, read_cached
from timeline_app.content.problems import Problem, Severity
from timeline_app.content.reader import read_exhibit, read_text
from timeline_app.content.reading import Basis, Reading
from timeline_app.model import records
from timeline_app.model.document import Document

SMALL = "title: Moon landings\nevents:\n  - date: 1969-07-20\n    title: Apollo 11 lands\n"
PLACED = """\
title: {en: The harbour, ja: 港}
languages: [en, ja]
lanes: parts/lanes.yaml
people: none.yaml
places: ../outside.yaml
sources:
  ledger: {title: The ledger}
excerpts:
  page-4: {text: {text: 水瀬, lang: ja, translations: {en: {text: Minase}}}, source: ledger}
eras:
  - {title: Plans, date: 1957/1959-07}
events:
  - title: The storm
    date: 1958-09~
    lane: [town, crew]
    summary: It blew. [@ledgr]
    sources: [ledger, {source: ledger, locator: p. 4}]
    media:
      - {file: media/ship.png, alt: A ship}
      - {file: media/gone.png, alt: Gone}
    claims:
      wind: {about: How strong, accounts: [{says: Strong, value: 7}]}
    links: [{to: calm, kind: led-to}]
  - {title: The calm, id: calm, importance: 9, figure: {title: Boats, data: [[May, 3], [June, 4.5]]}}
  - {title: The calm, tags: [a, b]}
claims:
  boats: {about: How many, events: [calm], accounts: [{says: Three}]}
tours:
  walk: {title: A walk, stops: [{event: calm, filters: {kind: [press]}}]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder for entries that does not exist yet."""
    return tmp_path / "cache" / "timeline-app"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "moon.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture
def placed(tmp_path: Path) -> Path:
    """Return an exhibit with other files, pictures, faults and warnings."""
    home = tmp_path / "harbour"
    (home / "parts").mkdir(parents=True)
    (home / "media").mkdir()
    (home / "media" / "ship.png").write_bytes(b"picture")
    (home / "parts" / "lanes.yaml").write_text("crew: {title: Crew, parent: town}\ntown: {title: Town}\n")
    path = home / "exhibit.yaml"
    path.write_text(PLACED, encoding="utf-8")
    return path


def plain(value: object) -> object:
    """Return a value as something that compares by content, with the type of each part."""
    if isinstance(value, np.ndarray):
        return (value.dtype, value.tolist())
    if isinstance(value, list | tuple):
        return (type(value), [plain(part) for part in value])
    if isinstance(value, dict):
        return [(key, plain(part)) for key, part in value.items()]
    if isinstance(value, msgspec.Struct):
        return (type(value), [(name, plain(getattr(value, name))) for name in value.__struct_fields__])
    names = getattr(type(value), "__dataclass_fields__", None)
    if names is not None:
        return (type(value), [(name, plain(getattr(value, name))) for name in names if name != "basis"])
    return (type(value), value)


def is_kept(path: Path, folder: Path) -> bool:
    return read_cached(path, folder).basis is None


def kept(path: Path, folder: Path) -> Path:
    assert keep_reading(path, read_exhibit(path), folder)
    assert is_kept(path, folder)
    return entry_file(path, folder)


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


def change_included(path: Path) -> None:
    (path.parent / "parts" / "lanes.yaml").write_text(
        "crew: {title: Crow, parent: town}\ntown: {title: Town}\n"
    )


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


def remove_picture(path: Path) -> None:
    (path.parent / "media" / "ship.png").unlink()


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
    for layer in ("base", "chrono", "content", "model"):
        (package / layer).mkdir(parents=True)
    (package / "content" / "checks.py").write_text("STRICT = False\n")
    (package / "content" / "notes.txt").write_text("")
    monkeypatch.setattr(cache, "_PACKAGE", package)
    before = program_mark()
    (package / "content" / "notes.txt").write_text("other")
    assert program_mark() == before
    (package / "content" / "checks.py").write_text("STRICT = True\n")
    assert program_mark() != before


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
    later = cache_codec._MARK[:-2] + (2).to_bytes(2, "big")
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


# -- what is written --------------------------------------------------------------------------------


def test_without_a_folder_nothing_is_kept(small: Path) -> None:
    assert read_cached(small, None).basis is not None


def test_what_has_no_document_and_what_was_kept_already_are_not_written(
    small: Path, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "bad.yaml").write_text("- a\n")
    bad = read_exhibit(tmp_path / "bad.yaml")
    assert bad.document is None
    assert not keep_reading(tmp_path / "bad.yaml", bad, folder)
    assert not keep_reading(small, read_text(SMALL, small), folder)
    assert not folder.exists()
    kept(small, folder)
    assert not keep_reading(small, read_cached(small, folder), folder)


def test_a_file_that_could_not_be_opened_is_tried_anew(placed: Path, folder: Path) -> None:
    (placed.parent / "none.yaml").mkdir()
    reading = read_exhibit(placed)
    assert keep_reading(placed, reading, folder)  # A folder counts as missing.
    assert reading.basis is not None
    unread = [look._replace(digest=b"") for look in reading.basis.looks]
    changed = Basis(tuple(unread), reading.basis.media, reading.basis.parts)
    assert not keep_reading(placed, Reading(reading.document, (), (), changed), folder)


def test_an_included_file_that_cannot_be_read_is_noted_as_such(
    placed: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = Path.open

    def refuse(path: Path, mode: str) -> object:
        if path.name == "lanes.yaml":
            raise PermissionError(13, "Permission denied")
        return usual(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    reading = read_exhibit(placed)
    assert "unreadable-file" in {problem.code for problem in reading.problems}
    assert not keep_reading(placed, reading, folder)


def test_a_picture_that_went_while_it_was_read_is_not_kept(placed: Path, folder: Path) -> None:
    reading = read_exhibit(placed)
    remove_picture(placed)
    assert not keep_reading(placed, reading, folder)


def test_a_file_saved_after_it_was_read_is_read_anew(placed: Path, folder: Path) -> None:
    reading = read_exhibit(placed)
    change_included(placed)
    assert keep_reading(placed, reading, folder)
    assert not is_kept(placed, folder)


def test_what_cannot_be_packed_is_not_written(small: Path, folder: Path) -> None:
    reading = read_exhibit(small)
    for word in (10**30, "\ud800"):
        odd = Problem(
            "moon.yaml", 1, 1, Severity.ERROR, "internal", Message.of("problem.internal", step=word)
        )
        assert not keep_reading(small, Reading(reading.document, (odd,), (), reading.basis), folder)
    assert not folder.exists()


def test_messages_within_messages_are_kept(small: Path, folder: Path) -> None:
    reading = read_exhibit(small)
    inner = Message.of("inner", count=3, share=4.0, word="x")
    problem = Problem("f", 1, 2, Severity.HINT, "inverse-link", Message.of("outer", inner=inner), inner, "…")
    assert keep_reading(small, Reading(reading.document, (problem,), (), reading.basis), folder)
    assert plain(read_cached(small, folder).problems) == plain((problem,))


def test_writing_leaves_one_file_that_only_the_user_can_read(small: Path, folder: Path) -> None:
    entry = kept(small, folder)
    kept(small, folder)
    assert list(folder.iterdir()) == [entry]
    if os.name == "posix":
        assert entry.stat().st_mode & 0o777 == 0o600
        assert folder.stat().st_mode & 0o777 == 0o700


def test_the_oldest_entries_and_abandoned_files_go(small: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    for number in range(ENTRY_LIMIT + 3):
        old = folder / f"{number:040}.exhibit"
        old.touch()
        os.utime(old, (1_000_000 + number, 1_000_000 + number))
    abandoned, foreign = folder / "a.exhibit.77.new", folder / "settings.json"
    for path in (abandoned, foreign):
        path.touch()
        os.utime(path, (1_000_000, 1_000_000))
    (folder / "b.exhibit.78.new").touch()
    (folder / "broken.exhibit").symlink_to(folder / "nowhere")
    entry = kept(small, folder)
    left = {path.name for path in folder.glob("*.exhibit") if path.exists()}
    assert len(left) == ENTRY_LIMIT
    assert entry.name in left
    assert f"{3:040}.exhibit" not in left
    assert f"{4:040}.exhibit" in left
    assert not abandoned.exists()
    assert foreign.exists()
    assert (folder / "b.exhibit.78.new").exists()


def test_an_entry_that_is_used_is_young_again(small: Path, folder: Path) -> None:
    entry = kept(small, folder)
    os.utime(entry, (1_000_000, 1_000_000))
    assert is_kept(small, folder)
    assert entry.stat().st_mtime > 1_000_000


# -- as a window uses it ----------------------------------------------------------------------------


def test_a_window_takes_what_an_earlier_one_kept(small: Path, folder: Path) -> None:
    first = cache.ReadingCache(folder)
    assert first.load(small) is None
    first.keep()
    fresh = first.through(read_exhibit)(small, cancelled=lambda: False)
    assert fresh.basis is not None
    assert not folder.exists()
    first.keep()
    taken = cache.ReadingCache(folder).load(small)
    assert taken is not None
    assert plain(taken) == plain(fresh)
    entry_file(small, folder).unlink()
    first.keep()
    assert first.load(small) is None


def test_what_was_taken_is_not_written_again(small: Path, folder: Path) -> None:
    entry = kept(small, folder)
    second = cache.ReadingCache(folder)
    assert second.through(read_exhibit)(small, cancelled=lambda: False).basis is None
    entry.unlink()
    second.keep()
    assert not entry.exists()


# -- on the way -------------------------------------------------------------------------------------


def test_a_cancelled_reading_gives_nothing(small: Path, folder: Path) -> None:
    kept(small, folder)
    with pytest.raises(ReadingCancelled):
        read_cached(small, folder, cancelled=lambda: True)
    with pytest.raises(ReadingCancelled):
        read_cached(small, None, cancelled=lambda: True)


@pytest.mark.parametrize("is_collecting", [True, False])
def test_the_collector_is_left_as_it_was(is_collecting: bool, small: Path, folder: Path) -> None:
    kept(small, folder)
    try:
        (gc.enable if is_collecting else gc.disable)()
        assert is_kept(small, folder)
        assert gc.isenabled() is is_collecting
    finally:
        gc.enable()


def test_a_kept_exhibit_needs_neither_yaml_nor_the_checks(
    small: Path, folder: Path, project_root: Path
) -> None:
    kept(small, folder)
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from timeline_app.content.cache import read_cached\n"
        "reading = read_cached(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "assert reading.document is not None and reading.basis is None\n"
        "print(*sorted(name for name in sys.modules if name == 'yaml' or 'timeline_app.content.' in name))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(small), str(folder)],
        cwd=project_root,
        capture_output=True,
        text=True,
        check=True,
    )
    names = {name.removeprefix("timeline_app.content.") for name in done.stdout.split()}
    assert names == {"build", "cache", "cache_codec", "folder", "problems", "reading"}
