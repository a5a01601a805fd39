# SPDX-License-Identifier: MIT
"""Writes bibliographies into files: of the whole exhibit as the lens leaves it, or of chosen sources."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from timeline_app.base.messages import Message, Translator
from timeline_app.content.file_replacement import write_whole
from timeline_app.model.bibliography_files import bibliography_text, format_of_ending
from timeline_app.model.bibliography_pages import PageWords
from timeline_app.model.citation_styles import CitationStyle
from timeline_app.model.showing import Showing
from timeline_app.state.evidence_words import foot_messages


def write_bibliography(
    path: Path,
    showing: Showing,
    style: CitationStyle,
    translator: Translator,
    ids: Iterable[str] | None = None,
) -> Message | None:
    """Write a file in the format of its ending, whole or not at all; return what went wrong, None if nothing did.

    Sources that the reader has switched off are left out, and the file says so where it is one to be read.
    """
    form = format_of_ending(path.suffix)
    if form is None:
        return Message.of("sources.unknown-ending", file=path.name)
    chosen = showing.bibliography.ids if ids is None else tuple(ids)
    left = [name for name in chosen if name not in showing.sources_off]
    text = bibliography_text(showing.bibliography.entries(left), form, style, page_words(showing, translator))
    try:
        write_whole(path, text.encode())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Message.of("sources.unwritable", file=path.name, reason=reason)
    return None


def page_words(showing: Showing, translator: Translator) -> PageWords:
    """Return what a list says beside its works, with what the lens leaves out."""
    title = translator.say("sources.of-exhibit", title=showing.title.text)
    notes = tuple(map(translator.text, foot_messages(showing)))
    return PageWords(title, translator.language, notes)
