# SPDX-License-Identifier: MIT
"""The page of an excerpt in the whole program: from a sentence to the region of a scan in two acts, and back."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from tests.facsimile_exhibit import write_exhibit
from tests.ui.canvas_bench import touch_screen
from tests.ui.panel_setup import bundled_fonts
from tests.ui.shell_bench import ShellBench
from timeline_app.content.reader import read_exhibit
from timeline_app.state.app_state import PanelPage
from timeline_app.ui.panels.detail_panel import DetailPanel
from timeline_app.ui.panels.event_page import EventPage
from timeline_app.ui.panels.excerpt_page import ExcerptPage

#: So many looks of a hundredth of a second are more than opening a scan of a test takes.
LOOKS = 2_000


class ReaderBench(ShellBench):
    """The program with the exhibit of scans, and an eye on its panel."""

    @property
    def panel(self) -> DetailPanel:
        assert self.shell.panel is not None
        return self.shell.panel

    @property
    def excerpt(self) -> ExcerptPage:
        assert isinstance(self.panel.page, ExcerptPage)
        return self.panel.page

    @property
    def event(self) -> EventPage:
        assert isinstance(self.panel.page, EventPage)
        return self.panel.page

    def do(self, command_id: str, **arguments: str | int | bool) -> None:
        assert self.shell.commands.send(command_id, **arguments)
        self.settle()

    def until(self, holds: Callable[[], bool]) -> None:
        for _ in range(LOOKS):
            if holds():
                return
            for thread in threading.enumerate():
                if thread.name == "facsimile":
                    thread.join(0.01)
            self.settle(20)
        raise AssertionError("waited in vain")

    def wait_for_scan(self) -> None:
        self.until(lambda: self.excerpt.facsimile.canvas.view is not None)

    def sees_region(self) -> bool:
        """Tell whether the marked region of the scan lies in view, within the picture and within the panel."""
        canvas = self.excerpt.facsimile.canvas
        view, region = canvas.view, canvas.region
        if view is None or region is None:
            return False
        seen = view.rect_in_window(region)
        corner = canvas.mapTo(self.panel.viewport(), QPoint(round(seen.x), round(seen.y)))
        far = canvas.mapTo(self.panel.viewport(), QPoint(round(seen.right), round(seen.bottom)))
        room = self.panel.viewport().rect()
        return (
            canvas.rect().contains(QPoint(*map(round, seen.centre)))
            and room.contains(corner)
            and room.contains(far)
        )

    def tap(self, part: QWidget, at: QPoint | None = None) -> None:
        """Touch a part of the panel with a finger, and lift it where it is."""
        viewport = self.panel.viewport()
        self.panel.ensureWidgetVisible(part)
        self.settle(20)
        where = part.mapTo(viewport, at or part.rect().center())
        for act in ("press", "release"):
            getattr(QTest.touchEvent(viewport, touch_screen()), act)(0, where, viewport).commit()
            self.settle(20)


#: Synthetic fingers end where the offscreen display does.
WITHIN_REACH = pytest.mark.parametrize("bench", [(780, 780)], indirect=True)


@pytest.fixture
def bench(qt_app: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[ReaderBench]:
    bundled_fonts()
    path = write_exhibit(tmp_path / "exhibit")
    size = getattr(request, "param", (1600, 1000))
    made = ReaderBench(tmp_path, read_exhibit(path), path=path, size=size)
    made.show()
    made.do("select.event", id="letter-sent", reveal=False)
    yield made
    made.close()


def story_spot(bench: ReaderBench, index: int) -> QPoint:
    story = bench.event.story
    return story.body.mark_rect(story.marks[index]).center()


# -- from a sentence to the region, and back ---------------------------------------------------------


def test_by_mouse_it_is_two_clicks_from_a_sentence_to_the_region_and_back_leads_to_the_same_place(
    bench: ReaderBench,
) -> None:
    QTest.mouseClick(bench.event.story, Qt.MouseButton.LeftButton, pos=story_spot(bench, 1))
    bench.settle()
    card = next(card for card in bench.event.cards if card.is_lit)
    QTest.mouseClick(card.open_button, Qt.MouseButton.LeftButton)
    bench.settle()
    assert bench.shell.store.state.page is PanelPage.EXCERPT
    bench.wait_for_scan()
    assert bench.sees_region()
    assert bench.shell.store.state.words == "both sides agree"
    bench.do("go.back")
    assert bench.shell.store.state.page is PanelPage.EVENT
    assert next(card for card in bench.event.cards if card.is_lit).excerpt_id == "letter"


def test_by_keyboard_it_is_two_keys(bench: ReaderBench) -> None:
    bench.event.story.focus_mark(0, Qt.FocusReason.TabFocusReason)
    QTest.keyClick(bench.event.story, Qt.Key.Key_Return)
    bench.settle()
    card = next(card for card in bench.event.cards if card.is_lit)
    card.open_button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(card.open_button, Qt.Key.Key_Space)
    bench.settle()
    bench.wait_for_scan()
    assert bench.sees_region()
    bench.do("go.back")
    bench.do("go.back")
    assert bench.shell.store.state.followed == 1


@WITHIN_REACH
def test_by_finger_it_is_two_taps(bench: ReaderBench) -> None:
    bench.tap(bench.event.story, story_spot(bench, 0))
    card = next(card for card in bench.event.cards if card.is_lit)
    bench.tap(card.open_button)
    assert bench.shell.store.state.page is PanelPage.EXCERPT
    bench.wait_for_scan()
    assert bench.sees_region()


def test_a_page_of_a_pdf_is_opened_at_its_region(bench: ReaderBench) -> None:
    bench.do("excerpt.open", id="minutes", words="")
    bench.wait_for_scan()
    assert bench.excerpt.facsimile.page_label.text() == "Page 2 of 3"
    assert bench.sees_region()


# -- two fingers on the scan do not scroll the panel ---------------------------------------------------


@WITHIN_REACH
def test_two_fingers_on_the_scan_enlarge_it_and_leave_the_panel_where_it_is(bench: ReaderBench) -> None:
    bench.do("excerpt.open", id="letter", words="")
    bench.wait_for_scan()
    canvas = bench.excerpt.facsimile.canvas
    bar = bench.panel.verticalScrollBar()
    before_scale, before_px = canvas.view.scale if canvas.view else 0.0, bar.value()
    QTest.touchEvent(canvas, touch_screen()).press(0, QPoint(150, 60), canvas).press(
        1, QPoint(150, 120), canvas
    ).commit()
    for far in range(10, 60, 10):
        QTest.touchEvent(canvas, touch_screen()).move(0, QPoint(150, 60 - far), canvas).move(
            1, QPoint(150, 120 + far), canvas
        ).commit()
        bench.settle(20)
    QTest.touchEvent(canvas, touch_screen()).release(0, QPoint(150, 10), canvas).release(
        1, QPoint(150, 170), canvas
    ).commit()
    bench.settle()
    assert canvas.view is not None
    assert canvas.view.scale > before_scale * 2
    assert bar.value() == before_px


# -- what the page says --------------------------------------------------------------------------------


def shown_text(bench: ReaderBench) -> str:
    page = bench.excerpt
    views = [page.head, page.bearing, page.origin, page.supports, page.holders]
    views += [card.text for card in page.versions.cards]
    return "\n".join(paragraph.text for view in views if not view.isHidden() for paragraph in view.paragraphs)


def test_the_page_tells_who_spoke_what_it_bears_how_it_came_and_whose_it_is(bench: ReaderBench) -> None:
    bench.do("excerpt.open", id="letter", words="")
    told = shown_text(bench)
    for part in (
        "The Committee",
        "14 March 1958",
        "It states what was declared, which need not have been so.",
        "Correspondence with the Society",
        "folio 12",
        "The Committee (wrote) → The archive (kept, 1960)",
        "Rights: The office. Licence: CC BY 4.0.",
        "Translation: A. Reader, reviewed",
    ):
        assert part in told


def test_languages_are_shown_together_or_one_at_a_time(bench: ReaderBench) -> None:
    bench.do("excerpt.open", id="letter", words="")
    versions = bench.excerpt.versions
    assert [choice.text() for choice in versions.choices] == ["All languages", "日本語 (original)", "English"]
    assert len(versions.cards) == 2
    versions.choices[2].click()
    assert [card.text.paragraphs[-1].language for card in versions.cards] == ["en"]
    assert [choice.isChecked() for choice in versions.choices] == [False, False, True]
    bench.do("excerpt.open", id="minutes", words="")
    assert versions.row.isHidden()
    assert len(versions.cards) == 1


def test_the_words_of_the_mark_are_lit_where_they_stand(bench: ReaderBench) -> None:
    bench.do("excerpt.open", id="letter", words="both sides agree")
    japanese, english = bench.excerpt.versions.cards
    assert japanese.text.lit == ()
    (lit,) = english.text.lit
    assert english.text.paragraphs[lit.paragraph].text[lit.start : lit.end] == "both sides agree"


def test_what_rests_on_the_words_leads_to_the_event_and_to_the_very_passage(bench: ReaderBench) -> None:
    bench.do("excerpt.open", id="letter", words="")
    names = [row.accessibleName() for row in bench.excerpt.uses]
    assert names == [
        "A letter is sent, 14 March 1958",
        "A letter is sent: “The Committee wrote that the ships were ready.”",
        "A letter is sent: “both sides had to agree.”",
        "The answer comes, 2 April 1958",
        "The answer comes: “The answer named the condition again.”",
    ]
    list(bench.excerpt.uses)[2].click()
    bench.settle()
    assert bench.shell.store.state.followed == 2
    assert bench.event.story.focused_mark == bench.event.story.marks[1]
    bench.do("go.back")
    assert bench.excerpt.isVisible()


def test_behind_a_note_there_is_neither_word_nor_scan_until_it_is_opened(bench: ReaderBench) -> None:
    bench.do("excerpt.open", id="hard", words="")
    page = bench.excerpt
    assert not page.note.isHidden()
    assert page.facsimile.isHidden()
    assert "Hard words" not in shown_text(bench) if not page.versions.isHidden() else True
    page.note.show_button.click()
    bench.settle()
    assert bench.excerpt.note.isHidden()
    assert not bench.excerpt.facsimile.isHidden()
    assert "Hard words" in shown_text(bench)


# -- room ------------------------------------------------------------------------------------------------


def test_at_full_width_the_words_stand_left_and_the_document_right(bench: ReaderBench) -> None:
    bench.do("excerpt.open", id="letter", words="")
    page = bench.excerpt
    assert page.spread.direction() is QBoxLayout.Direction.TopToBottom
    assert page.facsimile.geometry().top() < page.texts.geometry().top()
    page.wide_button.click()
    bench.settle()
    assert bench.shell.store.state.is_reading_wide
    assert page.texts.geometry().right() < page.facsimile.geometry().left()
    bench.wait_for_scan()
    assert bench.sees_region()
    caption = page.facsimile.caption
    bottom = caption.mapTo(bench.panel.viewport(), QPoint(0, caption.height())).y()
    assert bottom <= bench.panel.viewport().height()
    page.wide_button.click()
    bench.settle()
    assert page.spread.direction() is QBoxLayout.Direction.TopToBottom


@pytest.mark.parametrize("bench", [(1400, 480)], indirect=True)
def test_at_full_width_the_document_stays_in_sight_while_its_words_scroll(bench: ReaderBench) -> None:
    bench.do("excerpt.open", id="long", words="")
    bench.do("reading.wide")
    page, bar = bench.excerpt, bench.panel.verticalScrollBar()
    assert bar.maximum() > 500

    def top() -> int:
        return page.facsimile.mapTo(bench.panel.viewport(), QPoint(0, 0)).y()

    at_rest = page.facsimile.y()
    bar.setValue(500)
    assert 0 <= top() <= 60
    bar.setValue(0)
    assert page.facsimile.y() == at_rest


def test_a_scan_is_closed_when_the_reader_goes_on(bench: ReaderBench) -> None:
    bench.do("excerpt.open", id="letter", words="")
    bench.wait_for_scan()
    reader = bench.excerpt.facsimile.reader
    bench.do("source.open", id="file-1958")
    assert reader.sheet is None
    bench.do("go.back")
    bench.wait_for_scan()
    assert bench.sees_region()


def test_a_scan_that_is_gone_leaves_the_words_and_says_so(bench: ReaderBench, tmp_path: Path) -> None:
    (tmp_path / "exhibit" / "media" / "letter.png").unlink()
    bench.do("excerpt.open", id="letter", words="")
    viewer = bench.excerpt.facsimile
    bench.until(lambda: not viewer.notice.isHidden())
    assert "is not there" in viewer.notice_text.paragraphs[0].text
    assert "最初の船" in shown_text(bench)
    QCoreApplication.processEvents()
