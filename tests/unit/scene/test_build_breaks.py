# SPDX-License-Identifier: MIT
"""Breaks in the picture: axis, eras, lanes and overview torn in one place, and nothing of the axis within."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_documents import small_document
from tests.stages import ENGLISH, HEADS_PX, known_calendar, of_role, plain_surface
from tests.strategies import documents
from timeline_app.base.messages import Translator
from timeline_app.chrono.calendars import CALENDAR_NAMES
from timeline_app.chrono.instant import DAY_S, LIMIT_S, year_start_s
from timeline_app.model.showing import Showing
from timeline_app.scene.build_axis import axis_items
from timeline_app.scene.build_breaks import LEAST_PX
from timeline_app.scene.build_calendars import own_rows
from timeline_app.scene.canvas_frame import frame_canvas
from timeline_app.scene.hit import hit
from timeline_app.scene.items import BreakShape, Item, Kind, Layer, TargetKind
from timeline_app.scene.stage import Stage
from timeline_app.scene.time_fold import Quiet, QuietTime, TimeFold, axis_of
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.view import View, zoomed_about

LANGUAGES = Path(__file__).resolve().parents[3] / "resources" / "languages"
TRANSLATORS = [ENGLISH, *(Translator.from_file(LANGUAGES / f"{tag}.json", ENGLISH) for tag in ("ja", "ko"))]
FOLDED = QuietTime(is_folded=True)

BUSY = [f"{year}-0{month}-12" for year in range(1900, 1906) for month in range(1, 9, 2)]
LATER = [f"{year}-0{month}-12" for year in range(1960, 1964) for month in range(1, 9, 2)]
WORLD = small_document(
    *({"id": f"e{n}", "date": date} for n, date in enumerate([*BUSY, *LATER])),
    {"id": "long", "date": "1902/1961"},
    eras=({"title": "Before", "date": "1890/1930"}, {"title": "After", "date": "1930/1970"}),
)


def folded_stage(document=WORLD, surface=None, quiet=FOLDED, heads_px=HEADS_PX):
    stage = Stage(ENGLISH)
    stage.fit(Showing(document), surface or plain_surface(), heads_px, quiet=quiet)
    return stage


# -- the tear -------------------------------------------------------------------------------------


def test_lanes_and_head_are_torn_at_the_same_place_over_bars_and_below_words():
    stage = folded_stage()
    scene = stage.scene(stage.whole_view())
    lanes, head = sorted(of_role(scene, "break"), key=lambda item: -item.rect.y)
    assert (lanes.rect.x, lanes.rect.w) == (head.rect.x, head.rect.w)
    assert (head.rect.y, head.rect.bottom, lanes.rect.bottom) == (0.0, lanes.rect.y, scene.lanes_rect.bottom)
    assert (lanes.kind, lanes.layer, head.layer) == (Kind.BREAK, Layer.BAR, Layer.AXIS)
    assert lanes.detail == head.detail == BreakShape(3.0)
    bars = [at for at, item in enumerate(scene.items) if item.kind is Kind.BAR]
    assert scene.items.index(lanes) > max(bars)
    assert lanes.text == "Folded: 54 years in which nothing begins or ends (1905 to 1959)"
    assert lanes.target is not None
    assert (lanes.target.kind, lanes.target.index) == (TargetKind.BREAK, 0)


def test_the_tear_stands_where_time_is_left_out():
    stage = folded_stage()
    view = stage.whole_view()
    scale = stage.time_scale(view)
    (torn,) = scale.breaks()
    lanes = max(of_role(stage.scene(view), "break"), key=lambda item: item.rect.h)
    assert (torn.left, torn.right) == (lanes.rect.x, lanes.rect.right)
    assert scale.x_of(year_start_s(1940)) == pytest.approx((torn.left + torn.right) / 2, rel=0.1)
    assert torn.left <= scale.x_of(year_start_s(1910)) < scale.x_of(year_start_s(1950)) <= torn.right


def test_in_a_mirror_the_tear_stands_on_the_other_side():
    plain, mirrored = folded_stage(), folded_stage(surface=plain_surface(mirrored=True))
    rects = []
    for stage in (plain, mirrored):
        scene = stage.scene(stage.whole_view())
        item = max(of_role(scene, "break"), key=lambda item: item.rect.h)
        assert item.detail == BreakShape(3.0)
        torn = stage.time_scale(stage.whole_view()).breaks()[0]
        assert (torn.left, torn.right) == pytest.approx((item.rect.x, item.rect.right))
        rects.append(item.rect)
    assert rects[0].x - HEADS_PX == pytest.approx(1_000.0 - HEADS_PX - rects[1].right)


def test_from_however_far_a_tear_has_two_edges():
    stage = folded_stage()
    far = stage.scene(View.between(-LIMIT_S // 2, LIMIT_S // 2))
    assert {item.rect.w for item in of_role(far, "break")} == {LEAST_PX}


def test_nothing_is_torn_where_nothing_is_folded_or_the_break_is_out_of_view():
    stage = folded_stage(quiet=QuietTime())
    assert of_role(stage.scene(stage.whole_view()), "break") == []
    stage = folded_stage()
    years = View.between(year_start_s(1901), year_start_s(1903))
    assert of_role(stage.scene(years), "break") == of_role(stage.scene(years), "break-label") == []


def test_an_opened_stretch_is_shown_in_full():
    stage = folded_stage(quiet=QuietTime(is_folded=True, opened=(year_start_s(1930),)))
    assert stage.fold is None
    assert of_role(stage.scene(stage.whole_view()), "break") == []


def test_a_finger_meets_a_break_beside_it_too_and_a_mouse_within_it_alone():
    stage = folded_stage()
    scene = stage.scene(stage.whole_view())
    torn = max(of_role(scene, "break"), key=lambda item: item.rect.h)
    beside, foot = torn.rect.right + 9.0, scene.lanes_rect.bottom - 30.0
    for slop_px, x, is_met in ((6.0, torn.rect.centre.x, True), (6.0, beside, False), (22.0, beside, True)):
        found = hit(scene, x, foot, slop_px)
        assert (found is not None and found.kind is Kind.BREAK) is is_met


# -- words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("closer", "words"),
    [(0.9, []), (1.5, ["54", "years"]), (2.0, ["54 years"]),
     (16.0, ["54 years in which nothing begins or ends"])],
)  # fmt: skip
def test_as_much_is_said_as_there_is_room_for(closer, words):
    stage = folded_stage()
    whole, fold = stage.whole_view(), stage.fold
    assert fold is not None
    middle_s = fold.axis_of(year_start_s(1933))
    scene = stage.scene(zoomed_about(whole, middle_s, 0.5, whole.span_s / closer))
    labels = of_role(scene, "break-label")
    assert [item.text for item in labels] == words
    (torn,) = {item.rect for item in of_role(scene, "break") if item.rect.y == 0.0}
    for label in labels:
        assert torn.x < label.rect.x
        assert label.rect.right < torn.right
        assert label.rect.bottom <= scene.axis_rect.bottom


def test_words_keep_to_what_is_seen_of_a_break():
    stage = folded_stage()
    fold = stage.fold
    assert fold is not None
    (gap,) = fold.gaps
    half = (gap.axis_last_s - gap.axis_first_s) / 2
    scene = stage.scene(View(gap.axis_first_s + int(half), half * 2))
    (label,) = of_role(scene, "break-label")
    assert label.rect.x > HEADS_PX
    assert label.rect.right < HEADS_PX + (1_000.0 - HEADS_PX) / 2


def test_a_view_within_a_break_says_so_and_has_no_ticks():
    stage = folded_stage()
    fold = stage.fold
    assert fold is not None
    (gap,) = fold.gaps
    quarter = (gap.axis_last_s - gap.axis_first_s) // 4
    scene = stage.scene(View(gap.axis_first_s + quarter, 2.0 * quarter))
    assert [item.text for item in of_role(scene, "break-label")] == [
        "54 years in which nothing begins or ends"
    ]
    assert not [item for item in scene.items if item.role.startswith(("axis-tick", "axis-label"))]


# -- eras -----------------------------------------------------------------------------------------


def test_an_era_that_begins_within_a_break_has_no_edge_and_its_name_stands_beside_it():
    stage = folded_stage()
    scene = stage.scene(stage.whole_view())
    torn = of_role(scene, "break")[0].rect
    assert not [item for item in of_role(scene, "era-edge") if torn.x < item.rect.x < torn.right]
    for label in of_role(scene, "era-label"):
        assert label.rect.right <= torn.x or label.rect.x >= torn.right
    assert {item.text for item in of_role(scene, "era-label")} == {"Before", "After"}


# -- the overview ---------------------------------------------------------------------------------


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_overview_is_torn_too_and_its_window_stands_where_the_canvas_looks(mirrored):
    stage = folded_stage(surface=plain_surface(mirrored=mirrored))
    fold = stage.fold
    assert fold is not None
    small = plain_surface(1_000.0, 80.0, mirrored=mirrored)
    view = View.between(axis_of(fold, year_start_s(1960)), axis_of(fold, year_start_s(1964)))
    scene = stage.overview(view, small)
    (torn,) = of_role(scene, "break")
    (window,) = of_role(scene, "overview-window")
    assert torn.target is None
    if mirrored:
        assert window.rect.right <= torn.rect.x + 1.0
    else:
        assert window.rect.x >= torn.rect.right - 1.0
    years = sorted(of_role(scene, "overview-label"), key=lambda item: item.rect.x)
    for before, after in pairwise(years):
        assert before.rect.right <= after.rect.x
    assert len(years) > 2


# -- laws of the axis under a fold ----------------------------------------------------------------


@st.composite
def torn_scales(draw):
    """Draw a scale that sees up to four breaks among stretches of every length."""
    unit_s = draw(st.sampled_from([60, DAY_S, 400 * DAY_S, 40_000 * DAY_S, 10**9 * DAY_S]))
    start_s = draw(st.integers(-40_000, 10_000)) * unit_s
    at_s, quiet = start_s, []
    for _ in range(draw(st.integers(1, 4))):
        at_s += draw(st.integers(1, 3_000)) * unit_s // 100 + 1
        axis_s, factor = draw(st.integers(1, 2_000)) * unit_s // 100 + 1, draw(st.integers(2, 500))
        quiet.append(Quiet(at_s, axis_s, factor))
        at_s += axis_s * factor
    fold = TimeFold.of(quiet, (start_s, at_s + unit_s))
    assert fold is not None
    last_s = fold.axis_of(at_s + draw(st.integers(1, 3_000)) * unit_s // 100)
    width_px = draw(st.floats(300.0, 3_000.0))
    return fold, View.between(start_s, last_s), width_px


@given(
    torn_scales(),
    st.floats(300.0, 1_200.0),
    st.sampled_from([1.0, 1.5, 3.0]),
    st.sampled_from(TRANSLATORS),
    st.lists(st.sampled_from(CALENDAR_NAMES), max_size=2, unique=True),
)
def test_labels_never_overlap_and_neither_they_nor_ticks_stand_in_a_break(
    torn_scale, height_px, text_scale, translator, names
):
    fold, view, width_px = torn_scale
    calendars = [known_calendar(name) for name in names]
    surface = plain_surface(width_px, height_px, text_scale)
    frame = frame_canvas(surface, 0.0, has_eras=True, calendar_rows=len(own_rows(calendars)))
    scale = TimeScale(view, frame.lanes.x, frame.lanes.w, fold=fold)
    items = axis_items(scale, frame, surface, translator, calendars)
    breaks = scale.breaks()
    assert breaks
    by_row: dict[float, list[Item]] = {}
    for item in items:
        if item.kind not in (Kind.LABEL, Kind.TICK) and item.role != "grid-major":
            continue
        for torn in breaks:
            assert item.rect.right <= torn.left + 1.01 or item.rect.x >= torn.right - 0.01
        if item.kind is Kind.LABEL:
            by_row.setdefault(item.rect.y, []).append(item)
    for row in by_row.values():
        row.sort(key=lambda item: item.rect.x)
        for left, right in pairwise(row):
            assert left.rect.right <= right.rect.x + 1e-6
    assert "⟦" not in "".join(item.text for item in items)


@given(torn_scales())
def test_stretches_and_breaks_share_the_window(torn_scale):
    fold, view, width_px = torn_scale
    for mirrored in (False, True):
        scale = TimeScale(view, 10.0, width_px, mirrored, fold)
        parts = sorted(
            [(torn.left, torn.right) for torn in scale.breaks()]
            + [(part.left, part.right) for part in scale.stretches()]
        )
        assert parts[0][0] == pytest.approx(10.0, abs=0.01)
        assert parts[-1][1] == pytest.approx(10.0 + width_px, abs=0.01)
        for before, after in pairwise(parts):
            assert before[1] == pytest.approx(after[0], abs=0.01)
        for part in scale.stretches():
            first, last = scale.x_of(part.first_s), scale.x_of(part.last_s)
            assert (min(first, last), max(first, last)) == pytest.approx((part.left, part.right), abs=0.01)


@given(documents, st.floats(0.3, 3.0), st.floats(0.0, 1.0))
def test_no_mark_touches_a_break_at_the_zoom_of_the_whole_and_closer(document, closer, at):
    stage = folded_stage(document, plain_surface(1_600.0, 700.0))
    whole = stage.whole_view()
    if stage.fold is None:
        return
    view = zoomed_about(whole, whole.instant_at(at), at, whole.span_s / max(closer, 1.0))
    scale, scene = stage.time_scale(view), stage.scene(view)
    for item in scene.items:
        if item.kind is Kind.DOT and item.target is not None and item.target.part == "mark":
            middle = item.rect.centre.x
            assert not any(torn.left < middle < torn.right for torn in scale.breaks())


def test_the_overview_names_a_year_of_every_stretch_that_has_one():
    """From the age of stars to ours no round number of thousands of millions lies in some stretches."""
    ages = [f"Y-{age}E6" for age in (13_800, 13_790, 4_560, 4_550, 4_540, 3_000, 2_000, 1_000, 900)]
    document = small_document(*({"id": f"e{n}", "date": age} for n, age in enumerate(ages)))
    stage = folded_stage(document, plain_surface(1_600.0))
    scale = stage.overview_scale(plain_surface(1_600.0, 80.0))
    scene = stage.overview(stage.whole_view(), plain_surface(1_600.0, 80.0))
    names = [item.rect.centre.x for item in of_role(scene, "overview-label")][1:]
    assert stage.fold is not None
    for stretch in scale.stretches():
        if stretch.right - stretch.left > 200.0:
            assert any(stretch.left <= x <= stretch.right for x in names)
