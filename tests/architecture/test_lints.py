# SPDX-License-Identifier: MIT
"""The project's own lints find what they are for, leave the rest alone, and find nothing in the project."""

import json

import pytest

from scripts.lints.__main__ import findings
from scripts.lints.addresses import check_addresses
from scripts.lints.clock import check_clock
from scripts.lints.literals import check_literals
from scripts.lints.messages import TABLE, check_messages
from scripts.lints.shape import SPDX, check_lengths, check_names, check_qt, check_spdx
from scripts.lints.source import SourceFile, project_files


def test_the_project_itself_is_clean() -> None:
    assert [str(finding) for finding in findings(list(project_files()))] == []


@pytest.mark.parametrize(
    "code",
    [
        "import time",
        "from time import monotonic",
        "from PySide6.QtCore import QTimer",
        "QTimer.singleShot(10, act)",
        "QtCore.QTimer.singleShot(10, act)",
        "from PySide6.QtCore import QPropertyAnimation",
        "from datetime import datetime\nnow = datetime.now()",
        "import datetime\nday = datetime.date.today()",
        "import datetime\nday = datetime.datetime.today()",
        "self.startTimer(16)",
        "threading.Timer(1, act)",
        "day = QDate.currentDate()",
    ],
)
def test_time_that_goes_past_the_clock_is_found(code: str) -> None:
    assert list(check_clock(SourceFile("timeline_app/ui/panels/planted.py", code)))
    assert not list(check_clock(SourceFile("timeline_app/ui/qt_clock.py", code)))
    assert not list(check_clock(SourceFile("tests/unit/planted.py", code)))


@pytest.mark.parametrize(
    "code",
    [
        "day = clock.today()",
        "now = clock.now_ms()",
        "from datetime import date\nday = date(1959, 12, 14)",
        "from timeline_app.base.clock import Clock",
        "timeline = scene.time_scale",
        "date = span.date.earliest",
    ],
)
def test_time_from_the_clock_is_left_alone(code: str) -> None:
    assert not list(check_clock(SourceFile("timeline_app/state/planted.py", code)))


@pytest.mark.parametrize(
    "code",
    [
        'label.setText("Loading")',
        'self.setWindowTitle(f"{name} – Timeline")',
        'menu.addAction("Open …")',
        'QLabel("Sources", self)',
        'QPushButton(parent=self, text="Copy")',
        'label.setText("Yes" if good else "")',
        'label.setText("{} events".format(count))',
        'label.setText("Found " + name)',
        'QMessageBox.warning(self, title, "It failed")',
        'box.addItem("Dark", theme)',
        'view.setAccessibleName("時")',
    ],
)
def test_words_in_the_interface_are_found(code: str) -> None:
    assert list(check_literals(SourceFile("timeline_app/ui/planted.py", code)))
    assert not list(check_literals(SourceFile("timeline_app/scene/planted.py", code)))


@pytest.mark.parametrize(
    "code",
    [
        'label.setText(say("panel.sources"))',
        'label.setText("")',
        'label.setText("…")',
        'label.setText(f"{first} – {last}")',
        'self.setObjectName("canvas")',
        'log.warning("The file is gone")',
        'box.addItem(say("theme.dark"), "dark")',
        "label.setText(text)",
    ],
)
def test_message_keys_and_marks_are_left_alone(code: str) -> None:
    assert not list(check_literals(SourceFile("timeline_app/ui/planted.py", code)))


@pytest.mark.parametrize("name", ["utils", "date_utils", "helpers", "theme_manager"])
def test_names_that_say_nothing_are_found(name: str) -> None:
    assert list(check_names(SourceFile(f"timeline_app/ui/{name}.py", "")))


def test_classes_called_manager_are_found_and_telling_names_are_not() -> None:
    assert list(check_names(SourceFile("timeline_app/ui/theme.py", "class ThemeManager: ...")))
    assert not list(check_names(SourceFile("timeline_app/ui/theme.py", "class Theme: ...")))


def test_files_over_500_and_functions_over_60_lines_are_found() -> None:
    def file(text: str) -> SourceFile:
        return SourceFile("timeline_app/model/planted.py", text)

    def function(lines: int) -> str:
        return "def draw():\n" + "    pass\n" * (lines - 1)

    assert not list(check_lengths(file("pass\n" * 500)))
    assert list(check_lengths(file("pass\n" * 501)))
    assert not list(check_lengths(file(function(60))))
    assert list(check_lengths(file(function(61))))
    assert list(
        check_lengths(file("class A:\n" + "".join(f"    {line}\n" for line in function(61).splitlines())))
    )


def test_a_missing_licence_line_is_found() -> None:
    assert list(check_spdx(SourceFile("timeline_app/planted.py", '"""A module."""\n')))
    assert list(check_spdx(SourceFile("timeline_app/planted.py", "")))
    assert not list(check_spdx(SourceFile("timeline_app/planted.py", f"{SPDX}\n")))
    assert not list(check_spdx(SourceFile("README.md", "# Timeline\n")))


@pytest.mark.parametrize(
    "code", ["import PySide6", "from PySide6.QtGui import QColor", "import shiboken6 as s"]
)
def test_qt_outside_the_interface_is_found(code: str) -> None:
    for place in ("search", "supervisor", "scene", "cli", "not_yet_listed"):
        assert list(check_qt(SourceFile(f"timeline_app/{place}/planted.py", f"def late():\n    {code}\n")))
    for place in ("ui/planted.py", "app.py"):
        assert not list(check_qt(SourceFile(f"timeline_app/{place}", code)))


# In pieces, here and below, so that no text of this file is itself what the lint looks for, or looks like it.
@pytest.mark.parametrize(
    "line",
    [
        "--index-url " + "https" + "://mirror.example/simple",
        "see https" + "://py" + "pi.org/project/numpy",
        "extra-index-url = " + "file" + ":///opt/wheels",
        'PATH = "/' + 'work/main"',
        "cd /" + "root/project",
        "open('/" + "home/someone/exhibit.yaml')",
    ],
)
def test_addresses_of_one_machine_are_found_in_any_file(line: str) -> None:
    for path in ("Makefile", "README.md", "timeline_app/planted.py", ".ci/run"):
        assert list(check_addresses(SourceFile(path, line)))


@pytest.mark.parametrize(
    "line",
    [
        "https://www.icrc.org/en/doc/" + "home/about",
        "the library is at https://archive.example/" + "root/1959.pdf",
        "his life/work balance, and/or roots",
        "pip install --no-index dist/*.whl",
        "see ~/" + "work/notes",
        "#!/usr/bin/env bash",
    ],
)
def test_ordinary_addresses_are_left_alone(line: str) -> None:
    assert not list(check_addresses(SourceFile("README.md", line)))


def test_keys_without_words_and_words_without_keys_are_found() -> None:
    table = SourceFile(
        TABLE, json.dumps({"panel.sources": "…", "count#one": "…", "count#other": "…", "old": "…"})
    )
    code = (
        'a = say("panel.sources")\nb = Message.of("count", count=2)\nc = Message("gone")\nd = t.say("lost")\n'
    )
    found = list(check_messages([table, SourceFile("timeline_app/ui/planted.py", code)]))
    assert [(finding.path, finding.line) for finding in found] == [
        ("timeline_app/ui/planted.py", 3),
        ("timeline_app/ui/planted.py", 4),
        (TABLE, 1),
    ]
    assert "'old'" in found[2].message


def test_keys_that_are_put_together_count_as_used() -> None:
    table = SourceFile(TABLE, json.dumps({"problem.tab": "…"}))
    assert not list(
        check_messages([table, SourceFile("timeline_app/ui/planted.py", 'x = f"problem.{code}"')])
    )
