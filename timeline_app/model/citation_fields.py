# SPDX-License-Identifier: MIT
"""The fields of a work as a citation style asks for them: names, titles, dates and all else, ready to be laid out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from timeline_app.base.text_value import Reader, TextValue
from timeline_app.chrono.date_settings import DEFAULT_SETTINGS, DateSettings
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.model.citation_dates import DateRule, date_in_style, says_more_than_year, year_in_style
from timeline_app.model.citation_names import NameRule, names_in_style
from timeline_app.model.citation_runs import CitedRun, Runs
from timeline_app.model.records import CslName, Source


class Form(StrEnum):
    """What kind of work a layout is for; several CSL types may be cited alike."""

    BOOK = "book"
    REPORT = "report"
    THESIS = "thesis"
    CHAPTER = "chapter"
    JOURNAL = "journal"
    NEWS = "news"
    WEB = "web"
    BLOG = "blog"
    DOCUMENT = "document"
    CASE = "case"
    TREATY = "treaty"
    FILM = "film"
    BROADCAST = "broadcast"
    ART = "art"


FORM_OF: Final[dict[str, Form]] = {
    "article": Form.WEB,
    "article-journal": Form.JOURNAL,
    "article-magazine": Form.NEWS,
    "article-newspaper": Form.NEWS,
    "book": Form.BOOK,
    "broadcast": Form.BROADCAST,
    "chapter": Form.CHAPTER,
    "classic": Form.BOOK,
    "collection": Form.BOOK,
    "dataset": Form.REPORT,
    "entry": Form.CHAPTER,
    "entry-dictionary": Form.CHAPTER,
    "entry-encyclopedia": Form.CHAPTER,
    "figure": Form.ART,
    "graphic": Form.ART,
    "legal_case": Form.CASE,
    "legislation": Form.TREATY,
    "map": Form.ART,
    "motion_picture": Form.FILM,
    "musical_score": Form.BOOK,
    "pamphlet": Form.BOOK,
    "paper-conference": Form.CHAPTER,
    "performance": Form.FILM,
    "periodical": Form.BOOK,
    "post": Form.WEB,
    "post-weblog": Form.BLOG,
    "report": Form.REPORT,
    "review": Form.JOURNAL,
    "review-book": Form.JOURNAL,
    "software": Form.BOOK,
    "song": Form.BROADCAST,
    "standard": Form.REPORT,
    "thesis": Form.THESIS,
    "treaty": Form.TREATY,
    "webpage": Form.WEB,
}
"""All other types, `document`, `manuscript`, `personal_communication`, `hearing`, `interview` among them, are documents."""

_BRACKETED_END: Final = re.compile(r"(.*\S)\s+(\[[^\[\]]+\])", re.DOTALL)
_IN_BRACKETS: Final = re.compile(r"\[[^\[\]]+\]", re.DOTALL)
_IN_PARENTHESES: Final = re.compile(r"\s*\([^()]*\)")
_SUBTITLE: Final = re.compile(r"(?<=\S)(?:[:：;―—]|\s[-–]\s|\s\().*", re.DOTALL)
_SHORTEST: Final = 4
"""A title that would be shorter than this without its subtitle stands whole."""


@dataclass(frozen=True, slots=True)
class FieldRule:
    """How a style writes fields. `slanted` are the forms whose title stands in italics.

    `quotes` are what stands around all other titles. `no_date` stands where there is none; `unsigned` tells what an
    article without a byline begins with: its "title", or the "newspaper". `titled` are the forms that begin with their
    title though somebody is named. `edition` and `retrieved` have a place for the number and the day.
    """

    names: NameRule
    dates: DateRule
    slanted: frozenset[Form]
    quotes: tuple[str, str] = ("“", "”")
    no_date: str = "n.d."
    unsigned: str = "title"
    drops_same_house: bool = True
    titled: frozenset[Form] = frozenset()
    director: str = ""
    edition: str = "{} ed."
    page: tuple[str, str] = ("", "")
    editor: tuple[str, str] = (", ed.", ", eds.")
    retrieved: str = "accessed {}"
    hands: NameRule = field(default_factory=NameRule)


@dataclass(frozen=True, slots=True)
class Work:
    """A source before it is cited. `letter` tells two works of one author and year apart."""

    record: Source
    reader: Reader
    settings: DateSettings = DEFAULT_SETTINGS
    letter: str = ""

    @property
    def form(self) -> Form:
        """How it is cited."""
        return FORM_OF.get(self.record.type, Form.DOCUMENT)

    @property
    def issued(self) -> HistoricalDate | None:
        """When it appeared."""
        return self.date(self.record.issued)

    def date(self, text: str | None) -> HistoricalDate | None:
        """Return a date of the record."""
        return parse(text, self.settings) if text else None

    def text(self, value: TextValue | None) -> str:
        """Return a text of the record in one line."""
        return " ".join(value.for_reader(self.reader).text.split()) if value else ""

    @property
    def title(self) -> tuple[str, str]:
        """The title, and in brackets its translation or original, if there is one."""
        title, original = self.text(self.record.title), self.text(self.record.original_title)
        if original:
            return title, f"[{original}]"
        match = _BRACKETED_END.fullmatch(title)
        return (match[1], match[2]) if match else (title, "")

    @property
    def short_title(self) -> str:
        """The title without subtitle and translation."""
        title = self.title[0]
        if _IN_BRACKETS.fullmatch(title):
            return title
        short = _SUBTITLE.sub("", title).strip()
        return short if len(short) >= _SHORTEST else title

    @property
    def authors(self) -> tuple[CslName, ...]:
        """The authors; a newspaper that stands beside a person is told as where the article appeared alone."""
        names, container = self.record.author, self.text(self.record.container_title)
        if self.form is not Form.NEWS or not any(name.family for name in names):
            return names
        return tuple(name for name in names if not is_same(name.literal, container))

    @property
    def is_unsigned(self) -> bool:
        """Whether the only author of an article is the newspaper itself."""
        names = self.record.author
        container = self.text(self.record.container_title)
        is_alone = len(names) == 1 and bool(names[0].literal)
        return self.form is Form.NEWS and is_alone and is_same(names[0].literal, container)


def is_same(first: str, second: str) -> bool:
    """Tell whether two names are of one house or paper, whatever stands after them in parentheses."""
    bare = [_IN_PARENTHESES.sub("", name).casefold().strip() for name in (first, second)]
    return bool(bare[0]) and bare[0] == bare[1]


def fields_of(work: Work, rule: FieldRule) -> Mapping[str, Runs]:
    """Return all fields of a work; those that it does not have are not there."""
    record = work.record
    people = _people(work, rule)
    texts = _texts(work, rule) | _dates(work, rule, work.letter if people["by"] else "") | people
    found: dict[str, Runs] = {name: (CitedRun(words),) for name, words in texts.items() if words}
    found["title"] = _title(work, rule, work.title[0], work.title[1])
    found["short-title"] = _title(work, rule, work.short_title, "")
    container = _container(work, rule)
    if container:
        found["container"] = (CitedRun(container, is_italic=True),)
        found["container-roman"] = (CitedRun(container),)
    if record.volume:
        found["volume-slanted"] = (CitedRun(record.volume, is_italic=True),)
    address = f"https://doi.org/{record.DOI}" if record.DOI else record.URL
    if address and record.url_policy == "show":
        found["address"] = (CitedRun(address, is_address=True),)
    return found


def _title(work: Work, rule: FieldRule, title: str, translation: str) -> Runs:
    if _IN_BRACKETS.fullmatch(title):
        # Not a title but what the exhibit says in its place.
        return (CitedRun(title),)
    if work.form in rule.slanted:
        main = CitedRun(title, is_italic=True)
    else:
        opening, closing = rule.quotes
        inner = title.replace("“", "‘").replace("”", "’") if opening else title
        main = CitedRun(f"{opening}{inner}{closing}")
    return (main, CitedRun(f" {translation}")) if translation else (main,)


def _container(work: Work, rule: FieldRule) -> str:
    container = work.text(work.record.container_title)
    if work.is_unsigned:
        return "" if rule.unsigned == "newspaper" else container
    is_told = len(work.record.author) == 1 and is_same(work.record.author[0].literal, container)
    return "" if is_told and work.form is not Form.JOURNAL else container


def _texts(work: Work, rule: FieldRule) -> dict[str, str]:
    record = work.record
    many = any(sign in record.page for sign in "-–,")
    before, pages = rule.page[1 if many else 0], record.page.replace("-", "–")
    authors = names_in_style(record.author, NameRule())
    house = "" if rule.drops_same_house and is_same(authors, record.publisher) else record.publisher
    return {
        "volume": record.volume,
        "issue": record.issue,
        "number": record.number,
        "pages": f"{before}{pages}" if pages else "",
        "bare-pages": pages,
        "edition": rule.edition.format(record.edition) if record.edition else "",
        "collection": work.text(record.collection_title),
        "genre": record.genre,
        "medium": record.medium,
        "event": record.event_title,
        "place": record.publisher_place,
        "publisher": house,
        "archive": record.archive,
        "archive-place": record.archive_location,
    }


def _dates(work: Work, rule: FieldRule, letter: str) -> dict[str, str]:
    issued = work.issued
    read = work.date(work.record.accessed or (work.record.consulted.on if work.record.consulted else None))
    original = work.date(work.record.original_date)
    read_dates = DateRule() if rule.dates.order == "ymd" else rule.dates
    accessed = rule.retrieved.format(date_in_style(read, read_dates)) if read and not issued else ""
    letter = f"-{letter}" if issued is None and letter else letter
    date = date_in_style(issued, rule.dates) if issued else rule.no_date
    year = year_in_style(issued, rule.dates) if issued else rule.no_date
    return {
        "date": date,
        "usual-date": date_in_style(issued, DateRule()) if issued else rule.no_date,
        "year": year,
        "lettered-year": f"{year}{letter}" if year else "",
        "lettered-date": _lettered(date, year, letter),
        "fine-date": date if issued is not None and says_more_than_year(issued) else "",
        "accessed": accessed,
        "accessed-sentence": accessed[:1].upper() + accessed[1:],
        "original-year": year_in_style(original, rule.dates) if original else "",
    }


def _lettered(date: str, year: str, letter: str) -> str:
    """Return a date that begins with its year, and the letter after that."""
    return f"{date[: len(year)]}{letter}{date[len(year) :]}" if date.startswith(year) else f"{date}{letter}"


def _people(work: Work, rule: FieldRule) -> dict[str, str]:
    record = work.record
    authors = () if work.is_unsigned and rule.unsigned == "title" else work.authors
    if work.is_unsigned and rule.unsigned == "newspaper":
        authors = (CslName(literal=work.text(record.container_title)),)
    by = names_in_style(authors, rule.names)
    editors = "" if by else names_in_style(record.editor, rule.names)
    if editors and not rule.names.is_short:
        editors += rule.editor[0 if len(record.editor) == 1 else 1]
    if by and work.form is Form.FILM:
        by += rule.director
    parties = "–".join(names_in_style((name,), NameRule()) for name in record.author)
    return {
        "by": "" if work.form in rule.titled else _begun(by or editors),
        "editors": names_in_style(record.editor, rule.hands) if by else "",
        "translators": names_in_style(record.translator, rule.hands),
        "hands": names_in_style(record.author, rule.hands),
        "parties": parties,
    }


def _begun(names: str) -> str:
    """Return names as a citation begins: "a blogger" is a description, and a sentence begins with it."""
    return names[:1].upper() + names[1:] if names.startswith(("a ", "an ", "the ")) else names
