# SPDX-License-Identifier: MIT
"""The keyboard is never caught: Tab goes round the whole window, whatever page the panel shows; its place is in sight."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.built_in_bench import Steps, built_in_bench, go
from tests.ui.shell_bench import ShellBench
from timeline_app.ui.panels.list_page import ListPage

MOST_STOPS = 900
PAGES: dict[str, Steps] = {
    "introduction": (("go.introduction", {}),),
    "event": (("select.event", {"id": "secret-talks-june"}),),
    "covered event": (("select.event", {"id": "working-lives"}),),
    "several events": (("select.many", {"ids": ("calcutta-agreement", "secret-talks-june")}),),
    "excerpt": (("excerpt.open", {"id": "cabinet-no-ships"}),),
    "source": (("source.open", {"id": "museum-chronology"}),),
    "sources": (("sources.open", {}),),
    "questions": (("questions.open", {}),),
    "legend": (("go.legend", {}),),
    "problems": (("go.problems", {}),),
    "filters": (("filters.open", {}),),
    "search": (("search.set", {"text": "secret"}),),
    "cursor": (("known.set", {"date": "1970"}),),
    "list": (("list.toggle", {}),),
    "person": (("person.open", {"id": "inoue-masutaro"}),),
    "place": (("place.open", {"id": "calcutta"}),),
    "map": (("map.open", {}),),
    "tour": (("tour.open", {"id": "lesson"}), ("tour.go", {"number": 5}), ("tour.notes", {})),
    "waiting tour": (("tour.open", {"id": "lesson"}), ("tour.explore", {})),
    "chain": (("select.event", {"id": "calcutta-agreement"}), ("chain.follow", {})),
}


@pytest.fixture
def bench(qt_app: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[ShellBench]:
    with built_in_bench(qt_app, tmp_path, getattr(request, "param", (1280, 720))) as made:
        yield made


def walk_round(bench: ShellBench, key: Qt.Key) -> list[QWidget]:
    """Press a key until the keyboard is back at the canvas, and return where it has been."""
    shell = bench.shell
    shell.commands.send("go.canvas")
    been: list[QWidget] = []
    has_left = False
    for _ in range(MOST_STOPS):
        here = QApplication.focusWidget()
        assert here is not None
        has_left |= here is not shell.canvas
        if has_left and here is shell.canvas:
            return been
        been.append(here)
        QTest.keyClick(here, key)
    raise AssertionError(f"Tab does not lead out of {type(been[-1]).__name__} {been[-1].accessibleName()}")


def test_tab_goes_round_the_whole_window_and_back_again_on_every_page(bench: ShellBench):
    shell = bench.shell
    assert shell.panel is not None
    for page, steps in PAGES.items():
        go(bench, steps)
        forward = walk_round(bench, Qt.Key.Key_Tab)
        always = (shell.header.search, shell.header.buttons["menu"], shell.overview, shell.grip, shell.panel)
        assert set(always) <= set(forward), page
        assert set(walk_round(bench, Qt.Key.Key_Backtab)) == set(forward), page
        # In the panel a part is come to once, with all of its own stops: there is one order of reading.
        within = [part for part in forward if shell.panel.isAncestorOf(part)]
        assert [here for here, _ in groupby(within)] == list(dict.fromkeys(within)), page


def test_what_has_the_keyboard_is_in_sight_within_the_panel(bench: ShellBench):
    shell = bench.shell
    assert shell.panel is not None
    room = shell.panel.viewport()
    for page in ("event", "filters", "questions"):
        go(bench, PAGES[page])
        shell.commands.send("go.panel")
        for _ in range(40):
            here = QApplication.focusWidget()
            assert here is not None
            if shell.panel.isAncestorOf(here) and here.height() <= room.height():
                area = QRect(here.mapTo(room, QPoint(0, 0)), here.size())
                assert room.rect().intersects(area), (page, here.accessibleName())
            QTest.keyClick(here, Qt.Key.Key_Tab)
            bench.settle(50)


def test_who_comes_to_the_list_by_key_finds_the_row_at_hand_in_sight(bench: ShellBench):
    shell = bench.shell
    assert shell.panel is not None
    go(bench, (*PAGES["event"], *PAGES["list"]))
    page = shell.panel.page
    assert isinstance(page, ListPage)
    page.table.scrollToBottom()
    shell.commands.send("go.canvas")
    bench.settle()
    for _ in range(MOST_STOPS):
        here = QApplication.focusWidget()
        assert here is not None
        if here is page.table:
            break
        QTest.keyClick(here, Qt.Key.Key_Tab)
    bench.settle()
    assert page.table.hasFocus()
    row = page.table.visualRect(page.table.currentIndex())
    assert page.table.viewport().rect().contains(row.center())
    assert (
        shell.panel.viewport()
        .rect()
        .contains(page.table.viewport().mapTo(shell.panel.viewport(), row.center()))
    )


# -- never under the panel ------------------------------------------------------------------------------


@pytest.mark.parametrize("bench", [(1280, 720), (720, 1000), (900, 500)], indirect=True)
def test_the_event_that_has_the_keyboard_is_never_under_the_panel(bench: ShellBench):
    shell = bench.shell
    shell.commands.send("go.canvas")
    assert shell.panel is not None
    assert not shell.window.panel.geometry().intersects(shell.canvas.geometry())
    for command_id in (
        "select.next-in-time",
        "select.next-decade",
        "select.lane-below",
        "select.previous-era",
    ):
        shell.commands.send(command_id)
        bench.settle(3_000)
        showing, primary = shell.store.showing, shell.store.state.selection.primary
        assert showing is not None
        assert primary is not None
        ordinal = showing.ordinal(primary)
        scene = shell.canvas.scene
        assert scene is not None
        rings = [item.rect for item in scene.items if item.role == "focus-ring"]
        cards = [
            item.rect
            for item in scene.items
            if item.target is not None and item.target.index == ordinal and item.kind == "card"
        ]
        shown = QRect(QPoint(0, 0), shell.canvas.size())
        for rect in (*rings, *cards):
            area = QRect(round(rect.x), round(rect.y), round(rect.w), round(rect.h))
            assert shown.intersects(area)
            inside = shown.intersected(area)
            assert inside.width() * inside.height() >= 0.95 * area.width() * area.height()
        assert cards, command_id
    # With the panel over all of the window the timeline is not there to have the keyboard.
    shell.commands.send("reading.wide")
    bench.settle()
    assert not shell.canvas.isVisible()
    assert QApplication.focusWidget() is shell.panel
