# SPDX-License-Identifier: MIT
"""Brings the interface up: a shell that shows an exhibit, and its window."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication

from timeline_app.base.messages import Translator
from timeline_app.base.places import built_in_exhibit, config_folder, notices, resource_root
from timeline_app.content.cache import ReadingCache
from timeline_app.content.reading import Reading
from timeline_app.state.app_state import Settings
from timeline_app.state.kept_place import KeptWindow
from timeline_app.state.opening_wish import AS_USUAL, OpeningWish
from timeline_app.state.session_files import Session
from timeline_app.ui.first_frame import FirstFrame
from timeline_app.ui.qt_clock import QtClock
from timeline_app.ui.reading_job import read_in_full
from timeline_app.ui.ruler_commands import lay_at_start
from timeline_app.ui.shell import Shell, Surroundings
from timeline_app.ui.wiring import bind_commands, connect

USUAL_SIZE = QSize(1680, 1000)
SHARE_OF_SCREEN = 0.92
SWITCH_S = 0.001
"""So long a thread that reads or places keeps the interface waiting, a few times a frame; Python's own 5 ms are felt."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be opened and how; `reading` is None for a file that is read after the window has come up."""

    path: Path
    reading: Reading | None
    settings: Settings
    session: Session
    wish: OpeningWish = AS_USUAL
    size_px: tuple[int, int] | None = None
    ruler: tuple[str, str] | None = None
    log_file: Path | None = None
    cache: ReadingCache | None = None
    places_folder: Path | None = None
    """Where is kept where the reader was in each exhibit; None keeps nothing, as pictures want it."""


def make_shell(translator: Translator, request: Request) -> Shell:
    """Return a shell in its usual surroundings."""
    sys.setswitchinterval(SWITCH_S)
    cache = request.cache
    around = Surroundings(
        read=read_in_full if cache is None else cache.through(read_in_full),
        keep=None if cache is None else cache.keep,
        clock=QtClock(),
        translator=translator,
        resources=resource_root(),
        built_in=built_in_exhibit(),
        notices=notices(),
        config_folder=config_folder(),
        log_file=request.log_file,
        places_folder=request.places_folder,
    )
    return assemble(around, request)


def assemble(around: Surroundings, request: Request) -> Shell:
    """Return a shell whose parts are joined, with the exhibit in place; its window is not shown yet."""
    shell = Shell(around, request.session, request.settings)
    bind_commands(shell)
    # Sized first, so that nothing is laid out twice.
    window = _kept_window(shell, request)
    if window is not None:
        from timeline_app.ui.window_place import restore_window

        restore_window(shell.window, window)
    else:
        shell.window.resize(_size_of(request))
    if request.reading is not None:
        # Before anybody listens: the first look at the state then shows it all, once.
        shell.desk.take_first(request.path, request.reading, request.wish)
    connect(shell)
    if request.reading is None:
        shell.desk.open(request.path, request.wish)
    if request.ruler is not None:
        lay_at_start(shell, request.ruler)
    return shell


def show_window(shell: Shell, request: Request) -> None:
    """Show the window; the panel comes right after the first frame."""
    window = shell.window
    state = shell.store.state
    if state.document is not None:
        # Where the panel has the whole window, the timeline is not seen.
        seen = shell.window if state.is_reading_wide else shell.canvas
        FirstFrame(seen, shell.around.clock, shell.rest_wanted.emit)
    else:
        shell.rest_wanted.emit()
    kept = _kept_window(shell, request)
    is_maximized = request.session.is_maximized if kept is None else kept.is_maximized
    if is_maximized and request.size_px is None:
        window.showMaximized()
    else:
        window.show()
    shell.canvas.setFocus(Qt.FocusReason.ActiveWindowFocusReason)


def _kept_window(shell: Shell, request: Request) -> KeptWindow | None:
    """Return where the window stood with this exhibit; a size that somebody has asked for counts for more."""
    kept = shell.places.place_of(request.path) if request.size_px is None else None
    return None if kept is None else kept.window


def _size_of(request: Request) -> QSize:
    """Return the size asked for, remembered or usual."""
    if request.size_px is not None:
        return QSize(*request.size_px)
    available = QGuiApplication.primaryScreen().availableGeometry().size()
    if request.session.window_px is not None:
        return QSize(*request.session.window_px).boundedTo(available)
    return USUAL_SIZE.boundedTo(available * SHARE_OF_SCREEN)
