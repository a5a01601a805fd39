# SPDX-License-Identifier: MIT
"""The canvas's accessible children: lanes, events in view, and what is folded beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QWindow

from timeline_app.base.geometry import Rect
from timeline_app.scene.badges import Badge
from timeline_app.scene.lane_marks import HIDDEN_LINE
from timeline_app.ui.accessible.pointers import NO, Actions, pointer_of

if TYPE_CHECKING:
    from timeline_app.ui.accessible.canvas_tree import CanvasTree


TARGET_PX: Final = 24
"""The least that a hand can be asked to meet (WCAG 2.5.8); the areas of neighbours may overlap."""


class TreeItem(QAccessibleInterface):
    """Something painted on the canvas; no QObject stands behind it."""

    def __init__(self, tree: CanvasTree, role: QAccessible.Role) -> None:
        super().__init__()
        self._tree = tree
        self._role = role
        self.area = Rect(0.0, 0.0, 0.0, 0.0)
        self.unique_id: int = QAccessible.registerAccessibleInterface(self)

    @property
    def above(self) -> QAccessibleInterface | None:
        """The item or widget that holds this one."""
        return self._tree.root

    @property
    def below(self) -> Sequence[TreeItem]:
        """The items that this one holds."""
        return ()

    @property
    def name(self) -> str:
        """What it is called."""
        return ""

    @property
    def details(self) -> str:
        """What else is said of it."""
        return ""

    def isValid(self) -> bool:
        """Qt's: valid while the canvas lives."""
        return bool(shiboken6.isValid(self._tree.canvas))

    def object(self) -> None:  # type: ignore[override]
        """Qt's: an item is no QObject."""
        return

    def window(self) -> QWindow | None:  # type: ignore[override]
        """Qt's: the window that holds it."""
        return self._tree.canvas.window().windowHandle()

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Qt's: what holds it."""
        return self.above

    def childCount(self) -> int:
        """Qt's: how many items it holds."""
        return len(self.below)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Qt's: one of the items it holds."""
        return self.below[index] if 0 <= index < len(self.below) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Qt's: the item at a point of the screen."""
        return item_at(self.below, x, y)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Qt's: the place of an item it holds."""
        return place_of(child, self.below)

    def text(self, kind: QAccessible.Text) -> str:
        """Qt's: name and description."""
        if kind is QAccessible.Text.Name:
            return self._tree.told_apart(self)
        return self.details if kind is QAccessible.Text.Description else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Qt's: texts cannot be changed from outside."""

    def rect(self) -> QRect:
        """Qt's: where it is on the screen; what is drawn small is met a little beside it too."""
        canvas, area = self._tree.canvas, self.area
        x, wide = _at_least(area.x, area.w, canvas.width())
        y, high = _at_least(area.y, area.h, canvas.height())
        return QRect(canvas.mapToGlobal(QPoint(x, y)), QSize(wide, high))

    def distance_to(self, x: int, y: int) -> float:
        """Return how far a point of the screen is from what is drawn."""
        at = self._tree.canvas.mapFromGlobal(QPoint(x, y))
        return self.area.distance_to(at.x(), at.y())

    def role(self) -> QAccessible.Role:
        """Qt's: what it is."""
        return self._role

    def state(self) -> QAccessible.State:
        """Qt's: what holds for it now."""
        state = QAccessible.State()
        canvas = self._tree.canvas
        if not canvas.isVisible():
            state.invisible = True
        elif not self.area.intersects(self._tree.shown_area):
            state.offscreen = True
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> shiboken6.VoidPtr:  # type: ignore[override]
        """Qt's: no further interfaces."""
        del kind
        return NO


class LaneItem(TreeItem):
    """A lane: a list of its events in view. Pressing collapses or opens it; it has a menu of its own."""

    def __init__(self, tree: CanvasTree, lane: int) -> None:
        self.lane = lane
        self._items: tuple[TreeItem, ...] = ()
        self._actions = Actions(
            {
                QAccessibleActionInterface.pressAction(): self._press,
                QAccessibleActionInterface.setFocusAction(): self._take_focus,
                QAccessibleActionInterface.showMenuAction(): self._show_menu,
            }
        )
        super().__init__(tree, QAccessible.Role.List)

    @property
    def below(self) -> Sequence[TreeItem]:
        """The events, and a word on what is folded."""
        return self._items

    @property
    def name(self) -> str:
        """The lane's name, and how many events it has."""
        return self._tree.words.lane_head(self.lane)[0]

    @property
    def details(self) -> str:
        """Whether it is collapsed or pinned, and its place among the lanes."""
        return self._tree.words.lane_head(self.lane)[1]

    def state(self) -> QAccessible.State:
        """Qt's: it can be opened, collapsed, and focused at its name."""
        state = super().state()
        canvas = self._tree.canvas
        is_collapsed = self._tree.words.is_collapsed(self.lane)
        state.focusable = state.expandable = state.hasPopup = True
        state.expanded, state.collapsed = not is_collapsed, is_collapsed
        state.focused = canvas.hasFocus() and canvas.heads.focused == self.lane
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> shiboken6.VoidPtr:  # type: ignore[override]
        """Qt's: it can be pressed and focused."""
        return pointer_of(self._actions) if kind is QAccessible.InterfaceType.ActionInterface else NO

    def _press(self) -> None:
        self._tree.canvas.send("lanes.toggle", lane=self._tree.words.lane_id(self.lane))

    def _take_focus(self) -> None:
        self._tree.focus_lane(self.lane)

    def _show_menu(self) -> None:
        self._tree.focus_lane(self.lane)
        self._tree.canvas.send("lanes.menu", lane=self._tree.words.lane_id(self.lane))

    def hold(self, items: Sequence[TreeItem]) -> bool:
        """Take the items in order; tell whether they are others than before."""
        before, self._items = self._items, tuple(items)
        return before != self._items


class EventItem(TreeItem):
    """An event in view: its object, and so its id, stays as long as the event stays in view."""

    def __init__(self, tree: CanvasTree, lane: LaneItem, event_id: str) -> None:
        self._lane = lane
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
        """The lane."""
        return self._lane

    @property
    def name(self) -> str:
        """Title and date."""
        ordinal = self._tree.ordinal(self.event_id)
        return self._tree.words.event(ordinal) if ordinal is not None else ""

    @property
    def details(self) -> str:
        """Step of a chain, place in the lane, era, how well the date is known; where the keyboard is, the ruler too."""
        ordinal = self._tree.ordinal(self.event_id)
        if ordinal is None:
            return ""
        canvas = self._tree.canvas
        words = self._tree.words
        said = words.event_details(ordinal, canvas.overlays, canvas.chain)
        is_in_hand = canvas.hasFocus() and canvas.focused_id == self.event_id
        return words.measured(said, canvas.overlays) if is_in_hand else said

    def state(self) -> QAccessible.State:
        """Qt's: selected and focused, beside where it is."""
        state = super().state()
        canvas = self._tree.canvas
        state.selectable = state.extSelectable = state.multiSelectable = state.focusable = True
        state.selected = self.event_id in canvas.selected_ids
        state.focused = canvas.hasFocus() and canvas.focused_id == self.event_id
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> shiboken6.VoidPtr:  # type: ignore[override]
        """Qt's: it can be pressed and focused."""
        return pointer_of(self._actions) if kind is QAccessible.InterfaceType.ActionInterface else NO

    def _press(self) -> None:
        self._tree.canvas.send("select.event", id=self.event_id)

    def _take_focus(self) -> None:
        self._tree.focus(self.event_id)


class HiddenLanesItem(TreeItem):
    """The line that says how many lanes are hidden; pressing it opens the list of all."""

    def __init__(self, tree: CanvasTree) -> None:
        self._actions = Actions(
            {
                QAccessibleActionInterface.pressAction(): self._press,
                QAccessibleActionInterface.setFocusAction(): self._take_focus,
            }
        )
        super().__init__(tree, QAccessible.Role.ButtonMenu)

    @property
    def name(self) -> str:
        """How many lanes are hidden."""
        return self._tree.words.hidden_lanes()

    def state(self) -> QAccessible.State:
        """Qt's: it can be focused, and has a menu."""
        state = super().state()
        canvas = self._tree.canvas
        state.offscreen = False
        state.focusable = state.hasPopup = True
        state.focused = canvas.hasFocus() and canvas.heads.focused == HIDDEN_LINE
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> shiboken6.VoidPtr:  # type: ignore[override]
        """Qt's: it can be pressed and focused."""
        return pointer_of(self._actions) if kind is QAccessible.InterfaceType.ActionInterface else NO

    def _press(self) -> None:
        self._tree.canvas.send("lanes.choose")

    def _take_focus(self) -> None:
        self._tree.focus_lane(HIDDEN_LINE)


class BadgeItem(TreeItem):
    """A badge: how many events are folded in a stretch of a lane; pressing it lists them."""

    def __init__(self, tree: CanvasTree, lane: LaneItem, badge: Badge) -> None:
        self._lane = lane
        self.badge = badge
        self._actions = Actions({QAccessibleActionInterface.pressAction(): self._press})
        super().__init__(tree, QAccessible.Role.Button)

    @property
    def above(self) -> QAccessibleInterface | None:
        """The lane."""
        return self._lane

    @property
    def name(self) -> str:
        """How many there are, and from when to when."""
        return self._tree.words.badge(self.badge)

    @property
    def details(self) -> str:
        """What pressing does."""
        return self._tree.words.badge_details()

    def interface_cast(self, kind: QAccessible.InterfaceType) -> shiboken6.VoidPtr:  # type: ignore[override]
        """Qt's: it can be pressed."""
        return pointer_of(self._actions) if kind is QAccessible.InterfaceType.ActionInterface else NO

    def _press(self) -> None:
        """List the events, and lead there: a screen reader is where the keyboard is."""
        if self._tree.canvas.list_folded(self.badge):
            self._tree.canvas.send("go.panel")


class FoldedItem(TreeItem):
    """How many more events there are in a lane; pressing it zooms in."""

    def __init__(self, tree: CanvasTree, lane: LaneItem) -> None:
        self._lane = lane
        self.count = 0
        self._actions = Actions({QAccessibleActionInterface.pressAction(): self._press})
        super().__init__(tree, QAccessible.Role.ListItem)

    @property
    def above(self) -> QAccessibleInterface | None:
        """The lane."""
        return self._lane

    @property
    def name(self) -> str:
        """How many there are, and how to come to them."""
        return self._tree.words.folded(self.count)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> shiboken6.VoidPtr:  # type: ignore[override]
        """Qt's: it can be pressed."""
        return pointer_of(self._actions) if kind is QAccessible.InterfaceType.ActionInterface else NO

    def _press(self) -> None:
        self._tree.canvas.send("view.zoom-in")


def _at_least(begin: float, length: float, room: int) -> tuple[int, int]:
    """Return beginning and length of a side that is no shorter than a target, within the room if it was there."""
    wide = max(round(length), TARGET_PX)
    first = round(begin + (length - wide) / 2)
    if begin >= 0 and begin + length <= room:
        first = max(min(first, room - wide), 0)
    return first, wide


def item_at(items: Sequence[TreeItem], x: int, y: int) -> TreeItem | None:
    """Return the innermost item that holds a point of the screen, the nearest one where their areas overlap."""
    for item in reversed(items):
        inner = item_at(item.below, x, y) if item.below else None
        if inner is not None:
            return inner
    met = [item for item in reversed(items) if item.rect().contains(x, y)]
    return min(met, key=lambda item: item.distance_to(x, y), default=None)


def place_of(child: QAccessibleInterface, items: Sequence[TreeItem]) -> int:
    """Return the place of an item among others, -1 if it is not there."""
    return next((place for place, item in enumerate(items) if item is child), -1)
