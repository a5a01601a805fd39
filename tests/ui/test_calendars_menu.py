# SPDX-License-Identifier: MIT
"""Choosing further calendars: menu, axis, panel, and what is remembered for each exhibit."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAction

from tests.sample_documents import harbour
from tests.stages import ENGLISH, of_role
from tests.ui.shell_bench import ShellBench, good_reading
from timeline_app.chrono.calendars import CALENDAR_NAMES
from timeline_app.content.reader import Reading

pytestmark = pytest.mark.usefixtures("fonts")

HARBOUR = "harbour.yaml"


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[ShellBench]:
    made = ShellBench(tmp_path, good_reading(tmp_path / HARBOUR))
    made.show()
    yield made
    made.close()


def entries(bench: ShellBench) -> dict[str, QAction]:
    return {str(action.data()): action for action in bench.menus.calendars.actions()}


def ticked(bench: ShellBench) -> list[str]:
    return [name for name, action in entries(bench).items() if action.isChecked()]


def axis_words(bench: ShellBench) -> list[str]:
    scene = bench.shell.canvas.scene
    assert scene is not None
    return [item.text for item in of_role(scene, "axis-label-second")]


def top_of_lanes(bench: ShellBench) -> float:
    scene = bench.shell.canvas.scene
    assert scene is not None
    return scene.lanes_rect.y


def test_the_view_menu_offers_all_calendars_by_name_and_ticks_the_exhibit_s_own(bench: ShellBench):
    assert bench.menus.calendars.menuAction() in bench.menus.by_id["view"].actions()
    assert list(entries(bench)) == list(CALENDAR_NAMES)
    assert [action.text() for action in entries(bench).values()] == [
        ENGLISH.say(f"calendar.name.{name}") for name in CALENDAR_NAMES
    ]
    assert all(action.isCheckable() for action in entries(bench).values())
    assert ticked(bench) == ["japanese-era"]
    assert (
        entries(bench)["islamic"].toolTip().startswith("Calculated: months began when the new moon was seen")
    )


def test_choosing_a_calendar_draws_a_row_for_it_and_tells_it_to_those_who_listen(bench: ShellBench):
    lanes_y = top_of_lanes(bench)
    entries(bench)["hebrew"].trigger()
    bench.settle()
    assert bench.shell.store.state.calendars == ("japanese-era", "hebrew")
    assert ticked(bench) == ["hebrew", "japanese-era"]
    assert "Hebrew" in axis_words(bench)
    assert "5720" in axis_words(bench)
    assert top_of_lanes(bench) > lanes_y
    canvas = QAccessible.queryAccessibleInterface(bench.shell.canvas)
    assert "Hebrew: 5 Tevet 5718 to 7 Adar 5721" in canvas.text(QAccessible.Text.Description)
    entries(bench)["hebrew"].trigger()
    bench.settle()
    assert "Hebrew" not in axis_words(bench)
    assert top_of_lanes(bench) == lanes_y


def test_a_third_calendar_takes_the_place_of_the_older_one_and_says_so(bench: ShellBench):
    for name in ("hebrew", "juche"):
        entries(bench)[name].trigger()
    bench.settle(100)
    assert bench.shell.store.state.calendars == ("hebrew", "juche")
    assert ticked(bench) == ["hebrew", "juche"]
    words = bench.shell.notice.words
    assert words.startswith("Two further calendars have room beside our own: Juche")
    assert "Japanese" in words


def test_an_unknown_calendar_changes_nothing(bench: ShellBench):
    before = bench.shell.store.state
    bench.shell.commands.send("view.calendar", name="martian")
    assert bench.shell.store.state is before


def test_the_choice_is_remembered_for_the_exhibit_and_no_other(tmp_path: Path):
    path = tmp_path / HARBOUR
    first = ShellBench(tmp_path, good_reading(path), path=path, keeps_places=True)
    first.show()
    entries(first)["julian"].trigger()
    first.close()
    again = ShellBench(tmp_path, good_reading(path), path=path, keeps_places=True)
    assert again.shell.store.state.calendars == ("japanese-era", "julian")
    again.close()
    elsewhere = tmp_path / "elsewhere.yaml"
    document = replace(harbour(), path=elsewhere)
    other = ShellBench(tmp_path, Reading(document, (), (elsewhere,)), path=elsewhere, keeps_places=True)
    assert other.shell.store.state.calendars == ("japanese-era",)
    other.close()


@pytest.mark.parametrize(("name", "kept"), [("julian", None), ("japanese-era", ())])
def test_a_choice_that_is_the_exhibit_s_own_is_forgotten_and_none_is_remembered(
    tmp_path: Path, name: str, kept: tuple[str, ...] | None
):
    path = tmp_path / HARBOUR
    first = ShellBench(tmp_path, good_reading(path), path=path, keeps_places=True)
    first.show()
    for _ in range(2 if kept is None else 1):
        entries(first)[name].trigger()
        first.settle()
    first.close()
    again = ShellBench(tmp_path, good_reading(path), path=path, keeps_places=True)
    assert again.shell.store.state.chosen_calendars == kept
    again.close()


def test_the_panel_tells_dates_in_the_chosen_calendars(bench: ShellBench):
    bench.shell.commands.send("select.event", id="agreement")
    entries(bench)["juche"].trigger()
    bench.settle()
    showing = bench.shell.store.showing
    assert showing is not None
    assert showing.calendars == ("japanese-era", "juche")


def test_the_menu_waits_while_no_exhibit_is_open(tmp_path: Path):
    made = ShellBench(tmp_path)
    assert not any(action.isEnabled() for action in entries(made).values())
    made.close()


def test_a_row_without_room_is_told_of(tmp_path: Path):
    made = ShellBench(tmp_path, good_reading(tmp_path / HARBOUR), size=(900, 360))
    made.show()
    entries(made)["hebrew"].trigger()
    made.settle(100)
    assert "Hebrew" not in axis_words(made)
    assert made.shell.notice.words.startswith("The row of this calendar has no room")
    made.close()
