# SPDX-License-Identifier: MIT
"""The names of the lanes by mouse, finger and key, in a whole shell."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from tests.sample_documents import document_of
from tests.ui.canvas_bench import touch_screen
from tests.ui.shell_bench import ShellBench
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.content.reading import Reading
from timeline_app.model.lane_state import LaneState
from timeline_app.scene.items import LaneHead, LaneNote, Scene, Target, TargetKind
from timeline_app.scene.lane_marks import HIDDEN_LINE, NO_LANE
from timeline_app.state.app_state import Settings
from timeline_app.state.session_files import Session
from timeline_app.ui.canvas.lane_heads import LONG_PRESS_MS
from timeline_app.ui.canvas.widget import CanvasWidget
from timeline_app.ui.panels.hidden_lane_box import HiddenLaneBox

# Town; office, which holds crew and clerks; sea; and the lane of events that name none.
TOWN, OFFICE, CREW, CLERKS, SEA = range(5)
NAMES = ("town", "office", "crew", "clerks", "sea")
LEFT = Qt.MouseButton.LeftButton


def exhibit() -> Reading:
    lanes = {name: {"title": f"The {name}", "colour": "teal"} for name in NAMES}
    lanes["crew"]["parent"] = lanes["clerks"]["parent"] = "office"
    events = [
        {"id": f"{name}-{year}", "date": f"{year}-07-01", "title": f"{name} in {year}", "lane": name}
        for year in range(1950, 1962)
        for name in NAMES
    ]
    return Reading(
        document_of({"title": "Port", "lanes": lanes, "events": events}, Path("port.yaml")), (), ()
    )


@pytest.fixture
def bench(qt_app: QApplication, tmp_path: Path) -> Iterator[ShellBench]:
    made = ShellBench(tmp_path, exhibit(), path=Path("port.yaml"), size=(1_100, 760))
    made.show()
    yield made
    made.close()


@pytest.fixture
def low(qt_app: QApplication, tmp_path: Path) -> Iterator[ShellBench]:
    """A window in which the lanes do not fit."""
    large = Settings(text_size_percent=150)
    made = ShellBench(tmp_path, exhibit(), path=Path("port.yaml"), settings=large, size=(1_500, 400))
    made.show()
    yield made
    made.close()


def canvas_of(bench: ShellBench) -> CanvasWidget:
    return bench.shell.canvas


def scene_of(bench: ShellBench) -> Scene:
    scene = canvas_of(bench).scene
    assert scene is not None
    return scene


def lanes(bench: ShellBench) -> LaneState:
    return bench.shell.store.state.lanes


def order(bench: ShellBench) -> tuple[int, ...]:
    return bench.shell.stage.fitted.choice.order


def head(bench: ShellBench, lane: int) -> LaneHead:
    return next(head for head in scene_of(bench).lane_heads if head.lane == lane)


def note(bench: ShellBench, part: str) -> LaneNote:
    return next(note for note in scene_of(bench).lane_notes if note.part == part)


def notes(bench: ShellBench) -> dict[str, str]:
    return {note.part: note.text for note in scene_of(bench).lane_notes}


def name_of(bench: ShellBench, lane: int) -> QPoint:
    """Return a point of a lane's name beside its control."""
    rect = head(bench, lane).rect
    return QPoint(round(rect.right - 20), round(rect.centre.y))


def control_of(bench: ShellBench, lane: int) -> QPoint:
    centre = head(bench, lane).control.centre
    return QPoint(round(centre.x), round(centre.y))


def point(bench: ShellBench, at: QPoint) -> None:
    QTest.mouseMove(canvas_of(bench), at)
    bench.settle(50)


def click(bench: ShellBench, at: QPoint) -> None:
    point(bench, at)
    QTest.mouseClick(canvas_of(bench), LEFT, pos=at)
    bench.settle()


def drag(bench: ShellBench, start: QPoint, *way: QPoint) -> None:
    canvas = canvas_of(bench)
    QTest.mousePress(canvas, LEFT, pos=start)
    for at in way:
        QTest.mouseMove(canvas, at)
        QApplication.processEvents()
    QTest.mouseRelease(canvas, LEFT, pos=way[-1])
    bench.settle()


def keys(
    bench: ShellBench, *pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    for key in pressed:
        QTest.keyClick(canvas_of(bench), key, held)
        bench.settle()


def roles(bench: ShellBench) -> list[str]:
    return [item.role for item in scene_of(bench).items]


def icons(bench: ShellBench) -> list[tuple[int, str]]:
    return [
        (item.target.lane, item.text)
        for item in scene_of(bench).items
        if item.role == "lane-sign" and item.target is not None
    ]


# -- the mouse --------------------------------------------------------------------------------------


def test_the_control_is_shown_under_the_pointer_only(bench: ShellBench) -> None:
    assert icons(bench) == []
    point(bench, name_of(bench, SEA))
    assert icons(bench) == [(SEA, "chevron-down")]
    point(bench, QPoint(600, 300))
    assert icons(bench) == []


def test_a_click_on_the_control_collapses_and_opens(bench: ShellBench) -> None:
    rows = bench.shell.stage.fitted.placement.layout.boxes[TOWN].rows
    click(bench, control_of(bench, OFFICE))
    assert lanes(bench) == LaneState(collapsed=frozenset({"office"}))
    assert order(bench) == (TOWN, OFFICE, SEA)
    layout = bench.shell.stage.fitted.placement.layout
    assert layout.boxes[OFFICE].rows == 0
    assert layout.boxes[TOWN].rows > rows
    point(bench, QPoint(600, 300))
    assert icons(bench) == [(OFFICE, "chevron-right")]
    click(bench, control_of(bench, OFFICE))
    assert lanes(bench).is_usual


def test_all_events_of_what_a_collapsed_lane_holds_stand_in_its_strip(bench: ShellBench) -> None:
    click(bench, control_of(bench, OFFICE))
    showing, index = bench.shell.store.showing, bench.shell.stage.index
    assert showing is not None
    entries = index.lane_slice(OFFICE)
    drawn = {showing.event_id(int(ordinal)).split("-")[0] for ordinal in index.ordinal[entries]}
    assert drawn == {"office", "crew", "clerks"}
    assert entries.stop - entries.start == 36


def test_a_double_click_on_a_name_collapses_too(bench: ShellBench) -> None:
    at = name_of(bench, TOWN)
    QTest.mouseClick(canvas_of(bench), LEFT, pos=at)
    QTest.mouseDClick(canvas_of(bench), LEFT, pos=at)
    bench.settle()
    assert lanes(bench).collapsed == {"town"}


def test_a_click_on_a_name_puts_the_keyboard_there_without_a_ring(bench: ShellBench) -> None:
    click(bench, name_of(bench, SEA))
    assert canvas_of(bench).heads.focused == SEA
    assert "focus-ring" not in roles(bench)
    keys(bench, Qt.Key.Key_Space)
    assert lanes(bench).collapsed == {"sea"}
    assert "focus-ring" in roles(bench)
    click(bench, QPoint(600, 300))
    assert canvas_of(bench).heads.focused == NO_LANE


def test_a_lane_is_dragged_to_another_place(bench: ShellBench) -> None:
    target = head(bench, TOWN).rect
    canvas, start = canvas_of(bench), name_of(bench, SEA)
    QTest.mousePress(canvas, LEFT, pos=start)
    QTest.mouseMove(canvas, start + QPoint(0, -30))
    QTest.mouseMove(canvas, QPoint(start.x(), round(target.y + 4)))
    bench.settle(50)
    line = next(item for item in scene_of(bench).items if item.role == "lane-drop")
    assert line.rect.centre.y == pytest.approx(target.y - 2.0)
    assert "lane-carried" in roles(bench)
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(start.x(), round(target.y + 4)))
    bench.settle()
    assert order(bench) == (SEA, TOWN, OFFICE, CREW, CLERKS)
    assert "lane-drop" not in roles(bench)
    assert "view.set" not in bench.sent


def test_a_lane_within_another_is_dragged_within_it_only(bench: ShellBench) -> None:
    start = name_of(bench, CLERKS)
    top = QPoint(start.x(), round(scene_of(bench).lanes_rect.y) + 4)
    drag(bench, start, start + QPoint(0, -20), top)
    assert order(bench) == (TOWN, OFFICE, CLERKS, CREW, SEA)


def test_a_drag_that_leads_nowhere_changes_nothing(bench: ShellBench) -> None:
    start = name_of(bench, TOWN)
    drag(bench, start, start + QPoint(0, 20), start + QPoint(0, 3))
    assert lanes(bench).is_usual
    assert order(bench) == (TOWN, OFFICE, CREW, CLERKS, SEA)


def open_menu(bench: ShellBench, at: QPoint) -> QMenu:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, canvas_of(bench).mapToGlobal(at))
    QApplication.sendEvent(canvas_of(bench), event)
    bench.settle(50)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, command_id: str) -> None:
    action = next(action for action in menu.actions() if action.objectName() == command_id)
    assert action.isEnabled()
    action.trigger()
    menu.close()
    QApplication.processEvents()


def test_a_right_click_opens_what_can_be_done_with_a_lane(bench: ShellBench) -> None:
    menu = open_menu(bench, name_of(bench, SEA))
    assert menu.accessibleName() == "Lane: The sea"
    texts = {action.objectName(): action.text() for action in menu.actions() if action.text()}
    assert texts == {
        "lanes.toggle": "Collapse",
        "lanes.pin": "Pin to the top",
        "lanes.move-up": "Move up",
        "lanes.move-down": "Move down",
        "lanes.hide": "Hide",
    }
    assert not next(
        action for action in menu.actions() if action.objectName() == "lanes.move-down"
    ).isEnabled()
    choose(menu, "lanes.pin")
    bench.settle()
    assert order(bench) == (SEA, TOWN, OFFICE, CREW, CLERKS)
    menu = open_menu(bench, name_of(bench, SEA))
    assert "Let go from the top" in [action.text() for action in menu.actions()]
    choose(menu, "lanes.hide")
    bench.settle()
    assert lanes(bench) == LaneState(hidden=frozenset({"sea"}), pinned=("sea",))


def test_hidden_lanes_stay_in_reach(bench: ShellBench) -> None:
    choose(open_menu(bench, name_of(bench, OFFICE)), "lanes.hide")
    bench.settle()
    assert notes(bench) == {"hidden": "3 lanes hidden"}
    centre = note(bench, "hidden").rect.centre
    click(bench, QPoint(round(centre.x), round(centre.y)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    ticked = {action.objectName(): action.isChecked() for action in menu.actions() if action.isCheckable()}
    assert ticked == {
        "lane:town": True, "lane:office": False, "lane:crew": False, "lane:clerks": False, "lane:sea": True
    }  # fmt: skip
    choose(menu, "lane:crew")
    bench.settle()
    assert lanes(bench).is_usual
    assert notes(bench) == {}


def test_elsewhere_a_right_click_has_no_menu_of_lanes(bench: ShellBench) -> None:
    at = QPoint(600, 300)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, canvas_of(bench).mapToGlobal(at))
    QApplication.sendEvent(canvas_of(bench), event)
    assert QApplication.activePopupWidget() is None


# -- keys -------------------------------------------------------------------------------------------


def test_keys_walk_the_names_and_do_what_the_table_says(bench: ShellBench) -> None:
    canvas = canvas_of(bench)
    bench.shell.commands.send("go.lanes")
    bench.settle()
    assert canvas.heads.focused == TOWN
    ring = next(item for item in scene_of(bench).items if item.role == "focus-ring")
    assert ring.target is not None
    assert ring.target.lane == TOWN
    keys(bench, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert canvas.heads.focused == CREW
    keys(bench, Qt.Key.Key_Return)
    assert lanes(bench).collapsed == {"crew"}
    keys(bench, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert lanes(bench).is_usual
    keys(bench, Qt.Key.Key_Down, held=Qt.KeyboardModifier.AltModifier)
    assert order(bench) == (TOWN, OFFICE, CLERKS, CREW, SEA)
    assert canvas.heads.focused == CREW
    keys(bench, Qt.Key.Key_Up, held=Qt.KeyboardModifier.AltModifier)
    assert lanes(bench).is_usual
    keys(bench, Qt.Key.Key_P)
    assert order(bench)[0] == CREW
    keys(bench, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_H)
    assert lanes(bench).hidden == {"clerks"}
    assert canvas.heads.focused == SEA
    assert bench.shell.store.state.selection.ids == ()


def test_from_the_first_name_one_comes_to_the_line_on_hidden_lanes(bench: ShellBench) -> None:
    canvas = canvas_of(bench)
    bench.shell.commands.send("go.lanes")
    keys(bench, Qt.Key.Key_H, Qt.Key.Key_Home)
    assert canvas.heads.focused == HIDDEN_LINE
    assert "focus-ring" in roles(bench)
    keys(bench, Qt.Key.Key_P)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    choose(menu, "lane:town")
    bench.settle()
    assert lanes(bench).is_usual
    assert canvas.heads.focused == TOWN


def test_the_menu_key_opens_the_menu_of_the_lane(bench: ShellBench) -> None:
    bench.shell.commands.send("go.lanes")
    for key, held in (
        (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier),
    ):
        keys(bench, key, held=held)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert menu.accessibleName() == "Lane: The town"
        assert menu.activeAction() is menu.actions()[0]
        menu.close()
        QApplication.processEvents()


def test_letters_at_the_names_mean_nothing_at_the_events(bench: ShellBench) -> None:
    canvas_of(bench).setFocus(Qt.FocusReason.TabFocusReason)
    keys(bench, Qt.Key.Key_H, Qt.Key.Key_P)
    assert lanes(bench).is_usual
    keys(bench, Qt.Key.Key_Tab)
    assert canvas_of(bench).is_at_heads
    keys(bench, Qt.Key.Key_Escape)
    assert canvas_of(bench).hasFocus()
    assert not canvas_of(bench).is_at_heads
    keys(bench, Qt.Key.Key_Down)
    assert bench.shell.store.state.selection.ids != ()


def test_when_all_are_hidden_the_keyboard_is_at_the_line(bench: ShellBench) -> None:
    bench.shell.commands.send("go.lanes")
    keys(bench, Qt.Key.Key_H, Qt.Key.Key_H, Qt.Key.Key_H)
    assert order(bench) == ()
    assert canvas_of(bench).heads.focused == HIDDEN_LINE
    assert notes(bench) == {"hidden": "5 lanes hidden"}
    bench.shell.commands.send("lanes.show-all")
    bench.settle()
    assert lanes(bench).is_usual


def test_a_name_that_is_out_of_sight_comes_into_sight(low: ShellBench) -> None:
    low.shell.commands.send("go.lanes")
    keys(low, Qt.Key.Key_End)
    area, rect = scene_of(low).lanes_rect, head(low, SEA).rect
    assert rect.bottom <= area.bottom
    assert rect.h > 30.0
    keys(low, Qt.Key.Key_Home)
    assert head(low, TOWN).rect.y == area.y
    assert list(notes(low)) == ["below"]


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
    assert button.text() == "Show the lane of the selected event"
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
    reading = exhibit()
    document = document_of(
        {
            "title": "Port",
            "lanes": {"sea": {"title": "Sea"}},
            "events": [{"id": "a", "date": "1950", "title": "A", "lane": "sea"}],
        },
        path,
    )
    del reading
    bench = ShellBench(tmp_path, Reading(document, (), (path,)), path=path)
    bench.show()
    bench.shell.commands.send("lanes.toggle", lane="sea")
    session = bench.shell.keeper.session
    bench.close()
    assert session.lanes == {str(path.resolve()): LaneState(collapsed=frozenset({"sea"}))}
    again = ShellBench(tmp_path, Reading(document, (), (path,)), path=path, session=session)
    again.show()
    assert lanes(again).collapsed == {"sea"}
    again.close()
    other = ShellBench(tmp_path, exhibit(), path=Path("port.yaml"), session=Session())
    other.show()
    assert lanes(other).is_usual
    other.close()


def test_touching_nothing_leaves_the_pointer_alone(bench: ShellBench) -> None:
    heads = canvas_of(bench).heads
    assert not heads.hover(QPointF(-1.0, -1.0))
    assert not heads.click(QPointF(600.0, 300.0))
    assert not heads.send_key("P")
