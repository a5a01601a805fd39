# SPDX-License-Identifier: MIT
"""The page of filters: dates, facets with their values and counts, what is left of the exhibit, filters saved by name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from timeline_app.model.filtering import Filtering, Loosened
from timeline_app.model.filters import FACETS, FacetName
from timeline_app.model.prose import BlockKind
from timeline_app.model.showing import Showing
from timeline_app.state.filter_words import count_message, loosen_message
from timeline_app.state.saved_filters import SavedFilter
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.filter_dates import DatesBox
from timeline_app.ui.panels.filter_facet import FacetBox
from timeline_app.ui.panels.filter_saved import SavedBox
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import Page, show_text
from timeline_app.ui.reading.paragraphs import Paragraph, words

MOST_LOOSENED = 3


class FilterPage(Page):
    """Asks for values and dates; what is searched for within a facet is its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loosened: tuple[Loosened, ...] = ()
        self.head = self.add_text()
        self.row = ButtonRow(self)
        self.clear_button = self.row.add("quiet", lambda: self._wish("filters.clear"))
        self.loosen_buttons = [
            self.row.add("quiet", partial(self._loosen, place)) for place in range(MOST_LOOSENED)
        ]
        self.column.addWidget(self.row)
        self.dates = DatesBox(self, self._ask_dates)
        self.column.addWidget(self.dates)
        self.boxes: dict[FacetName, FacetBox] = {
            facet: FacetBox(self, facet, self._toggle) for facet in FACETS
        }
        for box in self.boxes.values():
            self.column.addWidget(box)
        self.foot = self.add_text()
        self.saved = SavedBox(self, self._wish_named)
        self.column.addWidget(self.saved)

    def fill(self, showing: Showing, saved: Sequence[SavedFilter], look: Look) -> None:
        """Show what there is to filter by; of a large exhibit, at first only that it is being counted."""
        self.set_spacing(look)
        filtering = showing.filtering
        is_ready = filtering.is_ready
        at = self._at()
        show_text(self.head, _head(filtering, look, is_ready=is_ready), look)
        self._fill_row(filtering, look, is_ready=is_ready)
        self.dates.fill(filtering.dates, filtering.certain if is_ready else None, look)
        views = {view.facet: view for view in filtering.views} if is_ready else {}
        for facet, box in self.boxes.items():
            box.setVisible(facet in views)
            if facet in views:
                box.fill(views[facet], look)
        show_text(self.foot, _foot(filtering, showing, look), look)
        self.saved.fill(saved, look, can_save=filtering.is_active)
        self._return_to(at)

    def take_focus(self, reason: Qt.FocusReason) -> bool:
        """Put the keyboard to the first value, as soon as there is one."""
        first = next((row for box in self.boxes.values() if not box.isHidden() for row in box.rows), None)
        (first or self.dates.field).setFocus(reason)
        return True

    def arrive(self, *, takes_focus: bool) -> None:
        """Put the keyboard to the first value, if it was in the panel before."""
        if takes_focus:
            self.take_focus(Qt.FocusReason.OtherFocusReason)

    def _fill_row(self, filtering: Filtering, look: Look, *, is_ready: bool) -> None:
        loosened = filtering.loosened[:MOST_LOOSENED] if is_ready and not filtering.shown else ()
        self._loosened = tuple(facet for facet, _ in loosened)
        self.clear_button.setVisible(filtering.is_active)
        self.clear_button.fill(look, look.say("filters.clear"))
        for place, button in enumerate(self.loosen_buttons):
            button.setVisible(place < len(loosened))
            if place < len(loosened):
                button.fill(look, look.translator.text(loosen_message(*loosened[place])))
        self.row.setVisible(filtering.is_active)
        self.row.refresh()

    # -- the row at hand --------------------------------------------------------------------------

    def _at(self) -> tuple[FacetName, str] | None:
        """Return the value at which the keyboard is."""
        focused = QApplication.focusWidget()
        found = ((facet, box.value_of(focused)) for facet, box in self.boxes.items())
        return next(((facet, value) for facet, value in found if value is not None), None)

    def _return_to(self, at: tuple[FacetName, str] | None) -> None:
        """Keep the keyboard at its value, in whichever row that stands now."""
        row = self.boxes[at[0]].row_of(at[1]) if at is not None else None
        if row is not None and not row.hasFocus():
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- wishes -----------------------------------------------------------------------------------

    def _wish(self, command_id: str, **arguments: str | bool) -> None:
        self.command_requested.emit(command_id, arguments)

    def _toggle(self, facet: FacetName, value: str) -> None:
        self._wish("filters.toggle", facet=facet, value=value)

    def _loosen(self, place: int) -> None:
        self._wish("filters.loosen", facet=self._loosened[place])

    def _ask_dates(self, text: str, certain: bool) -> None:  # noqa: FBT001 — a value, not a switch
        self._wish("filters.dates", text=text, certain=certain)

    def _wish_named(self, command_id: str, name: str) -> None:
        self._wish(command_id, name=name)


def _head(filtering: Filtering, look: Look, *, is_ready: bool) -> list[Paragraph]:
    told = [words(look.say("filters.title"), "title", kind=BlockKind.HEADING)]
    if not is_ready:
        return [*told, words(look.say("filters.counting"), "reading")]
    if not filtering.is_active:
        return [*told, words(look.say("filters.lead"), "reading")]
    told.append(words(look.translator.text(count_message(filtering)), "reading"))
    if not filtering.shown:
        key = "filters.none-left-why" if filtering.loosened else "filters.none-left-many"
        told.append(words(look.say(key), "reading"))
    return told


def _foot(filtering: Filtering, showing: Showing, look: Look) -> list[Paragraph]:
    """Return what must be said of what is not offered."""
    told: list[str] = []
    if filtering.leaves_out:
        told.append("filters.not-asked")
    if showing.lens.known_at is not None:
        told.append("filters.past")
    if not filtering.is_graded:
        told.append("filters.not-graded")
    return [words(look.say(key), "small") for key in told]
