# SPDX-License-Identifier: MIT
"""Silences and ghosts for screen readers, in their lanes: each the same item from view to view."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface

from timeline_app.scene.outline import OutlinedLane
from timeline_app.scene.outline_evidence import OutlinedGhost, OutlinedSilence
from timeline_app.ui.accessible.canvas_items import LaneItem, TreeItem
from timeline_app.ui.accessible.pointers import NO, Actions, pointer_of

if TYPE_CHECKING:
    from timeline_app.ui.accessible.canvas_tree import CanvasTree


class SilenceItem(TreeItem):
    """A silent stretch of a lane: why there is nothing, when, and the note on it."""

    def __init__(self, tree: CanvasTree, lane: LaneItem, silence: OutlinedSilence) -> None:
        self._lane = lane
        self.silence = silence
        super().__init__(tree, QAccessible.Role.ListItem)

    @property
    def above(self) -> QAccessibleInterface | None:
        """The lane."""
        return self._lane

    @property
    def name(self) -> str:
        """Why there is nothing, and when."""
        return self._tree.words.evidence.silence(self.silence)

    @property
    def details(self) -> str:
        """The note."""
        return self._tree.words.evidence.silence_details(self.silence)


class GhostItem(TreeItem):
    """Another date that an account gives the event in hand; pressing it opens the accounts."""

    def __init__(self, tree: CanvasTree, lane: LaneItem, ghost: OutlinedGhost) -> None:
        self._lane = lane
        self.ghost = ghost
        self._actions = Actions({QAccessibleActionInterface.pressAction(): self._press})
        super().__init__(tree, QAccessible.Role.Button)

    @property
    def above(self) -> QAccessibleInterface | None:
        """The lane."""
        return self._lane

    @property
    def name(self) -> str:
        """The event, the date, and who gives it."""
        return self._tree.words.evidence.ghost(self.ghost)

    @property
    def details(self) -> str:
        """What pressing does."""
        return self._tree.words.evidence.ghost_details()

    def interface_cast(self, kind: QAccessible.InterfaceType) -> shiboken6.VoidPtr:  # type: ignore[override]
        """Qt's: it can be pressed."""
        return pointer_of(self._actions) if kind is QAccessible.InterfaceType.ActionInterface else NO

    def _press(self) -> None:
        """Open the accounts, and lead there: a screen reader is where the keyboard is."""
        claim = self._tree.words.evidence.claim_of(self.ghost)
        if claim and self._tree.canvas.send("claim.open", id=claim):
            self._tree.canvas.send("go.panel")


class EvidenceItems:
    """The silences and ghosts in view."""

    def __init__(self, tree: CanvasTree) -> None:
        self._tree = tree
        self._silences: dict[tuple[int, int], SilenceItem] = {}
        self._ghosts: dict[tuple[int, int], GhostItem] = {}

    def of(self, lane_item: LaneItem, lane: OutlinedLane) -> list[TreeItem]:
        """Return the items of a lane."""
        items: list[TreeItem] = []
        for ghost in lane.ghosts:
            place = ghost.ordinal, ghost.number
            shown = self._ghosts.get(place) or GhostItem(self._tree, lane_item, ghost)
            self._ghosts[place] = shown
            shown.ghost, shown.area = ghost, ghost.rect
            items.append(shown)
        for silence in lane.silences:
            place = silence.lane, silence.number
            item = self._silences.get(place) or SilenceItem(self._tree, lane_item, silence)
            self._silences[place] = item
            item.silence, item.area = silence, silence.rect
            items.append(item)
        return items

    def drop_gone(self, kept: Container[int]) -> None:
        """Let go of what is no longer in view."""
        for place in [place for place, item in self._silences.items() if item.unique_id not in kept]:
            _delete(self._silences.pop(place))
        for place in [place for place, item in self._ghosts.items() if item.unique_id not in kept]:
            _delete(self._ghosts.pop(place))


def _delete(item: TreeItem) -> None:
    QAccessible.deleteAccessibleInterface(item.unique_id)
