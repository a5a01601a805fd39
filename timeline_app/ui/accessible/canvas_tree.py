# SPDX-License-Identifier: MIT
"""The canvas for screen readers: lane → event in view, kept in step with every settled view."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QAccessibleValueChangeEvent
from PySide6.QtWidgets import QAccessibleWidget

from timeline_app.base.geometry import Rect
from timeline_app.scene.outline import OutlinedLane, OutlineWords, outline
from timeline_app.scene.view import MIN_SPAN_S
from timeline_app.ui.accessible.canvas_items import (
    EventItem,
    FoldedItem,
    LaneItem,
    TreeItem,
    item_at,
    place_of,
)
from timeline_app.ui.accessible.pointers import Number, pointer_from, pointer_of
from timeline_app.ui.canvas.widget import CanvasWidget

ZOOM_STEP: Final = 0.5
"""Zoom is counted in doublings; a step is half of one."""


class CanvasTree:
    """The items of one canvas, made when somebody asks and kept by lane and event id."""

    def __init__(self, canvas: CanvasWidget) -> None:
        self.canvas: Final = canvas
        self.words: Final = OutlineWords(canvas.stage, canvas.translator)
        self._lanes: list[LaneItem] = []
        self._events: dict[tuple[int, str], EventItem] = {}
        self._folded: dict[int, FoldedItem] = {}
        self._is_stale = True

    @property
    def root(self) -> QAccessibleInterface | None:
        """The canvas's own interface."""
        return QAccessible.queryAccessibleInterface(self.canvas)

    @property
    def shown_area(self) -> Rect:
        """The part of the canvas in which events are seen."""
        scene = self.canvas.scene
        return scene.lanes_rect if scene is not None else Rect(0.0, 0.0, 0.0, 0.0)

    @property
    def lanes(self) -> Sequence[LaneItem]:
        """The lanes, brought up to date if the view has settled since."""
        if self._is_stale:
            self.refresh()
        return self._lanes

    def outdate(self) -> None:
        """Note that the next question wants a fresh answer."""
        self._is_stale = True

    def ordinal(self, event_id: str) -> int | None:
        """Return an event's ordinal."""
        showing = self.canvas.showing
        return showing.ordinal(event_id) if showing is not None else None

    def event_item(self, event_id: str | None) -> EventItem | None:
        """Return the item of an event that is in view."""
        for lane in self.lanes:
            for item in lane.below:
                if isinstance(item, EventItem) and item.event_id == event_id:
                    return item
        return None

    def focus(self, event_id: str) -> None:
        """Put the keyboard at an event."""
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.canvas.focus_event(event_id)

    def refresh(self) -> bool:
        """Bring the tree up to date; tell whether anything has come or gone."""
        self._is_stale = False
        view, scene = self.canvas.displayed_view, self.canvas.scene
        if view is None or scene is None:
            return self._drop_all()
        outlined = outline(self.canvas.stage, view, scene)
        changed = len(self._lanes) != len(outlined)
        if len(self._lanes) > len(outlined):
            self._drop_all()
        while len(self._lanes) < len(outlined):
            self._lanes.append(LaneItem(self, len(self._lanes)))
        for lane_item, lane in zip(self._lanes, outlined, strict=True):
            changed |= self._fill(lane_item, lane)
        self._drop_gone()
        return changed

    def close(self) -> None:
        """Let all items go: the canvas is going too."""
        self._drop_all()

    def _fill(self, lane_item: LaneItem, lane: OutlinedLane) -> bool:
        lane_item.area = lane.rect
        items: list[TreeItem] = []
        for event in lane.events:
            key = (lane.lane, self.canvas.event_id(event.ordinal))
            item = self._events.get(key)
            if item is None:
                item = self._events[key] = EventItem(self, lane_item, key[1])
            item.area = event.rect
            items.append(item)
        if lane.folded:
            folded = self._folded.get(lane.lane) or FoldedItem(self, lane_item)
            self._folded[lane.lane] = folded
            folded.count, folded.area = lane.folded, lane.rect
            items.append(folded)
        return lane_item.hold(items)

    def _drop_gone(self) -> None:
        """Let go of the events that have left the view."""
        kept = {item.unique_id for lane in self._lanes for item in lane.below}
        for key in [key for key, item in self._events.items() if item.unique_id not in kept]:
            _delete(self._events.pop(key))
        for lane in [lane for lane, item in self._folded.items() if item.unique_id not in kept]:
            _delete(self._folded.pop(lane))

    def _drop_all(self) -> bool:
        items = [*self._events.values(), *self._folded.values(), *self._lanes]
        for lane in self._lanes:
            lane.hold(())
        for item in items:
            _delete(item)
        self._events.clear()
        self._folded.clear()
        self._lanes.clear()
        return bool(items)


def _delete(item: TreeItem) -> None:
    # Qt's table first: the Python object must still be there when it lets go of it.
    QAccessible.deleteAccessibleInterface(item.unique_id)


class CanvasRoot(QAccessibleWidget):
    """The canvas itself: a list named with the exhibit and the range in view; its value is the zoom."""

    def __init__(self, canvas: CanvasWidget) -> None:
        super().__init__(canvas, QAccessible.Role.List, "")
        self.tree = CanvasTree(canvas)
        self._canvas = canvas
        self._zoom = Number(self._zoom_now, self._zoom_to, self._zoom_bounds, ZOOM_STEP)
        self._told_selection: frozenset[str] = frozenset(canvas.selected_ids)
        self._told_focus: str | None = None
        canvas.replaced.connect(self.tree.outdate)
        canvas.settled.connect(self._on_settled)
        canvas.selection_shown.connect(self._on_selection)
        canvas.focus_moved.connect(self._tell_focus)
        canvas.destroyed.connect(self.tree.close)

    # -- Qt's questions ---------------------------------------------------------------------------

    def text(self, kind: QAccessible.Text) -> str:
        """Qt's: the name says what is in view, the description what further calendars call it."""
        view = self._canvas.displayed_view
        if view is not None and self._canvas.showing is not None:
            if kind is QAccessible.Text.Name:
                return self.tree.words.canvas(view)
            if kind is QAccessible.Text.Description:
                return self.tree.words.calendars(view)
        return super().text(kind)

    def state(self) -> QAccessible.State:
        """Qt's: several events can be selected."""
        state = super().state()
        state.multiSelectable = state.focusable = True
        return state

    def childCount(self) -> int:
        """Qt's: the lanes."""
        return len(self.tree.lanes)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Qt's: one lane."""
        lanes = self.tree.lanes
        return lanes[index] if 0 <= index < len(lanes) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Qt's: the event or lane at a point of the screen."""
        return item_at(self.tree.lanes, x, y)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Qt's: the place of a lane."""
        return place_of(child, self.tree.lanes)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Qt's: the event that the keyboard is at."""
        return self.tree.event_item(self._canvas.focused_id) if self._canvas.hasFocus() else None

    def interface_cast(self, kind: QAccessible.InterfaceType) -> shiboken6.VoidPtr:  # type: ignore[override]
        """Qt's: the zoom is its value."""
        if kind is QAccessible.InterfaceType.ValueInterface and self._canvas.hand.is_ready:
            return pointer_of(self._zoom)
        return pointer_from(super().interface_cast(kind))

    # -- zoom -------------------------------------------------------------------------------------

    def _zoom_now(self) -> float:
        hand = self._canvas.hand
        return round(math.log2(hand.limits.widest_span_s / hand.target.span_s), 2)

    def _zoom_bounds(self) -> tuple[float, float]:
        return 0.0, round(math.log2(max(self._canvas.hand.limits.widest_span_s / MIN_SPAN_S, 1.0)), 2)

    def _zoom_to(self, doublings: float) -> None:
        hand = self._canvas.hand
        hand.begin()
        span_s = hand.limits.widest_span_s / 2.0**doublings
        hand.zoom_to(hand.target.anchor_at(0.5), span_s)

    # -- telling ----------------------------------------------------------------------------------

    def _on_settled(self) -> None:
        self.tree.outdate()
        if not QAccessible.isActive():
            return
        changed = self.tree.refresh()
        _tell(QAccessibleEvent(self._canvas, QAccessible.Event.NameChanged))
        if changed:
            _tell(QAccessibleEvent(self._canvas, QAccessible.Event.ObjectReorder))
        if self._canvas.hand.is_ready:
            _tell(QAccessibleValueChangeEvent(self._canvas, self._zoom_now()))
        self._tell_focus()

    def _on_selection(self) -> None:
        before, self._told_selection = self._told_selection, frozenset(self._canvas.selected_ids)
        if not QAccessible.isActive():
            return
        several = len(self._told_selection) > 1
        added = QAccessible.Event.SelectionAdd if several else QAccessible.Event.Selection
        for event_id in before ^ self._told_selection:
            item = self.tree.event_item(event_id)
            if item is not None:
                gone = event_id in before
                _tell(QAccessibleEvent(item, QAccessible.Event.SelectionRemove if gone else added))
        self._tell_focus()

    def _tell_focus(self) -> None:
        """Tell of the focus once: again only after it has been elsewhere."""
        focused = self._canvas.focused_id if self._canvas.hasFocus() else None
        if focused == self._told_focus:
            return
        item = self.tree.event_item(focused) if focused is not None and QAccessible.isActive() else None
        if item is not None:
            _tell(QAccessibleEvent(item, QAccessible.Event.Focus))
        if item is not None or focused is None:
            self._told_focus = focused


def _tell(event: QAccessibleEvent) -> None:
    QAccessible.updateAccessibility(event)
