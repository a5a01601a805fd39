# SPDX-License-Identifier: MIT
"""Walks five steps along the timeline by keys while Orca listens: each must be spoken with title, date and place.

Run by the distribution's Python on the stage of `scripts/atspi_stage.py`, beside the program. Orca's voice is off;
what it would say it tells its log.
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import threading
from collections.abc import Sequence
from functools import partial
from queue import SimpleQueue

from scripts.atspi_client import Reader, WaitedInVainError, pause, take_keyboard, until

STEPS = ("Right", "Right", "Down", "period", "Page_Down")
"""On in time, twice; to the lane below; on in the lane; to the next decade."""
SPOKEN = re.compile(r"SPEECH OUTPUT: '(.*?)'\{")
PLACE = re.compile(r"\b\d+ of [\d,]+\b")
QUIET_MS = 600
"""So long nothing more is said before a step counts as spoken."""


class Orca:
    """Orca itself, and what it says."""

    def __init__(self) -> None:
        # Into a file Orca writes by the block, and keeps its last words to itself; to a terminal it writes each line.
        self._ear, mouth = os.openpty()
        self._lines: SimpleQueue[str] = SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()
        command = ["orca", "--disable=speech", "--disable=braille", f"--debug-file={os.ttyname(mouth)}"]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def _listen(self) -> None:
        with os.fdopen(self._ear, encoding="utf-8", errors="replace") as ear, contextlib.suppress(OSError):
            for line in ear:
                self._lines.put(line)

    def hear(self) -> list[str]:
        """Return what has been said since the last time."""
        lines = [self._lines.get() for _ in range(self._lines.qsize())]
        return [words for line in lines for words in SPOKEN.findall(line)]

    def hear_out(self) -> str:
        """Wait for words, and return all that is said until nothing more comes."""
        said: list[str] = until(self.hear, "words of Orca")
        while True:
            pause(QUIET_MS)
            more = self.hear()
            if not more:
                return " / ".join(said)
            said += more

    def hear_all_of(self, name: str) -> str:
        """Wait until all that is wanted of a step has been said, or nobody can wait any longer; return what was."""
        said: list[str] = []

        def is_told() -> bool:
            said.extend(self.hear())
            return not missing(" / ".join(said), name)

        with contextlib.suppress(WaitedInVainError):
            until(is_told, "words of Orca")
        return " / ".join(said)

    def end(self) -> None:
        """Let it go."""
        # It does not always hear a request to end.
        self._process.kill()
        self._process.wait(timeout=10)


def missing(said: str, name: str) -> list[str]:
    """Return what of a step was not spoken: title, date, or the place among the others."""
    title, _, date = name.rpartition(", ")
    wanted = {"its title": title, "its date": date}
    lacks = [what for what, words in wanted.items() if words not in said]
    return lacks if PLACE.search(said) else [*lacks, "its place (n of m)"]


def press(key: str) -> None:
    """Press a key as a hand does."""
    subprocess.run(["xdotool", "key", key], check=True)


def walk(orca: Orca, reader: Reader, steps: Sequence[str]) -> list[str]:
    """Take the steps, and return what was not spoken."""
    faults: list[str] = []
    for number, key in enumerate(steps, 1):
        name = reader.focused_after(partial(press, key))
        said = orca.hear_all_of(name)
        lacks = missing(said, name)
        print(f"step {number} ({key}): {said}", flush=True)
        faults += [f"step {number} ({key}) to “{name}”: Orca does not say {what}" for what in lacks]
    return faults


def main() -> int:
    """Walk, listen, and tell what was not said."""
    version = subprocess.run(
        ["orca", "--version"], capture_output=True, text=True, check=True
    ).stdout.split()[-1]
    orca = Orca()
    try:
        reader = Reader()
        orca.hear_out()
        take_keyboard()
        press("F6")
        until(lambda: reader.focused, "the focus at the timeline")
        orca.hear_out()
        faults = walk(orca, reader, STEPS)
    except WaitedInVainError as missed:
        faults = [f"waited in vain for {missed}"]
    finally:
        orca.end()
    for fault in faults:
        print(f"wrong: {fault}")
    print(f"Orca {version}: {'all steps were spoken' if not faults else f'{len(faults)} faults'}.")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
