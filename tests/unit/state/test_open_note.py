# SPDX-License-Identifier: MIT
"""What a content note covers is opened by one key, at the stop and away from it, one note after the other."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desks import MIDDLE, Desk
from tests.sample_documents import small_document
from timeline_app.state.presenter_handlers import bind_presenter, covered
from timeline_app.state.tour_handlers import TourHandlers
from timeline_app.state.tour_state import PresentState

EVENTS = (
    {"id": "calm", "title": "Calm", "date": "1950"},
    {
        "id": "hard",
        "title": "Hard",
        "date": "1955",
        "content_note": {"category": "violence"},
        "excerpts": ["words"],
    },
)
PARTS: dict[str, Any] = {
    "sources": {"letter": {"title": "A letter"}},
    "excerpts": {"words": {"text": "hard words", "source": "letter", "content_note": {"category": "slur"}}},
    "tours": {"t": {"title": "T", "stops": [{"event": "calm"}, {"event": "hard", "show": ["words"], "steps": ["words"]}]}},
}  # fmt: skip


@pytest.fixture
def desk() -> Desk:
    made = Desk(
        small_document(*EVENTS, sources=PARTS["sources"], excerpts=PARTS["excerpts"], tours=PARTS["tours"]),
        MIDDLE,
    )
    walking = TourHandlers(made.store, made.stage)
    for name in ("open", "next", "explore"):
        made.commands.bind(f"tour.{name}", getattr(walking, name))
    bind_presenter(made.commands, made.store)
    made.commands.send("tour.open", id="t")
    made.store.set_present(PresentState())
    return made


def notes(desk: Desk) -> list[str]:
    return [note.id for note in covered(desk.store)]


def test_each_press_opens_one_note_of_the_stop(desk: Desk) -> None:
    assert notes(desk) == []
    desk.commands.send("tour.next")
    assert notes(desk) == ["hard"]
    desk.commands.send("tour.next")
    assert len(notes(desk)) == 2
    desk.commands.send("present.open-note")
    assert len(notes(desk)) == 1
    desk.commands.send("present.open-note")
    assert notes(desk) == []
    desk.commands.send("present.open-note")
    assert len(desk.store.state.lens.acknowledged_notes) == 2


def test_away_from_the_stop_it_is_that_of_the_event_in_hand(desk: Desk) -> None:
    desk.commands.send("tour.explore")
    desk.store.select(("hard",))
    assert notes(desk)[0] == "hard"
    desk.store.select(())
    assert notes(desk) == []


def test_without_a_tour_nothing_is_covered(desk: Desk) -> None:
    desk.store.set_tour(None)
    assert notes(desk) == []
