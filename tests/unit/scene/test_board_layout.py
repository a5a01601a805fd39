# SPDX-License-Identifier: MIT
"""The layout of the board: nothing overflows, nothing overlaps, and what has no room gives way in the right order."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.geometry import Rect
from timeline_app.base.text_value import ShownText
from timeline_app.model.prose import Span
from timeline_app.model.views import FigureView
from timeline_app.scene.board import Board, BoardColumn, BoardRole, BoardText, plain_text
from timeline_app.scene.board_fitting import PlacedBoard, fitted
from timeline_app.scene.board_layout import lay_out_board

ROOM = Rect(0.0, 0.0, 900.0, 1_080.0)
WIDE = Rect(0.0, 300.0, 1_920.0, 780.0)


@dataclass
class PlainType:
    """Ten pixels a character, lines of forty pixels, and ten between paragraphs."""

    def height_px(self, text: BoardText, width_px: float) -> float:
        return 40.0 * -(-len(text.text) // max(int(width_px // 10), 1))

    def line_px(self, text: BoardText) -> float:
        del text
        return 40.0

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


def laid(board: Board, rect: Rect = ROOM) -> PlacedBoard:
    return lay_out_board(board, rect, TYPE, 1.0)


def words_of(placed: PlacedBoard) -> list[str]:
    return [each.text.text for each in placed.texts]


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


def test_prose_gives_way_to_what_is_shown():
    prose = tuple(says(f"{number} " + "word " * 60, BoardRole.PROSE) for number in range(4))
    shown = BoardColumn(
        (says("A " + "word " * 160, BoardRole.WORDS), says("Who", BoardRole.SPEAKER)), is_quote=True
    )
    placed = laid(Board((says("Title", BoardRole.TITLE),), prose, (shown,)))
    found = words_of(placed)
    assert found[0] == "Title"
    assert found[-1] == "Who"
    assert sum(each.text.role is BoardRole.PROSE for each in placed.texts) < 4


def test_a_scrap_of_prose_is_left_out():
    prose = (says("word " * 300, BoardRole.PROSE),)
    shown = BoardColumn((says("word " * 330),))
    assert [each.text.role for each in laid(Board((), prose, (shown,))).texts] == [BoardRole.SAYS]


def test_words_alone_are_set_larger_where_they_fit():
    column = BoardColumn((says("Sail by night.", BoardRole.WORDS),))
    assert [each.text.role for each in laid(Board((), (), (column,))).texts] == [BoardRole.LARGE_WORDS]
    two = laid(Board((), (), (column, column)))
    assert {each.text.role for each in two.texts} == {BoardRole.WORDS}


def test_what_is_not_revealed_keeps_its_place():
    both = Board((), (), (account("A", "One"), account("B", "Two")))
    second_only = Board((), (), (BoardColumn(is_quote=True, is_seen=False), account("B", "Two")))
    assert laid(second_only, WIDE).texts == laid(both, WIDE).texts[3:]
    assert len(laid(second_only, WIDE).grounds) == 1


def test_grounds_beside_each_other_are_equally_high():
    placed = laid(Board((), (), (account("A", "One"), account("B", "word " * 40))), WIDE)
    assert len({(ground.y, ground.h) for ground in placed.grounds}) == 1


def test_four_things_stand_two_by_two_and_more_are_listed_without_their_sources():
    four = laid(Board((), (), tuple(account(str(at), "Words") for at in range(4))), WIDE)
    assert len({ground.x for ground in four.grounds}) == 2
    assert len({ground.y for ground in four.grounds}) == 2
    seven = laid(Board((), (), tuple(account(f"By {at}", "word " * 40) for at in range(7))), WIDE)
    assert [text for text in words_of(seven) if text.startswith("By")] == [f"By {at}" for at in range(7)]
    assert seven.grounds == ()
    assert "A paper" not in words_of(seven)


def test_four_accounts_are_listed_where_cells_would_cut_them():
    long = tuple(account(f"By {at}", "word " * 60) for at in range(4))
    placed = laid(Board((), (), long), WIDE._replace(h=600.0))
    assert placed.grounds == ()
    assert len({each.rect.x for each in placed.texts}) == 2


def test_where_room_is_short_it_is_not_told_where_words_are_printed():
    low = Rect(0.0, 0.0, 1_920.0, 430.0)
    column = account("Somebody", "word " * 60)
    found = words_of(laid(Board((), (), (column,) * 3), low))
    assert "A paper" not in found
    assert found.count("Somebody") == 3


def test_a_figure_has_the_room_below_its_title():
    figure = FigureView(ShownText("Boats", "en"), "bar", (("1960", 3.0),), None, None)
    board = Board((), (), (BoardColumn((plain_text(BoardRole.HEADING, "Boats"),), figure),))
    placed = laid(board)
    (part,) = placed.parts
    assert part.figure is figure
    assert part.rect.y > placed.texts[0].rect.bottom
    assert part.rect.bottom <= ROOM.bottom


TEXTS = st.builds(
    lambda role, count: says(" ".join(["word"] * count), role),
    st.sampled_from(sorted(set(BoardRole) - {BoardRole.LARGE_WORDS})),
    st.integers(1, 120),
)
COLUMNS = st.builds(
    lambda texts, is_quote, is_seen: BoardColumn(
        tuple(texts) if is_seen else (), is_quote=is_quote, is_seen=is_seen
    ),
    st.lists(TEXTS, max_size=4),
    st.booleans(),
    st.booleans(),
)
BOARDS = st.builds(
    lambda head, prose, columns: Board(tuple(head), tuple(prose), tuple(columns)),
    st.lists(TEXTS, max_size=3),
    st.lists(TEXTS, max_size=3),
    st.lists(COLUMNS, max_size=9),
)


@given(BOARDS, st.sampled_from([ROOM, WIDE, Rect(10.0, 20.0, 400.0, 300.0)]))
def test_nothing_leaves_the_board_and_nothing_overlaps(board: Board, rect: Rect):
    placed = lay_out_board(board, rect, TYPE, 1.0)
    rects = [each.rect for each in placed.texts]
    for at, one in enumerate(rects):
        assert rect.x <= one.x
        assert one.right <= rect.right
        assert rect.y <= one.y
        assert one.bottom <= rect.bottom
        assert not any(one.intersects(other) for other in rects[at + 1 :])
