# SPDX-License-Identifier: MIT
"""What stands out: selection, its links, hover; the rest is dimmed."""

from tests.sample_documents import harbour
from timeline_app.model.showing import Showing
from timeline_app.scene.highlight import NOTHING, Emphases, Highlight
from timeline_app.scene.items import Emphasis, Target, TargetKind

SURVEY, AGREEMENT, FIRST_BOAT, STORM, SONG = range(5)
SHOWING = Showing(harbour())


def emphases(selected=(), hovered=None):
    made = Emphases.of(Highlight(selected, hovered), SHOWING)
    return [made.of_event(ordinal) for ordinal in range(5)]


def event(ordinal):
    return Target(TargetKind.EVENT, ordinal, 0, "mark")


def test_without_a_selection_nothing_stands_out():
    assert emphases() == [Emphasis.NONE] * 5
    assert NOTHING.selected == ()


def test_a_selected_event_stands_out_its_links_show_and_the_rest_is_dimmed():
    assert emphases((SURVEY,)) == [
        Emphasis.SELECTED,
        Emphasis.CONNECTED,
        Emphasis.DIMMED,
        Emphasis.DIMMED,
        Emphasis.DIMMED,
    ]


def test_links_connect_in_both_directions():
    found = emphases((AGREEMENT,))
    assert [found[ordinal] for ordinal in (SURVEY, FIRST_BOAT, STORM)] == [Emphasis.CONNECTED] * 3
    assert found[SONG] is Emphasis.DIMMED


def test_selected_events_are_selected_also_where_they_are_connected():
    found = emphases((SURVEY, AGREEMENT))
    assert found[SURVEY] is found[AGREEMENT] is Emphasis.SELECTED
    assert found[STORM] is Emphasis.CONNECTED


def test_the_event_under_the_pointer_is_hovered_whatever_else_it_is():
    assert emphases((), event(STORM))[STORM] == Emphasis.HOVERED
    assert emphases((STORM,), event(STORM))[STORM] == Emphasis.SELECTED | Emphasis.HOVERED
    assert emphases((AGREEMENT,), event(STORM))[STORM] == Emphasis.CONNECTED | Emphasis.HOVERED
    assert emphases((SURVEY,), event(STORM))[STORM] == Emphasis.DIMMED | Emphasis.HOVERED
    assert emphases((SURVEY,), event(STORM))[SONG] is Emphasis.DIMMED


def test_a_lane_under_the_pointer_makes_no_event_stand_out():
    assert emphases((), Target(TargetKind.LANE, STORM)) == [Emphasis.NONE] * 5
