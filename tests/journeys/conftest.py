# SPDX-License-Identifier: MIT
"""Journeys send input through a real window system: an X server without a screen (Xvfb), one per journey."""

import os
import select
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.journey import Journey
from tests.journeys.twin import SIZE, Twin
from timeline_app.ui.fonts import load_fonts

#: Set by CI, where a journey that is skipped for lack of Xvfb is a failure.
REQUIRED = "TIMELINE_REQUIRE_XVFB"
START_LIMIT_S = 20


def missing(what: str) -> None:
    """Skip with the reason, or fail where the journeys must run."""
    reason = f"{what} is not installed: sudo apt-get install xvfb xauth xdotool"
    if os.environ.get(REQUIRED) == "1":
        pytest.fail(f"{REQUIRED}=1, but {reason}")
    pytest.skip(reason)


def read_display(pipe: int) -> str:
    """Wait until Xvfb has written the number of the display it found free, and return it."""
    ready, _, _ = select.select([pipe], [], [], START_LIMIT_S)
    return os.read(pipe, 32).decode().strip() if ready else ""


def authority(folder: Path, cookie: str) -> str:
    """Write a file by which an X server lets in only those who know the cookie."""
    if not shutil.which("xauth"):
        missing("xauth")
    path = folder / "authority"
    path.touch()
    # The server takes every cookie of the file, whatever display it is noted for.
    subprocess.run(["xauth", "-f", str(path), "add", ":0", ".", cookie], check=True, timeout=START_LIMIT_S)
    return str(path)


@pytest.fixture
def xvfb_display(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Start an X server of 1920×1080 and yield its display, such as ":99".

    Another size may be given by parametrising, or "guarded:COOKIE" for a server that lets in nobody else.
    The program under test is a process of its own: hand it DISPLAY (this) and QT_QPA_PLATFORM=xcb.
    """
    if not shutil.which("Xvfb"):
        missing("Xvfb")
    size = getattr(request, "param", "1920x1080")
    guard: list[str] = []
    if size.startswith("guarded:"):
        guard = ["-auth", authority(tmp_path, size.partition(":")[2])]
        size = "1920x1080"
    reader, writer = os.pipe()
    # -displayfd lets the server pick a free number, so that runs beside each other do not collide.
    command = [
        "Xvfb",
        "-displayfd",
        str(writer),
        "-screen",
        "0",
        f"{size}x24",
        "-nolisten",
        "tcp",
        "-noreset",
        *guard,
    ]
    with subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        try:
            number = read_display(reader)
            if not number:
                pytest.fail(f"Xvfb did not come up within {START_LIMIT_S} seconds")
            yield f":{number}"
        finally:
            os.close(reader)
            server.terminate()
            server.wait(timeout=START_LIMIT_S)


@pytest.fixture
def xdotool(xvfb_display: str) -> list[str]:
    """Return the start of an xdotool command for the journey's display, or skip with a reason."""
    if not shutil.which("xdotool"):
        missing("xdotool")
    return ["env", f"DISPLAY={xvfb_display}", "xdotool"]


@pytest.fixture
def journey(xvfb_display: str, xdotool: list[str], tmp_path: Path) -> Iterator[Journey]:
    """Yield a journey whose program is not started yet: `journey.start("--theme", "dark")`."""
    found = Journey(xvfb_display, xdotool, tmp_path)
    yield found
    found.stop()


@pytest.fixture
def drawing(project_root: Path) -> QApplication:
    """Return an application with our fonts in this process, for a twin that draws what a window must show."""
    found = QApplication.instance()
    made = found if isinstance(found, QApplication) else QApplication(["twin"])
    load_fonts(project_root / "resources" / "fonts")
    return made


@pytest.fixture
def exhibit(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Write the EXHIBIT of the test's module into a file, and return the file."""
    path = tmp_path / "exhibit.yaml"
    path.write_text(request.module.EXHIBIT, encoding="utf-8")
    return path


@pytest.fixture
def twin(request: pytest.FixtureRequest, exhibit: Path, drawing: QApplication) -> Iterator[Twin]:
    """Yield the twin that shows the exhibit; TWIN in the test's module is a kind of it that knows more."""
    made: Twin = getattr(request.module, "TWIN", Twin)(exhibit, SIZE)
    yield made
    made.shell.window.close()
