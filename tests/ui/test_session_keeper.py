# SPDX-License-Identifier: MIT
"""The session is kept: what found no room on a disk is written as soon as there is some."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from tests.sample_documents import small_document
from timeline_app.base.clock import FakeClock
from timeline_app.state.app_state import AppState, Settings
from timeline_app.state.session_files import LastTour, Session, load_session
from timeline_app.state.tour_state import PresentState, TourState
from timeline_app.ui.session_keeper import SAVE_AFTER_MS, SessionKeeper


def test_what_could_not_be_written_is_written_at_the_end(tmp_path: Path):
    folder, clock = tmp_path / "config", FakeClock()
    folder.write_text("in the way", encoding="utf-8")
    keeper = SessionKeeper(folder, Session(), clock)
    before = AppState()
    keeper.note_state(before, replace(before, settings=Settings(text_size_percent=150)))
    clock.advance(SAVE_AFTER_MS)
    assert folder.is_file()
    folder.unlink()
    keeper.save_now()
    assert load_session(folder).settings.text_size_percent == 150


def test_the_tour_and_the_size_of_its_notes_are_kept_until_it_is_left(tmp_path: Path):
    keeper = SessionKeeper(tmp_path, Session(), FakeClock())
    document = small_document()
    states = [
        AppState(document=document),
        AppState(document=document, tour=TourState("long", 3), present=PresentState()),
        AppState(document=document, tour=TourState("long", 4), present=PresentState(notes_pt=34)),
    ]
    for before, after in pairwise(states):
        keeper.note_state(before, after)
    assert keeper.session.last_tour == LastTour(str(document.path), "long", 4)
    assert keeper.session.notes_pt == 34
    keeper.note_state(states[-1], states[0])
    assert keeper.session.last_tour == LastTour(str(document.path), "long")
