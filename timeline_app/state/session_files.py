# SPDX-License-Identifier: MIT
"""The user's own files: settings, recent exhibits and the window's size, as one JSON file.

Where the reader was in each exhibit is kept apart from it (`kept_place_files`).

A damaged or foreign file means defaults, never a complaint; writing is atomic, and what cannot be
written is let go: a full disk must not stop anybody from reading.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, NamedTuple

from timeline_app.state.app_state import CITATION_STYLES, Settings, ThemeChoice
from timeline_app.state.tour_state import LEAST_NOTES_PT, MOST_NOTES_PT
from timeline_app.state.user_files import read_json, write_json

FILE_NAME: Final = "settings.json"
RECENT_LIMIT: Final = 10
TEXT_SIZES_PERCENT: Final = (100, 300)
LEAST_SIDE_PX: Final = 320
MOST_SIDE_PX: Final = 32_000
LONGEST_NAME: Final = 200


class LastTour(NamedTuple):
    """The tour that was walked last: of which exhibit, which one, and at which stop, 0 once it has been left."""

    exhibit: str = ""
    tour: str = ""
    stop: int = 0


NO_TOUR: Final = LastTour()


@dataclass(frozen=True, slots=True)
class Session:
    """What is remembered between two runs, whatever the exhibit."""

    settings: Settings = field(default_factory=Settings)
    recent: tuple[str, ...] = ()
    window_px: tuple[int, int] | None = None
    is_maximized: bool = False
    panel_px: float | None = None
    audience_screen: str = ""
    """The name of the screen that a class was shown last, "" while none was."""
    notes_pt: int = 0
    """How large the presenter's notes are, 0 while nobody has chosen that."""
    last_tour: LastTour = NO_TOUR

    def with_recent(self, path: Path) -> Session:
        """Return the session with this file on top of the recent ones."""
        name = str(path)
        return replace(self, recent=(name, *(other for other in self.recent if other != name))[:RECENT_LIMIT])

    def without_recent(self, path: Path) -> Session:
        """Return the session without a file that is gone."""
        return replace(self, recent=tuple(other for other in self.recent if other != str(path)))


def load_session(folder: Path) -> Session:
    """Read the session; every part that makes no sense is left at its default."""
    raw = read_json(folder / FILE_NAME)
    recent = raw.get("recent")
    panel_px = _number(raw.get("panel_px"), LEAST_SIDE_PX, MOST_SIDE_PX)
    return Session(
        settings=_settings(raw.get("settings")),
        recent=tuple(item for item in recent if _is_path(item))[:RECENT_LIMIT]
        if isinstance(recent, list)
        else (),
        window_px=_window(raw.get("window_px")),
        is_maximized=raw.get("is_maximized") is True,
        panel_px=panel_px,
        audience_screen=_screen(raw.get("audience_screen")),
        notes_pt=int(_number(raw.get("notes_pt"), LEAST_NOTES_PT, MOST_NOTES_PT) or 0),
        last_tour=_last_tour(raw.get("last_tour")),
    )


def merged(base: Session, own: Session, other: Session) -> Session:
    """Return what two windows know together: `own` where it has changed since `base`, else what the `other` wrote.

    Files that one of them has opened stay, the own ones on top; one that has gone is dropped.
    """
    found = other
    if own.settings != base.settings:
        found = replace(found, settings=own.settings)
    if (own.window_px, own.is_maximized) != (base.window_px, base.is_maximized):
        found = replace(found, window_px=own.window_px, is_maximized=own.is_maximized)
    if own.panel_px != base.panel_px:
        found = replace(found, panel_px=own.panel_px)
    if own.audience_screen != base.audience_screen:
        found = replace(found, audience_screen=own.audience_screen)
    if own.notes_pt != base.notes_pt:
        found = replace(found, notes_pt=own.notes_pt)
    if own.last_tour != base.last_tour:
        found = replace(found, last_tour=own.last_tour)
    if own.recent == base.recent:
        return found
    gone = set(base.recent) - set(own.recent)
    is_full = len(own.recent) == RECENT_LIMIT
    others = (file for file in other.recent if file not in own.recent and (is_full or file not in gone))
    return replace(found, recent=(*own.recent, *others)[:RECENT_LIMIT])


def save_beside_others(folder: Path, base: Session, own: Session) -> bool:
    """Write what has changed since `base`, and leave what another window has written since; tell whether that went well."""
    is_kept = bool(read_json(folder / FILE_NAME))
    return save_session(folder, merged(base, own, load_session(folder)) if is_kept else own)


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
        "audience_screen": session.audience_screen,
        "notes_pt": session.notes_pt,
        "last_tour": list(session.last_tour),
    }
    return write_json(folder / FILE_NAME, raw)


def _is_path(raw: object) -> bool:
    """Tell whether something can be the path of a file."""
    try:
        return isinstance(raw, str) and b"\0" not in os.fsencode(raw)
    except UnicodeEncodeError:
        return False


def _screen(raw: object) -> str:
    """Return the name of a screen, "" for what cannot be one."""
    return raw if isinstance(raw, str) and len(raw) <= LONGEST_NAME and raw.isprintable() else ""


def _last_tour(raw: object) -> LastTour:
    """Return the tour that was walked last, none for what cannot be one."""
    match raw:
        case [str(exhibit), str(tour), int(stop)] if _is_path(exhibit) and 0 <= stop < MOST_SIDE_PX:
            return LastTour(exhibit, tour, stop)
    return NO_TOUR


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
