# SPDX-License-Identifier: MIT
"""The handout as one file of HTML: well-formed, marked as what it is, in its languages, and asking for nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from tests.sample_documents import small_document
from tests.stages import ENGLISH
from tests.unit.state.test_handout_plan import planned, witnessed
from timeline_app.state.handout import CopyFor, Handout, HandoutKind, HandoutWish
from timeline_app.state.handout_html import handout_html

VOID = {"meta", "br"}
SVG = '<svg aria-hidden="true"><text>1950</text></svg>'


class Reader(HTMLParser):
    """Reads a page strictly: every element is closed where it was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1], data.strip()))


def read(handout: Handout) -> Reader:
    page = handout_html(
        handout, {sheet.strip: SVG for sheet in handout.sheets if sheet.strip}, {"notes": "Notes"}
    )
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def test_the_page_says_what_it_is_and_in_which_language():
    reader = read(planned(document=witnessed()))
    assert ("html", {"lang": "en"}) in reader.seen
    assert ("title", "Long – For students · 1 stop") in reader.texts
    assert ("h1", "Long") in reader.texts
    assert ("h2", "pier") in reader.texts
    assert [tag for tag, _ in reader.seen if tag in {"header", "main"}] == ["header", "main"]
    quotes = [attributes.get("lang") for tag, attributes in reader.seen if tag == "blockquote"]
    assert quotes == ["ja", None]


def test_a_strip_is_a_picture_that_says_what_it_shows():
    reader = read(planned(document=witnessed()))
    pictures = [attributes for tag, attributes in reader.seen if attributes.get("role") == "img"]
    assert [each["aria-label"] for each in pictures] == ["The timeline around “pier”, 1950"]


def test_tables_and_charts_have_heads():
    reader = read(planned(HandoutWish(HandoutKind.WORKSHEET), witnessed()))
    heads = [text for tag, text in reader.texts if tag == "th"]
    assert heads == ["What is said", "Who says so, and when", "What it rests on"]
    assert ("td", {"class": "blank"}) in reader.seen
    chart = read(planned())
    assert ("strong", "Ferries") in chart.texts
    assert ("th", "1960") in chart.texts


def test_lines_to_write_on_are_nothing_to_be_read_out():
    reader = read(planned(HandoutWish(HandoutKind.WORKSHEET), witnessed()))
    lines = [attributes for tag, attributes in reader.seen if attributes.get("class") == "lines"]
    assert lines
    assert {each["aria-hidden"] for each in lines} == {"true"}


def test_a_teachers_notes_are_a_region_of_their_own():
    reader = read(planned(HandoutWish(HandoutKind.PAGES, CopyFor.TEACHER)))
    labels = [attributes["aria-label"] for tag, attributes in reader.seen if tag == "aside"]
    assert labels == ["Notes: pier", "Notes: deal"]
    assert not [tag for tag, _ in read(planned()).seen if tag == "aside"]


def test_the_page_asks_for_nothing():
    page = handout_html(planned(), {}, {"notes": ENGLISH.say("handout.notes")})
    assert "default-src 'none'" in page
    assert not re.search(r"\bsrc=|<link|<script|<img|url\(|@import", page)


def test_marks_stand_raised_and_addresses_can_be_followed():
    page = handout_html(planned(document=witnessed()), {}, {"notes": "Notes"})
    assert page.count("<sup>1</sup>") == 1
    document = small_document(
        {"id": "pier", "title": "Pier <1>", "summary": "It was *built*. [@site]", "sources": ["site"]},
        sources={"site": {"type": "webpage", "title": "A site", "URL": "https://example.org/?a=1&b=2"}},
        tours={"long": {"title": "Long", "stops": [{"event": "pier"}]}},
    )
    page = handout_html(planned(document=document), {}, {"notes": "Notes"})
    assert '<a href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1&amp;b=2</a>' in page
    assert "Pier &lt;1&gt;" in page
    assert "<em>built</em>" in page
