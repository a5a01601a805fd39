# SPDX-License-Identifier: MIT
"""What must hold of a window as others find it through AT-SPI, checked on plain descriptions of its parts.

Nothing here talks to a bus: `atspi_client` describes what it finds, and plants faults to see that they are found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

LEAST_PX = 24
MOST_EVENTS = 200
CONTROLS = frozenset(
    {"push button", "check box", "radio button", "slider", "text", "toggle button", "menu item"}
)
NAMED = CONTROLS | {"list", "list item", "link", "frame"}
PLACE = re.compile(r"^\d+ of [\d,]+ in .+")
DECADE = re.compile(r"\bthe \d{3}0s\b")
EVENT_ACTIONS = ("Press", "SetFocus")


@dataclass(frozen=True)
class Part:
    """One part of the window as it is told: `area` is x, y, width and height on the screen."""

    role: str
    name: str
    description: str = ""
    area: tuple[int, int, int, int] = (0, 0, LEAST_PX, LEAST_PX)
    states: frozenset[str] = frozenset()
    actions: tuple[str, ...] = ()

    @property
    def is_event(self) -> bool:
        """Whether the part is an event of the timeline: silences and counts of more have no focus to take."""
        return self.role == "list item" and "focusable" in self.states


def event_faults(lanes: Sequence[tuple[Part, Sequence[Part]]]) -> Iterator[str]:
    """Yield what is wrong with the lanes and their events."""
    events = [part for _, below in lanes for part in below if part.is_event]
    if not lanes or not events:
        yield "the timeline has no lanes with events"
    if len(events) > MOST_EVENTS:
        yield f"{len(events)} events are listed; more than {MOST_EVENTS} nobody can listen to"
    for lane, below in lanes:
        if lane.role != "list" or "event" not in lane.name:
            yield f"a lane is a list named with its number of events, not {lane.role} “{lane.name}”"
        if not re.match(r".*Lane \d+ of \d+", lane.description):
            yield f"the lane “{lane.name}” does not say its place among the lanes"
        for part in below:
            yield from part_faults(part)
            yield from words_faults(part)
    if not any(DECADE.search(event.description) for event in events):
        yield "no event says its decade"
    for name, count in Counter(event.name for event in events).items():
        if count > 1:
            yield f"{count} events are called “{name}”"


def words_faults(part: Part) -> Iterator[str]:
    """Yield what an event does not say or offer."""
    if not part.is_event:
        return
    if not PLACE.match(part.description):
        yield f"“{part.name}” does not say its place in the lane: “{part.description}”"
    if part.actions != EVENT_ACTIONS:
        yield f"“{part.name}” offers {part.actions}, not {EVENT_ACTIONS}"
    if not re.search(r", .*\d", part.name):
        yield f"“{part.name}” is not named with its date"


def part_faults(part: Part) -> Iterator[str]:
    """Yield what is wrong with one part that is shown."""
    if "showing" not in part.states:
        return
    if part.role in NAMED and not part.name.strip():
        yield f"a {part.role} at {part.area} has no name"
    can_be_met = part.role in CONTROLS or part.is_event
    if can_be_met and min(part.area[2:]) < LEAST_PX:
        yield f"the {part.role} “{part.name}” is {part.area[2]}×{part.area[3]} pixels, less than {LEAST_PX}"


def planted(
    lanes: Sequence[tuple[Part, Sequence[Part]]],
) -> Iterator[tuple[str, list[tuple[Part, list[Part]]]]]:
    """Yield the lanes with one fault each: a check that cannot fail proves nothing."""
    plain = [(lane, list(below)) for lane, below in lanes]
    lane, below = next(pair for pair in plain if any(part.is_event for part in pair[1]))
    event = next(part for part in below if part.is_event)
    x, y, _, height = event.area
    changed = {
        "an event without a name": replace(event, name=""),
        "an event without a date": replace(event, name="Something happens"),
        "an event without its place": replace(event, description="exact day"),
        "an event that cannot be pressed": replace(event, actions=("SetFocus",)),
        "an event too small to be met": replace(event, area=(x, y, 8, height)),
    }
    for what, other in changed.items():
        yield what, [(lane, [other if part is event else part for part in below]), *plain[1:]]
    yield "two events of one name", [(lane, [*below, event]), *plain[1:]]
    yield "a lane that is no list", [(replace(lane, role="filler"), below), *plain[1:]]
    yield "no events", [(lane, []) for lane, _ in plain]
    yield (
        "too many events",
        [(lane, [replace(event, name=f"Event {n}, {n}") for n in range(MOST_EVENTS + 1)])],
    )
