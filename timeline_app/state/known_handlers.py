# SPDX-License-Identifier: MIT
"""What the commands on the second cursor do: show only what was known by a moment, and step through such moments.

The cursor is of the moment: it is not kept for the next start, and Back does not move it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import Final, get_args

from timeline_app.base.messages import Message
from timeline_app.model.known_at import KnownAt, known_at_date, known_at_second
from timeline_app.model.records import Audience
from timeline_app.state.commands import Commands
from timeline_app.state.store import Store

AUDIENCES: Final[tuple[Audience, ...]] = get_args(Audience)


class KnownHandlers:
    """Moves the cursor; an exhibit that tells nothing of who knew when has none."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def open(self) -> None:
        """Set the cursor at the latest moment, or at the exhibit's end, if there is none yet."""
        showing = self._store.showing
        if showing is None or self._cursor is not None:
            return
        if showing.known_moments:
            self.set_at(showing.known_moments[-1].at_s)
        elif showing.span_s is not None:
            self.set_at(showing.span_s[1])

    def _where_it_stood(self) -> tuple[Audience, str]:
        cursor = self._cursor
        return (cursor.audience, cursor.where) if cursor is not None else (AUDIENCES[0], "")

    def set(self, date: str) -> None:
        """Set the cursor at the end of a date, in EDTF or as people write dates; say why if that cannot be done."""
        from timeline_app.state.typed_date import typed_date  # And with it all phrases: only where one types.

        showing, document = self._store.showing, self._store.state.document
        if showing is None or document is None or not showing.offers_known_at:
            return
        typed = typed_date(date, document.date_settings)
        if not isinstance(typed, str):
            self._refuse(typed)
            return
        found = known_at_date(typed, document.date_settings, *self._where_it_stood())
        if found is None:
            self._refuse(Message.of("known.problem.no-end"))
        else:
            self._put(found)

    def set_at(self, at_s: int) -> None:
        """Set the cursor at a moment, with the words of the exhibit's own where it is one of those."""
        showing = self._store.showing
        if showing is None or not showing.offers_known_at:
            return
        audience, where = self._where_it_stood()
        moment = next((one for one in showing.known_moments if one.at_s == at_s), None)
        if moment is None:
            self._put(known_at_second(at_s, audience, where))
        else:
            self._put(KnownAt(moment.at_s, moment.text, audience, where))

    def step(self, by: int) -> None:
        """Go so many moments later, or earlier for a negative number, within those that there are."""
        showing, cursor = self._store.showing, self._cursor
        if showing is None or not showing.known_moments or by == 0:
            return
        moments = [moment.at_s for moment in showing.known_moments]
        if cursor is None:
            found = len(moments) - 1 if by < 0 else 0
        elif by > 0:
            found = bisect_right(moments, cursor.at_s) + by - 1
        else:
            found = bisect_left(moments, cursor.at_s) + by
        self.set_at(moments[min(max(found, 0), len(moments) - 1)])

    def choose_country(self, where: str) -> None:
        """Count what was known in one country, or anywhere for ""."""
        showing, cursor = self._store.showing, self._cursor
        if showing is not None and cursor is not None and where in ("", *showing.known_countries):
            self._put(replace(cursor, where=where))

    def choose_audience(self, audience: str) -> None:
        """Count what was known to the public, or to some others."""
        cursor = self._cursor
        found = next((one for one in AUDIENCES if one == audience), None)
        if cursor is not None and found is not None:
            self._put(replace(cursor, audience=found))

    def clear(self) -> None:
        """Return to the present."""
        self._put(None)

    @property
    def _cursor(self) -> KnownAt | None:
        return self._store.state.lens.known_at

    def _put(self, cursor: KnownAt | None) -> None:
        self._store.set_lens(replace(self._store.state.lens, known_at=cursor))

    def _refuse(self, reason: Message) -> None:
        self._store.tell(Message.of("notice.known-refused", reason=reason))

    def bind(self, commands: Commands) -> None:
        """Bind the commands that need no toolkit."""
        commands.bind("known.set", self.set)
        commands.bind("known.set-at", self.set_at)
        commands.bind("known.step", self.step)
        commands.bind("known.earlier", lambda: self.step(-1))
        commands.bind("known.later", lambda: self.step(1))
        commands.bind("known.country", self.choose_country)
        commands.bind("known.audience", self.choose_audience)
        commands.bind("known.clear", self.clear)
