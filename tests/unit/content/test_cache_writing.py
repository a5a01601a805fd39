# SPDX-License-Identifier: MIT
"""Kept exhibits: what is written, by whom it is taken, and what happens on the way."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kept_exhibits import SMALL, change_included, is_kept, kept, plain, remove_picture
from timeline_app.base.errors import ReadingCancelled
from timeline_app.base.messages import Message
from timeline_app.content import cache
from timeline_app.content.cache import ENTRY_LIMIT, entry_file, keep_reading, read_cached
from timeline_app.content.problems import Problem, Severity
from timeline_app.content.reader import read_exhibit, read_text
from timeline_app.content.reading import Basis, Reading

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
    assert names == {"build", "cache", "cache_codec", "folder", "problems", "progress", "reading"}
