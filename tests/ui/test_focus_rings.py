# SPDX-License-Identifier: MIT
"""The ring around the words of a document: with air about them, and only for those who came by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.facsimile_exhibit import write_exhibit
from tests.ui.panel_setup import bundled_fonts
from tests.ui.shell_bench import ShellBench
from timeline_app.content.reader import read_exhibit
from timeline_app.ui.last_input import was_by_hand
from timeline_app.ui.panels.event_page import EventPage
from timeline_app.ui.panels.excerpt_page import ExcerptPage
from timeline_app.ui.panels.excerpt_versions import VersionCard
from timeline_app.ui.panels.pieces import Card


@pytest.fixture
def bench(qt_app: QApplication, tmp_path: Path) -> Iterator[ShellBench]:
    bundled_fonts()
    path = write_exhibit(tmp_path / "exhibit")
    made = ShellBench(tmp_path, read_exhibit(path), path=path, size=(1600, 1000))
    made.show()
    assert made.shell.commands.send("select.event", id="letter-sent", reveal=False)
    made.settle()
    yield made
    made.close()


def to_the_words(bench: ShellBench) -> VersionCard:
    page = bench.panel.page
    assert isinstance(page, EventPage)
    card = next(iter(page.cards))
    assert bench.shell.commands.send("excerpt.open", id=card.excerpt_id)
    bench.settle()
    page = bench.panel.page
    assert isinstance(page, ExcerptPage)
    return page.versions.cards[0]


def has_ring(card: Card) -> bool:
    """Tell whether the card's edge is drawn in the colour of the focus, at all four sides."""
    seen, focus = card.grab().toImage(), QColor("#1F5FC4")
    middle = seen.rect().center()
    at = (
        QPoint(middle.x(), 1),
        QPoint(middle.x(), seen.height() - 2),
        QPoint(1, middle.y()),
        QPoint(seen.width() - 2, middle.y()),
    )
    return all(seen.pixelColor(point) == focus for point in at)


def at_window(bench: ShellBench, part: QWidget, where: QPoint) -> QPoint:
    return part.mapTo(bench.shell.window, where)


def click(bench: ShellBench, part: QWidget, where: QPoint) -> None:
    """Click as the window system does, through the window."""
    handle = bench.shell.window.windowHandle()
    QTest.mouseClick(
        handle,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        at_window(bench, part, where),
    )
    bench.settle()


def press(bench: ShellBench, key: Qt.Key) -> None:
    QTest.keyClick(bench.shell.window.windowHandle(), key)
    bench.settle()


def test_who_comes_to_the_words_by_keys_sees_a_ring_with_air_about_them(bench: ShellBench) -> None:
    bench.shell.commands.send("go.panel")
    press(bench, Qt.Key.Key_Tab)
    card = to_the_words(bench)
    assert card.text.hasFocus()
    assert has_ring(card)
    # The ring is three pixels; there are at least six more before the words begin.
    inside = card.text.geometry()
    assert inside.left() >= 9
    assert inside.top() >= 9
    assert card.width() - 1 - inside.right() >= 9


def test_who_comes_to_the_words_by_hand_sees_none_until_a_key_is_pressed(bench: ShellBench) -> None:
    page = bench.panel.page
    assert isinstance(page, EventPage)
    card = next(iter(page.cards))
    bench.panel.ensureWidgetVisible(card.open_button)
    bench.settle()
    click(bench, card.open_button, card.open_button.rect().center())
    assert was_by_hand(card)
    opened = bench.panel.page
    assert isinstance(opened, ExcerptPage)
    words = opened.versions.cards[0]
    assert words.text.hasFocus()
    assert not has_ring(words)
    press(bench, Qt.Key.Key_Down)
    assert has_ring(words)


def test_a_click_on_the_words_takes_the_ring_away(bench: ShellBench) -> None:
    card = to_the_words(bench)
    QTest.keyClick(bench.shell.window.windowHandle(), Qt.Key.Key_F6)
    card.text.setFocus(Qt.FocusReason.TabFocusReason)
    assert has_ring(card)
    bench.panel.ensureWidgetVisible(card)
    bench.settle()
    click(bench, card.text, QPoint(30, 12))
    assert card.text.hasFocus()
    assert not has_ring(card)
    # Copying what was selected by hand is no walk by keys.
    QTest.keyClick(card.text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert not has_ring(card)


def test_a_page_that_was_opened_by_keys_shows_that_the_keyboard_is_in_the_panel(bench: ShellBench) -> None:
    panel = bench.panel
    bench.shell.commands.send("go.panel")
    press(bench, Qt.Key.Key_Tab)
    assert panel.property("ring") is False
    bench.shell.commands.send("go.legend")
    assert panel.hasFocus()
    assert panel.property("ring") is True
    press(bench, Qt.Key.Key_Escape)
    bench.shell.commands.send("select.event", id="letter-sent", reveal=False)
    bench.settle()
    page = panel.page
    assert isinstance(page, EventPage)
    entry = next(iter(page.entries))
    panel.ensureWidgetVisible(entry.about_button)
    bench.settle()
    click(bench, entry.about_button, entry.about_button.rect().center())
    assert panel.hasFocus()
    assert panel.property("ring") is False


def test_the_words_lose_the_ring_with_the_focus(bench: ShellBench) -> None:
    card = to_the_words(bench)
    card.text.setFocus(Qt.FocusReason.TabFocusReason)
    assert has_ring(card)
    bench.shell.commands.send("go.canvas")
    assert not has_ring(card)


def test_nobody_knows_of_a_window_that_was_never_shown(qt_app: QApplication) -> None:
    lone = QWidget()
    assert not was_by_hand(lone)
    lone.deleteLater()
