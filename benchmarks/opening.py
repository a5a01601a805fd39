# SPDX-License-Identifier: MIT
"""Opening large exhibits: from the wish to the first useful picture, cold and from what an earlier opening kept.

Each opening is a process of its own, with a home of its own: the program's whole window is up and empty, and a
heart beats every 10 ms in its thread; then a file is opened as by File > Open. The first useful picture is
painted when a paint of the canvas, 1920x1080 into memory, shows density in all lanes and the 200 most important
events are named or have their places. Memory is told above that of an empty Qt window of the same run, and time
beside that of a bare `json.loads` of the same lines (of a YAML file, of libyaml's bare events).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.frames import demo_file
from benchmarks.measure import ROOT, report

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication

    from timeline_app.ui.shell import Shell

SIZE: Final = (1920, 1080)
NAMED: Final = 200
BEAT_MS: Final = 10
PATIENCE_S: Final = 300.0
AFTER_S: Final = 3.0
"""How long the heart is watched after the first picture, while the placement goes on."""

LIMITS_S: Final = {("cold", 10_000): 1.5, ("cold", 100_000): 2.0, ("cold", 1_000_000): 20.0,
                   ("cached", 100_000): 0.5, ("cached", 1_000_000): 2.0}  # fmt: skip
LIMITS_MB: Final = {100_000: 200.0, 1_000_000: 1_500.0}
HEARTBEAT_LIMIT_MS: Final = 100.0

EMPTY: Final = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.resize(1920, 1080)
window.show()
app.processEvents()
window.grab()
from benchmarks.opening import resident_mb
print(*resident_mb())
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each exhibit, cold and cached."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.opening", description=__doc__)
    parser.add_argument(
        "--events",
        default="10000yaml,100000,1000000",
        help="numbers of made-up events, comma-separated; yaml behind one for a YAML file",
    )
    parser.add_argument("--exhibit", type=Path, help="an exhibit of your own instead")
    parser.add_argument("--child", choices=["open", "keep"], help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.child is not None:
        (_open if chosen.child == "open" else _keep)(chosen.exhibit)
        return
    paths = [chosen.exhibit] if chosen.exhibit else [_file(name) for name in chosen.events.split(",")]
    empty_mb = float(_printed(["-c", EMPTY], _environment(tempfile.gettempdir())).split()[0])
    for path in paths:
        measured(path, empty_mb)


def measured(path: Path, empty_mb: float) -> None:
    """Open an exhibit twice, and print a line for each opening."""
    bare_s, bare_cpu_s = _bare_s(path)
    child = ["-m", "benchmarks.opening", "--exhibit", str(path.resolve()), "--child"]
    with tempfile.TemporaryDirectory() as home:
        env = _environment(home)
        # Bytecode is there on a person's machine: the first run writes it, and counts for nothing.
        _printed([*child, "open"], env | {"XDG_CACHE_HOME": f"{home}/first"})
        cold = json.loads(_printed([*child, "open"], env | {"XDG_CACHE_HOME": f"{home}/cold"}))
        _printed([*child, "keep"], env)
        cached = json.loads(_printed([*child, "open"], env))
    for name, found in (("cold", cold), ("cached", cached)):
        count = found["events"]
        limit_s, limit_mb = LIMITS_S.get((name, count)), LIMITS_MB.get(count)
        above_mb = round(found["rss_mb"] - empty_mb, 1)
        report(
            "opening",
            opening=name,
            exhibit=path.suffix,
            bytes=path.stat().st_size,
            **found,
            above_empty_window_mb=above_mb,
            reference="json.loads of the same lines; an empty Qt window",
            reference_s=round(bare_s, 3),
            reference_cpu_s=round(bare_cpu_s, 3),
            reference_rss_mb=empty_mb,
            ratio=round(found["seconds"] / bare_s, 2),
            limit_s=limit_s,
            limit_mb=limit_mb,
            within=(limit_s is None or found["seconds"] <= limit_s)
            and (limit_mb is None or above_mb <= limit_mb)
            and found["heartbeat_max_ms"] <= HEARTBEAT_LIMIT_MS,
        )


def resident_mb() -> tuple[float, float]:
    """Return how much memory the process holds now, and the most it ever held; of what the system does not tell, 0."""
    told = Path("/proc/self/status")
    if not told.exists():
        return 0.0, 0.0
    fields = dict(line.split(":", 1) for line in told.read_text().splitlines() if ":" in line)
    return tuple(round(int(fields[name].split()[0]) / 1024, 1) for name in ("VmRSS", "VmHWM"))  # type: ignore[return-value]


# -- in the process ---------------------------------------------------------------------------------


def _empty_window(path: Path) -> tuple[QApplication, Shell]:
    """Return the program with its window up, and no exhibit in it."""
    import gc

    from timeline_app.base.languages import translator_for
    from timeline_app.base.places import cache_folder
    from timeline_app.content.cache import ReadingCache
    from timeline_app.content.reader import read_exhibit
    from timeline_app.state.app_state import Settings
    from timeline_app.state.session_files import Session
    from timeline_app.ui.application import make_application
    from timeline_app.ui.start import Request, make_shell, show_window

    gc.disable()
    translator = translator_for("en")
    application = make_application(translator)
    cache = ReadingCache(cache_folder())
    missing = path.with_name("no-exhibit")
    request = Request(missing, read_exhibit(missing), Settings(), Session(), size_px=SIZE, cache=cache)
    shell = make_shell(translator, request)
    show_window(shell, request)
    application.processEvents()
    gc.freeze()
    gc.enable()
    return application, shell


def _open(path: Path) -> None:
    """Open an exhibit in a window that is up, and print what that took."""
    application, shell = _empty_window(path)
    beats = _Heart()
    beats.start()
    until = time.perf_counter() + PATIENCE_S
    began = time.perf_counter()
    painted, cpu_began = _painted(shell), time.process_time()
    shell.commands.send("file.open-path", path=str(path))
    before_picture_ms = 0.0
    while not painted and time.perf_counter() < until:
        application.processEvents()
        if shell.store.state.document is None:
            before_picture_ms = beats.worst_ms
        time.sleep(0.001)
    seconds = (painted[0] if painted else time.perf_counter()) - began
    cpu_s = time.process_time() - cpu_began
    rss_mb, peak_mb = resident_mb()
    # The beat that the picture itself made late is still to come.
    _wait(application, 3 * BEAT_MS / 1000)
    worst_ms, beats.worst_ms = beats.worst_ms, 0.0
    _wait(application, AFTER_S)
    document = shell.store.state.document
    print(
        json.dumps(
            {
                "events": len(document.events) if document is not None else 0,
                "seconds": round(seconds, 3),
                "cpu_seconds": round(cpu_s, 3),
                "rss_mb": rss_mb,
                "peak_rss_mb": peak_mb,
                "heartbeat_reading_max_ms": round(before_picture_ms, 1),
                "heartbeat_max_ms": round(worst_ms, 1),
                "heartbeat_placing_max_ms": round(beats.worst_ms, 1),
            }
        ),
        flush=True,
    )
    os._exit(0)


def _wait(application: QApplication, seconds: float) -> None:
    """Let the program go on for a while."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        application.processEvents()
        time.sleep(0.001)


class _Heart:
    """Beats in the interface's own thread, and notes how late the latest beat came."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._last = time.perf_counter()
        self.worst_ms = 0.0

    def start(self) -> None:
        """Begin to beat."""
        self._last = time.perf_counter()
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.worst_ms = max(self.worst_ms, (now - self._last) * 1000 - BEAT_MS)
        self._last = now


def _painted(shell: Shell) -> list[float]:
    """Return a list that takes the time of each paint of the canvas that shows what is useful."""
    from timeline_app.ui.canvas.widget import CanvasWidget

    times: list[float] = []
    paint = CanvasWidget.paintEvent

    def noted(canvas: CanvasWidget, event: QPaintEvent) -> None:
        paint(canvas, event)
        if not times and _is_useful(shell):
            times.append(time.perf_counter())

    CanvasWidget.paintEvent = noted  # type: ignore[method-assign, assignment]
    return times


def _is_useful(shell: Shell) -> bool:
    """Tell whether the canvas shows an exhibit whose most important events have their places."""
    scene = shell.canvas.scene
    if shell.store.state.document is None or scene is None or not shell.stage.is_fitted:
        return False
    placed = shell.stage.fitted.placement
    needed = min(NAMED, len(shell.stage.index))
    return placed.is_complete or int((placed.row >= 0).sum()) >= needed


def _keep(path: Path) -> None:
    """Keep an exhibit for the next opening."""
    from timeline_app.base.places import cache_folder
    from timeline_app.content.cache import keep_reading
    from timeline_app.content.reader import read_exhibit

    if not keep_reading(path, read_exhibit(path), cache_folder()):
        raise SystemExit(f"{path} could not be kept")


# -- around it --------------------------------------------------------------------------------------


def _bare_s(path: Path) -> tuple[float, float]:
    """Return how long the bare reading of a file takes, by the clock and by the processor."""
    import yaml

    text = path.read_text(encoding="utf-8")
    work: Callable[[], object]
    if path.suffix == ".jsonl":
        lines = text.splitlines()
        work = lambda: [None for line in lines if json.loads(line) is None]  # noqa: E731
    elif path.suffix == ".json":
        work = lambda: json.loads(text)  # noqa: E731
    else:
        work = lambda: [None for _ in yaml.parse(text, Loader=yaml.CBaseLoader)]  # noqa: E731
    began, cpu_began = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - began, time.process_time() - cpu_began


def _file(name: str) -> Path:
    """Return a made-up exhibit: `10000yaml` or `100000`."""
    count = int(name.removesuffix("yaml"))
    path = demo_file(count)
    if not name.endswith("yaml"):
        return path
    written = path.with_suffix(".yaml")
    if not written.exists():
        from timeline_app.cli.demo_verb import lines

        beside = written.with_suffix(f".{os.getpid()}")
        with beside.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(lines(".yaml", count, 1))
        beside.replace(written)
    return written


def _environment(home: str) -> dict[str, str]:
    env = {**os.environ, "HOME": home, "QT_QPA_PLATFORM": "offscreen", "PYTHONHASHSEED": "0"}
    for name in (
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_STATE_HOME",
        "XDG_CACHE_HOME",
        "PYTHONDONTWRITEBYTECODE",
    ):
        env.pop(name, None)
    env["OPENBLAS_NUM_THREADS"] = "1"
    env["PYTHONPYCACHEPREFIX"] = f"{home}/bytecode"
    return env


def _printed(arguments: Sequence[str], env: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )
    if done.returncode:
        raise SystemExit(f"The process ended badly:\n{done.stdout}{done.stderr}")
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""


if __name__ == "__main__":
    main()
