# SPDX-License-Identifier: MIT
"""What an exhibit leaves behind when another takes its place: nothing, however large it was."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.sample_documents import small_document
from tests.stages import of_role, shape_of
from tests.ui.shell_bench import ShellBench, good_reading
from timeline_app.content.reading import Reading
from timeline_app.state.app_state import PanelPage
from timeline_app.state.commands import Value

pytestmark = pytest.mark.usefixtures("fonts")


def crowd(path: Path, count: int) -> Reading:
    events = [{"id": f"e{number}", "date": str(1900 + number % 100)} for number in range(count)]
    return replace(good_reading(path), document=replace(small_document(*events), path=path))


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """Return where the exhibit lies that another takes the place of."""
    return tmp_path / "first.yaml"


def shown(path: Path, reading: Reading) -> ShellBench:
    bench = ShellBench(path.parent, reading, path=path)
    bench.show()
    return bench


def send(bench: ShellBench, command: str, **arguments: Value) -> None:
    assert bench.shell.commands.send(command, **arguments)
    bench.settle()


def held(bench: ShellBench) -> dict[str, Callable[[], object]]:
    """Return what belongs to the exhibit that is shown, without keeping any of it."""
    store = bench.shell.store
    assert store.state.document is not None
    assert store.showing is not None
    return {"document": weakref.ref(store.state.document), "showing": weakref.ref(store.showing)}


def still_there(bench: ShellBench, kept: Mapping[str, Callable[[], object]]) -> list[str]:
    """Let another exhibit take the place of what is shown, and return what is left of that."""
    second = bench.folder / "second.yaml"
    bench.shell.desk.take(second, crowd(second, 5))
    bench.settle()
    # What was before stays on the stage for one more fitting: an event in sight is to stay in sight.
    bench.shell.window.resize(bench.shell.window.width() + 20, bench.shell.window.height())
    bench.settle()
    gc.collect()
    return [name for name, thing in kept.items() if thing() is not None]


def test_a_list_of_folded_events_keeps_no_exhibit_that_has_gone(first: Path) -> None:
    with closing(shown(first, crowd(first, 1_000))) as bench:
        shell = bench.shell
        assert shell.canvas.scene is not None
        first_s, last_s, _ = shape_of(of_role(shell.canvas.scene, "badge")[0])
        send(bench, "folded.show", lane="town", first_s=first_s, last_s=last_s, zoom=0.0)
        assert shell.store.state.page is PanelPage.FOLDED
        assert shell.store.state.document is not None
        kept = held(bench) | {
            "events": weakref.ref(shell.store.state.document.events),
            "index": weakref.ref(shell.stage.index),
        }
        assert still_there(bench, kept) == []


def test_the_page_of_filters_keeps_no_exhibit_that_has_gone(first: Path) -> None:
    with closing(shown(first, good_reading(first))) as bench:
        send(bench, "filters.open")
        send(bench, "filters.toggle", facet="lane", value="crew")
        assert still_there(bench, held(bench)) == []


def test_the_pages_of_people_and_places_and_the_map_keep_no_exhibit_that_has_gone(first: Path) -> None:
    with closing(shown(first, good_reading(first))) as bench:
        send(bench, "places.open")
        send(bench, "map.open")
        send(bench, "place.open", id="minase")
        send(bench, "people.open")
        send(bench, "person.open", id="mori")
        send(bench, "select.beside", id="agreement")
        assert bench.shell.store.state.page is PanelPage.PERSON
        assert still_there(bench, held(bench)) == []


def test_the_pages_of_sources_keep_no_exhibit_that_has_gone(first: Path) -> None:
    with closing(shown(first, good_reading(first))) as bench:
        send(bench, "sources.open")
        send(bench, "source.open", id="ledger")
        assert bench.shell.commands.send("sources.copy-citation")
        assert still_there(bench, held(bench)) == []
