# SPDX-License-Identifier: MIT
"""The keyboard keeps its place in the panel: Back returns it, and an exhibit saved anew never throws it out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.sample_documents import document_of
from tests.ui.shell_bench import ShellBench
from timeline_app.content.reader import Reading
from timeline_app.state.app_state import PanelPage
from timeline_app.ui.panels.pieces import TextButton

NAMES = [f"Person {number:02}" for number in range(1, 31)]
FULL: dict[str, object] = {
    "title": "Crews",
    "languages": ["en"],
    "lanes": {"ships": {"title": "Ships", "colour": "indigo"}},
    "people": {f"p{number}": {"title": name} for number, name in enumerate(NAMES)},
    "places": {"pier": {"title": "The pier", "at": [37.9, 139.0], "certainty": "town"}},
    "events": [
        {"id": "sails", "title": "All sail", "date": "1950", "lane": "ships", "place": "pier",
         "people": [f"p{number}" for number in range(len(NAMES))]},
        {"id": "lands", "title": "All land", "date": "1951", "lane": "ships",
         "links": [{"to": "sails", "kind": "response-to", "judgement": True}]},
    ],
}  # fmt: skip
BARE: dict[str, object] = {
    "title": "Crews",
    "languages": ["en"],
    "lanes": {"ships": {"title": "Ships", "colour": "indigo"}},
    "events": [{"id": "only", "title": "Nothing is known", "lane": "ships"}],
}


@pytest.fixture
def bench(qt_app: QApplication, tmp_path: Path) -> Iterator[ShellBench]:
    made = ShellBench(tmp_path, reading(tmp_path, FULL), path=tmp_path / "crews.yaml")
    made.show()
    made.shell.window.activateWindow()
    made.settle()
    yield made
    made.close()


def reading(folder: Path, raw: dict[str, object]) -> Reading:
    path = folder / "crews.yaml"
    return Reading(replace(document_of(raw), path=path), (), (path,))


def holder(bench: ShellBench) -> QWidget:
    found = bench.shell.window.focusWidget()
    assert found is not None
    return found


def go_on_from(bench: ShellBench, name: str) -> None:
    """Press a row of the page by its name, as Enter does."""
    page = bench.panel.page
    assert page is not None
    (row,) = [each for each in page.findChildren(TextButton) if name in each.accessibleName()]
    row.setFocus()
    row.click()
    bench.settle()


def test_back_returns_the_keyboard_to_the_name_from_which_one_went_on(bench: ShellBench):
    send = bench.shell.commands.send
    send("people.open")
    send("go.panel")
    bench.settle()
    go_on_from(bench, "Person 21")
    assert bench.shell.store.state.subject == "p20"
    assert holder(bench) is bench.panel
    send("go.back")
    bench.settle()
    assert "Person 21" in holder(bench).accessibleName()
    # Another person from the same list, and Forward again to the one before.
    go_on_from(bench, "Person 05")
    send("go.back")
    bench.settle()
    assert "Person 05" in holder(bench).accessibleName()


def test_who_comes_back_by_hand_sees_no_ring_around_where_they_were(bench: ShellBench):
    send, window = bench.shell.commands.send, bench.shell.window
    send("people.open")
    send("go.panel")
    bench.settle()
    go_on_from(bench, "Person 21")
    back = bench.shell.header.buttons["back"]
    where = back.mapTo(window, back.rect().center())
    handle = window.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    bench.settle()
    assert bench.shell.store.state.page is PanelPage.PEOPLE
    assert "Person 21" not in holder(bench).accessibleName()


def test_what_is_opened_anew_begins_at_its_top_again(bench: ShellBench):
    send = bench.shell.commands.send
    send("people.open")
    send("go.panel")
    bench.settle()
    go_on_from(bench, "Person 21")
    send("people.open")
    bench.settle()
    assert "Person 21" not in holder(bench).accessibleName()


@pytest.mark.parametrize("page", ["people.open", "places.open", "list.toggle", "map.open"])
@pytest.mark.parametrize("is_in_front", [True, False])
def test_an_exhibit_saved_without_what_is_listed_leaves_the_keyboard_in_the_panel(
    bench: ShellBench,
    tmp_path: Path,
    page: str,
    is_in_front: bool,
):
    bench.shell.commands.send(page)
    bench.shell.commands.send("go.panel")
    bench.settle()
    panel = bench.panel
    assert panel.isAncestorOf(holder(bench))
    editor = QWidget()
    if not is_in_front:
        # Whoever saves an exhibit does so in another window.
        editor.show()
        editor.activateWindow()
        bench.settle()
    bench.shell.desk.take(tmp_path / "crews.yaml", reading(tmp_path, BARE))
    bench.settle()
    kept = holder(bench)
    assert kept is panel or panel.isAncestorOf(kept)
    assert kept.isVisible()
    editor.close()


def test_the_overview_marks_no_chain_of_an_exhibit_that_has_gone(bench: ShellBench, tmp_path: Path):
    send, overview = bench.shell.commands.send, bench.shell.overview
    send("select.event", id="lands")
    send("chain.follow")
    bench.settle()
    assert overview.scene is not None
    marked = [item for item in overview.scene.items if item.role.startswith("chain")]
    assert marked
    bench.shell.desk.take(tmp_path / "crews.yaml", reading(tmp_path, BARE))
    bench.settle()
    assert overview.scene is not None
    assert not [item for item in overview.scene.items if item.role.startswith("chain")]
