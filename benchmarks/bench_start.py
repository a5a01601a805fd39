# SPDX-License-Identifier: MIT
"""From the start of the process to the first painted frame that shows events, against an empty QWidget (at most 3×).

Both run as processes of their own, several times by turns, in a home of their own. The second start counts, as a
person's does: files are in the system's cache, bytecode is written. The clock is the system's monotonic one, which
all processes share. Without a display, an X server without a screen is started, if there is one (Xvfb).
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

from benchmarks.measure import ROOT, report, spread

RUNS = 9
LIMIT = 3.0
SIZE = "1920x1080"

#: A first start: it ends itself once it has kept the exhibit for the next one.
FIRST = f"""
import os, time
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
#: Prints the time at the end of the first paint that shows an event, and ends the process. It looks in just before the
#: window is shown, when everything has been loaded in the order in which the program loads it.
SECOND = f"""
import os, time
from timeline_app import app
def look_in():
    from timeline_app.ui.canvas.widget import CanvasWidget
    paint = CanvasWidget.paintEvent
    def noted(self, event):
        paint(self, event)
        if self.scene is not None and any(item.role == "event-label" for item in self.scene.items):
            print(time.perf_counter(), flush=True)
            os._exit(0)
    CanvasWidget.paintEvent = noted
app._let_ctrl_c_end_the_program = look_in
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
        command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{SIZE}x24", "-nolisten", "tcp"]
        with subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL) as server:
            os.close(writer)
            yield {"DISPLAY": f":{os.read(reader, 32).decode().strip()}", "QT_QPA_PLATFORM": "xcb"}
            os.close(reader)
            server.terminate()


def main() -> None:
    """Start both by turns, so that a busy machine is busy for both."""
    with tempfile.TemporaryDirectory() as home, display() as screen:
        env = {**os.environ, **screen, "HOME": home, "PYTHONHASHSEED": "0"}
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            env.pop(name, None)
        # Some machines forbid bytecode; a person's does not, and compiling everything at each start is not the program.
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        env["PYTHONPYCACHEPREFIX"] = f"{home}/bytecode"
        start_ms(FIRST, env)
        pairs = [(start_ms(SECOND, env), start_ms(EMPTY, env)) for _ in range(RUNS + 1)][1:]
    program, empty = ([pair[side] for pair in pairs] for side in (0, 1))
    ratio = statistics.median(program) / statistics.median(empty)
    report(
        "start",
        platform=env.get("QT_QPA_PLATFORM", "as the desktop says"),
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
