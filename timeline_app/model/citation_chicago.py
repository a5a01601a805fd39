# SPDX-License-Identifier: MIT
"""The Chicago Manual of Style, 17th edition: notes with bibliography, and author–date."""

from __future__ import annotations

from typing import Final

from timeline_app.model.citation_dates import DateRule
from timeline_app.model.citation_fields import FieldRule, Form
from timeline_app.model.citation_names import NameRule
from timeline_app.model.citation_runs import Part, When, seq, with_word

_DATES: Final = DateRule("mdy")
_SLANTED: Final = frozenset({Form.BOOK, Form.REPORT, Form.CASE, Form.FILM, Form.ART})
_INVERTED: Final = NameRule("first", most=11, first=7, comma_of_two="inverted")

_FILMS: Final = frozenset({Form.FILM})

NOTE_RULE: Final = FieldRule(NameRule(), _DATES, _SLANTED, drops_same_house=False)
SHORT_RULE: Final = FieldRule(
    NameRule(is_short=True), _DATES, _SLANTED, titled=frozenset({Form.CASE, Form.FILM, Form.TREATY})
)
ENTRY_RULE: Final = FieldRule(
    _INVERTED, _DATES, _SLANTED, unsigned="newspaper", drops_same_house=False, titled=_FILMS
)
YEAR_RULE: Final = FieldRule(NameRule(is_short=True), _DATES, _SLANTED, unsigned="newspaper", titled=_FILMS)

_ARCHIVE: Final = seq(", ", "archive-place", "archive")
_HOUSE: Final = seq("; repr., ", "original-year", seq(", ", seq(": ", "place", "publisher"), "year"))
_REPORT_HOUSE: Final = seq(", ", seq(": ", "place", "publisher"), "date")
_WEB_DATE: Final = When("accessed", "accessed", "date")
_END: Final = seq(", ", _ARCHIVE, "address")


_SERIES: Final = When(
    "collection", seq(", ", seq(" ", "collection", "number"), "genre"), seq(" ", "genre", "number")
)


def _whole(house: Part, within: str = "in ") -> Part:
    """Return the note of a work that stands by itself: A, Title (Place: House, Year)."""
    title = seq(
        ", ",
        "title",
        with_word("ed. ", "editors"),
        with_word("trans. ", "translators"),
        "edition",
        with_word("vol. ", "volume"),
        _SERIES,
    )
    body = seq(" ", title, with_word("(", house, ")"))
    return seq(", ", "by", body, with_word(within, "container-roman"), "pages", _END)


_JOURNAL_PLACE: Final = When(
    "volume",
    seq(
        ": ",
        seq(
            " ",
            seq(", ", seq(" ", "container", "volume"), with_word("no. ", "issue")),
            with_word("(", "date", ")"),
        ),
        "pages",
    ),
    seq(", ", "container", with_word("no. ", "issue"), "date", "pages"),
)
_CHAPTER_PLACE: Final = seq(
    ", ", with_word("in ", "container"), with_word("ed. ", "editors"), with_word("vol. ", "volume"), "edition"
)

NOTE: Final[dict[Form, Part]] = {
    Form.BOOK: _whole(_HOUSE),
    Form.REPORT: _whole(_REPORT_HOUSE, ""),
    Form.THESIS: seq(
        ", ",
        "by",
        seq(" ", "title", with_word("(", seq(", ", "genre", "publisher", "year"), ")")),
        _END,
    ),
    Form.CHAPTER: seq(
        ", ",
        "by",
        "title",
        When(
            "publisher",
            seq(" ", _CHAPTER_PLACE, with_word("(", _HOUSE, ")")),
            seq(", ", _CHAPTER_PLACE, _WEB_DATE),
        ),
        "pages",
        _END,
    ),
    Form.JOURNAL: seq(", ", "by", "title", _JOURNAL_PLACE, _END),
    Form.NEWS: seq(", ", "by", "title", "container", with_word("no. ", "issue"), "date", "pages", _END),
    Form.WEB: seq(", ", "by", "title", "container-roman", _WEB_DATE, _END),
    Form.BLOG: seq(", ", "by", "title", with_word("", "container", " (blog)"), _WEB_DATE, _END),
    Form.DOCUMENT: seq(
        ", ",
        "by",
        "title",
        "genre",
        "event",
        "date",
        "number",
        "container-roman",
        seq(": ", "place", "publisher"),
        "pages",
        _END,
    ),
    Form.CASE: seq(
        ", ",
        seq(
            " ",
            seq(", ", "title", "number", "container-roman"),
            with_word("(", seq(", ", "hands", "date"), ")"),
        ),
        _END,
    ),
    Form.TREATY: seq(", ", "title", "parties", "date", "number", "container-roman", "pages", _END),
    Form.FILM: seq(
        ", ",
        seq(" ", seq(", ", "title", with_word("directed by ", "hands")), with_word("(", _HOUSE, ")")),
        "medium",
        _END,
    ),
    Form.BROADCAST: seq(
        ", ", "by", "title", "container", with_word("aired ", "date"), "publisher", "medium", _END
    ),
    Form.ART: seq(", ", "by", "title", "date", "medium", "container-roman", _END),
}
"""The first note to a work."""

SHORT: Final = seq(", ", "by", "short-title")
"""Any further note: family name and short title."""

_ENTRY_END: Final = seq(". ", _ARCHIVE, "address")
_HANDS: Final = seq(". ", with_word("Edited by ", "editors"), with_word("Translated by ", "translators"))


def _whole_entry(head: Part, house: Part, within: str = "In ") -> Part:
    """Return the entry of a work that stands by itself; `head` holds author and title."""
    return seq(
        ". ",
        head,
        _HANDS,
        "edition",
        with_word("Vol. ", "volume"),
        _SERIES,
        house,
        with_word(within, "container-roman"),
        _ENTRY_END,
    )


_YEAR: Final = When(
    "original-year",
    seq(" ", with_word("(", "original-year", ")"), "lettered-year"),
    "lettered-year",
)
_YEAR_HEAD: Final = When("by", seq(". ", "by", _YEAR, "title"), seq(". ", "title", _YEAR))
_IN_CONTAINER: Final = seq(
    ", ",
    with_word("In ", "container"),
    with_word("edited by ", "editors"),
    with_word("vol. ", "volume"),
    "edition",
    "pages",
)


def _seen(date: Part) -> Part:
    """Return the date of what lies on the web; where it has none, the day on which it was read stands instead."""
    return When("accessed-sentence", "", date)


def _entries(head: Part, date: Part, house: Part, report_house: Part, journal: Part) -> dict[Form, Part]:
    """Return the entries of a list of works, which begin with `head` and tell the rest of the date in `date`."""
    return {
        Form.BOOK: _whole_entry(head, house),
        Form.REPORT: _whole_entry(head, report_house, ""),
        Form.THESIS: seq(". ", head, seq(", ", "genre", house), _ENTRY_END),
        Form.CHAPTER: seq(
            ". ",
            head,
            When("publisher", seq(". ", _IN_CONTAINER, house), seq(", ", _IN_CONTAINER, _seen(date))),
            "accessed-sentence",
            _ENTRY_END,
        ),
        Form.JOURNAL: seq(". ", head, journal, _ENTRY_END),
        Form.NEWS: seq(
            ". ", head, seq(", ", "container", with_word("no. ", "issue"), date, "pages"), _ENTRY_END
        ),
        Form.WEB: seq(". ", head, seq(", ", "container-roman", _seen(date)), "accessed-sentence", _ENTRY_END),
        Form.BLOG: seq(
            ". ",
            head,
            seq(", ", with_word("", "container", " (blog)"), _seen(date)),
            "accessed-sentence",
            _ENTRY_END,
        ),
        Form.DOCUMENT: seq(
            ". ",
            head,
            seq(", ", "genre", "event"),
            seq(", ", date, "number"),
            "container-roman",
            seq(": ", "place", "publisher"),
            _ENTRY_END,
        ),
        Form.CASE: seq(". ", head, seq(", ", "number", "container-roman"), date, _ENTRY_END),
        Form.TREATY: seq(". ", head, seq(", ", date, "number"), "container-roman", _ENTRY_END),
        Form.FILM: seq(". ", head, with_word("Directed by ", "hands"), house, "medium", _ENTRY_END),
        Form.BROADCAST: seq(
            ". ", head, seq(", ", "container", with_word("aired ", date)), "publisher", "medium", _ENTRY_END
        ),
        Form.ART: seq(". ", head, seq(", ", date, "medium"), "container-roman", _ENTRY_END),
    }


ENTRY: Final = _entries(
    seq(". ", "by", "title"),
    "date",
    seq(". Reprint, ", "original-year", seq(", ", seq(": ", "place", "publisher"), "year")),
    _REPORT_HOUSE,
    _JOURNAL_PLACE,
)
"""The entry in the bibliography that goes with notes."""

YEAR_ENTRY: Final = _entries(
    _YEAR_HEAD,
    "fine-date",
    seq(": ", "place", "publisher"),
    seq(", ", seq(": ", "place", "publisher"), "fine-date"),
    When(
        "volume",
        seq(": ", seq(" ", "container", "volume", with_word("(", "issue", ")")), "pages"),
        seq(", ", "container", with_word("no. ", "issue"), "fine-date", "pages"),
    ),
)
"""The entry in a list of references: the year stands after the author."""

YEAR_SHORT: Final = with_word(
    "(", When("by", seq(" ", "by", "lettered-year"), seq(" ", "short-title", "lettered-year")), ")"
)
"""What stands in the text: author and year."""
