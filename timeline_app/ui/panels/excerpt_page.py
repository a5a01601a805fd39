# SPDX-License-Identifier: MIT
"""The page of an excerpt: the words, the document itself, how both came to us, and what rests on them."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from timeline_app.base.clock import Clock
from timeline_app.base.text_value import ShownText
from timeline_app.model.showing import Showing
from timeline_app.model.views import ExcerptView
from timeline_app.ui.facsimile.viewer import FacsimileViewer
from timeline_app.ui.panels.beside_page import BesidePage
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.connections import fill_head
from timeline_app.ui.panels.excerpt_page_texts import bearing, head, holders, origin, transcription
from timeline_app.ui.panels.excerpt_versions import ExcerptVersions
from timeline_app.ui.panels.leading_rows import LeadingRows
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.note_box import NoteBox, opened_note
from timeline_app.ui.panels.page import WIDEST_PX, section_heading, show_text
from timeline_app.ui.panels.pieces import Pool, TextButton, column
from timeline_app.ui.panels.source_page_rows import SourcePageRows
from timeline_app.ui.qt_clock import QtClock
from timeline_app.ui.reading.paragraphs import words
from timeline_app.ui.reading.reading_view import ReadingView

WIDE_FROM_PX = 900
"""From here on the document stands beside its words."""
NARROW_SHARE = 0.46
"""How much of the panel's height the document takes where it stands above its words."""
FILLS = 0.75
"""A panel that takes so much of the window each way has it for itself; a sheet from below takes less of its height."""
LEAST_PX = 220
WIDE_LEAST_PX = 320
COLUMN_GAP_PX = 28
PASSAGE_INDENT_PX = 20
WIDEST_SPREAD_PX = 1_800
"""Words and document side by side; translations beside each other take less, words alone a column of reading text."""
WIDEST_VERSIONS_PX = 1_120


class ExcerptPage(BesidePage):
    """Shows one excerpt. The document's picture is open only while the page is seen."""

    def __init__(self, parent: QWidget | None = None, clock: Clock | None = None) -> None:
        super().__init__(parent)
        self._view: ExcerptView | None = None
        self._showing: Showing | None = None
        self._source_id = ""
        self._targets: list[tuple[str, int]] = []
        self.head = self.add_text()
        self.spread = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self.column.addLayout(self.spread)
        self.facsimile = FacsimileViewer(clock or QtClock(self), self)
        self.facsimile.copy_requested.connect(self.copy_requested)
        self.spread.addWidget(self.facsimile, 1, Qt.AlignmentFlag.AlignTop)
        self.texts = QWidget(self)
        self._texts = column(self.texts)
        self.spread.addWidget(self.texts, 1)
        self._columns.append(self._texts)
        self._make_texts()

    def _make_texts(self) -> None:
        """Make what stands beside the document, in reading order."""
        self.note = NoteBox(self.texts, can_skip=False)
        self.note.show_requested.connect(self.note_open_requested)
        self.versions = ExcerptVersions(self.texts)
        self.versions.copy_requested.connect(self.copy_requested)
        self.versions.changed.connect(self.arrange)
        self.bearing = self._text()
        self.origin = self._text()
        self.buttons = ButtonRow(self.texts)
        self.source_button = self.buttons.add("quiet", lambda: self.source_requested.emit(self._source_id))
        self.wide_button = self.buttons.add("quiet", lambda: self.command_requested.emit("reading.wide", {}))
        self.supports = self._text()
        holder = QWidget(self.texts)
        self.uses = Pool(column(holder), self._make_use)
        self.questions = LeadingRows(self.texts, self.claim_requested.emit)
        self.holders = self._text()
        order = (
            self.note,
            self.versions,
            self.bearing,
            self.origin,
            self.buttons,
            self.supports,
            holder,
            self.questions,
            self.holders,
        )
        for part in order:
            self._texts.addWidget(part)
        self._texts.addStretch(1)

    def _text(self) -> ReadingView:
        made = ReadingView(self.texts)
        made.copy_requested.connect(self.copy_requested)
        made.reveal_requested.connect(lambda rect: self.reveal_requested.emit(made, rect))
        return made

    def _make_use(self) -> TextButton:
        row = TextButton(self)
        row.clicked.connect(lambda _checked: self._open_use(row))
        return row

    # -- filling --------------------------------------------------------------------------------------

    def fill(self, view: ExcerptView, lit: str, showing: Showing, look: Look) -> None:
        """Show an excerpt, with the words lit that a mark has led to."""
        self._view = view
        self._showing = showing
        self.widest_px = _widest_px(view)
        self.set_spacing(look)
        self.spread.setSpacing(look.space_px(COLUMN_GAP_PX))
        self._texts.setSpacing(look.space_px(14))
        show_text(self.head, head(view, look), look)
        note = view.content_note
        self.note.setVisible(view.is_covered)
        if note is not None and view.is_covered:
            self.note.fill(note, look)
        self.versions.setVisible(not view.is_covered)
        if not view.is_covered:
            self.versions.fill(view, lit, look)
        told = [opened_note(note, look)] if note is not None and note.is_open else []
        show_text(self.bearing, [*told, *bearing(view, look)], look)
        show_text(self.origin, origin(view, look), look)
        show_text(self.holders, holders(view, look), look)
        self._fill_uses(showing, look)
        self._fill_buttons(view, look)
        self._fill_facsimile(view, look)
        self.arrange()

    def _fill_facsimile(self, view: ExcerptView, look: Look) -> None:
        self.facsimile.setVisible(view.facsimile is not None)
        if view.facsimile is None:
            self.facsimile.clear()
        else:
            self.facsimile.fill(view.facsimile, transcription(view), look)

    def _fill_buttons(self, view: ExcerptView, look: Look) -> None:
        self._source_id = view.source.id if view.source is not None else ""
        self.source_button.setVisible(view.source is not None)
        self.source_button.fill(look, look.say("excerpt.source.open"))
        if view.source is not None:
            self.source_button.setAccessibleDescription(view.source.short)
        self._name_wide_button(look)

    def _name_wide_button(self, look: Look) -> None:
        window, room = self.window().size(), self.size()
        fills = room.width() >= FILLS * window.width() and self.room_px >= FILLS * window.height()
        self.wide_button.fill(look, look.say("excerpt.narrow" if fills else "excerpt.wide"))
        self.buttons.refresh()

    def _fill_uses(self, showing: Showing, look: Look) -> None:
        """List the events that rest on the words, each followed by those of its passages that do."""
        uses = showing.excerpt_uses(self._view.id) if self._view is not None else ()
        heading = [section_heading(look, "excerpt.supports")]
        if not uses:
            heading.append(words(look.say("excerpt.supports.none"), "body"))
        show_text(self.supports, heading, look)
        rows = iter(self.uses.show(sum(1 + len(use.passages) for use in uses)))
        self._targets = []
        for use in uses:
            fill_head(next(rows), use.head, showing.lanes, look)
            self._targets.append((use.head.id, 0))
            for passage in use.passages:
                row = next(rows)
                shown = words(ShownText(passage.text, passage.language), "body", ink="ink-second")
                row.fill(look, [shown], words("", "small"), look.px(PASSAGE_INDENT_PX))
                title = use.head.title.text
                row.setAccessibleName(look.say("excerpt.passage-of", words=passage.text, title=title))
                self._targets.append((use.head.id, passage.number))

        questions = showing.excerpt_questions(self._view.id) if self._view is not None else ()
        self.questions.fill(look, "source.section.claims", questions, SourcePageRows(showing, look).claim)

    def forget_others(self, showing: Showing | None) -> None:
        """Let go of another exhibit or lens."""
        if self._showing is not showing:
            self._showing = None
            self.questions.forget()

    def _open_use(self, row: TextButton) -> None:
        for shown, (event_id, number) in zip(self.uses, self._targets, strict=False):
            if shown is row:
                self.event_open_requested.emit(event_id)
                if number:
                    self.command_requested.emit("evidence.arrive", {"number": number})

    # -- room -----------------------------------------------------------------------------------------

    @property
    def _is_wide(self) -> bool:
        return self._look is not None and self.width() >= self._look.px(WIDE_FROM_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: the document stands beside its words where there is room."""
        super().resizeEvent(event)
        self.arrange()

    @property
    def picture(self) -> QWidget:
        """The document stays in sight."""
        return self.facsimile

    def arrange(self) -> None:
        """Place the document beside its words where the page is wide, else above them."""
        view, look = self._view, self._look
        if view is None or look is None:
            return
        is_beside = self._is_wide and view.facsimile is not None
        # The document comes first, above its words or to their right.
        wanted = QBoxLayout.Direction.RightToLeft if is_beside else QBoxLayout.Direction.TopToBottom
        self.turn(wanted)
        inner = self.column.contentsMargins()
        width_px = self.width() - inner.left() - inner.right()
        gap_px = look.space_px(COLUMN_GAP_PX)
        self.versions.arrange((width_px - gap_px) // 2 if is_beside else width_px)
        self._name_wide_button(look)
        room_px = self.room_px
        if is_beside:
            around_px = look.px(200)
            self.facsimile.set_height_px(max(room_px - around_px, WIDE_LEAST_PX))
        else:
            self.facsimile.set_height_px(max(round(room_px * NARROW_SHARE), LEAST_PX))

    # -- coming and going -----------------------------------------------------------------------------

    def arrive(self, *, takes_focus: bool) -> None:
        """Bring the document into view, or the words that are lit where there is none; the keyboard goes to the words."""
        cards = self.versions.cards if not self.versions.isHidden() else []
        if takes_focus and cards:
            cards[0].text.setFocus(Qt.FocusReason.OtherFocusReason)
        viewer = self.facsimile
        if not viewer.isHidden():
            # The document itself stands for its words: it is what was asked for.
            shown = viewer.canvas if viewer.notice.isHidden() else viewer.notice
            self.reveal_requested.emit(shown, shown.rect())
            return
        lit = next((card for card in cards if card.text.lit), None)
        if lit is not None:
            stretch = lit.text.lit[0]
            rect = lit.text.body.paragraph_rect(stretch.paragraph)
            self.reveal_requested.emit(lit.text, QRect(rect))

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's: open the document again."""
        super().showEvent(event)
        if self._view is not None and self._look is not None:
            self._fill_facsimile(self._view, self._look)

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt's: let go of the document; nobody sees it."""
        super().hideEvent(event)
        self.facsimile.clear()


def _widest_px(view: ExcerptView) -> int:
    """Return how wide the page grows for what it shows."""
    if view.facsimile is not None:
        return WIDEST_SPREAD_PX
    return WIDEST_VERSIONS_PX if view.translations else WIDEST_PX
