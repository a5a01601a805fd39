# SPDX-License-Identifier: MIT
"""The commands on files: open, read again, print, export."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.base.places import comes_with_the_program, example_exhibit
from timeline_app.ui.shell import Shell

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog


class FileCommands:
    """Carries out the commands that begin with `file.`."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def bind(self) -> None:
        """Bind the commands."""
        commands = self._shell.commands
        commands.bind("file.open", self.choose)
        commands.bind("file.open-path", self.open_path)
        commands.bind("file.open-built-in", self.open_built_in)
        commands.bind("file.open-big-bang", partial(self.open_example, "big-bang"))
        commands.bind("file.open-caesar", partial(self.open_example, "caesar"))
        commands.bind("file.cancel-reading", self._shell.desk.cancel)
        commands.bind("file.reload", self._shell.desk.reload)
        commands.bind("file.print", self.print_picture)
        commands.bind("file.export-picture", self.export_picture)
        commands.bind("file.quit", self.quit)

    def choose(self) -> None:
        """Ask for a file and open it."""
        from PySide6.QtWidgets import QFileDialog

        say = self._shell.around.translator.say
        dialog = QFileDialog(self._shell.window, say("file.open-title"), str(self._folder()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([say("file.filter-exhibits"), say("file.filter-all")])
        dialog.fileSelected.connect(self.open_path)
        _show(dialog)

    def open_path(self, path: str) -> None:
        """Open a file by its path."""
        self._shell.desk.open(Path(path))

    def open_built_in(self) -> None:
        """Open the exhibit that comes with the program."""
        self._shell.desk.open(self._shell.around.built_in)

    def open_example(self, name: str) -> None:
        """Open a further exhibit that comes with the program."""
        self._shell.desk.open(example_exhibit(name))

    def export_picture(self) -> None:
        """Ask for a name and write what the window shows."""
        from PySide6.QtWidgets import QFileDialog

        say = self._shell.around.translator.say
        dialog = QFileDialog(self._shell.window, say("file.export-title"), str(self._folder()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([say(f"file.filter-{ending}") for ending in ("png", "svg", "pdf")])
        dialog.setDefaultSuffix("png")
        dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix(_ending_in(name)))
        dialog.selectFile(say("file.picture-name"))
        dialog.fileSelected.connect(lambda path: self.write_picture(Path(path)))
        _show(dialog)

    def write_picture(self, path: Path) -> None:
        """Write what the window shows as a picture, and say so where that fails."""
        from timeline_app.ui.picture import save_window

        problem = save_window(self._shell, path)
        if problem is not None:
            self._shell.tell(problem)

    def print_picture(self) -> None:
        """Ask for a printer and print what the window shows."""
        from timeline_app.ui.printing import print_window

        print_window(self._shell)

    def quit(self) -> None:
        """Close the window, and with it the program."""
        self._shell.window.close()

    def _folder(self) -> Path:
        """Return where a file dialog begins: beside the open exhibit, else among the user's documents, or at home."""
        from PySide6.QtCore import QStandardPaths

        path = self._shell.desk.path
        if path is not None and path != self._shell.around.built_in and not comes_with_the_program(path):
            return path.resolve().parent
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        # A dialog takes a folder that is not there for the name of a file.
        return documents if documents.is_dir() else Path.home()


def _show(dialog: QFileDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _ending_in(name_filter: str) -> str:
    """Return the ending that a name filter such as `Picture (*.png)` stands for."""
    return name_filter.rpartition("*.")[2].rstrip(") ")
