# SPDX-License-Identifier: MIT
"""What screen readers are told of canvas and overview, asked as Qt's own bridges ask."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from tests.sample_documents import small_document
from tests.ui.canvas_bench import OPENING, START_S, Bench, yearly
from timeline_app.chrono.instant import DAY_S, seconds_from_civil
from timeline_app.model.lane_state import LaneState
from timeline_app.scene.view import View
from timeline_app.ui.accessible import canvas_tree, overview_slider
from timeline_app.ui.accessible.canvas_tree import CanvasRoot
from timeline_app.ui.accessible.factory import install, make
from timeline_app.ui.canvas import widget

NAME, DETAILS, VALUE = QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value
PRESS, FOCUS = QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.setFocusAction()
LIST_ITEM = QAccessible.Role.ListItem
Told = list[tuple[QAccessible.Event, str]]
TWO_YEARS = View(START_S, 730.0 * DAY_S)


@pytest.fixture
def bench(qt_app: QApplication) -> Iterator[Bench]:
    install()
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    made = Bench(yearly())
    yield made
    made.window.close()
    QAccessible.setActive(was_active)


@pytest.fixture
def root(bench: Bench) -> CanvasRoot:
    found = QAccessible.queryAccessibleInterface(bench.canvas)
    assert isinstance(found, CanvasRoot)
    return found


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """Return what is told: the kind of each event and the name of what it is about."""
    events: Told = []

    def note(event) -> None:
        events.append((event.type(), event.accessibleInterface().text(NAME)))

    monkeypatch.setattr(canvas_tree, "_tell", note)
    return events


def children(interface: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [interface.child(index) for index in range(interface.childCount())]


def events_of(root: QAccessibleInterface) -> dict[str, QAccessibleInterface]:
    """Return all events by their name's year."""
    return {item.text(NAME).split(",")[0][-4:]: item for lane in children(root) for item in children(lane)}


def test_the_canvas_is_a_list_named_with_exhibit_and_range(root: CanvasRoot):
    assert root.role() == QAccessible.Role.List
    assert root.text(NAME) == "Timeline: Yearly, 1955 to 1964"
    assert root.state().multiSelectable


def test_lanes_are_lists_of_the_events_in_view(root: CanvasRoot):
    lanes = children(root)
    assert [lane.text(NAME) for lane in lanes] == [
        "Lane 0, 11 events",
        "Lane 1, 10 events",
        "Lane 2, 10 events",
    ]
    assert {lane.role() for lane in lanes} == {QAccessible.Role.List}
    # 1955 is in lane 1955 mod 3 = 2, and so on.
    assert [[item.text(NAME) for item in children(lane)] for lane in lanes] == [
        [f"What happened in {year}, 1 July {year}" for year in (1956, 1959, 1962)],
        [f"What happened in {year}, 1 July {year}" for year in (1957, 1960, 1963)],
        [f"What happened in {year}, 1 July {year}" for year in (1955, 1958, 1961, 1964)],
    ]


def test_an_event_says_its_lane_its_place_in_it_and_its_doubt(root: CanvasRoot):
    event = events_of(root)["1958"]
    assert event.role() == QAccessible.Role.ListItem
    assert event.text(DETAILS) == "3 of 10 in Lane 2. the 1950s. exact day"
    assert event.text(QAccessible.Text.Help) == ""


def test_parents_children_and_places_agree(root: CanvasRoot):
    for place, lane in enumerate(children(root)):
        assert lane.parent() is root
        assert root.indexOfChild(lane) == place
        for number, item in enumerate(children(lane)):
            assert item.parent() is lane
            assert lane.indexOfChild(item) == number
            assert item.childCount() == 0
            assert item.child(0) is None
            assert item.isValid()
            assert item.object() is None
            assert item.window() is root.window()
    assert root.child(99) is None
    assert root.indexOfChild(root) == -1


def test_rectangles_are_where_things_are_painted(bench: Bench, root: CanvasRoot):
    event = events_of(root)["1958"]
    on_screen = event.rect()
    assert on_screen.contains(bench.canvas.mapToGlobal(bench.at("in-1958")))
    centre = on_screen.center()
    assert root.childAt(centre.x(), centre.y()) is event
    lane = event.parent()
    corner = lane.rect().topLeft() + QPoint(1, 1)
    assert root.childAt(corner.x(), corner.y()) is lane
    assert lane.childAt(centre.x(), centre.y()) is event
    outside = bench.canvas.mapToGlobal(QPoint(-50, -50))
    assert root.childAt(outside.x(), outside.y()) is None


def test_states_say_what_is_selected_and_focused(bench: Bench, root: CanvasRoot):
    bench.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    bench.canvas.set_selection(("in-1958", "in-1960"))
    bench.rest()
    states = {year: item.state() for year, item in events_of(root).items()}
    assert [year for year, state in states.items() if state.selected] == ["1960", "1958"]
    assert [year for year, state in states.items() if state.focused] == ["1960"]
    assert all(state.selectable and state.focusable and not state.offscreen for state in states.values())
    assert root.focusChild() is events_of(root)["1960"]
    bench.overview.setFocus()
    assert root.focusChild() is None


def test_lanes_that_are_scrolled_away_are_off_screen(qt_app: QApplication):
    install()
    low = Bench(yearly(lane_count=9), height_px=220)
    lanes = children(QAccessible.queryAccessibleInterface(low.canvas))
    hidden = [bool(lane.state().offscreen) for lane in lanes]
    assert hidden == sorted(hidden)
    assert (hidden[0], hidden[-1]) == (False, True)
    low.canvas.hide()
    assert lanes[0].state().invisible
    low.window.close()


def test_pressing_selects_and_focusing_moves_the_keyboard_only(bench: Bench, root: CanvasRoot):
    actions = events_of(root)["1958"].actionInterface()
    assert actions.actionNames() == [PRESS, FOCUS]
    assert actions.keyBindingsForAction(PRESS) == []
    actions.doAction(FOCUS)
    assert bench.canvas.hasFocus()
    assert bench.canvas.focused_id == "in-1958"
    assert bench.sent == []
    actions.doAction(PRESS)
    assert bench.sent == [("select.event", {"id": "in-1958"})]
    actions.doAction("no such action")
    assert len(bench.sent) == 1


def test_a_lane_can_be_collapsed_focused_and_asked_for_its_menu(bench: Bench, root: CanvasRoot):
    lane = children(root)[1]
    assert lane.text(DETAILS) == "Lane 2 of 3"
    assert lane.state().expanded
    assert not lane.state().focused
    actions = lane.actionInterface()
    actions.doAction(FOCUS)
    assert bench.canvas.is_at_heads
    assert lane.state().focused
    assert root.focusChild() is lane
    actions.doAction(PRESS)
    actions.doAction(QAccessibleActionInterface.showMenuAction())
    assert bench.sent == [("lanes.toggle", {"lane": "lane-1"}), ("lanes.menu", {"lane": "lane-1"})]


def test_lanes_are_told_as_they_stand_and_hidden_ones_by_their_number(bench: Bench, root: CanvasRoot):
    assert root.childCount() == 3
    state = LaneState(hidden=frozenset({"lane-1"}), collapsed=frozenset({"lane-0"}), pinned=("lane-2",))
    bench.canvas.set_lanes(state)
    bench.rest()
    pinned, collapsed, hidden = children(root)
    assert (pinned.text(NAME), pinned.text(DETAILS)) == (
        "Lane 2, 10 events",
        "Pinned to the top. Lane 1 of 2",
    )
    assert (collapsed.text(NAME), collapsed.text(DETAILS)) == ("Lane 0, 11 events", "Collapsed. Lane 2 of 2")
    assert collapsed.state().collapsed
    assert (hidden.text(NAME), hidden.role()) == ("1 lane hidden", QAccessible.Role.ButtonMenu)
    hidden.actionInterface().doAction(FOCUS)
    assert hidden.state().focused
    assert root.focusChild() is hidden
    hidden.actionInterface().doAction(PRESS)
    assert bench.sent == [("lanes.choose", {})]
    bench.canvas.set_lanes(LaneState())
    bench.rest()
    assert [lane.text(NAME) for lane in children(root)] == [
        "Lane 0, 11 events",
        "Lane 1, 10 events",
        "Lane 2, 10 events",
    ]


def test_what_becomes_of_lanes_is_announced(bench: Bench, monkeypatch: pytest.MonkeyPatch):
    told: list[str] = []
    monkeypatch.setattr(widget, "announce", lambda _, text: told.append(text))
    collapsed = LaneState(collapsed=frozenset({"lane-0"}))
    bench.canvas.set_lanes(collapsed)
    bench.canvas.set_lanes(collapsed)
    bench.canvas.set_lanes(LaneState(pinned=("lane-2",)))
    bench.canvas.heads.go_to(0)
    bench.canvas.set_lanes(LaneState(order=("lane-1", "lane-0", "lane-2"), pinned=("lane-2",)))
    assert told == [
        "Lane 0 is collapsed",
        "Lane 0 is open. Lane 2 is pinned to the top",
        "Lane 0 is lane 3 of 3 now",
    ]


def test_events_that_stay_in_view_keep_object_and_id(bench: Bench, root: CanvasRoot):
    before = events_of(root)
    ids = {year: QAccessible.uniqueId(item) for year, item in before.items()}
    bench.canvas.set_view(View(START_S + 3 * 365 * DAY_S, OPENING.span_s))
    bench.rest()
    after = events_of(root)
    assert sorted(after) == [str(year) for year in range(1958, 1968)]
    for year in ("1958", "1961", "1964"):
        assert after[year] is before[year]
        assert QAccessible.uniqueId(after[year]) == ids[year]
    assert QAccessible.accessibleInterface(ids["1955"]) is None


def test_while_the_view_moves_the_tree_stays_as_it_was(bench: Bench, root: CanvasRoot):
    before = sorted(events_of(root))
    bench.canvas.set_view(View(START_S + 10 * 365 * DAY_S, OPENING.span_s))
    bench.clock.advance(100)
    assert sorted(events_of(root)) == before
    bench.rest()
    assert sorted(events_of(root)) != before


def test_more_than_two_hundred_events_are_not_listed_one_by_one(qt_app: QApplication):
    install()
    lanes = [f"lane-{number}" for number in range(5)]
    # In each lane one event in five years, which is room enough for a mark.
    events = [
        {"id": f"e{number}", "date": f"{1700 + number}-06-01", "lane": f"lane-{number % 5}"}
        for number in range(230)
    ]
    many = Bench(small_document(*events, lanes=lanes), height_px=800, view=View(-9_000_000_000, 9.5e9))
    root = QAccessible.queryAccessibleInterface(many.canvas)
    listed = [item for lane in children(root) for item in children(lane) if item.role() == LIST_ITEM]
    rest = [item for item in listed if "more event" in item.text(NAME)]
    assert len(listed) - len(rest) == 200
    assert sum(int(item.text(NAME).partition(" ")[0]) for item in rest) == 30
    last = rest[-1]
    assert last.text(NAME).endswith("in view; zoom in to list them")
    lane = last.parent()
    assert lane.child(lane.childCount() - 1) is last
    last.actionInterface().doAction(PRESS)
    assert many.sent[-1] == ("view.zoom-in", {})
    many.canvas.set_view(View(0, 3e8))
    many.rest()
    assert [one.childCount() for one in children(root)] == [0] * 5
    many.window.close()


def test_what_is_folded_stands_behind_a_button_that_lists_it(qt_app: QApplication):
    install()
    crowd = [{"id": f"e{number}", "date": f"1955-03-{number % 28 + 1:02d}"} for number in range(400)]
    crowded = Bench(small_document(*crowd), view=OPENING)
    root = QAccessible.queryAccessibleInterface(crowded.canvas)
    [lane] = children(root)
    [badge] = [item for item in children(lane) if item.role() == QAccessible.Role.Button]
    events = [item for item in children(lane) if item.role() == LIST_ITEM]
    count = 400 - len(events)
    assert badge.text(NAME).startswith(f"{count} events without a name at this zoom, ")
    assert badge.text(DETAILS) == "Press to list them."
    assert badge.parent() is lane
    area = crowded.scene.lanes_rect
    assert badge.rect().width() < area.w
    assert QRect(crowded.canvas.mapToGlobal(QPoint(0, 0)), crowded.canvas.size()).contains(badge.rect())
    badge.actionInterface().doAction(PRESS)
    (shown, told), (led, _) = crowded.commands()
    assert (shown, led) == ("folded.show", "go.panel")
    assert told["lane"] == "town"
    first_s, last_s = told["first_s"], told["last_s"]
    assert isinstance(first_s, int)
    assert isinstance(last_s, int)
    assert first_s <= seconds_from_civil(1955, 3, 1)
    assert last_s > seconds_from_civil(1955, 3, 28)
    kept = QAccessible.uniqueId(badge)
    crowded.canvas.set_view(OPENING.shifted(86_400.0))
    crowded.rest()
    assert children(root) == [lane]
    assert kept in {QAccessible.uniqueId(item) for item in children(lane)}
    crowded.canvas.set_view(View(0, 3e8))
    crowded.rest()
    assert not children(children(root)[0])
    crowded.window.close()


def test_the_zoom_is_a_value_that_can_be_read_and_set(bench: Bench, root: CanvasRoot):
    zoom = root.valueInterface()
    limits = bench.canvas.hand.limits
    assert zoom.minimumValue() == 0.0
    assert 2.0 ** zoom.currentValue() == pytest.approx(limits.widest_span_s / OPENING.span_s, rel=0.01)
    zoom.setCurrentValue(zoom.currentValue() + 1.0)
    bench.rest()
    assert bench.view.span_s == pytest.approx(OPENING.span_s / 2, rel=0.01)
    assert bench.view.centre_s == pytest.approx(OPENING.centre_s, abs=2)
    zoom.setCurrentValue(1e9)
    bench.rest()
    assert bench.view.span_s == pytest.approx(10.0, rel=0.01)
    zoom.setCurrentValue("nonsense")
    assert zoom.maximumValue() == pytest.approx(zoom.currentValue(), abs=0.01)
    assert zoom.minimumStepSize() == 0.5


def test_a_settled_view_tells_its_name_its_zoom_and_what_has_come_and_gone(
    bench: Bench, root: CanvasRoot, told: Told
):
    events_of(root)
    bench.canvas.set_view(TWO_YEARS)
    bench.clock.advance(100)
    assert told == []
    bench.rest()
    name = "Timeline: Yearly, January 1955 to December 1956"
    assert told == [
        (QAccessible.Event.NameChanged, name),
        (QAccessible.Event.ObjectReorder, name),
        (QAccessible.Event.ValueChanged, name),
    ]
    told.clear()
    bench.canvas.hand.push(-1.0, 0.0)
    bench.canvas.hand.let_go()
    bench.rest()
    assert [kind for kind, _ in told] == [QAccessible.Event.NameChanged, QAccessible.Event.ValueChanged]


def test_selecting_tells_of_the_selection_and_of_the_focus_once(bench: Bench, root: CanvasRoot, told: Told):
    bench.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    bench.canvas.set_selection(("in-1958",))
    name = "What happened in {0}, 1 July {0}".format
    assert told == [
        (QAccessible.Event.Selection, name(1958)),
        (QAccessible.Event.Focus, name(1958)),
    ]
    told.clear()
    bench.canvas.set_selection(("in-1958", "in-1960"))
    assert told == [(QAccessible.Event.SelectionAdd, name(1960)), (QAccessible.Event.Focus, name(1960))]
    told.clear()
    bench.canvas.set_selection(())
    assert sorted(told) == [
        (QAccessible.Event.SelectionRemove, name(1958)),
        (QAccessible.Event.SelectionRemove, name(1960)),
    ]


def test_an_event_out_of_view_gets_its_focus_told_when_it_has_come_into_view(
    bench: Bench, root: CanvasRoot, told: Told
):
    bench.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    bench.canvas.set_selection(("in-1975",))
    assert told == []
    bench.canvas.set_view(View(START_S + 18 * 365 * DAY_S, OPENING.span_s))
    bench.rest()
    assert told[-1] == (QAccessible.Event.Focus, "What happened in 1975, 1 July 1975")


def test_nothing_is_told_while_nobody_listens(bench: Bench, root: CanvasRoot, told: Told):
    QAccessible.setActive(False)
    bench.canvas.set_selection(("in-1958",))
    bench.canvas.set_view(TWO_YEARS)
    bench.rest()
    assert told == []
    QAccessible.setActive(True)
    assert sorted(events_of(root)) == ["1955", "1956"]


def test_without_an_exhibit_the_canvas_is_an_empty_list(bench: Bench, root: CanvasRoot):
    events_of(root)
    bench.canvas.set_showing(None)
    bench.rest()
    assert root.childCount() == 0
    assert root.text(NAME) == ""
    assert root.text(DETAILS) == ""


def test_an_exhibit_with_fewer_lanes_leaves_none_over(bench: Bench, root: CanvasRoot):
    from timeline_app.model.showing import Showing

    assert root.childCount() == 3
    bench.canvas.set_showing(Showing(yearly(lane_count=2)))
    bench.canvas.set_view(OPENING)
    bench.rest()
    assert [lane.text(NAME) for lane in children(root)] == ["Lane 0, 16 events", "Lane 1, 15 events"]


def test_interfaces_that_are_not_offered_are_declined_without_harm(bench: Bench, root: CanvasRoot):
    slider = QAccessible.queryAccessibleInterface(bench.overview)
    for shown in (root, slider):
        # Every widget can be given the focus; the base class answers for that.
        assert FOCUS in shown.actionInterface().actionNames()
        assert shown.textInterface() is None
    event = events_of(root)["1958"]
    assert event.textInterface() is None
    assert event.valueInterface() is None
    assert children(root)[0].valueInterface() is None


def test_texts_cannot_be_changed_from_outside(root: CanvasRoot):
    event = events_of(root)["1958"]
    event.setText(NAME, "Something else")
    assert event.text(NAME) == "What happened in 1958, 1 July 1958"


def test_a_canvas_that_goes_takes_its_items_along(qt_app: QApplication):
    install()
    gone = Bench(yearly())
    root = QAccessible.queryAccessibleInterface(gone.canvas)
    ids = [QAccessible.uniqueId(item) for item in events_of(root).values()]
    gone.window.close()
    shiboken6.delete(gone.window)
    assert [QAccessible.accessibleInterface(number) for number in ids] == [None] * len(ids)
    gone.clock.advance(1_000)


# -- the overview ---------------------------------------------------------------------------------


def test_the_overview_is_a_slider_that_says_the_range(bench: Bench):
    slider = QAccessible.queryAccessibleInterface(bench.overview)
    assert slider.role() == QAccessible.Role.Slider
    assert slider.text(NAME) == "Overview of the whole exhibit"
    assert slider.text(VALUE) == slider.text(DETAILS) == "1955 to 1964 in view"
    assert slider.text(QAccessible.Text.Help).startswith("Left and Right")
    assert slider.text(QAccessible.Text.Accelerator) == ""


def test_the_slider_s_value_is_where_the_view_stands_in_per_cent(bench: Bench):
    number = QAccessible.queryAccessibleInterface(bench.overview).valueInterface()
    # From July 1950 to July 1980; the view's middle is the end of 1959.
    assert number.currentValue() == pytest.approx(31.6, abs=0.2)
    assert (number.minimumValue(), number.maximumValue(), number.minimumStepSize()) == (0.0, 100.0, 1.0)
    number.setCurrentValue(50.0)
    bench.rest()
    assert number.currentValue() == pytest.approx(50.0, abs=0.1)


def test_the_slider_tells_its_value_when_the_view_has_settled(bench: Bench, monkeypatch: pytest.MonkeyPatch):
    values: list[float] = []

    class Updates:
        isActive = staticmethod(lambda: True)  # noqa: N815 - Qt's name

        @staticmethod
        def updateAccessibility(event) -> None:  # noqa: N802 - Qt's name
            values.append(event.value())

    slider = QAccessible.queryAccessibleInterface(bench.overview)
    monkeypatch.setattr(overview_slider, "QAccessible", Updates)
    bench.overview.centre_at(bench.canvas.hand.limits.last_s)
    bench.rest()
    monkeypatch.undo()
    assert values == [100.0]
    assert slider.valueInterface().currentValue() == 100.0


def test_other_widgets_are_left_to_qt(qt_app: QApplication):
    plain, no_widget = QWidget(), QObject()
    assert make("", plain) is None
    assert make("", no_widget) is None
    plain.deleteLater()
    QApplication.sendPostedEvents(plain, QEvent.Type.DeferredDelete)
