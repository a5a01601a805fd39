# SPDX-License-Identifier: MIT
"""Settings, About, keys, faults, and the menu by keyboard."""

import logging
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize, QStandardPaths, Qt, QtMsgType, qInstallMessageHandler, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
)

from tests.stages import ENGLISH
from tests.ui.shell_bench import ShellBench, good_reading
from timeline_app import app
from timeline_app.base.messages import Message
from timeline_app.state.app_state import Settings, ThemeChoice
from timeline_app.state.command_table import COMMANDS
from timeline_app.ui import log_file
from timeline_app.ui.about_dialog import AboutDialog
from timeline_app.ui.command_rows import native
from timeline_app.ui.error_dialog import ErrorDialog
from timeline_app.ui.file_commands import FileCommands
from timeline_app.ui.keys_dialog import KeysDialog
from timeline_app.ui.picture import save_window
from timeline_app.ui.printing import print_on
from timeline_app.ui.settings_dialog import SettingsDialog

pytestmark = pytest.mark.usefixtures("fonts")


def opened(bench: ShellBench, kind: type[QDialog]):
    (found,) = bench.shell.window.findChildren(kind)
    assert found.isVisible()
    return found


def close(dialog: QDialog) -> None:
    dialog.accept()
    QApplication.processEvents()


def test_settings_take_effect_at_once(bench):
    bench.shell.commands.send("settings.open")
    dialog = opened(bench, SettingsDialog)
    dark = dialog.themes.button(tuple(ThemeChoice).index(ThemeChoice.DARK))
    QTest.mouseClick(dark, Qt.MouseButton.LeftButton)
    dialog.text_size.setValue(175)
    dialog.motion.click()
    assert bench.shell.store.state.settings == Settings(ThemeChoice.DARK, 175, reduced_motion=True)
    close(dialog)


def test_settings_show_what_is_set(qt_app, tmp_path):
    settings = Settings(ThemeChoice.HIGH_CONTRAST, 150, reduced_motion=True)
    bench = ShellBench(tmp_path, good_reading(tmp_path / "harbour.yaml"), settings=settings)
    bench.show()
    bench.shell.commands.send("settings.open")
    dialog = opened(bench, SettingsDialog)
    assert dialog.themes.checkedId() == tuple(ThemeChoice).index(ThemeChoice.HIGH_CONTRAST)
    assert dialog.text_size.value() == 150
    assert dialog.motion.isChecked()
    close(dialog)
    bench.close()


def test_about_shows_version_and_all_licences(bench):
    bench.shell.commands.send("help.about")
    dialog = opened(bench, AboutDialog)
    (licences,) = dialog.findChildren(QPlainTextEdit)
    for name in ("LICENSE", "LICENSE-exhibit.txt", "THIRD-PARTY-NOTICES.md"):
        assert (Path(__file__).parents[2] / name).read_text(
            encoding="utf-8"
        ).strip() in licences.toPlainText()
    assert licences.isReadOnly()
    assert any("Timeline 0." in label.text() for label in dialog.findChildren(QLabel))
    close(dialog)


def test_a_missing_licence_is_said_and_not_hidden(qt_app, bench, tmp_path):
    dialog = AboutDialog([tmp_path / "LICENSE"], bench.shell.around.translator, 1.0, bench.shell.window)
    (licences,) = dialog.findChildren(QPlainTextEdit)
    assert licences.toPlainText() == "LICENSE is missing from this installation."


def test_help_lists_every_key_of_the_table(bench):
    bench.shell.commands.send("help.keys")
    dialog = opened(bench, KeysDialog)
    listed = {(row.spec.id, row.mode): row for row in dialog.model.rows if row.spec is not None}
    for spec in COMMANDS:
        for mode, keys in ((mode, keys) for mode, keys in spec.keys.items() if keys):
            assert listed[spec.id, mode].keys == keys
            spoken = dialog.model.spoken(listed[spec.id, mode])
            assert spoken == ", ".join((ENGLISH.text(spec.title), *native(keys)))
    close(dialog)


def test_no_dialog_grows_beyond_the_screen(qt_app, tmp_path):
    bench = ShellBench(
        tmp_path, good_reading(tmp_path / "harbour.yaml"), settings=Settings(text_size_percent=300)
    )
    bench.show()
    bench.shell.commands.send("help.keys")
    dialog = opened(bench, KeysDialog)
    screen = dialog.screen().availableGeometry().size()
    assert dialog.size().expandedTo(QSize(0, 0)).boundedTo(screen) == dialog.size()
    close(dialog)
    bench.close()


def test_the_menu_opens_by_key_and_reaches_every_menu(bench):
    bench.shell.commands.send("go.menu")
    menu = bench.menus.main
    assert menu.isVisible()
    names = ["File", "View", "Lanes", "Evidence", "Go", "Tours", "Help"]
    assert [action.text() for action in menu.actions()] == names
    assert menu.activeAction() is menu.actions()[0]
    menu.close()


def test_opening_asks_for_a_file_and_exporting_for_a_name(bench):
    bench.shell.commands.send("file.open")
    dialog = opened(bench, QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    dialog.reject()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    bench.shell.commands.send("file.export-picture")
    dialog = opened(bench, QFileDialog)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert [name.rpartition("*")[2] for name in dialog.nameFilters()] == [".png)", ".svg)", ".pdf)"]
    dialog.reject()


@pytest.mark.parametrize("folder", ["Documents", "."])
def test_a_file_is_asked_for_among_the_documents_or_else_at_home(tmp_path, monkeypatch, folder):
    home = tmp_path / "home"
    (home / folder).mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(home / "Documents"))
    made = ShellBench(tmp_path, good_reading(tmp_path / "built-in.yaml"), path=tmp_path / "built-in.yaml")
    made.show()
    made.shell.commands.send("file.open")
    dialog = opened(made, QFileDialog)
    assert Path(dialog.directory().absolutePath()) == home / folder
    assert dialog.selectedFiles() == []
    dialog.reject()
    made.close()


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_what_the_window_shows_is_written_as_a_picture(bench, tmp_path, ending):
    path = tmp_path / f"picture.{ending}"
    assert save_window(bench.shell, path) is None
    content = path.read_bytes()
    assert content.startswith({"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[ending])
    if ending == "svg":
        assert b"The harbour of Minase" in content
        assert b"<image" not in content


def test_a_picture_that_cannot_be_written_is_said(bench, tmp_path):
    FileCommands(bench.shell).write_picture(tmp_path / "nowhere" / "picture.png")
    box = opened(bench, QMessageBox)
    assert "picture.png" in box.text()
    box.accept()
    QApplication.processEvents()


def test_the_page_that_is_printed_holds_the_window(bench, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "page.pdf"))
    print_on(bench.shell, printer)
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")


# -- faults ---------------------------------------------------------------------------------------


@pytest.fixture
def hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the hooks back as they were."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)


@pytest.mark.usefixtures("hooks")
def test_a_fault_is_reported_politely_and_can_be_copied(bench):
    app._catch_faults(bench.shell.report_soon)
    with pytest.raises(ValueError, match="planted fault") as caught:
        int("planted fault")
    for _ in range(2):
        sys.excepthook(caught.type, caught.value, caught.tb)
    bench.settle()
    dialog = opened(bench, ErrorDialog)
    assert any(str(bench.folder / "timeline.log") in label.text() for label in dialog.findChildren(QLabel))
    (report,) = dialog.findChildren(QPlainTextEdit)
    assert "planted fault" in report.toPlainText()
    assert "Traceback" in report.toPlainText()
    (copy,) = [found for found in dialog.findChildren(QPushButton) if found.text() == "Copy the report"]
    copy.click()
    assert QGuiApplication.clipboard().text() == report.toPlainText()
    close(dialog)
    bench.shell.report("another")
    close(opened(bench, ErrorDialog))


@pytest.mark.usefixtures("hooks")
def test_a_fault_in_another_thread_goes_to_the_log_alone(bench, caplog):
    app._catch_faults(bench.shell.report_soon)
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    bench.settle()
    assert "ZeroDivisionError" in caplog.text
    assert bench.shell.window.findChildren(ErrorDialog) == []


def test_what_could_not_be_done_is_said(bench):
    bench.shell.tell(Message.of("file.print-failed"))
    box = opened(bench, QMessageBox)
    assert box.text() == "The printer could not be used."
    box.accept()
    QApplication.processEvents()


@pytest.fixture
def root_log():
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield root
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_the_log_is_written_with_its_first_record_and_hears_qt(qt_app, root_log, silent_qt, tmp_path):
    file = log_file.start_log(tmp_path / "state")
    assert not file.exists()
    qWarning("planted warning")
    logging.getLogger("timeline_app").error("planted error")
    qInstallMessageHandler(None)
    text = file.read_text(encoding="utf-8")
    assert "WARNING qt: " in text
    assert "planted warning" in text
    assert "ERROR timeline_app: planted error" in text


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path):
    (tmp_path / "state").write_text("a file where the folder should be")
    handler = log_file.LateLog(tmp_path / "state" / "timeline.log")
    handler.handle(logging.LogRecord("x", logging.ERROR, "", 0, "words", None, None))
    assert QtMsgType.QtWarningMsg in log_file._LEVELS
