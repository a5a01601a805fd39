# SPDX-License-Identifier: MIT
"""The command that prints a tour: what it needs is loaded when somebody asks for a handout."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.base.messages import Message
from timeline_app.base.places import comes_with_the_program
from timeline_app.ui.shell import Shell

if TYPE_CHECKING:
    from timeline_app.state.handout import HandoutWish


class HandoutCommands:
    """Carries out `handout.make`; what was chosen last is offered again."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._last: HandoutWish | None = None

    def bind(self) -> None:
        """Bind the command."""
        self._shell.commands.bind("handout.make", self.ask)

    def ask(self, tour: str) -> None:
        """Ask what is to be printed, then for the file."""
        from timeline_app.model.showing import Showing
        from timeline_app.state.handout import HandoutWish
        from timeline_app.state.handout_plan import base_lens
        from timeline_app.ui.handout import dialog as handout_dialog

        shell, state = self._shell, self._shell.store.state
        if state.document is None:
            return
        wish = self._last or HandoutWish()
        told = Showing(state.document, base_lens(state.lens, wish), state.reader).tours
        tours = [tour for tour in told if tour.stop_count]
        if not tours:
            return
        walked = state.tour.tour_id if state.tour is not None else ""
        dialog = handout_dialog.HandoutDialog(
            tours, tour or walked, wish, shell.around.translator, shell.appearance.text_scale, shell.window
        )
        dialog.chosen.connect(self._ask_file)
        dialog.open_at(handout_dialog.WIDTH_PX, handout_dialog.HEIGHT_PX)

    def _ask_file(self, tour: str, wish: HandoutWish) -> None:
        from PySide6.QtWidgets import QFileDialog

        self._last = wish
        say = self._shell.around.translator.say
        dialog = QFileDialog(self._shell.window, say("handout.save-title"), str(self._folder()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        endings = {say("handout.filter-pdf"): "pdf", say("handout.filter-html"): "html"}
        dialog.setNameFilters(list(endings))
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix(endings[words]))
        dialog.selectFile(f"{tour}-{wish.kind}.pdf")
        dialog.fileSelected.connect(lambda path: self.write(Path(path), tour, wish))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: Path, tour: str, wish: HandoutWish) -> None:
        """Write a handout as the exhibit is seen now, and say what became of it."""
        from timeline_app.model.citation_styles import CitationStyle
        from timeline_app.state.handout_plan import plan_handout
        from timeline_app.ui.handout.writing import write_handout

        store, translator = self._shell.store, self._shell.around.translator
        state = store.state
        if state.document is None:
            return
        style = CitationStyle(state.settings.citation_style)
        handout = plan_handout(tour, wish, state.document, translator, state.lens, state.reader, style)
        if handout is None:
            # The exhibit was read again meanwhile.
            self._shell.tell(Message.of("handout.gone"))
            return
        problem = write_handout(handout, path, translator)
        if problem is not None:
            self._shell.tell(problem)
        else:
            store.tell(Message.of("handout.written", file=path.name))

    def _folder(self) -> Path:
        """Return where the dialog begins: beside an exhibit of one's own, else at home."""
        path = self._shell.desk.path
        own = path is not None and path != self._shell.around.built_in and not comes_with_the_program(path)
        return path.resolve().parent if own and path is not None else Path.home()
