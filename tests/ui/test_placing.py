# SPDX-License-Identifier: MIT
"""Labels that are placed in the background: the first picture is there at once, the others fade in."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from tests.made_up import made_up
from tests.ui.canvas_bench import Bench
from timeline_app.model.showing import Showing
from timeline_app.scene.items import Item, TextStyle
from timeline_app.scene.view import zoomed_about
from timeline_app.ui.canvas.arrivals import FADE_MS
from timeline_app.ui.placing_job import HOLD_MS, LOOK_MS, START_MS, PlacingJobs

MANY = 6_000


@pytest.fixture
def bench(qt_app: QApplication) -> Iterator[Bench]:
    made = Bench(made_up(MANY), height_px=700)
    whole = made.stage.whole_view()
    # So near that the most important do not fill it.
    made.canvas.set_view(zoomed_about(whole, whole.centre_s, 0.5, whole.span_s / 12))
    made.rest()
    yield made
    made.window.close()


def labels_of(bench: Bench) -> dict[tuple[int, int], Item]:
    scene = bench.canvas.scene
    assert scene is not None
    found = [item for item in scene.items if item.role == "event-label"]
    return {(item.target.index, item.target.lane): item for item in found if item.target is not None}


def opacity_of(item: Item) -> float:
    assert isinstance(item.detail, TextStyle)
    return item.detail.opacity


def placing_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "placing"]


def wait_for_thread() -> None:
    for thread in placing_threads():
        thread.join(60.0)


def test_the_first_picture_does_not_wait(bench: Bench) -> None:
    assert bench.stage.pending is not None
    assert len(labels_of(bench)) > 5


def test_the_work_waits_while_a_picture_is_made(bench: Bench) -> None:
    jobs = PlacingJobs(bench.canvas, bench.clock)
    told: list[bool] = []
    bench.canvas.drawing.connect(lambda: told.append(jobs.may_place))
    jobs.take_up()
    bench.clock.advance(START_MS + HOLD_MS)
    assert jobs.may_place
    bench.canvas.set_view(bench.stage.whole_view())
    bench.frame()
    assert told
    assert not any(told)
    bench.clock.advance(HOLD_MS)
    assert jobs.may_place


def test_what_is_placed_fades_in_and_nothing_moves(bench: Bench) -> None:
    before = labels_of(bench)
    assert {opacity_of(item) for item in before.values()} == {1.0}
    bench.stage.finish()
    # Placed, but not yet looked for: a frame meanwhile shows no word of it, so that none flashes up.
    bench.canvas.hand.animator.request_frame()
    bench.frame()
    assert labels_of(bench) == before
    assert not bench.canvas.show_arrivals()
    bench.frame()
    coming = labels_of(bench)
    new = coming.keys() - before.keys()
    assert new
    assert {key: coming[key] for key in before} == before
    assert all(0.0 < opacity_of(coming[key]) < 1.0 for key in new)
    first = {key: opacity_of(coming[key]) for key in new}
    bench.frame()
    assert all(opacity_of(labels_of(bench)[key]) > opacity for key, opacity in first.items())
    bench.clock.advance(FADE_MS)
    bench.frame()
    there = labels_of(bench)
    assert {opacity_of(item) for item in there.values()} == {1.0}
    assert {key: item.rect for key, item in there.items()} == {key: item.rect for key, item in coming.items()}
    assert bench.canvas.show_arrivals()


def test_with_reduced_motion_nothing_fades(bench: Bench) -> None:
    bench.canvas.set_reduced_motion(reduced=True)
    before = labels_of(bench)
    bench.stage.finish()
    assert bench.canvas.show_arrivals()
    bench.frame()
    after = labels_of(bench)
    assert before.items() <= after.items()
    assert len(after) > len(before)
    assert {opacity_of(item) for item in after.values()} == {1.0}


def test_a_picture_that_is_drawn_once_has_all_labels(bench: Bench) -> None:
    before = labels_of(bench)
    bench.canvas.finish_placing()
    assert bench.stage.pending is None
    after = labels_of(bench)
    assert before.items() <= after.items()
    assert len(after) > len(before)


def test_a_thread_places_and_the_clock_looks(bench: Bench) -> None:
    jobs = PlacingJobs(bench.canvas, bench.clock)
    jobs.take_up()
    assert jobs.is_busy
    assert not placing_threads()
    bench.clock.advance(START_MS)
    wait_for_thread()
    assert bench.stage.fitted.placement.is_complete
    assert jobs.is_busy
    bench.clock.advance(LOOK_MS)
    bench.rest()
    assert not jobs.is_busy
    assert bench.stage.pending is None
    assert {opacity_of(item) for item in labels_of(bench).values()} == {1.0}
    assert bench.clock.pending == 0


def test_another_height_makes_the_work_pointless_and_begins_anew(bench: Bench) -> None:
    jobs = PlacingJobs(bench.canvas, bench.clock)
    jobs.take_up()
    before = bench.stage.pending
    bench.canvas.resize(bench.canvas.width(), 500)
    QApplication.processEvents()
    after = bench.stage.pending
    assert after is not None
    assert after is not before
    bench.clock.advance(START_MS)
    wait_for_thread()
    assert before is not None
    # The first was never begun: its time came after it had become pointless.
    assert not before.placement.is_complete
    assert after.placement.is_complete
    bench.rest()
    assert not jobs.is_busy


def test_another_exhibit_makes_the_work_pointless(bench: Bench) -> None:
    jobs = PlacingJobs(bench.canvas, bench.clock)
    jobs.take_up()
    bench.canvas.set_showing(Showing(made_up(300)))
    assert bench.stage.pending is None
    assert not jobs.is_busy
    bench.rest()
    assert not placing_threads()


def test_a_fault_in_the_thread_is_logged_and_what_is_placed_stays(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    jobs = PlacingJobs(bench.canvas, bench.clock)
    before = labels_of(bench)
    work = bench.stage.pending
    assert work is not None

    def fail(_cancelled: object) -> bool:
        raise RuntimeError("no")

    monkeypatch.setattr(work, "run", fail, raising=True)
    jobs.take_up()
    bench.clock.advance(START_MS)
    wait_for_thread()
    bench.rest()
    assert "placing labels came to an end" in caplog.text
    assert not jobs.is_busy
    assert labels_of(bench) == before


@pytest.mark.parametrize("after_ms", [0.0, START_MS])
def test_nothing_is_placed_for_a_canvas_that_has_gone(bench: Bench, after_ms: float) -> None:
    jobs = PlacingJobs(bench.canvas, bench.clock)
    jobs.take_up()
    bench.clock.advance(after_ms)
    shiboken6.delete(jobs)
    bench.clock.advance(START_MS + 2 * LOOK_MS)
    wait_for_thread()
    assert not jobs.is_busy
