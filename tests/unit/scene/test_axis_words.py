# SPDX-License-Identifier: MIT
"""What the axis says from the Big Bang to a second, over a thousand pixels at seven a character; written by hand."""

import pytest

from tests.sample_documents import small_document
from tests.stages import ENGLISH, known_calendar, plain_surface, stage_of
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.scene.build_axis import axis_items
from timeline_app.scene.build_calendars import own_rows, row_names
from timeline_app.scene.canvas_frame import frame_canvas
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.view import View

SURFACE = plain_surface(1_000.0, 600.0)
HOURS = ["03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00"]


def axis_of(first, last, *names, surface=SURFACE, heads_px=0.0):
    calendars = [known_calendar(name) for name in names]
    rows = len(own_rows(calendars))
    frame = frame_canvas(surface, heads_px, has_eras=False, calendar_rows=rows)
    view = View.between(seconds_from_civil(*first), seconds_from_civil(*last))
    return axis_items(TimeScale(view, frame.lanes.x, frame.lanes.w), frame, surface, ENGLISH, calendars)


def words(items, role):
    return [item.text for item in items if item.role == role]


@pytest.mark.parametrize(
    ("first", "last", "major", "minor"),
    [
        ((-14_000_000_000,), (2_000,), ["10 billion years ago", "now"], ["5 billion years ago"]),
        ((-1_200_000_000,), (-400_000_000,), ["1 billion years ago"], ["500 million years ago"]),
        ((-70_000_000,), (-60_000_000,), ["70 million years ago"], ["65 million years ago"]),
        (
            (-66_300_000,),
            (-65_900_000,),
            ["66 million years ago"],
            ["66.2 million years ago", "66.1 million years ago"],
        ),
        ((-66_012_000,), (-65_996_000,), ["66.01 million years ago", "66 million years ago"],
         ["66.005 million years ago"]),
        ((-12_000,), (2_000,), ["10,000 BC", "AD 1"], ["5000 BC"]),
        (
            (-600,),
            (600,),
            ["AD 1"],
            ["5th c. BC", "4th c. BC", "3rd c. BC", "2nd c. BC", "1st c. BC", "2nd c.", "3rd c.", "4th c.",
             "5th c.", "6th c."],
        ),
        ((-60,), (-30,), ["60 BC", "50 BC", "40 BC"], ["55 BC", "45 BC", "35 BC"]),
        ((-3,), (4,), ["AD 1"], ["3 BC", "2 BC", "1 BC", "AD 2", "AD 3"]),
        (
            (-43,),
            (-42,),
            ["44 BC"],
            ["Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"],
        ),
        ((-43, 3, 1), (-43, 4, 1), ["March 44 BC"], ["5", "10", "15", "20", "25"]),
        ((-43, 3, 10), (-43, 3, 17), ["March 44 BC"], ["11", "12", "13", "14", "15", "16"]),
        ((1969, 7, 20), (1969, 7, 22), ["20 July 1969", "21 July 1969"], [*HOURS, *HOURS]),
        ((1969, 7, 20, 20), (1969, 7, 20, 21), ["20 July 1969"], [f"20:{minute:02d}" for minute in range(5, 60, 5)]),
        (
            (1969, 7, 20, 20, 17, 30),
            (1969, 7, 20, 20, 17, 40),
            ["20 July 1969"],
            [f"20:17:{second}" for second in range(31, 40)],
        ),
        (
            (-13_800_000_000, 3, 1, 12, 0, 0),
            (-13_800_000_000, 3, 1, 12, 0, 20),
            ["1 March 13,800,000,001 BC"],
            ["12:00:05", "12:00:10", "12:00:15"],
        ),
    ],
)  # fmt: skip
def test_the_axis_at_a_dozen_zooms(first, last, major, minor):
    items = axis_of(first, last)
    assert words(items, "axis-label-major") == major
    assert words(items, "axis-label-minor") == minor


@pytest.mark.parametrize(
    ("name", "first", "last", "said"),
    [
        ("julian", (-60,), (-30,), ["60 BC", "55 BC", "50 BC", "45 BC", "40 BC", "35 BC"]),
        ("julian", (-3,), (4,), ["4 BC", "3 BC", "2 BC", "1 BC", "AD 1", "AD 2", "AD 3"]),
        ("julian", (-43, 3, 1), (-43, 4, 1), ["March 44 BC", "April 44 BC", "10", "15", "20", "25"]),
        ("julian", (-43, 3, 10), (-43, 3, 17), ["March 44 BC", "13", "14", "15", "16", "17", "18"]),
        ("hebrew", (-43,), (-42,),
         ["3717", "3718", "Adar", "Nisan", "Iyar", "Sivan", "Tammuz", "Av", "Elul", "Heshvan", "Kislev", "Tevet"]),
        ("hebrew", (1969, 7, 20), (1969, 7, 22), ["5 Av 5729", "6 Av 5729"]),
        ("hebrew", (1969, 7, 20, 20, 17, 30), (1969, 7, 20, 20, 17, 40), ["5 Av 5729"]),
        ("islamic", (600,), (700,), ["1 AH", "10 AH", "20 AH", "30 AH", "40 AH", "50 AH", "60 AH", "70 AH", "80 AH"]),
        ("islamic", (-13_800_000_000,), (2_000,), []),
        ("julian", (-13_800_000_000, 3, 1), (-13_800_000_000, 3, 9), []),
    ],
)  # fmt: skip
def test_rows_of_further_calendars(name, first, last, said):
    assert words(axis_of(first, last, name), "axis-label-second")[: len(said) + 1] == said


def test_the_ides_of_march_stand_above_the_gregorian_thirteenth():
    items = axis_of((-43, 3, 10), (-43, 3, 17), "julian")
    ours = next(item for item in items if item.text == "13" and item.role == "axis-label-minor")
    ides = next(item for item in items if item.text == "15" and item.role == "axis-label-second")
    assert ides.rect.x - 6.0 == pytest.approx(ours.rect.centre.x)


def test_each_calendar_has_its_own_row_below_the_axis_with_its_name_beside_it():
    items = axis_of((1959,), (1961,), "hebrew", "julian", heads_px=150.0)
    frame = frame_canvas(SURFACE, 150.0, has_eras=False, calendar_rows=2)
    assert [row.y for row in frame.calendars] == [frame.axis.bottom, frame.axis.bottom + 25.0]
    rows_y = {item.text: item.rect.y for item in items if item.role == "axis-label-second"}
    assert rows_y["5720"] == frame.calendars[0].y
    assert rows_y["1960"] == frame.calendars[1].y
    names = row_names(frame, SURFACE, ENGLISH, [known_calendar("hebrew"), known_calendar("julian")])
    assert [(item.text, item.rect.y, item.rect.right) for item in names] == [
        ("Gregorian", frame.axis.bottom - 25.0, 132.0),
        ("Hebrew", frame.calendars[0].y, 132.0),
        ("Julian", frame.calendars[1].y, 132.0),
    ]


def test_without_a_column_of_names_the_row_begins_with_the_calendar_s_name():
    items = axis_of((1959,), (1961,), "hebrew")
    first = next(item for item in items if item.role == "axis-label-second")
    assert first.text == "5719"
    # "Hebrew" takes 42 pixels, with six before and after it.
    assert first.rect.x == 60.0


def test_right_to_left_the_rows_are_mirrored_and_the_names_stand_at_the_right():
    surface = plain_surface(1_000.0, 600.0, mirrored=True)
    document = small_document({"id": "a", "date": "1959"}, calendars=["hebrew"])
    stage = stage_of(document, surface)
    scene = stage.scene(View.between(seconds_from_civil(1959), seconds_from_civil(1961)))
    labels = {item.text: item.rect for item in scene.items if item.role == "axis-label-second"}
    assert labels["5719"].x > labels["5720"].x > labels["5721"].x
    assert labels["Hebrew"].x >= 850.0
    frame = stage.fitted.frame
    assert frame.heads.x == 850.0


@pytest.mark.parametrize(
    ("height_px", "rows", "eras", "minor"),
    [(600.0, 2, True, True), (424.0, 2, True, True), (423.0, 1, True, True), (339.0, 1, False, True),
     (239.0, 0, False, True), (156.0, 0, False, False)],
)  # fmt: skip
def test_rows_give_way_in_a_fixed_order(height_px, rows, eras, minor):
    # Three tenths hold axis (47), two rows of 25 and eras (30); else the lower row goes, the eras, the other row.
    frame = frame_canvas(plain_surface(1_000.0, height_px), 150.0, has_eras=True, calendar_rows=2)
    assert (len(frame.calendars), frame.eras.h > 0.0, frame.has_minor_row) == (rows, eras, minor)
    assert frame.lanes.y == frame.axis.h + rows * 25.0 + frame.eras.h


def test_a_chosen_calendar_without_room_is_told_of():
    document = small_document({"id": "a", "date": "1959"}, calendars=["hebrew"])
    assert stage_of(document, plain_surface(1_000.0, 400.0)).has_room_for_calendars
    assert not stage_of(document, plain_surface(1_000.0, 220.0)).has_room_for_calendars


def test_in_a_narrow_window_of_large_words_a_round_age_is_named_among_ticks_that_are_not():
    surface = plain_surface(400.0, 800.0, 2.0)
    items = axis_of((-4_600_000_000,), (-100_000,), surface=surface)
    assert words(items, "axis-label-major") == []
    # 266 pixels about 3 billion years ago, which stand 139 from the left; 4 and 2 billion have no room beside it.
    assert words(items, "axis-label-minor") == ["3 billion years ago"]
    assert len([item for item in items if item.role == "axis-tick-minor"]) == 4
