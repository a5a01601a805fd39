# SPDX-License-Identifier: MIT
"""One date drawn by itself, as the canvas draws it: for the legend, and for whoever shows a date without an axis."""

from __future__ import annotations

from typing import Final, NamedTuple

from timeline_app.base.geometry import Rect, Size
from timeline_app.chrono.columns import columns_of
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import EndState
from timeline_app.scene.event_marks import Ink, Slot, mark_item, set_items
from timeline_app.scene.index_basis import moments
from timeline_app.scene.items import Emphasis, Item
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.traits import SetShape, traits_of
from timeline_app.scene.view import View

ROW_PX: Final = 34.0
EDGE_PX: Final = 10.0
"""Ends that are open or unknown reach this near to the edge of the sample."""
IMPORTANCE: Final = 5


class DateSample(NamedTuple):
    """A date as its author writes it, and between which parts of the width its known bounds stand.

    One that is seen `from_afar` is a point, whatever its ends.
    """

    edtf: str
    start: float
    end: float
    from_afar: bool = False


def sample_items(sample: DateSample, size: Size, unit: float, colour: str) -> list[Item]:
    """Return the marks of a date in the middle of a rectangle; `unit` is the text scale."""
    date = parse(sample.edtf)
    columns = columns_of([date])
    scale = _scale(sample, int(columns.fuzz_earliest_s[0]), int(columns.fuzz_latest_s[0]), size.w)
    has_core = columns.core_start_s[0] < columns.core_end_s[0]
    core = (columns.core_start_s, columns.core_end_s) if has_core else (columns.earliest_s, columns.latest_s)
    edge_px = EDGE_PX * unit
    is_known = (date.earliest_state is EndState.KNOWN, date.latest_state is EndState.KNOWN)
    left = scale.x_of(int(columns.fuzz_earliest_s[0])) if is_known[0] else edge_px
    right = scale.x_of(int(columns.fuzz_latest_s[0])) if is_known[1] else size.w - edge_px
    if sample.from_afar:
        left, right = (scale.x_of(int(bound[0])) for bound in (columns.earliest_s, columns.latest_s))
    ends = (scale.x_of(int(core[0][0])), scale.x_of(int(core[1][0])))
    slot = Slot(0, 0, 0, bool(moments(columns)[0]), left, left, right, *ends, unit)
    traits = traits_of(date, IMPORTANCE)
    row = Rect(0.0, (size.h - ROW_PX * unit) / 2, size.w, ROW_PX * unit)
    ink, area = Ink(row, colour, Emphasis.NONE), Rect(0.0, 0.0, *size)
    if traits.shape is not SetShape.NONE and not slot.is_dot:
        return set_items(slot, traits, scale, ink, area)
    return [mark_item(slot, traits, ink, area)]


def _scale(sample: DateSample, first_s: int, last_s: int, width_px: float) -> TimeScale:
    """Return the scale on which the known bounds of a date stand where the sample wants them."""
    seconds_per_share = (last_s - first_s) / (sample.end - sample.start)
    start_s = first_s - round(seconds_per_share * sample.start)
    return TimeScale(View(start_s, seconds_per_share), 0.0, width_px)
