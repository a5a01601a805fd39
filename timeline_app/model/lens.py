# SPDX-License-Identifier: MIT
"""The lens: everything that hides or covers anything, as one pure value.

As-known-at, sources taken away, filters, content notes, privacy and prediction will all be fields of
this class. Whatever is shown, counted, searched, spoken or exported goes through it. The default
lens is the identity: it hides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lens:
    """What the reader has chosen to see.

    `acknowledged_notes` are the ids of events whose content note the reader has chosen to open.
    """

    acknowledged_notes: frozenset[str] = frozenset()

    @property
    def hidden_events(self) -> frozenset[str]:
        """The ids of the events that are hidden altogether; the identity hides none."""
        return frozenset()

    def hides_event(self, event_id: str) -> bool:
        """Tell whether an event is hidden altogether."""
        return event_id in self.hidden_events


IDENTITY = Lens()
