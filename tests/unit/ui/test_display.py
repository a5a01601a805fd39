# SPDX-License-Identifier: MIT
"""Whether there is a screen: asked of the environment and of whoever should listen there."""

import socket
from pathlib import Path

import pytest

from timeline_app.ui import display
from timeline_app.ui.display import DisplayProbe


@pytest.fixture
def listener(tmp_path: Path):
    """Yield an environment in which a Wayland compositor listens."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen(1)
        yield {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-0"}


def choose_platform(environment: dict[str, str], system: str) -> str:
    return DisplayProbe(environment, system).choose()


@pytest.fixture
def answering_x(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Have an X server at :1, and only there; return who has left it."""
    left: list[str] = []

    def enter(name: str):
        return (lambda: left.append(name)) if name == ":1" else None

    monkeypatch.setattr(display, "_somebody_listens", lambda name: True)
    monkeypatch.setattr(display, "_enter", enter)
    monkeypatch.setattr(display, "_pause", lambda: None)
    return left


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


def test_the_server_that_answered_is_held_until_qt_has_it(answering_x):
    probe = DisplayProbe({"DISPLAY": ":1"}, "linux")
    assert probe.choose() == "xcb;offscreen"
    assert answering_x == []
    probe.let_go()
    probe.let_go()
    assert answering_x == [":1"]


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


def test_a_server_that_starts_anew_is_asked_again(monkeypatch):
    answers = iter([None, None, lambda: None])
    pauses: list[int] = []
    monkeypatch.setattr(display, "_somebody_listens", lambda name: True)
    monkeypatch.setattr(display, "_enter", lambda name: next(answers))
    monkeypatch.setattr(display, "_pause", lambda: pauses.append(1))
    assert choose_platform({"DISPLAY": ":1"}, "linux") == "xcb;offscreen"
    assert len(pauses) == 2


def test_without_the_x_library_there_is_no_x(monkeypatch):
    monkeypatch.setattr(display, "_pause", lambda: None)
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
