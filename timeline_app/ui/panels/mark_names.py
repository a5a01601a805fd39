# SPDX-License-Identifier: MIT
"""How the marks of an event are named in words: the source and the place in it, or whose words they lead to."""

from __future__ import annotations

from collections.abc import Collection

from timeline_app.model.prose import Mark
from timeline_app.model.views import EventView
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.source_texts import reference


class MarkNames:
    """The names of one event's marks; those of sources that were taken away say so."""

    def __init__(self, event: EventView, off: Collection[str], look: Look) -> None:
        self._look = look
        self._names: dict[tuple[bool, int], str] = {}
        speakers = {excerpt.id: excerpt.speaker for excerpt in event.excerpts}
        for use in event.sources:
            source = reference(use)
            if use.source.id in off:
                source = look.say("panel.mark.off", source=source)
            self._names[False, use.number] = look.say("panel.mark.source", number=use.number, source=source)
            speaker = speakers.get(use.excerpt)
            words_of = str(speaker) if speaker and use.source.id not in off else source
            self._names[True, use.number] = look.say(
                "panel.mark.excerpt", number=use.number, speaker=words_of
            )

    def name(self, mark: Mark) -> str:
        """Return the name of a mark."""
        return self._names.get((mark.is_excerpt, mark.number), str(mark.number))

    def told(self, mark: Mark) -> str:
        """Return what is read out when a mark is followed: its name, and the words that are lit."""
        if mark.words:
            return self._look.say("panel.mark.followed-words", mark=self.name(mark), words=mark.words)
        return self._look.say("panel.mark.followed", mark=self.name(mark))
