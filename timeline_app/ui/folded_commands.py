# SPDX-License-Identifier: MIT
"""The key to what is folded: lists it where the keyboard is, and leads into the list."""

from __future__ import annotations

from PySide6.QtCore import Qt

from timeline_app.base.messages import Message
from timeline_app.scene.badges import Badge, badge_near
from timeline_app.scene.folded import FoldedList, folded_list
from timeline_app.scene.items import FoldedShape
from timeline_app.scene.view import View
from timeline_app.ui.shell import Shell


class FoldedCommands:
    """Finds the badge nearest to the focused event or in the focused lane; else nearest to the middle of the view."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def bind(self) -> None:
        """Bind the command."""
        self._shell.commands.bind("folded.here", self.show_here)

    def show_here(self) -> None:
        """List what is folded nearest to where the keyboard is, and put the keyboard into the list."""
        shell = self._shell
        canvas = shell.canvas
        scene, view = canvas.scene, canvas.displayed_view
        if scene is None or view is None or canvas.showing is None:
            return
        badge = badge_near(scene.items, *self._place(view))
        if badge is None or badge.target is None or not isinstance(badge.detail, FoldedShape):
            shell.store.tell(Message("notice.folded-none"))
            return
        shape = badge.detail
        canvas.list_folded(Badge(badge.target.lane, shape.first_s, shape.last_s, shape.event_count))
        if shell.panel is not None:
            shell.panel.focus_content(Qt.FocusReason.ShortcutFocusReason)

    def _place(self, view: View) -> tuple[tuple[int, ...], int]:
        """Return the lanes and the axis second where the keyboard is: at an event or a lane's name, else in the middle."""
        canvas, index = self._shell.canvas, self._shell.stage.index
        if canvas.is_at_heads:
            return (canvas.heads.focused,), view.centre_s
        showing, focused_id = canvas.showing, canvas.focused_id
        ordinal = showing.ordinal(focused_id) if showing is not None and focused_id is not None else None
        entries = index.entries_of(ordinal).tolist() if ordinal is not None else []
        if not entries:
            return (), view.centre_s
        start_s = min(max(int(index.start_s[entries[0]]), view.start_s), view.end_s)
        return tuple(int(index.lane[entry]) for entry in entries), start_s


class FoldedLists:
    """The list that the state asks for, made anew only when something has changed that it depends on."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._made: tuple[tuple[object, ...], FoldedList] | None = None

    def forget(self) -> None:
        """Keep nothing of an exhibit that has gone."""
        self._made = None

    def present(self) -> FoldedList | None:
        """Return the list of the present state; None where no stretch has been opened."""
        shell = self._shell
        stretch, stage = shell.store.state.folded, shell.stage
        if stretch is None or not stage.is_fitted:
            return None
        placement = stage.fitted.placement
        known = (stretch, stage.index, placement, placement.is_complete, stage.fold)
        if self._made is None or not _are_same(self._made[0], known):
            self._made = known, folded_list(stage, stretch, shell.around.translator)
        return self._made[1]


def _are_same(before: tuple[object, ...], now: tuple[object, ...]) -> bool:
    return all(one is other or one == other for one, other in zip(before, now, strict=True))
