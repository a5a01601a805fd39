# SPDX-License-Identifier: MIT
"""What tests of the reading widget and the panel are set up with, and how they look at accessible trees."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from timeline_app.base.messages import Translator
from timeline_app.ui.fonts import load_fonts
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading.typesetter import Typesetter
from timeline_app.ui.style_sheet import style_sheet
from timeline_app.ui.theme import Theme, load_theme

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@cache
def english() -> Translator:
    return Translator.from_file(RESOURCES / "languages" / "en.json")


@cache
def theme(name: str = "light") -> Theme:
    return load_theme(RESOURCES / "themes", name)


@cache
def bundled_fonts() -> None:
    assert load_fonts(RESOURCES / "fonts") == ()


def typesetter(text_scale: float = 1.0, name: str = "light") -> Typesetter:
    bundled_fonts()
    return Typesetter(theme(name), text_scale)


def look(text_scale: float = 1.0, name: str = "light") -> Look:
    return Look(english(), typesetter(text_scale, name))


def dress(app: QApplication, text_scale: float = 1.0, name: str = "light") -> None:
    bundled_fonts()
    app.setStyleSheet(style_sheet(theme(name), text_scale))


def show(widget: QWidget, width: int, height: int) -> None:
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    QApplication.processEvents()


def tree(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield a node and all that is below it and may be reached by a screen reader."""
    if node.state().invisible:
        return
    yield node
    for index in range(node.childCount()):
        child = node.child(index)
        if child is not None:
            yield from tree(child)


def accessible(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def name_of(node: QAccessibleInterface) -> str:
    return node.text(QAccessible.Text.Name)


def description_of(node: QAccessibleInterface) -> str:
    return node.text(QAccessible.Text.Description)


def spoken(widget: QWidget) -> str:
    """Return every name and description below a widget, one a line."""
    return "\n".join(f"{name_of(node)}\n{description_of(node)}" for node in tree(accessible(widget)))
