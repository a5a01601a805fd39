# SPDX-License-Identifier: MIT
"""What the commands on filters do: choose values and dates, let them go, save them by name and use them again.

What is filtered is kept with the reader's place (`kept_place`); Back does not change it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from timeline_app.base.errors import DateError
from timeline_app.base.messages import Message
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import EndState
from timeline_app.chrono.instant import LIMIT_S
from timeline_app.chrono.span_queries import Relation
from timeline_app.model.filters import FACETS, UNFILTERED, Filters
from timeline_app.model.lens import DateFilter
from timeline_app.state.app_state import PanelPage
from timeline_app.state.commands import Commands
from timeline_app.state.saved_filters import LONGEST_NAME, SavedFilter, load_filters, save_filters
from timeline_app.state.store import Store


class FilterHandlers:
    """Changes what the reader has filtered."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def toggle(self, facet: str, value: str) -> None:
        """Choose a value that there is, or let one go that is chosen."""
        showing = self._store.showing
        known = next((one for one in FACETS if one == facet), None)
        if showing is None or known is None:
            return
        filters = self._store.state.lens.filters
        if value in filters.of(known) or showing.filtering.offers(known, value):
            self._put(filters.toggled(known, value))

    def loosen(self, facet: str) -> None:
        """Ask nothing of a facet any more, or nothing of dates."""
        if facet == "dates":
            self._store.set_lens(replace(self._store.state.lens, dates=None))
        known = next((one for one in FACETS if one == facet), None)
        if known is not None:
            self._put(self._store.state.lens.filters.without(known))

    def dates(self, text: str, certain: bool) -> None:  # noqa: FBT001 — argument name of the command
        """Let through what lies in a stretch of time, in EDTF or as people write dates; "" lets through all."""
        from timeline_app.state.typed_date import typed_date  # And with it all phrases: only where one types.

        document = self._store.state.document
        if document is None:
            return
        if not text.strip():
            self.loosen("dates")
            return
        typed = typed_date(text, document.date_settings)
        if not isinstance(typed, str):
            self._refuse(typed)
            return
        found = stretch_of(typed, document.date_settings, certain=certain)
        if found is None:
            self._refuse(Message("filters.problem.no-place"))
        else:
            self._store.set_lens(replace(self._store.state.lens, dates=found))

    def clear(self) -> None:
        """Show everything again."""
        self._store.set_lens(replace(self._store.state.lens, filters=UNFILTERED, dates=None))

    def _put(self, filters: Filters) -> None:
        self._store.set_lens(replace(self._store.state.lens, filters=filters))

    def _refuse(self, reason: Message) -> None:
        self._store.tell(Message.of("notice.filter-date-refused", reason=reason))

    def bind(self, commands: Commands) -> None:
        """Bind the commands that need no folder."""
        commands.bind("filters.toggle", self.toggle)
        commands.bind("filters.loosen", self.loosen)
        commands.bind("filters.dates", self.dates)
        commands.bind("filters.clear", self.clear)


class SavedFilterHandlers:
    """Opens the page of filters, and keeps filters by name in the user's folder."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._folder = folder

    def open(self) -> None:
        """Show the page, with what was saved for this exhibit."""
        self._load()
        self._store.show_page(PanelPage.FILTERS)

    def save(self, name: str) -> None:
        """Save what is filtered under a name; one that was there before is replaced."""
        wanted, lens = " ".join(name.split())[:LONGEST_NAME], self._store.state.lens
        if not wanted:
            self._store.tell(Message("notice.filter-unnamed"))
            return
        dates = lens.dates
        new = SavedFilter(
            wanted,
            lens.filters,
            dates.text if dates is not None else "",
            certain=dates is not None and dates.certain_only,
        )
        self._keep((*(one for one in self._load() if one.name != wanted), new))
        self._store.tell(Message.of("notice.filter-saved", name=wanted))

    def use(self, name: str) -> None:
        """Filter by what was saved under a name, and by nothing else."""
        saved = next((one for one in self._load() if one.name == name), None)
        document = self._store.state.document
        if saved is None or document is None:
            return
        try:
            dates = (
                stretch_of(saved.dates, document.date_settings, certain=saved.certain)
                if saved.dates
                else None
            )
        except DateError:
            dates = None  # The file may have been written by hand.
        self._store.set_lens(replace(self._store.state.lens, filters=saved.filters, dates=dates))

    def forget(self, name: str) -> None:
        """Forget what was saved under a name."""
        kept = tuple(one for one in self._load() if one.name != name)
        if kept != self._store.state.saved_filters:
            self._keep(kept)

    @property
    def _path(self) -> Path | None:
        document = self._store.state.document
        return None if document is None or document.path is None else document.path.resolve()

    def _load(self) -> tuple[SavedFilter, ...]:
        """Return what was saved for this exhibit, read when it is first asked for."""
        known, path = self._store.state.saved_filters, self._path
        if known is None:
            known = () if path is None else load_filters(self._folder, path)
            self._store.set_saved_filters(known)
        return known

    def _keep(self, saved: tuple[SavedFilter, ...]) -> None:
        self._store.set_saved_filters(saved)
        if self._path is not None:
            save_filters(self._folder, self._path, saved)

    def bind(self, commands: Commands) -> None:
        """Bind the commands that only change what is saved and filtered."""
        commands.bind("filters.save", self.save)
        commands.bind("filters.use", self.use)
        commands.bind("filters.forget", self.forget)


def stretch_of(edtf: str, settings: DateSettings, *, certain: bool) -> DateFilter | None:
    """Return the question about all that a date in EDTF may be, None where it has no place in time.

    Raise DateError if it is no date.
    """
    date = parse(edtf, settings)
    first_s, last_s = date.fuzz_earliest_s, date.fuzz_latest_s
    if date.earliest_state is EndState.OPEN:
        first_s = -LIMIT_S
    if date.latest_state is EndState.OPEN:
        last_s = LIMIT_S
    if date.is_year_unknown or first_s is None or last_s is None or first_s >= last_s:
        return None
    return DateFilter(Relation.OVERLAPS, first_s, last_s, certain, edtf)
