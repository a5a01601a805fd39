# SPDX-License-Identifier: MIT
"""The window: lays out header, canvas, overview and panel as `scene.arrange` says, and takes in dropped files."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from timeline_app.base.geometry import Rect, Size
from timeline_app.scene.arrange import Arrangement, PanelPlace, arrange
from timeline_app.ui.evidence_bar import EvidenceBar
from timeline_app.ui.header import Header
from timeline_app.ui.panel_grip import PanelGrip
from timeline_app.ui.start_page import StartPage

LEAST_SIZE: Final = (480, 360)
ENTER_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Layout:
    """What the arrangement depends on besides the window's size."""

    text_scale: float = 1.0
    panel_px: float | None = None
    panel_open: bool = True
    panel_wide: bool = False
    has_document: bool = False


class MainWindow(QWidget):
    """Holds the parts and gives each its place; knows nothing of what they show."""

    arranged = Signal(object)
    """The parts have a new `Arrangement`."""

    escaped = Signal()
    """Escape was pressed in a part that has no use for it."""

    file_dropped = Signal(Path)
    closing = Signal()

    def __init__(
        self,
        header: Header,
        bar: EvidenceBar,
        canvas: QWidget,
        overview: QWidget,
        panel: QWidget,
        start_page: StartPage,
        grip: PanelGrip,
    ) -> None:
        super().__init__()
        self.header = header
        self.bar = bar
        self.canvas = canvas
        self.overview = overview
        self.panel = panel
        self.start_page = start_page
        self.grip = grip
        self._layout = Layout()
        self._arrangement: Arrangement | None = None
        self.setObjectName("main-window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.setMinimumSize(*LEAST_SIZE)
        # In reading order, which is also the order of the Tab key.
        for part in (header, bar, canvas, start_page, overview, grip, panel):
            part.setParent(self)
        grip.raise_()
        bar.row_made.connect(self._order_stops)

    def _order_stops(self) -> None:
        """Put what the bar has made in its place between header and timeline."""
        stops = [self.header.buttons["menu"], *(stop for row in self.bar.rows for stop in row.stops)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    @property
    def arrangement(self) -> Arrangement:
        """Where everything stands."""
        return self._arrangement or self._arrange()

    def show_layout(self, layout: Layout) -> None:
        """Lay the window out anew if anything has changed, be it the height that the bar needs."""
        arrangement = self._arrangement
        if layout != self._layout or arrangement is None or self._bar_px != self.bar.height():
            self._layout = layout
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the window out for its new size."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape lead out of every part, and Enter press a button as Space does."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in ENTER_KEYS and isinstance(focused, QAbstractButton):
            if not event.isAutoRepeat():
                focused.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so while everything is still there to be remembered."""
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of this machine."""
        if _dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Wish for the dropped file to be opened."""
        path = _dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def _arrange(self) -> Arrangement:
        layout = self._layout
        arrangement = arrange(
            Size(self.width(), self.height()),
            layout.text_scale,
            mirrored=self.layoutDirection() is Qt.LayoutDirection.RightToLeft,
            panel_px=layout.panel_px,
            panel_open=layout.panel_open,
            panel_wide=layout.panel_wide,
            bar_px=float(self._bar_px),
        )
        self._arrangement = arrangement
        self.header.setGeometry(_pixels(arrangement.header))
        self.bar.setGeometry(_pixels(arrangement.bar))
        self.canvas.setGeometry(_pixels(arrangement.canvas))
        self.overview.setGeometry(_pixels(arrangement.overview))
        self.start_page.setGeometry(_pixels(arrangement.canvas).united(_pixels(arrangement.overview)))
        self.panel.setGeometry(_pixels(arrangement.panel))
        self.grip.setGeometry(_pixels(arrangement.grip))
        self.grip.show_place(
            is_sheet=arrangement.panel_place is PanelPlace.SHEET,
            is_open=layout.panel_open,
            mirrored=arrangement.mirrored,
        )
        self._show_parts(is_sheet=arrangement.panel_place is PanelPlace.SHEET)
        self.arranged.emit(arrangement)
        return arrangement

    @property
    def _bar_px(self) -> int:
        """How high the bar is to be; it has nothing to tell where no exhibit is open."""
        return self.bar.height_for(self.width()) if self._layout.has_document else 0

    def _show_parts(self, *, is_sheet: bool) -> None:
        layout = self._layout
        is_covered = layout.panel_wide and layout.panel_open
        self.bar.setVisible(self.bar.height() > 0)
        self.canvas.setVisible(layout.has_document and not is_covered)
        self.overview.setVisible(layout.has_document and not is_covered and self.overview.height() > 0)
        self.start_page.setVisible(not layout.has_document)
        focused = QApplication.focusWidget()
        if not layout.panel_open and focused is not None and self.panel.isAncestorOf(focused):
            # Qt would give the keyboard to whatever comes next.
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.panel.setVisible(layout.panel_open)
        self.grip.setVisible((layout.panel_open or is_sheet) and not is_covered)


def _pixels(rect: Rect) -> QRect:
    """Return a rectangle in whole pixels whose edges meet those of its neighbours."""
    left, top = round(rect.x), round(rect.y)
    return QRect(left, top, max(round(rect.right) - left, 0), max(round(rect.bottom) - top, 0))


def _dropped_file(data: QMimeData) -> Path | None:
    """Return the one local file that is dragged, None for anything else."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() else None
