# SPDX-License-Identifier: MIT
"""Badges and density under mouse and finger: what they open, and what the card beside the pointer says of them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.sample_documents import small_document
from tests.stages import target_of
from tests.ui.canvas_bench import OPENING, Bench, touch_screen
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.scene.folding import LEAST_CELL_PX, bin_octave
from timeline_app.scene.items import Item, Kind
from timeline_app.scene.strip_marks import unfolded
from timeline_app.scene.view import View
from timeline_app.state.commands import Value

LEFT = Qt.MouseButton.LeftButton
#: Four hundred events in four weeks of March.
CROWD = [{"id": f"e{number}", "date": f"1955-03-{number % 28 + 1:02d}"} for number in range(400)]


@pytest.fixture
def bench(qt_app: QApplication) -> Iterator[Bench]:
    made = Bench(small_document(*CROWD), view=OPENING)
    yield made
    made.window.close()


#: The five months around, in which they take the width of a hand.
SPRING = View(seconds_from_civil(1955, 1, 1), 86_400.0 * 150)


def badge_of(bench: Bench) -> Item:
    [badge] = [item for item in bench.scene.items if item.kind is Kind.BADGE]
    return badge


def fullest_cell(bench: Bench) -> Item:
    """Return the highest cell of density that no badge covers, in a view in which there are several."""
    bench.canvas.set_view(SPRING)
    bench.rest()
    bench.sent.clear()
    badges = [item.rect for item in bench.scene.items if item.kind is Kind.BADGE]
    cells = [item for item in unfolded(bench.scene.items) if item.role == "density"]
    free = (cell for cell in cells if not any(cell.rect.intersects(badge) for badge in badges))
    return max(free, key=lambda cell: cell.rect.h)


def centre(item: Item) -> QPoint:
    return QPoint(round(item.rect.centre.x), round(item.rect.centre.y))


def told(bench: Bench) -> dict[str, Value]:
    [(command_id, arguments)] = bench.commands()
    assert command_id == "folded.show"
    return arguments


def stretch_of(wish: dict[str, Value]) -> tuple[int, int]:
    first_s, last_s = wish["first_s"], wish["last_s"]
    assert isinstance(first_s, int)
    assert isinstance(last_s, int)
    return first_s, last_s


def test_a_click_on_a_badge_lists_its_whole_bin(bench: Bench):
    QTest.mouseClick(bench.canvas, LEFT, pos=centre(badge_of(bench)))
    wish = told(bench)
    assert wish["lane"] == "town"
    assert wish["zoom"] == bench.scale.seconds_per_px
    first_s, last_s = stretch_of(wish)
    length_s = last_s - first_s
    # A power of two of seconds, 200 to 400 pixels wide, and at a multiple of itself.
    assert length_s & (length_s - 1) == 0
    assert 200 <= length_s / bench.scale.seconds_per_px < 400
    assert first_s % length_s == 0
    assert first_s <= seconds_from_civil(1955, 3, 1) < last_s


def test_a_click_on_density_lists_the_bin_that_holds_it(bench: Bench):
    cell = fullest_cell(bench)
    QTest.mouseClick(bench.canvas, LEFT, pos=centre(cell))
    first_s, last_s = stretch_of(told(bench))
    at_s = bench.scale.instant_at(centre(cell).x())
    assert first_s <= at_s < last_s
    assert 200 <= (last_s - first_s) / bench.scale.seconds_per_px < 400
    assert bench.view == SPRING


def test_a_double_click_on_density_zooms_in_about_it(bench: Bench):
    cell = fullest_cell(bench)
    instant_s = bench.scale.instant_at(centre(cell).x())
    bench.sent.clear()
    QTest.mouseDClick(bench.canvas, LEFT, pos=centre(cell))
    bench.rest()
    assert bench.view.span_s < SPRING.span_s
    assert bench.view.contains(instant_s)


def test_a_line_of_one_event_is_that_event(qt_app: QApplication):
    # In two rows the heavier events are named; the third is a line in the strip that began before the window.
    rows = [
        {"id": "reign", "date": "1940/1990", "importance": 5},
        {"id": "war", "date": "1941/1989", "importance": 1},
    ]
    rows.append({"id": "peace", "date": "1942/1988", "importance": 4})
    bench = Bench(small_document(*rows), height_px=130, view=OPENING)
    line = next(item for item in unfolded(bench.scene.items) if item.role == "density")
    assert not [item for item in bench.scene.items if item.kind is Kind.BADGE]
    # It is a pixel high: somewhat above it is near enough.
    bench.point(centre(line) - QPoint(0, 4))
    bench.rest()
    assert bench.canvas.hover_card.words == ("war", "1941 to 1989")
    QTest.mouseClick(bench.canvas, LEFT, pos=centre(line))
    assert bench.commands() == [("select.event", {"id": "war", "unfold": False})]
    bench.window.close()


@pytest.mark.parametrize("away_px", [0, 10])
def test_a_finger_need_not_meet_the_badge_itself(bench: Bench, away_px: int):
    badge = badge_of(bench)
    # Beside it, where the lane is empty: 44 pixels are enough for a fingertip.
    at = QPoint(round(badge.rect.right + away_px - 1), round(badge.rect.centre.y))
    QTest.touchEvent(bench.canvas, touch_screen()).press(1, at, bench.canvas).commit()
    QTest.touchEvent(bench.canvas, touch_screen()).release(1, at, bench.canvas).commit()
    assert told(bench)["lane"] == "town"


def test_a_finger_on_the_words_above_a_badge_still_means_these(bench: Bench):
    badge = badge_of(bench)
    above = next(
        item
        for item in bench.scene.items
        if item.role == "event-label" and 0 <= badge.rect.y - item.rect.bottom < 12
    )
    at = centre(above)
    QTest.touchEvent(bench.canvas, touch_screen()).press(1, at, bench.canvas).commit()
    QTest.touchEvent(bench.canvas, touch_screen()).release(1, at, bench.canvas).commit()
    assert [command_id for command_id, _ in bench.commands()] == ["select.event"]


def test_the_card_tells_the_exact_number_and_the_stretch(bench: Bench):
    badge = badge_of(bench)
    bench.point(centre(badge))
    bench.rest()
    count, hint = bench.canvas.hover_card.words
    assert count == f"{target_of(badge).part} events without a name at this zoom"
    assert hint == "December 1952 to March 1957. Press to list them"


def test_the_card_of_a_cell_counts_the_cell(bench: Bench):
    cell = fullest_cell(bench)
    bench.point(centre(cell))
    bench.rest()
    count, hint = bench.canvas.hover_card.words
    # Cells are some days wide: it counts what begins in them, and what has begun before and still lasts.
    octave = bin_octave(bench.scale.seconds_per_px, LEAST_CELL_PX)
    first_s, last_s = target_of(cell).index << octave, (target_of(cell).index + 1) << octave
    index, threshold = bench.stage.index, bench.stage.fitted.placement.threshold
    folded = (index.start_s < last_s) & (index.end_s > first_s) & (threshold < bench.scale.seconds_per_px)
    assert count == f"{folded.sum()} events"
    assert "March 1955" in hint
    assert folded.sum() > 1


def test_the_pointer_shows_that_a_badge_can_be_pressed(bench: Bench):
    bench.point(centre(badge_of(bench)))
    assert bench.canvas.cursor().shape() is Qt.CursorShape.PointingHandCursor
