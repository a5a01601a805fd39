# SPDX-License-Identifier: MIT
"""What the built-in tours show a class: every word of it is on a sheet, and no sheet overflows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.stages import ENGLISH
from timeline_app.base.geometry import Rect, Size
from timeline_app.base.places import resource_root
from timeline_app.content.reader import read_exhibit
from timeline_app.model.document import Document
from timeline_app.model.lens import IDENTITY
from timeline_app.model.showing import Showing
from timeline_app.scene.board import Board, BoardRole, BoardText, plain_text
from timeline_app.scene.board_making import BoardMaker
from timeline_app.scene.board_sheets import MARGIN, Sheets, sheets_of
from timeline_app.scene.hall_plan import plan_hall
from timeline_app.state.app_state import ThemeChoice
from timeline_app.state.tour_walk import lens_at
from timeline_app.ui.present.hall_style import HallStyle

EXHIBIT = resource_root().parent / "events.yaml"
MOST_SHEETS = 3
"""A teacher turns no more of them at one step."""


@pytest.fixture(scope="module")
def document() -> Document:
    found = read_exhibit(EXHIBIT).document
    assert found is not None
    return found


def boards_of(document: Document) -> Iterator[tuple[str, Board]]:
    """Yield the boards of all steps of all stops, with all that stands behind a note opened and not."""
    for notes in (frozenset[str](), frozenset(document.events.ordinal_of)):
        lens = replace(IDENTITY, acknowledged_notes=notes)
        plan = Showing(document, lens)
        for tour_id in document.tours:
            tour = plan.tour(tour_id)
            assert tour is not None
            for stop in tour.stops:
                maker = BoardMaker(Showing(document, lens_at(stop, document, lens)), ENGLISH)
                for step in range(len(stop.steps) + 1):
                    board = maker.of_stop(stop.event_id, stop.title, stop.shows, stop.steps, step)
                    yield f"{tour_id} {stop.number} step {step}", board


def laid(board: Board, size: Size, style: HallStyle) -> Sheets:
    def mark(number: int, count: int) -> BoardText:
        return plain_text(BoardRole.MARK, f"{number} of {count}")

    return sheets_of(
        board, lambda shape: plan_hall(size, shape).board._replace(x=0.0, y=0.0), style, style.unit, mark
    )


def new_words(board: Board) -> Counter[str]:
    """Return the words of what a step reveals, and of the head."""
    prose = () if board.is_told and len(board.columns) == 1 else board.prose
    texts = [*board.head, *prose]
    texts += [text for column in board.columns if column.is_seen and column.is_new for text in column.texts]
    return Counter(" ".join(text.text for text in texts).split())


@pytest.mark.parametrize("size", [Size(1_280.0, 720.0), Size(1_920.0, 1_080.0), Size(3_840.0, 2_160.0)])
def test_no_stop_of_the_built_in_tours_loses_a_word(fonts: None, document: Document, size: Size):
    del fonts
    style = HallStyle(resource_root() / "themes", ThemeChoice.LIGHT, size.h)
    for place, board in boards_of(document):
        if size.h != 1_080.0 and not place.startswith("lesson"):
            continue
        style.forget_texts()
        found = laid(board, size, style)
        assert len(found.sheets) <= MOST_SHEETS, place
        texts = [each.text for sheet in found.sheets for each in sheet.texts]
        said = Counter(" ".join(text.text for text in texts).split())
        assert not new_words(board) - said, place
        room = Rect(0.0, 0.0, *plan_hall(size, found.shape).board[2:]).grown(-MARGIN * style.unit)
        for sheet in found.sheets:
            assert_tidy(
                [each.rect for each in sheet.texts if each.text.role is not BoardRole.MARK], room, place
            )


def assert_tidy(rects: list[Rect], room: Rect, place: str) -> None:
    """Nothing leaves the margins, and nothing lies over anything else."""
    for at, one in enumerate(rects):
        assert one.x >= room.x, place
        assert one.right <= room.right + 1.0, place
        assert one.bottom <= room.bottom + 1.0, place
        assert not any(one.intersects(other) for other in rects[at + 1 :]), place
