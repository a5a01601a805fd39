# SPDX-License-Identifier: MIT
"""Kept exhibits of many events: the columns come back as they were, and from nothing but a whole entry."""

from __future__ import annotations

import gc
import json
import random
import threading
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.content.test_json_parity import EVENTS, Json, as_lines, content
from timeline_app.content import cache, cache_codec
from timeline_app.content.cache import ReadingCache, entry_file, keep_reading, read_cached
from timeline_app.content.reader import read_exhibit
from timeline_app.model.record_store import PackedRecords

EXHIBIT: Json = {
    "title": "T",
    "lanes": {"town": {"title": "Town"}, "crew": {"title": "Crew", "parent": "town"}},
    "sources": {"s": {"title": "S"}, "t": {"title": "T"}},
    "excerpts": {"x": {"text": "words", "source": "s"}},
}
MANY: list[Json] = [
    {
        "title": f"Event {n}",
        "date": f"{1800 + n % 150}",
        "lane": "crew",
        "importance": n % 5 + 1,
        "id": f"e{n}",
    }
    for n in range(200)
]
ODD: list[Json] = [
    {"title": "Loose", "date": "early 1958", "sources": ["s"]},
    {
        "title": {"en": "Zwei"},
        "date": "1955/1960",
        "claims": {"c": {"about": "C", "accounts": [{"says": "1"}]}},
    },
    {"title": "Linked", "links": [{"to": "e3", "kind": "led-to"}], "after": "e5", "date": "[1990,1995]"},
    {"title": "Faulty", "lane": "none", "excerpts": ["x", "y"]},
]


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.jsonl"
    path.write_text(as_lines(EXHIBIT | {"events": [*MANY[:90], *ODD, *MANY[90:]]}), encoding="utf-8")
    return path


def kept(path: Path, folder: Path) -> Path:
    assert keep_reading(path, read_exhibit(path), folder)
    return entry_file(path, folder)


def assert_same(path: Path, folder: Path) -> None:
    fresh, cached = read_exhibit(path), read_cached(path, folder)
    assert fresh.basis is not None
    assert cached.basis is None
    assert (cached.files, cached.problems) == (fresh.files, fresh.problems)
    assert content(cached.document) == content(fresh.document)
    assert cached.document is not None
    assert fresh.document is not None
    assert cached.document.events.labels is not None
    assert fresh.document.events.labels is not None
    assert list(cached.document.events.labels) == list(fresh.document.events.labels)
    assert np.array_equal(cached.document.events.id_ranks, fresh.document.events.id_ranks)  # type: ignore[arg-type]


def test_a_large_exhibit_comes_back_as_it_is_read(many: Path, folder: Path) -> None:
    kept(many, folder)
    assert_same(many, folder)


def test_what_the_file_holds_is_not_kept_again(many: Path, folder: Path) -> None:
    entry = kept(many, folder)
    assert b'"importance": 5' not in entry.read_bytes()
    cached = read_cached(many, folder).document
    assert cached is not None
    assert isinstance(cached.events.records, PackedRecords)
    assert cached.events.records.data.tobytes() == many.read_bytes()


def test_what_was_mended_while_it_was_read_is_kept_too(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "old.jsonl"
    path.write_bytes(as_lines(EXHIBIT | {"events": MANY[:5]}).encode().replace(b"\n", b"\r"))
    entry = kept(path, folder)
    assert b'"importance": 5' in entry.read_bytes()
    assert_same(path, folder)


def test_events_in_other_files_come_back_too(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "more.jsonl").write_text("\n".join(json.dumps(each) for each in MANY), encoding="utf-8")
    path = tmp_path / "exhibit.yaml"
    path.write_text("title: T\nlanes: {crew: {title: Crew}}\nevents: more.jsonl\n", encoding="utf-8")
    kept(path, folder)
    assert_same(path, folder)
    (tmp_path / "more.jsonl").write_text(json.dumps(MANY[0]), encoding="utf-8")
    assert read_cached(path, folder).basis is not None


def append(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + '\n{"title": "More"}', encoding="utf-8")


def change_a_letter(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace("Event 7", "Avent 7"), encoding="utf-8")


@pytest.mark.parametrize("change", [append, change_a_letter])
def test_any_change_has_the_exhibit_read_anew(
    change: Callable[[Path], None], many: Path, folder: Path
) -> None:
    kept(many, folder)
    change(many)
    assert read_cached(many, folder).basis is not None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(EVENTS, max_size=6), st.booleans())
def test_whatever_events_hold_comes_back(
    tmp_path: Path, folder: Path, events: list[Json], is_lines: bool
) -> None:
    path = tmp_path / ("any.jsonl" if is_lines else "any.json")
    exhibit = EXHIBIT | {"events": events}
    path.write_text(as_lines(exhibit) if is_lines else json.dumps(exhibit), encoding="utf-8")
    kept(path, folder)
    assert_same(path, folder)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_entry_is_no_entry(many: Path, folder: Path, data: st.DataObject) -> None:
    entry = entry_file(many, folder)
    if not entry.exists():
        kept(many, folder)
        (folder / "whole").write_bytes(entry.read_bytes())
    whole = (folder / "whole").read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = data.draw(
        st.sampled_from(
            [whole[:at], whole[:at] + bytes([whole[at] ^ 255]) + whole[at + 1 :], whole + b"\x00"]
        )
    )
    entry.write_bytes(damaged)
    assert cache._kept(many, folder) is None
    assert read_cached(many, folder).document is not None


def test_what_only_looks_like_an_entry_never_ends_the_reading(many: Path, folder: Path) -> None:
    """Here the digest fits, as in an entry that somebody has made by hand."""
    entry = kept(many, folder)
    body = entry.read_bytes()[len(cache_codec._MARK) + 32 :]
    dice = random.Random(1959)
    for _ in range(150):
        at = dice.randrange(min(len(body), 4_000))
        other = body[:at] + dice.randbytes(dice.randrange(1, 9)) + body[at + dice.randrange(9) :]
        entry.write_bytes(cache_codec._MARK + sha256(other).digest() + other)
        assert read_cached(many, folder).document is not None


def test_a_large_entry_is_written_beside_the_window(many: Path, folder: Path) -> None:
    readings = ReadingCache(folder)
    readings.through(read_exhibit)(many, cancelled=lambda: False)
    readings.keep()
    for thread in threading.enumerate():
        if thread.name == "keeping":
            thread.join(20)
    assert_same(many, folder)


def test_nothing_is_collected_in_the_thread_that_writes(
    many: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collecting: list[bool] = []
    monkeypatch.setattr(cache, "keep_reading", lambda *_: collecting.append(gc.isenabled()))
    readings = ReadingCache(folder)
    readings.through(read_exhibit)(many, cancelled=lambda: False)
    readings.keep()
    for thread in threading.enumerate():
        if thread.name == "keeping":
            thread.join(20)
    assert collecting == [False]
    assert gc.isenabled()


def test_columns_come_back_in_whole_words(many: Path, folder: Path) -> None:
    kept(many, folder)
    document = read_cached(many, folder).document
    assert document is not None
    dates = document.events.dates
    columns = [getattr(dates, name) for name in type(dates).__slots__ if name != "stretches"]
    assert all(column.flags.aligned for column in columns)


def test_the_folder_does_not_grow_for_ever(many: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = many.with_name("other.jsonl")
    other.write_bytes(many.read_bytes())
    entry = kept(other, folder)
    monkeypatch.setattr(cache, "FOLDER_LIMIT_BYTES", int(entry.stat().st_size * 1.5))
    kept(many, folder)
    assert [path.name for path in folder.iterdir()] == [entry_file(many, folder).name]
