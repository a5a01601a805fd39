# SPDX-License-Identifier: MIT
"""The event page: story, excerpts, sources, claims and connections, and the ways between them."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.sample_documents import harbour
from tests.ui.panel_setup import accessible, dress, english, name_of, show, spoken, theme, tree
from timeline_app.model.document import Document
from timeline_app.model.lens import IDENTITY, Lens
from timeline_app.model.showing import Showing
from timeline_app.state.app_state import AppState, PanelPage, Selection
from timeline_app.ui.panels.buttons import PanelButton
from timeline_app.ui.panels.detail_panel import DetailPanel
from timeline_app.ui.panels.event_page import EventPage
from timeline_app.ui.panels.pieces import in_reading_order
from timeline_app.ui.reading.reading_view import ReadingView

CONTROL = Qt.KeyboardModifier.ControlModifier


def state_of(document: Document, *ids: str, lens: Lens = IDENTITY) -> AppState:
    return AppState(document=document, lens=lens, selection=Selection(ids), page=PanelPage.EVENT)


def open_event(panel: DetailPanel, *ids: str, lens: Lens = IDENTITY) -> EventPage:
    document = harbour()
    panel.show_state(Showing(document, lens), state_of(document, *ids, lens=lens))
    QApplication.processEvents()
    page = panel.page
    assert isinstance(page, EventPage)
    return page


@pytest.fixture
def panel(qt_app: QApplication) -> Iterator[DetailPanel]:
    dress(qt_app)
    made = DetailPanel(english(), theme())
    show(made, 460, 700)
    yield made
    made.close()


@pytest.fixture
def page(panel: DetailPanel) -> EventPage:
    return open_event(panel, "agreement")


def text_of(view: ReadingView) -> list[str]:
    return [paragraph.spoken for paragraph in view.paragraphs]


# -- what is told ---------------------------------------------------------------------------------


def test_the_head_says_whose_event_what_when_and_how_surely(page: EventPage) -> None:
    assert text_of(page.head) == [
        "The town · The harbour office · Minase, The cape · 5 sources",
        "Town and office agree on a ferry",
        "13 August 1959 · exact day · 13 August, Shōwa 34",
        "As written: the thirteenth day of the eighth month",
        "Not named: the harbour master",
    ]


@pytest.mark.parametrize(
    ("event", "line"),
    [
        ("survey", "about March 1958 · approximate · about March, Shōwa 33"),
        ("first-boat", "14 December 1959 to March 1960 · "),
        ("storm", "perhaps 1 September 1960 · uncertain: the source is doubtful"),
        ("song", "No date is known"),
    ],
)
def test_dates_are_told_with_their_doubt(panel: DetailPanel, event: str, line: str) -> None:
    page = open_event(panel, event)
    assert text_of(page.head)[2].startswith(line)


def test_a_span_has_both_ends_in_the_other_calendar(panel: DetailPanel) -> None:
    page = open_event(panel, "first-boat")
    assert text_of(page.head)[2].endswith(" · 14 December, Shōwa 34 – March, Shōwa 35")


def test_the_story_has_its_marks_and_the_cards_their_words(page: EventPage) -> None:
    assert [place.spot.mark.number for place in page.story.marks] == [1, 2, 3, 4, 5, 6, 7]
    cards = list(page.cards)
    assert [card.excerpt_id for card in cards] == ["plan", "order", "remark"]
    assert text_of(cards[0].text) == [
        "… “to carry goods and people alike, in all weather but the worst” …",
        "Mori Haru, in her ledger · 13 August 1959",
        "She wrote this on the day itself.",
        "Quoted in Mori & Sato 1961, p. 40. What the speaker saw or lived through.",
        "How the words came to us: Mori Haru (wrote, 1959) → Sato Ken (edited)",
    ]
    assert text_of(cards[1].text) == [
        "「渡し船は毎朝六時に出る。」",
        "Translation: the exhibit, a draft",
        "“The ferry leaves at six every morning.”",
        "The harbour office",
        "From Harbour office of Minase 1959. ",
    ]
    original = cards[1].text.paragraphs[0]
    assert (original.role, original.language) == ("quote", "ja")


def test_every_source_is_told_once_in_full_and_then_referred_to(page: EventPage) -> None:
    entries = {entry.number: text_of(entry.text) for entry in page.entries}
    assert list(entries) == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert entries[1] == [
        "Scholarship. Mori, Haru, and Ken Sato. The ledger of Minase. Minase: Strait Press, 1961.",
        "Cited: p. 40. The fullest account.",
        "Read whole. The keeper of the ledger, who saw most of what she tells.",
        "https://example.org/ledger",
    ]
    assert entries[2][1] == "Read whole. Argues a case. A newspaper that wanted the ferry."
    assert entries[3][2] == (
        "Read in part, through Mori & Sato 1961. Public since 2004. Known from the copy in the ledger. "
        "Rests on Mori & Sato 1961: not a second, independent source."
    )
    assert entries[4] == ["As 1: Mori & Sato 1961.", "Cited: p. 40. For the words quoted above."]
    assert entries[6] == ["As 3: Harbour office of Minase 1959.", "For the words quoted above."]
    assert entries[7][1].startswith("Only the abstract was read. Rests on")
    assert entries[9] == ["“An unsigned note.” n.d."]


def test_a_question_is_told_in_short_and_leads_to_its_accounts(page: EventPage) -> None:
    (claim,) = list(page.claims)
    assert text_of(claim.text) == [
        "Disputed. Who asked for the ferry",
        "The town asked.  the ledger",
        "The office offered.  the gazette",
    ]
    heard: list[str] = []
    page.claim_requested.connect(heard.append)
    QTest.mouseClick(claim.open_button, Qt.MouseButton.LeftButton)
    assert heard == ["who-asked"]
    assert claim.open_button.accessibleName() == "Compare the accounts: who asked for the ferry"


def test_connections_say_their_kind_from_this_side_and_which_are_our_judgement(page: EventPage) -> None:
    rows = [(row.accessibleName(), row.accessibleDescription()) for row in page.links]
    assert rows == [
        ("follows from: The office surveys the shore, about March 1958", "The survey was its ground."),
        (
            "in tension with: The night of the storm, perhaps 1 September 1960",
            "◇ This link is our own judgement. The storm showed the limits.",
        ),
        ("answered by: The first boat sails, 14 December 1959 to March 1960", ""),
    ]


def test_the_figure_is_told_in_words(page: EventPage) -> None:
    chart = accessible(page.figure.bars)
    assert chart.role() == QAccessible.Role.Chart
    assert name_of(chart) == "Passengers"
    assert chart.text(QAccessible.Text.Description) == (
        "Passengers rose in 1960 and fell in 1961. 1959: 120; 1960: 2,942; 1961: 1,801.5"
    )
    assert text_of(page.figure.text) == ["Passengers rose in 1960 and fell in 1961."]
    assert page.figure.source_button.text() == "Source: Mori & Sato 1961"
    heard: list[str] = []
    page.source_requested.connect(heard.append)
    QTest.mouseClick(page.figure.source_button, Qt.MouseButton.LeftButton)
    assert heard == ["ledger"]


def test_people_and_tags_close_the_page(page: EventPage) -> None:
    assert text_of(page.more)[1:] == ["Mori Haru. Keeper of the ledger.", "Tags: ferry, talks"]


def test_an_event_with_little_to_say_has_no_empty_sections(panel: DetailPanel) -> None:
    page = open_event(panel, "song")
    assert not page.story.isVisible()
    assert not page.figure.isVisible()
    assert not page.claims_head.isVisible()
    assert not page.links_head.isVisible()
    assert not page.more.isVisible()
    assert list(page.cards) == []


# -- following marks ------------------------------------------------------------------------------


def activate(view: ReadingView, number: int) -> None:
    index = next(i for i, place in enumerate(view.marks) if place.spot.mark.number == number)
    view.focus_mark(index)
    QTest.keyClick(view, Qt.Key.Key_Return)


def lit(page: EventPage) -> list[object]:
    return [card for card in (*page.cards, *page.entries) if card.is_lit]


def in_view(panel: DetailPanel, part: QWidget) -> bool:
    top = part.mapTo(panel.viewport(), QPoint(0, 0)).y()
    return 0 <= top < panel.viewport().height()


def test_a_source_mark_lights_its_entry_and_goes_there(panel: DetailPanel, page: EventPage) -> None:
    activate(page.story, 5)
    entry = list(page.entries)[4]
    assert lit(page) == [entry]
    assert entry.number_button.hasFocus()
    assert in_view(panel, entry)


def test_an_excerpt_mark_lights_words_and_source_at_once(panel: DetailPanel, page: EventPage) -> None:
    activate(page.story, 6)
    card, entry = list(page.cards)[1], list(page.entries)[5]
    assert lit(page) == [card, entry]
    assert card.text.hasFocus()
    assert in_view(panel, card)


def test_from_the_card_it_is_one_step_to_the_source(page: EventPage) -> None:
    card = next(iter(page.cards))
    activate(card.text, 1)
    assert lit(page) == [next(iter(page.entries))]


def test_a_number_leads_back_to_the_text(page: EventPage) -> None:
    activate(page.story, 7)
    QTest.keyClick(list(page.entries)[6].number_button, Qt.Key.Key_Space)
    assert page.story.hasFocus()
    assert page.story.focused_mark is not None
    assert page.story.focused_mark.spot.mark.number == 7


def test_marks_are_named_by_source_place_and_speaker(page: EventPage) -> None:
    names = [page.story.mark_name(place.spot.mark) for place in page.story.marks]
    assert names[0] == "Note 1: Mori & Sato 1961, p. 40"
    assert names[3] == "Note 4: words of Mori Haru, in her ledger"


def test_the_light_goes_out_with_the_event(panel: DetailPanel, page: EventPage) -> None:
    activate(page.story, 1)
    open_event(panel, "survey")
    assert lit(page) == []


# -- wishes ---------------------------------------------------------------------------------------


def test_the_panel_only_wishes(panel: DetailPanel, page: EventPage) -> None:
    heard: list[tuple[str, str]] = []
    panel.event_open_requested.connect(lambda name: heard.append(("event", name)))
    panel.copy_requested.connect(lambda text: heard.append(("copy", text)))
    first = next(iter(page.entries))
    QTest.mouseClick(first.copy_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(list(page.links)[1], Qt.MouseButton.LeftButton)
    assert heard == [
        ("copy", "https://example.org/ledger"),
        ("event", "storm"),
    ]


def test_copying_text_is_a_wish_too(panel: DetailPanel, page: EventPage) -> None:
    heard: list[str] = []
    panel.copy_requested.connect(heard.append)
    for view in (
        page.story,
        next(iter(page.cards)).text,
        next(iter(page.entries)).text,
        next(iter(page.claims)).text,
    ):
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
        QTest.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert len(heard) == 4
    assert heard[0].startswith("After a year of talks the town and the office agreed.[1]")


def test_a_withheld_address_has_no_buttons_and_is_nowhere(page: EventPage) -> None:
    letter = list(page.entries)[2]
    assert not letter.copy_button.isVisible()
    assert "secret" not in spoken(page)


# -- hard material --------------------------------------------------------------------------------


def test_covered_material_is_nowhere_in_the_window(panel: DetailPanel) -> None:
    page = open_event(panel, "storm")
    assert page.note.isVisible()
    words = spoken(page)
    assert "This entry concerns deaths at sea." in words
    for hidden in (
        "Boats were lost",
        "Nobody was to blame",
        "The sea was calm",
        "Boats lost",
        "how many boats",
    ):
        assert hidden not in words


def test_show_and_skip_are_wishes_for_that_note(panel: DetailPanel) -> None:
    page = open_event(panel, "storm")
    heard: list[tuple[str, str]] = []
    panel.note_open_requested.connect(lambda name: heard.append(("show", name)))
    panel.note_skip_requested.connect(lambda name: heard.append(("skip", name)))
    QTest.mouseClick(page.note.show_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.note.skip_button, Qt.MouseButton.LeftButton)
    assert heard == [("show", "storm"), ("skip", "storm")]


def test_an_opened_note_shows_the_story_and_stays_readable(panel: DetailPanel) -> None:
    page = open_event(panel, "storm", lens=Lens(frozenset({"storm"})))
    assert not page.note.isVisible()
    assert text_of(page.story)[0] == "Content note: This entry concerns deaths at sea."
    assert "Boats were lost." in spoken(page)


def test_the_words_of_an_excerpt_wait_for_their_own_note(panel: DetailPanel, page: EventPage) -> None:
    card = list(page.cards)[2]
    assert "A contemptuous remark" in spoken(card)
    assert "Who needs" not in spoken(page)
    heard: list[str] = []
    panel.note_open_requested.connect(heard.append)
    QTest.mouseClick(card.show_button, Qt.MouseButton.LeftButton)
    assert heard == ["#remark"]
    opened = open_event(panel, "agreement", lens=Lens(frozenset({"#remark"})))
    shown = list(opened.cards)[2]
    assert text_of(shown.text)[0] == "“Who needs the people of the cape?”"
    assert not shown.row.isVisible()


def test_words_for_their_context_alone_are_not_copied_without_it(panel: DetailPanel) -> None:
    page = open_event(panel, "agreement", lens=Lens(frozenset({"#remark"})))
    heard: list[str] = []
    panel.copy_requested.connect(heard.append)
    card = list(page.cards)[2]
    card.text.setFocus()
    QTest.keyClick(card.text, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(card.text, Qt.Key.Key_C, CONTROL)
    assert heard == [
        "“Who needs the people of the cape?”\n(a reader, unnamed; A ferry at last? 1959; Printed without a reply.)"
    ]


# -- keyboard and targets -------------------------------------------------------------------------


def focus_after_tab() -> QWidget:
    before = QApplication.focusWidget()
    assert before is not None
    QTest.keyClick(before, Qt.Key.Key_Tab)
    after = QApplication.focusWidget()
    assert after is not None
    return after


def test_the_order_of_tab_is_the_order_of_reading(panel: DetailPanel, page: EventPage) -> None:
    # Another event first, so that widgets made later stand in between.
    open_event(panel, "survey")
    open_event(panel, "agreement")
    panel.setFocus(Qt.FocusReason.TabFocusReason)
    walked: list[QWidget] = []
    heights: list[int] = []
    focused = focus_after_tab()
    while focused is not panel:
        corner = focused.mapTo(page, QPoint(0, 0)).y()
        if isinstance(focused, ReadingView) and focused.focused_mark is not None:
            corner += focused.body.mark_rect(focused.focused_mark).center().y()
        heights.append(corner)
        if not walked or walked[-1] is not focused:
            walked.append(focused)
        focused = focus_after_tab()
    assert walked == [part for part in in_reading_order(page.column) if part.isEnabled()]
    # Controls on one line may differ by a few pixels.
    assert all(later > earlier - 30 for earlier, later in pairwise(heights))


def test_every_control_has_a_name_and_a_target_of_24_pixels(page: EventPage) -> None:
    controls = [
        node for node in tree(accessible(page)) if node.state().focusable and not node.state().disabled
    ]
    buttons = [node for node in controls if node.role() in {QAccessible.Role.Button, QAccessible.Role.Link}]
    assert len(buttons) > 20
    for node in buttons:
        if node.childCount():
            # Words in a sentence are as high as their line; the mark that leads the same way is larger.
            continue
        assert name_of(node)
        assert node.rect().width() >= 24, name_of(node)
        assert node.rect().height() >= 24, name_of(node)


def test_names_of_buttons_tell_them_apart(page: EventPage) -> None:
    names = [name_of(accessible(made)) for made in page.findChildren(PanelButton) if made.isVisible()]
    assert len(names) == len(set(names))
    assert "Copy the address of Mori & Sato 1961" in names
    assert "Note 1, back to the text" in names


def test_rows_are_painted_hovered_pressed_and_focused(page: EventPage) -> None:
    row = next(iter(page.links))
    plain = row.grab().toImage()
    row.setFocus()
    focused = row.grab().toImage()
    assert focused != plain
    QTest.mousePress(row, Qt.MouseButton.LeftButton)
    assert row.grab().toImage() != focused
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton)


def test_rows_put_the_kind_of_link_above_where_there_is_no_room_beside(page: EventPage) -> None:
    row = next(iter(page.links))
    assert row.heightForWidth(200) > row.heightForWidth(460)
