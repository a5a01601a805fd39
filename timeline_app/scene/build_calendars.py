# SPDX-License-Identifier: MIT
"""Further calendars on the axis: labels beside our years, or a row of their own where years begin on other days."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Translator
from timeline_app.chrono.calendar_ticks import (
    ROW_UNITS,
    RowUnit,
    Step,
    row_message,
    row_starts,
    widest_messages,
)
from timeline_app.chrono.calendars import Calendar
from timeline_app.chrono.instant import DAY_S, civil_from_seconds, days_from_civil
from timeline_app.chrono.ticks import CENTURIES, YEAR, TickUnit
from timeline_app.scene.canvas_frame import CanvasFrame
from timeline_app.scene.items import Item, Kind, Layer, TextStyle
from timeline_app.scene.shortening import shortened
from timeline_app.scene.surface import Surface, TextMeasurer
from timeline_app.scene.tick_rows import LEAST_GAP_PX, alike
from timeline_app.scene.time_scale import TimeScale

FONT: Final = "axis-second"
BESIDE_GAP_PX: Final = 6.0
ROW_AIR_PX: Final = 22.0
INSET_PX: Final = 6.0
TICK_PX: Final = 5.0
NAME_INSET_PX: Final = 12.0
"""From the names of the lanes to their rule it is as much."""
COARSEST_BESIDE: Final = 100_000
"""Years so far apart are told as years ago, beside which no calendar has a word."""
SAMPLE_YEARS: Final = (1925, 1959)


def own_rows(calendars: Sequence[Calendar]) -> tuple[Calendar, ...]:
    """Return the calendars that need a row of their own."""
    return tuple(calendar for calendar in calendars if calendar.has_own_years)


def beside_ours(calendars: Sequence[Calendar]) -> tuple[Calendar, ...]:
    """Return the calendars that only give our years another label."""
    return tuple(calendar for calendar in calendars if not calendar.has_own_years)


def beside_width_px(calendars: Sequence[Calendar], measurer: TextMeasurer, translator: Translator) -> float:
    """Return the room that labels beside a year want; the same at every place of the axis."""
    total_px = 0.0
    for calendar in calendars:
        texts = (alike(_year_text(translator, calendar, year)) for year in SAMPLE_YEARS)
        total_px += BESIDE_GAP_PX + max(measurer.width_px(text, FONT, translator.language) for text in texts)
    return total_px


def beside_labels(
    calendars: Sequence[Calendar],
    unit: TickUnit,
    start_s: int,
    main: Rect,
    end_x: float,
    measurer: TextMeasurer,
    translator: Translator,
) -> list[Item]:
    """Return the labels beside one of ours that stands in `main`, as far as there is room before `end_x`."""
    items: list[Item] = []
    if unit == CENTURIES or unit.step >= COARSEST_BESIDE:
        return items
    x, style = main.right + BESIDE_GAP_PX, TextStyle(FONT, translator.language)
    for calendar in calendars:
        at = civil_from_seconds(start_s)
        text = _year_text(translator, calendar, at.year, is_part=unit.span_s < YEAR.span_s)
        width = measurer.width_px(text, FONT, translator.language)
        if not text or x + width > end_x - LEAST_GAP_PX:
            continue
        rect = Rect(x, main.y, width, main.h)
        items.append(Item(Kind.LABEL, "axis-label-second", Layer.AXIS, rect, None, text, detail=style))
        x = rect.right + BESIDE_GAP_PX
    return items


@lru_cache(maxsize=4096)
def _year_text(translator: Translator, calendar: Calendar, year: int, *, is_part: bool = False) -> str:
    """Return a Gregorian year in a calendar that begins its years with ours; "" where it has none.

    A part of a year in which an era changed is told by no label: it may lie before the change or after it.
    """
    last_days = days_from_civil(year, 12, 31)
    if calendar.first_days is not None and last_days < calendar.first_days:
        return ""
    message = calendar.year_message(calendar.from_days(last_days).year)
    return "" if is_part and message.key == "calendar.two-eras" else translator.text(message)


def row_items(
    scale: TimeScale,
    frame: CanvasFrame,
    surface: Surface,
    translator: Translator,
    calendars: Sequence[Calendar],
) -> list[Item]:
    """Return the rows of the calendars that have one, from the upper to the lower."""
    items: list[Item] = []
    for calendar, row in zip(calendars, frame.calendars, strict=False):
        items.append(Item(Kind.BAND, "axis-ground", Layer.HEAD, row))
        items.append(Item(Kind.LINE, "axis-line", Layer.AXIS, Rect(row.x, row.bottom - 1.0, row.w, 1.0)))
        left = row.x + (0.0 if frame.heads.w > 0.0 else _name_width_px(calendar, surface, translator))
        items.extend(_row(scale, row, left, calendar, surface.measurer, translator))
    return items


def row_names(
    frame: CanvasFrame, surface: Surface, translator: Translator, calendars: Sequence[Calendar]
) -> list[Item]:
    """Return the names of the rows: in the column of lane names, or at the rows' own beginning without one."""
    items: list[Item] = []
    for calendar, row in zip(calendars, frame.calendars, strict=False):
        room_px = frame.heads.w - 2 * NAME_INSET_PX
        text, align = _name(calendar, translator), 1
        place = Rect(frame.heads.x + NAME_INSET_PX, row.y, room_px, row.h)
        if frame.heads.w <= 0.0:
            room_px = _name_width_px(calendar, surface, translator) - INSET_PX
            x = row.right - INSET_PX - room_px if surface.mirrored else row.x + INSET_PX
            place, align = Rect(x, row.y, room_px, row.h), -1
        text = shortened(text, translator.language, FONT, room_px, surface.measurer)
        style = TextStyle(FONT, translator.language, -align if surface.mirrored else align)
        items.append(Item(Kind.LABEL, "axis-label-second", Layer.HEAD, place, None, text, detail=style))
    return items


def _row(
    scale: TimeScale,
    row: Rect,
    left: float,
    calendar: Calendar,
    measurer: TextMeasurer,
    translator: Translator,
) -> list[Item]:
    items: list[Item] = []
    unit = _fitting(scale, calendar, measurer, translator)
    if unit is None:
        return items
    starts = row_starts(calendar, unit, scale.view.start_s // DAY_S, scale.view.end_s // DAY_S)
    xs = [scale.x_of(days * DAY_S) for days in starts]
    style, taken = TextStyle(FONT, translator.language), left
    for number, (days, x) in enumerate(zip(starts, xs, strict=True)):
        if x >= row.x:
            tick = Rect(x, row.bottom - TICK_PX, 1.0, TICK_PX)
            items.append(Item(Kind.TICK, "axis-tick-minor", Layer.AXIS, tick))
        text = _row_text(translator, calendar, unit, days)
        width = measurer.width_px(text, FONT, translator.language)
        next_x = xs[number + 1] if number + 1 < len(xs) else row.right + width + 2 * INSET_PX
        # The stretch under way is named at the edge until the next one needs its room.
        label_x = max(x, left) + INSET_PX
        label_x = min(label_x, next_x - width - LEAST_GAP_PX) if x < left else label_x
        if label_x < taken or label_x > row.right:
            continue
        rect = Rect(label_x, row.y, width, row.h)
        items.append(Item(Kind.LABEL, "axis-label-second", Layer.AXIS, rect, None, text, detail=style))
        taken = rect.right + LEAST_GAP_PX
    return items


def _fitting(
    scale: TimeScale, calendar: Calendar, measurer: TextMeasurer, translator: Translator
) -> RowUnit | None:
    """Return the finest unit whose labels do not run into each other; None where not even a thousand years would."""
    view, days_per_px = scale.view, scale.seconds_per_px / DAY_S
    years = tuple(
        calendar.from_days(min(max(edge_s // DAY_S, -_MOST_DAYS), _MOST_DAYS)).year
        for edge_s in (view.start_s, view.centre_s, view.end_s)
    )
    for unit in ROW_UNITS:
        if unit.usual_days < ROW_AIR_PX * days_per_px:
            continue
        asked = (years[0], years[2]) if unit.step is Step.YEAR else (years[1],)
        language = translator.language
        width_px = max(
            measurer.width_px(text, FONT, language)
            for year in asked
            for text in _widest_texts(translator, calendar, unit, year)
        )
        if (
            unit.usual_days >= (width_px + ROW_AIR_PX) * days_per_px
            and unit.least_days >= (width_px + INSET_PX + LEAST_GAP_PX) * days_per_px
        ):
            return unit
    return None


_MOST_DAYS: Final = 10_000 * 366
"""Labels are never wider than those of years of four digits."""


@lru_cache(maxsize=2048)
def _widest_texts(translator: Translator, calendar: Calendar, unit: RowUnit, year: int) -> tuple[str, ...]:
    """Return the widest labels about a year, with all digits alike."""
    texts = (alike(translator.text(message)) for message in widest_messages(calendar, unit, year))
    return tuple(dict.fromkeys(texts))


@lru_cache(maxsize=4096)
def _row_text(translator: Translator, calendar: Calendar, unit: RowUnit, days: int) -> str:
    return translator.text(row_message(calendar, unit, days))


def _name(calendar: Calendar, translator: Translator) -> str:
    return translator.say(f"calendar.name.{calendar.name}")


def _name_width_px(calendar: Calendar, surface: Surface, translator: Translator) -> float:
    """Return what a name takes at the beginning of its own row."""
    width_px = surface.measurer.width_px(_name(calendar, translator), FONT, translator.language)
    return width_px + 2 * INSET_PX
