# SPDX-License-Identifier: MIT
"""A large file is read beside a living window: its line, its button, Escape, and what is open stays."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.ui.shell_bench import ShellBench, good_reading
from timeline_app.base.errors import ReadingCancelled
from timeline_app.content.progress import Tell, tell_nobody
from timeline_app.content.reader import read_exhibit
from timeline_app.content.reading import Reading
from timeline_app.state.app_state import ReadingPhase
from timeline_app.ui.reading_job import LOOK_MS
from timeline_app.ui.reading_line import SHOWN_AFTER_MS


class SlowReader:
    """Reads as far as it is let, and notes whether it was stopped."""

    def __init__(self) -> None:
        self.is_told = threading.Event()
        self.may_end = threading.Event()
        self.was_cancelled = threading.Event()

    def __call__(self, path: Path, *, cancelled: Callable[[], bool], progress: Tell = tell_nobody) -> Reading:
        progress(450, 1_000)
        self.is_told.set()
        while not self.may_end.wait(0.01):
            if cancelled():
                self.was_cancelled.set()
                raise ReadingCancelled
        return read_exhibit(path, cancelled=cancelled, progress=progress)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "large.jsonl"
    path.write_text('{"title": "Large"}\n{"title": "One", "date": "1955", "id": "one"}\n', encoding="utf-8")
    return path


@pytest.fixture
def reader() -> SlowReader:
    return SlowReader()


@pytest.fixture
def bench(qt_app: QApplication, tmp_path: Path, reader: SlowReader) -> Iterator[ShellBench]:
    made = ShellBench(tmp_path, good_reading(tmp_path / "harbour.yaml"), read=reader)
    made.show()
    yield made
    reader.may_end.set()
    made.close()


def begin(bench: ShellBench, reader: SlowReader, path: Path) -> None:
    """Begin to read a file, and let the line appear."""
    bench.shell.commands.send("file.open-path", path=str(path))
    assert reader.is_told.wait(20)
    bench.clock.advance(LOOK_MS)
    bench.clock.advance(SHOWN_AFTER_MS)
    QApplication.processEvents()


def test_the_line_tells_which_file_and_how_far(bench: ShellBench, reader: SlowReader, large: Path) -> None:
    good, line = bench.shell.store.state.document, bench.shell.reading_line
    assert not line.isVisible()
    begin(bench, reader, large)
    assert line.isVisible()
    assert line.label.text() == "45 % of large.jsonl read"
    assert line.bar.value() == 450
    assert bench.shell.store.state.document is good
    assert bench.shell.canvas.isVisible()
    assert bench.shell.window.rect().contains(line.geometry())
    reader.may_end.set()
    bench.wait_for_reading()
    assert not line.isVisible()
    document = bench.shell.store.state.document
    assert document is not None
    assert list(document.events.ids) == ["one"]


def test_a_short_reading_needs_no_line(bench: ShellBench, reader: SlowReader, large: Path) -> None:
    reader.may_end.set()
    bench.shell.commands.send("file.open-path", path=str(large))
    bench.wait_for_reading()
    assert not bench.shell.reading_line.isVisible()


def assert_kept(bench: ShellBench, reader: SlowReader, good: object) -> None:
    assert reader.was_cancelled.wait(20)
    bench.wait_for_reading()
    state = bench.shell.store.state
    assert state.document is good
    assert state.reading is ReadingPhase.IDLE
    assert not bench.shell.reading_line.isVisible()
    assert bench.shell.desk.path == bench.path
    assert bench.shell.notice.words == "large.jsonl was not read to its end."
    assert bench.sent[-1] == "file.cancel-reading"


def test_a_click_on_the_button_keeps_what_is_open(bench: ShellBench, reader: SlowReader, large: Path) -> None:
    good = bench.shell.store.state.document
    begin(bench, reader, large)
    button = bench.shell.reading_line.button
    where = button.mapTo(bench.shell.window, button.rect().center())
    assert bench.shell.window.childAt(where) is button
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(button.rect().center()))
    assert_kept(bench, reader, good)


@pytest.mark.parametrize("where", ["canvas", "button", "header"])
def test_escape_stops_the_reading_wherever_the_keyboard_is(
    bench: ShellBench, reader: SlowReader, large: Path, where: str
) -> None:
    shell, good = bench.shell, bench.shell.store.state.document
    shell.store.select((good.events.ids[0],) if good is not None else ())
    selected = shell.store.state.selection
    begin(bench, reader, large)
    parts = {
        "canvas": shell.canvas,
        "button": shell.reading_line.button,
        "header": shell.header.buttons["menu"],
    }
    shell.window.activateWindow()
    parts[where].setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    QTest.keyClick(parts[where], Qt.Key.Key_Escape)
    assert_kept(bench, reader, good)
    assert shell.store.state.selection == selected


def test_afterwards_escape_is_the_canvas_s_own_again(
    bench: ShellBench, reader: SlowReader, large: Path
) -> None:
    shell, good = bench.shell, bench.shell.store.state.document
    begin(bench, reader, large)
    shell.commands.send("file.cancel-reading")
    assert_kept(bench, reader, good)
    shell.store.select((good.events.ids[0],) if good is not None else ())
    shell.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    QTest.keyClick(shell.canvas, Qt.Key.Key_Escape)
    assert bench.sent[-1] == "select.clear"


def test_space_on_the_button_stops_the_reading(bench: ShellBench, reader: SlowReader, large: Path) -> None:
    good = bench.shell.store.state.document
    begin(bench, reader, large)
    bench.shell.reading_line.button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(bench.shell.reading_line.button, Qt.Key.Key_Space)
    assert_kept(bench, reader, good)


def test_the_command_is_there_only_while_something_is_read(
    bench: ShellBench, reader: SlowReader, large: Path
) -> None:
    action = bench.menus.actions["file.cancel-reading"]
    assert not action.isEnabled()
    begin(bench, reader, large)
    assert action.isEnabled()
    action.trigger()
    bench.settle()
    assert not action.isEnabled()


def test_screen_readers_hear_what_is_read_and_how_to_stop_it(
    bench: ShellBench, reader: SlowReader, large: Path
) -> None:
    begin(bench, reader, large)
    line = bench.shell.reading_line
    bar = QAccessible.queryAccessibleInterface(line.bar)
    assert bar.text(QAccessible.Text.Name) == "Reading large.jsonl"
    assert bar.role() == QAccessible.Role.ProgressBar
    button = QAccessible.queryAccessibleInterface(line.button)
    assert button.text(QAccessible.Text.Name) == "Cancel"
    assert "Escape" in button.text(QAccessible.Text.Description)


def test_a_first_file_that_is_stopped_leaves_the_start_page(
    qt_app: QApplication, tmp_path: Path, reader: SlowReader, large: Path
) -> None:
    bench = ShellBench(tmp_path, None, path=large, read=reader)
    bench.show()
    assert reader.is_told.wait(20)
    bench.clock.advance(SHOWN_AFTER_MS)
    assert bench.shell.reading_line.isVisible()
    QTest.mouseClick(bench.shell.reading_line.button, Qt.MouseButton.LeftButton)
    assert reader.was_cancelled.wait(20)
    bench.wait_for_reading()
    assert bench.shell.start_page.isVisible()
    assert bench.shell.store.state.reading is ReadingPhase.IDLE
    assert bench.shell.desk.path is None
    bench.close()


@pytest.mark.parametrize("width_px", [480, 700, 1600])
def test_the_line_fits_every_window(
    bench: ShellBench, reader: SlowReader, tmp_path: Path, width_px: int
) -> None:
    path = tmp_path / ("a-very-long-name-" * 6 + ".jsonl")
    path.write_text('{"title": "A"}\n', encoding="utf-8")
    begin(bench, reader, path)
    bench.shell.window.resize(width_px, 500)
    QApplication.processEvents()
    line = bench.shell.reading_line
    assert bench.shell.window.rect().contains(line.geometry())
    assert line.rect().contains(line.label.geometry())
    assert line.label.geometry().right() < line.bar.geometry().left()
    assert line.bar.geometry().right() < line.button.geometry().left()
    assert line.button.visibleRegion().boundingRect().size() == line.button.size()


@pytest.mark.parametrize("name", ["dropped.json", "dropped.jsonl"])
def test_json_may_be_dropped_onto_the_window(
    bench: ShellBench, reader: SlowReader, tmp_path: Path, name: str
) -> None:
    reader.may_end.set()
    path = tmp_path / name
    path.write_text('{"title": "Dropped", "eras": []}', encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    dropped = QDropEvent(
        QPointF(200, 200),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    bench.shell.window.dropEvent(dropped)
    bench.wait_for_reading()
    document = bench.shell.store.state.document
    assert document is not None
    assert document.title.first == "Dropped"


def test_file_open_offers_every_form(bench: ShellBench) -> None:
    bench.shell.commands.send("file.open")
    (dialog,) = bench.shell.window.findChildren(QFileDialog)
    shown = dialog.nameFilters()[0]
    assert all(f"*{ending}" in shown for ending in (".yaml", ".yml", ".json", ".jsonl"))
    dialog.close()


def test_a_saved_file_of_lines_is_read_again(bench: ShellBench, reader: SlowReader, large: Path) -> None:
    reader.may_end.set()
    bench.shell.commands.send("file.open-path", path=str(large))
    bench.wait_for_reading()
    large.write_text(large.read_text("utf-8") + '{"title": "Two", "id": "two"}\n', encoding="utf-8")
    bench.settle()
    bench.wait_for_reading()
    document = bench.shell.store.state.document
    assert document is not None
    assert list(document.events.ids) == ["one", "two"]
