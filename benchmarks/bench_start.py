# SPDX-License-Identifier: MIT
"""From the start of the process to the first painted frame that shows events, against an empty QWidget (at most 3×).

Two openings are measured and told apart: the first one of an exhibit, which is parsed and checked, and every later
one, which takes the checked exhibit that an earlier one kept. All run as processes of their own, several times by
turns, in a home of their own; files are in the system's cache and bytecode is written, as on a person's machine. The
clock is the system's monotonic one, which all processes share. Without a display, an X server without a screen is
started, if there is one (Xvfb).
"""

import contextlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import ROOT, report, spread

RUNS = 9
LIMIT = 3.0
SIZE = "1920x1080"

#: Ends itself once it has kept the exhibit for later openings.
KEEPING = f"""
import os, sys, time
from timeline_app import app
from timeline_app.content.cache import ReadingCache
keep = ReadingCache.keep
def noted(self):
    keep(self)
    print(time.perf_counter(), flush=True)
    os._exit(0)
ReadingCache.keep = noted
app.main(["--size", "{SIZE}"])
"""
#: Prints the time at the end of the first paint that shows an event, and ends the process.
#: Just before the window is shown all is loaded as it will be: what is patched there costs the program nothing.
TO_FIRST_PICTURE = f"""
import os, sys, time
from timeline_app import app
def before_showing():
    from timeline_app.ui.canvas.widget import CanvasWidget
    paint = CanvasWidget.paintEvent
    def noted(self, event):
        paint(self, event)
        if self.scene is not None and any(item.role == "event-label" for item in self.scene.items):
            print(time.perf_counter(), flush=True)
            os._exit(0)
    CanvasWidget.paintEvent = noted
app._let_ctrl_c_end_the_program = before_showing
app.main(["--size", "{SIZE}"])
"""
EMPTY = """
import os, time
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        print(time.perf_counter(), flush=True)
        os._exit(0)
app = QApplication([])
window = Window()
window.resize(1920, 1080)
window.show()
app.exec()
"""


def start_ms(code: str, env: dict[str, str]) -> float:
    """Start a process and return how long it took to its first picture."""
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    if done.returncode != 0 or not done.stdout.strip():
        raise SystemExit(f"The process did not come to a picture:\n{done.stdout}{done.stderr}")
    return (float(done.stdout.split()[-1]) - began) * 1000


@contextlib.contextmanager
def display() -> Iterator[dict[str, str]]:
    """Yield the variables of the display to use: the user's, one of our own, or none."""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        yield {}
    elif not shutil.which("Xvfb"):
        yield {"QT_QPA_PLATFORM": "offscreen"}
    else:
        reader, writer = os.pipe()
        # Else the server starts anew after each client, and the next one waits for it.
        screen = ["-screen", "0", f"{SIZE}x24", "-nolisten", "tcp", "-noreset"]
        command = ["Xvfb", "-displayfd", str(writer), *screen]
        with subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL) as server:
            os.close(writer)
            try:
                yield {"DISPLAY": f":{os.read(reader, 32).decode().strip()}", "QT_QPA_PLATFORM": "xcb"}
            finally:
                # Else a start that fails would leave everybody waiting for the server.
                os.close(reader)
                server.terminate()


def main() -> None:
    """Start all by turns, so that a busy machine is busy for all."""
    with tempfile.TemporaryDirectory() as home, display() as screen:
        env = {**os.environ, **screen, "HOME": home, "PYTHONHASHSEED": "0"}
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            env.pop(name, None)
        # Some machines forbid bytecode; a person's does not, and compiling everything at each start is not the program.
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        env["PYTHONPYCACHEPREFIX"] = f"{home}/bytecode"
        # A start that ends with its first picture keeps nothing: in an empty folder each one is a first opening.
        unread = {**env, "XDG_CACHE_HOME": f"{home}/empty"}
        kept = {**env, "XDG_CACHE_HOME": f"{home}/kept"}
        start_ms(KEEPING, kept)
        rounds = [
            (start_ms(TO_FIRST_PICTURE, unread), start_ms(TO_FIRST_PICTURE, kept), start_ms(EMPTY, env))
            for _ in range(RUNS + 1)
        ][1:]
        if any(Path(unread["XDG_CACHE_HOME"]).rglob("*.*")):
            raise SystemExit("A start that was to be a first opening found something kept.")
    first, again, empty = ([times[side] for times in rounds] for side in range(3))
    common = {
        "platform": env.get("QT_QPA_PLATFORM", "as the desktop says"),
        "size": SIZE,
        "runs": RUNS,
        "reference": "an empty QWidget of the same size",
        "reference_times": spread(empty),
        "limit": LIMIT,
    }
    for opening, times in (
        ("first opening of the exhibit: it is parsed and checked", first),
        ("every later opening: the exhibit as it was kept, all files being the same", again),
    ):
        ratio = statistics.median(times) / statistics.median(empty)
        report(
            "start",
            opening=opening,
            program=spread(times),
            **common,
            ratio=round(ratio, 2),
            within=ratio <= LIMIT,
        )


if __name__ == "__main__":
    main()
