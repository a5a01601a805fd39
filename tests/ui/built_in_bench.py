# SPDX-License-Identifier: MIT
"""A whole shell with the exhibit that comes with the program, read once for all tests of a run, in the program's dress."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.ui.fake_screens import DESK, WALL, FakeScreens
from tests.ui.panel_setup import bundled_fonts
from tests.ui.shell_bench import ShellBench
from timeline_app.base.places import built_in_exhibit
from timeline_app.content.reader import Reading, read_exhibit
from timeline_app.state.commands import Value
from timeline_app.ui.accessible.factory import install

Steps = tuple[tuple[str, dict[str, Value]], ...]
"""Commands with their arguments, one after another."""
PLAIN = (
    "chain.leave", "list.leave", "search.leave", "known.clear", "sources.restore", "filters.clear", "select.clear",
    "go.introduction", "tour.leave",
)  # fmt: skip
"""What leads back to a plain beginning, as far as there is anything to leave."""


@cache
def built_in_reading() -> Reading:
    """Return the exhibit that comes with the program."""
    return read_exhibit(built_in_exhibit())


@contextmanager
def built_in_bench(
    application: QApplication, folder: Path, size: tuple[int, int] = (1600, 900)
) -> Iterator[ShellBench]:
    """Show the exhibit in a window, and put everything away in the end."""
    bundled_fonts()
    install()
    screens = FakeScreens(DESK, WALL)
    made = ShellBench(folder, built_in_reading(), path=built_in_exhibit(), size=size, screens=screens)
    made.shell.appearance.dress(application)
    made.show()
    made.shell.window.activateWindow()
    try:
        yield made
    finally:
        application.setStyleSheet("")
        for window in QApplication.topLevelWidgets():
            if window is not made.shell.window:
                window.close()
        made.close()


def go(bench: ShellBench, steps: Steps) -> None:
    """Return to a plain beginning, and do some things from there."""
    bench.shell.commands.send("present.leave")
    for window in QApplication.topLevelWidgets():
        if window is not bench.shell.window and window.isVisible():
            window.close()
    for command_id in PLAIN:
        bench.shell.commands.send(command_id)
    if bench.shell.store.state.quiet.is_folded:
        bench.shell.commands.send("view.quiet-time")
    if bench.shell.store.state.lens.curtain is not None:
        bench.shell.commands.send("curtain.toggle")
    bench.shell.commands.send("view.opening")
    for command_id, arguments in steps:
        assert bench.shell.commands.send(command_id, **arguments), command_id
        bench.settle()
    bench.settle()
