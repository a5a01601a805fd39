# SPDX-License-Identifier: MIT
"""The mark of one event in its row: dot, bar, or the marks of a set."""

import pytest

from timeline_app.base.geometry import Rect
from timeline_app.scene.event_marks import Ink, Slot, mark_item, set_items
from timeline_app.scene.items import (
    BarShape,
    DotShape,
    Emphasis,
    EndStyle,
    Item,
    Kind,
    Layer,
    Target,
    TargetKind,
)
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.traits import Member, SetShape, Traits
from timeline_app.scene.view import View

SOLID, FADE, OPEN, UNKNOWN = EndStyle.SOLID, EndStyle.FADE, EndStyle.OPEN, EndStyle.UNKNOWN
AREA = Rect(100.0, 50.0, 800.0, 300.0)
INK = Ink(Rect(100.0, 60.0, 800.0, 50.0), "teal", Emphasis.HOVERED)
MARK = Target(TargetKind.EVENT, 7, 2, "mark")


def slot(left, right, core=(0.0, 0.0), *, is_moment=False, unit=1.0):
    return Slot(3, 7, 2, is_moment, left, left, right, core[0], core[1], unit)


def traits(
    start=FADE, end=FADE, *, has_core=False, is_hollow=False, is_soft=False, spans=(), is_choice=False
):
    """Return the traits of a date, or of a set of single dates between the given bounds."""
    members = tuple(member(*span) for span in spans)
    shape = SetShape.SPREAD if spans else SetShape.NONE
    return Traits(5.0, is_hollow, is_soft, has_core, start, end, shape, members, is_choice)


def member(first_s, last_s, *, fuzz_s=0, is_range=False, is_uncertain=False):
    """Return a date of a set, or a range; None is an open end."""
    fuzz = (None if first_s is None else first_s - fuzz_s, None if last_s is None else last_s + fuzz_s)
    return Member(first_s, last_s, *fuzz, is_range, is_uncertain)


def a_range(start=FADE, end=FADE, *members, is_choice=True):
    """Return the traits of a set that is one stretch or has an open end."""
    return Traits(5.0, False, False, True, start, end, SetShape.RANGE, members, is_choice)


def bar(of_slot, of_traits):
    """Return rectangle and shape of a bar."""
    item = mark_item(of_slot, of_traits, INK, AREA)
    assert item.kind is Kind.BAR
    assert isinstance(item.detail, BarShape)
    return item.rect, item.detail


# -- dot or bar -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("width_px", "is_moment", "unit", "is_dot"),
    [
        (0.0, False, 1.0, True),
        (11.9, False, 1.0, True),
        (12.0, False, 1.0, False),
        (39.9, True, 1.0, True),
        (40.0, True, 1.0, False),
        (23.9, False, 2.0, True),
        (24.0, False, 2.0, False),
        (79.9, True, 2.0, True),
        (80.0, True, 2.0, False),
    ],
)
def test_what_is_narrow_is_a_dot_and_a_day_for_longer(width_px, is_moment, unit, is_dot):
    of_slot = slot(200.0, 200.0 + width_px, is_moment=is_moment, unit=unit)
    assert of_slot.is_dot is is_dot
    kind = mark_item(of_slot, traits(), INK, AREA).kind
    assert kind is (Kind.DOT if is_dot else Kind.BAR)


# -- dots -----------------------------------------------------------------------------------------


def test_a_dot_stands_in_the_middle_of_its_time_and_of_its_row():
    item = mark_item(slot(200.0, 206.0), traits(), INK, AREA)
    assert item == Item(
        Kind.DOT,
        "event-dot",
        Layer.MARK,
        Rect(198.0, 80.0, 10.0, 10.0),
        MARK,
        "",
        "teal",
        Emphasis.HOVERED,
        DotShape(5.0, hollow=False, halo_left_px=0.0, halo_right_px=0.0),
    )


def test_doubt_beyond_the_dot_is_a_halo():
    item = mark_item(slot(200.0, 230.0, is_moment=True), traits(is_hollow=True), INK, AREA)
    assert item.detail == DotShape(5.0, hollow=True, halo_left_px=15.0, halo_right_px=15.0)
    assert item.rect == Rect(210.0, 80.0, 10.0, 10.0)
    assert mark_item(slot(200.0, 210.0), traits(), INK, AREA).detail == DotShape(5.0)


def test_dots_grow_with_the_text():
    item = mark_item(slot(200.0, 206.0, unit=2.0), traits(), INK, AREA)
    assert item.rect == Rect(193.0, 75.0, 20.0, 20.0)


def test_an_approximate_dot_is_soft():
    assert mark_item(slot(200.0, 206.0), traits(is_soft=True), INK, AREA).detail == DotShape(5.0, soft=True)


def test_dates_that_fall_together_are_twins_hollow_where_one_is_right():
    spans = ((100, 101), (103, 104))
    shape = mark_item(slot(200.0, 206.0), traits(spans=spans, is_choice=True), INK, AREA).detail
    assert shape == DotShape(5.0, hollow=True, twin=True)
    assert mark_item(slot(200.0, 206.0), traits(spans=spans), INK, AREA).detail == DotShape(5.0, twin=True)


@pytest.mark.parametrize(
    ("start", "end", "signs"),
    [
        (OPEN, SOLID, (OPEN, SOLID)),
        (UNKNOWN, FADE, (UNKNOWN, SOLID)),
        (FADE, OPEN, (SOLID, OPEN)),
        (SOLID, UNKNOWN, (SOLID, UNKNOWN)),
        (SOLID, FADE, (SOLID, SOLID)),
    ],
)
def test_a_dot_tells_of_open_and_unknown_ends_alone(start, end, signs):
    shape = mark_item(slot(200.0, 206.0), traits(start, end), INK, AREA).detail
    assert isinstance(shape, DotShape)
    assert (shape.left, shape.right) == signs


# -- bars -----------------------------------------------------------------------------------------


def test_a_bar_takes_its_time_and_three_quarters_of_its_row():
    item = mark_item(slot(200.0, 500.0, (220.0, 480.0)), traits(SOLID, has_core=True), INK, AREA)
    assert item.rect == pytest.approx(Rect(200.0, 66.0, 300.0, 38.0))
    assert item.detail == BarShape(220.0, 480.0, SOLID, FADE, hollow=False)
    assert (item.role, item.layer, item.target) == ("event-bar", Layer.BAR, MARK)
    assert (item.colour, item.emphasis) == ("teal", Emphasis.HOVERED)


def test_an_uncertain_bar_is_hollow():
    assert bar(slot(200.0, 500.0), traits(is_hollow=True))[1].hollow


@pytest.mark.parametrize(
    ("is_hollow", "is_soft", "is_pale"),
    [(False, False, False), (True, False, False), (False, True, False), (True, True, True)],
)
def test_a_bar_both_uncertain_and_approximate_has_a_pale_body(is_hollow, is_soft, is_pale):
    _, shape = bar(slot(200.0, 500.0), traits(has_core=True, is_hollow=is_hollow, is_soft=is_soft))
    assert (shape.hollow, shape.pale) == (is_hollow, is_pale)


def test_an_open_beginning_is_full_from_the_edge_of_the_bar():
    _, shape = bar(slot(200.0, 500.0, (450.0, 500.0)), traits(OPEN, FADE, has_core=True))
    assert (shape.core_x, shape.core_right) == (200.0, 500.0)


def test_without_a_core_the_middle_is_best_known():
    rect, shape = bar(slot(200.0, 500.0), traits())
    assert (shape.core_x, shape.core_right) == (350.0, 350.0)
    assert rect.w == 300.0


def test_an_unknown_end_fades_from_where_the_known_one_is_surely_past():
    _, shape = bar(slot(200.0, 500.0, (200.0, 230.0)), traits(FADE, UNKNOWN))
    assert (shape.core_x, shape.core_right, shape.left, shape.right) == (230.0, 230.0, FADE, UNKNOWN)
    _, shape = bar(slot(200.0, 500.0, (470.0, 500.0)), traits(UNKNOWN, FADE))
    assert (shape.core_x, shape.core_right, shape.left, shape.right) == (470.0, 470.0, UNKNOWN, FADE)


def test_an_open_end_goes_on_to_the_edge_of_the_bar():
    _, shape = bar(slot(200.0, 500.0, (220.0, 1e7)), traits(SOLID, OPEN, has_core=True))
    assert (shape.core_x, shape.core_right) == (220.0, 500.0)
    _, shape = bar(slot(200.0, 500.0, (-1e7, 480.0)), traits(OPEN, SOLID, has_core=True))
    assert (shape.core_x, shape.core_right) == (200.0, 480.0)


def test_bars_are_cut_well_outside_the_window():
    rect, shape = bar(slot(-1e7, 1e7, (-9e6, 9e6)), traits(has_core=True))
    assert (rect.x, rect.right) == (-300.0, 1_300.0)
    assert (shape.core_x, shape.core_right) == (-300.0, 1_300.0)


@pytest.mark.parametrize(("core", "shown"), [((-9e6, -8e6), -300.0), ((8e6, 9e6), 1_300.0)])
def test_a_core_beyond_the_cut_ends_at_the_cut(core, shown):
    _, shape = bar(slot(-1e7, 1e7, core), traits(has_core=True))
    assert (shape.core_x, shape.core_right) == (shown, shown)


def test_a_bar_beyond_the_cut_has_no_width():
    rect, _ = bar(slot(2_000.0, 3_000.0), traits())
    assert rect.w == 0.0


# -- sets -----------------------------------------------------------------------------------------

SCALE = TimeScale(View(0, 800.0), 100.0, 800.0)
SPANS = ((100, 110), (300, 310), (200, 220))


def test_a_choice_is_hollow_marks_joined_by_a_dotted_line():
    line, *dots = set_items(slot(200.0, 410.0), traits(spans=SPANS, is_choice=True), SCALE, INK, AREA)
    assert line == Item(
        Kind.LINE,
        "choice-line",
        Layer.BAR,
        Rect(205.0, 84.0, 200.0, 2.0),
        Target(TargetKind.EVENT, 7, 2, "choice"),
        "",
        "teal",
        Emphasis.HOVERED,
    )
    assert [dot.rect for dot in dots] == [
        Rect(200.0, 80.0, 10.0, 10.0),
        Rect(400.0, 80.0, 10.0, 10.0),
        Rect(305.0, 80.0, 10.0, 10.0),
    ]
    # The date that is wider than its mark shows how wide.
    assert [dot.detail for dot in dots] == [
        DotShape(5.0, hollow=True),
        DotShape(5.0, hollow=True),
        DotShape(5.0, hollow=True, halo_left_px=10.0, halo_right_px=10.0),
    ]
    assert [dot.target for dot in dots] == [MARK._replace(part=f"part-{number}") for number in range(3)]
    assert {(dot.kind, dot.role, dot.layer, dot.colour) for dot in dots} == {
        (Kind.DOT, "event-dot", Layer.MARK, "teal")
    }


def test_all_of_several_are_solid_marks_without_a_line():
    items = set_items(slot(200.0, 410.0, unit=2.0), traits(spans=SPANS[:2]), SCALE, INK, AREA)
    assert [item.detail for item in items] == [DotShape(10.0, hollow=False)] * 2
    assert [item.rect.w for item in items] == [20.0, 20.0]


@pytest.mark.parametrize(
    ("spans", "left", "right"),
    [
        (((-(10**9), -(10**9) + 10), (10**9, 10**9 + 10)), -300.0, 1_300.0),
        (((300, 310), (10**9, 10**9 + 10)), 405.0, 1_300.0),
        (((10**8, 10**8 + 10), (10**9, 10**9 + 10)), 10_000_100.0, 10_000_100.0),
    ],
)
def test_the_line_of_a_choice_is_cut_well_outside_the_window(spans, left, right):
    line, *_ = set_items(slot(200.0, 410.0), traits(spans=spans, is_choice=True), SCALE, INK, AREA)
    assert (line.rect.x, line.rect.right) == (left, right)


def test_a_date_of_a_set_shows_its_own_doubt():
    spread = traits(is_choice=True)._replace(
        shape=SetShape.SPREAD, members=(member(100, 110), member(300, 340, fuzz_s=10))
    )
    _, first, second = set_items(slot(200.0, 410.0), spread, SCALE, INK, AREA)
    assert first.detail == DotShape(5.0, hollow=True)
    assert second.detail == DotShape(5.0, hollow=True, halo_left_px=30.0, halo_right_px=30.0, soft=True)


def test_an_uncertain_date_among_all_is_hollow_alone():
    spread = traits()._replace(
        shape=SetShape.SPREAD, members=(member(100, 102), member(300, 302, is_uncertain=True))
    )
    first, second = set_items(slot(200.0, 410.0), spread, SCALE, INK, AREA)
    assert isinstance(first.detail, DotShape)
    assert isinstance(second.detail, DotShape)
    assert (first.detail.hollow, second.detail.hollow) == (False, True)


@pytest.mark.parametrize("is_choice", [True, False])
def test_a_range_among_single_dates_is_a_low_bar_with_a_mark_at_each_end(is_choice):
    spread = traits(is_choice=is_choice)._replace(
        shape=SetShape.SPREAD, members=(member(100, 102), member(300, 400, is_range=True))
    )
    items = set_items(slot(200.0, 500.0), spread, SCALE, INK, AREA)
    (low,) = [item for item in items if item.kind is Kind.BAR]
    assert low.rect == pytest.approx(Rect(400.0, 77.5, 100.0, 15.0))
    assert low.detail == BarShape(400.0, 500.0, FADE, FADE, pale=is_choice)
    dots = [item for item in items if item.kind is Kind.DOT]
    assert [dot.rect.centre.x for dot in dots] == [201.0, 400.0, 500.0]
    assert [item.kind for item in items].count(Kind.LINE) == is_choice


def test_some_time_within_a_stretch_is_a_pale_bar_on_a_dotted_line_between_two_marks():
    of_range = a_range(FADE, FADE, member(100, 400, is_range=True))
    body, line, *dots = set_items(slot(200.0, 500.0, (200.0, 500.0)), of_range, SCALE, INK, AREA)
    assert body.rect == pytest.approx(Rect(200.0, 66.0, 300.0, 38.0))
    assert body.detail == BarShape(200.0, 500.0, FADE, FADE, pale=True)
    assert (line.role, line.rect) == ("choice-line", pytest.approx(Rect(200.0, 102.0, 300.0, 2.0)))
    assert [dot.rect.centre for dot in dots] == [pytest.approx((200.0, 103.0)), pytest.approx((500.0, 103.0))]
    assert {dot.detail for dot in dots} == {DotShape(4.0, hollow=True)}


def test_an_approximate_range_has_soft_marks():
    of_range = a_range(FADE, FADE, member(100, 400, fuzz_s=20, is_range=True))
    _, _, *dots = set_items(slot(180.0, 520.0, (200.0, 500.0)), of_range, SCALE, INK, AREA)
    assert {dot.detail for dot in dots} == {DotShape(4.0, hollow=True, soft=True)}


def test_or_later_and_or_earlier_go_on_beyond_their_one_mark():
    later = a_range(FADE, OPEN, member(100, None, is_range=True))
    _, line, *dots = set_items(slot(200.0, 500.0, (200.0, 210.0)), later, SCALE, INK, AREA)
    # The line ends where the arrow begins.
    assert (line.rect.x, line.rect.right) == (200.0, 500.0 - 19.0)
    assert [dot.rect.centre.x for dot in dots] == [200.0]
    earlier = a_range(OPEN, FADE, member(None, 400, is_range=True))
    _, line, *dots = set_items(slot(200.0, 500.0, (490.0, 500.0)), earlier, SCALE, INK, AREA)
    assert (line.rect.x, line.rect.right) == (200.0 + 19.0, 500.0)
    assert [dot.rect.centre.x for dot in dots] == [500.0]


def test_all_of_a_stretch_is_a_plain_bar_with_solid_marks():
    of_range = a_range(FADE, FADE, member(100, 400, is_range=True), is_choice=False)
    body, *dots = set_items(slot(200.0, 500.0, (200.0, 500.0)), of_range, SCALE, INK, AREA)
    assert isinstance(body.detail, BarShape)
    assert not body.detail.pale
    assert [dot.detail for dot in dots] == [DotShape(4.0)] * 2
