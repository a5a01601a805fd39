# SPDX-License-Identifier: MIT
"""Reads the exhibit's Markdown into blocks, passages and marks.

The subset: paragraphs, headings, lists, quotations, stressed and strong words, and source marks as
prose_marks writes them. Raw HTML and bare addresses are text like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from timeline_app.model.prose import Block, BlockKind, Emphasis, Mark, Passage, Span
from timeline_app.model.prose_marks import ATTRIBUTES, BRACKETED, Citation, attributes_of, citations_of
from timeline_app.model.prose_words import EAST_ASIAN

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_CLOSING_PUNCTUATION: Final = re.compile(r"[.,;:!?…。、，．！？；：)\]）」』〉》”’»]+")
_DEEPEST: Final = 20
"""How deep lists and quotations may nest; what lies deeper is left out."""


def read_prose(text: str, language: str) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text; marks are not numbered yet."""
    return tuple(_Blocks(language).read(_markdown().parse(text)))


def number_marks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Number the marks from 1 in reading order; the same target and place in it keep their number."""
    numbers: dict[tuple[bool, str, str], int] = {}

    def numbered(mark: Mark) -> Mark:
        key = mark.is_excerpt, mark.target, mark.locator
        return replace(mark, number=numbers.setdefault(key, len(numbers) + 1))

    return tuple(
        replace(
            block,
            passages=tuple(
                replace(passage, marks=tuple(numbered(mark) for mark in passage.marks))
                for passage in block.passages
            ),
        )
        for block in blocks
    )


def marks_of(blocks: Iterable[Block]) -> tuple[Mark, ...]:
    """Return all marks in reading order."""
    return tuple(mark for block in blocks for passage in block.passages for mark in passage.marks)


@cache
def _markdown() -> MarkdownIt:
    """Return the parser; its library is loaded when the first text is shown."""
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("zero", {"html": False, "maxNesting": _DEEPEST})
    markdown.enable(["heading", "list", "blockquote", "emphasis", "escape", "entity", "newline"])
    markdown.inline.ruler.before("emphasis", "mark", _mark_rule)
    return markdown


def _mark_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's protocol.
    """Recognise `[@source, p. 3]` and `[words]{cite="#excerpt"}`."""
    if state.src[state.pos] != "[":
        return False
    bracketed = BRACKETED.match(state.src, state.pos, state.posMax)
    citations = citations_of(bracketed[1]) if bracketed else ()
    if bracketed and citations:
        if not silent:
            state.push("mark", "", 0).meta = {"citations": citations}
        state.pos = bracketed.end()
        return True
    return _worded_rule(state, silent=silent)


def _worded_rule(state: StateInline, *, silent: bool) -> bool:
    """Recognise bracketed words with attributes, and read the words as text of their own."""
    close = _closing_bracket(state)
    attributes = ATTRIBUTES.match(state.src, close + 1, state.posMax) if close > 0 else None
    if attributes is None:
        return False
    start, end = state.pos + 1, state.posMax
    if not silent:
        token = state.push("words_open", "", 1)
        token.meta = attributes_of(attributes[1])
        state.pos, state.posMax = start, close
        state.md.inline.tokenize(state)
        state.push("words_close", "", -1)
    state.pos, state.posMax = attributes.end(), end
    return True


def _closing_bracket(state: StateInline) -> int:
    """Return where the bracket at hand closes, -1 if it does not; all of a text are matched at once."""
    source, pairs = state.env.get(_PAIRS, (None, {}))
    if source is not state.src:
        pairs = _bracket_pairs(state.src)
        state.env[_PAIRS] = state.src, pairs
    close = pairs.get(state.pos, -1)
    return close if close < state.posMax else -1


def _bracket_pairs(text: str) -> dict[int, int]:
    pairs: dict[int, int] = {}
    open_at: list[int] = []
    for match in _BRACKET.finditer(text):
        if match[0] == "[":
            open_at.append(match.start())
        elif open_at:
            pairs[open_at.pop()] = match.start()
    return pairs


_PAIRS: Final = "bracket pairs"
_BRACKET: Final = re.compile(r"[\[\]]")


@dataclass(slots=True)
class _Blocks:
    """Turns markdown-it's block tokens into blocks."""

    language: str
    _lists: list[int | None] = field(default_factory=list)
    _quotes: int = 0
    _item_marker: str | None = None

    def read(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """Yield a block for each run of text."""
        level = 0
        for token in tokens:
            match token.type:
                case "bullet_list_open":
                    self._lists.append(None)
                case "ordered_list_open":
                    self._lists.append(int(token.attrs.get("start", 1)))
                case "bullet_list_close" | "ordered_list_close":
                    self._lists.pop()
                case "list_item_open":
                    self._start_item()
                case "blockquote_open":
                    self._quotes += 1
                case "blockquote_close":
                    self._quotes -= 1
                case "heading_open":
                    level = int(token.tag[1:])
                case "heading_close":
                    level = 0
                case "inline":
                    yield self._block(token, level)
                case _:
                    pass  # The ends of paragraphs and items say nothing new.

    def _start_item(self) -> None:
        number = self._lists[-1]
        self._item_marker = "" if number is None else f"{number}."
        if number is not None:
            self._lists[-1] = number + 1

    def _block(self, token: Token, level: int) -> Block:
        passages = _Passages(self.language).read(token.children or ())
        if level:
            return Block(passages, BlockKind.HEADING, level, self.language)
        if self._item_marker is not None and self._lists:
            marker, self._item_marker = self._item_marker, None
            return Block(passages, BlockKind.LIST_ITEM, len(self._lists), self.language, marker)
        if self._quotes:
            return Block(passages, BlockKind.QUOTE, self._quotes, self.language)
        return Block(passages, BlockKind.PARAGRAPH, len(self._lists), self.language)


@dataclass(slots=True)
class _Passages:
    """Turns the inline tokens of one block into passages."""

    language: str
    _done: list[Passage] = field(default_factory=list)
    _spans: list[Span] = field(default_factory=list)
    _stressed: int = 0
    _strong: int = 0
    _since: str = ""
    _has_break: bool = False
    _open_words: list[tuple[str, tuple[Mark, ...]]] = field(default_factory=list)

    def read(self, tokens: Iterable[Token]) -> tuple[Passage, ...]:
        """Return the passages of a block."""
        for token in tokens:
            match token.type:
                case "text" | "text_special":
                    self._add(token.content)
                case "softbreak":
                    self._has_break = True
                case "hardbreak":
                    self._add("\n")
                case "em_open" | "em_close":
                    self._stressed += token.nesting
                case "strong_open" | "strong_close":
                    self._strong += token.nesting
                case "mark":
                    self._close(_marks(token.meta["citations"]))
                case "words_open":
                    self._start_words(token.meta)
                case "words_close":
                    self._end_words()
                case _:
                    raise ValueError(token.type)
        self._close(())
        return tuple(self._done)

    def _add(self, text: str) -> None:
        """Add words; punctuation right after a mark still belongs to what the mark covers."""
        text = self._with_break(text)
        if not self._spans and self._done and self._done[-1].marks:
            closing = _CLOSING_PUNCTUATION.match(text)
            if closing is not None:
                self._extend_last(closing[0])
                text = text[closing.end() :]
        if not text:
            return
        span = Span(text, self._emphasis, self.language, self._since)
        if self._spans and replace(self._spans[-1], text=text) == span:
            span = replace(span, text=self._spans.pop().text + text)
        self._spans.append(span)

    @property
    def _emphasis(self) -> Emphasis:
        stressed = Emphasis.STRESSED if self._stressed else Emphasis.NONE
        return stressed | (Emphasis.STRONG if self._strong else Emphasis.NONE)

    def _with_break(self, text: str) -> str:
        """Turn a line break of the file into a space, or into nothing in Chinese and Japanese."""
        if not self._has_break or not text:
            return text
        self._has_break = False
        before = self._spans[-1].text if self._spans else self._done[-1].text if self._done else ""
        is_east_asian = EAST_ASIAN.match(before[-1:]) and EAST_ASIAN.match(text)
        return text if is_east_asian or not before or text[0].isspace() else f" {text}"

    def _extend_last(self, text: str) -> None:
        last = self._done[-1]
        if last.spans:
            spans = (*last.spans[:-1], replace(last.spans[-1], text=last.spans[-1].text + text))
        else:
            spans = (Span(text, Emphasis.NONE, self.language),)
        self._done[-1] = replace(last, spans=spans)

    def _close(self, marks: tuple[Mark, ...]) -> None:
        """End a passage; marks that follow upon marks cover the same words."""
        spans, self._spans = self._spans, []
        if marks:
            self._has_break = False
            spans = _without_trailing_space(spans)
            if not spans and self._done and self._done[-1].marks:
                more = tuple(mark for mark in marks if mark not in self._done[-1].marks)
                self._done[-1] = replace(self._done[-1], marks=self._done[-1].marks + more)
                return
        if spans or marks:
            self._done.append(Passage(tuple(spans), marks))

    def _start_words(self, attributes: dict[str, str]) -> None:
        marks = _marks(citations_of(attributes.get("cite", "")), attributes.get("words", ""))
        if marks:
            self._close(())
        self._open_words.append((self._since, marks))
        self._since = attributes.get("since", self._since)

    def _end_words(self) -> None:
        self._since, marks = self._open_words.pop()
        if marks:
            self._close(marks)


def _marks(citations: Iterable[Citation], words: str = "") -> tuple[Mark, ...]:
    return tuple(Mark(cited.target, cited.is_excerpt, cited.locator, words) for cited in citations)


def _without_trailing_space(spans: Sequence[Span]) -> list[Span]:
    """Return the spans without the space before a mark."""
    kept = list(spans)
    while kept:
        text = kept[-1].text.rstrip()
        if text:
            kept[-1] = replace(kept[-1], text=text)
            break
        kept.pop()
    return kept
