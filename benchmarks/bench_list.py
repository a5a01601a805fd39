# SPDX-License-Identifier: MIT
"""The list of 100,000 made-up events in view: opened and painted, following the timeline, sorted, and narrowed by a key.

Aims, on an idle machine: opened within 50 ms; no key within the field waits longer than 50 ms, once words are read in
the background. Beside them stands a bare QTableView over as many rows, each of whose cells is the same word.
"""

import os
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView

from benchmarks.frames import demo_file
from benchmarks.measure import report, spread
from timeline_app.base.languages import translator_for
from timeline_app.content.reader import read_exhibit
from timeline_app.state.app_state import Settings
from timeline_app.state.session_files import Session
from timeline_app.ui.application import make_application
from timeline_app.ui.panels.list_page import ListPage
from timeline_app.ui.start import Request, make_shell, show_window

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from timeline_app.ui.shell import Shell

EVENTS: Final = 100_000
LIMIT_MS: Final = 50.0
PATIENCE_S: Final = 60.0
REPEATS: Final = 15
SIZE: Final = (1280, 720)
TYPED: Final = ("council", "harbour", "bridge", "first ship", "1850", "xyzzy")


def main() -> None:
    """Measure opening, following, sorting and typing."""
    path = demo_file(EVENTS)
    translator = translator_for("en")
    application = make_application(translator)
    request = Request(path, read_exhibit(path), Settings(), Session(), size_px=SIZE)
    shell = make_shell(translator, request)
    show_window(shell, request)
    shell.rest_wanted.emit()
    _wait(application, lambda: not shell.placing.is_busy)
    shell.commands.send("view.fit-all")
    _wait(application, lambda: shell.canvas.is_settled)
    send = shell.commands.send
    first = _taken_ms(shell, lambda: send("list.toggle"))
    opens = [_opened_ms(application, shell) for _ in range(REPEATS)]
    opened, computed = [wall for wall, _ in opens], [cpu for _, cpu in opens]
    followed = [_taken_ms(shell, lambda: _follow(shell)) for _ in range(REPEATS)]
    began = time.perf_counter()
    asked = _taken_ms(shell, lambda: send("list.sort", column="title"))
    _wait(application, lambda: _is_whole(shell))
    gathered_s = time.perf_counter() - began
    lanes = [_taken_ms(shell, lambda: send("list.sort", column="lane")) for _ in range(REPEATS)]
    send("list.sort", column="date")
    typed = [
        _taken_ms(shell, lambda text=text: send("list.filter", words=text))  # type: ignore[misc]
        for word in TYPED
        for text in (word[:end] for end in range(1, len(word) + 1))
    ]
    page = _page(shell)
    times, keys = spread(opened), spread(typed)
    report(
        "list",
        events=EVENTS,
        listed=shell.lists.present().found.in_view,  # type: ignore[union-attr]
        first_ms=round(first, 1),
        opened=times,
        opened_computed=spread(computed),
        followed=spread(followed),
        sorted_by_lane=spread(lanes),
        sort_by_title_asked_ms=round(asked, 1),
        words_gathered_s=round(gathered_s, 2),
        key_to_list=keys,
        reference=_reference(application, page.table.size().toTuple()),
        limit_ms=LIMIT_MS,
        ok=times["p95_ms"] <= LIMIT_MS and keys["p95_ms"] <= LIMIT_MS,
    )
    shell.window.close()


def _wait(application: "QApplication", is_done: Callable[[], bool]) -> None:
    until = time.perf_counter() + PATIENCE_S
    while not is_done() and time.perf_counter() < until:
        application.processEvents()
        time.sleep(0.001)


def _page(shell: "Shell") -> ListPage:
    page = shell.panel.page if shell.panel is not None else None
    if not isinstance(page, ListPage):
        raise SystemExit("the list is not shown")
    return page


def _is_whole(shell: "Shell") -> bool:
    listing = shell.lists.present()
    return listing is not None and listing.found.is_whole


def _taken_ms(shell: "Shell", act: Callable[[], object]) -> float:
    """Return how long something takes until the table is painted."""
    began = time.perf_counter()
    act()
    _page(shell).table.viewport().repaint()
    return (time.perf_counter() - began) * 1000


def _opened_ms(application: "QApplication", shell: "Shell") -> tuple[float, float]:
    """Leave the list, forget it, and open it anew; how long that takes, and how much of it is computing."""
    shell.commands.send("list.leave")
    shell.lists.forget()
    application.processEvents()
    computed = time.thread_time()
    taken_ms = _taken_ms(shell, lambda: shell.commands.send("list.toggle"))
    return taken_ms, (time.thread_time() - computed) * 1000


def _follow(shell: "Shell") -> None:
    """Make and show the list anew, as when the view has come to rest."""
    shell.lists.forget()
    if shell.panel is not None:
        listing = shell.lists.present()
        shell.panel.show_state(shell.store.showing, shell.store.state, None, None, listing)


class _Bare(QAbstractTableModel):
    """As many rows, and nothing to say in them."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        """Qt's."""
        return 0 if parent.isValid() else EVENTS

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        """Qt's."""
        return 0 if parent.isValid() else 4

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> str | None:
        """Qt's."""
        del index
        return "word" if role == Qt.ItemDataRole.DisplayRole else None


def _reference(application: "QApplication", size: object) -> dict[str, float]:
    """Return how long a bare table takes to be made, shown and painted."""
    taken = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        model, table = _Bare(), QTableView()
        table.setModel(model)
        if isinstance(size, tuple):
            table.resize(*size)
        table.show()
        table.viewport().repaint()
        taken.append((time.perf_counter() - began) * 1000)
        table.close()
        application.processEvents()
    return spread(taken)


if __name__ == "__main__":
    main()
