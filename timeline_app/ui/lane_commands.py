# SPDX-License-Identifier: MIT
"""The commands on lanes that move the focus or open a menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from timeline_app.state.command_table import LANE_IN_HAND
from timeline_app.ui.lanes_menu import list_lanes, menu_of_lane
from timeline_app.ui.shell import Shell

NAME_PX = 44.0
"""As far below the upper edge of a name its menu opens, however high the lane is."""


class LaneCommands:
    """Leads to the names of the lanes, and shows their menus where the hand or the keyboard is."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def bind(self) -> None:
        """Bind the commands."""
        commands, canvas = self._shell.commands, self._shell.canvas
        commands.bind("go.lanes", canvas.go_to_heads)
        commands.bind("go.head-above", lambda: canvas.heads.step(-1))
        commands.bind("go.head-below", lambda: canvas.heads.step(1))
        commands.bind("go.first-head", lambda: canvas.heads.to_end(last=False))
        commands.bind("go.last-head", lambda: canvas.heads.to_end(last=True))
        commands.bind("lanes.menu", self.open_menu)
        commands.bind("lanes.choose", self.open_list)

    def open_menu(self, lane: str) -> None:
        """Open the menu of a lane; without one that of the lane that the keyboard is at."""
        shell, showing = self._shell, self._shell.store.showing
        if showing is None:
            return
        focused = shell.canvas.heads.focused
        found = next((one for one in showing.lanes if one.id == lane), None)
        if found is None and lane == LANE_IN_HAND and 0 <= focused < len(showing.lanes):
            found = showing.lanes[focused]
        if found is None:
            return
        lanes = shell.store.state.lanes
        menu = menu_of_lane(
            found, showing.lanes, lanes, shell.around.translator, shell.commands.send, shell.canvas
        )
        self._pop_up(menu, found.index)

    def open_list(self) -> None:
        """Open the list of all lanes beside the line that tells of hidden ones."""
        shell, showing = self._shell, self._shell.store.showing
        if showing is None or shell.menus is None:
            return
        menu = shell.menus.by_id["lanes"]
        list_lanes(menu, showing.lanes, shell.store.state.lanes, shell.around.translator, shell.commands.send)
        self._pop_up(menu, shell.canvas.heads.focused)

    def _pop_up(self, menu: QMenu, stop: int) -> None:
        """Open a menu where it was asked for by hand, else below the name that the keyboard is at."""
        canvas = self._shell.canvas
        at, canvas.heads.menu_at = canvas.heads.menu_at, None
        menu.popup(canvas.mapToGlobal(at if at is not None else self._place_of(stop)))
        actions = menu.actions()
        if at is None and actions:
            menu.setActiveAction(actions[0])

    def _place_of(self, stop: int) -> QPoint:
        scene = self._shell.canvas.scene
        if scene is None:
            return QPoint()
        rects = [head.rect for head in scene.lane_heads if head.lane == stop]
        rects += [note.rect for note in scene.lane_notes if note.part == "hidden"]
        rect = rects[0] if rects else scene.lanes_rect._replace(h=0.0)
        return QPoint(round(rect.x), round(min(rect.bottom, rect.y + NAME_PX)))
