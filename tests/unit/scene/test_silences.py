# SPDX-License-Identifier: MIT
"""Silent stretches: what an author wrote, what is found sparse by the rule, and how both are drawn."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_documents import document_of, small_document
from tests.stages import ENGLISH, of_role, plain_surface, stage_of, target_of
from timeline_app.chrono.instant import DAY_S, seconds_from_civil
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lane_state import USUAL, LaneState
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.hit import hit
from timeline_app.scene.items import Emphasis, HatchShape, Kind, TargetKind
from timeline_app.scene.overlays import Overlays
from timeline_app.scene.silence_words import note_of, silence_in_words, why_in_words
from timeline_app.scene.silences import Silences, sparse_stretches
from timeline_app.scene.stage import Stage
from timeline_app.scene.time_fold import QuietTime
from timeline_app.scene.view import View

YEAR = 365 * DAY_S
#: Two years full of events, a long gap with one lonely event in it, and two full years again.
BUSY = [
    {"id": f"{year}-{month}", "date": f"{year}-{month:02d}-10"}
    for year in (1950, 1951, 1968, 1969)
    for month in range(1, 13)
]
CLOSED = {"date": "1953/1956", "lanes": ["town"], "why": "closed", "note": "Opened in 2004."}
EVERYTHING = View.between(seconds_from_civil(1949), seconds_from_civil(1971))


def years_of(silences: Silences, lane: int = 0) -> list[tuple[int, ...]]:
    """Return the whole years (by day 182) in which each stretch of a lane begins and ends."""
    found = []
    for number in range(len(silences.of(lane))):
        first_s, last_s = silences.instants_of(silences.of(lane)[number])
        found.append(tuple(1970 + round(at_s / (365.2425 * DAY_S)) for at_s in (first_s, last_s)))
    return found


def silences_of(document, lens=None, **fit) -> Silences:
    stage = Stage(ENGLISH)
    stage.fit(Showing(document, lens or Lens()), plain_surface(), 150.0, **fit)
    return stage.fitted.silences


# -- the rule -----------------------------------------------------------------------------------------


def stretches(*entries, span=(0, 100), least=10, written=()):
    """Return the sparse stretches between entries and what was written of."""
    ordered = sorted(entries)
    starts = np.array([start for start, _ in ordered], np.int64)
    reach = np.maximum.accumulate(np.array([end for _, end in ordered], np.int64))
    return [tuple(row) for row in sparse_stretches(starts, reach, written, span, least).tolist()]


def test_a_long_stretch_without_entries_is_sparse():
    assert stretches((0, 5), (6, 40), (60, 100)) == [(40, 60)]


def test_before_the_first_and_after_the_last_entry_too():
    assert stretches((20, 80)) == [(0, 20), (80, 100)]
    assert stretches() == [(0, 100)]


def test_what_lasts_covers_what_begins_within_it():
    assert stretches((0, 70), (5, 6), (90, 100)) == [(70, 90)]


def test_one_short_entry_between_two_stretches_makes_them_no_less_sparse():
    assert stretches((0, 10), (30, 32), (60, 100)) == [(10, 60)]


def test_a_long_entry_or_two_short_ones_part_stretches():
    assert stretches((0, 10), (30, 45), (60, 100)) == [(10, 30), (45, 60)]
    assert stretches((0, 10), (30, 31), (32, 33), (60, 100)) == [(10, 30), (33, 60)]


def test_entries_that_overlap_part_nothing():
    assert stretches((0, 10), (30, 32), (30, 33), (60, 100)) == [(10, 30), (33, 60)]
    assert stretches((0, 100), (30, 40)) == []


def test_what_is_written_of_is_never_called_sparse():
    assert stretches((0, 10), (60, 100), written=[(30, 32)]) == [(10, 30), (32, 60)]


@given(
    entries=st.lists(st.tuples(st.integers(0, 99), st.integers(1, 40)), max_size=12),
    written=st.lists(st.tuples(st.integers(0, 99), st.integers(1, 40)), max_size=3),
    least=st.integers(1, 40),
)
def test_sparse_stretches_are_long_lie_apart_and_hold_few_entries(entries, written, least):
    entries = [(start, start + length) for start, length in entries]
    written = [(start, start + length) for start, length in written]
    found = stretches(*entries, written=written, least=least)
    for first, last in found:
        assert 0 <= first < last <= 100
        assert last - first >= least
        assert not any(start < last and end > first for start, end in written)
        inside = sum(start < last and end > first for start, end in entries)
        assert inside <= (last - first) / least
    assert all(one[1] <= other[0] for one, other in pairwise(found))


# -- lanes --------------------------------------------------------------------------------------------


def test_a_gap_in_a_busy_lane_is_sparse():
    assert years_of(silences_of(small_document(*BUSY))) == [(1952, 1968)]


def test_an_evenly_spaced_lane_is_not_sparse():
    events = [{"id": f"in-{year}", "date": f"{year}-06-15"} for year in range(1900, 2000, 10)]
    assert len(silences_of(small_document(*events)).of(0)) == 0


def test_a_lane_with_few_entries_has_no_density():
    document = small_document(
        *BUSY, {"id": "alone", "date": "1955-06-01", "lane": "crew"}, lanes=("town", "crew")
    )
    assert len(silences_of(document).of(1)) == 0


def test_what_an_author_wrote_comes_first_and_is_left_out_of_the_rest():
    silences = silences_of(small_document(*BUSY, silences=[CLOSED]))
    assert [silences.of(0)[number].written is not None for number in range(2)] == [True, False]
    # The year between the busy ones and the silence is too short to be called sparse.
    assert years_of(silences) == [(1953, 1957), (1957, 1968)]


def test_an_open_silence_reaches_to_the_end_of_the_exhibit():
    silences = silences_of(small_document(*BUSY, silences=[{"date": "1968/..", "why": "closed"}]))
    assert years_of(silences)[0] == (1968, 1970)


def test_a_lens_makes_no_sparse_stretches_of_its_own():
    document = small_document(*BUSY[12:36], *({**event, "known": "public"} for event in BUSY[:12]))
    assert len(silences_of(document, Lens(known_at=known_at_date("1952"))).of(0)) == 0


def test_a_lane_that_is_folded_into_another_brings_its_silences():
    document = document_of(
        {
            "title": "Two lanes",
            "lanes": {"town": {"title": "Town"}, "crew": {"title": "Crew", "parent": "town"}},
            "events": [{"id": "x", "title": "X", "date": "1950", "lane": "crew"}],
            "silences": [{**CLOSED, "lanes": ["crew"]}],
        }
    )

    def written(state=USUAL):
        silences = silences_of(document, lanes=state)
        return [len(silences.of(lane).written) for lane in (0, 1)]

    assert written() == [0, 1]
    assert written(LaneState(collapsed=frozenset({"town"}))) == [1, 0]
    assert written(LaneState(hidden=frozenset({"crew"}))) == [0, 0]


def test_with_quiet_time_folded_the_same_instants_are_told():
    document = small_document(*BUSY, silences=[CLOSED])
    folded = silences_of(document, quiet=QuietTime(is_folded=True))
    assert years_of(folded)[0] == years_of(silences_of(document))[0]


def test_only_what_touches_a_stretch_of_time_is_returned_and_short_sparse_ones_are_not():
    silences = silences_of(small_document(*BUSY, silences=[CLOSED])).of(0)
    first_s, last_s = seconds_from_civil(1960), seconds_from_civil(1961)
    assert [number for number, _ in silences.within(first_s, last_s, 0.0)] == [1]
    assert silences.within(first_s, last_s, 100.0 * YEAR) == []
    first_s, last_s = EVERYTHING.start_s, EVERYTHING.end_s
    assert [number for number, _ in silences.within(first_s, last_s, 5.0 * YEAR)] == [0, 1]


# -- words --------------------------------------------------------------------------------------------


def test_a_written_silence_says_why_when_and_the_note():
    silences = silences_of(small_document(*BUSY, silences=[CLOSED]))
    stretch = silences.of(0)[0]
    assert why_in_words(stretch, ENGLISH) == "Closed"
    assert silence_in_words(silences, stretch, ENGLISH) == "Closed: 1953 to 1956"
    assert note_of(stretch, ENGLISH).text == "Opened in 2004."


@pytest.mark.parametrize("why", ["not-consulted", "closed", "lost", "private", "denied"])
def test_every_reason_has_words_and_a_note(why):
    silences = silences_of(small_document(*BUSY, silences=[{"date": "1953/1956", "why": why}]))
    stretch = silences.of(0)[0]
    assert "⟦" not in why_in_words(stretch, ENGLISH) + note_of(stretch, ENGLISH).text


def test_a_sparse_stretch_speaks_of_the_exhibit():
    silences = silences_of(small_document(*BUSY))
    stretch = silences.of(0)[0]
    assert silence_in_words(silences, stretch, ENGLISH) == "This exhibit has few entries here: 1951 to 1968"
    assert note_of(stretch, ENGLISH).text == "This says something about the exhibit, not about the past."


# -- the picture --------------------------------------------------------------------------------------


def drawn(view: View = EVERYTHING, overlays: Overlays | None = None, **more):
    stage = stage_of(small_document(*BUSY, silences=[CLOSED], **more), plain_surface(1_400.0, 300.0))
    return stage.scene(view, overlays=overlays or Overlays())


def test_written_silences_are_hatched_with_a_word_and_sparse_ones_dotted():
    scene = drawn()
    (written,), sparse = of_role(scene, "silence"), of_role(scene, "silence-sparse")
    assert written.detail == HatchShape(written.rect.x, is_dotted=False)
    assert [item.detail.is_dotted for item in sparse if isinstance(item.detail, HatchShape)] == [True]
    assert [item.text for item in of_role(scene, "silence-word")] == ["Closed"]
    assert target_of(written)[:3] == (TargetKind.SILENCE, 0, 0)


def test_without_silences_none_is_drawn():
    scene = drawn(overlays=Overlays(silences=False))
    assert [item for item in scene.items if item.role.startswith("silence")] == []


def test_strokes_keep_their_places_on_the_stretch_while_it_is_cut_by_the_window():
    view = View.between(seconds_from_civil(1954), seconds_from_civil(1958))
    (written,) = of_role(drawn(view), "silence")
    assert isinstance(written.detail, HatchShape)
    assert written.detail.start_x < written.rect.x == 150.0


def test_silences_lie_in_the_lanes_foot_under_marks_and_words():
    scene = drawn()
    (ground,) = of_role(scene, "lane-ground")
    for item in scene.items:
        if item.kind is Kind.HATCH:
            assert ground.rect.bottom - 12.0 <= item.rect.y
            assert item.rect.bottom <= ground.rect.bottom
    roles = [item.role for item in scene.items]
    assert roles.index("lane-ground") < roles.index("silence") < roles.index("event-dot")


def test_no_word_stands_over_a_mark_of_the_strip():
    letters = [{"id": f"letter-{number}", "date": "1954-12-20", "importance": 1} for number in range(20)]
    stage = stage_of(small_document(*BUSY, *letters, silences=[CLOSED]), plain_surface(1_400.0, 110.0))
    scene = stage.scene(EVERYTHING)
    words = of_role(scene, "silence-word")
    marks = [item for role in ("strip-mark", "density", "badge") for item in of_role(scene, role)]
    assert marks
    assert not any(word.rect.intersects(mark.rect) for word in words for mark in marks)


def test_a_word_keeps_its_place_in_time_while_panning():
    view = View.between(seconds_from_civil(1952), seconds_from_civil(1960))
    step_s = view.span_s / 1_250.0 * 10.0
    words = [of_role(drawn(view.shifted(step_s * step)), "silence-word") for step in range(4)]
    places = [[word.rect.x + 10.0 * step for word in shown] for step, shown in enumerate(words)]
    assert places[0]
    assert all(place == pytest.approx(places[0], abs=0.1) for place in places)


def test_a_word_that_does_not_fit_is_left_out():
    scene = drawn(View.between(seconds_from_civil(1850), seconds_from_civil(2050)))
    assert len(of_role(scene, "silence")) == 1
    assert of_role(scene, "silence-word") == []


def test_a_silence_is_hit_where_it_is_drawn_and_a_mark_beside_it_comes_first():
    scene = drawn()
    (written,) = of_role(scene, "silence")
    found = hit(scene, *written.rect.centre)
    assert found is not None
    assert target_of(found).kind is TargetKind.SILENCE
    # A finger may miss it by as much as it may miss a badge.
    near = hit(scene, written.rect.x + 20.0, written.rect.y - 8.0, 22.0)
    assert near is not None
    assert target_of(near).kind is TargetKind.SILENCE


def test_with_a_selection_silences_step_back():
    stage = stage_of(small_document(*BUSY, silences=[CLOSED]), plain_surface(1_400.0, 300.0))
    scene = stage.scene(EVERYTHING, Highlight(selected=(0,)))
    assert {item.emphasis for item in scene.items if item.kind is Kind.HATCH} == {Emphasis.DIMMED}


def test_no_word_crosses_a_break():
    document = small_document(
        *BUSY,
        {"id": "late", "date": "1999-01-01"},
        silences=[{"date": "1952/1998", "why": "closed"}],
    )
    stage = Stage(ENGLISH)
    stage.fit(Showing(document), plain_surface(1_400.0, 300.0), 150.0, quiet=QuietTime(is_folded=True))
    assert stage.fold is not None
    scene = stage.scene(stage.whole_view())
    torn = of_role(scene, "break")
    assert torn
    for word in of_role(scene, "silence-word"):
        assert not any(word.rect.x < item.rect.right and word.rect.right > item.rect.x for item in torn)


def test_a_silence_out_of_the_exhibits_time_is_not_drawn():
    document = small_document(*BUSY, silences=[{"date": "1990/..", "why": "closed"}])
    assert silences_of(document).of(0).written == ()


def test_silences_are_kept_while_the_window_changes_its_size_and_reckoned_anew_for_other_lanes():
    stage, showing = Stage(ENGLISH), Showing(small_document(*BUSY, silences=[CLOSED]))
    stage.fit(showing, plain_surface(), 150.0)
    before = stage.fitted.silences
    stage.fit(showing, plain_surface(1_200.0), 150.0)
    assert stage.fitted.silences is before
    stage.fit(showing, plain_surface(1_200.0), 150.0, lanes=LaneState(collapsed=frozenset({"town"})))
    assert stage.fitted.silences is not before
    stage.fit(Showing(small_document(*BUSY)), plain_surface(1_200.0), 150.0)
    assert len(stage.fitted.silences.of(0).written) == 0
