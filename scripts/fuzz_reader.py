# SPDX-License-Identifier: MIT
"""Breaks an exhibit file at random, many times, and reads it each time: no traceback, no hang.

    python -m scripts.fuzz_reader [FILE] [--count 2000] [--seed 1] [--limit-s 20]

A child process does the reading and names each seed before it starts; the parent ends it when one
takes too long. Exit status 1 when anything went wrong, with the seeds to look at.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO

from timeline_app.content.reader import Reading, read_text

ROOT = Path(__file__).resolve().parent.parent
SIGNS = ":-#[]{}\"'|>&*!%@`,?\t\\\n ~<=.0aé日\x07\u2028"


def broken(text: str, seed: int) -> str:
    """Return a text with one to eight random injuries; the same seed gives the same text."""
    chance = random.Random(seed)  # noqa: S311 - repeatable test data, no secret.
    lines = text.split("\n")
    for _ in range(chance.randint(1, 8)):
        lines = _injured(lines, chance)
    return "\n".join(lines)


def _injured(lines: list[str], chance: random.Random) -> list[str]:
    at = chance.randrange(len(lines))
    line = lines[at]
    column = chance.randint(0, len(line))
    sign = chance.choice(SIGNS)
    match chance.randrange(11):
        case 0:
            lines[at] = line[:column] + sign + line[column:]
        case 1:
            lines[at] = line[:column] + line[column + 1 :]
        case 2:
            lines[at] = line[:column] + sign + line[column + 1 :]
        case 3:
            del lines[at]
        case 4:
            lines.insert(at, line)
        case 5:
            lines[at] = " " * chance.randint(1, 3) + line
        case 6:
            lines[at] = line[chance.randint(1, 3) :]
        case 7:
            other = chance.randrange(len(lines))
            lines[at], lines[other] = lines[other], line
        case 8:
            lines[at] = "\t" + line.lstrip(" ")
        case 9:
            lines[at] = line[:column]
        case _:
            start = chance.randrange(len(lines))
            lines[at:at] = lines[start : start + chance.randint(1, 12)]
    return lines or [""]


def faults_of(reading: Reading, text: str) -> list[str]:
    """Return what must never come out of a reading."""
    found = [f"internal: {problem.message}" for problem in reading.problems if problem.code == "internal"]
    last = text.count("\n") + text.count("\x85") + text.count("\r") + 2
    found += [
        f"place: {problem}" for problem in reading.problems if problem.line > last or problem.column < 1
    ]
    if reading.document is None and not reading.problems:
        found.append("neither a document nor a problem")
    return found


def child(file: Path, seeds: range) -> int:
    """Read one broken copy after another, naming each seed on standard output first."""
    text = file.read_text(encoding="utf-8")
    status = 0
    for seed in seeds:
        print(seed, flush=True)
        injured = broken(text, seed)
        for fault in faults_of(read_text(injured, file), injured):
            print(f"seed {seed}: {fault}", file=sys.stderr, flush=True)
            status = 1
    return status


def parent(file: Path, seeds: range, limit_s: float) -> int:
    """Watch a child; whatever it does, say with which seed."""
    command = [
        sys.executable,
        "-m",
        "scripts.fuzz_reader",
        str(file.resolve()),
        "--child",
        str(seeds.start),
        str(seeds.stop),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        said: Queue[str] = Queue()
        Thread(target=_listen, args=(process.stdout, said), daemon=True).start()
        seed = ""
        while process.poll() is None or not said.empty():
            try:
                seed = said.get(timeout=limit_s)
            except Empty:
                if process.poll() is None:
                    process.kill()
                    print(f"seed {seed}: no end after {limit_s} s")
                    return 1
    if process.returncode:
        print(f"status {process.returncode} after seed {seed}")
    else:
        print(f"{len(seeds)} broken copies of {file.name} were read without a traceback or a hang")
    return 1 if process.returncode else 0


def _listen(stream: IO[str] | None, said: Queue[str]) -> None:
    for line in stream or ():
        said.put(line.strip())


def main() -> int:
    """Read the command line and run parent or child."""
    options = argparse.ArgumentParser(description="Read randomly broken copies of an exhibit file.")
    options.add_argument("file", nargs="?", type=Path, default=ROOT / "events.yaml")
    options.add_argument("--count", type=int, default=2000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--limit-s", type=float, default=20)
    options.add_argument("--child", nargs=2, type=int, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.child:
        return child(given.file, range(*given.child))
    return parent(given.file, range(given.seed, given.seed + given.count), given.limit_s)


if __name__ == "__main__":
    sys.exit(main())
