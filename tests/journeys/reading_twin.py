# SPDX-License-Identifier: MIT
"""A twin of somebody who reads a story whose sentence "meant for goods" rests on the words of a document."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from tests.journeys.twin import Twin
from timeline_app.ui.panels.event_page import EventPage

WORDS = "meant for goods"


class ReadingTwin(Twin):
    """A twin that knows where the sentence, its words and its source are, and does what the hand does."""

    @property
    def page(self) -> EventPage:
        """The event's page, which must be shown."""
        return self.shown(EventPage)

    @property
    def place(self) -> int:
        """The place in reading order of the sentence's mark."""
        story = self.page.story
        for index, mark in enumerate(story.marks):
            text = story.paragraphs[mark.paragraph].copied(mark.spot.passage_start, mark.spot.passage_end)
            if text.strip() == WORDS:
                return index
        raise AssertionError(WORDS)

    def sentence(self) -> QRect:
        """Return where the sentence stands in the window."""
        story = self.page.story
        rect = story.body.passage_rect(story.marks[self.place])
        return rect.translated(self.area(story).topLeft())

    def seen(self, part: QWidget) -> QRect:
        """Return where a part stands in the window; it must be in view."""
        assert self.shell.panel is not None
        area = self.area(part)
        assert self.area(self.shell.panel).contains(area.center())
        return area

    def follow(self) -> None:
        """Follow the sentence, as a click on it does."""
        story = self.page.story
        story.activate([story.marks[self.place]])
        self.rest()
