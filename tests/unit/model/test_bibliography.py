# SPDX-License-Identifier: MIT
"""Bibliographies come back from other people's libraries with every field that we use, and hold nothing withheld."""

import html
import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_documents import document_of, harbour
from timeline_app.base.text_value import Reader, TextValue
from timeline_app.content.reader import read_exhibit
from timeline_app.model import records
from timeline_app.model.bibliography import Entry, folded, sort_key
from timeline_app.model.bibliography_bibtex import as_bibtex
from timeline_app.model.bibliography_files import (
    ENDINGS,
    BibliographyFormat,
    bibliography_text,
    format_of_ending,
)
from timeline_app.model.bibliography_pages import PageWords, as_html, as_markdown
from timeline_app.model.bibliography_ris import as_ris
from timeline_app.model.citation_fields import Work
from timeline_app.model.citation_styles import CitationStyle, Standing
from timeline_app.model.csl_json import as_csl, csl_date
from timeline_app.model.showing import Showing

NOTES = CitationStyle.CHICAGO_NOTES
LATEX = {
    r"{\textbackslash}": "\\",
    r"{\textbraceleft}": "{",
    r"{\textbraceright}": "}",
    r"{\textasciitilde}": "~",
    r"{\textasciicircum}": "^",
    **{f"\\{sign}": sign for sign in "&%$#_"},
}


def text_value(kind: type, value: object) -> object:
    assert kind is TextValue
    assert isinstance(value, (str, dict))
    return TextValue.from_file(value)


def entry(name: str = "work", kind: str | None = None, **fields: Any) -> Entry:
    record = msgspec.convert({"title": "A work", **fields}, records.Source, dec_hook=text_value)
    return Entry(name, Work(record, Reader()), Standing(), kind)


def built_in(project_root: Path) -> list[Entry]:
    document = read_exhibit(project_root / "events.yaml").document
    assert document is not None
    showing = Showing(document)
    return showing.bibliography.entries()


def plain(value: str) -> str:
    """Return what a value of BibTeX says."""
    found = re.sub("|".join(map(re.escape, LATEX)), lambda match: LATEX[match[0]], value)
    return found[1:-1] if found.startswith("{") and found.endswith("}") else found


FULL: dict[str, Any] = {
    "type": "article-journal",
    "author": [{"family": "Mori", "given": "Haru"}, {"literal": "Bell, Book and Candle"}],
    "editor": [{"family": "de la Cruz", "given": "Juan"}],
    "translator": [{"family": "菊池", "given": "嘉晃"}],
    "title": "100 % {braces} & $5 #1 a_b ~ ^ \\ done",
    "container-title": "海峡研究",
    "collection-title": "A series",
    "publisher": "Strait & Co.",
    "publisher-place": "Minase",
    "archive": "ICRC Archives",
    "archive_location": "B AG 105",
    "volume": "7",
    "issue": "2",
    "number": "33",
    "page": "11-19",
    "edition": "2nd",
    "genre": "Essay",
    "medium": "print",
    "language": "ja",
    "event-title": "A talk",
    "original-title": "渡し",
    "original-date": "1907",
    "issued": "2020-03-04",
    "accessed": "2021-05",
    "DOI": "10.1000/a_b",
    "ISBN": "978-1",
    "URL": "https://example.org/a_b?c=%20&d={x}",
    "note": "Two\nlines",
}


# -- BibTeX ---------------------------------------------------------------------------------------


def test_bibtex_comes_back_whole() -> None:
    library = parse_string(as_bibtex([entry("minase-2020", "scholarship", **FULL)]))
    assert not library.failed_blocks
    found = library.entries_dict["minase-2020"]
    assert found.entry_type == "article"
    told = {field.key: plain(str(field.value)) for field in found.fields}
    assert told == {
        "author": "Mori, Haru and {Bell, Book and Candle}",
        "title": "100 % {braces} & $5 #1 a_b ~ ^ \\ done",
        "editor": "de la Cruz, Juan",
        "translator": "菊池, 嘉晃",
        "journal": "海峡研究",
        "series": "A series",
        "year": "2020",
        "month": "mar",
        "date": "2020-03-04",
        "volume": "7",
        "number": "2",
        "eid": "33",
        "pages": "11--19",
        "edition": "2nd",
        "publisher": "Strait & Co.",
        "address": "Minase",
        "type": "Essay",
        "medium": "print",
        "eventtitle": "A talk",
        "archive": "ICRC Archives",
        "archivelocation": "B AG 105",
        "origtitle": "渡し",
        "origdate": "1907",
        "language": "ja",
        "doi": "10.1000/a_b",
        "isbn": "978-1",
        "url": "https://example.org/a_b?c=%20&d=%7Bx%7D",
        "urldate": "2021-05",
        "note": "Two lines",
        "keywords": "scholarship",
        "entrysubtype": "article-journal",
    }


@given(st.text(min_size=1).filter(lambda text: bool(text.split())))
def test_no_title_breaks_a_bibtex_file(title: str) -> None:
    text = as_bibtex([entry("one", title=title), entry("two", title="Other")])
    # BibTeX counts braces; a lone one would swallow the rest of the file.
    bare = text.replace(r"\textbraceleft", "").replace(r"\textbraceright", "")
    assert bare.count("{") == bare.count("}")
    library = parse_string(text)
    assert [found.key for found in library.entries] == ["one", "two"]
    assert plain(str(library.entries[0]["title"])) == " ".join(title.split())


def plain_names(value: str) -> list[str]:
    return re.split(r" and (?![^{]*\})", value)


@pytest.mark.parametrize(
    ("fields", "kind", "field"),
    [
        ({"type": "thesis", "genre": "Master’s thesis", "publisher": "SNU"}, "mastersthesis", "school"),
        ({"type": "thesis", "publisher": "SNU"}, "phdthesis", "school"),
        ({"type": "report", "publisher": "UN"}, "techreport", "institution"),
        ({"type": "chapter", "container-title": "Ports"}, "incollection", "booktitle"),
        ({"type": "document", "container-title": "Files"}, "misc", "howpublished"),
        ({"type": "book", "publisher": "P"}, "book", "publisher"),
    ],
)
def test_types_of_bibtex_have_their_own_fields(fields: dict[str, Any], kind: str, field: str) -> None:
    found = parse_string(as_bibtex([entry("a b", **fields)])).entries[0]
    assert (found.key, found.entry_type) == ("a-b", kind)
    assert field in found.fields_dict


def test_names_with_a_comma_or_an_and_stay_whole() -> None:
    names = [{"family": "Strait, Jr", "given": "Ann"}, {"family": "Sato"}, {"given": "Ken"}]
    found = parse_string(as_bibtex([entry("x", author=names)])).entries[0]
    assert plain_names(str(found["author"])) == ["{Strait, Jr}, Ann", "Sato", "Ken"]


# -- RIS ------------------------------------------------------------------------------------------


def test_ris_comes_back_whole() -> None:
    (found,) = rispy.loads(as_ris([entry("minase-2020", "scholarship", **FULL)]))
    expected = {
        "type_of_reference": "JOUR",
        "id": "minase-2020",
        "authors": ["Mori, Haru", "Bell, Book and Candle"],
        "title": "100 % {braces} & $5 #1 a_b ~ ^ \\ done",
        "secondary_title": "海峡研究",
        "tertiary_title": "A series",
        "original_publication": "渡し",
        "year": "2020",
        "date": "2020/03/04/",
        "volume": "7",
        "start_page": "11",
        "end_page": "19",
        "edition": "2nd",
        "publisher": "Strait & Co.",
        "place_published": "Minase",
        "type_of_work": "Essay",
        "custom1": "print",
        "custom2": "A talk",
        "custom3": "1907",
        "name_of_database": "ICRC Archives",
        "accession_number": "B AG 105",
        "language": "ja",
        "doi": "10.1000/a_b",
        "issn": "978-1",
        "urls": ["https://example.org/a_b?c=%20&d={x}"],
        "access_date": "2021-05",
        "keywords": ["scholarship"],
        "notes": ["Two lines"],
    }
    assert {key: found.get(key) for key in expected} == expected
    assert "33" in found.values()
    assert "2" in found.values()
    assert ["菊池, 嘉晃"] in found.values()
    assert ["de la Cruz, Juan"] in found.values()


def test_a_date_that_ris_cannot_say_stands_as_its_other_part() -> None:
    told = as_ris([entry(issued="1960-01~"), entry(issued="1959/1967"), entry(issued="1959"), entry()])
    dates = [found.get("date") for found in rispy.loads(told)]
    assert dates == ["1960///1960-01~", "1959///1959 to 1967", "1959///", None]


# -- CSL-JSON -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edtf", "date", "is_whole"),
    [
        ("1959", {"date-parts": [[1959]]}, True),
        ("1959-08-13", {"date-parts": [[1959, 8, 13]]}, True),
        ("1959-08/1960", {"date-parts": [[1959, 8], [1960]]}, True),
        ("1960-01~", {"date-parts": [[1960, 1]], "circa": True}, True),
        ("1960?", {"date-parts": [[1960]], "circa": True}, False),
        ("1959-21", {"date-parts": [[1959]], "season": 1}, True),
        ("-0044-03", {"date-parts": [[-44, 3]]}, True),
        ("1959-37", {"raw": "1959-37"}, False),
        ("1959-21/1959-22", {"raw": "1959-21/1959-22"}, False),
        ("[1956,1957]", {"raw": "[1956,1957]"}, False),
        ("195X", {"raw": "195X"}, False),
        ("1959/..", {"raw": "1959/.."}, False),
    ],
)
def test_edtf_becomes_what_csl_can_say(edtf: str, date: dict[str, object], *, is_whole: bool) -> None:
    assert csl_date(edtf) == (date, is_whole)


def test_csl_json_holds_every_field_and_the_edtf_that_it_cannot_say() -> None:
    (found,) = as_csl([entry("minase", **(FULL | {"issued": "[1956,1957]"}))])
    assert found["id"] == "minase"
    assert found["issued"] == {"raw": "[1956,1957]"}
    assert found["custom"] == {"edtf": {"issued": "[1956,1957]"}}
    assert found["accessed"] == {"date-parts": [[2021, 5]]}
    same = {
        key: value
        for key, value in FULL.items()
        if key not in {"issued", "accessed", "original-date", "note"}
    }
    assert {key: found[key] for key in same} == same
    assert found["note"] == "Two lines"


def test_a_name_that_keeps_its_order_says_so_in_csl() -> None:
    name = {"family": "Han", "given": "Pyo-wook", "static-ordering": True}
    assert as_csl([entry(author=[name])])[0]["author"] == [name]


# -- pages ----------------------------------------------------------------------------------------


def test_a_page_of_html_escapes_what_it_says() -> None:
    words = PageWords("A & B <i>", "en", ("As known in 1960.",))
    page = as_html([entry("x", type="book", title="Tea & <b>")], NOTES, words)
    assert "<title>A &amp; B &lt;i&gt;</title>" in page
    assert "<p>As known in 1960.</p>" in page
    assert '<p class="entry" id="x"><i>Tea &amp; &lt;b&gt;</i>. n.d.</p>' in page
    assert "script" not in page


def test_a_list_in_markdown_has_a_title_and_a_line_for_each_work() -> None:
    page = as_markdown([entry(type="book", title="Tea")], NOTES, PageWords("List [1]", notes=("Note.",)))
    assert page == "# List \\[1\\]\n\nNote.\n\n- *Tea*. n.d.\n"
    assert as_markdown([], NOTES, PageWords("None")) == "# None\n"


# -- order and choice -----------------------------------------------------------------------------


def test_works_stand_by_author_then_date_with_undated_ones_last() -> None:
    mori = [{"family": "Mori", "given": "Haru"}]
    works = [
        entry("undated", author=mori),
        entry("late", author=mori, issued="2007"),
        entry("early", author=mori, issued="2005"),
        entry("titled", title="The Ångström “question”"),
        entry("described", title="[on the ferry]"),
        entry("editor", editor=[{"family": "Abe", "given": "Jo"}]),
    ]
    assert [found.id for found in sorted(works, key=sort_key)] == [
        "editor",
        "titled",
        "early",
        "late",
        "undated",
        "described",
    ]


def test_texts_are_folded_by_case_accent_and_width_but_kana_keep_their_marks() -> None:
    assert folded("Ｅtudes Ångström ＫＢＳ ｶﾞ") == "etudes angstrom kbs ガ"
    assert folded("が") != folded("か")
    assert folded("plain") == "plain"


def test_a_selection_is_taken_in_the_order_of_the_list_without_what_is_not_there() -> None:
    showing = Showing(harbour())
    books = showing.bibliography
    assert [found.id for found in books.entries(["ledger", "ledger", "gone", "gazette"])] == [
        "gazette",
        "ledger",
    ]
    assert {found.id for found in books.entries()} == set(books.ids)
    assert books.entry("gone") is None
    assert books.entry("ledger") is not None


def test_works_of_one_author_and_year_are_told_apart() -> None:
    mori = [{"family": "Mori", "given": "Haru"}]
    sources = {
        "b": {"title": "B", "author": mori, "issued": "2007"},
        "a": {"title": "A", "author": mori, "issued": "2007"},
    }
    showing = Showing(document_of({"title": "T", "sources": sources}))
    books = showing.bibliography
    found = books.entry("a")
    assert found is not None
    assert found.cited(CitationStyle.CHICAGO_AUTHOR_DATE).text.startswith("Mori, Haru. 2007a.")
    assert found.cited(CitationStyle.MLA).text.startswith("Mori, Haru. “A.”")


# -- the built-in exhibit -------------------------------------------------------------------------


@pytest.mark.parametrize("form", list(BibliographyFormat))
@pytest.mark.parametrize("style", list(CitationStyle))
def test_no_withheld_address_is_in_any_file(
    form: BibliographyFormat, style: CitationStyle, project_root: Path
) -> None:
    document = read_exhibit(project_root / "events.yaml").document
    assert document is not None
    text = bibliography_text(built_in(project_root), form, style, PageWords("T"))
    for source in document.sources.values():
        if source.url_policy == "withhold" and source.URL:
            assert source.URL not in html.unescape(text)


def test_the_built_in_sources_come_back_from_all_three_formats(project_root: Path) -> None:
    works = built_in(project_root)
    library = parse_string(as_bibtex(works))
    assert not library.failed_blocks
    by_ris = {found["id"]: found for found in rispy.loads(as_ris(works))}
    by_csl = {found["id"]: found for found in json.loads(json.dumps(as_csl(works)))}
    assert len(works) == len(library.entries) == len(by_ris) == len(by_csl) > 150
    for work in works:
        record, bib, ris = work.work.record, library.entries_dict[work.id], by_ris[work.id]
        title = work.work.text(record.title)
        assert plain(str(bib["title"])) == ris["title"] == by_csl[work.id]["title"] == title
        assert (
            len(plain_names(str(bib["author"]))) == len(ris["authors"]) == len(record.author)
            if record.author
            else True
        )
        assert ris.get("urls", [""])[0] == by_csl[work.id].get("URL", "") == record.URL
        assert (bib["date"] if record.issued else None) == record.issued


def test_files_are_known_by_their_ending() -> None:
    assert {format_of_ending(ending) for ending in ENDINGS.values()} == set(BibliographyFormat)
    assert format_of_ending(".BIB") is BibliographyFormat.BIBTEX
    assert format_of_ending(".txt") is None
