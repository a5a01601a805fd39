# SPDX-License-Identifier: MIT
"""A dialog never grows beyond the screen, however large the text: what has no room is scrolled to, by keys too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea

from tests.ui.panel_setup import bundled_fonts
from tests.ui.shell_bench import ShellBench, good_reading
from timeline_app.state.app_state import Settings
from timeline_app.ui.dialogs import SHARE_OF_SCREEN, Dialog
from timeline_app.ui.keys_dialog import KeysDialog


@pytest.fixture
def bench(qt_app: QApplication, tmp_path: Path) -> Iterator[ShellBench]:
    bundled_fonts()
    path = tmp_path / "harbour.yaml"
    large = Settings(text_size_percent=300)
    made = ShellBench(tmp_path, good_reading(path), path=path, settings=large, size=(780, 700))
    made.shell.appearance.dress(qt_app)
    made.show()
    yield made
    qt_app.setStyleSheet("")
    made.close()


def opened(bench: ShellBench, command_id: str) -> Dialog:
    bench.shell.commands.send(command_id)
    bench.settle()
    (dialog,) = bench.shell.window.findChildren(Dialog)
    dialog.activateWindow()
    bench.settle()
    return dialog


def seen_share(dialog: Dialog, button: QPushButton) -> float:
    """Return how much of a button stands within its dialog."""
    area = QRect(button.mapTo(dialog, QPoint(0, 0)), button.size())
    inside = area.intersected(dialog.rect())
    return inside.width() * inside.height() / (area.width() * area.height())


@pytest.mark.parametrize("command_id", ["settings.open", "ruler.dates", "help.keys"])
def test_every_button_can_be_reached_by_tab_and_is_seen_then(bench: ShellBench, command_id: str):
    dialog = opened(bench, command_id)
    assert dialog.height() <= bench.shell.window.screen().availableGeometry().height() * SHARE_OF_SCREEN
    assert dialog.findChildren(QScrollArea)
    wanted = {each for each in dialog.findChildren(QPushButton) if each.isVisible() and each.isEnabled()}
    assert "Close" in {each.text() for each in wanted}
    for _ in range(40):
        here = dialog.focusWidget()
        assert here is not None
        if isinstance(here, QPushButton):
            assert seen_share(dialog, here) > 0.95, here.text()
            wanted.discard(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        bench.settle(20)
    assert not {each.text() for each in wanted}
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    bench.settle()
    assert not bench.shell.window.findChildren(Dialog)


def test_commands_in_the_list_of_keys_can_be_read(bench: ShellBench):
    dialog = opened(bench, "help.keys")
    assert isinstance(dialog, KeysDialog)
    assert dialog.list.height() >= 2 * dialog.list.sizeHintForRow(1)
    assert dialog.focusWidget() is dialog.field
    dialog.close()
    bench.settle()
