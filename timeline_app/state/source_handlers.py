# SPDX-License-Identifier: MIT
"""What the commands on sources do: take sources away to see what rests on them, and put them back.

What the reader has taken away is of the moment: it is not kept for the next start.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from timeline_app.base.messages import Message
from timeline_app.state.app_state import CITATION_STYLES
from timeline_app.state.commands import Commands
from timeline_app.state.store import Store

NEVER_AT_ONCE: Final = "testimony"
"""What people have told of their own lives is not switched off wholesale."""


class SourceHandlers:
    """Changes which sources the reader has taken away."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def take_away(self, id: str) -> None:  # noqa: A002 — argument name of the command
        """Take a source away."""
        document = self._store.state.document
        if document is not None and id in document.sources:
            self._put(self._off | {id})

    def give_back(self, id: str) -> None:  # noqa: A002
        """Put a source back."""
        self._put(self._off - {id})

    def take_kind(self, kind: str) -> None:
        """Take all sources of a kind away, but never all testimony at once."""
        document = self._store.state.document
        if document is None:
            return
        if kind == NEVER_AT_ONCE:
            self._store.tell(Message.of("notice.testimony-stays"))
            return
        self._put(self._off | {name for name, source in document.sources.items() if source.kind == kind})

    def with_derived(self, on: bool) -> None:  # noqa: FBT001 — argument name of the command
        """Take with each source also all that derives from it, or not."""
        self._store.set_lens(replace(self._store.state.lens, takes_derived=on))

    def restore(self) -> None:
        """Put all sources back."""
        lens = self._store.state.lens
        self._store.set_lens(replace(lens, sources_off=frozenset(), takes_derived=False))

    def choose_style(self, name: str) -> None:
        """Cite sources in another style; an unknown name changes nothing."""
        if name in CITATION_STYLES:
            self._store.set_settings(replace(self._store.state.settings, citation_style=name))

    @property
    def _off(self) -> frozenset[str]:
        return self._store.state.lens.sources_off

    def _put(self, names: frozenset[str]) -> None:
        """Keep which sources are off; with none left off, the next one goes off by itself again."""
        lens = self._store.state.lens
        is_back = bool(lens.sources_off) and not names
        taken = lens.takes_derived and not is_back
        self._store.set_lens(replace(lens, sources_off=names, takes_derived=taken))

    def bind(self, commands: Commands) -> None:
        """Bind the commands that need no toolkit."""
        commands.bind("sources.take-away", self.take_away)
        commands.bind("sources.give-back", self.give_back)
        commands.bind("sources.take-kind", self.take_kind)
        commands.bind("sources.with-derived", self.with_derived)
        commands.bind("sources.restore", self.restore)
        commands.bind("sources.style", self.choose_style)
