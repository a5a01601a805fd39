# SPDX-License-Identifier: MIT
"""The panel's other pages, and the panel as a whole: what it keeps, what it lets go, how it looks."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar

from tests.sample_documents import HARBOUR, document_of, harbour, small_document
from tests.ui.panel_setup import (
    accessible,
    dress,
    english,
    look,
    show,
    spoken,
    theme,
    tree,
)
from timeline_app.base.messages import Message
from timeline_app.content.problems import Problem, Severity
from timeline_app.model.showing import Showing
from timeline_app.state.app_state import AppState, PanelPage, ReadingPhase, Selection
from timeline_app.ui.panels.bar_chart import BarChart
from timeline_app.ui.panels.buttons import ButtonRow, PanelButton
from timeline_app.ui.panels.detail_panel import DetailPanel
from timeline_app.ui.panels.event_page import EventPage
from timeline_app.ui.panels.introduction_page import IntroductionPage
from timeline_app.ui.panels.legend_page import SamplePicture
from timeline_app.ui.panels.pieces import Card, TextButton
from timeline_app.ui.panels.problems_page import MOST_SHOWN, ProblemsPage
from timeline_app.ui.panels.selection_page import SelectionPage
from timeline_app.ui.panels.styles import panel_style_sheet
from timeline_app.ui.reading.paragraph_layout import ParagraphLayout
from timeline_app.ui.reading.paragraphs import words
from timeline_app.ui.reading.reading_view import ReadingView

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qt_app: QApplication) -> Iterator[DetailPanel]:
    dress(qt_app)
    made = DetailPanel(english(), theme())
    show(made, 460, 700)
    yield made
    made.close()


def text_of(view: ReadingView) -> list[str]:
    return [paragraph.spoken for paragraph in view.paragraphs]


def problem(line: int, severity: Severity = Severity.ERROR, excerpt: str = "lene: town") -> Problem:
    message = Message.of("panel.severity.error")
    hint = Message.of("panel.undated") if severity is Severity.ERROR else None
    return Problem("harbour.yaml", line, 3, severity, "unknown-field", message, hint, excerpt)


# -- introduction ---------------------------------------------------------------------------------


@pytest.fixture
def introduction(panel: DetailPanel) -> IntroductionPage:
    document = harbour()
    panel.show_state(Showing(document), AppState(document=document))
    QApplication.processEvents()
    page = panel.page
    assert isinstance(page, IntroductionPage)
    return page


def test_the_introduction_says_what_the_exhibit_is(introduction: IntroductionPage) -> None:
    assert text_of(introduction.head) == [
        "The harbour of Minase",
        "How a small port came by its ferry",
        "5 events · 5 sources · 4 excerpts · 2 points compared",
    ]
    assert text_of(introduction.about)[1] == "What to read first"
    assert text_of(introduction.makers)[1:] == ["The makers · Writing", "水瀬資料館"]


def test_the_introduction_counts_what_was_read_and_what_rests_on_one_work(
    introduction: IntroductionPage,
) -> None:
    read, group = text_of(introduction.evidence)[1:]
    assert read == (
        "2 of 5 sources were read whole. The other 3 were read in part, or are known by their abstract, "
        "contents page or title. Each entry says which."
    )
    assert group == (
        "3 sources are, or rest on, one work: Mori & Sato 1961. 3 events draw on them. "
        "2 events have no other source."
    )


def test_an_exhibit_without_sources_counts_none(panel: DetailPanel) -> None:
    document = small_document({"id": "landing", "date": "1969-07-20"})
    panel.show_state(Showing(document), AppState(document=document))
    QApplication.processEvents()
    page = panel.page
    assert isinstance(page, IntroductionPage)
    assert text_of(page.evidence) == []
    assert text_of(page.head)[-1] == "1 event"


def test_undated_events_and_the_legend_can_be_opened(
    panel: DetailPanel, introduction: IntroductionPage
) -> None:
    heard: list[str] = []
    panel.event_open_requested.connect(heard.append)
    panel.legend_requested.connect(lambda: heard.append("legend"))
    (row,) = list(introduction.undated)
    assert row.accessibleName() == "A song about the ferry, No date is known"
    QTest.mouseClick(row, LEFT)
    QTest.mouseClick(introduction.legend_button, LEFT)
    assert heard == ["song", "legend"]


def test_a_bare_exhibit_has_a_short_introduction(panel: DetailPanel) -> None:
    document = document_of(
        {"title": "Bare", "sources": {"a": {"title": "A", "consulted": {"extent": "whole"}}}}
    )
    panel.show_state(Showing(document), AppState(document=document))
    page = panel.page
    assert isinstance(page, IntroductionPage)
    assert text_of(page.head)[0] == "Bare"
    assert text_of(page.evidence)[1:] == ["Only 1 of 1 sources was read whole."]
    assert page.makers.isHidden()
    assert page.undated_head.isHidden()


# -- several selected -----------------------------------------------------------------------------


def test_several_events_are_listed_in_the_order_of_time(panel: DetailPanel) -> None:
    document = harbour()
    selection = Selection(("song", "storm", "agreement", "no-such", "survey"))
    panel.show_state(
        Showing(document), AppState(document=document, selection=selection, page=PanelPage.EVENT)
    )
    page = panel.page
    assert isinstance(page, SelectionPage)
    assert text_of(page.head)[0] == "4 events selected"
    rows = list(page.rows)
    assert [row.accessibleName() for row in rows] == [
        "The office surveys the shore, about March 1958",
        "Town and office agree on a ferry, 13 August 1959",
        "The night of the storm, perhaps 1 September 1960",
        "A song about the ferry, No date is known",
    ]
    heard: list[str] = []
    panel.event_open_requested.connect(heard.append)
    QTest.mouseClick(rows[2], LEFT)
    assert heard == ["storm"]


def test_an_event_without_a_lane_has_a_dot_of_its_own(panel: DetailPanel) -> None:
    raw = {"title": "Bare", "events": [{"id": "a", "title": "A"}, {"id": "b", "title": "B", "date": "1959"}]}
    document = document_of(raw)
    state = AppState(document=document, selection=Selection(("a", "b")), page=PanelPage.EVENT)
    panel.show_state(Showing(document), state)
    page = panel.page
    assert isinstance(page, SelectionPage)
    assert len(list(page.rows)) == 2
    panel.show_state(Showing(document), replace(state, selection=Selection(("b",))))
    event_page = panel.page
    assert isinstance(event_page, EventPage)
    assert text_of(event_page.head)[0] == " · 0 sources"


# -- problems -------------------------------------------------------------------------------------


def test_problems_are_told_with_place_text_and_hint(panel: DetailPanel) -> None:
    document = harbour()
    problems = (problem(12), problem(40, Severity.WARNING, excerpt=""), problem(41, Severity.HINT))
    state = AppState(
        document=document, problems=problems, reading=ReadingPhase.FAILED, page=PanelPage.PROBLEMS
    )
    panel.show_state(Showing(document), state)
    page = panel.page
    assert isinstance(page, ProblemsPage)
    assert text_of(page.head) == [
        "Problems in the file",
        "1 error, 1 warning, 1 hint",
        "The file could not be opened as it is now. The last good version stays on screen.",
    ]
    assert text_of(page.list) == [
        "Error. Error",
        "harbour.yaml, line 12, column 3",
        "lene: town",
        "No date is known",
        "Warning. Error",
        "harbour.yaml, line 40, column 3",
        "Hint. Error",
        "harbour.yaml, line 41, column 3",
        "lene: town",
    ]
    heard: list[str] = []
    panel.problem_copy_requested.connect(heard.append)
    QTest.mouseClick(page.copy_button, LEFT)
    (text,) = heard
    assert text.split("\n\n") == [
        "harbour.yaml:12:3: Error: Error\n    lene: town\n    No date is known",
        "harbour.yaml:40:3: Warning: Error",
        "harbour.yaml:41:3: Hint: Error\n    lene: town",
    ]


def test_without_any_exhibit_the_problems_are_what_there_is_to_show(panel: DetailPanel) -> None:
    panel.show_state(None, AppState(problems=(problem(1),), reading=ReadingPhase.FAILED))
    page = panel.page
    assert isinstance(page, ProblemsPage)
    assert text_of(page.head)[2] == "The file could not be opened."
    panel.show_state(None, AppState())
    assert text_of(page.head)[1:] == ["0 errors, 0 warnings"]
    assert page.row.isHidden()


def test_very_many_problems_are_cut_off_in_the_list_but_not_in_the_copy(panel: DetailPanel) -> None:
    problems = tuple(problem(line) for line in range(1, MOST_SHOWN + 31))
    panel.show_state(None, AppState(problems=problems))
    page = panel.page
    assert isinstance(page, ProblemsPage)
    assert text_of(page.list)[-1] == "30 more problems are not listed here. Copying includes them."
    heard: list[str] = []
    panel.problem_copy_requested.connect(heard.append)
    QTest.mouseClick(page.copy_button, LEFT)
    assert heard[0].count("unknown") == 0
    assert heard[0].count("harbour.yaml:") == MOST_SHOWN + 30


# -- the panel as a whole -------------------------------------------------------------------------


def event_state(showing_of: object, event: str) -> AppState:
    return AppState(document=showing_of, selection=Selection((event,)), page=PanelPage.EVENT)  # type: ignore[arg-type]


def test_a_reload_of_the_same_event_keeps_the_place(panel: DetailPanel) -> None:
    document = harbour()
    panel.show_state(Showing(document), event_state(document, "agreement"))
    QApplication.processEvents()
    panel.verticalScrollBar().setValue(400)
    changed = document_of({**HARBOUR, "calendars": []})
    panel.show_state(Showing(changed), event_state(changed, "agreement"))
    QApplication.processEvents()
    assert panel.verticalScrollBar().value() == 400
    page = panel.page
    assert isinstance(page, EventPage)
    assert "昭和" not in text_of(page.head)[2]


def test_another_event_begins_at_its_top(panel: DetailPanel) -> None:
    document = harbour()
    showing = Showing(document)
    panel.show_state(showing, event_state(document, "agreement"))
    QApplication.processEvents()
    panel.verticalScrollBar().setValue(400)
    panel.show_state(showing, event_state(document, "first-boat"))
    QApplication.processEvents()
    assert panel.verticalScrollBar().value() == 0


def test_what_had_the_focus_does_not_keep_it_for_another_event(panel: DetailPanel) -> None:
    document = harbour()
    showing = Showing(document)
    panel.show_state(showing, event_state(document, "agreement"))
    page = panel.page
    assert isinstance(page, EventPage)
    next(iter(page.links)).setFocus()
    panel.show_state(showing, event_state(document, "first-boat"))
    assert panel.hasFocus()
    # No hand has touched the window: whoever is at the keys sees where they are.
    assert panel.property("ring")


def test_the_frame_is_lit_for_those_who_come_by_keyboard(panel: DetailPanel) -> None:
    document = harbour()
    panel.show_state(Showing(document), AppState(document=document))
    panel.clearFocus()
    panel.setFocus(Qt.FocusReason.TabFocusReason)
    assert panel.property("ring")
    panel.clearFocus()
    assert not panel.property("ring")


def test_the_same_state_is_silence(panel: DetailPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    document = harbour()
    showing = Showing(document)
    state = event_state(document, "agreement")
    panel.show_state(showing, state)
    asked: list[int] = []
    monkeypatch.setattr(Showing, "event", lambda _self, ordinal: asked.append(ordinal))
    panel.show_state(showing, replace(state, panel_px=480.0))
    assert asked == []


def test_only_the_page_that_is_shown_is_there(panel: DetailPanel) -> None:
    document = harbour()
    showing = Showing(document)
    panel.show_state(showing, AppState(document=document))
    panel.show_state(showing, event_state(document, "storm"))
    assert isinstance(panel.page, EventPage)
    assert "What to read first" not in spoken(panel)
    panel.show_state(showing, event_state(document, "no-such"))
    assert isinstance(panel.page, IntroductionPage)


def test_larger_text_and_another_theme_are_followed(qt_app: QApplication, panel: DetailPanel) -> None:
    document = harbour()
    showing, state = Showing(document), event_state(document, "agreement")
    panel.show_state(showing, state)
    QApplication.processEvents()
    widget = panel.widget()
    assert widget is not None
    normal = widget.height()
    dress(qt_app, 2.0, "dark")
    panel.set_appearance(theme("dark"), 2.0)
    panel.show_state(showing, state)
    QApplication.processEvents()
    assert widget.height() > 2 * normal
    assert widget.width() <= panel.viewport().width()


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
@pytest.mark.parametrize("page", [PanelPage.EVENT, PanelPage.INTRODUCTION, PanelPage.LEGEND])
def test_nothing_is_wider_than_the_panel(qt_app: QApplication, scale: float, page: PanelPage) -> None:
    dress(qt_app, scale)
    panel = DetailPanel(english(), theme(), scale)
    document = harbour()
    ids = ("agreement",) if page is PanelPage.EVENT else ()
    panel.show_state(Showing(document), AppState(document=document, selection=Selection(ids), page=page))
    show(panel, 420, 700)
    widget = panel.widget()
    assert widget is not None
    assert widget.width() <= panel.viewport().width()
    for view in panel.findChildren(ReadingView):
        if view.isVisible():
            assert view.body.natural_width_px <= view.width() + 1, [p.text for p in view.paragraphs]
            assert view.height() >= view.heightForWidth(view.width())
    panel.close()
    dress(qt_app)


def test_a_wide_sheet_keeps_its_lines_short(panel: DetailPanel) -> None:
    document = harbour()
    panel.show_state(Showing(document), event_state(document, "agreement"))
    panel.resize(1200, 700)
    QApplication.processEvents()
    page = panel.page
    assert isinstance(page, EventPage)
    assert page.story.width() == 680
    left = page.story.mapTo(page, page.story.rect().topLeft()).x()
    assert abs(left - (page.width() - 680) // 2) <= 1
    panel.resize(460, 700)
    QApplication.processEvents()
    assert page.story.width() == page.width() - 2 * 21


def test_the_scroll_bar_shows_nothing_while_all_is_in_view(qt_app: QApplication) -> None:
    panel = DetailPanel(english(), theme())
    bar = panel.verticalScrollBar()
    assert isinstance(bar, QScrollBar)
    show(panel, 460, 700)
    bar.setRange(0, 0)
    still = bar.grab().toImage()
    bar.setRange(0, 500)
    assert bar.grab().toImage() != still
    panel.close()


def test_a_part_higher_than_the_panel_is_revealed_from_its_top(panel: DetailPanel) -> None:
    document = harbour()
    panel.show_state(Showing(document), event_state(document, "agreement"))
    QApplication.processEvents()
    page = panel.page
    assert isinstance(page, EventPage)
    panel.reveal(page, QRect(0, 300, 10, 2000))
    assert panel.verticalScrollBar().value() == 300 - 24
    panel.reveal(page, QRect(0, 1500, 10, 20))
    value = panel.verticalScrollBar().value()
    assert value < 1500 < value + panel.viewport().height()
    panel.reveal(page, QRect(0, 1500, 10, 20))
    assert panel.verticalScrollBar().value() == value


def test_the_panel_has_a_name_and_nothing_hidden_is_spoken(panel: DetailPanel) -> None:
    document = harbour()
    panel.show_state(Showing(document), event_state(document, "agreement"))
    QApplication.processEvents()
    assert panel.accessibleName() == "Details"
    assert all(not node.state().invisible for node in tree(accessible(panel)))


def test_buttons_take_further_lines_where_there_is_no_room(qt_app: QApplication) -> None:
    parent = DetailPanel(english(), theme())
    row = ButtonRow(parent)
    first, second = row.add("quiet", lambda: None), row.add("primary", lambda: None)
    first.fill(look(), "One button")
    second.fill(look(), "Another button")
    wide = row.sizeHint().width()
    assert row.heightForWidth(wide) < row.heightForWidth(wide - 40)
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.resize(QSize(600, 60))
    row.refresh()
    assert first.geometry().right() == 599
    assert first.geometry().left() > second.geometry().right()
    assert row.minimumSizeHint().width() < 100


def test_the_text_of_a_button_wraps_rather_than_being_cut_off(qt_app: QApplication) -> None:
    parent = DetailPanel(english(), theme())
    row = ButtonRow(parent)
    (button,) = [row.add("quiet", lambda: None)]
    button.fill(look(3.0), "How to read doubt and evidence")
    assert button.sizeHint().width() > 326
    row.resize(326, row.heightForWidth(326))
    row.refresh()
    assert button.width() == 326
    assert button.height() >= 2 * 42
    assert button.minimumSizeHint() == QSize(32, 32)


def test_a_button_looks_different_when_disabled_pressed_or_in_focus(panel: DetailPanel) -> None:
    pressed: list[str] = []
    button = PanelButton("number", panel, lambda: pressed.append("number"))
    assert button.heightForWidth(40) == 32
    button.fill(look(), "3")
    show(button, 30, 26)
    plain = button.grab().toImage()
    button.setFocus()
    focused = button.grab().toImage()
    QTest.mousePress(button, LEFT)
    held = button.grab().toImage()
    QTest.mouseRelease(button, LEFT)
    button.setEnabled(False)
    button.fill(look(), "3")
    disabled = button.grab().toImage()
    assert pressed == ["number"]
    assert len({bytes(image.constBits()) for image in (plain, focused, held, disabled)}) == 4
    button.close()


def test_painted_parts_are_mirrored_from_right_to_left(qt_app: QApplication) -> None:
    parent = DetailPanel(english(), theme())
    card = Card(parent)
    card.resize(100, 40)
    assert card.grab().toImage().size().width() > 0
    card.set_ground(look(), "quote", "lane.mark:plum")
    left_to_right = card.grab().toImage()
    card.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = card.grab().toImage()
    assert left_to_right.pixelColor(1, 20) == mirrored.pixelColor(98, 20)
    assert left_to_right != mirrored


def test_parts_that_have_not_been_filled_paint_nothing(qt_app: QApplication) -> None:
    parent = DetailPanel(english(), theme())
    for part in (BarChart(parent), SamplePicture(parent), TextButton(parent), ReadingView(parent)):
        part.resize(80, 30)
        assert not part.grab().isNull()


def test_a_row_breaks_its_lines_once_for_each_width_and_paints_those_of_its_own(
    qt_app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = DetailPanel(english(), theme())
    row = TextButton(parent)
    row.fill(look(), [words("A letter of eleven words that needs two lines or more", "body")])
    broken: list[float] = []
    break_lines = ParagraphLayout.break_lines

    def noted(layout: ParagraphLayout, width_px: float) -> float:
        broken.append(width_px)
        return break_lines(layout, width_px)

    monkeypatch.setattr(ParagraphLayout, "break_lines", noted)
    # As a layout asks: by turns with and without a scroll bar.
    heights = [row.heightForWidth(width) for width in (400, 150, 400, 150, 400)]
    assert len(broken) == 2
    assert heights == [heights[0], heights[1]] * 2 + [heights[0]]
    assert heights[1] > heights[0]
    row.resize(400, heights[0])
    at_home = row.grab().toImage()
    row.heightForWidth(90)
    assert row.grab().toImage() == at_home
    row.fill(look(), [words("Short", "body")])
    assert row.heightForWidth(150) < heights[1]


def test_the_style_sheet_takes_the_colours_of_the_theme() -> None:
    sheet = panel_style_sheet(theme("dark"), 3.0)
    assert theme("dark").colour("panel") in sheet
    assert theme("dark").colour("focus") in sheet
