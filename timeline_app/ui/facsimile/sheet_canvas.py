# SPDX-License-Identifier: MIT
"""The surface on which a facsimile is seen: paints the tiles that are there, and takes wheel, mouse, fingers and keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.base.clock import Clock
from timeline_app.base.geometry import Point, Rect, Size
from timeline_app.ui.facsimile.sheet_fingers import SheetFingers
from timeline_app.ui.facsimile.sheet_motion import SheetMotion
from timeline_app.ui.facsimile.sheet_painting import paint_focus, paint_sheet, paint_waiting
from timeline_app.ui.facsimile.sheet_reader import SheetReader
from timeline_app.ui.facsimile.sheet_view import SheetView, region_on
from timeline_app.ui.fingers import fingers_down
from timeline_app.ui.held_canvas import HeldCanvas, wheel_steps
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading import access

ZOOM_STEP: Final = 1.5
PAGE_PAN_SHARE: Final = 0.85


class SheetCanvas(HeldCanvas):
    """Shows the page that a reader has open. `view_changed` follows each change of what is seen."""

    view_changed = Signal()
    page_wished = Signal(int)
    """By how many pages the reader wants to go on."""

    def __init__(self, reader: SheetReader, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        access.give_role(SheetCanvas, QAccessible.Role.Graphic)
        self._reader = reader
        self._look: Look | None = None
        self._waiting = ""
        self._region: tuple[float, float, float, float] | None = None
        self._fingers: SheetFingers[SheetView] = SheetFingers()
        self._is_at_region = False
        self.motion = SheetMotion(clock, self._on_motion, self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        reader.opened.connect(self._on_opened)
        reader.arrived.connect(self.update)

    # -- what is shown ------------------------------------------------------------------------------

    def fill(self, look: Look, waiting: str) -> None:
        """Take colours and fonts, and the words that stand here while a page is being opened."""
        self._look, self._waiting = look, waiting
        self.motion.is_reduced = look.reduced_motion
        self.update()

    def begin(self, region: tuple[float, float, float, float] | None) -> None:
        """Wait for the page that the reader opens; a region of it is outlined, and shown first."""
        self._region = region
        self.motion.forget()
        self.update()

    @property
    def view(self) -> SheetView | None:
        """What is seen, None while there is nothing."""
        return self.motion.view

    @property
    def region(self) -> Rect | None:
        """The region that is outlined, in pixels of the page."""
        view = self.view
        return region_on(view.page, self._region) if view is not None and self._region is not None else None

    def _on_opened(self) -> None:
        sheet = self._reader.sheet
        if sheet is None:
            return
        page = Size(sheet.pyramid.width_px, sheet.pyramid.height_px)
        view = SheetView.fitted(page, self._window)
        region = region_on(page, self._region) if self._region is not None else None
        self._is_at_region = region is not None
        self.motion.show(view.showing(region) if region is not None else view)

    def _on_motion(self) -> None:
        self._wish()
        self.update()
        self.view_changed.emit()

    def _wish(self) -> None:
        sheet, view = self._reader.sheet, self.view
        if sheet is None or view is None:
            return
        level = sheet.pyramid.level_for(view.scale * self.devicePixelRatioF())
        is_whole = level == sheet.pyramid.overview_level
        self._reader.wish(() if is_whole else sheet.pyramid.tiles_in(level, view.part))

    @property
    def _window(self) -> Size:
        return Size(max(self.width(), 1), max(self.height(), 1))

    # -- what can be done -----------------------------------------------------------------------------

    def zoom(self, steps: float, at: Point | None = None) -> None:
        """Zoom by steps, in where they are positive."""
        self._is_at_region = False
        if (target := self.motion.target) is not None:
            self.motion.travel(target.zoomed(ZOOM_STEP**steps, at))

    def fit(self) -> None:
        """Show the whole page."""
        self._is_at_region = False
        if (target := self.motion.target) is not None:
            self.motion.travel(target.whole())

    def show_region(self) -> None:
        """Show the region, where there is one."""
        region, target = self.region, self.motion.target
        if region is not None and target is not None:
            self._is_at_region = True
            self.motion.travel(target.showing(region))

    def turn(self, by: int) -> None:
        """Turn the page by quarters, clockwise."""
        if (target := self.motion.target) is not None:
            self.motion.show(target.turned(by))

    def pan_by(self, dx_share: float, dy_share: float) -> None:
        """Go on by a share of what is seen of the page."""
        self._is_at_region = False
        if (target := self.motion.target) is not None:
            self.motion.travel(target.panned(dx_share * self.width(), dy_share * self.height()))

    # -- Qt's: painting and size ----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: a whole page stays whole."""
        super().resizeEvent(event)
        target, region = self.motion.target, self.region
        if target is None:
            return
        resized = target.resized(self._window)
        # A region that was led to stays what is seen, until the reader goes elsewhere.
        self.motion.show(resized.showing(region) if region is not None and self._is_at_region else resized)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint what is there of the page."""
        del event
        if self._look is None:
            return
        painter = QPainter(self)
        kind, view, sheet = self._look.typesetter, self.view, self._reader.sheet
        if view is None or sheet is None:
            paint_waiting(painter, self.rect(), self._waiting, kind)
        else:
            level = sheet.pyramid.level_for(view.scale * self.devicePixelRatioF())
            paint_sheet(painter, view, sheet, level, self._reader.tile, kind, self.region)
        if self.hasFocus() and self._has_ring:
            paint_focus(painter, self.rect(), kind)

    # -- Qt's: mouse and wheel ------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt's: zoom at the pointer; a page that scrolls past under a resting pointer goes on scrolling."""
        view = self.motion.target
        steps = wheel_steps(event)
        is_out_at_the_end = view is not None and view.is_fitted and steps < 0
        if view is None or not self._is_meant or is_out_at_the_end:
            event.ignore()
            return
        at = event.position()
        self._is_at_region = False
        self.motion.show(view.zoomed(ZOOM_STEP**steps, Point(at.x(), at.y())))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's: take hold of the page."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = event.position()
            self._is_meant = True
            self.motion.hold()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt's: the page goes with the hand."""
        self._is_meant = True
        view = self.view
        if self._held is not None and view is not None:
            moved = event.position() - self._held
            self._held = event.position()
            self._is_at_region = False
            self.motion.show(view.panned(moved.x(), moved.y()))
        elif view is not None:
            self.setCursor(Qt.CursorShape.ArrowCursor if view.is_fitted else Qt.CursorShape.OpenHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt's: let go of the page."""
        del event
        self._held = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    # -- Qt's: fingers --------------------------------------------------------------------------------

    def take_touch(self, event: QTouchEvent) -> None:
        """Move the page; a single finger on a whole page is left to what scrolls around it."""
        view, down = self.view, fingers_down(event)
        if view is None:
            return
        if event.type() == QEvent.Type.TouchBegin:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.room.take(is_wanted=bool(down) and (len(down) > 1 or not view.is_fitted))
        self.motion.hold()
        moved = self._fingers.move(down, view)
        if moved is not None and (len(down) > 1 or not view.is_fitted):
            self._is_at_region = False
            self.motion.show(moved)

    # -- Qt's: keys -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: walk on the page and through the pages; all else goes on to the panel."""
        if not self._acts_on(Qt.Key(event.key()), is_shifted=bool(event.modifiers() & _SHIFT)):
            super().keyPressEvent(event)

    def _acts_on(self, key: Qt.Key, *, is_shifted: bool) -> bool:
        if self.view is None:
            return False
        if self.moves_by(key):
            return True
        if key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_Home:
            self.show_region() if self.region is not None else self.fit()
        elif key == Qt.Key.Key_R:
            self.turn(-1 if is_shifted else 1)
        elif key in _PAGES:
            self._page(_PAGES[key])
        else:
            return False
        return True

    def _page(self, by: int) -> None:
        """Go on by a page; where the file has one alone, by a window."""
        sheet = self._reader.sheet
        if sheet is not None and sheet.page_count > 1:
            self.page_wished.emit(by)
        else:
            self.pan_by(0.0, -by * PAGE_PAN_SHARE)


_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_PAGES: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
