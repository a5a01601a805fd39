# SPDX-License-Identifier: MIT
"""Making a tour at the desk: fields, buttons and rows, each step in the file at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from tests.tour_exhibit import toured
from tests.ui.shell_bench import ShellBench
from timeline_app.content.reader import Reading
from timeline_app.state.app_state import PanelPage
from timeline_app.ui.panels.introduction_page import IntroductionPage
from timeline_app.ui.panels.tour_making_page import TourMakingPage
from timeline_app.ui.panels.tour_page import TourPage


@pytest.fixture
def bench(qt_app: QApplication, tmp_path: Path) -> Iterator[ShellBench]:
    path = tmp_path / "pier.yaml"
    made = ShellBench(tmp_path, Reading(toured(path=path), (), (path,)), path=path)
    made.show()
    yield made
    made.close()


@pytest.fixture
def page(bench: ShellBench) -> TourMakingPage:
    send(bench, "making.begin")
    return bench.shown(TourMakingPage)


def send(bench: ShellBench, command_id: str, **arguments: str) -> None:
    assert bench.shell.commands.send(command_id, **arguments)
    bench.settle()


def file_of(bench: ShellBench) -> str:
    return (bench.folder / "pier.tours.yaml").read_text(encoding="utf-8")


def add(bench: ShellBench, *events: str) -> None:
    for event in events:
        send(bench, "select.event", id=event)
        send(bench, "making.add-stop")
    send(bench, "making.show")


def rows_of(page: TourMakingPage) -> list[str]:
    return [row.accessibleName().split(",")[0] for row in page.rows]


def test_a_tour_is_made_and_is_among_the_others_without_a_new_reading(bench, page):
    events = bench.shell.store.state.document.events
    assert (rows_of(page), page.box.isHidden(), page.try_button.isEnabled()) == ([], True, False)
    page.title.setFocus()
    page.title.selectAll()
    QTest.keyClicks(page.title, "Class 9")
    page.add_button.setFocus()
    send(bench, "select.event", id="pier")
    send(bench, "making.add-stop")
    assert bench.shell.notice.isVisible()
    send(bench, "making.show")
    assert [name[:7] for name in rows_of(page)] == ["Stop 1:"]
    page.leave_button.click()
    bench.settle()
    send(bench, "go.introduction")
    names = [row.accessibleName() for row in bench.shown(IntroductionPage).tours.rows]
    assert names[-1] == "Begin the tour: Class 9, 1 stop"
    assert "    title: Class 9\n    stops:\n      - event: pier\n" in file_of(bench)
    assert bench.shell.store.state.document.events is events
    assert "file.reload" not in bench.sent


def test_notes_are_kept_when_one_goes_on_with_the_mouse_or_the_keyboard(bench, page):
    add(bench, "pier", "deal")
    page.box.notes.setFocus()
    QTest.keyClicks(page.box.notes, "Ask twice.")
    QTest.mouseClick(page.box.earlier_button, Qt.MouseButton.LeftButton)
    bench.settle()
    tour = bench.shell.store.state.making.tour
    assert [(stop.event, stop.notes and stop.notes.first) for stop in tour.stops] == [
        ("deal", "Ask twice."),
        ("pier", None),
    ]
    page.box.minutes.setFocus()
    QTest.keyClicks(page.box.minutes, "3")
    QTest.keyClick(page.box.minutes, Qt.Key.Key_Tab)
    bench.settle()
    assert bench.shell.store.state.making.tour.stops[0].minutes == 3.0


def test_the_stop_that_is_pressed_is_in_hand_below_its_row_and_is_looked_at(bench, page):
    add(bench, "pier", "deal")
    next(iter(page.rows)).click()
    bench.settle()
    state = bench.shell.store.state
    assert (state.making.at, state.selection.ids, state.page) == (1, ("pier",), PanelPage.TOUR_MAKING)
    assert page.rows.layout.indexOf(page.box) == 1
    assert [row.accessibleDescription() for row in page.rows] == ["in hand", ""]


def test_steps_are_taken_back_with_the_keys(bench, page):
    add(bench, "pier")
    page.add_button.setFocus()
    QTest.keyClick(bench.shell.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    bench.settle()
    assert (rows_of(page), (bench.folder / "pier.tours.yaml").exists()) == ([], False)
    QTest.keyClick(bench.shell.window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    bench.settle()
    assert len(rows_of(page)) == 1


def test_a_tour_is_tried_from_the_stop_in_hand_and_changed_from_there(bench, page):
    add(bench, "pier", "deal")
    page.try_button.click()
    bench.settle()
    tried = bench.shown(TourPage)
    assert bench.shell.store.state.tour.stop == 2
    tried.change_button.click()
    bench.settle()
    assert bench.shown(TourMakingPage) is page
    assert (bench.shell.store.state.tour, bench.shell.store.state.making.tour_id) == (None, "tour-1")


def test_a_question_leads_to_a_stop_that_is_chosen(bench, page):
    add(bench, "pier", "deal")
    page.box.ask.setFocus()
    QTest.keyClicks(page.box.ask, "And then?")
    page.box.ask_button.click()
    bench.settle()
    assert page.box.ask.text() == ""
    assert [button.text() for button in page.box.ways.buttons] == ["× And then? → stop 1"]


def test_a_tour_goes_for_good_only_after_a_question(bench, page):
    add(bench, "pier")
    page.discard_button.click()
    bench.settle()
    (box,) = [window for window in QApplication.topLevelWidgets() if isinstance(window, QMessageBox)]
    assert box.defaultButton() is box.escapeButton()
    next(button for button in box.findChildren(QPushButton) if button is not box.escapeButton()).click()
    bench.settle()
    assert not (bench.folder / "pier.tours.yaml").exists()
    assert (bench.shell.store.state.making, bench.shell.store.state.page) == (None, PanelPage.EVENT)
