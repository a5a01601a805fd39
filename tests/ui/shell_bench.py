# SPDX-License-Identifier: MIT
"""A whole shell on a bench: real parts, a small exhibit, a clock moved by hand, a folder of its own."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from tests.sample_documents import harbour
from tests.stages import ENGLISH
from timeline_app.base.clock import FakeClock
from timeline_app.base.places import notices, resource_root
from timeline_app.content.cache import Read
from timeline_app.content.reader import Reading
from timeline_app.state.app_state import Settings
from timeline_app.state.opening_wish import AS_USUAL, OpeningWish
from timeline_app.state.session_files import Session
from timeline_app.ui.menus import Menus
from timeline_app.ui.panels.detail_panel import DetailPanel
from timeline_app.ui.panels.page import Page
from timeline_app.ui.present.screens import ScreenSource
from timeline_app.ui.reading_job import LOOK_MS, read_in_full
from timeline_app.ui.shell import Shell, Surroundings
from timeline_app.ui.start import Request, assemble

PageKind = TypeVar("PageKind", bound=Page)

#: A reading that takes longer than this has gone wrong.
LIMIT_S = 20


class ShellBench:
    """A shell with everything joined; `settle` moves time until nothing moves any more."""

    def __init__(
        self,
        folder: Path,
        reading: Reading | None = None,
        *,
        path: Path | None = None,
        settings: Settings | None = None,
        session: Session | None = None,
        wish: OpeningWish = AS_USUAL,
        size: tuple[int, int] = (1280, 720),
        with_rest: bool = True,
        read: Read = read_in_full,
        keeps_places: bool = False,
        screens: ScreenSource | None = None,
    ) -> None:
        self.clock = FakeClock()
        self.folder = folder
        self.path = path or folder / "harbour.yaml"
        around = Surroundings(
            clock=self.clock,
            translator=ENGLISH,
            resources=resource_root(),
            built_in=folder / "built-in.yaml",
            notices=notices(),
            config_folder=folder / "config",
            log_file=folder / "timeline.log",
            read=read,
            places_folder=folder / "places" if keeps_places else None,
            screens=screens,
        )
        session = session or Session()
        request = Request(self.path, reading, settings or session.settings, session, wish, size)
        self.shell: Shell = assemble(around, request)
        if with_rest:
            self.shell.rest_wanted.emit()
        self.sent: list[str] = []
        self.shell.commands.watch(self.sent.append)

    @property
    def menus(self) -> Menus:
        """The menus, which come right after the first frame."""
        assert self.shell.menus is not None
        return self.shell.menus

    @property
    def panel(self) -> DetailPanel:
        """The panel, which comes right after the first frame too."""
        assert self.shell.panel is not None
        return self.shell.panel

    def show(self) -> None:
        """Show the window and let it come to rest."""
        self.shell.window.show()
        self.settle()

    def shown(self, kind: type[PageKind]) -> PageKind:
        """Return the page in the panel, which must be of a kind."""
        page = self.panel.page
        assert isinstance(page, kind)
        return page

    def settle(self, ms: float = 2_000.0) -> None:
        """Let time pass, and Qt deliver what it holds."""
        QCoreApplication.processEvents()
        self.clock.advance(ms)
        QCoreApplication.processEvents()

    def wait_for_reading(self) -> None:
        """Wait until the worker threads have ended, and let what they have put down be picked up."""
        self._join_workers()
        self.settle()

    def close(self) -> None:
        """Close the window as a person does; no reading outlives it, nor the pause that it makes in collecting."""
        self.shell.window.close()
        self._join_workers()
        self.clock.advance(LOOK_MS)
        self.shell.bridge.close()

    @staticmethod
    def _join_workers() -> None:
        for thread in threading.enumerate():
            if thread.name.startswith("reading-"):
                thread.join(LIMIT_S)
                assert not thread.is_alive(), "the reading did not come to an end"


def good_reading(path: Path) -> Reading:
    """Return the harbour as if it had been read."""
    return Reading(harbour(), (), (path,))
