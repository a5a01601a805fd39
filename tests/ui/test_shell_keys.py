# SPDX-License-Identifier: MIT
"""The shell for those who use keys, large text or a screen reader: ways out, and lanes that do not fit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from tests.ui.shell_bench import ShellBench, good_reading
from timeline_app.state.app_state import Settings, ThemeChoice
from timeline_app.state.opening_wish import OpeningWish

pytestmark = pytest.mark.usefixtures("fonts")

LARGE = Settings(text_size_percent=300)


# -- ways in and out ------------------------------------------------------------------------------


def focus(bench, widget):
    bench.shell.window.activateWindow()
    widget.setFocus(Qt.FocusReason.TabFocusReason)


def test_escape_leads_from_every_part_to_the_timeline(bench):
    shell = bench.shell
    for part in (shell.header.buttons["theme"], shell.overview, shell.grip, shell.panel):
        focus(bench, part)
        QTest.keyClick(part, Qt.Key.Key_Escape)
        assert shell.window.focusWidget() is shell.canvas


def test_enter_presses_a_button_as_space_does(bench):
    button = bench.shell.header.buttons["theme"]
    focus(bench, button)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert bench.shell.store.state.settings.theme is ThemeChoice.DARK


def test_a_panel_that_closes_gives_the_keyboard_to_the_timeline_and_opens_to_take_it(bench):
    shell = bench.shell
    shell.commands.send("go.panel")
    assert shell.window.focusWidget() is shell.panel
    shell.commands.send("panel.toggle")
    assert shell.window.focusWidget() is shell.canvas
    shell.commands.send("go.panel")
    assert shell.store.state.panel_open
    assert shell.window.focusWidget() is shell.panel


def test_the_grip_can_be_pressed_by_other_means(bench):
    grip = bench.shell.grip
    assert QAccessible.queryAccessibleInterface(grip).role() is QAccessible.Role.Button
    grip.click()
    assert not bench.shell.store.state.panel_open


# -- lanes that do not fit --------------------------------------------------------------------------


def lane_is_in_sight(bench):
    shell = bench.shell
    view, showing = shell.store.state.view, shell.store.showing
    ordinal = showing.ordinal(shell.store.state.selection.primary)
    return shell.stage.scrolled_to_lane(view, ordinal).lane_scroll_px == view.lane_scroll_px


def event_of_last_lane(bench):
    index = bench.shell.stage.index
    return bench.shell.store.showing.event_id(
        int(index.ordinal[index.lane_slice(index.lane_count - 1).start])
    )


def test_the_selected_event_stays_in_sight_when_the_lanes_are_laid_out_anew(bench):
    shell = bench.shell
    shell.commands.send("select.event", id=event_of_last_lane(bench))
    bench.settle()
    for percent, size in ((300, (1280, 720)), (300, (900, 500)), (100, (1280, 720))):
        shell.commands.send("settings.text-size", percent=percent)
        shell.window.resize(*size)
        bench.settle()
        assert lane_is_in_sight(bench), (percent, size)


def test_who_has_scrolled_away_from_the_selected_event_is_not_called_back(bench):
    shell = bench.shell
    shell.commands.send("settings.text-size", percent=300)
    shell.window.resize(900, 500)
    shell.commands.send("select.event", id=event_of_last_lane(bench))
    bench.settle()
    assert shell.store.state.view.lane_scroll_px > 0.0
    shell.commands.send("view.scroll-lanes", by_px=-10_000.0)
    shell.commands.send("panel.toggle")
    bench.settle()
    assert shell.store.state.view.lane_scroll_px == 0.0


def test_an_event_selected_at_the_start_is_in_sight(bench, tmp_path):
    wish = OpeningWish(event_id=event_of_last_lane(bench))
    reading = good_reading(tmp_path / "harbour.yaml")
    opened = ShellBench(tmp_path, reading, settings=LARGE, wish=wish, size=(900, 500))
    opened.show()
    view = opened.shell.store.state.view
    assert view is not None
    assert view.lane_scroll_px > 0.0
    assert lane_is_in_sight(opened)
    assert not opened.shell.store.state.history.behind
    opened.close()
