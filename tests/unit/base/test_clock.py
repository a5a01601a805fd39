# SPDX-License-Identifier: MIT
"""The clock that stands still until a test moves it, and the two looks at the machine's own."""

import time

import pytest

from timeline_app.base.clock import FakeClock, local_today, monotonic_ms


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def told():
    """Return the list into which callbacks write."""
    return []


def test_time_stands_still_until_it_is_moved(clock):
    assert clock.now_ms() == 0.0
    clock.advance(12.5)
    clock.advance(7.5)
    assert clock.now_ms() == 20.0


def test_today_is_the_day_that_was_given():
    assert FakeClock().today() == (2026, 11, 23)
    assert FakeClock((1959, 12, 14)).today() == (1959, 12, 14)


def test_the_day_begins_at_nine_and_goes_on_with_the_clock(clock):
    assert clock.time_of_day() == (9, 0)
    clock.advance(61 * 60_000.0)
    assert clock.time_of_day() == (10, 1)


def test_a_callback_runs_once_when_its_time_has_come(clock, told):
    clock.after(100.0, lambda: told.append(clock.now_ms()))
    clock.advance(99.0)
    assert told == []
    clock.advance(1.0)
    assert told == [100.0]
    clock.advance(1_000.0)
    assert told == [100.0]


def test_callbacks_run_in_the_order_of_their_times_and_each_sees_its_own_time(clock, told):
    clock.after(30.0, lambda: told.append(("late", clock.now_ms())))
    clock.after(10.0, lambda: told.append(("early", clock.now_ms())))
    clock.advance(50.0)
    assert told == [("early", 10.0), ("late", 30.0)]
    assert clock.now_ms() == 50.0


def test_callbacks_for_the_same_time_run_in_the_order_in_which_they_were_asked_for(clock, told):
    for name in ("first", "second", "third"):
        clock.after(10.0, lambda name=name: told.append(name))
    clock.advance(10.0)
    assert told == ["first", "second", "third"]


def test_a_callback_that_asks_for_another_gets_it_within_the_same_move(clock, told):
    clock.after(10.0, lambda: clock.after(10.0, lambda: told.append(clock.now_ms())))
    clock.advance(25.0)
    assert told == [20.0]


def test_a_cancelled_callback_never_runs_and_the_others_do(clock, told):
    cancel = clock.after(10.0, lambda: told.append("cancelled"))
    clock.after(10.0, lambda: told.append("kept"))
    assert clock.pending == 2
    cancel()
    assert clock.pending == 1
    clock.advance(20.0)
    assert told == ["kept"]
    assert clock.pending == 0


def test_cancelling_twice_or_too_late_does_no_harm(clock, told):
    cancel = clock.after(10.0, lambda: told.append("ran"))
    clock.advance(10.0)
    cancel()
    cancel()
    clock.after(10.0, lambda: told.append("next"))
    clock.advance(10.0)
    assert told == ["ran", "next"]


def test_a_time_in_the_past_is_now(clock, told):
    clock.advance(100.0)
    clock.after(-50.0, lambda: told.append(clock.now_ms()))
    clock.advance(0.0)
    assert told == [100.0]


def test_the_next_frame_comes_after_sixteen_milliseconds(clock, told):
    clock.next_frame(lambda: told.append(clock.now_ms()))
    clock.advance(15.9)
    assert told == []
    clock.advance(0.1)
    assert told == [16.0]


def test_a_cancelled_frame_does_not_come(clock, told):
    clock.next_frame(lambda: told.append("frame"))()
    clock.advance(16.0)
    assert told == []


def test_the_machine_counts_in_milliseconds_and_never_back(monkeypatch):
    monkeypatch.setattr(time, "perf_counter", lambda: 12.25)
    assert monotonic_ms() == 12_250.0


def test_the_machine_knows_the_local_day(monkeypatch):
    leap_day = time.struct_time((2024, 2, 29, 23, 59, 59, 3, 60, 0))
    monkeypatch.setattr(time, "localtime", lambda: leap_day)
    assert local_today() == (2024, 2, 29)
