# SPDX-License-Identifier: MIT
"""What is said of a silent stretch of a lane: why there is nothing, when, and the author's note."""

from __future__ import annotations

from functools import lru_cache

from timeline_app.base.messages import Translator
from timeline_app.base.text_value import ShownText
from timeline_app.chrono.phrases import date_in_words
from timeline_app.scene.range_words import range_in_words
from timeline_app.scene.silences import Silences, Stretch


def why_in_words(stretch: Stretch, translator: Translator) -> str:
    """Return why there is nothing, in a word; of a sparse stretch that it is one."""
    return _word("" if stretch.written is None else stretch.written.why, translator)


@lru_cache(maxsize=64)
def _word(why: str, translator: Translator) -> str:
    """Return the word for a reason, none for a sparse stretch; each frame asks for some dozens."""
    return translator.say(f"silence.why.{why}" if why else "silence.sparse")


def silence_in_words(silences: Silences, stretch: Stretch, translator: Translator) -> str:
    """Return why there is nothing, and from when to when."""
    if stretch.written is None:
        span = range_in_words(*silences.instants_of(stretch), translator)
        return translator.say("silence.sparse-in", range=span)
    span = date_in_words(stretch.written.date, translator)
    return translator.say("silence.in", why=why_in_words(stretch, translator), range=span)


def note_of(stretch: Stretch, translator: Translator) -> ShownText:
    """Return the author's note; where there is none, what the form of the stretch means."""
    if stretch.written is not None and stretch.written.note is not None:
        return stretch.written.note
    key = "silence.sparse-note" if stretch.written is None else f"silence.note.{stretch.written.why}"
    return ShownText(translator.say(key), translator.language)
