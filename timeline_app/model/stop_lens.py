# SPDX-License-Identifier: MIT
"""What a stop of a tour sets of the lens, as its file says it: the second cursor, and the filters."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from timeline_app.base.errors import DateError
from timeline_app.model.filters import FACETS, Filters
from timeline_app.model.known_at import KnownAt, known_at_date

if TYPE_CHECKING:
    from timeline_app.model import records
    from timeline_app.model.document import Document


def stop_cursor(text: str | None, document: Document) -> KnownAt | None:
    """Return the cursor at a date in EDTF, None for no date.

    There is none either in an exhibit in which nobody is said to know anything, nor at what is no date with an end.
    """
    if not text or document.publicity.known.is_empty:
        return None
    # The reader of the file has already said what is wrong with it.
    with suppress(DateError):
        return known_at_date(text, document.date_settings)
    return None


def stop_filters(stop: records.Stop) -> Filters:
    """Return what a stop filters by; what no facet is named like filters nothing."""
    chosen = ((name, stop.filters[name]) for name in FACETS if name in stop.filters)
    return Filters(
        **{name: frozenset([values] if isinstance(values, str) else values) for name, values in chosen}
    )
