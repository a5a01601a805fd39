# SPDX-License-Identifier: MIT
"""The commands on folded events: the list they open, where it leads, and the way back to it."""

import pytest

from tests.desks import Desk
from tests.sample_documents import small_document
from tests.stages import ENGLISH, plain_surface
from timeline_app.chrono.instant import seconds_from_civil, year_start_s
from timeline_app.scene.folded import folded_list
from timeline_app.scene.folded_stretch import FoldedStretch
from timeline_app.scene.view import View
from timeline_app.state.app_state import PanelPage

DECADE = View.between(year_start_s(1950), year_start_s(1960))
MARCH = seconds_from_civil(1955, 3, 1), seconds_from_civil(1955, 4, 1)
CROWD = [
    *({"id": f"e{number}", "date": f"1955-03-{number % 28 + 1:02d}"} for number in range(60)),
    *({"id": f"late{number}", "date": f"1985-03-{number + 1:02d}"} for number in range(20)),
]


@pytest.fixture
def desk():
    return Desk(small_document(*CROWD), DECADE, plain_surface(height_px=120.0))


def show_march(desk, **more):
    return desk.send("folded.show", lane="town", first_s=MARCH[0], last_s=MARCH[1], **more)


def test_a_list_is_a_page_of_the_panel(desk):
    desk.store.open_panel(is_open=False)
    assert show_march(desk)
    state = desk.store.state
    zoom = desk.stage().time_scale(DECADE).seconds_per_px
    assert state.folded == FoldedStretch("town", *MARCH, zoom)
    assert (state.page, state.panel_open) == (PanelPage.FOLDED, True)
    assert state.view == DECADE


def test_a_list_may_be_asked_for_at_a_zoom(desk):
    show_march(desk, zoom=1234.5)
    assert desk.store.state.folded == FoldedStretch("town", *MARCH, 1234.5)


@pytest.mark.parametrize(
    "wrong", [{"lane": "village"}, {"last_s": MARCH[0]}, {"first_s": MARCH[1], "last_s": MARCH[0]}]
)
def test_what_means_nothing_changes_nothing(desk, wrong):
    desk.send("folded.show", **{"lane": "town", "first_s": MARCH[0], "last_s": MARCH[1], **wrong})
    assert desk.store.state.folded is None
    assert desk.store.state.page is PanelPage.INTRODUCTION


def test_back_returns_from_an_event_to_its_list_and_forward_to_the_event(desk):
    show_march(desk)
    desk.send("select.event", id="e7")
    assert desk.store.state.page is PanelPage.EVENT
    desk.send("go.back")
    assert desk.store.state.page is PanelPage.FOLDED
    assert desk.store.state.folded is not None
    assert desk.ids == ()
    desk.send("go.forward")
    assert (desk.store.state.page, desk.ids) == (PanelPage.EVENT, ("e7",))
    desk.send("go.back")
    desk.send("go.back")
    assert desk.store.state.page is PanelPage.INTRODUCTION


def test_back_leads_through_several_lists_one_by_one(desk):
    show_march(desk)
    first = desk.store.state.folded
    desk.send("folded.show", lane="town", first_s=year_start_s(1980), last_s=year_start_s(1990))
    second = desk.store.state.folded
    desk.send("select.event", id="late3")
    assert first != second
    desk.send("go.back")
    assert desk.store.state.folded == second
    desk.send("go.back")
    assert desk.store.state.folded == first


def test_the_same_list_twice_is_one_step(desk):
    show_march(desk)
    behind = desk.store.state.history.behind
    show_march(desk)
    assert desk.store.state.history.behind == behind


def test_later_and_earlier_go_to_where_more_is_folded_and_bring_it_in_sight(desk):
    assert not desk.send("folded.later")
    show_march(desk)
    assert desk.send("folded.later")
    later = desk.store.state.folded
    assert later is not None
    assert later.first_s <= seconds_from_civil(1985, 3, 21)
    assert later.last_s > seconds_from_civil(1985, 3, 1)
    assert desk.view.start_s <= later.first_s
    assert later.last_s <= desk.view.end_s
    assert desk.view.span_s == DECADE.span_s
    listed = folded_list(desk.stage(), later, ENGLISH)
    assert len(listed.ordinals) > 0
    desk.send("folded.earlier")
    back = desk.store.state.folded
    assert back is not None
    assert back.first_s <= seconds_from_civil(1955, 3, 31)


def test_there_is_nothing_beyond_the_last_list(desk):
    show_march(desk)
    for _ in range(40):
        desk.send("folded.later")
    last = desk.store.state.folded
    desk.send("folded.later")
    assert desk.store.state.folded == last


def test_another_exhibit_has_no_list(desk, tmp_path):
    show_march(desk)
    other = small_document({"id": "one", "date": "1955"}, path=tmp_path / "other.yaml")
    desk.store.swap_document(other, (), DECADE)
    assert desk.store.state.folded is None
    assert desk.store.state.page is PanelPage.INTRODUCTION


def test_the_same_exhibit_read_again_keeps_its_list(desk):
    show_march(desk)
    folded = desk.store.state.folded
    desk.store.swap_document(small_document(*CROWD), (), DECADE)
    assert desk.store.state.folded == folded
    assert desk.store.state.page is PanelPage.FOLDED
