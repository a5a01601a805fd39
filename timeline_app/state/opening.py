# SPDX-License-Identifier: MIT
"""Views from texts: the exhibit's opening, `--view`, tour stops."""

from __future__ import annotations

from contextlib import suppress

from timeline_app.base.errors import DateError
from timeline_app.base.messages import Message
from timeline_app.chrono.date_settings import DEFAULT_SETTINGS, DateSettings
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.instant import MEAN_YEAR_S
from timeline_app.model.document import Document
from timeline_app.scene.view import View, with_air

MARGIN = 0.03
WORDS_SHARE = 0.15
"""Room for the words of the last events, before anything is measured."""


def view_of_text(text: str, settings: DateSettings = DEFAULT_SETTINGS) -> View:
    """Return the view that "1954/1986" or a single date such as "1959" names; both sides are EDTF.

    Raises DateError when the text is no date or has an end that nobody knows.
    """
    date = parse(text, settings)
    if date.earliest_s is None or date.latest_s is None:
        raise DateError(Message.of("view.problem.open-end", text=text))
    return View.between(date.earliest_s, date.latest_s)


def opening_view(document: Document) -> View:
    """Return the exhibit's opening view; failing that, the whole exhibit."""
    opening = document.about.opening
    if opening is not None and opening.view:
        # A view that cannot be read is the reader's business to report; the exhibit opens all the same.
        with suppress(DateError):
            return view_of_text(opening.view, document.date_settings)
    # Without any date a year, as the whole view has it then, and not some seconds.
    first_s, last_s = with_air(*(document.span_s or (0, MEAN_YEAR_S)), document.events.shortest_s)
    return View.between(first_s, last_s + int((last_s - first_s) * WORDS_SHARE), margin=MARGIN)


def opening_event(document: Document) -> str | None:
    """Return the id of the event that is open at the start, if the exhibit names one."""
    opening = document.about.opening
    if opening is None or opening.event not in document.events.ordinal_of:
        return None
    return opening.event
