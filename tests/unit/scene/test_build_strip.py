# SPDX-License-Identifier: MIT
"""What has no label: a mark where it is alone, density where marks would merge; by zoom only, never by the window."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sample_documents import small_document
from tests.stages import items_of_dump, of_event, of_role, plain_surface, stage_of, target_of
from tests.strategies import document_with, exhibits
from timeline_app.chrono.instant import MEAN_YEAR_S, year_start_s
from timeline_app.scene.dump import dump_scene
from timeline_app.scene.folding import Folding, bin_edges, bin_octave
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.hit import events_in, hit
from timeline_app.scene.items import Emphasis, Kind, Layer, StripShape, Target, TargetKind
from timeline_app.scene.strip_marks import marks_of, unfolded
from timeline_app.scene.view import View

YEARS = View.between(year_start_s(1950), year_start_s(1960))
"""Ten years over a thousand pixels: a hundred pixels a year, cells of some five."""
SETTINGS = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])

crowds = exhibits(least=10)
zooms = st.floats(0.0, 1.0).map(lambda part: 600.0 * (300 * MEAN_YEAR_S / 600.0) ** part)
centres = st.integers(year_start_s(1890), year_start_s(2010))


def stage_with(*events, height_px=120.0, text_scale=1.0, **more):
    room = plain_surface(1_000.0, height_px, text_scale=text_scale)
    return stage_of(small_document(*events, **more), room, 0.0)


def scene_of(*events, view=YEARS, selected=(), hovered=None, **more):
    return stage_with(*events, **more).scene(view, Highlight(selected=selected, hovered=hovered))


def crowd(count, date="1955-01-01", prefix="event"):
    return [{"id": f"{prefix}-{number}", "date": date} for number in range(count)]


def apart(count, date="{}-03-01"):
    """Return events a year apart from 1900 on, more in one row than have room: some have no label."""
    return [{"id": f"year-{n}", "date": date.format(1900 + n), "title": "x" * 60} for n in range(count)]


def strip_of(scene, lane=0):
    (item,) = (item for item in scene.items if item.kind is Kind.STRIP and item.target.lane == lane)
    assert isinstance(item.detail, StripShape)
    return item


# -- a mark of its own ----------------------------------------------------------------------------


def test_what_is_folded_alone_has_a_mark_at_its_place():
    scene = scene_of(*apart(100))
    marks = of_role(scene, "strip-mark")
    named = {target_of(label).index for label in of_role(scene, "event-label")}
    in_view = set(range(50, 60))
    assert {target_of(mark).index for mark in marks} & in_view == in_view - named
    assert scene.hidden_count == len(in_view - named) > 0
    mark = next(mark for mark in marks if target_of(mark).index in in_view)
    assert (mark.kind, mark.layer, mark.colour) == (Kind.TICK, Layer.STRIP, "teal")
    assert target_of(mark) == Target(TargetKind.EVENT, target_of(mark).index, 0, "strip")
    month_px = (31 + 28) * 100 / 365.25
    assert mark.rect.x == pytest.approx((target_of(mark).index - 50) * 100 + month_px, abs=1.0)
    assert (mark.rect.w, mark.rect.h) == (3.0, 6.0)
    lane = of_role(scene, "lane-ground")[0].rect
    assert lane.y < mark.rect.y
    assert mark.rect.bottom < lane.bottom


def test_what_lasts_is_a_thin_line_as_long_as_it_lasts():
    marks = of_role(scene_of(*apart(100, "{}-01-01/{}-06-30".replace("{}-06", "1999-06"))), "strip-mark")
    assert all(mark.rect.h == 1.0 for mark in marks)
    half_years = [
        {"id": f"e{n}", "date": f"{1900 + n}-01-01/{1900 + n}-06-30", "title": "x" * 60} for n in range(99)
    ]
    mark = next(mark for mark in of_role(scene_of(*half_years), "strip-mark") if mark.rect.x > 0.0)
    assert mark.rect.w == pytest.approx(49.5, abs=1.0)
    assert mark.rect.h == 1.0
    months = apart(100, "{}-01")
    narrow = next(mark for mark in of_role(scene_of(*months), "strip-mark") if mark.rect.x > 0.0)
    assert narrow.rect.w == pytest.approx(8.5, abs=0.2)
    assert narrow.rect.h == 6.0


def test_marks_grow_with_the_text():
    marks = of_role(scene_of(*apart(100), text_scale=2.0, height_px=220.0), "strip-mark")
    assert {mark.rect.w for mark in marks} == {6.0}


@pytest.mark.parametrize("date", ["{}-03-01?", "{}-03-01~", "[{}-03-01,1999-12-31]"])
def test_a_doubtful_date_is_a_lower_mark(date):
    sure = next(iter(of_role(scene_of(*apart(100)), "strip-mark")))
    doubtful = [mark for mark in of_role(scene_of(*apart(99, date)), "strip-mark") if mark.rect.h != 1.0]
    for mark in doubtful:
        assert mark.rect.h == 3.0
        assert mark.rect.bottom == pytest.approx(sure.rect.bottom)
    assert doubtful or date.startswith("[")


def test_marks_show_the_selection():
    scene = scene_of(*apart(100), selected=(0,))
    folded = [target_of(mark).index for mark in of_role(scene, "strip-mark")]
    assert {mark.emphasis for mark in of_role(scene, "strip-mark")} == {Emphasis.DIMMED}
    chosen = scene_of(*apart(100), selected=(folded[1],))
    own = [item for item in chosen.items if item.role == "strip-mark"]
    assert [target_of(mark).index for mark in own] == [folded[1]]
    assert own[0].emphasis is Emphasis.SELECTED
    at = next(
        mark
        for mark in marks_of(strip_of(chosen), strip_of(chosen).detail)
        if target_of(mark).index == folded[1]
    )
    assert own[0].rect == pytest.approx(at.rect)


def test_what_is_pointed_at_among_many_has_a_mark_of_its_own():
    scene = scene_of(*crowd(40), hovered=Target(TargetKind.EVENT, 39, 0, "strip"))
    (mark,) = (item for item in of_event(scene, 39) if item.role == "strip-mark")
    assert mark.emphasis is Emphasis.HOVERED


# -- density --------------------------------------------------------------------------------------


def test_where_marks_would_merge_there_is_one_cell_that_counts_them():
    scene = scene_of(*crowd(400), *crowd(3, "1952-01-05", "few"))
    cells = {int(target_of(item).part): item for item in of_role(scene, "density")}
    named = len(of_role(scene, "event-label"))
    assert sum(cells) == 403 - named == scene.hidden_count
    full, low = cells[max(cells)], cells[min(cells)]
    octave = bin_octave(YEARS.span_s / 1_000.0, 4.0)
    width_px = 2**octave / (YEARS.span_s / 1_000.0)
    assert 4.0 <= width_px < 8.0
    assert full.rect.w == pytest.approx(width_px - 1.0)
    assert full.rect.bottom == low.rect.bottom
    assert full.rect.h > low.rect.h >= 3.0
    assert full.target == Target(TargetKind.FOLDED, year_start_s(1955) >> octave, 0, str(max(cells)))
    assert (full.layer, full.colour, full.kind) == (Layer.STRIP, "teal", Kind.TICK)
    assert not of_role(scene, "strip-mark")


def test_the_doubtful_part_of_a_cell_is_a_line_on_its_top():
    many = crowd(300) + crowd(300, "1955-01-01?", "doubtful")
    body, line = of_role(scene_of(*many), "density")
    assert body.target == line.target
    assert line.rect.w == 1.0
    assert line.rect.bottom == pytest.approx(body.rect.y)
    assert line.rect.centre.x == pytest.approx(body.rect.centre.x)
    assert line.rect.h == pytest.approx(body.rect.h, rel=0.1)
    (only,) = of_role(scene_of(*crowd(400, "1955-01-01?")), "density")
    assert only.rect.w == 1.0


def test_each_lane_has_its_own_strip_and_one_of_which_all_is_named_has_none():
    many = [{**event, "lane": "one"} for event in crowd(400)]
    few = [{"id": "few", "date": "1955-01-01", "lane": "two"}]
    scene = scene_of(*many, *few, lanes=("one", "two"), height_px=300.0)
    assert [item.target.lane for item in scene.items if item.kind is Kind.STRIP] == [0]


def test_what_began_before_the_view_is_a_line_through_it():
    stage = stage_with(*crowd(40, "1940-01-01/1957-05-01"), {"id": "last", "date": "1999"})
    scene = stage.scene(YEARS)
    (line,) = of_role(scene, "density")
    assert line.rect.h == 1.0
    assert target_of(line).kind is TargetKind.FOLDED
    assert int(target_of(line).part) == scene.hidden_count
    assert line.rect.x <= 0.0
    assert line.rect.right == pytest.approx((7 + 120 / 365.25) * 100.0, abs=1.0)
    moved = stage.scene(View.between(year_start_s(1939), year_start_s(1949)))
    # Its beginning in view, there is the density of what begins, and the same line.
    assert {item.rect.h for item in of_role(moved, "density")} > {1.0}


# -- laws -----------------------------------------------------------------------------------------


def marks_by_place(stage, view):
    """Return the marks of all lanes by cell, their places counted from an instant and not from the window."""
    scene, scale = stage.scene(view), stage.time_scale(view)
    origin_px = scale.x_of(year_start_s(1950))
    found = {}
    for item in scene.items:
        if item.kind is Kind.STRIP:
            shape = item.detail
            rows = zip(
                shape.cells.tolist(), shape.lefts, shape.widths, shape.tops, shape.heights, shape.doubts_px,
                shape.counts.tolist(), shape.ordinals.tolist(), strict=True,
            )  # fmt: skip
            for cell, left, *rest in rows:
                found[item.target.lane, cell] = [left + item.rect.x - origin_px, *rest]
    return found


@SETTINGS
@given(crowds, centres, zooms, st.floats(-0.6, 0.6))
def test_panning_changes_no_mark_and_no_cell(crowd_drawn, centre_s, span_s, share):
    stage = stage_of(document_with(crowd_drawn), plain_surface(900.0, 300.0), 0.0)
    view = View(centre_s, span_s).about_middle(span_s)
    moved = view.shifted(int(view.span_s * share))
    before, after = marks_by_place(stage, view), marks_by_place(stage, moved)
    octave = bin_octave(span_s / 900.0, 4.0)
    both = [max(view.start_s, moved.start_s) >> octave, (min(view.end_s, moved.end_s) - 1) >> octave]
    seen = {key for key in before.keys() | after.keys() if both[0] <= key[1] <= both[1]}
    for key in seen:
        assert before[key][5:] == after[key][5:]
        # Only what is cut far outside the window may be cut elsewhere.
        if before[key][1] < 400.0 and after[key][1] < 400.0:
            assert before[key][:5] == pytest.approx(after[key][:5], abs=1e-3)


@SETTINGS
@given(crowds, centres, zooms)
def test_named_and_folded_are_all_that_is_in_view(crowd_drawn, centre_s, span_s):
    stage = stage_of(document_with(crowd_drawn), plain_surface(900.0, 300.0), 0.0)
    view = View(centre_s, span_s).about_middle(span_s)
    index, placement, zoom = stage.index, stage.fitted.placement, span_s / 900.0
    octave = bin_octave(zoom, 4.0)
    edges_s = bin_edges(view.start_s, view.end_s, octave)
    folding = Folding.of(index, placement, int(edges_s[0]), int(edges_s[-1]), zoom)
    is_named = placement.threshold >= zoom
    touches = (index.start_s < view.end_s) & (index.end_s > view.start_s)
    in_view = folding.in_view(view.start_s, view.end_s)
    assert in_view == (int(touches.sum()), int((touches & ~is_named).sum()))
    for lane in range(index.lane_count):
        here = (index.lane == lane) & ~is_named
        counts = folding.counts(lane, edges_s)
        for number, (first_s, last_s) in enumerate(
            zip(edges_s[:-1].tolist(), edges_s[1:].tolist(), strict=True)
        ):
            begins = here & (index.start_s >= first_s) & (index.start_s < last_s)
            assert counts.starting[number] == begins.sum()
            assert (
                counts.touching[number] == (here & (index.start_s < last_s) & (index.end_s > first_s)).sum()
            )
            assert folding.doubtful(lane, edges_s)[number] == (begins & index.is_doubtful).sum()
            if begins.sum() == 1:
                run = counts.places[[number]], counts.places[[number + 1]]
                assert folding.lone(*run).tolist() == np.flatnonzero(begins).tolist()


@given(st.floats(1e-3, 1e12))
def test_a_bin_is_a_power_of_two_of_seconds_and_less_than_twice_its_least_width(zoom):
    octave = bin_octave(zoom, 4.0)
    assert 2**octave >= 4.0 * zoom
    assert 2**octave < 8.0 * zoom or octave == 0


def test_cells_reach_so_far_before_the_view_that_no_mark_goes_before_it_is_out_of_sight():
    stage = stage_with(*apart(100, "{}-01"))
    first = next(
        target_of(mark).index for mark in of_role(stage.scene(YEARS), "strip-mark") if mark.rect.x > 0.0
    )
    start_s = year_start_s(1900 + first)
    for beyond_px in (1, 4, 8):
        view = View(start_s + int(beyond_px * YEARS.span_s / 1_000.0), YEARS.span_s)
        assert [mark for mark in of_event(stage.scene(view), first) if mark.role == "strip-mark"]


@SETTINGS
@given(crowds, centres, zooms)
def test_a_strip_has_no_more_marks_than_cells_and_lines_have_room(crowd_drawn, centre_s, span_s):
    stage = stage_of(document_with(crowd_drawn), plain_surface(900.0, 300.0), 0.0)
    for item in stage.scene(View(centre_s, span_s).about_middle(span_s)).items:
        if item.kind is Kind.STRIP:
            assert isinstance(item.detail, StripShape)
            assert len(item.detail.cells) <= 900.0 / 4.0 + 6
            assert len(set(item.detail.cells.tolist())) == len(item.detail.cells)
            assert len(item.detail.lines) <= 900.0 / 8.0 + 3


# -- pointing at a strip --------------------------------------------------------------------------


def kind_at(scene, x: float, y: float) -> TargetKind:
    found = hit(scene, x, y)
    assert found is not None
    return target_of(found).kind


def test_a_mark_and_a_cell_are_hit_where_they_are_drawn():
    scene = scene_of(*apart(100), *crowd(40))
    for mark in of_role(scene, "strip-mark") + of_role(scene, "density"):
        middle = mark.rect.centre
        # A badge stands over the strip; what it covers, it answers for.
        is_covered = any(badge.rect.intersects(mark.rect) for badge in of_role(scene, "badge"))
        if 0.0 < middle.x < 1_000.0 and mark.rect.w > 1.0 and not is_covered:
            found = hit(scene, middle.x, middle.y)
            assert found is not None
            assert found.target == mark.target
    strip = strip_of(scene)
    assert kind_at(scene, 30.0, strip.rect.centre.y) is TargetKind.LANE


def test_the_nearest_mark_is_hit_beside_it():
    scene = scene_of(*apart(100))
    mark = next(mark for mark in of_role(scene, "strip-mark") if mark.rect.x > 20.0)
    found = hit(scene, mark.rect.x - 2.0, mark.rect.centre.y)
    assert found is not None
    assert found.target == mark.target
    assert kind_at(scene, mark.rect.x - 30.0, mark.rect.centre.y) is TargetKind.LANE


def test_a_box_takes_the_marks_that_it_touches():
    scene = scene_of(*apart(100))
    marks = [mark for mark in of_role(scene, "strip-mark") if mark.rect.x > 0.0]
    assert events_in(scene, marks[0].rect) == (target_of(marks[0]).index,)


def test_a_line_is_hit_and_tells_how_many_last_there():
    scene = scene_of(*crowd(40, "1940-01-01/1970-05-01"), {"id": "last", "date": "1999"})
    strip = strip_of(scene)
    # Away from the badge, which tells the same number.
    found = hit(scene, 300.0, strip.rect.bottom - 0.5)
    assert found is not None
    assert found.target is not None
    assert (found.target.kind, int(found.target.part)) == (TargetKind.FOLDED, scene.hidden_count)
    above = hit(scene, 300.0, strip.rect.bottom - 3.0)
    assert above is not None
    assert above.target == found.target
    assert kind_at(scene, 300.0, strip.rect.bottom - 8.0) is not TargetKind.FOLDED


# -- right to left, and from outside --------------------------------------------------------------


def test_a_mirrored_strip_is_the_same_seen_from_the_other_side():
    events = (*apart(100), *crowd(40), *crowd(20, "1940-01-01/1957-05-01", "long"))
    plain = stage_of(small_document(*events), plain_surface(1_000.0, 120.0), 0.0).scene(YEARS)
    other = stage_of(small_document(*events), plain_surface(1_000.0, 120.0, mirrored=True), 0.0).scene(YEARS)
    ours = [(item.target, *item.rect) for item in unfolded(plain.items) if item.layer is Layer.STRIP]
    theirs = [
        (item.target, 1_000.0 - item.rect.right, *item.rect[1:])
        for item in unfolded(other.items)
        if item.layer is Layer.STRIP
    ]
    assert [row[0] for row in ours] == [row[0] for row in theirs]
    for one, two in zip(ours, theirs, strict=True):
        assert one[1:] == pytest.approx(two[1:])


def test_from_outside_every_mark_is_told_by_itself():
    stage = stage_with(*apart(100), *crowd(40))
    dumped = items_of_dump(dump_scene(stage.scene(YEARS), YEARS, "", stage.fitted.showing))
    roles = [item["role"] for item in dumped]
    assert "strip" not in {item["kind"] for item in dumped}
    assert roles.count("strip-mark") == len(of_role(stage.scene(YEARS), "strip-mark"))
    assert any(str(item["target"]).startswith("folded:town:") for item in dumped if item["role"] == "density")


def test_the_same_view_has_the_same_strips():
    stage = stage_with(*apart(100), *crowd(40))
    one, other = stage.scene(YEARS), stage.scene(YEARS)
    assert strip_of(one) == strip_of(other)
    assert hash(strip_of(one)) == hash(strip_of(other))
    assert strip_of(one) != strip_of(stage.scene(YEARS.shifted(YEARS.span_s / 2)))
    assert strip_of(one).detail != "something else"


def test_cells_end_with_the_axis():
    stage = stage_with(
        {"id": "all", "date": "Y-146000000000/Y146000000000"}, {"id": "day", "date": "1999-01-01"}
    )
    for view, touching in (
        (stage.whole_view(), 2),
        (View(-(2**62 - 1), 1e18), 1),
        # The last years that can be written end before the axis does.
        (View(2**62 - 10**15, 1e15), 0),
    ):
        scene = stage.scene(view)
        assert len(of_role(scene, "event-label")) + scene.hidden_count == touching
        for item in scene.items:
            if isinstance(item.detail, StripShape):
                assert (np.abs(item.detail.lefts) <= 2.0 * scene.size.w).all()
