# SPDX-License-Identifier: MIT
"""The axis with its ticks and second calendar, grid lines, and the era band."""

from __future__ import annotations

from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Translator
from timeline_app.chrono.calendars import YearCalendar
from timeline_app.chrono.instant import MEAN_YEAR_S, civil_from_seconds
from timeline_app.chrono.ticks import CENTURIES, YEAR, Family, TickUnit, tick_starts
from timeline_app.model.heads import EraView
from timeline_app.scene.canvas_frame import CanvasFrame
from timeline_app.scene.items import Item, Kind, Layer, Target, TargetKind, TextStyle
from timeline_app.scene.surface import Surface, TextMeasurer
from timeline_app.scene.tick_rows import TickRow, fitting_units, tick_text
from timeline_app.scene.time_scale import TimeScale

MAJOR_AIR_PX = 28.0
MINOR_AIR_PX = 14.0
LABEL_INSET_PX = 6.0
ERA_INSET_PX = 12.0
LEAST_LETTERS = 3


def axis_items(
    scale: TimeScale,
    frame: CanvasFrame,
    surface: Surface,
    translator: Translator,
    calendar: YearCalendar | None,
) -> list[Item]:
    """Return ground, ticks and labels of the axis, and the grid lines through the lanes."""
    measurer = surface.measurer
    widest_major = measurer.width_px("0000" + (" 昭和00" if calendar else ""), "axis-major", "")
    upper = TickRow("axis-major", widest_major, MAJOR_AIR_PX, in_full=True)
    lower = TickRow("axis-minor", measurer.width_px("0000", "axis-minor", ""), MINOR_AIR_PX)
    units = fitting_units(scale, measurer, translator, upper, lower if frame.has_minor_row else upper)
    axis = frame.axis
    items = [
        Item(Kind.BAND, "axis-ground", Layer.HEAD, axis),
        Item(Kind.LINE, "axis-line", Layer.AXIS, Rect(axis.x, axis.bottom - 1.0, axis.w, 1.0)),
    ]
    if frame.has_minor_row:
        items.extend(_minor(scale, frame, measurer, translator, units.minor, units.major))
    # Alone in the axis, the upper row is as fine as its labels allow.
    unit = units.major if frame.has_minor_row else units.minor
    items.extend(_major(scale, frame, measurer, translator, calendar, unit))
    return items


def _major(
    scale: TimeScale,
    frame: CanvasFrame,
    measurer: TextMeasurer,
    translator: Translator,
    calendar: YearCalendar | None,
    unit: TickUnit,
) -> list[Item]:
    axis, items = frame.axis, list[Item]()
    line_px = measurer.line_px("axis-major")
    starts = tick_starts(unit, scale.view.start_s, scale.view.end_s)
    if _names_a_stretch(unit) and (not starts or starts[0] > scale.view.start_s):
        starts.insert(0, unit.floor(scale.view.start_s))
    xs = [scale.x_of(start) for start in starts]
    for number, (start_s, x) in enumerate(zip(starts, xs, strict=True)):
        if x >= axis.x:
            tick = Rect(x, axis.y + 4.0, 1.0, axis.h - 4.0)
            grid = Rect(x, frame.eras.y, 1.0, frame.lanes.bottom - frame.eras.y)
            items.append(Item(Kind.TICK, "axis-tick-major", Layer.AXIS, tick))
            items.append(Item(Kind.LINE, "grid-major", Layer.GRID, grid))
        text = tick_text(translator, unit, start_s, in_full=True)
        width = measurer.width_px(text, "axis-major", translator.language)
        next_x = xs[number + 1] if number + 1 < len(xs) else axis.right + width
        # The first label keeps to the edge until the next one needs its room.
        label_x = x + LABEL_INSET_PX
        if x < axis.x:
            label_x = min(max(label_x, axis.x + LABEL_INSET_PX), next_x - width - 2 * LABEL_INSET_PX)
            if label_x < axis.x:
                continue
        rect = Rect(label_x, axis.y + 4.0, width, line_px)
        style = TextStyle("axis-major", translator.language)
        items.append(Item(Kind.LABEL, "axis-label-major", Layer.AXIS, rect, None, text, detail=style))
        second = _second_label(calendar, unit, start_s)
        if second:
            second_w = measurer.width_px(second, "axis-second", "ja")
            if rect.right + 6.0 + second_w <= next_x - 4.0:
                second_rect = Rect(rect.right + 6.0, rect.y, second_w, line_px)
                items.append(
                    Item(
                        Kind.LABEL, "axis-label-second", Layer.AXIS, second_rect, None, second,
                        detail=TextStyle("axis-second", "ja"),
                    )
                )  # fmt: skip
    return items


def _minor(
    scale: TimeScale,
    frame: CanvasFrame,
    measurer: TextMeasurer,
    translator: Translator,
    unit: TickUnit,
    major: TickUnit,
) -> list[Item]:
    axis, items = frame.axis, list[Item]()
    line_px = measurer.line_px("axis-minor")
    majors = set(tick_starts(major, scale.view.start_s, scale.view.end_s))
    for start_s in tick_starts(unit, scale.view.start_s, scale.view.end_s):
        if start_s in majors:
            continue
        x = scale.x_of(start_s)
        items.append(Item(Kind.TICK, "axis-tick-minor", Layer.AXIS, Rect(x, axis.bottom - 6.0, 1.0, 6.0)))
        text = tick_text(translator, unit, start_s)
        width = measurer.width_px(text, "axis-minor", translator.language)
        rect = Rect(x - width / 2, axis.bottom - 7.0 - line_px, width, line_px)
        if rect.x < axis.x or rect.x > axis.right:
            continue
        style = TextStyle("axis-minor", translator.language, 0)
        items.append(Item(Kind.LABEL, "axis-label-minor", Layer.AXIS, rect, None, text, detail=style))
    return items


def _names_a_stretch(unit: TickUnit) -> bool:
    """Tell whether a unit's labels name all that follows (1959, August), not the tick alone (1950 for a decade)."""
    return unit.family is not Family.YEAR or unit in (YEAR, CENTURIES)


def _second_label(calendar: YearCalendar | None, unit: TickUnit, start_s: int) -> str:
    if calendar is None or unit.span_s < 0.9 * MEAN_YEAR_S:
        return ""
    return (calendar.year_label(civil_from_seconds(start_s).year) or "").removesuffix("年")


def era_items(
    scale: TimeScale, frame: CanvasFrame, surface: Surface, eras: tuple[EraView, ...]
) -> list[Item]:
    """Return the era band: grounds in two tones, names that keep to the visible part."""
    band = frame.eras
    if band.h <= 0.0:
        return []
    items = [Item(Kind.BAND, "axis-ground", Layer.HEAD, band)]
    for number, era in enumerate(eras):
        ends = (
            scale.x_of(era.date.earliest_s if era.date.earliest_s is not None else scale.view.start_s),
            scale.x_of(era.date.latest_s if era.date.latest_s is not None else scale.view.end_s),
        )
        left, right = max(min(ends), band.x), min(max(ends), band.right)
        if right - left < 1.0:
            continue
        role = "era" if number % 2 == 0 else "era-alternate"
        target = Target(TargetKind.ERA, number)
        items.append(
            Item(
                Kind.BAND, role, Layer.HEAD, Rect(left, band.y, right - left, band.h), target, era.title.text
            )
        )
        items.extend(_era_label(era, Rect(left, band.y, right - left, band.h), surface, target))
        if band.x < min(ends) < band.right:
            edge = Rect(min(ends), band.y, 1.0, frame.lanes.bottom - band.y)
            items.append(Item(Kind.LINE, "era-edge", Layer.GRID, edge))
    return items


def _era_label(era: EraView, rect: Rect, surface: Surface, target: Target) -> list[Item]:
    """Return the era's name, shortened with an ellipsis where it does not fit; nothing below three letters."""
    room_px = rect.w - 2 * ERA_INSET_PX
    text = shortened(era.title.text, era.title.language, "era", room_px, surface.measurer)
    if not text:
        return []
    place = Rect(rect.x + ERA_INSET_PX, rect.y, room_px, rect.h)
    style = TextStyle("era", era.title.language)
    return [
        Item(Kind.LABEL, "era-label", Layer.AXIS, place, target._replace(part="label"), text, detail=style)
    ]


def shortened(text: str, language: str, font: str, room_px: float, measurer: TextMeasurer) -> str:
    """Return the text, cut with an ellipsis to fit; "" where not even three letters would stand."""
    if measurer.width_px(text, font, language) <= room_px:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measurer.width_px(text[:middle].rstrip() + "…", font, language) <= room_px:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip().rstrip(" ,;:") + "…" if low >= LEAST_LETTERS else ""
