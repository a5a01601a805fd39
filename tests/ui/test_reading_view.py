# SPDX-License-Identifier: MIT
"""The reading widget: marks as controls, text that can be selected and copied, languages, screen readers."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QFocusEvent, QHelpEvent, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip, QVBoxLayout, QWidget

from tests.ui.panel_setup import accessible, description_of, name_of, show, tree, typesetter
from timeline_app.model.prose import Block, BlockKind, Emphasis, Mark, Passage, Span
from timeline_app.ui.reading.paragraphs import Chip, Paragraph, Run, paragraphs_of, words
from timeline_app.ui.reading.reading_view import ReadingView

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def passage(text: str, *marks: Mark, emphasis: Emphasis = Emphasis.NONE) -> Passage:
    return Passage((Span(text, emphasis),), marks)


BOOK, LETTER, WORDS = (
    Mark("book", is_excerpt=False, number=1),
    Mark("letter", is_excerpt=False, locator="p. 2", number=2),
    Mark("words", is_excerpt=True, number=3),
)
BLOCKS = (
    Block((passage("The two societies signed.", BOOK, LETTER), passage(" Then ships sailed for years."))),
    Block((passage("The terms"),), BlockKind.HEADING, 2),
    Block((passage("People were free to choose.", WORDS),), BlockKind.LIST_ITEM),
)
JAPANESE = "在日朝鮮人の北鮮帰還問題は、基本的人権に基く居住地撰択の自由という国際通念に基いて処理する。"


@pytest.fixture
def view(qt_app: QApplication) -> Iterator[ReadingView]:
    made = ReadingView()
    made.set_mark_names(lambda mark: f"Note {mark.number}: {mark.target}")
    made.set_paragraphs(paragraphs_of(BLOCKS), typesetter())
    show(made, 420, made.heightForWidth(420))
    yield made
    made.close()


def focus_widget() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def number_centre(view: ReadingView, index: int) -> QPoint:
    return view.body.mark_rect(view.marks[index]).center()


def picture(view: ReadingView) -> QImage:
    return view.grab().toImage()


def has_colour(image: QImage, colour: QColor) -> bool:
    pixels = np.frombuffer(image.convertToFormat(QImage.Format.Format_RGB32).constBits(), dtype=np.uint32)
    return bool((pixels & 0xFFFFFF == colour.rgb() & 0xFFFFFF).any())


# -- marks ----------------------------------------------------------------------------------------


def test_tab_walks_the_marks_and_then_leaves(qt_app: QApplication) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    before, view, after = QLineEdit(), ReadingView(), QLineEdit()
    for part in (before, view, after):
        column.addWidget(part)
    view.set_paragraphs(paragraphs_of(BLOCKS), typesetter())
    show(window, 420, 400)
    before.setFocus()
    seen = []
    for _ in range(3):
        QTest.keyClick(focus_widget(), Qt.Key.Key_Tab)
        assert view.focused_mark is not None
        seen.append(view.focused_mark.spot.mark)
    assert seen == [BOOK, LETTER, WORDS]
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert view.focused_mark is None
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    assert view.focused_mark is not None
    assert view.focused_mark.spot.mark == WORDS
    for _ in range(3):
        QTest.keyClick(focus_widget(), Qt.Key.Key_Backtab)
    assert before.hasFocus()
    window.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_activate_the_mark_in_focus(view: ReadingView, key: Qt.Key) -> None:
    heard: list[Mark] = []
    view.activated.connect(lambda places: heard.extend(place.spot.mark for place in places))
    view.focus_mark(2)
    QTest.keyClick(view, key)
    assert heard == [WORDS]


def test_a_click_on_a_number_activates_it(view: ReadingView) -> None:
    heard: list[Mark] = []
    view.activated.connect(lambda places: heard.extend(place.spot.mark for place in places))
    QTest.mouseClick(view, LEFT, NONE, number_centre(view, 1))
    assert heard == [LETTER]
    assert view.focused_mark is not None
    assert view.focused_mark.spot.mark == LETTER


def test_letting_go_elsewhere_cancels(view: ReadingView) -> None:
    heard: list[Mark] = []
    view.activated.connect(lambda places: heard.extend(place.spot.mark for place in places))
    QTest.mousePress(view, LEFT, NONE, number_centre(view, 0))
    QTest.mouseRelease(view, LEFT, NONE, QPoint(5, view.height() - 3))
    assert heard == []


def test_numbers_side_by_side_are_told_apart_by_the_nearer_one(view: ReadingView) -> None:
    for index, place in enumerate(view.marks):
        found = view.body.mark_at(QPointF(number_centre(view, index)))
        assert found == place


def test_every_mark_is_at_least_24_pixels_each_way(view: ReadingView) -> None:
    for place in view.marks:
        rect = view.body.mark_rect(place)
        assert rect.width() >= 24
        assert rect.height() >= 24


def test_hover_and_focus_show_the_passage(view: ReadingView) -> None:
    ground = typesetter().colour("passage")
    assert not has_colour(picture(view), ground)
    QTest.mouseMove(view, number_centre(view, 0))
    assert has_colour(picture(view), ground)
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert not has_colour(picture(view), ground)
    # Over the words themselves the passage shows as well, over words without marks it does not.
    QTest.mouseMove(view, view.body.passage_rect(view.marks[2]).center())
    assert has_colour(picture(view), ground)
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(view, view.body.paragraph_rect(1).center())
    assert view.cursor().shape() == Qt.CursorShape.IBeamCursor
    assert not has_colour(picture(view), ground)
    view.focus_mark(0)
    assert has_colour(picture(view), ground)


def test_the_focus_ring_is_drawn_in_its_colour(view: ReadingView) -> None:
    ring = typesetter().colour("focus")
    assert not has_colour(picture(view), ring)
    view.focus_mark(0)
    assert has_colour(picture(view), ring)


def test_focusing_a_mark_asks_to_be_scrolled_to(view: ReadingView) -> None:
    asked: list[QRect] = []
    view.reveal_requested.connect(asked.append)
    view.focus_mark(2)
    assert asked == [view.body.mark_rect(view.marks[2])]


def test_the_mark_is_kept_while_the_window_is_in_the_back(view: ReadingView) -> None:
    view.focus_mark(1)
    away = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(view, away)
    assert view.focused_mark is not None
    QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.MouseFocusReason))
    assert view.focused_mark is None


def test_the_tooltip_names_the_source(view: ReadingView) -> None:
    at = number_centre(view, 1)
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))
    assert QToolTip.text() == "Note 2: letter"
    QToolTip.hideText()


# -- selecting and copying ------------------------------------------------------------------------


def copied(view: ReadingView) -> list[str]:
    heard: list[str] = []
    view.copy_requested.connect(heard.append)
    QTest.keyClick(view, Qt.Key.Key_C, CONTROL)
    return heard


def test_all_text_is_copied_with_numbers_in_brackets(view: ReadingView) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    (text,) = copied(view)
    assert text.split("\n\n") == [
        "The two societies signed.[1][2] Then ships sailed for years.",
        "The terms",
        "People were free to choose.[3]",
    ]


def test_nothing_selected_copies_nothing(view: ReadingView) -> None:
    view.setFocus()
    assert copied(view) == []
    assert view.selected_text == ""


def test_shift_and_arrows_select_by_character_word_line_and_all(view: ReadingView) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert view.selected_text == "T"
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT | CONTROL)
    assert view.selected_text == "The "
    QTest.keyClick(view, Qt.Key.Key_Left, SHIFT)
    assert view.selected_text == "The"
    QTest.keyClick(view, Qt.Key.Key_Left, SHIFT | CONTROL)
    assert view.selected_text == ""
    QTest.keyClick(view, Qt.Key.Key_End, SHIFT | CONTROL)
    assert view.selected_text.endswith("choose.[3]")
    QTest.keyClick(view, Qt.Key.Key_Home, SHIFT | CONTROL)
    assert view.selected_text == ""
    QTest.keyClick(view, Qt.Key.Key_End, SHIFT)
    assert view.selected_text.startswith("The two societies")
    assert "\n" not in view.selected_text
    QTest.keyClick(view, Qt.Key.Key_Home, SHIFT)
    assert view.selected_text == ""


def test_shift_and_down_goes_from_line_to_line_and_paragraph_to_paragraph(view: ReadingView) -> None:
    view.setFocus()
    lengths = []
    for _ in range(6):
        QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
        lengths.append(len(view.selected_text))
    assert lengths == sorted(lengths)
    assert view.selected_text.endswith("choose.[3]")
    for _ in range(8):
        QTest.keyClick(view, Qt.Key.Key_Up, SHIFT)
    assert view.selected_text == ""


def test_selecting_passes_over_the_ends_of_paragraphs(view: ReadingView) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End, SHIFT | CONTROL)
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    for _ in range(len("People were free to choose.") + 5):
        QTest.keyClick(view, Qt.Key.Key_Left, SHIFT)
    assert view.selected_text.endswith("The ter")
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert view.selected_text.endswith("The terms\n\nP")


def test_selecting_begins_at_the_passage_of_the_mark_in_focus(view: ReadingView) -> None:
    view.focus_mark(2)
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT | CONTROL)
    assert view.selected_text.strip() == "People"


def test_escape_ends_the_selection_and_is_then_left_to_others(view: ReadingView) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.selected_text == ""
    escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, NONE)
    view.keyPressEvent(escape)
    assert not escape.isAccepted()


def test_dragging_selects_and_a_click_lets_go(view: ReadingView) -> None:
    rect = view.body.paragraph_rect(1)
    start, end = rect.topLeft() + QPoint(3, 10), rect.topLeft() + QPoint(200, 10)
    QTest.mousePress(view, LEFT, NONE, start)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, NONE, end)
    assert view.selected_text == "The terms"
    assert has_colour(picture(view), typesetter().colour("selection"))
    QTest.mouseClick(view, LEFT, SHIFT, view.body.paragraph_rect(0).topLeft() + QPoint(3, 5))
    assert view.selected_text.startswith("The two societies")
    QTest.mouseClick(view, LEFT, NONE, start)
    assert view.selected_text == ""


def test_a_double_click_selects_the_word(view: ReadingView) -> None:
    QTest.mouseDClick(view, LEFT, NONE, view.body.paragraph_rect(1).topLeft() + QPoint(8, 10))
    assert view.selected_text == "The"


def test_other_buttons_and_empty_text_are_left_alone(view: ReadingView) -> None:
    QTest.mouseClick(view, Qt.MouseButton.RightButton, NONE, number_centre(view, 0))
    assert view.selected_text == ""
    view.set_paragraphs((), typesetter())
    QTest.mouseClick(view, LEFT, NONE, QPoint(3, 3))
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert view.selected_text == ""
    assert view.heightForWidth(300) == 0


def test_words_that_need_their_context_are_copied_with_it(view: ReadingView) -> None:
    view.set_copy_frame(lambda text: f"{text} (a reader, unnamed)")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    assert view.selected_text.endswith("(a reader, unnamed)")


# -- size and languages ---------------------------------------------------------------------------


def test_the_height_follows_from_the_width(view: ReadingView) -> None:
    assert view.hasHeightForWidth()
    heights = [view.heightForWidth(width) for width in (200, 300, 420, 700, 900, 420)]
    assert heights[0] > heights[1] > heights[3]
    assert heights[2] == heights[5]


def test_larger_text_is_higher_at_the_same_width(view: ReadingView) -> None:
    normal = view.heightForWidth(420)
    view.set_paragraphs(view.paragraphs, typesetter(2.0))
    assert view.heightForWidth(420) > 1.9 * normal


def test_the_same_text_in_the_same_look_is_silence(view: ReadingView) -> None:
    look = typesetter()
    view.set_paragraphs(view.paragraphs, look)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    view.set_paragraphs(paragraphs_of(BLOCKS), look)
    assert view.selected_text
    # Another look keeps what is selected, other words do not.
    view.set_paragraphs(paragraphs_of(BLOCKS), typesetter(1.5))
    assert view.selected_text
    view.set_paragraphs(paragraphs_of(BLOCKS[:1]), look)
    assert not view.selected_text


@pytest.mark.parametrize(
    ("text", "language"), [(JAPANESE, "ja"), ("국제적십자위원회의 서한이 왔다. " * 4, "ko")]
)
def test_east_asian_text_breaks_between_characters_and_stays_inside(
    qt_app: QApplication, text: str, language: str
) -> None:
    view = ReadingView()
    view.set_paragraphs([Paragraph((Run(text),), "reading", language=language)], typesetter())
    view.resize(220, 400)
    assert view.body.natural_width_px <= 220
    assert view.heightForWidth(220) >= 3 * 24


def test_right_to_left_text_begins_at_the_right(qt_app: QApplication) -> None:
    view = ReadingView()
    marked = Block((passage("شهد عام 1959 توقيع الاتفاق.", BOOK),), language="ar")
    chipped = Paragraph((Run("وثيقة قصيرة"),), "body", language="ar", chip=Chip("وثيقة", "chip-document"))
    dotted = Paragraph((Run("حدث"),), "body", language="ar", bullet="●", bullet_ink="link")
    view.set_paragraphs([*paragraphs_of([marked]), chipped, dotted], typesetter())
    show(view, 420, view.heightForWidth(420))
    assert view.body.passage_rect(view.marks[0]).right() > 400
    assert view.body.mark_rect(view.marks[0]).center().x() < view.body.passage_rect(view.marks[0]).left() + 20
    image = picture(view)
    chip_ground = typesetter().colour("chip-document")
    columns = [
        x for x in range(image.width()) if has_colour(image.copy(x, 0, 1, image.height()), chip_ground)
    ]
    assert min(columns) > 300
    view.close()


def test_every_way_of_setting_text_is_painted(qt_app: QApplication) -> None:
    view = ReadingView(tab_stop=True)
    quote = Block((passage("A quotation 引用 inside.", emphasis=Emphasis.STRESSED),), BlockKind.QUOTE)
    strong = Block((passage("Strong.", emphasis=Emphasis.STRONG),))
    later = Block((Passage((Span("Known later.", since="2004", language="ko"),)),))
    view.set_paragraphs(
        [*paragraphs_of([quote, strong, later]), words("unknown role", "no-such-role-style")][:3],
        typesetter(),
    )
    show(view, 300, view.heightForWidth(300))
    assert has_colour(picture(view), typesetter().colour("hairline-strong"))
    view.setFocus()
    assert has_colour(picture(view), typesetter().colour("focus"))
    view.close()


# -- screen readers -------------------------------------------------------------------------------


def test_paragraphs_passages_and_marks_are_objects_of_their_own(view: ReadingView) -> None:
    nodes = [(node.role(), name_of(node)) for node in tree(accessible(view))]
    role = QAccessible.Role
    assert nodes == [
        (role.Grouping, ""),
        (role.Paragraph, "The two societies signed. Then ships sailed for years."),
        (role.Link, "The two societies signed."),
        (role.Link, "Note 1: book"),
        (role.Link, "Note 2: letter"),
        (role.Heading, "The terms"),
        (role.ListItem, "People were free to choose."),
        (role.Link, "People were free to choose."),
        (role.Link, "Note 3: words"),
    ]


def test_a_mark_tells_its_passage_and_a_passage_its_marks(view: ReadingView) -> None:
    passage_node, link = list(tree(accessible(view)))[2:4]
    assert description_of(passage_node) == "Note 1: book; Note 2: letter"
    assert description_of(link) == "The two societies signed."
    assert link.parent() is passage_node
    assert passage_node.indexOfChild(link) == 0
    assert passage_node.indexOfChild(passage_node) == -1
    assert passage_node.child(7) is None


def test_screen_readers_can_press_and_focus(view: ReadingView) -> None:
    heard: list[Mark] = []
    view.activated.connect(lambda places: heard.extend(place.spot.mark for place in places))
    nodes = list(tree(accessible(view)))
    passage_node, letter = nodes[2], nodes[4]
    actions = letter.actionInterface()
    assert set(actions.actionNames()) == {"Press", "SetFocus"}
    actions.doAction("Press")
    passage_node.actionInterface().doAction("Press")
    assert heard == [LETTER, BOOK, LETTER]
    assert not letter.state().focused
    passage_node.actionInterface().doAction("SetFocus")
    assert nodes[3].state().focused
    actions.doAction("SetFocus")
    assert letter.state().focused
    assert letter.state().focusable
    focused = accessible(view).focusChild()
    assert focused is not None
    assert name_of(focused) == "Note 2: letter"
    assert nodes[1].actionInterface() is None


def test_objects_lie_where_they_are_drawn(view: ReadingView) -> None:
    root = accessible(view)
    link = list(tree(root))[3]
    centre = link.rect().center()
    assert link.rect().width() >= 24
    found = root.childAt(centre.x(), centre.y())
    assert found is not None
    assert name_of(found).startswith("Note ")
    assert root.childAt(-50, -50) is None
    assert root.indexOfChild(root.child(1)) == 1
    assert root.child(99) is None


def test_objects_go_with_the_text_and_the_widget(view: ReadingView) -> None:
    old = list(tree(accessible(view)))[3]
    number = QAccessible.uniqueId(old)
    assert QAccessible.accessibleInterface(number) is not None
    del old
    view.set_paragraphs(paragraphs_of(BLOCKS[1:2]), typesetter())
    assert QAccessible.accessibleInterface(number) is None
    assert [name_of(node) for node in tree(accessible(view))] == ["", "The terms"]
    view.hide()
    assert accessible(view).child(0).state().invisible


def test_focus_on_a_mark_is_told_to_screen_readers(view: ReadingView) -> None:
    QAccessible.setActive(True)
    try:
        view.focus_mark(1)
        focused = accessible(view).focusChild()
        assert focused is not None
        assert name_of(focused) == "Note 2: letter"
    finally:
        QAccessible.setActive(False)
