# SPDX-License-Identifier: MIT
"""Which ticks an axis has room for: a row's unit is coarse enough for its own labels.

Years of eight digits and "28 December 1969" want more room than "1969"; what a label needs is
measured at instants that stay the same while the view is panned, so that units do not flicker.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from timeline_app.base.messages import Translator
from timeline_app.chrono.instant import civil_from_seconds, seconds_from_civil
from timeline_app.chrono.ticks import UNITS, Family, TickUnit, TickUnits, choose_units, tick_message
from timeline_app.scene.surface import TextMeasurer
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.view import View


class TickRow(NamedTuple):
    """A row of labels: font, least width of a label, air beside it, and whether it names the context too."""

    font: str
    least_px: float
    air_px: float
    in_full: bool = False


def fitting_units(
    scale: TimeScale, measurer: TextMeasurer, translator: Translator, major: TickRow, minor: TickRow
) -> TickUnits:
    """Return the finest units whose labels do not run into each other."""
    rows = (major, minor)
    least_px = [row.least_px + row.air_px for row in rows]
    while True:
        units = choose_units(scale.seconds_per_px, *least_px)
        wanted_px = [
            _widest_px(row, unit, scale.view, measurer, translator) + row.air_px
            for row, unit in zip(rows, units, strict=True)
        ]
        crowded = [
            unit is not UNITS[-1] and unit.span_s < room_px * scale.seconds_per_px
            for unit, room_px in zip(units, wanted_px, strict=True)
        ]
        if not any(crowded):
            return units
        # Each turn rules out a unit, so that there is an end.
        least_px = [
            max(least, wanted) if is_crowded else least
            for least, wanted, is_crowded in zip(least_px, wanted_px, crowded, strict=True)
        ]


@lru_cache(maxsize=4096)
def tick_text(translator: Translator, unit: TickUnit, start_s: int, *, in_full: bool = False) -> str:
    """Return a tick's label in words; kept, since panning asks for the same ones again."""
    return translator.text(tick_message(unit, start_s, in_full=in_full))


def _widest_px(
    row: TickRow, unit: TickUnit, view: View, measurer: TextMeasurer, translator: Translator
) -> float:
    texts = (tick_text(translator, unit, at_s, in_full=row.in_full) for at_s in _samples(unit, view))
    return max(measurer.width_px(text, row.font, translator.language) for text in texts)


def _samples(unit: TickUnit, view: View) -> Iterable[int]:
    """Return instants at which a unit's labels are longest: years at the edges, else late days of all months."""
    if unit.family is Family.YEAR:
        return unit.floor(view.start_s), unit.floor(view.end_s)
    year = civil_from_seconds(view.centre_s).year
    return (seconds_from_civil(year, month, 28) for month in range(1, 13))
