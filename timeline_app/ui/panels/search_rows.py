# SPDX-License-Identifier: MIT
"""Hits as rows of a list: words are made when a row is seen, so that any number opens at once."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPointF, QRect, QStringListModel, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from timeline_app.base.text_value import ShownText
from timeline_app.chrono.span_queries import Answer
from timeline_app.model.showing import Showing
from timeline_app.search.finder import Hit
from timeline_app.search.found import Found
from timeline_app.search.kinds import EntryKind
from timeline_app.search.query import Query
from timeline_app.search.snippets import ELLIPSIS, Snippet, places_of
from timeline_app.ui.fonts import font_for
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.row_painting import CHOSEN, Index, RowDelegate
from timeline_app.ui.reading.typesetter import is_right_to_left

MOST_KEPT: Final = 500
LINE_SHARE: Final = 1.12
LIT_BEFORE: Final = 0.25
"""Where a line is too long, what is lit begins after this part of it."""


class SearchRow(NamedTuple):
    """What a row says: the title, what it is and when, words around what was found, its lane's colour, all of it."""

    title: Snippet
    language: str
    about: str
    words: Snippet | None
    colour: str
    said: str


NOTHING: Final = SearchRow(Snippet(""), "", "", None, "", "")


class SearchModel(QStringListModel):
    """The hits, the best first. Its strings are empty: rows are counted without asking Python for each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: Found | None = None
        self._query = Query()
        self._showing: Showing | None = None
        self._look: Look | None = None
        self._rows: dict[int, SearchRow] = {}

    def show_found(self, found: Found, count: int, query: Query, showing: Showing, look: Look) -> None:
        """Take hits, and what says them; more of the same are added at the end."""
        is_same = (found, showing, look) == (self.found, self._showing, self._look)
        self.found, self._query, self._showing, self._look = found, query, showing, look
        if is_same:
            self.insertRows(self.rowCount(), count - self.rowCount())
            return
        self._rows.clear()
        self.setStringList([""] * count)

    def forget(self) -> None:
        """Show nothing, and keep no exhibit."""
        self.found = self._showing = None
        self._rows.clear()
        self.setStringList([])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt's: rows can be chosen, and not written in."""
        return CHOSEN if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Qt's: the title; for screen readers and as a tip all that the row says."""
        if not 0 <= index.row() < self.rowCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.row(index.row()).title.text
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self.row(index.row()).said
        return None

    def match(
        self,
        start: Index,
        role: int,
        value: str,
        hits: int = 1,
        flags: Qt.MatchFlag = Qt.MatchFlag.MatchStartsWith,
    ) -> list[QModelIndex]:
        """Qt's: typing letters finds nothing here, there is a field for that."""
        del start, role, value, hits, flags
        return []

    def row(self, number: int) -> SearchRow:
        """Return what a row says."""
        made = self._rows.get(number)
        if made is None:
            if len(self._rows) >= MOST_KEPT:
                self._rows.clear()
            made = self._rows[number] = self._made(number)
        return made

    def _made(self, number: int) -> SearchRow:
        hit = self.found.hit(number) if self.found is not None else None
        if hit is None or self._showing is None or self._look is None:
            return NOTHING
        look, showing = self._look, self._showing
        title, is_own = _title(hit, look)
        about = _about(hit, showing, look)
        words = Snippet(look.say("search.covered")) if hit.is_covered else hit.snippet
        said = look.say("search.row", title=title.text, about=about)
        if words is not None:
            said = look.say("search.row-told", title=title.text, about=about, words=words.text)
        lit = places_of(self._query.terms, title.text) if is_own else ()
        colour = ""
        if hit.ordinal >= 0 and (lanes := showing.head(hit.ordinal).lanes):
            colour = showing.lanes[lanes[0]].colour
        return SearchRow(Snippet(title.text, lit), title.language, about, words, colour, said)


def _title(hit: Hit, look: Look) -> tuple[ShownText, bool]:
    """Return the title of a hit, and whether what was found in it may be lit: our own words are not the exhibit's."""
    if hit.kind is not EntryKind.EXCERPT or hit.within is None:
        return hit.title, True
    language = look.translator.language
    if hit.is_covered or hit.title == hit.within:
        return ShownText(look.say("search.excerpt-in", source=hit.within.text), language), False
    by = look.say("search.excerpt-by", speaker=hit.title.text, source=hit.within.text)
    return ShownText(by, language), True


def _about(hit: Hit, showing: Showing, look: Look) -> str:
    """Return what a hit is, when it was, and whether that is only possible."""
    about = look.say(f"search.kind.{hit.kind}")
    if hit.answer is Answer.POSSIBLE:
        # Before the date: the end of a line may be cut off.
        about = look.say("search.about-possibly", kind=about)
    date = showing.head(hit.ordinal).date if hit.ordinal >= 0 else None
    return about if date is None else look.say("search.about", kind=about, date=look.date(date))


class SearchDelegate(RowDelegate):
    """Paints a row: title, what it is, and words in context; what was found is underlined and in strong type."""

    def __init__(self, model: SearchModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model

    def set_look(self, look: Look, *, has_words: bool) -> None:
        """Take theme and text size; where no words are looked for, there are none to be told."""
        scale = look.typesetter.text_scale
        roles = ("body", "small", "small") if has_words else ("body", "small")
        self.take_look(look, sum(line_px(font_for(role, "", scale)) for role in roles))

    def mark_of(self, number: int) -> str:
        """Return the colour of an event's lane."""
        return self._model.row(number).colour

    def paint_words(self, painter: QPainter, room: QRect, number: int, look: Look, *, mirrored: bool) -> None:
        """Paint the lines of a row."""
        row = self._model.row(number)
        scale, ours = look.typesetter.text_scale, look.translator.language
        top = room.y()
        for words, font, ink, language in (
            (row.title, font_for("body", row.language, scale), "ink", row.language),
            (Snippet(row.about), font_for("small", ours, scale), "ink-second", ours),
            (row.words, font_for("small", row.language, scale), "ink", row.language),
        ):
            height = line_px(font)
            if words is not None:
                line = QRect(room.x(), top, room.width(), height)
                is_rtl = mirrored or is_right_to_left(language)
                is_title = words is row.title
                self._paint_line(painter, line, words, font, ink, is_rtl=is_rtl, is_title=is_title)
            top += height

    def _paint_line(
        self,
        painter: QPainter,
        line: QRect,
        words: Snippet,
        font: QFont,
        ink: str,
        *,
        is_rtl: bool,
        is_title: bool,
    ) -> None:
        """Paint one line as far as it fits; of words in context what is lit is in sight."""
        if self._look is None:
            return
        kind = self._look.typesetter
        lit = QTextCharFormat()
        strong = QFont(font)
        strong.setWeight(QFont.Weight.Bold)
        lit.setFont(strong)
        lit.setFontUnderline(True)
        lit.setBackground(kind.colour("passage"))
        metrics = QFontMetricsF(strong if words.lit else font)
        shown = in_line(words, metrics, line.width(), is_title=is_title)
        layout = QTextLayout(shown.text, font)
        option = QTextOption(Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        ranges = []
        for start, end in shown.lit:
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = _units(shown.text, start), 0, lit
            piece.length = _units(shown.text, end) - piece.start
            ranges.append(piece)
        layout.setFormats(ranges)
        layout.beginLayout()
        layout.createLine().setLineWidth(line.width())
        layout.endLayout()
        painter.setPen(kind.colour(ink))
        # Letters of another script may ask for more room above them: all stand on the line all the same.
        rise = layout.lineAt(0).ascent() - QFontMetricsF(font).ascent()
        layout.draw(painter, QPointF(line.x(), line.y() - rise))


def line_px(font: QFont) -> int:
    """Return the height of a line, with air for letters of other scripts."""
    return round(QFontMetricsF(font).height() * LINE_SHARE)


def _units(text: str, characters: int) -> int:
    """Return how many of Qt's units so many characters are: it counts those beyond the first plane as two."""
    return len(text[:characters].encode("utf-16-le")) // 2


def in_line(words: Snippet, metrics: QFontMetricsF, width_px: float, *, is_title: bool = False) -> Snippet:
    """Return as much of a text as fits a line: of a title its beginning, else from a little before what is lit."""
    text, lit = words.text, words.lit
    if metrics.horizontalAdvance(text) <= width_px:
        return words
    begin = 0
    if lit and not is_title and metrics.horizontalAdvance(text[: lit[0][1]]) > width_px * (1.0 - LIT_BEFORE):
        begin = lit[0][0]
        while begin > 0 and metrics.horizontalAdvance(text[begin - 1 : lit[0][0]]) < width_px * LIT_BEFORE:
            begin -= 1
        blank = text.find(" ", begin, lit[0][0])
        begin = blank + 1 if begin and blank >= 0 else begin
    head = ELLIPSIS if begin else ""
    shown = metrics.elidedText(head + text[begin:], Qt.TextElideMode.ElideRight, width_px)
    # The sign of what is left out is none of the words that were found.
    moved, end = len(head) - begin, len(shown) - shown.endswith(ELLIPSIS)
    return Snippet(
        shown,
        tuple(
            (start + moved, min(stop + moved, end))
            for start, stop in lit
            if start >= begin and start + moved < end
        ),
    )
