# SPDX-License-Identifier: MIT
"""Walking a tour: stops and steps, ways back, looking about, and all as it was when it is left."""

import gc
import weakref
from dataclasses import replace

import pytest

from tests.desks import Desk
from tests.sample_documents import harbour
from tests.stages import ENGLISH
from tests.tour_exhibit import STOPS, toured
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.model.curtain import Part, Withheld, curtain_date, with_question
from timeline_app.model.filters import Filters
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lane_state import LaneState
from timeline_app.model.lens import Lens
from timeline_app.scene.stage import Stage
from timeline_app.scene.time_fold import QuietTime
from timeline_app.scene.view import View
from timeline_app.state.app_state import Mode, PanelPage
from timeline_app.state.kept_place import place_in
from timeline_app.state.prediction import Prediction
from timeline_app.state.store import Store
from timeline_app.state.tour_handlers import TourHandlers
from timeline_app.state.tour_plan import TourPlan
from timeline_app.state.tour_state import Cover, PresentState, TourState
from timeline_app.state.tour_walk import left
from timeline_app.state.view_link_use import link_of

OUTSET = View.between(seconds_from_civil(1940), seconds_from_civil(1980))


class Walk(Desk):
    """A desk from which tours are walked."""

    def __init__(self, document=None):
        super().__init__(document or toured(), OUTSET)
        self.handlers = TourHandlers(self.store, self.stage)

    @property
    def tour(self) -> TourState:
        assert self.store.state.tour is not None
        return self.store.state.tour

    @property
    def place(self) -> tuple[int, int]:
        return self.tour.stop, self.tour.step

    @property
    def notice(self) -> str:
        assert self.store.state.notice is not None
        return self.store.state.notice.message.key

    def seen_years(self) -> tuple[int, int]:
        view = self.store.state.view
        assert view is not None
        year_s = 365.2425 * 86_400
        return round(1970 + view.start_s / year_s), round(1970 + view.end_s / year_s)


@pytest.fixture
def walk() -> Walk:
    made = Walk()
    made.handlers.open("long")
    return made


def test_a_tour_begins_at_its_first_stop(walk):
    state = walk.store.state
    assert walk.tour == TourState("long", 1, before=walk.tour.before)
    assert (state.selection.ids, state.page, state.panel_open) == (("pier",), PanelPage.TOUR, True)
    assert walk.seen_years() == (1945, 1956)


def test_a_tour_that_shows_nothing_or_is_none_is_refused():
    walk = Walk()
    for name in ("nowhere", "unheard-of"):
        walk.handlers.open(name)
        assert walk.store.state.tour is None
        assert walk.notice == "notice.tour-empty"


def test_without_a_name_the_only_tour_begins_and_several_are_listed():
    walk = Walk()
    walk.handlers.open("")
    assert (walk.store.state.tour, walk.store.state.page) == (None, PanelPage.INTRODUCTION)
    document = toured()
    walk = Walk(replace(document, tours={"long": document.tours["long"]}))
    walk.handlers.open("")
    assert walk.tour.tour_id == "long"


def test_next_reveals_steps_before_it_goes_on_and_passes_spare_stops_over(walk):
    places = []
    for _ in range(6):
        walk.handlers.next()
        places.append(walk.place)
    assert places == [(2, 0), (2, 1), (2, 2), (4, 0), (5, 0), (5, 0)]
    assert walk.notice == "notice.tour-end"
    assert walk.tour.trail == (1, 2, 4)


def test_previous_hides_steps_and_comes_to_a_stop_with_all_revealed(walk):
    walk.handlers.last()
    places = []
    for _ in range(6):
        walk.handlers.previous()
        places.append(walk.place)
    assert places == [(4, 0), (2, 2), (2, 1), (2, 0), (1, 0), (1, 0)]
    assert walk.notice == "notice.tour-start"


def test_a_cover_is_taken_away_first(walk):
    covered = PresentState(cover=Cover.BLACK)
    walk.store.set_present(covered)
    walk.handlers.next()
    assert walk.place == (1, 0)
    assert walk.store.state.present == PresentState()
    walk.store.set_present(covered)
    walk.handlers.previous()
    assert walk.store.state.present == PresentState()
    walk.store.set_present(replace(covered, cover=Cover.WHITE))
    walk.handlers.go(2)
    assert (walk.place, walk.store.state.present) == ((2, 0), PresentState())


def test_one_goes_to_a_stop_by_number_and_back_where_one_was(walk):
    walk.handlers.go(3)
    assert walk.store.state.selection.ids == ("song",)
    walk.handlers.go(2)
    walk.handlers.first()
    assert walk.tour.trail == (1, 3, 2)
    walk.handlers.back()
    assert walk.place == (2, 2)
    walk.handlers.back()
    walk.handlers.back()
    assert (walk.place, walk.tour.trail) == ((1, 0), ())
    walk.handlers.back()
    assert walk.place == (1, 0)
    walk.handlers.go(17)
    assert (walk.place, walk.notice) == ((1, 0), "notice.tour-no-stop")


def test_from_a_spare_stop_the_way_goes_on_where_one_left_for_it(walk):
    walk.handlers.go(2)
    walk.handlers.go(3)
    walk.handlers.next()
    assert walk.place == (4, 0)
    walk.handlers.last()
    walk.handlers.go(3)
    walk.handlers.next()
    assert (walk.place, walk.notice) == ((3, 0), "notice.tour-end")
    walk.handlers.previous()
    assert walk.place == (5, 0)


def test_going_to_the_stop_at_hand_leaves_no_trail(walk):
    walk.handlers.first()
    assert walk.tour.trail == ()


def test_a_stop_sets_cursor_and_filters_and_the_next_one_its_own(walk):
    walk.store.set_lens(Lens(acknowledged_notes=frozenset({"pier"}), sources_off=frozenset({"study"})))
    walk.handlers.go(4)
    lens = walk.store.state.lens
    assert lens.known_at == known_at_date("1970")
    assert lens.filters == Filters(lane=frozenset({"town"}))
    assert (lens.acknowledged_notes, lens.sources_off) == ({"pier"}, {"study"})
    walk.handlers.next()
    assert (walk.store.state.lens.known_at, walk.store.state.lens.filters) == (None, Filters())
    assert walk.store.state.selection.ids == ()


def test_an_event_hidden_at_its_own_cursor_is_in_hand_all_the_same():
    walk = Walk()
    walk.handlers.open("at-night")
    showing = walk.store.showing
    assert showing is not None
    assert (walk.store.state.selection.ids, showing.ordinal("deal")) == (("deal",), None)


def test_a_stop_without_a_view_brings_its_event_into_the_present_one(walk):
    walk.store.set_lens(Lens())
    walk.handlers.go(4)
    first, last = walk.seen_years()
    assert first < 1960 < last
    assert last - first == 11


def test_the_lane_of_a_stop_is_opened_and_shown(walk):
    walk.store.set_lanes(LaneState(hidden=frozenset({"office"})))
    walk.handlers.go(2)
    assert walk.store.state.lanes.hidden == frozenset()
    walk.store.set_lanes(LaneState(collapsed=frozenset({"town"})))
    walk.handlers.go(1)
    assert walk.store.state.lanes.collapsed == frozenset()


def test_an_undated_stop_opens_the_tray(walk):
    walk.handlers.go(3)
    assert walk.store.state.is_tray_open


def test_any_other_movement_makes_the_tour_wait(walk):
    assert not walk.tour.is_away
    for move in (
        lambda: walk.send("select.event", id="ferry"),
        lambda: walk.send("view.pan", share=0.5),
        lambda: walk.send("excerpt.open", id="order"),
        lambda: walk.send("view.fit-all"),
    ):
        walk.handlers.first()
        assert not walk.tour.is_away
        move()
        assert walk.tour.is_away
    walk.handlers.next()
    assert (walk.place, walk.tour.is_away) == ((2, 0), False)


def test_scrolled_lanes_and_opened_notes_do_not_count_as_away(walk):
    walk.send("view.scroll-lanes", by_px=20.0)
    walk.send("note.open", id="pier")
    walk.handlers.notes()
    assert walk.tour.are_notes_shown
    assert not walk.tour.is_away


def test_who_comes_back_to_the_stop_is_there_again(walk):
    walk.send("excerpt.open", id="order")
    assert walk.tour.is_away
    walk.send("go.back")
    assert not walk.tour.is_away


def test_time_that_unfolds_moves_nobody_away():
    walk = Walk(toured(also=[{"id": f"early-{year}", "date": str(year)} for year in range(1700, 1704)]))
    walk.store.set_quiet(QuietTime(is_folded=True))
    walk.send("view.refold")
    assert walk.store.state.fold is not None
    walk.handlers.open("long")
    walk.send("view.refold")
    assert (walk.store.state.fold, walk.tour.is_away) == (None, False)
    walk.send("excerpt.open", id="order")
    walk.send("go.back")
    assert not walk.tour.is_away


def test_exploring_leads_away_and_back_with_the_step(walk):
    walk.handlers.go(2)
    walk.handlers.next()
    walk.handlers.explore()
    state = walk.store.state
    assert (walk.tour.is_away, state.page, state.selection.ids) == (True, PanelPage.EVENT, ("deal",))
    walk.send("select.event", id="ferry")
    walk.send("view.fit-all")
    walk.handlers.explore()
    assert (walk.place, walk.tour.is_away) == ((2, 1), False)
    assert (walk.store.state.page, walk.store.state.selection.ids) == (PanelPage.TOUR, ("deal",))
    assert walk.seen_years() == (1953, 1958)


def test_next_and_previous_from_elsewhere_go_to_other_stops_whatever_is_revealed(walk):
    walk.handlers.go(2)
    walk.handlers.next()
    walk.handlers.explore()
    walk.handlers.next()
    assert walk.place == (4, 0)
    walk.handlers.go(2)
    walk.handlers.next()
    walk.handlers.explore()
    walk.handlers.previous()
    assert walk.place == (1, 0)


def test_leaving_puts_everything_back(walk):
    walk.handlers.leave()
    store = walk.store
    store.set_lens(Lens(filters=Filters(lane=frozenset({"town"}))))
    store.set_quiet(QuietTime(is_folded=True))
    walk.send("view.refold")
    walk.send("select.event", id="ferry")
    store.show_page(PanelPage.EXCERPT, "order")
    store.open_panel(is_open=False)
    before = store.state
    walk.handlers.open("long")
    assert not store.state.quiet.is_folded
    walk.send("view.refold")
    walk.handlers.go(2)
    walk.send("note.open", id="pier")
    store.set_present(PresentState())
    walk.handlers.leave()
    walk.send("view.refold")
    after = store.state
    assert (after.tour, after.present, after.mode) == (None, None, Mode.EXPLORE)
    assert after.lens == replace(before.lens, acknowledged_notes=frozenset({"pier"}))
    for name in ("selection", "page", "subject", "quiet", "lanes", "panel_open", "views"):
        assert getattr(after, name) == getattr(before, name), name


def test_a_question_that_was_asked_on_the_tour_ends_with_it(walk):
    walk.store.set_prediction(
        Prediction("ferry"), Lens(withheld=with_question((), "ferry")), PanelPage.PREDICTION
    )
    assert walk.tour.is_away
    walk.handlers.leave()
    assert (walk.store.state.prediction, walk.store.state.lens) == (None, Lens())


def test_a_stop_pulls_the_curtain_on_unless_its_edge_would_tell_a_withheld_date(walk):
    curtain = curtain_date("1900")
    walk.store.set_lens(Lens(curtain=curtain))
    walk.handlers.next()
    assert walk.store.state.selection.ids == ("deal",)
    assert walk.store.state.lens.curtain != curtain
    withheld = (Withheld("deal", frozenset({Part.DATE})),)
    walk.handlers.first()
    walk.store.set_lens(Lens(curtain=curtain, withheld=withheld))
    walk.handlers.next()
    assert walk.store.state.lens == Lens(curtain=curtain, withheld=withheld)


def test_a_question_that_was_asked_at_a_stop_ends_at_the_next(walk):
    walk.store.set_prediction(
        Prediction("ferry"), Lens(withheld=with_question((), "ferry")), PanelPage.PREDICTION
    )
    walk.handlers.next()
    assert (walk.store.state.prediction, walk.store.state.lens.withheld) == (None, ())


def test_a_question_that_was_open_before_the_tour_is_open_again():
    walk = Walk()
    asking = Lens(withheld=with_question((), "ferry"))
    walk.store.set_prediction(Prediction("ferry"), asking, PanelPage.PREDICTION)
    walk.handlers.open("long")
    walk.handlers.leave()
    state = walk.store.state
    assert (state.prediction, state.lens, state.page) == (Prediction("ferry"), asking, PanelPage.PREDICTION)


def test_after_a_tour_back_leads_to_no_page_of_it(walk):
    walk.handlers.next()
    walk.handlers.leave()
    pages = {place.page for place in walk.store.state.history.behind}
    assert pages == {PanelPage.EVENT, PanelPage.INTRODUCTION}
    assert walk.store.state.page is PanelPage.INTRODUCTION


def test_another_tour_goes_back_to_before_the_first(walk):
    before, shows_notes = walk.tour.before, walk.handlers.notes()
    assert shows_notes is None
    walk.handlers.open("at-night")
    assert (walk.tour.tour_id, walk.tour.before, walk.tour.are_notes_shown) == ("at-night", before, True)


def test_commands_without_a_tour_do_nothing():
    walk = Walk()
    before = walk.store.state
    for name in ("next", "previous", "first", "last", "back", "explore", "notes", "leave"):
        getattr(walk.handlers, name)()
        assert walk.store.state == before, name
    assert left(before) is before


def test_a_tour_set_without_what_was_before_is_left_all_the_same():
    walk = Walk()
    walk.store.set_tour(TourState("long"))
    walk.store.show_page(PanelPage.TOUR)
    walk.handlers.leave()
    assert (walk.store.state.tour, walk.store.state.page) == (None, PanelPage.INTRODUCTION)


# -- an exhibit that is read again ------------------------------------------------------------------


def read_again(walk, *stops, **tours):
    document = toured(*stops, **tours)
    walk.store.swap_document(document, (), OUTSET)


def test_a_stop_is_found_again_where_it_stands_now(walk):
    walk.handlers.go(4)
    read_again(walk, {"event": "song"}, *STOPS)
    assert (walk.place, walk.store.state.selection.ids) == ((5, 0), ("ferry",))


def test_a_stop_that_is_gone_gives_place_to_the_nearest(walk):
    walk.handlers.go(2)
    walk.handlers.next()
    read_again(walk, STOPS[0])
    assert walk.place == (1, 0)


def test_who_is_away_stays_away(walk):
    walk.handlers.go(2)
    walk.send("select.event", id="ferry")
    read_again(walk, *STOPS[1:])
    assert (walk.place, walk.tour.is_away) == ((1, 0), True)
    assert walk.store.state.selection.ids == ("ferry",)


def test_a_tour_that_is_gone_is_left_with_a_word(walk):
    document = toured()
    walk.store.swap_document(replace(document, tours={}), (), OUTSET)
    assert (walk.store.state.tour, walk.notice) == (None, "notice.tour-gone")


def test_an_exhibit_that_is_closed_is_let_go():
    store, stage = Store(), Stage(ENGLISH)
    store.swap_document(toured(), (), OUTSET)
    handlers = TourHandlers(store, lambda: stage)
    handlers.open("long")
    handlers.leave()
    document = store.state.document
    assert document is not None
    held = weakref.ref(document.events.importance)
    del document
    store.swap_document(harbour(), (), OUTSET)
    assert store.showing is not None
    gc.collect()
    assert held() is None


# -- the plan ---------------------------------------------------------------------------------------


def test_the_plan_is_read_without_the_cursor_and_filters_of_stops(walk):
    plan = TourPlan(walk.store)
    walk.handlers.go(4)
    assert plan.stop is not None
    assert plan.stop.number == 4
    deal = plan.tour.stop(2) if plan.tour is not None else None
    assert deal is not None
    assert deal.title.text == "deal"
    assert plan.tour is plan.of("long")


def test_without_an_exhibit_or_a_tour_there_is_no_plan():
    plan = TourPlan(Store())
    assert (plan.tour, plan.stop, plan.of("long")) == (None, None, None)


# -- what is kept for the next start ----------------------------------------------------------------


def test_of_who_walks_a_tour_is_kept_where_they_were_before():
    walk = Walk()
    walk.send("select.event", id="ferry")
    before = place_in(walk.store.state)
    walk.handlers.open("long")
    walk.handlers.go(4)
    assert place_in(walk.store.state, scroll_px=40) == before
    walk.handlers.leave()
    assert place_in(walk.store.state) == before


def test_a_link_to_a_stop_leads_to_its_event(walk):
    walk.handlers.go(2)
    link = link_of(walk.store.state, walk.store.showing)
    assert link is not None
    assert (link.selected, link.page) == (("deal",), "")
