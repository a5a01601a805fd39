# SPDX-License-Identifier: MIT
"""The section "Why this date?" on the event page: what the file says, what was worked out, and the ways to other events."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.panel_setup import accessible, description_of, dress, english, show, spoken, theme
from timeline_app.content.reader import read_text
from timeline_app.model.document import Document
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.state.app_state import AppState, PanelPage, Selection
from timeline_app.ui.panels.detail_panel import DetailPanel
from timeline_app.ui.panels.event_page import EventPage
from timeline_app.ui.panels.pieces import in_reading_order
from timeline_app.ui.reading.reading_view import ReadingView

TEXT = """\
title: T
calendars: [japanese-era]
lanes: {sea: {title: The sea}}
events:
  - {id: sails, title: The ship sails, date: 1955-03-02, lane: sea, date_as_written: 2 March, date_basis: The log.}
  - {id: storm, title: The storm, after: sails, lane: sea}
  - {id: calm, title: The calm, after: storm, before: [lands, 1957], lane: sea}
  - {id: lands, title: The ship lands, date: 1958-07-31, lane: sea}
  - {id: reasons, title: The reasons, date: 1958, before: [lands], lane: sea}
  - {id: port, title: In port, date: 1958, calendar: julian, after: 1958-02, lane: sea}
  - {id: lost, title: Lost, after: nowhere, lane: sea}
  - {id: nowhere, title: Nowhere, lane: sea}
  - {id: feast, title: The feast, date: XXXX-12-25, lane: sea}
  - {id: fair, title: The fair, date: XXXX-12-25, after: 1955/1957, lane: sea}
  - {id: about, title: About then, date: 1957~, lane: sea}
  - {id: since, title: Since then, date: 1957/.., lane: sea}
  - {id: until, title: Until then, date: ../1957, lane: sea}
  - {id: prayer, title: The prayer, date: "islamic:1379-06-01", calendar: islamic, lane: sea}
  - {id: fast, title: The fast, date: 1959-12-02, calendar: islamic, lane: sea}
"""


class _Hiding(Lens):
    __slots__ = ()

    @property
    def hidden_events(self) -> frozenset[str]:
        return frozenset({"storm"})


@pytest.fixture(scope="module")
def document() -> Document:
    reading = read_text(TEXT, Path("exhibit.yaml"))
    assert reading.problems == ()
    assert reading.document is not None
    return reading.document


@pytest.fixture
def panel(qt_app: QApplication) -> Iterator[DetailPanel]:
    dress(qt_app)
    made = DetailPanel(english(), theme())
    show(made, 460, 900)
    yield made
    made.close()


def opened(
    panel: DetailPanel, document: Document, event_id: str, lens: Lens | None = None, *, is_open: bool = True
) -> EventPage:
    state = AppState(
        document=document, selection=Selection((event_id,)), page=PanelPage.EVENT, is_date_explained=is_open
    )
    panel.show_state(Showing(document, lens or Lens()), state)
    QApplication.processEvents()
    page = panel.page
    assert isinstance(page, EventPage)
    return page


def texts(*views: ReadingView) -> list[str]:
    return [paragraph.spoken for view in views if not view.isHidden() for paragraph in view.paragraphs]


def rows(page: EventPage) -> list[str]:
    section = page.date_reason
    return [row.accessibleName() for pool in (section.earliest_rows, section.latest_rows) for row in pool]


def test_a_button_opens_the_reasons_and_says_so(panel: DetailPanel, document: Document) -> None:
    page = opened(panel, document, "sails", is_open=False)
    section = page.date_reason
    assert section.button.text() == "Why this date?"
    assert description_of(accessible(section.button)) == "The reasons are hidden."
    assert texts(section.facts, section.derived, section.earliest, section.latest, section.undated) == []
    asked: list[bool] = []
    panel.date_reason_requested.connect(lambda: asked.append(True))
    section.button.setFocus()
    QTest.keyClick(section.button, Qt.Key.Key_Space)
    assert asked == [True]
    page = opened(panel, document, "sails")
    assert section.button.text() == "Hide the reasons"
    assert description_of(accessible(section.button)) == "The reasons stand below."
    assert page.date_reason is section


def test_the_button_of_an_undated_event_asks_why_there_is_none(
    panel: DetailPanel, document: Document
) -> None:
    assert opened(panel, document, "nowhere", is_open=False).date_reason.button.text() == "Why no date?"


def test_of_a_plain_day_the_file_says_all(panel: DetailPanel, document: Document) -> None:
    page = opened(panel, document, "sails")
    section = page.date_reason
    assert texts(page.head)[2].endswith(" · exact day · 2 March, Shōwa 30")
    assert texts(section.facts) == [
        "What the exhibit says",
        "As written: 2 March",
        "Read as: 2 March 1955 · exact day · 1955-03-02",
        "Reason given: The log.",
    ]
    assert texts(section.derived, section.earliest, section.latest, section.undated) == []


def test_what_was_worked_out_stands_apart_and_leads_to_each_event(
    panel: DetailPanel, document: Document
) -> None:
    page = opened(panel, document, "calm")
    section = page.date_reason
    assert texts(page.head)[2].startswith(
        "between 2 March 1955 and 31 December 1957 · some time within this span · worked out from other events"
    )
    assert texts(section.facts)[:2] == ["What the exhibit says", "No date that can be placed is given."]
    assert (
        texts(section.facts)[-1]
        == "Order told: after “The storm”; before “The ship lands”; no later than 1957"
    )
    assert texts(section.derived) == [
        "Worked out from other events",
        "The exhibit gives this event no date of its own. Its place follows from its order among others.",
    ]
    assert texts(section.earliest) == [
        "Not before 2 March 1955: this event comes after “The storm”, which comes after “The ship sails” (2 March 1955)."
    ]
    assert texts(section.latest) == ["Not after 31 December 1957: this event comes no later than 1957."]
    assert [name.partition(",")[0] for name in rows(page)] == ["The storm", "The ship sails"]
    opened_ids: list[str] = []
    panel.event_open_requested.connect(opened_ids.append)
    for row in section.earliest_rows:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert opened_ids == ["storm", "sails"]


def test_a_date_that_others_narrow_says_so(panel: DetailPanel, document: Document) -> None:
    page = opened(panel, document, "reasons")
    section = page.date_reason
    assert "narrowed by other events" in texts(page.head)[2]
    assert texts(section.facts)[1].startswith("Read as: 1958 · ")
    assert texts(section.facts)[-1] == "This leaves 1 January 1958 and all later days, doubt included."
    assert texts(section.derived)[1].startswith("The event’s own date leaves more room")
    assert texts(section.latest) == [
        "Not after 31 July 1958: this event comes before “The ship lands” (31 July 1958)."
    ]


def test_a_day_without_a_year_may_get_its_time_from_others(panel: DetailPanel, document: Document) -> None:
    page = opened(panel, document, "fair")
    assert "worked out from other events" in texts(page.head)[2]
    assert texts(page.date_reason.facts)[1].startswith("Read as: 25 December, year unknown")
    assert texts(page.date_reason.earliest) == [
        "Not before 1 January 1957: this event comes after 1955 to 1957."
    ]


@pytest.mark.parametrize(
    ("event", "words"),
    [
        ("about", "This leaves the days from 1 January 1952 to 31 December 1962, doubt included."),
        ("since", "This leaves 1 January 1957 and all later days, doubt included."),
        ("until", "This leaves 31 December 1957 and all earlier days, doubt included."),
    ],
)
def test_the_days_that_a_date_leaves_are_told(
    panel: DetailPanel, document: Document, event: str, words: str
) -> None:
    assert texts(opened(panel, document, event).date_reason.facts)[-1] == words


@pytest.mark.parametrize(
    ("event", "beginning"),
    [
        ("lost", "The events and dates that it is told to come after or before do not bound its time."),
        ("nowhere", "Without a date the event has no place on the axis."),
        ("feast", "Without a year the event has no place on the axis."),
    ],
)
def test_why_an_event_is_undated_is_told(
    panel: DetailPanel, document: Document, event: str, beginning: str
) -> None:
    (words,) = texts(opened(panel, document, event).date_reason.undated)
    assert words.startswith(beginning)


def test_the_calendar_of_the_source_comes_with_its_limit(panel: DetailPanel, document: Document) -> None:
    page = opened(panel, document, "fast")
    assert texts(page.head)[2].endswith(" · 1 Jumada II 1379 AH (Islamic) · 2 December, Shōwa 34")
    (told,) = [line for line in texts(page.date_reason.facts) if line.startswith("By calendar: ")]
    assert told.startswith("By calendar: 1 Jumada II 1379 AH (Islamic) · Calculated: months began")


def test_a_date_that_counts_in_the_calendar_of_its_source_is_told_in_ours_once(
    panel: DetailPanel, document: Document
) -> None:
    page = opened(panel, document, "prayer")
    assert texts(page.head)[2].endswith(" · 2 December 1959 (Gregorian) · 2 December, Shōwa 34")
    assert texts(page.date_reason.facts)[1].startswith(
        "Read as: 1 Jumada II 1379 AH (Islamic) · calculated day"
    )
    assert not [line for line in texts(page.date_reason.facts) if line.startswith("By calendar: ")]


def test_other_calendars_tell_the_own_date_too_where_the_event_stands_at_another(
    panel: DetailPanel, document: Document
) -> None:
    page = opened(panel, document, "port")
    assert texts(page.head)[2].endswith(" · narrowed by other events · 1958 (Julian) · Shōwa 33")
    told = [line for line in texts(page.date_reason.facts) if line.startswith("By calendar: ")]
    assert told == ["By calendar: 1957–1958 (Julian)"]
    page = opened(panel, document, "reasons")
    assert texts(page.head)[2].endswith(" · narrowed by other events · Shōwa 33")
    assert not [line for line in texts(page.date_reason.facts) if line.startswith("By calendar: ")]


def test_the_title_of_a_hidden_event_is_nowhere(panel: DetailPanel, document: Document) -> None:
    page = opened(panel, document, "calm", _Hiding())
    assert texts(page.date_reason.earliest) == [
        "Not before 2 March 1955: this event comes after another event."
    ]
    assert rows(page) == []
    assert "The storm" not in spoken(panel)


def test_tab_reaches_the_button_and_the_rows(panel: DetailPanel, document: Document) -> None:
    page = opened(panel, document, "calm")
    reached = list(in_reading_order(page.column))
    assert reached.index(page.date_reason.button) < reached.index(next(iter(page.date_reason.earliest_rows)))
    node = accessible(page.date_reason.button)
    assert node.role() == QAccessible.Role.Button


def test_the_words_can_be_selected_and_copied(panel: DetailPanel, document: Document) -> None:
    page = opened(panel, document, "calm")
    copied: list[str] = []
    panel.copy_requested.connect(copied.append)
    view = page.date_reason.earliest
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied == [texts(view)[0]]
