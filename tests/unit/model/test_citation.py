# SPDX-License-Identifier: MIT
"""Citations say what the file says about a work, and nothing else."""

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from tests.sample_documents import document_of
from timeline_app.base.messages import Translator
from timeline_app.base.text_value import Reader, TextValue
from timeline_app.model import records
from timeline_app.model.citation import cite, person_name, short_citation
from timeline_app.model.showing import Showing

READER = Reader()


def text_value(kind: type, value: object) -> object:
    assert kind is TextValue
    assert isinstance(value, (str, dict))
    return TextValue.from_file(value)


def source(**fields) -> records.Source:
    return msgspec.convert({"title": "A work", **fields}, records.Source, dec_hook=text_value)


@pytest.fixture
def english(project_root: Path) -> Translator:
    return Translator.from_file(project_root / "resources" / "languages" / "en.json")


def cited(work: records.Source, english: Translator) -> str:
    return cite(work, READER).text(english)


def test_a_title_alone_is_all_that_is_said(english: Translator) -> None:
    assert cited(source(), english) == "“A work.”"


def test_a_book_has_its_title_in_italics_and_its_house(english: Translator) -> None:
    book = source(
        type="book",
        title="Ships and harbours",
        author=[{"family": "Mori", "given": "Haru"}, {"family": "Sato", "given": "Ken"}],
        publisher="Strait Press",
        **{"publisher-place": "Minase"},
        issued="1961",
        edition="2nd",
    )
    assert (
        cited(book, english)
        == "Mori, Haru; Sato, Ken. Ships and harbours. 2nd ed., Minase: Strait Press, 1961."
    )
    assert [text for text, is_title in cite(book, READER).runs(english) if is_title] == ["Ships and harbours"]


def test_an_article_names_its_journal_number_date_and_pages(english: Translator) -> None:
    article = source(
        type="article-journal",
        title="Exodus revisited",
        author=[{"family": "Mori", "given": "Haru"}],
        volume="9",
        issue="22",
        page="11-19",
        issued="2011-05-24",
        **{"container-title": "The Strait Journal"},
    )
    assert cited(article, english) == (
        "Mori, Haru. “Exodus revisited.” The Strait Journal 9, no. 22, 24 May 2011, pp. 11-19."
    )


def test_a_question_mark_needs_no_full_stop(english: Translator) -> None:
    article = source(title="A ferry at last?", page="3", **{"container-title": "The Gazette"})
    assert cited(article, english) == "“A ferry at last?” The Gazette, p. 3."


def test_editors_translators_original_title_and_archive_are_told(english: Translator) -> None:
    work = source(
        type="book",
        title="The ledger",
        **{"original-title": "台帳", "original-date": "1950", "collection-title": "Strait papers"},
        editor=[{"family": "Sato", "given": "Ken"}],
        translator=[{"literal": "The Strait Society"}],
        archive="Minase archive",
        archive_location="box 3",
        volume="2",
        number="17",
        genre="typescript",
    )
    assert cited(work, english) == (
        "The ledger [台帳]. Edited by Sato, Ken. Translated by The Strait Society. vol. 2, 17. "
        "Strait papers, typescript, first published 1950. Minase archive, box 3."
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (records.CslName(family="Mori", given="Haru"), "Mori, Haru"),
        (records.CslName(family="菊池", given="嘉晃"), "菊池嘉晃"),
        (records.CslName(family="김", given="주영"), "김주영"),
        (records.CslName(literal="Japanese Red Cross Society"), "Japanese Red Cross Society"),
        (records.CslName(given="Terao"), "Terao"),
        (records.CslName(family="Ryang"), "Ryang"),
        (records.CslName(), ""),
    ],
)
def test_names_stand_family_first_and_cjk_names_as_in_the_file(name: records.CslName, expected: str) -> None:
    assert person_name(name) == expected


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
