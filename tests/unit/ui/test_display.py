# SPDX-License-Identifier: MIT
"""Whether there is a screen: asked of the environment and of whoever should listen there."""

import socket
from pathlib import Path

import pytest

from timeline_app.ui import display
from timeline_app.ui.display import choose_platform


@pytest.fixture
def listener(tmp_path: Path):
    """Yield an environment in which a Wayland compositor listens."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen(1)
        yield {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-0"}


@pytest.fixture
def answering_x(monkeypatch: pytest.MonkeyPatch) -> None:
    probes = {
        "wayland": display._wayland_answers,
        "xcb": lambda environment: environment.get("DISPLAY") == ":1",
    }
    monkeypatch.setattr(display, "_PROBES", probes)


def test_without_a_display_there_is_no_screen():
    assert choose_platform({}, "linux") == "offscreen"


def test_a_dead_x_display_is_no_screen():
    assert choose_platform({"DISPLAY": ":987"}, "linux") == "offscreen"


def test_a_dead_compositor_is_no_screen(tmp_path):
    dead = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-0"}
    assert choose_platform(dead, "linux") == "offscreen"
    assert choose_platform({"WAYLAND_DISPLAY": "wayland-0"}, "linux") == "offscreen"


def test_a_compositor_that_listens_is_a_screen(listener):
    assert choose_platform(listener, "linux") == "wayland;offscreen"


def test_the_compositor_may_be_named_by_its_whole_path(listener):
    whole = {"WAYLAND_DISPLAY": f"{listener['XDG_RUNTIME_DIR']}/wayland-0"}
    assert choose_platform(whole, "linux") == "wayland;offscreen"


@pytest.mark.usefixtures("answering_x")
def test_an_x_server_that_answers_is_a_screen(listener):
    assert choose_platform({"DISPLAY": ":1"}, "linux") == "xcb;offscreen"
    assert choose_platform({"DISPLAY": ":2"}, "linux") == "offscreen"
    assert choose_platform({**listener, "DISPLAY": ":1"}, "linux") == "wayland;xcb;offscreen"


@pytest.mark.usefixtures("answering_x")
def test_who_asks_for_a_platform_of_the_desktop_gets_it_if_it_answers(listener):
    both = {**listener, "DISPLAY": ":1"}
    assert choose_platform({**both, "QT_QPA_PLATFORM": "xcb"}, "linux") == "xcb;offscreen"
    assert choose_platform({**both, "QT_QPA_PLATFORM": "wayland"}, "linux") == "wayland;offscreen"
    assert choose_platform({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":2"}, "linux") == "offscreen"


@pytest.mark.parametrize("platform", ["offscreen", "vnc:size=800x600", "minimal", "xcb;eglfs"])
def test_who_asks_for_another_platform_knows_why(platform):
    assert choose_platform({"QT_QPA_PLATFORM": platform}, "linux") == ""


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_elsewhere_qt_decides(system):
    assert choose_platform({}, system) == ""


def library(answer: Exception):
    def load(name: str) -> None:
        raise answer

    return load


def test_without_the_x_library_there_is_no_x(monkeypatch):
    monkeypatch.setattr("ctypes.CDLL", library(OSError("libxcb.so.1")))
    monkeypatch.setattr(display, "_somebody_listens", lambda name: True)
    assert choose_platform({"DISPLAY": ":0"}, "linux") == "offscreen"


@pytest.mark.parametrize("name", [":987", ":987.0", "unix:987"])
def test_where_nobody_listens_the_library_is_not_asked_since_it_would_try_the_network(monkeypatch, name):
    monkeypatch.setattr("ctypes.CDLL", library(AssertionError("the library was asked")))
    assert choose_platform({"DISPLAY": name}, "linux") == "offscreen"


def test_a_display_of_another_machine_is_left_to_the_library(monkeypatch):
    monkeypatch.setattr("ctypes.CDLL", library(AssertionError("the library was asked")))
    with pytest.raises(AssertionError, match="was asked"):
        choose_platform({"DISPLAY": "elsewhere.example:0"}, "linux")
