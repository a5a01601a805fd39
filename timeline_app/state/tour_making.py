# SPDX-License-Identifier: MIT
"""A tour that is being made, and what can be done to it: each change gives another tour, and says which stops stayed."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from msgspec.structs import replace

from timeline_app.base.text_value import UNTAGGED, Reader, TextValue
from timeline_app.model import records
from timeline_app.model.tour_shows import name_of, stop_named, stops_named

LONGEST_MINUTES: Final = 600.0


ANEW: Final = "\0"
"""In the place of a text that is no longer to be put back, since somebody else has saved the file after it."""


class Made(NamedTuple):
    """A tour as it was: the stop in hand, and the whole text of its file, None where there was no file."""

    tour: records.Tour
    at: int
    text: str | None


@dataclass(frozen=True, slots=True)
class MakingState:
    """A tour that is being made.

    `at` is the number of the stop in hand, 0 where there is none. `text` is what the file held when it was read or
    written last. `done` and `undone` are the tours before and after this one, the nearest last; nothing limits them.
    """

    tour_id: str
    file: Path
    tour: records.Tour
    at: int = 0
    text: str | None = None
    done: tuple[Made, ...] = ()
    undone: tuple[Made, ...] = ()
    is_recording: bool = False

    @property
    def stop(self) -> records.Stop | None:
        """The stop in hand."""
        return self.tour.stops[self.at - 1] if 0 < self.at <= len(self.tour.stops) else None

    @property
    def made(self) -> Made:
        """The tour as it is now."""
        return Made(self.tour, self.at, self.text)


def anew(making: MakingState) -> MakingState:
    """Return a making that puts no text back as it was: somebody else has saved the file after it."""
    done, undone = (
        tuple(made._replace(text=ANEW) for made in several) for several in (making.done, making.undone)
    )
    return dataclasses.replace(making, done=done, undone=undone)


class Edit(NamedTuple):
    """What a change makes of a tour: the stop in hand after it, and for each stop which one it was before."""

    tour: records.Tour
    at: int
    origins: tuple[int | None, ...]


def with_stop_after(tour: records.Tour, at: int, stop: records.Stop) -> Edit:
    """Return a tour with a further stop behind one, at the beginning for 0."""
    places: list[int | None] = list(range(len(tour.stops)))
    stops = [*tour.stops[:at], stop, *tour.stops[at:]]
    places.insert(at, None)
    return Edit(replace(tour, stops=tuple(stops)), at + 1, tuple(places))


def with_stop_moved(tour: records.Tour, number: int, to: int) -> Edit:
    """Return a tour with a stop in another place; both count from 1."""
    places = list(range(len(tour.stops)))
    to = min(max(to, 1), len(places))
    places.insert(to - 1, places.pop(number - 1))
    return Edit(replace(tour, stops=tuple(tour.stops[place] for place in places)), to, tuple(places))


def without_stop(tour: records.Tour, number: int) -> Edit:
    """Return a tour without a stop, and without the ways that led to it alone."""
    places = [place for place in range(len(tour.stops)) if place != number - 1]
    stops = [tour.stops[place] for place in places]
    names = {name for stop in stops for name in (stop.id, stop.event) if name}
    stops = [
        replace(stop, branches=tuple(each for each in stop.branches if each.to in names)) for stop in stops
    ]
    return Edit(replace(tour, stops=tuple(stops)), min(number, len(stops)), tuple(places))


def with_stop(tour: records.Tour, number: int, stop: records.Stop) -> Edit:
    """Return a tour with another stop in the place of one."""
    stops = (*tour.stops[: number - 1], stop, *tour.stops[number:])
    return _as_before(replace(tour, stops=stops), number)


def _as_before(tour: records.Tour, at: int) -> Edit:
    return Edit(tour, at, tuple(range(len(tour.stops))))


def with_title(tour: records.Tour, at: int, text: str, reader: Reader) -> Edit:
    """Return a tour of another title; none is no title."""
    title = text_with(tour.title, " ".join(text.split()), reader)
    return _as_before(tour if title is None else replace(tour, title=title), at)


def with_minutes(tour: records.Tour, at: int, minutes: float | None) -> Edit:
    """Return a tour that takes so long."""
    return _as_before(replace(tour, minutes=minutes), at)


def with_branch(tour: records.Tour, number: int, ask: str, to: int, reader: Reader) -> Edit:
    """Return a tour in which a question leads from a stop to another, which gets a name where it has none of its own."""
    target = tour.stops[to - 1]
    name = target.id or target.event or ""
    if not name or stops_named(tour, name)[0] != to:
        name = _free_name(tour)
        tour = with_stop(tour, to, replace(target, id=name)).tour
    language = reader.languages[0] if reader.languages else reader.exhibit_language
    tag = UNTAGGED if language == reader.exhibit_language else language
    stop = tour.stops[number - 1]
    branch = records.Branch(TextValue(((tag, ask),)), name)
    return with_stop(tour, number, replace(stop, branches=(*stop.branches, branch)))


def with_ways_kept(before: records.Tour, edit: Edit) -> Edit:
    """Return a change after which all ways lead to the stops to which they led before it.

    A way names a stop by its event, too: another stop of that event may have come before it, or its event may be
    another now. Then the stop gets a name of its own. Where it is gone the ways stay as the change has left them.
    """
    tour = edit.tour
    now = {origin: number for number, origin in enumerate(edit.origins, 1) if origin is not None}
    for name in dict.fromkeys(each.to for stop in tour.stops for each in stop.branches):
        to = now.get(stop_named(before, name) - 1)
        if to is not None and stop_named(tour, name) != to:
            tour = _renamed(tour, to, name)
    return edit._replace(tour=tour)


def _renamed(tour: records.Tour, number: int, was: str) -> records.Tour:
    """Return a tour in which the ways of a name lead to a stop by its own name."""
    name = tour.stops[number - 1].id or _free_name(tour)
    stops = [
        replace(
            stop,
            branches=tuple(replace(each, to=name) if each.to == was else each for each in stop.branches),
        )
        for stop in tour.stops
    ]
    stops[number - 1] = replace(stops[number - 1], id=name)
    return replace(tour, stops=tuple(stops))


def _free_name(tour: records.Tour) -> str:
    taken = {name for stop in tour.stops for name in (stop.id, stop.event)}
    return free_name("stop", taken)


def free_name(stem: str, taken: set[str | None] | set[str]) -> str:
    """Return a name that nothing has: the stem with the first number that is free."""
    number = 1
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def with_shown(stop: records.Stop, added: Sequence[str | records.ShownWords]) -> records.Stop:
    """Return a stop that shows more; what it shows already it shows once."""
    there = {name_of(shown) for shown in stop.show}
    new = tuple(shown for shown in added if name_of(shown) not in there)
    steps = (*stop.steps, *(name_of(shown) for shown in new)) if stop.steps else ()
    return replace(stop, show=(*stop.show, *new), steps=steps)


def without_shown(stop: records.Stop, name: str) -> records.Stop:
    """Return a stop that does not show something, in none of its steps."""
    steps: list[str | tuple[str, ...]] = []
    for step in stop.steps:
        left = tuple(each for each in ((step,) if isinstance(step, str) else step) if each != name)
        if left:
            steps.append(step if isinstance(step, str) else left)
    show = tuple(shown for shown in stop.show if name_of(shown) != name)
    return replace(stop, show=show, steps=tuple(steps))


def with_steps(stop: records.Stop, *, one_by_one: bool) -> records.Stop:
    """Return a stop that reveals what it shows one by one, or all at once."""
    return replace(stop, steps=tuple(name_of(shown) for shown in stop.show) if one_by_one else ())


def text_with(value: TextValue | None, text: str, reader: Reader) -> TextValue | None:
    """Return a text with other words in the language that a reader is shown; None where nothing is left."""
    if not value:
        return TextValue.plain(text) if text else None
    language = value.for_prose(reader).language
    told = tuple(
        (tag, text if (tag or reader.exhibit_language) == language else words)
        for tag, words in value.variants
    )
    return TextValue(kept) if (kept := tuple(pair for pair in told if pair[1])) else None


def is_all_told(value: TextValue | None, reader: Reader) -> bool:
    """Tell whether a reader is told all of a text, and nothing of it is held back."""
    return not value or value.for_prose(reader).text in {text for _, text in value.variants}


def tidy_notes(text: str) -> str:
    """Return notes as a file holds them: those of several lines end with the last one's end."""
    lines = [line.rstrip() for line in text.replace("\t", " ").strip().split("\n")]
    return "\n".join(lines) + "\n" if len(lines) > 1 else lines[0]


def minutes_of(text: str) -> float | None:
    """Return how many minutes somebody wrote, None for none; raise ValueError where that is no number of minutes."""
    words = text.strip().replace(",", ".")
    if not words:
        return None
    minutes = float(words)
    if not 0.0 < minutes <= LONGEST_MINUTES:
        raise ValueError(text)
    return minutes
