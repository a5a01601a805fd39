# SPDX-License-Identifier: MIT
"""Accounts side by side, and the place of all open questions."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.sample_documents import HARBOUR, document_of, harbour
from tests.ui.panel_setup import dress, english, show, spoken, theme
from tests.ui.shell_bench import ShellBench
from timeline_app.base.places import built_in_exhibit
from timeline_app.content.reader import read_exhibit
from timeline_app.model.document import Document
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import IDENTITY, Lens
from timeline_app.model.showing import Showing
from timeline_app.state.app_state import AppState, PanelPage
from timeline_app.ui.panels.claim_page import ClaimPage
from timeline_app.ui.panels.detail_panel import DetailPanel
from timeline_app.ui.panels.pieces import in_reading_order
from timeline_app.ui.panels.questions_page import QuestionsPage
from timeline_app.ui.reading.reading_view import ReadingView

LEFT = Qt.MouseButton.LeftButton


def differing(accounts: int = 4) -> Document:
    """Return the harbour with a question that has so many accounts; the third was refuted in 1970."""
    told = [
        {
            "says": f"Account {number} tells it so. " * (number + 1),
            "by": f"teller {number}",
            "date": f"196{number}",
            "event_date": f"1959-08-{number + 11}",
            "sources": [["ledger", "gazette", "letter", "untold"][number % 4]],
            "excerpts": ["plan"] if number == 0 else [],
            "bears": ["witnesses", "states", "reports", "repeats"][number % 4],
            **({"refuted_since": "1970"} if number == 2 else {}),
        }
        for number in range(accounts)
    ]
    claim = {
        "about": "the day of the first sailing",
        "events": ["first-boat", "storm"],
        "accounts": told,
        "status": "disputed",
        "conclusion": "The exhibit does not decide.",
        "concluded_by": "the makers",
    }
    return document_of({**HARBOUR, "claims": {"day": claim}})


@pytest.fixture
def panel(qt_app: QApplication) -> Iterator[DetailPanel]:
    dress(qt_app)
    made = DetailPanel(english(), theme())
    show(made, 460, 700)
    yield made
    made.close()


def open_claim(
    panel: DetailPanel, document: Document, name: str = "day", width: int = 460, lens: Lens = IDENTITY
) -> ClaimPage:
    panel.resize(width, 700)
    state = AppState(document=document, lens=lens, page=PanelPage.CLAIM, subject=name)
    panel.show_state(Showing(document, lens), state)
    QApplication.processEvents()
    page = panel.page
    assert isinstance(page, ClaimPage)
    return page


def open_questions(panel: DetailPanel, document: Document, lens: Lens = IDENTITY) -> QuestionsPage:
    state = AppState(document=document, lens=lens, page=PanelPage.QUESTIONS)
    panel.show_state(Showing(document, lens), state)
    QApplication.processEvents()
    page = panel.page
    assert isinstance(page, QuestionsPage)
    return page


def text_of(view: ReadingView) -> list[str]:
    return [paragraph.spoken for paragraph in view.paragraphs]


def test_the_accounts_have_their_whole_height_at_full_width(qt_app: QApplication, tmp_path: Path) -> None:
    bench = ShellBench(tmp_path, read_exhibit(built_in_exhibit()))
    bench.shell.window.resize(1_920, 1_080)
    bench.show()
    bench.shell.commands.send("claim.open", id="who-started-it")
    for _ in range(3):
        # What is laid out for another width asks for its height anew.
        for _ in range(4):
            bench.settle()
        panel = bench.shell.panel
        assert panel is not None
        assert isinstance(panel.page, ClaimPage)
        board = panel.page.board
        assert board.height() == board.heightForWidth(board.width())
        bench.shell.commands.send("reading.wide")
    bench.close()


# -- one question -----------------------------------------------------------------------------------


def test_each_account_says_what_by_whom_when_and_what_it_bears(panel: DetailPanel) -> None:
    page = open_claim(panel, differing())
    first = page.columns[0]
    assert text_of(page.head)[1] == "The day of the first sailing"
    assert text_of(first.head) == ["Account 1", "teller 0", "Told 1960"]
    assert text_of(first.says) == ["Account 0 tells it so. ", "By this account it was 11 August 1959."]
    assert text_of(first.bears) == ["What the speaker saw or lived through."]
    (card,) = list(first.cards)
    assert text_of(card.text)[0].startswith("… “to carry goods")
    (row,) = list(first.sources)
    assert row.accessibleName() == "About Mori & Sato 1961"
    assert "Refuted since 1970." in text_of(page.columns[2].says)


def test_the_conclusion_stands_apart_with_its_state_and_who_concludes(panel: DetailPanel) -> None:
    page = open_claim(panel, differing())
    assert text_of(page.conclusion_text) == [
        "WHAT CAN BE CONCLUDED",
        "Disputed. It is contested which of the accounts is right.",
        "The exhibit does not decide.",
        "Concluded by the makers",
    ]
    below = page.conclusion.mapTo(page, QPoint(0, 0)).y()
    assert below > page.board.mapTo(page, QPoint(0, 0)).y() + page.board.height()


def test_the_state_is_told_at_the_head_and_one_press_shows_the_conclusion(panel: DetailPanel) -> None:
    page = open_claim(panel, differing())
    assert text_of(page.head)[2].startswith("Disputed. 4 accounts")
    assert page.conclusion.visibleRegion().isEmpty()
    page.conclusion_button.click()
    QApplication.processEvents()
    assert not page.conclusion.visibleRegion().isEmpty()


def test_the_sources_of_an_account_stand_before_its_words(panel: DetailPanel) -> None:
    page = open_claim(panel, differing())
    row, card = next(iter(page.columns[0].sources)), next(iter(page.columns[0].cards))
    assert row.mapTo(page, QPoint(0, 0)).y() < card.mapTo(page, QPoint(0, 0)).y()


def test_one_account_alone_differs_from_nothing(panel: DetailPanel) -> None:
    page = open_claim(panel, differing(1))
    assert text_of(page.head)[0] == "A question"
    assert not page.conclusion_button.isVisible()


def test_accounts_stand_side_by_side_where_there_is_room(panel: DetailPanel) -> None:
    page = open_claim(panel, differing(), width=1500)
    lefts = [column.head.mapTo(page.board, QPoint(0, 0)).x() for column in page.columns]
    assert lefts == sorted(set(lefts))
    for part in ("head", "says", "bears"):
        tops = {getattr(column, part).mapTo(page.board, QPoint(0, 0)).y() for column in page.columns}
        assert len(tops) == 1, part
    assert not page.later_button.isVisible()
    assert page.board.height() >= page.board.board.height()


def test_in_a_narrow_panel_they_stand_one_below_the_other(panel: DetailPanel) -> None:
    page = open_claim(panel, differing())
    corners = [column.head.mapTo(page.board, QPoint(0, 0)) for column in page.columns]
    assert len({corner.x() for corner in corners}) == 1
    assert [corner.y() for corner in corners] == sorted(corner.y() for corner in corners)
    assert page.board.height() >= page.board.board.height()


def test_accounts_without_room_are_seen_in_part_and_can_be_brought_in(panel: DetailPanel) -> None:
    page = open_claim(panel, differing(7), width=1000)
    assert page.later_button.isVisible()
    assert not page.earlier_button.isEnabled()
    assert text_of(page.seen) == ["Accounts 1 to 3 of 7 are in view."]
    QTest.mouseClick(page.later_button, LEFT)
    assert text_of(page.seen) == ["Accounts 2 to 4 of 7 are in view."]
    for _ in range(6):
        QTest.mouseClick(page.later_button, LEFT)
    assert text_of(page.seen) == ["Accounts 5 to 7 of 7 are in view."]
    assert not page.later_button.isEnabled()
    QTest.mouseClick(page.earlier_button, LEFT)
    assert text_of(page.seen) == ["Accounts 4 to 6 of 7 are in view."]
    # The same question comes back as it was left, another one from its first account.
    document = differing(7)
    open_questions(panel, document)
    assert text_of(open_claim(panel, document, width=1000).seen) == ["Accounts 4 to 6 of 7 are in view."]
    open_claim(panel, harbour(), "boats-lost", width=1000)
    assert text_of(open_claim(panel, document, width=1000).seen) == ["Accounts 1 to 3 of 7 are in view."]


def test_a_date_that_an_account_names_itself_is_not_told_twice(panel: DetailPanel) -> None:
    account = {"says": "13 August 1959.", "event_date": "1959-08-13", "sources": ["gazette"]}
    claims = {"day": {"about": "the day", "accounts": [account, {"says": "Another day."}]}}
    page = open_claim(panel, document_of({**HARBOUR, "claims": claims}))
    assert text_of(page.columns[0].says) == ["13 August 1959."]
    assert text_of(page.columns[1].head) == ["Account 2", "Nobody is named"]


def test_the_keyboard_brings_an_account_into_view(panel: DetailPanel) -> None:
    page = open_claim(panel, differing(7), width=1000)
    panel.activateWindow()
    first = next(iter(page.columns[0].sources))
    first.setFocus(Qt.FocusReason.TabFocusReason)
    last = next(iter(page.columns[6].sources))
    for _ in range(10):  # The words of the first account lead on, too.
        if last.hasFocus():
            break
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert last.hasFocus()
    left = last.mapTo(page.board.viewport(), QPoint(0, 0)).x()
    assert 0 <= left <= page.board.viewport().width() - last.width()


def test_the_order_of_tab_is_account_by_account(panel: DetailPanel) -> None:
    page = open_claim(panel, differing(3), width=1500)
    walked = list(in_reading_order(page.column))
    rows = [next(iter(column.sources)) for column in page.columns[:3]]
    places = [walked.index(row) for row in rows]
    assert places == sorted(places)
    assert walked.index(page.questions_button) > places[-1]
    assert walked.index(next(iter(page.events))) > places[-1]


def test_every_part_leads_on(panel: DetailPanel) -> None:
    page = open_claim(panel, differing())
    heard: list[object] = []
    page.source_requested.connect(heard.append)
    page.excerpt_requested.connect(lambda name, words: heard.append((name, words)))
    page.event_open_requested.connect(heard.append)
    page.questions_requested.connect(lambda: heard.append("questions"))
    QTest.mouseClick(next(iter(page.columns[0].sources)), LEFT)
    QTest.mouseClick(next(iter(page.columns[0].cards)).open_button, LEFT)
    QTest.mouseClick(next(iter(page.events)), LEFT)
    QTest.mouseClick(page.questions_button, LEFT)
    assert heard == ["ledger", ("plan", ""), "first-boat", "questions"]


def test_an_account_that_has_lost_its_source_stays_and_says_so(panel: DetailPanel) -> None:
    page = open_claim(panel, differing(), lens=Lens(sources_off=frozenset({"ledger"})))
    assert len(page.board.columns) == 4
    assert page.board.columns[0].is_broken
    assert any("this exhibit would have no source for this" in line for line in text_of(page.columns[0].says))
    assert text_of(page.conclusion_text) == [
        "WHAT CAN BE CONCLUDED",
        (
            "Not decidable from these sources. "
            "Not all accounts can be heard, so nothing is concluded from those that are left."
        ),
    ]


def test_what_was_believed_at_the_cursor_and_refuted_since_is_marked(panel: DetailPanel) -> None:
    raw = differing()
    claims = {
        "day": {
            "about": "the day",
            "events": ["first-boat"],
            "accounts": [
                {"says": "The thirteenth.", "sources": ["gazette"], "refuted_since": "1970"},
                {"says": "The fourteenth.", "sources": ["kikuchi"]},
            ],
            "status": "accepted",
            "conclusion": "The fourteenth.",
        }
    }
    document = document_of({**HARBOUR, "claims": claims})
    assert raw.claims != document.claims
    page = open_claim(panel, document, lens=Lens(known_at=known_at_date("1965")))
    assert text_of(page.columns[0].says)[-1] == "Believed then, and refuted since."
    assert len(page.board.columns) == 1
    assert "The fourteenth" not in spoken(page)


def test_a_question_of_which_nothing_was_in_print_says_no_more(panel: DetailPanel) -> None:
    page = open_claim(panel, differing(), lens=Lens(known_at=known_at_date("1950")))
    assert text_of(page.head)[0] == "Not told at this date"
    assert not page.board.isVisible()
    assert not page.conclusion.isVisible()
    assert "sailing" not in spoken(page)
    assert list(page.events) == []


def test_another_question_leaves_nothing_of_the_one_before(panel: DetailPanel) -> None:
    open_claim(panel, differing(5))
    page = open_claim(panel, harbour(), "boats-lost")
    assert len(page.board.columns) == 1
    assert "teller" not in spoken(page)
    assert [row.accessibleName() for row in page.events] == [
        "The night of the storm, perhaps 1 September 1960"
    ]


def test_large_text_keeps_everything_within_the_panel(panel: DetailPanel) -> None:
    document = differing()
    panel.set_appearance(theme("high-contrast"), 2.0)
    page = open_claim(panel, document)
    assert page.board.arrangement.is_stacked
    assert page.width() <= panel.viewport().width()
    assert not panel.grab().isNull()


# -- all questions ----------------------------------------------------------------------------------


def groups(page: QuestionsPage) -> list[tuple[str, list[str]]]:
    return [
        (text_of(box.heading)[0], [row.accessibleName() for row in box.rows])
        for box in page.groups
        if box.isVisible()
    ]


def test_questions_are_grouped_by_state_and_counted(panel: DetailPanel) -> None:
    page = open_questions(panel, harbour())
    assert text_of(page.head)[2] == "2 questions, 1 of them unsettled."
    assert groups(page) == [
        ("Disputed (1)", ["who asked for the ferry, Disputed"]),
        ("Estimates (1)", ["how many boats were lost, Estimates"]),
    ]
    (row,) = list(next(iter(page.groups)).rows)
    assert row.accessibleDescription() == "2 accounts · 1 event"


def test_the_settled_ones_can_be_left_out(panel: DetailPanel) -> None:
    page = open_questions(panel, harbour())
    QTest.mouseClick(page.filter_button, LEFT)
    assert [heading for heading, _ in groups(page)] == ["Disputed (1)"]
    assert page.filter_button.text() == "All questions"
    QTest.mouseClick(page.filter_button, LEFT)
    assert len(groups(page)) == 2


def test_a_question_leads_to_its_accounts(panel: DetailPanel) -> None:
    page = open_questions(panel, harbour())
    heard: list[str] = []
    page.claim_requested.connect(heard.append)
    (row,) = list(next(iter(page.groups)).rows)
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert heard == ["who-asked"]


def test_an_exhibit_without_questions_says_so(panel: DetailPanel) -> None:
    events = deepcopy(HARBOUR["events"])
    assert isinstance(events, list)
    for event in events:
        event.pop("claims", None)
    page = open_questions(panel, document_of({**HARBOUR, "events": events, "claims": {}}))
    assert text_of(page.head) == ["Open questions", "This exhibit compares no accounts."]
    assert not page.row.isVisible()
    assert groups(page) == []


def test_the_introduction_leads_to_the_open_questions(panel: DetailPanel) -> None:
    from timeline_app.ui.panels.introduction_page import IntroductionPage

    document = harbour()
    panel.show_state(Showing(document), replace(AppState(document=document)))
    page = panel.page
    assert isinstance(page, IntroductionPage)
    heard: list[bool] = []
    page.questions_requested.connect(lambda: heard.append(True))
    QTest.mouseClick(page.questions_button, LEFT)
    assert heard == [True]
