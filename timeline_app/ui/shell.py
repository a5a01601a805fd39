# SPDX-License-Identifier: MIT
"""The shell: makes all parts of the running program and holds them; `wiring` joins them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from timeline_app.base.clock import Clock
from timeline_app.base.messages import Message, Translator
from timeline_app.content.cache import Read
from timeline_app.content.own_tours import FOLDER_NAME as TOURS_FOLDER
from timeline_app.scene.stage import Stage
from timeline_app.state.app_state import AppState, Settings
from timeline_app.state.command_table import COMMANDS
from timeline_app.state.commands import Commands
from timeline_app.state.session_files import Session
from timeline_app.state.store import Store
from timeline_app.ui.accessible import factory as accessible
from timeline_app.ui.appearance import Appearance
from timeline_app.ui.bridge import Bridge
from timeline_app.ui.canvas.overview_widget import OverviewWidget
from timeline_app.ui.canvas.widget import CanvasWidget
from timeline_app.ui.evidence_bar import EvidenceBar
from timeline_app.ui.exhibit_desk import ExhibitDesk
from timeline_app.ui.file_watch import FileWatch
from timeline_app.ui.header import Header
from timeline_app.ui.list_desk import EventLists
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.notice_line import NoticeLine
from timeline_app.ui.panel_frame import PanelFrame
from timeline_app.ui.panel_grip import PanelGrip
from timeline_app.ui.place_keeper import PlaceKeeper
from timeline_app.ui.placing_job import PlacingJobs
from timeline_app.ui.reading_job import ReadingJobs, read_in_full
from timeline_app.ui.reading_line import ReadingLine
from timeline_app.ui.search.desk import SearchDesk
from timeline_app.ui.session_keeper import SessionKeeper
from timeline_app.ui.start_page import StartPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenuBar, QWidget

    from timeline_app.model.showing import Showing
    from timeline_app.ui.error_dialog import ErrorDialog
    from timeline_app.ui.menus import Menus
    from timeline_app.ui.panels.detail_panel import DetailPanel
    from timeline_app.ui.present.screens import ScreenSource


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the shell stands in: handed in, so that tests have their own.

    `keep` keeps what was read last for the next start, `places_folder` where the reader was in each exhibit;
    None where nothing is to be kept. `screens` are those on which a tour can be presented, None for the machine's.
    """

    clock: Clock
    translator: Translator
    resources: Path
    built_in: Path
    notices: tuple[Path, ...]
    config_folder: Path
    log_file: Path | None = None
    read: Read = read_in_full
    keep: Callable[[], None] | None = None
    places_folder: Path | None = None
    screens: ScreenSource | None = None


class Shell(QObject):
    """All parts of the program with a window; made in order, each from those before it."""

    rest_wanted = Signal()
    """What a first frame does not need is to be made: menus with their keys, and the panel."""

    def __init__(self, around: Surroundings, session: Session, settings: Settings) -> None:
        super().__init__()
        self.around = around
        self._error: ErrorDialog | None = None
        self._kept_back = ""
        translator, clock = around.translator, around.clock
        self.store = Store(AppState(settings=settings, panel_px=session.panel_px))
        self.commands = Commands(COMMANDS, lambda: self.store.state)
        # Before all that shows the state: an exhibit that goes is written with what was shown of it.
        self.places = PlaceKeeper(around.places_folder, clock)
        self.store.watch(self.places.note_state)
        self.bridge = Bridge(self.store, self)
        self.keeper = SessionKeeper(around.config_folder, session, clock)
        self.appearance = Appearance(around.resources / "themes", settings)
        self.stage = Stage(translator)
        self.stage_shown: Stage | None = None
        """What a class sees while a tour is presented."""
        self.count_sheets: Callable[[Showing | None, AppState], int] | None = None
        """Tells how many sheets a class has to read of a state while a tour is presented."""
        self.presenter: QWidget | None = None
        """The presenter's window while it is shown."""
        accessible.install()
        self.canvas = CanvasWidget(self.stage, clock, translator, self.commands.send)
        self.overview = OverviewWidget(self.stage, self.canvas.hand, translator)
        self.notice = NoticeLine(self.canvas, clock)
        self.panel: DetailPanel | None = None
        self.panel_frame = PanelFrame()
        self.header = Header()
        self.evidence_bar = EvidenceBar(translator, clock)
        self.start_page = StartPage(translator)
        self.grip = PanelGrip()
        self.window = MainWindow(
            self.header,
            self.evidence_bar,
            self.canvas,
            self.overview,
            self.panel_frame,
            self.start_page,
            self.grip,
        )
        self.reading_line = ReadingLine(clock, translator, self.window)
        self.menus: Menus | None = None
        self.menu_bar: QMenuBar | None = None
        self.placing = PlacingJobs(self.canvas, clock, self)
        self.jobs = ReadingJobs(around.read, clock, self)
        self.search = SearchDesk(self.store, clock, self, lambda: self.placing.is_busy)
        self.lists = EventLists(self.store, self.stage, translator, clock, self)
        self.watch = FileWatch(clock, self)
        self.desk = ExhibitDesk(self.store, self.jobs, self.watch, self.places, self, self.tours_folder)

    @property
    def stage_in_hand(self) -> Stage:
        """The stage on which views and walks are reckoned: that of what is looked at."""
        return self.stage_shown or self.stage

    def sheet_count(self) -> int:
        """Return how many sheets there are to read of what is shown now; one where no class reads."""
        count = self.count_sheets
        return 1 if count is None else count(self.store.showing, self.store.state)

    @property
    def tours_folder(self) -> Path:
        """Where the reader's own tours lie of exhibits that cannot have any beside them."""
        return self.around.config_folder / TOURS_FOLDER

    @property
    def window_in_hand(self) -> QWidget | None:
        """The window in which the reader is told and asked what is for no class to see; None where there is none."""
        return self.window if self.stage_shown is None else self.presenter

    def make_menus(self) -> Menus:
        """Make the menus, and with them the keys; once."""
        from timeline_app.ui.menus import build_menus, menu_bar_of_macos

        self.menus = build_menus(self.commands, self.around.translator, self.window, self.canvas)
        if sys.platform == "darwin":
            self.menu_bar = menu_bar_of_macos(self.menus)
        return self.menus

    def make_panel(self) -> DetailPanel:
        """Make the panel in its place; once."""
        from timeline_app.ui.panels.detail_panel import DetailPanel

        look = self.appearance
        self.panel = DetailPanel(self.around.translator, look.theme, look.text_scale)
        self.panel_frame.fill(self.panel)
        return self.panel

    def report(self, text: str) -> None:
        """Say politely that the program met a fault of its own; one such dialog at a time is enough.

        Where there is only the class's screen it is said when the presentation is over.
        """
        home = self.window_in_hand
        self._kept_back = text if home is None else ""
        if self._error is not None or home is None:
            return
        from timeline_app.ui import error_dialog

        around = self.around
        before = home if home is not self.window else None
        parent = self.window if before is not None or home.isVisible() else None
        dialog = error_dialog.ErrorDialog(
            text, around.log_file, around.translator, self.appearance.text_scale, parent
        )
        self._error = dialog
        dialog.finished.connect(self._forget_error)
        dialog.open_at(error_dialog.WIDTH_PX, error_dialog.HEIGHT_PX, before)

    def report_kept(self) -> None:
        """Say what was kept back from a class."""
        if self._kept_back:
            self.report_soon(self._kept_back)

    def report_soon(self, text: str) -> None:
        """Report a fault once whatever it interrupted has come to its end."""
        self.around.clock.after(0.0, lambda: self.report(text))

    def tell(self, message: Message) -> None:
        """Say what could not be done."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self.window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.around.translator.text(message))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _forget_error(self) -> None:
        self._error = None
