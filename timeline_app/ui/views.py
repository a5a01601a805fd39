# SPDX-License-Identifier: MIT
"""Shows the state: after each change the parts concerned are handed what they show, read from the store."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from timeline_app.base.messages import Message
from timeline_app.base.places import comes_with_the_program
from timeline_app.chrono.edtf import parse
from timeline_app.scene.arrange import Arrangement, PanelPlace
from timeline_app.scene.overlays import Overlays
from timeline_app.state.app_state import PanelPage, ReadingPhase
from timeline_app.state.list_table import is_listing
from timeline_app.ui.folded_commands import FoldedLists
from timeline_app.ui.lanes_menu import list_lanes
from timeline_app.ui.main_window import Layout
from timeline_app.ui.shell import Shell

KEEP_AFTER_MS: Final = 1_500.0

if TYPE_CHECKING:
    from timeline_app.content.reading import Reading
    from timeline_app.ui.menus import Menus

log = logging.getLogger(__name__)

_HEADER_BUTTONS = {
    "back": "go.back",
    "forward": "go.forward",
    "theme": "settings.toggle-theme",
    "panel": "panel.toggle",
    "menu": "go.menu",
    "sources": "sources.open",
    "evidence": "evidence.toggle",
    "filters": "filters.open",
    "list": "list.toggle",
    "wide": "reading.wide",
}


class Views(QObject):
    """Hands the store's state to the widgets; holds nothing of its own but where a drag began."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._drag_width_px = 0.0
        self._folded = FoldedLists(shell)

    def show_everything(self) -> None:
        """Show the whole state, as at the start."""
        self._dress()
        path = self._shell.desk.path
        if path is not None and self._shell.store.state.document is not None:
            self.note_opened(path)
        else:
            self.show_recent()
        self.show_document()
        self.show_reading()
        self.show_history()
        self.keep_later()

    # -- the exhibit ------------------------------------------------------------------------------

    def take(self, path: Path, reading: Reading) -> None:
        """Put a finished reading in place, and paint it a turn later: keys that wait go in between."""
        window = self._shell.window

        def paint() -> None:
            if shiboken6.isValid(window):
                window.setUpdatesEnabled(True)

        window.setUpdatesEnabled(False)
        self._shell.around.clock.after(0.0, paint)
        self._shell.desk.take(path, reading)

    @property
    def _is_hidden(self) -> bool:
        """Whether the window is hidden behind a presentation: what is shown then is shown when it comes back."""
        return self._shell.store.state.present is not None

    def come_back(self) -> None:
        """Show what has changed behind a presentation, once it has ended."""
        self.show_document()
        self.show_lanes()

    def show_document(self) -> None:
        """Show another exhibit, or the same one through another lens."""
        if self._is_hidden:
            return
        shell = self._shell
        self._folded.forget()
        shell.lists.forget()
        # The layout first: placement is computed for the canvas's size; and before it what takes room from it.
        self.show_titles()
        self.show_evidence_bar()
        self.show_layout()
        self.show_tray()
        self.show_overlays()
        shell.canvas.expect_lanes(shell.store.state.lanes)
        self.list_lanes()
        shell.canvas.set_showing(shell.store.showing, shell.store.state.quiet)
        self.show_view()
        self.show_selection()

    def show_evidence_bar(self) -> None:
        """Say in bar and header what is shown as it was known, and what the reader has taken away."""
        shell, showing = self._shell, self._shell.store.showing
        shell.evidence_bar.fill(showing, shell.appearance.text_scale)
        if showing is None or not showing.offers_known_at:
            shell.header.show_known("")
            return
        cursor, translator = showing.lens.known_at, shell.around.translator
        if cursor is None:
            shell.header.show_known(translator.say("known.button-today"))
            return
        # And with it all the words for dates, which the first picture does without.
        from timeline_app.chrono.phrases import date_message

        key = "known.button" if cursor.audience == "public" else "known.button-others"
        shell.header.show_known(translator.say(key, date=date_message(parse(cursor.text))))

    def show_lanes(self) -> None:
        """Show the lanes as the reader wants them; the details tell of an event whose lanes are hidden."""
        if self._is_hidden:
            return
        self._shell.canvas.set_lanes(self._shell.store.state.lanes)
        self.list_lanes()
        self.show_panel()
        self.show_history()

    def list_lanes(self) -> None:
        """List the lanes in their menu."""
        shell, showing = self._shell, self._shell.store.showing
        if shell.menus is not None:
            list_lanes(
                shell.menus.by_id["lanes"],
                showing.lanes if showing is not None else (),
                shell.store.state.lanes,
                shell.around.translator,
                shell.commands.send,
            )

    def show_tray(self) -> None:
        """Open or fold the tray of undated events."""
        self._shell.canvas.set_tray(is_open=self._shell.store.state.is_tray_open)

    def show_overlays(self) -> None:
        """Draw evidence and silences over the events, or leave them out."""
        state = self._shell.store.state
        self._shell.canvas.set_overlays(Overlays(state.evidence_shown, state.silences_shown))
        self.show_history()

    def show_quiet_time(self) -> None:
        """Fold quiet time, or show all of it."""
        self._shell.canvas.set_quiet(self._shell.store.state.quiet)
        self.show_history()

    def show_titles(self) -> None:
        """Say in header and title bar what is open."""
        shell = self._shell
        say, language = shell.around.translator.say, shell.around.translator.language
        showing = shell.store.showing
        if showing is None:
            shell.header.show_titles((say("app.name"), language), ("", language))
            shell.window.setWindowTitle(say("app.name"))
            return
        title, subtitle = showing.title, showing.subtitle
        shell.header.show_titles(
            (title.text, title.language),
            ("", language) if subtitle is None else (subtitle.text, subtitle.language),
        )
        shell.window.setWindowTitle(say("window.title", exhibit=title.text, program=say("app.name")))

    def show_reading(self) -> None:
        """Say on start page and panel how the reading stands."""
        shell = self._shell
        self.show_panel()
        state = shell.store.state
        if state.reading is ReadingPhase.READING:
            shell.reading_line.begin(state.file_name)
        else:
            shell.reading_line.end()
        self.show_history()
        shell.start_page.show_state(
            state.file_name,
            is_reading=state.reading is ReadingPhase.READING,
            has_failed=state.reading is ReadingPhase.FAILED,
            recent=shell.keeper.recent,
        )

    def show_selection(self) -> None:
        """Show the selected events on canvas and panel."""
        if self._is_hidden:
            return
        self._shell.canvas.set_selection(self._shell.store.state.selection.ids)
        self.show_panel()
        self.show_history()

    def show_panel(self) -> None:
        """Show the page of the panel."""
        shell = self._shell
        if shell.panel is not None and not self._is_hidden:
            is_listed = shell.store.state.page is PanelPage.FOLDED
            folded = self._folded.present() if is_listed else None
            results = shell.search.results if shell.store.state.page is PanelPage.SEARCH else None
            listing = shell.lists.present() if shell.store.state.page is PanelPage.LIST else None
            shell.panel.show_state(shell.store.showing, shell.store.state, folded, results, listing)

    def bring_rest(self) -> None:
        """Make what a first frame does not need, unless it is there already, and let it show the state."""
        shell = self._shell
        # For the names of the next exhibit, while nobody waits: characters are measured once.
        shell.appearance.measurer.reserved_px("", "label", shell.around.translator.language)
        if shell.menus is None:
            self._name_buttons(shell.make_menus())
            self.list_lanes()
            self.show_recent()
            self.show_history()
        if shell.panel is None:
            from timeline_app.ui.panel_wishes import PanelWishes

            PanelWishes(shell).connect_panel(shell.make_panel())
            self.show_panel()

    def show_problems(self) -> None:
        """List what is wrong, beside the start page too."""
        self.show_layout()
        self.show_panel()

    def show_view(self) -> None:
        """Go to the target view."""
        view = self._shell.store.state.view
        if view is not None and not self._is_hidden:
            self._shell.canvas.set_view(view)

    def show_notice(self) -> None:
        """Say in passing what there is to say."""
        shell = self._shell
        notice, translator = shell.store.state.notice, shell.around.translator
        if notice is not None:
            words, scale = translator.text(notice.message), shell.appearance.text_scale
            button = translator.text(Message(f"notice.button.{notice.action}"))
            action = (notice.action, button) if notice.action else None
            shell.notice.say(words, translator.language, scale, action)

    def show_history(self) -> None:
        """Enable Back and Forward, and every other command that can be carried out now."""
        if self._is_hidden:
            return
        shell = self._shell
        state = shell.store.state
        shell.header.show_state(
            can_go_back=bool(state.history.behind),
            can_go_forward=bool(state.history.ahead),
            has_document=state.document is not None,
            panel_open=state.panel_open,
            is_reading_wide=state.is_reading_wide,
            evidence_shown=state.evidence_shown,
            is_listing=is_listing(state),
        )
        if shell.menus is not None:
            shell.menus.refresh(shell.commands, state)

    # -- looks and layout -------------------------------------------------------------------------

    def show_settings(self) -> None:
        """Follow theme, text size and motion."""
        shell = self._shell
        if shell.appearance.adopt(shell.store.state.settings):
            self._dress()
        shell.canvas.set_reduced_motion(reduced=shell.store.state.settings.reduced_motion)
        self.show_panel()
        self.show_evidence_bar()
        self.show_layout()
        self.show_history()

    def _dress(self) -> None:
        shell = self._shell
        look = shell.appearance
        application = QApplication.instance()
        if isinstance(application, QApplication):
            look.dress(application)
        shell.header.set_text_scale(look.text_scale)
        shell.start_page.set_text_scale(look.text_scale)
        shell.reading_line.set_text_scale(look.text_scale)
        shell.canvas.set_style(look.painter, look.measurer, look.text_scale)
        shell.overview.set_style(look.painter, look.measurer, look.text_scale)
        shell.canvas.set_reduced_motion(reduced=shell.store.state.settings.reduced_motion)
        if shell.panel is not None:
            shell.panel.set_appearance(look.theme, look.text_scale)
            self.show_panel()

    def show_layout(self) -> None:
        """Lay the window out for what is open."""
        shell = self._shell
        state = shell.store.state
        has_document = state.document is not None
        shell.window.show_layout(
            Layout(
                text_scale=shell.appearance.text_scale,
                panel_px=state.panel_px,
                panel_open=state.panel_open and (has_document or bool(state.problems)),
                panel_wide=state.is_reading_wide and has_document,
                has_document=has_document,
            )
        )
        self.show_history()

    def adopt_arrangement(self, arrangement: Arrangement) -> None:
        """Tell canvas and overview how wide the column of names is."""
        shell = self._shell
        shell.canvas.set_layout(arrangement.heads_px, mirrored=arrangement.mirrored)
        shell.overview.set_layout(mirrored=arrangement.mirrored)
        is_sheet = arrangement.panel_place is PanelPlace.SHEET
        key = "panel.handle" if is_sheet else "panel.grip"
        shell.grip.setAccessibleName(shell.around.translator.text(Message(key)))

    def leave(self) -> None:
        """Lead out of wherever the keyboard is: out of a list, reading in full width or a search, to the timeline."""
        state, send = self._shell.store.state, self._shell.commands.send
        is_in_panel = self._shell.panel_frame.isAncestorOf(QApplication.focusWidget() or self._shell.window)
        if is_in_panel and is_listing(state):
            send("list.leave")
        elif state.is_reading_wide:
            send("reading.wide")
        else:
            send("search.leave" if is_in_panel and state.page is PanelPage.SEARCH else "go.canvas")

    def note_panel_width(self) -> None:
        """Note how wide the panel is when its edge is taken hold of."""
        self._drag_width_px = float(self._shell.panel_frame.width())

    def widen_panel(self, by_px: float) -> None:
        """Make the panel as much wider as its edge has been dragged."""
        self._shell.commands.send("panel.width", width_px=self._drag_width_px + by_px)

    def show_keys(self) -> None:
        """Listen to the keys that commands have now, and show them wherever keys are shown."""
        shell = self._shell
        shell.canvas.heads.listen_to(shell.commands)
        if shell.menus is not None:
            shell.menus.shortcuts.follow()
            self._name_buttons(shell.menus)
        self.show_history()

    def _name_buttons(self, menus: Menus) -> None:
        shell = self._shell
        for button, command_id in _HEADER_BUTTONS.items():
            spec = shell.commands.specs[command_id]
            keys = menus.actions[command_id].shortcut().toString()
            shell.header.name_button(button, shell.around.translator.text(spec.title), keys)
        shell.header.name_button("text-size", shell.around.translator.say("menu.text-size"))
        shell.header.set_menus(menus.main, menus.text_size)

    # -- files ------------------------------------------------------------------------------------

    def note_opened(self, path: Path) -> None:
        """Remember a file that was opened; those that come with the program have menu entries of their own."""
        if path != self._shell.around.built_in and not comes_with_the_program(path):
            self._shell.keeper.note_opened(path)
        self.show_recent()

    def keep_later(self) -> None:
        """Keep what was read for the next start, when there is nothing better to do."""
        keep = self._shell.around.keep
        if keep is not None:
            self._shell.around.clock.after(KEEP_AFTER_MS, keep)

    def note_refused(self, path: Path) -> None:
        """Forget a recent file that is gone."""
        if not path.exists():
            self._shell.keeper.note_gone(path)
            self.show_recent()

    def show_recent(self) -> None:
        """List the recent files in the menu."""
        shell = self._shell
        if shell.menus is None:
            return
        shell.menus.show_recent(
            shell.keeper.recent,
            lambda path: shell.commands.send("file.open-path", path=str(path)),
            shell.around.translator.say("menu.recent-none"),
        )

    def report_reading_fault(self, path: Path, error: Exception) -> None:
        """Report what should not have happened: the reader never raises."""
        log.error("reading %s failed", path, exc_info=error)
        self._shell.report("".join(traceback.format_exception(error)))

    def close(self) -> None:
        """Remember the window and stop what runs beside it."""
        shell = self._shell
        window = shell.window
        shell.keeper.note_window((window.width(), window.height()), is_maximized=window.isMaximized())
        shell.keeper.save_now()
        shell.places.save_now()
        shell.jobs.cancel()
        shell.search.close()
        shell.lists.forget()
        shell.watch.stop()
