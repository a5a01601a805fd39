# SPDX-License-Identifier: MIT
"""The tray of undated events as items: the strip with its count, and when it is open a cell for each event."""

from __future__ import annotations

from typing import Final

from timeline_app.base.geometry import Rect
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.items import (
    DotShape,
    Emphasis,
    Item,
    Kind,
    Layer,
    Target,
    TargetKind,
    TextStyle,
)
from timeline_app.scene.mirror import mirrored
from timeline_app.scene.tray import DOT_PX, PAD_PX, Tray, TrayCell

RING_INSET_PX: Final = 4.0
CARD_INSET_PX: Final = 3.0
DATE_GAP_PX: Final = 8.0

_GROUND: Final = Target(TargetKind.TRAY, 0, -1, "ground")
_HANDLE: Final = Target(TargetKind.TRAY, 0, -1, "handle")
_MORE: Final = Target(TargetKind.TRAY, 0, -1, "more")


def tray_items(tray: Tray, highlight: Highlight) -> list[Item]:
    """Return the tray as it is drawn, over everything else."""
    line = tray.rect._replace(h=1.0)
    items = [
        Item(Kind.BAND, "tray-ground", Layer.OVERLAY, tray.rect, _GROUND),
        Item(Kind.LINE, "tray-line", Layer.OVERLAY, line, _GROUND),
        *_handle_items(tray),
    ]
    for cell in tray.cells:
        items.extend(_cell_items(cell, tray, highlight))
    if tray.more is not None:
        items.extend(_text_items(tray.more, "tray-more", tray.more_label, tray.language, _MORE))
    if highlight.is_at_tray:
        ring = tray.handle.grown(-RING_INSET_PX)
        items.append(Item(Kind.RING, "focus-ring", Layer.OVERLAY, ring, _HANDLE))
    return [mirrored(item, tray.rect) for item in items] if tray.surface.mirrored else items


def _handle_items(tray: Tray) -> list[Item]:
    """Return the count, beside it in the folded tray the first titles; all of the folded strip opens it."""
    handle = tray.handle
    ground = handle if tray.is_open else tray.rect
    inner = ground._replace(y=ground.y + 1.0, h=ground.h - 1.0)
    items = [Item(Kind.BAND, "tray-ground", Layer.OVERLAY, inner, _HANDLE)]
    align = 1 if tray.is_in_column else -1
    items.extend(_text_items(handle, "tray-label", tray.label, tray.language, _HANDLE, align))
    if tray.preview:
        rest = Rect(handle.right, handle.y, tray.rect.right - handle.right, handle.h)
        items.extend(_text_items(rest, "tray-preview", tray.preview, tray.language, _HANDLE))
    return items


_FONTS: Final = {"tray-label": "lane-head", "tray-preview": "label-date", "tray-more": "label-strong"}


def _text_items(
    place: Rect, role: str, text: str, language: str, target: Target, align: int = -1
) -> list[Item]:
    """Return a text on a ground that takes the pointer everywhere in its place."""
    words = Rect(place.x + PAD_PX, place.y, place.w - 2 * PAD_PX, place.h)
    style = TextStyle(_FONTS[role], language, align)
    label = Item(Kind.LABEL, role, Layer.OVERLAY, words, target, text, detail=style)
    return [label] if role != "tray-more" else [_ground(place, target), label]


def _ground(place: Rect, target: Target) -> Item:
    inner = place._replace(y=place.y + 1.0, h=place.h - 1.0)
    return Item(Kind.BAND, "tray-ground", Layer.OVERLAY, inner, target)


def _cell_items(cell: TrayCell, tray: Tray, highlight: Highlight) -> list[Item]:
    """Return one event: a hollow dot in its lane's colour, its title and whatever is known of its date."""
    target = Target(TargetKind.UNDATED, cell.ordinal, cell.lane)
    is_selected = cell.ordinal in highlight.selected
    hovered = highlight.hovered
    is_hovered = hovered is not None and hovered[:2] == (TargetKind.UNDATED, cell.ordinal)
    emphasis = (Emphasis.SELECTED if is_selected else Emphasis.NONE) | (
        Emphasis.HOVERED if is_hovered else Emphasis.NONE
    )
    items = [_ground(cell.rect, target)]
    if is_selected or is_hovered:
        role = "tray-card" if is_selected else "hover-ring"
        card = cell.rect.grown(-CARD_INSET_PX)
        items.append(Item(Kind.CARD, role, Layer.OVERLAY, card, target, "", cell.colour, emphasis))
    middle_y, x = cell.rect.centre.y, cell.rect.x + PAD_PX
    radius_px = DOT_PX * tray.surface.text_scale
    dot = Rect(x, middle_y - radius_px, 2 * radius_px, 2 * radius_px)
    shape = DotShape(radius_px, hollow=True)
    items.append(Item(Kind.DOT, "event-dot", Layer.OVERLAY, dot, target, "", cell.colour, emphasis, shape))
    words_x = dot.right + PAD_PX / 2
    measurer = tray.surface.measurer
    title = Rect(words_x, cell.rect.y, measurer.width_px(cell.title, "label", cell.language), cell.rect.h)
    style = TextStyle("label", cell.language)
    items.append(
        Item(
            Kind.LABEL, "event-label", Layer.OVERLAY, title, target, cell.title, cell.colour, emphasis, style
        )
    )
    if cell.date:
        width = measurer.width_px(cell.date, "label-date", tray.language)
        date = Rect(title.right + DATE_GAP_PX, cell.rect.y, width, cell.rect.h)
        style = TextStyle("label-date", tray.language)
        items.append(
            Item(Kind.LABEL, "event-date", Layer.OVERLAY, date, target, cell.date, "", emphasis, style)
        )
    focused = highlight.focused
    if focused is not None and focused.index == cell.ordinal:
        ring = cell.rect.grown(-RING_INSET_PX)
        ring_target = target._replace(part="focus")
        items.append(Item(Kind.RING, "focus-ring", Layer.OVERLAY, ring, ring_target, "", cell.colour))
    return items
