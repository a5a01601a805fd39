# SPDX-License-Identifier: MIT
"""From a statement to its evidence and back, how sure an event is, and when it became known."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.sample_documents import HARBOUR, document_of
from tests.ui.panel_setup import dress, english, show, theme
from tests.ui.test_panels_event import in_view, lit, open_event, state_of, text_of
from timeline_app.model.document import Document
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.state.app_state import PanelPage
from timeline_app.ui.panels.detail_panel import DetailPanel
from timeline_app.ui.panels.event_page import EventPage
from timeline_app.ui.panels.excerpt_card import ExcerptCard


@pytest.fixture
def panel(qt_app: QApplication) -> Iterator[DetailPanel]:
    dress(qt_app)
    made = DetailPanel(english(), theme())
    show(made, 460, 700)
    yield made
    made.close()


@pytest.fixture
def page(panel: DetailPanel) -> EventPage:
    return open_event(panel, "agreement")


def anchored() -> Document:
    """Return the harbour with words named by marks, and two passages that rest on the same words."""
    events = deepcopy(HARBOUR["events"])
    assert isinstance(events, list)
    agreement = next(event for event in events if event["id"] == "agreement")
    agreement["body"] = (
        'The boat was [for goods]{cite="#plan" words="to carry  goods"} and people. [@ledger, p. 41]\n\n'
        'It sailed [but not always]{cite="#plan" words="all weather but the worst"}. '
        '[At six]{cite="#order" words="leaves at six"} it left. [#plan; @gazette]'
    )
    return document_of({**HARBOUR, "events": events})


def open_anchored(panel: DetailPanel, followed: int = 0) -> EventPage:
    document = anchored()
    state = replace(state_of(document, "agreement"), followed=followed)
    panel.show_state(Showing(document), state)
    QApplication.processEvents()
    page = panel.page
    assert isinstance(page, EventPage)
    return page


def index_of(page: EventPage, words: str) -> int:
    """Return the place in reading order of the first mark of a passage, by the passage's words."""
    for index, place in enumerate(page.story.marks):
        paragraph = page.story.paragraphs[place.paragraph]
        if paragraph.copied(place.spot.passage_start, place.spot.passage_end).strip() == words:
            return index
    raise LookupError(words)


def lit_words(card: ExcerptCard) -> list[str]:
    paragraphs = card.text.paragraphs
    return [paragraphs[lit.paragraph].text[lit.start : lit.end] for lit in card.text.lit]


def passage_point(page: EventPage, words: str) -> QPoint:
    place = page.story.marks[index_of(page, words)]
    rect = page.story.body.passage_rect(place)
    return rect.topLeft() + QPoint(12, 10)


def test_a_passage_lights_the_exact_words_and_the_entry(panel: DetailPanel) -> None:
    page = open_anchored(panel)
    heard: list[int] = []
    page.follow_requested.connect(heard.append)
    at = passage_point(page, "for goods")
    QTest.mouseClick(page.story, Qt.MouseButton.LeftButton, pos=at)
    card = next(iter(page.cards))
    number = page.story.marks[index_of(page, "for goods")].spot.mark.number
    assert lit_words(card) == ["to carry goods"]
    assert card.is_lit
    assert [entry.number for entry in page.entries if entry.is_lit] == [number]
    assert card.text.hasFocus()
    assert in_view(panel, card)
    assert heard == [index_of(page, "for goods") + 1]


def test_words_of_a_translation_are_lit_there(panel: DetailPanel) -> None:
    page = open_anchored(panel)
    page.story.activate([page.story.marks[index_of(page, "At six")]])
    card = list(page.cards)[1]
    assert lit_words(card) == ["leaves at six"]
    assert card.text.lit[0].paragraph == 2


def test_a_passage_with_several_marks_lights_all_that_they_lead_to(panel: DetailPanel) -> None:
    page = open_anchored(panel)
    index = index_of(page, "it left.")
    QTest.mouseClick(page.story, Qt.MouseButton.LeftButton, pos=passage_point(page, "it left."))
    card = next(iter(page.cards))
    marks = [place.spot.mark for place in page.story.marks[index : index + 2]]
    assert card.is_lit
    # Without words all of the excerpt is meant.
    assert lit_words(card) == []
    assert [entry.number for entry in page.entries if entry.is_lit] == sorted(mark.number for mark in marks)


def test_dragging_over_a_passage_selects_and_follows_nothing(panel: DetailPanel) -> None:
    page = open_anchored(panel)
    heard: list[int] = []
    page.follow_requested.connect(heard.append)
    start = passage_point(page, "for goods")
    QTest.mousePress(page.story, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page.story, start + QPoint(30, 0))
    QTest.mouseRelease(page.story, Qt.MouseButton.LeftButton, pos=start + QPoint(30, 0))
    assert page.story.selected_text
    # A click that only lets go of the words follows nothing either.
    QTest.mouseClick(page.story, Qt.MouseButton.LeftButton, pos=start)
    assert page.story.selected_text == ""
    assert heard == []
    assert lit(page) == []


def test_from_the_words_back_to_each_passage_that_rests_on_them(panel: DetailPanel) -> None:
    page = open_anchored(panel)
    second = index_of(page, "but not always.")
    page.story.activate([page.story.marks[second]])
    card = next(iter(page.cards))
    assert card.way_back.next.isVisible()
    walked = []
    for button in (card.way_back.back, card.way_back.next, card.way_back.next, card.way_back.previous):
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        place = page.story.focused_mark
        assert place is not None
        assert page.story.hasFocus()
        walked.append(
            page.story.paragraphs[place.paragraph].copied(place.spot.passage_start, place.spot.passage_end)
        )
    assert [words.strip() for words in walked] == ["but not always.", "it left.", "for goods", "it left."]


def test_back_leads_to_the_passage_that_was_followed_last(panel: DetailPanel) -> None:
    page = open_anchored(panel)
    card = next(iter(page.cards))
    back = card.way_back.back
    assert back is not None
    for words in ("it left.", "for goods", "but not always."):
        index = index_of(page, words)
        page.story.activate([page.story.marks[index]])
        QTest.mouseClick(back, Qt.MouseButton.LeftButton)
        assert page.story.focused_mark == page.story.marks[index]


def test_one_passage_needs_no_next_one(panel: DetailPanel) -> None:
    page = open_anchored(panel)
    order = list(page.cards)[1]
    assert order.way_back.back is not None
    assert order.way_back.back.isVisible()
    assert not order.way_back.next.isVisible()
    remark = list(page.cards)[2]
    assert remark.way_back.back is not None
    assert not remark.way_back.back.isVisible()


def test_the_document_is_opened_with_the_lit_words(panel: DetailPanel) -> None:
    page = open_anchored(panel)
    heard: list[tuple[str, str]] = []
    page.excerpt_requested.connect(lambda name, words: heard.append((name, words)))
    card = next(iter(page.cards))
    QTest.mouseClick(card.open_button, Qt.MouseButton.LeftButton)
    page.story.activate([page.story.marks[index_of(page, "for goods")]])
    QTest.mouseClick(card.open_button, Qt.MouseButton.LeftButton)
    assert heard == [("plan", ""), ("plan", "to carry  goods")]


def test_an_entry_leads_to_its_source_and_switches_it_off(panel: DetailPanel) -> None:
    page = open_anchored(panel)
    heard: list[object] = []
    page.source_requested.connect(heard.append)
    page.command_requested.connect(lambda name, arguments: heard.append((name, arguments)))
    entry = next(iter(page.entries))
    QTest.mouseClick(entry.about_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(entry.switch_button, Qt.MouseButton.LeftButton)
    assert heard == ["ledger", ("sources.take-away", {"id": "ledger"})]


def test_back_returns_to_the_very_passage(panel: DetailPanel) -> None:
    page = open_anchored(panel)
    index = index_of(page, "but not always.")
    page.story.activate([page.story.marks[index]])
    open_anchored(panel, -(index + 1))
    assert lit_words(next(iter(page.cards))) == ["all weather but the worst"]
    open_anchored(panel, index + 1)
    assert page.story.hasFocus()
    assert page.story.focused_mark == page.story.marks[index]
    assert in_view(panel, page.story) or panel.verticalScrollBar().value() > 0
    assert lit(page) == []
    # Forward leads to the words again.
    open_anchored(panel, -(index + 1))
    assert lit_words(next(iter(page.cards))) == ["all weather but the worst"]


def test_back_from_another_page_takes_the_reader_there(panel: DetailPanel) -> None:
    page = open_anchored(panel)
    index = index_of(page, "At six")
    document = anchored()
    elsewhere = replace(state_of(document), page=PanelPage.INTRODUCTION)
    panel.setFocus()
    panel.show_state(Showing(document), elsewhere)
    open_anchored(panel, -(index + 1))
    assert list(page.cards)[1].text.hasFocus()
    # Away and back again: the light and the focus are where they were.
    panel.show_state(Showing(document), elsewhere)
    open_anchored(panel, -(index + 1))
    assert list(page.cards)[1].text.hasFocus()
    assert list(page.cards)[1].is_lit
    panel.show_state(Showing(document), elsewhere)
    open_anchored(panel, index + 1)
    assert page.story.focused_mark == page.story.marks[index]
    # A number that the text does not have leads nowhere.
    open_anchored(panel, 99)
    assert page.story.focused_mark == page.story.marks[index]


# -- how sure, and when it became known -------------------------------------------------------------


def test_how_sure_is_told_in_plain_sentences(page: EventPage) -> None:
    assert text_of(page.sureness) == [
        "HOW SURE IS THIS?",
        (
            "Its 5 sources make 3 independent lines of evidence: works that derive from one another, "
            "or of which little more than the title is known, add none. "
            "Accounts differ on a point of it, and the point is disputed."
        ),
        "Kinds of source, none ranked above another: Scholarship (2) · Press · Document",
    ]


def test_when_it_became_known_says_who_knew_and_how_far(page: EventPage) -> None:
    assert text_of(page.known) == [
        "WHEN IT BECAME KNOWN",
        "13 August 1959 · The public · in full",
    ]


def test_nothing_is_assumed_where_the_exhibit_does_not_say(panel: DetailPanel) -> None:
    page = open_event(panel, "survey")
    assert text_of(page.known) == ["WHEN IT BECAME KNOWN", "We do not know when this became public."]


def test_a_source_that_is_off_does_not_count_and_can_be_put_back(panel: DetailPanel) -> None:
    page = open_event(panel, "agreement", lens=Lens(sources_off=frozenset({"ledger"})))
    assert text_of(page.sureness)[1] == (
        "You have switched off one source of this entry. It still has as many independent lines of evidence."
    )
    assert "plan" not in [card.excerpt_id for card in page.cards]
    entry = next(iter(page.entries))
    assert text_of(entry.text)[0] == "Switched off by you: it does not count."
    heard: list[object] = []
    page.command_requested.connect(lambda name, arguments: heard.append((name, arguments)))
    QTest.mouseClick(entry.switch_button, Qt.MouseButton.LeftButton)
    assert heard == [("sources.give-back", {"id": "ledger"})]


def test_what_has_lost_every_source_says_so(panel: DetailPanel) -> None:
    page = open_event(panel, "survey", lens=Lens(sources_off=frozenset({"letter"})))
    assert text_of(page.sureness) == [
        "HOW SURE IS THIS?",
        "You have switched off every source of this entry. This exhibit would have no source for this.",
    ]


def test_statements_that_would_have_no_source_are_marked_and_stay(panel: DetailPanel) -> None:
    page = open_event(panel, "agreement", lens=Lens(sources_off=frozenset({"gazette", "letter"})))
    lost = [run.text for paragraph in page.story.paragraphs for run in paragraph.runs if run.is_lost]
    # The first statement rests on the ledger alone; a text that no mark covers is nobody's to lose.
    assert lost == [" Accounts differ on who had asked for it.", "The order was short."]
    assert text_of(page.story)[-1].startswith("Underlined with dashes")
    names = [page.story.mark_name(place.spot.mark) for place in page.story.marks]
    assert names[0] == "Note 1: Mori & Sato 1961, p. 40"
    assert "Note 2: A ferry at last? 1959, switched off by you" in names
    assert not panel.grab().isNull()


def test_with_all_sources_there_nothing_is_marked(page: EventPage) -> None:
    assert not any(run.is_lost for paragraph in page.story.paragraphs for run in paragraph.runs)


@pytest.mark.parametrize(
    ("sources", "evidence", "told"),
    [
        ((), None, "This exhibit names no source for it."),
        (("ledger",), None, "It rests on one source."),
        (("ledger", "gazette"), None, "It rests on 2 sources, none of which derives from another of them."),
        (
            ("kikuchi",),
            None,
            (
                "It rests on one source. Only an abstract, a contents page or the title of it is known, "
                "so little can be claimed from it."
            ),
        ),
        (
            ("letter",),
            None,
            (
                "It rests on one source. It was read only in part, so no more is claimed than those parts can bear."
            ),
        ),
        (
            ("ledger", "gazette"),
            {"grade": 1, "reason": "Both had it from the same keeper."},
            "The makers of this exhibit count one line of evidence. Their reason: Both had it from the same keeper.",
        ),
    ],
)
def test_every_grade_has_its_sentence(
    panel: DetailPanel, sources: tuple[str, ...], evidence: object, told: str
) -> None:
    event: dict[str, object] = {"id": "agreement", "title": "A day", "lane": "town", "sources": list(sources)}
    if evidence is not None:
        event["evidence"] = evidence
    document = document_of({**HARBOUR, "events": [event], "claims": {}, "tours": {}})
    panel.show_state(Showing(document), state_of(document, "agreement"))
    page = panel.page
    assert isinstance(page, EventPage)
    assert text_of(page.sureness)[1] == told


# -- as known at a moment ---------------------------------------------------------------------------


def told_in(panel: DetailPanel, known: object, year: str, **changes: object) -> EventPage:
    """Open the agreement as it stood at the end of a year, with other entries of who knew of it."""
    events = deepcopy(HARBOUR["events"])
    assert isinstance(events, list)
    agreement = next(event for event in events if event["id"] == "agreement")
    agreement.pop("known", None)
    if known:
        agreement["known"] = known
    next(event for event in events if event["id"] == "storm")["known"] = "public"
    document = document_of({**HARBOUR, **changes, "events": events})
    lens = Lens(known_at=known_at_date(year))
    panel.show_state(Showing(document, lens), state_of(document, "agreement", lens=lens))
    QApplication.processEvents()
    page = panel.page
    assert isinstance(page, EventPage)
    return page


def test_what_nobody_knows_to_have_been_public_is_veiled(panel: DetailPanel) -> None:
    page = told_in(panel, (), "1961")
    assert text_of(page.head)[:2] == [
        "The town · The harbour office",
        "We do not know when this became public.",
    ]
    assert text_of(page.past.text)[0].startswith("It stands where its own date puts it.")
    assert not page.story.isVisible()
    assert not page.sureness.isVisible()
    assert not page.known.isVisible()


def test_what_was_known_in_part_or_as_a_rumour_says_so(panel: DetailPanel) -> None:
    part = [{"to": "public", "since": "1959-09", "extent": "part", "source": "gazette"}]
    page = told_in(panel, part, "1960")
    assert "Only a part of it was known then." in text_of(page.past.text)
    rumour = [{"to": "public", "since": "1959-09", "extent": "rumour", "source": "gazette"}]
    page = told_in(panel, rumour, "1960")
    assert "It was known then as a rumour." in text_of(page.past.text)


def test_what_some_knew_while_the_public_did_not_says_who(panel: DetailPanel) -> None:
    known = [
        {"to": "governments", "where": "JP", "since": "1959-09", "source": "gazette"},
        {"to": "public", "since": "2004", "source": "letter"},
    ]
    events = deepcopy(HARBOUR["events"])
    assert isinstance(events, list)
    next(event for event in events if event["id"] == "agreement")["known"] = known
    document = document_of({**HARBOUR, "events": events})
    cursor = known_at_date("1960", audience="governments")
    lens = Lens(known_at=cursor)
    panel.show_state(Showing(document, lens), state_of(document, "agreement", lens=lens))
    page = panel.page
    assert isinstance(page, EventPage)
    assert "The public did not know of it then. Those who did: Governments in Japan." in text_of(
        page.past.text
    )


def test_what_was_public_but_is_cited_from_later_works_says_so(panel: DetailPanel) -> None:
    page = told_in(panel, "public", "1959-08-13")
    assert "It was public then. We cite later sources, which are not shown here." in text_of(page.past.text)


def test_who_knew_since_when_is_not_known_is_told_as_such(panel: DetailPanel) -> None:
    events = deepcopy(HARBOUR["events"])
    assert isinstance(events, list)
    known = [{"to": "families", "extent": "rumour", "note": "Told by word of mouth."}]
    next(event for event in events if event["id"] == "agreement")["known"] = known
    document = document_of({**HARBOUR, "events": events})
    panel.show_state(Showing(document), state_of(document, "agreement"))
    page = panel.page
    assert isinstance(page, EventPage)
    assert text_of(page.known)[1] == (
        "Since when is not known · Families · as a rumour. Told by word of mouth."
    )


def test_without_a_cursor_nothing_is_said_of_then(page: EventPage) -> None:
    assert not page.past.isVisible()
