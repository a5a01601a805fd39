# SPDX-License-Identifier: MIT
"""Presenting: which window is on which screen, screens that come and go, what is kept from the class, and the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from tests.stages import ENGLISH
from tests.tour_exhibit import toured
from tests.ui.fake_screens import DESK, WALL, FakeScreens
from tests.ui.shell_bench import ShellBench
from timeline_app.base.clock import FakeClock
from timeline_app.content.problems import Place, problem_at
from timeline_app.content.reader import Reading
from timeline_app.state.tour_state import Cover
from timeline_app.ui.error_dialog import ErrorDialog
from timeline_app.ui.keys_dialog import KeysDialog
from timeline_app.ui.present.desk import PresentDesk
from timeline_app.ui.present.presentation import Presentation
from timeline_app.ui.present.screens import QtScreens, Screen, without_doubles

pytestmark = pytest.mark.usefixtures("fonts")
SIDE = Screen("side", QRect(3200, 0, 1280, 720))


class Class:
    """A program that presents, before screens of its own."""

    def __init__(self, folder: Path, *screens: Screen) -> None:
        path = folder / "tours.yaml"
        self.screens = FakeScreens(*screens)
        self.bench = ShellBench(folder, Reading(toured(), (), (path,)), path=path, screens=self.screens)
        self.shell = self.bench.shell
        self.bench.show()
        self.send("present.start")
        self.bench.settle()

    def send(self, command_id: str) -> None:
        assert self.shell.commands.send(command_id)

    @property
    def desk(self) -> PresentDesk:
        found = self.shell.findChild(PresentDesk)
        assert isinstance(found, PresentDesk)
        return found

    @property
    def presentation(self) -> Presentation:
        assert self.desk.presentation is not None
        return self.desk.presentation

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        shown = self.presentation
        QTest.keyClick(shown.audience if shown.audience.is_alone else shown.presenter, key, held)
        self.bench.settle()

    @property
    def windows(self) -> set[str]:
        """The names of all windows that can be seen."""
        return {window.objectName() for window in QApplication.topLevelWidgets() if window.isVisible()}

    @property
    def stop(self) -> int:
        assert self.shell.store.state.tour is not None
        return self.shell.store.state.tour.stop


@pytest.fixture
def make(qt_app: QApplication, tmp_path: Path) -> Iterator[object]:
    made: list[Class] = []

    def present(*screens: Screen) -> Class:
        made.append(Class(tmp_path, *screens))
        return made[-1]

    yield present
    for each in made:
        each.shell.commands.send("present.leave")
        each.bench.close()


def test_the_class_sees_the_other_screen_and_the_presenter_stays_where_the_program_was(make):
    shown = make(DESK, WALL)
    assert shown.windows == {"audience", "presenter"}
    assert shown.presentation.sides == ("wall", "desk")
    assert not shown.presentation.audience.isActiveWindow()
    assert shown.presentation.presenter.isActiveWindow()
    assert shown.shell.stage_in_hand is shown.presentation.hall.stage
    # Nothing tells the class what is pointed at.
    audience, canvas = shown.presentation.audience, shown.presentation.hall.canvas
    QTest.mouseMove(canvas, canvas.rect().center() + QPoint(1, 1))
    shown.bench.settle()
    parts = [audience, *audience.findChildren(QWidget)]
    assert {part.cursor().shape() for part in parts} == {Qt.CursorShape.BlankCursor}
    assert not any(part.toolTip() for part in parts)
    assert not QToolTip.isVisible()
    assert not canvas.hover_card.isVisible()
    assert shown.windows == {"audience", "presenter"}


def test_with_one_screen_there_is_only_what_the_class_sees_and_it_takes_the_keys(make):
    shown = make(DESK)
    assert shown.windows == {"audience"}
    shown.press(Qt.Key.Key_S)
    assert shown.presentation.sides == ("desk", "")
    assert shown.shell.keeper.session.audience_screen == ""
    shown.press(Qt.Key.Key_PageDown)
    assert shown.stop == 2
    shown.press(Qt.Key.Key_B)
    assert shown.shell.store.state.present.cover is Cover.BLACK
    shown.press(Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert shown.presentation.audience.notes.isVisible()
    shown.press(Qt.Key.Key_Escape)
    assert shown.windows == {"main-window"}


def test_screens_that_come_and_go_lose_nothing(make):
    shown = make(DESK, WALL)
    hall, timer = shown.presentation.hall, shown.shell.store.state.present.timer
    shown.press(Qt.Key.Key_PageDown)
    shown.screens.plug(DESK)
    assert shown.windows == {"audience"}
    assert shown.presentation.sides == ("desk", "")
    shown.press(Qt.Key.Key_PageDown)
    shown.screens.plug()
    assert shown.windows == {"audience"}
    shown.screens.plug(DESK, WALL)
    assert shown.windows == {"audience", "presenter"}
    assert shown.presentation.sides == ("wall", "desk")
    assert (shown.stop, shown.shell.store.state.tour.step) == (2, 1)
    assert shown.presentation.hall is hall
    assert shown.shell.store.state.present.timer is timer
    shown.press(Qt.Key.Key_PageDown)
    assert shown.shell.store.state.tour.step == 2
    # What stays on its screen is not shown anew.
    handle = shown.presentation.audience.windowHandle()
    shown.screens.plug(DESK, WALL, SIDE)
    assert shown.presentation.audience.windowHandle() is handle
    assert shown.presentation.sides == ("wall", "desk")


def test_swapped_screens_are_remembered_for_the_next_time(make, tmp_path):
    shown = make(DESK, WALL)
    shown.press(Qt.Key.Key_S)
    assert shown.presentation.sides == ("desk", "wall")
    assert shown.presentation.presenter.isActiveWindow()
    shown.press(Qt.Key.Key_Escape)
    shown.send("present.start-here")
    assert shown.presentation.sides == ("desk", "wall")
    assert shown.shell.keeper.session.audience_screen == "desk"
    shown.press(Qt.Key.Key_S)
    assert shown.shell.keeper.session.audience_screen == "wall"


def test_the_screen_of_the_class_is_chosen_by_its_name(make):
    shown = make(DESK, WALL, SIDE)
    assert shown.presentation.sides == ("wall", "desk")
    assert shown.shell.commands.send("present.screen", name="side")
    assert shown.presentation.sides == ("side", "desk")
    assert shown.shell.commands.send("present.screen", name="desk")
    assert shown.presentation.sides == ("desk", "wall")
    shown.press(Qt.Key.Key_Escape)
    menu = shown.bench.menus.screens
    menu.aboutToShow.emit()
    assert [(action.text(), action.isChecked()) for action in menu.actions()] == [
        ("desk, 1280 × 800", True),
        ("wall, 1920 × 1080", False),
        ("side, 1280 × 720", False),
    ]
    menu.actions()[1].trigger()
    shown.screens.plug(DESK, SIDE)
    menu.aboutToShow.emit()
    # The one that was chosen is gone for now, and is not forgotten.
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["side, 1280 × 720"]
    assert shown.shell.keeper.session.audience_screen == "wall"


def test_the_desk_comes_back_as_the_tour_has_left_it(make):
    shown = make(DESK, WALL)
    shown.press(Qt.Key.Key_PageDown)
    shown.press(Qt.Key.Key_Escape)
    assert shown.windows == {"main-window"}
    assert shown.shell.canvas.selected_ids == ("deal",)
    assert shown.shell.stage_in_hand is shown.shell.stage
    assert not shown.screens.is_watched
    assert shown.shell.canvas.stage.is_fitted
    shown.send("tour.next")
    assert shown.shell.store.state.tour.step == 1
    # It ends with the tour too, and where somebody closes a window.
    shown.send("present.start-here")
    shown.presentation.audience.close()
    assert shown.windows == {"main-window"}
    shown.send("present.start-here")
    shown.press(Qt.Key.Key_G)
    shown.presentation.presenter.close()
    assert shown.windows == {"main-window"}
    shown.send("present.start-here")
    shown.send("tour.leave")
    assert shown.windows == {"main-window"}


def test_keys_and_faults_are_told_to_the_presenter_and_never_before_the_class(make):
    shown = make(DESK, WALL)
    shown.press(Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    (dialog,) = shown.shell.window.findChildren(KeysDialog)
    assert dialog.isVisible()
    assert shown.presentation.presenter.geometry().contains(dialog.geometry())
    # It is in the program's dress, not in the presenter's.
    assert not any(part.styleSheet() for part in (dialog, shown.shell.window))
    assert {row.words for row in dialog.model.rows if row.level == 1} == {"While presenting"}
    # It would stand before the class, once the screens are swapped.
    shown.send("present.swap")
    assert shown.windows == {"audience", "presenter"}
    shown.send("present.swap")
    shown.shell.report("a fault")
    (told,) = shown.shell.window.findChildren(ErrorDialog)
    assert shown.presentation.presenter.geometry().contains(told.geometry())
    told.reject()
    shown.bench.settle()
    assert shown.presentation.presenter.isActiveWindow()
    shown.screens.plug(WALL)
    shown.press(Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    shown.shell.report("another fault")
    assert shown.windows == {"audience"}
    # It is told when all is over.
    shown.press(Qt.Key.Key_Escape)
    shown.bench.settle()
    (told,) = [found for found in shown.shell.window.findChildren(ErrorDialog) if found.isVisible()]
    told.reject()


def test_the_screens_of_the_machine_have_names_of_their_own(qt_app):
    clock = FakeClock()
    source = QtScreens(clock)
    found = source.screens
    assert len({screen.name for screen in found}) == len(qt_app.screens())
    assert found[0].handle is qt_app.primaryScreen()
    window = QWidget()
    assert source.screen_of(window) == found[0].name
    heard: list[str] = []
    end = source.watch(lambda: heard.append("changed"), heard.append)
    qt_app.primaryScreenChanged.emit(qt_app.primaryScreen())
    qt_app.primaryScreenChanged.emit(qt_app.primaryScreen())
    clock.advance(1.0)
    # A projector may change its size, too.
    qt_app.primaryScreen().geometryChanged.emit(QRect(0, 0, 640, 480))
    clock.advance(1.0)
    qt_app.screenRemoved.emit(qt_app.primaryScreen())
    assert heard == ["changed", "changed", found[0].name]
    end()
    qt_app.primaryScreenChanged.emit(qt_app.primaryScreen())
    clock.advance(1.0)
    assert len(heard) == 3


def test_notes_are_turned_by_keys_while_the_class_sees_the_same(make):
    shown = make(DESK, WALL)
    for _ in range(6):
        shown.send("present.larger-notes")
    shown.press(Qt.Key.Key_PageUp)
    bar = shown.presentation.presenter.notes.area.verticalScrollBar()
    assert bar.maximum() > 0
    shown.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() > 0
    shown.press(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert (bar.value(), shown.stop) == (0, 1)


def test_a_file_that_gets_faults_meanwhile_changes_nothing_before_the_class(make):
    shown = make(DESK, WALL)
    store, page = shown.shell.store, shown.shell.store.state.page
    fault = problem_at(Place("tours.yaml", 3, 7), "empty-file")
    store.fail_reading((fault,))
    store.swap_document(store.state.document, (fault,), store.state.view, shows_problems=True)
    shown.bench.settle()
    assert (store.state.page, store.state.tour.is_away) == (page, False)
    assert shown.presentation.presenter.pills.passing.text() == ENGLISH.say("notice.faults-later")
    assert store.state.problems == (fault,)


def test_screens_that_show_the_same_are_one():
    double = Screen("double", QRect(0, 0, 1024, 768))
    assert without_doubles((DESK, double, WALL)) == (DESK, WALL)
    assert without_doubles((DESK, double)) == (DESK,)


def test_the_presenter_is_gone_before_its_screen_is(make):
    shown = make(DESK, WALL)
    shown.send("help.keys")
    shown.screens.pull("desk")
    assert shown.windows == {"audience"}
    # It is back as soon as it is known which screens are left.
    shown.screens.plug(DESK, WALL)
    assert shown.windows == {"audience", "presenter"}


def test_a_word_on_the_only_screen_does_not_outlive_the_presentation(make):
    shown = make(DESK)
    shown.press(Qt.Key.Key_End)
    shown.press(Qt.Key.Key_PageDown)
    shown.press(Qt.Key.Key_PageDown)
    shown.press(Qt.Key.Key_Escape)
    shown.bench.clock.advance(10_000.0)
    assert shown.windows == {"main-window"}


def test_a_projector_that_changes_its_size_is_filled_again(make):
    shown = make(DESK, WALL)
    smaller = WALL._replace(area=QRect(1280, 0, 1024, 768))
    shown.screens.plug(DESK, smaller)
    assert shown.presentation.audience.geometry() == smaller.area
    assert shown.presentation.presenter.isActiveWindow()
