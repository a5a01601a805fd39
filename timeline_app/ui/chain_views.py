# SPDX-License-Identifier: MIT
"""Follows chains in this window: their commands, and their marks on timeline and overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from timeline_app.scene.chain_marks import ChainMarks
from timeline_app.state.app_state import PanelPage
from timeline_app.state.handlers import SelectionHandlers
from timeline_app.ui.announcement import announce, describe_anew
from timeline_app.ui.shell import Shell

if TYPE_CHECKING:
    from timeline_app.state.chain_handlers import ChainHandlers


class ChainCommands:
    """Binds the commands; what they need is loaded when somebody follows a chain."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._selection = SelectionHandlers(shell.store, lambda: shell.stage_in_hand)
        self._made: ChainHandlers | None = None

    def bind(self) -> None:
        """Bind the commands."""
        bind = self._shell.commands.bind
        bind("chain.follow", self._follow)
        bind("chain.next", lambda: self._handlers.step(1))
        bind("chain.previous", lambda: self._handlers.step(-1))
        bind("chain.go", self._go)
        bind("chain.through", self._through)
        bind("chain.leave", self._leave)

    def _follow(self, id: str) -> None:  # noqa: A002 — argument name of the command
        self._handlers.follow(id)

    def _go(self, id: str) -> None:  # noqa: A002
        self._handlers.go(id)

    def _through(self, at: str, id: str) -> None:  # noqa: A002
        self._handlers.through(at, id)

    def _leave(self) -> None:
        self._handlers.leave()

    @property
    def _handlers(self) -> ChainHandlers:
        if self._made is None:
            from timeline_app.state.chain_handlers import ChainHandlers

            self._made = ChainHandlers(self._shell.store, self._reveal)
        return self._made

    def _reveal(self, event_id: str, page: PanelPage) -> None:
        self._selection.event(event_id, reveal=True, page=page)


class ChainViews(QObject):
    """Hands the chain that is followed to those who mark it; holds what was marked last."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._marks: ChainMarks | None = None

    def show(self) -> None:
        """Mark the steps of the chain, or none."""
        marks = self._followed()
        is_new = self._marks is None and marks is not None
        if marks != self._marks:
            self._mark(marks)
        if is_new:
            # Who follows a chain by a key stays at the timeline.
            self.say()

    def show_anew(self) -> None:
        """Mark the chain in another exhibit or through another lens, or none: old marks tell of events that have gone."""
        self._mark(self._followed())

    def _mark(self, marks: ChainMarks | None) -> None:
        self._marks = marks
        self._shell.canvas.set_chain(marks)
        self._shell.overview.set_chain(marks)

    def say(self) -> None:
        """Say at which step of the chain the reader is."""
        shell, marks = self._shell, self._marks
        showing, primary = shell.store.showing, shell.store.state.selection.primary
        ordinal = showing.ordinal(primary) if showing is not None and primary is not None else None
        if marks is None or ordinal not in marks.steps:
            return
        place = marks.steps.index(ordinal)
        words = shell.around.translator.say("chain.step", number=place + 1, count=len(marks.steps))
        announce(shell.canvas, words)
        describe_anew(shell.canvas)

    def _followed(self) -> ChainMarks | None:
        store = self._shell.store
        if store.state.page is not PanelPage.CHAIN:
            return None
        from timeline_app.state.chain_handlers import followed_chain

        chain = followed_chain(store.showing, store.state)
        return None if chain is None else ChainMarks(chain.ordinals, chain.edges)


def connect_chain(shell: Shell) -> None:
    """Connect the signals of a chain."""
    views = ChainViews(shell)
    shell.bridge.page_changed.connect(views.show)
    shell.bridge.selection_changed.connect(views.say)
    shell.bridge.document_changed.connect(views.show_anew)
    shell.bridge.lens_changed.connect(views.show_anew)
    shell.bridge.calendars_changed.connect(views.show_anew)
