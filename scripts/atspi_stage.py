# SPDX-License-Identifier: MIT
"""A stage for screen readers: an X server without a screen, a session bus, the accessibility bus, and the program.

`python -m scripts.atspi_stage read` has another process read the program through AT-SPI, as screen readers do
(`scripts/atspi_client.py`); `… orca` has Orca itself speak (`scripts/orca_steps.py`). What the machine lacks is named,
with the packages that bring it; with `--required` that is a failure.
"""

from __future__ import annotations

import argparse
import os
import select
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIMIT_S = 100
START_LIMIT_S = 20
SYSTEM_PYTHON = "/usr/bin/python3"
"""The distribution's Python: it has the bindings of AT-SPI, which pip does not bring."""
BUSES = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
CLIENTS: Mapping[str, str] = {"read": "scripts.atspi_client", "orca": "scripts.orca_steps"}
TOOLS: Mapping[str, Mapping[str, str]] = {
    "read": {"Xvfb": "xvfb", "dbus-run-session": "dbus", "xdotool": "xdotool"},
    "orca": {
        "Xvfb": "xvfb",
        "dbus-run-session": "dbus",
        "xdotool": "xdotool",
        "openbox": "openbox",
        "orca": "orca",
    },
}
"""Program -> the Debian package that brings it."""


def missing_packages(what: str) -> list[str]:
    """Return the Debian packages that a trial needs and the machine lacks."""
    missing = [package for tool, package in TOOLS[what].items() if shutil.which(tool) is None]
    if bus_launcher() is None:
        missing.append("at-spi2-core")
    if not Path(SYSTEM_PYTHON).exists():
        missing.append("python3")
    if subprocess.run([SYSTEM_PYTHON, "-c", BINDINGS], capture_output=True, check=False).returncode:
        missing += ["python3-gi", "gir1.2-atspi-2.0"]
    return missing


def bus_launcher() -> str | None:
    """Return the program that starts the accessibility bus."""
    return next((path for path in BUSES if Path(path).exists()), None)


@contextmanager
def display() -> Iterator[str]:
    """Start an X server that picks a free number, and yield its display."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        try:
            ready, _, _ = select.select([reader], [], [], START_LIMIT_S)
            number = os.read(reader, 32).decode().strip() if ready else ""
            if not number:
                raise SystemExit(f"Xvfb did not come up within {START_LIMIT_S} seconds.")
            yield f":{number}"
        finally:
            os.close(reader)
            server.terminate()


def play(what: str) -> int:
    """Within a session bus: start the accessibility bus and the program, and hand over to the client."""
    launcher = bus_launcher()
    if launcher is None:
        raise SystemExit("There is no accessibility bus on this machine.")
    beside = [subprocess.Popen([launcher, "--launch-immediately"], stderr=subprocess.DEVNULL)]
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "program.txt"
        # Neither what this machine's reader has set nor where they were is any business of the trial.
        kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
        env = {**kept, "HOME": folder, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
        if what == "orca":
            beside.append(subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL))
        command = [sys.executable, "-X", "faulthandler", str(ROOT / "main.py"), "--size", "1600x900"]
        with output.open("w") as told:
            program = subprocess.Popen(command, env=env, stdout=told, stderr=told)
        client = [SYSTEM_PYTHON, "-m", CLIENTS[what]]
        try:
            status = subprocess.run(client, cwd=ROOT, check=False, timeout=LIMIT_S).returncode
        except subprocess.TimeoutExpired:
            print(f"The client did not come to an end within {LIMIT_S} seconds.")
            status = 1
        ended = program.poll()
        for process in (program, *reversed(beside)):
            process.terminate()
            process.wait(timeout=START_LIMIT_S)
        said = output.read_text(encoding="utf-8", errors="replace").strip()
    if ended is not None:
        print(f"The program ended by itself, with status {ended}.")
    if said:
        print(f"The program said:\n{said}")
    return status or int(ended is not None or bool(said))


def main() -> int:
    """Stage one trial."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=sorted(CLIENTS))
    parser.add_argument("--required", action="store_true", help="fail where the machine lacks something")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.inside:
        return play(asked.what)
    missing = missing_packages(asked.what)
    if missing:
        names = " ".join(missing)
        print(f"This needs what the machine does not have yet: sudo apt-get install {names}")
        return 1 if asked.required else 0
    with display() as name:
        inside = [sys.executable, "-m", "scripts.atspi_stage", asked.what, "--inside"]
        env = {**os.environ, "DISPLAY": name}
        done = subprocess.run(["dbus-run-session", "--", *inside], cwd=ROOT, env=env, check=False)
        return done.returncode


if __name__ == "__main__":
    sys.exit(main())
