# SPDX-License-Identifier: MIT
"""The commands on evidence that move the focus or use the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from timeline_app.base.messages import Message
from timeline_app.state.app_state import PanelPage
from timeline_app.ui.shell import Shell


class EvidenceCommands:
    """Opens the cursor for what was in print and the list of questions, and copies citations."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def bind(self) -> None:
        """Bind the commands."""
        self._shell.commands.bind("known.open", self.open_cursor)
        self._shell.commands.bind("questions.open", self.open_questions)
        self._shell.commands.bind("sources.copy-citation", self.copy_citation)

    def open_cursor(self) -> None:
        """Show the bar with the cursor, and put the keyboard into its field."""
        from timeline_app.state.known_handlers import KnownHandlers

        KnownHandlers(self._shell.store).open()
        if self._shell.store.state.lens.known_at is not None:
            self._shell.evidence_bar.known.take_focus()

    def open_questions(self) -> None:
        """List all questions on which accounts differ, and put the keyboard into the list."""
        self._shell.store.show_page(PanelPage.QUESTIONS)
        if self._shell.panel is not None:
            self._shell.panel.focus_content(Qt.FocusReason.ShortcutFocusReason)

    def copy_citation(self) -> None:
        """Copy the citation of the source in hand, with its italics for those who take them."""
        from timeline_app.model.citation_styles import CitationStyle, Use

        showing, style = (
            self._shell.store.showing,
            CitationStyle(self._shell.store.state.settings.citation_style),
        )
        source_id = self._source_in_hand()
        entry = showing.bibliography.entry(source_id) if showing is not None else None
        if entry is None:
            return
        # The style of notes has its citation in the note; of the others it stands in the list of works.
        cited = entry.cited(style, Use.FULL if style is CitationStyle.CHICAGO_NOTES else Use.ENTRY)
        data = QMimeData()
        data.setText(cited.text)
        data.setHtml(cited.html)
        QGuiApplication.clipboard().setMimeData(data)
        self._shell.store.tell(Message.of("notice.citation-copied", citation=cited.text))

    def _source_in_hand(self) -> str:
        state, showing = self._shell.store.state, self._shell.store.showing
        if state.page is not PanelPage.EXCERPT or showing is None:
            return state.subject
        excerpt = showing.excerpt(state.subject)
        return excerpt.source.id if excerpt is not None and excerpt.source is not None else ""
