# SPDX-License-Identifier: MIT
"""What was in print by a date: the cursor by typing, by steps and by the slider, and back to today.

Where to press is asked of a twin that is shown the same; what is then on the screen is compared with it.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from tests.journeys.journey import Journey
from tests.journeys.pictures import differing_share
from tests.journeys.twin import ALIKE, SIZE, Twin, at, has_come, look_alike, opened
from timeline_app.ui.panels.not_known_page import NotKnownPage
from timeline_app.ui.panels.source_page import SourcePage
from timeline_app.ui.panels.sources_page import SourcesPage

pytestmark = pytest.mark.slow

EXHIBIT = """\
format: 1
title: The pier
languages: [en]
opening: {view: 1957/1962}
lanes:
  town: {title: The town, colour: plum}
  office: {title: The harbour office, colour: indigo}
sources:
  daily: {type: newspaper, title: The Minase Daily, kind: press, issued: 1959-08-15}
  file: {type: document, title: A file, kind: document, public_since: 2004}
events:
  - id: opened
    title: The pier opens
    date: 1959-08-14
    lane: town
    importance: 5
    known: public
    summary: It opened at noon.[@daily]
    sources: [daily]
  - id: agreed
    title: A secret agreement
    date: 1958
    lane: office
    importance: 5
    known: [{to: public, since: 2004, source: file}]
    summary: It was signed.[@file]
    sources: [file]
  - id: closed
    title: The pier closes
    date: 1962-05
    lane: town
    importance: 5
    known: public
    sources: [daily]
"""


def canvas_and_panel(twin: Twin) -> QRect:
    """Return the window below header and bar: what the cursor changes, without a caret that blinks."""
    area = twin.area(twin.shell.canvas)
    return QRect(0, area.top() + 1, SIZE[0], SIZE[1] - area.top() - 1)


def seen_by(journey: Journey, twin: Twin, what: str) -> None:
    """Wait until the program shows what the twin shows."""
    area = canvas_and_panel(twin)
    look_alike(journey, twin, area, what)


def part(twin: Twin, widget: QWidget) -> tuple[str, str]:
    return at(twin.area(widget).center())


def test_the_cursor_is_typed_stepped_dragged_and_left(journey: Journey, exhibit: Path, twin: Twin) -> None:
    opened(journey, twin, exhibit)
    row, send = twin.shell.evidence_bar.known, twin.shell.commands.send
    whole = QRect(0, 64, *SIZE)
    today = twin.pixels(whole)

    # Typed, in words.
    journey.press("k")
    send("known.open")
    seen_by(journey, twin, "the cursor at the latest moment")
    journey.hand("type", "in 1960")
    journey.hand("key", "Return")
    send("known.set", date="1960")
    seen_by(journey, twin, "what was in print by 1960")
    assert differing_share(twin.pixels(whole), today) > 0.0

    # One step later, by its button: the pier has closed.
    journey.hand("mousemove", *part(twin, row.steps["chevron-right"]), "click", "1")
    send("known.later")
    seen_by(journey, twin, "one moment later")

    # Dragged to the beginning.
    slider = twin.area(row.slider)
    start, end = row.slider._x_of(row.slider.value()), row.slider._x_of(0)
    height = row.slider._handle().center().y()
    journey.hand("mousemove", *at(slider.topLeft() + QPoint(start, height)), "mousedown", "1")
    for share in range(1, 6):
        x = start + (end - start) * share // 5
        journey.hand("mousemove", *at(slider.topLeft() + QPoint(x, height)))
    journey.hand("mouseup", "1")
    showing = twin.shell.store.showing
    assert showing is not None
    send("known.set-at", at_s=showing.known_moments[0].at_s)
    seen_by(journey, twin, "the earliest moment")

    # And back.
    journey.hand("mousemove", *part(twin, row.today), "click", "1")
    send("known.clear")
    journey.hand("mousemove", "640", "30")
    has_come(journey, whole, today, "today again")


def test_an_event_in_hand_that_was_not_known_leads_back_to_today(
    journey: Journey, exhibit: Path, twin: Twin
) -> None:
    twin.show("agreed")
    opened(journey, twin, exhibit, "--select", "agreed")
    journey.press("k")
    journey.hand("type", "1960")
    journey.hand("key", "Return")
    twin.shell.commands.send("known.set", date="1960")
    seen_by(journey, twin, "that the agreement was not in print")

    panel = twin.shell.panel
    assert panel is not None
    assert isinstance(panel.page, NotKnownPage)
    journey.hand("mousemove", *part(twin, panel.page.today), "click", "1")
    twin.shell.commands.send("known.clear")
    journey.hand("mousemove", "640", "30")
    seen_by(journey, twin, "the agreement again")


def test_a_source_is_switched_off_on_its_page_and_put_back_in_the_bar(
    journey: Journey, exhibit: Path, twin: Twin
) -> None:
    twin.show("agreed")
    opened(journey, twin, exhibit, "--select", "agreed")
    send, panel = twin.shell.commands.send, twin.shell.panel
    assert panel is not None

    # To all sources by key; to one of them by mouse.
    journey.press("F8")
    send("sources.open")
    seen_by(journey, twin, "all sources")
    page = panel.page
    assert isinstance(page, SourcesPage)
    rect = page.list.visualRect(page.model.index(page.model.row_of("file"), 0))
    spot = page.list.viewport().mapTo(twin.shell.window, rect.center())
    journey.hand("mousemove", *at(spot), "click", "1")
    send("source.open", id="file")
    journey.hand("mousemove", "640", "30")
    seen_by(journey, twin, "the file")

    # Off by mouse, and back in the bar.
    page = panel.page
    assert isinstance(page, SourcePage)
    panel.ensureWidgetVisible(page.switch_button)
    under_header = QRect(0, 65, 800, 48)
    without_bar = twin.pixels(under_header)
    journey.hand("mousemove", *part(twin, page.switch_button), "click", "1")
    send("sources.take-away", id="file")
    look_alike(journey, twin, under_header, "the bar that tells of a source switched off")
    journey.hand("mousemove", *part(twin, twin.shell.evidence_bar.off.restore), "click", "1")
    send("sources.restore")
    has_come(journey, under_header, without_bar, "all as before")

    # The way back, by mouse and by key: the headings of the pages tell.
    area = twin.area(twin.shell.panel_frame)
    heading = QRect(area.left(), area.top(), area.width() - 20, 60)
    send("go.back")
    sources = twin.pixels(heading)
    send("go.back")
    agreement = twin.pixels(heading)
    assert differing_share(sources, agreement) > ALIKE
    journey.hand("mousemove", *part(twin, twin.shell.header.buttons["back"]), "click", "1")
    has_come(journey, heading, sources, "all sources again")
    journey.press("alt+Left")
    has_come(journey, heading, agreement, "the agreement again")
