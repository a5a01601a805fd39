# SPDX-License-Identifier: MIT
"""The page of the map: where the events were, what the signs mean, and the same as a list in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from timeline_app.base.clock import Clock
from timeline_app.model.geography import SitedPlace, SitedRoute
from timeline_app.model.showing import Showing
from timeline_app.state.app_state import AppState
from timeline_app.ui.map.map_content import MapContent
from timeline_app.ui.map.map_view import MapView
from timeline_app.ui.map.sign_row import Sign, SignRow
from timeline_app.ui.panels.beside_page import BesidePage
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.connections import fill_head
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.map_texts import fill_place, fill_route, head, heading, rest
from timeline_app.ui.panels.page import section_heading, show_text
from timeline_app.ui.panels.pieces import Pool, TextButton, column
from timeline_app.ui.panels.present_places import present_places
from timeline_app.ui.reading.paragraphs import words
from timeline_app.ui.reading.reading_view import ReadingView

WIDE_FROM_PX: Final = 860
"""From here on the map stands beside what is told in words."""
NARROW_SHARE: Final = 0.56
"""How much of the panel's height the map takes where it stands above its words."""
LEAST_PX: Final = 260
AROUND_PX: Final = 150
LIST_PX: Final = 380
GAP_PX: Final = 28
MOST_ROWS: Final = 200
"""So many places are listed; an exhibit of more has a page that lists all."""
MOST_SELECTED: Final = 5
_UNBOUNDED: Final = 16_777_215
"""Qt's word for no bound."""

Piece = TypeVar("Piece", bound=QWidget)


class MapPage(BesidePage):
    """Shows where the events that are shown were; those in the present view stand out."""

    widest_px = 4_000

    def __init__(self, parent: QWidget | None = None, clock: Clock | None = None) -> None:
        super().__init__(parent)
        self._showing: Showing | None = None
        self._content: MapContent | None = None
        self._state: AppState | None = None
        self._places: dict[TextButton, SitedPlace] = {}
        self._routes: dict[TextButton, SitedRoute] = {}
        self._selected: dict[TextButton, str] = {}
        self.head = self.add_text()
        self.spread = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self.column.addLayout(self.spread)
        self.map = MapView(clock, self)
        self.map.place_chosen.connect(self._open_place)
        self.map.route_chosen.connect(self._open_route)
        self.spread.addWidget(self.map, 1, Qt.AlignmentFlag.AlignTop)
        self.texts = QWidget(self)
        self._texts = column(self.texts)
        self.spread.addWidget(self.texts)
        self._columns.append(self._texts)
        self._make_texts()

    def _make_texts(self) -> None:
        """Make what stands beside the map, in reading order."""
        self.selected_head = self._text()
        self.selected = self._pool(self._make_selected)
        self.buttons = ButtonRow(self.texts)
        self.wide_button = self.buttons.add("quiet", lambda: self.command_requested.emit("reading.wide", {}))
        self.all_button = self.buttons.add("quiet", lambda: self.command_requested.emit("places.open", {}))
        self._texts.addWidget(self.buttons)
        self.signs_head = self._text()
        self.signs = self._pool(lambda: SignRow(self.texts))
        self.routes_head = self._text()
        self.routes = self._pool(self._make_route)
        self.places_head = self._text()
        self.places = self._pool(self._make_place)
        self.unplaced_head = self._text()
        self.unplaced = self._pool(self._make_place)
        self.rest = self._text()
        self._texts.addStretch(1)

    def _text(self) -> ReadingView:
        made = ReadingView(self.texts)
        made.copy_requested.connect(self.copy_requested)
        made.reveal_requested.connect(lambda rect: self.reveal_requested.emit(made, rect))
        self._texts.addWidget(made)
        return made

    def _pool(self, make: Callable[[], Piece]) -> Pool[Piece]:
        holder = QWidget(self.texts)
        self._texts.addWidget(holder)
        return Pool(column(holder), make)

    def _make_place(self) -> TextButton:
        row = TextButton(self.texts)
        row.clicked.connect(lambda _checked: self._open_place(self._places[row].view.id))
        return row

    def _make_route(self) -> TextButton:
        row = TextButton(self.texts)
        row.clicked.connect(lambda _checked: self._light_route(self._routes[row]))
        return row

    def _make_selected(self) -> TextButton:
        row = TextButton(self.texts)
        row.clicked.connect(lambda _checked: self.event_open_requested.emit(self._selected[row]))
        return row

    # -- filling --------------------------------------------------------------------------------------

    def fill(self, showing: Showing, state: AppState, look: Look) -> None:
        """Show the places of an exhibit, with those of the selected events lit."""
        self._showing, self._state = showing, state
        self.set_spacing(look)
        self.spread.setSpacing(look.space_px(GAP_PX))
        self._texts.setSpacing(look.space_px(10))
        if not showing.is_catalogued:
            show_text(self.head, [*heading(look), words(look.say("filters.counting"), "small")], look)
            self.map.hide()
            self.texts.hide()
            return
        self.map.show()
        self.texts.show()
        self._fill_content()
        self._fill_selected()
        self._fill_signs()
        show_text(self.rest, rest(look), look)
        self.arrange()

    def show_time(self, state: AppState) -> None:
        """Follow the timeline: other events are in the present view."""
        self._state = state
        if self._showing is not None and self._content is not None and self._look is not None:
            self._fill_content()

    def _fill_content(self) -> None:
        showing, state, look = self._showing, self._state, self._look
        if showing is None or state is None or look is None:
            return
        content = self._content = present_places(showing, state)
        self.map.fill(content, look)
        self.map.setVisible(bool(content.spots))
        show_text(self.head, head(content, showing, look), look)
        self._fill_routes(content, look)
        self._fill_places(content, look)

    def _fill_places(self, content: MapContent, look: Look) -> None:
        self._places = {}
        rows = self.places.show(min(len(content.places), MOST_ROWS))
        for row, place, name, spot in zip(rows, content.places, content.names, content.spots, strict=False):
            self._places[row] = place
            fill_place(row, place, name, spot.in_view, look)
        heading = [section_heading(look, "map.places")] if rows else []
        more = len(content.places) - len(rows)
        show_text(self.places_head, heading, look)
        others = self.unplaced.show(min(len(content.unplaced), MOST_ROWS))
        for row, place in zip(others, content.unplaced, strict=False):
            self._places[row] = place
            fill_place(row, place, place.view.title, content.in_view.get(place.view.id, 0), look)
        told = [section_heading(look, "map.unplaced")] if others else []
        show_text(self.unplaced_head, told, look)
        self.all_button.setVisible(more > 0)
        self.all_button.fill(look, look.say("place.all"))
        self.buttons.refresh()

    def _fill_routes(self, content: MapContent, look: Look) -> None:
        self._routes = {}
        rows = self.routes.show(len(content.routes))
        for row, route in zip(rows, content.routes, strict=True):
            self._routes[row] = route
            fill_route(row, route, content, look)
        show_text(self.routes_head, [section_heading(look, "map.routes")] if rows else [], look)

    def _fill_selected(self) -> None:
        """Light the places of the selected events, and lead to these."""
        showing, state, look = self._showing, self._state, self._look
        if showing is None or state is None or look is None:
            return
        ids = state.selection.ids
        ordinals = [ordinal for name in ids if (ordinal := showing.ordinal(name)) is not None]
        self.map.set_light(showing.geography.places_of(ordinals), ordinals)
        self._selected = {}
        listed = ordinals[-MOST_SELECTED:]
        for row, ordinal in zip(self.selected.show(len(listed)), listed, strict=True):
            event = showing.head(ordinal)
            self._selected[row] = event.id
            fill_head(row, event, showing.lanes, look)
        show_text(self.selected_head, [section_heading(look, "map.selected")] if listed else [], look)

    def _fill_signs(self) -> None:
        """Explain the signs that stand on this map."""
        content, look = self._content, self._look
        if content is None or look is None:
            return
        there = {spot.certainty for spot in content.spots} | {
            "route" if course.is_sure else "unsure-route" for course in content.courses
        }
        signs = [sign for sign in Sign if sign is Sign.COUNT or sign.value in there] if content.spots else []
        for row, sign in zip(self.signs.show(len(signs)), signs, strict=True):
            row.fill(sign, look)
        show_text(self.signs_head, [section_heading(look, "map.signs")] if signs else [], look)

    def forget_others(self, showing: Showing | None) -> None:
        """Let go of another exhibit or lens."""
        if self._showing is not showing:
            self._showing = self._content = self._state = None
            self._places, self._routes = {}, {}
            self.map.forget()

    # -- leading on -----------------------------------------------------------------------------------

    def _open_place(self, place_id: str) -> None:
        self.command_requested.emit("place.open", {"id": place_id})

    def _open_route(self, number: int) -> None:
        if self._content is not None:
            self._light_route(self._content.routes[number])

    def _light_route(self, route: SitedRoute) -> None:
        """Select the first event that took a route; the map stays."""
        if self._showing is not None:
            event_id = self._showing.event_id(route.events[0])
            self.command_requested.emit("select.beside", {"id": event_id})

    def take_focus(self, reason: Qt.FocusReason) -> bool:
        """Take the keyboard to the map."""
        if self.map.isHidden():
            return False
        self.map.canvas.setFocus(reason)
        # What is given the focus is brought into view, but there is room for the heading above it too.
        self.reveal_requested.emit(self.head, self.head.rect())
        return True

    def arrive(self, *, takes_focus: bool) -> None:
        """Put the keyboard to the map, if it was in the panel before."""
        if takes_focus:
            self.take_focus(Qt.FocusReason.OtherFocusReason)

    # -- room -----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: the map stands beside its words where there is room."""
        super().resizeEvent(event)
        self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's: fit what it is seen through."""
        super().showEvent(event)
        self.arrange()

    @property
    def picture(self) -> QWidget:
        """The map stays in sight."""
        return self.map

    def arrange(self) -> None:
        """Place the map beside its words where there is room, else above them."""
        look = self._look
        if look is None:
            return
        is_beside = self.width() >= look.px(WIDE_FROM_PX)
        wanted = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        self.turn(wanted)
        self.texts.setFixedWidth(look.px(LIST_PX)) if is_beside else self.texts.setMaximumWidth(_UNBOUNDED)
        room_px = self.room_px
        height_px = room_px - look.space_px(AROUND_PX) if is_beside else round(room_px * NARROW_SHARE)
        self.map.set_height_px(max(height_px, LEAST_PX))
        self.wide_button.fill(look, look.say("map.narrow" if look.is_wide else "map.wide"))
        self.buttons.refresh()
