# SPDX-License-Identifier: MIT
"""Menus and actions, made from the command table: each command has one action, wherever it is offered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from timeline_app.base.messages import Message, Translator
from timeline_app.chrono.calendars import CALENDAR_NAMES, calendar_named
from timeline_app.state.app_state import AppState
from timeline_app.state.commands import Commands, CommandSpec
from timeline_app.state.handlers import TEXT_STEPS
from timeline_app.ui.shortcuts import Shortcuts

MENUS: Final = ("file", "view", "lanes", "evidence", "go", "tours", "help")
OF_TOURS: Final = ("making", "asking")
"""Menus within that of tours: what is done to a tour that is made, and what keeps something back from a class."""
SEPARATED_BEFORE: Final = frozenset(
    {
        "list.toggle", "list.copy-text",
        "file.reload", "file.print", "settings.open", "file.quit", "view.fit-all", "settings.larger-text",
        "panel.toggle", "go.introduction", "go.canvas", "select.clear", "lanes.show-all", "lanes.show-selected",
        "sources.open", "evidence.toggle", "sources.restore", "sources.copy-citation", "filters.open",
        "go.date", "palette.open", "ruler.toggle", "keys.reset-all", "tour.leave", "handout.make", "making.begin",
        "present.start", "making.undo", "making.leave", "withhold.title", "predict.next",
    }
)  # fmt: skip
"""Where a menu draws a line: between kinds of things."""


@dataclass(frozen=True, slots=True)
class Menus:
    """All menus: the main one that holds the others, by their ids also the examples, and those that change."""

    main: QMenu
    by_id: Mapping[str, QMenu]
    recent: QMenu
    text_size: QMenu
    calendars: QMenu
    screens: QMenu
    actions: Mapping[str, QAction]
    shortcuts: Shortcuts

    def refresh(self, commands: Commands, state: AppState) -> None:
        """Enable what can be done now; tick the text size and the further calendars."""
        for command_id, action in self.actions.items():
            action.setEnabled(commands.is_enabled(command_id))
        for command_id, is_on in (
            ("view.quiet-time", state.quiet.is_folded),
            ("evidence.toggle", state.evidence_shown),
            ("silences.toggle", state.silences_shown),
            ("reading.wide", state.is_reading_wide),
            ("ruler.toggle", state.ruler is not None),
        ):
            self.actions[command_id].setCheckable(True)
            self.actions[command_id].setChecked(is_on)
        for action in self.text_size.actions():
            action.setChecked(action.data() == state.settings.text_size_percent)
        for action in self.calendars.actions():
            action.setChecked(action.data() in state.calendars)
            action.setEnabled(commands.is_enabled("view.calendar"))

    def show_recent(self, paths: Sequence[Path], send: Callable[[Path], object], empty: str) -> None:
        """List the recent files, or say that there are none."""
        self.recent.clear()
        for number, path in enumerate(paths, 1):
            # An ampersand in a file's name is not a mnemonic.
            name = str(path).replace("&", "&&")
            action = self.recent.addAction(f"&{number}  {name}")
            action.triggered.connect(partial(_send_path, send, path))
        if not paths:
            self.recent.addAction(empty).setEnabled(False)


def _send_path(send: Callable[[Path], object], path: Path, checked: bool = False) -> None:  # noqa: FBT001, FBT002 — Qt's signal
    del checked
    send(path)


def build_menus(commands: Commands, translator: Translator, window: QWidget, canvas: QWidget) -> Menus:
    """Make an action for every command that needs no argument, and the menus that hold them."""
    actions = {
        spec.id: _action(spec, commands, translator, window)
        for spec in commands.specs.values()
        if all(param.default is not None for param in spec.params)
    }
    main = QMenu(window)
    main.setAccessibleName(translator.say("menu.main"))
    by_id = {menu_id: main.addMenu(translator.text(Message.of(f"menu.{menu_id}"))) for menu_id in MENUS}
    by_id["examples"] = QMenu(translator.say("menu.examples"), by_id["file"])
    recent = QMenu(translator.say("menu.recent"), by_id["file"])
    calendars = _calendars_menu(commands, translator, by_id["view"])
    screens = QMenu(translator.say("menu.screens"), by_id["tours"])
    by_id |= {menu_id: QMenu(translator.say(f"menu.{menu_id}"), by_id["tours"]) for menu_id in OF_TOURS}
    for spec in commands.specs.values():
        if not spec.menu or spec.id not in actions:
            continue
        menu = by_id[spec.menu]
        if spec.id in SEPARATED_BEFORE:
            menu.addSeparator()
        menu.addAction(actions[spec.id])
        if spec.id == "file.open":
            menu.addMenu(by_id["examples"])
            menu.addMenu(recent)
        if spec.id == "present.start-here":
            menu.addMenu(screens)
            menu.addMenu(by_id["asking"])
        if spec.id == "making.begin":
            menu.addMenu(by_id["making"])
        if spec.id == "view.opening":
            menu.addSeparator()
            menu.addMenu(calendars)
    shortcuts = Shortcuts(commands, translator, actions, window, canvas)
    text_size = _text_size_menu(commands, translator, window)
    return Menus(main, by_id, recent, text_size, calendars, screens, actions, shortcuts)


def _action(spec: CommandSpec, commands: Commands, translator: Translator, window: QWidget) -> QAction:
    action = QAction(translator.text(spec.title), window)
    action.setObjectName(spec.id)
    action.triggered.connect(partial(_send, commands, spec.id))
    return action


def _send(commands: Commands, command_id: str, checked: bool = False) -> None:  # noqa: FBT001, FBT002 — Qt's signal
    del checked
    commands.send(command_id)


def _text_size_menu(commands: Commands, translator: Translator, window: QWidget) -> QMenu:
    """Return the menu of the text-size button: the steps, one of them ticked."""
    menu = QMenu(translator.say("menu.text-size"), window)
    group = QActionGroup(menu)
    for percent in TEXT_STEPS:
        action = menu.addAction(translator.say("menu.text-size-step", percent=percent))
        action.setCheckable(True)
        action.setData(percent)
        group.addAction(action)
        action.triggered.connect(partial(_send_percent, commands, percent))
    return menu


def _send_percent(commands: Commands, percent: int, checked: bool = False) -> None:  # noqa: FBT001, FBT002 — Qt's signal
    del checked
    commands.send("settings.text-size", percent=percent)


def _calendars_menu(commands: Commands, translator: Translator, view_menu: QMenu) -> QMenu:
    """Return the submenu of further calendars: all that there are, at most two of them ticked."""
    menu = QMenu(translator.say("menu.calendars"), view_menu)
    menu.setToolTipsVisible(True)
    for name in CALENDAR_NAMES:
        action = menu.addAction(translator.say(f"calendar.name.{name}"))
        action.setObjectName(f"view.calendar.{name}")
        action.setCheckable(True)
        action.setData(name)
        calendar = calendar_named(name)
        if calendar is not None and calendar.limit is not None:
            # What a reader of this calendar must know.
            action.setToolTip(translator.text(calendar.limit))
        action.triggered.connect(partial(_send_calendar, commands, name))
    return menu


def _send_calendar(commands: Commands, name: str, checked: bool = False) -> None:  # noqa: FBT001, FBT002 — Qt's signal
    del checked
    commands.send("view.calendar", name=name)


def menu_bar_of_macos(menus: Menus) -> QMenuBar:
    """Return the bar at the top of the screen, where macOS has its menus; it shows the same ones."""
    # Without a parent it is the bar of all windows.
    bar = QMenuBar()
    for menu_id in MENUS:
        bar.addMenu(menus.by_id[menu_id])
    return bar
