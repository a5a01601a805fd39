# SPDX-License-Identifier: MIT
"""What Hypothesis draws for geometry and time: instants from today to the Big Bang, views of all widths."""

from __future__ import annotations

from hypothesis import strategies as st

from timeline_app.chrono.instant import MEAN_YEAR_S
from timeline_app.scene.view import MAX_SPAN_S, MIN_SPAN_S, View

BIG_BANG_S = -13_800_000_000 * MEAN_YEAR_S
TODAY_S = 57 * MEAN_YEAR_S

#: Instants at every age alike: as many within this century as within the age of the stars.
instants = st.one_of(
    st.integers(-TODAY_S, 2 * TODAY_S),
    st.integers(0, 43).map(lambda power: TODAY_S - 2**power * MEAN_YEAR_S // 1_000),
    st.integers(BIG_BANG_S, TODAY_S),
)

#: Widths at every zoom alike, from ten minutes to the widest that is allowed.
spans = st.one_of(
    st.floats(MIN_SPAN_S, MAX_SPAN_S),
    st.floats(0.0, 1.0)
    .map(lambda part: MIN_SPAN_S * (MAX_SPAN_S / MIN_SPAN_S) ** part)
    .map(lambda span_s: min(max(span_s, MIN_SPAN_S), MAX_SPAN_S)),
)

views = st.builds(View, start_s=instants, span_s=spans, start_fraction=st.floats(0.0, 1.0, exclude_max=True))
