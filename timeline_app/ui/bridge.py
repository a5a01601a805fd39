# SPDX-License-Identifier: MIT
"""The only place that turns changes of the store into Qt signals.

A signal says that something *has* changed and carries nothing: whoever hears it reads the store. So
no widget ever acts on a value that another change has overtaken.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal

from timeline_app.state.app_state import AppState
from timeline_app.state.store import Store


class Bridge(QObject):
    """Speaks for the store."""

    document_changed = Signal()
    lens_changed = Signal()
    reading_changed = Signal()
    problems_changed = Signal()
    settings_changed = Signal()
    panel_changed = Signal()
    tray_changed = Signal()
    selection_changed = Signal()
    page_changed = Signal()
    view_changed = Signal()
    history_changed = Signal()
    calendars_changed = Signal()
    lanes_changed = Signal()
    quiet_changed = Signal()
    notice_changed = Signal()
    evidence_changed = Signal()
    search_changed = Signal()
    keys_changed = Signal()
    tours_changed = Signal()
    tour_changed = Signal()
    making_changed = Signal()
    present_changed = Signal()

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unwatch = store.watch(self._tell)

    def close(self) -> None:
        """Stop listening to the store."""
        self._unwatch()

    def _tell(self, old: AppState, new: AppState) -> None:
        """Emit the signal of every part that differs, the document first: the rest stands on it."""
        for name, part in _PARTS.items():
            if part(old) != part(new):
                getattr(self, name).emit()


_PARTS: Final[dict[str, Callable[[AppState], object]]] = {
    # Two documents are the same one only by identity; comparing them would cost more than it tells. One with the same
    # events and other tours looks the same.
    "document_changed": lambda state: None if state.document is None else id(state.document.events),
    "lens_changed": lambda state: (state.lens, state.reader),
    "calendars_changed": lambda state: state.chosen_calendars,
    "evidence_changed": lambda state: (state.evidence_shown, state.silences_shown),
    "quiet_changed": lambda state: (state.quiet, state.fold is None),
    "lanes_changed": lambda state: state.lanes,
    "reading_changed": lambda state: (state.reading, state.file_name),
    "problems_changed": lambda state: state.problems,
    "settings_changed": lambda state: state.settings,
    "panel_changed": lambda state: (state.panel_open, state.panel_px, state.is_reading_wide),
    "tray_changed": lambda state: state.is_tray_open,
    "selection_changed": lambda state: state.selection,
    "search_changed": lambda state: state.search,
    "page_changed": lambda state: (
        state.page,
        state.prediction,
        state.is_date_explained,
        state.folded,
        state.subject,
        state.words,
        state.followed,
        state.saved_filters,
        state.listed,
        state.is_reading_wide,
    ),
    "view_changed": lambda state: state.views,
    "history_changed": lambda state: state.history,
    "keys_changed": lambda state: (state.keys, state.keys_before, state.mode),
    "tours_changed": lambda state: None if state.document is None else id(state.document.tours),
    "making_changed": lambda state: state.making,
    "tour_changed": lambda state: state.tour,
    "present_changed": lambda state: state.present,
    "notice_changed": lambda state: state.notice,
}
