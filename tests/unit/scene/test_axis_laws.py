# SPDX-License-Identifier: MIT
"""Laws of the axis at every age and zoom: labels never overlap, nothing trembles, out and back returns."""

import json
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages import ENGLISH, known_calendar, plain_surface
from tests.strategies import BIG_BANG_S, instants, spans, views
from timeline_app.base.messages import Translator
from timeline_app.chrono.calendars import CALENDAR_NAMES
from timeline_app.chrono.instant import LIMIT_S
from timeline_app.scene.build_axis import axis_items
from timeline_app.scene.build_calendars import own_rows
from timeline_app.scene.canvas_frame import frame_canvas
from timeline_app.scene.items import Item, Kind
from timeline_app.scene.limits import Limits, ZoomEnd
from timeline_app.scene.pinch import Grip, Touch, anchor_at, zoomed_at
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.view import MAX_SPAN_S, MIN_SPAN_S, View, zoomed_about
from timeline_app.scene.zoom import ZoomGesture

LANGUAGES = Path(__file__).resolve().parents[3] / "resources" / "languages"
TRANSLATORS = [ENGLISH, *(Translator.from_file(LANGUAGES / f"{tag}.json", ENGLISH) for tag in ("ja", "ko"))]
WIDTH_PX = 1_920.0
WHOLE_AXIS = Limits(-LIMIT_S, LIMIT_S)

everywhere = st.one_of(instants, st.integers(-LIMIT_S, LIMIT_S))
"""Instants of the whole axis that dates can reach."""
everywhere_seen = st.builds(
    View, start_s=everywhere, span_s=spans, start_fraction=st.floats(0.0, 1.0, exclude_max=True)
).map(View.clamped)


def exact_x(view: View, instant_s: int, width_px: float = WIDTH_PX) -> Fraction:
    """Return where an instant stands, by exact arithmetic."""
    from_start = Fraction(instant_s) - view.start_s - Fraction(view.start_fraction)
    return from_start / Fraction(view.span_s) * Fraction(width_px)


# -- labels ---------------------------------------------------------------------------------------


@given(
    everywhere_seen,
    st.floats(300.0, 4_000.0),
    st.floats(300.0, 2_200.0),
    st.sampled_from([1.0, 1.25, 2.0, 3.0]),
    st.sampled_from(TRANSLATORS),
    st.lists(st.sampled_from(CALENDAR_NAMES), max_size=2, unique=True),
    st.sampled_from([0.0, 160.0]),
)
def test_labels_of_the_axis_never_overlap(view, width_px, height_px, text_scale, translator, names, heads_px):
    calendars = [known_calendar(name) for name in names]
    surface = plain_surface(width_px, height_px, text_scale)
    rows = len(own_rows(calendars))
    frame = frame_canvas(surface, heads_px, has_eras=True, calendar_rows=rows)
    scale = TimeScale(view, frame.lanes.x, frame.lanes.w)
    items = axis_items(scale, frame, surface, translator, calendars)
    labels = [item for item in items if item.kind is Kind.LABEL]
    by_row: dict[float, list[Item]] = {}
    for item in labels:
        by_row.setdefault(item.rect.y, []).append(item)
    for row in by_row.values():
        row.sort(key=lambda item: item.rect.x)
        for left, right in pairwise(row):
            assert left.rect.right <= right.rect.x + 1e-6
        for role in ("axis-label-major", "axis-label-minor"):
            texts = [item.text for item in row if item.role == role]
            assert all(before != after for before, after in pairwise(texts))
    edges = sorted({(item.rect.y, item.rect.bottom) for item in labels})
    for upper, lower in pairwise(edges):
        assert upper[1] <= lower[0] + 1e-6
    assert all(item.rect.bottom <= frame.eras.y + 1e-6 for item in labels)
    assert all(item.rect.x >= frame.axis.x - 1e-6 for item in labels)
    assert "⟦" not in "".join(item.text for item in labels)


@given(
    everywhere_seen,
    st.floats(240.0, 1_600.0),
    st.floats(150.0, 2_200.0),
    st.sampled_from([1.0, 1.25, 2.0, 3.0]),
    st.sampled_from(TRANSLATORS),
    st.lists(st.sampled_from(CALENDAR_NAMES), max_size=2, unique=True),
)
def test_something_on_the_axis_can_always_be_read(view, width_px, height_px, text_scale, translator, names):
    """In full, unless its words are all but as wide as the window; then as much as fills half of it."""
    calendars = [known_calendar(name) for name in names]
    surface = plain_surface(width_px, height_px, text_scale)
    frame = frame_canvas(surface, 0.0, has_eras=True, calendar_rows=len(own_rows(calendars)))
    items = axis_items(TimeScale(view, 0.0, width_px), frame, surface, translator, calendars)
    named = [item.rect for item in items if item.role in ("axis-label-major", "axis-label-minor")]
    if any(rect.x >= -1e-6 and rect.right <= width_px + 1e-6 for rect in named):
        return
    assert max(rect.w for rect in named) > 0.8 * width_px
    assert any(min(rect.right, width_px) - max(rect.x, 0.0) > 0.5 * width_px for rect in named)


@given(everywhere_seen, st.floats(0.01, 0.2), st.sampled_from([1.0, 2.0]))
def test_while_panning_labels_stay_what_they_are(view, share, text_scale):
    """A label that both views show in their inner part is the same one, as far on as the hand has gone."""
    surface = plain_surface(1_200.0, 800.0, text_scale)
    frame = frame_canvas(surface, 0.0, has_eras=False)
    moved = view.shifted(view.span_s * share)
    by_px = (
        exact_x(view, moved.start_s, 1_200.0) + Fraction(moved.start_fraction) / Fraction(view.span_s) * 1_200
    )
    before, after = (
        [
            (item.text, item.rect.x)
            for item in axis_items(TimeScale(seen, 0.0, 1_200.0), frame, surface, ENGLISH)
            if item.role == "axis-label-minor"
        ]
        for seen in (view, moved)
    )
    wanted = [(text, x - float(by_px)) for text, x in before if x - float(by_px) > 250.0 and x < 900.0]
    found = [(text, x) for text, x in after if any(abs(x - other_x) < 1.0 for _, other_x in wanted)]
    # Years of more digits at the other edge may want coarser units: then fewer labels stay, but none is another.
    assert len(found) == len(wanted) or {text for text, _ in after} != {text for text, _ in before}
    for text, x in found:
        assert any(text == other and x == pytest.approx(other_x, abs=0.01) for other, other_x in wanted)


# -- no jitter ------------------------------------------------------------------------------------


@given(everywhere_seen, st.floats(-0.2, 1.2), st.floats(300.0, 4_000.0))
def test_x_is_exact_to_a_hundredth_of_a_pixel_at_every_age(view, ratio, width_px):
    instant_s = max(min(view.instant_at(ratio), LIMIT_S), -LIMIT_S)
    scale = TimeScale(view, 0.0, width_px)
    wanted = exact_x(view, instant_s, width_px)
    assert abs(Fraction(scale.x_of(instant_s)) - wanted) < Fraction(1, 100)
    (together,) = scale.xs_of(np.array([instant_s], np.int64)).tolist()
    assert abs(Fraction(together) - wanted) < Fraction(1, 100)


@given(st.integers(0, 10**6), st.floats(MIN_SPAN_S, 600.0), st.floats(0.0, 1.0, exclude_max=True))
def test_seconds_at_the_big_bang_stand_where_exact_arithmetic_puts_them(later_s, span_s, fraction):
    view = View(BIG_BANG_S + later_s, span_s, fraction)
    scale = TimeScale(view, 0.0, WIDTH_PX)
    seconds = range(view.start_s, view.end_s + 1)
    xs = [scale.x_of(second) for second in seconds]
    assert all(
        abs(Fraction(x) - exact_x(view, second)) < Fraction(1, 100)
        for x, second in zip(xs, seconds, strict=True)
    )
    assert all(before < after for before, after in pairwise(xs))


@given(everywhere_seen, everywhere, everywhere)
def test_later_stands_farther_on_or_at_the_same_place(view, one_s, other_s):
    scale = TimeScale(view, 0.0, WIDTH_PX)
    first_s, last_s = sorted((one_s, other_s))
    assert scale.x_of(first_s) <= scale.x_of(last_s)


@given(everywhere_seen, st.floats(0.0, 1.0), st.sampled_from([-1, 1, 7, -250]))
def test_panning_by_pixels_moves_everything_by_just_these(view, ratio, pixels):
    scale = TimeScale(view, 0.0, WIDTH_PX)
    instant_s = view.instant_at(ratio)
    moved = Grip(scale, (Touch(0, 500.0, 0.0),)).view_for([Touch(0, 500.0 + pixels, 0.0)], WHOLE_AXIS)
    if moved.start_s in (-LIMIT_S, LIMIT_S - int(view.span_s)):
        return  # the axis ends here
    after = TimeScale(moved, 0.0, WIDTH_PX).x_of(instant_s)
    assert after - scale.x_of(instant_s) == pytest.approx(pixels, abs=0.01)


@given(everywhere, st.floats(0.0, 0.999))
def test_at_the_closest_zoom_the_picture_moves_on_pixel_by_pixel(instant_s, fraction):
    view = View(instant_s, MIN_SPAN_S, fraction).clamped()
    if not -LIMIT_S + 100 < view.start_s < LIMIT_S - 100:
        return
    xs = []
    for _ in range(200):
        xs.append(TimeScale(view, 0.0, WIDTH_PX).x_of(instant_s))
        view = view.shifted(MIN_SPAN_S / WIDTH_PX)
    assert all(before - after == pytest.approx(1.0, abs=0.01) for before, after in pairwise(xs))


# -- zooming --------------------------------------------------------------------------------------


@given(everywhere_seen, st.floats(0.0, 1.0), st.lists(st.floats(-8.0, 8.0), min_size=1, max_size=40))
def test_turning_a_wheel_out_and_back_returns_within_a_pixel(view, ratio, turns):
    scale = TimeScale(view, 0.0, WIDTH_PX)
    gesture, now = ZoomGesture(view, anchor_at(scale, ratio * WIDTH_PX)), view
    for doublings in (*turns, *(-turn for turn in turns)):
        now = zoomed_at(scale, gesture.anchor, gesture.turn(doublings), WHOLE_AXIS)
        scale = TimeScale(now, 0.0, WIDTH_PX)
    for part in (0.0, 0.3, 1.0):
        instant_s = view.instant_at(part)
        assert float(exact_x(now, instant_s)) == pytest.approx(float(exact_x(view, instant_s)), abs=1.0)


def test_from_ten_seconds_to_the_whole_axis_and_back():
    view = View(BIG_BANG_S, MIN_SPAN_S, 0.7)
    scale = TimeScale(view, 0.0, WIDTH_PX)
    gesture, passed = ZoomGesture(view, anchor_at(scale, 1_234.0)), []
    for doublings in [-0.5] * 120 + [0.5] * 120:
        view = zoomed_at(scale, gesture.anchor, gesture.turn(doublings), WHOLE_AXIS)
        scale = TimeScale(view, 0.0, WIDTH_PX)
        passed.append(view.span_s)
    assert max(passed) > 0.99 * MAX_SPAN_S
    assert view.span_s == pytest.approx(MIN_SPAN_S)
    assert (view.start_s, view.start_fraction) == (BIG_BANG_S, pytest.approx(0.7, abs=1e-3))


@given(everywhere_seen, st.floats(0.0, 1.0), st.integers(1, 200))
def test_keys_out_and_back_return_and_are_felt_at_once_where_zooming_ends(view, ratio, presses):
    gesture = ZoomGesture(view, view.anchor_at(ratio))
    met = [WHOLE_AXIS.end_met(gesture.step(-0.585, WHOLE_AXIS), view.span_s) for _ in range(presses)]
    # However often the key is pressed at the end, only the one step that led there is to be taken back.
    counted = min(sum(end is None for end in met) + 1, presses)
    assert set(met[counted - 1 :]) <= {met[counted - 1]}
    back = [gesture.step(0.585, WHOLE_AXIS) for _ in range(counted)]
    assert back[0] <= MAX_SPAN_S
    assert back[-1] == pytest.approx(view.span_s)


@given(everywhere_seen, st.floats(0.0, 1.0))
def test_an_anchor_is_a_whole_second_at_its_own_exact_place(view, ratio):
    anchor = view.anchor_at(ratio)
    again = zoomed_about(view, anchor.axis_s, anchor.ratio, view.span_s)
    assert again.span_s == view.span_s
    assert float(exact_x(again, view.start_s)) == pytest.approx(float(exact_x(view, view.start_s)), abs=0.01)


@given(everywhere_seen, spans)
def test_another_span_about_the_middle_keeps_the_middle(view, span_s):
    other = view.about_middle(span_s)
    middle_s = view.centre_s
    beside_px = float(exact_x(view, middle_s) - Fraction(WIDTH_PX) / 2) * view.span_s / span_s
    assert float(exact_x(other, middle_s) - Fraction(WIDTH_PX) / 2) == pytest.approx(beside_px, abs=0.01)


# -- ends of zooming ------------------------------------------------------------------------------

DAY_S = 86_400
CENTURY = Limits(0, 36_500 * DAY_S)


@pytest.mark.parametrize(
    ("limits", "span_s", "present_s", "end"),
    [
        (CENTURY, 10.0, 600.0, None),
        (CENTURY, 9.9, 600.0, ZoomEnd.CLOSEST),
        (CENTURY, 54_750.0 * DAY_S, 600.0, None),
        (CENTURY, 54_751.0 * DAY_S, 600.0, ZoomEnd.WIDEST),
        (CENTURY, 60_000.0 * DAY_S, 70_000.0 * DAY_S, None),
        (WHOLE_AXIS, MAX_SPAN_S, 600.0, None),
        (WHOLE_AXIS, MAX_SPAN_S * 1.1, 600.0, ZoomEnd.WHOLE_AXIS),
    ],
)
def test_where_zooming_ends(limits, span_s, present_s, end):
    assert limits.end_met(span_s, present_s) is end


def test_each_end_of_zooming_is_explained_in_words():
    english = json.loads((LANGUAGES / "en.json").read_text(encoding="utf-8"))
    said = {english[f"notice.zoom-end.{end}"] for end in ZoomEnd}
    assert len(said) == len(ZoomEnd)


def test_an_exhibit_of_a_second_can_be_seen_ten_seconds_wide():
    assert Limits(7_000, 7_001).widest_span_s == MIN_SPAN_S
    assert Limits(7_000, 7_001).kept(View(6_000, 86_400.0)).span_s == MIN_SPAN_S


@pytest.mark.parametrize(
    ("limits", "doublings", "notches_to_a_day"),
    [(CENTURY, 0.5, 32), (Limits(BIG_BANG_S, 0), 0.931, 47), (WHOLE_AXIS, 0.995, 47)],
)
def test_a_wheel_leads_from_the_widest_view_to_the_closest_in_sixty_notches(
    limits, doublings, notches_to_a_day
):
    per_notch = limits.doublings_per_notch
    assert per_notch == pytest.approx(doublings, abs=0.001)
    assert limits.widest_span_s / 2.0 ** (60 * per_notch) <= MIN_SPAN_S * 1.001
    assert limits.widest_span_s / 2.0 ** (notches_to_a_day * per_notch) <= DAY_S


@given(views)
def test_the_whole_axis_lies_within_64_bits(view):
    ends = np.array([-LIMIT_S, LIMIT_S], np.int64)
    for seen in (view, View(-LIMIT_S, MAX_SPAN_S).clamped(), View(LIMIT_S, MIN_SPAN_S).clamped()):
        xs = TimeScale(seen, 0.0, WIDTH_PX).xs_of(ends).tolist()
        assert xs[0] < xs[1]
        assert xs[0] <= 1.0
        assert xs[1] >= WIDTH_PX - 1.0
