# SPDX-License-Identifier: MIT
"""What the page of the map says in words: the same that the map shows, place by place."""

from __future__ import annotations

from typing import Final

from timeline_app.base.text_value import ShownText
from timeline_app.model.geography import SitedPlace, SitedRoute
from timeline_app.model.place_views import sureness_of
from timeline_app.model.prose import BlockKind, Emphasis
from timeline_app.model.showing import Showing
from timeline_app.ui.map.map_content import MapContent, count_in_words
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.name_texts import coordinates
from timeline_app.ui.panels.pieces import TextButton
from timeline_app.ui.reading.paragraphs import Paragraph, ParagraphWriter, words

USUAL: Final = "town"
"""What is said of no place by itself: most are known so."""


def heading(look: Look) -> list[Paragraph]:
    """Return the page's heading."""
    return [words(look.say("map.title"), "title", kind=BlockKind.HEADING)]


def head(content: MapContent, showing: Showing, look: Look) -> list[Paragraph]:
    """Return what stands above the map."""
    told = heading(look)
    if not content.places and not content.unplaced:
        return [*told, words(look.say("map.none"), "reading")]
    count = sum(1 for spot in content.spots if spot.in_view)
    summary = look.say("map.summary", count=len(content.spots), seen=count)
    if not showing.shows_all:
        summary = f"{summary} {look.say('map.filtered')}"
    return [*told, words(summary, "small")]


def rest(look: Look) -> list[Paragraph]:
    """Return what must be said of the map itself."""
    return [words(look.say(key), "small") for key in ("map.about", "map.about-routes", "map.credit-long")]


def fill_place(row: TextButton, place: SitedPlace, name: ShownText, in_view: int, look: Look) -> None:
    """Show a place as a row that leads to its page."""
    view = place.view
    title = ParagraphWriter()
    title.add(name, Emphasis.STRONG)
    others = [other for other in (view.title, *view.names) if other.text != name.text]
    for other in others:
        title.add("  ")
        title.add(other, ink="ink-second")
    sureness = sureness_of(view)
    where = [coordinates(view.at, look)] if view.at is not None else []
    told = look.say(f"place.certainty.{sureness}")
    counted = count_in_words(len(place.events), in_view, look.translator)
    # That the others are known as towns are is told once, beside the sign.
    small = " · ".join((counted, *where, *([told] if sureness != USUAL else [])))
    row.fill(
        look,
        [title.paragraph("body", language=name.language), words(small, "small")],
    )
    row.setAccessibleName(f"{name}, {counted}")
    row.setAccessibleDescription(", ".join((*where, told)))


def fill_route(row: TextButton, route: SitedRoute, content: MapContent, look: Look) -> None:
    """Show a route as a row that lights it."""
    name_of = {place.view.id: name for place, name in zip(content.places, content.names, strict=True)}
    stops = [name_of[stop] for stop in route.places]
    title = ParagraphWriter()
    for number, stop in enumerate(stops):
        if number:
            title.add(" → ")
        title.add(stop, Emphasis.STRONG)
    counted = look.say("map.route-events", count=len(route.events))
    row.fill(look, [title.paragraph("body", language=stops[0].language), words(counted, "small")])
    way = look.say("map.route-from", first=stops[0].text, last=stops[-1].text)
    row.setAccessibleName(f"{way}, {counted}")
