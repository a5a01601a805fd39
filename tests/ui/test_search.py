# SPDX-License-Identifier: MIT
"""Searching in the window: typing, the list, walking, marks on timeline and overview, leaving."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.sample_documents import small_document
from tests.stages import of_role
from tests.ui.shell_bench import LIMIT_S, ShellBench, good_reading
from timeline_app.content.reading import Reading
from timeline_app.scene.items import Scene
from timeline_app.state.app_state import PanelPage
from timeline_app.ui.panels.search_page import SearchPage

pytestmark = pytest.mark.usefixtures("fonts")


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[ShellBench]:
    bench = ShellBench(tmp_path, good_reading(tmp_path / "harbour.yaml"))
    bench.show()
    bench.shell.commands.send("search.open")
    make_index(bench)
    yield bench
    bench.close()


def make_index(bench: ShellBench) -> None:
    """Wait for the thread, and let its result be picked up."""
    for thread in threading.enumerate():
        if thread.name == "search-index":
            thread.join(LIMIT_S)
            assert not thread.is_alive()
    bench.settle()


def many(path: Path, count: int) -> Reading:
    events = [
        {"id": f"e{number}", "title": f"Sail {number}", "date": str(1900 + number % 100)}
        for number in range(count)
    ]
    return replace(good_reading(path), document=replace(small_document(*events), path=path))


def typed(bench: ShellBench, text: str) -> None:
    field = bench.shell.header.search
    field.clear()
    QTest.keyClicks(field, text)
    bench.settle()


def page(bench: ShellBench) -> SearchPage:
    return bench.shown(SearchPage)


def rows(bench: ShellBench) -> list[str]:
    model = page(bench).model
    return [model.row(number).said for number in range(model.rowCount())]


def told_above(bench: ShellBench) -> str:
    return " ".join(paragraph.text for paragraph in page(bench).head.paragraphs)


def scenes(bench: ShellBench) -> tuple[Scene, Scene]:
    canvas, overview = bench.shell.canvas.scene, bench.shell.overview.scene
    assert canvas is not None
    assert overview is not None
    return canvas, overview


def test_typing_lists_what_is_found(bench: ShellBench) -> None:
    assert bench.shell.header.search.hasFocus()
    typed(bench, "ferry")
    assert bench.shell.store.state.page is PanelPage.SEARCH
    assert rows(bench)[:2] == [
        "ferry, Keyword",
        "Town and office agree on a ferry, Event · 13 August 1959: ferry",
    ]
    assert bench.shell.header.search.accessibleDescription() == "5 results"
    row = page(bench).model.row(1)
    assert [row.title.text[start:end] for start, end in row.title.lit] == ["ferry"]


def test_nothing_found_is_told_politely(bench: ShellBench) -> None:
    typed(bench, "lane:nowhere")
    told = told_above(bench)
    assert "Nothing in this exhibit is meant by lane:nowhere." in told
    typed(bench, "qqq")
    assert "Nothing was found." in told_above(bench)
    assert page(bench).list.isHidden()


def test_a_phrase_stands_in_one_pair_of_quotation_marks(bench: ShellBench) -> None:
    typed(bench, '"a ferry"')
    assert told_above(bench).startswith("Results for “a ferry” ")
    typed(bench, '"a ferry" lane:crew')
    assert told_above(bench).startswith('Results for “"a ferry" lane:crew”')


def test_nothing_found_is_told_with_the_part_that_may_be_left_out(bench: ShellBench) -> None:
    typed(bench, "lane:crew ferry")
    told = told_above(bench)
    assert "Without “ferry” something is found." in told
    assert "Without lane:crew something is found." in told
    typed(bench, "ferry qqq")
    assert "Without “qqq” something is found." in told_above(bench)
    assert "Without “ferry”" not in told_above(bench)
    typed(bench, "ferry")
    assert "Without" not in told_above(bench)


def test_certain_and_possible_hits_are_told_apart(bench: ShellBench) -> None:
    typed(bench, "date:1960")
    said = rows(bench)
    certain = [row for row in said if "only possible" not in row]
    assert said == [*certain, *(row for row in said if row not in certain)]
    assert len(certain) < len(said)
    count = f"{len(said)} results, {len(said) - len(certain)} of them only possible"
    assert bench.shell.header.search.accessibleDescription() == count
    assert count in told_above(bench)


def test_covered_words_are_found_and_not_told(bench: ShellBench) -> None:
    typed(bench, "who needs the people")
    said = " ".join(rows(bench))
    assert "An excerpt in" in said
    assert "needs" not in said


def test_enter_walks_the_hits_and_the_list_stays(bench: ShellBench) -> None:
    typed(bench, "ferry")
    field, store = bench.shell.header.search, bench.shell.store
    for _ in range(2):
        QTest.keyClick(field, Qt.Key.Key_Return)
    bench.settle()
    assert (store.state.search.walked, store.state.selection.ids) == (1, ("agreement",))
    assert store.state.page is PanelPage.SEARCH
    assert page(bench).list.currentIndex().row() == 1
    assert field.hasFocus()
    assert field.accessibleDescription() == "Result 2 of 5: Town and office agree on a ferry"
    for _ in range(2):
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert store.state.search.walked == 4


def test_a_row_opens_what_it_names(bench: ShellBench) -> None:
    typed(bench, "ferry")
    store, listed = bench.shell.store, page(bench).list
    kinds = [candidate.kind for candidate in page(bench).model.found.candidates]  # type: ignore[union-attr]
    listed.chosen.emit(kinds.index("source"))
    assert store.state.page is PanelPage.SOURCE
    assert bench.shell.commands.send("go.back")
    listed.chosen.emit(kinds.index("excerpt"))
    assert store.state.page is PanelPage.EXCERPT
    assert bench.shell.commands.send("go.back")
    listed.chosen.emit(kinds.index("event"))
    assert (store.state.page, store.state.selection.ids) == (PanelPage.EVENT, ("agreement",))
    assert bench.shell.commands.send("go.back")
    assert store.state.page is PanelPage.SEARCH
    listed.chosen.emit(kinds.index("tag"))
    bench.settle()
    assert bench.shell.header.search.text() == "tag:ferry"
    assert rows(bench) == ["Town and office agree on a ferry, Event · 13 August 1959"]


def test_down_leads_into_the_list(bench: ShellBench) -> None:
    typed(bench, "ferry")
    QTest.keyClick(bench.shell.header.search, Qt.Key.Key_Down)
    assert page(bench).list.hasFocus()


def test_hits_are_marked_on_timeline_and_overview_and_nothing_moves(bench: ShellBench) -> None:
    before = [item.rect for item in of_role(scenes(bench)[0], "event-label")]
    typed(bench, "tag:ferry")
    canvas, overview = scenes(bench)
    rings = of_role(canvas, "hit-ring")
    ordinal = bench.shell.store.showing.ordinal("agreement")  # type: ignore[union-attr]
    assert {ring.target.index for ring in rings if ring.target} == {ordinal}
    assert len(of_role(overview, "hit-flag")) == 1
    assert [item.rect for item in of_role(canvas, "event-label")] == before
    QTest.keyClick(bench.shell.header.search, Qt.Key.Key_Escape)
    bench.settle()
    canvas, overview = scenes(bench)
    assert not of_role(canvas, "hit-ring")
    assert not of_role(overview, "hit-flag")


def test_escape_leaves_and_clears(bench: ShellBench) -> None:
    typed(bench, "ferry")
    QTest.keyClick(bench.shell.header.search, Qt.Key.Key_Escape)
    bench.settle()
    state = bench.shell.store.state
    assert (state.search.text, state.page) == ("", PanelPage.INTRODUCTION)
    assert bench.shell.header.search.text() == ""
    assert bench.shell.canvas.hasFocus()


def test_a_slash_on_the_timeline_opens_the_field(bench: ShellBench) -> None:
    bench.shell.canvas.setFocus()
    QTest.keyClick(bench.shell.canvas, Qt.Key.Key_Slash)
    assert bench.shell.header.search.hasFocus()
    assert bench.shell.header.search.text() == ""


def test_in_a_narrow_window_the_field_takes_the_titles_place(bench: ShellBench) -> None:
    header = bench.shell.header
    bench.shell.commands.send("search.leave")
    bench.shell.window.resize(480, 700)
    bench.settle()
    assert not header.search.isVisible()
    QTest.mouseClick(header.search_button, Qt.MouseButton.LeftButton)
    assert header.search.isVisible()
    assert header.search.hasFocus()
    assert not header.title.isVisible()
    QTest.keyClick(header.search, Qt.Key.Key_Escape)
    bench.settle()
    assert header.title.isVisible()
    assert not header.search.isVisible()


def test_before_the_index_is_there_the_search_waits(tmp_path: Path) -> None:
    bench = ShellBench(tmp_path, good_reading(tmp_path / "harbour.yaml"))
    bench.shell.window.show()
    bench.shell.commands.send("search.set", text="ferry")
    assert "still being prepared" in told_above(bench)
    make_index(bench)
    assert bench.shell.search.results.count == 5
    assert len(rows(bench)) == 5
    bench.close()


def test_of_thousands_of_hits_all_are_listed_and_a_few_are_made(tmp_path: Path) -> None:
    path = tmp_path / "many.yaml"
    bench = ShellBench(tmp_path, many(path, 3_000), path=path)
    bench.show()
    bench.shell.commands.send("search.open")
    make_index(bench)
    typed(bench, "sail")
    assert page(bench).model.rowCount() == 3_000
    assert bench.shell.header.search.accessibleDescription() == "3000 results"
    assert len(page(bench).model._rows) < 60
    bench.close()


def test_a_search_keeps_no_exhibit_that_has_gone(tmp_path: Path) -> None:
    first, second = tmp_path / "first.yaml", tmp_path / "second.yaml"
    bench = ShellBench(tmp_path, many(first, 300), path=first)
    bench.show()
    shell = bench.shell
    shell.commands.send("search.open")
    make_index(bench)
    typed(bench, "sail")
    assert shell.store.state.document is not None
    kept: list[Callable[[], object]] = [
        weakref.ref(shell.store.state.document.events),
        weakref.ref(shell.store.showing or shell),
        weakref.ref(shell.search.jobs.index or shell),
    ]
    shell.desk.take(second, many(second, 5))
    bench.settle()
    shell.window.resize(shell.window.width() + 20, shell.window.height())
    bench.settle()
    gc.collect()
    assert [thing() for thing in kept] == [None, None, None]
    assert shell.header.search.text() == ""
    make_index(bench)
    bench.close()


def test_escape_in_the_list_leaves_too(bench: ShellBench) -> None:
    typed(bench, "ferry")
    QTest.keyClick(bench.shell.header.search, Qt.Key.Key_Down)
    QTest.keyClick(page(bench).list, Qt.Key.Key_Escape)
    bench.settle()
    assert bench.shell.store.state.search.text == ""
    assert bench.shell.canvas.hasFocus()


def test_another_lens_is_searched_anew(bench: ShellBench) -> None:
    typed(bench, "ferry")
    before = bench.shell.search.results
    assert bench.shell.commands.send("sources.take-away", id="ledger")
    bench.settle()
    assert bench.shell.search.results.found is not before.found
    assert bench.shell.search.results.text == "ferry"
