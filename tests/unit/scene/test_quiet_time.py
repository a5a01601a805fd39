# SPDX-License-Identifier: MIT
"""Which stretches are folded: long ones without beginnings, ends and doubt, where events usually follow faster."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given

from tests.sample_documents import small_document
from tests.strategies import documents
from timeline_app.chrono.historical_date import DateKind
from timeline_app.chrono.instant import MEAN_YEAR_S, civil_from_seconds, year_start_s
from timeline_app.content.reader import read_exhibit
from timeline_app.model.showing import Showing
from timeline_app.scene.index_making import build_index
from timeline_app.scene.quiet_time import AIR_SHARE, BREAK_SHARE, LONG_SHARE, MOST_SHARE, fold_of
from timeline_app.scene.time_fold import TimeFold

YEAR_S = MEAN_YEAR_S
ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = ROOT / "resources" / "examples"


@cache
def exhibit(path):
    """Return an exhibit that comes with the program."""
    document = read_exhibit(path).document
    assert document is not None
    return document


def fold_of_showing(showing: Showing) -> TimeFold:
    """Return the fold of an exhibit that has one."""
    fold = fold_of(showing, build_index(showing))
    assert fold is not None
    return fold


def fold_for(*dates, **others):
    document = small_document(*({"id": f"e{n}", "date": date} for n, date in enumerate(dates)), **others)
    showing = Showing(document)
    return fold_of(showing, build_index(showing))


def years_of(fold):
    """Return the folded stretches in years, rounded."""
    if fold is None:
        return []
    return [(round(gap.first_s / YEAR_S + 1970), round(gap.last_s / YEAR_S + 1970)) for gap in fold.gaps]


BUSY = [f"19{year:02d}-0{month}-12" for year in range(6) for month in range(1, 9, 2)]
"""Twenty-four days of 1900 to 1905, two months from one to the next."""
LATER = [f"19{year:02d}-0{month}-12" for year in range(60, 64) for month in range(1, 9, 2)]


def test_a_long_stretch_between_busy_years_is_folded():
    assert years_of(fold_for(*BUSY, *LATER)) == [(1906, 1960)]


@pytest.mark.parametrize(
    "dates",
    [(), ("1900",), ("1900", "1999"), ("1900-01-01", "1999-12-31"), ("1900/1910", "1990/2000")],
)
def test_nothing_is_folded_where_there_is_nothing_to_compare_with(dates):
    assert fold_for(*dates) is None


def test_undated_events_alone_fold_nothing():
    assert fold_for(None, None) is None


def test_events_that_follow_each_other_evenly_are_never_far_apart():
    assert fold_for(*(f"{year}-05-05" for year in range(1900, 2000, 10))) is None
    assert fold_for("1900", "1905", "1910", "1915") is None


def test_of_three_events_the_odd_one_is_far_away():
    assert years_of(fold_for("1900", "1901", "1990")) == [(1902, 1990)]


def test_a_stretch_that_is_short_beside_the_whole_is_not_folded():
    decades = [f"{year}-05-05" for year in range(1800, 1900, 2)]
    assert fold_for(*decades, "1908-05-05") is None


def test_what_goes_on_certainly_passes_through_and_is_told():
    for dates, is_crossed in (([*BUSY, *LATER, "1903/1961"], True), ([*BUSY, *LATER], False)):
        fold = fold_for(*dates)
        assert fold is not None
        assert [gap.is_crossed for gap in fold.gaps] == [is_crossed]


@pytest.mark.parametrize(
    "doubtful",
    ["1907~/1958~", "1905-08/1961?", "1906/", "[1907..1958]", "{1907,1930,1958}", "190X/196X"],
)
def test_a_stretch_of_doubt_is_never_folded(doubtful):
    showing = Showing(
        small_document(*({"id": f"e{n}", "date": date} for n, date in enumerate([*BUSY, *LATER, doubtful])))
    )
    fold = fold_of(showing, build_index(showing))
    doubts = _doubts(showing)
    for gap in fold.gaps if fold is not None else ():
        assert not any(first_s < gap.last_s and gap.first_s < last_s for first_s, last_s in doubts)


def test_an_unknown_end_is_doubt_to_where_it_fades():
    assert years_of(fold_for(*BUSY, *LATER, "1906/")) == [(1908, 1960)]


def test_a_single_date_of_which_only_the_decades_are_known_is_doubt_all_along():
    assert fold_for(*BUSY, *LATER, "19XX") is None


def test_seconds_are_too_few_to_be_folded():
    assert fold_for("1969-07-20T20:17:40Z", "1969-07-20T20:17:41Z", "1969-07-20T20:17:59Z") is None


# -- exhibits that come with the program ----------------------------------------------------------


def test_the_built_in_exhibit_is_quiet_before_the_war_and_between_the_ships_and_the_visits():
    showing = Showing(exhibit(ROOT / "events.yaml"))
    fold = fold_of_showing(showing)
    assert [
        (civil_from_seconds(gap.first_s).year, civil_from_seconds(gap.last_s).year) for gap in fold.gaps
    ] == [(1911, 1944), (1972, 1983), (1985, 1993)]
    assert [gap.is_crossed for gap in fold.gaps] == [True, True, True]


def test_caesar_is_quiet_until_plutarch_is_born():
    showing = Showing(exhibit(EXAMPLES / "caesar.yaml"))
    fold = fold_of_showing(showing)
    assert [
        (civil_from_seconds(gap.first_s).year, civil_from_seconds(gap.last_s).year) for gap in fold.gaps
    ] == [(17, 88)]


def test_the_big_bang_is_quiet_for_thousands_of_millions_of_years():
    showing = Showing(exhibit(EXAMPLES / "big-bang.yaml"))
    fold = fold_of_showing(showing)
    longest = max(fold.gaps, key=lambda gap: gap.last_s - gap.first_s)
    assert longest.last_s - longest.first_s > 7 * 10**9 * YEAR_S
    seconds = [int(second) for second in (*showing.dates.earliest_s[:40], year_start_s(-13_800_000_000))]
    outside = [at for at in seconds if not any(gap.first_s <= at < gap.last_s for gap in fold.gaps)]
    assert [fold.instant_of(fold.axis_of(at)) for at in outside] == outside


# -- laws -----------------------------------------------------------------------------------------


def _doubts(showing):
    """Return what is drawn of beginnings and ends with all their doubt; of what is no interval, all of it."""
    index, dates = build_index(showing), showing.dates
    found = []
    for entry in range(len(index)):
        ordinal = int(index.ordinal[entry])
        first_s, last_s = int(index.start_s[entry]), int(index.end_s[entry])
        core_s, core_end_s = int(dates.core_start_s[ordinal]), int(dates.core_end_s[ordinal])
        if dates.kind[ordinal] == DateKind.INTERVAL and core_s < core_end_s:
            found += [(first_s, max(core_s, first_s)), (min(core_end_s, last_s), last_s)]
        else:
            found.append((first_s, last_s))
    return found


@given(documents)
def test_a_fold_touches_nothing_that_begins_or_ends(document):
    showing = Showing(document)
    index = build_index(showing)
    fold = fold_of(showing, index)
    if fold is None:
        return
    kept_s = fold.axis_of(fold.span_s[1]) - fold.axis_of(fold.span_s[0])
    for gap in fold.gaps:
        air_s = [abs(gap.first_s - bound) for bound in index.end_s.tolist() if bound <= gap.first_s]
        air_s += [abs(bound - gap.last_s) for bound in index.start_s.tolist() if bound >= gap.last_s]
        assert not any(first_s < gap.last_s and gap.first_s < last_s for first_s, last_s in _doubts(showing))
        assert min(air_s) >= 0.8 * AIR_SHARE * kept_s * min(1.0, MOST_SHARE / len(fold.gaps) / 0.1)
        assert gap.factor >= 2
        # A whole number of seconds becomes one: other breaks may be shorter than they might, and with them the axis.
        assert gap.axis_last_s - gap.axis_first_s <= 1.25 * BREAK_SHARE * kept_s + 1
    # No events that were apart come to lie over each other, and their order stays.
    order = np.argsort(index.start_s, kind="stable")
    for columns in (index.start_s[order].tolist(), sorted(index.end_s.tolist())):
        for before, after in pairwise(columns):
            assert fold.axis_of(after) - fold.axis_of(before) >= min(after - before, 1)
    bounds = list(zip(index.start_s.tolist(), index.end_s.tolist(), strict=True))
    for first, last in pairwise(bounds):
        if first[1] <= last[0]:
            assert fold.axis_of(first[1]) <= fold.axis_of(last[0])


def test_all_breaks_together_leave_room_for_time():
    clusters = [f"{1000 + 40 * number}-0{month}-01" for number in range(9) for month in range(1, 6)]
    showing = Showing(small_document(*({"id": f"e{n}", "date": date} for n, date in enumerate(clusters))))
    fold = fold_of_showing(showing)
    assert len(fold.gaps) == 8
    kept_s = fold.axis_of(fold.span_s[1]) - fold.axis_of(fold.span_s[0])
    assert sum(gap.axis_last_s - gap.axis_first_s for gap in fold.gaps) <= MOST_SHARE * kept_s
    assert LONG_SHARE > 2 * (BREAK_SHARE + AIR_SHARE)
