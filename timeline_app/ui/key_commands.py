# SPDX-License-Identifier: MIT
"""The commands on keys in this window: reads the reader's own keys, keeps them, and opens the list to change them."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from timeline_app.base.messages import Message
from timeline_app.state.app_state import AppState, Mode
from timeline_app.ui.shell import Shell

if TYPE_CHECKING:
    from timeline_app.state.key_files import KeyFile
    from timeline_app.state.key_handlers import KeyHandlers

LOG: Final = logging.getLogger(__name__)


class KeyCommands:
    """Loads what it needs once the first picture is there: until then no key is listened to."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._file: KeyFile | None = None
        self._made: KeyHandlers | None = None

    def bind(self) -> None:
        """Bind the commands, and have the reader's keys read before the window listens to any."""
        commands = self._shell.commands
        commands.bind("help.keys", self.open_keys)
        commands.bind("keys.rebind", self.rebind)
        commands.bind("keys.reset", self.reset)
        commands.bind("keys.reset-all", self.reset_all)
        commands.bind("keys.take-back", self.take_back)
        self._shell.rest_wanted.connect(self.load)
        self._shell.store.watch(self._keep)

    @property
    def _handlers(self) -> KeyHandlers:
        if self._made is None:
            from timeline_app.state.key_handlers import KeyHandlers

            self._made = KeyHandlers(self._shell.store, self._shell.commands.specs)
        return self._made

    def rebind(self, id: str, keys: tuple[str, ...], take: bool, mode: str) -> None:  # noqa: A002, FBT001 — as the table names them
        """Give a command these keys."""
        self._handlers.rebind(id, keys, take=take, mode=Mode(mode))

    def reset(self, id: str, mode: str) -> None:  # noqa: A002 — as the table names it
        """Give a command its usual keys again."""
        self._handlers.reset(id, Mode(mode))

    def reset_all(self) -> None:
        """Give every command its usual keys again."""
        self._handlers.reset_all()

    def take_back(self) -> None:
        """Return to the keys before the last change."""
        self._handlers.take_back()

    def load(self) -> None:
        """Read the keys that the reader has chosen, once; say politely what is wrong with the file."""
        if self._file is not None:
            return
        from timeline_app.state.key_files import FILE_NAME, load_keys
        from timeline_app.state.key_map import KeyMap

        shell = self._shell
        found = load_keys(shell.around.config_folder, shell.commands.specs)
        # Before it is noted as read: what comes from the file need not be written to it.
        if found.chosen:
            shell.store.set_keys(KeyMap(shell.commands.specs, found.chosen))
        self._file = found
        for fault in found.faults:
            words = shell.around.translator.text(fault.message(FILE_NAME))
            LOG.warning("%s", words)
        if found.faults:
            first = found.faults[0].message(FILE_NAME)
            shell.store.tell(Message.of("notice.keys-file", fault=first), "help.keys")

    def _keep(self, old: AppState, new: AppState) -> None:
        """Write the keys whenever they are others."""
        if old.keys == new.keys or self._file is None:
            return
        from dataclasses import replace

        from timeline_app.state.key_files import save_keys

        folder = self._shell.around.config_folder
        if save_keys(folder, self._file, new.keys.chosen if new.keys is not None else {}):
            # What was wrong has been put beside.
            self._file = replace(self._file, faults=())
        else:
            self._shell.store.tell(Message.of("notice.keys-not-kept", folder=str(folder)))

    def open_keys(self) -> None:
        """List the keys; each can be changed there. On the only screen nothing comes before the class."""
        home = self._shell.window_in_hand
        if home is None:
            return
        from timeline_app.state.key_files import FILE_NAME
        from timeline_app.ui import keys_dialog

        shell = self._shell
        look = shell.appearance
        self.load()
        faults = (
            tuple(fault.message(FILE_NAME) for fault in self._file.faults) if self._file is not None else ()
        )
        dialog = keys_dialog.KeysDialog(
            shell.commands,
            self._handlers,
            faults,
            shell.around.translator,
            look.theme,
            look.text_scale,
            shell.window,
            shell.store.state.mode,
        )
        shell.bridge.keys_changed.connect(dialog.show_keys)
        before = home if home is not shell.window else None
        dialog.open_at(keys_dialog.WIDTH_PX, keys_dialog.HEIGHT_PX, before)
