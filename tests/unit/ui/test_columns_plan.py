# SPDX-License-Identifier: MIT
"""How many columns have room side by side."""

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.ui.panels.columns_plan import arranged_at

LEAST, MOST, GAP = 260, 460, 14


def plan(width: int, columns: int) -> tuple[int, int, bool]:
    found = arranged_at(width, columns, LEAST, MOST, GAP)
    return found.width_px, found.seen, found.is_stacked


def test_a_narrow_panel_stacks_them() -> None:
    assert plan(420, 4) == (420, 4, True)
    assert plan(533, 2) == (533, 2, True)


def test_what_has_room_shares_the_width() -> None:
    assert plan(534, 2) == (260, 2, False)
    assert plan(1800, 4) == (439, 4, False)
    assert plan(1800, 2) == (MOST, 2, False)


def test_what_has_no_room_is_seen_in_part() -> None:
    width, seen, is_stacked = plan(1000, 4)
    assert (seen, is_stacked) == (3, False)
    assert width == int((1000 - 3 * GAP) / 3.3)
    assert plan(1000, 7) == plan(1000, 4)
    # Two and a bit of the third are too little room: better one below the other.
    assert plan(560, 3) == (560, 3, True)


def test_one_column_is_no_comparison() -> None:
    assert plan(1000, 1) == (1000, 1, True)
    assert plan(1000, 0) == (1000, 0, True)


@given(st.integers(100, 4000), st.integers(0, 9), st.integers(100, 900))
def test_columns_never_overflow_what_is_said_to_be_seen(width: int, columns: int, least: int) -> None:
    found = arranged_at(width, columns, least, 2 * least, GAP)
    assert found.seen <= columns
    if found.is_stacked:
        assert (found.width_px, found.seen) == (width, columns)
        return
    assert found.seen >= 2
    assert found.seen * (found.width_px + GAP) - GAP <= width
    if found.seen < columns:
        # Some of the next one is seen, and not all of it.
        rest = width - found.seen * (found.width_px + GAP)
        assert 0 < rest < found.width_px
