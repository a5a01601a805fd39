# SPDX-License-Identifier: MIT
"""The shell: every command bound, parts in step with the store, window laid out, session kept."""

import json

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.stages import ENGLISH
from tests.ui.shell_bench import ShellBench, good_reading
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.scene.arrange import PanelPlace
from timeline_app.state.app_state import Mode, PanelPage, Settings, ThemeChoice
from timeline_app.state.command_table import COMMANDS
from timeline_app.state.opening_wish import OpeningWish
from timeline_app.state.session_files import Session, load_session
from timeline_app.ui.menus import menu_bar_of_macos

pytestmark = pytest.mark.usefixtures("fonts")


# -- commands -------------------------------------------------------------------------------------


def test_no_command_is_unbound(bench):
    assert bench.shell.commands.unbound() == ()


def test_every_command_without_arguments_has_one_action(bench):
    wanted = {spec.id for spec in COMMANDS if all(param.default is not None for param in spec.params)}
    assert set(bench.menus.actions) == wanted


def test_every_menu_command_is_in_its_menu_and_no_menu_is_empty(bench):
    for menu_id, menu in bench.menus.by_id.items():
        offered = {action.objectName() for action in menu.actions()} - {""}
        # The lanes of the exhibit stand above the commands on all of them.
        offered -= {"lane:town", "lane:office", "lane:crew"} if menu_id == "lanes" else set()
        assert offered == {spec.id for spec in COMMANDS if spec.menu == menu_id}
        assert offered


def test_the_keys_of_the_table_are_in_force(bench):
    on_canvas = [key.key().toString() for key in bench.shell.canvas.findChildren(QShortcut)]
    wanted = [
        QKeySequence(key).toString() for spec in COMMANDS if spec.on_canvas for key in spec.keys[Mode.EXPLORE]
    ]
    assert sorted(on_canvas) == sorted(wanted)
    for spec in COMMANDS:
        action = bench.menus.actions.get(spec.id)
        if action is None or spec.on_canvas:
            continue
        if spec.on_heads or spec.on_ruler or spec.on_guess:
            assert action.shortcuts() == [], spec.id
            continue
        shown = [key.toString() for key in action.shortcuts()]
        assert shown == [QKeySequence(key).toString() for key in spec.keys.get(Mode.EXPLORE, ())], spec.id


def test_menus_show_the_keys_of_the_canvas(bench):
    assert bench.menus.actions["view.fit-selection"].text() == "Fit the selected events\tF"


def test_macos_has_the_same_menus_at_the_top_of_the_screen(bench):
    bar = menu_bar_of_macos(bench.menus)
    names = ["File", "View", "Lanes", "Evidence", "Go", "Tours", "Help"]
    assert [action.text() for action in bar.actions()] == names
    assert bench.shell.menu_bar is None
    bar.deleteLater()


def test_actions_are_enabled_as_the_state_allows(bench):
    actions = bench.menus.actions
    assert not actions["go.back"].isEnabled()
    assert not actions["view.fit-selection"].isEnabled()
    bench.shell.commands.send("select.event", id="survey")
    assert actions["go.back"].isEnabled()
    assert actions["view.fit-selection"].isEnabled()
    assert bench.shell.header.buttons["back"].isEnabled()
    bench.shell.commands.send("go.back")
    assert not actions["go.back"].isEnabled()
    assert actions["go.forward"].isEnabled()


def test_an_action_sends_its_command(bench):
    bench.menus.actions["settings.toggle-theme"].trigger()
    assert bench.shell.store.state.settings.theme is ThemeChoice.DARK


def test_header_buttons_do_what_they_are_named(bench):
    names = {name: button.accessibleName() for name, button in bench.shell.header.buttons.items()}
    assert names == {
        "back": "Back",
        "forward": "Forward",
        "sources": "All sources",
        "evidence": "Show evidence on the marks",
        "filters": "Filters",
        "list": "List of events in view",
        "text-size": "Text size",
        "theme": "Next theme",
        "wide": "Read in full width",
        "panel": "Show or hide the details",
        "menu": "Open the menu",
    }
    bench.shell.header.buttons["panel"].click()
    assert not bench.shell.store.state.panel_open
    bench.shell.header.buttons["theme"].click()
    assert bench.shell.store.state.settings.theme is ThemeChoice.DARK


def test_single_letters_act_only_while_the_canvas_has_the_focus(bench):
    shell = bench.shell
    shell.window.activateWindow()
    shell.header.buttons["menu"].setFocus()
    QTest.keyClick(shell.header.buttons["menu"], Qt.Key.Key_0)
    assert "view.fit-all" not in bench.sent
    shell.commands.send("go.canvas")
    QTest.keyClick(shell.canvas, Qt.Key.Key_0)
    assert "view.fit-all" in bench.sent


def test_a_key_that_gives_hangul_acts_by_its_place(bench):
    shell = bench.shell
    hangul = QKeyEvent(
        QEvent.Type.KeyPress, 0x1113, Qt.KeyboardModifier.NoModifier, 25, 0, 0, "ㅈ"
    )  # The key of W.
    QApplication.sendEvent(shell.canvas, hangul)
    assert "view.closer" in bench.sent


# -- what is shown --------------------------------------------------------------------------------


def test_the_window_is_named_after_the_exhibit(bench):
    assert bench.shell.window.windowTitle() == "The harbour of Minase – Timeline"
    assert bench.shell.header.title.text() == "The harbour of Minase"
    assert bench.shell.header.subtitle.text() == "How a small port came by its ferry"


def test_selecting_moves_canvas_and_panel_together(bench):
    shell = bench.shell
    shell.commands.send("select.event", id="survey")
    bench.settle()
    assert shell.canvas.selected_ids == ("survey",)
    assert shell.store.state.page is PanelPage.EVENT
    assert shell.panel is not None
    assert type(shell.panel.page).__name__ == "EventPage"
    assert shell.canvas.displayed_view == shell.store.state.view


def test_theme_and_text_size_reach_every_part(bench):
    shell = bench.shell
    before = shell.canvas.grab().toImage()
    shell.commands.send("settings.theme", theme="dark")
    shell.commands.send("settings.text-size", percent=200)
    bench.settle()
    assert shell.appearance.theme.name == "dark"
    assert shell.appearance.text_scale == 2.0
    assert shell.canvas.grab().toImage() != before
    ticked = [action.data() for action in bench.menus.text_size.actions() if action.isChecked()]
    assert ticked == [200]


@pytest.mark.parametrize(
    ("size", "percent", "place"),
    [
        ((1280, 720), 100, PanelPlace.BESIDE),
        ((1920, 1080), 200, PanelPlace.BESIDE),
        ((1280, 720), 200, PanelPlace.SHEET),
        ((1080, 1920), 100, PanelPlace.SHEET),
        ((480, 360), 100, PanelPlace.SHEET),
    ],
)
def test_parts_fill_the_window_without_overlap(qt_app, tmp_path, size, percent, place):
    settings = Settings(text_size_percent=percent)
    bench = ShellBench(tmp_path, good_reading(tmp_path / "harbour.yaml"), settings=settings, size=size)
    bench.show()
    window = bench.shell.window
    assert window.arrangement.panel_place is place
    parts = [bench.shell.header, bench.shell.canvas, bench.shell.overview, bench.shell.panel_frame]
    if place is PanelPlace.SHEET:
        parts.append(bench.shell.grip)
    seen = [part.geometry() for part in parts if part.isVisible()]
    assert sum(rect.width() * rect.height() for rect in seen) == size[0] * size[1]
    for number, rect in enumerate(seen):
        assert window.rect().contains(rect)
        assert not any(rect.intersects(other) for other in seen[number + 1 :])
    for button in bench.shell.header.buttons.values():
        assert bench.shell.header.rect().contains(button.geometry())
    bench.close()


def test_in_a_narrow_header_the_title_keeps_its_width_and_buttons_give_way(bench):
    header = bench.shell.header
    bench.shell.window.resize(1600, 700)
    bench.settle()
    wide = {name for name, button in header.buttons.items() if button.isVisible()}
    assert wide == set(header.buttons)
    assert header.subtitle.isVisible()
    bench.shell.window.resize(480, 700)
    bench.settle()
    assert not header.subtitle.isVisible()
    kept = {name for name, button in header.buttons.items() if button.isVisible()}
    assert {"back", "menu"} <= kept < wide
    assert header.title.width() >= header.title.sizeHint().width()
    assert header.search_button.isVisible()
    assert not header.search.isVisible()
    bench.shell.window.resize(1280, 700)
    bench.settle()
    assert header.search.isVisible()
    assert {name for name, button in header.buttons.items() if button.isVisible()} == wide


def test_the_panel_folds_and_its_edge_can_be_dragged(bench):
    shell = bench.shell
    start = shell.panel_frame.width()
    edge = shell.grip.rect().center()
    QTest.mousePress(shell.grip, Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(shell.grip, edge - edge.__class__(40, 0))
    QTest.mouseRelease(shell.grip, Qt.MouseButton.LeftButton, pos=edge)
    assert shell.panel_frame.width() == start + 40
    QTest.keyClick(shell.grip, Qt.Key.Key_Right)
    assert shell.panel_frame.width() == start + 16
    QTest.keyClick(shell.grip, Qt.Key.Key_Return)
    assert not shell.panel_frame.isVisible()
    assert shell.canvas.width() == shell.window.width()


def test_the_sheet_folds_at_its_handle(qt_app, tmp_path):
    bench = ShellBench(tmp_path, good_reading(tmp_path / "harbour.yaml"), size=(700, 1200))
    bench.show()
    shell = bench.shell
    QTest.mouseClick(shell.grip, Qt.MouseButton.LeftButton, pos=shell.grip.rect().center())
    assert not shell.store.state.panel_open
    assert shell.grip.isVisible()
    assert shell.grip.geometry().bottom() == shell.window.rect().bottom()
    QTest.mouseClick(shell.grip, Qt.MouseButton.LeftButton, pos=shell.grip.rect().center())
    assert shell.store.state.panel_open
    bench.close()


def test_menus_and_panel_come_after_the_first_frame(qt_app, tmp_path):
    bench = ShellBench(tmp_path, good_reading(tmp_path / "harbour.yaml"), with_rest=False)
    assert bench.shell.panel is None
    assert bench.shell.menus is None
    assert bench.shell.commands.send("go.menu")
    bench.show()
    bench.shell.rest_wanted.emit()
    bench.shell.rest_wanted.emit()
    assert bench.shell.panel is not None
    assert bench.shell.panel.geometry() == bench.shell.panel_frame.rect()
    bench.close()


def test_a_view_and_an_event_asked_for_are_what_is_seen_first(qt_app, tmp_path):
    bounds_s = (seconds_from_civil(1958), seconds_from_civil(1960))
    bench = ShellBench(
        tmp_path, good_reading(tmp_path / "harbour.yaml"), wish=OpeningWish(bounds_s, "survey")
    )
    bench.show()
    state = bench.shell.store.state
    assert state.view is not None
    assert (state.view.start_s, state.view.end_s) == bounds_s
    assert state.selection.ids == ("survey",)
    assert state.history.behind == ()
    bench.close()


# -- the session ----------------------------------------------------------------------------------


def test_settings_are_remembered_a_moment_after_they_change(bench):
    bench.shell.commands.send("settings.text-size", percent=150)
    bench.settle()
    assert load_session(bench.folder / "config").settings.text_size_percent == 150


def test_the_window_is_remembered_when_it_closes(bench):
    bench.shell.window.resize(1000, 700)
    bench.close()
    assert load_session(bench.folder / "config").window_px == (1000, 700)


def test_an_opened_file_is_among_the_recent_ones(bench):
    assert load_session(bench.folder / "config").recent == (str(bench.path),)
    (entry,) = bench.menus.recent.actions()
    assert entry.text() == f"&1  {bench.path}"
    entry.trigger()
    assert "file.open-path" in bench.sent
    bench.wait_for_reading()
    # The file was never written, so it is forgotten again.
    assert bench.menus.recent.actions()[0].text() == ENGLISH.say("menu.recent-none")


def test_what_the_command_line_asked_for_is_for_once_only(qt_app, tmp_path):
    bench = ShellBench(
        tmp_path,
        good_reading(tmp_path / "harbour.yaml"),
        settings=Settings(theme=ThemeChoice.DARK),
        session=Session(),
    )
    bench.show()
    assert bench.shell.appearance.theme.name == "dark"
    bench.close()
    assert load_session(tmp_path / "config").settings.theme is ThemeChoice.LIGHT


def test_nothing_is_written_outside_the_config_folder(bench):
    bench.shell.commands.send("settings.toggle-theme")
    bench.settle()
    assert [path.name for path in bench.folder.iterdir()] == ["config"]
    written = json.loads((bench.folder / "config" / "settings.json").read_text(encoding="utf-8"))
    assert written["settings"]["theme"] == "dark"


# -- dropping files -------------------------------------------------------------------------------


def drop(bench: ShellBench, *urls: QUrl) -> QDropEvent:
    data = QMimeData()
    data.setUrls(list(urls))
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.setAccepted(False)
    bench.shell.window.dropEvent(event)
    return event


def test_a_dropped_file_is_opened(bench, tmp_path):
    path = tmp_path / "dropped.yaml"
    path.write_text("title: Dropped\n", encoding="utf-8")
    assert drop(bench, QUrl.fromLocalFile(str(path))).isAccepted()
    assert bench.shell.desk.path == path
    bench.wait_for_reading()


def test_addresses_folders_and_heaps_are_not_taken(bench, tmp_path):
    one = tmp_path / "one.yaml"
    one.write_text("title: One\n", encoding="utf-8")
    assert not drop(bench, QUrl("https://example.org/x.yaml")).isAccepted()
    assert not drop(bench, QUrl.fromLocalFile(str(tmp_path))).isAccepted()
    assert not drop(bench, QUrl.fromLocalFile(str(one)), QUrl.fromLocalFile(str(one))).isAccepted()
    assert bench.sent == []
