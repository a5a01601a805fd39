# SPDX-License-Identifier: MIT
"""People and places in the panel: names in their scripts, their events in time, lists, and the ways there and back."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.sample_documents import HARBOUR, document_of
from tests.ui.panel_setup import accessible, name_of, spoken, tree
from tests.ui.shell_bench import ShellBench
from timeline_app.content.reading import Reading
from timeline_app.model import catalogue, filtering, records, told_events
from timeline_app.state.app_state import PanelPage, Settings
from timeline_app.ui.filter_job import THREAD_NAME
from timeline_app.ui.panels.event_page import EventPage
from timeline_app.ui.panels.introduction_page import IntroductionPage
from timeline_app.ui.panels.names_page import PeoplePage, PlacesPage
from timeline_app.ui.panels.not_known_page import NotKnownPage
from timeline_app.ui.panels.page import Page
from timeline_app.ui.panels.person_page import PersonPage
from timeline_app.ui.panels.place_page import PlacePage
from timeline_app.ui.panels.small_timeline import SmallTimelineView
from timeline_app.ui.reading.reading_view import ReadingView

EVENTS = [
    {"id": "survey", "date": "1958-03~", "title": "The office surveys the shore", "lane": "office",
     "people": ["mori"], "known": "public", "sources": ["letter"]},
    {"id": "agreement", "date": "1959-08-13", "title": "Town and office agree on a ferry", "lane": "town",
     "people": ["mori", "hidden-person", "tanaka-ichiro", "office-org"], "place": "minase", "route": ["minase", "cape"],
     "known": "public", "importance": 5, "sources": ["ledger"], "excerpts": ["plan"]},
    {"id": "storm", "date": "1965-09-01?", "title": "The night of the storm", "lane": "crew", "people": ["mori"],
     "place": "minase", "known": "public", "sources": ["gazette"]},
    {"id": "song", "title": "A song about the ferry", "lane": "town", "people": ["mori"]},
    {"id": "museum", "date": "2004", "title": "A museum opens", "lane": "town", "people": ["curator"],
     "known": "public", "sources": ["ledger"]},
]  # fmt: skip
RAW = {
    **HARBOUR,
    "events": EVENTS,
    "claims": {},
    "tours": {},
    "people": {**HARBOUR["people"], "curator": {"title": "Sato Ken", "role": "curator"}},  # type: ignore[dict-item]
    "excerpts": {
        "plan": {"source": "ledger", "text": "to carry goods and people alike", "spoken_by": ["mori"]}
    },
}


@pytest.fixture
def bench(tmp_path: Path, qt_app: QApplication) -> Iterator[ShellBench]:
    del qt_app
    path = tmp_path / "harbour.yaml"
    made = ShellBench(tmp_path, Reading(document_of(RAW, path), (), (path,)), path=path, size=(1280, 900))
    made.show()
    made.settle()
    yield made
    made.close()


def send(bench: ShellBench, command_id: str, **arguments: str) -> Page:
    assert bench.shell.commands.send(command_id, **arguments)
    bench.settle()
    page = bench.panel.page
    assert page is not None
    return page


def person(bench: ShellBench, name: str = "mori") -> PersonPage:
    page = send(bench, "person.open", id=name)
    assert isinstance(page, PersonPage)
    return page


def lines(view: ReadingView) -> list[str]:
    return [paragraph.spoken for paragraph in view.paragraphs]


def names(parts: object) -> list[str]:
    assert hasattr(parts, "__iter__")
    return [part.accessibleName() for part in parts]


def marks(timeline: SmallTimelineView) -> list[str]:
    return [button.accessibleName() for button in timeline.buttons if not button.isHidden()]


def centre(bench: ShellBench, timeline: SmallTimelineView, number: int) -> QPoint:
    bench.panel.reveal(timeline, timeline.rect())
    x, y = timeline.marks[number].rect.centre
    return QPoint(round(x), round(y))


# -- what a page tells ----------------------------------------------------------------------------


def test_a_person_has_all_names_each_in_its_language(bench: ShellBench) -> None:
    page = person(bench)
    assert lines(page.head) == ["Person", "Mori Haru", "森はる", "Keeper of the ledger."]
    (run,) = page.head.paragraphs[2].runs
    assert run.language == "ja"


def test_the_events_are_told_in_time_and_row_by_row(bench: ShellBench) -> None:
    page = person(bench)
    assert lines(page.events.head) == ["4 events"]
    told = [
        "The office surveys the shore, about March 1958",
        "Town and office agree on a ferry, 13 August 1959",
        "The night of the storm, perhaps 1 September 1965",
    ]
    assert marks(page.events.timeline) == told
    assert names(page.events.rows.rows) == [*told, "A song about the ferry, No date is known"]
    assert name_of(accessible(page.events.timeline)) == "Mori Haru in time: 4 events"


def test_words_and_sources_lead_on(bench: ShellBench) -> None:
    page = person(bench)
    assert names(page.excerpts.rows) == ["to carry goods and people alike"]
    assert [name.partition(".")[0] for name in names(page.sources.rows)] == [
        "Mori & Sato 1961",
        "Harbour office of Minase 1959",
        "A ferry at last? 1959",
    ]
    next(iter(page.excerpts.rows)).click()
    bench.settle()
    assert (bench.shell.store.state.page, bench.shell.store.state.subject) == (PanelPage.EXCERPT, "plan")


def test_a_place_tells_how_surely_it_is_placed(bench: ShellBench) -> None:
    page = send(bench, "place.open", id="minase")
    assert isinstance(page, PlacePage)
    assert lines(page.head) == [
        "Place", "Minase", "水瀬 · 미나세",
        "Position: known to the town, not to a building (38°\u00a0N, 139°\u00a0E)",
    ]  # fmt: skip
    assert [run.language for run in page.head.paragraphs[2].runs if run.language] == ["ja", "ko"]
    assert len(page.events.timeline.marks) == 2
    cape = send(bench, "place.open", id="cape")
    assert isinstance(cape, PlacePage)
    assert lines(cape.head) == ["Place", "The cape", "Position: not given by this exhibit"]


def test_a_place_is_lit_on_a_map_where_it_has_a_position_and_an_event(bench: ShellBench) -> None:
    page = send(bench, "place.open", id="minase")
    assert isinstance(page, PlacePage)
    assert not page.map.isHidden()
    assert name_of(accessible(page.map.canvas)) == "Map with 1 place"
    send(bench, "filters.toggle", facet="lane", value="office")
    assert page.map.isHidden()
    send(bench, "filters.clear")
    assert not page.map.isHidden()
    page.map.place_chosen.emit("cape")
    bench.settle()
    assert bench.shell.store.state.subject == "cape"
    assert page.map.isHidden()


def test_nobody_who_is_withheld_is_told_of_anywhere(bench: ShellBench) -> None:
    for name in ("hidden-person", "tanaka-ichiro", "nobody"):
        assert bench.shell.commands.send("person.open", id=name)
    bench.settle()
    assert bench.shell.store.state.page is PanelPage.INTRODUCTION
    event = send(bench, "select.event", id="agreement")
    assert "Hidden" not in spoken(event)
    assert "Tanaka" not in spoken(event)
    people = send(bench, "people.open")
    assert "Hidden" not in spoken(people)
    assert "Tanaka" not in spoken(people)


# -- the small timeline ---------------------------------------------------------------------------


def test_a_click_chooses_the_event_on_the_timeline_and_the_page_stays(bench: ShellBench) -> None:
    page = person(bench)
    timeline = page.events.timeline
    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=centre(bench, timeline, 1))
    bench.settle()
    state = bench.shell.store.state
    assert (state.selection.ids, state.page, state.subject) == (("agreement",), PanelPage.PERSON, "mori")
    assert timeline.buttons[1].accessibleDescription() == "Selected on the timeline"
    assert timeline.buttons[0].accessibleDescription() == ""
    assert bench.shell.canvas.selected_ids == ("agreement",)


def test_the_card_tells_title_and_date_below_the_pointer(bench: ShellBench) -> None:
    timeline = person(bench).events.timeline
    QTest.mouseMove(timeline, centre(bench, timeline, 2))
    bench.settle()
    assert timeline.card.words == ("The night of the storm", "perhaps 1 September 1965")
    assert not timeline.card.isHidden()


def test_one_stop_of_tab_and_the_arrows_lead_through_the_marks(bench: ShellBench) -> None:
    timeline = person(bench).events.timeline
    stops = [button for button in timeline.buttons if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [timeline.buttons[0]]
    timeline.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    for key, at in (
        (Qt.Key.Key_Right, 1), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_Home, 0), (Qt.Key.Key_End, 2),
    ):  # fmt: skip
        QTest.keyClick(QApplication.focusWidget() or timeline, key)
        assert QApplication.focusWidget() is timeline.buttons[at]
    assert timeline.card.words == ("The night of the storm", "perhaps 1 September 1965")
    QTest.keyClick(timeline.buttons[2], Qt.Key.Key_Return)
    bench.settle()
    assert bench.shell.store.state.selection.ids == ("storm",)
    assert QApplication.focusWidget() is timeline.buttons[2]
    assert bench.shell.store.state.page is PanelPage.PERSON


@pytest.mark.parametrize("percent", [100, 200])
def test_marks_are_buttons_of_24_pixels_with_a_name_at_least(bench: ShellBench, percent: int) -> None:
    bench.shell.commands.send("settings.text-size", percent=percent)
    timeline = person(bench).events.timeline
    for button in timeline.buttons[: len(timeline.marks)]:
        assert min(button.width(), button.height()) >= 24
        assert accessible(button).role() is QAccessible.Role.Button
        assert accessible(button).text(QAccessible.Text.Name)
        assert timeline.rect().contains(button.geometry())


def test_marks_that_are_called_the_same_are_numbered(tmp_path: Path, qt_app: QApplication) -> None:
    del qt_app
    events = [
        {"id": name, "title": "A ship sails", "date": date, "lane": "town", "people": ["mori"]}
        for name, date in (("a", "1959-12-14"), ("b", "1959-12-14"), ("c", "1959-12-18"))
    ]
    path = tmp_path / "harbour.yaml"
    reading = Reading(document_of({**RAW, "events": events}, path), (), (path,))
    bench = ShellBench(tmp_path, reading, path=path)
    try:
        bench.settle()
        assert marks(person(bench).events.timeline) == [
            "A ship sails, 14 December 1959 (1)",
            "A ship sails, 14 December 1959 (2)",
            "A ship sails, 18 December 1959",
        ]
    finally:
        bench.close()


# -- filters and the cursor -----------------------------------------------------------------------


def test_filtering_by_a_person_from_their_page_and_no_longer(bench: ShellBench) -> None:
    page = person(bench)
    assert page.events.filter_button.text() == "Show only events with Mori Haru"
    page.events.filter_button.click()
    bench.settle()
    assert bench.shell.store.state.lens.filters.person == frozenset({"mori"})
    assert page.events.filter_button.text() == "No longer only events with Mori Haru"
    page.events.filter_button.click()
    bench.settle()
    assert bench.shell.store.state.lens.filters.is_empty


def test_what_filters_leave_out_is_said_and_the_page_stays(bench: ShellBench) -> None:
    person(bench)
    page = send(bench, "filters.toggle", facet="lane", value="office")
    assert isinstance(page, PersonPage)
    assert lines(page.events.head) == ["1 event"]
    assert lines(page.events.foot) == ["3 more events are left out by what is filtered."]
    page.events.clear_button.click()
    bench.settle()
    assert lines(page.events.head) == ["4 events"]


def test_a_cursor_takes_later_events_and_later_people(bench: ShellBench) -> None:
    page = person(bench)
    send(bench, "known.set", date="1960")
    assert marks(page.events.timeline) == [
        "The office surveys the shore, about March 1958",
        "Town and office agree on a ferry, 13 August 1959",
    ]
    assert lines(page.head) == ["Person", "Mori Haru", "森はる"]
    assert "storm" not in spoken(page)
    assert bench.shell.commands.send("person.open", id="curator")
    bench.settle()
    assert bench.panel.page is page
    people = send(bench, "people.open")
    assert "Sato Ken" not in spoken(people)
    send(bench, "known.clear")
    person(bench, "curator")
    assert isinstance(send(bench, "known.set", date="1960"), NotKnownPage)


# -- lists ----------------------------------------------------------------------------------------


def test_people_are_listed_by_kind_and_found_in_any_script(bench: ShellBench) -> None:
    page = send(bench, "people.open")
    assert isinstance(page, PeoplePage)
    assert names(page.lists["person"].rows) == ["Mori Haru 森はる, 4 events", "Sato Ken, 1 event"]
    assert names(page.lists["organisation"].rows) == ["The harbour office, 1 event"]
    assert page.lists["term"].isHidden()
    page.field.setText("森")
    assert names(page.lists["person"].rows) == ["Mori Haru 森はる, 4 events"]
    assert page.lists["organisation"].isHidden()
    assert lines(page.found) == ["1 name contains that."]
    page.field.setText("")
    assert len(names(page.lists["person"].rows)) == 2
    page.field.setText("HARBOUR")
    assert names(page.lists["organisation"].rows) == ["The harbour office, 1 event"]
    next(iter(page.lists["organisation"].rows)).click()
    bench.settle()
    assert (bench.shell.store.state.page, bench.shell.store.state.subject) == (PanelPage.PERSON, "office-org")


def test_what_was_looked_for_goes_with_the_exhibit_not_with_a_lens(bench: ShellBench) -> None:
    page = send(bench, "people.open")
    assert isinstance(page, PeoplePage)
    page.field.setText("sato")
    send(bench, "known.set", date="2010")
    assert page.field.text() == "sato"
    path = bench.shell.desk.path
    assert path is not None
    other = path.with_name("other.yaml")
    bench.shell.desk.take(other, Reading(document_of(RAW, other), (), (other,)))
    bench.settle()
    send(bench, "people.open")
    assert page.field.text() == ""
    assert len(names(page.lists["person"].rows)) == 2


def test_places_are_listed_and_lead_to_their_pages(bench: ShellBench) -> None:
    page = send(bench, "places.open")
    assert isinstance(page, PlacesPage)
    assert names(page.lists["town"].rows) == ["Minase 水瀬 미나세, 2 events"]
    assert names(page.lists["unplaced"].rows) == ["The cape, 1 event"]
    next(iter(page.lists["unplaced"].rows)).click()
    bench.settle()
    assert (bench.shell.store.state.page, bench.shell.store.state.subject) == (PanelPage.PLACE, "cape")


def test_the_introduction_leads_to_both_lists(bench: ShellBench) -> None:
    page = send(bench, "go.introduction")
    assert isinstance(page, IntroductionPage)
    assert (page.people_button.text(), page.places_button.text()) == ("People", "Places")
    page.people_button.click()
    bench.settle()
    assert bench.shell.store.state.page is PanelPage.PEOPLE
    page.places_button.click()
    bench.settle()
    assert bench.shell.store.state.page is PanelPage.PLACES


def test_a_key_puts_the_keyboard_into_the_field(bench: ShellBench) -> None:
    QTest.keyClick(bench.shell.canvas, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    bench.settle()
    page = bench.panel.page
    assert isinstance(page, PeoplePage)
    assert QApplication.focusWidget() is page.field
    QTest.keyClick(page.field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    bench.settle()
    places = bench.panel.page
    assert isinstance(places, PlacesPage)
    assert QApplication.focusWidget() is places.field


def test_a_large_exhibit_is_counted_beside_the_page(
    tmp_path: Path, qt_app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qt_app
    held, count = threading.Event(), catalogue.catalogue_of

    def slowly(
        events: Sequence[records.Event],
        people: Mapping[str, records.Person],
        places: Mapping[str, records.Place],
    ) -> catalogue.Catalogue:
        # Whoever asks first: the search counts too.
        held.wait(20)
        return count(events, people, places)

    monkeypatch.setattr(catalogue, "catalogue_of", slowly)
    monkeypatch.setattr(told_events, "FEW_EVENTS", 0)
    monkeypatch.setattr(filtering, "FEW_EVENTS", 0)
    path = tmp_path / "harbour.yaml"
    bench = ShellBench(tmp_path, Reading(document_of(RAW, path), (), (path,)), path=path)
    try:
        bench.settle()
        page = send(bench, "person.open", id="mori")
        assert isinstance(page, PeoplePage)
        assert lines(page.head)[1] == "This exhibit is large: its events are being counted."
        held.set()
        for thread in threading.enumerate():
            if thread.name == THREAD_NAME:
                thread.join(20)
        bench.settle()
        counted = bench.panel.page
        assert isinstance(counted, PersonPage)
        assert lines(counted.events.head) == ["4 events"]
    finally:
        held.set()
        bench.close()


# -- there and back -------------------------------------------------------------------------------


def test_names_on_the_page_of_an_event_lead_to_their_pages_and_back_returns(bench: ShellBench) -> None:
    page = send(bench, "select.event", id="agreement")
    assert isinstance(page, EventPage)
    assert [button.text() for button in page.names.places.buttons] == [
        "Minase 水瀬 미나세", "The cape, the place is doubtful",
    ]  # fmt: skip
    assert [button.text() for button in page.names.people.buttons] == [
        "Mori Haru 森はる",
        "The harbour office",
    ]
    page.names.people.buttons[0].click()
    bench.settle()
    mori = bench.panel.page
    assert isinstance(mori, PersonPage)
    next(iter(mori.events.rows.rows)).click()
    bench.settle()
    assert bench.shell.store.state.selection.ids == ("survey",)
    for wanted in (PersonPage, EventPage):
        assert isinstance(send(bench, "go.back"), wanted)
    assert bench.shell.store.state.selection.ids == ("agreement",)


def test_all_buttons_of_the_pages_can_be_reached_and_have_names(bench: ShellBench) -> None:
    wishes: tuple[tuple[str, dict[str, str]], ...] = (
        ("person.open", {"id": "mori"}),
        ("people.open", {}),
        ("place.open", {"id": "minase"}),
    )
    for command_id, arguments in wishes:
        page = send(bench, command_id, **arguments)
        buttons = [node for node in tree(accessible(page)) if node.role() is QAccessible.Role.Button]
        assert buttons
        assert all(name_of(node) for node in buttons)
        for node in buttons:
            widget = node.object()
            assert isinstance(widget, QWidget)
            assert widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def test_large_text_keeps_all_of_a_page_within_the_panel(tmp_path: Path, qt_app: QApplication) -> None:
    del qt_app
    path = tmp_path / "harbour.yaml"
    reading = Reading(document_of(RAW, path), (), (path,))
    bench = ShellBench(tmp_path, reading, path=path, settings=Settings(text_size_percent=200))
    try:
        bench.settle()
        page = person(bench)
        room = bench.panel.viewport().width()
        assert page.width() <= room
        assert page.events.timeline.mapTo(page, QPoint(page.events.timeline.width(), 0)).x() <= room
    finally:
        bench.close()
