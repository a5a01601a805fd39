# SPDX-License-Identifier: MIT
"""Further calendars on the axis: labels beside our years, or a row of their own where years begin on other days."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

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
from timeline_app.chrono.calendars.calendar import Calendar
from timeline_app.chrono.instant import DAY_S, civil_from_seconds, days_from_civil
from timeline_app.chrono.ticks import CENTURIES, YEAR, TickUnit
from timeline_app.scene.canvas_frame import CanvasFrame
from timeline_app.scene.items import Item, Kind, Layer, TextStyle
from timeline_app.scene.lane_heads import HEAD_INSET_PX, HEAD_PAD_PX, RULE_PX
from timeline_app.scene.shortening import shortened
from timeline_app.scene.surface import Surface, TextMeasurer
from timeline_app.scene.tick_rows import LEAST_GAP_PX, alike
from timeline_app.scene.time_scale import Stretch, TimeScale

FONT: Final = "axis-second"
BESIDE_GAP_PX: Final = 6.0
ROW_AIR_PX: Final = 16.0
INSET_PX: Final = 6.0
TICK_PX: Final = 4.0
MINOR_FOOT_PX: Final = 7.0
"""What lies between the finer names of our own axis and its foot."""
COARSEST_BESIDE: Final = 100_000
"""Years so far apart are told as years ago, beside which no calendar has a word."""
SAMPLE_YEARS: Final = (1925, 1959)
MOST_WHOLE_DAYS: Final = 3
"""Where more days than these begin in the window, they are told by their numbers among the months."""


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
        items.extend(_ticks_and_labels(_Row(scale, row, left, calendar, surface.measurer, translator)))
    return items


def row_names(
    frame: CanvasFrame, surface: Surface, translator: Translator, calendars: Sequence[Calendar]
) -> list[Item]:
    """Return the names of the rows: in the column of lane names, or at the rows' own beginning without one.

    With others below it our own axis is named too; without a column it has no room for that.
    """
    rows = [
        (_name(calendar, translator), row) for calendar, row in zip(calendars, frame.calendars, strict=False)
    ]
    if rows and frame.heads.w > 0.0:
        rows.insert(0, (translator.say("calendar.name.gregorian"), _own_row(frame, surface)))
    # Below each other and above the names of the lanes.
    rule_px = HEAD_PAD_PX + RULE_PX * surface.text_scale
    items: list[Item] = []
    for name, row in rows:
        room_px = frame.heads.w - rule_px - HEAD_INSET_PX
        x, align = frame.heads.x + (rule_px if surface.mirrored else HEAD_INSET_PX), 1
        if frame.heads.w <= 0.0:
            room_px = surface.measurer.width_px(name, FONT, translator.language) + INSET_PX
            x, align = row.right - INSET_PX - room_px if surface.mirrored else row.x + INSET_PX, -1
        text = shortened(name, translator.language, FONT, room_px, surface.measurer)
        style = TextStyle(FONT, translator.language, -align if surface.mirrored else align)
        place = Rect(x, row.y, room_px, row.h)
        items.append(Item(Kind.LABEL, "axis-label-second", Layer.HEAD, place, None, text, detail=style))
    return items


def _own_row(frame: CanvasFrame, surface: Surface) -> Rect:
    """Return where the finer names of our own axis stand, or its only ones."""
    if not frame.has_minor_row:
        return frame.axis
    line_px = surface.measurer.line_px("axis-minor")
    return Rect(frame.axis.x, frame.axis.bottom - MINOR_FOOT_PX - line_px, frame.axis.w, line_px)


class _Row(NamedTuple):
    """What the items of one row are made from; `left` is where its labels may begin.

    `stretch` is the stretch of unfolded time whose part of the row this is; None for the whole row.
    """

    scale: TimeScale
    rect: Rect
    left: float
    calendar: Calendar
    measurer: TextMeasurer
    translator: Translator
    stretch: Stretch | None = None

    def of(self, stretch: Stretch) -> _Row:
        """Return the part of the row in which a stretch of unfolded time stands."""
        left = stretch.left if stretch.after_break else self.left
        return self._replace(rect=stretch.cut(self.rect), left=left, stretch=stretch)

    def has_room(self, label: Rect) -> bool:
        """Tell whether a label ends before the break that ends the row's part."""
        return self.stretch is None or not self.stretch.before_break or label.right <= self.stretch.right

    def width_px(self, text: str) -> float:
        return self.measurer.width_px(text, FONT, self.translator.language)

    def starts_of(self, unit: RowUnit) -> list[int]:
        first_s, last_s = self.scale.first_s, self.scale.last_s
        if self.stretch is not None:
            first_s = self.stretch.first_s
            last_s = self.stretch.last_s - 1 if self.stretch.before_break else self.stretch.last_s
        return row_starts(self.calendar, unit, first_s // DAY_S, last_s // DAY_S)


def _ticks_and_labels(row: _Row) -> list[Item]:
    """Return the row's finest ticks that have room for their names, and among them the stretches that say where."""
    unit = _fitting(row)
    if unit is None:
        return []
    return [item for stretch in row.scale.stretches() for item in _part_items(row.of(stretch), unit)]


def _part_items(row: _Row, unit: RowUnit) -> list[Item]:
    """Return the ticks and names of one stretch of unfolded time."""
    context = unit.context or unit
    stretches = row.starts_of(context)
    if not context.names_a_stretch and stretches and row.scale.x_of(stretches[0] * DAY_S) < row.rect.x:
        stretches = stretches[1:]
    items, taken = _stretch_items(row, context, stretches)
    if context is not unit:
        known = frozenset(stretches)
        items.extend(
            _minor_items(row, unit, [days for days in row.starts_of(unit) if days not in known], taken)
        )
    return items


def _stretch_items(
    row: _Row, unit: RowUnit, starts: list[int]
) -> tuple[list[Item], list[tuple[float, float]]]:
    """Return ticks and names of stretches, and what these take; the one under way is named at the edge."""
    items, taken, style = list[Item](), list[tuple[float, float]](), TextStyle(FONT, row.translator.language)
    xs = [row.scale.x_of(days * DAY_S) for days in starts]
    free_from = row.left
    for number, (days, x) in enumerate(zip(starts, xs, strict=True)):
        if x >= row.rect.x:
            tick = Rect(x, row.rect.y + TICK_PX, 1.0, row.rect.h - TICK_PX)
            items.append(Item(Kind.TICK, "axis-tick-minor", Layer.AXIS, tick))
        text = _row_text(row.translator, row.calendar, unit, days, in_full=True)
        width = row.width_px(text)
        next_x = xs[number + 1] if number + 1 < len(xs) else row.rect.right + width + 2 * INSET_PX
        label_x = max(x, row.left) + INSET_PX
        if x < row.left:
            # It makes room for the next one.
            label_x = min(label_x, next_x - width - LEAST_GAP_PX)
        rect = Rect(label_x, row.rect.y, width, row.rect.h)
        if label_x < free_from or label_x > row.rect.right or not row.has_room(rect):
            taken.append((x, x))
            continue
        items.append(Item(Kind.LABEL, "axis-label-second", Layer.AXIS, rect, None, text, detail=style))
        taken.append((min(x, label_x), rect.right))
        free_from = rect.right + LEAST_GAP_PX
    return items, taken


def _minor_items(row: _Row, unit: RowUnit, starts: list[int], taken: list[tuple[float, float]]) -> list[Item]:
    """Return ticks and names between those of the stretches, as far as these leave room."""
    items, style = list[Item](), TextStyle(FONT, row.translator.language)
    for days in starts:
        x = row.scale.x_of(days * DAY_S)
        if x < row.left or any(first <= x <= last for first, last in taken):
            # Behind a name it would be taken for a part of it.
            continue
        tick = Rect(x, row.rect.bottom - TICK_PX, 1.0, TICK_PX)
        items.append(Item(Kind.TICK, "axis-tick-minor", Layer.AXIS, tick))
        text = _row_text(row.translator, row.calendar, unit, days)
        rect = Rect(x + INSET_PX, row.rect.y, row.width_px(text), row.rect.h)
        if (
            rect.x <= row.rect.right
            and row.has_room(rect)
            and not any(
                first < rect.right + LEAST_GAP_PX and rect.x < last + LEAST_GAP_PX for first, last in taken
            )
        ):
            items.append(Item(Kind.LABEL, "axis-label-second", Layer.AXIS, rect, None, text, detail=style))
    return items


def _fitting(row: _Row) -> RowUnit | None:
    """Return the finest unit that has room for its names and its context's; None where a thousand years have none."""
    whole_days_px = row.rect.w / MOST_WHOLE_DAYS
    for unit in ROW_UNITS:
        if unit.step is Step.WHOLE_DAY and row.scale.seconds_per_px * whole_days_px > DAY_S:
            continue
        if _has_room(row, unit, in_full=unit.context is None) and (
            unit.context is None or _has_room(row, unit.context, in_full=True)
        ):
            return unit
    return None


def _has_room(row: _Row, unit: RowUnit, *, in_full: bool) -> bool:
    days_per_px = row.scale.seconds_per_px / DAY_S
    if unit.usual_days < ROW_AIR_PX * days_per_px:
        return False
    scale = row.scale
    edges_s = (scale.first_s, scale.last_s) if unit.step is Step.YEAR else (scale.middle_s,)
    width_px = max(
        row.width_px(text)
        for edge_s in edges_s
        for text in _widest_texts(
            row.translator, row.calendar, unit, _year_at(row.calendar, edge_s), in_full=in_full
        )
    )
    # No busier than the row of our own days and years above it.
    has_air = unit.usual_days >= (max(width_px, row.width_px("0000")) + ROW_AIR_PX) * days_per_px
    return has_air and unit.least_days >= (width_px + INSET_PX + 2 * LEAST_GAP_PX) * days_per_px


def _year_at(calendar: Calendar, instant_s: int) -> int:
    """Return the year of an instant, of four digits at the most: there are no wider labels."""
    days = min(max(instant_s // DAY_S, -_MOST_DAYS), _MOST_DAYS)
    return calendar.from_days(
        max(days, calendar.first_days) if calendar.first_days is not None else days
    ).year


_MOST_DAYS: Final = 10_000 * 354


@lru_cache(maxsize=2048)
def _widest_texts(
    translator: Translator, calendar: Calendar, unit: RowUnit, year: int, *, in_full: bool
) -> tuple[str, ...]:
    """Return the widest labels about a year, with all digits alike."""
    messages = widest_messages(calendar, unit, year, in_full=in_full)
    return tuple(dict.fromkeys(alike(translator.text(message)) for message in messages))


@lru_cache(maxsize=4096)
def _row_text(
    translator: Translator, calendar: Calendar, unit: RowUnit, days: int, *, in_full: bool = False
) -> str:
    return translator.text(row_message(calendar, unit, days, in_full=in_full))


def _name(calendar: Calendar, translator: Translator) -> str:
    return translator.say(f"calendar.name.{calendar.name}")


def _name_width_px(calendar: Calendar, surface: Surface, translator: Translator) -> float:
    """Return what a name takes at the beginning of its own row."""
    width_px = surface.measurer.width_px(_name(calendar, translator), FONT, translator.language)
    return width_px + 2 * INSET_PX
