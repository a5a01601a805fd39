# SPDX-License-Identifier: MIT
"""What is named in a view, held to looking at every entry, also while the placement is still being made."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sample_documents import small_document
from tests.strategies import document_with, documents, exhibits
from timeline_app.chrono.instant import LIMIT_S, MEAN_YEAR_S, year_start_s
from timeline_app.model.showing import Showing
from timeline_app.scene import bands
from timeline_app.scene.bands import bands_of, named_in_view
from timeline_app.scene.index_making import build_index
from timeline_app.scene.lane_layout import LaneLayout
from timeline_app.scene.placement import Placement

LAYOUT = LaneLayout((), 20.0, 0.0)
SETTINGS = settings(max_examples=100)

thresholds = st.one_of(
    st.just(0.0),
    st.just(float("inf")),
    st.floats(-10.0, 40.0).map(lambda octave: 2.0**octave),
    st.integers(-4, 30).map(lambda octave: 2.0**octave),
)
label_widths = st.floats(20.0, 400.0)
zooms = st.one_of(
    st.floats(-9.0, 40.0).map(lambda octave: 2.0**octave), st.integers(0, 30).map(lambda at: 2.0**at)
)


def placed(index, rows, generations=1):
    """Return a placement with these thresholds and widths, made in so many parts."""
    placement = Placement.empty(len(index), LAYOUT)
    for part in range(generations):
        yield placement
        entries = slice(part * len(index) // generations, (part + 1) * len(index) // generations)
        placement.threshold[entries] = [row[0] for row in rows[entries]]
        placement.label_px[entries] = [row[1] for row in rows[entries]]
        placement.born[entries] = placement.generation + 1
        placement.generation += 1
    yield placement


def by_hand(index, placement, first_s, last_s, zoom):
    found = []
    for entry in range(len(index)):
        words_s = placement.label_px[entry] * zoom
        reach_s = max(index.end_s[entry] - first_s, index.anchor_s[entry] - first_s + words_s)
        if placement.threshold[entry] >= zoom and reach_s >= 0 and index.start_s[entry] <= last_s:
            found.append(entry)
    return [entry for entry in found if placement.threshold[entry] > 0.0]


@st.composite
def cases(draw):
    index = build_index(Showing(draw(documents)))
    count = len(index)
    rows = draw(st.lists(st.tuples(thresholds, label_widths), min_size=count, max_size=count))
    first_s = draw(st.integers(year_start_s(1890), year_start_s(2010)))
    return index, rows, first_s, first_s + draw(st.integers(1, 120 * MEAN_YEAR_S))


@SETTINGS
@given(cases(), zooms, st.integers(1, 5))
def test_what_is_named_is_found_at_every_stage_of_the_placement(case, zoom, generations):
    index, rows, first_s, last_s = case
    for placement in placed(index, rows, generations):
        found = named_in_view(index, placement, first_s, last_s, zoom)
        assert found.tolist() == by_hand(index, placement, first_s, last_s, zoom)


@SETTINGS
@given(exhibits(least=12), st.data())
def test_parts_are_joined_as_they_grow(crowd, data):
    index = build_index(Showing(document_with(crowd)))
    rows = data.draw(st.lists(st.tuples(thresholds, label_widths), min_size=len(index), max_size=len(index)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bands, "LEAST_RECENT", 2)
        for placement in placed(index, rows, 6):
            found = named_in_view(index, placement, year_start_s(1900), year_start_s(2000), 1.0)
            assert found.tolist() == by_hand(index, placement, year_start_s(1900), year_start_s(2000), 1.0)


def test_nothing_is_looked_at_again_while_nothing_is_placed(monkeypatch):
    index = build_index(Showing(small_document({"id": "a", "date": "1957"})))
    *_, placement = placed(index, [(1e9, 100.0)])
    view = index, placement, year_start_s(1950), year_start_s(1960), 1.0
    assert named_in_view(*view).tolist() == [0]
    monkeypatch.setattr(np, "flatnonzero", lambda _: pytest.fail("looked through all entries"))
    assert named_in_view(*view).tolist() == [0]


def test_another_placement_of_an_index_has_bands_of_its_own():
    index = build_index(Showing(small_document({"id": "a", "date": "1957"})))
    *_, one = placed(index, [(1e9, 100.0)])
    *_, other = placed(index, [(1.0, 100.0)])
    view = year_start_s(1950), year_start_s(1960)
    assert named_in_view(index, one, *view, 1e6).tolist() == [0]
    assert named_in_view(index, other, *view, 1e6).tolist() == []
    assert bands_of(index, other) is bands_of(index, other)


def test_what_lasts_from_one_end_of_the_axis_to_the_other_is_found_in_every_second():
    index = build_index(Showing(small_document({"id": "all", "date": "Y-146000000000/Y146000000000"})))
    *_, placement = placed(index, [(1e9, 100.0)])
    assert int(index.end_s[0]) - int(index.start_s[0]) > LIMIT_S
    assert named_in_view(index, placement, 0, 1, 1e-3).tolist() == [0]
    assert named_in_view(index, placement, LIMIT_S - 10, LIMIT_S, 1e-3).tolist() in ([0], [])
    assert named_in_view(index, placement, -LIMIT_S, -LIMIT_S + 10, 1e-3).tolist() == []


def test_a_day_among_many_is_found_without_looking_at_the_others():
    days = [{"id": f"day-{n}", "date": f"{1900 + n // 12}-{1 + n % 12:02d}-01"} for n in range(1_200)]
    index = build_index(Showing(small_document(*days)))
    *_, placement = placed(index, [(1e9, 100.0)] * 1_200)
    groups = bands_of(index, placement)
    groups.named(index, year_start_s(1950), year_start_s(1951), 1e4)
    assert (
        12
        <= sum(
            len(part.within(0, index.ranks_from(groups._earliest_s(year_start_s(1950), 1e4)), 613))
            for part in (groups._main, groups._recent)
        )
        < 20
    )
