# SPDX-License-Identifier: MIT
"""File ▸ Print: what the window shows, on one page, as large as it will go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from timeline_app.base.messages import Message
from timeline_app.ui.export import paint_picture
from timeline_app.ui.picture import window_picture
from timeline_app.ui.shell import Shell

MARGIN_MM = 10.0


def print_window(shell: Shell) -> None:
    """Ask for a printer, then print."""
    wide = shell.window.width() >= shell.window.height()
    orientation = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    ask_for_printer(shell, orientation, lambda printer: print_on(shell, printer))


def ask_for_printer(
    shell: Shell, orientation: QPageLayout.Orientation, use: Callable[[QPrinter], None]
) -> None:
    """Ask for a printer whose pages stand one way or the other, and use it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    window = shell.window
    printer.setPageOrientation(orientation)
    printer.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter)
    printer.setDocName(window.windowTitle())
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(shell.around.translator.say("file.print-title"))
    dialog.accepted.connect(lambda: use(printer))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setModal(True)
    dialog.show()


def print_on(shell: Shell, printer: QPrinter) -> None:
    """Print what the window shows, in the middle of one page."""
    picture = window_picture(shell)
    painter = QPainter()
    if not painter.begin(printer):
        shell.tell(Message.of("file.print-failed"))
        return
    page = printer.pageLayout().paintRectPixels(printer.resolution())
    scale = min(page.width() / picture.size.w, page.height() / picture.size.h)
    painter.translate(
        (page.width() - picture.size.w * scale) / 2, (page.height() - picture.size.h * scale) / 2
    )
    painter.scale(scale, scale)
    paint_picture(painter, picture, shell.appearance.painter, scale)
    painter.end()
