# SPDX-License-Identifier: MIT
"""Reading EDTF, and importing the reader, each beside bare Python of the same run.

Aims, on an idle machine: 400,000 plain dates a second in columns, 60,000 of all other forms a second with their
bounds, at most 15 ms for the import. No text stands twice, and there are many more of them than any cache holds:
`cache_hits` says how little they help.
"""

import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Final

from benchmarks.measure import ROOT, milliseconds, report, spread
from timeline_app.chrono.columns import columns_of_texts
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.edtf_atom import read_atom

COUNT: Final = 100_000
PLAIN_A_SECOND: Final = 400_000
OTHERS_A_SECOND: Final = 60_000
IMPORT_LIMIT_MS: Final = 15.0
IMPORT_RUNS: Final = 15
SEED: Final = 1959

Shape = Callable[[random.Random], str]


def year(rng: random.Random) -> str:
    """Return a year of four digits, before or after Christ."""
    number = rng.randint(-9998, 9998)
    return f"-{-number:04d}" if number < 0 else f"{number:04d}"


def month(rng: random.Random) -> str:
    """Return a month of some year."""
    return f"{year(rng)}-{rng.randint(1, 12):02d}"


def day(rng: random.Random) -> str:
    """Return a day of some month."""
    return f"{month(rng)}-{rng.randint(1, 28):02d}"


def interval(rng: random.Random) -> str:
    """Return an interval between two days."""
    first = rng.randint(0, 9998)
    return f"{first:04d}-{rng.randint(1, 12):02d}-01/{rng.randint(first + 1, 9999):04d}-{rng.randint(1, 12):02d}-28"


PLAIN: Final[tuple[Shape, ...]] = (
    lambda rng: f"{rng.randint(0, 9999):04d}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}",
)
OTHERS: Final[tuple[Shape, ...]] = (
    lambda rng: day(rng) + rng.choice("?~%"),
    lambda rng: month(rng) + rng.choice("?~%"),
    lambda rng: f"{year(rng)}{rng.choice('?~%')}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}",
    lambda rng: f"{rng.randint(0, 999):03d}X-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}",
    lambda rng: f"{year(rng)}-{rng.randint(21, 41)}",
    lambda rng: f"Y-{rng.randint(10_000, 10**10)}",
    lambda rng: f"{day(rng)}T{rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}:{rng.randint(0, 59):02d}Z",
    interval,
    lambda rng: f"{day(rng)}/..",
    lambda rng: f"[{day(rng)},{day(rng)}]",
)
BARE_PATTERN: Final = re.compile(r"[-0-9XYTZ:?~%/.,\[\]]+")


def unique(shapes: tuple[Shape, ...], count: int) -> list[str]:
    """Return so many different texts, the shapes by turns."""
    rng = random.Random(SEED)
    texts: dict[str, None] = {}
    while len(texts) < count:
        texts[shapes[len(texts) % len(shapes)](rng)] = None
    return list(texts)


def measure_reading(
    name: str, ours: Callable[[], object], bare: Callable[[], object], reference: str, a_second: int
) -> None:
    """Print how many texts are read in a second, and how long bare Python takes over as many."""
    read_atom.cache_clear()
    our_times, bare_times = spread(milliseconds(ours)), spread(milliseconds(bare))
    found = round(COUNT / our_times["median_ms"] * 1000)
    report(
        name,
        texts=COUNT,
        ours=our_times,
        a_second=found,
        a_second_at_best=round(COUNT / our_times["least_ms"] * 1000),
        cache_hits=read_atom.cache_info().hits,
        reference=reference,
        reference_times=bare_times,
        ratio=round(our_times["median_ms"] / bare_times["median_ms"], 2),
        limit_a_second=a_second,
        within=found >= a_second,
    )


def import_ms(code: str) -> float:
    """Return how long a new Python takes to run a line, bytecode being written."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, check=True)
    return (time.perf_counter() - began) * 1000


def measure_import() -> None:
    """Print what importing the reader adds to an empty process, and what the standard library's part of it is.

    `own_ms` is what is ours. The rest is `typing` and what that imports, which any typed program has loaded.
    """
    lines = {
        "empty": "pass",
        "reader": "import timeline_app.chrono.edtf",
        "library": "import collections.abc, enum, functools, re, typing",
    }
    for line in lines.values():
        import_ms(line)
    runs: dict[str, list[float]] = {name: [] for name in lines}
    for _ in range(IMPORT_RUNS):
        for name, line in lines.items():
            runs[name].append(import_ms(line))
    times = {name: spread(found) for name, found in runs.items()}
    added_ms = times["reader"]["least_ms"] - times["empty"]["least_ms"]
    library_ms = times["library"]["least_ms"] - times["empty"]["least_ms"]
    report(
        "dates-import",
        **times,
        added_ms=round(added_ms, 1),
        own_ms=round(added_ms - library_ms, 1),
        reference="the modules of the standard library that it stands on",
        reference_added_ms=round(library_ms, 1),
        ratio=round(added_ms / library_ms, 2),
        limit_ms=IMPORT_LIMIT_MS,
        within=added_ms <= IMPORT_LIMIT_MS,
    )


def main() -> None:
    """Read many texts of both sorts; then import the reader in processes of their own."""
    plain, others = unique(PLAIN, COUNT), unique(OTHERS, COUNT)
    measure_reading(
        "dates-plain",
        lambda: columns_of_texts(plain),
        lambda: [date.fromisoformat(text) for text in plain if text >= "0001"],
        "datetime.date.fromisoformat: a day alone, no bounds, no columns",
        PLAIN_A_SECOND,
    )
    measure_reading(
        "dates-other",
        lambda: [parse(text) for text in others],
        lambda: [BARE_PATTERN.fullmatch(text) for text in others],
        "one re.fullmatch for each text: no bounds",
        OTHERS_A_SECOND,
    )
    measure_import()


if __name__ == "__main__":
    main()
