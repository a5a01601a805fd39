# SPDX-License-Identifier: MIT
"""A line of names that lead to their pages: the people and the places of an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from timeline_app.base.text_value import ShownText
from timeline_app.model.views import EventView, PersonView, PlaceView
from timeline_app.ui.fonts import font_for
from timeline_app.ui.panels.buttons import ButtonRow, PanelButton
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.name_texts import named
from timeline_app.ui.panels.page import Page
from timeline_app.ui.panels.pieces import column
from timeline_app.ui.reading.reading_view import FOCUS_RING_PX


@dataclass(frozen=True, slots=True)
class NameLink:
    """A name in its scripts with what else is told of it, the command that opens its page, and what that does."""

    command: str
    tip: str
    id: str
    title: ShownText
    names: tuple[ShownText, ...] = ()
    more: str = ""

    @property
    def said(self) -> str:
        """All of it in one text."""
        told = " ".join(str(name) for name in (self.title, *self.names))
        return f"{told}, {self.more}" if self.more else told


class NameRow(QWidget):
    """Shows links behind a word such as "Who:"; nothing at all where there are none."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._links: tuple[NameLink, ...] = ()
        line = QHBoxLayout(self)
        line.setContentsMargins(round(FOCUS_RING_PX), 0, 0, 0)
        self._line = line
        self.label = QLabel(self)
        self.row = ButtonRow(self, gap_px=0)
        line.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.row, 1)
        self._made: list[PanelButton] = []

    @property
    def buttons(self) -> Sequence[PanelButton]:
        """The links that are shown."""
        return [button for button in self._made if not button.isHidden()]

    def fill(self, key: str, links: Sequence[NameLink], look: Look) -> None:
        """Show links behind the word of a message key."""
        self._links = tuple(links)
        self.setVisible(bool(links))
        self._line.setSpacing(look.space_px(2))
        self.label.setFont(font_for("small-strong", look.translator.language, look.typesetter.text_scale))
        self.label.setText(look.say(key))
        while len(self._made) < len(links):
            self._made.append(self._make(len(self._made)))
        for number, button in enumerate(self._made):
            button.setVisible(number < len(links))
            if number < len(links):
                link = links[number]
                button.fill(look, link.said, named(link.title, link.names, "small", "link", link.more))
                button.setAccessibleDescription(look.say(link.tip))
        self.row.refresh()
        # On one line with the first of the names.
        self.label.setFixedHeight(self._made[0].sizeHint().height() if links else 0)

    def _make(self, number: int) -> PanelButton:
        return self.row.add("name", lambda: self._open(number))

    def _open(self, number: int) -> None:
        link = self._links[number]
        self._page.command_requested.emit(link.command, {"id": link.id})


class EventNames(QWidget):
    """The places and the people of an event, each leading to its page."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        inner = column(self)
        self.places = NameRow(page)
        self.people = NameRow(page)
        for row in (self.places, self.people):
            inner.addWidget(row)

    def fill(self, event: EventView, look: Look) -> None:
        """Show the names of an event, but of none who is known by role alone."""
        places = [_place_link(place, look) for place in event.places if place.title.text]
        people = [_person_link(person) for person in event.people if person.id and person.title.text]
        self.setVisible(bool(places or people))
        self.places.fill("panel.places", places, look)
        self.people.fill("panel.people", people, look)
        # The names of both lines begin below each other.
        labels = [row.label for row in (self.places, self.people)]
        width = max(label.sizeHint().width() for label in labels)
        for label in labels:
            label.setMinimumWidth(width)


def _place_link(place: PlaceView, look: Look) -> NameLink:
    is_vague = place.certainty in ("region", "doubtful")
    more = look.say(f"panel.place.{place.certainty}") if is_vague else ""
    return NameLink("place.open", "place.open.tip", place.id, place.title, place.names, more)


def _person_link(person: PersonView) -> NameLink:
    role = str(person.role or "")
    return NameLink("person.open", "person.open.tip", person.id, person.title, person.names, role)
