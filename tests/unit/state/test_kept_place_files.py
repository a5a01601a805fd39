# SPDX-License-Identifier: MIT
"""Where a reader was, in a file for each exhibit: read as written, and no file can do harm."""

import json
import logging
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline_app.model.filters import Filters
from timeline_app.model.lane_state import LaneState
from timeline_app.scene.folded_stretch import FoldedStretch
from timeline_app.scene.time_fold import QuietTime
from timeline_app.scene.view import MAX_SPAN_S, View
from timeline_app.state import kept_place_files
from timeline_app.state.kept_place import KeptFilters, KeptPanel, KeptPlace, KeptWindow
from timeline_app.state.kept_place_files import exhibit_named, load_place, save_place

FULL = KeptPlace(
    view=View(-317_174_400, 86_400.5, 0.25, 44.0),
    selected=("boat", "港"),
    panel=KeptPanel("folded", "", FoldedStretch("sea", 0, 86_400, 12.5), 320, False, True, 480.5, True),
    filters=KeptFilters(Filters(lane=frozenset({"sea", "air"})), "1950/1960", certain=True),
    lanes=LaneState(("b", "a"), frozenset({"c"}), frozenset({"d"}), ("a",)),
    calendars=("juche",),
    quiet=QuietTime(is_folded=True, opened=(12, -7)),
    evidence_shown=True,
    silences_shown=False,
    is_tray_open=True,
    language="ja",
    window=KeptWindow(10, 20, 1_280, 720, is_maximized=True, screen="HDMI-1"),
)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "state" / "places"


@pytest.fixture
def exhibit(tmp_path):
    path = tmp_path / "ferry.yaml"
    path.write_text("title: Ferry", encoding="utf-8")
    return path


def the_file(folder):
    (path,) = folder.iterdir()
    return path


@pytest.mark.parametrize("place", [FULL, KeptPlace()])
def test_a_place_is_read_as_it_was_written(folder, exhibit, place):
    assert save_place(folder, exhibit, "ferry", place)
    assert load_place(folder, exhibit) == place


def test_an_exhibit_whose_name_is_no_text_is_remembered(folder, tmp_path):
    path = tmp_path / os.fsdecode(b"caf\xe9.yaml")
    assert save_place(folder, path, "cafe", FULL)
    assert load_place(folder, path) == FULL


def test_each_exhibit_has_its_own_file_by_its_real_path(folder, exhibit, tmp_path):
    save_place(folder, exhibit, "ferry", FULL)
    link = tmp_path / "link.yaml"
    link.symlink_to(exhibit)
    assert load_place(folder, link) == FULL
    assert load_place(folder, tmp_path / "other.yaml") is None
    assert load_place(tmp_path / "nowhere", exhibit) is None


def test_the_file_tells_no_more_than_it_must(folder, exhibit):
    save_place(folder, exhibit, "ferry", FULL)
    raw = json.loads(the_file(folder).read_text(encoding="utf-8"))
    assert sorted(raw) == ["format", "name", "path", "place"]
    assert sorted(raw["place"]) == sorted(KeptPlace.__dataclass_fields__)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        '"x"',
        "3",
        "[" * 100_000,
        '{"format": 1}',
        '{"format": 1, "place": {"view": 7}}',
    ],
)
def test_a_damaged_file_is_passed_over(folder, exhibit, text):
    save_place(folder, exhibit, "ferry", FULL)
    the_file(folder).write_text(text, encoding="utf-8")
    assert load_place(folder, exhibit) is None


@pytest.mark.parametrize("number", [0, 2, 99])
def test_a_file_of_another_form_is_passed_over_and_the_log_says_so(folder, exhibit, number, caplog):
    save_place(folder, exhibit, "ferry", FULL)
    path = the_file(folder)
    path.write_text(
        path.read_text(encoding="utf-8").replace('"format":1', f'"format":{number}'), encoding="utf-8"
    )
    with caplog.at_level(logging.WARNING):
        assert load_place(folder, exhibit) is None
    assert f"its format is {number}, not 1" in caplog.text
    # The next writing puts a good one in its place.
    save_place(folder, exhibit, "ferry", FULL)
    assert load_place(folder, exhibit) == FULL


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(at=st.integers(0, 700), byte=st.binary(max_size=3))
def test_no_damage_is_more_than_a_place_that_is_forgotten(folder, exhibit, at, byte):
    save_place(folder, exhibit, "ferry", FULL)
    path = the_file(folder)
    data = path.read_bytes()
    path.write_bytes(data[:at] + byte + data[at + len(byte) :])
    found = load_place(folder, exhibit)
    assert found is None or isinstance(found, KeptPlace)
    path.write_bytes(data[:at])
    assert load_place(folder, exhibit) is None or at >= len(data) - 1


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ({"view": View(0, -5.0)}, {"view": View(0, -5.0).clamped()}),
        ({"view": View(0, 1e300, 7.5, -3.0)}, {"view": View(0, 1e300).clamped()}),
        ({"calendars": ("martian", "juche", "juche")}, {"calendars": ("juche",)}),
        ({"window": KeptWindow(0, 0, 3, 999_999)}, {"window": None}),
        ({"panel": KeptPanel(width_px=1e9)}, {"panel": KeptPanel()}),
    ],
)
def test_what_makes_no_sense_is_put_right(folder, exhibit, raw, read):
    save_place(folder, exhibit, "ferry", replace(FULL, **raw))
    assert load_place(folder, exhibit) == replace(FULL, **read)


def test_a_view_is_never_wider_than_the_axis(folder, exhibit):
    save_place(folder, exhibit, "ferry", KeptPlace(view=View(0, 1e300)))
    assert load_place(folder, exhibit) == KeptPlace(view=View(0, 1e300).clamped())
    assert View(0, 1e300).clamped().span_s == MAX_SPAN_S


def test_what_cannot_be_written_is_let_go(tmp_path, exhibit):
    in_the_way = tmp_path / "places"
    in_the_way.write_text("a file where a folder should be", encoding="utf-8")
    assert not save_place(in_the_way, exhibit, "ferry", FULL)
    assert in_the_way.read_text(encoding="utf-8") == "a file where a folder should be"


def test_a_writing_that_was_cut_off_leaves_the_last_whole_one(folder, exhibit, monkeypatch):
    save_place(folder, exhibit, "ferry", FULL)

    def cut_off(_self, _other):
        raise OSError("the plug was pulled")

    monkeypatch.setattr(Path, "replace", cut_off)
    assert not save_place(folder, exhibit, "ferry", KeptPlace())
    assert load_place(folder, exhibit) == FULL
    assert len(list(folder.iterdir())) == 1


def test_the_exhibits_looked_at_longest_ago_are_forgotten(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(kept_place_files, "MOST_KEPT", 3)
    for number in range(5):
        path = tmp_path / f"{number}.yaml"
        save_place(folder, path, f"name-{number}", KeptPlace())
        os.utime(max(folder.iterdir(), key=lambda file: file.stat().st_mtime), (number, number))
    kept = [number for number in range(5) if load_place(folder, tmp_path / f"{number}.yaml") is not None]
    assert kept == [2, 3, 4]


def test_an_exhibit_is_found_by_its_name_while_it_is_there(folder, exhibit, tmp_path):
    save_place(folder, exhibit, "ferry", FULL)
    save_place(folder, tmp_path / "gone.yaml", "gone", FULL)
    assert exhibit_named(folder, "ferry") == exhibit.resolve()
    assert exhibit_named(folder, "gone") is None
    assert exhibit_named(folder, "") is None
    assert exhibit_named(tmp_path / "nowhere", "ferry") is None
