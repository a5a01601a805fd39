# SPDX-License-Identifier: MIT
"""The commands on the list that move the keyboard or leave the program, and what lets the list follow the timeline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from timeline_app.base.clock import Cancel
from timeline_app.base.messages import Message
from timeline_app.state.app_state import PanelPage
from timeline_app.state.list_handlers import ListHandlers
from timeline_app.state.list_table import is_listing
from timeline_app.ui.shell import Shell

if TYPE_CHECKING:
    from timeline_app.model.showing import Showing
    from timeline_app.state.list_copies import CopyWords
    from timeline_app.state.list_rows import EventList, ListedRow
    from timeline_app.ui.list_desk import Listing

FOLLOW_MS: Final = 150.0
"""The list follows a view that has stayed so long."""
SLICE_MS: Final = 8.0
AT_ONCE: Final = 1_000
"""Of more rows it is said that they are being copied, since that takes its time."""


class ListCommands:
    """Opens and leaves the list, and takes its rows along: the chosen ones where there are several, else all."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._handlers = ListHandlers(shell.store, lambda: shell.stage)
        self._turn = 0

    def bind(self) -> None:
        """Bind the commands."""
        commands = self._shell.commands
        self._handlers.bind(commands)
        commands.bind("list.toggle", self.toggle)
        commands.bind("list.toggle-here", self.toggle)
        commands.bind("list.leave", self.leave)
        for form in ("text", "csv", "markdown"):
            commands.bind(f"list.copy-{form}", lambda chosen, form=form: self.copy(form, chosen=chosen))
        commands.bind("list.print", self.print)

    def toggle(self) -> None:
        """Show the list and put the keyboard into it; where it is shown, go back to the timeline."""
        if is_listing(self._shell.store.state):
            self.leave()
            return
        self._handlers.open()
        if self._shell.panel is not None:
            self._shell.panel.focus_content(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Show what was there before, and go to the timeline."""
        self._handlers.leave()
        self._shell.commands.send("go.canvas")

    def copy(self, form: str, *, chosen: bool) -> None:
        """Put rows on the clipboard, as text, CSV or Markdown."""
        from timeline_app.state.list_copies import CopyForm, copying

        listing = self._shell.lists.present()
        if listing is None:
            return
        words = self._words(listing.found)

        wanted = self._wanted(listing, chosen=chosen)
        rows: list[ListedRow] = []
        pieces: list[str] = []

        def work() -> Iterator[None]:
            for ordinal in wanted:
                rows.append(listing.teller.row(ordinal))
                yield
            for piece in copying(rows, CopyForm(form), words):
                pieces.append(piece)
                yield
            QGuiApplication.clipboard().setText("".join(pieces))
            self._shell.store.tell(Message.of("list.copied", count=len(rows)))

        if len(wanted) > AT_ONCE:
            self._shell.store.tell(Message.of("list.copying", count=len(wanted)))
        self._turn += 1
        self._go_on(work(), self._turn, self._shell.store.showing)

    def print(self, chosen: bool) -> None:  # noqa: FBT001 — argument name of the command
        """Ask for a printer, then print."""
        from timeline_app.ui.list_print import MOST_PRINTED, print_list, sheet_of

        listing = self._shell.lists.present()
        if listing is None:
            return
        wanted, words = self._wanted(listing, chosen=chosen), self._words(listing.found)
        more = len(wanted) > MOST_PRINTED
        translator = self._shell.around.translator
        said = (translator.say("list.print-first", count=MOST_PRINTED),) if more else ()
        rows = [listing.teller.row(ordinal) for ordinal in wanted[:MOST_PRINTED]]
        print_list(self._shell, sheet_of(rows, words, said, translator))

    # -- rows -------------------------------------------------------------------------------------

    def _wanted(self, listing: Listing, *, chosen: bool) -> list[int]:
        """Return the events of the chosen rows, in the list's order, where there are several; else all."""
        from timeline_app.ui.panels.list_page import ListPage

        page = self._shell.panel.page if self._shell.panel is not None else None
        kept = page.chosen_ordinals if isinstance(page, ListPage) else []
        return kept if len(kept) > (0 if chosen else 1) else listing.found.ordinals.tolist()

    def _words(self, found: EventList) -> CopyWords:
        from timeline_app.state.evidence_words import foot_messages
        from timeline_app.state.list_copies import CopyWords
        from timeline_app.state.list_words import count_message, range_of

        translator, showing = self._shell.around.translator, self._shell.store.showing
        say = translator.say
        about = say("list.about", events=count_message(found), range=range_of(found, translator))
        column = [say(f"list.column.{name}") for name in ("date", "title", "lane", "evidence")]
        field = [say(f"list.field.{name}") for name in ("edtf", "id", "sources", "remarks")]
        return CopyWords(
            showing.title.text if showing is not None else "",
            about,
            tuple(map(translator.text, foot_messages(showing))) if showing is not None else (),
            (column[0], column[1], column[2], column[3]),
            (field[0], field[1], field[2], field[3]),
        )

    def _go_on(self, work: Iterator[None], turn: int, showing: Showing | None) -> None:
        """Work in slices, so that the window lives; another copy or another exhibit ends it."""
        clock = self._shell.around.clock
        if turn != self._turn or showing is not self._shell.store.showing:
            return
        until_ms = clock.now_ms() + SLICE_MS
        for _ in work:
            if clock.now_ms() >= until_ms:
                clock.after(0.0, lambda: self._go_on(work, turn, showing))
                return


class ListFollower(QObject):
    """Lets the list follow the view once that has come to rest."""

    def __init__(self, shell: Shell, show_panel: Callable[[], None]) -> None:
        super().__init__(shell)
        self._shell = shell
        self._show_panel = show_panel
        self._later: Cancel | None = None

    def follow_soon(self) -> None:
        """Show the list of the new view in a moment."""
        if self._later is not None:
            self._later()
        self._later = None
        if self._shell.store.state.page is PanelPage.LIST:
            self._later = self._shell.around.clock.after(FOLLOW_MS, self._follow)

    def follow(self) -> None:
        """Show the list as it is now."""
        if self._shell.store.state.page is PanelPage.LIST:
            self._show_panel()

    def _follow(self) -> None:
        self._later = None
        self.follow()


def connect_list(shell: Shell, show_panel: Callable[[], None]) -> None:
    """Connect the signals that the list follows."""
    follower = ListFollower(shell, show_panel)
    shell.bridge.view_changed.connect(follower.follow_soon)
    shell.bridge.tray_changed.connect(follower.follow)
    shell.bridge.quiet_changed.connect(follower.follow)
    shell.lists.changed.connect(follower.follow)
