# SPDX-License-Identifier: MIT
"""Where things lie: the program's own resources, and the user's folders by the platform's rules.

In a checkout resources and exhibit lie beside the package; in an installed wheel they lie inside it.
The user's folders are only computed here; whoever writes there makes them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

APP_FOLDER: Final = "timeline-app"
EXHIBIT_FILE: Final = "events.yaml"

_PACKAGE = Path(__file__).resolve().parents[1]


def _data_root(package: Path = _PACKAGE) -> Path:
    """Return the folder that holds `resources` and `events.yaml`: the checkout first, else the wheel's."""
    checkout = package.parent
    return checkout if (checkout / "resources" / "languages").is_dir() else package / "_data"


def resource_root() -> Path:
    """Return the folder of fonts, themes, languages and schema."""
    return _data_root() / "resources"


def built_in_exhibit() -> Path:
    """Return the exhibit that comes with the program."""
    return _data_root() / EXHIBIT_FILE


def example_exhibit(name: str) -> Path:
    """Return a further exhibit that comes with the program: `big-bang`, `caesar`."""
    return resource_root() / "examples" / f"{name}.yaml"


def comes_with_the_program(path: Path) -> bool:
    """Tell whether a file is the built-in exhibit or an example: these have menu entries of their own."""
    return path == built_in_exhibit() or path.parent == resource_root() / "examples"


def notices() -> tuple[Path, ...]:
    """Return the licences and notices that the program shows about itself."""
    names = ("LICENSE", "LICENSE-exhibit.txt", "THIRD-PARTY-NOTICES.md")
    return tuple(_data_root() / name for name in names)


def config_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return the folder of settings and recent files."""
    if platform == "win32":
        return _windows(environment, "APPDATA", "Roaming") / APP_FOLDER
    if platform == "darwin":
        return _home(environment) / "Library" / "Application Support" / APP_FOLDER
    return _xdg(environment, "XDG_CONFIG_HOME", ".config") / APP_FOLDER


def cache_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return the folder of what can be made again: safe to delete at any time."""
    if platform == "win32":
        return _windows(environment, "LOCALAPPDATA", "Local") / APP_FOLDER / "Cache"
    if platform == "darwin":
        return _home(environment) / "Library" / "Caches" / APP_FOLDER
    return _xdg(environment, "XDG_CACHE_HOME", ".cache") / APP_FOLDER


def state_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return the folder of the log."""
    if platform == "win32":
        return _windows(environment, "LOCALAPPDATA", "Local") / APP_FOLDER / "Logs"
    if platform == "darwin":
        return _home(environment) / "Library" / "Logs" / APP_FOLDER
    return _xdg(environment, "XDG_STATE_HOME", ".local/state") / APP_FOLDER


def kept_places_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return the folder of where the reader was in each exhibit; it goes with the machine, not with the user."""
    if platform == "win32":
        return _windows(environment, "LOCALAPPDATA", "Local") / APP_FOLDER / "Places"
    if platform == "darwin":
        return config_folder(environment, platform) / "Places"
    return state_folder(environment, platform) / "places"


def _home(environment: Mapping[str, str]) -> Path:
    home = environment.get("HOME") or environment.get("USERPROFILE")
    return Path(home) if home else Path.home()


def _xdg(environment: Mapping[str, str], name: str, fallback: str) -> Path:
    # The rule of the XDG specification: a relative path there is to be ignored.
    told = environment.get(name, "")
    return Path(told) if told.startswith("/") else _home(environment) / fallback


def _windows(environment: Mapping[str, str], name: str, fallback: str) -> Path:
    told = environment.get(name)
    return Path(told) if told else _home(environment) / "AppData" / fallback
