# SPDX-License-Identifier: MIT
"""Where zooming ends, and that it comes back: by wheel, fingers, keys and Back; what is said at the ends."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.sample_documents import small_document
from tests.ui.canvas_bench import Bench, touch_screen, yearly
from tests.ui.shell_bench import ShellBench
from timeline_app.chrono.instant import MEAN_YEAR_S
from timeline_app.content.reader import Reading
from timeline_app.model.document import Document
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.view import MIN_SPAN_S, View
from timeline_app.ui import announcement
from timeline_app.ui.fonts import load_fonts
from timeline_app.ui.notice_line import SHOWN_MS

CLOSEST = "This is the closest view: ten seconds across the window. No date is told more exactly than to the second."
WIDEST = (
    "This is the widest view: it holds the whole exhibit and half as much again. Beyond it nothing is told."
)
BIG_BANG_S = -13_800_000_000 * MEAN_YEAR_S


def ages() -> Document:
    """Return an exhibit from the Big Bang to a second of 1969."""
    return small_document({"id": "bang", "date": "Y-138E8"}, {"id": "step", "date": "1969-07-21T02:56:15"})


@pytest.fixture
def bench(qt_app: QApplication) -> Iterator[Bench]:
    made = Bench(yearly())
    yield made
    made.window.close()


@pytest.fixture
def deep(qt_app: QApplication) -> Iterator[Bench]:
    made = Bench(ages(), view=View(BIG_BANG_S + 7, MIN_SPAN_S, 0.25))
    yield made
    made.window.close()


@pytest.fixture
def shell(qt_app: QApplication, tmp_path: Path, project_root: Path) -> Iterator[ShellBench]:
    load_fonts(project_root / "resources" / "fonts")
    made = ShellBench(tmp_path, Reading(ages(), (), (tmp_path / "ages.yaml",)))
    made.show()
    yield made
    made.close()


def places(bench: Bench, view: View) -> list[float]:
    """Return where three seconds of a view are displayed now."""
    return [bench.scale.x_of(view.start_s + second) for second in (0, 4, 10)]


# -- the wheel ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("angle", "end"), [(120, "closest"), (-120, "widest")])
def test_where_zooming_ends_it_is_explained_once_a_gesture(bench: Bench, angle: int, end: str):
    for _ in range(70):
        bench.turn(500, 200, (0, angle))
        bench.frame()
    assert bench.commands() == [("view.explain-end", {"end": end})]
    bench.rest()
    bench.turn(500, 200, (0, angle))
    assert bench.commands() == [("view.explain-end", {"end": end})] * 2
    bench.turn(500, 200, (0, -angle))
    assert len(bench.commands()) == 2


@pytest.mark.parametrize("x_px", [151, 500, 998])
def test_from_seconds_to_the_whole_exhibit_and_back_returns_within_a_pixel(bench: Bench, x_px: int):
    for _ in range(60):
        bench.turn(x_px, 200, (0, 120))
        bench.frame()
    bench.rest()
    start = bench.view
    marks = [start.start_s + second for second in (0, 3, 9)]
    before = [bench.scale.x_of(mark_s) for mark_s in marks]
    # Ten turns more than to the limit: they count on the way back too.
    for angle in (-120, 120):
        for _ in range(70):
            bench.turn(x_px, 200, (0, angle))
            bench.frame()
    bench.rest()
    assert bench.view.span_s == pytest.approx(start.span_s)
    assert [bench.scale.x_of(mark_s) for mark_s in marks] == pytest.approx(before, abs=1.0)


@pytest.mark.parametrize("x_px", [151, 640, 998])
def test_a_wheel_leads_from_seconds_after_the_big_bang_to_everything_and_back(deep: Bench, x_px: int):
    start, before = deep.view, places(deep, deep.view)
    for angle in (-120, 120):
        for _ in range(65):
            deep.turn(x_px, 200, (0, angle))
            deep.frame()
        if angle < 0:
            assert deep.canvas.hand.target.span_s == deep.canvas.hand.limits.widest_span_s
    deep.rest()
    assert deep.view.span_s == pytest.approx(start.span_s)
    assert places(deep, start) == pytest.approx(before, abs=1.0)


def test_a_wheel_leads_from_everything_to_a_day_in_fifty_notches(deep: Bench):
    deep.canvas.set_view(View(BIG_BANG_S, 1.4e10 * MEAN_YEAR_S))
    deep.rest()
    notches = 0
    while deep.view.span_s > 86_400.0:
        deep.turn(500, 200)
        deep.rest(by_ms=100)
        notches += 1
    assert notches <= 50


# -- fingers and the overview ---------------------------------------------------------------------


def test_a_pinch_out_and_back_returns_and_tells_where_it_ends(deep: Bench):
    start, before = deep.view, places(deep, deep.view)
    screen = touch_screen()

    def pinch(left: int, right: int) -> None:
        QTest.touchEvent(deep.canvas, screen).move(0, QPoint(left, 200)).move(1, QPoint(right, 200)).commit()

    QTest.touchEvent(deep.canvas, screen).press(0, QPoint(300, 200)).press(1, QPoint(800, 200)).commit()
    pinch(540, 566)
    assert deep.view.span_s == pytest.approx(start.span_s * 500 / 26)
    pinch(200, 900)
    assert deep.view.span_s == MIN_SPAN_S
    assert deep.commands() == [("view.explain-end", {"end": "closest"})]
    pinch(300, 800)
    assert places(deep, start) == pytest.approx(before, abs=1.0)
    QTest.touchEvent(deep.canvas, screen).release(0, QPoint(300, 200)).release(1, QPoint(800, 200)).commit()


def test_keys_on_the_overview_return_too(deep: Bench):
    start, before = deep.view, places(deep, deep.view)
    for factor in (1 / 1.5, 1.5):
        for _ in range(30):
            deep.overview.zoom(factor)
            deep.frame()
    deep.rest()
    assert places(deep, start) == pytest.approx(before, abs=1.0)


# -- keys, menus and Back -------------------------------------------------------------------------


def scale_of(shell: ShellBench) -> TimeScale:
    view = shell.shell.store.state.view
    assert view is not None
    return shell.shell.stage.time_scale(view)


def test_keys_lead_from_seconds_to_everything_and_back(shell: ShellBench):
    start = View(BIG_BANG_S + 5, 12.0, 0.5)
    shell.shell.store.set_view(start)
    shell.settle()
    marks = (start.start_s, start.start_s + 7, start.end_s)
    before = [scale_of(shell).x_of(mark_s) for mark_s in marks]
    send = shell.shell.commands.send
    while shell.shell.store.state.notice is None:
        send("view.wider")
    pressed = shell.sent.count("view.wider")
    for _ in range(pressed):
        send("view.closer")
    after = [scale_of(shell).x_of(mark_s) for mark_s in marks]
    assert after == pytest.approx(before, abs=1.0)
    assert pressed > 90


def test_back_returns_from_a_run_of_zooms_to_where_it_began(shell: ShellBench):
    start = View(BIG_BANG_S + 5, 12.0, 0.5)
    shell.shell.store.set_view(start)
    send = shell.shell.commands.send
    for _ in range(40):
        send("view.zoom-out")
    assert send("go.back")
    assert shell.shell.store.state.view == start
    for _ in range(3):
        send("view.zoom-out")
    send("view.pan", share=0.2)
    send("view.zoom-out")
    send("go.back")
    send("go.back")
    assert shell.shell.store.state.view == start


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("view.closer", CLOSEST),
        ("view.wider", WIDEST),
    ],
)
def test_at_the_end_it_is_said_why_and_goes_by_itself(shell: ShellBench, command: str, words: str):
    for _ in range(140):
        shell.shell.commands.send(command)
    shell.settle(100)
    notice = shell.shell.notice
    assert notice.words == words
    assert shell.shell.canvas.rect().contains(notice.geometry())
    assert not notice.hasFocus()
    shell.settle(SHOWN_MS + 100)
    assert notice.words == ""
    shell.shell.commands.send(command)
    shell.settle(100)
    assert notice.words == words


def test_those_who_listen_are_told_politely(shell: ShellBench, monkeypatch: pytest.MonkeyPatch):
    told: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []

    class Updates:
        AnnouncementPoliteness = QAccessible.AnnouncementPoliteness
        isActive = staticmethod(lambda: True)  # noqa: N815 - Qt's name

        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802 - Qt's name
            told.append((event.message(), event.politeness()))

    monkeypatch.setattr(announcement, "QAccessible", Updates)
    shell.shell.commands.send("view.explain-end", end="whole-axis")
    words = (
        "This is the widest view: the timeline counts in seconds, "
        "and ends where their number does, 146 billion years before and after now."
    )
    assert told == [(words, QAccessible.AnnouncementPoliteness.Polite)]


def test_a_word_that_no_end_of_zooming_has_is_not_said(shell: ShellBench):
    assert shell.shell.commands.send("view.explain-end", end="sideways")
    assert shell.shell.store.state.notice is None


@pytest.mark.parametrize("size", [(1280, 720), (500, 420)])
def test_a_notice_fits_its_window_at_every_text_size(
    qt_app: QApplication, tmp_path: Path, size: tuple[int, int]
):
    made = ShellBench(tmp_path, Reading(ages(), (), (tmp_path / "ages.yaml",)), size=size)
    made.show()
    made.shell.commands.send("settings.text-size", percent=200)
    made.shell.commands.send("view.explain-end", end="whole-axis")
    made.settle(100)
    assert made.shell.canvas.rect().contains(made.shell.notice.geometry())
    made.close()
