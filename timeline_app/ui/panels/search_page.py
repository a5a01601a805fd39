# SPDX-License-Identifier: MIT
"""The page of what was found: how much, what the questions mean, and a list of any length."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from timeline_app.model.prose import BlockKind
from timeline_app.model.showing import Showing
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import show_text
from timeline_app.ui.panels.page_of_rows import PageOfRows
from timeline_app.ui.panels.search_rows import SearchDelegate, SearchModel
from timeline_app.ui.reading.paragraphs import Paragraph, words
from timeline_app.ui.search.desk import Results
from timeline_app.ui.search.words import count_in_words

PHRASE: Final = re.compile(r'"([^"]+)"')


class SearchPage(PageOfRows):
    """Lists hits; the one that the reader has walked to is in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing: Showing | None = None
        self.head = self.add_text()
        self.model = SearchModel(self)
        self.list = self.add_list(self.model)
        self._delegate = SearchDelegate(self.model, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.chosen.connect(self._choose)

    def fill(self, results: Results, walked: int, showing: Showing, look: Look) -> None:
        """Show what was found, at the hit that the reader has walked to."""
        self.set_spacing(look)
        self._showing = showing
        show_text(self.head, _head(results, showing, look), look)
        found = results.found
        self.list.setAccessibleName(look.say("search.list"))
        self.list.setAccessibleDescription(count_in_words(results, look.translator) if results.text else "")
        self.list.setVisible(bool(results.count))
        if found is None:
            self.model.forget()
            return
        is_other = found is not self.model.found
        self._delegate.set_look(look, has_words=bool(results.query.terms))
        self.fit_rows(self._delegate)
        self.model.show_found(found, results.count, results.query, showing, look)
        if is_other:
            self.list.scrollToTop()
        if 0 <= walked < results.count and walked != self.list.currentIndex().row():
            index: QModelIndex = self.model.index(walked)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def forget_others(self, showing: Showing | None) -> None:
        """Let go of hits of another exhibit or lens."""
        if self._showing is not None and self._showing is not showing:
            self._showing = None
            self.model.forget()

    def _choose(self, number: int) -> None:
        self.command_requested.emit("search.choose", {"number": number})


def _head(results: Results, showing: Showing, look: Look) -> list[Paragraph]:
    """Return what stands above the list."""
    if not results.text:
        empty = words(look.say("search.heading"), "subheading", kind=BlockKind.HEADING)
        return [empty, words(look.say("search.hint"), "small")]
    # The heading sets quotation marks of its own around a phrase.
    phrase = PHRASE.fullmatch(results.text)
    heading = look.say("search.heading-for", text=phrase[1] if phrase else results.text)
    told = [
        words(heading, "subheading", kind=BlockKind.HEADING),
        words(count_in_words(results, look.translator), "small"),
    ]
    unanswered = results.found.unanswered if results.found is not None else ()
    told.extend(
        words(look.say("search.unanswered", question=f"{term.field}:{term.value}"), "small")
        for term in unanswered
    )
    told.extend(words(look.say("search.unknown", name=name), "small") for name in results.query.unknown)
    if results.is_whole and not results.count and not unanswered:
        told.append(words(look.say(_advice(showing)), "small"))
        loosened = results.found.loosened if results.found is not None else ()
        told.extend(words(look.say("search.loosen", part=str(part)), "small") for part in loosened)
    return told


def _advice(showing: Showing) -> str:
    """Return the key of what may help where nothing was found."""
    if showing.lens.known_at is not None:
        return "search.none-at-cursor"
    return "search.none-advice" if showing.lens.filters.is_empty else "search.none-filtered"
