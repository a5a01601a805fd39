# SPDX-License-Identifier: MIT
"""An error drops the smallest faulty part, and nothing refers to what is gone."""

from collections.abc import Callable

import pytest

from timeline_app.base.text_value import TextValue
from timeline_app.content.reader import Reading
from timeline_app.model import records
from timeline_app.model.document import Document

HEAD = """\
title: T
lanes: {red: {title: Red}}
places: {niigata: {title: Niigata}}
people: {inoue: {title: Inoue}}
sources: {book: {title: Book}, paper: {title: Paper}}
excerpts: {words: {text: Words, source: book}}
events:
  - {id: other, title: Other, date: 1960}
  - id: e
    title: E
    date: 1959
"""


def event(read: Callable[[str], Reading], *lines: str) -> records.Event:
    """Read a file with some lines in its event that hold one fault, and return the event."""
    reading = read(HEAD + "".join(f"    {line}\n" for line in lines))
    assert len(reading.problems) == 1
    document = reading.document
    assert document is not None
    return document.events.records[1]


def document_of(reading: Reading) -> Document:
    assert reading.document is not None
    return reading.document


def test_one_bad_item_leaves_the_others(read: Callable[[str], Reading]) -> None:
    assert event(read, "sources: [book, bok, paper]").sources == ("book", "paper")
    assert event(read, "sources: [{source: bok, note: x}, paper]").sources == ("paper",)
    assert event(read, "people: [inoue, [x]]").people == ("inoue",)
    assert event(read, "place: [nigata, niigata]").place == ("niigata",)


def test_one_bad_field_leaves_the_others(read: Callable[[str], Reading]) -> None:
    found = event(read, "importance: 7", "tags: [a]", "predict: true")
    assert (found.importance, found.tags, found.predict) == (3, ("a",), True)
    assert event(read, "lane: rod").lane == ()
    assert event(
        read, "content_note: {category: camps, skip_to: nowhere}"
    ).content_note == records.ContentNote(category="camps")


def test_a_record_without_what_it_needs_goes_as_a_whole(read: Callable[[str], Reading]) -> None:
    links = event(read, "links:", "  - {to: othr, kind: led-to}", "  - {to: other, kind: qualifies}").links
    assert [(link.to, link.kind) for link in links] == [("other", "qualifies")]
    figure = event(read, "figure: {title: F, data: [[a, 1], [b, x]]}").figure
    assert figure == records.Figure(title=TextValue.plain("F"), data=(("a", 1.0),))
    assert event(read, "evidence: {grade: 9, reason: R}").evidence is None
    assert event(read, "media: [{file: media/none.png, alt: x}, {file: media/ship.png, alt: y}]").media[
        0
    ].file == ("media/ship.png")


def test_an_impossible_date_sends_the_event_to_the_undated_list(read: Callable[[str], Reading]) -> None:
    reading = read("title: T\nevents:\n  - {title: E, date: 1959-02-30}\n  - {title: F, date: 1959}\n")
    table = document_of(reading).events
    assert table.ids == ["e", "f"]
    assert table.dates.is_dated.tolist() == [False, True]
    assert table.date_of(0) is None


def test_one_language_can_go_without_the_others(read: Callable[[str], Reading]) -> None:
    summary = event(read, "summary: {en: One, english: Two, ja: 三}").summary
    assert summary is not None
    assert summary.variants == (("en", "One"), ("ja", "三"))
    assert event(read, "summary: {english: Two}").summary is None


def test_an_unknown_mark_stays_in_the_text(read: Callable[[str], Reading]) -> None:
    summary = event(read, "summary: One. [@bok] Two. [@book]", "sources: [book]").summary
    assert summary is not None
    assert summary.first == "One. [@bok] Two. [@book]"


def test_empty_fields_are_as_if_they_were_not_there(read: Callable[[str], Reading]) -> None:
    reading = read(
        HEAD + "    summary:\n    tags:\n    body: ''\n    lane: ~\n    claims:\n    figure: null\n"
    )
    assert reading.problems == ()
    found = document_of(reading).events.records[1]
    assert (found.summary, found.tags, found.body, found.lane, found.claims, found.figure) == (
        None, (), None, (), {}, None,
    )  # fmt: skip


def test_things_without_a_title_go_by_their_id(read: Callable[[str], Reading]) -> None:
    reading = read(
        "title: T\nlanes: {red: {share: 2}}\nclaims: {c: {accounts: [{says: x}]}}\nevents: [{title: E, lane: red}]\n"
    )
    assert [problem.code for problem in reading.problems] == ["missing-field"] * 2
    document = document_of(reading)
    assert document.lanes[0].record.title.first == "red"
    assert document.claims["c"].about.first == "c"


@pytest.mark.parametrize(
    "cut",
    [
        "  - {id: gone, date: 1959}\n",
        "  - {id: gone, title: ''}\n",
        "  - {id: gone, title: [x]}\n",
        "  - {id: gone, title: 'x}\n",
        "  - {id: gone, titel: X}\n",
        "  - {id: Gone, title: X}\n".replace("Gone", "gone!"),
    ],
)
def test_references_to_what_was_cut_go_without_a_word(cut: str, read: Callable[[str], Reading]) -> None:
    name = "'gone!'" if "!" in cut else "gone"
    reading = read(
        f"title: T\nopening: {{event: {name}}}\nevents:\n  - title: E\n    links: [{{to: {name}, kind: led-to}}]\n{cut}"
    )
    assert len(reading.problems) == 1
    document = document_of(reading)
    assert document.links == ()
    assert document.about.opening == records.Opening()


@pytest.mark.parametrize("typo", ["soruces", "Sources", "quellen"])
def test_a_misspelt_section_is_one_problem(typo: str, read: Callable[[str], Reading]) -> None:
    reading = read(
        f"title: T\n{typo}: {{a: {{title: A}}}}\nevents: [{{title: E, sources: [a], body: 'x [@a]'}}]\n"
    )
    assert [problem.code for problem in reading.problems] == ["unknown-field"]


def test_a_misspelt_field_is_not_missing_too(read: Callable[[str], Reading]) -> None:
    reading = read(
        "title: T\nevents:\n  - {titel: E, di: e}\n  - {title: F, links: [{to: e, kind: led-to}]}\n"
    )
    assert [problem.excerpt for problem in reading.problems] == ["titel", "di"]
    assert list(document_of(reading).events.ids) == ["f"]


def test_a_fault_behind_an_anchor_is_told_once(read: Callable[[str], Reading]) -> None:
    reading = read(
        "title: T\nevents:\n  - {title: E, tags: &t [[x]]}\n  - {title: F, tags: *t}\n  - {title: G, tags: *t}\n"
    )
    assert [(problem.code, problem.line) for problem in reading.problems] == [("wrong-type", 3)]


def test_an_entry_that_lacks_its_title_is_told_by_its_id_or_by_its_first_words(
    read: Callable[[str], Reading],
) -> None:
    reading = read("title: T\nevents:\n  - {date: 1962, lane: []}\n  - {id: landing, date: 1963}\n")
    assert [(problem.code, problem.excerpt) for problem in reading.problems] == [
        ("missing-field", "1962"),
        ("missing-field", "landing"),
    ]
