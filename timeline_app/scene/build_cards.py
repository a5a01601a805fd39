# SPDX-License-Identifier: MIT
"""The raised card of a selected event."""

from __future__ import annotations

from timeline_app.base.geometry import Point, Rect
from timeline_app.scene.build_events import label_items, label_x_px, slots_of
from timeline_app.scene.build_strip import LEAST_HEIGHT_PX
from timeline_app.scene.event_frame import EventFrame, row_rect, strip_rect
from timeline_app.scene.event_marks import DOT_BELOW_PX, WIDE_BAR_PX, Slot
from timeline_app.scene.items import DotShape, Emphasis, Item, Kind, Layer, Target, TargetKind
from timeline_app.scene.labels import LEAD_PX, LabelText
from timeline_app.scene.placement import NO_ROW
from timeline_app.scene.seals import beside_mark
from timeline_app.scene.standings import covered
from timeline_app.scene.traits import SetShape

CARD_PAD_PX = 12.0
CARD_INSET_PX = 1.0
CARD_DOT_PX = 5.0
DOT_INSET_PX = 9.5
"""From a card's edge to its mark."""
CARD_LEAD_PX = DOT_INSET_PX + LEAD_PX - DOT_BELOW_PX / 2
"""From a card's edge to its words: its mark stands where the event's dot stood, its words where they were."""
EDGE_AIR_PX = 6.0


def slot_of_event(frame: EventFrame, ordinal: int) -> Slot | None:
    """Return where an event falls under its first lane; None if it has no place in time."""
    return next(iter(slots_of(frame, frame.index.entries_of(ordinal)[:1])), None)


def anchor_of(frame: EventFrame, ordinal: int) -> Point | None:
    """Return where links meet an event, in its row or in its lane's strip.

    That is the middle of a dot and the start of a bar: where its words begin, after the doubt of the start.
    """
    slot = slot_of_event(frame, ordinal)
    if slot is None:
        return None
    row = int(frame.placement.row[slot.entry])
    if is_named(frame, slot):
        y = row_rect(frame, slot.lane, row).centre.y
    else:
        # Marks stand on the strip's foot.
        y = strip_rect(frame, slot.lane).bottom - LEAST_HEIGHT_PX / 2
    middle = (slot.left + slot.right) / 2
    begins = slot.left if frame.traits.of(ordinal).shape is SetShape.SPREAD else slot.anchor
    x = middle if slot.is_dot else min(begins + 4.0, max(middle, begins))
    # Of what is scrolled under the lanes that stay a link ends at their edge.
    layout = frame.placement.layout
    is_free = layout.boxes[slot.lane].is_pinned
    return Point(x, y if is_free else max(y, frame.area.y + layout.pinned_px))


def is_named(frame: EventFrame, slot: Slot) -> bool:
    """Tell whether an event stands in a row of its lane, and not in its strip."""
    placement = frame.placement
    has_row = int(placement.row[slot.entry]) != NO_ROW
    return has_row and bool(placement.threshold[slot.entry] >= frame.scale.seconds_per_px)


def card_items(frame: EventFrame, ordinal: int, role: str = "event-card") -> list[Item]:
    """Return the raised card with mark, title and date of an event, over whatever lies there.

    At the window's end the card of a dot or narrow bar turns round, so that its mark stays at its date.
    """
    slot = slot_of_event(frame, ordinal)
    if slot is None or slot.right < frame.area.x or slot.left > frame.area.right:
        return []
    row = int(frame.placement.row[slot.entry])
    last_row = frame.placement.layout.boxes[slot.lane].rows - 1
    place = row_rect(frame, slot.lane, row if row != NO_ROW else last_row)
    label = frame.labels.full(ordinal)
    lead_px, pad_px = CARD_LEAD_PX * frame.unit, CARD_PAD_PX * frame.unit
    width = lead_px + label.width_px + pad_px
    least, most = frame.area.x + EDGE_AIR_PX, frame.area.right - width - EDGE_AIR_PX
    wanted = label_x_px(frame, slot, label) - lead_px
    turned = (slot.left + slot.right) / 2 + DOT_INSET_PX * frame.unit - width
    is_narrow = slot.right - slot.left < WIDE_BAR_PX * frame.unit
    is_turned = is_narrow and wanted > most and turned >= least
    left = min(turned, most) if is_turned else max(min(wanted, most), least)
    words_x = left + (pad_px if is_turned else lead_px)
    return _card(
        frame, slot, Rect(left, place.y, width, place.h), (label, words_x), role, is_turned=is_turned
    )


def frame_items(frame: EventFrame, ordinal: int) -> list[Item]:
    """Return the card of one event among several: no larger than its label, so that no card hides another.

    An event without a label has none; its mark alone stands out.
    """
    slot = slot_of_event(frame, ordinal)
    if slot is None or not is_named(frame, slot):
        return []
    label = frame.labels.label(ordinal)
    words_x = label_x_px(frame, slot, label)
    left = words_x - CARD_LEAD_PX * frame.unit
    width = words_x + label.width_px + CARD_PAD_PX * frame.unit - left
    if left + width < frame.area.x or left > frame.area.right:
        return []
    inward_px = max(frame.area.x + EDGE_AIR_PX - left, 0.0)
    if slot.right < left + inward_px + width:
        # Beyond a bar's own end others may stand: what leaves the window leaves it, mark first.
        inward_px = 0.0
    row = row_rect(frame, slot.lane, int(frame.placement.row[slot.entry]))
    place = Rect(left + inward_px, row.y, width, row.h)
    return _card(frame, slot, place, (label, words_x + inward_px), "event-card")


def _card(
    frame: EventFrame,
    slot: Slot,
    place: Rect,
    words: tuple[LabelText, float],
    role: str,
    *,
    is_turned: bool = False,
) -> list[Item]:
    card = Rect(place.x, place.y + CARD_INSET_PX, place.w, place.h - 2 * CARD_INSET_PX)
    inset_px = DOT_INSET_PX * frame.unit
    dot_x = card.right - inset_px if is_turned else card.x + inset_px
    target = Target(TargetKind.EVENT, slot.ordinal, slot.lane, "card")
    colour = frame.showing.lanes[slot.lane].colour
    label, words_x = words
    dot = _card_dot(frame, slot, Point(dot_x, card.centre.y), colour)
    return [
        Item(Kind.CARD, role, Layer.CARD, card, target, "", colour, Emphasis.SELECTED),
        covered(dot, frame.standings.standing(slot.ordinal)),
        *label_items(label, words_x, place, slot, Emphasis.SELECTED, Layer.RAISED),
        *beside_mark(frame, slot.ordinal, slot.lane, place, words_x, Emphasis.SELECTED, Layer.RAISED),
    ]


def _card_dot(frame: EventFrame, slot: Slot, at: Point, colour: str) -> Item:
    """Return the event's dot within the card; it stands for a bar too."""
    radius = CARD_DOT_PX * frame.unit
    rect = Rect(at.x - radius, at.y - radius, 2 * radius, 2 * radius)
    traits = frame.traits.of(slot.ordinal)
    shape = DotShape(radius, traits.is_hollow or traits.is_choice, soft=traits.is_soft)
    target = Target(TargetKind.EVENT, slot.ordinal, slot.lane, "card-mark")
    return Item(Kind.DOT, "event-dot", Layer.RAISED, rect, target, "", colour, Emphasis.SELECTED, shape)
