# SPDX-License-Identifier: MIT
"""Reads the program from outside through AT-SPI, as screen readers do, and ends with 1 if anything is wrong.

Run by the distribution's Python on the stage of `scripts/atspi_stage.py`, beside the program.
"""

from __future__ import annotations

import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import gi

from scripts.atspi_faults import Part, event_faults, part_faults, planted

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 — the version comes first

warnings.filterwarnings("ignore", category=DeprecationWarning)

LOOKS = 300
LOOK_MS = 50
NEARLY = 0.05
PROGRAM = "timeline-app"
FOCUS_EVENT = "object:state-changed:focused"

Found = Any
"""What the bindings return: they have no types."""


class WaitedInVainError(Exception):
    """Something did not come about."""


def take_keyboard() -> None:
    """Give the window the keyboard, as a window manager would."""
    search = ["xdotool", "search", "--onlyvisible", "--name", "Timeline"]
    found = subprocess.run(search, capture_output=True, text=True, check=False).stdout.split()
    if found:
        subprocess.run(["xdotool", "windowfocus", "--sync", found[0]], check=False)


def pause(ms: int = LOOK_MS) -> None:
    """Let what the bus brings be delivered."""
    loop = GLib.MainLoop()
    GLib.timeout_add(ms, loop.quit)
    loop.run()


def until(holds: Callable[[], Any], what: str) -> Any:
    """Ask again and again until there is an answer."""
    for _ in range(LOOKS):
        try:
            answer = holds()
        except GLib.Error:
            answer = None  # What was asked has just gone.
        if answer:
            return answer
        pause()
    raise WaitedInVainError(what)


def children(found: Found) -> list[Found]:
    """Return the parts below one."""
    below = (found.get_child_at_index(number) for number in range(found.get_child_count()))
    return [child for child in below if child is not None]


def walk(found: Found) -> Iterator[Found]:
    """Yield a part and all below it, but not the timeline's own, which are many."""
    yield found
    if not is_timeline(found):
        for child in children(found):
            yield from walk(child)


def is_timeline(found: Found) -> bool:
    """Tell whether a part is the timeline itself."""
    return bool(found.get_role_name() == "list" and found.get_name().startswith("Timeline: "))


def states_of(found: Found) -> frozenset[str]:
    """Return what holds of a part."""
    return frozenset(state.value_nick for state in found.get_state_set().get_states())


def described(found: Found) -> Part:
    """Return a part as it is told."""
    component, action = found.get_component_iface(), found.get_action_iface()
    box = component.get_extents(Atspi.CoordType.SCREEN) if component else None
    count = action.get_n_actions() if action else 0
    return Part(
        found.get_role_name(),
        found.get_name(),
        found.get_description() or "",
        (box.x, box.y, box.width, box.height) if box else (0, 0, 0, 0),
        states_of(found),
        tuple(action.get_action_name(number) for number in range(count)),
    )


def do(found: Found, name: str) -> None:
    """Do to a part what it offers under a name."""
    action = found.get_action_iface()
    names = [action.get_action_name(number) for number in range(action.get_n_actions())]
    action.do_action(names.index(name))


def _called(name: str, found: list[Found]) -> Found:
    """Return the one of some parts that has a name."""
    return next((part for part in found if part.get_name() == name), None)


class Reader:
    """Reads one window; `faults` are gathered."""

    def __init__(self) -> None:
        # Qt tells of children in a form that the bindings find odd; it does no harm, and there is much of it.
        GLib.log_set_handler("dbind", GLib.LogLevelFlags.LEVEL_WARNING, lambda *_: None, None)
        self.faults: list[str] = []
        self.focused: list[str] = []
        self._listener = Atspi.EventListener.new(self._note_focus)
        self._listener.register(FOCUS_EVENT)
        desktop = Atspi.get_desktop(0)
        self.program = until(lambda: _called(PROGRAM, children(desktop)), "the program on the bus")
        self.window = until(lambda: next(iter(children(self.program)), None), "its window")
        self.timeline = until(self._timeline, "the timeline")
        until(self.heading, "a heading in the panel")
        take_keyboard()

    def _note_focus(self, event: Found) -> None:
        if event.detail1:
            self.focused.append(event.source.get_name())

    def _timeline(self) -> Found:
        return next((part for part in walk(self.window) if is_timeline(part)), None)

    def expect(self, holds: object, what: str) -> None:
        """Note a fault where something does not hold."""
        if not holds:
            self.faults.append(what)

    def lanes(self) -> list[tuple[Found, list[Found]]]:
        """Return the lanes and what they hold."""
        lists = [child for child in children(self.timeline) if child.get_role_name() == "list"]
        return [(lane, children(lane)) for lane in lists if "expandable" in states_of(lane)]

    def events(self) -> list[Found]:
        """Return the events in view, those of the first lane first."""
        return [part for _, below in self.lanes() for part in below if described(part).is_event]

    def heading(self) -> str:
        """Return the first heading of the panel's page."""
        shown = (part for part in walk(self.window) if part.get_role_name() == "heading")
        return next((part.get_name() for part in shown if "showing" in states_of(part)), "")

    def focused_after(self, act: Callable[[], object]) -> str:
        """Do something, and return the name of what has the focus then."""
        before = len(self.focused)
        act()
        name: str = until(lambda: self.focused[before:], "word of the focus")[-1]
        return name

    # -- what is read -------------------------------------------------------------------------------

    def read_window(self) -> str:
        """Read names, roles and sizes of all that is shown beside the timeline."""
        parts = [described(part) for part in walk(self.window)]
        for part in parts:
            self.faults.extend(part_faults(part))
        window = described(self.window)
        self.expect(
            window.role == "frame", f"the window is a {window.role}, which readers take for no window"
        )
        self.expect("Timeline" in window.name, f"the window is called “{window.name}”")
        for name in ("Search the exhibit", "Open the menu", "Text size", "Overview of the whole exhibit"):
            self.expect(any(part.name == name for part in parts), f"nothing is called “{name}”")
        self.expect(any(part.role == "link" for part in parts), "no mark of the story is a link")
        return f"{len(parts)} parts of the window"

    def read_timeline(self) -> str:
        """Read lanes and events, and see that faults in them would be found."""
        lanes = [(described(lane), [described(part) for part in below]) for lane, below in self.lanes()]
        self.faults.extend(event_faults(lanes))
        for what, spoiled in planted(lanes):
            self.expect(list(event_faults(spoiled)), f"the check is blind: it did not find {what}")
        return f"{sum(len(below) for _, below in lanes)} items in {len(lanes)} lanes"

    def meet_points(self) -> str:
        """Ask what stands where events are drawn."""
        for event in self.events()[:12]:
            x, y, width, height = described(event).area
            at = self.timeline.get_component_iface().get_accessible_at_point(
                x + width // 2, y + height // 2, Atspi.CoordType.SCREEN
            )
            # Where small marks are crowded another one may be nearer to the middle.
            role = at.get_role_name() if at is not None else "nothing"
            self.expect(role in {"list item", "push button"}, f"{role} where “{event.get_name()}” is drawn")
        return "what stands at a point"

    # -- what is done -------------------------------------------------------------------------------

    def give_focus(self) -> str:
        """Give events the focus, without selecting them."""
        for event in self.events()[2:4]:
            self._focus(event)
        return "focus, and word of it"

    def _focus(self, event: Found) -> None:
        name, was_selected = event.get_name(), "selected" in states_of(event)
        event.get_component_iface().grab_focus()
        until(lambda: "focused" in states_of(event), f"the focus at “{name}”")
        until(lambda: name in self.focused, f"word of the focus at “{name}”")
        is_selected = "selected" in states_of(event)
        self.expect(is_selected is was_selected, f"“{name}” is selected by the focus alone")

    def press_event(self) -> str:
        """Press an event: it is selected, and the panel tells of it."""
        event = self.events()[3]
        do(event, "Press")
        until(lambda: "selected" in states_of(event), "the selection")
        title = until(lambda: self.heading() in event.get_name() and self.heading(), "the event's page")
        link = next(part for part in walk(self.window) if part.get_role_name() == "link")
        self.expect("Press" in described(link).actions, "a mark of the story cannot be pressed")
        return f"pressing, which opens “{title}”"

    def turn_zoom(self) -> str:
        """Read the zoom and set it; events that stay in view stay the same objects."""
        value = self.timeline.get_value_iface()
        before, name, held = value.get_current_value(), self.timeline.get_name(), self.events()
        least, most = value.get_minimum_value(), value.get_maximum_value()
        self.expect(least <= before <= most, f"the zoom {before} is not between {least} and {most}")
        value.set_current_value(before + 1.0)
        until(lambda: abs(value.get_current_value() - before - 1.0) < NEARLY, "the zoom that was set")
        until(lambda: self.timeline.get_name() != name, "a name with another range")
        names = {event.get_name() for event in held}
        stayed = until(lambda: self._staying(names), "the events that stay")
        self.expect(all(event in held for event in stayed), "an event that stayed in view is another object")
        value.set_current_value(before)
        until(lambda: self.timeline.get_name() == name, "the range as it was")
        return f"zoom from {before} to {before + 1} and back"

    def _staying(self, names: set[str]) -> list[Found]:
        """Return the events in view that have one of these names."""
        return [event for event in self.events() if event.get_name() in names]

    def move_overview(self) -> str:
        """Move the view by the overview's slider."""
        slider = next(part for part in walk(self.window) if part.get_role_name() == "slider")
        value = slider.get_value_iface()
        value.set_current_value(50.0)
        until(lambda: abs(value.get_current_value() - 50.0) < 1.0, "the overview at 50 per cent")
        return "the overview as a slider"


def main() -> int:
    """Read, do, and tell what is wrong."""
    Atspi.init()
    try:
        reader = Reader()
    except WaitedInVainError as missed:
        print(f"wrong: waited in vain for {missed}")
        return 1
    steps = (
        reader.read_window,
        reader.read_timeline,
        reader.meet_points,
        reader.give_focus,
        reader.press_event,
        reader.turn_zoom,
        reader.move_overview,
    )
    for step in steps:
        try:
            print(f"read: {step()}", flush=True)
        except WaitedInVainError as missed:
            reader.faults.append(f"waited in vain for {missed}")
    for fault in reader.faults:
        print(f"wrong: {fault}")
    print(
        "Read from outside, and nothing was wrong." if not reader.faults else f"{len(reader.faults)} faults."
    )
    return int(bool(reader.faults))


if __name__ == "__main__":
    sys.exit(main())
