# SPDX-License-Identifier: MIT
"""The pieces of the bar: in reading order, on as many lines as they need, none over another."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.ui.bar_flow import Piece, Slot, flow

pieces = st.lists(st.builds(Piece, st.integers(0, 900), st.booleans()), max_size=8)
rooms, gaps = st.integers(1, 2_000), st.integers(0, 40)


def test_what_has_room_stands_on_one_line_and_what_stretches_takes_the_rest():
    placed = flow((Piece(100), Piece(200, stretches=True), Piece(50)), 500, 10)
    assert placed == (Slot(0, 0, 100), Slot(0, 110, 330), Slot(0, 450, 50))


def test_what_has_no_room_goes_to_the_next_line():
    placed = flow((Piece(100), Piece(200, stretches=True), Piece(50)), 320, 10)
    assert placed == (Slot(0, 0, 100), Slot(0, 110, 210), Slot(1, 0, 50))


def test_two_that_stretch_share_what_is_left():
    assert flow((Piece(10, stretches=True), Piece(20, stretches=True)), 100, 10) == (
        Slot(0, 0, 40),
        Slot(0, 50, 50),
    )


def test_a_piece_that_is_wider_than_the_room_gets_all_of_it():
    assert flow((Piece(900), Piece(10)), 300, 10) == (Slot(0, 0, 300), Slot(1, 0, 10))


def test_nothing_takes_no_line():
    assert flow((), 300, 10) == ()


@given(pieces, rooms, gaps)
def test_no_piece_is_lost_cut_or_laid_over_another(wanted, room_px, gap_px):
    placed = flow(wanted, room_px, gap_px)
    assert len(placed) == len(wanted)
    assert [slot.line for slot in placed] == sorted(slot.line for slot in placed)
    for slot, piece in zip(placed, wanted, strict=True):
        assert slot.width_px >= min(piece.width_px, room_px)
        assert 0 <= slot.x_px <= slot.x_px + slot.width_px <= room_px
    for before, after in itertools.pairwise(placed):
        assert after.line > before.line or after.x_px >= before.x_px + before.width_px + gap_px
