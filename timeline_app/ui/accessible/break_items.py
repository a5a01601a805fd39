# SPDX-License-Identifier: MIT
"""Breaks for screen readers: what each leaves out, from when to when; pressing one opens it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleActionInterface

from timeline_app.base.geometry import Rect
from timeline_app.scene.break_words import break_in_words
from timeline_app.scene.items import Scene
from timeline_app.scene.time_fold import Gap
from timeline_app.scene.time_scale import TimeScale
from timeline_app.ui.accessible.canvas_items import TreeItem
from timeline_app.ui.accessible.pointers import NO, Actions, pointer_of

if TYPE_CHECKING:
    from timeline_app.ui.accessible.canvas_tree import CanvasTree


class BreakItem(TreeItem):
    """A break: its object stays as long as it is in view."""

    def __init__(self, tree: CanvasTree, gap: Gap) -> None:
        self._gap = gap
        self._actions = Actions({QAccessibleActionInterface.pressAction(): self._press})
        super().__init__(tree, QAccessible.Role.Button)

    @property
    def name(self) -> str:
        """What is left out, and from when to when."""
        return break_in_words(self._gap, self._tree.canvas.translator)

    @property
    def details(self) -> str:
        """What it is, and what pressing does."""
        return self._tree.canvas.translator.say("break.details")

    def interface_cast(self, kind: QAccessible.InterfaceType) -> shiboken6.VoidPtr:  # type: ignore[override]
        """Qt's: it can be pressed."""
        return pointer_of(self._actions) if kind is QAccessible.InterfaceType.ActionInterface else NO

    def _press(self) -> None:
        self._tree.canvas.send("view.open-break", at_s=self._gap.first_s)


class BreakItems:
    """The breaks in view, each the same item from view to view."""

    def __init__(self, tree: CanvasTree) -> None:
        self._tree = tree
        self._items: dict[Gap, BreakItem] = {}

    def __iter__(self) -> Iterator[BreakItem]:
        return iter(self._items.values())

    def follow(self, scale: TimeScale, scene: Scene) -> bool:
        """Bring the items in step with what is drawn; tell whether any has come or gone."""
        before, axis, area = self._items, scene.axis_rect, scene.lanes_rect
        self._items = {}
        for torn in scale.breaks():
            item = before.get(torn.gap) or BreakItem(self._tree, torn.gap)
            left, right = max(torn.left, area.x), min(torn.right, area.right)
            item.area = Rect(left, axis.y, right - left, area.bottom - axis.y)
            self._items[torn.gap] = item
        for gap, item in before.items():
            if gap not in self._items:
                _delete(item)
        return before.keys() != self._items.keys()

    def drop(self) -> None:
        """Let all items go."""
        for item in self._items.values():
            _delete(item)
        self._items = {}


def _delete(item: BreakItem) -> None:
    QAccessible.deleteAccessibleInterface(item.unique_id)
