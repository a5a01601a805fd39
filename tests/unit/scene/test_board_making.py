# SPDX-License-Identifier: MIT
"""What stands on the board: a stop as it is revealed, and nothing that the lens does not let be told."""

from dataclasses import replace

import pytest

from tests.sample_documents import small_document
from tests.stages import ENGLISH
from tests.tour_exhibit import toured
from timeline_app.base.text_value import Reader, ShownText
from timeline_app.model.curtain import Part, Withheld, curtain_date
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import IDENTITY, Lens
from timeline_app.model.showing import Showing
from timeline_app.model.tour_views import Shown, ShownKind
from timeline_app.scene.board import Board, BoardRole
from timeline_app.scene.board_making import BoardMaker


def shown(kind: ShownKind, name: str, words: str = "") -> Shown:
    return Shown(kind, name, ShownText("", "en"), words)


ORDER = shown(ShownKind.EXCERPT, "order")
WHO = shown(ShownKind.CLAIM, "who")
STUDY = shown(ShownKind.SOURCE, "study")
CHAIN = shown(ShownKind.CHAIN, "ferry")


def maker(lens: Lens = IDENTITY, document=None) -> BoardMaker:
    return BoardMaker(Showing(document or toured(), lens, Reader()), ENGLISH)


def texts(board: Board) -> list[tuple[str, str]]:
    return [(text.role.value, text.text) for text in board.texts]


def columns(board: Board) -> list[list[str]]:
    return [[text.text for text in column.texts] for column in board.columns]


def test_an_event_has_lane_title_and_date_with_its_doubt():
    board = maker().of_event("pier")
    assert texts(board) == [
        ("kicker", "Town"),
        ("title", "pier"),
        ("date", "1950 · year known, month and day not"),
    ]


def test_an_event_without_a_date_says_so_and_none_at_all_leaves_the_timeline_alone():
    assert ("date", "No date is known") in texts(maker().of_event("song"))
    nothing = maker().of_event("unheard-of")
    assert nothing == Board()


def test_who_looks_from_another_day_is_told_so():
    board = maker(replace(IDENTITY, known_at=known_at_date("1952"))).of_event("pier")
    assert texts(board)[3] == ("speaker", "In print by the end of 1952")


def test_a_stop_without_an_event_has_its_own_title():
    board = maker().of_stop(None, ShownText("What we have seen", "en"), ())
    assert texts(board) == [("title", "What we have seen")]


def test_the_words_of_a_source_stand_with_who_spoke_and_where():
    board = maker().of_stop("deal", None, (shown(ShownKind.EXCERPT, "order", "by night"),))
    (column,) = board.columns
    assert column.is_quote
    assert columns(board) == [["“Sail by night.”", "The office", "Quoted in A study 1991"]]
    assert column.texts[0].lit == ((5, 13),)


def test_what_is_not_revealed_is_an_empty_place_of_the_same_kind():
    before = maker().of_stop("deal", None, (ORDER, STUDY), ((1,),), 0)
    after = maker().of_stop("deal", None, (ORDER, STUDY), ((1,),), 1)
    assert [column.is_seen for column in before.columns] == [True, False]
    assert not any(text.text == "A study" for text in before.texts)
    assert [column.is_seen for column in after.columns] == [True, True]
    assert [column.is_new for column in after.columns] == [False, True]
    assert columns(after)[1][0] == "A study"
    assert maker().of_stop("deal", None, (ORDER, STUDY), ((1,),), 9) == after


def test_before_anything_is_revealed_the_event_stands_by_itself():
    board = maker().of_stop("deal", None, (ORDER, STUDY), ((0,), (1,)), 0)
    assert board == maker().of_event("deal")


def test_side_by_side_the_lane_and_the_prose_give_way():
    board = maker().of_stop("deal", None, (ORDER, STUDY))
    assert [text.role for text in board.head] == [BoardRole.TITLE, BoardRole.DATE]
    assert board.prose == ()


def test_a_claim_alone_is_the_title_with_its_accounts_side_by_side():
    board = maker().of_stop("deal", None, (WHO,))
    assert texts(board)[:3] == [
        ("kicker", "deal"),
        ("title", "Who gave the order"),
        ("date", "Open · 1 account"),
    ]
    assert columns(board) == [["Nobody is named", "Nobody.", "A study 1991"]]
    beside = maker().of_stop("deal", None, (ORDER, WHO))
    assert columns(beside)[1] == ["Who gave the order", "Nobody is named", "Nobody.", "A study 1991"]


def test_more_than_fits_side_by_side_is_shown_as_it_is_revealed():
    shows = (ORDER, STUDY, WHO, CHAIN, shown(ShownKind.FIGURE, "ferry"))
    steps = ((1,), (2, 3))
    of = [columns(maker().of_stop("deal", None, shows, steps, step)) for step in range(3)]
    assert [each[0] for each in of[0]] == ["“Sail by night.”", "Ferries"]
    assert [each[0] for each in of[1]] == ["A study"]
    assert [each[0] for each in of[2]] == ["Who gave the order", "pier · 1950"]


def test_a_chain_lists_its_steps_and_marks_the_event():
    board = maker().of_thing(CHAIN, "ferry")
    (column,) = board.columns
    assert [(text.role, text.bullet) for text in column.texts] == [
        (BoardRole.STEP, "1"),
        (BoardRole.STEP_HERE, "2"),
    ]
    assert maker().of_thing(shown(ShownKind.CHAIN, "song"), "song").columns == ()


def test_figures_maps_and_other_events_are_columns():
    shows = (shown(ShownKind.FIGURE, "ferry"), shown(ShownKind.MAP, "pier"), shown(ShownKind.EVENT, "deal"))
    board = maker().of_stop("ferry", None, (*shows, shown(ShownKind.EVENT, "ferry")))
    figure, mapped, other = board.columns
    assert figure.figure is not None
    assert mapped.mapped == "pier"
    assert [text.text for text in other.texts][:2] == ["deal", "1 March 1955 · exact day"]


@pytest.mark.parametrize(
    "missing",
    [
        shown(ShownKind.EXCERPT, "none"),
        shown(ShownKind.SOURCE, "none"),
        shown(ShownKind.CLAIM, "none"),
        shown(ShownKind.FIGURE, "pier"),
        shown(ShownKind.MAP, "song"),
        shown(ShownKind.EVENT, "none"),
    ],
)
def test_what_there_is_not_has_no_column(missing):
    assert maker().of_thing(missing, "pier").columns == ()


def test_behind_the_curtain_not_even_a_title_is_told():
    curtain = curtain_date("1952")
    board = maker(replace(IDENTITY, curtain=curtain)).of_stop("deal", ShownText("The deal", "en"), (ORDER,))
    assert board.head == ()
    assert "deal" not in str(board).replace("ideal", "")


def test_what_is_withheld_is_not_told():
    lens = replace(IDENTITY, withheld=(Withheld("pier", frozenset({Part.TITLE, Part.DATE})),))
    assert texts(maker(lens).of_event("pier")) == [
        ("kicker", "Town"),
        ("title", "What happened is withheld for now."),
        ("date", "Date withheld"),
    ]
    outcome = replace(IDENTITY, withheld=(Withheld("ferry", frozenset({Part.OUTCOME})),))
    board = maker(outcome).of_thing(shown(ShownKind.FIGURE, "ferry"), "ferry")
    assert ("title", "ferry") in texts(board)
    assert board.columns == ()


HARD = {
    "id": "storm",
    "date": "1951",
    "summary": "Many boats were lost.",
    "excerpts": ["witness"],
    "content_note": {"category": "death", "text": "Tells of the drowned."},
}


def storm(lens: Lens = IDENTITY) -> BoardMaker:
    document = small_document(
        HARD,
        {"id": "calm", "date": "1952", "excerpts": ["letter"]},
        sources={"daily": {"type": "article", "title": "The Daily"}},
        excerpts={
            "witness": {"source": "daily", "text": "We saw them go."},
            "letter": {"source": "daily", "text": "All is well."},
        },
    )
    return maker(lens, document)


def test_behind_a_content_note_stands_the_note_alone_until_it_is_opened():
    witness = shown(ShownKind.EXCERPT, "witness")
    board = storm().of_stop("storm", None, (witness,))
    assert "We saw" not in str(board)
    assert "lost" not in str(board)
    assert [text.text for text in board.prose] == ["Before you read on", "Tells of the drowned."]
    side = storm().of_stop("storm", None, (shown(ShownKind.EXCERPT, "letter"), witness))
    assert columns(side)[1] == ["Before you read on", "Tells of the drowned."]
    opened = storm(replace(IDENTITY, acknowledged_notes=frozenset({"storm"})))
    assert "We saw them go." in str(opened.of_stop("storm", None, (witness,)))


def test_words_in_another_language_stand_below_their_translation_where_there_is_room():
    document = small_document(
        {"id": "storm", "date": "1951", "excerpts": ["speech"]},
        sources={"daily": {"type": "article", "title": "The Daily", "note": "Printed at night."}},
        excerpts={
            "speech": {
                "source": "daily",
                "text": {
                    "text": "船が出た。",
                    "lang": "ja",
                    "translations": {"en": {"text": "The ship left.", "by": "A clerk", "status": "reviewed"}},
                },
                "elided": "end",
            }
        },
    )
    speech = shown(ShownKind.EXCERPT, "speech")
    alone = maker(document=document).of_stop("storm", None, (speech,))
    assert columns(alone)[0][:2] == ["“The ship left.” …", "「船が出た。」 …"]
    assert columns(alone)[0][-1].endswith("Translation: A clerk, reviewed")
    beside = maker(document=document).of_stop("storm", None, (speech, shown(ShownKind.SOURCE, "daily")))
    assert "「船が出た。」 …" not in columns(beside)[0]
    assert columns(beside)[1][-1] == "Printed at night."
