# SPDX-License-Identifier: MIT
"""A theme: colours by token and lane, and how each role is drawn; read from `resources/themes/`.

No toolkit type stands here, so that contrast is tested without Qt. Colours are `#RRGGBB`, or
`#RRGGBBAA` where something lies over a drawing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from timeline_app.ui.theme_tokens import ROLE_STYLES, RoleStyle

THEME_NAMES: Final = ("light", "dark", "high-contrast")
LANE_PREFIX: Final = "lane."
PLAIN_LANE: Final = "slate"
"""The lane colour of an item that belongs to no lane."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours and styles of one theme.

    `lanes` maps a lane's colour name to its `mark`, `text`, `ground`, `bar` and `bar-strong`;
    `dim_opacity` is what is left of a mark that is not connected to the selected event, and
    `dim_text_opacity` of its words, which stay readable;
    `check_image` is the tick of a check box, the one shape that a style sheet cannot draw.
    """

    name: str
    is_dark: bool
    dim_opacity: float
    dim_text_opacity: float
    tokens: Mapping[str, str]
    lanes: Mapping[str, Mapping[str, str]]
    roles: Mapping[str, RoleStyle]
    check_image: Path

    def colour(self, token: str, lane: str = "") -> str:
        """Return the colour of a token; `lane.…` is taken from the lane's colour name."""
        if token.startswith(LANE_PREFIX):
            colours = self.lanes.get(lane) or self.lanes[PLAIN_LANE]
            return colours[token.removeprefix(LANE_PREFIX)]
        return self.tokens[token]


def load_theme(folder: Path, name: str) -> Theme:
    """Read the theme `name` from a folder of theme files."""
    raw = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    roles = dict(ROLE_STYLES)
    for role, changes in raw["roles"].items():
        if "dash" in changes:
            changes["dash"] = tuple(changes["dash"])
        roles[role] = replace(roles[role], **changes)
    return Theme(
        name=name,
        is_dark=raw["is_dark"],
        dim_opacity=raw["dim_opacity"],
        dim_text_opacity=raw["dim_text_opacity"],
        tokens=MappingProxyType(raw["tokens"]),
        lanes=MappingProxyType({lane: MappingProxyType(colours) for lane, colours in raw["lanes"].items()}),
        roles=MappingProxyType(roles),
        check_image=folder / f"{name}-check.svg",
    )
