# SPDX-License-Identifier: MIT
"""Units of ticks that have room for their own labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages import ENGLISH
from tests.strategies import views
from timeline_app.chrono.instant import seconds_from_civil, year_start_s
from timeline_app.chrono.ticks import CENTURIES, DAY, DECADE, MONTH, UNITS, YEAR
from timeline_app.scene.surface import PlainMeasurer
from timeline_app.scene.tick_rows import TickRow, fitting_units, tick_text
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.view import View

MAJOR = TickRow("axis-major", 28.0, 28.0, in_full=True)
MINOR = TickRow("axis-minor", 28.0, 14.0)


def units_of(first, last, width_px=1_000.0, major=MAJOR, minor=MINOR):
    scale = TimeScale(View.between(first, last), 0.0, width_px)
    return fitting_units(scale, PlainMeasurer(), ENGLISH, major, minor)


def span_of(unit):
    return unit.family.value, unit.step


@pytest.mark.parametrize(
    ("years", "major", "minor"),
    [
        ((1959, 1960), YEAR, MONTH),
        ((1955, 1960), YEAR, ("month", 3)),
        ((1950, 1970), DECADE, YEAR),
        ((1900, 2000), DECADE, ("year", 5)),
        ((1000, 2000), CENTURIES, ("year", 50)),
    ],
)
def test_the_rows_of_common_views(years, major, minor):
    units = units_of(*(year_start_s(year) for year in years))
    assert units.major == major
    assert span_of(units.minor) == (minor if isinstance(minor, tuple) else span_of(minor))


def test_the_hours_of_a_day_stand_below_the_day():
    units = units_of(seconds_from_civil(1959, 8, 13), seconds_from_civil(1959, 8, 14))
    assert (units.major, span_of(units.minor)) == (DAY, ("clock", 180))


def test_days_named_in_full_want_more_room_than_four_digits():
    # Quarters of a day would fit here, but the days above them could not be told in full.
    units = units_of(seconds_from_civil(1959, 12, 1), seconds_from_civil(1959, 12, 8))
    assert (units.major, units.minor) == (MONTH, DAY)


def test_labels_that_need_more_room_get_coarser_units():
    narrow = units_of(year_start_s(1950), year_start_s(1970))
    wide = units_of(year_start_s(1950), year_start_s(1970), minor=MINOR._replace(air_px=60.0))
    assert narrow.minor == YEAR
    assert span_of(wide.minor) == ("year", 5)


def test_what_must_be_least_counts_too():
    units = units_of(year_start_s(1950), year_start_s(1970), minor=MINOR._replace(least_px=200.0))
    assert span_of(units.minor) == ("year", 5)


def test_the_coarsest_unit_is_taken_where_nothing_has_room():
    units = units_of(-(2**59), 2**59, width_px=20.0)
    assert units.major == units.minor == UNITS[-1]


@given(views, st.floats(300.0, 4_000.0), st.sampled_from([1.0, 2.0, 3.0]))
def test_units_always_have_room_for_their_own_labels(view, width_px, text_scale):
    scale, measurer = TimeScale(view, 0.0, width_px), PlainMeasurer(text_scale)
    units = fitting_units(scale, measurer, ENGLISH, MAJOR, MINOR)
    for row, unit in zip((MAJOR, MINOR), units, strict=True):
        text = tick_text(ENGLISH, unit, unit.floor(view.centre_s), in_full=row.in_full)
        if unit is not UNITS[-1]:
            # Years in the middle have no more digits than those at the edges; one comma may be more.
            assert measurer.width_px(text, row.font, "en") <= unit.span_s / scale.seconds_per_px
    assert units.major.span_s >= units.minor.span_s


def test_a_tick_s_words_are_kept():
    start_s = seconds_from_civil(1959, 8, 13)
    assert tick_text(ENGLISH, DAY, start_s) == "13"
    assert tick_text(ENGLISH, DAY, start_s, in_full=True) == "13 August 1959"
    assert tick_text(ENGLISH, DAY, start_s) is tick_text(ENGLISH, DAY, start_s)
