# SPDX-License-Identifier: MIT
"""A newcomer's first minutes: open, wheel, drag, click a mark, follow a connected event, go back.

Where to click is asked of a twin; what is then on the screen is compared with what the twin shows.
"""

import json

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from tests.journeys.journey import Journey
from tests.journeys.pictures import differing_share, moved_by, pixels
from tests.journeys.twin import ALIKE, CHANGED, at, has_come, opened

pytestmark = pytest.mark.slow

EXHIBIT = """\
format: 1
title: Two ferries
languages: [en]
opening: {view: 1950/1960}
lanes:
  town: {title: The town, colour: plum}
  office: {title: The harbour office, colour: indigo}
sources:
  ledger: {type: book, title: The ledger, kind: document}
events:
  - id: first
    title: The first ferry crosses the bay
    date: 1953-06-01
    lane: town
    importance: 5
    summary: It takes three hours.[@ledger]
    sources: [ledger]
    links: [{to: second, kind: led-to}]
  - id: second
    title: The office buys a second ferry
    date: 1957-06-01
    lane: office
    importance: 5
    summary: It takes two.[@ledger]
    sources: [ledger]
"""


def has_changed(journey: Journey, area: QRect, before: QImage, what: str, share: float = CHANGED) -> QImage:
    """Look until an area shows something else, and has come to rest."""
    was = pixels(before, area)
    journey.look_until(lambda seen: differing_share(pixels(seen, area), was) > share, what)
    return journey.settled()


def test_the_wheel_zooms_at_the_pointer_and_a_drag_moves_by_the_hand_s_way(journey, exhibit, twin):
    before = opened(journey, twin, exhibit)
    canvas, panel = twin.area(twin.shell.canvas), twin.area(twin.shell.panel_frame)
    mark = twin.mark("second")

    journey.hand("mousemove", *at(mark), "click", "--repeat", "4", "--delay", "60", "4")
    has_changed(journey, canvas, before, "the wheel to zoom", share=0.001)
    # Off the mark, so that it is not raised.
    journey.hand("mousemove", "300", "20")
    zoomed = journey.settled()
    # What the pointer was at stays there, but for the part of a pixel by which it was missed, enlarged; the
    # panel is not concerned.
    spot = QRect(mark.x() - 30, mark.y() - 6, 61, 13)
    assert abs(moved_by(pixels(before, spot), pixels(zoomed, spot), 20)) <= 4
    assert differing_share(pixels(zoomed, panel), pixels(before, panel)) == 0.0

    middle = canvas.center()
    journey.hand("mousemove", *at(middle), "mousedown", "1")
    for step in range(1, 11):
        journey.hand("mousemove", str(middle.x() + 12 * step), str(middle.y()))
    # The hand holds still before it lets go, so that nothing glides on.
    journey.settled()
    journey.hand("mouseup", "1")
    dragged = journey.settled()
    row = QRect(mark.x() - 60, mark.y() - 10, 300, 21)
    assert moved_by(pixels(zoomed, row), pixels(dragged, row), 160) == 120


def test_a_mark_a_connected_event_and_back(journey, exhibit, twin):
    panel = twin.area(twin.shell.panel_frame)
    seen = opened(journey, twin, exhibit)
    introduction = pixels(seen, panel)
    # A page that was opened by a key has the keyboard's ring at its edge.
    inner = panel.adjusted(8, 8, -8, -8)
    introduction_inside = pixels(seen, inner)

    journey.hand("mousemove", *at(twin.mark("first")), "click", "1")
    twin.show("first")
    first = twin.pixels(panel)
    assert differing_share(first, introduction) > CHANGED
    has_come(journey, panel, first, "the first ferry")

    journey.hand("mousemove", *at(twin.link("The office buys a second ferry")), "click", "1")
    twin.show("second")
    second = twin.pixels(panel)
    assert differing_share(second, first) > CHANGED
    has_come(journey, panel, second, "the second ferry")

    journey.hand("mousemove", *at(twin.area(twin.shell.header.buttons["back"]).center()), "click", "1")
    has_come(journey, panel, first, "the first ferry again")
    journey.press("alt+Left")
    has_come(journey, inner, introduction_inside, "the introduction again")


def test_saving_the_file_reloads_it_and_a_bad_save_keeps_what_is_shown(journey, exhibit, twin):
    twin.show("first")
    before = opened(journey, twin, exhibit, "--select", "first")
    canvas, panel = twin.area(twin.shell.canvas), twin.area(twin.shell.panel_frame)
    assert journey.title() == "Two ferries – Timeline"

    exhibit.write_text(EXHIBIT.replace("Two ferries", "Three ferries"), encoding="utf-8")
    journey.until(lambda: journey.title() == "Three ferries – Timeline", "the new title")
    renamed = journey.settled()
    for area in (canvas, panel):
        assert differing_share(pixels(renamed, area), pixels(before, area)) == 0.0

    exhibit.write_text(EXHIBIT.replace("lane: town", "lane: twon"), encoding="utf-8")
    faulty = has_changed(journey, panel, renamed, "the problems")
    assert differing_share(pixels(faulty, canvas), pixels(renamed, canvas)) < ALIKE
    assert journey.title() == "Three ferries – Timeline"


def test_the_built_in_exhibit_opens_and_ctrl_q_ends_the_program(journey, isolated_home):
    journey.start("--size", "1920x1080")
    journey.press("ctrl+t")
    journey.look_until(lambda seen: QColor(seen.pixel(600, 20)).lightness() < 60, "dark colours")
    journey.press("ctrl+q")
    assert journey.wait_for_end() == 0
    assert journey.output() == ""
    settings = json.loads((isolated_home / "config" / "timeline-app" / "settings.json").read_text())
    assert settings["settings"]["theme"] == "dark"
