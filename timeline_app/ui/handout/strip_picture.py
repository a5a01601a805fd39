# SPDX-License-Identifier: MIT
"""The stretch of the timeline at a stop, drawn by the canvas's own painter in black, white and greys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from timeline_app.base.geometry import Rect, Size
from timeline_app.base.messages import Translator
from timeline_app.model.lane_state import LaneState
from timeline_app.model.showing import Showing
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.items import Emphasis, Item, Kind, Scene, TargetKind
from timeline_app.scene.stage import Stage
from timeline_app.scene.surface import Surface
from timeline_app.scene.view import View
from timeline_app.state.handout import Strip
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.theme import Theme

LEFT_OUT: Final = frozenset(
    {
        "badge",
        "density",
        "focus-ring",
        "ghost",
        "ghost-line",
        "hover-ring",
        "lane-sign",
        "lanes-note",
        "lanes-note-ground",
        "link",
        "link-judgement",
        "link-pointer",
        "seal",
        "sign",
        "silence",
        "silence-ground",
        "silence-sparse",
        "silence-word",
        "strip-ground",
        "strip-mark",
    }
)
"""What leads somewhere, counts what is not named, or is explained by a legend that is not on the page."""
BLANK: Final = ("axis-", "grid-", "canvas-ground", "heads-ground")
"""What roles begin with that are left of a stretch to be written on."""
LANE_PX: Final = 78.0
"""A lane wants so much height to be read."""
MOST_LANES: Final = 3

GREYS: Final = {
    "mark": "#2B2B2B",
    "text": "#000000",
    "ground": "#FFFFFF",
    "bar": "#DADADA",
    "bar-strong": "#B8B8B8",
}
TOKENS: Final = {
    "paper": "#FFFFFF",
    "card": "#FFFFFF",
    "ink": "#000000",
    "ink-second": "#333333",
    "ink-date": "#333333",
    "ink-faint": "#6B6B6B",
    "hairline-strong": "#8C8C8C",
    "grid": "#D5D5D5",
    "era": "#FFFFFF",
    "era-alternate": "#F3F3F3",
    "era-text": "#333333",
    "era-edge": "#8C8C8C",
    "silence": "#6B6B6B",
    "badge": "#FFFFFF",
    "badge-text": "#000000",
    "accent": "#000000",
    "on-accent": "#FFFFFF",
    "shadow": "#00000000",
}


def print_theme(theme: Theme) -> Theme:
    """Return a theme in black, white and greys; nothing in it is told by a colour."""
    roles = {name: replace(style, shadow=False) for name, style in theme.roles.items()}
    return replace(
        theme,
        tokens=MappingProxyType({**theme.tokens, **TOKENS}),
        lanes=MappingProxyType({lane: MappingProxyType(GREYS) for lane in theme.lanes}),
        roles=MappingProxyType(roles),
    )


def strip_scene(strip: Strip, size: Size, translator: Translator, measurer: QtMeasurer) -> Scene:
    """Return the scene of a strip: the lanes of its event, and those of what it is connected with, as room allows."""
    showing = strip.showing
    ordinal = showing.ordinal(strip.event_id) if strip.event_id is not None else None
    stage = Stage(translator)
    most = max(1, min(MOST_LANES, int(size.h // LANE_PX)))
    lanes = LaneState(hidden=_hidden_lanes(showing, ordinal, most))
    stage.fit(showing, Surface(size, measurer, measurer.text_scale), 0.0, lanes=lanes)
    stage.finish()
    view = View.between(*map(int, strip.view)) if strip.view is not None else _around(stage, ordinal)
    scene = stage.scene(view, Highlight((ordinal,) if ordinal is not None else ()))
    if strip.is_blank:
        blank = [item for item in scene.items if item.role.startswith(BLANK)]
        return replace(scene, items=tuple(_named(blank, size)))
    kept = [item for item in scene.items if item.role not in LEFT_OUT and item.kind is not Kind.ICON]
    return replace(scene, items=tuple(_plain(item) for item in _named(kept, size)))


def _named(items: Sequence[Item], size: Size) -> list[Item]:
    """Return the items without words that are cut, and without events that have lost their name with them."""
    cards = [item for item in items if item.role == "event-card"]
    kept = [item for item in items if item.kind is not Kind.LABEL or not _is_cut(item, size, cards)]
    named = {_event(item) for item in kept if item.role == "event-label"}
    named.update(map(_event, cards))
    return [item for item in kept if _event(item) is None or _event(item) in named]


def _event(item: Item) -> int | None:
    """Return the ordinal of the event that an item stands for, None where it stands for none."""
    target = item.target
    return target.index if target is not None and target.kind is TargetKind.EVENT else None


def _around(stage: Stage, ordinal: int | None) -> View:
    found = stage.view_around((ordinal,)) if ordinal is not None else None
    return found if found is not None else stage.whole_view()


def _hidden_lanes(showing: Showing, ordinal: int | None, most: int) -> frozenset[str]:
    if ordinal is None:
        return frozenset()
    connected = (showing.head(link.ordinal).lanes for link in showing.connections(ordinal))
    wanted = dict.fromkeys((*showing.head(ordinal).lanes, *(lane for lanes in connected for lane in lanes)))
    kept = set(list(wanted)[:most])
    for lane in tuple(kept):
        parent = showing.lanes[lane].parent
        while parent is not None:
            kept.add(parent)
            parent = showing.lanes[parent].parent
    return frozenset(lane.id for lane in showing.lanes if lane.index not in kept)


def _is_cut(label: Item, size: Size, cards: Sequence[Item]) -> bool:
    """Tell whether an edge or another event's card cuts through words, which nobody can bring into sight."""
    if label.rect.x < 0.0 or label.rect.right > size.w:
        return True
    of = _event(label)
    return of is not None and any(_event(card) != of and _meet(card.rect, label.rect) for card in cards)


def _meet(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _plain(item: Item) -> Item:
    """Return an item that is not dimmed: on paper all is to be read."""
    return item._replace(emphasis=item.emphasis & ~Emphasis.DIMMED) if item.emphasis else item
