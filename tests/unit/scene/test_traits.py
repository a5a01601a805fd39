# SPDX-License-Identifier: MIT
"""What a mark looks like whatever the view: size, doubt, ends, sets."""

import pytest

from tests.sample_documents import small_document
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import EndState
from timeline_app.chrono.instant import DAY_S, month_start_s, seconds_from_civil, year_start_s
from timeline_app.model.showing import Showing
from timeline_app.scene.items import EndStyle
from timeline_app.scene.traits import Member, SetShape, TraitBook
from timeline_app.scene.traits import traits_of as traits_of_date

SOLID, FADE, OPEN, UNKNOWN = EndStyle.SOLID, EndStyle.FADE, EndStyle.OPEN, EndStyle.UNKNOWN


def traits_of(date, importance=3):
    document = small_document({"id": "it", "date": date, "importance": importance})
    return TraitBook(Showing(document)).of(0)


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("1959-08-13", SOLID, SOLID),
        ("1959-08-13?", SOLID, SOLID),
        ("1959-08-13~", FADE, FADE),
        ("1959-08", FADE, FADE),
        ("1959", FADE, FADE),
        # Years beside 1970, where seconds count from nought.
        ("1969", FADE, FADE),
        ("1970", FADE, FADE),
        ("1970-01-01", SOLID, SOLID),
        ("1959-12-14/1960-03", SOLID, FADE),
        ("1959-12/1960-03-01", FADE, SOLID),
        ("1959-12-14/1967-12-22", SOLID, SOLID),
        ("1959-12-14/1959-12-15", SOLID, SOLID),
        ("1959/1960~", FADE, FADE),
        ("1959-12-14/..", SOLID, OPEN),
        ("1959/..", FADE, OPEN),
        ("../1959-12-14", OPEN, SOLID),
        ("1959-12-14/", SOLID, UNKNOWN),
        ("/1959-12", UNKNOWN, FADE),
        ("1959~/", FADE, UNKNOWN),
        ("[..1959-12-14]", OPEN, FADE),
    ],
)
def test_a_solid_end_means_a_known_day(date, start, end):
    traits = traits_of(date)
    assert (traits.start, traits.end) == (start, end)


@pytest.mark.parametrize(
    ("date", "has_core"),
    [
        ("1958/1960", True),
        ("1959/1960", False),
        ("1959/..", True),
        ("1959/", False),
        # Some time within a year: no part of it is more likely than another.
        ("1959", True),
        ("1959~", True),
        ("[1958..1960]", True),
    ],
)
def test_a_core_is_what_certainly_belongs_to_it(date, has_core):
    assert traits_of(date).has_core is has_core


@pytest.mark.parametrize(
    ("date", "is_hollow"),
    [("1959?", True), ("1959%", True), ("1959~", False), ("1959", False), ("1958?/1959", True)],
)
def test_an_uncertain_date_is_hollow(date, is_hollow):
    assert traits_of(date).is_hollow is is_hollow


@pytest.mark.parametrize(
    ("date", "is_soft"),
    [
        ("1959~", True),
        ("1959%", True),
        ("1959?", False),
        ("1959", False),
        ("1958~/1959", True),
        ("[1958,1959~]", True),
    ],
)
def test_an_approximate_date_is_soft(date, is_soft):
    assert traits_of(date).is_soft is is_soft


@pytest.mark.parametrize(("importance", "radius_px"), [(1, 4.0), (3, 5.0), (5, 6.0)])
def test_weight_makes_a_dot_larger(importance, radius_px):
    assert traits_of("1959", importance).radius_px == radius_px


def test_one_of_several_days_is_a_choice_with_a_mark_for_each():
    traits = traits_of("[1958-08-11,1958-08-13?]")
    assert traits.is_choice
    assert traits.shape is SetShape.SPREAD
    first, second = (seconds_from_civil(1958, 8, day) for day in (11, 13))
    assert traits.members == (
        Member(first, first + DAY_S, first, first + DAY_S, is_range=False, is_uncertain=False),
        Member(second, second + DAY_S, second, second + DAY_S, is_range=False, is_uncertain=True),
    )


def test_all_of_several_dates_is_no_choice():
    traits = traits_of("{1956-12,1957-03~}")
    assert not traits.is_choice
    assert traits.shape is SetShape.SPREAD
    about, after = month_start_s(1957, 3), month_start_s(1957, 4)
    assert traits.members[1] == Member(about, after, about - 30 * DAY_S, after + 30 * DAY_S, False, False)


@pytest.mark.parametrize(
    ("date", "shape", "ranges"),
    [
        ("[1950..1953]", SetShape.RANGE, [True]),
        ("{1950..1953}", SetShape.RANGE, [True]),
        ("[..1959]", SetShape.RANGE, [True]),
        ("[1958,1959..]", SetShape.RANGE, [False, True]),
        ("[1958,1960..1962]", SetShape.SPREAD, [False, True]),
        ("[1958]", SetShape.NONE, []),
        ("{1958}", SetShape.NONE, []),
        ("1958/1959", SetShape.NONE, []),
        ("1959", SetShape.NONE, []),
    ],
)
def test_one_stretch_and_open_sets_are_bars_with_marks_at_their_ends(date, shape, ranges):
    traits = traits_of(date)
    assert traits.shape is shape
    assert [member.is_range for member in traits.members] == ranges


def test_one_date_in_brackets_is_no_choice():
    assert not traits_of("[1958]").is_choice


def test_an_open_end_of_a_range_has_no_bounds():
    (member,) = traits_of("[1958..]").members
    assert (member.latest_s, member.fuzz_latest_s) == (None, None)


def narrowed(text, first, last):
    """Return the traits of a date whose bounds other events have drawn closer, to whole years."""
    bounds = year_start_s(first), year_start_s(last)
    date = parse(text)._replace(
        earliest_s=bounds[0], latest_s=bounds[1], fuzz_earliest_s=bounds[0], fuzz_latest_s=bounds[1],
        earliest_state=EndState.KNOWN, latest_state=EndState.KNOWN,
    )  # fmt: skip
    return traits_of_date(date, 3)


def test_marks_stand_within_bounds_that_other_events_have_drawn_closer():
    (member,) = narrowed("[1950..1960]", 1955, 1958).members
    assert member[:4] == (year_start_s(1955), year_start_s(1958)) * 2
    (member,) = narrowed("[1950..]", 1955, 1958).members
    assert member[:2] == (year_start_s(1955), year_start_s(1958))


def test_members_outside_closer_bounds_have_no_mark():
    traits = narrowed("[1950,1955..1957]", 1955, 1958)
    assert traits.shape is SetShape.RANGE
    assert [member.is_range for member in traits.members] == [True]
    single = narrowed("[1950,1955]", 1955, 1956)
    assert (single.shape, single.members, single.is_choice) == (SetShape.NONE, (), False)


def test_of_an_approximate_date_outside_closer_bounds_the_margin_is_left():
    traits = narrowed("[1950~,1956]", 1953, 1958)
    assert traits.members[0][:4] == (year_start_s(1953), year_start_s(1956)) * 2


def test_traits_are_made_once():
    book = TraitBook(Showing(small_document({"id": "it", "date": "1959"})))
    assert book.of(0) is book.of(0)


def test_an_event_without_a_date_has_no_ends_to_be_sure_of():
    traits = TraitBook(Showing(small_document({"id": "it"}))).of(0)
    assert (traits.start, traits.end) == (UNKNOWN, UNKNOWN)
    assert not traits.has_core
