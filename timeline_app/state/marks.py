# SPDX-License-Identifier: MIT
"""Places that the reader has marked: a small ring, the oldest first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from timeline_app.scene.time_fold import refolded

if TYPE_CHECKING:
    from timeline_app.state.app_state import Place

MOST_MARKS: Final = 5


@dataclass(frozen=True, slots=True)
class Marks:
    """The marked places; a sixth takes the place of the first."""

    places: tuple[Place, ...] = ()

    def with_place(self, here: Place) -> Marks:
        """Return the marks with the present place as the last one, standing among them once."""
        others = tuple(place for place in self.places if not _is_same(place, here))
        return Marks((*others, here)[-MOST_MARKS:])

    def before(self, here: Place) -> int | None:
        """Return the number of the mark to go to: the last one, from a mark the one before it; None for nowhere."""
        at = next((n for n, place in enumerate(self.places) if _is_same(place, here)), None)
        if not self.places or (at is not None and len(self.places) == 1):
            return None
        return len(self.places) - 1 if at is None else (at - 1) % len(self.places)


NO_MARKS: Final = Marks()


def _is_same(place: Place, here: Place) -> bool:
    """Tell whether two places show the same, however quiet time was folded when the first was marked."""
    view = refolded(place.view, place.fold, here.fold)
    return replace(here, followed=0) == replace(place, view=view, fold=here.fold, followed=0)
