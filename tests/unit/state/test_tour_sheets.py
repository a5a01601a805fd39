# SPDX-License-Identifier: MIT
"""Turning the sheets of a stop: by the keys that walk the tour, before its steps and its neighbours."""

import pytest

from tests.unit.state.test_tour_handlers import Walk
from timeline_app.state.tour_handlers import TourHandlers


class Reading(Walk):
    """A walk before a class that has so many sheets to read at a stop, and as many away from it."""

    def __init__(self, sheets: dict[tuple[int, int], int], away: int = 1) -> None:
        super().__init__()
        self.sheets, self.away = sheets, away
        self.handlers = TourHandlers(self.store, self.stage, self._count)
        self.handlers.open("long")

    def _count(self) -> int:
        return self.away if self.tour.is_away else self.sheets.get(self.place, 1)

    def seen(self, walk: str, times: int) -> list[tuple[int, int, int]]:
        found = []
        for _ in range(times):
            getattr(self.handlers, walk)()
            found.append((*self.place, self.tour.sheet_in_hand))
        return found


@pytest.fixture
def reading() -> Reading:
    return Reading({(1, 0): 2, (2, 1): 3})


def test_sheets_are_read_before_anything_else_is_revealed_and_back_again(reading):
    forward = [(1, 0, 1), (2, 0, 0), (2, 1, 0), (2, 1, 1), (2, 1, 2), (2, 2, 0)]
    assert reading.seen("next", 6) == forward
    assert reading.seen("previous", 6) == [*reversed(forward[:-1]), (1, 0, 0)]


def test_in_a_picture_with_fewer_sheets_the_last_one_is_read(reading):
    reading.seen("next", 5)
    reading.sheets[2, 1] = 2
    assert reading.seen("previous", 1) == [(2, 1, 0)]
    reading.seen("next", 1)
    del reading.sheets[2, 1]
    assert reading.seen("next", 1) == [(2, 2, 0)]


def test_who_comes_to_a_stop_reads_its_first_sheet(reading):
    reading.seen("next", 5)
    reading.handlers.go(1)
    assert (reading.place, reading.tour.sheet) == ((1, 0), 0)


def test_away_from_the_stop_there_are_sheets_of_their_own(reading):
    reading.away = 2
    reading.seen("next", 4)
    reading.handlers.explore()
    assert reading.seen("next", 1) == [(2, 1, 1)]
    reading.store.select(("ferry",))
    assert reading.tour.sheet_in_hand == 0
    reading.handlers.explore()
    assert (reading.tour.is_away, reading.tour.sheet_in_hand) == (False, 1)
