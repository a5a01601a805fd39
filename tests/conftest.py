# SPDX-License-Identifier: MIT
"""What every test gets: a home of its own, no display, one language and time zone, and no way to the network."""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# Before the first import of Qt by any test module: a platform is chosen once per process.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

ROOT = Path(__file__).resolve().parent.parent

#: Variables that would let the developer's desktop into a test.
FOREIGN = (
    "DBUS_SESSION_BUS_ADDRESS",
    "DISPLAY",
    "QT_FONT_DPI",
    "QT_LOGGING_RULES",
    "QT_QPA_PLATFORMTHEME",
    "QT_SCALE_FACTOR",
    "QT_SCREEN_SCALE_FACTORS",
    "QT_STYLE_OVERRIDE",
    "WAYLAND_DISPLAY",
    "XDG_CURRENT_DESKTOP",
)


@pytest.fixture(autouse=True)
def isolated_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty home, so that settings, caches and logs are its own and nobody else's."""
    home = tmp_path_factory.mktemp("home")
    places = {
        "HOME": home,
        "USERPROFILE": home,
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_STATE_HOME": home / "state",
        "XDG_RUNTIME_DIR": home / "runtime",
    }
    for name, folder in places.items():
        # Qt complains about a runtime folder that others can read.
        folder.mkdir(exist_ok=True, mode=0o700)
        monkeypatch.setenv(name, str(folder))
    for name in FOREIGN:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return home


@pytest.fixture(autouse=True)
def everything_in_sight() -> Iterator[None]:
    """Bring back into the collector's sight what a test set aside: each test is a program of its own."""
    yield
    gc.unfreeze()


@pytest.fixture(scope="session")
def project_root() -> Path:
    """Return the checkout."""
    return ROOT


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard() -> Iterator[None]:
    """Leave nothing on the clipboard: without a window system Qt frees it after Python has gone, and ends in a fault.

    What was put there with two forms, plain and rich, is an object of Python's.
    """
    yield
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()
