# SPDX-License-Identifier: MIT
"""The tray's accessible children: the tray itself, which can be pressed, and its events while it is open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface

from timeline_app.scene.tray import Tray
from timeline_app.ui.accessible.canvas_items import TreeItem
from timeline_app.ui.accessible.pointers import NO, Actions, pointer_of

if TYPE_CHECKING:
    from timeline_app.ui.accessible.canvas_tree import CanvasTree


class TrayItem(TreeItem):
    """The tray: a list of events without a place in time. Pressing opens or folds it."""

    def __init__(self, tree: CanvasTree) -> None:
        self._items: tuple[TreeItem, ...] = ()
        self._count = 0
        self._is_open = False
        self._actions = Actions(
            {
                QAccessibleActionInterface.pressAction(): self._press,
                QAccessibleActionInterface.setFocusAction(): self._take_focus,
            }
        )
        super().__init__(tree, QAccessible.Role.List)

    @property
    def below(self) -> Sequence[TreeItem]:
        """The events, while the tray is open."""
        return self._items

    @property
    def name(self) -> str:
        """How many events have no place in time."""
        return self._tree.words.tray(self._count)

    @property
    def details(self) -> str:
        """What it is, and what pressing does."""
        return self._tree.words.tray_details()

    def fill(self, tray: Tray, items: Sequence[TreeItem]) -> bool:
        """Take the tray as it stands, with its items in order; tell whether anything is other than before."""
        before = (self._items, self._is_open, self._count)
        self.area = tray.rect if tray.is_open else tray.seen(tray.rect)
        self._items, self._is_open, self._count = tuple(items), tray.is_open, tray.count
        return before != (self._items, self._is_open, self._count)

    def place_of(self, item: TreeItem) -> tuple[int, int]:
        """Return an item's place among all undated events, from 1, and how many there are; 0 if it is gone."""
        place = next((place for place, one in enumerate(self._items, 1) if one is item), 0)
        return place, self._count

    def empty(self) -> None:
        """Let go of the items."""
        self._items = ()

    def state(self) -> QAccessible.State:
        """Qt's: it can be opened, and focused at its handle."""
        state = super().state()
        canvas = self._tree.canvas
        state.offscreen = False
        state.focusable = state.expandable = True
        state.expanded, state.collapsed = self._is_open, not self._is_open
        state.focused = canvas.hasFocus() and canvas.is_at_tray
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> shiboken6.VoidPtr:  # type: ignore[override]
        """Qt's: it can be pressed and focused."""
        return pointer_of(self._actions) if kind is QAccessible.InterfaceType.ActionInterface else NO

    def _press(self) -> None:
        self._tree.canvas.send("view.undated", select=False)

    def _take_focus(self) -> None:
        self._tree.focus_tray()


class UndatedItem(TreeItem):
    """An event in the open tray."""

    def __init__(self, tree: CanvasTree, tray: TrayItem, event_id: str) -> None:
        self._tray = tray
        self.event_id = event_id
        self._actions = Actions(
            {
                QAccessibleActionInterface.pressAction(): self._press,
                QAccessibleActionInterface.setFocusAction(): self._take_focus,
            }
        )
        super().__init__(tree, QAccessible.Role.ListItem)

    @property
    def above(self) -> QAccessibleInterface | None:
        """The tray."""
        return self._tray

    @property
    def name(self) -> str:
        """Title, and whatever is known of the date."""
        ordinal = self._tree.ordinal(self.event_id)
        return self._tree.words.undated(ordinal) if ordinal is not None else ""

    @property
    def details(self) -> str:
        """Its place among those without a place in time."""
        number, count = self._tray.place_of(self)
        return self._tree.words.place_in_tray(number, count) if number else ""

    def state(self) -> QAccessible.State:
        """Qt's: selected and focused."""
        state = super().state()
        canvas = self._tree.canvas
        state.offscreen = False
        state.selectable = state.focusable = True
        state.selected = self.event_id in canvas.selected_ids
        state.focused = canvas.hasFocus() and canvas.focused_id == self.event_id and not canvas.is_at_tray
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> shiboken6.VoidPtr:  # type: ignore[override]
        """Qt's: it can be pressed and focused."""
        return pointer_of(self._actions) if kind is QAccessible.InterfaceType.ActionInterface else NO

    def _press(self) -> None:
        self._tree.canvas.send("select.event", id=self.event_id)

    def _take_focus(self) -> None:
        self._tree.focus(self.event_id)


class TrayRestItem(TreeItem):
    """How many undated events the open tray has no room for; pressing it leads to the list of all."""

    def __init__(self, tree: CanvasTree, tray: TrayItem) -> None:
        self._tray = tray
        self.count = 0
        self._actions = Actions({QAccessibleActionInterface.pressAction(): self._press})
        super().__init__(tree, QAccessible.Role.ListItem)

    @property
    def above(self) -> QAccessibleInterface | None:
        """The tray."""
        return self._tray

    @property
    def name(self) -> str:
        """How many there are, and where."""
        return self._tree.words.tray_rest(self.count)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> shiboken6.VoidPtr:  # type: ignore[override]
        """Qt's: it can be pressed."""
        return pointer_of(self._actions) if kind is QAccessible.InterfaceType.ActionInterface else NO

    def _press(self) -> None:
        self._tree.canvas.send("go.introduction")
