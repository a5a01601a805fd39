# SPDX-License-Identifier: MIT
"""The wheel holds all that the program needs, and what it installs works from any folder."""

import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

LIMIT_S = 100


def run(command: Sequence[str | Path], folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, without the paths that pytest works with."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | variables
    return subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=LIMIT_S
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, project_root: Path) -> Path:
    """Build the wheel as `make dist` does."""
    folder = tmp_path_factory.mktemp("wheel")
    built = run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], project_root)
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """Install the wheel alone into a new environment that borrows this one's packages; return its scripts' folder."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    # No index is asked: the dependencies are those of the environment that runs the tests.
    pip = [sys.executable, "-m", "pip", "--python", str(folder), "--disable-pip-version-check"]
    done = run([*pip, "install", "--no-index", "--no-deps", str(wheel)], folder)
    assert done.returncode == 0, done.stdout + done.stderr
    (packages,) = folder.rglob("site-packages")
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return scripts


def test_the_wheel_holds_the_package_the_exhibit_and_the_resources_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    for needed in (
        "timeline_app/app.py",
        "timeline_app/_data/events.yaml",
        "timeline_app/_data/LICENSE",
        "timeline_app/_data/LICENSE-exhibit.txt",
        "timeline_app/_data/THIRD-PARTY-NOTICES.md",
        "timeline_app/_data/resources/languages/en.json",
        "timeline_app/_data/resources/languages/ja.json",
        "timeline_app/_data/resources/languages/ko.json",
        "timeline_app/_data/resources/examples/big-bang.yaml",
        "timeline_app/_data/resources/examples/caesar.yaml",
        "timeline_app/_data/resources/fonts/inter/Inter-Regular.ttf",
        "timeline_app/_data/resources/fonts/inter/OFL.txt",
    ):
        assert needed in names
    tops = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    assert tops == {"timeline_app"}
    assert not [name for name in names if "__pycache__" in name]


def test_the_installed_command_says_the_version_of_the_project(
    installed: Path, tmp_path: Path, project_root: Path
) -> None:
    version = tomllib.loads((project_root / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "version"
    ]
    result = run([installed / "timeline-app", "--version"], tmp_path)
    assert result.returncode == 0, result.stderr
    assert version in result.stdout


def test_the_installed_command_finds_its_exhibit_from_another_folder(installed: Path, tmp_path: Path) -> None:
    result = run([installed / "timeline-app", "--check"], tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_installed_command_draws_with_its_own_fonts(installed: Path, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    result = run([installed / "timeline-app", "--snapshot", picture], tmp_path)
    assert result.returncode == 0, result.stderr
    assert picture.read_bytes().startswith(b"\x89PNG")
