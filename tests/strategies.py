# SPDX-License-Identifier: MIT
"""What Hypothesis draws for geometry and time: instants from today to the Big Bang, views of all widths."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.sample_documents import small_document
from timeline_app.chrono.edtf import can_be_read
from timeline_app.chrono.instant import MEAN_YEAR_S
from timeline_app.model.document import Document
from timeline_app.scene.view import MAX_SPAN_S, MIN_SPAN_S, View

BIG_BANG_S = -13_800_000_000 * MEAN_YEAR_S
TODAY_S = 57 * MEAN_YEAR_S

#: Instants at every age alike: as many within this century as within the age of the stars.
instants = st.one_of(
    st.integers(-TODAY_S, 2 * TODAY_S),
    st.integers(0, 43).map(lambda power: TODAY_S - 2**power * MEAN_YEAR_S // 1_000),
    st.integers(BIG_BANG_S, TODAY_S),
)

#: Widths at every zoom alike, from ten seconds to the whole axis.
spans = st.one_of(
    st.floats(MIN_SPAN_S, MAX_SPAN_S),
    st.floats(0.0, 1.0)
    .map(lambda part: MIN_SPAN_S * (MAX_SPAN_S / MIN_SPAN_S) ** part)
    .map(lambda span_s: min(max(span_s, MIN_SPAN_S), MAX_SPAN_S)),
)

views = st.builds(
    View, start_s=instants, span_s=spans, start_fraction=st.floats(0.0, 1.0, exclude_max=True)
).map(View.clamped)

#: Dates of the twentieth century of every shape that is drawn apart.
_days = st.tuples(st.integers(1900, 1999), st.integers(1, 12), st.integers(1, 28))
_dates = st.one_of(
    _days.map(lambda day: "{:04d}-{:02d}-{:02d}".format(*day)),
    _days.map(lambda day: "{:04d}-{:02d}".format(*day)),
    _days.map(lambda day: f"{day[0]:04d}"),
)
_spans = st.tuples(_dates, _dates).map(sorted).map("/".join).filter(can_be_read)
date_texts = st.one_of(
    _dates,
    _dates.map(lambda date: date + "?"),
    _dates.map(lambda date: date + "~"),
    _spans,
    _dates.map(lambda date: date + "/"),
    _dates.map(lambda date: date + "/.."),
    _dates.map(lambda date: "../" + date),
    st.lists(_dates, min_size=2, max_size=4, unique=True).map(lambda dates: f"[{','.join(sorted(dates))}]"),
    st.lists(_dates, min_size=2, max_size=3, unique=True).map(lambda dates: f"{{{','.join(sorted(dates))}}}"),
)

LANES = ("town", "office", "crew")

_events = st.fixed_dictionaries(
    {
        "date": st.one_of(date_texts, date_texts, date_texts, st.none()),
        "lane": st.lists(st.sampled_from(LANES), min_size=1, max_size=2, unique=True),
        "importance": st.integers(1, 5),
        "title": st.integers(1, 30).map(lambda length: "x" * length),
    }
)


def exhibits(*, least: int = 0, most: int = 24) -> st.SearchStrategy[list[dict[str, object]]]:
    """Draw some events in three lanes, some of them in several and some without a date."""
    return st.lists(_events, min_size=least, max_size=most)


def document_with(events: list[dict[str, object]]) -> Document:
    """Return the exhibit of drawn events."""
    return small_document(
        *({"id": f"event-{number}", **event} for number, event in enumerate(events)), lanes=LANES
    )


documents = exhibits().map(document_with)
