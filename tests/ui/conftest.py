# SPDX-License-Identifier: MIT
"""Widget tests: one application for all, no warning of Qt goes unnoticed, no window outlives its test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.shell_bench import ShellBench, good_reading
from timeline_app.ui.fonts import load_fonts

LOUD = {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}
#: What the offscreen platform says because it has no window system behind it.
EXPECTED = ("This plugin does not support",)


@pytest.fixture(scope="session")
def qt_app() -> QApplication:
    """Return the one application; Qt allows no second in a process."""
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication(["tests"])


@pytest.fixture
def fonts(qt_app: QApplication, project_root: Path) -> None:
    """Load the program's fonts, for tests that measure or draw text."""
    load_fonts(project_root / "resources" / "fonts")


@pytest.fixture
def bench(qt_app: QApplication, tmp_path: Path) -> Iterator[ShellBench]:
    """Yield a shell that shows the harbour; a module whose tests need another defines its own."""
    made = ShellBench(tmp_path, good_reading(tmp_path / "harbour.yaml"))
    made.show()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def silent_qt() -> Iterator[list[str]]:
    """Fail the test if Qt warned of anything; a test that means to provoke a warning clears the list it gets."""
    warnings: list[str] = []

    def note(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind in LOUD and not text.startswith(EXPECTED):
            warnings.append(text)

    before = qInstallMessageHandler(note)
    yield warnings
    qInstallMessageHandler(before)
    assert not warnings, f"Qt warned: {warnings}"


def remove_windows() -> list[QWidget]:
    """Remove all windows, and return those that could be seen."""
    if not isinstance(QApplication.instance(), QApplication):
        return []
    seen = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    for window in QApplication.topLevelWidgets():
        window.close()
        window.deleteLater()
    # A deferred deletion waits for an event loop, and tests have none.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return seen


@pytest.fixture(autouse=True)
def no_leftover_windows(silent_qt: list[str]) -> Iterator[None]:
    """Fail the test if it leaves a window open, and remove what it left, so that the next one starts clean."""
    # Tests of other folders may have run in this process before.
    remove_windows()
    yield
    leftover = remove_windows()
    assert not leftover, f"left open: {[type(window).__name__ for window in leftover]}"
