# SPDX-License-Identifier: MIT
"""What of an event can be shown to a class, and what stands covered before it; nothing past the lens."""

from dataclasses import replace

from tests.sample_documents import harbour
from tests.tour_exhibit import toured
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.model.tour_views import Shown, ShownKind, StopView
from timeline_app.state.class_rows import class_rows, notes_at_stop, notes_of_event


def rows(showing: Showing, event_id: str) -> list[tuple[str, str, str]]:
    return [(row.kind.value, row.command, row.id) for row in class_rows(showing, event_id)]


def opened(showing: Showing, event_id: str) -> Showing:
    """Return the same with all content notes of an event opened."""
    ids = frozenset(note.id for note in notes_of_event(showing, event_id))
    return Showing(harbour(), Lens(acknowledged_notes=ids))


def test_an_event_shows_its_words_excerpts_questions_and_sources() -> None:
    showing = Showing(toured())
    assert rows(showing, "deal") == [
        ("event", "select.event", "deal"),
        ("excerpt", "excerpt.open", "order"),
        ("source", "source.open", "study"),
    ]
    excerpt = class_rows(showing, "deal")[1]
    assert (str(excerpt.words), str(excerpt.by)) == ("Sail by night.", "The office")
    assert rows(showing, "unheard-of") == []


def test_what_is_covered_is_not_offered_until_its_note_is_opened() -> None:
    showing = Showing(harbour())
    assert [kind for kind, _, _ in rows(showing, "storm")] == ["event", "source"]
    assert [str(note.text) for note in notes_of_event(showing, "storm")] == [
        "This entry concerns deaths at sea."
    ]
    after = opened(showing, "storm")
    assert [kind for kind, _, _ in rows(after, "storm")] == ["event", "excerpt", "claim", "source"]
    assert notes_of_event(after, "storm") == ()


def test_excerpts_of_their_own_note_are_left_out_and_the_note_is_told() -> None:
    showing = Showing(harbour())
    assert ("excerpt", "excerpt.open", "remark") not in rows(showing, "agreement")
    assert [note.category for note in notes_of_event(showing, "agreement")] == ["prejudice"]
    assert ("excerpt", "excerpt.open", "remark") in rows(opened(showing, "agreement"), "agreement")


def test_at_a_stop_only_what_the_class_sees_counts() -> None:
    showing = Showing(harbour())
    tour = showing.tour("short")
    assert tour is not None
    agreement, storm = tour.stops[1], tour.stops[2]
    assert notes_at_stop(showing, agreement, 0) == ()
    assert [note.category for note in notes_at_stop(showing, storm, 0)] == ["deaths"]

    def shows(kind: ShownKind, name: str) -> StopView:
        return replace(agreement, shows=(Shown(kind, name, agreement.title),), steps=((0,),))

    remark = shows(ShownKind.EXCERPT, "remark")
    assert notes_at_stop(showing, remark, 0) == ()
    assert [note.category for note in notes_at_stop(showing, remark, 1)] == ["prejudice"]
    assert [note.category for note in notes_at_stop(showing, shows(ShownKind.EVENT, "storm"), 1)] == [
        "deaths"
    ]
    assert notes_at_stop(showing, shows(ShownKind.EXCERPT, "gone"), 1) == ()
    assert notes_at_stop(showing, replace(agreement, event_id=None), 0) == ()


def test_where_a_claim_alone_is_shown_no_words_of_the_event_are_covered() -> None:
    showing = Showing(harbour())
    tour = showing.tour("short")
    assert tour is not None
    storm = tour.stops[2]
    claim = next(name for kind, _, name in rows(opened(showing, "storm"), "storm") if kind == "claim")
    told = replace(storm, shows=(Shown(ShownKind.CLAIM, claim, storm.title),), steps=((0,),))
    assert [note.category for note in notes_at_stop(showing, told, 0)] == ["deaths"]
    assert notes_at_stop(showing, told, 1) == ()
