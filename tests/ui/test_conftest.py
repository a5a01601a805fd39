# SPDX-License-Identifier: MIT
"""The widget tests' own net catches what it is for."""

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

PLANTED = """
from PySide6.QtWidgets import QWidget

def test_warning(qt_app):
    from PySide6.QtCore import qWarning
    qWarning("planted")

def test_window(qt_app):
    global kept
    kept = QWidget()
    kept.show()

def test_clean(qt_app):
    window = QWidget()
    window.show()
    window.close()
"""


@pytest.mark.slow
def test_warnings_and_leftover_windows_fail_and_a_clean_test_passes(
    pytester: pytest.Pytester, project_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(project_root))
    pytester.makeconftest((Path(__file__).parent / "conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile(PLANTED)
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=3, errors=2)
    result.stdout.fnmatch_lines(["*Qt warned: ?'planted'?*", "*left open: ?'QWidget'?*"])
