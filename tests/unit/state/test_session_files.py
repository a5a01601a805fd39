# SPDX-License-Identifier: MIT
"""What is remembered between two runs, and how little a damaged file can do."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.state.app_state import Settings, ThemeChoice
from timeline_app.state.session_files import (
    FILE_NAME,
    RECENT_LIMIT,
    LastTour,
    Session,
    load_session,
    merged,
    save_beside_others,
    save_session,
)

FULL = Session(
    settings=Settings(ThemeChoice.HIGH_CONTRAST, 175, reduced_motion=True, citation_style="mla"),
    recent=("/exhibits/ferry.yaml", "/exhibits/港.yaml"),
    window_px=(1_280, 720),
    is_maximized=True,
    panel_px=480.5,
    audience_screen="HDMI-1",
    notes_pt=34,
    last_tour=LastTour("/exhibits/ferry.yaml", "short", 3),
)


def written(folder, raw):
    (folder / FILE_NAME).write_text(raw if isinstance(raw, str) else json.dumps(raw), encoding="utf-8")
    return load_session(folder)


def test_a_session_is_read_as_it_was_written(tmp_path):
    assert save_session(tmp_path, FULL) is True
    assert load_session(tmp_path) == FULL


def test_the_plain_session_is_read_as_it_was_written(tmp_path):
    save_session(tmp_path, Session())
    assert load_session(tmp_path) == Session()


def test_the_folder_is_made_where_there_is_none(tmp_path):
    folder = tmp_path / "config" / "timeline-app"
    assert save_session(folder, FULL)
    assert [path.name for path in folder.iterdir()] == [FILE_NAME]


def test_the_file_can_be_read_by_people(tmp_path):
    save_session(tmp_path, FULL)
    text = (tmp_path / FILE_NAME).read_text(encoding="utf-8")
    assert text.endswith("}\n")
    assert "港.yaml" in text
    assert json.loads(text) == {
        "settings": {
            "theme": "high-contrast",
            "text_size_percent": 175,
            "reduced_motion": True,
            "citation_style": "mla",
        },
        "recent": ["/exhibits/ferry.yaml", "/exhibits/港.yaml"],
        "window_px": [1_280, 720],
        "is_maximized": True,
        "panel_px": 480.5,
        "audience_screen": "HDMI-1",
        "notes_pt": 34,
        "last_tour": ["/exhibits/ferry.yaml", "short", 3],
    }


def test_what_cannot_be_written_is_let_go(tmp_path):
    in_the_way = tmp_path / "config"
    in_the_way.write_text("a file where a folder should be", encoding="utf-8")
    assert save_session(in_the_way, FULL) is False
    assert in_the_way.read_text(encoding="utf-8") == "a file where a folder should be"


def test_a_file_that_cannot_be_replaced_leaves_nothing_beside_it(tmp_path):
    (tmp_path / FILE_NAME).mkdir()
    assert save_session(tmp_path, FULL) is False
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_without_a_file_everything_is_at_its_default(tmp_path):
    assert load_session(tmp_path / "nowhere") == Session()


@pytest.mark.parametrize("raw", ["", "{", "[1, 2]", "null", '"text"', "3", "[" * 100_000])
def test_a_damaged_or_foreign_file_means_defaults(tmp_path, raw):
    assert written(tmp_path, raw) == Session()


def test_a_file_in_another_encoding_means_defaults(tmp_path):
    (tmp_path / FILE_NAME).write_bytes('{"recent": ["café.yaml"]}'.encode("latin-1"))
    assert load_session(tmp_path) == Session()


@pytest.mark.parametrize(
    ("raw", "settings"),
    [
        (None, Settings()),
        ([], Settings()),
        ({"theme": "pink"}, Settings()),
        ({"theme": ["dark"]}, Settings()),
        ({"theme": "dark"}, Settings(ThemeChoice.DARK)),
        ({"text_size_percent": 150}, Settings(text_size_percent=150)),
        ({"text_size_percent": 100.9}, Settings()),
        ({"text_size_percent": 99}, Settings()),
        ({"text_size_percent": 300}, Settings(text_size_percent=300)),
        ({"text_size_percent": 301}, Settings()),
        ({"text_size_percent": "150"}, Settings()),
        ({"text_size_percent": True}, Settings()),
        ({"reduced_motion": True}, Settings(reduced_motion=True)),
        ({"reduced_motion": 1}, Settings()),
    ],
)
def test_settings_that_make_no_sense_are_left_at_their_defaults(tmp_path, raw, settings):
    assert written(tmp_path, {"settings": raw}) == Session(settings=settings)


@pytest.mark.parametrize(
    ("raw", "window_px"),
    [
        ([320, 320], (320, 320)),
        ([32_000, 700.5], (32_000, 700)),
        ([319, 700], None),
        ([700, 32_001], None),
        ([700], None),
        ([700, 700, 700], None),
        ([True, 700], None),
        (["700", 700], None),
        ({"w": 700}, None),
        (700, None),
        (None, None),
    ],
)
def test_a_window_has_two_sensible_sides_or_none(tmp_path, raw, window_px):
    assert written(tmp_path, {"window_px": raw}).window_px == window_px


@pytest.mark.parametrize(
    ("raw", "panel_px"), [(320, 320.0), (500.5, 500.5), (319, None), ("500", None), (1e99, None)]
)
def test_the_panel_has_a_sensible_width_or_none(tmp_path, raw, panel_px):
    assert written(tmp_path, {"panel_px": raw}).panel_px == panel_px


def test_numbers_that_are_none_are_not_taken(tmp_path):
    assert written(tmp_path, '{"panel_px": NaN, "window_px": [Infinity, 700]}') == Session()


@pytest.mark.parametrize(("raw", "is_maximized"), [(True, True), (False, False), (1, False), ("yes", False)])
def test_only_true_is_true(tmp_path, raw, is_maximized):
    assert written(tmp_path, {"is_maximized": raw}).is_maximized is is_maximized


@pytest.mark.parametrize("raw", ["one.yaml", {"0": "one.yaml"}, None, 3])
def test_recent_files_are_a_list_or_none(tmp_path, raw):
    assert written(tmp_path, {"recent": raw}).recent == ()


def test_of_the_recent_files_only_ten_texts_are_kept(tmp_path):
    names = [f"{number}.yaml" for number in range(15)]
    assert written(tmp_path, {"recent": [None, 3, *names]}).recent == tuple(names[:10])


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
names = st.sampled_from(["settings", "recent", "window_px", "is_maximized", "panel_px", "audience_screen"])


@given(raw=st.dictionaries(names, json_values))
def test_no_file_whatever_stops_the_program(tmp_path_factory, raw):
    session = written(tmp_path_factory.mktemp("session"), raw)
    assert 100 <= session.settings.text_size_percent <= 300
    assert session.settings.theme in ThemeChoice


def test_a_file_that_is_opened_comes_on_top_of_the_recent_ones():
    session = Session(recent=("a.yaml", "b.yaml"))
    assert session.with_recent(Path("c.yaml")).recent == ("c.yaml", "a.yaml", "b.yaml")
    assert session.with_recent(Path("b.yaml")).recent == ("b.yaml", "a.yaml")


def test_ten_recent_files_are_kept():
    session = Session()
    for number in range(12):
        session = session.with_recent(Path(f"{number}.yaml"))
    assert session.recent == tuple(f"{number}.yaml" for number in range(11, 1, -1))


def test_a_file_that_is_gone_is_taken_out():
    session = Session(recent=("a.yaml", "b.yaml"))
    assert session.without_recent(Path("a.yaml")).recent == ("b.yaml",)
    assert session.without_recent(Path("z.yaml")) == session


# -- paths that are no text, and two windows with one file ----------------------------------------------


def test_a_file_whose_name_is_no_text_is_remembered(tmp_path):
    name = os.fsdecode(b"/exhibits/caf\xe9.yaml")
    assert save_session(tmp_path, Session(recent=(name,)))
    assert load_session(tmp_path).recent == (name,)


def test_what_can_be_no_path_is_left_out(tmp_path):
    session = written(tmp_path, '{"recent": ["/a\\u0000b", "\\ud800", "/exhibits/ferry.yaml"]}')
    assert session.recent == ("/exhibits/ferry.yaml",)


def test_two_windows_keep_what_each_of_them_has_changed(tmp_path):
    save_session(tmp_path, FULL)
    # One window opens a file and closes, the other makes the text larger afterwards.
    save_beside_others(tmp_path, FULL, replace(FULL, recent=("/new.yaml", *FULL.recent), panel_px=500.0))
    larger = replace(FULL, settings=replace(FULL.settings, text_size_percent=200))
    save_beside_others(tmp_path, FULL, larger)
    expected = replace(FULL, settings=larger.settings, recent=("/new.yaml", *FULL.recent), panel_px=500.0)
    assert load_session(tmp_path) == expected


def test_of_two_windows_own_files_come_first_and_what_has_gone_is_dropped():
    base = Session(recent=("/a", "/b", "/c"))
    own, other = Session(recent=("/mine", "/a", "/c")), Session(recent=("/theirs", "/a", "/b", "/c"))
    assert merged(base, own, other).recent == ("/mine", "/a", "/c", "/theirs")


def test_a_file_that_only_made_room_in_a_full_list_has_not_gone():
    names = tuple(f"/{number}" for number in range(RECENT_LIMIT))
    base, own = Session(recent=names), Session(recent=("/mine", *names[:-1]))
    assert merged(base, own, base).recent == own.recent
    emptier = Session(recent=(names[-1],))
    assert merged(base, own, emptier).recent == own.recent


def test_where_the_file_has_gone_or_is_damaged_everything_is_written_anew(tmp_path):
    larger = replace(FULL, settings=replace(FULL.settings, text_size_percent=200))
    assert save_beside_others(tmp_path, FULL, larger)
    assert load_session(tmp_path) == larger
    (tmp_path / FILE_NAME).write_bytes(b"\xff\x00")
    assert save_beside_others(tmp_path, FULL, larger)
    assert load_session(tmp_path) == larger


@pytest.mark.parametrize(
    ("raw", "screen"), [("DP-2", "DP-2"), (None, ""), (3, ""), ("a\nb", ""), ("x" * 201, "")]
)
def test_the_name_of_a_screen_is_one_line_of_text(tmp_path, raw, screen):
    assert written(tmp_path, {"audience_screen": raw}).audience_screen == screen


def test_two_windows_keep_the_screen_that_was_chosen_last(tmp_path):
    save_session(tmp_path, FULL)
    save_beside_others(tmp_path, FULL, replace(FULL, audience_screen="DP-2"))
    assert load_session(tmp_path).audience_screen == "DP-2"


@pytest.mark.parametrize("raw", [None, "x", [], ["a", "b"], ["a", "b", "c"], ["a", "b", -1], [3, "b", 1]])
def test_a_last_tour_that_makes_no_sense_is_none(tmp_path, raw):
    assert written(tmp_path, {"last_tour": raw, "notes_pt": 19}) == Session()
