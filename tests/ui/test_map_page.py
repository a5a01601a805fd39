# SPDX-License-Identifier: MIT
"""The page of the map: the same in words, beside the map where there is room, and how it follows the window's state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.map_exhibit import coasts
from tests.stages import ENGLISH
from tests.ui.panel_setup import dress, look
from tests.ui.shell_bench import ShellBench
from timeline_app.base.clock import FakeClock
from timeline_app.content.reader import Reading
from timeline_app.model.showing import Showing
from timeline_app.scene.view import View
from timeline_app.state.app_state import AppState, PanelPage, Selection
from timeline_app.ui.panels.map_page import MapPage


def state_at(*ids: str, years: tuple[int, int] = (1949, 1953)) -> AppState:
    first_s, last_s = (int((year - 1970) * 365.2425 * 86_400) for year in years)
    return replace(
        AppState(document=coasts(), page=PanelPage.MAP, selection=Selection(ids)),
        views={"main": View.between(first_s, last_s)},
    )


@pytest.fixture
def page(qt_app: QApplication) -> Iterator[MapPage]:
    dress(qt_app)
    area = QScrollArea()
    area.setWidgetResizable(True)
    made = MapPage(clock=FakeClock())
    area.setWidget(made)
    area.resize(480, 900)
    made.fill(Showing(coasts()), state_at("b"), look())
    area.show()
    qt_app.processEvents()
    yield made
    area.close()
    area.deleteLater()


def rows_of(page: MapPage) -> list[str]:
    return [row.accessibleName() for row in page.places]


def test_the_page_tells_in_words_what_the_map_shows(page: MapPage) -> None:
    assert rows_of(page)[:3] == [
        "Eastport, 5 events, 2 in the present view",
        "Westport, 2 events, 2 in the present view",
        "The isle, 1 event, 0 in the present view",
    ]
    assert [row.accessibleName() for row in page.unplaced] == [
        "The lost village, 2 events, 0 in the present view"
    ]
    east, *_, isle = list(page.places)[:3]
    assert (
        east.accessibleDescription()
        == "37.9°\N{NO-BREAK SPACE}N, 139°\N{NO-BREAK SPACE}E, known to the town, not to a building"
    )
    assert isle.accessibleDescription().startswith(
        "33.4°\N{NO-BREAK SPACE}N, 126.5°\N{NO-BREAK SPACE}E, known to the region only"
    )
    assert [row.accessibleName() for row in page.routes] == [
        "From Eastport to Westport, 2 events took this route",
        "From The rock to Eastport, 1 event took this route",
    ]
    assert "Nowhere at all" not in " ".join(rows_of(page))
    assert [row.accessibleName() for row in page.selected] == ["B sails, 1952"]


def test_the_page_follows_the_timeline(page: MapPage) -> None:
    page.show_time(state_at("b", years=(1959, 1962)))
    assert rows_of(page)[0] == "Eastport, 5 events, 1 in the present view"
    assert "The isle, 1 event, 1 in the present view" in rows_of(page)


def test_only_the_signs_on_this_map_are_explained(page: MapPage) -> None:
    told = " ".join(row.accessibleName() for row in page.signs)
    for words in ("pale disc", "light point", "plain disc", "dashed ring", "in doubt", "dashed route"):
        assert words in told


def test_rows_lead_to_places_events_and_routes(page: MapPage) -> None:
    sent: list[tuple[str, dict[str, str]]] = []
    opened: list[str] = []
    page.command_requested.connect(lambda command, arguments: sent.append((command, arguments)))
    page.event_open_requested.connect(opened.append)
    next(iter(page.places)).click()
    next(iter(page.routes)).click()
    next(iter(page.selected)).click()
    page.map.place_chosen.emit("west")
    assert sent == [
        ("place.open", {"id": "east"}),
        ("select.beside", {"id": "a"}),
        ("place.open", {"id": "west"}),
    ]
    assert opened == ["b"]


def test_the_map_stands_beside_its_words_where_there_is_room(page: MapPage, qt_app: QApplication) -> None:
    assert page.map.width() > 380
    assert page.texts.y() >= page.map.y() + page.map.height()
    area = page.window()
    area.resize(1_500, 900)
    qt_app.processEvents()
    assert page.texts.x() >= page.map.x() + page.map.width()
    assert page.map.width() > 900
    # It stays in sight while its words scroll.
    assert isinstance(area, QScrollArea)
    area.verticalScrollBar().setValue(200)
    assert page.map.mapTo(area, QPoint(0, 0)).y() >= 0


# -- in the window ----------------------------------------------------------------------------------


@pytest.fixture
def shell(qt_app: QApplication, tmp_path: Path) -> Iterator[ShellBench]:
    del qt_app
    made = ShellBench(tmp_path, Reading(coasts(), (), ()), path=tmp_path / "coasts.yaml")
    made.show()
    made.settle()
    yield made
    made.close()


def map_page(bench: ShellBench) -> MapPage:
    panel = bench.shell.panel
    assert panel is not None
    assert isinstance(panel.page, MapPage)
    return panel.page


def test_the_command_opens_the_map_and_puts_the_keyboard_to_it(shell: ShellBench) -> None:
    assert shell.shell.commands.send("map.open")
    shell.settle()
    assert QApplication.focusWidget() is map_page(shell).map.canvas


def test_a_newly_chosen_event_is_lit_and_chosen_again_it_opens(shell: ShellBench) -> None:
    send = shell.shell.commands.send
    send("map.open")
    send("select.event", id="c")
    shell.settle()
    canvas = map_page(shell).map.canvas
    assert canvas.drawn is not None
    assert {canvas.drawn.marks[at].spot.id for at in canvas.light.places} == {"rock", "east"}
    send("select.event", id="c")
    assert shell.shell.store.state.page is PanelPage.EVENT
    send("go.back")
    assert shell.shell.store.state.page is PanelPage.MAP


def test_the_map_counts_anew_when_the_timeline_comes_to_rest(shell: ShellBench) -> None:
    send = shell.shell.commands.send
    send("map.open")
    shell.settle()
    assert rows_of(map_page(shell))[0] == "Eastport, 5 events, 4 in the present view"
    first_s, last_s = (int((year - 1970) * 365.2425 * 86_400) for year in (1949, 1951))
    send("view.show-range", first_s=first_s, last_s=last_s)
    shell.settle()
    assert rows_of(map_page(shell))[0] == "Eastport, 5 events, 1 in the present view"


def test_an_exhibit_without_places_offers_no_map(shell: ShellBench) -> None:
    assert shell.shell.commands.is_enabled("map.open")
    state = AppState()
    assert not shell.shell.commands.specs["map.open"].enabled(state)
    assert ENGLISH.text(shell.shell.commands.specs["map.open"].title) == "Map of the places"
