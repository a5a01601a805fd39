# SPDX-License-Identifier: MIT
"""Carries out what the panel wishes: commands, the clipboard, and the browser after asking."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox

from timeline_app.ui.panels.detail_panel import DetailPanel
from timeline_app.ui.shell import Shell


class PanelWishes(QObject):
    """Stands between the panel, which changes nothing itself, and those who do."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell

    def connect_panel(self, panel: DetailPanel) -> None:
        """Connect the panel's signals."""
        send = self._shell.commands.send
        panel.event_open_requested.connect(lambda event_id: send("select.event", id=event_id))
        panel.note_open_requested.connect(lambda note_id: send("note.open", id=note_id))
        panel.note_skip_requested.connect(lambda event_id: send("note.skip", id=event_id))
        panel.date_reason_requested.connect(lambda: send("panel.why-date"))
        panel.lane_requested.connect(lambda: send("lanes.show-selected"))
        panel.legend_requested.connect(lambda: send("go.legend"))
        panel.introduction_requested.connect(lambda: send("go.introduction"))
        panel.follow_requested.connect(lambda number: send("evidence.follow", number=number))
        panel.excerpt_requested.connect(
            lambda excerpt_id, words: send("excerpt.open", id=excerpt_id, words=words)
        )
        panel.source_requested.connect(lambda source_id: send("source.open", id=source_id))
        panel.claim_requested.connect(lambda claim_id: send("claim.open", id=claim_id))
        panel.sources_requested.connect(lambda: send("sources.open"))
        panel.questions_requested.connect(lambda: send("questions.open"))
        panel.command_requested.connect(lambda command_id, arguments: send(command_id, **arguments))
        panel.earlier_folded_requested.connect(lambda: send("folded.earlier"))
        panel.later_folded_requested.connect(lambda: send("folded.later"))
        panel.copy_requested.connect(_copy)
        panel.problem_copy_requested.connect(_copy)
        panel.browser_requested.connect(self.ask_for_browser)

    def ask_for_browser(self, address: str) -> None:
        """Ask before an address leaves the program; it has no network of its own."""
        say = self._shell.around.translator.say
        box = QMessageBox(self._shell.window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(say("browser.question"))
        box.setInformativeText(address)
        yes = box.addButton(say("browser.open"), QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(say("browser.cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        yes.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
        box.open()


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
