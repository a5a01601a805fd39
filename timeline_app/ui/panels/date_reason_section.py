# SPDX-License-Identifier: MIT
"""The section that answers "Why this date?": a button opens what the date rests on, with ways to other events."""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.model.date_reason import DateBoundView, DateReasonView
from timeline_app.model.heads import EventHead
from timeline_app.model.showing import Showing
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.connections import fill_head
from timeline_app.ui.panels.date_reason_texts import (
    derived_heading,
    earliest_sentence,
    facts,
    latest_sentence,
    undated_reason,
)
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import Page, show_text
from timeline_app.ui.panels.pieces import Pool, TextButton


class DateReasonSection:
    """The section's parts, standing in the page's own column; whether it is open is the state's to say."""

    def __init__(self, page: Page, on_toggle: Callable[[], None], on_open: Callable[[str], None]) -> None:
        self._page = page
        self._on_open = on_open
        self._row = ButtonRow(page)
        self.button = self._row.add("quiet", on_toggle)
        page.column.addWidget(self._row)
        self.facts = page.add_text()
        self.derived = page.add_text()
        self.earliest = page.add_text()
        self.earliest_rows = Pool(page.add_stack(), self._make_row)
        self.latest = page.add_text()
        self.latest_rows = Pool(page.add_stack(), self._make_row)
        self.undated = page.add_text()
        self._targets: dict[TextButton, str] = {}

    def fill(self, reason: DateReasonView | None, showing: Showing, look: Look, *, is_open: bool) -> None:
        """Show why an event stands where it does, or the button alone."""
        self._row.setVisible(reason is not None)
        key = "panel.why.open" if reason is None or reason.placed is not None else "panel.why.open-undated"
        if is_open:
            key = "panel.why.close"
        self.button.fill(look, look.say(key))
        self.button.setAccessibleDescription(
            look.say("panel.why.is-open" if is_open else "panel.why.is-closed")
        )
        self._row.refresh()
        shown = reason if is_open else None
        show_text(self.facts, facts(shown, showing.calendars, look) if shown else [], look)
        show_text(self.derived, derived_heading(shown, showing.calendars, look) if shown else [], look)
        show_text(self.undated, undated_reason(shown, look) if shown else [], look)
        self._targets.clear()
        earliest = _derived(shown.earliest) if shown else None
        latest = _derived(shown.latest) if shown else None
        show_text(self.earliest, [earliest_sentence(earliest, look)] if earliest else [], look)
        self._fill_rows(self.earliest_rows, earliest, showing, look)
        show_text(self.latest, [latest_sentence(latest, look)] if latest else [], look)
        self._fill_rows(self.latest_rows, latest, showing, look)

    def _fill_rows(
        self, pool: Pool[TextButton], bound: DateBoundView | None, showing: Showing, look: Look
    ) -> None:
        """Offer the way to each event through which a bound is known."""
        heads: list[EventHead] = [step.event for step in bound.steps if step.event] if bound else []
        for row, head in zip(pool.show(len(heads)), heads, strict=True):
            fill_head(row, head, showing.lanes, look)
            self._targets[row] = head.id
        holder = pool.layout.parentWidget()
        if holder is not None:
            holder.setVisible(bool(heads))

    def _make_row(self) -> TextButton:
        row = TextButton(self._page)
        row.clicked.connect(lambda _checked: self._on_open(self._targets[row]))
        return row


def _derived(bound: DateBoundView | None) -> DateBoundView | None:
    return bound if bound is not None and bound.is_derived else None
