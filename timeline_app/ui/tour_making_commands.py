# SPDX-License-Identifier: MIT
"""The commands for making tours, in this window: what they need is loaded when somebody makes one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from timeline_app.state.commands import Value
from timeline_app.state.tour_making_table import MAKING_COMMANDS
from timeline_app.ui.shell import Shell
from timeline_app.ui.views import Views

if TYPE_CHECKING:
    from timeline_app.model.records import Stop
    from timeline_app.state.tour_making_handlers import TourMakingHandlers

_METHODS: Final = {"try": "try_"}


class TourMakingCommands(QObject):
    """Binds the commands; the handlers are made once, and then watch over the tour that is made."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._made: TourMakingHandlers | None = None

    def bind(self) -> None:
        """Bind the commands."""
        for spec in MAKING_COMMANDS:
            name = spec.id.partition(".")[2]
            act = (
                self.ask_discard
                if name == "discard"
                else partial(self._make, _METHODS.get(name, name.replace("-", "_")))
            )
            self._shell.commands.bind(spec.id, act)

    def _make(self, act: str, /, **arguments: Value) -> None:
        getattr(self.handlers, act)(**arguments)
        if act in {"begin", "show"} and self._shell.panel is not None:
            self._shell.panel.focus_content(Qt.FocusReason.ShortcutFocusReason)

    def ask_discard(self) -> None:
        """Ask before a tour goes for good: this alone cannot be taken back."""
        making = self._shell.store.state.making
        if making is None:
            return
        say, reader = self._shell.around.translator.say, self._shell.store.state.reader
        box = QMessageBox(self._shell.window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(say("making.discard-question", title=making.tour.title.for_reader(reader).text))
        box.setInformativeText(say("making.discard-file", file=making.file.name))
        yes = box.addButton(say("making.discard-yes"), QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton(say("making.discard-no"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        yes.clicked.connect(lambda: self._make("discard"))
        box.open()

    @property
    def handlers(self) -> TourMakingHandlers:
        """Those who make tours."""
        if self._made is None:
            from timeline_app.state.tour_making_handlers import Outside, TourMakingHandlers

            shell = self._shell
            outside = Outside(shell.tours_folder, self._titled, shell.watch.accept, self._walk, self._visit)
            self._made = TourMakingHandlers(shell.store, outside)
        return self._made

    def _titled(self, title: str) -> str:
        say = self._shell.around.translator.say
        return say("making.copy-title", title=title) if title else say("making.new-title")

    def _walk(self, tour_id: str, number: int) -> None:
        self._shell.commands.send("tour.open", id=tour_id)
        if number > 1:
            self._shell.commands.send("tour.go", number=number)

    def _visit(self, stop: Stop) -> None:
        """Show what a stop is about, beside the tour that is made."""
        from timeline_app.base.errors import DateError
        from timeline_app.scene.time_fold import ranged
        from timeline_app.state.app_state import PanelPage
        from timeline_app.state.handlers import SelectionHandlers
        from timeline_app.state.opening import view_of_text

        store, stage = self._shell.store, self._shell.stage_in_hand
        if stop.event:
            SelectionHandlers(store, lambda: stage).beside(stop.event, PanelPage.TOUR_MAKING)
        if stop.view and store.state.document is not None:
            try:
                view = view_of_text(stop.view, store.state.document.date_settings)
            except DateError:
                return  # The list of problems tells what is wrong with it.
            store.set_view(stage.bounded(ranged(view, None, store.state.fold)))


def connect_making(shell: Shell, views: Views) -> None:
    """Show the tour that is made as it changes, and list the tours anew wherever they are listed."""
    shell.bridge.making_changed.connect(views.show_panel)
    shell.bridge.making_changed.connect(views.show_history)
    shell.bridge.tours_changed.connect(views.show_panel)
