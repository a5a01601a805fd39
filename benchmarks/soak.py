# SPDX-License-Identifier: MIT
"""Thirty minutes of a restless hand on a large exhibit, told by a clock that runs ahead: no exception, no growth.

    python -m benchmarks.soak [--events 100000] [--minutes 30] [--seed 1]

Everything is the real program but the clock, which is moved by hand: real widgets, painted offscreen, real wheel and
mouse events, and every command that needs no answer from a person. The same seed does the same things. The memory of
the process is looked at every simulated half minute; what counts is the growth after the first fifth, in which caches
fill. Ends with status 1 on an exception, a warning of Qt's, or more than 5 % of growth.
"""

import argparse
import gc
import os
import random
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, qInstallMessageHandler
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest

from benchmarks.measure import report
from timeline_app.base.clock import FakeClock
from timeline_app.base.messages import Translator
from timeline_app.base.places import notices, resource_root
from timeline_app.cli.demo_verb import lines
from timeline_app.content.reader import read_exhibit
from timeline_app.state.app_state import Settings
from timeline_app.state.commands import CommandSpec
from timeline_app.state.session_files import Session
from timeline_app.ui.application import make_application
from timeline_app.ui.shell import Shell, Surroundings
from timeline_app.ui.start import Request, assemble

SIZES: Final = ((1280, 720), (1920, 1080), (1366, 768), (1024, 1366), (720, 1280))
FRAMES_AN_ACT: Final = 8
FRAME_MS: Final = 40.0
REST_MS: Final = 700.0
WARM_SHARE: Final = 0.2
MOST_GROWTH: Final = 0.05
LOOK_EVERY_MS: Final = 30_000.0
TO_MIB: Final = 1024 * 1024
NO_SCREEN: Final = "This plugin does not support"
LEFT_OUT: Final = ("file.", "help.", "settings.open", "go.menu", "lanes.menu", "lanes.choose")
"""What opens a dialog, another file, or a menu that waits for a person."""


@dataclass(slots=True)
class Seen:
    """What went wrong, what was done, and how large the process was when."""

    faults: list[str] = field(default_factory=list)
    acts: Counter[str] = field(default_factory=Counter)
    rss_mib: list[tuple[float, float]] = field(default_factory=list)

    def warn(self, text: str) -> None:
        """Note a warning of Qt's, unless it is about what drawing into memory cannot do."""
        if NO_SCREEN not in text:
            self.faults.append(f"Qt: {text}")


class RestlessHand:
    """Does one thing after another, by chance; the same seed does the same things."""

    def __init__(self, shell: Shell, clock: FakeClock, seed: int) -> None:
        self._shell = shell
        self._clock = clock
        self._chance = random.Random(seed)
        ids = shell.store.state.document
        self._ids = () if ids is None else ids.events.ids
        self._plain = [spec.id for spec in shell.commands.specs.values() if _needs_nobody(spec)]
        self._acts: tuple[tuple[int, Callable[[], str]], ...] = (
            (30, self._wheel),
            (20, self._drag),
            (20, self._click),
            (15, self._select),
            (25, self._command),
            (4, self._theme),
            (2, self._text_size),
            (4, self._resize),
            (4, self._far),
        )

    def act(self) -> str:
        """Do one thing, and let it come to rest; return what it was."""
        acts = [act for _, act in self._acts]
        name = self._chance.choices(acts, [weight for weight, _ in self._acts])[0]()
        for _ in range(FRAMES_AN_ACT):
            self._clock.advance(FRAME_MS)
            QCoreApplication.processEvents()
        self._clock.advance(self._chance.uniform(0.0, REST_MS))
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return name

    def _point(self) -> QPoint:
        canvas = self._shell.canvas
        return QPoint(
            self._chance.randrange(max(canvas.width(), 1)), self._chance.randrange(max(canvas.height(), 1))
        )

    def _wheel(self) -> str:
        at = self._point()
        canvas = self._shell.canvas
        turn = QPoint(0, self._chance.choice((-480, -120, 120, 120, 480)))
        modifiers = self._chance.choice((Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier))
        for _ in range(self._chance.randint(1, 6)):
            event = QWheelEvent(
                QPointF(at), canvas.mapToGlobal(QPointF(at)), QPoint(), turn, Qt.MouseButton.NoButton,
                modifiers, Qt.ScrollPhase.NoScrollPhase, False,
            )  # fmt: skip
            QCoreApplication.sendEvent(canvas, event)
            self._clock.advance(FRAME_MS)
        return "wheel"

    def _drag(self) -> str:
        canvas, at = self._shell.canvas, self._point()
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at)
        for _ in range(self._chance.randint(2, 6)):
            at += QPoint(self._chance.randint(-150, 150), self._chance.randint(-40, 40))
            QTest.mouseMove(canvas, at)
            self._clock.advance(FRAME_MS)
            QCoreApplication.processEvents()
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at)
        return "drag"

    def _click(self) -> str:
        QTest.mouseClick(self._shell.canvas, Qt.MouseButton.LeftButton, pos=self._point())
        return "click"

    def _select(self) -> str:
        self._shell.commands.send("select.event", id=self._ids[self._chance.randrange(len(self._ids))])
        return "select"

    def _command(self) -> str:
        name = self._chance.choice(self._plain)
        return name if self._shell.commands.send(name) else "not now"

    def _theme(self) -> str:
        self._shell.commands.send(
            "settings.theme", theme=self._chance.choice(("light", "dark", "high-contrast"))
        )
        return "theme"

    def _text_size(self) -> str:
        self._shell.commands.send("settings.text-size", percent=self._chance.choice((100, 125, 150, 200)))
        return "text size"

    def _resize(self) -> str:
        self._shell.window.resize(*self._chance.choice(SIZES))
        return "resize"

    def _far(self) -> str:
        """Go from the whole exhibit to a few days, or back."""
        for _ in range(12):
            self._shell.commands.send("view.zoom", factor=self._chance.choice((0.5, 0.4)))
        return "far"


def _needs_nobody(spec: CommandSpec) -> bool:
    return not spec.id.startswith(LEFT_OUT) and all(param.default is not None for param in spec.params)


def rss_mib() -> float:
    """Return the memory of this process that is in use now, in MiB; 0 where the system does not say."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return 0.0
    return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / TO_MIB


def settled_workers(clock: FakeClock) -> None:
    """Wait for the threads that work in the background, and let what they have done be taken up."""
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and thread.daemon:
            thread.join(300.0)
    clock.advance(200.0)
    QCoreApplication.processEvents()


def soak(folder: Path, events: int, minutes: float, seed: int) -> Seen:
    """Let the hand work for so many simulated minutes, and return what was seen."""
    seen = Seen()
    translator = Translator.from_file(resource_root() / "languages" / "en.json")
    application = make_application(translator)
    sys.excepthook = lambda kind, error, _: seen.faults.append(f"{kind.__name__}: {error}")
    qInstallMessageHandler(lambda _, __, text: seen.warn(text))
    path = folder / "soak.jsonl"
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(lines(".jsonl", events, seed))
    clock = FakeClock()
    around = Surroundings(clock, translator, resource_root(), path, notices(), folder / "config")
    shell = assemble(around, Request(path, read_exhibit(path), Settings(), Session(), size_px=SIZES[1]))
    shell.rest_wanted.emit()
    shell.window.show()
    settled_workers(clock)
    hand = RestlessHand(shell, clock, seed)
    end_ms, next_look_ms = minutes * 60_000.0, 0.0
    while clock.now_ms() < end_ms and not seen.faults:
        seen.acts[hand.act()] += 1
        if clock.now_ms() >= next_look_ms:
            settled_workers(clock)
            gc.collect()
            seen.rss_mib.append((clock.now_ms() / 60_000.0, rss_mib()))
            next_look_ms += LOOK_EVERY_MS
    shell.window.close()
    shell.bridge.close()
    settled_workers(clock)
    del application
    return seen


def growth(rss: Sequence[tuple[float, float]], minutes: float) -> float:
    """Return by which part the memory grew once warm: the most of the last fifth against that of the second."""
    warm = [mib for at, mib in rss if WARM_SHARE * minutes <= at < 2 * WARM_SHARE * minutes]
    late = [mib for at, mib in rss if at >= (1.0 - WARM_SHARE) * minutes]
    return max(late) / max(warm) - 1.0 if warm and late and max(warm) > 0.0 else 0.0


def main() -> None:
    """Soak, report one line, and end with 1 if anything is wrong."""
    parser = argparse.ArgumentParser(description="A restless hand on a large exhibit.")
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        seen = soak(Path(folder), asked.events, asked.minutes, asked.seed)
    grown = growth(seen.rss_mib, asked.minutes)
    within = not seen.faults and grown <= MOST_GROWTH
    report(
        "soak",
        events=asked.events,
        minutes=asked.minutes,
        seed=asked.seed,
        acts=dict(seen.acts.most_common()),
        faults=seen.faults[:10],
        rss_mib=[round(mib) for _, mib in seen.rss_mib],
        growth=round(grown, 4),
        limit=MOST_GROWTH,
        within=within,
    )
    sys.exit(0 if within else 1)


if __name__ == "__main__":
    main()
