# SPDX-License-Identifier: MIT
"""Links to a view, as short texts: `timeline://ships-from-niigata/1955/1960?select=calcutta&page=event&v=1`.

Dates are EDTF, everything else ids: a link holds no text of an exhibit and no path. What can be written can be read
again; what is not understood is named and passed over. Nothing here knows any exhibit (`view_link_use` does).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from timeline_app.model.filters import FACETS, UNFILTERED, Filters
from timeline_app.model.records import Audience

SCHEME: Final = "timeline://"
VERSION: Final = 1
YES: Final = "yes"
NO: Final = "no"
NONE: Final = "none"
_AS_IT_IS: Final = "-._~:"


@dataclass(frozen=True, slots=True)
class LinkedMoment:
    """As of when, and as known to whom; a date in EDTF."""

    date: str
    audience: Audience = "public"
    where: str = ""


@dataclass(frozen=True, slots=True)
class ViewLink:
    """What a link says; whatever is left out is as the exhibit was made.

    `range` is the view as two dates in EDTF with a slash between them. `page` is the value of a `PanelPage`, `subject` the
    id of what it is about. `calendars` None are those that the exhibit asks for.
    """

    exhibit: str
    range: str = ""
    selected: tuple[str, ...] = ()
    page: str = ""
    subject: str = ""
    filters: Filters = UNFILTERED
    dates: str = ""
    certain: bool = False
    known_at: LinkedMoment | None = None
    without: tuple[str, ...] = ()
    takes_derived: bool = False
    hidden: tuple[str, ...] = ()
    collapsed: tuple[str, ...] = ()
    calendars: tuple[str, ...] | None = None
    is_quiet_folded: bool = False
    evidence_shown: bool = False
    silences_shown: bool = True
    language: str = ""


def link_text(link: ViewLink) -> str:
    """Return a link as a text, the same one for the same view."""
    place = "/".join(_quoted(part) for part in (link.exhibit, *link.range.split("/")) if part)
    parts = [*_view_parts(link), *_filter_parts(link), *_look_parts(link), ("v", str(VERSION))]
    return f"{SCHEME}{place}?" + "&".join(f"{name}={value}" for name, value in parts if value)


def _view_parts(link: ViewLink) -> list[tuple[str, str]]:
    page = _quoted(link.page) + (f":{_quoted(link.subject)}" if link.subject else "")
    moment = link.known_at
    return [
        ("select", _listed(link.selected)),
        ("page", page if link.page else ""),
        ("known", _quoted(moment.date) if moment is not None else ""),
        ("knowers", moment.audience if moment is not None and moment.audience != "public" else ""),
        ("country", _quoted(moment.where) if moment is not None else ""),
        ("without", _listed(link.without)),
        ("derived", YES if link.without and link.takes_derived else ""),
    ]


def _filter_parts(link: ViewLink) -> list[tuple[str, str]]:
    facets = [(facet, _listed(tuple(sorted(link.filters.of(facet))))) for facet in FACETS]
    return [
        *facets,
        ("dates", _quoted(link.dates)),
        ("certain", YES if link.dates and link.certain else ""),
    ]


def _look_parts(link: ViewLink) -> list[tuple[str, str]]:
    calendars = link.calendars
    return [
        ("hidden", _listed(link.hidden)),
        ("collapsed", _listed(link.collapsed)),
        ("calendars", "" if calendars is None else _listed(calendars) or NONE),
        ("quiet", YES if link.is_quiet_folded else ""),
        ("evidence", YES if link.evidence_shown else ""),
        ("silences", "" if link.silences_shown else NO),
        ("language", _quoted(link.language)),
    ]


def _listed(values: tuple[str, ...]) -> str:
    return ",".join(_quoted(value) for value in values if value)


def _quoted(text: str) -> str:
    return quote(text, safe=_AS_IT_IS, errors="replace")
