# SPDX-License-Identifier: MIT
"""What the commands on evidence do: open excerpts, sources, claims and lists of them, and draw it on the marks."""

from __future__ import annotations

from timeline_app.state.app_state import PanelPage
from timeline_app.state.commands import Commands
from timeline_app.state.store import Store


class EvidenceHandlers:
    """Leads from a statement to what it rests on."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def open_excerpt(self, id: str, words: str) -> None:  # noqa: A002 — argument name of the command
        """Show an excerpt, with these words lit."""
        showing = self._store.showing
        if showing is not None and showing.excerpt(id) is not None:
            self._store.show_page(PanelPage.EXCERPT, id, words)

    def open_source(self, id: str) -> None:  # noqa: A002
        """Show a source."""
        showing = self._store.showing
        if showing is not None and showing.source(id) is not None:
            self._store.show_page(PanelPage.SOURCE, id)

    def open_claim(self, id: str) -> None:  # noqa: A002
        """Show a claim with its accounts side by side."""
        showing = self._store.showing
        if showing is not None and showing.claim(id) is not None:
            self._store.show_page(PanelPage.CLAIM, id)

    def toggle_evidence(self) -> None:
        """Draw on the marks what they rest on, or not."""
        self._store.show_evidence(is_shown=not self._store.state.evidence_shown)

    def toggle_silences(self) -> None:
        """Draw what tells of silences, or not."""
        self._store.show_silences(is_shown=not self._store.state.silences_shown)

    def read_wide(self) -> None:
        """Give the panel the whole window, or its usual place again."""
        self._store.read_wide(is_wide=not self._store.state.is_reading_wide)

    def bind(self, commands: Commands) -> None:
        """Bind the commands."""
        store = self._store
        commands.bind("excerpt.open", self.open_excerpt)
        commands.bind("source.open", self.open_source)
        commands.bind("claim.open", self.open_claim)
        commands.bind("evidence.follow", store.follow)
        commands.bind("evidence.arrive", store.arrive)
        commands.bind("evidence.toggle", self.toggle_evidence)
        commands.bind("silences.toggle", self.toggle_silences)
        commands.bind("reading.wide", self.read_wide)
