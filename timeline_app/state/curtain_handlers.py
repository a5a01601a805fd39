# SPDX-License-Identifier: MIT
"""What the commands of the curtain do: hide all that begins later, and pull it on; and what withholding does.

As with the second cursor nothing of this is kept for the next start: it changes what the exhibit says.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import partial

import numpy as np

from timeline_app.base.messages import Message
from timeline_app.chrono.instant import DAY_S, civil_from_seconds, clamp_s, year_start_s
from timeline_app.model.curtain import (
    Curtain,
    Part,
    curtain_before,
    curtain_date,
    curtain_second,
    with_part,
    without,
)
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.scene.time_fold import instant_of
from timeline_app.state.app_state import PanelPage
from timeline_app.state.commands import Commands
from timeline_app.state.ruler import PointKind, RulerPoint
from timeline_app.state.store import Store


class CurtainHandlers:
    """Moves the curtain, and withholds parts of events, in the store's lens."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # -- the curtain --------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Draw the curtain behind the beginning of the event in hand, else in the middle of the view; or take it away."""
        state = self._store.state
        if state.lens.curtain is not None:
            self._put(None)
            return
        at_s = self._begins_s(state.selection.primary)
        if at_s is None and state.view is not None:
            at_s = instant_of(state.fold, state.view.centre_s)
        if at_s is not None:
            self._put(curtain_second(clamp_s(at_s)))

    def to(self, date: str) -> None:
        """Draw it behind a date, in EDTF or as people write dates; say why if that cannot be done."""
        from timeline_app.state.typed_date import typed_date  # And with it all phrases: only where one types.

        document = self._store.state.document
        if document is None:
            return
        typed = typed_date(date, document.date_settings)
        if not isinstance(typed, str):
            self._refuse(typed)
            return
        found = curtain_date(typed, document.date_settings)
        if found is None:
            self._refuse(Message.of("known.problem.no-end"))
        else:
            self._put(found)

    def forward(self) -> None:
        """Pull it on to where the next event begins; behind the last one it goes."""
        curtain, days_s = self._store.state.lens.curtain, self._first_days_s()
        if curtain is None:
            return
        found = bisect_left(days_s, curtain.at_s)
        if found < len(days_s):
            self._put(curtain_second(days_s[found]))
        else:
            self._put(None)
            self._store.tell(Message.of("notice.curtain-at-end"))

    def back(self) -> None:
        """Draw it back to where the last event begins that then is seen; the first one always is."""
        curtain, days_s = self._store.state.lens.curtain, self._first_days_s()
        if curtain is None:
            return
        found = bisect_left(days_s, curtain.at_s - DAY_S) - 1
        if found >= 0:
            self._put(curtain_second(days_s[found]))

    def year_forward(self) -> None:
        """Pull it on to the end of the year in which it hangs, or of the next one; behind the last event it goes."""
        curtain, days_s = self._store.state.lens.curtain, self._first_days_s()
        if curtain is None:
            return
        end_s = year_start_s(civil_from_seconds(curtain.at_s).year + 1)
        if days_s and days_s[-1] < curtain.at_s:
            self.forward()
        else:
            self._put(curtain_before(end_s))

    def year_back(self) -> None:
        """Draw it back to the end of the year before; not before the first event."""
        curtain, days_s = self._store.state.lens.curtain, self._first_days_s()
        if curtain is None or not days_s:
            return
        begin_s = year_start_s(civil_from_seconds(curtain.at_s - 1).year)
        self._put(curtain_before(begin_s) if begin_s > days_s[0] else curtain_second(days_s[0]))

    def place(self, at: str) -> None:
        """Hang it at a moment, as a hand drags it; text that is none changes nothing."""
        point = RulerPoint.read(at)
        if point is None or point.kind is not PointKind.MOMENT or self._store.state.lens.curtain is None:
            return
        self._put(curtain_before(clamp_s(point.at_s)))

    def _first_days_s(self) -> list[int]:
        """Return the days on which events begin that are shown without the curtain, as early as their dates may mean."""
        state = self._store.state
        if state.document is None:
            return []
        whole = Showing(state.document, replace(state.lens, curtain=None), state.reader, state.calendars)
        begins_s = whole.dates.fuzz_earliest_s[whole.visible]
        found: list[int] = np.unique(begins_s // DAY_S * DAY_S).tolist()
        return found

    def _begins_s(self, event_id: str | None) -> int | None:
        showing = self._store.showing
        ordinal = showing.ordinal(event_id) if showing is not None and event_id is not None else None
        date = showing.date(ordinal) if showing is not None and ordinal is not None else None
        return None if date is None or date.is_year_unknown else date.fuzz_earliest_s

    def _put(self, curtain: Curtain | None) -> None:
        self._set(replace(self._store.state.lens, curtain=curtain))

    # -- what is withheld ---------------------------------------------------------------------------

    def withhold(self, part: Part) -> None:
        """Withhold a part of the event in hand, or tell it again; without a date it stands in the tray."""
        store = self._store
        event_id, lens = store.state.selection.primary, store.state.lens
        if event_id is None:
            return
        is_withheld = part not in lens.parts_withheld(event_id)
        self._set(replace(lens, withheld=with_part(lens.withheld, event_id, part, is_withheld=is_withheld)))
        if part is Part.DATE and is_withheld:
            store.open_tray(is_open=True)

    def reveal(self) -> None:
        """Tell all of the event in hand if something of it is withheld, else of the one that was withheld first."""
        state = self._store.state
        names = [each.event_id for each in state.lens.withheld if not each.is_asked]
        if not names:
            return
        primary = state.selection.primary
        name = primary if primary in names else names[0]
        self._set(replace(state.lens, withheld=without(state.lens.withheld, name)))
        self._store.select((name,), page=state.page if state.page is PanelPage.TOUR else PanelPage.EVENT)

    def reveal_all(self) -> None:
        """Tell all that was withheld; what a class is asked for waits for its own reveal."""
        lens = self._store.state.lens
        self._set(replace(lens, withheld=tuple(each for each in lens.withheld if each.is_asked)))

    def _set(self, lens: Lens) -> None:
        self._store.set_lens(lens)

    def _refuse(self, reason: Message) -> None:
        self._store.tell(Message.of("notice.curtain-refused", reason=reason))

    def bind(self, commands: Commands) -> None:
        """Bind the commands."""
        commands.bind("curtain.toggle", self.toggle)
        commands.bind("curtain.forward", self.forward)
        commands.bind("curtain.back", self.back)
        commands.bind("curtain.year-forward", self.year_forward)
        commands.bind("curtain.year-back", self.year_back)
        commands.bind("curtain.place", self.place)
        commands.bind("curtain.to", self.to)
        for part in Part:
            commands.bind(f"withhold.{part}", partial(self.withhold, part))
        commands.bind("withhold.reveal", self.reveal)
        commands.bind("withhold.reveal-all", self.reveal_all)
