# SPDX-License-Identifier: MIT
"""The type scale: family, size and weight of every font role, in pixels at a text size of 100 %."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SERIF: Final = "Source Serif 4"
SANS: Final = "Inter"
JAPANESE: Final = "Noto Sans JP"
KOREAN: Final = "Noto Sans KR"


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """One entry of the scale.

    `capitals` sets Latin text in letter-spaced capitals; Japanese and Korean are left as they are.
    `baseline_of` names the role beside which this one stands on a line: it sits on that one's baseline.
    """

    family: str
    size_px: int
    weight: int = 400
    italic: bool = False
    capitals: bool = False
    baseline_of: str = ""


TYPE_SCALE: Final[dict[str, TypeStyle]] = {
    # On the canvas: `scene.roles.FONT_ROLES`.
    "label": TypeStyle(SANS, 14, 500),
    "label-strong": TypeStyle(SANS, 14, 600, baseline_of="label"),
    "label-date": TypeStyle(SANS, 12, 400, baseline_of="label"),
    "axis-major": TypeStyle(SERIF, 19, 600),
    "axis-minor": TypeStyle(SANS, 12, 400),
    "axis-second": TypeStyle(SANS, 12, 400, baseline_of="axis-major"),
    "era": TypeStyle(SANS, 12, 600, capitals=True),
    "lane-head": TypeStyle(SANS, 14, 600),
    "badge": TypeStyle(SANS, 12, 600),
    "overview": TypeStyle(SANS, 12, 400),
    # In panels, header and dialogs.
    "display": TypeStyle(SERIF, 44, 600),
    "title": TypeStyle(SERIF, 30, 600),
    "heading": TypeStyle(SERIF, 24, 600),
    "subheading": TypeStyle(SERIF, 19, 600),
    "reading": TypeStyle(SERIF, 16, 400),
    "reading-large": TypeStyle(SERIF, 19, 400),
    "quote": TypeStyle(SERIF, 19, 400, italic=True),
    "section": TypeStyle(SANS, 12, 600, capitals=True),
    "body": TypeStyle(SANS, 14, 400),
    "body-strong": TypeStyle(SANS, 14, 600),
    "control": TypeStyle(SANS, 14, 500),
    "small": TypeStyle(SANS, 12, 400),
    "small-strong": TypeStyle(SANS, 12, 600),
}


def families_for(family: str, language: str) -> tuple[str, ...]:
    """Return the family order for a language: Latin first, then the forms of shared characters it wants.

    Latin comes first also because a PDF set in Noto Sans JP or KR loses its digits from the text layer.
    """
    asian = (KOREAN, JAPANESE) if language.partition("-")[0] == "ko" else (JAPANESE, KOREAN)
    return (family, *asian)


def is_cjk(language: str) -> bool:
    """Tell whether a language is written without capitals, italics and letter-spacing."""
    return language.partition("-")[0] in {"ja", "ko", "zh"}


def shown_text(role: str, language: str, text: str) -> str:
    """Return the characters that are really drawn: capitals are made here, not by the font.

    A font's own capitalisation would stay lower case in the text layer of an exported picture.
    """
    if TYPE_SCALE[role].capitals and not is_cjk(language):
        return text.upper()
    return text
