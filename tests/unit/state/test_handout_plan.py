# SPDX-License-Identifier: MIT
"""What stands on a handout: for whom, through which lens, and that nothing is told that a class is not to see."""

from __future__ import annotations

import pytest

from tests.sample_documents import small_document
from tests.stages import ENGLISH
from tests.tour_exhibit import toured
from timeline_app.chrono.edtf import parse
from timeline_app.model.curtain import Part, Withheld, curtain_date
from timeline_app.model.document import Document
from timeline_app.model.lens import IDENTITY, Lens
from timeline_app.state.handout import (
    Card,
    Chart,
    CopyFor,
    Handout,
    HandoutKind,
    HandoutWish,
    Lines,
    Piece,
    Strip,
    Table,
    Words,
)
from timeline_app.state.handout_plan import plan_handout

STUDENT, TEACHER = CopyFor
PAGES, WORKSHEET, ANSWERS = HandoutKind
Stops = tuple[dict[str, object], ...]


def planned(
    wish: HandoutWish | None = None,
    document: Document | None = None,
    lens: Lens = IDENTITY,
    tour: str = "long",
) -> Handout:
    made = plan_handout(tour, wish or HandoutWish(), document or toured(), ENGLISH, lens)
    assert made is not None
    return made


def told(pieces: tuple[Piece, ...]) -> list[str]:
    """Return every text of some pieces, in their order."""
    found: list[str] = []
    for piece in pieces:
        match piece:
            case Words():
                found.append(f"{piece.marker} {piece.text}".strip())
            case Card():
                found.extend(words.text for words in piece.words)
            case Table():
                found.extend(words.text for words in piece.columns)
                found.extend(words.text for row in piece.rows for cell in row for words in cell)
            case Chart():
                found.extend([piece.title.text, *(f"{label}: {value}" for label, value, _ in piece.bars)])
            case Lines():
                found.append(f"({piece.count} lines)")
            case Strip():
                found.append(piece.words)
    return found


def everything(handout: Handout) -> str:
    """Return all that a reader of a handout can read."""
    found = [handout.exhibit.text, handout.title.text, *(words.text for words in handout.about)]
    for sheet in handout.sheets:
        found += [sheet.kicker.text, sheet.title.text, sheet.date.text if sheet.date else ""]
        found += [sheet.strip.words if sheet.strip else "", sheet.sources.text if sheet.sources else ""]
        found += [*told(sheet.story), *(note.text for note in sheet.notes)]
    for part in handout.parts:
        found += [part.title.text, *told(part.pieces)]
    return "\n".join(found)


def test_pages_for_students_follow_the_planned_stops():
    handout = planned()
    assert [sheet.kicker.text for sheet in handout.sheets] == [
        "Stop 1 of 4",
        "Stop 2 of 4",
        "Stop 3 of 4 · told as it could be told by the end of 1970",
        "Stop 4 of 4",
    ]
    assert handout.about[0].text == "For students · 4 stops · 20 minutes"
    assert handout.fields == ("Name", "Class", "Date")
    assert handout.sheets[0].date is not None
    assert handout.sheets[0].date.text == "1950 · year known, month and day not"
    assert handout.sheets[3].date is None


def test_a_stop_names_what_it_rests_on_and_the_end_lists_it():
    handout = planned()
    first, second = handout.sheets[:2]
    assert first.sources is not None
    assert first.sources.text == "Source: The Daily 1950"
    assert second.sources is not None
    assert second.sources.text == "Source: A study 1991"
    notes, works = handout.parts
    assert notes.title.text == "Notes on sources"
    assert "1 The Daily 1950" in told(notes.pieces)
    assert works.title.text == "Bibliography"
    assert told(works.pieces) == ["“The Daily.” 1950.", "A study. 1991."]


def test_an_excerpt_stands_with_who_spoke_and_where_it_is_printed():
    card = next(piece for piece in planned().sheets[1].story if isinstance(piece, Card))
    assert [words.text for words in card.words] == [
        "“Sail by night.”",
        "The office",
        "Quoted in A study 1991. ",
    ]


def test_words_that_a_stop_lights_stand_out_on_paper():
    stops: Stops = ({"event": "ferry", "show": [{"excerpt": "order", "words": "by night"}]},)
    handout = planned(document=toured(*stops))
    card = next(piece for piece in handout.sheets[0].story if isinstance(piece, Card))
    assert [run.text for run in card.words[0].runs if run.emphasis] == ["by night"]


def test_chains_figures_places_and_other_events_are_told_in_words():
    stops: Stops = ({"event": "ferry", "show": ["chain", "figure", "map:pier", "pier", "study"]},)
    assert told(planned(document=toured(*stops)).sheets[0].story) == [
        "Causes and effects",
        "→ follows from pier, 1950.",
        "Ferries",
        "1960: 3",
        "Source: The Daily 1950",
        "Where: pier: Minase",
        "pier · 1950",
        "A study",
    ]


# -- who may read what ---------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [PAGES, WORKSHEET])
@pytest.mark.parametrize("per_page", [1, 2, 3, 6])
def test_a_students_copy_never_holds_notes_spare_stops_or_what_may_be_asked(kind: HandoutKind, per_page: int):
    text = everything(planned(HandoutWish(kind, STUDENT, per_page)))
    for kept in ("Begin here", "Tell of the order", "pupils", "If they ask", "Spare", "song"):
        assert kept not in text


def test_a_teachers_copy_holds_notes_minutes_spare_stops_and_branches():
    handout = planned(HandoutWish(PAGES, TEACHER))
    assert [sheet.kicker.text for sheet in handout.sheets][:3] == [
        "Stop 1 of 4 · 2 minutes",
        "Stop 2 of 4",
        "Spare stop 3",
    ]
    assert [note.text for note in handout.sheets[0].notes] == ["Begin here. Tell of the order."]
    assert [note.text for note in handout.sheets[1].notes] == [
        "If they ask about the ferry → ferry",
        "If they ask who sings → song",
    ]
    assert handout.fields == ()
    assert handout.about[1].text == "For pupils."


def test_a_stop_with_a_cursor_is_told_as_it_could_be_then():
    (sheet,) = planned(tour="at-night").sheets
    assert sheet.kicker.text == "Stop 1 of 1 · told as it could be told by the end of 1956"
    assert sheet.title.text == "?"
    assert sheet.date is None
    assert told(sheet.story) == [
        "It stands where its own date puts it. Nothing more is told of it in this view."
    ]
    assert planned(tour="at-night").parts == ()


@pytest.mark.parametrize("kind", [PAGES, WORKSHEET])
def test_what_is_withheld_from_a_class_is_not_on_its_paper(kind: HandoutKind):
    stops: Stops = ({"event": "ferry", "show": ["figure", "pier"]}, {"event": "pier", "show": ["who"]})
    parts = frozenset({Part.TITLE, Part.DATE, Part.OUTCOME})
    lens = Lens(withheld=(Withheld("ferry", parts),))
    text = everything(planned(HandoutWish(kind), toured(*stops), lens))
    for kept in ("ferry", "Ferries", "1960"):
        assert kept not in text
    teacher = everything(planned(HandoutWish(PAGES, TEACHER), toured(*stops), lens))
    assert "ferry" in teacher


def test_a_withheld_date_is_a_line_to_write_on():
    lens = Lens(withheld=(Withheld("ferry", frozenset({Part.DATE})),))
    sheet = planned(document=toured({"event": "ferry", "view": "1940/1970"}), lens=lens).sheets[0]
    assert sheet.date is not None
    assert sheet.date.text.startswith("When was this?")
    assert sheet.strip is not None
    assert sheet.strip.words == "A stretch of the timeline"


def test_what_is_behind_the_curtain_is_not_on_a_students_paper():
    lens = Lens(curtain=curtain_date("1952"))
    assert planned(lens=lens).sheets[0].title.text == "pier"
    assert "ferry" not in everything(planned(lens=lens))
    assert "ferry" in everything(planned(HandoutWish(PAGES, TEACHER), lens=lens))


def test_there_is_nothing_to_print_of_a_tour_that_is_not_there():
    assert plan_handout("none", HandoutWish(), toured(), ENGLISH) is None


# -- content notes, consent ------------------------------------------------------------------------


def witnessed(scope: list[str] | None = None, note: dict[str, str] | None = None) -> Document:
    excerpt: dict[str, object] = {
        "source": "daily",
        "text": {"lang": "ja", "text": "夜だった。", "translations": {"en": {"text": "It was night."}}},
        "speaker": "a child",
        "date": "1951",
        "locator": "p. 3",
        "bears": "witnesses",
        "comment": "Told much later.",
        "elided": "end",
        "transmission": [{"by": "a clerk", "role": "wrote it down"}],
    }
    if scope is not None:
        excerpt["consent"] = {"scope": scope}
    if note is not None:
        excerpt["content_note"] = note
    return small_document(
        {
            "id": "pier",
            "date": "1950",
            "summary": "The pier was built.[#told]",
            "body": "It burnt down later. [@daily]",
            "sources": ["daily"],
            "known": [{"to": "public", "since": "1950", "where": "JP", "source": "daily"}],
            **({"content_note": note} if note is not None else {}),
        },
        sources={"daily": {"type": "article-newspaper", "title": "The Daily", "issued": "1950"}},
        excerpts={"told": excerpt},
        claims={
            "who": {
                "about": "who built it",
                "status": "disputed",
                "conclusion": "Nobody knows.",
                "concluded_by": "the editors",
                "accounts": [
                    {
                        "says": "The town.",
                        "by": "The mayor",
                        "date": "1951",
                        "sources": ["daily"],
                        "bears": "states",
                        "refuted_since": "1999",
                    },
                    {"says": "The ferry company.", "sources": ["daily"]},
                ],
            }
        },
        tours={
            "long": {"title": "Long", "stops": [{"event": "pier", "show": ["told", "who"], "minutes": 1.5}]}
        },
    )


def test_words_in_another_language_stand_with_their_translation():
    card = next(p for p in planned(document=witnessed()).sheets[0].story if isinstance(p, Card))
    assert [(words.text, words.language) for words in card.words][:2] == [
        ("「夜だった。」 …", "ja"),
        ("“It was night.” …", "en"),
    ]
    assert card.words[3].text == "A child · 1951"
    assert card.words[4].text == "Told much later."


def test_words_of_a_witness_who_has_not_agreed_to_print_are_left_out():
    assert "night" not in everything(planned(document=witnessed(["kiosk"])))
    assert "night" in everything(planned(document=witnessed(["kiosk", "print"])))
    assert "night" in everything(planned(document=witnessed([])))


def test_what_a_content_note_covers_is_printed_only_where_that_is_wished():
    note = {"category": "grief", "text": "Tells of grief."}
    covered = everything(planned(document=witnessed(note=note)))
    assert "Before you read on. Tells of grief." in covered
    assert "night" not in covered
    assert "The pier was built" not in covered
    opened = everything(planned(HandoutWish(opens_notes=True), witnessed(note=note)))
    assert "Before you read on. Tells of grief." in opened
    assert "“It was night.”" in opened
    assert "The pier was built" in opened


# -- worksheet and key -----------------------------------------------------------------------------


def test_a_worksheet_asks_of_words_and_accounts_and_leaves_room():
    texts = told(planned(HandoutWish(WORKSHEET), witnessed()).sheets[0].story)
    assert (
        "1. Which words describe, and which ones promise or claim something? Underline them, and explain one."
        in texts
    )
    assert "3. Fill in who says so, and what each account rests on." in texts
    assert "5. What could people know of this at the time, and from whom?" in texts
    assert texts.count("(2 lines)") == 3
    for answer in ("The mayor", "a clerk", "Nobody knows.", "The public in Japan"):
        assert all(answer not in text for text in texts)


def test_the_key_answers_the_same_questions():
    tasks = [
        text
        for text in told(planned(HandoutWish(WORKSHEET), witnessed()).sheets[0].story)
        if text[:1].isdigit()
    ]
    key = planned(HandoutWish(ANSWERS), witnessed())
    texts = told(key.sheets[0].story)
    assert [text for text in texts if text[:1].isdigit() and text[1] == "."] == tasks
    for answer in (
        "How the words came to us: a clerk (wrote it down)",
        "• The pier was built.",
        "The mayor",
        "Refuted since 1999.",
        "Nobody knows. Concluded by the editors.",
        "• 1950 · The public in Japan · in full · The Daily 1950",
    ):
        assert answer in texts
    assert key.about[0].text == "Answer key for teachers"
    assert not any("lines)" in text for text in texts)


def test_the_stops_are_put_on_an_empty_line_of_time():
    line, _ = planned(HandoutWish(WORKSHEET)).parts
    assert line.title.text == "The line of time"
    _, strip = line.pieces
    assert isinstance(strip, Strip)
    assert strip.is_blank
    assert strip.view is not None
    first, last = parse("1950"), parse("1960-05-01")
    assert first.earliest_s is not None
    assert last.latest_s is not None
    assert strip.view[0] < first.earliest_s
    assert last.latest_s < strip.view[1]
    key, _ = planned(HandoutWish(ANSWERS)).parts
    assert told(key.pieces)[1:] == ["1 · 1950 · pier", "2 · 1 March 1955 · deal", "3 · 1 May 1960 · ferry"]


def test_no_line_is_asked_for_where_dates_are_withheld_or_few():
    lens = Lens(withheld=(Withheld("ferry", frozenset({Part.DATE})),))
    assert [part.title.text for part in planned(HandoutWish(WORKSHEET), lens=lens).parts] == ["Bibliography"]
    assert [part.title.text for part in planned(HandoutWish(WORKSHEET), witnessed()).parts] == [
        "Bibliography"
    ]


def test_several_excerpts_are_compared():
    stops: Stops = ({"event": "ferry", "show": ["order", {"excerpt": "order", "words": "night"}, "figure"]},)
    texts = told(planned(HandoutWish(WORKSHEET), toured(*stops)).sheets[0].story)
    assert "3. Compare these sources. In what do they agree and differ, and why might that be?" in texts
    key = told(planned(HandoutWish(ANSWERS), toured(*stops)).sheets[0].story)
    assert "The office:" in key


def test_a_stop_with_nothing_to_work_on_is_not_on_the_worksheet():
    handout = planned(HandoutWish(WORKSHEET), toured({"event": "pier"}, {"event": "deal", "show": ["order"]}))
    assert [sheet.title.text for sheet in handout.sheets] == ["deal"]


def test_a_stop_that_shows_only_a_source_has_its_citation():
    sheet = planned().sheets[3]
    assert sheet.title.text == "The Daily"
    assert told(sheet.story) == ["The Daily"]
    assert sheet.strip is not None
    assert sheet.strip.event_id is None


def test_minutes_that_are_no_whole_number_are_told_as_they_are():
    kicker = planned(HandoutWish(PAGES, TEACHER), witnessed()).sheets[0].kicker
    assert kicker.text == "Stop 1 of 1 · 1.5 minutes"


def test_the_whole_story_stands_where_a_stop_has_a_page_to_itself():
    assert "burnt down" in everything(planned(HandoutWish(per_page=1), witnessed()))
    assert "burnt down" not in everything(planned(HandoutWish(per_page=3), witnessed()))


# -- evidence in all its shapes --------------------------------------------------------------------


def shown(*things: object, **changes: object) -> list[str]:
    """Return what a stop tells that shows some things of an exhibit with everything in it."""
    event = {"id": "other", "date": "1960", "title": "The other"}
    link = {"to": "other", "kind": "led-to", "why": "They say so.", "judgement": True, "sources": ["daily"]}
    figure = {
        "title": "Boats",
        "data": [["a", 2.5], ["b", -1]],
        "describe": "Two bars.",
        **({"source": "daily"} if changes.get("sourced", True) else {}),
    }
    document = small_document(
        {"id": "pier", "date": "1950", "links": [link], "figure": figure},
        {**event, "summary": "Hard to read.", "content_note": {"category": "grief"}, "sources": ["daily"]},
        {"id": "undated", "title": "Some day", "links": [{"to": "pier", "kind": "response-to"}]},
        sources={
            "daily": {"type": "book", "title": "The Daily", "consulted": {"extent": "whole"}, "kind": "press"}
        },
        excerpts={
            "loose": {"text": "Nobody knows whence.", "text_is": "original", "elided": "both"},
            "bare": {"text": "Only words.", "source": "daily", "date": "1950"},
        },
        claims={"why": {"about": "why", "status": "open", "accounts": [{"says": "So."}]}},
        tours={"long": {"title": "Long", "stops": [{"event": "pier", "show": list(things)}]}},
    )
    return told(planned(document=document).sheets[0].story)


def test_words_without_a_source_say_what_kind_of_words_they_are():
    assert shown("loose") == ["… “Nobody knows whence.” …", "The words as first written."]
    assert shown("bare")[:2] == ["“Only words.”", "1950"]


def test_a_chain_tells_why_and_whose_judgement_it_is():
    assert shown("chain") == [
        "Causes and effects",
        "→ led to The other, 1960. They say so. ◇ This link is our own judgement.",
        "→ answered by Some day.",
    ]


def test_a_figure_tells_its_values_and_what_it_shows():
    assert shown("figure") == ["Boats", "a: 2.5", "b: -1", "Two bars.", "Source: The Daily"]
    assert shown("figure", sourced=False) == ["Boats", "a: 2.5", "b: -1", "Two bars."]


def test_another_event_keeps_its_content_note():
    assert shown("other") == [
        "The other · 1960",
        "Before you read on. What follows concerns: grief.",
    ]


def test_a_source_is_told_with_its_kind_and_how_much_was_read():
    assert shown("daily") == ["The Daily · Press · Read whole"]


def test_an_account_that_nobody_gives_says_so():
    assert shown("why")[-5:] == [
        "What it rests on",
        "So.",
        "Nobody is named",
        "–",
        "Nothing that is known decides it yet.",
    ]


# -- a stop's own task -----------------------------------------------------------------------------


def test_the_task_of_a_stop_stands_in_the_place_of_the_general_questions():
    stops: Stops = (
        {"event": "ferry", "show": ["order", "who", "figure"], "task": "Which word is an *order*?"},
    )
    (sheet,) = planned(HandoutWish(WORKSHEET), toured(*stops)).sheets
    assert [text for text in told(sheet.story) if text[:2] in {"1.", "2.", "3.", "4."}] == [
        "1. Fill in who says so, and what each account rests on.",
        "2. Which word is an order?",
    ]


def test_a_stop_with_a_task_and_no_sources_is_read_and_worked_on():
    works = {"event": "mill", "task": "Name one thing.\n\nAnd another.[ Or more.]{since=2999}"}
    mill = {"id": "mill", "lane": "town", "summary": "A mill is built.[@daily]", "sources": ["daily"]}
    handout = planned(HandoutWish(WORKSHEET), toured(works, {"event": "deal"}, also=[mill]))
    (sheet,) = handout.sheets
    assert told(sheet.story) == [
        "A mill is built.",
        "1. Name one thing.",
        "And another. Or more.",
        "(4 lines)",
    ]
    assert told(handout.parts[-1].pieces) == ["“The Daily.” 1950."]


def test_the_key_tells_at_a_stops_own_task_what_the_exhibit_has_to_say():
    stops: Stops = ({"event": "pier", "show": ["order", "who"], "task": "Which word is an order?"},)
    (sheet,) = planned(HandoutWish(ANSWERS, TEACHER), toured(*stops)).sheets
    after = told(sheet.story)[told(sheet.story).index("2. Which word is an order?") + 1 :]
    assert after[0] == "The class’s own words. A good answer quotes the source."
    assert after.count(after[0]) == 1


def test_a_task_is_not_told_while_the_class_is_to_find_something_out_about_its_event():
    document = toured({"event": "ferry", "show": ["order"], "task": "Why in 1960?"})
    assert "Why in 1960?" in everything(planned(HandoutWish(WORKSHEET), document))
    asked = Lens(withheld=(Withheld("ferry", frozenset({Part.DATE})),))
    assert "Why in 1960?" not in everything(planned(HandoutWish(WORKSHEET), document, asked))
