# SPDX-License-Identifier: MIT
"""The presenter's window: what it tells at each moment, what its buttons and keys do, and the mirror of the hall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from tests.stages import ENGLISH
from tests.tour_exhibit import toured
from tests.ui.canvas_bench import touch_screen
from tests.ui.shell_bench import ShellBench
from timeline_app.base.geometry import Point, Rect
from timeline_app.content.reader import Reading
from timeline_app.scene.items import TargetKind
from timeline_app.scene.view import View
from timeline_app.state.app_state import PanelPage
from timeline_app.state.present_keys import PresentKeys
from timeline_app.state.present_timer import Timer
from timeline_app.state.tour_state import Cover, PresentState, TourState
from timeline_app.ui.present.hall import Hall
from timeline_app.ui.present.key_filter import KeyFilter
from timeline_app.ui.present.presenter_style import LEAST_TARGET_PX
from timeline_app.ui.present.presenter_window import PresenterWindow

pytestmark = pytest.mark.usefixtures("fonts")
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Desk:
    """A presenter's window beside a hall that nobody shows, over a whole shell."""

    def __init__(self, bench: ShellBench, size: tuple[int, int] = (1280, 720)) -> None:
        shell = bench.shell
        self.bench, self.store, self.send = bench, shell.store, shell.commands.send
        self.hall = Hall(shell.around.clock, ENGLISH, self.send, shell.around.resources / "themes")
        self.hall.resize(1280, 720)
        shell.stage_shown = self.hall.stage
        self.window = PresenterWindow(shell, self.hall, self.hall.canvas)
        keys = KeyFilter(PresentKeys(self.store, shell.commands).press, self.window)
        self.window.take_key, self.window.held = keys.take, keys.held
        self.end = self.store.watch(lambda old, new: self.show())
        self.send("tour.open", id="long")
        self.store.set_present(PresentState(timer=Timer.begun(bench.clock.now_ms())))
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        bench.settle()

    def show(self) -> None:
        """Do what the desk of presentations does at each change."""
        if self.store.state.present is not None:
            self.hall.show_state(self.store.showing, self.store.state)
            self.window.show_state()

    @property
    def present(self) -> PresentState:
        assert self.store.state.present is not None
        return self.store.state.present

    @property
    def tour(self) -> TourState:
        assert self.store.state.tour is not None
        return self.store.state.tour

    def press(self, key: Qt.Key) -> None:
        """Press a key wherever the keyboard is."""
        QTest.keyClick(self.focused(), key)
        self.bench.settle()

    def click(self, button: QAbstractButton) -> None:
        QTest.mouseClick(button, LEFT)
        self.bench.settle()

    def focus(self) -> str:
        focused = self.focused()
        return "" if focused is self.window else focused.accessibleName()

    def focused(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def place_of_event(self, event_id: str) -> QPoint:
        """Return where an event's mark is in the mirror."""
        canvas, scene = self.hall.canvas, self.hall.canvas.scene
        assert scene is not None
        found = next(
            item
            for item in scene.items
            if item.target is not None
            and item.target.kind is TargetKind.EVENT
            and canvas.event_id(item.target.index) == event_id
        )
        at = canvas.mapTo(self.hall, QPoint(round(found.rect.centre.x), round(found.rect.centre.y)))
        share = Point(at.x() / self.hall.width(), at.y() / self.hall.height())
        return self.window.mirror.place_of(share).toPoint()

    def view(self) -> View:
        """Return the view once nothing moves any more."""
        self.bench.settle()
        assert self.store.state.view is not None
        return self.store.state.view


@pytest.fixture
def desk(qt_app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    # The program's own desk would open windows on the screens that there are.
    monkeypatch.setattr("timeline_app.ui.present.desk.PresentDesk", lambda shell, screens: None)
    path = tmp_path / "tours.yaml"
    bench = ShellBench(tmp_path, Reading(toured(path=path), (), (path,)))
    bench.settle()
    made = Desk(bench)
    yield made
    made.end()
    made.window.hide()
    bench.close()


def words(label: QLabel | QAbstractButton) -> str:
    return label.text()


def test_it_tells_what_comes_next_and_what_was_noted(desk: Desk) -> None:
    window = desk.window
    assert (window.next.heading.accessibleName(), words(window.next.title)) == ("Next · 2 of 4", "deal")
    assert [part.text for part in window.notes.text.paragraphs] == ["Begin here. Tell of the order."]
    assert window.notes.heading.accessibleName() == "Notes · 2 minutes"
    desk.send("tour.next")
    assert window.next.heading.accessibleName() == "Next · step 1 of 2 of this stop"
    assert [part.text for part in window.notes.text.paragraphs] == ["There are no notes for this stop."]
    assert window.mirror.accessibleDescription() == "Stop 2 of 4: deal"
    # What they may ask is a button that leads to the stop.
    asks = [button.accessibleName() for button in window.notes.asks]
    assert asks == ["If they ask about the ferry – stop 4: ferry", "If they ask who sings – stop 3: song"]
    desk.click(window.notes.asks[1])
    assert desk.tour.stop == 3
    # Dots stand for the planned stops, and for the spare one where one is; they lead there.
    dots = window.progress.dots
    assert [dot.number for dot in dots if not dot.isHidden()] == [1, 2, 3, 4, 5]
    assert dots[2].accessibleName() == "Stop 3, where you are: song"
    desk.click(dots[3])
    assert desk.tour.stop == 4
    assert [(dot.number, dot.behind) for dot in dots[:4]] == [(1, True), (2, True), (4, False), (5, False)]


def test_what_was_learnt_later_is_set_apart_only_while_the_class_looks_from_before(desk: Desk) -> None:
    def noted() -> list[tuple[str, bool]]:
        paragraphs = desk.window.notes.text.paragraphs
        return [(part.text, any(run.since for run in part.runs)) for part in paragraphs]

    assert noted() == [("Begin here. Tell of the order.", False)]
    desk.send("known.set", date="1970")
    explained = "Underlined with dots: not yet known at the moment from which the class looks."
    assert noted() == [("Begin here. Tell of the order.", True), (explained, False)]


def test_the_timer_runs_pauses_counts_down_and_tells_the_pace(desk: Desk) -> None:
    timer, clock = desk.window.timer, desk.window.clock
    assert words(clock.digits) == "09:00"
    desk.bench.settle(180_000.0 - desk.bench.clock.now_ms())
    passed = words(timer.digits)
    assert passed in {"02:57", "02:58"}
    assert words(timer.line) == "elapsed · 20:00 planned"
    assert words(timer.pace) == "On time"
    assert words(clock.digits) == "09:03"
    desk.click(timer.pause)
    assert (words(timer.pace), words(timer.pause)) == ("Paused", "Go on")
    assert words(timer.digits)[:3] == "02:"
    desk.press(Qt.Key.Key_D)
    assert words(timer.digits).startswith("17:")
    desk.click(timer.reset)
    assert words(timer.digits) == "20:00"
    # The last minutes, and time that is over, have a sign beside their colour.
    inks = set()
    for minutes, sign in ((1, ""), (16, "⚠"), (21, "‼")):
        desk.store.set_present(replace(desk.present, timer=Timer(counted_ms=minutes * 60_000.0)))
        assert words(timer.digits) == f"{minutes:02d}:00 {sign}".strip()
        inks.add(timer.digits.palette().windowText().color().name())
    assert len(inks) == 3


def test_keys_reach_the_tour_wherever_the_keyboard_is(desk: Desk) -> None:
    window = desk.window
    for part in (window.keys.buttons["present.ring"], window.timer.pause):
        desk.click(part)
        assert desk.focus() == ""
    QTest.mouseClick(window.notes.text, LEFT)
    desk.press(Qt.Key.Key_Space)
    assert desk.tour.stop == 2
    # Tab leads to buttons. Space presses one; whatever else is pressed there is the tour's.
    window.notes.larger.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Qt.Key.Key_Space)
    assert (desk.present.notes_pt, desk.tour.stop, desk.tour.step) == (24, 2, 0)
    desk.press(Qt.Key.Key_PageDown)
    desk.press(Qt.Key.Key_Right)
    assert (desk.tour.stop, desk.tour.step) == (2, 2)
    window.notes.area.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Qt.Key.Key_Down)
    assert desk.tour.stop == 2
    desk.press(Qt.Key.Key_PageDown)
    assert desk.tour.stop == 4


def key(kind: QEvent.Type, code: Qt.Key, time_ms: int) -> QKeyEvent:
    event = QKeyEvent(kind, code, NONE)
    event.setTimestamp(time_ms)
    return event


def test_a_key_that_is_held_is_meant_once_whatever_the_window_system_says(desk: Desk) -> None:
    page_down, letter = Qt.Key.Key_PageDown, Qt.Key.Key_Z
    QApplication.sendEvent(desk.window, key(QEvent.Type.KeyPress, page_down, 1_000))
    for time_ms in (1_600, 1_640, 1_680):
        QApplication.sendEvent(desk.window, key(QEvent.Type.KeyRelease, page_down, time_ms))
        QApplication.sendEvent(desk.window, key(QEvent.Type.KeyPress, page_down, time_ms))
    assert (desk.tour.stop, desk.tour.step) == (2, 0)
    QApplication.sendEvent(desk.window, key(QEvent.Type.KeyRelease, page_down, 1_700))
    QApplication.sendEvent(desk.window, key(QEvent.Type.KeyPress, page_down, 1_800))
    assert (desk.tour.stop, desk.tour.step) == (2, 1)
    # While a part of the picture is drawn, the key of the zoom is held as well.
    QApplication.sendEvent(desk.window, key(QEvent.Type.KeyPress, letter, 3_000))
    QApplication.sendEvent(desk.window, key(QEvent.Type.KeyRelease, letter, 3_600))
    QApplication.sendEvent(desk.window, key(QEvent.Type.KeyPress, letter, 3_600))
    desk.bench.settle()
    assert (desk.window.hand.zooms, desk.present.zoomed) == (True, None)
    QApplication.sendEvent(desk.window, key(QEvent.Type.KeyRelease, letter, 3_700))
    desk.bench.settle()
    assert not desk.window.hand.zooms
    assert desk.present.zoomed is not None


def test_tab_goes_through_the_window_as_it_is_read_and_leaves_nothing_in_hand_at_its_ends(desk: Desk) -> None:
    def walked(key: Qt.Key, count: int) -> list[str]:
        found = []
        for _ in range(count):
            QTest.keyClick(desk.focused(), key)
            found.append(desk.focus())
        return found

    desk.send("tour.next")
    forth = walked(Qt.Key.Key_Tab, 9)
    assert forth[:2] == ["What the class sees", "Go to stop 1: pier"]
    assert forth[4:] == [
        "Go to stop 5: The Daily",
        "Larger notes",
        "Notes",
        "If they ask about the ferry – stop 4: ferry",
        "If they ask who sings – stop 3: song",
    ]
    assert walked(Qt.Key.Key_Backtab, 9) == [*forth[-2::-1], ""]
    assert walked(Qt.Key.Key_Backtab, 1) == ["Uncover"]


def test_on_a_small_screen_the_ways_on_are_told_in_fewer_words(desk: Desk) -> None:
    desk.send("tour.go", number=2)
    notes = desk.window.notes
    assert notes.ask_heading.isHidden()
    assert [each.height() for each in notes.asks] == [LEAST_TARGET_PX] * 2
    # What is heard is said whole, and so is what is read where there is room.
    assert notes.asks[0].accessibleName() == "If they ask about the ferry – stop 4: ferry"
    desk.window.resize(1920, 1080)
    desk.bench.settle()
    assert notes.ask_heading.isVisible()


def test_notes_grow_to_sixty_points_and_no_further(desk: Desk) -> None:
    notes = desk.window.notes
    heights = []
    while notes.larger.isEnabled():
        heights.append(notes.text.heightForWidth(400))
        desk.click(notes.larger)
    assert desk.present.notes_pt == 60
    assert heights == sorted(set(heights))
    assert notes.smaller.isEnabled()


def test_lit_keys_and_words_tell_what_keeps_the_class_from_seeing(desk: Desk) -> None:
    window, buttons = desk.window, desk.window.keys.buttons

    def lit() -> list[str]:
        return [command for command, button in buttons.items() if button.isChecked()]

    at = window.mirror.place_of(Point(0.9, 0.9)).toPoint()
    bright = QColor(window.mirror.grab().toImage().pixel(at)).lightness()
    desk.click(buttons["present.black"])
    assert desk.present.cover is Cover.BLACK
    assert QColor(window.mirror.grab().toImage().pixel(at)).lightness() < bright / 2
    desk.click(buttons["present.spotlight"])
    assert lit() == ["present.black", "present.spotlight"]
    assert words(window.pills.lasting) == "Black: the class sees nothing"
    desk.press(Qt.Key.Key_PageDown)
    assert lit() == ["present.spotlight"]
    desk.click(buttons["present.freeze"])
    assert words(window.pills.lasting) == "Frozen: the class still sees the picture of before"
    assert buttons["tour.next"].accessibleDescription() == "PgDown"
    # What the program says passes by itself.
    desk.send("tour.last")
    desk.send("tour.next")
    assert words(window.pills.passing) == ENGLISH.say("notice.tour-end")
    desk.bench.settle(6_001.0)
    assert words(window.pills.passing) == ""


def test_the_overview_is_walked_by_arrows_and_left_by_a_choice(desk: Desk) -> None:
    desk.press(Qt.Key.Key_G)
    grid = desk.window.grid
    facts = [tile.accessibleDescription() for tile in grid.tiles]
    assert facts == ["1950 · 2 minutes", "1 March 1955", "spare", "1 May 1960", ""]
    assert desk.focus() == "Stop 1, where you are: pier"
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Right)
    assert (desk.focus(), desk.tour.stop) == ("Go to stop 3: song", 1)
    desk.press(Qt.Key.Key_Home)
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Return)
    assert (desk.tour.stop, desk.present.is_overview_shown) == (2, False)
    assert grid.isHidden()
    # A number that was typed comes before the tile in hand.
    desk.press(Qt.Key.Key_G)
    desk.press(Qt.Key.Key_4)
    assert words(desk.window.pills.passing) == "Go to stop 4: press Return"
    assert desk.window.pills.passing.isVisible()
    desk.press(Qt.Key.Key_Return)
    assert desk.tour.stop == 4


def test_the_mirror_shows_the_hall_whole_and_lets_a_hand_explore_it(desk: Desk) -> None:
    mirror = desk.window.mirror
    rect = mirror.picture_rect
    assert rect.width() / rect.height() == pytest.approx(1280 / 720, abs=0.01)
    picture = mirror.grab().toImage()
    corner = picture.pixelColor(round(rect.right()) - 12, round(rect.bottom()) - 12)
    assert corner == desk.hall.picture(desk.hall.size()).pixelColor(1280 - 20, 720 - 20)
    QTest.mouseClick(mirror, LEFT, NONE, desk.place_of_event("deal"))
    desk.bench.settle()
    assert mirror.grab().toImage() != picture
    assert (desk.store.state.selection.primary, desk.tour.is_away) == ("deal", True)
    # What the event has to show is a press away.
    card = desk.window.class_card
    assert [row.accessibleName() for row in card.rows] == [
        "The event: Deal",
        "Excerpt · The office: Sail by night.",
        "Source: A study",
    ]
    desk.click(card.rows[1])
    assert (desk.store.state.page, desk.store.state.subject) == (PanelPage.EXCERPT, "order")
    assert [row.accessibleDescription() for row in card.rows] == ["", "The class sees this now", ""]
    desk.click(card.back)
    assert (desk.tour.is_away, desk.store.state.selection.primary) == (False, "pier")
    assert card.isHidden()


def test_dragging_turning_and_pinching_in_the_mirror_move_the_timeline_of_the_class(desk: Desk) -> None:
    mirror, at = desk.window.mirror, desk.place_of_event("pier") + QPoint(0, 60)
    views = [desk.view()]
    QTest.mousePress(mirror, LEFT, NONE, at)
    QTest.mouseMove(mirror, at + QPoint(30, 0))
    QTest.mouseMove(mirror, at + QPoint(60, 0))
    QTest.mouseRelease(mirror, LEFT, NONE, at + QPoint(60, 0))
    views.append(desk.view())
    assert views[1].start_s < views[0].start_s
    turn(desk, at)
    views.append(desk.view())
    assert views[2].span_s < views[1].span_s
    device, far, near = touch_screen(), QPoint(90, 0), QPoint(30, 0)
    QTest.touchEvent(mirror, device).press(0, at, mirror).commit()
    QTest.touchEvent(mirror, device).move(0, at - QPoint(40, 0), mirror).commit()
    QTest.touchEvent(mirror, device).release(0, at - QPoint(40, 0), mirror).commit()
    views.append(desk.view())
    assert views[3].start_s > views[2].start_s
    QTest.touchEvent(mirror, device).press(0, at - near, mirror).press(1, at + near, mirror).commit()
    QTest.touchEvent(mirror, device).move(0, at - far, mirror).move(1, at + far, mirror).commit()
    QTest.touchEvent(mirror, device).release(0, at - far, mirror).release(1, at + far, mirror).commit()
    assert desk.view().span_s < views[3].span_s / 2


def turn(desk: Desk, at: QPoint) -> None:
    """Turn the wheel a notch away from oneself."""
    mirror = desk.window.mirror
    there = QPointF(at)
    event = QWheelEvent(
        there, QPointF(mirror.mapToGlobal(at)), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, NONE,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(mirror, event)
    desk.bench.settle()


def test_once_tab_has_come_to_the_mirror_arrows_walk_the_timeline_of_the_class(desk: Desk) -> None:
    def in_hand() -> str | None:
        return desk.store.state.selection.primary

    desk.window.mirror.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Qt.Key.Key_Right)
    assert (in_hand(), desk.tour.stop, desk.tour.is_away) == ("deal", 1, True)
    before = desk.view()
    desk.press(Qt.Key.Key_Plus)
    assert desk.view().span_s < before.span_s
    desk.press(Qt.Key.Key_W)
    assert desk.present.cover is Cover.WHITE
    desk.press(Qt.Key.Key_W)
    # With a tool in hand the keys are its own, and those of clickers are the tour's everywhere.
    desk.press(Qt.Key.Key_O)
    size, span_s = desk.present.tool_size, desk.view().span_s
    desk.press(Qt.Key.Key_Plus)
    assert (desk.present.tool_size > size, desk.view().span_s) == (True, span_s)
    desk.press(Qt.Key.Key_PageDown)
    assert desk.tour.stop == 2


def test_with_a_tool_the_hand_points_and_with_the_zooms_key_held_it_chooses_a_part(desk: Desk) -> None:
    mirror = desk.window.mirror
    desk.press(Qt.Key.Key_L)
    at = mirror.place_of(Point(0.25, 0.75)).toPoint()
    QTest.mouseMove(mirror, at)
    desk.bench.settle()
    assert desk.present.at == pytest.approx((0.25, 0.75), abs=0.01)
    size = desk.present.tool_size
    turn(desk, at)
    assert desk.present.tool_size > size
    shade = mirror.grab().toImage()
    lit, dim = (mirror.place_of(Point(x, 0.7)).toPoint() for x in (0.25, 0.9))
    assert QColor(shade.pixel(lit)).lightness() > QColor(shade.pixel(dim)).lightness()
    # The part has the picture's own shape, so that it fills all of it.
    first, last = mirror.place_of(Point(0.5, 0.5)).toPoint(), mirror.place_of(Point(0.3, 0.4)).toPoint()
    QTest.keyPress(desk.window, Qt.Key.Key_Z)
    QTest.mousePress(mirror, LEFT, NONE, first)
    QTest.mouseMove(mirror, last)
    assert mirror.band is not None
    QTest.mouseRelease(mirror, LEFT, NONE, last)
    QTest.keyRelease(desk.window, Qt.Key.Key_Z)
    desk.bench.settle()
    assert desk.present.zoomed == pytest.approx(Rect(0.3, 0.3, 0.2, 0.2), abs=0.01)
    assert words(desk.window.pills.lasting) == "Zoomed: the class sees only this part"
    desk.press(Qt.Key.Key_Z)
    assert (desk.present.zoomed, desk.tour.is_away) == (None, False)


def test_it_fits_its_screen_and_all_that_is_pressed_is_large_enough(desk: Desk) -> None:
    for size in ((1280, 720), (1920, 1080), (3840, 2160)):
        desk.window.resize(*size)
        desk.bench.settle(0.0)
        least = desk.window.minimumSizeHint()
        assert (least.width() <= size[0], least.height() <= size[1]) == (True, True)
        assert (desk.window.width(), desk.window.height()) == size
        for button in desk.window.findChildren(QAbstractButton):
            if button.isVisible():
                name = button.accessibleName() or button.text()
                assert name
                assert min(button.height(), button.width()) >= LEAST_TARGET_PX, name
    desk.window.resize(1080, 1920)
    desk.bench.settle(0.0)
    least, keys = desk.window.minimumSizeHint(), desk.window.keys
    assert (least.width() <= 1080, least.height() <= 1920) == (True, True)
    assert keys.y() > desk.window.timer.y()
    assert keys.width() > 1000
    desk.window.resize(3840, 2160)
    desk.bench.settle(0.0)
    plain_px = desk.window.timer.pace.sizeHint().height()
    settings = desk.store.state.settings
    for percent, larger in ((150, 1.5), (300, 1.5)):
        desk.store.set_settings(replace(settings, text_size_percent=percent))
        desk.bench.settle(0.0)
        desk.window.resize(1280, 720)
        desk.bench.settle(0.0)
        assert desk.window.height() == 720
        desk.window.resize(3840, 2160)
        desk.bench.settle(0.0)
        assert desk.window.timer.pace.sizeHint().height() == pytest.approx(plain_px * larger, rel=0.05)
    desk.window.close()
    assert desk.store.state.present is None
