# SPDX-License-Identifier: MIT
"""An event's pictures, small, each with its credit; one that cannot be shown says why."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QHideEvent, QImage, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.base.clock import Clock
from timeline_app.model.media_views import PictureView
from timeline_app.ui.facsimile.faults import Unshowable
from timeline_app.ui.facsimile.rights_texts import caption
from timeline_app.ui.facsimile.sheet import SheetRequest
from timeline_app.ui.facsimile.sheet_painting import paint_waiting
from timeline_app.ui.facsimile.sheet_reader import SheetReader
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import show_text
from timeline_app.ui.panels.pieces import Pool, column
from timeline_app.ui.qt_clock import QtClock
from timeline_app.ui.reading import access
from timeline_app.ui.reading.paragraphs import words
from timeline_app.ui.reading.reading_view import ReadingView

HIGHEST_PX = 300
WAITING_PX = 120


class Thumbnail(QWidget):
    """One picture, as wide as there is room, and no higher than it should be."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        access.give_role(Thumbnail, QAccessible.Role.Graphic)
        self.image = QImage()
        self._look: Look | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_image(self, image: QImage, look: Look) -> None:
        """Show a picture, or that one is being opened where it is null."""
        self.image, self._look = image, look
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Qt's: the picture keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt's: return the height of the picture at a width."""
        if self.image.isNull():
            return WAITING_PX
        return min(round(self.image.height() * width / self.image.width()), HIGHEST_PX, self.image.height())

    def sizeHint(self) -> QSize:
        """Qt's: any width will do."""
        return QSize(240, WAITING_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint the picture at the line's start."""
        del event
        if self._look is None:
            return
        painter = QPainter(self)
        if self.image.isNull():
            paint_waiting(painter, self.rect(), self._look.say("facsimile.opening"), self._look.typesetter)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale = min(self.width() / self.image.width(), self.height() / self.image.height())
        width = self.image.width() * scale
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - width if mirrored else 0.0
        painter.drawImage(QRectF(left, 0.0, width, self.image.height() * scale), self.image)


class PictureEntry(QWidget):
    """A picture with credit and rights under it; opened while it is seen, and let go again."""

    copy_requested = Signal(str)

    def __init__(self, parent: QWidget, clock: Clock) -> None:
        super().__init__(parent)
        self._picture: PictureView | None = None
        self._look: Look | None = None
        self.reader = SheetReader(clock, self)
        self.reader.opened.connect(self._on_opened)
        self.reader.failed.connect(self._on_failed)
        self.thumbnail = Thumbnail(self)
        self.fault = ReadingView(self)
        self.caption = ReadingView(self)
        self._column = column(self)
        for part in (self.thumbnail, self.fault, self.caption):
            self._column.addWidget(part)
        self._column.addStretch(1)
        for text in (self.fault, self.caption):
            text.copy_requested.connect(self.copy_requested)

    def fill(self, picture: PictureView, look: Look) -> None:
        """Show a picture; the same one stays as it is."""
        is_other = picture != self._picture
        self._picture, self._look = picture, look
        self._column.setSpacing(look.space_px(4))
        alt = picture.alt.text if picture.alt else look.say("facsimile.name", file=picture.file)
        self.thumbnail.setAccessibleName(alt)
        show_text(self.caption, caption(picture, look), look)
        if is_other:
            self._open()
        else:
            self.thumbnail.show_image(self.thumbnail.image, look)

    def _open(self) -> None:
        picture, look = self._picture, self._look
        if picture is None or look is None:
            return
        self.thumbnail.show()
        self.thumbnail.show_image(QImage(), look)
        show_text(self.fault, [], look)
        self.reader.open(SheetRequest(picture.folder, picture.file, picture.page))

    def _on_opened(self) -> None:
        sheet = self.reader.sheet
        if sheet is not None and self._look is not None:
            self.thumbnail.show_image(sheet.overview, self._look)
        self.reader.close()

    def _on_failed(self, reason: Unshowable) -> None:
        look = self._look
        if look is None:
            return
        self.thumbnail.hide()
        said = [words(look.translator.text(reason.message), "body-strong")]
        said.append(words(look.translator.text(reason.hint), "small"))
        show_text(self.fault, said, look)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's: open the picture again, if it was let go."""
        super().showEvent(event)
        if self.thumbnail.image.isNull() and not self.reader.is_busy:
            self._open()

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt's: let go of the picture; nobody sees it."""
        super().hideEvent(event)
        self.reader.close()
        if self._look is not None:
            self.thumbnail.show_image(QImage(), self._look)


class EventPictures(QWidget):
    """All pictures of an event, one below the other."""

    copy_requested = Signal(str)

    def __init__(self, parent: QWidget, clock: Clock | None = None) -> None:
        super().__init__(parent)
        self._clock = clock or QtClock(self)
        self._stack = column(self)
        self.entries = Pool(self._stack, self._make)

    def _make(self) -> PictureEntry:
        made = PictureEntry(self, self._clock)
        made.copy_requested.connect(self.copy_requested)
        return made

    def fill(self, pictures: tuple[PictureView, ...], look: Look) -> None:
        """Show pictures, or none."""
        self.setVisible(bool(pictures))
        self._stack.setSpacing(look.space_px(12))
        for entry, picture in zip(self.entries.show(len(pictures)), pictures, strict=True):
            entry.fill(picture, look)
