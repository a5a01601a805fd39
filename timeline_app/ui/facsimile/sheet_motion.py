# SPDX-License-Identifier: MIT
"""How the view of a facsimile moves to where it is sent."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from timeline_app.base.clock import Clock
from timeline_app.ui.facsimile.sheet_view import SheetView, between
from timeline_app.ui.travelling import Travelling


class SheetMotion(Travelling[SheetView]):
    """Holds the displayed view of a page and the one that is aimed at."""

    def __init__(self, clock: Clock, changed: Callable[[], None], owner: QWidget) -> None:
        super().__init__(clock, between, changed, owner)
