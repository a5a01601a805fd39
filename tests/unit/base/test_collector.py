# SPDX-License-Identifier: MIT
"""Pauses of the collector of circles."""

import gc
from collections.abc import Iterator

import pytest

from timeline_app.base import collector


@pytest.fixture(autouse=True)
def _left_as_it_was() -> Iterator[None]:
    was_collecting = gc.isenabled()
    yield
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
