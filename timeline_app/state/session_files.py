# SPDX-License-Identifier: MIT
"""The user's own files: settings, recent exhibits and the window's size, as one JSON file.

A damaged or foreign file means defaults, never a complaint; writing is atomic, and what cannot be
written is let go: a full disk must not stop anybody from reading.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from timeline_app.chrono.calendars import CALENDAR_NAMES
from timeline_app.model.lane_state import LaneState
from timeline_app.state.app_state import CITATION_STYLES, MOST_CALENDARS, Settings, ThemeChoice

FILE_NAME: Final = "settings.json"
RECENT_LIMIT: Final = 10
TEXT_SIZES_PERCENT: Final = (100, 300)
CALENDARS_LIMIT: Final = 50
"""For so many exhibits the choice of calendars is kept."""
QUIET_LIMIT: Final = 50
"""For so many exhibits it is kept that quiet time is folded."""
EVIDENCE_LIMIT: Final = 50
"""For so many exhibits it is kept that evidence is drawn on the marks, or silences are not."""
LANES_LIMIT: Final = 50
"""For so many exhibits it is kept what a reader has made of the lanes."""
LEAST_SIDE_PX: Final = 320
MOST_SIDE_PX: Final = 32_000


@dataclass(frozen=True, slots=True)
class Session:
    """What is remembered between two runs."""

    settings: Settings = field(default_factory=Settings)
    recent: tuple[str, ...] = ()
    window_px: tuple[int, int] | None = None
    is_maximized: bool = False
    panel_px: float | None = None
    calendars: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The further calendars that were chosen, by the exhibit's path; the last chosen ones come last."""
    lanes: Mapping[str, LaneState] = field(default_factory=dict)
    """What the reader has made of the lanes, by the exhibit's path; the last changed ones come last."""

    quiet: tuple[str, ...] = ()
    """The paths of exhibits whose quiet time is folded; the last folded ones come last."""
    evidence: tuple[str, ...] = ()
    """The paths of exhibits on whose marks evidence is drawn; the last ones come last."""
    no_silences: tuple[str, ...] = ()
    """The paths of exhibits whose silences are not drawn; the last ones come last."""

    def with_calendars(self, path: Path, names: tuple[str, ...] | None) -> Session:
        """Return the session with another choice for an exhibit; None forgets it."""
        kept = {other: chosen for other, chosen in self.calendars.items() if other != str(path)}
        if names is not None:
            kept[str(path)] = names
        return replace(self, calendars=dict(list(kept.items())[-CALENDARS_LIMIT:]))

    def with_lanes(self, path: Path, lanes: LaneState) -> Session:
        """Return the session with an exhibit's lanes as they are now; the usual ones need no remembering."""
        kept = {other: state for other, state in self.lanes.items() if other != str(path)}
        if not lanes.is_usual:
            kept[str(path)] = lanes
        return replace(self, lanes=dict(list(kept.items())[-LANES_LIMIT:]))

    def with_quiet(self, path: Path, *, is_folded: bool) -> Session:
        """Return the session with an exhibit's quiet time folded, or not."""
        kept = tuple(other for other in self.quiet if other != str(path))
        return replace(self, quiet=(*kept, str(path))[-QUIET_LIMIT:] if is_folded else kept)

    def with_evidence(self, path: Path, *, is_shown: bool) -> Session:
        """Return the session with evidence drawn on an exhibit's marks, or not."""
        kept = tuple(other for other in self.evidence if other != str(path))
        return replace(self, evidence=(*kept, str(path))[-EVIDENCE_LIMIT:] if is_shown else kept)

    def with_silences(self, path: Path, *, is_shown: bool) -> Session:
        """Return the session with an exhibit's silences drawn, as is usual, or not."""
        kept = tuple(other for other in self.no_silences if other != str(path))
        return replace(self, no_silences=kept if is_shown else (*kept, str(path))[-EVIDENCE_LIMIT:])

    def with_recent(self, path: Path) -> Session:
        """Return the session with this file on top of the recent ones."""
        name = str(path)
        return replace(self, recent=(name, *(other for other in self.recent if other != name))[:RECENT_LIMIT])

    def without_recent(self, path: Path) -> Session:
        """Return the session without a file that is gone."""
        return replace(self, recent=tuple(other for other in self.recent if other != str(path)))


def load_session(folder: Path) -> Session:
    """Read the session; every part that makes no sense is left at its default."""
    try:
        raw = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Session()
    if not isinstance(raw, dict):
        return Session()
    recent = raw.get("recent")
    panel_px = _number(raw.get("panel_px"), LEAST_SIDE_PX, MOST_SIDE_PX)
    return Session(
        settings=_settings(raw.get("settings")),
        recent=tuple(item for item in recent if isinstance(item, str))[:RECENT_LIMIT]
        if isinstance(recent, list)
        else (),
        window_px=_window(raw.get("window_px")),
        is_maximized=raw.get("is_maximized") is True,
        panel_px=panel_px,
        calendars=_calendars(raw.get("calendars")),
        lanes=_lanes(raw.get("lanes")),
        quiet=_ids(raw.get("quiet"))[-QUIET_LIMIT:],
        evidence=_ids(raw.get("evidence"))[-EVIDENCE_LIMIT:],
        no_silences=_ids(raw.get("no_silences"))[-EVIDENCE_LIMIT:],
    )


def save_session(folder: Path, session: Session) -> bool:
    """Write the session beside the old one and put it in its place; tell whether that went well."""
    settings = session.settings
    raw = {
        "settings": {
            "theme": settings.theme.value,
            "text_size_percent": settings.text_size_percent,
            "reduced_motion": settings.reduced_motion,
            "citation_style": settings.citation_style,
        },
        "recent": list(session.recent),
        "window_px": list(session.window_px) if session.window_px else None,
        "is_maximized": session.is_maximized,
        "panel_px": session.panel_px,
        "calendars": {path: list(names) for path, names in session.calendars.items()},
        "quiet": list(session.quiet),
        "evidence": list(session.evidence),
        "no_silences": list(session.no_silences),
        "lanes": {path: _written(state) for path, state in session.lanes.items()},
    }
    beside = folder / f"{FILE_NAME}.{os.getpid()}.new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(raw, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        beside.replace(folder / FILE_NAME)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        return False
    return True


def _settings(raw: object) -> Settings:
    if not isinstance(raw, Mapping):
        return Settings()
    theme, style = raw.get("theme"), raw.get("citation_style")
    percent = _number(raw.get("text_size_percent"), *TEXT_SIZES_PERCENT)
    return Settings(
        theme=ThemeChoice(theme) if theme in tuple(ThemeChoice) else ThemeChoice.LIGHT,
        text_size_percent=int(percent) if percent is not None else TEXT_SIZES_PERCENT[0],
        reduced_motion=raw.get("reduced_motion") is True,
        citation_style=style if style in CITATION_STYLES else CITATION_STYLES[0],
    )


def _calendars(raw: object) -> dict[str, tuple[str, ...]]:
    """Return the choices that make sense: at most two calendars that are known, none twice."""
    if not isinstance(raw, Mapping):
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for path, names in list(raw.items())[-CALENDARS_LIMIT:]:
        if (
            isinstance(path, str)
            and isinstance(names, list)
            and all(name in CALENDAR_NAMES for name in names)
        ):
            found[path] = tuple(dict.fromkeys(names))[:MOST_CALENDARS]
    return found


def _written(lanes: LaneState) -> dict[str, list[str]]:
    return {
        "order": list(lanes.order),
        "hidden": sorted(lanes.hidden),
        "collapsed": sorted(lanes.collapsed),
        "pinned": list(lanes.pinned),
    }


def _lanes(raw: object) -> dict[str, LaneState]:
    """Return the lanes of each exhibit as far as they make sense; ids that it has no more do no harm."""
    if not isinstance(raw, Mapping):
        return {}
    found: dict[str, LaneState] = {}
    for path, parts in list(raw.items())[-LANES_LIMIT:]:
        if isinstance(path, str) and isinstance(parts, Mapping):
            lanes = LaneState(
                order=_ids(parts.get("order")),
                hidden=frozenset(_ids(parts.get("hidden"))),
                collapsed=frozenset(_ids(parts.get("collapsed"))),
                pinned=_ids(parts.get("pinned")),
            )
            if not lanes.is_usual:
                found[path] = lanes
    return found


def _ids(raw: object) -> tuple[str, ...]:
    """Return a list of ids, each once; nothing for anything else."""
    if not isinstance(raw, list) or not all(isinstance(item, str) for item in raw):
        return ()
    return tuple(dict.fromkeys(raw))


def _window(raw: object) -> tuple[int, int] | None:
    if not isinstance(raw, list) or len(raw) != 2:  # noqa: PLR2004 — width and height
        return None
    sides = [_number(side, LEAST_SIDE_PX, MOST_SIDE_PX) for side in raw]
    return (int(sides[0]), int(sides[1])) if sides[0] is not None and sides[1] is not None else None


def _number(raw: object, least: float, most: float) -> float | None:
    """Return a number within bounds, None for anything else; true and false are no numbers here."""
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not least <= raw <= most:
        return None
    return float(raw)
