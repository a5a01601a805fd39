# SPDX-License-Identifier: MIT
"""What only the presenter sees: the size of the notes, and which way the timer counts."""

from tests.sample_documents import harbour
from timeline_app.scene.view import View
from timeline_app.state.command_table import COMMANDS
from timeline_app.state.commands import Commands
from timeline_app.state.presenter_handlers import bind_presenter, covered, resize_notes, turn_timer
from timeline_app.state.presenter_table import PRESENTER_COMMANDS
from timeline_app.state.store import Store
from timeline_app.state.tour_state import PresentState, TourState


def presenting() -> tuple[Store, Commands]:
    store = Store()
    store.set_present(PresentState())
    commands = Commands(PRESENTER_COMMANDS, lambda: store.state)
    bind_presenter(commands, store)
    return store, commands


def test_notes_grow_and_shrink_by_steps_from_twenty_to_sixty_points() -> None:
    store, commands = presenting()
    assert not commands.send("present.smaller-notes")
    sizes = []
    while commands.send("present.larger-notes"):
        assert store.state.present is not None
        sizes.append(store.state.present.notes_pt)
    assert sizes == [24, 28, 34, 40, 48, 60]
    assert commands.send("present.smaller-notes")
    assert store.state.present is not None
    assert store.state.present.notes_pt == 48


def test_the_timer_counts_down_and_up_again() -> None:
    store, commands = presenting()
    for way in (True, False):
        commands.send("present.timer-down")
        assert store.state.present is not None
        assert store.state.present.timer.counts_down is way


def harbour_shown(stop: int, *, is_away: bool = False) -> tuple[Store, list[str]]:
    """Return the harbour at a stop of its tour, and the notes that were opened there."""
    store = Store()
    store.swap_document(harbour(), (), View(0, 86_400.0))
    store.set_tour(TourState("short", stop, is_away=is_away))
    store.set_present(PresentState())
    opened: list[str] = []
    commands = Commands(
        (*PRESENTER_COMMANDS, *(spec for spec in COMMANDS if spec.id == "note.open")), lambda: store.state
    )
    bind_presenter(commands, store)
    commands.bind("note.open", lambda **named: opened.append(named["id"]))
    commands.send("present.open-note")
    return store, opened


def test_the_note_before_what_the_class_sees_is_opened() -> None:
    store, opened = harbour_shown(3)
    assert opened == [note.id for note in covered(store)]
    assert len(opened) == 1
    assert harbour_shown(2)[1] == []


def test_while_one_looks_about_the_event_in_hand_counts() -> None:
    store, opened = harbour_shown(3, is_away=True)
    assert opened == []
    store.select(("storm",))
    assert [note.category for note in covered(store)] == ["deaths"]
    assert covered(Store()) == ()


def test_while_nothing_is_presented_nothing_happens() -> None:
    store = Store()
    commands = Commands(PRESENTER_COMMANDS, lambda: store.state)
    bind_presenter(commands, store)
    assert not any(commands.send(spec.id) for spec in PRESENTER_COMMANDS)
    turn_timer(store)
    resize_notes(store, 1)
    assert store.state.present is None
