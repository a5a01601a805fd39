# SPDX-License-Identifier: MIT
"""Columns with other dates in some rows are the columns of those dates."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import date_texts
from timeline_app.chrono.columns import DateColumns, columns_of, with_rows
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import HistoricalDate

_dates = st.one_of(date_texts.map(parse), st.none())


@given(st.lists(_dates, min_size=1, max_size=8), st.data())
def test_changed_rows_are_as_if_they_had_always_been_there(
    dates: list[HistoricalDate | None], data: st.DataObject
) -> None:
    rows = data.draw(st.dictionaries(st.integers(0, len(dates) - 1), date_texts.map(parse), min_size=1))
    before = columns_of(dates)
    changed = with_rows(before, rows)
    expected = columns_of([rows.get(row, date) for row, date in enumerate(dates)])
    assert _told(changed) == _told(expected)
    assert _told(before) == _told(columns_of(dates))


def _told(columns: DateColumns) -> dict[str, list[int]]:
    own = {name: getattr(columns, name) for name in DateColumns.__slots__ if name != "stretches"}
    stretches = {name: getattr(columns.stretches, name) for name in columns.stretches.__slots__}
    return {name: np.asarray(column).tolist() for name, column in {**own, **stretches}.items()}
