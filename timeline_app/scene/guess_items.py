# SPDX-License-Identifier: MIT
"""A guess as items: a line through the lanes with its date, a card with what is asked for, and where it was."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from timeline_app.base.geometry import Rect
from timeline_app.scene.canvas_frame import CanvasFrame
from timeline_app.scene.guess_marks import GuessMarks
from timeline_app.scene.items import Item, Kind, Layer, TextStyle
from timeline_app.scene.ruler_items import end_items
from timeline_app.scene.surface import Surface, TextMeasurer
from timeline_app.scene.time_scale import TimeScale

TITLE_FONT: Final = "body-strong"
NOTE_FONT: Final = "small"
LINE_PX: Final = 3.0
CARD_AIR_PX: Final = 14.0
CARD_PAD_PX: Final = 8.0
ELLIPSIS: Final = "…"
FOOT_PX: Final = 18.0
"""The card's distance from the lower edge of the lanes."""
MOST_SHARE: Final = 0.94


def guess_items(
    marks: GuessMarks, scale: TimeScale, frame: CanvasFrame, surface: Surface, language: str
) -> list[Item]:
    """Return guess and answer; their dates look away from each other, and the card stands at the guess."""
    ends = [end for end in (marks.guess, marks.answer) if end is not None]
    first_s = min((end.at_s for end in ends), default=0)
    items: list[Item] = []
    for end in ends:
        is_left = (end.at_s == first_s) != scale.mirrored if len(ends) > 1 else False
        x, is_held = scale.x_of(end.at_s), end is marks.guess
        drawn = end_items(end, x, frame, surface, language, is_left=is_left, is_held=is_held)
        items.extend(_bold(item, surface.text_scale) for item in drawn)
    anchor = marks.guess or marks.answer
    middle = frame.lanes.centre.x if anchor is None else scale.x_of(anchor.at_s)
    return [*items, *_card(marks, middle, frame, surface, language)]


def _bold(item: Item, unit: float) -> Item:
    """Return a line of the width that a whole class sees; all else as it is."""
    if item.kind is not Kind.LINE:
        return item
    width = LINE_PX * unit
    return item._replace(rect=item.rect._replace(x=item.rect.centre.x - width / 2, w=width))


def _card(
    marks: GuessMarks, middle: float, frame: CanvasFrame, surface: Surface, language: str
) -> list[Item]:
    """Return the card with what is asked for; long titles end where there is no more room."""
    lanes, unit, measurer = frame.lanes, surface.text_scale, surface.measurer
    air = CARD_AIR_PX * unit
    lines = [(marks.title, TITLE_FONT, marks.language, "ruler-length")]
    if marks.note:
        lines.append((marks.note, NOTE_FONT, language, "ruler-note"))
    most = lanes.w * MOST_SHARE - 2 * air
    wanted = max(measurer.width_px(text, font, tongue) for text, font, tongue, _ in lines)
    width = min(wanted, most) + 2 * air
    height = sum(measurer.line_px(font) for _, font, _, _ in lines) + 2 * CARD_PAD_PX * unit
    left = max(min(middle - width / 2, lanes.right - width), lanes.x)
    card = Rect(left, max(lanes.bottom - FOOT_PX * unit - height, lanes.y), width, height)
    items = [Item(Kind.CARD, "ruler-card", Layer.OVERLAY, card)]
    top = card.y + CARD_PAD_PX * unit
    for words, font, tongue, role in lines:
        text = _cut(words, font, tongue, most, measurer)
        place = Rect(card.x + air, top, width - 2 * air, measurer.line_px(font))
        items.append(
            Item(Kind.LABEL, role, Layer.OVERLAY, place, None, text, detail=TextStyle(font, tongue, 0))
        )
        top = place.bottom
    return items


def _cut(words: str, font: str, language: str, most_px: float, measurer: TextMeasurer) -> str:
    """Return as much of some words as has room, and the sign that they go on."""
    if measurer.width_px(words, font, language) <= most_px:
        return words
    fits = bisect_left(
        range(len(words)),
        True,
        key=lambda end: measurer.width_px(words[:end] + ELLIPSIS, font, language) > most_px,
    )
    return words[: max(fits - 1, 0)].rstrip() + ELLIPSIS
