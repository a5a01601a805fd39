# SPDX-License-Identifier: MIT
"""The names of the lanes by finger; lanes out of sight, and events in them; what is remembered."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from tests.sample_documents import document_of
from tests.ui.canvas_bench import touch_screen
from tests.ui.lane_bench import (
    CLERKS,
    CREW,
    LEFT,
    OFFICE,
    SEA,
    TOWN,
    canvas_of,
    click,
    control_of,
    exhibit,
    head,
    icons,
    lane_bench,
    lanes,
    low_bench,
    name_of,
    note,
    notes,
    order,
    point,
    roles,
    scene_of,
)
from tests.ui.shell_bench import ShellBench
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.content.reading import Reading
from timeline_app.scene.items import Target, TargetKind
from timeline_app.ui.canvas.lane_heads import LONG_PRESS_MS
from timeline_app.ui.panels.hidden_lane_box import HiddenLaneBox


@pytest.fixture
def bench(qt_app: QApplication, tmp_path: Path) -> Iterator[ShellBench]:
    made = lane_bench(tmp_path)
    yield made
    made.close()


@pytest.fixture
def low(qt_app: QApplication, tmp_path: Path) -> Iterator[ShellBench]:
    made = low_bench(tmp_path)
    yield made
    made.close()


# -- fingers ----------------------------------------------------------------------------------------


class Finger:
    """One finger on the canvas."""

    def __init__(self, bench: ShellBench) -> None:
        self._bench, self._at = bench, QPoint()

    def put(self, at: QPoint) -> None:
        """Come down."""
        self._at = at
        QTest.touchEvent(canvas_of(self._bench), touch_screen()).press(0, at, canvas_of(self._bench)).commit()

    def move(self, at: QPoint) -> None:
        """Move on."""
        self._at = at
        QTest.touchEvent(canvas_of(self._bench), touch_screen()).move(0, at, canvas_of(self._bench)).commit()

    def lift(self) -> None:
        """Go."""
        canvas = canvas_of(self._bench)
        QTest.touchEvent(canvas, touch_screen()).release(0, self._at, canvas).commit()
        self._bench.settle()


@pytest.fixture
def finger(bench: ShellBench) -> Finger:
    return Finger(bench)


def test_a_tap_on_a_name_shows_the_control_and_one_on_the_control_collapses(
    bench: ShellBench, finger: Finger
) -> None:
    finger.put(name_of(bench, SEA))
    finger.lift()
    assert lanes(bench).is_usual
    assert icons(bench) == [(SEA, "chevron-down")]
    finger.put(control_of(bench, SEA))
    finger.lift()
    assert lanes(bench).collapsed == {"sea"}


def test_a_finger_that_holds_a_name_opens_its_menu(bench: ShellBench, finger: Finger) -> None:
    at = name_of(bench, SEA)
    finger.put(at)
    bench.clock.advance(LONG_PRESS_MS + 10)
    finger.move(at + QPoint(3, 3))
    bench.settle(20)
    assert "lane-carried" in roles(bench)
    finger.lift()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.accessibleName() == "Lane: The sea"
    menu.close()
    assert lanes(bench).is_usual


def test_a_finger_that_holds_a_name_and_moves_carries_the_lane(bench: ShellBench, finger: Finger) -> None:
    at = name_of(bench, SEA)
    finger.put(at)
    bench.clock.advance(LONG_PRESS_MS + 10)
    finger.move(at - QPoint(0, 40))
    finger.move(QPoint(at.x(), round(head(bench, TOWN).rect.y + 4)))
    finger.lift()
    assert order(bench) == (SEA, TOWN, OFFICE, CREW, CLERKS)
    assert QApplication.activePopupWidget() is None


def test_a_finger_that_moves_at_once_scrolls(low: ShellBench) -> None:
    finger, at = Finger(low), name_of(low, TOWN)
    finger.put(at)
    finger.move(at - QPoint(0, 30))
    finger.move(at - QPoint(0, 60))
    low.clock.advance(LONG_PRESS_MS + 10)
    finger.lift()
    view = canvas_of(low).displayed_view
    assert view is not None
    assert view.lane_scroll_px > 40.0
    assert lanes(low).is_usual


def test_what_a_finger_can_press_is_large_enough(bench: ShellBench) -> None:
    bench.shell.commands.send("lanes.collapse-all")
    bench.settle()
    heads = scene_of(bench).lane_heads
    assert [head.lane for head in heads] == [TOWN, OFFICE, SEA]
    for above, below in pairwise(heads):
        # With the gap between them they are as far apart as a fingertip is wide.
        assert below.rect.y - above.rect.y >= 44.0
    assert {head.control.w for head in heads} == {44.0}


# -- what is out of sight ---------------------------------------------------------------------------


def test_lanes_below_and_above_are_told_and_a_press_leads_there(low: ShellBench) -> None:
    assert list(notes(low)) == ["below"]
    assert notes(low)["below"].endswith("more")
    for _ in range(6):
        if "below" in notes(low):
            centre = note(low, "below").rect.centre
            click(low, QPoint(round(centre.x), round(centre.y)))
    assert list(notes(low)) == ["above"]
    centre = note(low, "above").rect.centre
    click(low, QPoint(round(centre.x), round(centre.y)))
    assert "below" in notes(low)


def test_a_pinned_lane_stays_while_others_scroll_under_it(low: ShellBench) -> None:
    low.shell.commands.send("lanes.pin", lane="sea")
    low.settle()
    before = head(low, SEA).rect
    low.shell.commands.send("view.scroll-lanes", by_px=60.0)
    low.settle()
    scene = scene_of(low)
    assert head(low, SEA).rect == before
    assert scene.pinned == {SEA}
    assert scene.lane_heads[1].rect.y >= before.bottom
    assert all(one.rect.y >= scene.scrolled_rect.y for one in scene.lane_heads[1:])


def test_an_event_under_a_pinned_lane_is_not_hit(low: ShellBench) -> None:
    low.shell.commands.send("lanes.pin", lane="sea")
    low.shell.commands.send("view.scroll-lanes", by_px=60.0)
    low.settle()
    scene = scene_of(low)
    centre = head(low, SEA).rect.centre
    for x in range(200, 650, 25):
        QTest.mouseClick(canvas_of(low), LEFT, pos=QPoint(x, round(centre.y)))
        low.settle(20)
        primary = low.shell.store.state.selection.primary
        assert primary is None or primary.startswith("sea-")
    assert scene.pinned_px > 0.0


# -- an event whose lane is out of sight ------------------------------------------------------------


def test_the_notice_on_a_hidden_lane_has_a_button_that_shows_it(bench: ShellBench) -> None:
    bench.shell.commands.send("lanes.hide", lane="sea")
    bench.shell.commands.send("select.event", id="sea-1955")
    bench.settle(100)
    notice = bench.shell.notice
    assert notice.words == "This event is not drawn: its lane, The sea, is hidden."
    button = notice.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    assert button.isVisible()
    assert button.text() == "Show the lane"
    assert button.height() >= 44
    assert canvas_of(bench).rect().contains(notice.geometry())
    QTest.mouseClick(button, LEFT)
    bench.settle()
    assert lanes(bench).is_usual
    assert not notice.isVisible()


def test_the_details_say_that_an_event_is_not_drawn_and_offer_to_show_it(bench: ShellBench) -> None:
    panel = bench.shell.panel
    assert panel is not None
    bench.shell.commands.send("select.event", id="sea-1955")
    bench.settle()
    box = panel.findChild(HiddenLaneBox)
    assert isinstance(box, HiddenLaneBox)
    assert not box.isVisible()
    bench.shell.commands.send("lanes.hide", lane="sea")
    bench.settle()
    assert box.isVisible()
    assert "its lane, The sea, is hidden" in str(box.text.paragraphs)
    QTest.mouseClick(box.button, LEFT)
    bench.settle()
    assert lanes(bench).is_usual
    assert not box.isVisible()


def test_a_click_in_a_collapsed_lane_selects_and_leaves_it_collapsed(bench: ShellBench) -> None:
    bench.shell.commands.send("lanes.toggle", lane="sea")
    bench.settle()
    view = canvas_of(bench).displayed_view
    assert view is not None
    strip = next(
        item for item in scene_of(bench).items if item.target == Target(TargetKind.FOLDED, -1, SEA, "strip")
    )
    x = bench.shell.stage.time_scale(view).x_of(seconds_from_civil(1955, 7, 1))
    click(bench, QPoint(round(x), round(strip.rect.centre.y)))
    assert bench.shell.store.state.selection.primary == "sea-1955"
    assert lanes(bench).collapsed == {"sea"}
    card = next(item for item in scene_of(bench).items if item.role == "event-card")
    area = head(bench, SEA).rect
    assert area.y <= card.rect.y
    assert card.rect.bottom <= area.bottom + 1.0


# -- in the lanes, and right to left ----------------------------------------------------------------


def test_without_a_column_names_in_the_lanes_do_the_same(qt_app: QApplication, tmp_path: Path) -> None:
    bench = ShellBench(tmp_path, exhibit(), path=Path("port.yaml"), size=(520, 900))
    bench.show()
    assert scene_of(bench).heads_rect.w == 0.0
    rect = head(bench, OFFICE).rect
    point(bench, QPoint(round(rect.x + 60), round(rect.y + 8)))
    assert icons(bench) == [(OFFICE, "chevron-down")]
    click(bench, QPoint(round(rect.right - 12), round(rect.y + 8)))
    assert lanes(bench).collapsed == {"office"}
    bench.shell.commands.send("lanes.hide", lane="town")
    bench.settle()
    assert notes(bench)["hidden"] == "1 lane hidden"
    bench.close()


def test_right_to_left_the_controls_stand_at_the_right(bench: ShellBench) -> None:
    bench.shell.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bench.shell.window.resize(1_101, 760)
    bench.settle()
    rect = head(bench, SEA).rect
    assert rect.right == scene_of(bench).size.w
    click(bench, control_of(bench, SEA))
    assert lanes(bench).collapsed == {"sea"}
    assert (SEA, "chevron-left") in icons(bench)
    sign = next(item for item in scene_of(bench).items if item.role == "lane-sign")
    assert sign.rect.right > rect.centre.x
    bench.shell.window.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


# -- what is remembered -----------------------------------------------------------------------------


def test_what_was_done_to_lanes_is_remembered_for_the_exhibit(qt_app: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "port.yaml"
    document = document_of(
        {
            "title": "Port",
            "lanes": {"sea": {"title": "Sea"}},
            "events": [{"id": "a", "date": "1950", "title": "A", "lane": "sea"}],
        },
        path,
    )
    bench = ShellBench(tmp_path, Reading(document, (), (path,)), path=path, keeps_places=True)
    bench.show()
    bench.shell.commands.send("lanes.toggle", lane="sea")
    bench.close()
    again = ShellBench(tmp_path, Reading(document, (), (path,)), path=path, keeps_places=True)
    again.show()
    assert lanes(again).collapsed == {"sea"}
    again.close()
    other = ShellBench(tmp_path, exhibit(), path=Path("port.yaml"), keeps_places=True)
    other.show()
    assert lanes(other).is_usual
    other.close()


def test_touching_nothing_leaves_the_pointer_alone(bench: ShellBench) -> None:
    heads = canvas_of(bench).heads
    assert not heads.hover(QPointF(-1.0, -1.0))
    assert not heads.click(QPointF(600.0, 300.0))
    assert not heads.send_key("P")
