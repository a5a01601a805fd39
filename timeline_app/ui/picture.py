# SPDX-License-Identifier: MIT
"""The window as a picture: for `--snapshot`, Export picture, printing, and where there is no display."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, Qt
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QWidget

from timeline_app.base.geometry import Point, Rect, Size
from timeline_app.base.messages import Message, Translator
from timeline_app.ui.export import PaintedPart, Part, Picture, ScenePart, write_picture
from timeline_app.ui.picture_foot import foot_of
from timeline_app.ui.shell import Shell
from timeline_app.ui.start import Request, make_shell

WAITS: Final = 50
WAIT_MS: Final = 20


def window_picture(shell: Shell) -> Picture:
    """Return what the window shows, part by part: scenes as scenes, widgets as they paint themselves.

    What only the window's controls tell, that the reader looks from another date or without some sources, stands
    in words in a foot below.
    """
    window = shell.window
    shell.canvas.finish_placing()
    scenes = (
        ScenePart(widget.scene, Point(float(widget.x()), float(widget.y())))
        for widget in (shell.canvas, shell.overview)
        if widget.isVisibleTo(window) and widget.scene is not None
    )
    others = (shell.evidence_bar, shell.start_page, shell.panel_frame, shell.grip)
    painted = (_painted(part) for part in others if part.isVisibleTo(window))
    parts: tuple[Part, ...] = (_painted(shell.header), *scenes, *painted)
    size = Size(float(window.width()), float(window.height()))
    foot = _foot(shell, size)
    if foot is not None:
        parts, size = (*parts, foot), size._replace(h=foot.rect.bottom)
    return Picture(size, parts, window.windowTitle())


def _foot(shell: Shell, size: Size) -> PaintedPart | None:
    showing, look = shell.store.showing, shell.appearance
    if showing is None:
        return None
    return foot_of(showing, shell.around.translator, look.theme, look.text_scale, size.w, size.h)


def save_window(shell: Shell, path: Path) -> Message | None:
    """Write what the window shows; return what went wrong."""
    scale = shell.window.devicePixelRatioF()
    return write_picture(window_picture(shell), shell.appearance.painter, path, scale)


def draw_opening(shell: Shell, path: Path) -> Message | None:
    """Write what a window that nobody sees shows once it has come to rest."""
    window = shell.window
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.show()
    for _ in range(WAITS):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, WAIT_MS)
        if shell.canvas.is_settled:
            break
    return save_window(shell, path)


def unseen_shell(translator: Translator, request: Request) -> Shell:
    """Return a shell for drawing: nothing moves in it."""
    settings = replace(request.settings, reduced_motion=True)
    shell = make_shell(translator, replace(request, settings=settings))
    shell.rest_wanted.emit()
    return shell


def _painted(widget: QWidget) -> PaintedPart:
    geometry = widget.geometry()
    rect = Rect(float(geometry.x()), float(geometry.y()), float(geometry.width()), float(geometry.height()))

    def paint(painter: QPainter) -> None:
        # Without the window's ground: the grip lies over its neighbours and is no ground of its own.
        widget.render(painter, QPoint(0, 0), QRegion(), QWidget.RenderFlag.DrawChildren)

    return PaintedPart(paint, rect)
