# SPDX-License-Identifier: MIT
"""Walking a tour at the desk: from the introduction, stop by stop, away and back, and out of it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.tour_exhibit import toured
from tests.ui.shell_bench import ShellBench
from timeline_app.content.reader import Reading
from timeline_app.state.app_state import Mode, PanelPage
from timeline_app.ui.panels.event_page import EventPage
from timeline_app.ui.panels.introduction_page import IntroductionPage
from timeline_app.ui.panels.tour_page import TourPage
from timeline_app.ui.reading.reading_view import ReadingView
from timeline_app.ui.tour_strip import TourStrip


@pytest.fixture
def bench(qt_app: QApplication, tmp_path: Path) -> Iterator[ShellBench]:
    path = tmp_path / "pier.yaml"
    made = ShellBench(tmp_path, Reading(toured(path=path), (), (path,)), path=path)
    made.show()
    yield made
    made.close()


@pytest.fixture
def page(bench: ShellBench) -> TourPage:
    bench.shell.commands.send("tour.open", id="long")
    bench.settle()
    return bench.shown(TourPage)


def text_of(view: ReadingView) -> str:
    return "" if view.isHidden() else "\n".join(paragraph.text for paragraph in view.paragraphs)


def rows_of(page: TourPage) -> list[str]:
    return [box.row.accessibleName() for box in page.shown if not box.row.isHidden()]


def test_the_introduction_offers_the_tours_with_their_length(bench):
    bench.shell.commands.send("go.introduction")
    bench.settle()
    rows = list(bench.shown(IntroductionPage).tours.rows)
    assert [row.accessibleName() for row in rows] == [
        "Begin the tour: The long way, 20 minutes · 4 stops",
        "Begin the tour: By night: an order, 1 stop",
    ]
    rows[0].click()
    bench.settle()
    assert text_of(bench.shown(TourPage).place) == "The long way\nStop 1 of 5 · 2 minutes"


def test_the_page_walks_from_stop_to_stop_and_reveals_by_steps(bench, page):
    assert "pier" in text_of(page.head)
    assert (page.previous_button.isEnabled(), page.next_button.text()) == (False, "Next")
    page.next_button.click()
    bench.settle()
    assert (rows_of(page), text_of(page.more)) == ([], "3 more things appear as you go on.")
    page.next_button.click()
    bench.settle()
    (box,) = page.shown
    assert (box.card.excerpt_id, text_of(page.more)) == ("order", "2 more things appear as you go on.")
    page.next_button.click()
    bench.settle()
    assert rows_of(page) == ["What accounts say: Who gave the order", "Source: A study"]
    assert text_of(page.more) == ""
    page.previous_button.click()
    bench.settle()
    assert rows_of(page) == []


def test_what_is_told_of_a_tour_stands_at_its_first_stop_only(bench, page):
    assert text_of(page.about) == "For pupils."
    page.next_button.click()
    bench.settle()
    assert text_of(page.about) == ""


def test_rows_lead_to_what_they_show(bench, page):
    bench.shell.commands.send("tour.go", number=4)
    bench.settle()
    assert rows_of(page) == [
        "Causes and effects of: Ferry",
        "Figure: Ferry",
        "On the map: Pier",
        "Event: Pier",
    ]
    for row, shown_page, ids in zip(
        rows_of(page),
        (PanelPage.CHAIN, PanelPage.EVENT, PanelPage.MAP, PanelPage.EVENT),
        (("ferry",), ("ferry",), ("pier",), ("pier",)),
        strict=True,
    ):
        bench.shell.commands.send("tour.go", number=4)
        bench.settle()
        next(box.row for box in page.shown if box.row.accessibleName() == row).click()
        bench.settle()
        state = bench.shell.store.state
        assert (state.page, state.selection.ids, state.tour.is_away) == (shown_page, ids, True), row


def test_branches_lead_to_spare_stops_and_notes_are_shown_when_asked_for(bench, page):
    bench.shell.commands.send("tour.go", number=2)
    bench.settle()
    names = [button.accessibleName() for button in page.branches.buttons]
    assert names == ["If they ask about the ferry: stop 4", "If they ask who sings: stop 3"]
    page.branches.buttons[1].click()
    bench.settle()
    assert text_of(page.place) == "The long way\nSpare stop 3"
    bench.shell.commands.send("tour.first")
    bench.settle()
    assert text_of(page.notes) == ""
    page.notes_button.click()
    bench.settle()
    assert text_of(page.notes).endswith("Begin here. Tell of the order.")
    assert page.notes_button.text() == "Hide the notes"
    page.next_button.click()
    bench.settle()
    assert text_of(page.notes).endswith("There are no notes to this stop.")


def test_the_desk_has_keys_for_the_way(bench, page):
    shell, ctrl = bench.shell, Qt.KeyboardModifier.ControlModifier
    shell.window.activateWindow()
    shell.canvas.setFocus()
    been = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Home):
        QTest.keyClick(shell.canvas, key, ctrl)
        bench.settle()
        been.append(shell.store.state.tour.stop)
    assert been == [2, 5, 4, 1]
    QTest.keyClick(shell.canvas, Qt.Key.Key_E, ctrl)
    assert shell.store.state.tour.is_away
    QTest.keyClick(shell.canvas, Qt.Key.Key_Left, ctrl | Qt.KeyboardModifier.ShiftModifier)
    bench.settle()
    assert (shell.store.state.tour.stop, shell.store.state.tour.is_away) == (4, False)


def test_one_explores_and_returns(bench, page):
    page.explore_button.click()
    bench.settle()
    bench.shown(EventPage)
    (strip,) = bench.shell.panel_frame.findChildren(TourStrip)
    assert (strip.isVisible(), strip.words) == (True, "“The long way” waits at stop 1.")
    assert bench.panel.geometry().top() == strip.height() > 0
    strip.back.setFocus()
    strip.back.click()
    bench.settle()
    assert (strip.isVisible(), bench.panel.geometry().top()) == (False, 0)
    assert page.next_button.hasFocus()
    bench.shell.commands.send("select.event", id="ferry")
    bench.settle()
    strip.leave.click()
    bench.settle()
    assert (bench.shell.store.state.tour, strip.isVisible()) == (None, False)
    bench.shell.commands.send("tour.open", id="long")
    bench.settle()
    assert bench.shown(TourPage).explore_button.text() == "Explore freely"
    bench.shell.commands.send("view.fit-all")
    bench.settle()
    assert text_of(page.place).endswith("the tour waits here")
    page.explore_button.click()
    bench.settle()
    assert not bench.shell.store.state.tour.is_away


def test_the_keyboard_stays_at_the_way_and_the_tour_is_left_by_its_button(bench, page):
    page.next_button.setFocus()
    page.next_button.click()
    bench.settle()
    assert page.next_button.hasFocus()
    page.previous_button.setFocus()
    page.previous_button.click()
    bench.settle()
    # At the first stop there is no way back.
    assert page.next_button.hasFocus()
    page.leave_button.click()
    bench.settle()
    assert bench.shell.store.state.tour is None
    bench.shown(IntroductionPage)


def test_a_stop_without_event_is_told_by_what_it_shows_and_an_unknown_event_not_at_all(bench, page):
    bench.shell.commands.send("tour.last")
    bench.settle()
    assert (text_of(page.head), page.next_button.isEnabled()) == ("The Daily", False)
    bench.shell.commands.send("tour.open", id="at-night")
    bench.settle()
    assert text_of(page.head).startswith("Not known then")


def test_the_page_asks_to_present_from_here(qt_app):
    page = TourPage()
    wishes: list[tuple[str, dict[str, object]]] = []
    page.command_requested.connect(lambda command_id, arguments: wishes.append((command_id, arguments)))
    page.present_button.click()
    assert wishes == [("present.start-here", {})]


def test_the_header_offers_to_present_the_tours_that_there_are(bench, page):
    button = bench.shell.header.present
    assert (button.isVisible(), button.text()) == (True, "Present")
    bench.shell.commands.send("tour.leave")
    button.click()
    (menu,) = button.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == ["The long way", "By night: an order"]
    menu.actions()[0].trigger()
    menu.close()
    bench.settle()
    assert (bench.shell.store.state.tour.tour_id, bench.shell.store.state.mode) == ("long", Mode.PRESENT)
    bench.shell.commands.send("present.leave")
    bench.shell.commands.send("tour.go", number=4)
    button.click()
    bench.settle()
    assert (bench.shell.store.state.tour.stop, bench.shell.store.state.mode) == (4, Mode.PRESENT)
    bench.shell.commands.send("present.leave")
    bench.settle()


def test_without_tours_the_header_offers_none(qt_app, tmp_path):
    path = tmp_path / "none.yaml"
    document = replace(toured(path=path), tours={})
    bench = ShellBench(tmp_path, Reading(document, (), (path,)), path=path)
    bench.show()
    assert not bench.shell.header.present.isVisible()
    bench.close()
