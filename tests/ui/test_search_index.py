# SPDX-License-Identifier: MIT
"""The index is made in a thread that can be called off, and whose faults end nothing else."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from tests.sample_documents import harbour, small_document
from timeline_app.base.clock import FakeClock
from timeline_app.search.index import SearchIndex
from timeline_app.search.work import IndexWork
from timeline_app.ui.search.index_job import START_MS, IndexJobs

LIMIT_S = 20


class BadWork(IndexWork):
    def run(self, give_way: Callable[[], None], is_called_off: Callable[[], bool]) -> SearchIndex | None:
        raise ValueError("planted")


@pytest.fixture
def clock(qt_app: QApplication) -> FakeClock:
    return FakeClock()


def join() -> None:
    for thread in threading.enumerate():
        if thread.name == "search-index":
            thread.join(LIMIT_S)
            assert not thread.is_alive()


def test_the_index_comes_by_itself_after_a_while(clock: FakeClock) -> None:
    jobs = IndexJobs(clock)
    told: list[bool] = []
    jobs.finished.connect(lambda: told.append(jobs.index is not None))
    jobs.expect(IndexWork(harbour()))
    clock.advance(START_MS - 1)
    assert jobs.index is None
    clock.advance(1)
    join()
    clock.advance(100)
    assert told == [True]
    assert gc.isenabled()
    jobs.cancel()
    assert jobs.index is None


def test_labels_are_placed_before_the_index_is_made_unless_somebody_asks(clock: FakeClock) -> None:
    is_placing = [True]
    jobs = IndexJobs(clock, is_taken=lambda: is_placing[0])
    jobs.expect(IndexWork(harbour()))
    clock.advance(3 * START_MS)
    join()
    clock.advance(100)
    assert jobs.index is None
    is_placing[0] = False
    clock.advance(START_MS)
    join()
    clock.advance(100)
    assert jobs.index is not None
    is_placing[0] = True
    jobs.expect(IndexWork(harbour()))
    jobs.hasten()
    join()
    clock.advance(100)
    assert jobs.index is not None
    jobs.cancel()


def test_another_exhibit_takes_the_place_of_the_one_before(clock: FakeClock) -> None:
    jobs = IndexJobs(clock)
    told: list[int] = []
    jobs.finished.connect(lambda: told.append(len(jobs.index or ())))
    jobs.expect(IndexWork(small_document(*({"id": f"e{number}"} for number in range(50)))))
    jobs.hasten()
    second = IndexWork(small_document({"id": "only", "title": "Only"}))
    jobs.expect(second)
    jobs.hasten()
    join()
    clock.advance(200)
    assert jobs.work is second
    assert told == [1]
    clock.advance(START_MS)
    assert told == [1]
    jobs.cancel()


def test_a_fault_leaves_no_index_and_no_pause(clock: FakeClock, caplog: pytest.LogCaptureFixture) -> None:
    jobs = IndexJobs(clock)
    jobs.expect(BadWork(harbour()))
    jobs.hasten()
    join()
    clock.advance(200)
    assert jobs.index is None
    assert gc.isenabled()
    assert "making the index came to an end" in caplog.text


def test_frames_hold_the_work_for_a_moment_only(clock: FakeClock) -> None:
    jobs = IndexJobs(clock)
    jobs.let_picture_go_first()
    jobs.expect(IndexWork(harbour()))
    jobs.hasten()
    jobs.let_picture_go_first()
    join()
    clock.advance(200)
    assert jobs.index is not None
    jobs.cancel()
