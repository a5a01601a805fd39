# SPDX-License-Identifier: MIT
"""The order in which Tab goes through a window whose parts come and go: part by part, each as it is read."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget


def tab_stops(parts: Iterable[QWidget]) -> list[QWidget]:
    """Return what Tab can come to in parts that are seen, from the top down, and line by line."""
    found: list[QWidget] = []
    for part in parts:
        if part.isVisible():
            within = [widget for widget in (part, *part.findChildren(QWidget)) if _is_stop(widget)]
            found.extend(sorted(within, key=lambda widget: _place_in(part, widget)))
    return found


def step(stops: list[QWidget], here: QWidget | None, *, forward: bool) -> QWidget | None:
    """Return what Tab comes to from somewhere; None beyond either end, where nothing is in hand."""
    at = stops.index(here) if here in stops else -1 if forward else len(stops)
    at += 1 if forward else -1
    return stops[at] if 0 <= at < len(stops) else None


def _is_stop(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled()


def _place_in(part: QWidget, widget: QWidget) -> tuple[int, int, int]:
    at = widget.mapTo(part, QPoint(0, 0)) if widget is not part else QPoint(0, 0)
    # What holds others stands before them.
    return at.y(), at.x(), -widget.width()
