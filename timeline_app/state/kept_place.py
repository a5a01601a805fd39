# SPDX-License-Identifier: MIT
"""Where a reader was in an exhibit: all that is put back when it is opened again.

The second cursor and sources taken away are not among it: they change what the exhibit says, and whoever opens it
another day, or another person, would take what is left for all there is. Filters only choose, and the bar names them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from timeline_app.model.filters import UNFILTERED, Filters
from timeline_app.model.lane_state import USUAL, LaneState
from timeline_app.scene.folded_stretch import FoldedStretch
from timeline_app.scene.time_fold import UNFOLDED, QuietTime, ranged
from timeline_app.scene.view import View
from timeline_app.state.app_state import AppState, PanelPage
from timeline_app.state.opening import opening_event, opening_view

MOST_SELECTED: Final = 200
"""So many of the selected events are kept, the one in hand among them."""
PASSING_PAGES: Final = frozenset(
    {
        PanelPage.PROBLEMS,
        PanelPage.SEARCH,
        PanelPage.TOUR,
        PanelPage.TOUR_MAKING,
        PanelPage.PREDICTION,
    }
)
"""What these pages show is not kept: search words, what was wrong with a file then, a tour that was walked or made,
and what a class was asked."""


@dataclass(frozen=True, slots=True)
class KeptFilters:
    """What was filtered; `dates` is the stretch of time in EDTF, "" where none was asked for."""

    filters: Filters = UNFILTERED
    dates: str = ""
    certain: bool = False


NO_FILTERS: Final = KeptFilters()


@dataclass(frozen=True, slots=True)
class KeptPanel:
    """The panel: what it showed, how far that was scrolled, and how much room it had.

    `page` is the value of a `PanelPage`, perhaps one that this program does not know.
    """

    page: str = ""
    subject: str = ""
    folded: FoldedStretch | None = None
    scroll_px: int = 0
    is_open: bool = True
    is_wide: bool = False
    width_px: float | None = None
    is_date_explained: bool = False


@dataclass(frozen=True, slots=True)
class KeptWindow:
    """The window: where it stood, how large it was when it was not maximised, and the name of its screen."""

    x: int
    y: int
    width: int
    height: int
    is_maximized: bool = False
    screen: str = ""


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """Where a reader was; the default is the exhibit as it was made.

    `view` is in plain instants, whatever is folded; None is the exhibit's opening view, and with it `selected`
    means nothing. `calendars` None are those that the exhibit asks for, `language` "" is its first one. `panel`
    and `window` None are as they happen to be.
    """

    view: View | None = None
    selected: tuple[str, ...] = ()
    panel: KeptPanel | None = None
    filters: KeptFilters = NO_FILTERS
    lanes: LaneState = USUAL
    calendars: tuple[str, ...] | None = None
    quiet: QuietTime = UNFOLDED
    evidence_shown: bool = False
    silences_shown: bool = True
    is_tray_open: bool = False
    language: str = ""
    window: KeptWindow | None = None


AS_MADE: Final = KeptPlace()


def place_in(state: AppState, scroll_px: int = 0, window: KeptWindow | None = None) -> KeptPlace:
    """Return where the reader is; `scroll_px` is how far the panel is scrolled.

    Of one who walks a tour it is where they were before: the tour's lens, lanes and view are not their own.
    """
    if state.tour is not None:
        from timeline_app.state.tour_walk import left  # Only where somebody walks one.

        state, scroll_px = left(state), 0
    dates = state.lens.dates
    is_moved = not _is_at_opening(state)
    return KeptPlace(
        view=plain_view(state) if is_moved else None,
        selected=state.selection.ids[-MOST_SELECTED:] if is_moved else (),
        panel=_panel_in(state, scroll_px),
        filters=KeptFilters(
            state.lens.filters,
            dates.text if dates is not None else "",
            dates is not None and dates.certain_only,
        ),
        lanes=state.lanes,
        calendars=state.chosen_calendars,
        quiet=state.quiet,
        evidence_shown=state.evidence_shown,
        silences_shown=state.silences_shown,
        is_tray_open=state.is_tray_open,
        language=state.reader.languages[0] if state.reader.languages else "",
        window=window,
    )


def plain_view(state: AppState) -> View | None:
    """Return the view in plain instants, from edge to edge what is seen now."""
    return None if state.view is None else ranged(state.view, state.fold, None)


def _is_at_opening(state: AppState) -> bool:
    """Tell whether the reader has not moved: the exhibit then opens as its file says, even if that is changed."""
    document = state.document
    if document is None or plain_view(state) != opening_view(document):
        return False
    event_id = opening_event(document)
    return state.selection.ids == (() if event_id is None else (event_id,))


def _panel_in(state: AppState, scroll_px: int) -> KeptPanel:
    is_passing = state.page in PASSING_PAGES
    return KeptPanel(
        page="" if is_passing else state.page.value,
        subject="" if is_passing else state.subject,
        folded=state.folded if state.page is PanelPage.FOLDED else None,
        scroll_px=0 if is_passing else scroll_px,
        is_open=state.panel_open,
        is_wide=state.is_reading_wide and not is_passing,
        width_px=state.panel_px,
        is_date_explained=state.is_date_explained,
    )
