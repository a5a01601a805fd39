# SPDX-License-Identifier: MIT
"""The bar under the header: the cursor by hand and keyboard, sources put back, and what is said of both."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.archive_exhibit import archive
from tests.ui.canvas_bench import touch_screen
from tests.ui.pdf_text import pdf_text
from tests.ui.shell_bench import ShellBench, good_reading
from timeline_app.content.reader import Reading
from timeline_app.model.citation_styles import CitationStyle, Use
from timeline_app.state.app_state import PanelPage, Settings, ThemeChoice
from timeline_app.state.opening_wish import OpeningWish
from timeline_app.ui import evidence_bar
from timeline_app.ui.panels.event_page import EventPage
from timeline_app.ui.panels.not_known_page import NotKnownPage
from timeline_app.ui.picture import save_window, window_picture

pytestmark = pytest.mark.usefixtures("fonts")


def bench_of(folder, **more):
    path = folder / "archive.yaml"
    made = ShellBench(folder, Reading(archive(path), (), (path,)), path=path, **more)
    made.show()
    return made


@pytest.fixture
def bench(tmp_path):
    made = bench_of(tmp_path)
    yield made
    made.close()


def lens(bench):
    return bench.shell.store.state.lens


def bar(bench):
    return bench.shell.evidence_bar


def test_there_is_no_bar_while_nothing_is_out_of_sight(bench):
    assert not bar(bench).isVisible()
    assert bench.shell.window.arrangement.bar.h == 0.0
    assert bench.shell.header.known.text() == "In print by: today"


def test_a_typed_date_moves_the_cursor_and_the_bar_says_what_is_seen(bench):
    bench.shell.canvas.setFocus()
    QTest.keyClick(bench.shell.canvas, Qt.Key.Key_K)
    bench.settle()
    row = bar(bench).known
    assert row.isVisible()
    assert row.field.hasFocus()
    assert row.field.selectedText() == row.field.text() == "2007"
    QTest.keyClicks(row.field, "14 August 1959")
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    bench.settle()
    assert lens(bench).known_at.text == "1959-08-14"
    assert row.sentence.head.text() == "In print by 14 August 1959"
    assert row.sentence.more.text() == "1 of 5 events, and of one more we do not know"
    assert row.field.text() == "14 August 1959"
    assert bench.shell.header.known.text() == "In print by: 14 August 1959"


def test_what_cannot_be_read_stays_in_the_field_to_be_mended(bench):
    bench.shell.commands.send("known.open")
    field = bar(bench).known.field
    QTest.keyClicks(field, "nineteen sixty")
    QTest.keyClick(field, Qt.Key.Key_Return)
    bench.settle(100.0)
    assert field.text() == "nineteen sixty"
    assert lens(bench).known_at.text == "2007"
    assert bench.shell.notice.words.startswith("The program cannot go to this date")


def test_the_slider_has_a_step_for_each_moment_and_the_buttons_take_one(bench):
    bench.shell.commands.send("known.open")
    row = bar(bench).known
    assert (row.slider.minimum(), row.slider.maximum(), row.slider.value()) == (0, 5, 5)
    assert not row.steps["chevron-right"].isEnabled()
    row.slider.setFocus()
    QTest.keyClick(row.slider, Qt.Key.Key_Left)
    QTest.keyClick(row.slider, Qt.Key.Key_Left)
    bench.settle()
    assert lens(bench).known_at.text == "1961"
    row.steps["chevron-left"].click()
    assert (lens(bench).known_at.text, row.slider.value()) == ("1960-05", 2)
    row.steps["chevron-right"].click()
    assert row.slider.value() == 3


def test_a_press_on_the_slider_goes_there_and_a_drag_waits_until_the_hand_stays(bench):
    bench.shell.commands.send("known.open")
    bench.settle()
    slider = bar(bench).known.slider
    middle = slider._handle().center().y()
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(4, middle))
    QTest.mouseMove(slider, QPoint(slider.width() // 2, middle))
    assert lens(bench).known_at.text == "2007"
    bench.settle(100.0)
    assert lens(bench).known_at.text in {"1960-05", "1961"}
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, middle))
    bench.settle()
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(4, middle))
    assert lens(bench).known_at.text == "1959-08-14"


@pytest.fixture
def small(tmp_path):
    """A window that is all on the screen of the tests: what is beyond it, no finger reaches."""
    made = bench_of(tmp_path, size=(780, 720))
    yield made
    made.close()


def test_a_finger_drags_the_slider(small):
    bench = small
    bench.shell.commands.send("known.open")
    bench.settle()
    slider, screen = bar(bench).known.slider, touch_screen()
    middle = slider._handle().center()
    QTest.touchEvent(slider, screen).press(0, middle, slider).commit()
    for x in (slider.width() // 2, slider.width() // 4, 6):
        QTest.touchEvent(slider, screen).move(0, QPoint(x, middle.y()), slider).commit()
    QTest.touchEvent(slider, screen).release(0, QPoint(6, middle.y()), slider).commit()
    bench.settle()
    assert lens(bench).known_at.text == "1959-08-14"


def test_a_tap_steps_and_leads_back_to_today(small):
    bench = small
    bench.shell.commands.send("known.open")
    bench.settle()
    row = bar(bench).known
    for button, wanted in ((row.steps["chevron-left"], "2004"), (row.today, None)):
        middle = button.rect().center()
        QTest.touchEvent(button, touch_screen()).press(0, middle, button).commit()
        QTest.touchEvent(button, touch_screen()).release(0, middle, button).commit()
        bench.settle()
        cursor = lens(bench).known_at
        assert (cursor.text if cursor is not None else None) == wanted


def test_the_bar_grows_with_the_text_while_it_is_open(bench):
    bench.shell.commands.send("known.set", date="1960")
    bench.settle()
    small = bench.shell.window.arrangement.bar.h
    bench.shell.commands.send("settings.text-size", percent=200)
    bench.settle()
    assert bench.shell.window.arrangement.bar.h > 1.5 * small


def test_between_two_moments_the_slider_stands_at_the_earlier_one(bench):
    bench.shell.commands.send("known.set", date="1990")
    assert bar(bench).known.slider.value() == 3


def test_audience_and_country_are_chosen_from_a_menu(bench):
    bench.shell.commands.send("known.set", date="1960")
    row = bar(bench).known
    assert row.who.text() == "The public"
    actions = {action.objectName(): action for action in row.who.menu().actions() if not action.isSeparator()}
    assert [action.text() for action in actions.values()] == [
        "The public",
        "Governments",
        "Those who took part",
        "Families",
        "Anywhere",
        "Japan",
    ]
    actions["known.audience.governments"].trigger()
    actions = {action.objectName(): action for action in row.who.menu().actions()}
    assert actions["known.audience.governments"].isChecked()
    assert bench.shell.header.known.text().startswith("Known by: ")
    actions["known.country.JP"].trigger()
    assert row.who.text() == "Governments in Japan"
    assert (lens(bench).known_at.audience, lens(bench).known_at.where) == ("governments", "JP")


def test_however_often_the_cursor_is_moved_its_menu_is_made_once(bench):
    bench.shell.commands.send("known.set", date="1960")
    menu = bar(bench).known.who.menu()
    made = menu.actions()
    for _ in range(3):
        bench.shell.commands.send("known.earlier")
    assert menu.actions() == made
    assert len(menu.findChildren(QActionGroup)) == 2
    assert [action.text() for action in made if action.isChecked()] == ["The public", "Anywhere"]


def test_back_to_today_takes_the_bar_away_and_the_keyboard_to_the_timeline(bench):
    bench.shell.commands.send("known.open")
    bar(bench).known.today.setFocus()
    bar(bench).known.today.click()
    bench.settle()
    assert lens(bench).known_at is None
    assert not bar(bench).isVisible()
    assert bench.shell.canvas.hasFocus()
    assert bench.shell.header.known.text() == "In print by: today"


def test_the_header_offers_the_cursor_only_where_the_exhibit_has_one(bench, tmp_path):
    assert bench.shell.header.known.isVisible()
    bench.shell.header.known.click()
    assert bar(bench).known.isVisible()
    other = ShellBench(tmp_path, good_reading(tmp_path / "harbour.yaml"))
    other.show()
    showing = other.shell.store.showing
    assert showing is not None
    assert other.shell.header.known.isVisible() is showing.offers_known_at
    other.close()


def test_sources_that_were_switched_off_are_put_back_in_one_step(bench):
    bench.shell.commands.send("sources.take-away", id="file")
    row = bar(bench).off
    assert row.isVisible()
    assert not bar(bench).known.isVisible()
    assert row.sentence.head.text() == "One source switched off by you"
    assert row.sentence.more.text() == ""
    row.derived.click()
    assert row.sentence.more.text() == "One event would have no source in this exhibit"
    assert (
        row.sentence.head.text() == "2 sources switched off by you, 1 of them since they derive from others"
    )
    row.restore.click()
    bench.settle()
    assert not bar(bench).isVisible()
    assert lens(bench).sources_off == frozenset()
    assert not lens(bench).takes_derived


def test_the_bar_takes_its_height_from_the_timeline_and_gives_it_back(bench):
    canvas = bench.shell.canvas
    height, top = canvas.height(), canvas.y()
    bench.shell.commands.send("known.set", date="1960")
    bench.shell.commands.send("sources.take-away", id="file")
    bench.settle()
    arrangement = bench.shell.window.arrangement
    assert arrangement.bar.h > 60.0
    assert canvas.y() == top + round(arrangement.bar.h)
    bench.shell.commands.send("known.clear")
    bench.shell.commands.send("sources.restore")
    bench.settle()
    assert (canvas.height(), canvas.y()) == (height, top)


@pytest.mark.parametrize("percent", [100, 200, 300])
@pytest.mark.parametrize("size", [(1280, 720), (720, 900)])
def test_at_every_text_size_nothing_in_the_bar_is_cut_off(tmp_path, percent, size):
    made = bench_of(tmp_path, settings=Settings(ThemeChoice.LIGHT, percent), size=size)
    made.shell.commands.send("known.set", date="30 September 1959")
    made.shell.commands.send("sources.take-away", id="file")
    made.settle()
    scrolls = bar(made).verticalScrollBar().maximum()
    assert bar(made).viewport().height() + scrolls >= bar(made).widget().height()
    for row in (bar(made).known, bar(made).off):
        assert row.parentWidget().rect().contains(row.geometry())
        pieces = [piece for piece, _ in row._pieces if not piece.isHidden()]
        for number, piece in enumerate(pieces):
            assert row.rect().contains(piece.geometry()), piece.objectName()
            for other in pieces[number + 1 :]:
                assert not piece.geometry().intersects(other.geometry())
    made.close()


def test_an_event_that_was_not_known_leaves_a_word_and_a_way_back(bench):
    bench.shell.commands.send("select.event", id="storm")
    bench.shell.commands.send("known.set", date="1960")
    bench.settle()
    page = bench.shell.panel.page
    assert isinstance(page, NotKnownPage)
    said = " ".join(paragraph.text for paragraph in page.text.paragraphs)
    assert said.startswith("Not in print by the end of 1960")
    assert "storm" not in said.lower()
    page.today.click()
    bench.settle()
    assert isinstance(bench.shell.panel.page, EventPage)
    assert bench.shell.store.state.selection.ids == ("storm",)


def test_the_foot_of_a_picture_says_what_is_out_of_sight(bench, tmp_path):
    plain = window_picture(bench.shell)
    bench.shell.commands.send("known.set", date="1960")
    bench.shell.commands.send("sources.take-away", id="daily")
    bench.settle()
    picture = window_picture(bench.shell)
    assert picture.size.w == plain.size.w
    assert picture.size.h > plain.size.h
    path = tmp_path / "picture.pdf"
    assert save_window(bench.shell, path) is None
    said = pdf_text(path.read_bytes())
    assert "As in print by the end of 1960: 2 of 5 events, and of one more we do not know" in said
    assert "Sources switched off by the reader: The Minase Daily" in said


def test_reading_in_full_width_covers_the_timeline_until_escape(bench):
    shell = bench.shell
    before = shell.canvas.geometry()
    QTest.keyClick(shell.window, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    bench.settle()
    assert shell.panel_frame.width() == shell.window.width()
    assert not shell.canvas.isVisible()
    assert not shell.overview.isVisible()
    assert not shell.grip.isVisible()
    assert shell.canvas.geometry() == before
    shell.panel.setFocus()
    QTest.keyClick(shell.panel, Qt.Key.Key_Escape)
    bench.settle()
    assert shell.canvas.isVisible()
    assert shell.panel_frame.width() < shell.window.width()
    shell.commands.send("reading.wide")
    shell.commands.send("go.canvas")
    assert shell.canvas.isVisible()
    assert shell.canvas.hasFocus()


def test_what_is_drawn_of_evidence_is_kept_for_the_exhibit_but_no_cursor(tmp_path):
    first = bench_of(tmp_path, keeps_places=True)
    first.shell.header.buttons["evidence"].click()
    first.shell.commands.send("silences.toggle")
    first.shell.commands.send("known.set", date="1960")
    first.shell.commands.send("sources.take-away", id="file")
    first.close()
    again = bench_of(tmp_path, keeps_places=True)
    state = again.shell.store.state
    assert (state.evidence_shown, state.silences_shown) == (True, False)
    assert again.shell.header.buttons["evidence"].isChecked()
    assert (state.lens.known_at, state.lens.sources_off) == (None, frozenset())
    again.close()


def test_back_returns_to_where_a_page_was_scrolled(tmp_path):
    made = bench_of(tmp_path, size=(1280, 420))
    made.shell.commands.send("go.legend")
    made.settle()
    scroll = made.shell.panel.verticalScrollBar()
    scroll.setValue(200)
    made.shell.commands.send("go.introduction")
    made.settle()
    assert scroll.value() == 0
    made.shell.commands.send("go.back")
    made.settle()
    assert made.shell.store.state.page is PanelPage.LEGEND
    assert scroll.value() == 200
    made.shell.commands.send("go.introduction")
    made.shell.commands.send("go.legend")
    made.settle()
    assert scroll.value() == 0
    made.close()


def test_a_change_of_what_is_seen_is_told_to_those_who_listen(bench, monkeypatch):
    told = []
    monkeypatch.setattr(evidence_bar, "announce", lambda _, text: told.append(text))
    bench.shell.commands.send("known.set", date="1960")
    bench.shell.commands.send("select.event", id="opened")
    bench.shell.commands.send("sources.take-away", id="daily")
    bench.shell.commands.send("known.clear")
    bench.shell.commands.send("sources.restore")
    assert told == [
        "In print by the end of 1960: 2 of 5 events, and of one more we do not know",
        "One source switched off by you",
        "All is shown as it is known today",
        "All sources are back",
    ]


def test_the_tab_key_walks_from_the_header_through_the_bar_to_the_timeline(bench):
    shell = bench.shell
    shell.commands.send("sources.take-away", id="file")
    shell.commands.send("known.set", date="1960")
    bench.settle()
    known, off = bar(bench).known, bar(bench).off
    shell.header.buttons["menu"].setFocus()
    walked: list[QWidget | None] = []
    while not shell.canvas.hasFocus() and len(walked) < 20:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    assert walked[:-1] == [
        known.field,
        known.steps["chevron-left"],
        known.slider,
        known.steps["chevron-right"],
        known.who,
        known.today,
        off.derived,
        off.restore,
    ]


def test_the_parts_of_the_bar_have_names_for_those_who_hear_them(bench):
    bench.shell.commands.send("known.open")
    row = bar(bench).known
    for part in (row.field, row.slider, row.who, *row.steps.values()):
        assert part.accessibleName()
    assert row.today.text() == "Back to today"
    assert bar(bench).accessibleName() == "What was in print by a date"


def test_a_button_that_brings_the_bar_stays_in_sight(tmp_path):
    made = bench_of(tmp_path, size=(1280, 720))
    made.shell.commands.send("source.open", id="file")
    made.settle()
    panel = made.shell.panel
    button = panel.page.switch_button
    button.setFocus()
    scroll = panel.verticalScrollBar()
    # At the very foot of what is seen.
    foot = button.mapTo(panel.widget(), QPoint(0, button.height())).y()
    scroll.setValue(foot - panel.viewport().height())
    button.click()
    made.settle()
    assert bar(made).isVisible()
    top = panel.page.switch_button.mapTo(panel.widget(), QPoint(0, 0)).y()
    assert top + button.height() <= scroll.value() + panel.viewport().height()
    made.close()


def test_the_citation_of_the_source_in_hand_is_copied_with_its_italics(bench):
    send = bench.shell.commands.send
    assert not send("sources.copy-citation")
    send("source.open", id="study")
    bench.settle()
    QTest.keyClick(
        bench.shell.window,
        Qt.Key.Key_C,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    copied = QApplication.clipboard().mimeData()
    entry = bench.shell.store.showing.bibliography.entry("study")
    assert copied.text() == entry.cited(CitationStyle.CHICAGO_NOTES, Use.FULL).text
    assert "A study" in copied.html()
    assert bench.shell.notice.words == f"Copied: {copied.text()}"
    # An excerpt has a source too; the other styles have their citation in the list of works.
    send("sources.style", name="apa")
    send("excerpt.open", id="report")
    assert send("sources.copy-citation")
    daily = bench.shell.store.showing.bibliography.entry("daily")
    assert QApplication.clipboard().text() == daily.cited(CitationStyle.APA).text


def test_whoever_comes_back_to_today_finds_the_view_that_they_left(tmp_path):
    path = tmp_path / "archive.yaml"
    wish = OpeningWish((-400_000_000, -250_000_000), "agreed")
    made = ShellBench(tmp_path, Reading(archive(path), (), (path,)), path=path, wish=wish)
    made.show()
    before = made.shell.store.state.view
    for date in ("1960", "1957", "1900"):
        made.shell.commands.send("known.set", date=date)
        made.settle()
        assert made.shell.store.state.view == before
    made.shell.commands.send("known.clear")
    made.settle()
    assert made.shell.store.state.view == before
    made.close()
