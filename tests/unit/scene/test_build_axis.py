# SPDX-License-Identifier: MIT
"""The axis, labels of further calendars beside our years, and the era band."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_documents import small_document
from tests.stages import ENGLISH, known_calendar, plain_surface
from tests.strategies import views
from timeline_app.base.geometry import Rect
from timeline_app.chrono.instant import DAY_S, seconds_from_civil, year_start_s
from timeline_app.model.showing import Showing
from timeline_app.scene.build_axis import axis_items, era_items
from timeline_app.scene.canvas_frame import frame_canvas
from timeline_app.scene.items import Kind, Layer, Target, TargetKind, TextStyle
from timeline_app.scene.shortening import shortened
from timeline_app.scene.surface import PlainMeasurer
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.view import View

SURFACE = plain_surface(1_150.0, 500.0)
FRAME = frame_canvas(SURFACE, 150.0, has_eras=True)
SUMMER = View.between(seconds_from_civil(1959, 7, 1), seconds_from_civil(1960, 4, 1))


def scale_of(view, frame=FRAME):
    return TimeScale(view, frame.lanes.x, frame.lanes.w)


def axis_of(view, *names, surface=SURFACE, frame=FRAME):
    calendars = [known_calendar(name) for name in names]
    return axis_items(scale_of(view, frame), frame, surface, ENGLISH, calendars)


def of_role(items, role):
    return [item for item in items if item.role == role]


def words(items, role):
    return [(item.text, round(item.rect.x)) for item in of_role(items, role)]


# -- ticks ----------------------------------------------------------------------------------------


def test_the_axis_has_a_ground_and_a_line_at_its_foot():
    ground, line, *_ = axis_of(SUMMER)
    assert (ground.role, ground.layer, ground.rect) == ("axis-ground", Layer.HEAD, FRAME.axis)
    assert (line.role, line.layer, line.rect) == ("axis-line", Layer.AXIS, Rect(150.0, 46.0, 1_000.0, 1.0))


def test_every_tick_of_the_upper_row_has_a_grid_line_through_the_lanes():
    items = axis_of(SUMMER)
    x = scale_of(SUMMER).x_of(year_start_s(1960))
    (tick,), (line,) = of_role(items, "axis-tick-major"), of_role(items, "grid-major")
    assert tick.rect == pytest.approx(Rect(x, 4.0, 1.0, 43.0))
    assert line.rect == pytest.approx(Rect(x, 47.0, 1.0, 453.0))
    assert (tick.kind, tick.layer, line.kind, line.layer) == (Kind.TICK, Layer.AXIS, Kind.LINE, Layer.GRID)


def test_the_stretch_that_is_under_way_is_named_at_the_edge():
    items = axis_of(SUMMER)
    first, second = of_role(items, "axis-label-major")
    assert (first.text, first.rect) == ("1959", Rect(156.0, 4.0, 28.0, 18.0))
    assert second.text == "1960"
    assert second.rect.x == pytest.approx(scale_of(SUMMER).x_of(year_start_s(1960)) + 6.0)
    assert first.detail == TextStyle("axis-major", "en")


def test_the_name_at_the_edge_makes_room_for_the_next():
    pushed = View.between(seconds_from_civil(1959, 12, 20), seconds_from_civil(1960, 9, 20))
    first, second = of_role(axis_of(pushed), "axis-label-major")
    next_x = scale_of(pushed).x_of(year_start_s(1960))
    assert (first.text, second.text) == ("1959", "1960")
    assert FRAME.axis.x < first.rect.x < FRAME.axis.x + 6.0
    assert first.rect.right == pytest.approx(next_x - 12.0)
    assert second.rect.x == pytest.approx(next_x + 6.0)
    gone = View.between(seconds_from_civil(1959, 12, 29), seconds_from_civil(1960, 9, 29))
    assert [text for text, _ in words(axis_of(gone), "axis-label-major")] == ["1960"]


def test_a_tick_at_the_very_edge_is_drawn_and_named_once():
    view = View.between(year_start_s(1960), year_start_s(1961))
    items = axis_of(view)
    assert words(items, "axis-label-major") == [("1960", 156)]
    assert of_role(items, "axis-tick-major")[0].rect.x == 150.0


def test_the_lower_row_names_what_the_upper_does_not():
    items = axis_of(SUMMER)
    names = [text for text, _ in words(items, "axis-label-minor")]
    assert names == ["Aug", "Sept", "Oct", "Nov", "Dec", "Feb", "Mar"]
    august = of_role(items, "axis-label-minor")[0]
    x = scale_of(SUMMER).x_of(seconds_from_civil(1959, 8, 1))
    assert august.rect == pytest.approx(Rect(x - 10.5, 22.0, 21.0, 18.0))
    assert august.detail == TextStyle("axis-minor", "en", 0)
    tick = of_role(items, "axis-tick-minor")[1]
    assert tick.rect == pytest.approx(Rect(x, 41.0, 1.0, 6.0))


def test_a_name_that_would_begin_outside_is_left_out_and_its_tick_stays():
    view = View.between(seconds_from_civil(1959, 8, 1), seconds_from_civil(1960, 5, 1))
    items = axis_of(view)
    assert words(items, "axis-label-minor")[0][0] == "Sept"
    assert of_role(items, "axis-tick-minor")[0].rect.x == 150.0


def test_where_the_lower_row_has_no_room_the_upper_one_is_as_fine_as_its_labels_allow():
    surface = plain_surface(1_150.0, 150.0)
    frame = frame_canvas(surface, 150.0, has_eras=False)
    assert not frame.has_minor_row
    items = axis_of(SUMMER, surface=surface, frame=frame)
    assert of_role(items, "axis-label-minor") == of_role(items, "axis-tick-minor") == []
    assert [text for text, _ in words(items, "axis-label-major")] == [
        "July 1959",
        "October 1959",
        "January 1960",
    ]
    assert len(of_role(items, "axis-tick-major")) == len(of_role(items, "grid-major")) == 3


def test_a_decade_is_named_at_its_beginning_only():
    view = View.between(year_start_s(1954), year_start_s(1968))
    items = axis_of(view)
    assert [text for text, _ in words(items, "axis-label-major")] == ["1960"]
    assert [text for text, _ in words(items, "axis-label-minor")][:3] == ["1955", "1956", "1957"]


def test_a_century_is_named_at_the_edge_too():
    view = View.between(year_start_s(1550), year_start_s(1950))
    names = [text for text, _ in words(axis_of(view), "axis-label-major")]
    assert names == ["16th c.", "17th c.", "18th c.", "19th c.", "20th c."]


def test_a_second_calendar_stands_beside_the_years():
    items = axis_of(SUMMER, "japanese-era")
    assert [text for text, _ in words(items, "axis-label-second")] == ["Shōwa 34", "Shōwa 35"]
    first, second = of_role(items, "axis-label-major")[0], of_role(items, "axis-label-second")[0]
    assert second.rect == Rect(first.rect.right + 6.0, 4.0, 56.0, 18.0)
    assert second.detail == TextStyle("axis-second", "en")


def test_days_and_months_tell_the_year_in_the_second_calendar_too():
    days = View.between(seconds_from_civil(1959, 8, 13), seconds_from_civil(1959, 8, 16))
    items = axis_of(days, "japanese-era")
    assert next(text for text, _ in words(items, "axis-label-major")) == "13 August 1959"
    assert {text for text, _ in words(items, "axis-label-second")} == {"Shōwa 34"}


def test_a_day_of_a_year_in_which_an_era_changed_is_told_in_neither():
    days = View.between(seconds_from_civil(1989, 1, 5), seconds_from_civil(1989, 1, 11))
    assert of_role(axis_of(days, "japanese-era"), "axis-label-second") == []
    year = View.between(year_start_s(1989), year_start_s(1990))
    assert [text for text, _ in words(axis_of(year, "japanese-era"), "axis-label-second")] == [
        "Shōwa 64 / Heisei 1"
    ]


def test_two_second_calendars_stand_side_by_side():
    view = View.between(year_start_s(1959), year_start_s(1961))
    items = axis_of(view, "japanese-era", "juche")
    assert [text for text, _ in words(items, "axis-label-second")] == [
        "Shōwa 34",
        "Juche 48",
        "Shōwa 35",
        "Juche 49",
    ]
    eras, juche = of_role(items, "axis-label-second")[:2]
    assert juche.rect.x == eras.rect.right + 6.0


def test_ages_and_centuries_are_told_in_no_second_calendar():
    for years in ((-3_000_000, 1), (1_550, 1_950)):
        view = View.between(*(year_start_s(year) for year in years))
        assert of_role(axis_of(view, "dangun"), "axis-label-second") == []
    view = View.between(year_start_s(-2_341), year_start_s(-2_291))
    labels = words(axis_of(view, "dangun"), "axis-label-second")
    assert [text for text, _ in labels] == ["Dangun 4", "Dangun 14", "Dangun 24", "Dangun 34"]


def test_a_second_calendar_has_nothing_to_say_before_it_began():
    edo = View.between(year_start_s(1800), year_start_s(1806))
    assert of_role(axis_of(edo, "japanese-era"), "axis-label-second") == []


def test_a_second_name_at_the_very_end_is_cut_by_the_edge_like_the_first():
    view = View.between(seconds_from_civil(1959, 5, 20), seconds_from_civil(1960, 1, 20))
    items = axis_of(view, "japanese-era")
    last = of_role(items, "axis-label-second")[-1]
    assert last.text == "Shōwa 35"
    assert last.rect.x < FRAME.axis.right < last.rect.right


@pytest.mark.parametrize(("room_px", "has_room"), [(100.5, True), (99.5, False)])
def test_a_second_name_without_room_is_left_out(room_px, has_room):
    # The year at the edge takes 28 pixels after six, its second name 56 after six, and four are kept free.
    view = View(year_start_s(1960) - int(room_px * DAY_S), 1_000.0 * DAY_S)
    names = [text for text, _ in words(axis_of(view, "japanese-era"), "axis-label-second")]
    assert ("Shōwa 34" in names) is has_room
    assert "Shōwa 35" in names


@given(views)
def test_something_is_always_named(view):
    assert of_role(axis_of(view), "axis-label-major") or of_role(axis_of(view), "axis-label-minor")
    low = plain_surface(1_150.0, 150.0)
    assert of_role(
        axis_of(view, surface=low, frame=frame_canvas(low, 150.0, has_eras=False)), "axis-label-major"
    )


# -- eras -----------------------------------------------------------------------------------------

ERAS = [
    {"id": "plans", "title": "Plans and first meetings", "date": "1957/1959-07"},
    {"title": "Sailings", "date": "1959-08/1967"},
    {"id": "after", "title": "After", "date": "1968/.."},
]


def eras_of(view, eras=ERAS, frame=FRAME):
    showing = Showing(small_document(eras=eras))
    return era_items(scale_of(view, frame), frame, SURFACE, showing.eras)


def test_eras_take_turns_in_tone_and_are_named_in_their_visible_part():
    view = View.between(year_start_s(1958), year_start_s(1968))
    items = eras_of(view)
    border_x = scale_of(view).x_of(seconds_from_civil(1959, 8, 1))
    ground, plans, plans_name, sailings, sailings_name, edge = items
    assert (ground.role, ground.rect) == ("axis-ground", FRAME.eras)
    assert (plans.role, plans.text, plans.target) == (
        "era",
        "Plans and first meetings",
        Target(TargetKind.ERA, 0),
    )
    assert plans.rect == pytest.approx(Rect(150.0, 47.0, border_x - 150.0, 30.0))
    assert plans_name.rect == pytest.approx(Rect(162.0, 47.0, border_x - 174.0, 30.0))
    assert plans_name.detail == TextStyle("era", "en")
    assert plans_name.target == Target(TargetKind.ERA, 0, -1, "label")
    assert (sailings.role, sailings.rect.right) == ("era-alternate", pytest.approx(1_150.0))
    assert (sailings_name.text, sailings_name.layer) == ("Sailings", Layer.AXIS)
    assert edge.rect == pytest.approx(Rect(border_x, 47.0, 1.0, 453.0))
    assert (edge.role, edge.layer) == ("era-edge", Layer.GRID)


def test_a_name_is_cut_where_its_era_is_narrow_and_left_out_where_it_is_narrower():
    view = View.between(seconds_from_civil(1958, 9, 1), year_start_s(1968))
    assert "Plans an…" in [item.text for item in of_role(eras_of(view), "era-label")]
    later = View.between(seconds_from_civil(1959, 7, 1), year_start_s(1968))
    assert "Plans" not in "".join(item.text for item in of_role(eras_of(later), "era-label"))
    assert "Plans and first meetings" in [item.text for item in of_role(eras_of(later), "era")]


def test_eras_out_of_view_are_not_drawn():
    view = View.between(year_start_s(1960), year_start_s(1961))
    assert [item.text for item in eras_of(view) if item.target] == ["Sailings", "Sailings"]


def test_an_open_era_goes_on_to_the_edge():
    view = View.between(year_start_s(1960), year_start_s(1980))
    last = [item for item in eras_of(view) if item.target][-2]
    assert last.text == "After"
    assert last.rect.right == pytest.approx(1_150.0)


def test_an_era_without_a_beginning_comes_from_the_edge():
    view = View.between(year_start_s(1960), year_start_s(1980))
    first = next(item for item in eras_of(view, [{"title": "Before", "date": "../1970"}]) if item.target)
    assert first.rect.x == 150.0
    assert first.rect.right == pytest.approx(scale_of(view).x_of(year_start_s(1971)))


def test_where_the_band_has_no_room_there_are_no_eras():
    low = plain_surface(1_150.0, 120.0)
    assert eras_of(SUMMER, frame=frame_canvas(low, 150.0, has_eras=True)) == []


@pytest.mark.parametrize(
    ("text", "room_px", "shown"),
    [
        ("Sailings", 56.0, "Sailings"),
        ("Sailings", 55.9, "Saili…"),
        ("Sailings", 35.0, "Sai…"),
        ("Sailings", 34.9, ""),
        ("Ox", 13.0, ""),
        ("Plans, and more", 56.0, "Plans…"),
        ("In the harbour", 42.0, "In t…"),
        ("In the harbour", 35.0, "In…"),
        ("Two\nlines", 42.0, "Two…"),
        ("", 0.0, ""),
    ],
)
def test_a_text_is_shortened_to_its_room(text, room_px, shown):
    # An ellipsis is as wide as two letters here.
    assert shortened(text, "en", "era", room_px, PlainMeasurer()) == shown


@given(st.text(max_size=30), st.floats(0.0, 300.0))
def test_a_shortened_text_fits(text, room_px):
    shown = shortened(text, "en", "era", room_px, PlainMeasurer())
    assert PlainMeasurer().width_px(shown, "era", "en") <= room_px
    assert shown in {text, ""} or shown.endswith("…")


@pytest.mark.parametrize("letters", range(3, 28))
def test_a_shortened_text_uses_all_the_room_it_has(letters):
    text = "abcdefghijklmnopqrstuvwxyzab"
    room_px = 7.0 * letters + 14.0
    wanted = text if room_px >= 7.0 * len(text) else text[:letters] + "…"
    for spare_px in (0.0, 6.9):
        assert shortened(text, "en", "era", room_px + spare_px, PlainMeasurer()) in {wanted, text}
    assert shortened(text, "en", "era", room_px, PlainMeasurer()) == wanted
