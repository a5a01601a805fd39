# SPDX-License-Identifier: MIT
"""The reading widget for screen readers: paragraphs, passages and marks as objects of their own.

A node is deleted in Qt's table before the Python object is let go; the other order leaves a dangling
pointer (`accessible.pointers`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from timeline_app.model.prose import BlockKind
from timeline_app.ui.accessible.pointers import NO, Actions, pointer_from, pointer_of

if TYPE_CHECKING:
    from timeline_app.ui.reading.reading_view import ReadingView
    from timeline_app.ui.reading.text_body import MarkPlace

_ROLES: Final = {
    BlockKind.PARAGRAPH: QAccessible.Role.Paragraph,
    BlockKind.HEADING: QAccessible.Role.Heading,
    BlockKind.LIST_ITEM: QAccessible.Role.ListItem,
    BlockKind.QUOTE: QAccessible.Role.BlockQuote,
}
_painted: dict[type[QWidget], QAccessible.Role] = {}
_installed: list[Callable[[str, QObject], QAccessibleInterface | None]] = []


def install() -> None:
    """Let Qt ask us for reading widgets and headings; must come before the first of them is asked for."""
    if not _installed:
        _installed.append(_make)
        QAccessible.installFactory(_make)


def _make(key: str, item: QObject) -> QAccessibleInterface | None:
    del key
    from timeline_app.ui.reading.reading_view import ReadingView

    if isinstance(item, ReadingView):
        return ReadingRoot(item)
    if isinstance(item, QWidget):
        role = next((role for kind, role in _painted.items() if isinstance(item, kind)), None)
        return QAccessibleWidget(item, role, "") if role is not None else None
    return None


def give_role(kind: type[QWidget], role: QAccessible.Role) -> None:
    """Give painted widgets of a class a role; name and description are the widget's own."""
    install()
    _painted[kind] = role


class Node(QAccessibleInterface):
    """A paragraph, a passage or a mark. Its rectangle is asked for when needed: text moves."""

    def __init__(
        self,
        view: ReadingView,
        role: QAccessible.Role,
        name: str,
        rect: Callable[[], QRect],
        *,
        description: str = "",
        action: Actions | None = None,
        has_focus: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__()
        self._view = view
        self._role = role
        self._texts = {QAccessible.Text.Name: name, QAccessible.Text.Description: description}
        self._rect = rect
        self._action = action
        self._has_focus = has_focus
        self.above: QAccessibleInterface | None = None
        self.below: list[Node] = []

    def hold(self, nodes: Sequence[Node]) -> None:
        """Take nodes as children."""
        for node in nodes:
            node.above = self
            self.below.append(node)

    def isValid(self) -> bool:
        """Qt's: valid while the widget lives."""
        return bool(shiboken6.isValid(self._view))

    def object(self) -> None:  # type: ignore[override]
        """Qt's: a node is no QObject."""
        return

    def window(self) -> QWindow | None:  # type: ignore[override]
        """Qt's: the window that holds it."""
        return self._view.window().windowHandle()

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Qt's: the node above, or the widget."""
        return self.above or QAccessible.queryAccessibleInterface(self._view)

    def childCount(self) -> int:
        """Qt's: how many nodes are below."""
        return len(self.below)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Qt's: one of the nodes below."""
        return self.below[index] if 0 <= index < len(self.below) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Qt's: the node below that holds a point of the screen."""
        return node_at(self.below, x, y)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Qt's: the place of a node below."""
        return place_of(child, self.below)

    def text(self, kind: QAccessible.Text) -> str:
        """Qt's: name and description."""
        return self._texts.get(kind, "")

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Qt's: texts cannot be changed from outside."""

    def rect(self) -> QRect:
        """Qt's: where it is on the screen."""
        rect = self._rect()
        return QRect(self._view.mapToGlobal(rect.topLeft()), rect.size())

    def role(self) -> QAccessible.Role:
        """Qt's: what it is."""
        return self._role

    def state(self) -> QAccessible.State:
        """Qt's: what holds for it now."""
        state = QAccessible.State()
        state.readOnly = True
        if self._action is not None:
            state.focusable = True
            state.linked = self._role == QAccessible.Role.Link
        if self._has_focus is not None and self._has_focus():
            state.focused = True
        if not self._view.isVisible():
            state.invisible = True
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> shiboken6.VoidPtr:  # type: ignore[override]
        """Qt's: the pointer of the action interface, or the pointer that means no."""
        if kind == QAccessible.InterfaceType.ActionInterface and self._action is not None:
            return pointer_of(self._action)
        return NO


class ReadingRoot(QAccessibleWidget):
    """The reading widget itself: its children are the paragraphs."""

    def __init__(self, view: QObject) -> None:
        from timeline_app.ui.reading.reading_view import ReadingView

        assert isinstance(view, ReadingView)  # noqa: S101 - the factory has asked
        self._view = view
        super().__init__(view, QAccessible.Role.Grouping, "")

    def _nodes(self) -> list[Node]:
        return self._view.nodes.of(self._view)

    def childCount(self) -> int:
        """Qt's: the paragraphs."""
        return len(self._nodes())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Qt's: one paragraph."""
        nodes = self._nodes()
        return nodes[index] if 0 <= index < len(nodes) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Qt's: the paragraph at a point of the screen."""
        return node_at(self._nodes(), x, y)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Qt's: the place of a paragraph."""
        return place_of(child, self._nodes())

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Qt's: the mark that has the focus."""
        place = self._view.focused_mark if self._view.hasFocus() else None
        return self._view.nodes.mark(self._view, place) if place else None

    def interface_cast(self, kind: QAccessible.InterfaceType) -> shiboken6.VoidPtr:  # type: ignore[override]
        """Qt's: the parent class answers; its answer needs the right wrapping."""
        return pointer_from(super().interface_cast(kind))


class Nodes:
    """The nodes of one reading widget: made when a screen reader asks, dropped with the text."""

    def __init__(self) -> None:
        self._paragraphs: list[Node] | None = None
        self._marks: dict[MarkPlace, Node] = {}
        self._ids: list[int] = []

    def of(self, view: ReadingView) -> list[Node]:
        """Return the paragraphs' nodes."""
        if self._paragraphs is None:
            self._paragraphs = [self._paragraph(view, index) for index in range(len(view.paragraphs))]
        return self._paragraphs

    def mark(self, view: ReadingView, place: MarkPlace) -> Node | None:
        """Return the node of a mark."""
        self.of(view)
        return self._marks.get(place)

    def drop(self) -> None:
        """Let all nodes go."""
        for number in self._ids:
            QAccessible.deleteAccessibleInterface(number)
        self._ids.clear()
        self._marks.clear()
        self._paragraphs = None

    def _paragraph(self, view: ReadingView, index: int) -> Node:
        paragraph = view.paragraphs[index]
        node = Node(view, _ROLES[paragraph.kind], paragraph.spoken, lambda: view.body.paragraph_rect(index))
        passages: dict[tuple[int, int], list[MarkPlace]] = {}
        for place in view.marks:
            if place.paragraph == index:
                stretch = (place.spot.passage_start, place.spot.passage_end)
                passages.setdefault(stretch, []).append(place)
        node.hold([self._passage(view, places) for places in passages.values()])
        return self._kept(node)

    def _passage(self, view: ReadingView, places: Sequence[MarkPlace]) -> Node:
        first = places[0]
        text = view.paragraphs[first.paragraph].copied(first.spot.passage_start, first.spot.passage_end)
        action = _actions(view, places)
        node = Node(
            view,
            QAccessible.Role.Link,
            text.strip(),
            lambda: view.body.passage_rect(first),
            description="; ".join(view.mark_name(place.spot.mark) for place in places),
            action=action,
        )
        node.hold([self._mark(view, place, text.strip()) for place in places])
        return self._kept(node)

    def _mark(self, view: ReadingView, place: MarkPlace, passage: str) -> Node:
        node = Node(
            view,
            QAccessible.Role.Link,
            view.mark_name(place.spot.mark),
            lambda: view.body.mark_rect(place),
            description=passage,
            action=_actions(view, (place,)),
            has_focus=lambda: view.hasFocus() and view.focused_mark == place,
        )
        self._marks[place] = node
        return self._kept(node)

    def _kept(self, node: Node) -> Node:
        self._ids.append(QAccessible.registerAccessibleInterface(node))
        return node


def tell_focus(view: ReadingView, place: MarkPlace) -> None:
    """Tell screen readers, if there are any, that a mark has the focus."""
    if QAccessible.isActive() and (node := view.nodes.mark(view, place)) is not None:
        QAccessible.updateAccessibility(QAccessibleEvent(node, QAccessible.Event.Focus))


def node_at(nodes: Sequence[Node], x: int, y: int) -> Node | None:
    """Return the node that holds a point of the screen, the innermost one."""
    for node in nodes:
        # A mark's target may reach beyond the passage that holds it.
        inner = node_at(node.below, x, y)
        if inner is not None or node.rect().contains(x, y):
            return inner or node
    return None


def place_of(child: QAccessibleInterface, nodes: Sequence[Node]) -> int:
    """Return the place of a node among others, -1 if it is not there."""
    return next((index for index, node in enumerate(nodes) if node is child), -1)


def _actions(view: ReadingView, places: Sequence[MarkPlace]) -> Actions:
    """Return what a screen reader can do to a mark or its passage: press it, or give it the focus."""

    def press() -> None:
        view.activate(places)

    def focus() -> None:
        view.focus_mark(view.marks.index(places[0]), Qt.FocusReason.OtherFocusReason)

    return Actions(
        {
            QAccessibleActionInterface.pressAction(): press,
            QAccessibleActionInterface.setFocusAction(): focus,
        }
    )
