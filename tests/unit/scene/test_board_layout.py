# SPDX-License-Identifier: MIT
"""The board's sheets: nothing is cut, nothing overflows, nothing overlaps, and as few of them as can be."""

from collections import Counter
from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.base.geometry import Rect
from timeline_app.base.text_value import ShownText
from timeline_app.model.prose import Span
from timeline_app.model.views import FigureView
from timeline_app.scene.board import Board, BoardColumn, BoardRole, BoardText, plain_text
from timeline_app.scene.board_fitting import fitted
from timeline_app.scene.board_sheets import Sheets, sheets_of
from timeline_app.scene.hall_plan import BoardShape

PLACES = {
    BoardShape.BESIDE: Rect(0.0, 0.0, 900.0, 1_080.0),
    BoardShape.BELOW: Rect(0.0, 0.0, 1_920.0, 734.0),
    BoardShape.LOW: Rect(0.0, 0.0, 1_920.0, 842.0),
    BoardShape.WHOLE: Rect(0.0, 0.0, 1_920.0, 1_080.0),
}
TITLE = BoardText(BoardRole.TITLE, (Span("Title"),), "en")


@dataclass
class PlainType:
    """Ten pixels a character, lines of forty pixels, and ten between paragraphs."""

    def height_px(self, text: BoardText, width_px: float) -> float:
        return 40.0 * -(-len(text.text) // max(int(width_px // 10), 1))

    def line_px(self, text: BoardText) -> float:
        del text
        return 40.0

    def width_px(self, text: BoardText) -> float:
        return 10.0 * len(text.text)

    def space_px(self, text: BoardText) -> float:
        del text
        return 10.0


TYPE = PlainType()


def says(words: str, role: BoardRole = BoardRole.SAYS) -> BoardText:
    return BoardText(role, (Span(words),), "en")


def account(by: str, words: str) -> BoardColumn:
    return BoardColumn(
        (says(by, BoardRole.SPEAKER), says(words), says("A paper", BoardRole.SOURCE)), is_quote=True
    )


def laid(board: Board, places: dict[BoardShape, Rect] = PLACES) -> Sheets:
    def mark(number: int, count: int) -> BoardText:
        return says(f"{number} of {count}", BoardRole.MARK)

    return sheets_of(board, places.__getitem__, TYPE, 1.0, mark)


def words_of(sheets: Sheets) -> list[list[str]]:
    return [[each.text.text for each in sheet.texts] for sheet in sheets.sheets]


def sentences(count: int, start: str = "Then") -> str:
    return " ".join(f"{start} {number} more ships left the port with many." for number in range(count))


def test_a_text_that_fits_is_left_as_it_is():
    text = says("Few words.")
    assert fitted(text, 900.0, 40.0, TYPE) is text


def test_a_text_is_cut_at_the_end_of_a_passage_where_that_leaves_enough():
    text = BoardText(BoardRole.PROSE, (Span("One two three. Four five six seven eight. Nine"),), cuts=(41,))
    shown = fitted(text, 220.0, 80.0, TYPE)
    assert shown is not None
    assert shown.text == "One two three. Four five six seven eight. …"


def test_a_passage_that_would_leave_little_gives_way_to_a_word():
    text = BoardText(BoardRole.PROSE, (Span("One. " + "word " * 30),), cuts=(4,))
    shown = fitted(text, 200.0, 120.0, TYPE)
    assert shown is not None
    assert len(shown.text) > 40
    assert shown.text.endswith("word …")


def test_without_room_for_a_word_there_is_no_text():
    assert fitted(says("Some words"), 900.0, 30.0, TYPE) is None


def test_one_thing_stands_beside_the_timeline_under_the_prose():
    board = Board((TITLE,), (says("It was spring.", BoardRole.PROSE),), (account("A", "One"),))
    sheets = laid(board)
    assert sheets.shape is BoardShape.BESIDE
    assert words_of(sheets) == [["Title", "It was spring.", "A", "One", "A paper"]]


def test_what_does_not_fit_beside_the_timeline_stands_below_it():
    prose = (says(sentences(12), BoardRole.PROSE),)
    sheets = laid(Board((TITLE,), prose, (account("A", sentences(20)),)))
    assert sheets.shape is BoardShape.BELOW
    assert len(sheets.sheets) == 1


def test_the_timeline_gives_way_only_where_that_saves_a_sheet():
    four = tuple(account(str(at), sentences(12)) for at in range(4))
    few, many = laid(Board((TITLE,), (), four)), laid(Board((TITLE,), (), four * 4))
    assert few.shape is BoardShape.WHOLE
    assert len(few.sheets) == 1
    assert len(many.sheets) > 1
    assert laid(Board((TITLE,), (), four[:2])).shape is BoardShape.BELOW


def test_a_long_thing_is_wider_than_what_stands_beside_it():
    (sheet,) = laid(Board((TITLE,), (), (account("A", sentences(26)), account("B", "Few words.")))).sheets
    first, second = sheet.grounds
    assert first.w > second.w
    assert first.h == second.h


def test_no_account_is_divided_and_sheets_are_marked_and_evenly_filled():
    five = tuple(account(f"By {at}", sentences(16)) for at in range(5))
    sheets = laid(Board((TITLE, says("Spring", BoardRole.DATE)), (), five))
    found = words_of(sheets)
    assert [text[-1] for text in found] == ["1 of 2", "2 of 2"]
    assert [[word for word in text if word.startswith("By")] for text in found] == [
        ["By 0", "By 1", "By 2"],
        ["By 3", "By 4"],
    ]
    assert "Spring" in found[0]
    assert "Spring" not in found[1]
    assert all("Title" in text for text in found)


def test_what_is_too_long_for_a_sheet_goes_on_behind_a_sentence_with_who_says_it():
    column = account("Somebody", sentences(150))
    found = words_of(laid(Board((TITLE,), (), (column,))))
    assert len(found) > 1
    for text in found:
        assert text[1] == "Somebody"
        assert text[2].endswith("many.")
    assert " ".join(text[2] for text in found) == sentences(150)


def test_words_alone_are_set_larger_where_they_fit():
    column = BoardColumn((says("Sail by night.", BoardRole.WORDS),))
    (alone,) = laid(Board((), (), (column,))).sheets
    assert [each.text.role for each in alone.texts] == [BoardRole.LARGE_WORDS]
    long = BoardColumn((says(sentences(28), BoardRole.WORDS),), is_quote=True)
    (beside,) = laid(Board((), (), (long, long))).sheets
    assert {each.text.role for each in beside.texts} <= {BoardRole.WORDS, BoardRole.LARGE_WORDS}


def test_what_is_not_revealed_keeps_its_place_and_is_not_there():
    both = Board((), (), (account("A", "One"), account("B", "Two")))
    second_only = replace(both, columns=(replace(both.columns[0], is_seen=False), both.columns[1]))
    (shown,), (all_of_it,) = laid(second_only).sheets, laid(both).sheets
    assert shown.texts == all_of_it.texts[3:]
    assert shown.grounds == all_of_it.grounds[1:]


def test_a_step_begins_with_the_sheet_of_what_it_reveals():
    columns = tuple(account(f"By {at}", sentences(24)) for at in range(4))
    before = tuple(replace(column, is_seen=at < 2) for at, column in enumerate(columns))
    after = tuple(replace(column, is_new=at >= 2) for at, column in enumerate(columns))
    first, second = (laid(Board((TITLE,), (), each)) for each in (before, after))
    assert [text[-1] for text in words_of(first)] == ["1 of 2"]
    assert [text[-1] for text in words_of(second)] == ["2 of 2"]
    assert {"By 2", "By 3"} <= set(words_of(second)[0])


def test_further_paragraphs_follow_only_where_there_is_room_for_them():
    more = (says("They sailed on.", BoardRole.PROSE), says(sentences(60), BoardRole.PROSE))
    board = Board((TITLE,), (says("It was spring.", BoardRole.PROSE),), (), more)
    assert words_of(laid(board)) == [["Title", "It was spring.", "They sailed on."]]


def test_prose_that_has_been_read_gives_way_to_what_is_revealed():
    prose, column = (says(sentences(12), BoardRole.PROSE),), account("A", sentences(20))
    told = laid(Board((TITLE,), prose, (column,), is_told=True))
    assert told.shape is BoardShape.BESIDE
    assert words_of(told) == [["Title", "A", sentences(20), "A paper"]]


def test_a_figure_has_the_room_below_its_title():
    figure = FigureView(ShownText("Boats", "en"), "bar", (("1960", 3.0),), None, None)
    board = Board((), (), (BoardColumn((plain_text(BoardRole.HEADING, "Boats"),), figure),))
    (sheet,) = laid(board).sheets
    (part,) = sheet.parts
    assert part.figure is figure
    assert part.rect.y > sheet.texts[0].rect.bottom
    assert part.rect.bottom <= 1_080.0


def test_an_empty_board_is_no_board():
    assert laid(Board()).shape is BoardShape.NONE


TEXTS = st.builds(
    lambda role, count: says(sentences(count), role),
    st.sampled_from(sorted({*BoardRole} - {BoardRole.LARGE_WORDS, BoardRole.MARK})),
    st.integers(1, 12),
)
COLUMNS = st.builds(
    lambda texts, is_quote, is_seen: BoardColumn(tuple(texts), is_quote=is_quote, is_seen=is_seen),
    st.lists(TEXTS, max_size=4),
    st.booleans(),
    st.booleans(),
)
BOARDS = st.builds(
    lambda head, prose, columns: Board(tuple(head), tuple(prose), tuple(columns)),
    st.lists(TEXTS, max_size=2),
    st.lists(TEXTS, max_size=3),
    st.lists(COLUMNS, max_size=7),
)
TINY = dict.fromkeys(PLACES, Rect(0.0, 0.0, 400.0, 300.0))


@settings(max_examples=25, deadline=None)
@given(BOARDS, st.sampled_from([PLACES, TINY]))
def test_nothing_leaves_a_sheet_nothing_overlaps_and_no_word_is_lost(
    board: Board, places: dict[BoardShape, Rect]
):
    found = laid(board, places)
    for sheet in found.sheets:
        rects = [each.rect for each in sheet.texts if each.text.role is not BoardRole.MARK]
        room = places.get(found.shape, PLACES[BoardShape.BESIDE])
        for at, one in enumerate(rects):
            assert one.x >= 0.0
            assert one.y >= 0.0
            assert one.right <= room.right + 1e-6
            assert one.bottom <= room.bottom + 1e-6
            assert not any(one.intersects(other) for other in rects[at + 1 :])
    if places is PLACES:
        said = " ".join(each.text.text for sheet in found.sheets for each in sheet.texts).split()
        wanted = " ".join(
            text.text for text in (*board.prose, *board.texts[len(board.head) + len(board.prose) :])
        )
        assert not Counter(wanted.split()) - Counter(said)
