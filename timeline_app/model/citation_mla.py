# SPDX-License-Identifier: MIT
"""The MLA Handbook, 9th edition: author, title, containers with what belongs to each."""

from __future__ import annotations

from typing import Final

from timeline_app.model.citation_dates import DateRule
from timeline_app.model.citation_fields import FieldRule, Form
from timeline_app.model.citation_names import NameRule
from timeline_app.model.citation_runs import Part, When, seq, with_word

_DATES: Final = DateRule("dmy", has_short_months=True, about="circa ")
_SLANTED: Final = frozenset({Form.BOOK, Form.REPORT, Form.THESIS, Form.CASE, Form.FILM, Form.ART})
_PAGES: Final = ("p. ", "pp. ")
_EDITOR: Final = (", editor", ", editors")

ENTRY_RULE: Final = FieldRule(
    NameRule("first", most=3, comma_of_two="inverted"),
    _DATES,
    _SLANTED,
    no_date="",
    page=_PAGES,
    editor=_EDITOR,
    retrieved="Accessed {}",
)
SHORT_RULE: Final = FieldRule(
    NameRule(is_short=True, most=3), _DATES, _SLANTED, no_date="", titled=frozenset({Form.FILM})
)

_PLACE: Final = seq(", ", "pages", "archive-place", "archive", "address")
_EDITION: Final = seq(
    ", ",
    with_word("edited by ", "editors"),
    with_word("translated by ", "translators"),
    "edition",
    with_word("vol. ", "volume"),
    with_word("no. ", "issue"),
    "number",
)


def _within(*more: Part) -> Part:
    """Return author, title, and one container with all that belongs to it."""
    return seq(
        ". ",
        "by",
        "title",
        "original-year",
        seq(", ", "container", _EDITION, "event", *more, "date", _PLACE),
        "accessed",
    )


_HANDS: Final = seq(
    ", ", with_word("Edited by ", "editors"), with_word("Translated by ", "translators"), "edition"
)


def _whole(date: Part) -> Part:
    """Return a work that stands by itself; what it was found in is a second container."""
    series = When("collection", seq(" ", "collection", "number"), seq(" ", "genre", "number"))
    own = seq(", ", _HANDS, with_word("vol. ", "volume"), series, "publisher", date)
    return seq(
        ". ",
        "by",
        "title",
        "original-year",
        When("container", seq(". ", own, seq(", ", "container", _PLACE)), seq(", ", own, _PLACE)),
        "accessed",
    )


ENTRY: Final[dict[Form, Part]] = {
    Form.BOOK: _whole("year"),
    Form.REPORT: _whole("date"),
    Form.THESIS: seq(". ", "by", "title", "year", seq(", ", "publisher", "genre", _PLACE)),
    Form.CHAPTER: _within("publisher"),
    Form.JOURNAL: _within(),
    Form.NEWS: _within(),
    Form.WEB: _within("publisher"),
    Form.BLOG: _within("publisher"),
    Form.DOCUMENT: _within("publisher"),
    Form.CASE: seq(". ", "by", "title", seq(", ", "container", "number", "date", _PLACE)),
    Form.TREATY: _within(),
    Form.FILM: seq(
        ". ", "title", seq(", ", with_word("Directed by ", "hands"), "publisher", "year", "medium", _PLACE)
    ),
    Form.BROADCAST: _within("publisher"),
    Form.ART: seq(". ", "by", "title", seq(", ", "date", "medium"), seq(", ", "container", _PLACE)),
}
"""The entry in the list of works cited."""

SHORT: Final = with_word("(", When("by", seq(", ", "by", "telling-title"), "short-title"), ")")
"""What stands in the text: the author, and the title where the list has several works of the same author."""
