# SPDX-License-Identifier: MIT
"""What stands beside the names of the lanes: signs, the ring of the keyboard, a lane being carried, and notes.

Notes say quietly what is out of sight: lanes above and below the window, and lanes that are hidden.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Translator
from timeline_app.scene.build_lanes import fitting
from timeline_app.scene.items import Item, Kind, LaneHead, LaneNote, Layer, Target, TargetKind, TextStyle
from timeline_app.scene.lane_heads import (
    FINGER_PX,
    NOTE_FONT,
    NOTE_PAD_PX,
    SLOT_PX,
    LaneFrame,
    name_line,
    note_height_px,
    words_px,
)
from timeline_app.scene.lane_marks import HIDDEN_LINE, Carried
from timeline_app.scene.lane_words import hidden_in_words

GLYPH_PX = 16.0
EDGE_PX = 4.0
RING_INSET_PX = 2.0
CARRIED_INSET_PX = 4.0
DROP_PX = 3.0
AIR_SHARE = 0.15
"""The part of a line of words that is empty above its letters, and below them."""
LEAST_MORE_PX = 8.0
"""Less than this out of sight is nothing to speak of."""


def head_items(
    lanes: LaneFrame, heads: Sequence[LaneHead], notes: Sequence[LaneNote], language: str
) -> list[Item]:
    """Return all that stands beside the names."""
    items: list[Item] = []
    for head in heads:
        items.extend(_sign_items(lanes, head.lane))
        if lanes.marks.has_ring and head.lane == lanes.marks.focused:
            items.append(
                _ring(lanes.beside_rule(head.rect), Target(TargetKind.LANE, head.lane, head.lane, "focus"))
            )
    for note in notes:
        items.extend(_note_items(lanes, note, language))
    if lanes.marks.carried is not None:
        items.extend(_carried_items(lanes, lanes.marks.carried))
    return items


def _sign_items(lanes: LaneFrame, lane: int) -> list[Item]:
    """Return the signs beside a lane's name; where they have no room of their own they have a ground.

    In the column they stand at its outer edge, within the lanes behind the name.
    """
    signs, line = lanes.signs(lane), name_line(lanes, lane)
    target = Target(TargetKind.LANE, lane, lane, "sign")
    slot, glyph, edge = (px * lanes.unit for px in (SLOT_PX, GLYPH_PX, EDGE_PX))
    heads, is_mirrored, colour = lanes.frame.heads, lanes.surface.mirrored, lanes.lanes[lane].colour
    behind_px = 0.0 if heads.w else words_px(lanes, lane)
    outer = heads if heads.w else line
    items: list[Item] = []
    if heads.w and len(signs) * slot > lanes.kept_px(lane):
        width = len(signs) * slot + edge
        ground = Rect(heads.right - width if is_mirrored else heads.x, line.y, width, line.h)
        items.append(Item(Kind.BAND, "heads-ground", Layer.AXIS, ground, target, "", colour))
    for number, name in enumerate(signs):
        offset = behind_px + edge + number * slot + (slot - glyph) / 2
        x = outer.right - offset - glyph if is_mirrored else outer.x + offset
        rect = Rect(x, line.centre.y - glyph / 2, glyph, glyph)
        items.append(Item(Kind.ICON, "lane-sign", Layer.AXIS, rect, target, name, colour))
    return items


def _ring(rect: Rect, target: Target) -> Item:
    return Item(Kind.RING, "focus-ring", Layer.OVERLAY, rect.grown(-RING_INSET_PX), target)


def _carried_items(lanes: LaneFrame, carried: Carried) -> list[Item]:
    """Return a card with the name under the hand, and a line where the lane would stand."""
    view, frame, unit = lanes.lanes[carried.lane], lanes.frame, lanes.unit
    is_mirrored, glyph = lanes.surface.mirrored, GLYPH_PX * lanes.unit
    target = Target(TargetKind.LANES, carried.lane, carried.lane, "carried")
    across = Rect(min(frame.heads.x, frame.lanes.x), 0.0, frame.heads.w + frame.lanes.w, 0.0)
    line = Rect(across.x, carried.line_y_px - DROP_PX * unit / 2, across.w, DROP_PX * unit)
    width = frame.heads.w or min(frame.lanes.w, 6 * FINGER_PX * unit)
    height = lanes.surface.measurer.line_px("lane-head") + 4 * CARRIED_INSET_PX
    x = across.right - width if is_mirrored else across.x
    card = Rect(x, carried.hand_y_px - height / 2, width, height).grown(-CARRIED_INSET_PX / 2)
    inner = card.grown(-2 * CARRIED_INSET_PX)
    grip = Rect(inner.right - glyph if is_mirrored else inner.x, inner.centre.y - glyph / 2, glyph, glyph)
    room_px = inner.w - glyph - CARRIED_INSET_PX
    words = Rect(inner.x if is_mirrored else inner.right - room_px, inner.y, room_px, inner.h)
    title = view.title
    text = fitting(title.text, title.language, "lane-head", room_px, lanes.surface.measurer)
    style = TextStyle("lane-head", title.language, 1 if is_mirrored else -1)
    over = Layer.OVERLAY
    return [
        Item(Kind.BAND, "lane-drop", over, line, target),
        Item(Kind.CARD, "lane-carried", over, card, target, "", view.colour),
        Item(Kind.ICON, "lane-sign", over, grip, target, "grip", view.colour),
        Item(Kind.LABEL, "lane-head", over, words, target, text, view.colour, detail=style),
    ]


# -- notes ----------------------------------------------------------------------------------------


def notes_of(lanes: LaneFrame, translator: Translator, names: Sequence[Item]) -> tuple[LaneNote, ...]:
    """Return what is said of lanes that are out of sight.

    Where it would lie over a name, a sign says it alone; where even that would, the sign stands beyond the name.
    """
    notes: list[LaneNote] = []
    for note in _scroll_notes(lanes, translator):
        sign = _signed_only(lanes, note)
        places = note, sign, _beyond_name(lanes, sign)
        free = (place for place in places if not any(_covers(lanes, place, name) for name in names))
        notes.append(next(free, sign))
    return (*notes, *_hidden_note(lanes, translator))


def _covers(lanes: LaneFrame, note: LaneNote, name: Item) -> bool:
    """Tell whether a note lies over the words of a name."""
    style = name.detail
    if name.role != "lane-head" or not isinstance(style, TextStyle):
        return False
    width = lanes.surface.measurer.width_px(name.text, style.font, style.language)
    x = name.rect.right - width if style.align > 0 else name.rect.x
    # A sign alone may come as near as the air above and below the letters.
    air_px = 0.0 if note.shows_text else AIR_SHARE * name.rect.h
    words = Rect(x, name.rect.y + air_px, width, name.rect.h - 2 * air_px)
    return note.rect.intersects(words)


def _signed_only(lanes: LaneFrame, note: LaneNote) -> LaneNote:
    width = 2 * NOTE_PAD_PX + GLYPH_PX * lanes.unit
    x = note.rect.right - width if lanes.surface.mirrored else note.rect.x
    return note._replace(rect=note.rect._replace(x=x, w=width), shows_text=False)


def _beyond_name(lanes: LaneFrame, note: LaneNote) -> LaneNote:
    """Put a note where the lanes begin instead of where their names do; without a column it stands there already."""
    area, width = lanes.frame.lanes, note.rect.w
    x = area.right - width if lanes.surface.mirrored else area.x
    return note._replace(rect=note.rect._replace(x=x)) if lanes.frame.heads.w else note


def _scroll_notes(lanes: LaneFrame, translator: Translator) -> list[LaneNote]:
    layout, room = lanes.layout, lanes.scrolled
    moving = [lane for lane in layout.order if not layout.boxes[lane].is_pinned]
    below_px = layout.content_height_px - lanes.scroll_px - lanes.frame.lanes.h
    notes: list[LaneNote] = []
    if lanes.scroll_px > LEAST_MORE_PX:
        count = sum(1 for lane in moving if lanes.ground(lane).centre.y < room.y)
        text = translator.say("lanes.more", count=count) if count else ""
        notes.append(LaneNote("above", _scroll_rect(lanes, text, translator.language, room.y), text))
    if below_px > LEAST_MORE_PX:
        count = sum(1 for lane in moving if lanes.ground(lane).centre.y > room.bottom)
        text = translator.say("lanes.more", count=count) if count else ""
        height = note_height_px(lanes.surface)
        rect = _scroll_rect(lanes, text, translator.language, room.bottom - height)
        notes.append(LaneNote("below", rect, text))
    return notes


def _scroll_rect(lanes: LaneFrame, text: str, language: str, y: float) -> Rect:
    """Return the place of a note at the outer edge, away from where the names end."""
    heads, area = lanes.frame.heads, lanes.frame.lanes
    outer = lanes.beside_rule(heads._replace(y=y)) if heads.w else area
    width = min(_note_width_px(lanes, text, language), outer.w)
    x = outer.right - width if lanes.surface.mirrored else outer.x
    return Rect(x, y, width, note_height_px(lanes.surface))


def _note_width_px(lanes: LaneFrame, text: str, language: str) -> float:
    words_px = lanes.surface.measurer.width_px(text, NOTE_FONT, language) + NOTE_PAD_PX if text else 0.0
    return words_px + 2 * NOTE_PAD_PX + GLYPH_PX * lanes.unit


def _hidden_note(lanes: LaneFrame, translator: Translator) -> list[LaneNote]:
    """Return the line on hidden lanes: over the names, where the eras or the years have their row."""
    text = hidden_in_words(lanes.choice, translator)
    if not text:
        return []
    frame, height = lanes.frame, note_height_px(lanes.surface)
    if frame.heads.w:
        row = frame.eras if frame.eras.h else frame.axis
        rect = lanes.beside_rule(Rect(frame.heads.x, max(row.bottom - height, 0.0), frame.heads.w, height))
        return [LaneNote("hidden", rect, text)]
    width = min(_note_width_px(lanes, text, translator.language), frame.lanes.w)
    x = frame.lanes.x if lanes.surface.mirrored else frame.lanes.right - width
    return [LaneNote("hidden", Rect(x, frame.lanes.bottom - height, width, height), text)]


_SIGNS = {"above": "chevron-up", "below": "chevron-down", "hidden": "eye-off"}


def _note_items(lanes: LaneFrame, note: LaneNote, language: str) -> list[Item]:
    target = Target(TargetKind.LANES, 0, -1, note.part)
    is_mirrored, ground = lanes.surface.mirrored, note.rect
    glyph, pad = GLYPH_PX * lanes.unit, NOTE_PAD_PX
    # The line on hidden lanes ends where the names end; the others begin at the outer edge.
    ends_inside = (note.part == "hidden" and bool(lanes.frame.heads.w)) != is_mirrored
    glyph_x = ground.right - pad - glyph if ends_inside else ground.x + pad
    room_px = max(ground.w - glyph - 3 * pad, 1.0)
    words_x = ground.x + pad if ends_inside else ground.right - pad - room_px
    text = fitting(note.text, language, NOTE_FONT, room_px, lanes.surface.measurer)
    style = TextStyle(NOTE_FONT, language, 1 if ends_inside else -1)
    icon = Rect(glyph_x, ground.centre.y - glyph / 2, glyph, glyph)
    words = Rect(words_x, ground.y, room_px, ground.h)
    items = [
        Item(Kind.BAND, "lanes-note-ground", Layer.OVERLAY, ground, target),
        Item(Kind.ICON, "lanes-note", Layer.OVERLAY, icon, target, _SIGNS[note.part]),
    ]
    if text and note.shows_text:
        items.append(Item(Kind.LABEL, "lanes-note", Layer.OVERLAY, words, target, text, detail=style))
    if note.part == "hidden" and lanes.marks.has_ring and lanes.marks.focused == HIDDEN_LINE:
        items.append(_ring(ground, target))
    return items
