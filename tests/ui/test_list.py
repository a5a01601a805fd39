# SPDX-License-Identifier: MIT
"""The list of the events in view in the window: what it shows, how it follows, choosing, sorting, leaving, taking along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QPageSize, QPdfWriter
from PySide6.QtTest import QTest

from tests.sample_documents import small_document
from tests.stages import ENGLISH
from tests.ui.pdf_text import pdf_text
from tests.ui.shell_bench import ShellBench, good_reading
from timeline_app.base.text_value import ShownText
from timeline_app.content.reading import Reading
from timeline_app.state.app_state import PanelPage
from timeline_app.state.list_copies import CopyWords
from timeline_app.state.list_rows import ListedRow
from timeline_app.state.list_state import ListColumn
from timeline_app.ui.export import usual_characters
from timeline_app.ui.list_print import paint_sheet, sheet_of
from timeline_app.ui.panels.list_model import TITLE
from timeline_app.ui.panels.list_page import MOST_SELECTED, ListPage

EVENTS: tuple[Mapping[str, object], ...] = (
    {"id": "pier", "title": "The pier is built", "date": "1950", "lane": "town"},
    {"id": "fair", "title": "A fair | and a ferry", "date": "1955~", "lane": ["office", "town"]},
    {"id": "storm", "title": "=Storm", "date": "1957-06-02", "lane": "office"},
    {"id": "saying", "title": "A saying", "lane": "town"},
)

pytestmark = pytest.mark.usefixtures("fonts")


def reading(path: Path, *events: Mapping[str, object]) -> Reading:
    document = replace(small_document(*events, lanes=("town", "office")), path=path)
    return replace(good_reading(path), document=document)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[ShellBench]:
    path = tmp_path / "harbour.yaml"
    bench = ShellBench(tmp_path, reading(path, *EVENTS), size=(1600, 900))
    bench.show()
    bench.shell.commands.send("view.fit-all")
    bench.settle()
    bench.shell.commands.send("list.toggle")
    bench.settle()
    yield bench
    bench.close()


def page(bench: ShellBench) -> ListPage:
    return bench.shown(ListPage)


def titles(bench: ShellBench) -> list[str]:
    model = page(bench).model
    return [model.row(number).title.text for number in range(model.rowCount())]


def told_above(bench: ShellBench) -> str:
    return " ".join(paragraph.text for paragraph in page(bench).head.paragraphs)


def key(
    bench: ShellBench, code: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(page(bench).table, code, modifier)
    bench.settle()


def test_it_lists_what_is_in_view_with_dates_as_they_are(bench: ShellBench) -> None:
    assert titles(bench) == ["The pier is built", "A fair | and a ferry", "=Storm"]
    assert "3 of 4 events in view; one without a date in the tray, " in told_above(bench)
    model = page(bench).model
    assert model.said(1) == "about 1955, A fair | and a ferry"
    assert model.more(1) == "Office, Town. No line of evidence; not disputed in what was read"
    index = model.index(1, TITLE)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "about 1955, A fair | and a ferry"
    names = [model.headerData(section, Qt.Orientation.Horizontal) for section in range(4)]
    assert names == ["Date", "Event", "Lane", "Evidence"]
    assert page(bench).table.accessibleName() == "Events in view"
    assert page(bench).table.accessibleDescription().startswith("Sorted by date, the earliest first. 3 of 4")


def test_it_takes_the_keyboard_and_gives_it_back(bench: ShellBench) -> None:
    assert page(bench).table.hasFocus()
    assert bench.shell.header.buttons["list"].isChecked()
    key(bench, Qt.Key.Key_Escape)
    assert bench.shell.store.state.page is PanelPage.INTRODUCTION
    assert bench.shell.canvas.hasFocus()
    assert not bench.shell.header.buttons["list"].isChecked()
    bench.shell.header.buttons["list"].click()
    bench.settle()
    assert page(bench).table.hasFocus()
    bench.shell.commands.send("list.toggle-here")
    bench.settle()
    assert bench.shell.canvas.hasFocus()


def test_arrows_select_on_the_timeline(bench: ShellBench) -> None:
    assert bench.shell.store.state.selection.ids == ()
    key(bench, Qt.Key.Key_Down)
    assert bench.shell.store.state.selection.ids == ("fair",)
    assert bench.shell.canvas.selected_ids == ("fair",)
    key(bench, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert bench.shell.store.state.selection.ids == ("fair", "storm")
    key(bench, Qt.Key.Key_Home)
    assert bench.shell.store.state.selection.ids == ("pier",)
    key(bench, Qt.Key.Key_End)
    assert bench.shell.store.state.selection.ids == ("storm",)
    assert page(bench).table.hasFocus()


def test_what_is_selected_on_the_timeline_is_chosen_and_the_keyboard_stays_there(bench: ShellBench) -> None:
    bench.shell.commands.send("go.canvas")
    bench.settle()
    bench.shell.commands.send("select.event", id="storm", reveal=False)
    bench.settle()
    assert page(bench).table.chosen_rows().tolist() == [2]
    assert page(bench).table.currentIndex().row() == 2
    assert bench.shell.canvas.hasFocus()
    bench.shell.commands.send("select.many", ids=("pier", "storm"))
    bench.settle()
    assert page(bench).table.chosen_rows().tolist() == [0, 2]


def test_it_follows_view_lanes_filters_and_tray(bench: ShellBench) -> None:
    send = bench.shell.commands.send
    send("filters.toggle", facet="lane", value="town")
    bench.settle()
    assert titles(bench) == ["The pier is built", "A fair | and a ferry"]
    send("filters.clear")
    bench.settle()
    send("view.undated", select=False)
    bench.settle()
    assert titles(bench)[-1] == "A saying"
    assert page(bench).model.cell(3, ListColumn.DATE) == "no date"
    send("view.undated", select=False)
    send("lanes.hide", lane="office")
    bench.settle()
    assert titles(bench) == ["The pier is built", "A fair | and a ferry"]
    assert page(bench).model.row(1).lanes == "Town"
    send("lanes.show-all")
    send("go.to-date", date="1957-06")
    bench.settle()
    # What is about 1955 is drawn as far as that reaches.
    assert titles(bench) == ["A fair | and a ferry", "=Storm"]


def test_where_nothing_is_in_view_that_is_said(bench: ShellBench) -> None:
    for lane in ("town", "office"):
        bench.shell.commands.send("lanes.hide", lane=lane)
    bench.settle()
    shown = page(bench)
    assert titles(bench) == []
    assert [paragraph.text for paragraph in shown.none.paragraphs] == [
        "No event is in view. Zoom out, or move to another time."
    ]
    assert (shown.table.isHidden(), shown.field.isHidden(), shown.foot.isHidden()) == (True, True, True)


def test_heads_sort_and_say_so(bench: ShellBench) -> None:
    heads = page(bench).heads.heads
    assert [head.text() for head in heads.values()] == ["Date ↑", "Event", "Lane", "Evidence"]
    assert heads[ListColumn.TITLE].accessibleName() == "Sort by Event"
    heads[ListColumn.TITLE].click()
    bench.settle()
    assert titles(bench) == ["=Storm", "A fair | and a ferry", "The pier is built"]
    assert heads[ListColumn.TITLE].accessibleName() == "Sorted by title, from A to Z"
    QTest.keyClick(heads[ListColumn.TITLE], Qt.Key.Key_Space)
    bench.settle()
    assert titles(bench) == ["The pier is built", "A fair | and a ferry", "=Storm"]
    assert heads[ListColumn.TITLE].text() == "Event ↓"


def test_the_field_narrows_the_list_and_escape_empties_it(bench: ShellBench) -> None:
    field = page(bench).field
    field.setFocus()
    QTest.keyClicks(field, "FÉRRY")
    bench.settle()
    assert titles(bench) == ["A fair | and a ferry"]
    assert "3 of 4 events in view, 1 of them with “FÉRRY”" in told_above(bench)
    QTest.keyClicks(field, "x")
    bench.settle()
    assert titles(bench) == []
    assert page(bench).none.paragraphs[0].text == "No event in view has these words in its title or date."
    QTest.keyClick(field, Qt.Key.Key_Escape)
    bench.settle()
    assert len(titles(bench)) == 3
    assert (field.text(), bench.shell.store.state.listed.words) == ("", "")
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert page(bench).table.hasFocus()


def test_enter_opens_an_event_and_back_returns_to_the_row(bench: ShellBench) -> None:
    key(bench, Qt.Key.Key_Down)
    key(bench, Qt.Key.Key_Return)
    assert (bench.shell.store.state.page, bench.shell.store.state.selection.ids) == (
        PanelPage.EVENT,
        ("fair",),
    )
    bench.shell.commands.send("go.back")
    bench.settle()
    assert page(bench).table.currentIndex().row() == 1
    assert page(bench).table.hasFocus()
    page(bench).open_button.click()
    assert bench.shell.store.state.page is PanelPage.EVENT


def test_over_the_whole_width_columns_stand_side_by_side(bench: ShellBench) -> None:
    table = page(bench).table
    assert [table.isColumnHidden(column) for column in range(4)] == [True, False, True, True]
    bench.shell.commands.send("reading.wide")
    bench.settle()
    assert [table.isColumnHidden(column) for column in range(4)] == [False] * 4
    lefts = [rect.left() for rect in table.column_rects()]
    assert lefts == sorted(set(lefts))
    assert [head.x() for head in page(bench).heads.heads.values()] == lefts
    page(bench).take_focus(Qt.FocusReason.OtherFocusReason)
    key(bench, Qt.Key.Key_Escape)
    assert not bench.shell.store.state.is_reading_wide
    assert bench.shell.canvas.hasFocus()


def test_rows_are_copied_as_text_csv_and_markdown(bench: ShellBench) -> None:
    clipboard = QGuiApplication.clipboard()
    page(bench).taking["copy-csv"].click()
    lines = clipboard.text().replace("\r\n", "\n").splitlines()
    assert lines[0] == "EDTF,Date,Event,Lane,Evidence,Id,Sources"
    assert lines[2].startswith('1955~,about 1955,A fair | and a ferry,"Office, Town",')
    assert ",'=Storm," in lines[3]
    notice = bench.shell.store.state.notice
    assert notice is not None
    assert ENGLISH.text(notice.message) == "3 events were copied"
    key(bench, Qt.Key.Key_Down)
    bench.shell.commands.send("list.copy-markdown")
    assert clipboard.text().count("\n| ") == 5
    key(bench, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "A fair | and a ferry" in clipboard.text()
    assert "The pier" not in clipboard.text()
    key(bench, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page(bench).foot_text.paragraphs[0].text == "Of the 2 events that are chosen:"
    page(bench).taking["copy-text"].click()
    assert len(clipboard.text().splitlines()) == 3 + 2 + 2


def test_copies_say_what_is_left_out(bench: ShellBench) -> None:
    bench.shell.commands.send("filters.toggle", facet="lane", value="town")
    bench.settle()
    page(bench).taking["copy-text"].click()
    text = QGuiApplication.clipboard().text()
    assert "Filtered: 3 of 4 events. Lane: Town" in text


def test_of_many_only_so_many_are_marked_and_all_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "many.yaml"
    events = ({"id": f"e{number}", "title": f"Sail {number}", "date": "1950"} for number in range(1_500))
    bench = ShellBench(tmp_path, reading(path, *events), path=path)
    bench.show()
    bench.shell.commands.send("list.toggle")
    bench.settle()
    page(bench).table.selectAll()
    bench.settle()
    assert len(page(bench).chosen_ordinals) == 1_500
    assert len(bench.shell.store.state.selection.ids) <= MOST_SELECTED
    assert "More than 200 are not marked" in page(bench).foot_text.paragraphs[1].text
    bench.shell.commands.send("list.copy-csv")
    bench.settle(10_000)
    assert QGuiApplication.clipboard().text().count("Sail") == 1_500
    bench.close()


def test_another_exhibit_takes_the_list_with_it(bench: ShellBench, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    bench.shell.desk.take(other, reading(other, {"id": "new", "title": "A new one", "date": "1950"}))
    bench.settle()
    bench.shell.commands.send("view.fit-all")
    bench.shell.store.show_page(PanelPage.LIST)
    bench.settle()
    assert titles(bench) == ["A new one"]


# -- on paper -------------------------------------------------------------------------------------


def printed(rows: list[ListedRow], said: tuple[str, ...] = ()) -> tuple[str, int]:
    words = CopyWords(
        "The bay — 湾", "9 of 9 events in view", ("As in print by 1960",), ("Date", "Event", "Lane", "Evidence"),
        ("EDTF", "Id", "Sources", "Shown as"),
    )  # fmt: skip
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    assert paint_sheet(writer, sheet_of(rows, words, said, ENGLISH))
    buffer.close()
    pdf = bytes(buffer.data().data())
    # Qt draws each script as a run of its own.
    return pdf_text(usual_characters(pdf)).replace("\n", ""), pdf.count(b"/Type /Page\n")


def test_a_printed_list_says_what_it_is_of_and_numbers_its_pages() -> None:
    rows = [
        ListedRow(f"e{number}", f"about {1900 + number}", "", ShownText(title, "ja"), "Town", "1 line", ())
        for number, title in enumerate(["北朝鮮への帰国", "The ferry is paid for"] * 60)
    ]
    text, pages = printed(rows, ("Only the first 120 events are printed.",))
    for words in (
        "The bay — 湾", "9 of 9 events in view", "As in print by 1960", "Only the first 120 events are printed.",
        "about 1900", "about 2019", "北朝鮮への帰国", "The ferry is paid for", "1 / 4", "4 / 4",
    ):  # fmt: skip
        assert words in text, words
    assert pages == 4
    # The columns are named on every page.
    assert text.count("Evidence") == 4


def test_an_empty_list_is_one_page() -> None:
    text, pages = printed([])
    assert pages == 1
    assert "1 / 1" in text
