# SPDX-License-Identifier: MIT
"""The layout of the window at the sizes, text sizes and directions that are promised."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline_app.base.geometry import Rect, Size
from timeline_app.scene.arrange import PanelPlace, arrange

SIZES = (Size(1_280, 720), Size(1_920, 1_080), Size(3_840, 2_160), Size(1_080, 1_920))
SCALES = (1.0, 2.0, 3.0)

windows = st.builds(Size, st.integers(320, 8_000), st.integers(320, 5_000))
arrangements = st.fixed_dictionaries(
    {
        "size": windows,
        "text_scale": st.floats(1.0, 3.0),
        "mirrored": st.booleans(),
        "panel_px": st.none() | st.floats(0.0, 4_000.0),
        "panel_open": st.booleans(),
        "bar_px": st.just(0.0) | st.floats(0.0, 900.0),
    }
)


def parts_of(arrangement):
    """Return the parts that share the window; a sheet's handle is one of them."""
    parts = [arrangement.header, arrangement.bar, arrangement.canvas, arrangement.overview, arrangement.panel]
    if arrangement.panel_place is PanelPlace.SHEET:
        parts.append(arrangement.grip)
    return parts


def area_of(rect):
    return rect.w * rect.h


def assert_tiled(arrangement, size):
    """Hold that the parts fill the window, and that no two of them overlap."""
    parts = [part for part in parts_of(arrangement) if area_of(part) > 1e-6]
    window = Rect(0.0, 0.0, *size)
    for number, part in enumerate(parts):
        assert part.w > 0.0
        assert part.h > 0.0
        assert part.x >= window.x
        assert part.y >= window.y
        assert part.right <= window.right + 1e-6
        assert part.bottom <= window.bottom + 1e-6
        for other in parts[number + 1 :]:
            shared_w = min(part.right, other.right) - max(part.x, other.x)
            shared_h = min(part.bottom, other.bottom) - max(part.y, other.y)
            assert min(shared_w, shared_h) < 1e-6, f"{part} over {other}"
    assert sum(area_of(part) for part in parts) == pytest.approx(area_of(window), rel=1e-9)


def test_a_wide_window_has_the_panel_beside_the_canvas():
    arrangement = arrange(Size(1_920, 1_080))
    assert arrangement.panel_place is PanelPlace.BESIDE
    assert arrangement.header == Rect(0.0, 0.0, 1_920, 64.0)
    assert arrangement.panel == pytest.approx(Rect(1_420.8, 64.0, 499.2, 1_016.0))
    assert arrangement.canvas == pytest.approx(Rect(0.0, 64.0, 1_420.8, 928.0))
    assert arrangement.overview == pytest.approx(Rect(0.0, 992.0, 1_420.8, 88.0))
    assert arrangement.grip == pytest.approx(Rect(1_408.8, 64.0, 24.0, 1_016.0))
    assert arrangement.heads_px == 168.0
    assert not arrangement.mirrored


def test_the_bar_stands_under_the_header_and_takes_its_height_from_all_below():
    plain, with_bar = arrange(Size(1_920, 1_080)), arrange(Size(1_920, 1_080), bar_px=52.0)
    assert plain.bar == Rect(0.0, 64.0, 1_920, 0.0)
    assert with_bar.bar == Rect(0.0, 64.0, 1_920, 52.0)
    assert with_bar.canvas == plain.canvas._replace(y=116.0, h=plain.canvas.h - 52.0)
    assert with_bar.panel == plain.panel._replace(y=116.0, h=plain.panel.h - 52.0)
    assert with_bar.overview == plain.overview


def test_the_bar_takes_no_more_than_its_share():
    assert arrange(Size(1_280, 720), 3.0, bar_px=700.0).bar.h == pytest.approx(0.34 * 720)


@pytest.mark.parametrize("size", [Size(1_920, 1_080), Size(900, 700), Size(700, 1_400)])
@pytest.mark.parametrize("mirrored", [False, True])
def test_a_panel_of_full_width_lies_over_what_keeps_its_place(size, mirrored):
    usual = arrange(size, mirrored=mirrored, bar_px=52.0)
    wide = arrange(size, mirrored=mirrored, bar_px=52.0, panel_wide=True)
    assert (wide.header, wide.bar, wide.canvas, wide.overview) == (
        usual.header,
        usual.bar,
        usual.canvas,
        usual.overview,
    )
    assert wide.panel == pytest.approx(Rect(0.0, 116.0, size.w, size.h - 116.0))
    assert area_of(wide.grip) == 0.0
    folded = arrange(size, mirrored=mirrored, panel_open=False, panel_wide=True)
    assert folded == arrange(size, mirrored=mirrored, panel_open=False)


def test_right_to_left_the_panel_stands_at_the_left():
    arrangement = arrange(Size(1_920, 1_080), mirrored=True)
    assert arrangement.panel == pytest.approx(Rect(0.0, 64.0, 499.2, 1_016.0))
    assert arrangement.canvas == pytest.approx(Rect(499.2, 64.0, 1_420.8, 928.0))
    assert arrangement.overview.x == pytest.approx(499.2)
    assert arrangement.grip == pytest.approx(Rect(487.2, 64.0, 24.0, 1_016.0))
    assert arrangement.mirrored


def test_a_folded_panel_leaves_its_room_to_the_canvas():
    arrangement = arrange(Size(1_920, 1_080), panel_open=False)
    assert arrangement.panel.w == 0.0
    assert arrangement.grip.w == 0.0
    assert arrangement.canvas.w == arrangement.overview.w == 1_920.0


@pytest.mark.parametrize(
    ("panel_px", "width_px"), [(None, 499.2), (450.0, 450.0), (100.0, 420.0), (2_000.0, 560.0)]
)
def test_the_panel_is_as_wide_as_it_was_dragged_within_reason(panel_px, width_px):
    assert arrange(Size(1_920, 1_080), panel_px=panel_px).panel.w == pytest.approx(width_px)


def test_the_panel_widens_with_the_text_but_more_slowly():
    assert arrange(Size(3_840, 2_160), 2.0, panel_px=1.0).panel.w == pytest.approx(420.0 * 1.6)
    assert arrange(Size(3_840, 2_160), 2.0, panel_px=9_999.0).panel.w == pytest.approx(560.0 * 1.6)


def test_a_narrow_window_has_the_panel_as_a_sheet_from_below():
    arrangement = arrange(Size(900, 700))
    assert arrangement.panel_place is PanelPlace.SHEET
    body_h = 700.0 - 64.0
    assert arrangement.panel.w == arrangement.canvas.w == arrangement.grip.w == 900.0
    assert arrangement.grip == pytest.approx(Rect(0.0, 64.0 + body_h * 0.54, 900.0, 30.0))
    assert arrangement.panel.y == pytest.approx(arrangement.grip.bottom)
    assert arrangement.panel.bottom == pytest.approx(700.0)
    assert arrangement.overview.bottom == pytest.approx(arrangement.grip.y)


def test_in_portrait_the_sheet_takes_half():
    arrangement = arrange(Size(700, 1_400))
    assert arrangement.panel_place is PanelPlace.SHEET
    assert arrangement.grip.y == pytest.approx(64.0 + (1_400.0 - 64.0) * 0.5)


def test_a_folded_sheet_leaves_its_handle():
    arrangement = arrange(Size(900, 700), panel_open=False)
    assert arrangement.panel.h == pytest.approx(0.0)
    assert arrangement.grip == pytest.approx(Rect(0.0, 670.0, 900.0, 30.0))
    assert arrangement.overview.bottom == pytest.approx(670.0)


def test_the_overview_gives_its_room_to_a_canvas_that_would_be_too_low():
    low = arrange(Size(1_280, 720), 2.0)
    assert low.panel_place is PanelPlace.SHEET
    assert low.overview.h == 0.0
    assert low.canvas.bottom == pytest.approx(low.grip.y)
    folded = arrange(Size(1_280, 720), 2.0, panel_open=False)
    assert folded.overview.h == pytest.approx(720 * 0.14)


def test_the_panel_goes_below_where_the_canvas_would_be_too_narrow():
    assert arrange(Size(980, 700)).panel_place is PanelPlace.BESIDE
    assert arrange(Size(979, 700)).panel_place is PanelPlace.SHEET


@pytest.mark.parametrize(
    ("width_px", "text_scale", "heads_px"),
    [
        (2_000, 1.0, 168.0),
        (2_000, 2.0, 168.0 * 1.6),
        (700, 1.0, 140.0),
        (601, 1.0, 120.2),
        (599, 1.0, 0.0),
        (1_660, 3.0, 332.0),
        (1_500, 3.0, 0.0),
    ],
)
def test_lane_names_take_a_fifth_at_most_and_go_into_the_lanes_where_that_is_too_little(
    width_px, text_scale, heads_px
):
    arrangement = arrange(Size(width_px, 1_400), text_scale, panel_open=False)
    assert arrangement.heads_px == pytest.approx(heads_px)


def test_where_height_is_scarce_a_wide_column_of_names_is_kept():
    assert arrange(Size(1_280, 720), 3.0).heads_px == 316.0
    assert arrange(Size(1_100, 650), 3.0).heads_px == 0.0


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text_scale", SCALES)
@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("panel_open", [False, True])
def test_at_the_promised_sizes_the_parts_fill_the_window(size, text_scale, mirrored, panel_open):
    arrangement = arrange(size, text_scale, mirrored=mirrored, panel_open=panel_open)
    assert_tiled(arrangement, size)
    least_share = 0.28 if panel_open else 0.59
    assert area_of(arrangement.canvas) >= least_share * size.w * size.h
    assert arrangement.canvas.w >= 2 * arrangement.heads_px


@given(arrangements)
def test_the_parts_of_any_window_fill_it_without_overlap(wanted):
    assert_tiled(arrange(**wanted), wanted["size"])


@example({"size": Size(320, 1193), "text_scale": 1.5, "bar_px": 309.0})
@given(arrangements)
def test_header_and_overview_take_no_more_than_their_share(wanted):
    arrangement, window_h = arrange(**wanted), wanted["size"].h
    assert arrangement.header.h <= 0.16 * window_h + 1e-6
    assert arrangement.overview.h <= 0.14 * window_h + 1e-6
    assert arrangement.canvas.h >= 0.24 * window_h
    assert 0.0 <= arrangement.heads_px <= 0.28 * arrangement.canvas.w + 1e-6


@given(arrangements)
def test_right_to_left_is_the_mirror_image(wanted):
    plain, mirrored = arrange(**{**wanted, "mirrored": False}), arrange(**{**wanted, "mirrored": True})
    for part, other in zip(parts_of(plain), parts_of(mirrored), strict=True):
        across = wanted["size"].w - part.right
        assert other == pytest.approx(Rect(across, part.y, part.w, part.h), abs=1e-6)
    assert plain.heads_px == mirrored.heads_px


@pytest.mark.parametrize("size", [Size(1, 1), Size(0, 0), Size(50, 2_000)])
def test_even_a_window_that_is_hardly_there_has_a_canvas(size):
    arrangement = arrange(size, 3.0)
    assert arrangement.canvas.h > 0.0
    assert all(min(part.w, part.h) >= 0.0 for part in parts_of(arrangement))


def test_a_window_without_a_size_has_a_pixel_of_everything_that_must_be():
    arrangement = arrange(Size(0, 0))
    assert arrangement.canvas.h == 1.0
    assert arrangement.panel.bottom == pytest.approx(1.0)
