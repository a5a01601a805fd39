# SPDX-License-Identifier: MIT
"""Checks what stands behind bracketed words: `{cite="#x" words="…" since=2004}`.

Nothing is left out: words that are not found light the whole excerpt, and a part whose date cannot be
read is held back at every cursor.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from timeline_app.base.messages import Message
from timeline_app.chrono.edtf import can_be_read
from timeline_app.content.date_checks import fault_of
from timeline_app.content.draft import Draft, Entry
from timeline_app.content.node_tree import TreePath
from timeline_app.model.prose_marks import ATTRIBUTES, attributes_of, citations_of
from timeline_app.model.prose_words import places_of
from timeline_app.model.records import Excerpt

Add = Callable[..., None]
"""Notes a problem: the text's path, the sign to look for in the file, code, hint, and what the message needs."""

KNOWN_ATTRIBUTES: Final = ("cite", "words", "since")

_BEHIND_WORDS: Final = re.compile(r"\]" + ATTRIBUTES.pattern)
_LONGEST_SEARCHED: Final = 20_000
"""Characters of an excerpt in which the nearest words are looked for."""
_LEAST_ALIKE: Final = 0.6


class _Part(NamedTuple):
    """What stands behind bracketed words, as it was written and as it is read."""

    written: str
    told: dict[str, str]

    def sign(self, name: str) -> str:
        """Return how an attribute begins in the file: the rest of it may stand on further lines."""
        first = self.told[name].split()[:1]
        quote = '"' if re.search(rf'\b{name}\s*=\s*"', self.written) else ""
        return f"{name}={quote}{first[0] if first else ''}"


def check_anchors(draft: Draft, path: TreePath, text: str, add: Add) -> None:
    """Report attributes that are not known, words that their excerpt does not hold, and dates that are none."""
    for match in _BEHIND_WORDS.finditer(text):
        part = _Part(match[1], attributes_of(match[1]))
        for name in part.told.keys() - KNOWN_ATTRIBUTES:
            hint = draft.report.hint(name, KNOWN_ATTRIBUTES)
            add(path, part.sign(name), "unknown-attribute", hint, name=name)
        if "cite" in part.told and not citations_of(part.told["cite"]):
            hint = Message.of("problem.hint.bad-cite")
            add(path, part.sign("cite"), "bad-cite", hint, cite=part.told["cite"])
        elif "words" in part.told:
            _check_words(draft, path, part, add)
        if "since" in part.told:
            _check_since(draft, path, part, add)


def _check_words(draft: Draft, path: TreePath, part: _Part, add: Add) -> None:
    cited = [citation.target for citation in citations_of(part.told.get("cite", "")) if citation.is_excerpt]
    words = " ".join(part.told["words"].split())
    if not cited:
        hint = Message.of("problem.hint.words-without-excerpt")
        add(path, part.sign("words"), "words-without-excerpt", hint, words=words)
        return
    known = [found for target in cited if (found := draft["excerpts"].entry_of(target)) is not None]
    texts = [text for found in known for text in _texts_of(found.record)]
    if len(known) < len(cited) or any(places_of(words, text) for text in texts):
        return
    near = _nearest(draft, words, texts)
    did_you_mean = Message.of("problem.hint.did-you-mean", word=near) if near else None
    add(path, part.sign("words"), "words-not-in-excerpt", did_you_mean, words=words, id=cited[0])


def _texts_of(excerpt: Excerpt) -> Iterator[str]:
    """Yield an excerpt's words in all languages that it has."""
    if isinstance(excerpt.text, str):
        yield excerpt.text
        return
    yield excerpt.text.text
    for translation in excerpt.text.translations.values():
        yield translation.text


def _nearest(draft: Draft, words: str, texts: list[str]) -> str:
    """Return what comes nearest to some words in an excerpt, empty if nothing does."""
    suggestions = draft.report.suggestions
    best, best_ratio = "", _LEAST_ALIKE
    for text in texts:
        searched = " ".join(text[:_LONGEST_SEARCHED].split())
        suggestions.comparisons_left -= 1 + len(searched) // 100
        if suggestions.comparisons_left < 0:
            return ""
        match = SequenceMatcher(None, searched, words, autojunk=False).find_longest_match()
        start = max(match.a - match.b, 0)
        near = _whole_words(searched, start, start + len(words))
        ratio = SequenceMatcher(None, near, words, autojunk=False).ratio()
        if ratio > best_ratio:
            best, best_ratio = near, ratio
    return best


def _whole_words(text: str, start: int, end: int) -> str:
    """Return a stretch of a text, up to the ends of the words at both its ends."""
    while start > 0 and text[start - 1].isascii() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isascii() and text[end].isalnum():
        end += 1
    return text[start:end].strip()


def _check_since(draft: Draft, path: TreePath, part: _Part, add: Add) -> None:
    since = part.told["since"]
    if can_be_read(since, draft.date_settings):
        return
    error = fault_of(since, draft.date_settings)
    hint = Message.of("problem.hint.date", hint=error.hint) if error.hint else None
    if error.fixes:
        hint = Message.of("problem.hint.did-you-mean", word=" · ".join(error.fixes))
    add(path, part.sign("since"), "bad-since", hint, since=since, reason=error.message)


def check_known(draft: Draft, entry: Entry) -> None:
    """Advise where an event says who knew of it, but neither since when nor why that is not told."""
    known = getattr(entry.record, "known", ())
    if entry.section != "events" or isinstance(known, str):
        return
    for index, knower in enumerate(known):
        path = ("known", index)
        if knower.since is None and not knower.note and not entry.is_damaged(path):
            hint = Message.of("problem.hint.undated-known")
            draft.add(entry, path, "undated-known", excerpt=knower.to, hint=hint)
