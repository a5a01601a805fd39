# SPDX-License-Identifier: MIT
"""Menus on lanes: the list of all, each shown or hidden, and what can be done with one of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from timeline_app.base.messages import Message, Translator
from timeline_app.model.heads import LaneView
from timeline_app.model.lane_state import LaneState
from timeline_app.scene.lane_choice import HIDDEN, choose, group_of, moved_by
from timeline_app.scene.lane_words import lane_title
from timeline_app.ui.canvas.hand import Send

_OF_A_LANE: Final = "lane:"
"""With this begin the names of the actions that stand for a lane."""
_INDENT: Final = "\u2003"


def list_lanes(
    menu: QMenu, lanes: Sequence[LaneView], state: LaneState, translator: Translator, send: Send
) -> None:
    """Put every lane at the head of a menu, ticked if it is shown; as far in as it stands in another."""
    for old in [action for action in menu.actions() if action.objectName().startswith(_OF_A_LANE)]:
        menu.removeAction(old)
        old.deleteLater()
    rest = menu.actions()
    choice = choose(lanes, state)
    for lane in lanes:
        words = translator.say("lanes.menu-lane", lane=lane_title(lane)).replace("&", "&&")
        action = QAction(_INDENT * lane.depth + words, menu)
        action.setObjectName(_OF_A_LANE + lane.id)
        action.setCheckable(True)
        action.setChecked(choice.home[lane.index] != HIDDEN)
        command_id = "lanes.hide" if action.isChecked() else "lanes.show"
        action.triggered.connect(partial(_send, send, command_id, lane.id))
        if rest:
            menu.insertAction(rest[0], action)
        else:
            menu.addAction(action)


def menu_of_lane(
    lane: LaneView,
    lanes: Sequence[LaneView],
    state: LaneState,
    translator: Translator,
    send: Send,
    parent: QWidget,
) -> QMenu:
    """Return what can be done with a lane; it goes once it is closed."""
    menu = QMenu(parent)
    menu.setAccessibleName(translator.text(Message.of("lanes.menu-of", lane=lane_title(lane))))
    menu.aboutToHide.connect(menu.deleteLater)
    is_collapsed, is_pinned = lane.id in state.collapsed, lane.id in state.pinned
    _add(
        menu,
        translator,
        "lanes.menu-expand" if is_collapsed else "lanes.menu-collapse",
        "lanes.toggle",
        lane,
        send,
    )
    _add(menu, translator, "lanes.menu-unpin" if is_pinned else "lanes.menu-pin", "lanes.pin", lane, send)
    menu.addSeparator()
    can_move = len(group_of(lanes, state, lane.index)) > 1
    for key, command_id, step in (("up", "lanes.move-up", -1), ("down", "lanes.move-down", 1)):
        action = _add(menu, translator, f"lanes.menu-{key}", command_id, lane, send)
        action.setEnabled(can_move and moved_by(lanes, state, lane.index, step) != state)
    menu.addSeparator()
    _add(menu, translator, "lanes.menu-hide", "lanes.hide", lane, send)
    return menu


def _add(
    menu: QMenu, translator: Translator, key: str, command_id: str, lane: LaneView, send: Send
) -> QAction:
    action = menu.addAction(translator.text(Message(key)))
    action.setObjectName(command_id)
    action.triggered.connect(partial(_send, send, command_id, lane.id))
    return action


def _send(send: Send, command_id: str, lane_id: str, checked: bool = False) -> None:  # noqa: FBT001, FBT002 — Qt's signal
    del checked
    send(command_id, lane=lane_id)
