# SPDX-License-Identifier: MIT
"""What a lens hides leaves no trace on the canvas, in the overview or in what is read aloud."""

from __future__ import annotations

from tests.sample_documents import harbour
from tests.stages import ENGLISH, HEADS_PX, of_role, plain_surface
from timeline_app.chrono.instant import year_start_s
from timeline_app.chrono.span_queries import Relation
from timeline_app.model.filters import Filters
from timeline_app.model.lens import DateFilter, Lens
from timeline_app.model.showing import Showing
from timeline_app.scene.highlight import Emphases, Highlight
from timeline_app.scene.items import TargetKind
from timeline_app.scene.outline import OutlineWords, outline
from timeline_app.scene.stage import Stage

SURVEY, AGREEMENT, FIRST_BOAT, STORM, SONG = range(5)
BEFORE_1960 = Lens(dates=DateFilter(Relation.BEFORE, year_start_s(1960), year_start_s(1961)))
HIDDEN_TITLES = ("The first boat sails", "The night of the storm")


def lensed_stage() -> Stage:
    """Return a stage on which the events of 1960 are hidden."""
    stage = Stage(ENGLISH)
    stage.fit(Showing(harbour(), BEFORE_1960), plain_surface(), HEADS_PX)
    return stage


def test_neither_marks_nor_labels_nor_links_of_hidden_events_are_drawn() -> None:
    stage = lensed_stage()
    scene = stage.scene(stage.whole_view(), Highlight(selected=(AGREEMENT,)))
    drawn = {
        item.target.index for item in scene.items if item.target and item.target.kind is TargetKind.EVENT
    }
    assert drawn == {SURVEY, AGREEMENT}
    assert not [item for item in scene.items if item.text in HIDDEN_TITLES]
    links = [item for item in scene.items if item.role.startswith("link")]
    parts = [link.target and link.target.part for link in links]
    assert parts == [f"link-from-{SURVEY}", f"tip-to-{SURVEY}"], "the line, and its piece on the card"


def test_a_hidden_event_is_not_connected() -> None:
    showing = Showing(harbour(), BEFORE_1960)
    assert Emphases.of(Highlight(selected=(AGREEMENT,)), showing).connected == {SURVEY}


def test_hidden_events_are_neither_listed_nor_counted_for_those_who_listen() -> None:
    stage = lensed_stage()
    view = stage.whole_view()
    lanes = outline(stage, view, stage.scene(view))
    assert [[event.ordinal for event in lane.events] for lane in lanes] == [[AGREEMENT], [SURVEY], []]
    assert [lane.folded for lane in lanes] == [0, 0, 0]
    words = OutlineWords(stage, ENGLISH)
    assert "1 of 1 in The town" in words.event_details(AGREEMENT)


def test_the_overview_counts_what_is_shown() -> None:
    stage = lensed_stage()
    scene = stage.overview(stage.whole_view(), plain_surface(1_000.0, 88.0))
    texts = [item.text for item in of_role(scene, "overview-label")]
    # The undated song may lie before 1960: it is possible, and counts.
    assert "3 events" in texts
    marks = of_role(scene, "overview-mark")
    assert {mark.colour for mark in marks} == {"vermilion", "indigo"}


def test_where_the_filters_leave_nothing_the_canvas_says_that_it_is_they() -> None:
    stage = Stage(ENGLISH)
    nothing = Filters(lane=frozenset({"crew"}), tag=frozenset({"ferry"}), place=frozenset({"minase"}))
    stage.fit(Showing(harbour(), Lens(filters=nothing)), plain_surface(), HEADS_PX)
    (note,) = of_role(stage.scene(stage.whole_view()), "no-events")
    assert note.text == "No event is left by these filters"
