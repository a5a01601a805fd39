# SPDX-License-Identifier: MIT
"""The bridge: one signal for each part of the state that has changed, silence for the rest."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.sample_documents import harbour
from timeline_app.scene.view import View
from timeline_app.state.app_state import PanelPage, Settings, ThemeChoice
from timeline_app.state.opening import opening_view
from timeline_app.state.store import Store
from timeline_app.ui.bridge import Bridge

SIGNALS = (
    "document_changed", "lens_changed", "reading_changed", "problems_changed", "settings_changed",
    "panel_changed", "selection_changed", "page_changed", "view_changed", "history_changed",
)  # fmt: skip


@pytest.fixture
def store(qt_app: QApplication) -> Store:
    made = Store()
    document = harbour()
    made.swap_document(document, (), opening_view(document))
    return made


@pytest.fixture
def heard(store: Store):
    bridge = Bridge(store)
    told: list[str] = []
    for name in SIGNALS:
        getattr(bridge, name).connect(lambda name=name: told.append(name))
    yield told
    bridge.close()


def test_selecting_tells_of_selection_page_and_history(store, heard):
    store.select(("survey",))
    assert heard == ["selection_changed", "page_changed", "history_changed"]


def test_an_equal_value_is_silence(store, heard):
    store.set_settings(Settings())
    store.set_panel_width(None)
    store.show_page(PanelPage.INTRODUCTION)
    assert heard == []


def test_each_part_has_its_signal(store, heard):
    store.set_view(View(0, 86_400.0))
    store.set_settings(Settings(theme=ThemeChoice.DARK))
    store.open_panel(is_open=False)
    store.begin_reading("x.yaml")
    assert heard == ["view_changed", "settings_changed", "panel_changed", "reading_changed"]


def test_another_document_comes_first_even_if_it_says_the_same(store, heard):
    document = harbour()
    store.swap_document(document, (), opening_view(document))
    assert heard[0] == "document_changed"
    assert document.path == Path("harbour.yaml")


def test_after_closing_nothing_is_told(store, qt_app):
    bridge = Bridge(store)
    told: list[int] = []
    bridge.selection_changed.connect(lambda: told.append(1))
    bridge.close()
    store.select(("survey",))
    assert told == []
