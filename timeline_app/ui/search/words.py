# SPDX-License-Identifier: MIT
"""How many results there are, in words."""

from __future__ import annotations

from timeline_app.base.messages import Message, Translator
from timeline_app.ui.search.desk import Results


def count_in_words(results: Results, translator: Translator) -> str:
    """Return how many results there are, or that they cannot be told yet."""
    if results.found is None:
        return translator.say("search.getting-ready")
    if not results.count and results.is_whole:
        return translator.say("search.none")
    if not results.is_whole:
        return translator.text(Message.of("search.count-so-far", count=results.count))
    possible = results.found.possible
    if possible:
        key = "search.count-all-possible" if possible == results.count else "search.count-possible"
        return translator.text(Message.of(key, count=results.count, possible=possible))
    return translator.text(Message.of("search.count", count=results.count))


def at_in_words(results: Results, number: int, translator: Translator) -> str:
    """Return at which of the results the reader is."""
    return translator.text(Message.of("search.at", number=number + 1, count=results.count))
