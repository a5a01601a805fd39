# SPDX-License-Identifier: MIT
"""The one application style sheet and the palette beneath it: header, buttons, menus, dialogs, scroll bars.

Meant for the Fusion style, which draws what no rule names (check boxes, sliders) from the palette.
Sizes follow the type scale times the text size. Widgets say what they are by object name or by the
dynamic property `role`; the panel's own rules stand in `ui.panels.styles` and are appended here.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QPalette

from timeline_app.ui.canvas.inks import qcolor
from timeline_app.ui.panels.styles import panel_style_sheet
from timeline_app.ui.theme import Theme
from timeline_app.ui.type_scale import JAPANESE, KOREAN, SANS

RING_PX: Final = 3
"""The focus ring: at least three pixels, whatever the text size (kiosk.md A4)."""

_GROUNDS: Final = """
#main-window, #start-page, #start-page-ground {{ background: {paper}; color: {ink}; }}
#panel-frame {{ background: {panel}; }}
#header {{ background: {paper}; border: 0; border-bottom: 1px solid {hairline}; }}
#header QLabel {{ background: transparent; }}
QLabel[role="header-title"] {{ color: {ink}; }}
QLabel[role="header-subtitle"] {{ color: {ink_second}; }}
#evidence-bar {{ background: {sunken}; border: 0; border-bottom: 1px solid {hairline}; }}
#evidence-bar QLabel {{ background: transparent; color: {ink}; }}
#evidence-bar QLabel[role="bar-more"] {{ color: {ink_second}; }}
#tour-strip {{ background: {sunken}; border: 0; border-bottom: 1px solid {hairline}; }}
#tour-strip QLabel {{ background: transparent; color: {ink}; }}
#reading-line {{ background: {popup}; border: 1px solid {hairline_strong}; border-radius: 8px; }}
#reading-line QLabel {{ background: transparent; color: {ink}; }}
QDialog, QMessageBox {{ background: {popup}; color: {ink}; }}
QToolTip {{
    background: {tooltip}; color: {tooltip_text}; border: 1px solid {tooltip};
    font-family: {sans}; font-size: {small_px}px; padding: {gap_px}px {pad_px}px;
}}
"""

_BUTTONS: Final = """
QPushButton {{
    color: {ink}; background: {control}; border: 1px solid {control_edge}; border-radius: 6px;
    min-height: {button_px}px; padding: {inset_px}px {side_px}px; margin: 2px;
    font-family: {sans}; font-size: {text_px}px; font-weight: 500;
}}
QPushButton:hover {{ background: {control_hover}; }}
QPushButton:pressed, QPushButton:checked {{ background: {control_pressed}; }}
QPushButton:disabled {{ color: {control_disabled_text}; border-color: {hairline}; }}
QPushButton:default, QPushButton[role="button-primary"], QPushButton[role="header-present"] {{
    color: {on_accent}; background: {accent}; border-color: {accent};
}}
QPushButton:default:hover, QPushButton[role="button-primary"]:hover, QPushButton[role="header-present"]:hover {{
    background: {accent_hover};
}}
QPushButton:default:pressed, QPushButton[role="button-primary"]:pressed, QPushButton[role="header-present"]:pressed {{
    background: {accent_pressed};
}}
QPushButton:focus {{ border: {ring_px}px solid {focus}; margin: 0; }}
QPushButton:default:focus, QPushButton[role="button-primary"]:focus, QPushButton[role="header-present"]:focus {{
    color: {ink}; background: {control}; border: {ring_px}px solid {focus}; margin: 0;
}}
QPushButton[role="menu-button"] {{ padding-right: {arrow_px}px; }}
QPushButton[role="header-words"] {{ min-height: 0px; padding: 0 {side_px}px; }}
QPushButton[role="header-present"] {{ min-height: 0px; padding: 0 {bold_px}px; }}
QToolButton {{
    color: {ink}; background: transparent; border: {ring_px}px solid transparent; border-radius: 8px;
    padding: 0; font-family: {sans}; font-size: {text_px}px;
}}
QToolButton:hover {{ background: {control_hover}; }}
QToolButton:pressed, QToolButton:open {{ background: {control_pressed}; }}
QToolButton:checked {{ background: {control_hover}; }}
QToolButton:disabled {{ color: {control_disabled_text}; }}
QToolButton:focus {{ border-color: {focus}; }}
QToolButton::menu-indicator {{ image: none; }}
QToolButton[role="header-button"] {{
    background: {control}; border: 1px solid {control_edge}; border-radius: 7px; margin: 2px;
}}
QToolButton[role="header-button"]:hover {{ background: {control_hover}; }}
QToolButton[role="header-button"]:pressed, QToolButton[role="header-button"]:open,
QToolButton[role="header-button"]:checked {{ background: {control_pressed}; }}
QToolButton[role="header-button"]:disabled {{ background: transparent; border-color: {hairline}; }}
QToolButton[role="header-button"]:focus {{ border: {ring_px}px solid {focus}; margin: 0; }}
"""

_FIELDS: Final = """
QLineEdit, QPlainTextEdit, QTextEdit, QListView, QTreeView, QTableView {{
    color: {ink}; background: {control}; border: 1px solid {control_edge}; border-radius: 6px;
    padding: {inset_px}px; margin: 2px; selection-background-color: {selection};
    selection-color: {selection_text}; font-family: {sans}; font-size: {text_px}px;
}}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QListView:focus, QTreeView:focus,
QTableView:focus {{ border: {ring_px}px solid {focus}; margin: 0; }}
QCheckBox, QRadioButton {{
    color: {ink}; spacing: {pad_px}px; padding: {inset_px}px; border: {ring_px}px solid transparent;
    border-radius: 6px; font-family: {sans}; font-size: {text_px}px;
}}
QCheckBox::indicator, QRadioButton::indicator {{
    width: {sign_px}px; height: {sign_px}px; background: {control}; border: 2px solid {ink_second};
}}
/* Qt takes a click beside the words only as high as the box with its margin. */
QCheckBox::indicator {{ border-radius: 4px; margin: 2px 0; }}
QCheckBox::indicator:checked {{
    background: {accent}; border-color: {accent}; image: url("{check_image}");
}}
QRadioButton::indicator {{ border-radius: {sign_round_px}px; }}
QRadioButton::indicator:checked {{
    border-color: {accent};
    background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
        stop: 0 {accent}, stop: 0.56 {accent}, stop: 0.66 {control}, stop: 1 {control});
}}
QCheckBox:focus, QRadioButton:focus {{ border-color: {focus}; }}
QSlider {{ border: {ring_px}px solid transparent; border-radius: 6px; }}
QSlider:focus {{ border-color: {focus}; }}
QSlider:horizontal {{ min-height: {slider_px}px; }}
QSlider::groove:horizontal {{ height: 6px; border-radius: 3px; background: {control_edge}; }}
QSlider::sub-page:horizontal {{ height: 6px; border-radius: 3px; background: {accent}; }}
QSlider::handle:horizontal {{
    width: {handle_px}px; margin: -{handle_over_px}px 0; border-radius: {handle_round_px}px;
    background: {control}; border: 2px solid {accent};
}}
QProgressBar {{ background: {control_edge}; border: 0; border-radius: 4px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 4px; }}
QGroupBox {{
    color: {ink}; border: 0; margin-top: {group_px}px; font-family: {sans}; font-size: {text_px}px;
    font-weight: 600;
}}
QGroupBox::title {{ subcontrol-origin: margin; subcontrol-position: top left; padding: 0; }}
"""

_MENUS: Final = """
QMenu {{
    color: {ink}; background: {popup}; border: 1px solid {hairline_strong}; padding: 6px 0;
    font-family: {sans}; font-size: {text_px}px;
}}
QMenu::item {{ padding: {inset_px}px {wide_px}px; border: {ring_px}px solid transparent; }}
QMenu::item:selected {{ background: {control_hover}; border-color: {focus}; }}
QMenu::item:disabled {{ color: {control_disabled_text}; }}
QMenu::separator {{ height: 1px; background: {hairline}; margin: 6px 0; }}
QMenuBar {{ color: {ink}; background: {paper}; font-family: {sans}; font-size: {text_px}px; }}
QMenuBar::item {{ padding: {inset_px}px {pad_px}px; border: {ring_px}px solid transparent; }}
QMenuBar::item:selected {{ background: {control_hover}; border-color: {focus}; }}
"""

_SCROLL_BARS: Final = """
QScrollArea {{ border: 0; background: transparent; }}
QScrollBar {{ background: transparent; border: 0; margin: 0; }}
QScrollBar:vertical {{ width: {scroll_px}px; }}
QScrollBar:horizontal {{ height: {scroll_px}px; }}
QScrollBar::handle {{ background: {scroll_handle}; border: 3px solid {panel}; border-radius: {scroll_round_px}px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {scroll_handle_hover}; }}
QScrollBar::handle:vertical {{ min-height: {grip_px}px; }}
QScrollBar::handle:horizontal {{ min-width: {grip_px}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def style_sheet(theme: Theme, text_scale: float) -> str:
    """Return the style sheet of the whole application in one theme and text size."""
    colours = {token.replace("-", "_"): colour for token, colour in theme.tokens.items()}
    sheet = _GROUNDS + _BUTTONS + _FIELDS + _MENUS + _SCROLL_BARS
    return sheet.format(
        check_image=theme.check_image.as_posix(), **colours, **_sizes(text_scale)
    ) + panel_style_sheet(theme, text_scale)


def _sizes(text_scale: float) -> dict[str, int | str]:
    """Return sizes in pixels; the space about a text grows half as fast as the text itself."""
    soft_scale = 1.0 + (text_scale - 1.0) * 0.5
    scroll_px, sign_px = round(14 * soft_scale), round(16 * text_scale)
    handle_px = 2 * round(9 * soft_scale)
    return {
        "sans": f'"{SANS}", "{JAPANESE}", "{KOREAN}"',
        "ring_px": RING_PX,
        "text_px": round(14 * text_scale),
        "small_px": round(12 * text_scale),
        "button_px": max(round(24 * text_scale), 24),
        "gap_px": round(4 * soft_scale),
        "inset_px": round(5 * soft_scale),
        "pad_px": round(8 * soft_scale),
        "side_px": round(14 * soft_scale),
        "bold_px": round(10 * soft_scale),
        "arrow_px": round(14 * soft_scale + 18 * text_scale),
        "wide_px": round(24 * soft_scale),
        "sign_px": sign_px,
        "sign_round_px": sign_px // 2 + 2,
        "handle_px": handle_px,
        "handle_round_px": handle_px // 2 + 2,
        "handle_over_px": handle_px // 2 - 1,
        "slider_px": handle_px + 8,
        "group_px": round(24 * text_scale),
        "grip_px": round(48 * soft_scale),
        "scroll_px": scroll_px,
        "scroll_round_px": scroll_px // 2,
    }


_PALETTE: Final[dict[QPalette.ColorRole, str]] = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink-faint",
    QPalette.ColorRole.Button: "control",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "error",
    QPalette.ColorRole.ToolTipBase: "tooltip",
    QPalette.ColorRole.ToolTipText: "tooltip-text",
    # Highlight is also what our own widgets draw their focus with, and must stand out by 3:1.
    QPalette.ColorRole.Highlight: "focus",
    QPalette.ColorRole.HighlightedText: "on-focus",
    QPalette.ColorRole.Accent: "focus",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.Light: "card",
    QPalette.ColorRole.Midlight: "control-hover",
    QPalette.ColorRole.Mid: "hairline",
    QPalette.ColorRole.Dark: "hairline-strong",
    QPalette.ColorRole.Shadow: "ink-second",
}
_DISABLED: Final = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
)


def palette(theme: Theme) -> QPalette:
    """Return the application's palette in one theme."""
    made = QPalette()
    for role, token in _PALETTE.items():
        made.setColor(role, qcolor(theme.colour(token)))
    for role in _DISABLED:
        disabled = qcolor(theme.colour("control-disabled-text"))
        made.setColor(QPalette.ColorGroup.Disabled, role, disabled)
    return made
