# SPDX-License-Identifier: MIT
"""Names, places and areas of what screen readers find on the canvas: told apart, counted, and large enough to meet."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

from tests.sample_documents import document_of, small_document
from tests.ui.canvas_bench import Bench, yearly
from timeline_app.chrono.instant import DAY_S, seconds_from_civil
from timeline_app.scene.hit import hit
from timeline_app.scene.view import View
from timeline_app.ui.accessible.canvas_tree import CanvasRoot
from timeline_app.ui.accessible.factory import install
from timeline_app.ui.canvas.port import MOUSE_SLOP_PX

NAME, DETAILS = QAccessible.Text.Name, QAccessible.Text.Description
LIST_ITEM = QAccessible.Role.ListItem


@pytest.fixture
def bench(qt_app: QApplication) -> Iterator[Bench]:
    install()
    made = Bench(yearly())
    yield made
    made.window.close()


@pytest.fixture
def root(bench: Bench) -> CanvasRoot:
    found = QAccessible.queryAccessibleInterface(bench.canvas)
    assert isinstance(found, CanvasRoot)
    return found


def children(interface: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [interface.child(index) for index in range(interface.childCount())]


def listed(root: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [item for lane in children(root) for item in children(lane)]


def test_events_and_lanes_of_the_same_name_are_numbered(qt_app: QApplication):
    install()
    alike = {"title": "A letter", "date": "1957-05-03", "importance": 5}
    events = [
        {"id": "first", "lane": "one", **alike},
        {"id": "other", "lane": "one", "title": "An answer", "date": "1958-05-03", "importance": 5},
        {"id": "second", "lane": "two", **alike},
    ]
    twice = Bench(
        document_of(
            {"title": "Post", "lanes": {"one": {"title": "Post"}, "two": {"title": "Post"}}, "events": events}
        )
    )
    root = QAccessible.queryAccessibleInterface(twice.canvas)
    assert [lane.text(NAME) for lane in children(root)] == ["Post, 2 events", "Post, 1 event"]
    assert [item.text(NAME) for item in listed(root)] == [
        "A letter, 3 May 1957 (1)",
        "An answer, 3 May 1958",
        "A letter, 3 May 1957 (2)",
    ]
    assert [item.text(DETAILS).partition(".")[0] for item in listed(root)] == [
        "1 of 2 in Post",
        "2 of 2 in Post",
        "1 of 1 in Post",
    ]
    # What is the only one of its name in view needs no number.
    twice.canvas.set_view(View(seconds_from_civil(1958, 1), 400.0 * DAY_S))
    twice.rest()
    assert [item.text(NAME) for item in listed(root)] == ["An answer, 3 May 1958"]
    twice.window.close()


def test_what_is_drawn_small_has_an_area_that_can_be_met(bench: Bench, root: CanvasRoot):
    bench.canvas.set_view(View(seconds_from_civil(1950), 31 * 365.25 * DAY_S))
    bench.rest()
    areas = [item.rect() for item in listed(root)]
    assert len(areas) == 31
    assert min(area.width() for area in areas) >= 24
    assert min(area.height() for area in areas) >= 24


def test_where_areas_overlap_the_nearest_mark_is_met_by_point_and_by_screen_reader(bench: Bench):
    root = QAccessible.queryAccessibleInterface(bench.canvas)
    # Lane 0 alone, so near that the 24 pixels of neighbours overlap.
    bench.canvas.set_view(View(seconds_from_civil(1930), 130 * 365.25 * DAY_S))
    bench.rest()
    marks = [item for item in listed(root) if item.role() == LIST_ITEM]
    near = [(one, other) for one in marks for other in marks if one is not other]
    near = [(one, other) for one, other in near if one.rect().intersects(other.rect())]
    assert near
    for one, _ in near:
        x, y = one.area.centre  # type: ignore[attr-defined]
        at = bench.canvas.mapToGlobal(QPoint(round(x), round(y)))
        assert root.childAt(at.x(), at.y()) is one


def test_a_hand_meets_a_mark_within_twelve_pixels_of_its_middle(bench: Bench):
    for step in (QPoint(0, 0), QPoint(-11, 0), QPoint(0, 11), QPoint(0, -11)):
        item = hit(bench.scene, *(bench.at("in-1958") + step).toTuple(), MOUSE_SLOP_PX)
        assert item is not None
        assert item.target is not None
        assert bench.canvas.event_id(item.target.index) == "in-1958"


def test_page_keys_lead_from_decade_to_decade_in_the_description(bench: Bench, root: CanvasRoot):
    """What the keys select is said with its decade: 1950s, 1960s, 1970s."""
    stage = bench.canvas.stage
    showing = stage.fitted.showing
    here, told = showing.ordinal("in-1955"), []
    while here is not None:
        told.append((showing.event_id(here), root.tree.words.event_details(here)))
        here = stage.neighbour(here, "next-decade")
    assert told == [
        ("in-1955", "2 of 10 in Lane 2. the 1950s. exact day"),
        ("in-1960", "4 of 10 in Lane 1. the 1960s. exact day"),
        ("in-1970", "7 of 10 in Lane 2. the 1970s. exact day"),
        ("in-1980", "11 of 11 in Lane 0. the 1980s. exact day"),
    ]


def test_undated_events_tell_their_place_in_the_tray(qt_app: QApplication):
    install()
    events = [{"id": f"u{number}", "title": f"Undated {number}"} for number in range(3)]
    tray = Bench(small_document({"id": "dated", "date": "1957"}, *events))
    tray.canvas.set_tray(is_open=True)
    tray.rest()
    root = QAccessible.queryAccessibleInterface(tray.canvas)
    items = children(children(root)[-1])
    assert [(item.text(NAME), item.text(DETAILS)) for item in items] == [
        (f"Undated {number}, undated", f"{number + 1} of 3 undated") for number in range(3)
    ]
    tray.window.close()
