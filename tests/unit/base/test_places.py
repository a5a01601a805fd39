# SPDX-License-Identifier: MIT
"""Where things lie, on three platforms."""

from pathlib import Path

import pytest

from timeline_app.base import places


def test_linux_follows_the_xdg_rules():
    home = {"HOME": "/homes/ada"}
    assert places.config_folder(home, "linux") == Path("/homes/ada/.config/timeline-app")
    assert places.state_folder(home, "linux") == Path("/homes/ada/.local/state/timeline-app")
    told = {**home, "XDG_CONFIG_HOME": "/conf", "XDG_STATE_HOME": "/state"}
    assert places.config_folder(told, "linux") == Path("/conf/timeline-app")
    assert places.state_folder(told, "linux") == Path("/state/timeline-app")


def test_what_can_be_made_again_lies_in_the_cache():
    assert places.cache_folder({"HOME": "/homes/ada"}, "linux") == Path("/homes/ada/.cache/timeline-app")
    assert places.cache_folder({"XDG_CACHE_HOME": "/caches"}, "linux") == Path("/caches/timeline-app")
    assert places.cache_folder({"LOCALAPPDATA": "/l"}, "win32") == Path("/l/timeline-app/Cache")
    mac = {"HOME": "/Homes/ada"}
    assert places.cache_folder(mac, "darwin") == Path("/Homes/ada/Library/Caches/timeline-app")


def test_a_relative_xdg_folder_is_ignored():
    told = {"HOME": "/homes/ada", "XDG_CONFIG_HOME": "conf"}
    assert places.config_folder(told, "linux") == Path("/homes/ada/.config/timeline-app")


def test_windows_and_macos_have_their_own_folders():
    windows = {"APPDATA": "/r", "LOCALAPPDATA": "/l"}
    assert places.config_folder(windows, "win32") == Path("/r/timeline-app")
    assert places.state_folder(windows, "win32") == Path("/l/timeline-app/Logs")
    bare = {"USERPROFILE": "/u"}
    assert places.config_folder(bare, "win32") == Path("/u/AppData/Roaming/timeline-app")
    mac = {"HOME": "/Homes/ada"}
    assert places.config_folder(mac, "darwin") == Path("/Homes/ada/Library/Application Support/timeline-app")
    assert places.state_folder(mac, "darwin") == Path("/Homes/ada/Library/Logs/timeline-app")


def test_without_a_home_the_system_is_asked(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HOME", "/homes/asked")
    assert places.config_folder({}, "linux") == Path("/homes/asked/.config/timeline-app")


def test_resources_lie_beside_the_package_in_a_checkout(project_root: Path):
    assert places.resource_root() == project_root / "resources"
    assert places.built_in_exhibit() == project_root / "events.yaml"
    assert places.example_exhibit("caesar") == project_root / "resources" / "examples" / "caesar.yaml"
    assert all(path.is_file() for path in places.notices())


def test_what_comes_with_the_program_is_known_by_its_place(project_root: Path, tmp_path: Path):
    assert places.comes_with_the_program(places.built_in_exhibit())
    assert places.comes_with_the_program(places.example_exhibit("big-bang"))
    assert not places.comes_with_the_program(tmp_path / "events.yaml")
    assert not places.comes_with_the_program(project_root / "README.md")


def test_resources_lie_inside_an_installed_package(tmp_path: Path):
    package = tmp_path / "site-packages" / "timeline_app"
    package.mkdir(parents=True)
    assert places._data_root(package) == package / "_data"
