# SPDX-License-Identifier: MIT
"""Where readers were, one small JSON file for each exhibit, named by a digest of its real path.

A file that is damaged, or of a later program, is passed over and the log says so; writing is atomic, so that two
windows or a sudden end leave one whole file; what cannot be written is let go.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import msgspec

from timeline_app.chrono.calendars import CALENDAR_NAMES
from timeline_app.state.app_state import MOST_CALENDARS
from timeline_app.state.kept_place import KeptPlace
from timeline_app.state.session_files import LEAST_SIDE_PX, MOST_SIDE_PX

FORMAT: Final = 1
MOST_KEPT: Final = 100
"""So many exhibits are remembered; those opened longest ago are forgotten first."""
MOST_BYTES: Final = 1_000_000
ENDING: Final = ".json"
WRITING: Final = ".new"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KeptExhibit:
    """What a file says: of which exhibit (its path, and its name in links), and where its reader was."""

    format: int = 0
    path: str = ""
    name: str = ""
    place: KeptPlace = field(default_factory=KeptPlace)


def load_place(folder: Path, exhibit: Path) -> KeptPlace | None:
    """Read where somebody was in an exhibit, None where that is not known."""
    real = exhibit.resolve()
    kept = _read(_file(folder, real))
    # Two paths of one digest are not to be expected, but cost nothing to tell apart.
    return _sane(kept.place) if kept is not None and kept.path == _told(real) else None


def save_place(folder: Path, exhibit: Path, name: str, place: KeptPlace) -> bool:
    """Write where somebody is in an exhibit; tell whether that went well."""
    real = exhibit.resolve()
    path = _file(folder, real)
    beside = path.with_name(f"{path.name}.{os.getpid()}{WRITING}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        is_new = not path.exists()
        beside.write_bytes(_ENCODER.encode(KeptExhibit(FORMAT, _told(real), name, place)) + b"\n")
        beside.replace(path)
    except OSError as error:
        log.info("%s was not written: %s", path.name, error)
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        return False
    if is_new:
        _forget_oldest(folder)
    return True


def exhibit_named(folder: Path, name: str) -> Path | None:
    """Return the remembered exhibit of a name in links that was looked at last and is still there."""
    for path in sorted(_files(folder), key=_age_s, reverse=True):
        kept = _read(path)
        if kept is not None and kept.name == name and Path(kept.path).is_file():
            return Path(kept.path)
    return None


_ENCODER: Final = msgspec.json.Encoder(order="sorted")


def _read(path: Path) -> KeptExhibit | None:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES)
        kept = msgspec.json.decode(data, type=KeptExhibit)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError) as error:
        log.warning("%s is passed over: %s", path.name, error)
        return None
    if kept.format != FORMAT:
        log.warning("%s is passed over: its format is %s, not %s", path.name, kept.format, FORMAT)
        return None
    return kept


def _sane(place: KeptPlace) -> KeptPlace:
    """Return a place of which every number and name can be used, whoever has written them."""
    calendars, view = place.calendars, place.view
    if calendars is not None:
        calendars = tuple(dict.fromkeys(name for name in calendars if name in CALENDAR_NAMES))
        calendars = calendars[:MOST_CALENDARS]
    if view is not None:
        fraction = view.start_fraction if 0.0 <= view.start_fraction < 1.0 else 0.0
        view = replace(view, start_fraction=fraction).clamped().scrolled_to(view.lane_scroll_px)
    panel, window = place.panel, place.window
    if panel is not None and not _is_side(panel.width_px or LEAST_SIDE_PX):
        panel = replace(panel, width_px=None)
    if window is not None and not (_is_side(window.width) and _is_side(window.height)):
        window = None
    return replace(place, calendars=calendars, view=view, panel=panel, window=window)


def _told(real: Path) -> str:
    """Return a path as text, whatever bytes the disk calls it by."""
    return str(real).encode("utf-8", "backslashreplace").decode("utf-8")


def _is_side(length_px: float) -> bool:
    return LEAST_SIDE_PX <= length_px <= MOST_SIDE_PX


def _file(folder: Path, real: Path) -> Path:
    digest = hashlib.sha256(str(real).encode("utf-8", "surrogatepass")).hexdigest()
    return folder / f"{digest[:32]}{ENDING}"


def _files(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from (path for path in folder.iterdir() if path.suffix == ENDING)


def _forget_oldest(folder: Path) -> None:
    for path in sorted(_files(folder), key=_age_s, reverse=True)[MOST_KEPT:]:
        with suppress(OSError):
            path.unlink()


def _age_s(path: Path) -> float:
    """Return when a file was last written, the beginning of time for one that has gone meanwhile."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
