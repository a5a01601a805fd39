# SPDX-License-Identifier: MIT
"""Pauses of the collector of circles."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from timeline_app.base import collector


@pytest.fixture(autouse=True)
def _left_as_it_was() -> Iterator[None]:
    was_collecting, thresholds = gc.isenabled(), gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()
    (gc.enable if was_collecting else gc.disable)()


def test_nothing_is_collected_until_the_last_of_several_pauses_ends() -> None:
    gc.enable()
    collector.pause()
    collector.pause()
    assert not gc.isenabled()
    collector.resume()
    assert not gc.isenabled()
    collector.resume()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    collector.pause()
    collector.resume()
    assert not gc.isenabled()
    gc.enable()
    collector.pause()
    collector.resume()
    assert gc.isenabled()


class Circle:
    """Something that only the collector takes apart."""

    def __init__(self) -> None:
        self.itself = self


def test_what_a_pause_leaves_behind_is_out_of_the_collectors_sight() -> None:
    gc.enable()
    collector.pause()
    made = [[number] for number in range(1_000)]
    collector.resume()
    in_sight = {id(one) for one in gc.get_objects()}
    assert not in_sight.intersection(map(id, made))


def test_tidying_takes_circles_apart_that_were_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collector, "FEW_OBJECTS", 10**9)
    gc.enable()
    collector.pause()
    kept, lost = Circle(), weakref.ref(Circle())
    collector.resume()
    assert lost() is not None
    collector.tidy()
    assert lost() is None
    assert id(kept) not in {id(one) for one in gc.get_objects()}


def test_many_objects_are_set_aside_without_a_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collector, "FEW_OBJECTS", 0)
    gc.enable()
    lost = weakref.ref(Circle())
    collector.tidy()
    assert lost() is not None
    assert gc.get_freeze_count() > 0


def test_where_much_has_gone_circles_are_taken_apart_among_many_objects_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(collector, "FEW_OBJECTS", 0)
    gc.enable()
    lost = weakref.ref(Circle())
    gc.freeze()
    collector.tidy(of_many=True)
    assert lost() is None


def test_nothing_is_tidied_during_a_pause() -> None:
    gc.enable()
    collector.pause()
    lost = weakref.ref(Circle())
    collector.tidy()
    assert lost() is not None
    collector.resume()


def test_the_objects_of_a_frame_are_not_looked_at_before_it_is_done() -> None:
    gc.enable()
    gc.collect()
    collector.ease()
    before = gc.get_stats()[0]["collections"]
    made = [[number] for number in range(10_000)]
    assert gc.get_stats()[0]["collections"] == before
    assert len(made) == 10_000
