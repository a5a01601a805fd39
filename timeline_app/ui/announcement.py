# SPDX-License-Identifier: MIT
"""Has a text read aloud to those who listen, when they have come to a stop.

Not every screen reader reads what is announced: what stays true is in a description too, and that is told anew.
"""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Tell a text politely, in the name of a widget; nothing is told where nobody listens."""
    if text and QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(widget, text)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)


def describe_anew(widget: QWidget) -> None:
    """Tell that a widget is described by other words now, and so is what has the keyboard in it."""
    if not QAccessible.isActive():
        return
    whole = QAccessible.queryAccessibleInterface(widget)
    focused: QAccessibleInterface | None = whole.focusChild()
    for part in (whole, focused):
        if part is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(part, QAccessible.Event.DescriptionChanged))
