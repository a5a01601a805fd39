# SPDX-License-Identifier: MIT
"""From an event to one of its people, by their small timeline to another event, to its page, and all the way back.

Where to press is asked of a twin that is shown the same; what is then on the screen is compared with it.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from tests.journeys.exhibits import HARBOUR
from tests.journeys.journey import Journey
from tests.journeys.twin import SIZE, Twin, click, look_alike, opened
from timeline_app.ui.panels.event_page import EventPage
from timeline_app.ui.panels.person_page import PersonPage

pytestmark = pytest.mark.slow

EXHIBIT = (
    HARBOUR
    + """\
people:
  mori: {title: Mori Haru, names: [{text: 森はる, lang: ja}], note: Keeper of the ledger.}
  office: {title: The harbour office, kind: organisation}
events:
  - {id: a, title: The first ferry crosses the bay, date: 1952-06, lane: town, importance: 5, people: [mori]}
  - {id: b, title: The town buys a second ferry, date: 1954-06, lane: town, importance: 5, people: [mori, office]}
  - {id: c, title: The office asks for a pier, date: 1956-06, lane: office, importance: 5, people: [office]}
  - {id: d, title: The town dances on the pier, date: 1957-06~, lane: town, importance: 5, people: [mori]}
"""
)


class PeopleTwin(Twin):
    """A twin that knows where names and marks of the panel are."""

    @property
    def event(self) -> EventPage:
        """The page of the event, which must be shown."""
        return self.shown(EventPage)

    @property
    def person(self) -> PersonPage:
        """The page of the person, which must be shown."""
        return self.shown(PersonPage)

    def middle(self, part: QWidget) -> QPoint:
        """Return the middle of a part, which must be in view."""
        area = self.area(part)
        assert QRect(0, 0, *SIZE).contains(area.center()), area
        return area.center()

    def small_mark(self, number: int) -> QPoint:
        """Return where a mark of the small timeline can be clicked."""
        timeline = self.person.events.timeline
        x, y = timeline.marks[number].rect.centre
        return self.area(timeline).topLeft() + QPoint(round(x), round(y))

    def seen(self, journey: Journey, what: str) -> None:
        """Wait until the screen shows what this shows: panel and timeline, but not what comes and goes with the hand."""
        self.shell.notice.hide()
        look_alike(journey, self, QRect(0, 74, SIZE[0], SIZE[1] - 180), what)


TWIN = PeopleTwin


def test_from_an_event_to_a_person_to_another_event_and_back(
    journey: Journey, exhibit: Path, twin: PeopleTwin
) -> None:
    opened(journey, twin, exhibit)

    click(journey, twin.mark("b"))
    twin.do("select.event", id="b")
    twin.seen(journey, "the page of the second ferry")

    click(journey, twin.middle(twin.event.names.people.buttons[0]))
    twin.do("person.open", id="mori")
    twin.seen(journey, "the page of the keeper of the ledger")

    click(journey, twin.small_mark(2))
    twin.do("select.beside", id="d")
    twin.seen(journey, "the dance selected beside her page")

    rows = list(twin.person.events.rows.rows)
    click(journey, twin.middle(rows[0]))
    twin.do("select.event", id="a")
    twin.seen(journey, "the page of the first ferry")

    for what in ("the dance beside her page", "her page as it was", "the page of the second ferry"):
        journey.press("alt+Left")
        twin.do("go.back")
        twin.seen(journey, f"back to {what}")
    assert twin.shell.store.state.selection.ids == ("b",)
    assert journey.output() == ""
