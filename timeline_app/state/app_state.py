# SPDX-License-Identifier: MIT
"""The one frozen state: document, session and one view state per surface.

Replaced as a whole by the store's methods; compared field by field, the document by identity.
Only ids and plain values stand here; objects are looked up on reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from timeline_app.base.messages import Message
from timeline_app.base.text_value import Reader
from timeline_app.content.problems import Problem
from timeline_app.model.document import Document
from timeline_app.model.lane_state import USUAL, LaneState
from timeline_app.model.lens import IDENTITY, Lens
from timeline_app.scene.folded_stretch import FoldedStretch
from timeline_app.scene.time_fold import UNFOLDED, QuietTime, TimeFold
from timeline_app.scene.view import View
from timeline_app.state.list_state import ListState
from timeline_app.state.marks import NO_MARKS, Marks
from timeline_app.state.saved_filters import SavedFilter

if TYPE_CHECKING:
    from timeline_app.state.key_map import KeyMap
    from timeline_app.state.prediction import Prediction
    from timeline_app.state.ruler import Ruler
    from timeline_app.state.tour_making import MakingState
    from timeline_app.state.tour_state import PresentState, TourState

MAIN_SURFACE = "main"
MOST_CALENDARS = 2
"""So many further calendars have room beside our own."""


CITATION_STYLES = ("chicago-notes", "chicago-author-date", "mla", "apa")
"""The styles in which sources are cited, the usual one first; `model.citation_styles` knows how."""


class Mode(StrEnum):
    """What the program is being used for; keys are per mode."""

    EXPLORE = "explore"
    PRESENT = "present"
    """A tour is shown to others."""


class ThemeChoice(StrEnum):
    """The theme the reader has chosen."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class PanelPage(StrEnum):
    """What the detail panel shows."""

    INTRODUCTION = "introduction"
    EVENT = "event"
    PROBLEMS = "problems"
    LEGEND = "legend"
    FOLDED = "folded"
    """The events behind a badge: `AppState.folded` tells which."""
    EXCERPT = "excerpt"
    """The words of a document, and the document itself: `AppState.subject` is the excerpt's id."""
    SOURCES = "sources"
    SOURCE = "source"
    """One source: `AppState.subject` is its id."""
    CLAIM = "claim"
    """Accounts that differ, side by side: `AppState.subject` is the claim's id."""
    QUESTIONS = "questions"
    FILTERS = "filters"
    """What is shown of the exhibit, and by what."""
    PEOPLE = "people"
    PERSON = "person"
    """A person, organisation or term: `AppState.subject` is its id."""
    PLACES = "places"
    PLACE = "place"
    """A place: `AppState.subject` is its id."""
    MAP = "map"
    """Where the events were."""
    CHAIN = "chain"
    """A chain of causes and effects: `AppState.subject` are the ids of the events through which it goes."""
    SEARCH = "search"
    """What was found: `AppState.search` tells what was looked for."""
    LIST = "list"
    """The events in view as a table: `AppState.listed` tells how the reader has it."""
    TOUR = "tour"
    """The stop of the tour that is walked: `AppState.tour` tells which."""
    TOUR_MAKING = "tour-making"
    """The tour that is being made: `AppState.making` tells which."""
    PREDICTION = "prediction"
    """When an event was, as a class is asked: `AppState.prediction` tells which."""


COUNTING_PAGES = frozenset(
    {PanelPage.FILTERS, PanelPage.PEOPLE, PanelPage.PERSON, PanelPage.PLACES, PanelPage.PLACE, PanelPage.MAP}
)
"""What these tell is counted over all events, which takes its time in a large exhibit."""


class ReadingPhase(StrEnum):
    """Where the reading of a file stands."""

    IDLE = "idle"
    READING = "reading"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reader has set; kept in the user's configuration."""

    theme: ThemeChoice = ThemeChoice.LIGHT
    text_size_percent: int = 100
    reduced_motion: bool = False
    citation_style: str = CITATION_STYLES[0]


@dataclass(frozen=True, slots=True)
class Selection:
    """The selected events by id, in the order of choosing; the last one is the event in hand."""

    ids: tuple[str, ...] = ()

    @property
    def primary(self) -> str | None:
        """The event in hand: what the panel shows."""
        return self.ids[-1] if self.ids else None


@dataclass(frozen=True, slots=True)
class SearchState:
    """What is looked for, and at which of the hits the reader is, -1 for none yet."""

    text: str = ""
    walked: int = -1


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the navigation history: what was seen and selected."""

    view: View
    selection: Selection
    page: PanelPage
    fold: TimeFold | None = None
    """In whose axis seconds the view counts."""
    folded: FoldedStretch | None = None
    subject: str = ""
    words: str = ""
    followed: int = 0


@dataclass(frozen=True, slots=True)
class History:
    """Back and Forward: places behind and ahead of the present one."""

    behind: tuple[Place, ...] = ()
    ahead: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A passing word to the reader, such as why zooming ends here; `number` tells it from the one before.

    `action` is a command without arguments that can be sent from beside the words, "" for none.
    """

    message: Message
    number: int
    action: str = ""


@dataclass(frozen=True, slots=True)
class AppState:
    """Everything the program is, at one moment.

    `views` holds the *target* view of each surface; the animator holds the displayed one. `is_date_explained`
    opens "Why this date?" on the event page, and keeps it open from event to event; `is_tray_open` opens the
    tray of events without a place in time.
    `folded` is the stretch whose folded events were listed last. `subject` is the id of the excerpt, source or
    claim that the panel shows, `words` are those to be lit in the excerpt; `followed` is the number of the mark
    on the event's page from which the reader went on to its evidence, 0 for none: Back returns to it.
    `is_reading_wide` gives the panel the whole window. `evidence_shown` draws on each mark what it rests on,
    `silences_shown` the strips that tell why a lane is empty.
    `panel_px` is None while the reader has not dragged the panel's edge, `chosen_calendars` while the further
    calendars are those that the exhibit asks for. `lanes` is what the reader has made of the lanes.
    `quiet` is what the reader wants of quiet time, `fold` what came of it: views count its axis seconds.
    `ruler` is what is measured between, None while nothing is.
    `keys` are those that the reader has chosen, None while all are the usual ones; `keys_before` those before
    the last change.
    `saved_filters` are those that were saved for this exhibit, None while nobody has asked for them.
    `tour` is the tour that is walked, `present` how it is shown to others; None while it is not.
    `prediction` is what a class is asked to place, None while it is not asked.
    `making` is the tour that is being made, None while none is.
    `is_range_asked` tells that the view is still the range of dates that the exhibit was opened with.
    """

    document: Document | None = None
    problems: tuple[Problem, ...] = ()
    reading: ReadingPhase = ReadingPhase.IDLE
    file_name: str = ""
    lens: Lens = IDENTITY
    reader: Reader = field(default_factory=Reader)
    settings: Settings = field(default_factory=Settings)
    mode: Mode = Mode.EXPLORE
    selection: Selection = field(default_factory=Selection)
    search: SearchState = SearchState()
    listed: ListState = field(default_factory=ListState)
    page: PanelPage = PanelPage.INTRODUCTION
    folded: FoldedStretch | None = None
    subject: str = ""
    words: str = ""
    followed: int = 0
    panel_open: bool = True
    is_reading_wide: bool = False
    evidence_shown: bool = False
    silences_shown: bool = True
    is_date_explained: bool = False
    is_tray_open: bool = False
    panel_px: float | None = None
    views: Mapping[str, View] = field(default_factory=lambda: MappingProxyType({}))
    history: History = field(default_factory=History)
    marks: Marks = NO_MARKS
    chosen_calendars: tuple[str, ...] | None = None
    lanes: LaneState = USUAL
    quiet: QuietTime = UNFOLDED
    fold: TimeFold | None = None
    is_range_asked: bool = False
    notice: Notice | None = None
    ruler: Ruler | None = None
    keys: KeyMap | None = None
    keys_before: KeyMap | None = None
    saved_filters: tuple[SavedFilter, ...] | None = None
    tour: TourState | None = None
    present: PresentState | None = None
    making: MakingState | None = None
    prediction: Prediction | None = None

    @property
    def place(self) -> Place | None:
        """Where the reader is, as the history notes it; None before anything is seen."""
        if self.view is None:
            return None
        return Place(
            self.view,
            self.selection,
            self.page,
            self.fold,
            self.folded,
            self.subject,
            self.words,
            self.followed,
        )

    @property
    def calendars(self) -> tuple[str, ...]:
        """The further calendars beside our own: what the reader has chosen, else what the exhibit asks for."""
        if self.chosen_calendars is not None:
            return self.chosen_calendars
        return self.document.about.calendars[:MOST_CALENDARS] if self.document is not None else ()

    @property
    def view(self) -> View | None:
        """The target view of the main surface; None before there is a document."""
        return self.views.get(MAIN_SURFACE)
