# SPDX-License-Identifier: MIT
"""What ruler and chain say is told to screen readers that read no announcements too: it is in the descriptions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

from tests.sample_documents import small_document
from tests.ui.shell_bench import ShellBench, good_reading
from timeline_app.ui import chain_views
from timeline_app.ui.accessible.factory import install
from timeline_app.ui.fonts import load_fonts

DETAILS = QAccessible.Text.Description


@pytest.fixture
def bench(qt_app: QApplication, tmp_path: Path, project_root: Path) -> Iterator[ShellBench]:
    load_fonts(project_root / "resources" / "fonts")
    install()
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    path = tmp_path / "ferry.yaml"
    document = small_document(
        {"id": "survey", "title": "The survey", "date": "1958-01-01"},
        {
            "id": "ship",
            "title": "The ship",
            "date": "1959-12-14",
            "links": [{"to": "survey", "kind": "response-to", "judgement": True}],
        },
    )
    made = ShellBench(tmp_path, replace(good_reading(path), document=replace(document, path=path)))
    made.show()
    made.shell.window.activateWindow()
    yield made
    made.close()
    QAccessible.setActive(was_active)


def in_hand(root: QAccessibleInterface) -> str:
    """Return how the event is described that has the keyboard."""
    event = root.focusChild()
    assert event is not None
    return event.text(DETAILS)


def test_what_it_measures_is_in_the_description_of_timeline_and_event_in_hand(
    bench: ShellBench, monkeypatch: pytest.MonkeyPatch
):
    told: list[QAccessible.Event] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.type()))
    canvas, length = bench.shell.canvas, "13 August 1959 – 14 December 1961: 2 years, 4 months, 1 day"
    root = QAccessible.queryAccessibleInterface(canvas)
    bench.shell.commands.send("select.event", id="ship")
    bench.shell.commands.send("go.canvas")
    bench.settle()
    bench.shell.commands.send("view.fit-all")
    bench.settle()
    plain = in_hand(root)
    assert length not in plain
    told.clear()
    bench.shell.commands.send("ruler.set", first="1959-08-13", last="1961-12-14")
    bench.settle()
    assert root.text(DETAILS).startswith(length)
    assert in_hand(root).startswith(length)
    assert told.count(QAccessible.Event.DescriptionChanged) == 2
    bench.shell.commands.send("ruler.put-away")
    bench.settle()
    assert in_hand(root) == plain
    assert length not in root.text(DETAILS)


def test_who_follows_a_chain_by_key_hears_at_which_step(bench: ShellBench, monkeypatch: pytest.MonkeyPatch):
    said: list[str] = []
    monkeypatch.setattr(chain_views, "announce", lambda widget, text: said.append(text))
    bench.shell.commands.send("select.event", id="ship")
    bench.shell.commands.send("go.canvas")
    bench.settle()
    bench.shell.commands.send("chain.follow")
    bench.settle()
    assert said == ["Step 2 of 2"]
    root = QAccessible.queryAccessibleInterface(bench.shell.canvas)
    assert in_hand(root).startswith("Step 2 of 2")
    bench.shell.commands.send("chain.previous")
    bench.settle()
    assert said == ["Step 2 of 2", "Step 1 of 2"]
