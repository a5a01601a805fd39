# SPDX-License-Identifier: MIT
"""Filters saved by name: kept per exhibit, never lost to a damaged file, and no other exhibit's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline_app.model.filters import Filters
from timeline_app.state import saved_filters
from timeline_app.state.saved_filters import FILE_NAME, MOST_SAVED, SavedFilter, load_filters, save_filters

HERE, THERE = Path("/exhibits/here.yaml"), Path("/exhibits/there.yaml")
TALKS = SavedFilter("Talks", Filters(lane=frozenset({"town", "office"}), tag=frozenset({"talks"})))
YEARS = SavedFilter("1956–58", dates="1956/1958", certain=True)


def test_what_is_saved_is_read_again_for_its_exhibit_alone(tmp_path: Path) -> None:
    folder = tmp_path / "config"
    assert load_filters(folder, HERE) == ()
    assert save_filters(folder, HERE, (TALKS, YEARS))
    assert save_filters(folder, THERE, (YEARS,))
    assert load_filters(folder, HERE) == (TALKS, YEARS)
    assert load_filters(folder, THERE) == (YEARS,)
    assert save_filters(folder, HERE, ())
    assert load_filters(folder, HERE) == ()
    assert load_filters(folder, THERE) == (YEARS,)
    assert [path.name for path in folder.iterdir()] == [FILE_NAME]


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 100_000, '{"/exhibits/here.yaml": {}}', "null"])
def test_a_damaged_file_means_none_and_is_replaced(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    assert load_filters(tmp_path, HERE) == ()
    assert save_filters(tmp_path, HERE, (TALKS,))
    assert load_filters(tmp_path, HERE) == (TALKS,)


@pytest.mark.parametrize(
    "entry",
    [
        "Talks",
        {"filters": {"lane": ["town"]}},
        {"name": 1, "filters": {"lane": ["town"]}},
        {"name": "  ", "filters": {"lane": ["town"]}},
        {"name": "Nothing"},
        {"name": "N", "filters": []},
        {"name": "N", "filters": {"lane": "town"}},
        {"name": "N", "filters": {"lane": [1]}},
        {"name": "N", "dates": 1956},
    ],
)
def test_an_entry_that_makes_no_sense_is_left_out(tmp_path: Path, entry: object) -> None:
    good = {"name": "Talks", "filters": {"lane": ["office", "town"], "tag": ["talks"], "of-tomorrow": ["x"]}}
    (tmp_path / FILE_NAME).write_text(json.dumps({str(HERE): [entry, good]}), encoding="utf-8")
    assert load_filters(tmp_path, HERE) == (TALKS,)


def test_there_is_an_end_to_how_many_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_filters, "MOST_EXHIBITS", 2)
    many = [SavedFilter(f"Filter {number}", dates="1956") for number in range(MOST_SAVED + 5)]
    for exhibit in (HERE, THERE, Path("/exhibits/third.yaml")):
        assert save_filters(tmp_path, exhibit, many)
    assert load_filters(tmp_path, HERE) == ()
    assert [one.name for one in load_filters(tmp_path, THERE)] == [
        f"Filter {n}" for n in range(5, MOST_SAVED + 5)
    ]


def test_what_cannot_be_written_is_let_go(tmp_path: Path) -> None:
    in_the_way = tmp_path / "config"
    in_the_way.write_text("a file", encoding="utf-8")
    assert not save_filters(in_the_way, HERE, (TALKS,))
