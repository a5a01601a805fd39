# SPDX-License-Identifier: MIT
"""Checks the texts: marks that lead nowhere or to words that are not there, languages that are missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from timeline_app.base.messages import Message, Param
from timeline_app.content.anchor_checks import check_anchors, check_known
from timeline_app.content.draft import Draft, Entry
from timeline_app.content.known_ids import CODES_BY_KIND, Known
from timeline_app.content.node_tree import Map, Mark, TreePath
from timeline_app.content.shape import LANGUAGE_TAG
from timeline_app.content.watch import Watched, WatchedText
from timeline_app.model.prose_marks import Citation, marks_in

_MARKED_FIELDS: Final = frozenset({"summary", "body", "plain", "as_then"})
"""Texts of an event whose marks must be among the event's own sources and excerpts."""

_TOLD_FIELDS: Final = frozenset(
    {
        "about", "alt", "as_then", "ask", "body", "conclusion", "date_basis", "describe", "note", "notes",
        "plain", "reason", "says", "short", "subtitle", "summary", "task", "text", "title", "why",
    }
)  # fmt: skip
"""Texts that every language of an exhibit needs; names and citations may stay as they are."""

_AS_THEY_ARE: Final = frozenset({"sources", "excerpts"})
"""Sections whose plain texts are quotations and citations."""

_BROKEN_MARK: Final = re.compile(r"(?<!\\)\[[@#][^\[\]\n]{0,200}\]?")


def check_texts(draft: Draft, entry: Entry, watched: Watched, known: Mapping[str, Known]) -> None:
    """Report marks that lead nowhere and translations that are missing; nothing is left out."""
    languages = tuple(tag for tag in draft.about.languages if LANGUAGE_TAG.fullmatch(tag))
    check_known(draft, entry)
    marks: _Marks | None = None
    for text in watched.texts:
        for words in text.node.values() if isinstance(text.node, Map) else (text.node,):
            if "[@" in words or "[#" in words or "]{" in words:
                marks = marks or _Marks(draft, entry, known)
                marks.check(text.path, words)
        if len(languages) > 1:
            _check_languages(draft, entry, text, languages)


# -- marks -----------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Marks:
    """The marks of one entry: where each was told of last, and which were told to be unlisted."""

    draft: Draft
    entry: Entry
    known: Mapping[str, Known]
    _last: dict[tuple[TreePath, str], Mark] = field(default_factory=dict)
    _unlisted: set[str] = field(default_factory=set)
    _listed: dict[str, set[str]] = field(default_factory=dict)

    def check(self, path: TreePath, words: str) -> None:
        """Check the marks of one text."""
        good: set[int] = set()
        for mark in marks_in(words):
            good.add(mark.start - 1)
            for citation in mark.citations:
                sign = f"{'#' if citation.is_excerpt else '@'}{citation.target}"
                code = self._fault_of(path, citation)
                if code and sign not in self._unlisted:
                    self._report(path, sign, code, citation)
        for broken in _BROKEN_MARK.finditer(words):
            if broken.start() not in good:
                self._add(path, broken[0].split("\n")[0], "bad-mark", None)
        if "]{" in words:
            check_anchors(self.draft, path, words, self._add)

    def _fault_of(self, path: TreePath, citation: Citation) -> str:
        """Return the code of what is wrong with a citation, empty if nothing is or it was told already."""
        kind = "excerpts" if citation.is_excerpt else "sources"
        if citation.target not in self.known[kind].living:
            return CODES_BY_KIND[kind] if self.known[kind].is_faulty(citation.target) else ""
        if self.entry.section != "events" or path[0] not in _MARKED_FIELDS:
            return ""
        if kind not in self._listed:
            self._listed[kind] = set(_listed(self.entry.raw.get(kind)))
        if citation.target in self._listed[kind] or _is_list_faulty(self.entry, kind):
            return ""
        return "unlisted-excerpt" if citation.is_excerpt else "unlisted-source"

    def _report(self, path: TreePath, sign: str, code: str, citation: Citation) -> None:
        if code.startswith("unlisted"):
            self._unlisted.add(sign)
            hint = None
        else:
            kind = "excerpts" if citation.is_excerpt else "sources"
            hint = self.draft.report.hint(citation.target, self.known[kind].all)
        self._add(path, sign, code, hint, id=citation.target)

    def _add(self, path: TreePath, sign: str, code: str, hint: Message | None, **params: Param) -> None:
        """Note a problem where a sign stands in a text, behind where it was told of before."""
        sheet = self.entry.sheet
        last = self._last.get((path, sign))
        if last is None:
            place = sheet.find(sign, self.entry.mark_of(path))
        else:
            place = sheet.find(sign, last, is_behind=True)
        self._last[path, sign] = place
        self.draft.report.add(sheet, place, code, excerpt=sign, hint=hint, fixes=(), **params)


def _listed(node: Any) -> Iterator[str]:
    for use in node or ():
        yield use.get("source", "") if isinstance(use, Map) else use


def _is_list_faulty(entry: Entry, kind: str) -> bool:
    """Tell whether an event's list has a fault of its own: then the same id must not be told twice."""
    return (
        kind in getattr(entry.raw, "gaps", ())
        or any(path[0] == kind for path in entry.edits)
        or entry.is_damaged((kind,) if kind in entry.raw else ())
    )


# -- languages -------------------------------------------------------------------------------------


def _check_languages(draft: Draft, entry: Entry, text: WatchedText, languages: tuple[str, ...]) -> None:
    """A plain text stands for the first language; a mistyped tag is not also a missing language."""
    if isinstance(text.node, Map):
        told = set(text.node)
        if not told <= set(languages) or hasattr(text.node, "gaps"):
            return
    else:
        field = next((key for key in reversed(text.path) if isinstance(key, str)), "")
        if entry.section in _AS_THEY_ARE or field not in _TOLD_FIELDS:
            return
        told = {languages[0]}
    missing = [language for language in languages if language not in told]
    if missing and not entry.is_damaged(text.path):
        draft.add(
            entry, text.path, "missing-translation", excerpt=_first(text.node), languages=", ".join(missing)
        )


def _first(node: Any) -> str:
    return str(next(iter(node.values()))) if isinstance(node, Map) else str(node)
