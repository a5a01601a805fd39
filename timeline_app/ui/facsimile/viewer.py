# SPDX-License-Identifier: MIT
"""A facsimile with its buttons, credit and rights; where it cannot be shown, why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from timeline_app.base.clock import Clock
from timeline_app.model.media_views import PictureView
from timeline_app.ui.facsimile.faults import Unshowable
from timeline_app.ui.facsimile.rights_texts import caption
from timeline_app.ui.facsimile.sheet import SheetRequest
from timeline_app.ui.facsimile.sheet_canvas import SheetCanvas
from timeline_app.ui.facsimile.sheet_reader import SheetReader
from timeline_app.ui.fonts import font_for
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.icon_row import IconRow
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import show_text
from timeline_app.ui.panels.pieces import Card, column
from timeline_app.ui.reading.paragraphs import words
from timeline_app.ui.reading.reading_view import ReadingView


class FacsimileViewer(QWidget):
    """Shows one picture or page at a time. It opens the file itself, in a thread, and closes it when it is hidden."""

    copy_requested = Signal(str)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: PictureView | None = None
        self._open: tuple[PictureView, int] | None = None
        self._page = 1
        self._look: Look | None = None
        self._fault: Unshowable | None = None
        self.reader = SheetReader(clock, self)
        self.canvas = SheetCanvas(self.reader, clock, self)
        self.canvas.page_wished.connect(self._turn_page)
        self.canvas.view_changed.connect(self._show_state)
        self.notice = Card(self)
        self.notice_text = ReadingView(self.notice, tab_stop=True)
        self.notice.frame(self.notice_text)
        self.notice_row = ButtonRow(self.notice)
        self.retry_button = self.notice_row.add("quiet", self._retry)
        for part in (self.notice_text, self.notice_row):
            self.notice.body.addWidget(part)
        self.buttons = IconRow(self)
        self._make_buttons()
        self.caption = ReadingView(self)
        for text in (self.caption, self.notice_text):
            text.copy_requested.connect(self.copy_requested)
        self._column = column(self)
        for widget in (self.canvas, self.notice, self.buttons, self.caption):
            self._column.addWidget(widget)
        self.reader.opened.connect(self._on_opened)
        self.reader.failed.connect(self._on_failed)

    def _make_buttons(self) -> None:
        canvas, row = self.canvas, self.buttons
        self.closer = row.add("plus", lambda: canvas.zoom(1.0))
        self.farther = row.add("minus", lambda: canvas.zoom(-1.0))
        self.whole = row.add("fit", canvas.fit)
        self.region = row.add("region", canvas.show_region)
        self.turn = row.add("turn", lambda: canvas.turn(1))
        self.page_back = row.add("back", lambda: self._turn_page(-1))
        self.page_label = row.add_label()
        self.page_on = row.add("forward", lambda: self._turn_page(1))

    # -- filling --------------------------------------------------------------------------------------

    def fill(self, picture: PictureView, words_in_it: str, look: Look) -> None:
        """Show a picture; `words_in_it` is its transcription, for those who hear it. The same one stays as it is."""
        is_other = picture != self._picture
        self._picture, self._look = picture, look
        self._column.setSpacing(look.space_px(8))
        self.canvas.fill(look, look.say("facsimile.opening"))
        self.canvas.setAccessibleName(
            picture.alt.text if picture.alt else look.say("facsimile.name", file=picture.file)
        )
        self.canvas.setAccessibleDescription(words_in_it)
        self.notice.set_ground(
            look, "quote", "passage-rule", QRect(look.space_px(18), *([look.space_px(14)] * 3))
        )
        self.notice.body.setSpacing(look.space_px(8))
        self.retry_button.fill(look, look.say("facsimile.retry"))
        self.notice_row.refresh()
        show_text(self.caption, caption(picture, look), look)
        self._name_buttons(look)
        if is_other:
            self._page = picture.page
        if is_other or self._open is None:
            self._begin()
        self._show_state()

    def clear(self) -> None:
        """Show nothing, and let go of what was open."""
        self._picture = self._open = None
        self.reader.close()
        self.canvas.begin(None)

    def set_height_px(self, height_px: int) -> None:
        """Give the picture a height."""
        if height_px != self.canvas.height():
            self.canvas.setFixedHeight(height_px)

    def _name_buttons(self, look: Look) -> None:
        self.page_label.setFont(font_for("small", "", look.typesetter.text_scale))
        named = (
            (self.closer, "closer", "+"),
            (self.farther, "farther", "−"),
            (self.whole, "whole", "0"),
            (self.region, "region", look.say("facsimile.key.home")),
            (self.turn, "turn", "R"),
            (self.page_back, "page-back", ""),
            (self.page_on, "page-on", ""),
        )
        for button, name, keys in named:
            button.set_words(look.say(f"facsimile.do.{name}"), keys)
            button.set_text_scale(look.typesetter.text_scale)

    # -- opening --------------------------------------------------------------------------------------

    def _begin(self) -> None:
        picture = self._picture
        if picture is None:
            return
        self._fault = None
        self._open = (picture, self._page)
        self.canvas.begin(picture.region if self._page == picture.page else None)
        self.reader.open(SheetRequest(picture.folder, picture.file, self._page))

    def _retry(self) -> None:
        self._begin()
        self._show_state()
        self.canvas.setFocus()

    def _on_opened(self) -> None:
        self._show_state()

    def _on_failed(self, reason: Unshowable) -> None:
        self._fault = reason
        self._show_state()

    def _turn_page(self, by: int) -> None:
        sheet = self.reader.sheet
        if sheet is not None and 1 <= self._page + by <= sheet.page_count:
            self._page += by
            self._begin()

    def _show_state(self) -> None:
        """Bring notice and buttons in line with what is open."""
        look, view, sheet = self._look, self.canvas.view, self.reader.sheet
        if look is None or self._picture is None:
            return
        self.canvas.setVisible(self._fault is None)
        self.notice.setVisible(self._fault is not None)
        self.buttons.setVisible(self._fault is None)
        if self._fault is not None:
            translator = look.translator
            said = [
                words(translator.text(self._fault.message), "body-strong"),
                words(translator.text(self._fault.hint), "body"),
            ]
            show_text(self.notice_text, said, look)
            return
        self.closer.setEnabled(view is not None and view.scale < view.most_scale)
        self.farther.setEnabled(view is not None and not view.is_fitted)
        self.whole.setEnabled(view is not None and not view.is_fitted)
        self.turn.setEnabled(view is not None)
        self.region.setVisible(self._picture.region is not None and self._page == self._picture.page)
        self.region.setEnabled(self.canvas.region is not None)
        self._show_pages(sheet.page_count if sheet is not None else 0, look)

    def _show_pages(self, count: int, look: Look) -> None:
        if not count:
            return
        for part in (self.page_back, self.page_label, self.page_on):
            part.setVisible(count > 1)
        self.page_back.setEnabled(self._page > 1)
        self.page_on.setEnabled(self._page < count)
        told = look.say("facsimile.page", page=self._page, count=count)
        if told != self.page_label.text():
            self.page_label.setText(told)
        self.buttons.refresh()
