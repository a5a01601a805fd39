# SPDX-License-Identifier: MIT
"""`build_scene`: the timeline as a pure function of index, lens, view, placement and surface."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Translator
from timeline_app.chrono.calendars.calendar import Calendar
from timeline_app.model.showing import Showing
from timeline_app.scene.arc_room import room_of
from timeline_app.scene.arrival import Arrival
from timeline_app.scene.badges import badge_items
from timeline_app.scene.build_axis import axis_items, era_items
from timeline_app.scene.build_breaks import axis_breaks, lane_breaks
from timeline_app.scene.build_calendars import own_rows, row_names
from timeline_app.scene.build_cards import card_items, frame_items
from timeline_app.scene.build_chain import step_items
from timeline_app.scene.build_cursor import cursor_items
from timeline_app.scene.build_events import EventItems, event_items
from timeline_app.scene.build_ghosts import ghost_items
from timeline_app.scene.build_heads import head_items, notes_of
from timeline_app.scene.build_lanes import lane_ground_items
from timeline_app.scene.build_links import MOST_LINKS, edges_of, link_items
from timeline_app.scene.build_silences import silence_items
from timeline_app.scene.build_tray import tray_items
from timeline_app.scene.canvas_frame import CanvasFrame
from timeline_app.scene.event_frame import EventFrame
from timeline_app.scene.highlight import Emphases, Highlight, HitMarks
from timeline_app.scene.hits import hit_items
from timeline_app.scene.index import EventIndex
from timeline_app.scene.items import (
    Item,
    Kind,
    LaneHead,
    LaneNote,
    Layer,
    Scene,
    Target,
    TargetKind,
    TextStyle,
)
from timeline_app.scene.labels import LabelBook
from timeline_app.scene.lane_choice import LaneChoice
from timeline_app.scene.lane_heads import LaneFrame, heads_of
from timeline_app.scene.lane_words import as_shown
from timeline_app.scene.link_pointers import PointerWords
from timeline_app.scene.mirror import mirrored
from timeline_app.scene.overlays import USUAL_OVERLAYS, Overlays
from timeline_app.scene.placement import Placement
from timeline_app.scene.silences import Silences
from timeline_app.scene.standings import StandingBook
from timeline_app.scene.surface import Surface
from timeline_app.scene.time_fold import TimeFold
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.traits import TraitBook
from timeline_app.scene.tray import Tray
from timeline_app.scene.view import View

RING_PX = 4.0
LAYER_AT = Item._fields.index("layer")


def build_scene(
    index: EventIndex,
    showing: Showing,
    view: View,
    placement: Placement,
    surface: Surface,
    *,
    frame: CanvasFrame,
    labels: LabelBook,
    traits: TraitBook,
    standings: StandingBook,
    silences: Silences,
    translator: Translator,
    calendars: Sequence[Calendar] = (),
    highlight: Highlight | None = None,
    tray: Tray | None = None,
    choice: LaneChoice | None = None,
    fold: TimeFold | None = None,
    arrival: Arrival | None = None,
    overlays: Overlays = USUAL_OVERLAYS,
) -> Scene:
    """Build the picture of one view. Costs grow with pixels and rows, not with the document."""
    highlight = highlight or Highlight()
    scale = TimeScale(view, frame.lanes.x, frame.lanes.w, fold=fold)
    scroll_px = min(view.lane_scroll_px, max(placement.layout.content_height_px - frame.lanes.h, 0.0))
    events = EventFrame(
        index,
        showing,
        placement,
        labels,
        traits,
        standings,
        scale,
        frame.lanes,
        scroll_px,
        Emphases.of(highlight, showing),
        surface.text_scale,
        arrival,
        overlays,
    )
    choice = choice or LaneChoice.usual(showing.lanes)
    shown = as_shown(showing.lanes, choice, translator)
    lanes = LaneFrame(shown, placement.layout, choice, frame, surface, scroll_px, highlight.lanes)
    grounds = lane_ground_items(lanes)
    heads, notes = heads_of(lanes), notes_of(lanes, translator, grounds)
    ground = Item(Kind.BAND, "canvas-ground", Layer.GROUND, Rect(0.0, 0.0, *surface.size))
    items = [ground, *grounds, *head_items(lanes, heads, notes, translator.language)]
    of_events = event_items(events)
    in_time = _on_axis(events, frame, surface, translator, calendars)
    in_time.extend(_in_lanes(events, of_events, silences, frame, surface, translator, highlight.hits))
    in_time.extend(_raised(events, highlight, PointerWords(translator, surface.measurer, surface.mirrored)))
    items.extend((mirrored(item, frame.lanes) for item in in_time) if surface.mirrored else in_time)
    items.extend(row_names(frame, surface, translator, own_rows(calendars)))
    items.extend(_box_items(highlight))
    in_view = of_events.in_view
    if not of_events.named_count and not in_view.folded:
        items.append(_empty_note(lanes, showing, translator))
    items.extend(tray_items(tray, highlight) if tray is not None else ())
    items = _measured(items, events, frame, surface, translator)
    return _scene_of(items, lanes, heads, notes, in_view.folded)


def _measured(
    items: list[Item], events: EventFrame, frame: CanvasFrame, surface: Surface, translator: Translator
) -> list[Item]:
    """Return the items in the order of painting, with ruler and guess over them if there are any."""
    ruler, guess = events.overlays.ruler, events.overlays.guess
    if ruler is not None:
        # And with it the ruler's look: only where one measures.
        from timeline_app.scene.ruler_items import beside_flags, ruler_items

        drawn = replace(events.scale, mirrored=surface.mirrored)
        laid = ruler_items(ruler, drawn, frame, surface, translator.language)
        items = [*beside_flags(items, laid), *laid]
    if guess is not None:
        from timeline_app.scene.guess_items import guess_items
        from timeline_app.scene.ruler_items import beside_flags

        drawn = replace(events.scale, mirrored=surface.mirrored)
        put = guess_items(guess, drawn, frame, surface, translator.language)
        items = [*beside_flags(items, put), *put]
    items.sort(key=itemgetter(LAYER_AT))
    return items


def _on_axis(
    events: EventFrame,
    frame: CanvasFrame,
    surface: Surface,
    translator: Translator,
    calendars: Sequence[Calendar],
) -> list[Item]:
    """Return the axis, the curtain before what comes later, and the cursor that tells what was known."""
    scale, cursor, curtain = events.scale, events.showing.lens.known_at, events.showing.lens.curtain
    items = axis_items(scale, frame, surface, translator, calendars)
    if curtain is not None:
        # And with it the curtain's look: only where something is kept back.
        from timeline_app.scene.build_curtain import curtain_items

        items = curtain_items(curtain, scale, frame, surface, translator, items)
    return cursor_items(cursor, scale, frame, surface, translator, items)


def _scene_of(
    items: list[Item],
    lanes: LaneFrame,
    heads: tuple[LaneHead, ...],
    notes: tuple[LaneNote, ...],
    hidden_count: int,
) -> Scene:
    frame, layout = lanes.frame, lanes.layout
    return Scene(
        size=lanes.surface.size,
        items=tuple(items),
        lanes_rect=frame.lanes,
        axis_rect=frame.axis,
        heads_rect=frame.heads,
        hidden_count=hidden_count,
        content_height_px=layout.content_height_px,
        lane_heads=heads,
        lane_notes=notes,
        pinned=frozenset(lane for lane in layout.order if layout.boxes[lane].is_pinned),
        pinned_px=layout.pinned_px,
    )


def _in_lanes(
    events: EventFrame,
    of_events: EventItems,
    silences: Silences,
    frame: CanvasFrame,
    surface: Surface,
    translator: Translator,
    hits: HitMarks | None,
) -> list[Item]:
    """Return what stands in time below the axis: eras, silences, events, what was found, badges, and breaks."""
    items = era_items(events.scale, frame, surface, events.showing.eras)
    badges = badge_items(events, of_events.folding, surface.measurer, translator)
    if events.overlays.silences:
        strips = of_events.items
        items.extend(silence_items(events, silences, strips, badges, surface.measurer, translator))
    items.extend(of_events.items)
    items.extend(hit_items(events, of_events.items, hits))
    items.extend(badges)
    # After the bars, which it tears, and after the eras.
    items.extend(lane_breaks(events.scale, frame, surface, translator))
    items.extend(axis_breaks(events.scale, frame, surface, translator))
    return items


def _raised(frame: EventFrame, highlight: Highlight, words: PointerWords) -> list[Item]:
    """Return what lies over the plain picture: cards, links, ghosts, hover, focus."""
    raised = card_items if len(highlight.selected) == 1 else frame_items
    items = [item for ordinal in highlight.selected for item in raised(frame, ordinal)]
    items.extend(_links(frame, highlight, items, words))
    if highlight.selected:
        items.extend(ghost_items(frame, highlight.selected[-1], words.translator))
    hovered = highlight.hovered
    if hovered is not None and hovered.kind is TargetKind.EVENT and hovered.index not in highlight.selected:
        over = card_items(frame, hovered.index, "hover-ring")
        items.extend(item._replace(layer=Layer.OVERLAY) for item in over)
    focused = highlight.focused
    if focused is not None and focused.kind is TargetKind.EVENT:
        items.extend(_focus_ring(frame, items, focused))
    return items


def _links(frame: EventFrame, highlight: Highlight, cards: Sequence[Item], words: PointerWords) -> list[Item]:
    """Return the links of what is selected, or those of the chain that is followed with the numbers of its steps."""
    chain = highlight.chain
    edges = edges_of(frame, highlight.selected) if chain is None else chain.edges[:MOST_LINKS]
    if not edges and chain is None:
        return []
    room = room_of(frame, cards)
    items = link_items(room, edges, words)
    if chain is not None:
        here = highlight.selected[-1] if highlight.selected else -1
        items.extend(step_items(room, chain, here, words, items))
    return items


def _box_items(highlight: Highlight) -> list[Item]:
    """Return the box that is being drawn; it stands where the hand is, in no direction of time."""
    return [] if highlight.box is None else [Item(Kind.RING, "box", Layer.OVERLAY, highlight.box)]


def _focus_ring(frame: EventFrame, items: list[Item], focused: Target) -> list[Item]:
    cards = [
        item
        for item in items
        if item.kind is Kind.CARD and item.target and item.target.index == focused.index
    ]
    raised = cards or [item for item in card_items(frame, focused.index) if item.kind is Kind.CARD]
    target = Target(TargetKind.EVENT, focused.index, focused.lane, "focus")
    return [
        Item(Kind.RING, "focus-ring", Layer.OVERLAY, card.rect.grown(RING_PX), target, "", card.colour)
        for card in raised[:1]
    ]


def _empty_note(lanes: LaneFrame, showing: Showing, translator: Translator) -> Item:
    """Say so when nothing lies in the view, no lane is shown, or the filters leave nothing."""
    area, surface = lanes.frame.lanes, lanes.surface
    is_all_hidden = 0 < len(lanes.lanes) == lanes.choice.hidden_count
    is_filtered = not showing.lens.filters.is_empty or showing.lens.dates is not None
    key = "canvas.no-lanes" if is_all_hidden else "canvas.no-events"
    text = translator.say("filters.none-left" if is_filtered and not showing.event_count else key)
    width = surface.measurer.width_px(text, "label", translator.language)
    rect = Rect(area.centre.x - width / 2, area.centre.y - 20.0, width, 40.0)
    style = TextStyle("label", translator.language, 0)
    return Item(Kind.LABEL, "no-events", Layer.OVERLAY, rect, None, text, detail=style)
