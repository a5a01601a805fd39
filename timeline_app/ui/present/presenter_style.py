# SPDX-License-Identifier: MIT
"""How the presenter's window looks: dark, in sizes that follow the window's, by the `role` of its widgets."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont

from timeline_app.state.app_state import ThemeChoice
from timeline_app.ui.fonts import font_for
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading.typesetter import Typesetter
from timeline_app.ui.theme import Theme
from timeline_app.ui.type_scale import JAPANESE, KOREAN, SANS, SERIF, TYPE_SCALE

DESIGN_W_PX: Final = 1920.0
DESIGN_H_PX: Final = 1080.0
LEAST_SCALE: Final = 0.72
SMALL_SCALE: Final = 0.9
"""On a smaller screen what is said beside the notes is said in fewer words: the notes need the room."""
MOST_SCALE: Final = 3.0
MOST_WORDS: Final = 1.5
"""Who has all text larger has what is read here so much larger at most: the picture and the notes need their room."""
LEAST_TARGET_PX: Final = 44
"""So large is all that can be pressed: one presses it standing, with the eyes on the class."""
RING_PX: Final = 3
AMBER: Final = "passage-rule"

SIZES_PX: Final = {
    "digits": 62.0,
    "title": 31.0,
    "line": 20.0,
    "small": 20.0,
    "pace": 22.0,
    "section": 16.0,
    "key": 18.0,
    "cap": 16.0,
}
"""Type sizes at the size of the design."""
WORDS: Final = frozenset({"line", "small", "pace", "section"})
"""What grows with the size of all text; titles and digits are large, and keys have the room that they have."""

_SHEET: Final = """
#presenter, #presenter QStackedWidget {{ background: {panel}; }}
QFrame[role="card"] {{ background: {card}; border: 1px solid {hairline}; border-radius: {corner_px}px; }}
QFrame[role="plain"], QScrollArea, QWidget[role="clear"] {{ background: transparent; border: 0; }}
QLabel {{ background: transparent; color: {ink}; font-family: {sans}; font-size: {line_px}px; }}
QLabel[role="digits"] {{ font-size: {digits_px}px; font-weight: 600; }}
QLabel[role="title"] {{ font-family: {serif}; font-size: {title_px}px; font-weight: 600; }}
QLabel[role="line"] {{ color: {ink_second}; }}
QLabel[role="small"] {{ color: {ink_second}; font-size: {small_px}px; }}
QLabel[role="pace"] {{ font-size: {pace_px}px; font-weight: 600; }}
QLabel[role="section"] {{ color: {ink_second}; font-size: {section_px}px; font-weight: 600; letter-spacing: 1px; }}
QLabel[near="last"] {{ color: {warning}; }}
QLabel[near="over"] {{ color: {error}; }}
QLabel[role="pill"] {{
    color: {on_pill}; background: {pill}; border-radius: {corner_px}px; padding: {gap_px}px {pad_px}px;
    font-weight: 600;
}}
QPushButton {{
    color: {ink}; background: {control}; border: 1px solid {control_edge}; border-radius: {corner_px}px;
    min-height: {target_px}px; min-width: {target_px}px; padding: 0 {gap_px}px; margin: 2px;
    font-family: {sans}; font-size: {key_px}px; font-weight: 500;
}}
QPushButton:hover {{ background: {control_hover}; }}
QPushButton:pressed {{ background: {control_pressed}; }}
QPushButton:checked {{ color: {on_pill}; background: {pill}; border-color: {pill}; }}
QPushButton:disabled {{ color: {control_disabled_text}; border-color: {hairline}; }}
QPushButton:focus {{ border: {ring_px}px solid {focus}; margin: 0; }}
QScrollBar:vertical {{ width: {scroll_px}px; background: transparent; border: 0; }}
QScrollBar::handle:vertical {{
    background: {scroll_handle}; border: 3px solid {card}; border-radius: {scroll_round_px}px; min-height: 44px;
}}
QScrollArea:focus {{ border: {ring_px}px solid {focus}; }}
"""


def theme_name(choice: ThemeChoice) -> str:
    """Return the theme of the presenter's window: dark in a dark room, unless one needs strong contrast."""
    return choice.value if choice is ThemeChoice.HIGH_CONTRAST else ThemeChoice.DARK.value


def scale_of(width_px: int, height_px: int) -> float:
    """Return by how much sizes differ from those of the design."""
    fitting = min(width_px / DESIGN_W_PX, height_px / DESIGN_H_PX)
    return round(min(max(fitting, LEAST_SCALE), MOST_SCALE), 2)


def words_share(text_size_percent: int) -> float:
    """Return by how much what is read is larger for somebody who has all text larger."""
    return min(text_size_percent / 100, MOST_WORDS)


def presenter_sheet(theme: Theme, scale: float, words: float = 1.0) -> str:
    """Return the style sheet of the window; what is read is so many times as large."""
    colours = {token.replace("-", "_"): colour for token, colour in theme.tokens.items()}
    scroll_px = max(round(16 * scale), 14)
    return _SHEET.format(
        **colours,
        **{
            f"{role}_px": round(size_px * scale * (words if role in WORDS else 1.0))
            for role, size_px in SIZES_PX.items()
        },
        pill=theme.colour(AMBER),
        on_pill=theme.colour("sunken") if theme.is_dark else theme.colour("paper"),
        sans=_families(SANS),
        serif=_families(SERIF),
        corner_px=round(8 * scale),
        gap_px=round(8 * scale),
        pad_px=round(16 * scale),
        target_px=max(round(LEAST_TARGET_PX * scale), LEAST_TARGET_PX) - 2,
        ring_px=RING_PX,
        scroll_px=scroll_px,
        scroll_round_px=scroll_px // 2,
    )


class PresenterType(Typesetter):
    """Type in the sizes of this window; `words` tells by how much what is read is larger."""

    def __init__(self, theme: Theme, text_scale: float, words: float) -> None:
        super().__init__(theme, text_scale)
        self.words = words


def reading_look(look: Look) -> Look:
    """Return the look of what is painted with the fonts of the panel, in the sizes of this window."""
    kind = look.typesetter
    words = kind.words if isinstance(kind, PresenterType) else 1.0
    scale = kind.text_scale * words * SIZES_PX["line"] / TYPE_SCALE["body"].size_px
    return Look(look.translator, Typesetter(look.typesetter.theme, scale))


def font_of(role: str, scale: float, language: str = "") -> QFont:
    """Return the font of a role, for what is painted."""
    font = QFont(font_for("title" if role == "title" else "body-strong", language))
    font.setPixelSize(round(SIZES_PX[role] * scale))
    return font


def _families(latin: str) -> str:
    return ", ".join(f'"{family}"' for family in (latin, JAPANESE, KOREAN))
