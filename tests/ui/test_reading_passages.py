# SPDX-License-Identifier: MIT
"""Passages of reading text: a click leads where their marks lead, a drag selects; words can be lit."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.panel_setup import show, typesetter
from tests.ui.test_reading_view import BLOCKS, BOOK, LETTER, WORDS, has_colour, picture
from timeline_app.model.prose import Mark
from timeline_app.ui.reading.paragraphs import paragraphs_of
from timeline_app.ui.reading.reading_view import ReadingView
from timeline_app.ui.reading.text_body import TextStretch

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qt_app: QApplication) -> Iterator[ReadingView]:
    made = ReadingView()
    made.set_paragraphs(paragraphs_of(BLOCKS), typesetter())
    show(made, 420, made.heightForWidth(420))
    yield made
    made.close()


def heard_from(view: ReadingView) -> list[tuple[Mark, ...]]:
    heard: list[tuple[Mark, ...]] = []
    view.activated.connect(lambda places: heard.append(tuple(place.spot.mark for place in places)))
    return heard


def in_passage(view: ReadingView, index: int) -> QPoint:
    return view.body.passage_rect(view.marks[index]).topLeft() + QPoint(20, 12)


def test_a_click_on_the_words_leads_where_all_their_marks_lead(view: ReadingView) -> None:
    heard = heard_from(view)
    QTest.mouseClick(view, LEFT, NONE, in_passage(view, 0))
    QTest.mouseClick(view, LEFT, NONE, in_passage(view, 2))
    assert heard == [(BOOK, LETTER), (WORDS,)]
    assert view.focused_mark is not None
    assert view.focused_mark.spot.mark == WORDS


def test_words_that_no_mark_covers_lead_nowhere(view: ReadingView) -> None:
    heard = heard_from(view)
    QTest.mouseClick(view, LEFT, NONE, view.body.paragraph_rect(1).topLeft() + QPoint(8, 10))
    assert heard == []


def test_a_drag_over_covered_words_selects_them_and_leads_nowhere(view: ReadingView) -> None:
    heard = heard_from(view)
    start = in_passage(view, 0)
    QTest.mousePress(view, LEFT, NONE, start)
    QTest.mouseMove(view, start + QPoint(60, 0))
    QTest.mouseRelease(view, LEFT, NONE, start + QPoint(60, 0))
    assert view.selected_text
    QTest.mouseClick(view, LEFT, NONE, start)
    assert view.selected_text == ""
    # Nor does a press that is let go elsewhere, even where it selects nothing.
    QTest.mousePress(view, LEFT, NONE, start)
    QTest.mouseMove(view, start + QPoint(60, 0))
    QTest.mouseMove(view, start)
    QTest.mouseRelease(view, LEFT, NONE, start + QPoint(0, 11))
    QTest.mouseClick(view, LEFT, SHIFT, start)
    assert heard == []


def test_lit_words_are_painted_and_go_with_the_text(view: ReadingView) -> None:
    ground = typesetter().colour("passage")
    heading = view.paragraphs[1].text
    view.light([TextStretch(1, 4, len(heading))])
    assert has_colour(picture(view), ground)
    assert view.lit == (TextStretch(1, 4, len(heading)),)
    rect = view.body.stretch_rect(view.lit[0])
    assert view.body.paragraph_rect(1).contains(rect)
    view.light(())
    assert not has_colour(picture(view), ground)
    view.light([TextStretch(0, 0, 3)])
    view.set_paragraphs(paragraphs_of(BLOCKS[1:2]), typesetter())
    assert view.lit == ()
