# SPDX-License-Identifier: MIT
"""The lists of all people and of all places: by kind and name, with a field that finds a name in any script."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from timeline_app.model.person_views import KINDS, ListedName, NameGroup
from timeline_app.model.place_views import CERTAINTIES
from timeline_app.model.prose import BlockKind, Emphasis
from timeline_app.model.showing import Showing
from timeline_app.search.folding import folded
from timeline_app.ui.fonts import font_for
from timeline_app.ui.panels.leading_rows import LeadingRows
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import Page, show_text
from timeline_app.ui.panels.pieces import TextButton, column
from timeline_app.ui.reading.paragraphs import Paragraph, ParagraphWriter, words

AT_FIRST: Final = 80
"""So many names of a group are shown at once: more than most exhibits have."""


class NamesPage(Page):
    """Lists names in groups; what stands in the field is the page's own to remember, as long as an exhibit is open."""

    kinds: tuple[str, ...] = ()
    """The groups in their order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[NameGroup, ...] = ()
        self._by_id: dict[str, ListedName] = {}
        self._path: Path | None = None
        self.head = self.add_text()
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _text: self._find())
        self.column.addWidget(self.field)
        self.found = self.add_text()
        self.lists = {kind: LeadingRows(self, self._open, AT_FIRST) for kind in self.kinds}
        inner = column(holder := QWidget(self))
        self._lists_column = inner
        for rows in self.lists.values():
            inner.addWidget(rows)
        self.column.addWidget(holder)

    def fill(self, groups: Sequence[NameGroup], path: Path | None, showing: Showing, look: Look) -> None:
        """Show all names of the exhibit of a file, or those that hold what stands in the field."""
        self.set_spacing(look)
        if path != self._path:
            self._path = path
            with QSignalBlocker(self.field):
                self.field.clear()
        self._lists_column.setSpacing(look.space_px(18))
        self._groups = tuple(groups)
        self._by_id = {one.id: one for group in groups for one in group.names}
        show_text(self.head, self._head(showing, look), look)
        self.field.setVisible(bool(self._by_id))
        self.field.setFont(font_for("control", look.translator.language, look.typesetter.text_scale))
        self.field.setPlaceholderText(look.say(self._key("find")))
        self.field.setAccessibleName(look.say(self._key("find")))
        self._show_found()

    def take_focus(self, reason: Qt.FocusReason) -> bool:
        """Put the keyboard into the field."""
        if self.field.isHidden():
            return False
        self.field.setFocus(reason)
        return True

    def forget_others(self, showing: Showing | None) -> None:
        """Let go of all names: they are an exhibit's."""
        del showing
        self._groups, self._by_id = (), {}
        for rows in self.lists.values():
            rows.forget()

    def _head(self, showing: Showing, look: Look) -> list[Paragraph]:
        told = [words(look.say(self._key("title")), "title", kind=BlockKind.HEADING)]
        if not showing.is_catalogued:
            return [*told, words(look.say("filters.counting"), "reading")]
        if not self._by_id:
            return [*told, words(look.say(self._key("none")), "reading")]
        count = look.say(self._key("count"), count=len(self._by_id))
        if showing.lens.known_at is not None:
            return [*told, words(count, "small"), words(look.say(self._key("past")), "small")]
        return [*told, words(count, "small")]

    def _find(self) -> None:
        with self.held_still():
            self._show_found()

    def _show_found(self) -> None:
        look, wanted = self._look, folded(self.field.text()).strip()
        if look is None:
            return
        named_by = {group.kind: group.names for group in self._groups}
        total = 0
        for kind, rows in self.lists.items():
            ids = [one.id for one in named_by.get(kind, ()) if holds(one, wanted)]
            total += len(ids)
            rows.fill(look, self._key(f"group.{kind}"), ids, self._fill_row)
        told = ""
        if wanted and self._by_id:
            told = look.say(self._key("found"), count=total)
        show_text(self.found, [words(told, "small")] if told else [], look)

    def _fill_row(self, row: TextButton, name: str) -> None:
        one, look = self._by_id[name], self._look
        if look is None:
            return
        count = look.say("panel.event-count", count=one.count)
        title = ParagraphWriter()
        title.add(one.names[0], Emphasis.STRONG)
        for other in one.names[1:]:
            title.add(" ")
            title.add(other)
        title.add(f"  {count}", ink="ink-second")
        told = [title.paragraph("body", language=one.names[0].language)]
        row.fill(look, [*told, *([words(one.about, "small")] if one.about else [])])
        row.setAccessibleName(look.say("person.row", name=" ".join(map(str, one.names)), events=count))
        row.setAccessibleDescription(str(one.about or ""))

    def _key(self, name: str) -> str:
        """Return the key of a message on what is listed."""
        raise NotImplementedError

    def _open(self, name: str) -> None:
        raise NotImplementedError


def holds(one: ListedName, wanted: str) -> bool:
    """Tell whether one of the names holds a folded text."""
    return any(wanted in folded(str(name)) for name in one.names)


class PeoplePage(NamesPage):
    """Lists people, organisations and terms."""

    kinds = KINDS

    def _key(self, name: str) -> str:
        return f"people.{name}"

    def _open(self, name: str) -> None:
        self.command_requested.emit("person.open", {"id": name})


class PlacesPage(NamesPage):
    """Lists places by how surely they are placed."""

    kinds = CERTAINTIES

    def _key(self, name: str) -> str:
        return f"places.{name}"

    def _open(self, name: str) -> None:
        self.command_requested.emit("place.open", {"id": name})
