# SPDX-License-Identifier: MIT
"""What is said of filters, in the same words wherever it is said: page, chips, announcement, print and picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from timeline_app.base.messages import Message
from timeline_app.base.text_value import ShownText
from timeline_app.model.filtering import Filtering, Loosened
from timeline_app.model.filters import FacetName, Values
from timeline_app.model.lens import DateFilter

MOST_CHIPS: Final = 6
"""So many values of one facet have a chip each; of more, all together have one."""


@dataclass(frozen=True, slots=True)
class Chip:
    """What is filtered, in words, and the command that no longer asks for it."""

    words: Message
    command: str
    arguments: Mapping[str, str | bool]


def facet_message(facet: Loosened) -> Message:
    """Return what a facet is called."""
    return Message(f"filters.facet.{facet}")


def value_message(facet: FacetName, value: str, name: ShownText | None) -> Message:
    """Return what a value is called."""
    if facet == "kind":
        return Message(f"sources.kind.{value}")
    if facet == "status":
        return Message(f"panel.claim.{value}")
    if facet == "lines":
        return Message(f"filters.lines.{value}")
    return Message.of("filters.value", name=name.text if name is not None else value)


def dates_message(dates: DateFilter) -> Message:
    """Return the stretch of time that is asked for, and how surely."""
    if not dates.text:
        return Message("filters.some-time")
    # And with it all the words for dates: only where dates are filtered.
    from timeline_app.chrono.edtf import parse
    from timeline_app.chrono.phrases import date_message

    key = "filters.dates-certain" if dates.certain_only else "filters.dates-possible"
    return Message.of(key, date=date_message(parse(dates.text)))


def count_message(filtering: Filtering) -> Message:
    """Return how many events are left: "12 of 99 events"."""
    return Message.of("filters.count", shown=filtering.shown, count=filtering.of)


def sentence(filtering: Filtering) -> Message | None:
    """Return in one sentence how much is left, None where nothing is filtered."""
    if not filtering.is_active:
        return None
    if not filtering.shown:
        return Message("filters.none-left")
    return Message.of("filters.sentence", events=count_message(filtering))


def chips(filtering: Filtering) -> tuple[Chip, ...]:
    """Return what is filtered, part by part; each can be let go on its own."""
    found: list[Chip] = []
    for facet, values in filtering.filters.chosen():
        if len(values) > MOST_CHIPS:
            told = Message.of("filters.values", count=len(values))
            found.append(Chip(_of_facet(facet, told), "filters.loosen", {"facet": facet}))
            continue
        found += [
            Chip(_of_facet(facet, name), "filters.toggle", {"facet": facet, "value": value})
            for value, name in _named(filtering, facet, values)
        ]
    if filtering.dates is not None:
        words = _of_facet("dates", dates_message(filtering.dates))
        found.append(Chip(words, "filters.loosen", {"facet": "dates"}))
    return tuple(found)


def loosen_message(facet: Loosened, count: int) -> Message:
    """Return which filter to let go, and what that would show."""
    return Message.of("filters.loosen", facet=facet_message(facet), count=count)


def foot_message(filtering: Filtering) -> Message | None:
    """Return what a print or picture has to say of what is filtered, None where nothing is."""
    parts: list[Message] = []
    for facet, values in filtering.filters.chosen():
        if len(values) > MOST_CHIPS:
            parts.append(_of_facet(facet, Message.of("filters.values", count=len(values))))
        else:
            names = [name for _, name in _named(filtering, facet, values)]
            parts.append(_of_facet(facet, _joined("filters.or", names)))
    if filtering.dates is not None:
        parts.append(_of_facet("dates", dates_message(filtering.dates)))
    if not parts:
        return None
    return Message.of("foot.filters", what=_joined("filters.and", parts), events=count_message(filtering))


def _named(filtering: Filtering, facet: FacetName, values: Values) -> list[tuple[str, Message]]:
    return [(value, value_message(facet, value, filtering.name_of(facet, value))) for value in sorted(values)]


def _of_facet(facet: Loosened, value: Message) -> Message:
    return Message.of("filters.chip", facet=facet_message(facet), value=value)


def _joined(key: str, parts: Sequence[Message]) -> Message:
    """Return messages as one, joined two by two."""
    joined = parts[0]
    for part in parts[1:]:
        joined = Message.of(key, first=joined, second=part)
    return joined
