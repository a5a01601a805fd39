# SPDX-License-Identifier: MIT
"""What of a reader's filters can be asked: nothing by which an answer would tell what may not be told.

Nobody is filtered by who is withheld or known by role alone. At a cursor nothing is asked of keywords, which are
given today, nor of people and places whose names were learnt later. In exhibits of very many events nothing is
asked of each event's evidence.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.base.text_value import Reader, ShownText
from timeline_app.model.facets import GRADED, MOST_GRADED
from timeline_app.model.filters import UNFILTERED, FacetName, Filters

if TYPE_CHECKING:
    from timeline_app.model.document import Document


def asked_filters(filters: Filters, document: Document, reader: Reader) -> Filters:
    """Return the filters that can be asked of an exhibit, without people and places that may not be told or are not there."""
    found = UNFILTERED
    for facet, values in filters.chosen():
        if is_asked(facet, document, reader):
            kept = frozenset(value for value in values if name_in(facet, value, document, reader) is not None)
            found = replace(found, **{facet: kept})
    return found


def is_asked(facet: FacetName, document: Document, reader: Reader) -> bool:
    """Tell whether a facet can be asked for at all."""
    if facet in GRADED:
        return len(document.events) <= MOST_GRADED
    return facet != "tag" or reader.known_by is None


def name_in(facet: FacetName, value: str, document: Document, reader: Reader) -> ShownText | None:
    """Return the name of a value, None where it may not be told; one of the program's own words is "" here."""
    if facet == "lane":
        lanes = (lane.record.title for lane in document.lanes if lane.id == value)
        return next((title.for_reader(reader) for title in lanes), ShownText(value, ""))
    if facet == "tag":
        return ShownText(value, reader.exhibit_language)
    if facet == "person":
        person = document.people.get(value)
        if person is None or person.privacy != "public":
            return None
        return _said(person.title.for_reader(reader))
    if facet == "place":
        place = document.places.get(value)
        return None if place is None else _said(place.title.for_reader(reader))
    return ShownText("", "")


def _said(name: ShownText) -> ShownText | None:
    return name if name.text else None
