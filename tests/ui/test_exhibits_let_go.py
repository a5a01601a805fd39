# SPDX-License-Identifier: MIT
"""What an exhibit leaves behind when another takes its place: nothing, however large it was."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.sample_documents import small_document
from tests.stages import of_role, shape_of
from tests.ui.shell_bench import ShellBench, good_reading
from timeline_app.content.reading import Reading
from timeline_app.state.app_state import PanelPage
from timeline_app.ui.fonts import load_fonts


@pytest.fixture(autouse=True)
def fonts(qt_app: QApplication, project_root: Path) -> None:
    load_fonts(project_root / "resources" / "fonts")


def crowd(path: Path, count: int) -> Reading:
    events = [{"id": f"e{number}", "date": str(1900 + number % 100)} for number in range(count)]
    return replace(good_reading(path), document=replace(small_document(*events), path=path))


def test_a_list_of_folded_events_keeps_no_exhibit_that_has_gone(tmp_path: Path) -> None:
    first, second = tmp_path / "first.yaml", tmp_path / "second.yaml"
    bench = ShellBench(tmp_path, crowd(first, 1_000), path=first)
    bench.show()
    shell = bench.shell
    assert shell.canvas.scene is not None
    first_s, last_s, _ = shape_of(of_role(shell.canvas.scene, "badge")[0])
    assert shell.commands.send("folded.show", lane="town", first_s=first_s, last_s=last_s, zoom=0.0)
    bench.settle()
    assert shell.store.state.page is PanelPage.FOLDED
    assert shell.store.state.document is not None
    kept: list[Callable[[], object]] = [
        weakref.ref(shell.store.state.document.events),
        weakref.ref(shell.store.showing),
        weakref.ref(shell.stage.index),
    ]
    shell.desk.take(second, crowd(second, 5))
    bench.settle()
    # What was before stays on the stage for one more fitting: an event in sight is to stay in sight.
    shell.window.resize(shell.window.width() + 20, shell.window.height())
    bench.settle()
    gc.collect()
    assert [thing() for thing in kept] == [None, None, None]
    bench.close()


def test_the_page_of_filters_keeps_no_exhibit_that_has_gone(tmp_path: Path) -> None:
    first, second = tmp_path / "first.yaml", tmp_path / "second.yaml"
    bench = ShellBench(tmp_path, good_reading(first), path=first)
    bench.show()
    shell = bench.shell
    for command, arguments in (("filters.open", {}), ("filters.toggle", {"facet": "lane", "value": "crew"})):
        assert shell.commands.send(command, **arguments)
        bench.settle()
    kept: list[Callable[[], object]] = [
        weakref.ref(shell.store.state.document or shell),
        weakref.ref(shell.store.showing or shell),
    ]
    shell.desk.take(second, crowd(second, 5))
    bench.settle()
    shell.window.resize(shell.window.width() + 20, shell.window.height())
    bench.settle()
    gc.collect()
    assert [thing() for thing in kept] == [None, None]
    bench.close()


def test_the_pages_of_people_and_places_and_the_map_keep_no_exhibit_that_has_gone(tmp_path: Path) -> None:
    first, second = tmp_path / "first.yaml", tmp_path / "second.yaml"
    bench = ShellBench(tmp_path, good_reading(first), path=first)
    bench.show()
    shell = bench.shell
    people: tuple[tuple[str, dict[str, str]], ...] = (
        ("places.open", {}),
        ("map.open", {}),
        ("place.open", {"id": "minase"}),
        ("people.open", {}),
        ("person.open", {"id": "mori"}),
        ("select.beside", {"id": "agreement"}),
    )
    for command, arguments in people:
        assert shell.commands.send(command, **arguments)
        bench.settle()
    assert shell.store.state.page is PanelPage.PERSON
    kept: list[Callable[[], object]] = [
        weakref.ref(shell.store.state.document or shell),
        weakref.ref(shell.store.showing or shell),
    ]
    shell.desk.take(second, crowd(second, 5))
    bench.settle()
    shell.window.resize(shell.window.width() + 20, shell.window.height())
    bench.settle()
    gc.collect()
    assert [thing() for thing in kept] == [None, None]
    bench.close()


def test_the_pages_of_sources_keep_no_exhibit_that_has_gone(tmp_path: Path) -> None:
    first, second = tmp_path / "first.yaml", tmp_path / "second.yaml"
    bench = ShellBench(tmp_path, good_reading(first), path=first)
    bench.show()
    shell = bench.shell
    for command, arguments in (("sources.open", {}), ("source.open", {"id": "ledger"})):
        assert shell.commands.send(command, **arguments)
        bench.settle()
    assert shell.commands.send("sources.copy-citation")
    kept: list[Callable[[], object]] = [
        weakref.ref(shell.store.state.document or shell),
        weakref.ref(shell.store.showing or shell),
    ]
    shell.desk.take(second, crowd(second, 5))
    bench.settle()
    shell.window.resize(shell.window.width() + 20, shell.window.height())
    bench.settle()
    gc.collect()
    assert [thing() for thing in kept] == [None, None]
    bench.close()
