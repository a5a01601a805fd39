# SPDX-License-Identifier: MIT
"""A desk to send commands from: a store with an exhibit, its stage, and the bound handlers; no toolkit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tests.sample_documents import small_document
from tests.stages import ENGLISH, HEADS_PX, plain_surface
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.model.document import Document
from timeline_app.scene.stage import Stage
from timeline_app.scene.surface import Surface
from timeline_app.scene.time_fold import UNFOLDED, QuietTime
from timeline_app.scene.view import View
from timeline_app.state.command_table import COMMANDS
from timeline_app.state.commands import Commands, Value
from timeline_app.state.handlers import bind_handlers
from timeline_app.state.kept_place import KeptPlace
from timeline_app.state.store import Store

SPAN_S: Final = 100_000_000.0
MIDDLE: Final = View(seconds_from_civil(1920), SPAN_S)
"""Somewhat more than three years, in which nothing begins."""

EVENTS: Final = (
    {"id": "dawn", "date": "1900-01-01", "lane": "north"},
    {"id": "war", "date": "1914-07-28/1918-11-11", "lane": "north"},
    {"id": "peace", "date": "1919-06-28", "lane": "south"},
    {"id": "crash", "date": "1929-10-24", "lane": ["south", "north"]},
    {"id": "moon", "date": "1969-07-20", "lane": "sky"},
    {"id": "saying", "lane": "sky"},
)


def century(opening: Mapping[str, str] | None = None) -> Document:
    """Return an exhibit of six events in three of four lanes, the last of them without a date."""
    return small_document(*EVENTS, lanes=("north", "south", "empty", "sky"), opening=opening)


class Desk:
    """A store with an exhibit, its stage and the bound commands."""

    def __init__(
        self,
        document: Document,
        view: View,
        surface: Surface | None = None,
        *,
        quiet: QuietTime = UNFOLDED,
    ) -> None:
        self.store = Store()
        self.store.swap_document(document, (), view, KeptPlace(quiet=quiet))
        self.surface = surface or plain_surface()
        self._stage = Stage(ENGLISH)
        self.commands = Commands(COMMANDS, lambda: self.store.state)
        bind_handlers(self.commands, self.store, self.stage)

    def stage(self) -> Stage:
        """Return the stage, fitted to what the store shows."""
        showing = self.store.showing
        assert showing is not None
        state = self.store.state
        self._stage.fit(
            showing,
            self.surface,
            HEADS_PX,
            is_tray_open=state.is_tray_open,
            lanes=state.lanes,
            quiet=state.quiet,
        )
        # As the canvas has it done whenever it has fitted its stage.
        self.store.refold(self._stage.fold, self._stage.bounded)
        return self._stage

    def send(self, command_id: str, **arguments: Value) -> bool:
        """Send a command."""
        return self.commands.send(command_id, **arguments)

    @property
    def view(self) -> View:
        """The target view."""
        assert self.store.state.view is not None
        return self.store.state.view

    @property
    def ids(self) -> tuple[str, ...]:
        """The selected events."""
        return self.store.state.selection.ids


def small_desk() -> Desk:
    """Return a desk whose lanes need more height than there is."""
    return Desk(century(), MIDDLE, plain_surface(height_px=120.0))


def is_in_window(desk: Desk, lane: int) -> bool:
    """Tell whether a whole lane is in the window."""
    fitted = desk.stage().fitted
    box, top_px = fitted.placement.layout.boxes[lane], desk.view.lane_scroll_px
    return top_px <= box.top_px and box.bottom_px <= top_px + fitted.frame.lanes.h
