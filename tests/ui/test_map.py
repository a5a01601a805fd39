# SPDX-License-Identifier: MIT
"""The map: it keeps what is under the pointer, tells what is chosen, walks by keys, and follows timeline and selection."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.map_exhibit import coasts
from tests.ui.panel_setup import accessible, dress, look, name_of, theme
from timeline_app.base.clock import FakeClock
from timeline_app.base.geometry import Point, Rect
from timeline_app.base.text_value import Reader, ShownText
from timeline_app.model.filters import Filters
from timeline_app.model.lens import IDENTITY, Lens
from timeline_app.model.showing import Showing
from timeline_app.ui.map import map_painting, map_surface
from timeline_app.ui.map.map_canvas import MapCanvas
from timeline_app.ui.map.map_content import MapContent
from timeline_app.ui.map.map_view import MapView
from timeline_app.ui.map.stamps import Stamps
from timeline_app.ui.reading.typesetter import Typesetter
from timeline_app.ui.theme import THEME_NAMES

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.MouseButton.NoButton


class MapBench:
    """A map that is shown, and a hand on it."""

    def __init__(self, app: QApplication, theme_name: str = "light", reader: Reader | None = None) -> None:
        self.app = app
        self.clock = FakeClock()
        self.showing = Showing(coasts(), IDENTITY, reader)
        self.view = MapView(self.clock)
        self.look = look(name=theme_name)
        self.chosen: list[str] = []
        self.routes: list[int] = []
        self.view.place_chosen.connect(self.chosen.append)
        self.view.route_chosen.connect(self.routes.append)
        self.view.resize(600, 400)
        self.fill()
        self.view.show()
        self.view.activateWindow()
        self.settle()

    def fill(self) -> None:
        geography = self.showing.geography
        counts = geography.counts_in(self.showing.visible)
        self.content = MapContent.of(geography, counts, self.showing.reader)
        self.view.fill(self.content, self.look)

    def settle(self) -> None:
        for _ in range(4):
            self.clock.advance(300)
            self.app.processEvents()

    @property
    def canvas(self) -> MapCanvas:
        return self.view.canvas

    def number(self, place_id: str) -> int:
        return [place.view.id for place in self.content.places].index(place_id)

    def point(self, place_id: str) -> QPointF:
        at = self.canvas.point_of(self.number(place_id))
        assert at is not None
        return QPointF(*at)

    def mouse(self, kind: QMouseEvent.Type, at: QPointF, buttons: Qt.MouseButton = NONE) -> None:
        button = NONE if kind is QMouseEvent.Type.MouseMove else LEFT
        self.app.sendEvent(
            self.canvas, QMouseEvent(kind, at, at, button, buttons, Qt.KeyboardModifier.NoModifier)
        )

    def click(self, at: QPointF) -> None:
        self.mouse(QMouseEvent.Type.MouseButtonPress, at, LEFT)
        self.mouse(QMouseEvent.Type.MouseButtonRelease, at)
        self.settle()

    def drag(self, start: QPointF, end: QPointF) -> None:
        self.mouse(QMouseEvent.Type.MouseButtonPress, start, LEFT)
        self.mouse(QMouseEvent.Type.MouseMove, (start + end) / 2, LEFT)
        self.mouse(QMouseEvent.Type.MouseMove, end, LEFT)
        self.mouse(QMouseEvent.Type.MouseButtonRelease, end)
        self.settle()

    def wheel(self, at: QPointF, degrees: int) -> bool:
        none, still = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(at, at, QPoint(), QPoint(0, degrees), NONE, none, still, False)
        event.ignore()
        self.app.sendEvent(self.canvas, event)
        self.settle()
        return event.isAccepted()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.canvas, key)
        self.settle()

    def picture(self) -> QImage:
        return self.canvas.grab().toImage()


@pytest.fixture
def bench(qt_app: QApplication) -> Iterator[MapBench]:
    dress(qt_app)
    made = MapBench(qt_app)
    yield made
    made.view.close()
    made.view.deleteLater()


def near(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() < 0.5


# -- what is seen -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", THEME_NAMES)
def test_sea_land_and_marks_have_the_colours_of_the_theme(qt_app: QApplication, name: str) -> None:
    dress(qt_app, name=name)
    bench = MapBench(qt_app, name)
    picture = bench.picture()
    bench.view.close()
    window = bench.canvas.motion.view
    assert window is not None

    def colour(lat: float, lon: float) -> str:
        at = window.project(type(bench.content.spots[0].at)(lat, lon))
        return picture.pixelColor(round(at.x), round(at.y)).name().upper()

    colours = theme(name)
    assert colour(39.8, 132.6) == colours.colour("map-sea")
    assert colour(37.0, 128.0) == colours.colour("map-land")
    # The middle of a disc whose events are in the present view.
    east = bench.point("east").toPoint()
    assert picture.pixelColor(east).name().upper() == colours.colour("map-mark")


def test_it_opens_where_most_events_were(bench: MapBench) -> None:
    inside = bench.canvas.rect()
    assert all(inside.contains(bench.point(name).toPoint()) for name in ("east", "west", "rock"))
    assert not inside.contains(bench.point("far").toPoint())


def test_places_elsewhere_are_gone_to(bench: MapBench) -> None:
    bench.canvas.zoom(3.0)
    bench.settle()
    moved = bench.canvas.motion.view
    bench.fill()
    assert bench.canvas.motion.view == moved
    bench.showing = Showing(coasts(), Lens(filters=Filters(tag=frozenset({"letter"}))))
    bench.fill()
    bench.settle()
    assert near(bench.point("far"), QPointF(300, 200))


def test_a_moved_map_and_one_drawn_anew_are_the_same_picture(bench: MapBench) -> None:
    window = bench.canvas.motion.view
    assert window is not None
    bench.canvas.motion.show(window.panned(40, 24))
    bench.settle()
    moved = bench.picture()
    bench.canvas.motion.show(window.panned(400, 0))
    bench.settle()
    bench.picture()
    bench.canvas.motion.show(window.panned(40, 24))
    bench.settle()
    assert moved == bench.picture()


def test_a_zoomed_map_at_rest_and_one_drawn_anew_are_the_same_picture(bench: MapBench) -> None:
    before = bench.picture()
    window = bench.canvas.motion.view
    assert window is not None
    bench.canvas.motion.show(window.zoomed(1.2))
    moving = bench.picture()
    assert moving != before
    bench.settle()
    zoomed = bench.picture()
    bench.canvas.motion.show(window.panned(900, 0))
    bench.picture()
    bench.canvas.motion.show(window.zoomed(1.2))
    bench.settle()
    assert bench.picture() == zoomed


def test_no_name_is_painted_under_the_scale_bar(bench: MapBench, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[str] = []
    paint = map_painting.paint_name

    def note(
        painter: QPainter, stamps: Stamps, rect: Rect, name: ShownText, kind: Typesetter, role: str
    ) -> None:
        painted.append(name.text)
        paint(painter, stamps, rect, name, kind, role)

    monkeypatch.setattr(map_surface, "paint_name", note)
    bench.picture()
    assert "Eastport" in painted
    drawn = bench.canvas.drawn
    assert drawn is not None
    name, mark = drawn.names[bench.number("east")], drawn.marks[bench.number("east")]
    assert name is not None
    corner = QPointF(20.0, bench.canvas.height() - 20.0)
    bench.drag(QPointF(150.0, 20.0), QPointF(150.0, 20.0) + corner - QPointF(*name.centre))
    painted.clear()
    bench.picture()
    moved = bench.canvas.drawn
    assert moved is not None
    by = (
        moved.marks[bench.number("east")].at.x - mark.at.x,
        moved.marks[bench.number("east")].at.y - mark.at.y,
    )
    assert name.moved(*by).centre == pytest.approx((corner.x(), corner.y()), abs=1.0)
    assert moved.names[bench.number("east")] is None
    assert "Eastport" not in painted


@pytest.mark.parametrize("edge", ["right", "buttons"])
def test_a_name_that_would_be_cut_or_covered_stands_on_the_other_side(bench: MapBench, edge: str) -> None:
    buttons = QRectF(bench.view.closer.geometry().united(bench.view.whole.geometry()))
    goal = QPointF(590.0, 300.0) if edge == "right" else QPointF(buttons.left() - 12.0, buttons.center().y())
    number, start = bench.number("east"), bench.point("east")
    before = bench.canvas.drawn
    assert before is not None
    rect = before.names[number]
    assert rect is not None
    assert rect.x > start.x()
    middle = QPointF(300.0, 200.0)
    bench.drag(middle, middle + goal - start)
    after = bench.canvas.drawn
    assert after is not None
    name = after.names[number]
    assert near(bench.point("east"), goal)
    assert name is not None
    seen = QRectF(*name)
    assert seen.center().x() < goal.x()
    assert QRectF(bench.canvas.rect()).contains(seen)
    assert not seen.intersects(buttons)


def test_names_are_in_the_readers_language_where_the_exhibit_gives_them(qt_app: QApplication) -> None:
    dress(qt_app)
    bench = MapBench(qt_app, reader=Reader(languages=("ja", "en"), exhibit_language="en"))
    names = {
        place.view.id: name.text
        for place, name in zip(bench.content.places, bench.content.names, strict=True)
    }
    assert (names["west"], names["east"], names["far"]) == ("西港", "東港", "Farport")
    bench.view.close()


# -- a hand -----------------------------------------------------------------------------------------


def test_a_click_on_a_mark_chooses_the_place(bench: MapBench) -> None:
    bench.click(bench.point("west") + QPointF(6, 6))
    assert bench.chosen == ["west"]


def test_a_click_on_a_route_chooses_the_route(bench: MapBench) -> None:
    drawn = bench.canvas.drawn
    assert drawn is not None
    bench.click(QPointF(*drawn.routes[0][20]))
    assert (bench.chosen, bench.routes) == ([], [0])


def test_a_drag_moves_the_map_and_chooses_nothing(bench: MapBench) -> None:
    start, west = bench.point("west"), bench.point("west")
    bench.drag(start, start + QPointF(50, 30))
    assert near(bench.point("west"), west + QPointF(50, 30))
    assert bench.chosen == []


def test_the_wheel_zooms_about_the_pointer_once_the_pointer_has_moved(bench: MapBench) -> None:
    at = bench.point("rock")
    assert not bench.wheel(at, 120)
    bench.mouse(QMouseEvent.Type.MouseMove, at)
    before = bench.canvas.motion.view
    assert bench.wheel(at, 240)
    after = bench.canvas.motion.view
    assert before is not None
    assert after is not None
    assert after.scale > 1.3 * before.scale
    assert near(bench.point("rock"), at)


def test_buttons_zoom_and_show_all(bench: MapBench) -> None:
    window = bench.canvas.motion.view
    assert window is not None
    bench.view.closer.click()
    bench.settle()
    assert bench.canvas.motion.view == window.zoomed(1.6)
    bench.view.whole.click()
    bench.settle()
    inside = bench.canvas.rect()
    assert all(inside.contains(bench.point(place.view.id).toPoint()) for place in bench.content.places)
    for _ in range(12):
        bench.view.farther.click()
        bench.settle()
    assert not bench.view.farther.isEnabled()
    assert bench.view.closer.isEnabled()


# -- keys -------------------------------------------------------------------------------------------


def test_arrows_pan_plus_zooms_and_home_returns(bench: MapBench) -> None:
    bench.canvas.setFocus()
    home, west = bench.canvas.motion.view, bench.point("west")
    bench.press(Qt.Key.Key_Right)
    assert near(bench.point("west"), west - QPointF(120, 0))
    bench.press(Qt.Key.Key_Plus)
    bench.press(Qt.Key.Key_Home)
    assert bench.canvas.motion.view == home


def test_page_keys_walk_from_place_to_place_and_enter_opens(bench: MapBench) -> None:
    bench.canvas.setFocus()
    bench.press(Qt.Key.Key_PageDown)
    # The place with the most events comes first.
    assert bench.canvas.accessibleDescription() == "Eastport: 5 events, 4 in the present view"
    bench.press(Qt.Key.Key_PageDown)
    assert bench.canvas.accessibleDescription().startswith("Westport: 2 events")
    bench.press(Qt.Key.Key_Return)
    assert bench.chosen == ["west"]
    bench.press(Qt.Key.Key_PageUp)
    bench.press(Qt.Key.Key_PageUp)
    # Around the end, to a place out of the window: the map goes there.
    far = bench.number("far")
    assert bench.canvas.light.focused == len(bench.content.places) - 1
    bench.view.closer.setFocus()
    assert bench.canvas.accessibleDescription().startswith("Arrow keys move the map")
    bench.canvas.setFocus()
    bench.canvas.stand_at(far)
    bench.settle()
    assert near(bench.point("far"), QPointF(300, 200))


def turned(content: MapContent) -> MapContent:
    """Return what is shown when the places with the fewest events have the most, and nobody has taken a route."""
    return replace(
        content,
        places=content.places[::-1],
        spots=content.spots[::-1],
        names=content.names[::-1],
        routes=(),
        courses=(),
    )


def test_the_keyboard_stays_at_its_place_when_another_has_more_events(bench: MapBench) -> None:
    bench.canvas.setFocus()
    bench.press(Qt.Key.Key_PageDown)
    bench.press(Qt.Key.Key_PageDown)
    assert bench.canvas.light.focused == bench.number("west") == 1
    bench.content = turned(bench.content)
    bench.view.fill(bench.content, bench.look)
    assert bench.canvas.light.focused == bench.number("west") == len(bench.content.places) - 2
    bench.press(Qt.Key.Key_Return)
    assert bench.chosen == ["west"]
    gone = slice(len(bench.content.places) - 2)
    places, spots, names = bench.content.places[gone], bench.content.spots[gone], bench.content.names[gone]
    bench.view.fill(
        replace(bench.content, places=places, spots=spots, names=names, routes=(), courses=()), bench.look
    )
    assert bench.canvas.light.focused is None


def test_the_focused_place_has_a_ring_of_the_focus_colour(bench: MapBench) -> None:
    bench.canvas.setFocus()
    before = count_of(bench.picture(), QColor(theme().colour("focus")))
    bench.press(Qt.Key.Key_PageDown)
    assert count_of(bench.picture(), QColor(theme().colour("focus"))) > before + 60


def count_of(picture: QImage, colour: QColor) -> int:
    return sum(
        picture.pixelColor(x, y) == colour for x in range(picture.width()) for y in range(picture.height())
    )


# -- light, and what is told of it -------------------------------------------------------------------


def test_selected_events_light_their_places_and_route(bench: MapBench) -> None:
    bench.view.set_light({"east", "west"}, [0])
    assert set(bench.canvas.light.places) == {bench.number("east"), bench.number("west")}
    assert set(bench.canvas.light.routes) == {0}
    east = bench.point("east").toPoint()
    assert bench.picture().pixelColor(east).name().upper() == theme().colour("map-lit")


def test_a_later_selection_brings_its_place_into_view(bench: MapBench) -> None:
    bench.view.set_light({"east"}, [0])
    bench.view.set_light({"far"}, [7])
    bench.settle()
    assert near(bench.point("far"), QPointF(300, 200))


def test_a_place_stays_in_the_middle_when_the_map_is_resized(bench: MapBench) -> None:
    bench.view.show_place("rock")
    bench.settle()
    bench.view.resize(500, 300)
    bench.settle()
    assert near(bench.point("rock"), QPointF(250, 150))


def test_what_a_screen_reader_is_told_of_the_map(bench: MapBench) -> None:
    node = accessible(bench.canvas)
    assert node.role() is QAccessible.Role.Graphic
    assert name_of(node) == "Map with 7 places"
    assert "Page Down" in bench.canvas.accessibleDescription()
    names = [button.accessibleName() for button in (bench.view.closer, bench.view.farther, bench.view.whole)]
    assert names == ["Zoom in", "Zoom out", "Show all places"]
    assert all(min(button.width(), button.height()) >= 24 for button in (bench.view.closer, bench.view.whole))


def test_the_nearest_of_two_marks_is_hit(bench: MapBench) -> None:
    place, _ = bench.canvas.hit(Point(bench.point("rock").x(), bench.point("rock").y()))
    assert place == bench.number("rock")
