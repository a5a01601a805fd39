# SPDX-License-Identifier: MIT
"""Where Shift and a movement key take the end of a selection."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from timeline_app.ui.reading.paragraph_layout import ParagraphLayout
from timeline_app.ui.reading.selection import TextPlace

_MOVES = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}


def extends_selection(event: QKeyEvent) -> bool:
    """Tell whether a key press moves the end of the selection."""
    return event.key() in _MOVES and bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)


def moved(place: TextPlace, layouts: Sequence[ParagraphLayout], event: QKeyEvent) -> TextPlace:
    """Return the place to which the key moves the cursor."""
    key = event.key()
    whole = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
        return _to_end(place, layouts, forward=key == Qt.Key.Key_End, whole=whole)
    if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
        return _by_line(place, layouts, 1 if key == Qt.Key.Key_Down else -1)
    return _by_step(place, layouts, forward=key == Qt.Key.Key_Right, by_word=whole)


def _to_end(place: TextPlace, layouts: Sequence[ParagraphLayout], *, forward: bool, whole: bool) -> TextPlace:
    if whole:
        last = len(layouts) - 1
        return TextPlace(last, len(layouts[last].paragraph.text)) if forward else TextPlace(0, 0)
    ends = layouts[place.paragraph].line_ends(place.position)
    return TextPlace(place.paragraph, ends[1] if forward else ends[0])


def _by_line(place: TextPlace, layouts: Sequence[ParagraphLayout], lines: int) -> TextPlace:
    inside = layouts[place.paragraph].line_step(place.position, lines)
    if inside is not None:
        return TextPlace(place.paragraph, inside)
    following = place.paragraph + lines
    if not 0 <= following < len(layouts):
        return _to_end(place, layouts, forward=lines > 0, whole=True)
    return TextPlace(following, 0 if lines > 0 else len(layouts[following].paragraph.text))


def _by_step(
    place: TextPlace, layouts: Sequence[ParagraphLayout], *, forward: bool, by_word: bool
) -> TextPlace:
    position = layouts[place.paragraph].step(place.position, forward=forward, by_word=by_word)
    if position != place.position:
        return TextPlace(place.paragraph, position)
    following = place.paragraph + (1 if forward else -1)
    if not 0 <= following < len(layouts):
        return place
    return TextPlace(following, 0 if forward else len(layouts[following].paragraph.text))
