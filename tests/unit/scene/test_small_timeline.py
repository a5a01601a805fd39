# SPDX-License-Identifier: MIT
"""A small timeline: all marks within it, each large enough to be hit, the nearest is meant, doubt as on the canvas."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_documents import document_of, small_document
from tests.stages import ENGLISH, plain_surface
from timeline_app.base.geometry import Rect
from timeline_app.chrono.columns import DateColumns, Mask
from timeline_app.model.document import Document
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.scene.items import BarShape, DotShape, EndStyle, Item, Kind, Layer
from timeline_app.scene.small_timeline import (
    LEAST_HIT_PX,
    MOST_MARKS,
    MOST_ROWS,
    SmallTimeline,
    rows_of,
    small_timeline,
)

DATES = (
    "1955-07-01",
    "1956~",
    "1957?",
    "1958/1960",
    "1959-08-13/..",
    "1959/",
    "[1959-11-06,1959-11-07]",
    "1961-05",
)
"""An exact day, doubt of three kinds, spans, an open and an unknown end, one of two days, a month."""


def dated(*dates: str | None) -> Document:
    events = ({"id": f"e{number}", **({"date": date} if date else {})} for number, date in enumerate(dates))
    return small_document(*events)


def drawn(
    document: Document,
    width_px: float = 360.0,
    text_scale: float = 1.0,
    *,
    selected: int | None = None,
    mirrored: bool = False,
) -> SmallTimeline:
    showing = Showing(document)
    surface = plain_surface(width_px, 0.0, text_scale, mirrored=mirrored)
    found = small_timeline(showing, range(len(document.events)), surface, ENGLISH, selected)
    assert found is not None
    return found


def labels(timeline: SmallTimeline) -> list[str]:
    return [item.text for item in timeline.scene.items if item.kind is Kind.LABEL]


def marks_of(timeline: SmallTimeline, ordinal: int) -> list[Item]:
    kinds = (Kind.DOT, Kind.BAR)
    found = (item for item in timeline.scene.items if item.kind in kinds and item.target is not None)
    return [item for item in found if item.target is not None and item.target.index == ordinal]


# -- where marks stand ----------------------------------------------------------------------------


@given(
    st.lists(st.sampled_from(DATES), min_size=1, max_size=30),
    st.floats(120.0, 900.0),
    st.sampled_from((1.0, 1.5, 2.0, 3.0)),
)
def test_every_mark_is_within_the_picture_and_large_enough_to_be_hit(
    dates: list[str], width_px: float, text_scale: float
) -> None:
    timeline = drawn(dated(*dates), width_px, text_scale)
    whole = Rect(0.0, 0.0, *timeline.scene.size)
    assert len(timeline.marks) == len(dates)
    for mark in timeline.marks:
        assert min(mark.hit.w, mark.hit.h) >= LEAST_HIT_PX
        assert whole.x <= mark.hit.x
        assert mark.hit.right <= whole.right + 1e-6
        assert whole.y <= mark.hit.y
        assert mark.hit.bottom <= whole.bottom
        assert mark.rect.x >= -1e-6
        assert mark.rect.right <= whole.right + 1e-6


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(0, 90)), max_size=40), st.floats(0, 8))
def test_rows_are_free_until_there_are_no_more(spans: list[tuple[float, float]], gap: float) -> None:
    ordered = sorted((left, left + width) for left, width in spans)
    rows = rows_of(ordered, gap, most=100)
    for row in set(rows):
        in_row = [span for span, its_row in zip(ordered, rows, strict=True) if its_row == row]
        assert all(after[0] >= before[1] + gap for before, after in pairwise(in_row))
    assert set(rows_of(ordered, gap)) <= set(range(MOST_ROWS))


def test_later_events_stand_farther_to_the_right_and_to_the_left_in_a_mirror() -> None:
    document = dated("1955-07-01", "1957-03-02", "1961-05-04")
    plain, turned = drawn(document), drawn(document, mirrored=True)
    xs = [mark.rect.centre.x for mark in plain.marks]
    assert xs == sorted(xs)
    assert [round(360.0 - mark.rect.centre.x, 6) for mark in turned.marks] == [round(x, 6) for x in xs]
    assert [mark.hit.w for mark in turned.marks] == [mark.hit.w for mark in plain.marks]


def test_the_picture_grows_with_its_rows_and_no_further() -> None:
    alone = drawn(dated("1959-01-01", "1969-01-01")).scene.size.h
    crowded = drawn(dated(*["1959-01-01"] * 30, "1969-01-01")).scene.size.h
    assert alone < crowded
    assert crowded == drawn(dated(*["1959-01-01"] * 60, "1969-01-01")).scene.size.h


def test_a_lone_day_has_air_about_it() -> None:
    timeline = drawn(dated("1959-08-13"))
    assert timeline.marks[0].rect.centre.x == pytest.approx(180.0, abs=1.0)


# -- what is meant --------------------------------------------------------------------------------


def test_a_point_means_the_nearest_of_the_marks_whose_areas_hold_it() -> None:
    timeline = drawn(dated("1959-01-01", "1960-04-01", "1979-01-01"))
    first, second, third = (mark.rect.centre for mark in timeline.marks)
    assert second.x - first.x < LEAST_HIT_PX
    assert first.y == second.y
    for number, centre in enumerate((first, second, third)):
        assert timeline.at(*centre) == number
    middle = (first.x + second.x) / 2
    assert timeline.at(middle - 1.0, first.y) == 0
    assert timeline.at(middle + 1.0, first.y) == 1
    assert timeline.at((second.x + third.x) / 2, first.y) is None


# -- what it looks like ---------------------------------------------------------------------------


def test_doubt_looks_as_on_the_canvas() -> None:
    timeline = drawn(
        dated("1958/1960-06", "1956-03-05~", "1957-02-03?", "1959-08-13/..", "1950-01-01"), 900.0
    )
    (span,), (about,), (unsure,), (going_on,) = (marks_of(timeline, ordinal) for ordinal in range(4))
    assert isinstance(span.detail, BarShape)
    assert (span.detail.left, span.detail.right) == (EndStyle.FADE, EndStyle.FADE)
    assert span.rect.x < span.detail.core_x < span.detail.core_right < span.rect.right
    assert isinstance(about.detail, DotShape)
    assert about.detail.soft
    assert isinstance(unsure.detail, DotShape)
    assert unsure.detail.hollow
    assert isinstance(going_on.detail, BarShape)
    assert (going_on.detail.left, going_on.detail.right) == (EndStyle.SOLID, EndStyle.OPEN)
    assert going_on.rect.right == pytest.approx(895.0)


def test_one_of_two_days_has_two_hollow_marks_once_there_is_room() -> None:
    near = drawn(dated("[1959-11-06,1959-11-20]", "1959-11-01", "1959-11-30"), 600.0)
    shapes = [item.detail for item in marks_of(near, 0)]
    assert [isinstance(shape, DotShape) and shape.hollow for shape in shapes] == [True, True]


def test_marks_have_the_colour_of_the_lane_of_whoever_acted() -> None:
    lanes = {"town": {"title": "Town", "colour": "plum"}, "office": {"title": "Office", "colour": "moss"}}
    events = [
        {"id": "a", "title": "A", "date": "1959-01-01", "lane": "office"},
        {"id": "b", "title": "B", "date": "1960-01-01"},
    ]
    timeline = drawn(document_of({"title": "X", "lanes": lanes, "events": events}))
    assert [marks_of(timeline, ordinal)[0].colour for ordinal in (0, 1)] == ["moss", "slate"]


def test_the_selected_event_lies_on_a_card_above_all_others() -> None:
    document = dated("1959-01-01", "1959-01-02", "1965-01-01")
    timeline = drawn(document, selected=1)
    (card,) = [item for item in timeline.scene.items if item.kind is Kind.CARD]
    (mark,) = marks_of(timeline, 1)
    assert mark.layer is Layer.RAISED
    assert card.rect.contains(*mark.rect.centre)
    assert not any(item.kind is Kind.CARD for item in drawn(document).scene.items)


def test_years_are_told_below_as_many_as_have_room() -> None:
    document = dated("1955-01-01", "1964-12-31")
    assert labels(drawn(document, 200.0)) == ["1955", "1960", "1965"]
    assert labels(drawn(document, 900.0)) == [str(year) for year in range(1955, 1966)]


def test_a_long_time_without_events_is_folded_but_never_a_bar() -> None:
    days = [f"{year}-{month:02d}-01" for year in (1955, 1956, 2007) for month in (1, 4, 7, 10)]
    folded = drawn(dated(*days))
    assert folded.is_folded
    assert sum(item.kind is Kind.BREAK for item in folded.scene.items) == 1
    crossed = drawn(dated(*days, "1955-01-01/2008-01-01"))
    assert not crossed.is_folded
    assert not any(item.kind is Kind.BREAK for item in crossed.scene.items)
    assert not drawn(dated(*days[1:])).is_folded


# -- what is not drawn ----------------------------------------------------------------------------


def test_without_a_place_in_time_there_is_nothing_to_draw() -> None:
    document = dated(None, None)
    assert small_timeline(Showing(document), (0, 1), plain_surface(), ENGLISH) is None
    assert [mark.ordinal for mark in drawn(dated(None, "1959")).marks] == [1]


def test_of_very_many_events_the_most_important_are_drawn_and_the_selected_one() -> None:
    events = [
        {"id": f"e{number}", "date": f"{1700 + number}", "importance": 5 if number % 2 else 1}
        for number in range(2 * MOST_MARKS)
    ]
    document = small_document(*events)
    timeline = drawn(document)
    assert [mark.ordinal for mark in timeline.marks] == list(range(1, 2 * MOST_MARKS, 2))
    assert timeline.left_out == MOST_MARKS
    assert 0 in [mark.ordinal for mark in drawn(document, selected=0).marks]


def test_which_events_are_dated_is_asked_of_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    document = dated(*(["1959"] * 50), None)
    asked: list[int] = []

    def noted(dates: DateColumns) -> Mask:
        asked.append(len(dates))
        mask: Mask = np.arange(len(dates)) != 50
        return mask

    monkeypatch.setattr(DateColumns, "is_dated", property(noted))
    assert len(drawn(document).marks) == 50
    assert len(asked) < 10


def test_at_a_cursor_an_end_that_had_not_come_is_open() -> None:
    raw = {
        "title": "X",
        "lanes": {"town": {"title": "Town"}},
        "events": [
            {"id": "a", "title": "A", "date": "1958/1965", "lane": "town", "known": "public"},
            {"id": "b", "title": "B", "date": "1950", "lane": "town", "known": "public"},
        ],
    }
    cursor = known_at_date("1960")
    assert cursor is not None
    showing = Showing(document_of(raw), Lens(known_at=cursor))
    timeline = small_timeline(showing, (1, 0), plain_surface(360.0), ENGLISH)
    assert timeline is not None
    (mark,) = marks_of(timeline, 0)
    assert isinstance(mark.detail, BarShape)
    assert mark.detail.right is EndStyle.OPEN
    assert not any("1965" in label for label in labels(timeline))
