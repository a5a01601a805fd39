# SPDX-License-Identifier: MIT
"""The page of filters and its chips: by hand, finger and keyboard, in the ears of a screen reader, at every size."""

import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.archive_exhibit import archive
from tests.made_up import made_up
from tests.sample_documents import small_document
from tests.ui.canvas_bench import touch_screen
from tests.ui.panel_setup import accessible, name_of, tree
from tests.ui.pdf_text import pdf_text
from tests.ui.shell_bench import ShellBench, good_reading
from timeline_app.content.reader import Reading
from timeline_app.model import filtering
from timeline_app.model.filters import Filters
from timeline_app.state.app_state import PanelPage, Settings, ThemeChoice
from timeline_app.ui import evidence_bar
from timeline_app.ui.filter_job import THREAD_NAME
from timeline_app.ui.panels.filter_page import FilterPage
from timeline_app.ui.picture import save_window

pytestmark = pytest.mark.usefixtures("fonts")


def bench_of(folder, document=None, **more):
    path = folder / "harbour.yaml"
    reading = good_reading(path) if document is None else Reading(document, (), (path,))
    made = ShellBench(folder, reading, path=path, **more)
    made.show()
    return made


@pytest.fixture
def bench(tmp_path):
    made = bench_of(tmp_path)
    yield made
    made.close()


def opened(bench) -> FilterPage:
    assert bench.shell.commands.send("filters.open")
    bench.settle()
    page = bench.shell.panel.page
    assert isinstance(page, FilterPage)
    return page


def lens(bench):
    return bench.shell.store.state.lens


def rows(page, facet):
    return {page.boxes[facet].value_of(row): row for row in page.boxes[facet].rows}


def row_of(bench):
    return bench.shell.evidence_bar.filters


def chip_words(bench):
    return [chip.words for chip in row_of(bench).chips]


def click(bench, part):
    bench.shell.panel.ensureWidgetVisible(part)
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)
    bench.settle()


def test_the_key_opens_the_page_at_its_first_value(bench):
    bench.shell.canvas.setFocus()
    QTest.keyClick(
        bench.shell.window,
        Qt.Key.Key_F,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    bench.settle()
    page = bench.shell.panel.page
    assert isinstance(page, FilterPage)
    assert rows(page, "lane")["town"].hasFocus()
    assert page.row.isHidden()
    assert not bench.shell.evidence_bar.isVisible()


def test_ticking_filters_the_timeline_and_the_counts_follow(bench):
    page = opened(bench)
    click(bench, rows(page, "lane")["crew"])
    assert lens(bench).filters == Filters(lane=frozenset({"crew"}))
    assert chip_words(bench) == ["Lane: The crew"]
    assert row_of(bench).sentence.head.text() == "Filtered: 2 of 5 events"
    assert rows(page, "lane")["crew"].isChecked()
    assert page.boxes["tag"].isHidden()
    assert name_of(accessible(rows(page, "lane")["crew"])) == "The crew, 2 events"
    click(bench, rows(page, "lane")["crew"])
    assert lens(bench).filters.is_empty
    assert not bench.shell.evidence_bar.isVisible()


def focused():
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_the_keyboard_stays_at_its_value(bench):
    page = opened(bench)
    for _ in range(2):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert rows(page, "lane")["crew"].hasFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    bench.settle()
    assert lens(bench).filters.lane == {"crew"}
    assert rows(page, "lane")["crew"].hasFocus()
    click(bench, page.boxes["kind"].row_of("press"))
    row = page.boxes["lane"].row_of("crew")
    assert row is not None
    QTest.keyClick(row, Qt.Key.Key_Return)


def test_to_a_screen_reader_values_are_check_boxes_and_chips_say_what_they_do(bench):
    page = opened(bench)
    click(bench, rows(page, "lane")["crew"])
    found = {name_of(node): node for node in tree(accessible(page))}
    crew = found["The crew, 2 events"]
    assert crew.role() is QAccessible.Role.CheckBox
    assert crew.state().checked
    assert found["Clear all"].role() is QAccessible.Role.Button
    bar = {name_of(node) for node in tree(accessible(bench.shell.evidence_bar))}
    assert {"Clear all", "Lane: The crew. Remove this filter", "What is filtered"} <= bar


def test_what_is_filtered_is_said_aloud(bench, monkeypatch):
    said = []
    monkeypatch.setattr(evidence_bar, "announce", lambda _widget, words: said.append(words))
    for _ in range(2):
        bench.shell.commands.send("filters.toggle", facet="lane", value="crew")
        bench.settle()
    assert said == ["Filtered: 2 of 5 events", "Nothing is filtered any more"]


def test_chips_go_one_by_one_under_a_finger_and_the_keyboard_goes_on(bench):
    for facet, value in (("lane", "crew"), ("lane", "town"), ("kind", "press")):
        bench.shell.commands.send("filters.toggle", facet=facet, value=value)
    bench.settle()
    row = row_of(bench)
    assert chip_words(bench) == ["Lane: The crew", "Lane: The town", "Kind of source: Press"]
    chip = row.chips[0]
    device = touch_screen()
    spot = QPoint(chip.width() // 2, chip.height() // 2)
    QTest.touchEvent(chip, device).press(0, spot, chip).commit()
    QTest.touchEvent(chip, device).release(0, spot, chip).commit()
    bench.settle()
    assert chip_words(bench) == ["Lane: The town", "Kind of source: Press"]
    row.chips[1].setFocus()
    QTest.keyClick(row.chips[1], Qt.Key.Key_Space)
    bench.settle()
    assert chip_words(bench) == ["Lane: The town"]
    assert row.chips[0].hasFocus()
    QTest.keyClick(row.chips[0], Qt.Key.Key_Space)
    bench.settle()
    assert not bench.shell.evidence_bar.isVisible()
    assert bench.shell.canvas.hasFocus()


def test_where_nothing_is_left_page_and_bar_say_which_filter_to_loosen(bench):
    page = opened(bench)
    click(bench, rows(page, "lane")["crew"])
    page.dates.field.setFocus()
    QTest.keyClicks(page.dates.field, "1800")
    click(bench, page.dates.certain)
    assert lens(bench).dates.certain_only
    row = row_of(bench)
    assert row.sentence.head.text() == "No event is left by these filters"
    assert row.loosen.text() == "Without “Dates”: 2 events"
    assert [button.text() for button in page.loosen_buttons if not button.isHidden()] == [row.loosen.text()]
    click(bench, page.loosen_buttons[0])
    assert (lens(bench).dates, lens(bench).filters.lane) == (None, {"crew"})
    assert page.dates.field.text() == ""
    bench.shell.commands.send("filters.dates", text="1800", certain=True)
    bench.settle()
    QTest.mouseClick(row.loosen, Qt.MouseButton.LeftButton)
    assert lens(bench).dates is None


def test_dates_tell_how_many_events_certainly_answer(bench):
    page = opened(bench)
    assert page.dates.certain.accessibleName() == "Only what certainly falls within it"
    bench.shell.commands.send("filters.dates", text="1960", certain=False)
    bench.settle()
    shown = [bench.shell.store.showing.event_id(n) for n in bench.shell.store.showing.passes.nonzero()[0]]
    assert shown == ["first-boat", "storm", "song"]
    assert page.dates.certain.accessibleName() == "Only what certainly falls within it, 1 event"


def test_a_date_that_cannot_be_read_stays_to_be_mended(bench):
    page = opened(bench)
    page.dates.field.setFocus()
    QTest.keyClicks(page.dates.field, "nineteen")
    QTest.keyClick(page.dates.field, Qt.Key.Key_Return)
    bench.settle(100.0)
    assert page.dates.field.text() == "nineteen"
    assert bench.shell.notice.words.startswith("The program cannot filter by this date")


def test_filters_are_saved_used_and_forgotten_on_the_page(bench):
    page = opened(bench)
    assert page.saved.field.isHidden()
    click(bench, rows(page, "lane")["crew"])
    page.saved.field.setFocus()
    QTest.keyClicks(page.saved.field, "Only the crew")
    QTest.keyClick(page.saved.field, Qt.Key.Key_Return)
    bench.settle()
    assert bench.shell.notice.words == "Saved as “Only the crew”."
    click(bench, page.clear_button)
    assert lens(bench).filters.is_empty
    (saved,) = page.saved.rows
    assert name_of(accessible(saved.use_button)) == "Use the filters “Only the crew”"
    click(bench, saved.use_button)
    assert lens(bench).filters.lane == {"crew"}
    click(bench, saved.forget_button)
    assert list(page.saved.rows) == []
    assert (bench.folder / "config" / "filters.json").read_text(encoding="utf-8") == "{}\n"


def many(count=30):
    return small_document(
        *({"id": f"e{n}", "date": str(1900 + n), "tags": [f"Tag {n:02}", "Émigrés"]} for n in range(count))
    )


def test_a_long_facet_shows_a_few_values_and_can_be_searched(tmp_path):
    bench = bench_of(tmp_path, many())
    page = opened(bench)
    box = page.boxes["tag"]
    assert len(list(box.rows)) == 8
    assert box.more_button.text() == "Show 23 more"
    click(bench, box.more_button)
    assert len(list(box.rows)) == 31
    assert list(box.rows)[8].hasFocus()
    QTest.keyClicks(box.field, "emigres")
    assert [box.value_of(row) for row in box.rows] == ["Émigrés"]
    box.field.clear()
    click(bench, box.row_of("Tag 29"))
    assert chip_words(bench) == ["Keyword: Tag 29"]
    bench.close()


def test_at_a_cursor_the_page_offers_no_keywords_and_says_so(tmp_path):
    bench = bench_of(tmp_path, archive(tmp_path / "harbour.yaml"))
    page = opened(bench)
    bench.shell.commands.send("known.set", date="1960")
    bench.settle()
    assert page.boxes["tag"].isHidden()
    assert "keywords" in page.foot.paragraphs[0].text
    assert set(rows(page, "kind")) == {"press"}
    bench.close()


def test_a_large_exhibit_is_counted_in_a_thread_while_the_page_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(filtering, "FEW_EVENTS", 100)
    bench = bench_of(tmp_path, made_up(500))
    page = opened_counting(bench, monkeypatch)
    assert [paragraph.text for paragraph in page.head.paragraphs][1].startswith("This exhibit is large")
    for thread in threading.enumerate():
        if thread.name == THREAD_NAME:
            thread.join(20)
    bench.settle()
    assert rows(page, "lane")
    bench.close()


def opened_counting(bench, monkeypatch):
    held = threading.Event()
    gather = filtering.Filtering.gather

    def slowly(self):
        held.wait(20)
        gather(self)

    monkeypatch.setattr(filtering.Filtering, "gather", slowly)
    try:
        page = opened(bench)
        assert not any(not box.isHidden() for box in page.boxes.values())
        assert page.take_focus(Qt.FocusReason.OtherFocusReason)
        return page
    finally:
        held.set()


def test_a_picture_says_what_is_filtered(bench, tmp_path):
    bench.shell.commands.send("filters.toggle", facet="lane", value="crew")
    bench.settle()
    path = tmp_path / "window.pdf"
    assert save_window(bench.shell, path) is None
    assert "Filtered: 2 of 5 events. Lane: The crew" in " ".join(pdf_text(path.read_bytes()).split())


@pytest.mark.parametrize(
    ("percent", "theme"),
    [(100, ThemeChoice.DARK), (200, ThemeChoice.HIGH_CONTRAST), (300, ThemeChoice.LIGHT)],
)
def test_nothing_is_cut_off_or_too_small_to_hit_at_any_size(tmp_path, percent, theme):
    settings = Settings(theme=theme, text_size_percent=percent)
    bench = bench_of(tmp_path, settings=settings, size=(1280, 720))
    page = opened(bench)
    for facet, value in (("lane", "crew"), ("kind", "press")):
        bench.shell.commands.send("filters.toggle", facet=facet, value=value)
    bench.settle()
    row = row_of(bench)
    for part in (*row.chips, row.clear, *(one for box in page.boxes.values() for one in box.rows)):
        assert min(part.width(), part.height()) >= 24
    assert all(chip.geometry().right() <= row.width() for chip in row.chips)
    assert all(one.width() <= page.width() for box in page.boxes.values() for one in box.rows)
    assert bench.shell.store.state.page is PanelPage.FILTERS
    bench.close()
