# SPDX-License-Identifier: MIT
"""The page of all open questions of the exhibit: what accounts differ on, the unsettled first, each with its way there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from timeline_app.model.open_questions import Question, QuestionGroup
from timeline_app.model.prose import BlockKind, Emphasis
from timeline_app.model.showing import Showing
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.excerpt_texts import at_the_start
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import Page, show_text
from timeline_app.ui.panels.pieces import Pool, TextButton, column
from timeline_app.ui.reading.paragraphs import Paragraph, ParagraphWriter, words
from timeline_app.ui.reading.reading_view import ReadingView


class QuestionsPage(Page):
    """Lists the questions; whether the settled ones are left out is the page's own to remember."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[QuestionGroup, ...] = ()
        self.only_unsettled = False
        self.head = self.add_text()
        self.row = ButtonRow(self)
        self.filter_button = self.row.add("quiet", self._toggle)
        self.column.addWidget(self.row)
        self.groups = Pool(self.add_stack(), self._make_group)

    def _make_group(self) -> GroupBox:
        return GroupBox(self)

    def _toggle(self) -> None:
        self.only_unsettled = not self.only_unsettled
        if self._look is not None:
            self._fill_groups(self._look)

    def fill(self, showing: Showing, look: Look) -> None:
        """Show all questions, or those that wait for an answer."""
        self.set_spacing(look)
        self._groups = showing.questions
        show_text(self.head, _head(self._groups, look), look)
        self._fill_groups(look)

    def take_focus(self, reason: Qt.FocusReason) -> bool:
        """Put the keyboard to the first question."""
        first = next((row for box in self.groups for row in box.rows), None)
        if first is not None:
            first.setFocus(reason)
        return first is not None

    def _fill_groups(self, look: Look) -> None:
        groups = self._groups
        has_both = len({group.is_unsettled for group in groups}) > 1
        self.row.setVisible(has_both)
        key = "all" if self.only_unsettled else "unsettled-only"
        self.filter_button.fill(look, look.say(f"panel.questions.{key}"))
        self.row.refresh()
        shown = [group for group in groups if group.is_unsettled or not self.only_unsettled or not has_both]
        self.groups.layout.setSpacing(look.space_px(18))
        for box, group in zip(self.groups.show(len(shown)), shown, strict=True):
            box.fill(group, look)


class GroupBox(QWidget):
    """The questions of one state under its heading."""

    def __init__(self, page: QuestionsPage) -> None:
        super().__init__(page)
        self._page = page
        inner = column(self)
        self.heading = ReadingView(self)
        self.heading.copy_requested.connect(page.copy_requested)
        inner.addWidget(self.heading)
        self.rows = Pool(inner, self._make_row)
        self._targets: dict[TextButton, str] = {}

    def _make_row(self) -> TextButton:
        row = TextButton(self)
        row.clicked.connect(lambda _checked: self._page.claim_requested.emit(self._targets[row]))
        return row

    def fill(self, group: QuestionGroup, look: Look) -> None:
        """Show a group."""
        state, count = look.say(f"panel.claim.{group.status}"), look.number(len(group.questions))
        heading = look.say("panel.questions.group", state=state, number=count)
        told = [words(heading, "subheading", kind=BlockKind.HEADING)]
        told.append(words(look.say(f"panel.claim.means.{group.status}"), "small"))
        self.heading.set_paragraphs(told, look.typesetter)
        self._targets.clear()
        for row, question in zip(self.rows.show(len(group.questions)), group.questions, strict=True):
            self._targets[row] = question.id
            title, counts = _told(question, look)
            row.fill(look, [title, counts])
            row.setAccessibleName(f"{question.about}, {state}")
            row.setAccessibleDescription(counts.text)


def _head(groups: tuple[QuestionGroup, ...], look: Look) -> list[Paragraph]:
    title = words(look.say("panel.questions"), "title", kind=BlockKind.HEADING)
    if not groups:
        return [title, words(look.say("panel.questions.none"), "reading")]
    total = sum(len(group.questions) for group in groups)
    waiting = sum(len(group.questions) for group in groups if group.is_unsettled)
    counted = look.say("panel.questions.count", count=total, unsettled=waiting)
    return [title, words(look.say("panel.questions.lead"), "reading"), words(counted, "small")]


def _told(question: Question, look: Look) -> tuple[Paragraph, Paragraph]:
    title = ParagraphWriter()
    title.add(at_the_start(question.about), Emphasis.STRONG)
    told = [look.say("panel.account-count", count=question.accounts)]
    if question.events:
        told.append(look.say("panel.event-count", count=question.events))
    return (
        title.paragraph("body", language=question.about.language),
        words(" · ".join(told), "small"),
    )
