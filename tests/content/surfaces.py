# SPDX-License-Identifier: MIT
"""Every text that a showing hands out, with its place: what panels, lists, canvas and screen reader get."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from types import NoneType
from typing import NamedTuple

import msgspec
import numpy as np

from tests.stages import ENGLISH, HEADS_PX, plain_surface
from timeline_app.base.messages import Message
from timeline_app.base.text_value import ShownText
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.phrases import date_in_words
from timeline_app.model.document import Document
from timeline_app.model.showing import Showing
from timeline_app.model.tour_views import TourView
from timeline_app.scene.outline import OutlineWords
from timeline_app.scene.stage import Stage
from timeline_app.scene.strip_marks import unfolded
from timeline_app.state.list_rows import RowTeller


class Surface(NamedTuple):
    """A text, and where it is told."""

    place: str
    text: str


def surfaces(showing: Showing, document: Document, *, canvas: bool = True) -> Iterator[Surface]:
    """Yield all texts of an exhibit as it is shown; the canvas, which takes longest, only if wanted."""
    whole = {
        "title": showing.title,
        "subtitle": showing.subtitle,
        "lanes": showing.lanes,
        "eras": showing.eras,
        "silences": showing.silences,
        "tours": showing.tours,
        "undated": showing.undated,
        "exhibit": showing.exhibit(),
        "moments": None if showing.lens.known_at else showing.known_moments,
    }
    for place, part in whole.items():
        yield from texts_of(part, place)
    for ordinal in shown_ordinals(showing):
        name = showing.event_id(ordinal)
        yield from texts_of(showing.label(ordinal), f"label of {name}")
        yield from texts_of(showing.event(ordinal), f"event {name}")
    for source_id in document.sources:
        yield from texts_of(showing.source(source_id), f"source {source_id}")
    for excerpt_id in document.excerpts:
        yield from texts_of(showing.excerpt(excerpt_id), f"excerpt {excerpt_id}")
    for claim_id in document.claims:
        yield from texts_of(showing.claim(claim_id), f"claim {claim_id}")
    for person_id in document.people:
        if (person := showing.people.page(person_id)) is not None:
            yield from texts_of(person.person, f"person {person_id}")
    for place_id in document.places:
        if (place_page := showing.places.page(place_id)) is not None:
            yield from texts_of(place_page.place, f"place {place_id}")
    for tour_id in document.tours:
        yield from texts_of(_of_tour(showing.tour(tour_id)), f"tour {tour_id}")
    yield from texts_of(showing.people.groups(), "people")
    yield from texts_of(showing.places.groups(), "places")
    if canvas:
        yield from on_canvas(showing)


def _of_tour(tour: TourView | None) -> tuple[object, ...]:
    """Return what is told of a tour and its stops; filters and ids are no texts."""
    if tour is None:
        return ()
    stops = tuple((stop.title, stop.date, stop.shows, stop.notes, stop.branches) for stop in tour.stops)
    return tour.title, tour.note, stops


def shown_ordinals(showing: Showing) -> list[int]:
    """Return the events that are shown, those without a place in time too."""
    dated: list[int] = np.flatnonzero(showing.visible).tolist()
    return [*dated, *showing.undated_ordinals]


def on_canvas(showing: Showing) -> Iterator[Surface]:
    """Yield what the canvas draws and what is said of it to those who cannot see it."""
    stage = Stage(ENGLISH)
    surface = plain_surface(6_000.0, 3_000.0)
    stage.fit(showing, surface, HEADS_PX)
    stage.finish()
    view = stage.whole_view()
    words = OutlineWords(stage, ENGLISH)
    # The axis has the years of the view, which is the whole of the exhibit: they tell nothing of any event.
    told = [item.text for item in unfolded(stage.scene(view).items) if item.target is not None]
    told += [words.lane(lane) for lane in range(len(showing.lanes))]
    for ordinal in np.flatnonzero(showing.visible).tolist():
        told += [words.event(ordinal), words.event_details(ordinal)]
    for text in told:
        yield Surface("canvas", text)
    teller = RowTeller(stage.fitted, ENGLISH)
    for ordinal in shown_ordinals(showing):
        yield from texts_of(teller.row(ordinal)._replace(id="", sources=()), "row of the list")


def texts_of(part: object, place: str) -> Iterator[Surface]:
    """Yield the texts of a view and of all that it holds; ids and raw records are no texts."""
    if isinstance(part, str):
        yield Surface(place, part)
    elif isinstance(part, ShownText):
        yield Surface(place, part.text)
    elif isinstance(part, Message):
        yield Surface(place, ENGLISH.text(part))
    elif isinstance(part, HistoricalDate):
        yield Surface(place, date_in_words(part, ENGLISH))
    elif isinstance(part, Mapping):
        for name, value in part.items():
            yield from texts_of(value, f"{place}.{name}")
    elif isinstance(part, tuple):
        for number, value in enumerate(part):
            yield from texts_of(value, f"{place}[{number}]")
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            yield from texts_of(getattr(part, field.name), f"{place}.{field.name}")
    elif not isinstance(part, NoneType | int | float | Enum | Path | msgspec.Struct):
        raise TypeError(f"{place}: {type(part)}")  # Something may be told there that this walk does not see.
