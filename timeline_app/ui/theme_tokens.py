# SPDX-License-Identifier: MIT
"""How each style role is drawn, in the names of theme tokens: the one table between roles and colours.

A token that begins with `lane.` is looked up in the colours of the item's lane. A theme file gives
the tokens their colours, and may replace single entries of this table (`roles`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class RoleStyle:
    """Token names for ground, edge and text of a role, and the shape of its edge in pixels.

    `shadow`: the one soft shadow of the picture lies under it.
    """

    fill: str = ""
    edge: str = ""
    edge_px: float = 0.0
    text: str = ""
    radius_px: float = 0.0
    dash: tuple[float, ...] = ()
    shadow: bool = False


ROLE_STYLES: Final[dict[str, RoleStyle]] = {
    "canvas-ground": RoleStyle(fill="paper"),
    "lane-ground": RoleStyle(fill="lane.ground"),
    "lane-rule": RoleStyle(fill="lane.mark"),
    "lane-head": RoleStyle(text="lane.text"),
    "lane-sign": RoleStyle(text="lane.text"),
    "lane-carried": RoleStyle(fill="card", edge="lane.mark", edge_px=1.5, radius_px=6.0, shadow=True),
    "lane-drop": RoleStyle(fill="focus"),
    "lanes-edge": RoleStyle(fill="hairline-strong"),
    "lanes-note": RoleStyle(text="ink-second"),
    "lanes-note-ground": RoleStyle(fill="paper"),
    "heads-ground": RoleStyle(fill="paper"),
    "axis-ground": RoleStyle(fill="paper"),
    "axis-line": RoleStyle(fill="hairline-strong"),
    "axis-tick-major": RoleStyle(fill="hairline-strong"),
    "axis-tick-minor": RoleStyle(fill="hairline-strong"),
    "axis-label-major": RoleStyle(text="ink"),
    "axis-label-minor": RoleStyle(text="ink-second"),
    "axis-label-second": RoleStyle(text="ink-second"),
    "grid-major": RoleStyle(fill="grid"),
    "era": RoleStyle(fill="era"),
    "era-alternate": RoleStyle(fill="era-alternate"),
    "era-label": RoleStyle(text="era-text"),
    "era-edge": RoleStyle(fill="era-edge", dash=(2.0, 4.0)),
    "break": RoleStyle(fill="paper", edge="ink-faint", edge_px=1.0),
    "break-label": RoleStyle(text="ink-second"),
    "event-bar": RoleStyle(fill="lane.bar", edge="lane.mark", edge_px=2.0, text="ink"),
    "event-dot": RoleStyle(fill="lane.mark", edge="lane.ground", edge_px=2.0, text="ink"),
    "choice-line": RoleStyle(fill="lane.mark", dash=(2.0, 3.0)),
    "event-label": RoleStyle(text="ink"),
    "event-date": RoleStyle(text="ink-date"),
    "event-card": RoleStyle(fill="card", edge="lane.mark", edge_px=1.5, radius_px=8.0, shadow=True),
    "event-gone": RoleStyle(fill="lane.ground", edge="ink-second", edge_px=1.5, text="ink", dash=(1.5, 2.5)),
    "seal": RoleStyle(fill="card", edge="ink", text="ink"),
    "sign": RoleStyle(fill="card", edge="ink", text="ink"),
    "ghost": RoleStyle(fill="ink-second", edge="card", edge_px=2.0, text="ink"),
    "ghost-line": RoleStyle(fill="ink-second", dash=(2.0, 3.0)),
    "silence": RoleStyle(fill="silence"),
    "silence-sparse": RoleStyle(fill="silence"),
    "silence-ground": RoleStyle(fill="lane.ground"),
    "silence-word": RoleStyle(text="lane.text"),
    "known-line": RoleStyle(fill="accent"),
    "known-shade": RoleStyle(fill="known-shade"),
    "known-flag": RoleStyle(fill="accent"),
    "known-word": RoleStyle(text="on-accent"),
    "ruler-line": RoleStyle(fill="focus"),
    "ruler-bar": RoleStyle(fill="focus"),
    "ruler-doubt": RoleStyle(fill="box"),
    "ruler-flag": RoleStyle(fill="card", edge="focus", edge_px=1.5, radius_px=3.0),
    "ruler-flag-word": RoleStyle(text="ink"),
    "ruler-flag-held": RoleStyle(fill="focus", edge="focus", edge_px=1.5, radius_px=3.0),
    "ruler-flag-held-word": RoleStyle(text="on-focus"),
    "ruler-card": RoleStyle(fill="card", edge="focus", edge_px=1.5, radius_px=8.0, shadow=True),
    "ruler-length": RoleStyle(text="ink"),
    "ruler-note": RoleStyle(text="ink-second"),
    "curtain": RoleStyle(fill="covered"),
    "curtain-fold": RoleStyle(fill="sunken"),
    "curtain-edge": RoleStyle(fill="accent"),
    "curtain-handle": RoleStyle(fill="accent", edge="on-accent", edge_px=1.0, radius_px=6.0),
    "curtain-ridge": RoleStyle(fill="on-accent"),
    "curtain-flag": RoleStyle(fill="accent"),
    "curtain-word": RoleStyle(text="on-accent"),
    "strip-ground": RoleStyle(fill="lane.bar"),
    "strip-mark": RoleStyle(fill="lane.mark"),
    "density": RoleStyle(fill="lane.mark"),
    "badge": RoleStyle(fill="badge", edge="hairline-strong", edge_px=1.0, text="badge-text", radius_px=9.0),
    "link": RoleStyle(fill="link-line", edge="link-line", edge_px=1.5),
    "link-judgement": RoleStyle(fill="card", edge="link-line", edge_px=1.5),
    "chain-step": RoleStyle(fill="ink", edge="paper", edge_px=1.5, text="paper", radius_px=9.0),
    "chain-step-here": RoleStyle(
        fill="accent", edge="on-accent", edge_px=1.5, text="on-accent", radius_px=9.0
    ),
    "chain-flag": RoleStyle(fill="ink"),
    "link-pointer": RoleStyle(fill="card", edge="link-line", edge_px=1.0, text="ink", radius_px=9.0),
    "tray-ground": RoleStyle(fill="paper"),
    "tray-card": RoleStyle(fill="card", edge="lane.mark", edge_px=1.5, radius_px=6.0),
    "tray-line": RoleStyle(fill="hairline-strong"),
    "tray-label": RoleStyle(text="ink"),
    "tray-preview": RoleStyle(text="ink-second"),
    "tray-more": RoleStyle(text="ink-second"),
    "overview-ground": RoleStyle(fill="sunken"),
    "overview-mark": RoleStyle(fill="lane.mark"),
    "overview-label": RoleStyle(text="ink-second"),
    "overview-shade": RoleStyle(fill="overview-shade"),
    "overview-window": RoleStyle(edge="overview-window", edge_px=2.0, radius_px=5.0),
    "focus-ring": RoleStyle(fill="paper", edge="focus", edge_px=3.0, radius_px=6.0),
    "hover-ring": RoleStyle(fill="card", edge="lane.mark", edge_px=1.5, radius_px=6.0),
    "hit-ring": RoleStyle(edge="passage-rule", edge_px=2.5, radius_px=10.0),
    "hit-flag": RoleStyle(fill="passage-rule"),
    "box": RoleStyle(fill="box", edge="focus", edge_px=1.5, radius_px=2.0, dash=(4.0, 3.0)),
    "no-events": RoleStyle(text="ink-second"),
}
