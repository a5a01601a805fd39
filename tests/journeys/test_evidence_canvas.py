# SPDX-License-Identifier: MIT
"""Evidence on the canvas: seals by a key, a silence that tells itself, another date that leads to the accounts."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect

from tests.journeys.journey import Journey
from tests.journeys.pictures import differing_share, pixels
from tests.journeys.twin import ALIKE, CHANGED, Twin, at, look_alike, opened
from timeline_app.scene.items import Item
from timeline_app.ui.panels.claim_page import ClaimPage

pytestmark = pytest.mark.slow

EXHIBIT = """\
format: 1
title: Two ferries
languages: [en]
opening: {view: 1953/1957}
lanes:
  town: {title: The town, colour: plum}
  office: {title: The harbour office, colour: indigo}
silences:
  - {date: 1954/1956, lanes: [town], why: lost, note: The ledgers of these years burned.}
sources:
  ledger: {type: book, title: The ledger, kind: document, issued: 1954}
  gazette: {type: article-newspaper, title: A ferry at last, kind: press, issued: 1953-06-02}
events:
  - id: first
    title: The first ferry crosses the bay
    date: 1953-06-01
    lane: town
    importance: 5
    summary: It took three hours.[@gazette]
    sources: [gazette, ledger]
    claims:
      day:
        about: when it crossed the bay
        accounts:
          - {says: In June., by: The gazette, sources: [gazette], event_date: 1953-06-01}
          - {says: In 1957., by: The ledger, sources: [ledger], event_date: 1957}
        status: disputed
  - {id: second, title: The office buys a second ferry, date: 1957-06-01, lane: office, sources: [ledger]}
"""


class SealedTwin(Twin):
    """A twin that does by command what the hand does, and knows where things are drawn."""

    def item(self, role: str) -> Item:
        """Return the first item of a role."""
        scene = self.shell.canvas.scene
        assert scene is not None
        return next(item for item in scene.items if item.role == role)

    def place(self, role: str) -> QRect:
        """Return where the first item of a role stands in the window."""
        x, y, w, h = self.item(role).rect
        corner = self.area(self.shell.canvas).topLeft() + QPoint(round(x), round(y))
        return QRect(corner.x(), corner.y(), round(w), round(h))


TWIN = SealedTwin


def test_a_key_shows_seals_and_nothing_else_moves(journey: Journey, exhibit: Path, twin: SealedTwin) -> None:
    canvas = twin.area(twin.shell.canvas)
    opened(journey, twin, exhibit)
    journey.hand("mousemove", *at(canvas.center()), "click", "1")
    # Without the edges, along which a ring shows that the keyboard is there.
    inner = canvas.adjusted(8, 8, -8, -8)
    plain = pixels(journey.settled(), inner)
    journey.press("e")
    twin.do("evidence.toggle")
    seal = twin.place("seal").adjusted(-2, -2, 2, 2)
    look_alike(journey, twin, seal, "the seal of an event")
    journey.press("e")
    twin.do("evidence.toggle")
    look_alike(journey, twin, seal, "the mark without its seal")
    assert differing_share(pixels(journey.settled(), inner), plain) < ALIKE, "all stands where it stood"


def test_a_silence_tells_why_and_another_date_leads_to_the_accounts(
    journey: Journey, exhibit: Path, twin: SealedTwin
) -> None:
    opened(journey, twin, exhibit)
    silence = twin.place("silence")
    below = QRect(silence.center().x(), silence.bottom() + 12, 100, 24)
    before = pixels(journey.look(), below)
    journey.hand("mousemove", *at(silence.center()))
    journey.look_until(
        lambda seen: differing_share(pixels(seen, below), before) > 0.5, "the card of a silence"
    )
    journey.hand("mousemove", *at(twin.mark("first")), "click", "1")
    journey.hand("mousemove", "300", "20")
    twin.show("first")
    ghost = twin.place("ghost")
    seen = look_alike(journey, twin, ghost.adjusted(-3, -2, 3, 2), "another date")
    journey.hand("mousemove", *at(ghost.center()), "click", "1")
    journey.hand("mousemove", "300", "20")
    twin.do("claim.open", id="day")
    assert twin.shell.panel is not None
    assert isinstance(twin.shell.panel.page, ClaimPage)
    panel = twin.area(twin.shell.panel)
    accounts = look_alike(journey, twin, panel, "the accounts side by side")
    assert differing_share(pixels(accounts, panel), pixels(seen, panel)) > CHANGED, (
        "no longer the event's page"
    )
