# SPDX-License-Identifier: MIT
"""One clock: time is asked for, and things to come are scheduled, only in the two clock modules.

Tests move a fake clock by hand, and so can simulate a kiosk's day in a second. One timer that goes past it
makes such a test lie.
"""

import ast
from collections.abc import Iterator

from scripts.lints.source import Finding, SourceFile

#: The clock itself, and the one that Qt drives.
CLOCKS = {"timeline_app/base/clock.py", "timeline_app/ui/qt_clock.py"}

MODULES = {"time", "sched"}
#: Names of Qt and the library that measure time or run something later.
NAMES = {
    "QBasicTimer",
    "QDeadlineTimer",
    "QElapsedTimer",
    "QParallelAnimationGroup",
    "QPauseAnimation",
    "QPropertyAnimation",
    "QSequentialAnimationGroup",
    "QTimeLine",
    "QTimer",
    "QVariantAnimation",
    "startTimer",
}
#: Methods that read the wall clock, with the class they are asked of.
READERS = {
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("threading", "Timer"),
    ("QDate", "currentDate"),
    ("QDateTime", "currentDateTime"),
    ("QDateTime", "currentDateTimeUtc"),
    ("QDateTime", "currentMSecsSinceEpoch"),
    ("QDateTime", "currentSecsSinceEpoch"),
    ("QTime", "currentTime"),
}


def check_clock(file: SourceFile) -> Iterator[Finding]:
    """Find time that goes past the one clock."""
    if not file.path.startswith("timeline_app/") or not file.is_python or file.path in CLOCKS:
        return
    for node in ast.walk(file.tree):
        found = _past_the_clock(node)
        if found:
            line: int = getattr(node, "lineno", 1)
            yield file.finding(line, f"{found} goes past the one clock; take base.clock.Clock")


def _past_the_clock(node: ast.AST) -> str:
    """Return what the node uses, or nothing."""
    match node:
        case ast.Import(names=names):
            return next((name.name for name in names if name.name in MODULES), "")
        case ast.ImportFrom(module=str(module), names=names, level=0):
            if module in MODULES:
                return module
            measuring = NAMES | ({"Timer"} if module == "threading" else set())
            return next((name.name for name in names if name.name in measuring), "")
        case ast.Attribute(attr=name) | ast.Name(id=name) if name in NAMES:
            return name
        case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name):
            return f"{owner}.{name}" if (owner, name) in READERS else ""
        case _:
            return ""
