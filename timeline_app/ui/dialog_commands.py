# SPDX-License-Identifier: MIT
"""The commands that open a dialog or move the focus; a dialog's module is loaded when it is first opened."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from timeline_app.ui.shell import Shell


class DialogCommands:
    """Carries out what needs a dialog, and moves the focus between the parts of the window."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def bind(self) -> None:
        """Bind the commands."""
        commands = self._shell.commands
        commands.bind("settings.open", self.open_settings)
        commands.bind("help.about", self.open_about)
        commands.bind("go.canvas", self.go_to_canvas)
        commands.bind("go.panel", self.go_to_panel)
        commands.bind("go.menu", self.open_menu)

    def go_to_canvas(self) -> None:
        """Put the keyboard into the timeline, which comes back from behind a panel of full width."""
        self._shell.store.read_wide(is_wide=False)
        self._shell.canvas.go_to_events()

    def go_to_panel(self) -> None:
        """Put the keyboard into the panel, which opens for it."""
        self._shell.store.open_panel(is_open=True)
        panel, reason = self._shell.panel, Qt.FocusReason.ShortcutFocusReason
        if panel is not None:
            panel.focus_content(reason)
        else:
            self._shell.panel_frame.setFocus(reason)

    def open_settings(self) -> None:
        """Open the settings."""
        from timeline_app.ui import settings_dialog

        shell = self._shell
        dialog = settings_dialog.SettingsDialog(
            shell.store.state.settings, shell.commands.send, shell.around.translator, shell.window
        )
        dialog.open_at(settings_dialog.WIDTH_PX, settings_dialog.HEIGHT_PX)

    def open_about(self) -> None:
        """Say what this is and under which licences."""
        from timeline_app.ui import about_dialog

        shell = self._shell
        dialog = about_dialog.AboutDialog(
            shell.around.notices, shell.around.translator, shell.appearance.text_scale, shell.window
        )
        dialog.open_at(about_dialog.WIDTH_PX, about_dialog.HEIGHT_PX)

    def open_menu(self) -> None:
        """Open the menu under its button, so that the keyboard reaches every command."""
        menus = self._shell.menus
        if menus is None:
            return
        button, menu = self._shell.header.buttons["menu"], menus.main
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        menu.setActiveAction(menu.actions()[0])
