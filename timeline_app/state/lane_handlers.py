# SPDX-License-Identifier: MIT
"""What the commands on lanes do: collapse, hide, move, pin, and show again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline_app.base.messages import Message
from timeline_app.model.heads import LaneView
from timeline_app.model.lane_state import LaneState
from timeline_app.scene.lane_choice import HIDDEN, choose, moved_before, moved_by, opened, shown
from timeline_app.scene.lane_words import lane_title
from timeline_app.state.command_table import LANE_IN_HAND
from timeline_app.state.commands import Commands
from timeline_app.state.store import Store

SHOW_SELECTED = "lanes.show-selected"


class LaneHandlers:
    """Changes the lanes of the present exhibit; a lane that it does not have changes nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def toggle(self, lane: str) -> None:
        """Collapse a lane to its strip, or open it again."""
        is_collapsed = lane in self._state.collapsed
        self._change(lane, lambda state, found: state.with_collapsed([found.id], on=not is_collapsed))

    def pin(self, lane: str) -> None:
        """Pin a lane to the top, or let it go back to its place."""
        is_pinned = lane in self._state.pinned
        self._change(lane, lambda state, found: state.with_pinned(found.id, on=not is_pinned))

    def hide(self, lane: str) -> None:
        """Take a lane out of the picture, with all that it holds."""
        self._change(lane, lambda state, found: state.with_hidden([found.id], on=True))

    def show(self, lane: str) -> None:
        """Bring a hidden lane back, open, with those that hold it."""
        self._change(lane, lambda state, found: shown(self._lanes, state, found.index))

    def move(self, lane: str, before: str) -> None:
        """Put a lane before another one of the same parent, or last among them."""
        target = self._lane(before)
        if target is not None or before == LANE_IN_HAND:
            place = target.index if target is not None else None
            self._change(lane, lambda state, found: moved_before(self._lanes, state, found.index, place))

    def move_by(self, lane: str, step: int) -> None:
        """Move a lane so many places down among those of the same parent."""
        self._change(lane, lambda state, found: moved_by(self._lanes, state, found.index, step))

    def show_all(self) -> None:
        """Bring all hidden lanes back."""
        self._store.set_lanes(self._state.with_hidden((lane.id for lane in self._lanes), on=False))

    def collapse_all(self) -> None:
        """Collapse every lane."""
        self._store.set_lanes(self._state.with_collapsed((lane.id for lane in self._lanes), on=True))

    def expand_all(self) -> None:
        """Open every lane."""
        self._store.set_lanes(self._state.with_collapsed((lane.id for lane in self._lanes), on=False))

    def usual_order(self) -> None:
        """Put the lanes in the order of the exhibit, none of them pinned."""
        state = self._state.with_order(())
        for lane_id in state.pinned:
            state = state.with_pinned(lane_id, on=False)
        self._store.set_lanes(state)

    def show_selected(self) -> None:
        """Show the event in hand in its first lane, with that lane open."""
        showing, primary = self._store.showing, self._store.state.selection.primary
        ordinal = showing.ordinal(primary) if showing is not None and primary is not None else None
        document = self._store.state.document
        if ordinal is None or document is None:
            return
        lanes = document.events.lanes_of(ordinal)
        reachable = opened(self._lanes, self._state, lanes)
        if not _is_drawn(self._lanes, reachable, lanes):
            reachable = shown(self._lanes, reachable, lanes[0])
        self._store.set_lanes(reachable)

    @property
    def _state(self) -> LaneState:
        return self._store.state.lanes

    @property
    def _lanes(self) -> tuple[LaneView, ...]:
        showing = self._store.showing
        return showing.lanes if showing is not None else ()

    def _lane(self, lane_id: str) -> LaneView | None:
        return next((lane for lane in self._lanes if lane.id == lane_id), None)

    def _change(self, lane_id: str, change: Callable[[LaneState, LaneView], LaneState]) -> None:
        lane = self._lane(lane_id)
        if lane is not None:
            self._store.set_lanes(change(self._state, lane))

    def bind(self, commands: Commands) -> None:
        """Bind the commands on lanes that need no toolkit."""
        commands.bind("lanes.toggle", self.toggle)
        commands.bind("lanes.pin", self.pin)
        commands.bind("lanes.hide", self.hide)
        commands.bind("lanes.show", self.show)
        commands.bind("lanes.move", self.move)
        commands.bind("lanes.move-up", lambda lane: self.move_by(lane, -1))
        commands.bind("lanes.move-down", lambda lane: self.move_by(lane, 1))
        commands.bind("lanes.show-all", self.show_all)
        commands.bind("lanes.collapse-all", self.collapse_all)
        commands.bind("lanes.expand-all", self.expand_all)
        commands.bind("lanes.usual-order", self.usual_order)
        commands.bind(SHOW_SELECTED, self.show_selected)


def open_lane_of(store: Store, event_id: str | None) -> None:
    """See to it that an event that somebody was led to can be seen: open the first of its lanes that is not hidden.

    A reader who has hidden a lane meant it: it stays hidden, and a notice says so and offers to show it.
    """
    document, showing = store.state.document, store.showing
    ordinal = showing.ordinal(event_id) if showing is not None and event_id is not None else None
    if document is None or showing is None or ordinal is None or not showing.visible[ordinal]:
        return
    lanes = document.events.lanes_of(ordinal)
    store.set_lanes(opened(showing.lanes, store.state.lanes, lanes))
    if not _is_drawn(showing.lanes, store.state.lanes, lanes):
        store.tell(Message.of("notice.lane-hidden", lane=lane_title(showing.lanes[lanes[0]])), SHOW_SELECTED)


def _is_drawn(lanes: Sequence[LaneView], state: LaneState, among: Sequence[int]) -> bool:
    choice = choose(lanes, state)
    return any(choice.home[lane] != HIDDEN for lane in among)
