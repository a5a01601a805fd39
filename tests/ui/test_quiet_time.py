# SPDX-License-Identifier: MIT
"""Quiet time in the window: by key, menu, mouse and touch, remembered for each exhibit, told to screen readers."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from tests.sample_documents import small_document
from tests.stages import of_role
from tests.ui.shell_bench import ShellBench, good_reading
from timeline_app.chrono.instant import year_start_s
from timeline_app.scene.items import Item
from timeline_app.scene.time_fold import QuietTime
from timeline_app.scene.view import View
from timeline_app.state.opening_wish import OpeningWish

pytestmark = pytest.mark.usefixtures("fonts")

BUSY = [f"{year}-0{month}-12" for year in range(1900, 1906) for month in range(1, 9, 2)]
LATER = [f"{year}-0{month}-12" for year in range(1960, 1964) for month in range(1, 9, 2)]
WORLD = "world.yaml"


def world(folder: Path):
    """Return a finished reading of two busy times with half a century between them."""
    events = [{"id": f"e{n}", "date": date, "lane": "town"} for n, date in enumerate([*BUSY, *LATER])]
    document = small_document(*events, lanes=("town",))
    reading = good_reading(folder / WORLD)
    return replace(reading, document=replace(document, path=folder / WORLD))


def bench_of(folder: Path, **others) -> ShellBench:
    made = ShellBench(folder, world(folder), path=folder / WORLD, **others)
    made.show()
    return made


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[ShellBench]:
    made = bench_of(tmp_path)
    yield made
    made.close()


def breaks(bench: ShellBench) -> list[Item]:
    """Return the tears through the lanes."""
    scene = bench.shell.canvas.scene
    assert scene is not None
    return [item for item in of_role(scene, "break") if item.rect.y == scene.lanes_rect.y]


def middle_s(bench: ShellBench) -> int:
    """Return the instant in the middle of the canvas."""
    return bench.shell.canvas.hand.scale.middle_s


def press(bench: ShellBench, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    bench.shell.canvas.setFocus()
    QTest.keyClick(bench.shell.canvas, key, keys)
    bench.settle()


def is_folded(bench: ShellBench) -> bool:
    return bench.shell.stage.fold is not None


# -- by key and menu ------------------------------------------------------------------------------


def test_a_key_folds_and_unfolds_and_what_is_in_the_middle_stays(bench: ShellBench):
    sixties = View.between(year_start_s(1960), year_start_s(1964))
    bench.shell.commands.send("view.show-range", first_s=sixties.start_s, last_s=sixties.end_s)
    bench.settle()
    before = bench.shell.canvas.displayed_view
    middle = middle_s(bench)
    press(bench, Qt.Key.Key_Q)
    assert is_folded(bench)
    assert middle_s(bench) == middle
    assert bench.shell.canvas.displayed_view == bench.shell.store.state.view != before
    press(bench, Qt.Key.Key_Q)
    assert not is_folded(bench)
    assert bench.shell.canvas.displayed_view == bench.shell.store.state.view == before


def test_the_menu_offers_it_and_is_ticked_while_it_holds(bench: ShellBench):
    action = bench.menus.actions["view.quiet-time"]
    assert action in bench.menus.by_id["view"].actions()
    assert (action.isCheckable(), action.isChecked()) == (True, False)
    action.trigger()
    bench.settle()
    assert action.isChecked()
    assert len(breaks(bench)) == 1
    assert bench.menus.actions["view.open-quiet"].isEnabled()
    action.trigger()
    bench.settle()
    assert not action.isChecked()
    assert not bench.menus.actions["view.open-quiet"].isEnabled()
    assert breaks(bench) == []


def test_a_key_opens_the_nearest_stretch(bench: ShellBench):
    press(bench, Qt.Key.Key_Q)
    press(bench, Qt.Key.Key_Q, Qt.KeyboardModifier.ShiftModifier)
    assert not is_folded(bench)
    assert bench.shell.store.state.quiet.is_folded


def test_folding_is_no_place_to_go_back_to_and_back_keeps_its_time(bench: ShellBench):
    bench.shell.commands.send("view.show-range", first_s=year_start_s(1961), last_s=year_start_s(1962))
    bench.settle()
    bench.shell.commands.send("view.to-first")
    bench.settle()
    press(bench, Qt.Key.Key_Q)
    assert bench.shell.commands.send("go.back")
    bench.settle()
    assert abs(middle_s(bench) - (year_start_s(1961) + year_start_s(1962)) // 2) <= 1
    assert not bench.shell.store.state.history.behind


# -- by mouse -------------------------------------------------------------------------------------


def at_break(bench: ShellBench) -> QPoint:
    (torn,) = breaks(bench)
    return QPoint(round(torn.rect.centre.x), round(torn.rect.bottom) - 12)


def test_a_click_on_a_break_opens_it(bench: ShellBench):
    press(bench, Qt.Key.Key_Q)
    QTest.mouseClick(bench.shell.canvas, Qt.MouseButton.LeftButton, pos=at_break(bench))
    bench.settle()
    assert not is_folded(bench)
    assert bench.sent.count("view.open-break") == 1


def test_the_pointer_on_a_break_tells_what_is_left_out(bench: ShellBench):
    press(bench, Qt.Key.Key_Q)
    canvas = bench.shell.canvas
    QTest.mouseMove(canvas, at_break(bench))
    bench.settle()
    assert canvas.hover_card.isVisible()
    assert canvas.hover_card.words == ("54 years without entries", "1905 to 1959 · press to open")
    assert canvas.cursor().shape() is Qt.CursorShape.PointingHandCursor
    bench.shell.commands.send("view.quiet-time")
    assert not canvas.hover_card.isVisible()


def test_dragging_over_a_break_opens_nothing(bench: ShellBench):
    press(bench, Qt.Key.Key_Q)
    canvas, at = bench.shell.canvas, at_break(bench)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(canvas, at + QPoint(40, 0))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at + QPoint(40, 0))
    bench.settle()
    assert is_folded(bench)


def test_the_overview_s_window_follows_under_a_fold(bench: ShellBench):
    press(bench, Qt.Key.Key_Q)
    bench.shell.commands.send("view.show-range", first_s=year_start_s(1960), last_s=year_start_s(1961))
    bench.settle()
    overview = bench.shell.overview
    scene = overview.scene
    assert scene is not None
    (torn,) = of_role(scene, "break")
    window = overview.window_px
    assert window.x >= torn.rect.right - 1.0
    early = QPoint(round(torn.rect.x) - 30, 20)
    QTest.mouseClick(overview, Qt.MouseButton.LeftButton, pos=early)
    bench.settle()
    assert year_start_s(1900) < middle_s(bench) < year_start_s(1906)
    assert overview.window_px.centre.x == pytest.approx(early.x(), abs=2.0)


# -- what is remembered ---------------------------------------------------------------------------


def test_an_exhibit_is_opened_folded_as_it_was_left_with_the_same_time_in_view(tmp_path: Path):
    first = bench_of(tmp_path, keeps_places=True)
    press(first, Qt.Key.Key_Q)
    first.shell.commands.send("view.show-range", first_s=year_start_s(1902), last_s=year_start_s(1962))
    first.settle()
    seen = first.shell.store.state.view
    first.close()
    again = bench_of(tmp_path, keeps_places=True)
    assert is_folded(again)
    assert again.shell.store.state.quiet == QuietTime(is_folded=True)
    assert again.shell.store.state.view == seen
    press(again, Qt.Key.Key_Q)
    again.close()
    assert not is_folded(bench_that_is_closed(tmp_path))


def bench_that_is_closed(folder: Path) -> ShellBench:
    bench = bench_of(folder, keeps_places=True)
    bench.close()
    return bench


def test_a_range_asked_for_is_what_a_folded_exhibit_opens_with(tmp_path: Path):
    wish = OpeningWish((year_start_s(1903), year_start_s(1962)), is_quiet_folded=True)
    bench = bench_of(tmp_path, wish=wish)
    scale = bench.shell.canvas.hand.scale
    assert (scale.first_s, scale.last_s) == (year_start_s(1903), year_start_s(1962))
    assert len(breaks(bench)) == 1
    bench.close()


def test_another_exhibit_begins_unfolded(bench: ShellBench, tmp_path: Path):
    press(bench, Qt.Key.Key_Q)
    bench.shell.desk.take(tmp_path / "harbour.yaml", good_reading(tmp_path / "harbour.yaml"))
    bench.settle()
    assert not is_folded(bench)
    assert bench.shell.store.state.quiet == QuietTime()
    assert bench.shell.canvas.displayed_view == bench.shell.store.state.view


# -- for those who hear it ------------------------------------------------------------------------


def test_screen_readers_are_told_of_a_break_and_can_open_it(bench: ShellBench):
    press(bench, Qt.Key.Key_Q)
    canvas = QAccessible.queryAccessibleInterface(bench.shell.canvas)
    assert canvas is not None
    children = [canvas.child(number) for number in range(canvas.childCount())]
    (torn,) = [child for child in children if child.role() is QAccessible.Role.Button]
    assert torn.text(QAccessible.Text.Name) == "Folded: 54 years without entries (1905 to 1959)"
    assert torn.text(QAccessible.Text.Description) == "Quiet time is folded here. Press to open it."
    # The whole of the folded exhibit, told in real dates.
    assert canvas.text(QAccessible.Text.Name) == "Timeline: A small exhibit, 1899 to 1965"
    again = [canvas.child(number) for number in range(canvas.childCount())]
    assert torn in again
    actions = torn.actionInterface()
    actions.doAction(actions.actionNames()[0])
    bench.settle()
    assert not is_folded(bench)
    roles = [canvas.child(number).role() for number in range(canvas.childCount())]
    assert QAccessible.Role.Button not in roles
