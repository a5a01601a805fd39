# SPDX-License-Identifier: MIT
"""The commands on links: copies a link to what is seen, and follows one, into another exhibit if need be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from timeline_app.base.messages import Message
from timeline_app.state.place_handlers import PlaceHandlers
from timeline_app.ui.shell import Shell

if TYPE_CHECKING:
    from pathlib import Path

    from timeline_app.state.view_link import ViewLink


class LinkCommands:
    """Copies and follows links; what reads and writes them is loaded when somebody does."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._handlers = PlaceHandlers(shell.store, lambda: shell.stage_in_hand)

    def bind(self) -> None:
        """Bind the commands."""
        self._shell.commands.bind("view.copy-link", self.copy)
        self._shell.commands.bind("view.open-link", self.open)

    def copy(self) -> None:
        """Put a link to what is seen on the clipboard."""
        from timeline_app.state.view_link import link_text
        from timeline_app.state.view_link_use import link_of

        store = self._shell.store
        link = link_of(store.state, store.showing) if store.showing is not None else None
        if link is not None:
            QGuiApplication.clipboard().setText(link_text(link))
            store.tell(Message("notice.link-copied"))

    def open(self, text: str) -> None:
        """Follow a link; without one, ask for it."""
        if text.strip():
            problem = self.follow(text)
            if problem is not None:
                self._shell.store.tell(problem)
            return
        from timeline_app.ui import link_dialog

        shell = self._shell
        dialog = link_dialog.LinkDialog(
            self.refusal, shell.around.translator, shell.appearance.text_scale, shell.window
        )
        dialog.chosen.connect(lambda chosen: shell.commands.send("view.open-link", text=chosen))
        dialog.open_at(link_dialog.WIDTH_PX, link_dialog.HEIGHT_PX)

    def refusal(self, text: str) -> Message | None:
        """Return why a link cannot be followed, None where it can."""
        from timeline_app.state.view_link_reader import LinkFault, read_link

        found = read_link(text)
        if isinstance(found, LinkFault):
            return found.message
        if self._is_open(found.link) or self._file_of(found.link) is not None:
            return None
        return Message.of("link.problem.exhibit", name=found.link.exhibit)

    def follow(self, text: str) -> Message | None:
        """Follow a link; return why that cannot be done."""
        from timeline_app.state.view_link_reader import ReadLink, read_link

        problem, found = self.refusal(text), read_link(text)
        if problem is not None or not isinstance(found, ReadLink):
            return problem
        if self._is_open(found.link):
            self._go(found.link)
        else:
            path = self._file_of(found.link)
            if path is not None:
                from timeline_app.state.opening_wish import OpeningWish

                self._shell.desk.open(path, OpeningWish(link=found.link))
        if found.passed_over:
            parts = ", ".join(found.passed_over)
            self._shell.store.tell(Message.of("notice.link-passed-over", parts=parts))
        return None

    def _is_open(self, link: ViewLink) -> bool:
        from timeline_app.state.exhibit_names import is_named

        document = self._shell.store.state.document
        return document is not None and is_named(document, link.exhibit)

    def _file_of(self, link: ViewLink) -> Path | None:
        from timeline_app.state.linked_exhibit import exhibit_of

        shell = self._shell
        return exhibit_of(link.exhibit, shell.places.folder, shell.keeper.recent)

    def _go(self, link: ViewLink) -> None:
        from timeline_app.state.view_link_use import linked, missing_message

        state = self._shell.store.state
        if state.document is None:
            return
        found = linked(state.document, link, state.panel_px)
        self._handlers.arrive(found.place, found.view, found.lens)
        word = missing_message(found.missing)
        if word is not None:
            self._shell.store.tell(word)
