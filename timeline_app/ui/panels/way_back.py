# SPDX-License-Identifier: MIT
"""The way from a document's words or a source back to the passages of the story that rest on it."""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.look import Look


class WayBack:
    """Buttons in a row: back to the passage, and where several rest on the same, to the next and the one before."""

    def __init__(self, row: ButtonRow, on_step: Callable[[int], None], *, has_back: bool = True) -> None:
        self.back = row.add("link", lambda: on_step(0)) if has_back else None
        self.previous = row.add("link", lambda: on_step(-1))
        self.next = row.add("link", lambda: on_step(1))

    def fill(self, passages: int, of: str, look: Look) -> None:
        """Offer what leads somewhere; `of` names the words or source to those who hear the buttons."""
        if self.back is not None:
            self.back.setVisible(passages > 0)
            self.back.fill(look, look.say("panel.back.to-text"))
            self.back.setAccessibleName(look.say("panel.back.to-text-of", of=of))
        for made, key in ((self.previous, "previous"), (self.next, "next")):
            made.setVisible(passages > 1)
            made.fill(look, look.say(f"panel.back.{key}", count=passages))
            made.setAccessibleName(look.say(f"panel.back.{key}-of", of=of))
