# SPDX-License-Identifier: MIT
"""The program as its own process on a display, with a hand and an eye that work through the window system."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]
LIMIT_S = 60
#: How many times is looked before something counts as not happening; a look takes some 20 to 100 ms.
LOOKS = 400
#: So many pictures in a row that are the same mean that nothing moves.
STILL = 4


class Journey:
    """Starts the program, sends it input, looks at the screen."""

    def __init__(self, display: str, xdotool: list[str], folder: Path) -> None:
        self._env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self._xdotool = xdotool
        self._folder = folder
        self._output = folder / "output.txt"
        self.process: subprocess.Popen[bytes] | None = None
        self._camera = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("camera.py"))],
            env=self._env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._answer() == "ready"

    def start(self, *arguments: str) -> QImage:
        """Start the program, wait until its window has come to rest, and return what is seen."""
        with self._output.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, str(ROOT / "main.py"), *arguments],
                env=self._env,
                cwd=self._folder,
                stdout=output,
                stderr=output,
            )
        self.until(lambda: bool(self.window()), "a window")
        # Pictures are the same before the first frame too; an exhibit has more colours than an empty screen.
        self.look_until(_has_many_colours, "a picture")
        return self.settled()

    def window(self) -> str:
        """Return the id of the program's visible window, "" if there is none."""
        return self.hand("search", "--onlyvisible", "--name", "Timeline").partition("\n")[0]

    def title(self) -> str:
        """Return the window's title."""
        return self.hand("getwindowname", self.window())

    def hand(self, *command: str) -> str:
        """Send input or ask for a window: one command line of xdotool."""
        done = subprocess.run(
            [*self._xdotool, *command], capture_output=True, text=True, check=False, timeout=LIMIT_S
        )
        return done.stdout.strip()

    def press(self, *keys: str) -> None:
        """Press keys, by the names of X; there is no window manager that would give the window the keyboard."""
        self.hand("windowfocus", "--sync", self.window(), "key", *keys)

    def look(self) -> QImage:
        """Return what is on the screen."""
        assert self._camera.stdin is not None
        path = self._folder / "screen.bmp"
        self._camera.stdin.write(f"{path}\n")
        self._camera.stdin.flush()
        assert self._answer() == "done"
        return QImage(str(path))

    def look_until(self, holds: Callable[[QImage], bool], what: str) -> QImage:
        """Look until what is seen meets a condition, and return it."""
        seen: list[QImage] = []

        def holds_now() -> bool:
            seen.append(self.look())
            return holds(seen[-1])

        self.until(holds_now, what)
        return seen[-1]

    def settled(self) -> QImage:
        """Look until nothing moves any more, and return what is seen."""
        last, same = self.look(), 0

        def rests() -> bool:
            nonlocal last, same
            seen = self.look()
            same = same + 1 if seen == last else 0
            last = seen
            return same == STILL

        self.until(rests, "the picture to come to rest")
        return last

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Ask again and again whether something has come about in the other process, so many times at most."""
        for _ in range(LOOKS):
            if holds():
                return
            if self.process is not None and self.process.poll() is not None:
                raise AssertionError(f"the program ended with {self.process.returncode}: {self.output()}")
        raise AssertionError(f"waited in vain for {what}: {self.output()}")

    def wait_for_end(self) -> int:
        """Wait until the program has ended, and return its exit status."""
        assert self.process is not None
        return self.process.wait(timeout=LIMIT_S)

    def output(self) -> str:
        """Return what the program has printed."""
        return self._output.read_text(encoding="utf-8", errors="replace") if self._output.exists() else ""

    def stop(self) -> None:
        """End the program, if the journey has not, and put the camera away."""
        for process in (self.process, self._camera):
            if process is not None:
                process.terminate()
                process.communicate(timeout=LIMIT_S)

    def _answer(self) -> str:
        assert self._camera.stdout is not None
        return self._camera.stdout.readline().strip()


def _has_many_colours(image: QImage) -> bool:
    columns, rows = range(0, image.width(), 16), range(0, image.height(), 16)
    return len({image.pixel(x, y) for x in columns for y in rows}) > 12
