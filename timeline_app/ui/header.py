# SPDX-License-Identifier: MIT
"""The header: the exhibit's title, Back and Forward, text size, theme, panel, menu."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from timeline_app.ui.fonts import font_for
from timeline_app.ui.icon_button import BUTTON_PX, IconButton
from timeline_app.ui.search.field import WIDTH_PX, SearchField

SIDE_PX: Final = 24
GAP_PX: Final = 8
QWIDGETSIZE_MAX: Final = 16_777_215
"""Qt's own, which PySide does not name."""
SUBTITLE_LEAST_PX: Final = 220
GIVING_WAY: Final = (
    "theme",
    "wide",
    "panel",
    "forward",
    "text-size",
    "list",
    "filters",
    "evidence",
    "sources",
)
"""Buttons that go where the title needs their room, the first one first."""

OFFERED: Final = "offered"
"""The property of a button that tells whether it stands in the header at all, room permitting."""
BUTTONS: Final = (
    "back",
    "forward",
    "sources",
    "evidence",
    "filters",
    "list",
    "text-size",
    "theme",
    "wide",
    "panel",
    "menu",
)


class ElidedLabel(QLabel):
    """One line of text that gives way: what does not fit ends in an ellipsis, and shows whole as a tooltip."""

    def __init__(self, font_role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._font_role = font_role
        self.language = ""
        # Its own, and not the widget's: that one belongs to the style sheet, which may take it back.
        self._text_font = font_for(font_role)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_text(self, text: str, language: str, text_scale: float) -> None:
        """Show a text in the fonts of its language."""
        self.language = language
        self._text_font = font_for(self._font_role, language, text_scale)
        self.setText(text)
        self.updateGeometry()
        self._tell_whole()

    def minimumSizeHint(self) -> QSize:
        """Allow any width down to a few letters."""
        height = QFontMetrics(self._text_font).height()
        return QSize(height * 2, height)

    def sizeHint(self) -> QSize:
        """Ask for the whole text."""
        metrics = QFontMetrics(self._text_font)
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide anew whether a tooltip is needed."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text as far as it fits."""
        del event
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(self._text_font)
        fitting = QFontMetrics(self._text_font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(QRect(0, 0, self.width(), self.height()), int(self.alignment()), fitting)

    def _tell_whole(self) -> None:
        is_cut = self.sizeHint().width() > self.width() + 2
        self.setToolTip(self.text() if is_cut else "")


class Header(QWidget):
    """Says what exhibit this is, and holds what must always be at hand; emits wishes only."""

    wished = Signal(str)
    """The id of a command."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text_scale = 1.0
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = ElidedLabel("heading", self)
        self.title.setProperty("role", "header-title")
        self.subtitle = ElidedLabel("body", self)
        self.subtitle.setProperty("role", "header-subtitle")
        self.known = QPushButton(self)
        """Opens the cursor for what was in print; only where the exhibit tells when things became known."""
        self.known.setProperty("role", "header-words")
        self.known.hide()
        self.search = SearchField(self)
        self.search_button = IconButton("search", self)
        """Stands for the field where that has no room; it then opens in the title's place."""
        self.present = QPushButton(self)
        """Shows a tour to others; only where the exhibit has one, and where nothing else needs the room."""
        self.present.setProperty("role", "header-present")
        self.present.hide()
        self._is_searching = False
        self.buttons = {name: IconButton(name, self) for name in BUTTONS}
        self._build_layout()
        self._connect()

    def _build_layout(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SIDE_PX, 0, SIDE_PX - GAP_PX, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.title)
        layout.addSpacing(GAP_PX)
        layout.addWidget(self.subtitle, 1)
        layout.addStretch(0)
        layout.addWidget(self.search)
        layout.addWidget(self.search_button)
        layout.addWidget(self.known)
        layout.addWidget(self.present)
        for button in self.buttons.values():
            layout.addWidget(button)

    def _connect(self) -> None:
        for name, command in _COMMANDS.items():
            self.buttons[name].clicked.connect(lambda _=False, command=command: self.wished.emit(command))
        self.search_button.clicked.connect(lambda _=False: self.wished.emit("search.open"))
        self.search.wished.connect(self.wished)
        self.search.left.connect(self._fold_search)
        self.known.clicked.connect(lambda _=False: self.wished.emit("known.open"))
        for name in ("panel", "wide", "evidence", "list"):
            self.buttons[name].setCheckable(True)
        for name in ("menu", "text-size"):
            self.buttons[name].setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def set_menus(self, main: QMenu, text_size: QMenu) -> None:
        """Hang the menus on their buttons."""
        self.buttons["menu"].setMenu(main)
        self.buttons["text-size"].setMenu(text_size)

    def name_button(self, name: str, words: str, keys: str = "") -> None:
        """Name a button in words, with the key that does the same."""
        self.buttons[name].set_words(words, keys)

    def show_known(self, words: str) -> None:
        """Say by when what is shown was in print; "" where the exhibit has nothing to tell of that."""
        self.known.setText(words)
        self.known.setProperty(OFFERED, bool(words))
        self._make_room()

    def show_present(self, words: str, keys: str = "") -> None:
        """Offer to show a tour to others, with the key that does the same; "" where there is none."""
        self.present.setText(words)
        self.present.setToolTip(f"{words} ({keys})" if keys else words)
        self.present.setProperty(OFFERED, bool(words))
        self._make_room()

    def open_search(self) -> None:
        """Let words to look for be typed; where there is no room for that, in the title's place."""
        self._is_searching = True
        self._make_room()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def close_search(self) -> None:
        """Give the title its place again."""
        self._is_searching = False
        self._make_room()

    def _fold_search(self) -> None:
        if self._is_searching and not self.search.text():
            self.close_search()

    def show_titles(self, title: tuple[str, str], subtitle: tuple[str, str]) -> None:
        """Show title and subtitle, each with its language."""
        self.title.show_text(*title, self._text_scale)
        self.subtitle.show_text(*subtitle, self._text_scale)
        self._make_room()

    def set_text_scale(self, text_scale: float) -> None:
        """Grow with the text."""
        self._text_scale = text_scale
        for label in (self.title, self.subtitle):
            label.show_text(label.text(), label.language, text_scale)
        self.known.setFont(font_for("control", self.title.language, text_scale))
        for button in self.buttons.values():
            button.set_text_scale(text_scale)
        self.present.setFont(font_for("control", self.title.language, text_scale))
        for words in (self.known, self.present):
            words.setFixedHeight(self.buttons["menu"].height())
        self.search_button.set_text_scale(text_scale)
        self.search.set_text_scale(text_scale, self.buttons["menu"].height(), self.title.language)
        self._make_room()

    def show_state(
        self,
        *,
        can_go_back: bool,
        can_go_forward: bool,
        has_document: bool,
        panel_open: bool,
        is_reading_wide: bool = False,
        evidence_shown: bool = False,
        is_listing: bool = False,
    ) -> None:
        """Enable what can be done."""
        self.buttons["back"].setEnabled(can_go_back)
        self.buttons["forward"].setEnabled(can_go_forward)
        for name in ("sources", "evidence", "filters", "list", "wide", "panel"):
            self.buttons[name].setEnabled(has_document)
        for part in (self.search, self.search_button):
            part.setEnabled(has_document)
        self.buttons["wide"].setChecked(is_reading_wide)
        self.buttons["evidence"].setChecked(evidence_shown)
        self.buttons["list"].setChecked(is_listing)
        self.buttons["panel"].setChecked(panel_open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the subtitle go where there is no room to say anything in it."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Give the title its width: first the subtitle gives way, then buttons whose commands the menu has too."""
        title = self.title.sizeHint().width() + 2 * SIDE_PX + 2 * GAP_PX
        known = self.known.sizeHint().width() + GAP_PX if self.known.property(OFFERED) else 0
        buttons = sum(button.width() + GAP_PX for button in self.buttons.values())
        left = self.width() - title - buttons - known
        left -= self._place_search(left)
        left -= self._place_present(left)
        self.subtitle.setVisible(bool(self.subtitle.text()) and left >= SUBTITLE_LEAST_PX)
        for name in GIVING_WAY:
            button = self.buttons[name]
            button.setVisible(left >= 0)
            if left < 0:
                left += button.width() + GAP_PX
        self.known.setVisible(bool(self.known.property(OFFERED)) and left >= 0)
        if self._is_searching and self.title.isHidden():
            self.subtitle.hide()

    def _place_present(self, left_px: int) -> int:
        """Offer to show a tour where there is room for it; return what that takes."""
        width_px = self.present.sizeHint().width() + GAP_PX
        is_shown = bool(self.present.property(OFFERED)) and left_px >= width_px
        self.present.setVisible(is_shown)
        return width_px if is_shown else 0

    def _place_search(self, left_px: int) -> int:
        """Show the field where there is room for it beside the title, else its button; return what that takes."""
        width_px = round(WIDTH_PX * self.buttons["menu"].width() / BUTTON_PX)
        has_room = left_px >= width_px + GAP_PX
        in_titles_place = self._is_searching and not has_room
        self.title.setVisible(not in_titles_place)
        self.search.setVisible(has_room or in_titles_place)
        self.search.setMinimumWidth(width_px if has_room else 0)
        self.search.setMaximumWidth(QWIDGETSIZE_MAX if in_titles_place else width_px)
        if isinstance(row := self.layout(), QHBoxLayout):
            row.setStretchFactor(self.search, int(in_titles_place))
        self.search_button.setVisible(not has_room and not in_titles_place)
        return GAP_PX + (width_px if has_room else self.search_button.width())


_COMMANDS: Final = {
    "back": "go.back",
    "forward": "go.forward",
    "theme": "settings.toggle-theme",
    "panel": "panel.toggle",
    "sources": "sources.open",
    "evidence": "evidence.toggle",
    "filters": "filters.open",
    "list": "list.toggle",
    "wide": "reading.wide",
}
