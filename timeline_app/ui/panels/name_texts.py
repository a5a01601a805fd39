# SPDX-License-Identifier: MIT
"""Names of people and places in their scripts, and what is said of them in words."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.base.text_value import ShownText
from timeline_app.model.place_views import sureness_of
from timeline_app.model.prose import BlockKind, Emphasis
from timeline_app.model.views import PersonView, PlaceView
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading.paragraphs import Paragraph, ParagraphWriter, words


def person_head(person: PersonView, look: Look) -> list[Paragraph]:
    """Return kind, name in all its scripts, role and note of a person, organisation or term."""
    found = [
        words(look.say(f"person.kind.{person.kind}"), "small"),
        words(person.title, "title", kind=BlockKind.HEADING),
        *_other_names(person.names),
    ]
    if person.role is not None:
        found.append(words(person.role, "body-strong"))
    if person.note is not None:
        found.append(words(person.note, "reading"))
    return found


def place_head(place: PlaceView, look: Look) -> list[Paragraph]:
    """Return the name of a place in all its scripts, how surely it is placed, and its note."""
    found = [
        words(look.say("place.kind"), "small"),
        words(place.title, "title", kind=BlockKind.HEADING),
        *_other_names(place.names),
    ]
    if place.note is not None:
        found.append(words(place.note, "reading"))
    position = ParagraphWriter()
    position.add(look.say("place.position") + " ", Emphasis.STRONG)
    position.add(look.say(f"place.certainty.{sureness_of(place)}"))
    if place.at is not None:
        position.add(f" ({coordinates(place.at, look)})", ink="ink-second")
    return [*found, position.paragraph("body")]


def coordinates(at: tuple[float, float], look: Look) -> str:
    """Return latitude and longitude in degrees, to as many places as the exhibit gives."""
    latitude, longitude = at
    north = look.say("place.north" if latitude >= 0 else "place.south", degrees=_degrees(latitude))
    east = look.say("place.east" if longitude >= 0 else "place.west", degrees=_degrees(longitude))
    return look.say("place.coordinates", latitude=north, longitude=east)


def _degrees(value: float) -> str:
    return f"{abs(value):g}"


def _other_names(names: Sequence[ShownText]) -> list[Paragraph]:
    """Return the names in other scripts, each in the fonts of its language."""
    if not names:
        return []
    writer = ParagraphWriter()
    for number, name in enumerate(names):
        if number:
            writer.add(" · ", ink="ink-second")
        writer.add(name)
    return [writer.paragraph("reading-large")]


def named(title: ShownText, names: Sequence[ShownText], role: str, ink: str, more: str = "") -> Paragraph:
    """Return a name in one line: the first one in an ink, then those in other scripts and what else is told."""
    writer = ParagraphWriter()
    writer.add(title, ink=ink)
    for name in names:
        writer.add("\u00a0")
        writer.add(name, ink="ink-second")
    if more:
        writer.add(f", {more}", ink="ink-second")
    return writer.paragraph(role, language=title.language)
