# SPDX-License-Identifier: MIT
"""The panel's part of the application style sheet, by the dynamic property `role` of its widgets.

    role              widget         what it is
    panel             QScrollArea    the panel itself; `ring` is true while the keyboard has brought the focus to it
    button-primary    QPushButton    the one act that is asked for: Show
    button-quiet      QPushButton    all other acts
    button-link       QPushButton    small acts beside a text: Copy address, Open in browser
    button-number     QPushButton    a note's number before its entry; leads back to the text

Text, cards, chips and rows paint themselves from theme tokens (`reading`, `pieces`).
"""

from __future__ import annotations

from typing import Final

from timeline_app.ui.theme import Theme
from timeline_app.ui.type_scale import SANS

ROLE: Final = "role"

_SHEET: Final = """
QScrollArea[role="panel"] {{ background: {panel}; border: 3px solid {panel}; }}
QScrollArea[role="panel"][ring="true"] {{ border: 3px solid {focus}; }}
QScrollArea[role="panel"] > QWidget > QWidget {{ background: {panel}; }}
QPushButton[role="button-primary"], QPushButton[role="button-quiet"] {{
    font-family: "{sans}"; font-size: {control_px}px; font-weight: 500;
    min-height: {height_px}px; padding: 0 {side_px}px; border-radius: 6px;
}}
QPushButton[role="button-primary"] {{
    color: {on_accent}; background: {accent}; border: 3px solid {accent};
}}
QPushButton[role="button-primary"]:hover {{ background: {accent_hover}; border-color: {accent_hover}; }}
QPushButton[role="button-primary"]:pressed {{ background: {accent_pressed}; }}
QPushButton[role="button-quiet"] {{
    color: {ink}; background: {control}; border: 1px solid {control_edge}; margin: 2px;
}}
QPushButton[role="button-quiet"]:hover {{ background: {control_hover}; }}
QPushButton[role="button-quiet"]:pressed {{ background: {control_pressed}; }}
QPushButton[role="button-number"] {{
    font-family: "{sans}"; font-size: {control_px}px; font-weight: 600; color: {link};
    background: transparent; border: 3px solid transparent; border-radius: 6px;
    min-width: {number_px}px; min-height: {number_px}px; padding: 0;
}}
QPushButton[role="button-link"] {{
    font-family: "{sans}"; font-size: {small_px}px; font-weight: 500; color: {link};
    background: transparent; border: 3px solid transparent; border-radius: 6px;
    min-height: {link_px}px; padding: 0 {link_side_px}px;
}}
QPushButton[role="button-link"]:hover {{ background: {control_hover}; }}
QPushButton[role="button-link"]:pressed {{ background: {control_pressed}; }}
QPushButton[role="button-number"]:hover {{ background: {control_hover}; }}
QPushButton[role="button-number"]:disabled {{ color: {ink_second}; }}
QPushButton[role="button-primary"]:focus, QPushButton[role="button-link"]:focus,
QPushButton[role="button-number"]:focus {{
    border: 3px solid {focus};
}}
QPushButton[role="button-quiet"]:focus {{ border: 3px solid {focus}; margin: 0; }}
"""

_TOKENS: Final = (
    "accent",
    "accent-hover",
    "accent-pressed",
    "control",
    "control-edge",
    "control-hover",
    "control-pressed",
    "focus",
    "ink",
    "ink-second",
    "link",
    "on-accent",
    "panel",
)


def panel_style_sheet(theme: Theme, text_scale: float) -> str:
    """Return the rules for the panel's own controls."""
    sizes = {
        "control_px": round(14 * text_scale),
        "height_px": max(round(24 * text_scale), 24),
        "link_px": max(round(18 * text_scale), 18),
        "link_side_px": round(3 * text_scale),
        "small_px": round(12 * text_scale),
        "number_px": max(round(20 * text_scale), 20),
        "side_px": round(10 * text_scale),
    }
    colours = {token.replace("-", "_"): theme.colour(token) for token in _TOKENS}
    return _SHEET.format(sans=SANS, **sizes, **colours)
