# SPDX-License-Identifier: MIT
"""The commands on all sources: to go through them, and to save bibliographies, whose format the ending decides."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt

from timeline_app.base.messages import Message
from timeline_app.base.places import comes_with_the_program
from timeline_app.state.app_state import PanelPage
from timeline_app.ui.shell import Shell


class BibliographyCommands:
    """Carries out `sources.open`, `sources.export` and `sources.export-event`."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def bind(self) -> None:
        """Bind the commands."""
        self._shell.commands.bind("sources.open", self.open)
        self._shell.commands.bind("sources.export", self.export)
        self._shell.commands.bind("sources.export-event", self.export_event)

    def open(self) -> None:
        """List all sources, and put the keyboard where they are searched."""
        self._shell.store.show_page(PanelPage.SOURCES)
        if self._shell.panel is not None:
            self._shell.panel.focus_content(Qt.FocusReason.ShortcutFocusReason)

    def export(self, ids: str) -> None:
        """Save the sources with these ids, one a line; all that may be told of where none are named."""
        self._ask(tuple(ids.splitlines()) or None, "sources.file-name")

    def export_event(self) -> None:
        """Save the sources of the event in hand."""
        store = self._shell.store
        showing, event_id = store.showing, store.state.selection.primary
        ordinal = showing.ordinal(event_id) if showing is not None and event_id else None
        if showing is not None and ordinal is not None:
            uses = showing.event(ordinal).sources
            self._ask(tuple(dict.fromkeys(use.source.id for use in uses)), "sources.file-name-event")

    def write(self, path: Path, ids: Sequence[str] | None) -> None:
        """Write a file, and say what became of it."""
        # What writes citations is not needed while the program starts.
        from timeline_app.model.citation_styles import CitationStyle
        from timeline_app.ui.bibliography_export import write_bibliography

        store = self._shell.store
        if store.showing is None:
            return
        style = CitationStyle(store.state.settings.citation_style)
        problem = write_bibliography(path, store.showing, style, self._shell.around.translator, ids)
        if problem is not None:
            self._shell.tell(problem)
        else:
            store.tell(Message.of("sources.saved", file=path.name))

    def _ask(self, ids: Sequence[str] | None, name: str) -> None:
        from PySide6.QtWidgets import QFileDialog

        from timeline_app.model.bibliography_files import ENDINGS, BibliographyFormat

        say = self._shell.around.translator.say
        dialog = QFileDialog(self._shell.window, say("sources.export-title"), str(self._folder()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        endings = {say(f"sources.filter.{form}"): ENDINGS[form] for form in BibliographyFormat}
        dialog.setNameFilters(list(endings))
        dialog.setDefaultSuffix(ENDINGS[BibliographyFormat.CSL_JSON].removeprefix("."))
        dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix(endings[words].removeprefix(".")))
        dialog.selectFile(say(name))
        dialog.fileSelected.connect(lambda path: self.write(Path(path), ids))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _folder(self) -> Path:
        """Return where the dialog begins: beside an exhibit of one's own, else at home."""
        path = self._shell.desk.path
        own = path is not None and path != self._shell.around.built_in and not comes_with_the_program(path)
        return path.resolve().parent if own and path is not None else Path.home()
