# SPDX-License-Identifier: MIT
"""Citations for readers, near to Chicago style: what the file says about a work, in one line, nothing added."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from timeline_app.base.messages import Message, Translator
from timeline_app.base.text_value import Reader, TextValue
from timeline_app.chrono.date_settings import DEFAULT_SETTINGS, DateSettings
from timeline_app.model import records

_WHOLE_WORKS: Final = frozenset(
    {
        "book",
        "classic",
        "collection",
        "motion_picture",
        "musical_score",
        "performance",
        "periodical",
        "report",
        "software",
        "thesis",
    }
)
"""CSL types whose title stands in italics; all others are titles within something, in quotation marks."""

_ENDS_ITSELF: Final = (".", "?", "!", "…", "。", "？", "！")
_CJK: Final = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]")
_LONGEST_TITLE: Final = 48
_MOST_NAMES: Final = 2
_YEAR: Final = re.compile(r"-?\d{4,}(?!\d)")

Words = str | Message


@dataclass(frozen=True, slots=True)
class CitationRun:
    """A piece of a citation that is still free of any interface language: words or a message."""

    words: Words
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in pieces; dates and words such as "edited by" are put into a language last."""

    pieces: tuple[CitationRun, ...]

    def runs(self, translator: Translator) -> tuple[tuple[str, bool], ...]:
        """Return the citation as (words, whether they are a title in italics)."""
        return tuple((_in_words(piece.words, translator), piece.is_title) for piece in self.pieces)

    def text(self, translator: Translator) -> str:
        """Return the citation in one line."""
        return "".join(words for words, _ in self.runs(translator))


def cite(source: records.Source, reader: Reader, settings: DateSettings = DEFAULT_SETTINGS) -> Citation:
    """Return the citation of a work; what the file leaves out is left out here."""
    sentences = [
        _authors(source),
        _title(source, reader),
        _hands(source),
        _place_in_container(source, reader, settings),
        _publication(source, reader, settings),
        _archive(source),
    ]
    pieces: list[CitationRun] = []
    for sentence in sentences:
        if not sentence:
            continue
        if pieces:
            pieces.append(CitationRun(" "))
        pieces.extend(_closed(sentence))
    return Citation(tuple(pieces))


def short_citation(source: records.Source, reader: Reader, *, with_title: bool = False) -> str:
    """Return author and year for references to a work; its title too where that alone would not tell it."""
    title = source.title.for_reader(reader).text
    names = [name.family or name.literal or name.given for name in source.author or source.editor]
    years = _YEAR.findall(re.sub(r"(?<=\d)-\d\d", "", source.issued or ""))
    year = "" if not years else years[0] if years[0] == years[-1] else f"{years[0]}–{years[-1]}"
    if not names:
        return f"{title} {year}".rstrip()
    told = f"{names[0]} et al." if len(names) > _MOST_NAMES else " & ".join(names)
    head = f"{told} {year}".rstrip()
    return f"{head}, “{_short_title(title)}”" if with_title or not year else head


def _short_title(title: str) -> str:
    """Return what stands before a subtitle or a bracket, and no more than a line of it."""
    head = re.split(r"[:：;\[(]", title, maxsplit=1)[0].strip() or title
    return head if len(head) <= _LONGEST_TITLE else f"{head[: _LONGEST_TITLE - 1].rstrip()}…"


def person_name(name: records.CslName) -> str:
    """Return a name with the family name first; Chinese, Japanese and Korean ones as the file has them."""
    if name.literal:
        return name.literal
    if not (name.family and name.given):
        return name.family or name.given
    if _CJK.search(name.family):
        return name.family + name.given
    return f"{name.family}, {name.given}"


def _in_words(words: Words, translator: Translator) -> str:
    return words if isinstance(words, str) else translator.text(words)


def _closed(sentence: list[CitationRun]) -> list[CitationRun]:
    last = sentence[-1].words
    if isinstance(last, str) and last.rstrip("”’»」』)]").endswith(_ENDS_ITSELF):
        return sentence
    return [*sentence, CitationRun(".")]


def _names(names: tuple[records.CslName, ...]) -> str:
    return "; ".join(filter(None, map(person_name, names)))


def _authors(source: records.Source) -> list[CitationRun]:
    names = _names(source.author)
    return [CitationRun(names)] if names else []


def _title(source: records.Source, reader: Reader) -> list[CitationRun]:
    title = source.title.for_reader(reader).text
    if not title:
        return []
    is_whole = source.type in _WHOLE_WORKS
    if is_whole:
        runs = [CitationRun(title, is_title=True)]
    else:
        stop = "" if title.endswith(_ENDS_ITSELF) else "."
        runs = [CitationRun(f"“{title}{stop}”")]
    original = _text(source.original_title, reader)
    return [*runs, CitationRun(f" [{original}]")] if original else runs


def _hands(source: records.Source) -> list[CitationRun]:
    runs: list[CitationRun] = []
    for key, names in (("edited-by", _names(source.editor)), ("translated-by", _names(source.translator))):
        if names:
            runs.extend([CitationRun(". ")] if runs else [])
            runs.append(CitationRun(Message.of(f"citation.{key}", names=names)))
    return runs


def _place_in_container(source: records.Source, reader: Reader, settings: DateSettings) -> list[CitationRun]:
    container = _text(source.container_title, reader)
    parts: list[list[CitationRun]] = []
    if container:
        volume = f" {source.volume}" if source.volume else ""
        parts.append([CitationRun(container, is_title=True), *([CitationRun(volume)] if volume else [])])
    elif source.volume:
        parts.append([CitationRun(Message.of("citation.volume", number=source.volume))])
    if source.issue:
        parts.append([CitationRun(Message.of("citation.issue", number=source.issue))])
    if source.number:
        parts.append([CitationRun(source.number)])
    if not _has_publisher(source) and (issued := _date(source.issued, settings)):
        parts.append([CitationRun(issued)])
    if source.page:
        many = any(sign in source.page for sign in "-–,")
        parts.append(
            [CitationRun(Message.of("citation.pages" if many else "citation.page", number=source.page))]
        )
    return _joined(parts)


def _publication(source: records.Source, reader: Reader, settings: DateSettings) -> list[CitationRun]:
    parts: list[list[CitationRun]] = [
        [CitationRun(words)]
        for words in (_text(source.collection_title, reader), source.event_title)
        if words
    ]
    if source.edition:
        parts.append([CitationRun(Message.of("citation.edition", number=source.edition))])
    if source.genre or source.medium:
        parts.append([CitationRun(", ".join(filter(None, (source.genre, source.medium))))])
    if _has_publisher(source):
        house = ": ".join(filter(None, (source.publisher_place, source.publisher)))
        parts.append([CitationRun(house)])
        if issued := _date(source.issued, settings):
            parts.append([CitationRun(issued)])
    if original := _date(source.original_date, settings):
        parts.append(
            [CitationRun(Message.of("citation.first-published")), CitationRun(" "), CitationRun(original)]
        )
    return _joined(parts)


def _archive(source: records.Source) -> list[CitationRun]:
    words = ", ".join(filter(None, (source.archive, source.archive_location)))
    return [CitationRun(words)] if words else []


def _joined(parts: list[list[CitationRun]]) -> list[CitationRun]:
    runs: list[CitationRun] = []
    for part in parts:
        if runs:
            runs.append(CitationRun(", "))
        runs.extend(part)
    return runs


def _has_publisher(source: records.Source) -> bool:
    return bool(source.publisher or source.publisher_place)


def _text(value: TextValue | None, reader: Reader) -> str:
    return value.for_reader(reader).text if value else ""


def _date(text: str | None, settings: DateSettings) -> Message | None:
    if not text:
        return None
    # Words for dates are not needed while the program starts.
    from timeline_app.chrono.edtf import parse
    from timeline_app.chrono.phrases import date_message

    return date_message(parse(text, settings))
