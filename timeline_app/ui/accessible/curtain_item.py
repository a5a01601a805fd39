# SPDX-License-Identifier: MIT
"""The curtain's edge for screen readers: what it hides, and actions that pull it on or back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleActionInterface

from timeline_app.scene.items import Scene
from timeline_app.ui.accessible.canvas_items import TreeItem
from timeline_app.ui.accessible.pointers import NO, Actions, pointer_of

if TYPE_CHECKING:
    from timeline_app.ui.accessible.canvas_tree import CanvasTree


class CurtainItem(TreeItem):
    """The edge: increasing pulls it on to the next event, decreasing back by one."""

    def __init__(self, tree: CanvasTree) -> None:
        self.words = ""
        self._actions = Actions(
            {
                QAccessibleActionInterface.increaseAction(): lambda: self._send("curtain.forward"),
                QAccessibleActionInterface.decreaseAction(): lambda: self._send("curtain.back"),
            }
        )
        super().__init__(tree, QAccessible.Role.Splitter)

    @property
    def name(self) -> str:
        """What it hides, in the words of its flag."""
        return self._tree.canvas.translator.say("curtain.edge", sentence=self.words)

    @property
    def details(self) -> str:
        """How it is pulled."""
        return self._tree.canvas.translator.say("curtain.edge-details")

    def interface_cast(self, kind: QAccessible.InterfaceType) -> shiboken6.VoidPtr:  # type: ignore[override]
        """Qt's: it can be pulled."""
        return pointer_of(self._actions) if kind is QAccessible.InterfaceType.ActionInterface else NO

    def _send(self, command: str) -> None:
        self._tree.canvas.send(command)


class CurtainItems:
    """The edge while it is in view, the same item from view to view."""

    def __init__(self, tree: CanvasTree) -> None:
        self._tree = tree
        self._item: CurtainItem | None = None

    def __iter__(self) -> Iterator[CurtainItem]:
        if self._item is not None:
            yield self._item

    def follow(self, scene: Scene, *, has_curtain: bool) -> bool:
        """Bring the item in step with what is drawn; tell whether it has come or gone."""
        drawn = (item for item in scene.items if has_curtain and item.role.startswith("curtain-"))
        parts = {item.role: item for item in drawn}
        edge, word = parts.get("curtain-edge"), parts.get("curtain-word")
        had_item = self._item is not None
        if edge is None or word is None:
            self.drop()
            return had_item
        self._item = self._item or CurtainItem(self._tree)
        self._item.area = edge.rect._replace(h=scene.lanes_rect.bottom - edge.rect.y)
        self._item.words = word.text
        return not had_item

    def drop(self) -> None:
        """Let the item go."""
        if self._item is not None:
            QAccessible.deleteAccessibleInterface(self._item.unique_id)
        self._item = None
