# SPDX-License-Identifier: MIT
"""The session is kept: what found no room on a disk is written as soon as there is some."""

from dataclasses import replace
from pathlib import Path

from timeline_app.base.clock import FakeClock
from timeline_app.state.app_state import AppState, Settings
from timeline_app.state.session_files import Session, load_session
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
