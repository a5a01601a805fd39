# SPDX-License-Identifier: MIT
"""A window that opens with the panel at full width: the panel comes, though the timeline is never painted."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.ui.shell_bench import ShellBench, good_reading
from timeline_app.state.app_state import Settings
from timeline_app.state.session_files import Session
from timeline_app.ui.start import Request, show_window


def test_the_panel_comes_where_it_has_the_whole_window(qt_app: QApplication, tmp_path: Path) -> None:
    del qt_app
    path = tmp_path / "harbour.yaml"
    bench = ShellBench(tmp_path, good_reading(path), with_rest=False)
    bench.shell.store.read_wide(is_wide=True)
    assert bench.shell.panel is None
    show_window(bench.shell, Request(path, None, Settings(), Session(), size_px=(1280, 720)))
    bench.settle()
    assert bench.shell.panel is not None
    assert not bench.shell.canvas.isVisible()
    assert bench.shell.panel.isVisible()
    bench.close()
