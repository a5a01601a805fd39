# SPDX-License-Identifier: MIT
"""Shows a search in the window: in the header's field, in the panel, on timeline and overview."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject

from timeline_app.base.clock import Cancel
from timeline_app.state.app_state import PanelPage
from timeline_app.ui.announcement import announce
from timeline_app.ui.search.words import at_in_words, count_in_words
from timeline_app.ui.shell import Shell

MARK_MS: Final = 90.0
"""The list comes at once, the marks on timeline and overview when no further key has followed: a frame is not in
the way of what is being typed."""
SAY_MS: Final = 500.0
"""Whoever types on hears no numbers in between."""


class SearchViews(QObject):
    """Hands what was found to those who show it; holds nothing but what is to be said aloud in a moment."""

    def __init__(self, shell: Shell, show_panel: Callable[[], None]) -> None:
        super().__init__(shell)
        self._shell = shell
        self._show_panel = show_panel
        self._say_later: Cancel | None = None
        self._mark_later: Cancel | None = None

    def show(self) -> None:
        """Show what is found for the present state."""
        shell = self._shell
        shell.search.refresh()
        self._show_found()
        shell.header.search.show_text(shell.store.state.search.text)

    def show_more(self) -> None:
        """Show what has been found meanwhile."""
        self._show_found()

    def set_words(self) -> None:
        """Name field and button."""
        shell, say = self._shell, self._shell.around.translator.say
        shell.header.search.set_words(
            say("search.placeholder"), say("search.field"), say("search.field-tip"), say("search.clear-field")
        )
        keys = "Ctrl+F"
        shell.header.search_button.set_words(say("search.placeholder"), keys)

    def type(self, text: str) -> None:
        """Look for what is being typed; nothing typed ends the search, and the keyboard stays."""
        self._shell.commands.send("search.set", text=text)

    def _show_found(self) -> None:
        shell = self._shell
        self._mark_soon()
        if shell.store.state.page is PanelPage.SEARCH:
            self._show_panel()
        self._say_soon()

    def _mark_soon(self) -> None:
        if self._mark_later is not None:
            self._mark_later()
        # What was marked may be of another exhibit, so the old marks go at once where nothing is looked for.
        if self._shell.search.hits is None:
            self._mark()
        else:
            self._mark_later = self._shell.around.clock.after(MARK_MS, self._mark)

    def _mark(self) -> None:
        self._mark_later = None
        self._shell.canvas.set_hits(self._shell.search.hits)
        self._shell.overview.set_hits(self._shell.search.hits)

    def _say_soon(self) -> None:
        if self._say_later is not None:
            self._say_later()
        self._say_later = self._shell.around.clock.after(SAY_MS, self._say)

    def _say(self) -> None:
        """Say how many results there are, or at which of them the reader is."""
        self._say_later = None
        shell = self._shell
        results, walked = shell.search.results, shell.store.state.search.walked
        if not results.text:
            return
        translator = shell.around.translator
        words = count_in_words(results, translator)
        hit = results.found.hit(walked) if results.found is not None else None
        if hit is not None:
            words = f"{at_in_words(results, walked, translator)}: {hit.title.text}"
        shell.header.search.setAccessibleDescription(words)
        announce(shell.header.search, words)


def connect_search(shell: Shell, show_panel: Callable[[], None]) -> None:
    """Connect the signals of a search."""
    views = SearchViews(shell, show_panel)
    views.set_words()
    shell.bridge.document_changed.connect(views.show)
    shell.bridge.lens_changed.connect(views.show)
    shell.bridge.calendars_changed.connect(views.show)
    shell.bridge.search_changed.connect(views.show)
    shell.search.changed.connect(views.show_more)
    shell.header.search.textEdited.connect(views.type)
    shell.canvas.drawing.connect(shell.search.jobs.let_picture_go_first)
    views.show()
