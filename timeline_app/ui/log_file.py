# SPDX-License-Identifier: MIT
"""The log: a small rotating file in the user's state folder, which also hears what Qt has to say."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

FILE_NAME: Final = "timeline.log"
MAX_BYTES: Final = 512 * 1024
KEPT_FILES: Final = 3
FORMAT: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"

_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class LateLog(logging.Handler):
    """Opens the log with its first record: an uneventful run writes nothing and loads nothing for it."""

    def __init__(self, file: Path) -> None:
        super().__init__(logging.INFO)
        self._file = file
        self._handler: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Hand the record on to the file."""
        if self._handler is None:
            self._handler = self._opened()
        self._handler.handle(record)

    def close(self) -> None:
        """Close the file with the handler."""
        if self._handler is not None:
            self._handler.close()
        super().close()

    def _opened(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(
                self._file, maxBytes=MAX_BYTES, backupCount=KEPT_FILES, encoding="utf-8"
            )
        except OSError:
            # Nowhere to write: nothing to be done about it, and no reason to stop.
            return logging.NullHandler()
        handler.setFormatter(logging.Formatter(FORMAT))
        return handler


def start_log(folder: Path) -> Path:
    """Begin to keep a log, also of what Qt says; return its file."""
    file = folder / FILE_NAME
    root = logging.getLogger()
    root.addHandler(LateLog(file))
    root.setLevel(logging.INFO)
    qInstallMessageHandler(_note_qt)
    return file


def _note_qt(kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category, text)
