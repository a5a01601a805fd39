# SPDX-License-Identifier: MIT
"""Which control of each place in the panel had the keyboard, for those who come back to it by Back or Forward.

Controls are kept by kind and name: the pages fill the same widgets anew for other places.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from timeline_app.ui.last_input import was_by_hand
from timeline_app.ui.panels.page import Page
from timeline_app.ui.panels.scroll_memory import MOST_PLACES, PanelPlace

NO_STOP: Final = Qt.FocusPolicy.NoFocus


class _Control(NamedTuple):
    """A button as a reader knows it, and the how manieth it is of those that are called so."""

    kind: type[QAbstractButton]
    name: str
    number: int


class KeyboardMemory:
    """Gives the keyboard back to the button from which somebody went on, such as a name in a long list."""

    def __init__(self) -> None:
        self._kept: dict[PanelPlace, _Control] = {}

    def leave(self, place: PanelPlace, part: QWidget | None) -> None:
        """Note which part has the keyboard while a place is left; it is still filled as it was."""
        self._kept.pop(place, None)
        page = _page_of(part)
        if not isinstance(part, QAbstractButton) or page is None or not _name_of(part):
            return
        alike = _called(page, type(part), _name_of(part))
        if part in alike:
            self._kept[place] = _Control(type(part), _name_of(part), alike.index(part))
        if len(self._kept) > MOST_PLACES:
            del self._kept[next(iter(self._kept))]

    def give_back(self, place: PanelPlace, page: QWidget) -> None:
        """Put the keyboard where it was in a place, if that is still there; who comes by hand needs no ring around it."""
        if was_by_hand(page):
            return
        kept = self._kept.get(place)
        alike = _called(page, kept.kind, kept.name) if kept is not None else []
        if kept is not None and kept.number < len(alike):
            alike[kept.number].setFocus(Qt.FocusReason.OtherFocusReason)


def _page_of(part: QWidget | None) -> QWidget | None:
    while part is not None and not isinstance(part, Page):
        part = part.parentWidget()
    return part


def _called(page: QWidget, kind: type[QAbstractButton], name: str) -> list[QAbstractButton]:
    found = [each for each in page.findChildren(kind) if _name_of(each) == name]
    return [each for each in found if each.isVisibleTo(page) and each.focusPolicy() != NO_STOP]


def _name_of(button: QAbstractButton) -> str:
    return button.accessibleName() or button.text()
