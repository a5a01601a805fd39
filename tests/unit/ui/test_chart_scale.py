# SPDX-License-Identifier: MIT
"""Round numbers beside a chart, and labels that have room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.ui.panels.chart_scale import positions, ticks, with_room


@pytest.mark.parametrize(
    ("lowest", "highest", "numbers"),
    [
        (0, 93, (0, 25, 50, 75, 100)),
        (1081, 88611, (0, 25000, 50000, 75000, 100000)),
        (120, 2942, (0, 1000, 2000, 3000)),
        (-5, 5, (-5, -2.5, 0, 2.5, 5)),
        (0, 0.4, (0, 0.1, 0.2, 0.3, 0.4)),
        (0, 0, (0, 1)),
        (-8, -2, (-8, -6, -4, -2, 0)),
    ],
)
def test_the_scale_is_even_and_round(lowest: float, highest: float, numbers: tuple[float, ...]) -> None:
    assert ticks(lowest, highest) == pytest.approx(numbers)


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_the_scale_holds_all_values_and_nought(one: float, other: float) -> None:
    low, high = sorted((one, other))
    found = ticks(low, high)
    width = found[-1] - found[0]
    assert found[0] <= low + width * 1e-6
    assert found[-1] >= high - width * 1e-6
    assert any(abs(each) <= width * 1e-9 for each in found)
    assert 2 <= len(found) <= 7


def test_years_stand_by_their_distance_and_all_else_evenly() -> None:
    assert positions(["1959", "1960", "1969"]) == (0.0, 0.1, 1.0)
    assert positions(["1959–67", "1971", "1971–84"]) == (0.0, 0.5, 1.0)
    assert positions(["1960", "1959", "1961"]) == (0.0, 0.5, 1.0)
    assert positions(["1959"]) == (0.5,)
    assert positions([]) == ()


def test_labels_keep_apart_and_the_ends_come_first() -> None:
    assert with_room([0, 10, 50, 100], [20, 20, 20, 20], 5) == (0, 2, 3)
    assert with_room([0, 10], [20, 20], 5) == (0,)
    assert with_room([], [], 5) == ()
    assert with_room([7], [20], 5) == (0,)
