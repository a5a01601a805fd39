# SPDX-License-Identifier: MIT
"""The one store: silence on equal values, reloading, failing, and the navigation history."""

from pathlib import Path

import pytest

from tests.sample_documents import HARBOUR, document_of, harbour, small_document
from timeline_app.base.text_value import Reader
from timeline_app.content.problems import Place as Spot
from timeline_app.content.problems import problem_at
from timeline_app.model.lens import IDENTITY, Lens
from timeline_app.scene.view import View
from timeline_app.state.app_state import (
    AppState,
    History,
    PanelPage,
    Place,
    ReadingPhase,
    Selection,
    Settings,
    ThemeChoice,
)
from timeline_app.state.kept_place import KeptPlace
from timeline_app.state.store import HISTORY_LIMIT, Store

VIEW = View(0, 86_400.0)
LATER = View(1_000_000, 86_400.0)
PROBLEMS = (problem_at(Spot("harbour.yaml", 3, 7), "empty-file"),)


@pytest.fixture
def store():
    """Return a store with the harbour open at `VIEW`."""
    made = Store()
    made.swap_document(harbour(), (), VIEW)
    return made


@pytest.fixture
def changes(store):
    """Return the list of (old, new) states that the store tells from now on."""
    told = []
    store.watch(lambda old, new: told.append((old, new)))
    return told


# -- at the start and when watched ----------------------------------------------------------------


def test_a_new_store_is_empty():
    store = Store()
    assert store.state == AppState()
    assert store.state.view is None
    assert store.state.selection.primary is None
    assert store.showing is None


def test_a_store_can_begin_with_a_state():
    state = AppState(panel_open=False)
    assert Store(state).state is state


def test_watchers_get_the_state_before_and_after_until_they_leave():
    store, told = Store(), []
    unwatch = store.watch(lambda old, new: told.append((old.panel_open, new.panel_open)))
    store.open_panel(is_open=False)
    unwatch()
    store.open_panel(is_open=True)
    assert told == [(True, False)]


def test_equal_values_are_silence(store, changes):
    store.set_view(View(0, 86_400.0))
    store.select(())
    store.show_page(PanelPage.INTRODUCTION)
    store.open_panel(is_open=True)
    store.set_panel_width(None)
    store.set_settings(Settings())
    store.set_lens(Lens())
    assert changes == []


# -- showing --------------------------------------------------------------------------------------


def test_the_showing_is_kept_while_document_lens_and_reader_stay(store):
    showing = store.showing
    assert showing is not None
    assert showing.event_count == 5
    store.select(("survey",))
    store.set_view(LATER)
    assert store.showing is showing


def test_another_lens_makes_another_showing(store):
    before = store.showing
    store.set_lens(Lens(frozenset({"storm"})))
    after = store.showing
    assert after is not None
    assert after is not before
    assert after.lens == Lens(frozenset({"storm"}))
    assert store.showing is after


def test_another_document_makes_another_showing(store):
    before = store.showing
    store.swap_document(harbour(), (), VIEW)
    assert store.showing is not before


# -- reading --------------------------------------------------------------------------------------


def test_while_a_file_is_read_the_present_document_stays(store):
    document = store.state.document
    store.begin_reading("other.yaml")
    assert store.state.reading is ReadingPhase.READING
    assert store.state.file_name == "other.yaml"
    assert store.state.document is document


def test_a_document_comes_with_view_reader_and_problems():
    store = Store()
    document = document_of({**HARBOUR, "languages": ["ja", "en"], "drafts": ["ja"]})
    store.begin_reading("harbour.yaml")
    store.swap_document(document, PROBLEMS, VIEW)
    state = store.state
    assert state.document is document
    assert state.reading is ReadingPhase.IDLE
    assert state.problems == PROBLEMS
    assert state.view == VIEW
    assert state.reader == Reader(("ja",), exhibit_language="ja", drafts=frozenset({"ja"}))
    assert state.page is PanelPage.INTRODUCTION


def test_an_exhibit_without_languages_is_read_in_english():
    store = Store()
    store.swap_document(document_of({**HARBOUR, "languages": []}), (), VIEW)
    assert store.state.reader == Reader(("en",), exhibit_language="en")


def test_a_new_exhibit_can_begin_with_events_selected():
    store = Store()
    store.swap_document(harbour(), (), VIEW, KeptPlace(selected=("agreement", "no-such-event")))
    assert store.state.selection.ids == ("agreement",)
    assert store.state.page is PanelPage.EVENT


def test_the_same_exhibit_again_keeps_view_selection_lens_and_history(store):
    store.select(("survey", "agreement"))
    store.set_lens(Lens(frozenset({"storm"})))
    store.set_view(LATER)
    before = store.state
    document = harbour()
    store.swap_document(document, (), VIEW, KeptPlace(selected=("storm",)))
    after = store.state
    assert after.document is document
    assert after.view == LATER
    assert after.selection.ids == ("survey", "agreement")
    assert after.page is PanelPage.EVENT
    assert after.lens == Lens(frozenset({"storm"}))
    assert after.history == before.history != History()


def test_selected_events_that_have_gone_are_let_go(store):
    store.select(("survey", "storm"))
    without_storm = small_document({"id": "survey", "date": "1958"}, path=Path("harbour.yaml"))
    store.swap_document(without_storm, (), VIEW)
    assert store.state.selection.ids == ("survey",)
    assert store.state.page is PanelPage.EVENT


def test_when_no_selected_event_is_left_the_introduction_comes_back(store):
    store.select(("storm",))
    store.swap_document(small_document({"id": "survey"}, path=Path("harbour.yaml")), (), VIEW)
    assert store.state.selection.ids == ()
    assert store.state.page is PanelPage.INTRODUCTION


def test_the_legend_stays_open_over_a_reload(store):
    store.show_page(PanelPage.LEGEND)
    store.swap_document(harbour(), (), VIEW)
    assert store.state.page is PanelPage.LEGEND


@pytest.mark.parametrize(("ids", "page"), [(("survey",), PanelPage.EVENT), ((), PanelPage.INTRODUCTION)])
def test_a_good_save_takes_the_problems_away(store, ids, page):
    store.select(ids)
    store.fail_reading(PROBLEMS)
    store.swap_document(harbour(), (), VIEW)
    assert store.state.problems == ()
    assert store.state.page is page
    assert store.state.selection.ids == ids


def test_a_document_with_problems_can_come_with_their_list(store):
    store.select(("survey",))
    store.swap_document(harbour(), PROBLEMS, VIEW, shows_problems=True)
    assert store.state.page is PanelPage.PROBLEMS
    assert store.state.selection.ids == ("survey",)
    assert store.state.problems == PROBLEMS


def test_another_exhibit_begins_anew(store):
    store.select(("survey",))
    store.set_view(LATER)
    store.set_lens(Lens(frozenset({"storm"})))
    store.swap_document(document_of(HARBOUR, Path("copy.yaml")), (), VIEW)
    state = store.state
    assert state.view == VIEW
    assert state.selection.ids == ()
    assert state.page is PanelPage.INTRODUCTION
    assert state.history == History()
    # A note that was opened in one exhibit is not open in another that happens to use the same id.
    assert state.lens == IDENTITY


def test_a_failed_reading_keeps_the_last_good_document_and_shows_what_is_wrong(store):
    store.select(("survey",))
    store.open_panel(is_open=False)
    before = store.state
    store.begin_reading("harbour.yaml")
    store.fail_reading(PROBLEMS)
    after = store.state
    assert after.document is before.document
    assert after.view == before.view
    assert after.selection == before.selection
    assert after.reading is ReadingPhase.FAILED
    assert after.problems == PROBLEMS
    assert after.page is PanelPage.PROBLEMS
    assert after.panel_open


def test_a_failed_reading_without_a_document_shows_the_problems_too():
    store = Store()
    store.fail_reading(PROBLEMS)
    assert store.state.document is None
    assert store.state.page is PanelPage.PROBLEMS


# -- view, panel, settings ------------------------------------------------------------------------


def test_views_are_kept_apart_by_surface_and_within_what_is_allowed(store):
    store.set_view(View(5, 1.0), "audience")
    assert store.state.view == VIEW
    assert store.state.views["audience"].span_s == 10.0


def test_the_views_of_a_state_cannot_be_changed_from_outside(store):
    with pytest.raises(TypeError):
        store.state.views["main"] = LATER


def test_the_panel_opens_folds_and_keeps_its_width(store):
    store.open_panel(is_open=False)
    assert not store.state.panel_open
    store.set_panel_width(480.0)
    assert store.state.panel_px == 480.0
    store.set_panel_width(None)
    assert store.state.panel_px is None


def test_showing_a_page_opens_the_panel(store):
    store.open_panel(is_open=False)
    store.show_page(PanelPage.INTRODUCTION)
    assert store.state.panel_open
    store.show_page(PanelPage.LEGEND)
    assert store.state.page is PanelPage.LEGEND


def test_settings_and_lens_are_replaced_whole(store):
    settings = Settings(ThemeChoice.DARK, 150, reduced_motion=True)
    store.set_settings(settings)
    store.set_lens(Lens(frozenset({"storm"})))
    assert store.state.settings is settings
    assert store.state.lens == Lens(frozenset({"storm"}))


# -- selection ------------------------------------------------------------------------------------


def test_the_last_selected_event_is_the_one_in_hand(store):
    store.select(("survey", "storm"))
    assert store.state.selection.primary == "storm"
    assert store.state.page is PanelPage.EVENT


def test_selecting_nothing_brings_back_the_introduction(store):
    store.select(("survey",))
    store.select(())
    assert store.state.selection == Selection()
    assert store.state.page is PanelPage.INTRODUCTION


def test_selecting_can_move_the_view_and_show_another_page_in_one_change(store, changes):
    store.select(("survey",), page=PanelPage.LEGEND, view=LATER)
    assert len(changes) == 1
    assert store.state.view == LATER
    assert store.state.page is PanelPage.LEGEND


def test_selecting_opens_the_panel(store):
    store.open_panel(is_open=False)
    store.select(("survey",))
    assert store.state.panel_open


def test_selecting_the_event_in_hand_again_opens_a_folded_panel_and_notes_nothing(store):
    store.select(("survey",))
    store.open_panel(is_open=False)
    before = store.state.history
    store.select(("survey",))
    assert store.state.panel_open
    assert store.state.history == before


def test_selecting_the_event_in_hand_where_it_is_in_view_already_is_silence(store, changes):
    store.select(("survey",), view=LATER)
    changes.clear()
    store.select(("survey",), view=LATER)
    assert changes == []


def test_selecting_the_event_in_hand_can_bring_it_back_into_view(store):
    store.select(("survey",), view=LATER)
    store.set_view(VIEW)
    store.select(("survey",), view=LATER)
    assert store.state.view == LATER
    store.go_back()
    assert store.state.view == VIEW


# -- history --------------------------------------------------------------------------------------


def place_of(store):
    state = store.state
    return state.view, state.selection.ids, state.page


def test_back_and_forward_undo_each_other(store):
    places = [place_of(store)]
    for step in (
        lambda: store.select(("survey",), view=LATER),
        lambda: store.select(("storm",)),
        lambda: store.show_page(PanelPage.LEGEND),
    ):
        step()
        places.append(place_of(store))
    for expected in reversed(places[:-1]):
        assert store.go_back()
        assert place_of(store) == expected
    assert not store.go_back()
    for expected in places[1:]:
        assert store.go_forward()
        assert place_of(store) == expected
    assert not store.go_forward()


def test_back_returns_to_the_view_as_it_was_when_the_reader_left_it(store):
    store.set_view(LATER)
    store.select(("survey",), view=VIEW)
    store.go_back()
    assert store.state.view == LATER


def test_panning_alone_is_not_remembered(store):
    store.set_view(LATER)
    assert store.state.history == History()
    assert not store.go_back()


def test_remembering_notes_the_present_place_once(store):
    store.remember()
    store.remember()
    assert store.state.history.behind == (Place(VIEW, Selection(), PanelPage.INTRODUCTION),)


def test_a_new_step_after_going_back_forgets_what_was_ahead(store):
    store.select(("survey",))
    store.select(("storm",))
    store.go_back()
    store.select(("agreement",))
    assert store.state.history.ahead == ()
    assert not store.go_forward()
    store.go_back()
    assert store.state.selection.ids == ("survey",)


def test_a_new_step_from_a_place_that_is_remembered_already_forgets_what_was_ahead(store):
    store.remember()
    store.set_view(LATER)
    store.select(("survey",))
    store.go_back()
    store.set_view(VIEW)
    store.select(("storm",))
    assert not store.go_forward()
    assert store.state.selection.ids == ("storm",)


def test_going_back_lets_go_of_events_that_no_longer_exist(store):
    store.select(("storm",))
    store.select(("survey",))
    store.swap_document(small_document({"id": "survey"}, path=Path("harbour.yaml")), (), VIEW)
    store.go_back()
    assert store.state.selection.ids == ()
    assert store.state.page is PanelPage.INTRODUCTION


def test_going_back_keeps_a_page_that_needs_no_event(store):
    store.show_page(PanelPage.LEGEND)
    store.select(("survey",))
    store.go_back()
    assert place_of(store) == (VIEW, (), PanelPage.LEGEND)


def test_the_history_has_an_end(store):
    for number in range(HISTORY_LIMIT + 50):
        store.set_view(View(number * 1_000, 86_400.0))
        store.remember()
    behind = store.state.history.behind
    assert len(behind) == HISTORY_LIMIT == 200
    assert behind[-1].view.start_s == 249_000
    assert behind[0].view.start_s == 50_000


def test_without_a_view_there_is_nothing_to_remember():
    store = Store()
    store.remember()
    store.select(("survey",))
    assert store.state.history == History()
    assert not store.go_back()
    assert not store.go_forward()


def test_places_without_a_document_select_nothing():
    place = Place(VIEW, Selection(("survey",)), PanelPage.EVENT)
    store = Store(AppState(views={"main": LATER}, history=History(behind=(place,))))
    assert store.go_back()
    assert place_of(store) == (VIEW, (), PanelPage.INTRODUCTION)
