# SPDX-License-Identifier: MIT
"""From the start of the process to the first painted frame that shows events, against an empty QWidget (at most 3×).

Both run as processes of their own, several times by turns, in a home of their own. The second start counts, as a
person's does: files are in the system's cache, bytecode is written. The clock is the system's monotonic one, which
all processes share. `QT_QPA_PLATFORM=xcb` with a DISPLAY measures on an X server instead of offscreen.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

from benchmarks.measure import ROOT, report, spread

RUNS = 9
LIMIT = 3.0
SIZE = "1920x1080"

#: Prints the time at the end of the first paint that shows an event, and ends the process.
PROGRAM = f"""
import os, sys, time
from timeline_app import app
from timeline_app.ui.canvas.widget import CanvasWidget
paint = CanvasWidget.paintEvent
def noted(self, event):
    paint(self, event)
    if self.scene is not None and any(item.role == "event-label" for item in self.scene.items):
        print(time.perf_counter(), flush=True)
        os._exit(0)
CanvasWidget.paintEvent = noted
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


def main() -> None:
    """Start both by turns, so that a busy machine is busy for both."""
    with tempfile.TemporaryDirectory() as home:
        env = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "HOME": home, "PYTHONHASHSEED": "0"}
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            env.pop(name, None)
        # Some machines forbid bytecode; a person's does not, and compiling everything at each start is not the program.
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        env["PYTHONPYCACHEPREFIX"] = f"{home}/bytecode"
        pairs = [(start_ms(PROGRAM, env), start_ms(EMPTY, env)) for _ in range(RUNS + 1)][1:]
    program, empty = ([pair[side] for pair in pairs] for side in (0, 1))
    ratio = statistics.median(program) / statistics.median(empty)
    report(
        "start",
        platform=env["QT_QPA_PLATFORM"],
        size=SIZE,
        runs=RUNS,
        program=spread(program),
        reference="an empty QWidget of the same size",
        reference_times=spread(empty),
        ratio=round(ratio, 2),
        limit=LIMIT,
        within=ratio <= LIMIT,
    )


if __name__ == "__main__":
    main()
