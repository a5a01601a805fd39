# SPDX-License-Identifier: MIT
"""The list of folded events in a whole shell: opened by hand and key, walked, left, and come back to."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.sample_documents import small_document
from tests.stages import ENGLISH, stage_of
from tests.ui.canvas_bench import touch_screen
from tests.ui.panel_setup import accessible, description_of, look, name_of, show
from tests.ui.shell_bench import ShellBench
from timeline_app.chrono.instant import seconds_from_civil, year_start_s
from timeline_app.chrono.span_queries import Relation
from timeline_app.content.reader import Reading
from timeline_app.model.lens import DateFilter, Lens
from timeline_app.scene.folded import folded_list
from timeline_app.scene.folded_stretch import FoldedStretch
from timeline_app.scene.items import Kind
from timeline_app.state.app_state import PanelPage, Settings
from timeline_app.state.opening_wish import OpeningWish
from timeline_app.ui.panels.folded_page import FoldedPage
from timeline_app.ui.panels.folded_rows import FoldedRow
from timeline_app.ui.panels.row_painting import LEAST_ROW_PX

pytestmark = pytest.mark.usefixtures("fonts")

LEFT, ENTER, NONE = Qt.MouseButton.LeftButton, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier
NAMES = ("Ferry", "Fire", "Gale", "Market", "Strike")
ENDS = ({"id": "first", "date": "1950-01-01"}, {"id": "last", "date": "1990-01-01"})
FIFTIES = OpeningWish(bounds_s=(year_start_s(1950), year_start_s(1960)))


def crowd(count: int = 400) -> list[dict[str, object]]:
    """Return events in March 1955, each a little later than the one before, in the lane of the town."""
    return [
        {
            "id": f"e{number:05d}",
            "date": f"1955-03-{number * 28 // count + 1:02d}",
            "title": f"{NAMES[number % 5]} {number}",
            "importance": 4 if number % 50 == 7 else 2,
        }
        for number in range(count)
    ]


def bench_of(folder: Path, *events: dict[str, object], **more) -> ShellBench:
    path = folder / "crowd.yaml"
    document = small_document(*ENDS, *events, path=path)
    made = ShellBench(folder, Reading(document, (), (path,)), path=path, wish=FIFTIES, **more)
    made.show()
    made.shell.canvas.finish_placing()
    made.settle()
    return made


@pytest.fixture
def bench(qt_app: QApplication, tmp_path: Path):
    made = bench_of(tmp_path, *crowd())
    yield made
    made.close()


def page_of(bench: ShellBench) -> FoldedPage:
    return bench.shown(FoldedPage)


def press_badge(bench: ShellBench) -> None:
    scene = bench.shell.canvas.scene
    assert scene is not None
    badge = next(item for item in scene.items if item.kind is Kind.BADGE)
    at = badge.rect.centre
    QTest.mouseClick(bench.shell.canvas, LEFT, pos=QPoint(round(at.x), round(at.y)))
    bench.settle()


def open_by_key(bench: ShellBench) -> None:
    bench.shell.canvas.setFocus()
    QTest.keyClick(bench.shell.canvas, Qt.Key.Key_M)
    bench.settle()


def titles(page: FoldedPage) -> list[str]:
    return [page.model.row(number).title.text for number in range(page.model.rowCount())]


def test_a_badge_opens_the_list_of_what_it_counts(bench):
    scene = bench.shell.canvas.scene
    badge = next(item for item in scene.items if item.kind is Kind.BADGE)
    press_badge(bench)
    page = page_of(bench)
    assert page.model.rowCount() == badge.detail.event_count
    assert bench.shell.store.state.page is PanelPage.FOLDED
    numbers = [int(title.partition(" ")[2]) for title in titles(page)]
    assert numbers == sorted(numbers)


def test_each_row_says_title_and_date_and_whether_it_is_important(bench):
    open_by_key(bench)
    page = page_of(bench)
    spoken = [page.model.said(number) for number in range(page.model.rowCount())]
    assert spoken[0].endswith("March 1955")
    weighty = [text for text in spoken if text.endswith(". Important")]
    assert weighty == [
        page.model.said(number)
        for number in range(page.model.rowCount())
        if int(titles(page)[number].partition(" ")[2]) % 50 == 7
    ]


def test_a_key_opens_the_list_and_leads_into_it(bench):
    open_by_key(bench)
    page = page_of(bench)
    assert page.list.hasFocus()
    assert page.list.currentIndex().row() == 0
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.currentIndex().row() == 1
    # Moving in the list chooses nothing.
    assert bench.shell.store.state.selection.ids == ()


def test_enter_shows_the_event_and_back_returns_to_its_row(bench):
    open_by_key(bench)
    page = page_of(bench)
    for _ in range(40):
        QTest.keyClick(page.list, Qt.Key.Key_Down)
    chosen, scrolled = page.model.event_id(40), page.list.verticalScrollBar().value()
    assert scrolled > 0
    QTest.keyClick(page.list, ENTER)
    bench.settle()
    state = bench.shell.store.state
    assert (state.page, state.selection.ids) == (PanelPage.EVENT, (chosen,))
    ordinal = bench.shell.store.showing.ordinal(chosen)
    assert bench.shell.stage.holds(bench.shell.canvas.displayed_view, ordinal)
    bench.shell.commands.send("go.back")
    bench.settle()
    assert page_of(bench) is page
    assert page.list.currentIndex().row() == 40
    assert page.list.verticalScrollBar().value() == scrolled
    assert page.list.hasFocus()


def test_a_click_chooses_a_row(bench):
    press_badge(bench)
    page = page_of(bench)
    rect = page.list.visualRect(page.model.index(3))
    QTest.mouseClick(page.list.viewport(), LEFT, pos=rect.center())
    bench.settle()
    assert bench.shell.store.state.selection.ids == (page.model.event_id(3),)


def test_letters_lead_to_a_title_that_begins_with_them(bench):
    open_by_key(bench)
    page = page_of(bench)
    first = next(number for number, title in enumerate(titles(page)) if title.startswith("Gale"))
    QTest.keyClicks(page.list, "ga")
    assert page.list.currentIndex().row() == first
    # The canvas's single-letter keys mean nothing here.
    assert bench.shell.store.state.page is PanelPage.FOLDED


def test_two_lists_keep_a_place_each(bench):
    open_by_key(bench)
    page = page_of(bench)
    page.list.setCurrentIndex(page.model.index(25))
    first = bench.shell.store.state.folded
    bench.shell.commands.send(
        "folded.show", lane="town", first_s=first.first_s, last_s=seconds_from_civil(1955, 3, 15)
    )
    bench.settle()
    assert page.list.currentIndex().row() == 0
    bench.shell.commands.send("go.back")
    bench.settle()
    assert page.list.currentIndex().row() == 25


def test_a_key_without_a_badge_in_view_says_so(bench):
    bench.shell.commands.send("view.show-range", first_s=year_start_s(1951), last_s=year_start_s(1952))
    bench.settle()
    open_by_key(bench)
    assert bench.shell.store.state.page is PanelPage.INTRODUCTION
    notice = bench.shell.store.state.notice
    assert notice is not None
    assert notice.message.key == "notice.folded-none"


def test_a_list_follows_the_size_of_the_text(bench):
    open_by_key(bench)
    page = page_of(bench)
    before_px = page.list.sizeHintForRow(0)
    assert before_px >= LEAST_ROW_PX
    bench.shell.commands.send("settings.text-size", percent=200)
    bench.settle()
    assert page_of(bench).list.sizeHintForRow(0) > before_px * 1.5


def test_a_screen_reader_reads_rows_with_their_dates(bench):
    open_by_key(bench)
    page = page_of(bench)
    node = accessible(page.list)
    assert name_of(node) == "Events without a name"
    count = page.model.rowCount()
    assert description_of(node).startswith(f"{count} events in Town, ")
    assert name_of(node.child(0)) == page.model.said(0)
    assert node.role() == QAccessible.Role.List


def test_buttons_lead_to_what_is_folded_earlier_and_later(qt_app, tmp_path):
    late: list[dict[str, object]] = [
        {"id": f"late{n}", "date": f"1985-03-{n % 28 + 1:02d}", "title": f"Late {n}"} for n in range(90)
    ]
    bench = bench_of(tmp_path, *crowd(), *late)
    open_by_key(bench)
    page = page_of(bench)
    assert not page.earlier_button.isEnabled()
    assert page.later_button.isEnabled()
    for _ in range(20):
        if titles(page)[0].startswith("Late"):
            break
        QTest.mouseClick(page.later_button, LEFT)
        bench.settle()
    assert titles(page)[0].startswith("Late")
    assert page.earlier_button.isEnabled()
    bench.close()


def test_rows_are_made_as_they_are_seen(qt_app, tmp_path, monkeypatch):
    count = 8_000
    bench = bench_of(tmp_path, *crowd(count))
    asked: list[int] = []
    open_by_key(bench)
    page = page_of(bench)
    row_of = page.model.row

    def row(number: int) -> FoldedRow:
        asked.append(number)
        return row_of(number)

    monkeypatch.setattr(page.model, "row", row)
    page.list.grab()
    assert page.model.rowCount() > count - 200
    # What fits the window, and no more.
    assert 0 < len(set(asked)) < 60
    page.list.scrollToBottom()
    page.list.grab()
    assert max(asked) == page.model.rowCount() - 1
    assert len(set(asked)) < 120
    bench.close()


@pytest.mark.parametrize("percent", [100, 300])
def test_the_list_takes_the_room_that_is_left(qt_app, tmp_path, percent):
    bench = bench_of(tmp_path, *crowd(), settings=Settings(text_size_percent=percent), size=(1280, 720))
    open_by_key(bench)
    page = page_of(bench)
    panel = bench.shell.panel
    assert panel is not None
    assert page.list.height() >= 4 * page.list.sizeHintForRow(0)
    if percent == 100:
        bottom = page.list.mapTo(panel, QPoint(0, page.list.height())).y()
        assert panel.height() - 80 < bottom <= panel.height()
    bench.close()


def test_a_list_follows_when_labels_find_their_places(qt_app, tmp_path):
    path = tmp_path / "crowd.yaml"
    document = small_document(*ENDS, *crowd(4_000), path=path)
    bench = ShellBench(tmp_path, Reading(document, (), (path,)), path=path, wish=FIFTIES)
    bench.shell.window.show()
    QApplication.processEvents()
    # The first ones have their places; the thread for the others waits for the clock.
    assert bench.shell.stage.pending is not None
    wide_s = year_start_s(1955), year_start_s(1956)
    bench.shell.commands.send("folded.show", lane="town", first_s=wide_s[0], last_s=wide_s[1], zoom=600.0)
    early = page_of(bench).model.rowCount()
    for _ in range(100):
        bench.settle(1_000.0)
        for thread in threading.enumerate():
            if thread.name == "placing":
                thread.join(20)
        if not bench.shell.placing.is_busy:
            break
    late = page_of(bench).model.rowCount()
    placement = bench.shell.stage.fitted.placement
    assert placement.is_complete
    # At this zoom some of those that came later have got a name, and are no longer listed.
    assert late == folded_between(bench, wide_s)
    assert late < early
    bench.close()


def folded_between(bench: ShellBench, span_s: tuple[int, int]) -> int:
    """Return how many events touch a stretch without being named at this zoom."""
    index, placement = bench.shell.stage.index, bench.shell.stage.fitted.placement
    touches = (index.start_s < span_s[1]) & (index.end_s > span_s[0])
    return int((touches & (placement.threshold < 600.0)).sum())


def test_at_a_lanes_name_the_key_lists_what_is_folded_in_that_lane(qt_app, tmp_path):
    path = tmp_path / "crowd.yaml"
    port = [{**event, "id": f"port-{event['id']}", "lane": "port"} for event in crowd(100)]
    document = small_document(*ENDS, *crowd(100), *port, path=path, lanes=("town", "port"))
    bench = ShellBench(tmp_path, Reading(document, (), (path,)), path=path, wish=FIFTIES)
    bench.show()
    bench.shell.commands.send("go.lanes")
    bench.settle()
    for lane in ("town", "port"):
        assert bench.shell.canvas.is_at_heads
        QTest.keyClick(bench.shell.canvas, Qt.Key.Key_M)
        bench.settle()
        folded = bench.shell.store.state.folded
        assert folded is not None
        assert folded.lane_id == lane
        bench.shell.commands.send("go.lanes")
        QTest.keyClick(bench.shell.canvas, Qt.Key.Key_Down)
        bench.settle()
    bench.close()


def test_the_row_at_hand_is_seen_where_the_panel_is_low(qt_app, tmp_path):
    bench = bench_of(tmp_path, *crowd(), settings=Settings(text_size_percent=200), size=(1280, 720))
    open_by_key(bench)
    page, panel = page_of(bench), bench.shell.panel
    assert panel is not None
    for _ in range(3):
        row = page.list.visualRect(page.list.currentIndex())
        seen = page.list.viewport().mapTo(panel.viewport(), row.topLeft())
        assert seen.y() >= 0
        assert seen.y() + row.height() <= panel.viewport().height()
        QTest.keyClick(page.list, Qt.Key.Key_Down)
    bench.close()


def test_a_finger_chooses_a_row(qt_app):
    stage = stage_of(small_document(*ENDS, *crowd(60)))
    stretch = FoldedStretch("town", year_start_s(1955), year_start_s(1956), 1e7)
    page = FoldedPage()
    page.fill(folded_list(stage, stretch, ENGLISH), stage.fitted.showing, look())
    show(page, 400, 600)
    chosen: list[str] = []
    page.event_open_requested.connect(chosen.append)
    viewport = page.list.viewport()
    at = page.list.visualRect(page.model.index(2)).center()
    QTest.touchEvent(viewport, touch_screen()).press(1, at, viewport).commit()
    QTest.touchEvent(viewport, touch_screen()).release(1, at, viewport).commit()
    assert chosen == [page.model.event_id(2)]
    page.close()


def test_a_list_follows_the_lens(bench):
    open_by_key(bench)
    page = page_of(bench)
    before = page.model.rowCount()
    until_s = seconds_from_civil(1955, 3, 15)
    bench.shell.store.set_lens(Lens(dates=DateFilter(Relation.BEFORE, until_s, until_s + 86_400)))
    bench.settle()
    assert page_of(bench) is page
    assert 0 < page.model.rowCount() < before
    assert {page.model.row(number).date for number in range(page.model.rowCount())} <= {
        f"{day} March 1955" for day in range(1, 15)
    }
    assert f"{page.model.rowCount()} events in Town" in page.list.accessibleDescription()
