# SPDX-License-Identifier: MIT
"""The panel's part of the application style sheet, by the dynamic property `role` of its widgets.

    role     widget         what it is
    panel    QScrollArea    the panel itself; `ring` is true while the keyboard has brought the focus to it

Text, cards, chips, rows and buttons paint themselves from theme tokens (`reading`, `pieces`, `buttons`).
"""

from __future__ import annotations

from typing import Final

from timeline_app.ui.theme import Theme

ROLE: Final = "role"
RING: Final = "ring"

_SHEET: Final = """
QScrollArea[role="panel"] {{ background: {panel}; border: 3px solid {panel}; }}
QScrollArea[role="panel"][ring="true"] {{ border: 3px solid {focus}; }}
QScrollArea[role="panel"] > QWidget > QWidget {{ background: {panel}; }}
"""


def panel_style_sheet(theme: Theme, text_scale: float) -> str:
    """Return the rules for the panel's own widgets; the ring keeps its width at every text size."""
    del text_scale
    return _SHEET.format(panel=theme.colour("panel"), focus=theme.colour("focus"))
