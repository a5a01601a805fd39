# SPDX-License-Identifier: MIT
"""What an exhibit opens with when somebody has asked for a view or an event."""

import pytest

from tests.sample_documents import small_document
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.model.known_at import KnownAt
from timeline_app.scene.view import View
from timeline_app.state.opening import opening_view
from timeline_app.state.opening_wish import AS_USUAL, Opening, OpeningWish, opening_for

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


def test_without_a_wish_the_exhibit_opens_as_its_file_says():
    assert opening_for(exhibit(view="1959", event="boat")) == Opening(YEAR_1959, ("boat",))
    assert opening_for(exhibit(view="1959"), AS_USUAL) == Opening(YEAR_1959, ())
    assert opening_for(exhibit()) == Opening(opening_view(exhibit()), ())


def test_who_asks_for_a_view_sees_it_with_nothing_selected():
    opening = opening_for(exhibit(view="1959", event="boat"), OpeningWish((FIRST_S, LAST_S)))
    assert opening == Opening(View(FIRST_S, float(LAST_S - FIRST_S)), ())


@pytest.mark.parametrize(("event_id", "selected"), [("talks", ("talks",)), ("no-such-event", ())])
def test_who_asks_for_view_and_event_gets_both_as_far_as_they_exist(event_id, selected):
    opening = opening_for(exhibit(event="boat"), OpeningWish((FIRST_S, LAST_S), event_id))
    assert opening == Opening(View(FIRST_S, float(LAST_S - FIRST_S)), selected)


def test_an_event_within_the_opening_view_is_selected_where_it_stands():
    opening = opening_for(exhibit(view="1959"), OpeningWish(event_id="boat"))
    assert opening == Opening(YEAR_1959, ("boat",))


def test_an_event_is_where_its_middle_is():
    opening = opening_for(exhibit(view="1959"), OpeningWish(event_id="years"))
    assert opening == Opening(YEAR_1959, ("years",))


def test_an_event_beyond_the_opening_view_comes_to_its_middle():
    opening = opening_for(exhibit(view="1959"), OpeningWish(event_id="talks"))
    assert opening.selected == ("talks",)
    assert opening.view.span_s == YEAR_1959.span_s
    assert opening.view.centre_s == seconds_from_civil(1955, 3, 1, 12)


def test_an_event_without_a_date_is_selected_in_the_opening_view():
    opening = opening_for(exhibit(view="1959", event="boat"), OpeningWish(event_id="saying"))
    assert opening == Opening(YEAR_1959, ("saying",))


def test_an_unknown_event_leaves_the_opening_view_with_nothing_selected():
    opening = opening_for(exhibit(view="1959", event="boat"), OpeningWish(event_id="no-such-event"))
    assert opening == Opening(YEAR_1959, ())


def test_a_wish_for_a_moment_is_for_exhibits_that_tell_who_knew():
    wish = OpeningWish(as_known_at="1960")
    opened = small_document({"id": "boat", "date": "1959-12-14", "known": "public"})
    cursor = opening_for(opened, wish).known_at
    assert cursor == KnownAt(seconds_from_civil(1961), "1960")
    assert opening_for(opened).known_at is None
    assert opening_for(exhibit(), wish).known_at is None
