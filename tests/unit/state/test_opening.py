# SPDX-License-Identifier: MIT
"""Views from texts, and what is seen first."""

import pytest

from tests.sample_documents import small_document
from timeline_app.base.errors import DateError
from timeline_app.chrono.instant import MEAN_YEAR_S, seconds_from_civil
from timeline_app.scene.view import View
from timeline_app.state.opening import opening_event, opening_view, view_of_text

YEAR_1959 = View(seconds_from_civil(1959), 365 * 86_400.0)
EVENTS = ({"id": "talks", "date": "1955"}, {"id": "boat", "date": "1959-12-14"}, {"id": "saying"})


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1954/1986", (1954,), (1987,)),
        ("1959", (1959,), (1960,)),
        ("1959-06/1960-01", (1959, 6), (1960, 2)),
        ("1959-08-13", (1959, 8, 13), (1959, 8, 14)),
        ("-0043/0013", (-43,), (14,)),
        ("1956~", (1956,), (1957,)),
    ],
)
def test_a_text_names_a_view_from_its_first_second_to_its_last(text, first, last):
    view = view_of_text(text)
    assert (view.start_s, view.end_s) == (seconds_from_civil(*first), seconds_from_civil(*last))


def test_a_view_of_a_second_is_as_wide_as_views_must_be():
    assert view_of_text("1959-08-13T09:30").span_s == 60.0
    assert view_of_text("1959-08-13T09:30:00").span_s == 10.0


@pytest.mark.parametrize("text", ["1954/..", "../1954", "1954/", "/1954"])
def test_a_stretch_without_an_end_names_no_view(text):
    with pytest.raises(DateError) as raised:
        view_of_text(text)
    assert raised.value.message.key == "view.problem.open-end"
    assert raised.value.message.params == (("text", text),)


def test_what_is_no_date_names_no_view():
    with pytest.raises(DateError):
        view_of_text("long ago")


def test_an_exhibit_opens_where_it_says():
    document = small_document(*EVENTS, opening={"view": "1959", "event": "boat"})
    assert opening_view(document) == YEAR_1959
    assert opening_event(document) == "boat"


@pytest.mark.parametrize("opening", [None, {}, {"view": "long ago"}, {"view": "1959/.."}])
def test_an_exhibit_that_names_no_view_opens_whole(opening):
    document = small_document(*EVENTS, opening=opening)
    first_s, last_s = seconds_from_civil(1955), seconds_from_civil(1959, 12, 15)
    span_s = last_s - first_s
    view = opening_view(document)
    assert first_s - 0.04 * span_s < view.start_s < first_s
    # At the end there is room for the words of the last event.
    assert last_s + 0.15 * span_s < view.end_s < last_s + 0.2 * span_s


def test_an_exhibit_of_a_single_day_opens_with_days_around_it():
    view = opening_view(small_document({"id": "landing", "date": "1969-07-20"}))
    assert view.start_s < seconds_from_civil(1969, 7, 17)
    assert view.end_s > seconds_from_civil(1969, 7, 24)


def test_an_exhibit_without_dates_opens_on_about_a_year():
    view = opening_view(small_document({"id": "saying"}))
    assert MEAN_YEAR_S <= view.span_s <= 1.5 * MEAN_YEAR_S
    assert view.contains(0)


@pytest.mark.parametrize("opening", [None, {}, {"view": "1959"}, {"event": "no-such-event"}])
def test_an_exhibit_need_not_name_an_event(opening):
    assert opening_event(small_document(*EVENTS, opening=opening)) is None
