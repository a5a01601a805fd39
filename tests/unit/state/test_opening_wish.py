# SPDX-License-Identifier: MIT
"""What an exhibit opens with when somebody has asked for a view or an event."""

from dataclasses import replace

import pytest

from tests.sample_documents import small_document
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.model.known_at import KnownAt
from timeline_app.model.lane_state import LaneState
from timeline_app.model.lens import Lens
from timeline_app.scene.time_fold import QuietTime
from timeline_app.scene.view import View
from timeline_app.state.kept_place import KeptPanel, KeptPlace
from timeline_app.state.opening import opening_view
from timeline_app.state.opening_wish import AS_USUAL, OpeningWish, opening_for

FIRST_S, LAST_S = seconds_from_civil(1950), seconds_from_civil(1951)
YEAR_1959 = View(seconds_from_civil(1959), 365 * 86_400.0)


def exhibit(**opening):
    return small_document(
        {"id": "talks", "date": "1955-03-01"},
        {"id": "boat", "date": "1959-12-14"},
        {"id": "years", "date": "1958/1960"},
        {"id": "saying"},
        opening=opening or None,
    )


def seen(opening):
    return opening.view, opening.selected


def test_without_a_wish_the_exhibit_opens_as_its_file_says():
    assert seen(opening_for(exhibit(view="1959", event="boat"))) == (YEAR_1959, ("boat",))
    assert seen(opening_for(exhibit(view="1959"), AS_USUAL)) == (YEAR_1959, ())
    assert seen(opening_for(exhibit())) == (opening_view(exhibit()), ())


def test_who_asks_for_a_view_sees_it_with_nothing_selected():
    opening = opening_for(exhibit(view="1959", event="boat"), OpeningWish((FIRST_S, LAST_S)))
    assert seen(opening) == (View(FIRST_S, float(LAST_S - FIRST_S)), ())


@pytest.mark.parametrize(("event_id", "selected"), [("talks", ("talks",)), ("no-such-event", ())])
def test_who_asks_for_view_and_event_gets_both_as_far_as_they_exist(event_id, selected):
    opening = opening_for(exhibit(event="boat"), OpeningWish((FIRST_S, LAST_S), event_id))
    assert seen(opening) == (View(FIRST_S, float(LAST_S - FIRST_S)), selected)


def test_an_event_within_the_opening_view_is_selected_where_it_stands():
    opening = opening_for(exhibit(view="1959"), OpeningWish(event_id="boat"))
    assert seen(opening) == (YEAR_1959, ("boat",))


def test_an_event_is_where_its_middle_is():
    opening = opening_for(exhibit(view="1959"), OpeningWish(event_id="years"))
    assert seen(opening) == (YEAR_1959, ("years",))


def test_an_event_beyond_the_opening_view_comes_to_its_middle():
    opening = opening_for(exhibit(view="1959"), OpeningWish(event_id="talks"))
    assert opening.selected == ("talks",)
    assert opening.view.span_s == YEAR_1959.span_s
    assert opening.view.centre_s == seconds_from_civil(1955, 3, 1, 12)


def test_an_event_without_a_date_is_selected_in_the_opening_view():
    opening = opening_for(exhibit(view="1959", event="boat"), OpeningWish(event_id="saying"))
    assert seen(opening) == (YEAR_1959, ("saying",))


def test_an_unknown_event_leaves_the_opening_view_with_nothing_selected():
    opening = opening_for(exhibit(view="1959", event="boat"), OpeningWish(event_id="no-such-event"))
    assert seen(opening) == (YEAR_1959, ())


def test_a_wish_for_a_moment_is_for_exhibits_that_tell_who_knew():
    wish = OpeningWish(as_known_at="1960")
    opened = small_document({"id": "boat", "date": "1959-12-14", "known": "public"})
    lens = opening_for(opened, wish).lens
    assert lens == Lens(known_at=KnownAt(seconds_from_civil(1961), "1960"))
    assert opening_for(opened).lens is None
    assert opening_for(exhibit(), wish).lens is None


# -- as it was left -------------------------------------------------------------------------------

LEFT = KeptPlace(
    view=View(FIRST_S, 400 * 86_400.0, 0.25, 12.0),
    selected=("talks",),
    panel=KeptPanel(page="legend", scroll_px=40, is_open=False, width_px=500.0),
    lanes=LaneState(collapsed=frozenset({"lane"})),
)
LATER = View(seconds_from_civil(1958), 900 * 86_400.0)
SEEN_AGAIN = replace(LEFT, view=LATER)


def test_an_exhibit_opens_as_it_was_left():
    opening = opening_for(exhibit(view="1959", event="boat"), AS_USUAL, SEEN_AGAIN)
    assert seen(opening) == (LATER, ("talks",))
    assert opening.place == SEEN_AGAIN
    assert opening.is_as_left


def test_who_had_not_moved_gets_the_opening_view_even_if_the_file_says_another_now():
    left = replace(LEFT, view=None, selected=())
    opening = opening_for(exhibit(view="1959", event="boat"), AS_USUAL, left)
    assert seen(opening) == (YEAR_1959, ("boat",))
    assert opening.place.lanes == LEFT.lanes
    assert opening.place.panel == LEFT.panel
    assert not opening.is_as_left


def test_a_view_in_which_nothing_is_left_of_a_changed_exhibit_is_forgotten():
    assert seen(opening_for(exhibit(view="1959"), AS_USUAL, LEFT)) == (YEAR_1959, ())
    without_dates = small_document({"id": "saying"})
    assert opening_for(without_dates, AS_USUAL, SEEN_AGAIN).view == opening_view(without_dates)


def test_what_somebody_asks_for_counts_for_more_than_how_it_was_left():
    opening = opening_for(exhibit(), OpeningWish((FIRST_S, LAST_S)), SEEN_AGAIN)
    assert seen(opening) == (View(FIRST_S, float(LAST_S - FIRST_S)), ())
    assert opening.place.panel == KeptPanel(is_open=False, width_px=500.0)
    assert opening.place.lanes == LEFT.lanes
    folded = opening_for(exhibit(), OpeningWish(is_quiet_folded=True), SEEN_AGAIN)
    assert folded.place == replace(SEEN_AGAIN, quiet=QuietTime(is_folded=True))


def test_an_event_asked_for_is_shown_in_the_view_that_was_left_if_it_is_there():
    assert seen(opening_for(exhibit(), OpeningWish(event_id="boat"), SEEN_AGAIN)) == (
        LATER,
        ("boat",),
    )
    moved = opening_for(exhibit(), OpeningWish(event_id="talks"), SEEN_AGAIN)
    assert moved.view.span_s == LATER.span_s
    assert moved.view.contains(seconds_from_civil(1955, 3, 1, 12))


def test_afresh_nothing_is_as_it_was_left():
    fresh = opening_for(exhibit(view="1959", event="boat"), OpeningWish(is_afresh=True), SEEN_AGAIN)
    assert fresh == opening_for(exhibit(view="1959", event="boat"))
