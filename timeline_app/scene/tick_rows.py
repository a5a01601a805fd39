# SPDX-License-Identifier: MIT
"""Which ticks an axis has room for: a row's unit is coarse enough for its own labels.

Years of eight digits and "28 December 1969" want more room than "1969"; what a label needs is
measured with all its digits alike and at instants that hardly change while the view is panned, so that units
do not flicker.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from timeline_app.base.messages import Translator
from timeline_app.chrono.instant import civil_from_seconds, seconds_from_civil
from timeline_app.chrono.ticks import (
    UNITS,
    Family,
    TickUnit,
    TickUnits,
    choose_units,
    finest_unit,
    tells_ages,
    tick_message,
)
from timeline_app.scene.surface import TextMeasurer
from timeline_app.scene.time_scale import TimeScale

LEAST_GAP_PX: Final = 4.0
"""What stays free between two labels even in the shortest stretch of a unit: a February, AD 1 to AD 5."""

_WIDE_DIGITS: Final = str.maketrans("123456789", "000000000")


class TickRow(NamedTuple):
    """A row of labels: font, least width of a label, air beside it, and whether it names the context too."""

    font: str
    least_px: float
    air_px: float
    in_full: bool = False


def fitting_units(
    scale: TimeScale, measurer: TextMeasurer, translator: Translator, major: TickRow, minor: TickRow
) -> TickUnits:
    """Return the finest units of two rows whose labels do not run into each other."""
    major_px, minor_px = major.least_px + major.air_px, minor.least_px + minor.air_px
    while True:
        units = choose_units(scale.seconds_per_px, major_px, minor_px)
        wanted_major_px = _wanted_px(major, units.major, scale, measurer, translator)
        wanted_minor_px = _wanted_px(minor, units.minor, scale, measurer, translator)
        is_major_crowded = _is_crowded(units.major, wanted_major_px, scale)
        is_minor_crowded = _is_crowded(units.minor, wanted_minor_px, scale)
        if not (is_major_crowded or is_minor_crowded):
            return units
        # Each turn rules out a unit, so that there is an end.
        major_px = max(major_px, wanted_major_px) if is_major_crowded else major_px
        minor_px = max(minor_px, wanted_minor_px) if is_minor_crowded else minor_px


def fitting_unit(scale: TimeScale, measurer: TextMeasurer, translator: Translator, row: TickRow) -> TickUnit:
    """Return the finest unit of a row that stands alone."""
    least_px = row.least_px + row.air_px
    while True:
        unit = finest_unit(scale.seconds_per_px, least_px)
        wanted_px = _wanted_px(row, unit, scale, measurer, translator)
        if not _is_crowded(unit, wanted_px, scale):
            return unit
        least_px = max(least_px, wanted_px)


@lru_cache(maxsize=4096)
def tick_text(
    translator: Translator, unit: TickUnit, start_s: int, *, in_full: bool = False, in_ages: bool = False
) -> str:
    """Return a tick's label in words; kept, since panning asks for the same ones again."""
    return translator.text(tick_message(unit, start_s, in_full=in_full, in_ages=in_ages))


def alike(text: str) -> str:
    """Return a text with all its digits as wide as the widest: what it needs does not depend on which they are."""
    return text.translate(_WIDE_DIGITS)


def _is_crowded(unit: TickUnit, wanted_px: float, scale: TimeScale) -> bool:
    return unit is not UNITS[-1] and unit.span_s < wanted_px * scale.seconds_per_px


def _wanted_px(
    row: TickRow, unit: TickUnit, scale: TimeScale, measurer: TextMeasurer, translator: Translator
) -> float:
    """Return how far apart the ticks must stand on average for the labels to have their air, and some everywhere."""
    in_ages = tells_ages(unit, scale.last_s)
    texts = (
        tick_text(translator, unit, at_s, in_full=row.in_full, in_ages=in_ages)
        for at_s in _samples(unit, scale)
    )
    language = translator.language
    widest_px = max((measurer.width_px(alike(text), row.font, language) for text in texts), default=0.0)
    return max(widest_px + row.air_px, (widest_px + LEAST_GAP_PX) * unit.span_s / unit.least_s)


def _samples(unit: TickUnit, scale: TimeScale) -> Iterable[int]:
    """Return instants at which a unit's labels are longest: years at the edges, else late days of all months.

    Of two neighbouring years one has all the decimals of its row: 14 billion years ago, 13.9 billion. The
    edges are those of each stretch of unfolded time: years may gain digits where some are left out.
    """
    stretches = scale.stretches()
    if unit.family is Family.YEAR:
        for stretch in stretches:
            for edge_s in (unit.floor(stretch.first_s), unit.floor(stretch.last_s)):
                yield edge_s
                yield unit.next(edge_s)
        return
    middles_s = ((stretch.first_s + stretch.last_s) // 2 for stretch in stretches)
    for year in dict.fromkeys(civil_from_seconds(middle_s).year for middle_s in middles_s):
        for month in range(1, 13):
            yield seconds_from_civil(year, month, 28)
