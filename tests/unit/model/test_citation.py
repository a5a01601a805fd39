# SPDX-License-Identifier: MIT
"""A work is referred to by author and year, and by its title where these are not enough."""

from dataclasses import replace

import msgspec
import pytest

from tests.sample_documents import document_of
from timeline_app.base.text_value import Reader, TextValue
from timeline_app.model import records
from timeline_app.model.citation import short_citation
from timeline_app.model.showing import Showing

READER = Reader()


def text_value(kind: type, value: object) -> object:
    assert kind is TextValue
    assert isinstance(value, (str, dict))
    return TextValue.from_file(value)


def source(**fields) -> records.Source:
    return msgspec.convert({"title": "A work", **fields}, records.Source, dec_hook=text_value)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "A work"),
        ({"issued": "2007-03-15"}, "A work 2007"),
        ({"issued": "2009-12-15/2009-12-16"}, "A work 2009"),
        ({"issued": "2004/2014-09-25"}, "A work 2004–2014"),
        ({"issued": "2004-12~/2005-01~"}, "A work 2004–2005"),
        ({"author": [{"family": "Mori"}], "issued": "1961"}, "Mori 1961"),
        ({"author": [{"family": "Mori"}, {"literal": "The Office"}]}, "Mori & The Office, “A work”"),
        ({"author": [{"family": "Mori"}], "title": "The Long Way: A Memoir"}, "Mori, “The Long Way”"),
        ({"author": [{"family": "Mori"}], "title": "[reply to a letter]"}, "Mori, “[reply to a letter]”"),
        (
            {
                "author": [{"family": "Mori"}],
                "title": "A title that goes on and on until it fills more than a line",
            },
            "Mori, “A title that goes on and on until it fills more…”",
        ),
        ({"author": [{"family": "A"}, {"family": "B"}, {"family": "C"}], "issued": "1961"}, "A et al. 1961"),
        ({"editor": [{"given": "Ken"}], "issued": "1961"}, "Ken 1961"),
    ],
)
def test_a_reference_is_author_and_year(fields: dict[str, object], expected: str) -> None:
    assert short_citation(source(**fields), READER) == expected


def test_a_title_is_told_where_author_and_year_are_not_enough() -> None:
    essay = source(title="The essay", author=[{"family": "Mori"}], issued="2007-03")
    book = source(title="The book", author=[{"family": "Mori"}], issued="2007")
    raw = {"title": "Two works", "sources": {}}
    document = replace(document_of(raw), sources={"essay": essay, "book": book})
    showing = Showing(document)
    shorts = [view.short for name in ("essay", "book") if (view := showing.source(name)) is not None]
    assert shorts == ["Mori 2007, “The essay”", "Mori 2007, “The book”"]
