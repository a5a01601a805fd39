# SPDX-License-Identifier: MIT
"""The canvas for screen readers: lane → event in view, kept in step with every settled view."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QAccessibleValueChangeEvent
from PySide6.QtWidgets import QAccessibleWidget

from timeline_app.base.geometry import Rect
from timeline_app.scene.badges import Badge
from timeline_app.scene.lane_marks import HIDDEN_LINE, NO_LANE
from timeline_app.scene.outline import OutlinedLane, OutlineWords, outline
from timeline_app.scene.tray import Tray
from timeline_app.scene.view import MIN_SPAN_S
from timeline_app.ui.accessible.break_items import BreakItems
from timeline_app.ui.accessible.canvas_items import (
    BadgeItem,
    EventItem,
    FoldedItem,
    HiddenLanesItem,
    LaneItem,
    TreeItem,
    item_at,
    place_of,
)
from timeline_app.ui.accessible.curtain_item import CurtainItems
from timeline_app.ui.accessible.evidence_items import EvidenceItems
from timeline_app.ui.accessible.pointers import Number, pointer_from, pointer_of
from timeline_app.ui.accessible.tray_items import TrayItem, TrayRestItem, UndatedItem
from timeline_app.ui.canvas.widget import CanvasWidget

_AT_TRAY: Final = "#tray"
"""Stands for the tray's handle among the ids of events, none of which looks like that."""

_AT_LANE: Final = "#lane-"
"""Stands for a lane's name, with its number."""

ZOOM_STEP: Final = 0.5
"""Zoom is counted in doublings; a step is half of one."""


class CanvasTree:
    """The items of one canvas, made when somebody asks and kept by lane and event id."""

    def __init__(self, canvas: CanvasWidget) -> None:
        self.canvas: Final = canvas
        self.words: Final = OutlineWords(canvas.stage, canvas.translator)
        self._lanes: list[LaneItem] = []
        self._hidden_lanes: HiddenLanesItem | None = None
        self._events: dict[tuple[int, str], EventItem] = {}
        self._folded: dict[int, FoldedItem] = {}
        self._badges: dict[Badge, BadgeItem] = {}
        self._breaks = BreakItems(self)
        self._curtain = CurtainItems(self)
        self._evidence = EvidenceItems(self)
        self._tray: TrayItem | None = None
        self._undated: dict[str, UndatedItem] = {}
        self._tray_rest: TrayRestItem | None = None
        self._numbers: dict[int, int] | None = None
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

    @property
    def items(self) -> Sequence[TreeItem]:
        """The lanes, after them the breaks and the curtain's edge in view, and the tray, if there is one."""
        lanes = self._lane_items  # Asked for first: that brings the others up to date too.
        tray = (self._tray,) if self._tray is not None else ()
        return [*lanes, *self._breaks, *self._curtain, *tray]

    @property
    def _lane_items(self) -> Sequence[TreeItem]:
        """The lanes, and the line on hidden ones after them."""
        lanes = self.lanes
        return [*lanes, self._hidden_lanes] if self._hidden_lanes is not None else lanes

    def outdate(self) -> None:
        """Note that the next question wants a fresh answer."""
        self._is_stale, self._numbers = True, None

    def told_apart(self, item: TreeItem) -> str:
        """Return an item's name, with a number where other events or lanes are called the same."""
        if self._numbers is None:
            events = [item for lane in self._lanes for item in lane.below if isinstance(item, EventItem)]
            self._numbers = _numbered([*self._lanes, *events, *self._undated.values()])
        number = self._numbers.get(item.unique_id)
        return self.words.numbered(item.name, number) if number is not None else item.name

    def ordinal(self, event_id: str) -> int | None:
        """Return an event's ordinal."""
        showing = self.canvas.showing
        return showing.ordinal(event_id) if showing is not None else None

    def event_item(self, event_id: str | None) -> EventItem | UndatedItem | None:
        """Return the item of an event that is in view, or in the open tray."""
        for lane in self.lanes:
            for item in lane.below:
                if isinstance(item, EventItem) and item.event_id == event_id:
                    return item
        return self._undated.get(event_id) if event_id is not None else None

    @property
    def tray_item(self) -> TrayItem | None:
        """The tray, if there is one."""
        return self.items[-1] if self._tray is not None and self.items[-1] is self._tray else None

    def focus_tray(self) -> None:
        """Put the keyboard at the handle of the tray."""
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.canvas.go_to_tray(is_there=True)

    def focus(self, event_id: str) -> None:
        """Put the keyboard at an event."""
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.canvas.focus_event(event_id)

    def refresh(self) -> bool:
        """Bring the tree up to date; tell whether anything has come or gone."""
        self._is_stale, self._numbers = False, None
        view, scene = self.canvas.displayed_view, self.canvas.scene
        if view is None or scene is None:
            return self._drop_all()
        outlined = outline(self.canvas.stage, view, scene, overlays=self.canvas.overlays)
        changed = self._order_lanes([lane.lane for lane in outlined])
        for lane_item, lane in zip(self._lanes, outlined, strict=True):
            changed |= self._fill(lane_item, lane)
        changed |= self._breaks.follow(self.canvas.stage.time_scale(view), scene)
        lens = self.canvas.stage.fitted.showing.lens
        changed |= self._curtain.follow(scene, has_curtain=lens.curtain is not None)
        changed |= self._fill_tray(self.canvas.stage.fitted.tray)
        self._drop_gone()
        return changed

    def _order_lanes(self, order: Sequence[int]) -> bool:
        """Have an item for each shown lane, as they stand, and one for the hidden ones; tell of any change."""
        before, had_hidden = self._lanes, self._hidden_lanes is not None
        kept = {item.lane: item for item in before}
        self._lanes = [kept.pop(lane) if lane in kept else LaneItem(self, lane) for lane in order]
        self._follow_hidden_lanes()
        for item in kept.values():
            item.hold(())
            _delete(item)
        return before != self._lanes or had_hidden is not (self._hidden_lanes is not None)

    def _follow_hidden_lanes(self) -> None:
        scene = self.canvas.scene
        note = next((note for note in scene.lane_notes if note.part == "hidden"), None) if scene else None
        if note is None:
            if self._hidden_lanes is not None:
                _delete(self._hidden_lanes)
            self._hidden_lanes = None
            return
        self._hidden_lanes = self._hidden_lanes or HiddenLanesItem(self)
        self._hidden_lanes.area = note.rect

    def lane_item(self, stop: int) -> TreeItem | None:
        """Return the item of a lane, or of the line on hidden ones."""
        lanes = self.lanes
        if stop == HIDDEN_LINE:
            return self._hidden_lanes
        return next((item for item in lanes if item.lane == stop), None)

    def focus_lane(self, stop: int) -> None:
        """Put the keyboard at a lane's name, or at the line on hidden ones."""
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.canvas.heads.go_to(stop)

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
        for shown in lane.badges:
            badge = self._badges.get(shown.badge)
            if badge is None:
                badge = self._badges[shown.badge] = BadgeItem(self, lane_item, shown.badge)
            badge.area = shown.rect
            items.append(badge)
        if lane.folded:
            folded = self._folded.get(lane.lane) or FoldedItem(self, lane_item)
            self._folded[lane.lane] = folded
            folded.count, folded.area = lane.folded, lane.rect
            items.append(folded)
        items.extend(self._evidence.of(lane_item, lane))
        return lane_item.hold(items)

    def _fill_tray(self, tray: Tray | None) -> bool:
        """Bring the tray in step with what is drawn; tell whether it is another one than before."""
        if tray is None:
            had_one = self._tray is not None
            self._drop_tray()
            return had_one
        item = self._tray = self._tray or TrayItem(self)
        items: list[TreeItem] = []
        for cell in tray.cells:
            event_id = self.canvas.event_id(cell.ordinal)
            undated = self._undated.get(event_id) or UndatedItem(self, item, event_id)
            self._undated[event_id] = undated
            undated.area = tray.seen(cell.rect)
            items.append(undated)
        if tray.more is not None:
            rest = self._tray_rest = self._tray_rest or TrayRestItem(self, item)
            rest.count, rest.area = tray.count - len(tray.cells), tray.seen(tray.more)
            items.append(rest)
        changed = item.fill(tray, items)
        for event_id in [name for name, one in self._undated.items() if one not in items]:
            _delete(self._undated.pop(event_id))
        if tray.more is None and self._tray_rest is not None:
            _delete(self._tray_rest)
            self._tray_rest = None
        return changed

    def _drop_tray(self) -> None:
        if self._tray is not None:
            self._tray.empty()
        for item in (*self._undated.values(), self._tray_rest, self._tray):
            if item is not None:
                _delete(item)
        self._undated.clear()
        self._tray = self._tray_rest = None

    def _drop_gone(self) -> None:
        """Let go of the events that have left the view."""
        kept = {item.unique_id for lane in self._lanes for item in lane.below}
        for key in [key for key, item in self._events.items() if item.unique_id not in kept]:
            _delete(self._events.pop(key))
        for lane in [lane for lane, item in self._folded.items() if item.unique_id not in kept]:
            _delete(self._folded.pop(lane))
        for badge in [badge for badge, item in self._badges.items() if item.unique_id not in kept]:
            _delete(self._badges.pop(badge))
        self._evidence.drop_gone(kept)

    def _drop_all(self) -> bool:
        items = [*self._events.values(), *self._folded.values(), *self._badges.values(), *self._lanes]
        had_tray = self._tray is not None
        self._breaks.drop()
        self._curtain.drop()
        self._evidence.drop_gone(())
        self._drop_tray()
        for lane in self._lanes:
            lane.hold(())
        for item in items:
            _delete(item)
        if self._hidden_lanes is not None:
            _delete(self._hidden_lanes)
            self._hidden_lanes = None
        self._events.clear()
        self._folded.clear()
        self._badges.clear()
        self._lanes.clear()
        return bool(items) or had_tray


def _numbered(items: Iterable[TreeItem]) -> dict[int, int]:
    """Return, by their ids, the numbers of the items that share their name with others, in their order."""
    called: defaultdict[str, list[int]] = defaultdict(list)
    for item in items:
        called[item.name].append(item.unique_id)
    alike = (ids for ids in called.values() if len(ids) > 1)
    return {unique_id: number for ids in alike for number, unique_id in enumerate(ids, 1)}


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
        """Qt's: the name says what is in view, the description what the ruler measures, and further calendars."""
        view = self._canvas.displayed_view
        if view is not None and self._canvas.showing is not None:
            if kind is QAccessible.Text.Name:
                return self.tree.words.canvas(view)
            if kind is QAccessible.Text.Description:
                words = self.tree.words
                return words.measured(words.calendars(view), self._canvas.overlays)
        return super().text(kind)

    def state(self) -> QAccessible.State:
        """Qt's: several events can be selected."""
        state = super().state()
        state.multiSelectable = state.focusable = True
        return state

    def childCount(self) -> int:
        """Qt's: the lanes, the breaks in view, and the tray."""
        return len(self.tree.items)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Qt's: one lane, a break, or the tray."""
        items = self.tree.items
        return items[index] if 0 <= index < len(items) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Qt's: the event, lane or tray at a point of the screen."""
        return item_at(self.tree.items, x, y)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Qt's: the place of a lane, or of the tray."""
        return place_of(child, self.tree.items)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Qt's: the event or the tray that the keyboard is at."""
        if not self._canvas.hasFocus():
            return None
        if self._canvas.is_at_heads:
            return self.tree.lane_item(self._canvas.heads.focused)
        return (
            self.tree.tray_item if self._canvas.is_at_tray else self.tree.event_item(self._canvas.focused_id)
        )

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
            self.tree.outdate()
            return
        several = len(self._told_selection) > 1
        added = QAccessible.Event.SelectionAdd if several else QAccessible.Event.Selection
        for event_id in before ^ self._told_selection:
            item = self.tree.event_item(event_id)
            if item is not None:
                gone = event_id in before
                _tell(QAccessibleEvent(item, QAccessible.Event.SelectionRemove if gone else added))
        self._tell_focus()
        # The other dates of the event in hand come and go with it, from the next frame on.
        self.tree.outdate()

    def _tell_focus(self) -> None:
        """Tell of the focus once: again only after it has been elsewhere."""
        focused = self._canvas.focused_id if self._canvas.hasFocus() else None
        is_at_tray = self._canvas.hasFocus() and self._canvas.is_at_tray
        if is_at_tray:
            focused = _AT_TRAY
        stop = self._canvas.heads.focused if self._canvas.hasFocus() else NO_LANE
        if stop != NO_LANE:
            focused = f"{_AT_LANE}{stop}"
        if focused == self._told_focus:
            return
        item: TreeItem | None = None
        if focused is not None and QAccessible.isActive():
            if stop != NO_LANE:
                item = self.tree.lane_item(stop)
            else:
                item = self.tree.tray_item if is_at_tray else self.tree.event_item(focused)
        if item is not None:
            _tell(QAccessibleEvent(item, QAccessible.Event.Focus))
        if item is not None or focused is None:
            self._told_focus = focused


def _tell(event: QAccessibleEvent) -> None:
    QAccessible.updateAccessibility(event)
