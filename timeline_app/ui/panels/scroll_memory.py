# SPDX-License-Identifier: MIT
"""How far each place in the panel was scrolled, for those who come back to it by Back or Forward."""

from __future__ import annotations

from typing import Final, NamedTuple, Self

from timeline_app.scene.folded_stretch import FoldedStretch
from timeline_app.state.app_state import AppState, History, PanelPage, Place

MOST_PLACES: Final = 200
_BESIDE_EVENTS: Final = frozenset({PanelPage.PERSON, PanelPage.PLACE, PanelPage.MAP, PanelPage.TOUR_MAKING})


class PanelPlace(NamedTuple):
    """What the panel shows, whatever the timeline does beside it."""

    page: PanelPage
    ids: tuple[str, ...]
    subject: str
    folded: FoldedStretch | None

    @classmethod
    def of(cls, place: AppState | Place) -> Self:
        """Return what is shown in a state, or at a place in the history."""
        folded = place.folded if place.page is PanelPage.FOLDED else None
        # What was found or is in view is the same list, whichever of its events is selected.
        ids = () if place.page in {PanelPage.SEARCH, PanelPage.LIST, PanelPage.CHAIN} else place.selection.ids
        if place.page in _BESIDE_EVENTS:
            # Somebody's page is the same, whichever of their events is selected beside it.
            ids = ()
        return cls(place.page, ids, place.subject, folded)


class ScrollMemory:
    """Tells where to scroll to: to the top of what is opened, to where one was in what one comes back to."""

    def __init__(self) -> None:
        self._kept_px: dict[PanelPlace, int] = {}
        self._history = History()
        self.has_come_back = False
        """Whether the reader came to the present place by Back or Forward."""

    def leave(self, place: PanelPlace, scroll_px: int) -> None:
        """Note how far a place was scrolled when it was left."""
        self._kept_px.pop(place, None)
        self._kept_px[place] = scroll_px
        if len(self._kept_px) > MOST_PLACES:
            del self._kept_px[next(iter(self._kept_px))]

    def arrive(self, place: PanelPlace, history: History) -> int:
        """Return how far to scroll a place that is come to with this history."""
        last, self._history = self._history, history
        has_gone_back = len(history.ahead) > len(last.ahead)
        has_gone_forward = len(history.ahead) < len(last.ahead) and any(
            PanelPlace.of(ahead) == place for ahead in last.ahead
        )
        self.has_come_back = has_gone_back or has_gone_forward
        return self._kept_px.get(place, 0) if self.has_come_back else 0
