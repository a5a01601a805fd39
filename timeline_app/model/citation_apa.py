# SPDX-License-Identifier: MIT
"""The Publication Manual of the APA, 7th edition. Titles keep their capitals: a program cannot tell names from words."""

from __future__ import annotations

from typing import Final

from timeline_app.model.citation_dates import DateRule
from timeline_app.model.citation_fields import FieldRule, Form
from timeline_app.model.citation_names import NameRule
from timeline_app.model.citation_runs import Part, When, seq, with_word

_DATES: Final = DateRule("ymd")
_SLANTED: Final = frozenset(
    {Form.BOOK, Form.REPORT, Form.THESIS, Form.WEB, Form.DOCUMENT, Form.FILM, Form.ART, Form.BROADCAST}
)

ENTRY_RULE: Final = FieldRule(
    NameRule("all", "&", has_initials=True, most=21, first=19, comma_of_two="always", shows_last=True),
    _DATES,
    _SLANTED,
    quotes=("", ""),
    page=("p. ", "pp. "),
    editor=(" (Ed.)", " (Eds.)"),
    retrieved="Retrieved {}, from",
    director=" (Director)",
    hands=NameRule("none", "&", has_initials=True),
)
SHORT_RULE: Final = FieldRule(
    NameRule(conjunction="&", is_short=True, most=3),
    _DATES,
    _SLANTED | {Form.CASE},
    titled=frozenset({Form.CASE, Form.TREATY}),
)

_END: Final = seq(" ", "accessed", "address")
_ARCHIVE: Final = with_word("", seq("; ", "archive-place", "archive"))


def _entry(date: Part, *rest: Part, title: Part = "title") -> Part:
    """Return author, date and title; the title comes first where nobody is named."""
    head = When(
        "by",
        seq(". ", "by", with_word("(", date, ")"), title),
        seq(". ", title, with_word("(", date, ")")),
    )
    original = with_word("(Original work published ", "original-year", ")")
    return seq(". ", head, *rest, seq(" ", _END, original))


_TITLE_WITH_EDITION: Final = seq(
    " ",
    "title",
    with_word(
        "(",
        seq(
            ", ",
            with_word("", "translators", ", Trans."),
            with_word("", "editors", ", Ed."),
            "edition",
            with_word("Vol. ", "volume"),
        ),
        ")",
    ),
)
_TITLE_WITH_NUMBER: Final = seq(
    " ", "title", with_word("(", seq(" ", "genre", "number"), ")"), with_word("[", "medium", "]")
)
_TITLE_WITH_KIND: Final = seq(" ", "title", with_word("[", When("medium", "medium", "genre"), "]"))
_ISSUE: Final = seq("", "volume-slanted", with_word("(", "issue", ")"))

ENTRY: Final[dict[Form, Part]] = {
    Form.BOOK: _entry(
        "lettered-year", "publisher", with_word("In ", "container"), _ARCHIVE, title=_TITLE_WITH_EDITION
    ),
    Form.REPORT: _entry("lettered-date", "publisher", "container-roman", _ARCHIVE, title=_TITLE_WITH_NUMBER),
    Form.THESIS: _entry(
        "lettered-year",
        "archive",
        title=seq(" ", "title", with_word("[", seq(", ", "genre", "publisher"), "]")),
    ),
    Form.CHAPTER: _entry(
        "lettered-year",
        seq(
            " ",
            with_word("In ", seq(", ", with_word("", "editors", " (Ed.)"), "container")),
            with_word("(", seq(", ", "edition", with_word("Vol. ", "volume"), "pages"), ")"),
        ),
        "publisher",
    ),
    Form.JOURNAL: _entry(
        When("volume", "lettered-year", "lettered-date"), seq(", ", "container", _ISSUE, "bare-pages")
    ),
    Form.NEWS: _entry("lettered-date", seq(", ", "container", _ISSUE, "bare-pages")),
    Form.WEB: _entry("lettered-date", "container-roman", "publisher"),
    Form.BLOG: _entry("lettered-date", "container"),
    Form.DOCUMENT: _entry(
        "lettered-date", "event", "container-roman", "publisher", _ARCHIVE, title=_TITLE_WITH_NUMBER
    ),
    Form.CASE: seq(
        ". ",
        seq(
            " ",
            seq(", ", "title", "number", "container-roman"),
            with_word("(", seq(" ", "hands", "lettered-year"), ")"),
        ),
        _END,
    ),
    Form.TREATY: seq(". ", seq(", ", "title", "parties", "usual-date"), "container-roman", _END),
    Form.FILM: _entry("lettered-year", "publisher", title=_TITLE_WITH_KIND),
    Form.BROADCAST: _entry(
        "lettered-date", with_word("In ", "container"), "publisher", title=_TITLE_WITH_KIND
    ),
    Form.ART: _entry("lettered-date", "container-roman", _ARCHIVE, title=_TITLE_WITH_KIND),
}
"""The entry in the list of references."""

SHORT: Final = with_word(
    "(", When("by", seq(", ", "by", "lettered-year"), seq(", ", "short-title", "lettered-year")), ")"
)
"""What stands in the text: author and year."""
