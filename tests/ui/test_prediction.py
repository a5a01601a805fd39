# SPDX-License-Identifier: MIT
"""Curtain and question in the window: by key, by hand, by finger; in bar, panel and pictures; and what they do not tell."""

from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.kept_back_exhibit import harbour_votes
from tests.stages import ENGLISH
from tests.ui.canvas_bench import touch_screen
from tests.ui.panel_setup import look
from tests.ui.shell_bench import ShellBench
from timeline_app.content.reader import Reading
from timeline_app.model.curtain import Part
from timeline_app.scene.items import TargetKind
from timeline_app.state.app_state import PanelPage
from timeline_app.state.evidence_words import foot_messages
from timeline_app.state.ruler import PointKind, RulerPoint
from timeline_app.state.tour_state import PresentState, TourState
from timeline_app.ui.panels.event_page import EventPage
from timeline_app.ui.panels.introduction_page import IntroductionPage
from timeline_app.ui.panels.prediction_page import PredictionPage
from timeline_app.ui.present.keys_card import KeysCard
from timeline_app.ui.present.told import Told

pytestmark = pytest.mark.usefixtures("fonts")

SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bench(qt_app, tmp_path):
    made = ShellBench(tmp_path, Reading(harbour_votes(), (), ()))
    made.show()
    made.shell.window.activateWindow()
    made.shell.canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)
    yield made
    made.close()


def send(bench, command, **arguments):
    assert bench.shell.commands.send(command, **arguments)
    bench.settle()


def press(bench, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(bench.shell.canvas, key, modifiers)
    bench.settle()


def place(bench, share):
    """Return a point of the lanes."""
    lanes = bench.shell.canvas.scene.lanes_rect
    return QPoint(round(lanes.x + lanes.w * share), round(lanes.y + lanes.h * 0.4))


def guess(bench):
    return bench.shell.store.state.prediction.guess


def row(bench):
    return bench.shell.evidence_bar.kept_back


def names(part: QAccessibleInterface):
    """Yield all that a screen reader is told below a part of the window."""
    kinds = QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value
    for number in range(part.childCount()):
        child = part.child(number)
        if child.isValid():
            yield from (child.text(kind) for kind in kinds)
            yield from names(child)


def spoken(bench):
    return "\n".join(names(QAccessible.queryAccessibleInterface(bench.shell.window)))


def drawn(bench):
    return "\n".join(item.text for item in bench.shell.canvas.scene.items if item.text)


def text_of(view):
    return "\n".join(paragraph.text for paragraph in view.paragraphs)


# -- the curtain --------------------------------------------------------------------------------------


def test_one_key_draws_the_curtain_and_the_bar_pulls_it_on(bench):
    send(bench, "select.event", id="order")
    press(bench, Qt.Key.Key_C, SHIFT)
    assert row(bench).isVisible()
    assert row(bench).sentence.head.text() == "Hidden after 10 June 1958"
    assert "The pier opens" not in drawn(bench)
    assert "Hidden after 10 June 1958" in drawn(bench)
    QTest.mouseClick(row(bench).steps["chevron-right"], LEFT)
    bench.settle()
    assert row(bench).field.text() == "14 August 1959"
    QTest.mouseClick(row(bench).steps["chevron-left"], LEFT)
    row(bench).field.setText("1957")
    QTest.keyClick(row(bench).field, Qt.Key.Key_Return)
    bench.settle()
    assert row(bench).sentence.head.text() == "Hidden after the end of 1957"
    QTest.mouseClick(row(bench).away, LEFT)
    bench.settle()
    assert row(bench).isHidden()
    assert bench.shell.store.state.lens.curtain is None


def edge_at(bench):
    """Return where the curtain's edge is drawn, in a part of it without a handle."""
    scene = bench.shell.canvas.scene
    edge = next(item.rect for item in scene.items if item.role == "curtain-edge")
    return QPoint(round(edge.centre.x), round(scene.lanes_rect.bottom - 12))


def test_a_hand_and_a_finger_pull_the_curtain_along(bench):
    send(bench, "curtain.to", date="1958")
    canvas, screen = bench.shell.canvas, touch_screen()
    at = edge_at(bench)
    canvas.setCursor(Qt.CursorShape.ArrowCursor)
    QTest.mouseMove(canvas, at + QPoint(40, 0))
    QTest.mouseMove(canvas, at)
    assert canvas.cursor().shape() is Qt.CursorShape.SizeHorCursor
    QTest.mousePress(canvas, LEFT, pos=at)
    QTest.mouseMove(canvas, at + QPoint(160, 30))
    bench.settle()
    QTest.mouseRelease(canvas, LEFT, pos=at + QPoint(160, 30))
    bench.settle()
    assert edge_at(bench).x() == pytest.approx(at.x() + 160, abs=6)
    assert "The pier opens" in drawn(bench)
    view = bench.shell.store.state.view
    from_px = edge_at(bench) + QPoint(15, 0)
    QTest.touchEvent(canvas, screen).press(0, from_px)
    QTest.touchEvent(canvas, screen).move(0, from_px - QPoint(160, 0))
    bench.settle()
    QTest.touchEvent(canvas, screen).release(0, from_px - QPoint(160, 0))
    bench.settle()
    assert edge_at(bench).x() == pytest.approx(at.x(), abs=12)
    assert "The pier opens" not in drawn(bench)
    assert bench.shell.store.state.view == view


def test_a_screen_reader_meets_the_curtain_s_edge_and_pulls_it(bench):
    send(bench, "curtain.to", date="1958-06-10")
    root = QAccessible.queryAccessibleInterface(bench.shell.canvas)

    def edges():
        children = [root.child(number) for number in range(root.childCount())]
        return [child for child in children if child.role() == QAccessible.Role.Splitter]

    (edge,) = edges()
    assert edge.text(QAccessible.Text.Name) == "Curtain: Hidden after 10 June 1958"
    assert edge.rect().width() >= 24
    actions = edge.actionInterface()
    actions.doAction(actions.increaseAction())
    bench.settle()
    (edge,) = edges()
    assert edge.text(QAccessible.Text.Name) == "Curtain: Hidden after 14 August 1959"
    actions.doAction(actions.decreaseAction())
    send(bench, "curtain.toggle")
    assert edges() == []


def test_beside_the_curtain_a_hand_moves_the_timeline_as_ever(bench):
    send(bench, "curtain.to", date="1958")
    before, at = bench.shell.store.state.lens.curtain, edge_at(bench) - QPoint(60, 0)
    QTest.mousePress(bench.shell.canvas, LEFT, pos=at)
    QTest.mouseMove(bench.shell.canvas, at - QPoint(50, 0))
    QTest.mouseRelease(bench.shell.canvas, LEFT, pos=at - QPoint(50, 0))
    bench.settle()
    assert bench.shell.store.state.lens.curtain == before


def test_what_somebody_types_stays_until_the_curtain_moves(bench):
    send(bench, "curtain.to", date="1958")
    row(bench).field.setFocus()
    QTest.keyClicks(row(bench).field, "7")
    bench.shell.evidence_bar.fill(bench.shell.store.showing, 1.0)
    assert row(bench).field.text().endswith("7")


def test_behind_the_curtain_no_reader_is_told_anything(bench):
    send(bench, "select.event", id="pier")
    send(bench, "curtain.to", date="1958")
    assert isinstance(bench.shell.panel.page, IntroductionPage)
    for told in (spoken(bench), drawn(bench)):
        assert "pier opens" not in told
        assert "The storm" not in told
    send(bench, "list.toggle")
    assert "pier opens" not in spoken(bench)
    send(bench, "excerpt.open", id="noon")
    assert "the rope was cut" not in spoken(bench)


# -- what is withheld ---------------------------------------------------------------------------------


def test_the_page_of_an_event_says_what_is_withheld_of_it(bench):
    send(bench, "select.event", id="vote")
    for part in Part:
        send(bench, f"withhold.{part}")
    page = bench.shell.panel.page
    assert isinstance(page, EventPage)
    assert "What happened is withheld for now." in text_of(page.head)
    assert "Date withheld" in text_of(page.head)
    assert row(bench).sentence.head.text() == "Parts of 1 event are withheld"
    assert "council votes" not in spoken(bench)
    assert "4 March 1957" not in spoken(bench)
    QTest.mouseClick(row(bench).reveal, LEFT)
    bench.settle()
    assert "The council votes for a pier" in text_of(page.head)
    assert row(bench).isHidden()


def test_an_outcome_that_is_withheld_leaves_title_and_date(bench):
    send(bench, "select.event", id="vote")
    send(bench, "withhold.outcome")
    page = bench.shell.panel.page
    assert "The council votes for a pier" in text_of(page.head)
    assert "4 March 1957" in text_of(page.head)
    assert "Eight of nine" not in spoken(bench)


# -- the question -------------------------------------------------------------------------------------


def test_a_question_is_asked_placed_by_arrows_and_revealed_by_keys_alone(bench):
    send(bench, "select.event", id="vote")
    press(bench, Qt.Key.Key_P, SHIFT)
    page = bench.shell.panel.page
    assert isinstance(page, PredictionPage)
    assert "What could this person know then, and from whom?" in text_of(page.text)
    press(bench, Qt.Key.Key_Right)
    first = guess(bench).at_s
    press(bench, Qt.Key.Key_Right, SHIFT)
    assert guess(bench).at_s > first
    press(bench, Qt.Key.Key_Left)
    press(bench, Qt.Key.Key_Left, SHIFT)
    assert bench.shell.store.state.selection.ids == ()
    assert "4 March 1957" not in spoken(bench) + drawn(bench)
    press(bench, Qt.Key.Key_Return)
    assert "4 March 1957" in text_of(page.answer)
    assert "The minutes bear the day." in text_of(page.answer)
    assert "It was: 4 March 1957" in drawn(bench)
    press(bench, Qt.Key.Key_Right)
    assert bench.shell.store.state.page is not PanelPage.PREDICTION


def test_escape_gives_up_without_revealing(bench):
    press(bench, Qt.Key.Key_P, SHIFT)
    press(bench, Qt.Key.Key_Escape)
    assert bench.shell.store.state.prediction is None
    assert bench.shell.store.state.lens.withheld == ()


def test_a_hand_drags_the_guess_along(bench):
    send(bench, "predict.begin", id="vote")
    canvas = bench.shell.canvas
    QTest.mousePress(canvas, LEFT, pos=place(bench, 0.3))
    bench.settle()
    first = guess(bench).at_s
    QTest.mouseMove(canvas, place(bench, 0.6))
    bench.settle()
    assert guess(bench).at_s > first
    QTest.mouseRelease(canvas, LEFT, pos=place(bench, 0.6))
    held = guess(bench).at_s
    QTest.mouseMove(canvas, place(bench, 0.2))
    bench.settle()
    assert guess(bench).at_s == held
    assert canvas.cursor().shape() is Qt.CursorShape.SizeHorCursor


def test_what_is_not_in_the_lanes_is_not_the_guess_s(bench):
    send(bench, "predict.begin", id="vote")
    canvas = bench.shell.canvas
    axis = canvas.scene.axis_rect
    at = QPoint(round(axis.centre.x), round(axis.centre.y))
    QTest.mouseClick(canvas, LEFT, pos=at)
    QTest.mouseClick(canvas, Qt.MouseButton.RightButton, pos=place(bench, 0.5))
    QTest.keyClick(canvas, Qt.Key.Key_F7)
    bench.settle()
    assert guess(bench) is None


def test_a_finger_puts_the_guess_and_two_zoom(bench):
    send(bench, "predict.begin", id="vote")
    canvas, screen = bench.shell.canvas, touch_screen()
    QTest.touchEvent(canvas, screen).press(0, place(bench, 0.3))
    bench.settle()
    first = guess(bench).at_s
    QTest.touchEvent(canvas, screen).move(0, place(bench, 0.5))
    bench.settle()
    moved = guess(bench).at_s
    assert moved > first
    QTest.touchEvent(canvas, screen).move(0, place(bench, 0.5)).press(1, place(bench, 0.6))
    QTest.touchEvent(canvas, screen).move(0, place(bench, 0.4)).move(1, place(bench, 0.7))
    QTest.touchEvent(canvas, screen).release(0, place(bench, 0.4)).release(1, place(bench, 0.7))
    bench.settle()
    assert guess(bench).at_s == moved


def test_the_page_has_buttons_for_all_that_keys_and_hands_do(bench):
    send(bench, "predict.begin", id="vote")
    page = bench.shell.panel.page
    page.later.click()
    page.earlier.click()
    assert guess(bench) is not None
    page.go_on.click()
    bench.settle()
    assert page.moving.isHidden()
    page.open.click()
    bench.settle()
    assert bench.shell.store.state.page is PanelPage.EVENT
    send(bench, "predict.begin", id="vote")
    page = bench.shell.panel.page
    assert page.take_focus(Qt.FocusReason.OtherFocusReason)
    page.leave.click()
    assert bench.shell.store.state.prediction is None


def test_a_question_that_is_revealed_without_sources_still_says_when(bench):
    send(bench, "predict.begin", id="order")
    send(bench, "predict.next")
    page = bench.shell.panel.page
    assert "10 June 1958" in text_of(page.answer)
    assert "Named in it" not in text_of(page.text)
    send(bench, "predict.next")
    assert bench.shell.store.state.prediction.event_id == "vote"


def test_the_presenter_s_keys_are_named_by_what_they_do_before_a_question(bench):
    store, sent = bench.shell.store, []

    def note(command, /, **_arguments):
        sent.append(command)
        return True

    card = KeysCard(lambda command: ("X",), note)
    card.set_look(look())

    def named():
        told = SimpleNamespace(state=store.state, walked=TourState("walk"), present=PresentState())
        card.show_told(cast("Told", told))
        return [card.buttons[name].accessibleName() for name in ("predict.next", "present.leave")]

    assert named() == ["Ask when", "Leave"]
    send(bench, "predict.begin", id="vote")
    assert named() == ["Reveal", "Stop asking"]
    card.buttons["present.leave"].click()
    send(bench, "predict.next")
    assert named() == ["Ask when", "Stop asking"]
    send(bench, "predict.leave")
    assert named()[1] == "Leave"
    card.buttons["present.leave"].click()
    assert sent == ["predict.give-up", "present.leave"]


# -- what is taken away from the window ---------------------------------------------------------------


def test_card_list_link_and_foot_of_pictures_tell_no_more(bench):
    send(bench, "select.event", id="vote")
    send(bench, "withhold.title")
    send(bench, "curtain.to", date="1958")
    clipboard = QGuiApplication.clipboard()
    send(bench, "view.copy-link")
    assert "vote" not in clipboard.text()
    send(bench, "list.toggle")
    send(bench, "list.copy-text")
    listed = clipboard.text()
    assert "Piles are ordered" in listed
    assert "council votes" not in listed
    assert "pier opens" not in listed
    said = [ENGLISH.text(message) for message in foot_messages(bench.shell.store.showing)]
    assert said == ["Hidden after the end of 1958", "Parts of 1 event are withheld"]
    clipboard.clear()


def test_map_chain_and_bibliography_tell_no_more(bench):
    send(bench, "curtain.to", date="1958-06-10")
    send(bench, "map.open")
    assert "Minase" not in spoken(bench)
    send(bench, "select.event", id="order")
    send(bench, "chain.follow")
    assert "pier opens" not in spoken(bench)
    works = bench.shell.store.showing.bibliography
    assert works.entry("daily") is not None
    send(bench, "predict.begin", id="vote")
    assert bench.shell.store.showing.bibliography.entry("minutes") is None


WAYS: tuple[tuple[str, dict[str, str]], ...] = (
    ("go.introduction", {}),
    ("select.event", {"id": "vote"}),
    ("chain.follow", {}),
    ("panel.why-date", {}),
    ("go.back", {}),
    ("map.open", {}),
    ("list.toggle", {}),
    ("sources.open", {}),
    ("people.open", {}),
    ("search.open", {}),
)
"""Where what is kept back might be told."""


def all_told(bench):
    """Return all that the window tells: to eyes, to screen readers, in its title, passing words and the hover card."""
    shell = bench.shell
    titles = [widget.windowTitle() for widget in QApplication.topLevelWidgets()]
    notice = shell.store.state.notice
    passing = [ENGLISH.text(notice.message)] if notice is not None else []
    return "\n".join([spoken(bench), drawn(bench), *titles, *passing, *hovered(shell.canvas)])


def hovered(canvas):
    """Yield what the card says at each mark, and at each name in the tray."""
    for item in canvas.scene.items:
        if item.target is not None and item.target.kind in (TargetKind.EVENT, TargetKind.UNDATED):
            canvas.point_at(item, *item.rect.centre)
            yield from canvas.hover_card.words
    canvas.point_at(None, 0.0, 0.0)


def test_while_a_class_is_asked_no_way_through_the_window_tells_the_date(bench):
    secrets = ("4 March 1957", "4 Mar 1957", "1957-03-04", "Mar 1957", "March 1957", "Eight of nine")
    send(bench, "select.event", id="vote")
    send(bench, "ruler.lay", first="begin:vote", last="date:1960")
    assert "4 March 1957" in all_told(bench)
    send(bench, "predict.begin", id="vote")
    send(bench, "predict.place", at=RulerPoint(PointKind.MOMENT, at_s=0, unit=0).text)
    for name, arguments in WAYS:
        send(bench, name, **arguments)
        told = all_told(bench)
        assert [secret for secret in secrets if secret in told] == [], name
    send(bench, "view.copy-link")
    assert "1957-03" not in QGuiApplication.clipboard().text()


def test_behind_the_curtain_no_way_through_the_window_tells_what_comes_later(bench):
    secrets = ("pier opens", "The storm", "rope was cut", "Ito Ken", "Minase", "Without piles")
    send(bench, "select.event", id="vote")
    send(bench, "ruler.lay", first="begin:vote", last="begin:pier")
    assert "The pier opens" in all_told(bench)
    send(bench, "curtain.to", date="1958")
    for name, arguments in WAYS:
        send(bench, name, **arguments)
        told = all_told(bench)
        assert [secret for secret in secrets if secret in told] == [], name
