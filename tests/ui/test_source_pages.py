# SPDX-License-Identifier: MIT
"""Sources as a place of their own: the list of all, the page of one, the clipboard, and files of them."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from tests.sample_documents import document_of, harbour
from tests.ui.panel_setup import accessible, dress, english, look, name_of, show, spoken
from tests.ui.shell_bench import ShellBench
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.span_queries import Relation
from timeline_app.content.reader import Reading
from timeline_app.model.citation_styles import CitationStyle
from timeline_app.model.known_at import KnownAt
from timeline_app.model.lens import DateFilter, Lens
from timeline_app.model.showing import Showing
from timeline_app.state.app_state import PanelPage
from timeline_app.ui.bibliography_commands import BibliographyCommands
from timeline_app.ui.bibliography_export import write_bibliography
from timeline_app.ui.fonts import font_for
from timeline_app.ui.panels.claim_page import ClaimPage
from timeline_app.ui.panels.leading_rows import AT_FIRST, AT_ONCE
from timeline_app.ui.panels.page import Page
from timeline_app.ui.panels.questions_page import QuestionsPage
from timeline_app.ui.panels.source_page import SourcePage
from timeline_app.ui.panels.source_rows import SourceRow, paint_line
from timeline_app.ui.panels.sources_page import SourcesPage

NOTES = CitationStyle.CHICAGO_NOTES
ENTER, NONE = Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def dressed(qt_app: QApplication) -> None:
    dress(qt_app)


@pytest.fixture
def page() -> Iterator[SourcesPage]:
    made = SourcesPage()
    made.fill(Showing(harbour()), look())
    show(made, 480, 800)
    yield made
    made.close()


@pytest.fixture
def one() -> Iterator[SourcePage]:
    made = SourcePage()
    show(made, 480, 800)
    yield made
    made.close()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[ShellBench]:
    made = ShellBench(tmp_path, Reading(harbour(), (), ()))
    made.show()
    yield made
    made.close()


def page_of(bench: ShellBench) -> Page | None:
    panel = bench.shell.panel
    assert panel is not None
    return panel.page


def rows(page: SourcesPage) -> list[SourceRow]:
    return [page.model.row(number) for number in range(page.model.rowCount())]


def heard(signal) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = []
    signal.connect(lambda *told: found.append(told))
    return found


# -- the list -------------------------------------------------------------------------------------


def test_all_sources_stand_under_their_kinds_with_counts(page: SourcesPage) -> None:
    assert [row.head for row in rows(page) if not row.facts] == [
        "Documents · 1",
        "Press · 1",
        "Scholarship · 2",
        "Kind not told · 1",
    ]
    ledger = next(row for row in rows(page) if row.head.startswith("Mori"))
    assert (ledger.head, ledger.title.text) == ("Mori & Sato 1961", "The ledger of Minase")
    assert ledger.facts.startswith("Book · Read whole · ")
    assert "5 sources" in spoken(page)


def test_typing_leaves_what_holds_all_words_and_says_how_many(page: SourcesPage) -> None:
    QTest.keyClicks(page.field, "MORI ledger")
    assert [row.head for row in rows(page)] == ["Scholarship · 1", "Mori & Sato 1961"]
    assert "1 of 5 sources" in spoken(page)
    opened = heard(page.source_requested)
    QTest.keyClick(page.field, ENTER)
    assert opened == [("ledger",)]
    QTest.keyClicks(page.field, "zzz")
    assert page.list.isHidden()
    assert "No source holds all of these words." in spoken(page)
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert page.field.text() == ""
    assert not page.list.isHidden()


def test_the_keyboard_walks_from_the_field_into_the_list_and_opens_a_source(page: SourcesPage) -> None:
    opened = heard(page.source_requested)
    page.field.setFocus()
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    assert page.model.source_id(page.list.currentIndex().row()) == "letter"
    QTest.keyClick(page.list, ENTER)
    assert opened == [("letter",)]


def test_a_click_opens_a_source_and_a_heading_opens_nothing(page: SourcesPage) -> None:
    opened = heard(page.source_requested)
    for number in (0, 1):
        rect = page.list.visualRect(page.model.index(number))
        QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, NONE, rect.center())
    assert opened == [("letter",)]


def test_another_order_is_chosen_from_a_menu(page: SourcesPage) -> None:
    assert page.order_button.text() == "Order: by author"
    by_date = next(action for action in page.order_button.menu().actions() if action.text() == "by date")
    by_date.trigger()
    assert page.order_button.text() == "Order: by date"
    assert by_date.isChecked()


def test_a_row_says_all_of_it_to_a_screen_reader(page: SourcesPage) -> None:
    said = page.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith(
        "Harbour office of Minase 1959. Letter to the town, No. 12. Document · Read in part"
    )
    node = accessible(page.list)
    assert node.role() == QAccessible.Role.List
    assert name_of(node) == "Sources by kind"


def test_what_was_switched_off_is_marked_in_words(page: SourcesPage) -> None:
    page.fill(Showing(harbour(), Lens(sources_off=frozenset({"ledger"}))), look())
    ledger = next(row for row in rows(page) if row.head.startswith("Mori"))
    assert ledger.is_off
    assert ledger.facts.startswith("Switched off · ")


def test_in_the_past_view_only_what_was_in_print_is_listed(page: SourcesPage) -> None:
    moment = parse("1960").latest_s
    assert moment is not None
    page.fill(Showing(harbour(), Lens(known_at=KnownAt(moment, "1960"))), look())
    (gazette,) = (row for row in rows(page) if row.facts)
    assert gazette.head == "A ferry at last? 1959"
    assert "Read" not in gazette.facts
    assert "secret" not in spoken(page)


def test_the_list_keeps_its_place_while_another_page_is_shown(page: SourcesPage) -> None:
    showing = Showing(harbour())
    page.fill(showing, look())
    page.list.setCurrentIndex(page.model.index(page.model.row_of("kikuchi")))
    page.forget_others(None)
    assert page.model.rowCount() == 0
    page.fill(showing, look())
    assert page.model.source_id(page.list.currentIndex().row()) == "kikuchi"


def test_thousands_of_sources_are_made_into_rows_only_where_they_are_seen(qt_app: QApplication) -> None:
    sources = {f"s{number}": {"title": f"Work {number}", "kind": "press"} for number in range(5_000)}
    page = SourcesPage()
    page.fill(Showing(document_of({"title": "T", "sources": sources})), look())
    show(page, 480, 800)
    assert page.model.rowCount() == 5_001
    assert 5 < len(page.model._rows) < 200
    page.close()


@pytest.mark.parametrize("scale", [1.0, 3.0])
def test_rows_grow_with_the_text(page: SourcesPage, scale: float) -> None:
    page.fill(Showing(harbour()), look(scale))
    assert page._delegate.row_px >= 40 * scale
    page.grab()


# -- one source -----------------------------------------------------------------------------------


def test_a_source_tells_who_says_so_and_how_they_know(one: SourcePage) -> None:
    one.fill("ledger", Showing(harbour()), look())
    said = spoken(one)
    for words in (
        "The ledger of Minase",
        "The keeper of the ledger, who saw most of what she tells.",
        "Read whole.",
        "Scholarship shows what can be argued",
        "Haru Mori and Ken Sato, The ledger of Minase (Minase: Strait Press, 1961)",
        "https://example.org/ledger",
    ):
        assert words in said
    assert one.browser_button.isVisibleTo(one)


def test_the_citation_stands_in_the_style_of_the_settings(one: SourcePage) -> None:
    one.fill("ledger", Showing(harbour()), replace(look(), citation_style="apa"))
    assert "Mori, H., & Sato, K. (1961). The ledger of Minase. Strait Press." in spoken(one)
    assert one.style_button.text() == "Style: APA"
    asked = heard(one.command_requested)
    next(action for action in one.style_button.menu().actions() if action.text() == "MLA").trigger()
    one.copy_button.click()
    assert asked == [("sources.style", {"name": "mla"}), ("sources.copy-citation", {})]


def test_a_withheld_address_is_nowhere_and_said_to_be_kept_back(one: SourcePage) -> None:
    one.fill("letter", Showing(harbour()), look())
    said = spoken(one)
    assert "secret" not in said
    assert "The exhibit keeps back the address of this source." in said
    assert one.address_row.isHidden()


def test_all_places_of_a_source_lead_there(one: SourcePage) -> None:
    showing = Showing(harbour())
    one.fill("ledger", showing, look())
    events, excerpts = heard(one.event_open_requested), heard(one.excerpt_requested)
    sources, everything = heard(one.source_requested), heard(one.sources_requested)
    next(iter(one.events.rows)).click()
    next(iter(one.excerpts.rows)).click()
    next(iter(one.derived.rows)).click()
    one.all_button.click()
    uses = showing.source_uses("ledger")
    assert uses is not None
    assert events == [(showing.event_id(uses.events[0]),)]
    assert excerpts == [("plan", "")]
    assert sources == [("letter",)]
    assert everything == [()]


def test_words_that_may_only_stand_in_context_are_no_row(one: SourcePage) -> None:
    one.fill("gazette", Showing(harbour()), look())
    said = spoken(one)
    assert "a reader, unnamed" in said
    assert "Who needs the people" not in said


def test_a_source_is_switched_off_and_put_back_by_commands(one: SourcePage) -> None:
    asked = heard(one.command_requested)
    one.fill("ledger", Showing(harbour()), look())
    one.switch_button.click()
    one.kind_button.click()
    one.fill(
        "ledger", Showing(harbour(), Lens(sources_off=frozenset({"ledger"}), takes_derived=True)), look()
    )
    assert "Switched off by you" in spoken(one)
    one.switch_button.click()
    one.derived_button.click()
    assert asked == [
        ("sources.take-away", {"id": "ledger"}),
        ("sources.take-kind", {"kind": "scholarship"}),
        ("sources.give-back", {"id": "ledger"}),
        ("sources.with-derived", {"on": False}),
    ]


def test_one_press_switches_a_source_off_with_what_rests_on_it(one: SourcePage) -> None:
    asked = heard(one.command_requested)
    one.fill("ledger", Showing(harbour()), look())
    assert one.derived_button.text() == "Switch off with what rests on it (2 works)"
    one.derived_button.click()
    assert asked == [("sources.with-derived", {"on": True}), ("sources.take-away", {"id": "ledger"})]
    asked.clear()
    one.fill("ledger", Showing(harbour(), Lens(sources_off=frozenset({"ledger"}))), look())
    one.derived_button.click()
    assert asked == [("sources.with-derived", {"on": True})]
    asked.clear()
    others = Lens(sources_off=frozenset({"gazette"}), takes_derived=True)
    one.fill("ledger", Showing(harbour(), others), look())
    one.derived_button.click()
    assert asked == [("sources.take-away", {"id": "ledger"})]


def test_a_source_that_nothing_uses_any_more_has_a_page_all_the_same(one: SourcePage) -> None:
    first_s, last_s = parse("1900").earliest_s, parse("1900").latest_s
    assert first_s is not None
    assert last_s is not None
    hidden = Showing(harbour(), Lens(dates=DateFilter(Relation.WITHIN, first_s, last_s, certain_only=True)))
    assert "gazette" not in hidden.bibliography.ids
    one.fill("gazette", hidden, look())
    assert "“A ferry at last?”" in spoken(one)


def test_testimony_is_never_switched_off_all_at_once(one: SourcePage) -> None:
    sources = {"said": {"title": "What she said", "kind": "testimony"}}
    one.fill("said", Showing(document_of({"title": "T", "sources": sources})), look())
    assert one.kind_button.isHidden()
    assert "Testimony shows what a person says of what they lived through." in spoken(one)


def test_in_the_past_view_nothing_stands_there_that_the_exhibit_says_today(one: SourcePage) -> None:
    moment = parse("1960").latest_s
    assert moment is not None
    one.fill("gazette", Showing(harbour(), Lens(known_at=KnownAt(moment, "1960"))), look())
    said = spoken(one)
    assert "A ferry at last?" in said
    assert "A newspaper that wanted the ferry." not in said
    assert "How much was read" not in said.replace("HOW MUCH WAS READ", "How much was read")


def test_a_long_list_shows_more_when_it_is_asked_for(one: SourcePage) -> None:
    count = AT_FIRST + AT_ONCE + 5
    events = [
        {"id": f"e{n}", "title": f"Event {n}", "date": f"{1900 + n}", "sources": ["s"]} for n in range(count)
    ]
    one.fill(
        "s", Showing(document_of({"title": "T", "sources": {"s": {"title": "S"}}, "events": events})), look()
    )
    assert len(list(one.events.rows)) == AT_FIRST
    one.events.more_button.click()
    assert len(list(one.events.rows)) == AT_FIRST + AT_ONCE
    assert one.events.more_button.text() == "Show 5 more"
    one.events.more_button.click()
    assert len(list(one.events.rows)) == count
    assert one.events._more_row.isHidden()


# -- in the window --------------------------------------------------------------------------------


def test_from_the_list_to_a_source_to_an_event_and_back(bench: ShellBench) -> None:
    shell = bench.shell
    shell.commands.send("sources.open")
    listed = page_of(bench)
    assert isinstance(listed, SourcesPage)
    assert listed.field.hasFocus()
    QTest.keyClicks(listed.field, "mori")
    QTest.keyClick(listed.field, ENTER)
    shown = page_of(bench)
    assert isinstance(shown, SourcePage)
    next(iter(shown.events.rows)).click()
    assert shell.store.state.page is PanelPage.EVENT
    shell.commands.send("go.back")
    assert isinstance(page_of(bench), SourcePage)
    shell.commands.send("go.back")
    assert page_of(bench) is listed
    assert listed.field.text() == "mori"
    assert listed.list.hasFocus()
    assert listed.model.source_id(listed.list.currentIndex().row()) == "ledger"


def test_the_list_of_questions_takes_the_keyboard(bench: ShellBench) -> None:
    bench.shell.commands.send("questions.open")
    listed = page_of(bench)
    assert isinstance(listed, QuestionsPage)
    first = next(iter(next(iter(listed.groups)).rows))
    assert first.hasFocus()
    QTest.keyClick(first, ENTER)
    assert bench.shell.store.state.page is PanelPage.CLAIM


def test_the_way_to_full_width_leads_back_from_there(bench: ShellBench) -> None:
    bench.shell.commands.send("claim.open", id="who-asked")
    page = page_of(bench)
    assert isinstance(page, ClaimPage)
    assert page.wide_button.text() == "Side by side in full width"
    for label in ("Back beside the timeline", "Side by side in full width"):
        page.wide_button.click()
        bench.settle()
        assert page.wide_button.text() == label


def test_the_citation_is_copied_as_plain_and_as_rich_text(bench: ShellBench) -> None:
    bench.shell.commands.send("source.open", id="ledger")
    bench.shell.commands.send("sources.copy-citation")
    data = QGuiApplication.clipboard().mimeData()
    assert (
        data.text()
        == "Haru Mori and Ken Sato, The ledger of Minase (Minase: Strait Press, 1961), https://example.org/ledger."
    )
    assert "<i>The ledger of Minase</i>" in data.html()
    bench.shell.commands.send("sources.style", name="mla")
    bench.shell.commands.send("sources.copy-citation")
    assert QGuiApplication.clipboard().text().startswith("Mori, Haru, and Ken Sato. The ledger of Minase.")


# -- files ----------------------------------------------------------------------------------------


def test_a_bibliography_is_written_in_the_format_of_its_ending(tmp_path: Path) -> None:
    showing = Showing(harbour())
    for ending in (".json", ".bib", ".ris", ".html", ".md"):
        path = tmp_path / f"sources{ending}"
        assert write_bibliography(path, showing, NOTES, english()) is None
        text = path.read_text(encoding="utf-8")
        assert "The ledger of Minase" in text
        assert "secret" not in text
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"sources{e}" for e in (".bib", ".html", ".json", ".md", ".ris")
    ]


def test_chosen_sources_alone_are_written_and_switched_off_ones_are_left_out_and_told(tmp_path: Path) -> None:
    path = tmp_path / "some.json"
    assert write_bibliography(path, Showing(harbour()), NOTES, english(), ["gazette", "gone"]) is None
    assert [work["id"] for work in json.loads(path.read_text(encoding="utf-8"))] == ["gazette"]
    off = Showing(harbour(), Lens(sources_off=frozenset({"ledger"})))
    page = tmp_path / "off.md"
    assert write_bibliography(page, off, NOTES, english()) is None
    text = page.read_text(encoding="utf-8")
    listed = [line for line in text.splitlines() if line.startswith("- ")]
    assert len(listed) == 4
    assert not any("The ledger of Minase" in line for line in listed)
    assert len(text.split("\n\n")) == 3


def test_an_unknown_ending_or_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    showing = Showing(harbour())
    problem = write_bibliography(tmp_path / "a.docx", showing, NOTES, english())
    assert problem is not None
    assert problem.key == "sources.unknown-ending"
    problem = write_bibliography(tmp_path / "gone" / "a.bib", showing, NOTES, english())
    assert problem is not None
    assert problem.key == "sources.unwritable"


def dialog_of(bench: ShellBench) -> QFileDialog:
    (found,) = [w for w in bench.shell.window.findChildren(QFileDialog) if w.isVisible()]
    return found


def test_the_dialog_takes_the_ending_of_the_chosen_format(bench: ShellBench, tmp_path: Path) -> None:
    bench.shell.commands.send("sources.export", ids="ledger")
    dialog = dialog_of(bench)
    dialog.filterSelected.emit("For LaTeX, BibTeX (*.bib)")
    assert dialog.defaultSuffix() == "bib"
    dialog.fileSelected.emit(str(tmp_path / "one.bib"))
    dialog.close()
    text = (tmp_path / "one.bib").read_text(encoding="utf-8")
    assert text.startswith("@book{ledger,")
    assert "letter" not in text


def test_the_sources_of_the_event_in_hand_can_be_saved(bench: ShellBench, tmp_path: Path) -> None:
    showing = bench.shell.store.showing
    assert showing is not None
    assert not bench.shell.commands.send("sources.export-event")
    bench.shell.commands.send("select.event", id="survey")
    bench.shell.commands.send("sources.export-event")
    dialog = dialog_of(bench)
    dialog.fileSelected.emit(str(tmp_path / "event.json"))
    dialog.close()
    told = json.loads((tmp_path / "event.json").read_text(encoding="utf-8"))
    ordinal = showing.ordinal("survey")
    assert ordinal is not None
    assert {work["id"] for work in told} == {use.source.id for use in showing.event(ordinal).sources}


def test_what_could_not_be_written_is_said_in_a_box(bench: ShellBench, tmp_path: Path) -> None:
    BibliographyCommands(bench.shell).write(tmp_path / "a.docx", None)
    boxes = [w for w in bench.shell.window.findChildren(QMessageBox) if w.isVisible()]
    assert ["a.docx" in box.text() for box in boxes] == [True]
    boxes[0].close()


def test_no_line_of_a_row_loses_its_descenders(qt_app: QApplication) -> None:
    dress(qt_app)
    wide = round(QFontMetricsF(font_for("body", "en", 1.0)).horizontalAdvance("gpy"))

    def inked(words: str) -> list[int]:
        image = QImage(200, 60, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_line(painter, (words, "body", "en", "ink"), QRect(0, 0, 200, 60), 10, look(), mirrored=False)
        painter.end()
        return [y for y in range(60) if any(image.pixelColor(x, y).lightness() < 128 for x in range(wide))]

    assert inked("gpy 背景") == inked("gpy 서한") == inked("gpy")
